use std::collections::BTreeSet;

use super::{CopyFolding, CopyLead, FoldedList, ListRow, Origins, RowPlace};
use crate::analysis::families::Families;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, ArticleId, Block, BlockKind};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::model::segment::ArticleRef;
use crate::query::results::filter::Match;
use crate::text::span::Span;

/// An article published on `day` of June with the words from `first` to `last` of a text in which no word comes twice.
fn article(day: u8, first: usize, last: usize) -> Article {
    let body = (first..last).map(|nth| format!("mot{nth} ")).collect::<Vec<_>>().concat();
    let mut sha256 = [0; 32];
    sha256[0] = day;
    Article {
        id: ArticleId(format!("{day:012x}").into()),
        sha256,
        blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) }],
        body: body.into(),
        words: u32::try_from(last - first).unwrap(),
        published: Publication {
            date: PublicationDate::On(PartialDate::parse(&format!("2020-06-{day:02}")).unwrap()),
            provenance: Provenance::Header,
            evidence: Vec::new(),
        },
        ..Article::default()
    }
}

fn archive() -> Archive {
    let mut archive = Archive::default();
    // The third is a shortened copy of the second, the first another one word for word; the fourth stands for itself.
    archive.append_articles([article(9, 0, 400), article(2, 0, 400), article(5, 0, 250), article(7, 900, 1300)]);
    archive
}

fn rows(folding: CopyFolding, lead: CopyLead, opened: &[u32], listed: &[u32]) -> (Vec<(u32, RowPlace)>, usize) {
    let archive = archive();
    let families = Families::of(&archive);
    let matches: Vec<Match> = listed.iter().map(|at| Match { article: ArticleIx(*at), score: 0 }).collect();
    let opened: BTreeSet<ArticleIx> = opened.iter().copied().map(ArticleIx).collect();
    let words = |ix| archive.get(ix).map_or(0, ArticleRef::words);
    let list = FoldedList::new((&matches, &families), (folding, lead), &opened, &words);
    (list.rows.iter().map(|ListRow { article, place }| (article.0, *place)).collect(), list.origins)
}

#[test]
fn copies_fold_under_the_one_that_was_first_and_are_counted() {
    use RowPlace::{Alone, Folded, Opened, Under};
    let near = rows(CopyFolding::NearIdentical, CopyLead::First, &[], &[0, 1, 2, 3]);
    assert_eq!(near, (vec![(1, Folded(1)), (2, Alone), (3, Alone)], 2));
    let similar = rows(CopyFolding::Similar, CopyLead::First, &[], &[0, 1, 2, 3]);
    assert_eq!(similar, (vec![(1, Folded(2)), (3, Alone)], 2));
    let opened = rows(CopyFolding::Similar, CopyLead::First, &[1], &[3, 2, 1, 0]);
    assert_eq!(opened.0, [(3, Alone), (1, Opened(2)), (2, Under), (0, Under)]);
    assert_eq!(rows(CopyFolding::Off, CopyLead::First, &[], &[0, 1]).0, [(0, Alone), (1, Alone)]);
}

#[test]
fn what_is_not_listed_neither_leads_nor_counts() {
    use RowPlace::{Alone, Folded};
    let cut = rows(CopyFolding::Similar, CopyLead::First, &[], &[2, 0, 3]);
    assert_eq!(cut, (vec![(2, Folded(1)), (3, Alone)], 2));
    let longest = rows(CopyFolding::Similar, CopyLead::Longest, &[], &[2, 0, 3]);
    assert_eq!(longest.0, [(0, Folded(1)), (3, Alone)]);
    assert_eq!(rows(CopyFolding::Similar, CopyLead::First, &[], &[0]).0, [(0, Alone)]);
}

#[test]
fn a_row_is_found_for_what_is_folded_and_each_text_counts_once() {
    let archive = archive();
    let families = Families::of(&archive);
    let matches: Vec<Match> = (0..4).map(|at| Match { article: ArticleIx(at), score: 0 }).collect();
    let how = (CopyFolding::Similar, CopyLead::First);
    let list = FoldedList::new((&matches, &families), how, &BTreeSet::new(), &|_| 0);
    assert_eq!([0, 1, 2, 3].map(|at| list.row_of(ArticleIx(at))), [Some(0), Some(0), Some(0), Some(1)]);
    assert_eq!(list.under(ArticleIx(1)).count(), 2);
    let all: Vec<ArticleIx> = (0..4).map(ArticleIx).collect();
    assert_eq!(Origins::of(&families).once(&all), [ArticleIx(1), ArticleIx(3)], "the one that leads");
}
