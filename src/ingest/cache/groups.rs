//! Families and stories in a file of their own beside that of their archive, since they are found later, and only when somebody asks.
//!
//! They hold for exactly one state of the archive, told by its facts with all that the reader corrected. `query` asks.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use twox_hash::XxHash3_64;

use crate::analysis::families::{Families, Family, Member, Relation};
use crate::analysis::stories::{Stories, Story};
use crate::ingest::cache::block::{ALIGN, MappedBlock, checksum, lay, places};
use crate::ingest::cache::folder::{GROUPS, TEMPORARY};
use crate::ingest::cache::key::CacheKey;
use crate::ingest::cache::mapped;
use crate::ingest::cache::writer::make;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::column::{Runs, RunsBuilder, SharedBytes, Stored};
use crate::query::index::kept_groups::{Groups, KeptGroups};
use crate::text::span::Span;

const MAGIC: [u8; 8] = *b"LISEGRP\n";
/// The version of the layout, and the order of bytes.
const FORMAT: [u32; 2] = [1, 0x0102_0304];
/// The columns: where families end, their members, where stories end, their articles.
const COLUMNS: usize = 4;
/// The bytes before the columns: what it is, key and state, the lengths of the columns and their sum, and the sum of all that.
const HEAD: usize = 16 + 16 + 8 * COLUMNS + 16;

/// The file of the groups of one archive.
#[derive(Debug)]
pub struct GroupsFile {
    path: PathBuf,
    key: CacheKey,
    /// An archive whose texts have fewer bytes is not kept.
    least: u64,
}

/// What is kept of a member: article, containment as bits, relation, words of the run, and where that begins and ends.
type KeptMember = [u32; 6];

impl GroupsFile {
    /// Those beside the cache file at `archive`.
    #[must_use]
    pub fn beside(archive: &Path, key: CacheKey, least: u64) -> Self {
        Self { path: archive.with_extension(GROUPS), key, least }
    }

    /// What stands at the head of the file for `archive`, before the lengths.
    fn opening(&self, archive: &Archive) -> Vec<u8> {
        let numbers = FORMAT.iter().flat_map(|number| number.to_ne_bytes());
        MAGIC.into_iter().chain(numbers).chain(self.key.0.to_ne_bytes()).chain(state(archive).to_ne_bytes()).collect()
    }

    fn is_kept(&self, archive: &Archive) -> bool {
        archive.segments().iter().map(|segment| segment.text_len() as u64).sum::<u64>() >= self.least
    }

    fn read(&self, archive: &Archive) -> Option<Groups> {
        let bytes = Arc::new(mapped::open(&self.path, u64::MAX).ok()?);
        let (head, rest) = bytes.get(..HEAD)?.split_at_checked(HEAD - 16)?;
        let number = |bytes: &[u8], at: usize| Some(u64::from_ne_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
        let sum = number(rest, 0)?;
        if checksum(bytes.get(..HEAD - 8)?) != number(rest, 8)? || !head.starts_with(&self.opening(archive)) {
            return None;
        }
        let lengths = (0..COLUMNS).map(|at| number(head, 32 + 8 * at)).collect::<Option<Vec<u64>>>()?;
        let block = Arc::new(MappedBlock::new(&bytes, HEAD.next_multiple_of(ALIGN)..bytes.len(), sum));
        if !block.is_sound() {
            return None;
        }
        let mut columns = places(0, &lengths).map(|place| (Arc::clone(&block) as SharedBytes, place));
        let (families, stories) = (Runs::map(&mut || columns.next())?, Runs::map(&mut || columns.next())?);
        let stories = (lengths.get(2) > Some(&0)).then_some(stories);
        Some(Groups {
            families: families_of(&families, archive.len())?,
            stories: match stories {
                Some(stories) => Some(stories_of(&stories, archive.len())?),
                None => None,
            },
        })
    }

    fn write(&self, archive: &Archive, families: &Families, stories: Option<&Stories>) -> io::Result<()> {
        let (families, stories) = (kept_families(families), kept_stories(stories));
        let mut columns = Vec::new();
        families.visit(&mut |column| columns.push(column));
        stories.visit(&mut |column| columns.push(column));
        let mut laid = Vec::new();
        lay(&columns, &mut laid);
        let mut bytes = self.opening(archive);
        bytes.extend(columns.iter().flat_map(|column| (column.len() as u64).to_ne_bytes()));
        bytes.extend(checksum(&laid).to_ne_bytes());
        bytes.extend(checksum(&bytes).to_ne_bytes());
        bytes.resize(HEAD.next_multiple_of(ALIGN), 0);
        bytes.extend(laid);
        let folder = self.path.parent().unwrap_or(Path::new("."));
        make(folder)?;
        let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
        file.write_all(&bytes)?;
        file.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }
}

impl KeptGroups for GroupsFile {
    fn recall(&self, archive: &Archive) -> Option<Groups> {
        self.read(archive).filter(|_| self.is_kept(archive))
    }

    fn keep(&self, archive: &Archive, families: &Families, stories: Option<&Stories>) {
        if self.is_kept(archive) && self.write(archive, families, stories).is_err() {
            // What is there may be older; without it nothing wrong is read.
            let (Ok(()) | Err(_)) = fs::remove_file(&self.path);
        }
    }
}

/// A number for the facts of `archive`, hardly ever that of others. The texts follow from the sums of their files, which are among
/// the facts, and from the key.
fn state(archive: &Archive) -> u64 {
    let mut sums = Vec::new();
    for segment in archive.segments() {
        let mut columns = Vec::new();
        segment.visit(&mut |column| columns.push(column));
        // The last holds the texts.
        columns.pop();
        sums.extend(columns.into_iter().flat_map(|column| XxHash3_64::oneshot(column).to_ne_bytes()));
    }
    checksum(&sums)
}

fn kept_families(families: &Families) -> Runs<KeptMember> {
    let mut kept = RunsBuilder::default();
    for family in families.all() {
        kept.push(family.members.iter().map(|member| {
            let Member { article, containment, relation, run_words, run } = *member;
            [article.0, containment.to_bits(), relation as u32, run_words, run.start, run.end]
        }));
    }
    kept.finish()
}

/// The families in `kept`, of so many articles; `None` when they cannot be.
fn families_of(kept: &Runs<KeptMember>, articles: usize) -> Option<Families> {
    let member = |[article, containment, relation, run_words, start, end]: &KeptMember| {
        let relation = *Relation::ALL.get(*relation as usize)?;
        let run = Span { start: *start, end: *end };
        let article = ArticleIx(*article);
        (article.0 < u32::try_from(articles).ok()? && start <= end).then_some(Member {
            article,
            containment: f32::from_bits(*containment),
            relation,
            run_words: *run_words,
            run,
        })
    };
    let family = |at| Some(Family { members: kept.of(at).iter().map(member).collect::<Option<_>>()? });
    let families: Option<Vec<Family>> = (0..kept.ends().len()).map(family).collect();
    Some(Families::gathered(families?, articles))
}

fn kept_stories(stories: Option<&Stories>) -> Runs<u32> {
    let mut kept = RunsBuilder::default();
    for story in stories.into_iter().flat_map(Stories::all) {
        kept.push(story.articles.iter().map(|article| article.0));
    }
    kept.finish()
}

/// The stories in `kept`, of so many articles; `None` when they cannot be.
fn stories_of(kept: &Runs<u32>, articles: usize) -> Option<Stories> {
    let whole = kept.values().len() == articles && kept.values().iter().all(|article| (*article as usize) < articles);
    let story = |at| Story { articles: kept.of(at).iter().copied().map(ArticleIx).collect() };
    whole.then(|| Stories::gathered((0..kept.ends().len()).map(story).collect(), articles))
}
