//! Copies: the same bytes at several places of the open archive. What was noted of one of them is told apart by the place.

use std::cmp::Reverse;
use std::sync::{Arc, OnceLock};

use crate::model::annotation::{ArticleKey, hexadecimal};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::action::{EventKey, NoteSubject};
use crate::notes::anchoring::key_match::tail;
use crate::notes::state::Notes;
use crate::notes::state::record::Record;

/// How many of the first bytes of a hash the articles are put in order by.
const HEAD: usize = 6;

/// The articles by the first bytes of their hashes, in the order of these.
type ByBytes = Vec<([u8; HEAD], ArticleIx)>;

/// The places of bytes in the open archive. Which there are is found out when it is asked first, and most never ask.
#[derive(Clone, Debug, Default)]
pub(super) struct Copies {
    archive: Archive,
    by_bytes: Arc<OnceLock<ByBytes>>,
}

impl Copies {
    pub(super) fn of(archive: Archive) -> Self {
        Self { archive, by_bytes: Arc::default() }
    }

    pub(super) fn is_of(&self, archive: &Archive) -> bool {
        self.archive.is_loaded_as(archive)
    }

    /// Whether what was noted under `former` is another article's than `now`'s: the noted bytes stand where they stood, or a copy of them
    /// has more of that place. Of copies that have as much of it as each other none has it; a person chooses.
    pub(super) fn is_anothers(&self, former: &ArticleKey, now: &ArticleKey) -> bool {
        if former.path == now.path || self.archive.is_empty() {
            return false;
        }
        let places = self.places(&former.sha256);
        if former.sha256 != now.sha256 {
            return places.contains(&former.path);
        }
        let rank = |place: &String| (*place == former.path, tail(place, &former.path));
        let Some(best) = places.iter().map(rank).max() else { return false };
        places.iter().any(|place| *place != now.path && rank(place) == best)
    }

    /// Whether an article has the bytes of this identifier.
    fn has(&self, id: &str) -> bool {
        let head = id.split('-').next().and_then(head_of);
        head.is_some_and(|head| {
            self.by_bytes.get_or_init(|| self.in_order()).binary_search_by_key(&head, |(head, _)| *head).is_ok()
        })
    }

    /// Whether the bytes of `key` are those of several articles.
    pub(super) fn are_several(&self, key: &ArticleKey) -> bool {
        self.places(&key.sha256).len() > 1
    }

    /// The places at which the archive has these bytes, given as their hash in hexadecimal.
    fn places(&self, sha256: &str) -> Vec<String> {
        let Some(head) = head_of(sha256) else { return Vec::new() };
        let all = self.by_bytes.get_or_init(|| self.in_order());
        let first = all.partition_point(|(other, _)| *other < head);
        let same = all.iter().skip(first).take_while(|(other, _)| *other == head);
        let articles = same.filter_map(|(_, ix)| self.archive.get(*ix));
        articles.filter(|article| hexadecimal(&article.sha256()) == sha256).map(|article| article.place().to_string()).collect()
    }

    fn in_order(&self) -> Vec<([u8; HEAD], ArticleIx)> {
        let mut all: Vec<_> = self.archive.iter().map(|(ix, article)| (article.id_bytes(), ix)).collect();
        all.sort_unstable_by_key(|(head, ix)| (*head, Reverse(*ix)));
        all
    }
}

impl Notes {
    /// Tells what the open archive holds, all of it, so that copies are told apart by their places.
    pub fn know(&mut self, archive: &Archive) {
        self.copies = Copies::of(archive.clone());
    }

    /// Whether it was told of `archive` as it is now.
    #[must_use]
    pub fn knows(&self, archive: &Archive) -> bool {
        self.copies.is_of(archive)
    }

    /// Whether the open archive has an article of the bytes of this identifier.
    pub(in crate::notes) fn has_bytes(&self, id: &str) -> bool {
        self.copies.has(id)
    }

    /// Whether the open archive has the bytes of this article at several places.
    pub(in crate::notes) fn has_copies(&self, article: &ArticleKey) -> bool {
        self.copies.are_several(article)
    }

    pub(super) fn joined_event(&self, event: &EventKey) -> Record {
        let key = |former: &ArticleKey| EventKey { article: former.clone(), sentence: event.sentence.clone() };
        // The sentence must be the same as well.
        self.joined(&event.article, ArticleKey::is_same, |former| NoteSubject::Event(key(former)))
    }

    /// All that is known of what `subject` makes of `article` and of its former states.
    pub(super) fn joined(
        &self,
        article: &ArticleKey,
        is_of: impl Fn(&ArticleKey, &ArticleKey) -> bool,
        subject: impl Fn(&ArticleKey) -> NoteSubject,
    ) -> Record {
        let mut all = Record::default();
        let is_its_own = |former: &ArticleKey| is_of(former, article) && !self.copies.is_anothers(former, article);
        for former in self.articles.states(article).filter(|former| is_its_own(&former.key)) {
            if let Some(record) = self.others.get(&subject(&former.key)) {
                all.join(record);
            }
        }
        all
    }
}

/// The first bytes of a hash in hexadecimal.
fn head_of(hexadecimal: &str) -> Option<[u8; HEAD]> {
    let number = u64::from_str_radix(hexadecimal.get(..2 * HEAD)?, 16).ok()?;
    number.to_be_bytes().last_chunk().copied()
}

#[cfg(test)]
mod tests {
    use crate::model::annotation::ArticleKey;
    use crate::model::archive::Archive;
    use crate::model::article::{Article, Place};
    use crate::model::property::{Property, typed};
    use crate::notes::action::{FieldChange, NoteSubject};
    use crate::notes::anchoring::whole::with_text;
    use crate::notes::state::Notes;

    const TEXT: &str = "L'agence écrit que le pont sera fermé deux mois.";

    fn archive(paths: &[&str]) -> Archive {
        let article = |path: &&str| Article {
            sha256: [7; 32],
            place: Place { path: (*path).into(), ..Place::default() },
            body: TEXT.into(),
            ..Article::default()
        };
        let mut archive = Archive::default();
        archive.append_articles(paths.iter().map(article));
        archive
    }

    /// The outlets that the notes give to the articles at `now`, after "Un" was said of the one at `then`.
    fn outlets(then: &str, now: &[&str]) -> Vec<Option<String>> {
        let mut notes = Notes::new("test", 1);
        let key = |path: &str| {
            let article =
                Article { sha256: [7; 32], place: Place { path: path.into(), ..Place::default() }, ..Article::default() };
            with_text(ArticleKey::of(&article), TEXT)
        };
        notes.record(vec![FieldChange::new(NoteSubject::Article(key(then)), [Property::Source(Some("Un".into()))])]);
        notes.know(&archive(now));
        let outlet = |path: &&str| notes.article(&key(path)).get(typed::Source).cloned().flatten().map(String::from);
        now.iter().map(outlet).collect()
    }

    #[test]
    fn what_is_said_of_one_of_two_copies_is_not_said_of_the_other() {
        let un = || Some("Un".to_owned());
        assert_eq!(outlets("p/un/a.txt", &["p/un/a.txt", "p/deux/a.txt"]), [un(), None]);
        assert_eq!(outlets("p/deux/a.txt", &["p/un/a.txt", "p/deux/a.txt"]), [None, un()]);
        assert_eq!(outlets("p/un/a.txt", &["p/trois/b.txt"]), [un()], "it was moved");
        assert_eq!(outlets("p/un/a.txt", &["q/un/a.txt", "q/deux/a.txt"]), [un(), None], "and both were");
        assert_eq!(outlets("p/un/a.txt", &["p/trois/a.txt", "p/deux/a.txt"]), [None, None], "for a person to say");
    }

    #[test]
    fn a_second_copy_is_corrected_by_itself() {
        let mut notes = Notes::new("test", 1);
        let both = archive(&["p/un/a.txt", "p/deux/a.txt"]);
        notes.know(&both);
        for (_, article) in both.iter() {
            let key = with_text(ArticleKey::from(article), article.body());
            let change = FieldChange::new(NoteSubject::Article(key), [Property::Source(Some("Un".into()))]);
            assert!(notes.record(vec![change]).is_some(), "it is not so already");
        }
    }
}
