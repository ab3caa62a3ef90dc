//! The annotations of an archive, each with its article and with how well it has found its passage again.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::cli::args::{Input, LoadPurpose, OutputFormat, Wanted};
use crate::cli::exit_status::ExitStatus;
use crate::cli::notes_session::{NotesSession, shown};
use crate::cli::output::Out;
use crate::cli::record::{CodePointRange, stretch};
use crate::cli::setup::{Loaded, Setup, origin};
use crate::cli::table::{Table, TableColumn, one_line};
use crate::locale::translated;
use crate::model::anchor::AnchorState;
use crate::model::annotation::{Annotation, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchor_check::{Finding, ReviewItem, examine, subjects};
use crate::notes::anchoring::article_match::{Belonging, Reason};
use crate::notes::anchoring::body::Body;
use crate::notes::querying::note_filter;
use crate::notes::state::Notes;
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
    let loaded = setup.load_as(input, wanted, LoadPurpose::Notes)?;
    let mut desk = NotesSession::open(Some(&origin(input.paths.clone())?), None)?;
    desk.notes.know(&loaded.archive);
    let is_here = |one: &Annotation| one.id.parse().is_ok_and(|id| desk.notes.is_made_here(id));
    let all: Vec<Annotation> = desk.notes.annotations().filter(is_here).collect();
    let places = Places::of(&all, &desk.notes, &loaded.archive);
    let found = all.iter().filter(|one| places.belonging(one) != Belonging::Nowhere);
    let homes = desk.notes.homes(found.filter_map(|annotation| annotation.target.article()));
    let is_all = loaded.rows.len() == loaded.archive.len() || loaded.query.asks_for_notes();
    let rows: HashSet<ArticleIx> = loaded.rows.iter().copied().collect();
    let filtered = note_filter::wanted(&loaded.query, &loaded.index, &all, &|id| desk.notes.is_orphan(id));
    let is_wanted = |annotation: &&Annotation| match &places.belonging(annotation) {
        _ if filtered.as_ref().is_some_and(|filtered| !filtered.contains(&annotation.id)) => false,
        Belonging::To(ix, _) => filtered.is_some() || rows.contains(ix),
        Belonging::Several(several) => filtered.is_some() || several.iter().any(|ix| rows.contains(ix)),
        Belonging::Nowhere => match annotation.target.article() {
            Some(article) => is_all && desk.notes.archives_of(article).any(|archive| homes.contains(archive)),
            None => is_all,
        },
    };
    let mut records = records(all.iter().filter(is_wanted), &places, &loaded);
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

/// Where annotations belong and what became of them, as the review list of the reading room has it.
struct Places {
    homes: HashMap<String, ArticleIx>,
    findings: HashMap<String, Finding>,
}

impl Places {
    fn of(all: &[Annotation], notes: &Notes, archive: &Archive) -> Self {
        let item = |one: &Annotation| Some(ReviewItem::Annotation(one.id.parse().ok()?));
        let examined = examine(&subjects(notes, all.iter().filter_map(item)), archive);
        let named = |finding: Finding| match &finding.item {
            ReviewItem::Annotation(id) => Some((id.to_string(), finding)),
            _ => None,
        };
        Self {
            homes: examined.homes.into_iter().map(|(id, ix)| (id.to_string(), ix)).collect(),
            findings: examined.findings.into_iter().filter_map(named).collect(),
        }
    }

    /// The article that an annotation belongs to; nowhere for one on an actor or a day.
    fn belonging(&self, annotation: &Annotation) -> Belonging {
        let found = self.findings.get(&annotation.id).map(|finding| finding.belonging.clone());
        let home = || Some(Belonging::To(*self.homes.get(&annotation.id)?, Reason::Text));
        found.or_else(home).unwrap_or(Belonging::Nowhere)
    }

    /// What became of it; `None` for one on an actor or a day.
    fn state(&self, annotation: &Annotation) -> Option<AnchorState> {
        annotation.target.article()?;
        Some(self.findings.get(&annotation.id).map_or(AnchorState::Exact, |finding| finding.state))
    }
}

/// The records, by the order of the articles and of the places in them; what has no place comes last.
fn records<'a>(wanted: impl Iterator<Item = &'a Annotation>, places: &Places, loaded: &Loaded) -> Vec<NoteRecord> {
    let order: HashMap<ArticleIx, usize> = loaded.all_rows().iter().enumerate().map(|(at, ix)| (*ix, at)).collect();
    let mut of: HashMap<ArticleIx, Vec<&Annotation>> = HashMap::new();
    let mut last = Vec::new();
    for annotation in wanted {
        match places.belonging(annotation) {
            Belonging::To(ix, _) => of.entry(ix).or_default().push(annotation),
            _ => last.push(record(annotation, None, places.state(annotation), None)),
        }
    }
    let mut articles: Vec<_> = of.into_iter().collect();
    articles.sort_by_key(|(ix, _)| order.get(ix).copied());
    let mut records: Vec<NoteRecord> = articles.into_iter().flat_map(|(ix, of)| in_article(ix, &of, places, loaded)).collect();
    last.sort_by_key(|record| (record.state != AnchorState::Ambiguous.name(), record.state != AnchorState::Orphan.name()));
    records.append(&mut last);
    records
}

fn in_article(ix: ArticleIx, annotations: &[&Annotation], places: &Places, loaded: &Loaded) -> Vec<NoteRecord> {
    let Some(article) = loaded.archive.get(ix) else { return Vec::new() };
    let (body, mut points) = (Body::new(article.body()), CodePoints::new(article.body()));
    let span = |annotation: &Annotation| annotation.target.anchor().and_then(|anchor| body.find(anchor).span);
    let mut standing: Vec<_> =
        annotations.iter().map(|annotation| (*annotation, span(annotation), places.state(annotation))).collect();
    standing.sort_by_key(|(_, span, _)| span.map(|span| span.start));
    let named = |(annotation, span, state): (&Annotation, Option<_>, _)| {
        let mut record = record(annotation, Some(article.id().to_string()), state, span.map(|span| stretch(&mut points, span)));
        record.path = Some(article.place().to_string());
        record.title = Some(article.title().to_owned());
        record
    };
    standing.into_iter().map(named).collect()
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
