//! The rows of what stands in the texts: mentions, expressions of time, events, statements, figures. Articles are read again on all cores, some at a time.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::analysis::dates::annotate;
use crate::analysis::events::actors_in;
use crate::analysis::figures::{Figure, figures};
use crate::analysis::labels::label_of_date;
use crate::analysis::statements::{Statement, statements};
use crate::cli::export_facts::OpenTable;
use crate::cli::export_facts::cell::Cell;
use crate::cli::setup::Loaded;
use crate::cli::table::one_line;
use crate::model::actor::Mention;
use crate::model::archive::ArticleIx;
use crate::model::article::Article;
use crate::model::segment::ArticleRef;
use crate::text::span::{CodePoints, Span};

/// Articles that are held with their rows at once.
const AT_ONCE: usize = 512;
/// The tables that are made here.
pub(super) const TABLES: usize = 5;

type Row = Vec<Cell<'static>>;

/// Writes the rows of mentions, dates, events, statements and figures into these tables.
pub(super) fn told(loaded: &Loaded, tables: &mut [OpenTable]) -> anyhow::Result<()> {
    for some in loaded.rows.chunks(AT_ONCE) {
        let made: Vec<[Vec<Row>; TABLES]> = some.par_iter().filter_map(|ix| of_article(loaded, *ix)).collect();
        for (table, rows) in made.into_iter().flat_map(|rows| (0..).zip(rows)) {
            let Some(table) = tables.get_mut(table) else { continue };
            rows.iter().try_for_each(|row| table.row(row))?;
        }
    }
    Ok(())
}

fn of_article(loaded: &Loaded, ix: ArticleIx) -> Option<[Vec<Row>; TABLES]> {
    let packed = loaded.archive.get(ix)?;
    let mut article = packed.unpack();
    (article.headline_mentions, article.mentions) = loaded.gazetteer.named(&article);
    annotate(&mut article);
    let above = headline_mentions(loaded, &article);
    Some([
        above.into_iter().chain(mentions(loaded, packed, &article)).collect(),
        dates(&article),
        events(loaded, packed, &article.mentions),
        stated(loaded, &article),
        counted(packed, &article),
    ])
}

/// The identifier of what begins at the code point `start`.
fn at(id: &str, start: usize) -> Cell<'static> {
    Cell::text(format!("{id}@{start}"))
}

fn ends((start, end): (usize, usize)) -> [Cell<'static>; 2] {
    [Cell::count(start), Cell::count(end)]
}

fn words(words: &str) -> Cell<'static> {
    Cell::text(words.to_owned())
}

fn mentions(loaded: &Loaded, packed: ArticleRef<'_>, article: &Article) -> Vec<Row> {
    let (id, points) = (&*article.id.0, &mut CodePoints::new(&article.body));
    let sentences = &mut CodePoints::new(&article.body);
    let row = |mention: &Mention| {
        let actor = loaded.archive.actors().get(mention.actor)?;
        let (start, end) = points.span(mention.span);
        let [first, after] = ends(sentences.span(packed.sentence_at(mention.span.first())));
        let text = words(mention.span.of(&article.body));
        let place = [Cell::count(start), Cell::count(end), text, first, after, Cell::Empty, Cell::Empty];
        Some([at(id, start), words(id), words(&actor.id)].into_iter().chain(place).collect())
    };
    article.mentions.iter().filter_map(row).collect()
}

/// The places in a headline that is no part of the text, which are none of the text: those columns stay empty.
fn headline_mentions(loaded: &Loaded, article: &Article) -> Vec<Row> {
    let (id, points) = (&*article.id.0, &mut CodePoints::new(&article.title));
    let row = |mention: &Mention| {
        let actor = loaded.archive.actors().get(mention.actor)?;
        let (start, end) = points.span(mention.span);
        let text = words(mention.span.of(&article.title));
        let place = [Cell::Empty, Cell::Empty, text, Cell::Empty, Cell::Empty, Cell::count(start), Cell::count(end)];
        let key = [Cell::text(format!("{id}@headline.{start}")), words(id), words(&actor.id)];
        Some(key.into_iter().chain(place).collect())
    };
    article.headline_mentions.iter().filter_map(row).collect()
}

fn dates(article: &Article) -> Vec<Row> {
    let (id, points) = (&*article.id.0, &mut CodePoints::new(&article.body));
    let row = |timex: &crate::model::date::Timex| {
        let (start, end) = points.span(timex.span);
        vec![
            at(id, start),
            words(id),
            Cell::count(start),
            Cell::count(end),
            words(timex.span.of(&article.body)),
            Cell::text(timex.kind.name()),
            words(&timex.value),
            Cell::day(timex.interval.map(|days| days.first)),
            Cell::day(timex.interval.map(|days| days.last)),
            Cell::text(timex.precision.name()),
        ]
    };
    article.dates.iter().map(row).collect()
}

fn events(loaded: &Loaded, packed: ArticleRef<'_>, mentions: &[Mention]) -> Vec<Row> {
    let (id, body) = (packed.id(), packed.body());
    let points = &mut CodePoints::new(body);
    let row = |event: crate::model::segment::PackedEvent| {
        let sentence: Span = packed.sentence_at(event.timex.first());
        let days = event.interval();
        let (start, end) = points.span(event.timex);
        let [first, after] = ends(points.span(sentence));
        let named = actors_in(mentions, sentence);
        let named: Vec<&str> = named.iter().filter_map(|ix| Some(&*loaded.archive.actors().get(*ix)?.id)).collect();
        vec![
            at(&id.0, start),
            words(&id.0),
            Cell::Day(days.first),
            Cell::Day(days.last),
            Cell::text(event.precision.name()),
            Cell::text(event.telling.outlook.name()),
            Cell::count(start),
            Cell::count(end),
            first,
            after,
            words(sentence.of(body)),
            Cell::words(Some(named.join(" "))),
            Cell::words(Some(label_of_date(packed, event.timex))),
        ]
    };
    packed.events().map(row).collect()
}

fn stated(loaded: &Loaded, article: &Article) -> Vec<Row> {
    let (id, body, points) = (&*article.id.0, &article.body, &mut CodePoints::new(&article.body));
    let row = |statement: &Statement| {
        let (start, end) = points.span(statement.span);
        let speaker = statement.speaker.and_then(|ix| loaded.archive.actors().get(ix));
        let named = |span: Option<Span>| Cell::words(span.map(|span| one_line(span.of(body))));
        vec![
            at(id, start),
            words(id),
            Cell::text(statement.kind.name()),
            Cell::count(start),
            Cell::count(end),
            words(statement.span.of(body)),
            Cell::words(speaker.map(|actor| actor.id.to_string())),
            named(statement.speaker_words),
            named(statement.cue),
        ]
    };
    statements(article, loaded.archive.actors()).iter().map(row).collect()
}

fn counted(packed: ArticleRef<'_>, article: &Article) -> Vec<Row> {
    let (id, body) = (&*article.id.0, &article.body);
    let (points, sentences) = (&mut CodePoints::new(body), &mut CodePoints::new(body));
    let row = |figure: &Figure| {
        let (start, end) = points.span(figure.span);
        let [first, after] = ends(sentences.span(packed.sentence_at(figure.span.first())));
        vec![
            at(id, start),
            words(id),
            Cell::count(start),
            Cell::count(end),
            words(figure.span.of(body)),
            Cell::Number(figure.value),
            words(&figure.noun),
            Cell::text(figure.manner.name()),
            first,
            after,
        ]
    };
    figures(article).iter().map(row).collect()
}
