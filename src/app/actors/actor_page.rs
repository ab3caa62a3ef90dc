//! An actor's page: what is known of an actor and what the articles of the list tell of it, in rows to walk and follow.
//!
//! It sees no state: `portraying` makes it from a dossier and obeys its keys, `ui::actor_page` draws it.

use crate::app::widget::navigation::{Cursor, Motion};
use crate::locale::translated;
use crate::model::actor::{Actor, ActorIx, ActorTable, Likeness};
use crate::model::date::PartialDate;
use crate::query::actor_summary::{ActorSummary, SummarySentence};
use crate::tr;

/// The cells of the plot of months at most; longer times share cells.
const PLOT: usize = 48;
/// The ways an actor is written that are listed at most.
const NAMES: usize = 12;

/// A row of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum ActorPageRow {
    /// A heading.
    Heading(String),
    /// A fact.
    Text(String),
    /// Something counted: a way it is written.
    Counted(String, usize),
    /// An actor it stands with, or may be the same as, and what is said of that.
    Other(ActorIx, String, String),
    /// A sentence that names it.
    Told(SummarySentence),
    /// Nothing.
    Gap,
}

/// The page of one actor.
#[derive(Clone, Debug)]
pub struct ActorPage {
    /// The actor.
    pub actor: ActorIx,
    /// Its name, for the frame.
    pub title: String,
    /// The rows.
    pub rows: Vec<ActorPageRow>,
    /// Where the cursor stands in them.
    pub cursor: Cursor,
}

impl ActorPage {
    /// The page of `ix`, which is an actor of `actors`; `alike` are the pairs that may be one, `notes` what was written on it.
    #[must_use]
    pub fn new(
        (ix, actors): (ActorIx, &ActorTable),
        dossier: &ActorSummary,
        alike: &[Likeness],
        notes: &[String],
    ) -> Option<Self> {
        let actor = actors.get(ix)?;
        let mut rows = known(actor);
        rows.extend(notes.iter().map(|note| ActorPageRow::Text(format!("✎ {note}"))));
        rows.extend(seen(dossier));
        let other = |ix: ActorIx, said: String| ActorPageRow::Other(ix, actors.name(ix).to_owned(), said);
        let same = alike.iter().filter_map(|pair| Some(other(pair.beside(ix)?, pair.told().to_owned())));
        section(&mut rows, tr!("May be the same as"), same.collect());
        let counted = dossier.names.iter().take(NAMES).map(|(name, count)| ActorPageRow::Counted(written(actor, name), *count));
        section(&mut rows, tr!("Written"), counted.collect());
        let beside = dossier.companions.iter().map(|(ix, articles)| other(*ix, articles_of(*articles)));
        section(&mut rows, tr!("Appears with"), beside.collect());
        let part = if dossier.read < dossier.articles {
            tr!("Mentioned, in the first {read} of {articles}", read = dossier.read, articles = articles_of(dossier.articles))
        } else {
            tr!("Mentioned").to_owned()
        };
        section(&mut rows, &part, dossier.sentences.iter().cloned().map(ActorPageRow::Told).collect());
        let mut page = Self { actor: ix, title: actors.name(ix).to_owned(), rows, cursor: Cursor::default() };
        page.cursor.at = page.rows.iter().position(ActorPageRow::leads).unwrap_or(0);
        Some(page)
    }

    /// Shows the head of the page in a window of `rows`; the cursor stays on the first row that leads somewhere only where both have room.
    pub(crate) fn begin(&mut self, rows: usize) {
        let mut fitted = self.cursor;
        fitted.fit(self.rows.len(), rows);
        if fitted.top > 0 {
            self.cursor = Cursor::default();
        }
    }

    /// Moves the cursor; a step goes on to the next row that leads somewhere, when there is one.
    pub fn step(&mut self, motion: Motion, rows: usize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor.at = motion.from(self.cursor.at, last, rows);
    }

    /// Moves the cursor to the next row below that leads somewhere, when there is one.
    pub(crate) fn move_to_lead(&mut self) {
        let below = self.rows.iter().enumerate().skip(self.cursor.at).find(|(_, row)| row.leads());
        self.cursor.at = below.map_or(self.cursor.at, |(at, _)| at);
    }

    /// The row under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&ActorPageRow> {
        self.rows.get(self.cursor.at)
    }
}

impl ActorPageRow {
    /// Whether Enter on it goes somewhere.
    #[must_use]
    pub fn leads(&self) -> bool {
        matches!(self, Self::Other(..) | Self::Told(_))
    }
}

/// A section, when it has rows.
fn section(rows: &mut Vec<ActorPageRow>, title: &str, of: Vec<ActorPageRow>) {
    if !of.is_empty() {
        rows.extend([ActorPageRow::Gap, ActorPageRow::Heading(title.to_owned())]);
        rows.extend(of);
    }
}

/// What is known beforehand.
fn known(actor: &Actor) -> Vec<ActorPageRow> {
    let description = if actor.discovered { tr!("in no list of actors, found in this archive") } else { actor.described() };
    let kind = translated(actor.kind.name());
    let head = if description.is_empty() { kind.to_owned() } else { format!("{kind} · {description}") };
    let mut rows = vec![ActorPageRow::Text(head)];
    rows.extend(actor.offices.iter().map(|office| ActorPageRow::Text(office.told())));
    if !actor.source.is_empty() {
        rows.push(ActorPageRow::Text(tr!("source: {source} · {id}", source = actor.sourced(), id = actor.id)));
    }
    rows
}

/// How often, from when to when, and the plot of months.
fn seen(dossier: &ActorSummary) -> Vec<ActorPageRow> {
    let said = tr!(
        "{mentions} mention in {articles}" | "{mentions} mentions in {articles}",
        mentions = dossier.mentions,
        articles = articles_of(dossier.articles)
    );
    let mut rows = vec![ActorPageRow::Gap, ActorPageRow::Text(said)];
    // In a row of its own, so that it is whole on a narrow screen, too.
    rows.extend(dossier.seen.map(|(first, last)| ActorPageRow::Text(tr!("first {first}, last {last}", first, last))));
    if let (Some((first, _)), Some((last, _))) = (dossier.months.first(), dossier.months.last()) {
        let (plot, most) = plot(&dossier.months);
        rows.push(ActorPageRow::Text(tr!("{first} {plot} {last}, at most {most}", first, plot, last, most)));
    }
    rows
}

/// The articles of each month from the first to the last, or of runs of months when there are many; and the highest count.
fn plot(months: &[(PartialDate, usize)]) -> (String, usize) {
    const BARS: [char; 9] = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let number = |date: PartialDate| {
        let (year, month, _) = date.parts();
        usize::try_from(year).unwrap_or(0) * 12 + usize::from(month.unwrap_or(1)) - 1
    };
    let first = months.first().map_or(0, |(date, _)| number(*date));
    let last = months.last().map_or(0, |(date, _)| number(*date));
    let run = (last - first + 1).div_ceil(PLOT);
    let mut cells = vec![0; (last - first) / run + 1];
    for (date, articles) in months {
        if let Some(cell) = cells.get_mut((number(*date) - first) / run) {
            *cell += articles;
        }
    }
    let most = cells.iter().copied().max().unwrap_or(0);
    let bar = |count: &usize| BARS.get((count * (BARS.len() - 1)).div_ceil(most.max(1))).copied().unwrap_or(' ');
    (cells.iter().map(bar).collect(), most)
}

/// A way the actor is written; a place that stands for it is marked as such.
fn written(actor: &Actor, name: &str) -> String {
    let place = actor.metonyms.iter().any(|metonym| &**metonym == name);
    if place { tr!("{name} (its capital)", name) } else { name.to_owned() }
}

fn articles_of(count: usize) -> String {
    tr!("{n} article" | "{n} articles", n = count)
}

#[cfg(test)]
mod tests {
    use super::plot;
    use crate::model::date::PartialDate;

    #[test]
    fn the_plot_shows_gaps_and_shares_cells_when_time_is_long() {
        let month = |text: &str| PartialDate::parse(text).unwrap();
        assert_eq!(plot(&[(month("2020-01"), 1), (month("2020-02"), 8), (month("2020-04"), 4)]), ("▁█·▄".into(), 8));
        let (long, most) = plot(&[(month("1990-01"), 1), (month("2020-01"), 2)]);
        assert_eq!((long.chars().count(), most), (46, 2));
    }
}
