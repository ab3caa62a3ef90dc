//! The columns of a segment: one row in each for every article.

use std::ops::Range;

use crate::model::article::Article;
use crate::model::column::{Column, Runs, SharedBytes, Stored};

/// What tells whether a file is the one that was read: its size and when it was last changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FileStamp {
    /// Its bytes.
    pub size: u64,
    /// When it was changed last, in nanoseconds since 1970; 0 when the system does not say.
    pub modified: u64,
}

/// An article on its way into a segment, with what is kept beside it.
#[derive(Clone, Debug, Default)]
pub struct Filed {
    /// The article, analysed.
    pub article: Article,
    /// Its file as it was when it was read.
    pub stamp: FileStamp,
    /// What its lines are recognised by when they repeat over an archive; see `ingest::repetition`.
    pub lines: Vec<u64>,
}

impl From<Article> for Filed {
    fn from(article: Article) -> Self {
        Self { article, ..Self::default() }
    }
}

macro_rules! segment {
    ($($(#[$doc:meta])* $name:ident: $kind:ty,)*) => {
        /// Articles packed into columns. A clone shares them.
        #[derive(Clone, Debug, Default)]
        pub struct Segment {
            $($(#[$doc])* pub(super) $name: $kind,)*
        }

        impl Stored for Segment {
            fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a [u8])) {
                $(self.$name.visit(visit);)*
            }

            fn map(next: &mut dyn FnMut() -> Option<(SharedBytes, Range<usize>)>) -> Option<Self> {
                Some(Self { $($name: <$kind>::map(next)?,)* })
            }
        }
    };
}

// Each article's row in every column; the order is the order of the cache file.
segment! {
    /// Kind and provenance of the publication date, and its two dates as bits.
    date: Column<[u32; 3]>,
    /// Words, boilerplate left out.
    words: Column<u32>,
    /// The place in a file of several articles, as the bits of an item; 0 when it is alone.
    item: Column<u32>,
    /// Which of the articles with the same bytes it is, from 1.
    copy: Column<u32>,
    /// The language's code, padded with zeros.
    lang: Column<[u8; 4]>,
    /// Where headline, source and author come from, and how the bytes were read.
    kinds: Column<[u8; 4]>,
    /// The headlines.
    title: Runs<u8>,
    /// The headlines folded, for the filter.
    folded: Runs<u8>,
    /// The outlets.
    source: Runs<u8>,
    /// The authors.
    author: Runs<u8>,
    /// The paths as shown.
    path: Runs<u8>,
    /// The actors with their mentions; none for those that only the boilerplate names.
    actors: Runs<[u16; 2]>,
    /// The actors of the gazetteer with their mentions, before those that the whole archive shows were added;
    /// events name them by their places here.
    named: Runs<[u16; 2]>,
    /// The dated events.
    events: Runs<[u32; 4]>,
    /// SHA-256 of the original bytes.
    sha256: Column<[u8; 32]>,
    /// The size and time of change of the file.
    stamp: Column<[u64; 2]>,
    /// The addresses.
    url: Runs<u8>,
    /// What sources state beside, packed.
    imprint: Runs<u8>,
    /// The names of encodings other than UTF-8.
    encoding: Runs<u8>,
    /// The evidence for inferred and declared dates.
    evidence: Runs<u8>,
    /// Start, and length and kind, of each block.
    blocks: Runs<[u32; 2]>,
    /// What repeating lines are recognised by.
    lines: Runs<u64>,
    /// What else may be a name; see [`crate::model::candidate::Candidate`].
    candidates: Runs<[u32; 3]>,
    /// The bodies, each ended by a zero byte, so that nothing is found across two of them.
    body: Runs<u8>,
}

impl Segment {
    /// How many columns, as they are visited, lists, filters and timelines need, how many more an article that is opened needs,
    /// and the text of the bodies.
    pub const TIERS: [usize; 3] = [22, 17, 1];

    /// The number of articles, also of those that lie in bytes nobody has looked at yet. Where these are damaged, all that is
    /// known of an article is unknown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.laid()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All bodies, each ended by a zero byte; [`Segment::body_ends`] tells them apart.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        self.body.values()
    }

    /// The bytes of all bodies, which costs no look at them.
    #[must_use]
    pub fn text_len(&self) -> usize {
        self.body.values().laid()
    }

    /// Behind the zero byte of each body.
    #[must_use]
    pub fn body_ends(&self) -> &[u32] {
        self.body.ends()
    }
}
