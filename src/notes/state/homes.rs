//! Which archives notes belong to: the one each was made in, and the open one where that is gone.

use std::collections::HashSet;
use std::path::Path;

use ulid::Ulid;

use crate::model::annotation::ArticleKey;
use crate::model::property::typed;
use crate::notes::action::NoteSubject;
use crate::notes::state::Notes;

impl Notes {
    /// The archives whose notes belong to the open one: itself, and those that noted an article of `found` and whose files are gone,
    /// since a folder that was renamed is another archive by name only. An annotation that finds no article and was made in one of
    /// these is an orphan here; one that was made in another is none of this archive's business.
    pub fn homes<'a>(&'a self, found: impl Iterator<Item = &'a ArticleKey>) -> HashSet<&'a str> {
        let noted = found.flat_map(|article| self.archives_of(article)).filter(|archive| self.gone.contains(*archive));
        std::iter::once(self.archive.as_str()).chain(noted).collect()
    }

    /// The archives in which something was noted of the article of exactly this key.
    pub fn archives_of<'a>(&'a self, article: &ArticleKey) -> impl Iterator<Item = &'a str> {
        self.articles.get(article).into_iter().flat_map(|noted| &noted.archives).map(|archive| &**archive)
    }

    /// Whether a note belongs to the open archive by where it was made, as one on an actor or a day does. One on an article goes by its article.
    #[must_use]
    pub fn is_made_here(&self, id: Ulid) -> bool {
        self.made_in.get(&id).is_none_or(|(_, archive)| self.is_home(archive))
    }

    /// Whether what was made in `archive` belongs to the open one: it is the same, it is none, all of its files and folders are among those
    /// that are open, or they are gone, so that the folder may have another name now.
    #[must_use]
    pub fn is_home(&self, archive: &str) -> bool {
        archive.is_empty() || self.archive.is_empty() || archive == self.archive || self.is_gone(archive) || self.holds(archive)
    }

    /// Whether none of the files and folders of `archive` is there any more.
    #[must_use]
    pub fn is_gone(&self, archive: &str) -> bool {
        self.gone.contains(archive)
    }

    /// Whether all files and folders of `archive` are among those that are open.
    fn holds(&self, archive: &str) -> bool {
        let record = self.others.get(&NoteSubject::Archive(archive.to_owned()));
        let is_open = |path: &String| self.paths.iter().any(|open| Path::new(path).starts_with(open));
        record.and_then(|record| record.get(typed::Paths)).is_some_and(|paths| !paths.is_empty() && paths.iter().all(is_open))
    }

    /// The archives that something was noted in, each with its files and folders.
    pub fn archives(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.others.iter().filter_map(|(subject, record)| match subject {
            NoteSubject::Archive(archive) => Some((archive.as_str(), record.get(typed::Paths)?.as_slice())),
            _ => None,
        })
    }
}
