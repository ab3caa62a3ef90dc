//! Assembling: a draft and its place become an article, by the rules for header lines, furniture, captions and headlines.
//!
//! What follows from the text (dates told, actors, events) is `analysis`'s; what other articles tell is `repetition`'s.

use std::collections::HashSet;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::analysis::names::lexicon::NameLexicon;
use crate::ingest::draft::{Around, Declared, Draft, DraftLine, Lines};
use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::date_parser::{field, in_address, stamps};
use crate::ingest::rules::filename;
use crate::ingest::rules::header;
use crate::ingest::rules::header::{DateLine, HeaderFacts};
use crate::ingest::rules::lang;
use crate::ingest::rules::masthead::is_same;
use crate::ingest::rules::most_of_text;
use crate::ingest::rules::outlet;
use crate::ingest::rules::rights;
use crate::ingest::rules::ruled::Ruled;
use crate::ingest::rules::signers::behind_headline;
use crate::model::article::{Article, ArticleId, Attributed, Block, BlockKind, Encoding, Item, Lang, Place};
use crate::model::date::{Evidence, PartialDate, Provenance, Publication, PublicationDate};
use crate::model::imprint::Imprint;
use crate::text::span::Span;
use crate::text::word::count;

/// Where a draft comes from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file, for the dates its name may hold.
    pub path: &'a Path,
    /// The file as it is shown.
    pub shown: &'a str,
    /// The place inside a file that holds several.
    pub item: Option<Item>,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// The article's own original bytes.
    pub bytes: &'a [u8],
}

/// Makes the article of `draft`; `None` when there is no text in it.
#[must_use]
pub fn article(draft: Draft, source: &Source) -> Option<Article> {
    let Draft { declared, lines, curated, around } = draft;
    if lines.places.is_empty() {
        return None;
    }
    // A record with all its fields says who wrote it; a name alone in its text is no signature.
    let is_record = declared.title.is_some() && declared.date.is_some() && declared.outlet.is_some();
    let places = lines.places.clone();
    let given: HashSet<usize> = places.iter().filter(|line| is_given(line)).map(|line| line.span.first()).collect();
    let mut ruled = Ruled::of(Blocks::of_lines(lines), declared.title.as_deref(), !is_record, around);
    if around == Around::Anything && most_of_text::is_cut(&ruled.sheet, |strip| given.contains(&strip.span.first())) {
        let lines = Lines { text: ruled.sheet.body, places };
        ruled = Ruled::whole(Blocks::of_lines(lines), declared.title.as_deref(), !is_record);
    }
    let Ruled { sheet, header, title, origin } = ruled;
    let sha256: [u8; 32] = Sha256::digest(source.bytes).into();
    let mut article = Article {
        id: identifier(&sha256),
        place: Place::new(source.shown, source.item),
        title: title.into(),
        headline: origin,
        lang: language(&sheet, &declared),
        source: source_of(&sheet, &declared, &header, curated),
        encoding: source.encoding,
        sha256,
        ..Article::default()
    };
    let header = if curated { HeaderFacts { published: None, updated: None, ..header } } else { header };
    // Where nothing says when it came out, the day of the last change is nearer than what the text tells; a database's is its own.
    let changed = || if curated { None } else { changed(&declared, article.lang) };
    article.published = publication(&sheet, &declared, &header, source.path, article.lang).or_else(changed).unwrap_or_default();
    article.imprint = imprint(&declared, &header, article.lang);
    article.imprint.credit =
        article.imprint.credit.take().or_else(|| credited(&sheet, &header, article.source.as_ref()).map(Into::into));
    let signed = header.byline.author.or_else(|| behind_headline(&article.title).map(str::to_owned));
    // A house that signs with one word is no author: `Par Valmontinfo`.
    let house = |name: &String| {
        !name.contains(' ')
            && !NameLexicon::get().is_given_name(name)
            && article.source.as_ref().is_some_and(|source| is_same(name, &source.text))
    };
    let signed = signed.filter(|name| !house(name)).map(|name| name.trim_end_matches([',', ' ', '|', '–']).to_owned());
    article.author = attributed(declared.author, Provenance::Metadata).or_else(|| attributed(signed, Provenance::Header));
    article.url = declared.url.or(header.url).map(Into::into);
    finish(&mut article, sheet);
    Some(article)
}

/// Whether the document says of a line that it is none of its text.
fn is_given(line: &DraftLine) -> bool {
    line.kind.is_some_and(|kind| !kind.counts())
}

/// Gives `article` the body and the blocks of `sheet`, and counts its words.
pub(super) fn finish(article: &mut Article, sheet: Blocks) {
    article.blocks = sheet.blocks();
    article.body = sheet.body.into();
    article.words = u32::try_from(words(article)).unwrap_or(u32::MAX);
}

/// The number of words, furniture left out. Nothing but white space lies between two blocks, so that what no furniture parts
/// is counted in one go.
fn words(article: &Article) -> usize {
    let furniture = |block: &Block| !block.kind.counts();
    let stretch = |blocks: &[Block]| match blocks {
        [first, .., last] => Span::new(first.span.first(), last.span.after()),
        [only] => only.span,
        [] => Span::default(),
    };
    article.blocks.split(furniture).map(|blocks| count(stretch(blocks).of(&article.body))).sum()
}

/// The identifier of an article whose bytes have this digest.
pub(crate) fn identifier(sha256: &[u8; 32]) -> ArticleId {
    let mut hexadecimal = String::with_capacity(12);
    for byte in sha256.iter().take(6) {
        for half in [byte >> 4, byte & 0xf] {
            hexadecimal.extend(char::from_digit(u32::from(half), 16));
        }
    }
    ArticleId(hexadecimal.into())
}

fn language(sheet: &Blocks, declared: &Declared) -> Lang {
    let mut sample = String::with_capacity(lang::ENOUGH);
    for at in sheet.text_places().take(40) {
        if sample.len() >= lang::ENOUGH {
            break;
        }
        sample.push_str(sheet.words(at));
        sample.push('\n');
    }
    match declared.lang.as_deref().map_or(Lang::Unknown, Lang::parse) {
        Lang::Unknown => lang::detect(&sample),
        known => lang::contradicting(known, &sample).unwrap_or(known),
    }
}

pub(super) fn attributed(text: Option<String>, provenance: Provenance) -> Option<Attributed> {
    text.filter(|text| !text.trim().is_empty()).map(|text| Attributed { text: text.into(), provenance })
}

/// The outlet: what the document says, what a line says, how an agency signs, at last the host of the address, or whose rights a page keeps.
pub(super) fn source_of(sheet: &Blocks, declared: &Declared, header: &HeaderFacts, curated: bool) -> Option<Attributed> {
    let prose = |at: &usize| sheet.strips.get(*at).is_some_and(|strip| strip.kind == BlockKind::Paragraph);
    let opening = || sheet.text_places().find(prose).and_then(|at| outlet::dateline(sheet.words(at)));
    let closing = || sheet.text_places().rev().find(prose).and_then(|at| outlet::closing(sheet.words(at)).map(str::to_owned));
    let host = || declared.url.as_deref().or(header.url.as_deref()).and_then(outlet::host);
    // A database knows the names of its outlets, however long; so does what was converted from it.
    let listed = |outlet: &str| Some(outlet.trim().to_owned()).filter(|outlet| outlet.contains(" ; "));
    let field = |outlet: &str| outlet::named(outlet).or_else(|| listed(outlet));
    let named = if curated { declared.outlet.clone() } else { declared.outlet.as_deref().and_then(field) };
    let signed = || {
        let line = header.byline.outlet.as_deref().and_then(outlet::named);
        let dateline = || attributed(opening(), Provenance::Dateline);
        attributed(line, Provenance::Header).or_else(dateline).or_else(|| attributed(closing(), Provenance::Header))
    };
    let own = |name: Option<String>| attributed(name.as_deref().and_then(outlet::named), Provenance::Header);
    // An agency that signs on the page of a paper is credited there, and so is another house that few lines of the page name.
    let house = |signed: Attributed| {
        let agency = outlet::agency(&signed.text).is_some();
        let house = || if agency { rights::house(sheet) } else { rights::rather(sheet, &signed.text) };
        let alone = |signed: Attributed| {
            let line = signed.provenance == Provenance::Header && !agency;
            if line && rights::is_pen_name(sheet, &signed.text) { None } else { Some(signed) }
        };
        if curated { Some(signed) } else { own(house()).or_else(|| alone(signed)) }
    };
    attributed(named, Provenance::Metadata)
        .or_else(|| signed().and_then(house))
        .or_else(|| attributed(host(), Provenance::Metadata))
        .or_else(|| if curated { None } else { own(rights::outlet(sheet)) })
}

/// The agency that signs an article which is from another outlet.
fn credited(sheet: &Blocks, header: &HeaderFacts, source: Option<&Attributed>) -> Option<String> {
    let source = source?;
    let signed = header.byline.outlet.as_deref().and_then(outlet::agency).map(str::to_owned);
    let prose = |at: &usize| sheet.strips.get(*at).is_some_and(|strip| strip.kind == BlockKind::Paragraph);
    let opening = || sheet.text_places().find(prose).and_then(|at| outlet::dateline(sheet.words(at)));
    let closing = || sheet.text_places().rev().find(prose).and_then(|at| outlet::closing(sheet.words(at)).map(str::to_owned));
    let known = signed.or_else(opening).or_else(closing).filter(|name| outlet::agency(name).is_some());
    known.filter(|name| {
        **name != *source.text && source.provenance == Provenance::Header && outlet::agency(&source.text).is_none()
    })
}

/// What the document states beside; the day of an update that only a line tells is taken from there.
fn imprint(declared: &Declared, header: &HeaderFacts, lang: Lang) -> Imprint {
    let stated = |text: &Option<String>| text.as_deref().filter(|text| !text.trim().is_empty()).map(Into::into);
    let updated = declared.updated.as_deref().and_then(|words| field(words, lang != Lang::En));
    Imprint {
        section: stated(&declared.section),
        page: stated(&declared.page),
        docid: stated(&declared.docid),
        credit: stated(&declared.credit)
            .or_else(|| declared.outlet.as_deref().and_then(outlet::credit_of).map(Into::into))
            .or_else(|| header.byline.credit.as_deref().filter(|_| declared.outlet.is_none()).map(Into::into)),
        updated: updated.or(header.updated.map(|line| line.date)).map(|date| date.to_string().into()),
    }
}

/// The declared publication date; `None` leaves it to be inferred from the text.
fn publication(sheet: &Blocks, declared: &Declared, header: &HeaderFacts, path: &Path, lang: Lang) -> Option<Publication> {
    let line = |line: DateLine| line_date(sheet, as_written(sheet, line, lang));
    let metadata = || {
        let words = declared.date.as_deref()?;
        let date = field(words, lang != Lang::En)?;
        let rule = "the document's metadata says when it was published".into();
        Some(known(date, Provenance::Metadata, Evidence { words: words.into(), span: None, rule }))
    };
    let name = || {
        let (date, words) = filename::date(path)?;
        let rule = "the name of the file or of a folder above it holds a date".into();
        Some(known(date, Provenance::Filename, Evidence { words: words.into(), span: None, rule }))
    };
    let address = || {
        let words = declared.url.as_deref().or(header.url.as_deref())?;
        let date = in_address(words)?;
        Some(known(
            date,
            Provenance::Metadata,
            Evidence { words: words.into(), span: None, rule: "the address holds the day".into() },
        ))
    };
    let declared = match (header.published.map(line), metadata()) {
        (Some(line), Some(field)) => Some(settled(line, field)),
        (line, field) => line.or(field),
    };
    match (declared, header.updated.map(line), name()) {
        (Some(declared), _, Some(name)) => Some(weighed(declared, name)),
        // What was changed on a later day than its folder says came out on the earlier one.
        (None, Some(updated), Some(name)) => Some(if first_day(&name) < first_day(&updated) { name } else { updated }),
        (declared, updated, name) => declared.or(updated).or_else(address).or(name),
    }
}

/// The day of the last change that the document states, as the date.
fn changed(declared: &Declared, lang: Lang) -> Option<Publication> {
    let words = declared.updated.as_deref()?;
    let date = field(words, lang != Lang::En).filter(|date| date.parts().2.is_some())?;
    let rule = "the document's metadata says when it was last changed".into();
    Some(known(date, Provenance::Metadata, Evidence { words: words.into(), span: None, rule }))
}

/// The date of a line in the order of days and months that the text's language has: a page may say `Posted on 12/09/2018` of a French
/// text, which leaves but the year as long as nothing else tells the order.
fn as_written(sheet: &Blocks, line: DateLine, lang: Lang) -> DateLine {
    let words = line.span.of(&sheet.body);
    let open = line.date.parts().1.is_none() && words.len() > 4 && !matches!(lang, Lang::En | Lang::Unknown);
    let day = if open { stamps(words, true).first().map(|stamp| stamp.date) } else { None };
    DateLine { date: day.filter(|day| day.parts().2.is_some()).unwrap_or(line.date), ..line }
}

/// The date that a line of `sheet` gives.
pub(super) fn line_date(sheet: &Blocks, line: DateLine) -> Publication {
    let words = line.span.of(&sheet.body).into();
    known(line.date, Provenance::Header, Evidence { words, span: Some(line.span), rule: line.rule.into() })
}

/// A line that gives a date beside a field that does. The finer of the two is followed; a date that no word calls one of publication
/// gives way to a whole day in a field, and so does one that is years apart. What is not followed is told.
fn settled(line: Publication, field: Publication) -> Publication {
    let day = |publication: &Publication| match publication.date {
        PublicationDate::On(date) => date.parts().2.is_some(),
        _ => false,
    };
    let bare = line.evidence.first().is_some_and(|evidence| &*evidence.rule == header::BARE);
    let far = apart(&line, &field) > YEAR;
    if day(&field) && (!day(&line) || bare || far) {
        return if far { beside(field, line, "years apart, and not followed") } else { field };
    }
    line
}

/// How many days two dates lie apart.
fn apart(a: &Publication, b: &Publication) -> i32 {
    first_day(a).zip(first_day(b)).and_then(|(a, b)| a.until(b).ok()).map_or(0, |span| span.get_days().abs())
}

/// `kept` with the evidence of `other`, of which `why` is said.
fn beside(mut kept: Publication, other: Publication, why: &str) -> Publication {
    kept.evidence.extend(other.evidence.into_iter().map(|evidence| {
        let rule = format!("{why}: {}", evidence.rule);
        Evidence { rule: rule.into(), ..evidence }
    }));
    kept
}

/// Dates further apart than this do not speak of one publication, in days.
const YEAR: i32 = 366;

/// A declared date beside the one in the file's name. Within a year they tell of publication and of collecting; further
/// apart the reader is told, and a date that no word calls one of publication gives way.
fn weighed(declared: Publication, name: Publication) -> Publication {
    if apart(&declared, &name) <= YEAR {
        return declared;
    }
    let bare = declared.evidence.first().is_some_and(|evidence| &*evidence.rule == header::BARE);
    let (kept, other) = if bare { (name, declared) } else { (declared, name) };
    beside(kept, other, "years apart, and not followed")
}

fn first_day(publication: &Publication) -> Option<jiff::civil::Date> {
    match publication.date {
        PublicationDate::On(date) => Some(date.first_day()),
        _ => None,
    }
}

fn known(date: PartialDate, provenance: Provenance, evidence: Evidence) -> Publication {
    Publication { date: PublicationDate::On(date), provenance, evidence: vec![evidence] }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Source, article};
    use crate::ingest::draft::Draft;
    use crate::ingest::formats::plain::lines;
    use crate::model::article::{Encoding, Lang};

    #[test]
    fn the_language_is_that_of_the_text_however_long_the_menu_above_it() {
        let sentence = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
        let menu = (0..60).map(|n| format!("Rubrique {n}")).collect::<Vec<_>>().join("\n\n") + "\n\n";
        let page = format!("{menu}{sentence}\n\n{sentence} Les oppositions, elles, s'y sont opposées.\n\n{sentence}\n");
        let place = Source { path: Path::new("a.txt"), shown: "a.txt", item: None, encoding: Encoding::default(), bytes: b"a" };
        let read = article(Draft { lines: lines(&page), ..Draft::default() }, &place).unwrap();
        assert_eq!(read.lang, Lang::parse("fr"));
    }

    #[test]
    fn a_day_in_figures_is_read_as_the_text_s_language_has_it() {
        let sentence = "Le conseil municipal de Valmont a voté mardi soir un budget en hausse de trois pour cent, après quatre heures de débat.";
        let menu = "Accueil\n\nSport\n\nCulture\n\nEmploi\n\n";
        let page = format!("{menu}Un pont de trop\n\nPosted by Claire on 12/09/2018\n\n{sentence}\n\n{sentence}\n");
        let place = Source { path: Path::new("a.txt"), shown: "a.txt", item: None, encoding: Encoding::default(), bytes: b"a" };
        let read = article(Draft { lines: lines(&page), ..Draft::default() }, &place).unwrap();
        assert_eq!(read.published.date.to_string(), "2018-09-12");
    }
}
