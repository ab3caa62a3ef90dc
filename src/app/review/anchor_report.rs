//! Accounts: what is told of an annotation that is not where it was. Its words, what has become of them and why, and the difference.

use ulid::Ulid;

use crate::app::keys::command::Command;
use crate::app::notes::highlights::quoted;
use crate::app::notes::note_editor_keys;
use crate::app::review::settling;
use crate::app::state::State;
use crate::locale::translated;
use crate::model::anchor::AnchorState;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::property::{Property, PropertyId};
use crate::notes::anchor_check::{CandidatePlace, Finding, ReviewItem};
use crate::notes::anchoring::article_match::{Belonging, Reason};
use crate::notes::anchoring::difference::{WordChange, WordRun, difference};
use crate::tr;

/// Words of a stretch that was kept that are shown beside a change.
const BESIDE: usize = 6;

/// What a row of the review list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// What became of it.
    pub state: &'static str,
    /// The letter of its colour.
    pub letter: char,
    /// The words quoted, or what else it is on.
    pub words: String,
    /// The headline of its article.
    pub about: String,
}

/// What is told of the annotation under the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnchorReport {
    /// What has become of it, and how its article was found.
    pub reason: String,
    /// How the words at the place looked at differ from those quoted; empty when there is no place.
    pub changes: Vec<WordRun>,
    /// The words quoted.
    pub quoted: String,
    /// The note that was written on them.
    pub note: String,
    /// What the two sides of the difference are called.
    pub labels: [&'static str; 2],
}

/// The row of something in the review list.
#[must_use]
pub fn row(state: &State, item: &ReviewItem) -> Option<ReviewRow> {
    let id = match item {
        ReviewItem::Annotation(id) => *id,
        ReviewItem::Texts(id) => {
            let annotation = state.notes.all.annotation(*id)?;
            let about = match &annotation.target {
                Target::Passage { article, .. } | Target::Article { article } => article.title.clone(),
                target => note_editor_keys::name(state, target),
            };
            return Some(ReviewRow {
                state: tr!("two texts"),
                letter: letter(state, &annotation),
                words: one_line(&annotation.note),
                about,
            });
        }
        ReviewItem::Facts(key) => return facts_row(state, item, key),
    };
    let (finding, annotation) = state.notes.reanchor.finding(item).zip(state.notes.all.annotation(id))?;
    let (words, about) = match &annotation.target {
        Target::Passage { article, anchor } => (tr!("“{exact}”", exact = one_line(&anchor.exact)), article.title.clone()),
        target => (note_editor_keys::title(state, target), String::new()),
    };
    Some(ReviewRow { state: translated(finding.state.name()), letter: letter(state, &annotation), words, about })
}

/// The row of what is known of a whole article, with the letter of the key that says it.
fn facts_row(state: &State, item: &ReviewItem, key: &ArticleKey) -> Option<ReviewRow> {
    let finding = state.notes.reanchor.finding(item)?;
    let facts = state.notes.all.facts_of(key);
    let is = |property| facts.iter().any(|fact| fact.property() == Some(property));
    let letter = match (is(PropertyId::Starred), is(PropertyId::Read)) {
        (true, _) => 'S',
        (false, true) if facts.len() == 1 => 'x',
        _ => 'D',
    };
    Some(ReviewRow { state: translated(finding.state.name()), letter, words: said(&facts), about: key.title.clone() })
}

fn said(facts: &[Property]) -> String {
    facts.iter().map(Property::said).collect::<Vec<_>>().join(", ")
}

/// The letter of the colour of an annotation.
#[must_use]
pub fn letter(state: &State, annotation: &Annotation) -> char {
    annotation.color.as_deref().map_or('n', |color| state.notes.colors.letter(color))
}

/// What is told of something that is looked at in the place of this number.
#[must_use]
pub fn account(state: &State, item: &ReviewItem, at: usize) -> Option<AnchorReport> {
    if let ReviewItem::Texts(id) = item {
        return texts_account(state, *id, at);
    }
    let finding = state.notes.reanchor.finding(item)?;
    let (quoted, note, key) = match item {
        ReviewItem::Annotation(id) | ReviewItem::Texts(id) => {
            let annotation = state.notes.all.annotation(*id)?;
            let key = annotation.target.article().cloned();
            let quoted =
                if let Target::Passage { anchor, .. } = annotation.target { one_line(&anchor.exact) } else { String::new() };
            (quoted, one_line(&annotation.note), key)
        }
        ReviewItem::Facts(key) => (one_line(&key.title), said(&state.notes.all.facts_of(key)), Some((**key).clone())),
    };
    let now = finding.places.get(at).and_then(|place| words(state, *place));
    let changes = now.map(|now| difference(&quoted, &now)).unwrap_or_default();
    let path = key.map(|key| key.path).unwrap_or_default();
    let reason = [Some(fate(finding, &changes, &path)), means(&finding.belonging).map(str::to_owned)];
    let reason = reason.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Some(AnchorReport { reason, changes, quoted, note, labels: [tr!("was"), tr!("now")] })
}

/// What is told of a note with several texts: how the one looked at differs from the one that holds.
fn texts_account(state: &State, id: Ulid, at: usize) -> Option<AnchorReport> {
    let ways = settling::ways(state, id);
    let holding = ways.first().map(|way| one_line(&way.text))?;
    // Before anything is chosen, the first of the others is of interest.
    let looked_at = ways.get(at.max(1)).filter(|_| at > 0 || ways.len() > 1)?;
    let changes = difference(&holding, &one_line(&looked_at.text));
    let key = state.key(Command::ChoosePlace);
    let reason = tr!(
        "written {n} time side by side, all kept; {key} chooses one or joins them"
            | "written {n} times side by side, all kept; {key} chooses one or joins them",
        n = ways.len().saturating_sub(1),
        key
    );
    Some(AnchorReport { reason, changes, quoted: holding, note: String::new(), labels: [tr!("holds"), tr!("other")] })
}

/// The words that stand at a place now; `None` for an article as a whole.
#[must_use]
pub fn words(state: &State, place: CandidatePlace) -> Option<String> {
    state.archive.get(place.article).zip(place.span).map(|(article, span)| one_line(span.of(article.body())))
}

/// The headline and the path of the article of a place.
#[must_use]
pub fn about(state: &State, place: CandidatePlace) -> String {
    state
        .archive
        .get(place.article)
        .map(|article| format!("{} · {}", quoted(article.title()), article.place()))
        .unwrap_or_default()
}

/// What has become of an annotation, in words.
fn fate(finding: &Finding, changes: &[WordRun], path: &str) -> String {
    let places = finding.places.len();
    let is_whole = finding.places.first().is_some_and(|place| place.span.is_none());
    match (finding.state, &finding.belonging) {
        (AnchorState::Exact, _) => tr!("where it was").to_owned(),
        (AnchorState::Moved, _) if is_whole => tr!("the very text stands in another file").to_owned(),
        (AnchorState::Altered, _) if is_whole => tr!("an article here is alike, and may be it").to_owned(),
        (AnchorState::Moved, _) => tr!("the same words stand elsewhere in the text").to_owned(),
        (AnchorState::Altered, _) => match differing(changes) {
            0 => tr!("text changed: spaces or signs differ").to_owned(),
            count => tr!("text changed: {n} word differs" | "text changed: {n} words differ", n = count),
        },
        (AnchorState::Ambiguous, Belonging::Several(several)) => {
            tr!("{n} article may be it" | "{n} articles alike", n = several.len())
        }
        (AnchorState::Ambiguous, _) => tr!("{places} places alike", places),
        (AnchorState::Orphan, Belonging::Nowhere) => tr!("the article is not among those here: {path}", path),
        (AnchorState::Orphan, _) if places == 0 => tr!("nothing like the words is left in the text").to_owned(),
        (AnchorState::Orphan, _) => {
            tr!("the words are gone; {n} place may be theirs" | "the words are gone; {n} places may be theirs", n = places)
        }
    }
}

/// How the article was found, when it is not simply the same file.
#[must_use]
pub fn means(belonging: &Belonging) -> Option<&'static str> {
    let Belonging::To(_, reason) = belonging else { return None };
    match reason {
        Reason::Text => None,
        Reason::MovedText => Some(tr!("renamed: same content")),
        Reason::Path => Some(tr!("same file, edited")),
        Reason::Address => Some(tr!("found by its address")),
        Reason::Headline => Some(tr!("found by its headline")),
        Reason::Quotations => Some(tr!("of several copies the one that holds the quotations")),
        Reason::NearCopy => Some(tr!("the same article, edited")),
        Reason::Words => Some(tr!("another article, in which the words stand")),
    }
}

/// How many words differ: of what was taken out and put in at one place, the more.
fn differing(changes: &[WordRun]) -> usize {
    let count = |change: &WordRun| change.text.split_whitespace().count();
    let stretches = changes.split(|change| change.change == WordChange::Kept);
    let of_kind = |stretch: &[WordRun], kind| stretch.iter().filter(|change| change.change == kind).map(count).sum::<usize>();
    stretches.map(|stretch| of_kind(stretch, WordChange::Removed).max(of_kind(stretch, WordChange::Added))).sum()
}

/// A difference with the words that are the same cut to those beside a change.
#[must_use]
pub fn shortened(changes: &[WordRun]) -> Vec<WordRun> {
    let last = changes.len().saturating_sub(1);
    let cut = |(at, change): (usize, &WordRun)| {
        let words: Vec<&str> = change.text.split(' ').collect();
        let (before, behind) = (if at == 0 { 0 } else { BESIDE }, if at == last { 0 } else { BESIDE });
        if change.change != WordChange::Kept || last == 0 || words.len() <= before + behind + 1 {
            return change.clone();
        }
        let (head, tail) = (words.get(..before), words.get(words.len() - behind..));
        let text = [head.unwrap_or_default(), &["…"], tail.unwrap_or_default()].concat().join(" ");
        WordRun { text, ..change.clone() }
    };
    changes.iter().enumerate().map(cut).collect()
}

/// Words on one line.
#[must_use]
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{differing, shortened};
    use crate::notes::anchoring::difference::{difference, in_line};

    #[test]
    fn a_difference_is_counted_in_words_and_shown_with_a_little_around_it() {
        let then = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize";
        let now = "zéro un deux trois quatre cinq six sept VIII neuf dix onze douze treize quatorze quinze seize";
        let changes = difference(then, now);
        assert_eq!(differing(&changes), 1);
        assert_eq!(
            in_line(&shortened(&changes)),
            "… deux trois quatre cinq six sept [-huit-] {+VIII+} neuf dix onze douze treize quatorze …"
        );
        assert_eq!(shortened(&difference(then, then)), difference(then, then));
    }
}
