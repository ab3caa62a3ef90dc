//! The annotations of an archive, each with its article and with how well it has found its passage again.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::cli::args::{Input, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::{NotesSession, shown};
use crate::cli::output::Out;
use crate::cli::record::{CodePointRange, stretch};
use crate::cli::setup::{Loaded, Setup, origin};
use crate::cli::table::{Table, TableColumn, one_line};
use crate::locale::translated;
use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::{Annotation, Target};
use crate::model::archive::ArticleIx;
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::by_key::ByKey;
use crate::notes::querying::note_filter;
use crate::text::span::CodePoints;
use crate::tr;

/// An annotation as scripts read it. Field names and their order are what they rely on.
#[derive(Debug, Serialize)]
struct NoteRecord {
    id: String,
    on: &'static str,
    article: Option<String>,
    path: Option<String>,
    title: Option<String>,
    actor: Option<String>,
    day: Option<String>,
    color: Option<String>,
    quote: Option<String>,
    note: String,
    tags: Vec<String>,
    state: &'static str,
    #[serde(flatten)]
    place: Option<CodePointRange>,
    created: String,
    modified: String,
}

/// Prints the annotations that are wanted.
///
/// # Errors
/// When the archive cannot be loaded, or the output cannot be written.
pub fn run(input: &Input, wanted: &Wanted, setup: &Setup, out: &mut Out) -> anyhow::Result<ExitStatus> {
    let loaded = setup.load(input, wanted)?;
    let desk = NotesSession::open(Some(&origin(input.paths.clone())?), None)?;
    let is_here = |one: &Annotation| one.id.parse().is_ok_and(|id| desk.notes.is_made_here(id));
    let all: Vec<Annotation> = desk.notes.annotations().filter(is_here).collect();
    let places = places(&all, &loaded);
    let found = all.iter().zip(&places).filter(|(_, place)| **place != Belonging::Nowhere);
    let homes = desk.notes.homes(found.filter_map(|(annotation, _)| annotation.target.article()));
    let is_all = loaded.rows.len() == loaded.archive.len() || loaded.query.asks_for_notes();
    let rows: HashSet<ArticleIx> = loaded.rows.iter().copied().collect();
    let filtered = note_filter::wanted(&loaded.query, &loaded.index, &all, &|id| desk.notes.is_orphan(id));
    let is_wanted = |annotation: &Annotation, place: &Belonging| match place {
        _ if filtered.as_ref().is_some_and(|filtered| !filtered.contains(&annotation.id)) => false,
        Belonging::To(ix, _) => filtered.is_some() || rows.contains(ix),
        Belonging::Several(several) => filtered.is_some() || several.iter().any(|ix| rows.contains(ix)),
        Belonging::Nowhere => match annotation.target.article() {
            Some(article) => is_all && desk.notes.archives_of(article).any(|archive| homes.contains(archive)),
            None => is_all,
        },
    };
    let wanted = all.iter().zip(&places).filter(|(annotation, place)| is_wanted(annotation, place));
    let mut records = records(wanted, &loaded);
    for record in records.iter_mut().filter(|record| record.state != AnchorState::Exact.name()) {
        // What a person has left without a place has none, however near something comes.
        if record.id.parse().is_ok_and(|id| desk.notes.is_orphan(id)) {
            (record.state, record.place) = (AnchorState::Orphan.name(), None);
        }
    }
    match input.format {
        OutputFormat::Json => records.iter().try_for_each(|record| out.json(record))?,
        OutputFormat::People if records.is_empty() => {}
        OutputFormat::People => table(&records).print(out)?,
    }
    Ok(ExitStatus::of(records.len()))
}

/// Where each annotation belongs. Those on actors and days belong nowhere.
fn places(all: &[Annotation], loaded: &Loaded) -> Vec<Belonging> {
    let in_articles = all.iter().enumerate().filter_map(|(number, one)| Some((one.target.article()?, (number, one))));
    let ByKey { keys, groups } = in_articles.collect();
    let mut places = vec![Belonging::Nowhere; all.len()];
    for (belonging, group) in Register::of(keys).look_up(&loaded.archive).into_iter().zip(groups) {
        let anchors: Vec<&Anchor> = group.iter().filter_map(|(_, one)| one.target.anchor()).collect();
        let belonging = belonging.by_quotations(&loaded.archive, &anchors);
        for (number, _) in group {
            places[number].clone_from(&belonging);
        }
    }
    places
}

/// The records, by the order of the articles and of the places in them; what has no place comes last.
fn records<'a>(wanted: impl Iterator<Item = (&'a Annotation, &'a Belonging)>, loaded: &Loaded) -> Vec<NoteRecord> {
    let order: HashMap<ArticleIx, usize> = loaded.all_rows().iter().enumerate().map(|(at, ix)| (*ix, at)).collect();
    let mut of: HashMap<ArticleIx, Vec<&Annotation>> = HashMap::new();
    let mut last = Vec::new();
    for (annotation, place) in wanted {
        match place {
            Belonging::To(ix, _) => of.entry(*ix).or_default().push(annotation),
            Belonging::Several(_) => last.push(record(annotation, None, Some(AnchorState::Ambiguous), None)),
            Belonging::Nowhere => {
                let state = annotation.target.article().map(|_| AnchorState::Orphan);
                last.push(record(annotation, None, state, None));
            }
        }
    }
    let mut articles: Vec<_> = of.into_iter().collect();
    articles.sort_by_key(|(ix, _)| order.get(ix).copied());
    let mut records: Vec<NoteRecord> = articles.into_iter().flat_map(|(ix, of)| in_article(ix, &of, loaded)).collect();
    last.sort_by_key(|record| (record.state != AnchorState::Ambiguous.name(), record.state != AnchorState::Orphan.name()));
    records.append(&mut last);
    records
}

fn in_article(ix: ArticleIx, annotations: &[&Annotation], loaded: &Loaded) -> Vec<NoteRecord> {
    let Some(article) = loaded.archive.get(ix) else { return Vec::new() };
    let (body, mut points) = (Body::new(article.body()), CodePoints::new(article.body()));
    let mut placed: Vec<_> = annotations
        .iter()
        .map(|annotation| match &annotation.target {
            Target::Passage { anchor, .. } => {
                let found = body.find(anchor);
                (*annotation, found.span, Some(found.state))
            }
            _ => (*annotation, None, Some(AnchorState::Exact)),
        })
        .collect();
    placed.sort_by_key(|(_, span, _)| span.map(|span| span.start));
    let named = |(annotation, span, state): (&Annotation, Option<_>, _)| {
        let mut record = record(annotation, Some(article.id().to_string()), state, span.map(|span| stretch(&mut points, span)));
        record.path = Some(article.place().to_string());
        record.title = Some(article.title().to_owned());
        record
    };
    placed.into_iter().map(named).collect()
}

fn record(
    annotation: &Annotation,
    article: Option<String>,
    state: Option<AnchorState>,
    place: Option<CodePointRange>,
) -> NoteRecord {
    let key = annotation.target.article();
    let (on, quote, actor, day) = match &annotation.target {
        Target::Passage { anchor, .. } => ("passage", Some(anchor.exact.clone()), None, None),
        Target::Article { .. } => ("article", None, None, None),
        Target::Actor { id } => ("actor", None, Some(id.clone()), None),
        Target::Day { day } => ("day", None, None, Some(day.clone())),
    };
    NoteRecord {
        id: annotation.id.clone(),
        on,
        article,
        path: key.map(|key| key.path.clone()),
        title: key.map(|key| key.title.clone()),
        actor,
        day,
        color: annotation.color.clone(),
        quote,
        note: annotation.note.clone(),
        tags: annotation.tags().into_iter().map(str::to_owned).collect(),
        state: state.map_or("", AnchorState::name),
        place,
        created: shown(annotation.created),
        modified: shown(annotation.modified),
    }
}

fn table(records: &[NoteRecord]) -> Table {
    let mut table = Table::new(&[
        TableColumn::text(tr!("STATE"), 9),
        TableColumn::text(tr!("COLOUR"), 10),
        TableColumn::text(tr!("ON"), 32),
        TableColumn::text(tr!("QUOTE"), 48),
        TableColumn::text(tr!("NOTE"), usize::MAX),
    ]);
    for record in records {
        let on = [&record.title, &record.actor, &record.day].into_iter().flatten().next();
        table.row(vec![
            translated(record.state).to_owned(),
            record.color.clone().unwrap_or_default(),
            on.cloned().unwrap_or_default(),
            record.quote.clone().unwrap_or_default(),
            one_line(&record.note),
        ]);
    }
    table
}
