//! The dossier as it may go into a file: no word of a journal, a name or `actors.toml` commands a terminal or turns what is read.
//!
//! Words are cleaned before they get a form, so that nothing new begins where a sign is gone, and before the seal by which our own
//! files are known. JSON escapes such signs instead and says what was said.

use std::borrow::Cow;
use std::sync::Arc;

use crate::export::dossier::{ArticleFacts, ExportDocument, ExportItem, ItemSubject, Section};
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::text::terminal_safe::TerminalSafe;

/// `dossier` with all its words cleaned as [`TerminalSafe::text`] does; what can be seen of them stays as it is.
#[must_use]
pub fn cleaned(dossier: &ExportDocument) -> Cow<'_, ExportDocument> {
    let mut is_changed = false;
    let mut sections = Vec::new();
    for (at, section) in dossier.sections.iter().enumerate() {
        let mut copy = section.clone();
        if clean(&mut copy, &mut |words| tidy(words)) {
            if !is_changed {
                sections.extend(dossier.sections.iter().take(at).cloned());
            }
            is_changed = true;
        }
        // Copies are kept from the first that differs; nearly every dossier has none.
        if is_changed {
            sections.push(copy);
        }
    }
    let mut heads = [dossier.title.clone(), dossier.archive.clone(), dossier.generator.clone()];
    let is_headed = heads.iter_mut().map(tidy).fold(false, |any, changed| any | changed);
    if !is_changed && !is_headed {
        return Cow::Borrowed(dossier);
    }
    let [title, archive, generator] = heads;
    let sections = if is_changed { sections } else { dossier.sections.clone() };
    Cow::Owned(ExportDocument { title, archive, generator, sections })
}

/// Cleans `words` and says whether they were not clean.
fn tidy(words: &mut String) -> bool {
    match TerminalSafe::text(words) {
        clean if clean.is_changed() => {
            *words = clean.into_owned();
            true
        }
        _ => false,
    }
}

/// Goes over all words of `section` and says whether one was changed.
fn clean(section: &mut Section, tidy: &mut dyn FnMut(&mut String) -> bool) -> bool {
    let mut words = Vec::new();
    match &mut section.subject {
        ItemSubject::Article(facts) => of_facts(facts, &mut words),
        ItemSubject::Actor { id, name } => words.extend([id, name]),
        ItemSubject::Day(day) => words.push(day),
    }
    for item in &mut section.items {
        of_item(item, &mut words);
    }
    words.into_iter().map(tidy).fold(false, |any, changed| any | changed)
}

fn of_facts<'a>(facts: &'a mut ArticleFacts, words: &mut Vec<&'a mut String>) {
    let ArticleFacts { key, id, source, author, section, page, credit, docid, evidence, lang, published: _, provenance: _ } =
        facts;
    of_key(key, words);
    words.extend([id, source, author, section, page, credit, docid, evidence, lang]);
}

fn of_key<'a>(key: &'a mut ArticleKey, words: &mut Vec<&'a mut String>) {
    let ArticleKey { sha256, path, url, title, text, sketch } = key;
    words.extend([sha256, path, url, title, text, sketch]);
}

fn of_item<'a>(item: &'a mut ExportItem, words: &mut Vec<&'a mut String>) {
    let ExportItem { annotation, actors, days, state: _, paragraph: _ } = item;
    // Of `more`, no form of ours but JSON writes anything.
    let Annotation { id, target, color, note, created: _, modified: _, more: _ } = annotation;
    words.extend([id, note]);
    words.extend(color);
    match target {
        Target::Passage { article, anchor } => {
            of_key(Arc::make_mut(article), words);
            words.extend([&mut anchor.exact, &mut anchor.prefix, &mut anchor.suffix, &mut anchor.text, &mut anchor.extractor]);
        }
        Target::Article { article } => of_key(Arc::make_mut(article), words),
        Target::Actor { id } => words.push(id),
        Target::Day { day } => words.push(day),
    }
    words.extend(actors.iter_mut().flat_map(|(id, name)| [id, name]));
    words.extend(days.iter_mut().map(|day| &mut day.label));
}
