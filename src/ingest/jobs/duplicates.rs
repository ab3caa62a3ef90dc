//! Duplicates: the same document in two exports, or twice in one. It is given once, from where it stands first, and reported.
//!
//! Only the identifier that the source itself gives tells two copies for one document, and only with the same headline and mostly the same text:
//! some sources give one identifier to an article and its corrections, or that of a series to all issues of it, and headlines come again.

use std::collections::HashMap;

use twox_hash::XxHash3_64;

use crate::ingest::jobs::job::Given;
use crate::ingest::jobs::text_sketch::TextSketch;
use crate::model::problem::Problem;
use crate::model::segment::{ArticleRef, Builder, Segment};

/// The documents that were met so far, by a hash of identifier and headline, each text of it with where it was.
#[derive(Debug, Default)]
pub struct Documents {
    met: HashMap<u64, Vec<(TextSketch, usize)>>,
    paths: Vec<Box<str>>,
}

impl Documents {
    /// `segment` without the articles that were met before; `given` tells of its files in their order, and is put right.
    #[must_use]
    pub fn once(&mut self, segment: Segment, given: &mut [Given]) -> Segment {
        if segment.iter().all(|article| article.docid().is_none()) {
            return segment;
        }
        let (mut builder, mut articles) = (Builder::default(), segment.iter());
        for file in given {
            let (mut twice, mut path): (Vec<(usize, u32)>, &str) = (Vec::new(), "");
            for article in articles.by_ref().take(file.articles as usize) {
                path = article.path();
                match self.met(article) {
                    None => builder.push_packed(article),
                    Some(at) => match twice.iter_mut().find(|(known, _)| *known == at) {
                        Some((_, count)) => *count += 1,
                        None => twice.push((at, 1)),
                    },
                }
            }
            file.articles -= twice.iter().map(|(_, count)| count).sum::<u32>();
            file.problems.extend(twice.iter().filter_map(|(at, count)| Some(told(path, self.paths.get(*at)?, *count))));
        }
        builder.finish()
    }

    /// Where the document of `article` was met before.
    fn met(&mut self, article: ArticleRef<'_>) -> Option<usize> {
        let key = XxHash3_64::oneshot(format!("{}\n{}", article.docid()?, article.folded_title()).as_bytes());
        let sketch = TextSketch::of(article);
        let known = self.met.entry(key).or_default();
        if let Some((_, at)) = known.iter().find(|(known, _)| known.agrees(&sketch)) {
            return Some(*at);
        }
        if self.paths.last().is_none_or(|path| **path != *article.path()) {
            self.paths.push(article.path().into());
        }
        known.push((sketch, self.paths.len() - 1));
        None
    }
}

fn told(path: &str, first: &str, count: u32) -> Problem {
    let articles = if count == 1 { "1 article".to_owned() } else { format!("{count} articles") };
    let place = if first == path { "stands in it twice".to_owned() } else { format!("stands in {first} too") };
    Problem::part(path, &format!("{articles}: the same document {place}, and is given once"))
}

#[cfg(test)]
mod tests {
    use super::Documents;
    use crate::ingest::jobs::job::Given;
    use crate::model::article::{Article, Block, BlockKind, Item, Place};
    use crate::model::imprint::Imprint;
    use crate::model::segment::{Filed, Segment};
    use crate::text::span::Span;

    fn article(path: &str, number: u32, docid: &str, title: &str) -> Filed {
        let imprint = Imprint { docid: Some(docid).filter(|id| !id.is_empty()).map(Into::into), ..Imprint::default() };
        let place = Place::new(path, Some(Item::Number(number)));
        Filed::from(Article { place, imprint, title: title.into(), body: "x".into(), ..Article::default() })
    }

    #[test]
    fn a_document_of_two_exports_is_given_once_and_told() {
        let all = [
            article("a", 1, "n1", "Un"),
            article("a", 2, "", "Deux"),
            article("b", 1, "n1", "Un"),
            article("b", 2, "n1", "Un autre"),
            article("b", 3, "", "Deux"),
        ];
        let mut given = [2, 3].map(|articles| Given { articles, ..Given::default() });
        let segment = Documents::default().once(Segment::pack(&all), &mut given);
        let left: Vec<String> = segment.iter().map(|article| article.place().to_string()).collect();
        assert_eq!(left, ["a#1", "a#2", "b#2", "b#3"]);
        assert_eq!(given.each_ref().map(|given| given.articles), [2, 2]);
        assert_eq!(given[1].problems[0].to_string(), "b: 1 article: the same document stands in a too, and is given once");
        assert!(given[0].problems.is_empty());
    }

    #[test]
    fn texts_that_differ_are_two_documents_whatever_they_are_called() {
        let issue = |path: &str, words: &str| {
            let mut article = article(path, 1, "14", "La Revue").article;
            article.body = words.into();
            article.blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, words.len()) }];
            Filed::from(article)
        };
        let first = "Le pont de Valmont a rouvert jeudi matin après onze mois de travaux et la foule est venue.";
        let other = "La piscine de Courmont reste fermée cet hiver faute de chaudière, et personne ne veut payer.";
        let all = [issue("a", first), issue("b", other), issue("c", &format!("{first} Voilà."))];
        let mut given = [1, 1, 1].map(|articles| Given { articles, ..Given::default() });
        let segment = Documents::default().once(Segment::pack(&all), &mut given);
        let left: Vec<String> = segment.iter().map(|article| article.path().to_owned()).collect();
        assert_eq!(left, ["a", "b"]);
    }
}
