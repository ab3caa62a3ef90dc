//! Cases: named dossiers within an archive. A case is a set of articles, of notes and of queries.
//!
//! What it is stands in the journal: an entry with its name and its queries, and the names of its cases on each article and each note
//! ([`Property::Case`]). A note that names no case belongs to all of its archive.

use serde::{Deserialize, Serialize};
use ulid::Ulid;

use crate::model::annotation::{Annotation, ArticleKey};
use crate::model::property::{Property, typed};
use crate::notes::action::{FieldChange, NoteSubject};
use crate::notes::state::Notes;
use crate::text::fold::fold;
use crate::text::sanitize::sanitize;
use crate::tr;

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The archive it is in, by its identifier.
    pub archive: String,
    /// Its name.
    pub name: String,
    /// What it asks for, beside the articles that were put into it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub queries: Vec<String>,
}

impl Case {
    /// The query for all of its articles: those that were put into it, and those that its queries find.
    #[must_use]
    pub fn query(&self) -> String {
        let own = format!("case:{}", quoted(&self.name));
        if self.queries.is_empty() {
            return own;
        }
        let parts: Vec<String> = [own].into_iter().chain(self.queries.iter().map(|query| format!("({query})"))).collect();
        format!("({})", parts.join(" OR "))
    }
}

/// A name as a query has it.
fn quoted(name: &str) -> String {
    let is_bare = name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if is_bare { name.to_owned() } else { format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// The name of a new case as it is kept, with single spaces, as queries have it.
///
/// # Errors
/// When it has no word, or is too long to be shown anywhere.
pub fn new_name(typed: &str) -> Result<String, String> {
    /// More characters than any list has columns for.
    const MOST: usize = 200;
    let name = sanitize(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(tr!("a case needs a name").to_owned()),
        1..=MOST => Ok(name),
        _ => Err(tr!("the name of a case has at most {most} characters", most = MOST)),
    }
}

/// Whether an annotation with these cases belongs to `case`: it is of it, or of none, and so of all.
#[must_use]
pub fn belongs(cases: &[String], case: &str) -> bool {
    cases.is_empty() || cases.iter().any(|name| name == case)
}

/// The cases that an annotation names.
#[must_use]
pub fn cases_of(annotation: &Annotation) -> Vec<String> {
    let named = |field: &Property| if let Property::Case(names) = field { Some(names.clone()) } else { None };
    annotation.more.fields().find_map(named).unwrap_or_default()
}

impl Notes {
    /// The cases of the open archive, by name.
    #[must_use]
    pub fn cases(&self) -> Vec<(Ulid, Case)> {
        let entry = |(id, text): (Ulid, &str)| Some((id, serde_json::from_str::<Case>(text).ok()?));
        let mut cases: Vec<_> = self.case_texts().filter_map(entry).filter(|(_, case)| self.is_home(&case.archive)).collect();
        cases.sort_by(|(one_id, one), (other_id, other)| (&one.name, one_id).cmp(&(&other.name, other_id)));
        // Two devices may have made one of the same name: their queries are those of one case.
        let mut joined: Vec<(Ulid, Case)> = Vec::new();
        for (id, case) in cases {
            match joined.last_mut().filter(|(_, last)| last.name == case.name) {
                Some((_, last)) => last.queries.extend(case.queries),
                None => joined.push((id, case)),
            }
        }
        joined
    }

    /// The case of this name, whatever case and accents its letters have.
    #[must_use]
    pub fn case_named(&self, name: &str) -> Option<(Ulid, Case)> {
        let mut cases = self.cases();
        let at = cases.iter().position(|(_, case)| case.name == name);
        let key = |name: &str| fold(&name.split_whitespace().collect::<Vec<_>>().join(" "));
        let at = at.or_else(|| cases.iter().position(|(_, case)| key(&case.name) == key(name)))?;
        Some(cases.swap_remove(at))
    }

    /// What makes a case in the open archive, or changes it: `id` is that of its entry. One that was made in a part of the open archive
    /// stays that part's; one whose folder has another name now is the open archive's from here on.
    #[must_use]
    pub fn case_change(&self, id: Ulid, name: &str, queries: Vec<String>) -> FieldChange {
        let known = self.case_texts().find(|(known, _)| *known == id);
        let made_in = known.and_then(|(_, text)| Some(serde_json::from_str::<Case>(text).ok()?.archive));
        let archive = made_in.filter(|archive| !self.is_gone(archive)).unwrap_or_else(|| self.archive_id().to_owned());
        let case = Case { archive, name: name.to_owned(), queries };
        // Only maps with keys that are no strings, and there are none, could fail.
        let text = serde_json::to_string(&case).unwrap_or_default();
        FieldChange::new(NoteSubject::Annotation(id), [Property::CaseEntry(Some(text.into()))])
    }

    /// What takes a case away, with its name on articles and notes; they themselves stay.
    #[must_use]
    pub fn case_deletion(&self, name: &str) -> Vec<FieldChange> {
        let entries = self.case_texts().filter(|(_, text)| {
            serde_json::from_str::<Case>(text).is_ok_and(|case| case.name == name && self.is_home(&case.archive))
        });
        let gone = |(id, _)| FieldChange::new(NoteSubject::Annotation(id), [Property::CaseEntry(None)]);
        let mut changes: Vec<FieldChange> = entries.map(gone).collect();
        let subjects: Vec<NoteSubject> = self.all_subjects().collect();
        changes.extend(subjects.into_iter().filter_map(|subject| self.membership(subject, name, false)));
        changes
    }

    /// The cases that an article is in.
    #[must_use]
    pub fn cases_of_article(&self, article: &ArticleKey) -> Vec<String> {
        self.article(article).get(typed::Case).cloned().unwrap_or_default()
    }

    /// What puts an article or an annotation into a case, or takes it out; `None` when that is so already.
    #[must_use]
    pub fn membership(&self, subject: NoteSubject, case: &str, is_in: bool) -> Option<FieldChange> {
        let mut names = match &subject {
            NoteSubject::Article(key) => self.cases_of_article(key),
            other => self.own_record(other).and_then(|record| record.get(typed::Case).cloned()).unwrap_or_default(),
        };
        if names.iter().any(|name| name == case) == is_in {
            return None;
        }
        if is_in {
            names.push(case.to_owned());
            names.sort();
        } else {
            names.retain(|name| name != case);
        }
        Some(FieldChange::new(subject, [Property::Case(names)]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, belongs};
    use crate::model::annotation::ArticleKey;
    use crate::notes::action::NoteSubject;
    use crate::notes::state::Notes;

    fn notes() -> Notes {
        let mut notes = Notes::new("desk", 1);
        notes.open_archive("press", Vec::new());
        notes
    }

    #[test]
    fn a_case_is_made_filled_and_taken_away_and_all_of_it_undone() {
        let mut notes = notes();
        let id = notes.new_id();
        let change = notes.case_change(id, "Libye", vec!["syrte".into()]);
        assert!(notes.record(vec![change]).is_some());
        let (_, case) = notes.case_named("LIBYÉ").unwrap();
        assert_eq!((case.name.as_str(), case.query().as_str()), ("Libye", "(case:Libye OR (syrte))"));
        let article = ArticleKey { sha256: "aa".into(), path: "a.md".into(), ..ArticleKey::default() };
        let subject = NoteSubject::Article(article.clone());
        let put = notes.membership(subject.clone(), "Libye", true).unwrap();
        notes.record(vec![put]);
        assert!(notes.membership(subject, "Libye", true).is_none(), "it is in it already");
        assert_eq!(notes.cases_of_article(&article), ["Libye"]);
        let deletion = notes.case_deletion("Libye");
        notes.record(deletion);
        assert!(notes.cases().is_empty() && notes.cases_of_article(&article).is_empty());
        assert!(notes.undo().is_some());
        assert_eq!((notes.cases().len(), notes.cases_of_article(&article)), (1, vec!["Libye".to_owned()]));
    }

    #[test]
    fn the_cases_of_another_archive_are_not_here_and_two_of_one_name_are_one() {
        let mut notes = notes();
        for query in ["syrte", "tripoli"] {
            let id = notes.new_id();
            let change = notes.case_change(id, "Libye", vec![query.into()]);
            notes.record(vec![change]);
        }
        assert_eq!(notes.cases()[0].1.queries, ["syrte", "tripoli"]);
        notes.open_archive("other", Vec::new());
        assert!(notes.cases().is_empty());
    }

    #[test]
    fn a_case_follows_its_folder_under_another_name_and_beside_other_folders() {
        let mut notes = notes();
        notes.open_archive("press", vec!["/archives/press".into()]);
        let id = notes.new_id();
        let change = notes.case_change(id, "Libye", Vec::new());
        notes.record(vec![change]);
        notes.open_archive("both", vec!["/archives/other".into(), "/archives/press".into()]);
        assert_eq!(notes.cases().len(), 1);
        let change = notes.case_change(id, "Libye", vec!["syrte".into()]);
        notes.record(vec![change]);
        notes.open_archive("press", vec!["/archives/press".into()]);
        assert_eq!(notes.cases()[0].1.queries, ["syrte"], "what is done beside other folders is done to it");
        notes.open_archive("renamed", vec!["/archives/presse".into()]);
        assert!(notes.cases().is_empty(), "the folder is still there");
        notes.set_gone(["press".to_owned()].into());
        assert_eq!(notes.cases().len(), 1);
        let change = notes.case_change(id, "Libye", Vec::new());
        notes.record(vec![change]);
        notes.set_gone(std::collections::HashSet::new());
        assert_eq!(notes.cases().len(), 1, "it is that of the folder under its new name");
    }

    #[test]
    fn a_query_finds_a_name_whatever_its_signs() {
        let case = Case { archive: String::new(), name: "Affaire \"X\"".into(), queries: Vec::new() };
        assert_eq!(case.query(), r#"case:"Affaire \"X\"""#);
    }

    #[test]
    fn a_note_of_no_case_belongs_to_all() {
        assert!(belongs(&[], "a") && belongs(&["a".into(), "b".into()], "b") && !belongs(&["a".into()], "b"));
        let case = Case { archive: String::new(), name: "fall of the port".into(), queries: Vec::new() };
        assert_eq!(case.query(), "case:\"fall of the port\"");
    }
}
