//! What an article has in common with the key of an annotation, weighed. [`super::article_match`] asks it of all articles that share
//! anything with a key; it decides nothing.

use std::borrow::Cow;

use crate::model::annotation::ArticleKey;
use crate::model::archive::ArticleIx;
use crate::model::segment::ArticleRef;
use crate::notes::anchoring::belonging::Reason;
use crate::notes::anchoring::whole::{is_alone, is_of_one_file};

/// What an article must weigh at least to come into question.
pub(crate) const ENOUGH: i32 = 4;
/// Articles that are weighed for one key: more would only be headings such as "Editorial".
pub(crate) const WEIGHED: usize = 64;
/// What the headline weighs.
pub(crate) const TITLE: i32 = 4;
/// By how much one is clearly nearer than another.
pub(crate) const CLEARLY: i32 = 3;

/// What an article has in common with a key.
#[expect(clippy::struct_excessive_bools, reason = "each of the questions is answered by itself")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyMatch {
    pub(crate) article: ArticleIx,
    pub(crate) is_text: bool,
    pub(crate) is_path: bool,
    pub(crate) is_url: bool,
    pub(crate) is_title: bool,
    /// Whether the file is the same under whatever ending, and of a file with several articles the headline.
    pub(crate) is_file: bool,
    /// Whether both have an address, and not the same.
    pub(crate) is_elsewhere: bool,
    /// How many parts at the end of the paths are the same.
    pub(crate) tail: usize,
}

/// What keys are compared with.
pub(crate) struct Compared<'a> {
    pub(crate) article: ArticleIx,
    pub(crate) hash: [u8; 32],
    pub(crate) path: Cow<'a, str>,
    /// Its address; empty when it has none.
    pub(crate) url: &'a str,
    pub(crate) title: &'a str,
}

impl<'a> Compared<'a> {
    pub(crate) fn of(article: ArticleIx, packed: ArticleRef<'a>) -> Self {
        let path = packed.item().map(|_| Cow::Owned(packed.place().to_string()));
        Self {
            article,
            hash: packed.sha256(),
            path: path.unwrap_or(Cow::Borrowed(packed.path())),
            url: address(packed.url().unwrap_or_default()),
            title: packed.folded_title(),
        }
    }
}

impl KeyMatch {
    /// What `compared` has in common with `key`, whose headline in folded letters is `title`.
    pub(crate) fn of(key: &ArticleKey, title: &str, compared: &Compared<'_>) -> Self {
        let (url, other) = (compared.url, address(&key.url));
        let is_title = title == compared.title;
        Self {
            article: compared.article,
            is_text: is_hash(&key.sha256, &compared.hash),
            is_path: key.path == compared.path,
            is_url: !url.is_empty() && other == url,
            is_title,
            is_file: is_of_one_file(&key.path, &compared.path) && (is_title || is_alone(&key.path) && is_alone(&compared.path)),
            is_elsewhere: !url.is_empty() && !other.is_empty() && other != url,
            tail: tail(&key.path, &compared.path),
        }
    }

    /// Whether no article that shares only a headline can come near.
    pub(crate) fn is_decided(&self) -> bool {
        self.weight() >= TITLE + CLEARLY
    }

    /// What is the same, weighed: the bytes above all the rest together, then the address, the path, the headline. Another address
    /// speaks against what else is the same, unless the bytes are.
    pub(crate) fn weight(self) -> i32 {
        let same =
            [(self.is_text, 20), (self.is_url, 6), (self.is_path, 5), (self.is_title, TITLE), (self.is_file_alone(), ENOUGH)];
        let against = if self.is_elsewhere && !self.is_text { 4 } else { 0 };
        same.into_iter().filter(|(is, _)| *is).map(|(_, weight)| weight).sum::<i32>() - against
    }

    /// Whether a near copy is the article itself, edited, and not another outlet's.
    pub(crate) fn is_kin(self) -> bool {
        self.is_path || self.is_url || self.is_file
    }

    /// Whether nothing is the same but the name of the file before its ending.
    pub(crate) fn is_file_alone(self) -> bool {
        self.is_file && !(self.is_path || self.is_title)
    }

    /// The reason when the text is the same.
    pub(crate) fn copied(self) -> Reason {
        if self.is_path { Reason::Text } else { Reason::MovedText }
    }

    /// Why it is the nearest, when it is.
    pub(crate) fn reason(self) -> Reason {
        match self {
            Self { is_text: true, is_path: true, .. } => Reason::Text,
            Self { is_text: true, .. } => Reason::MovedText,
            Self { is_path: true, .. } => Reason::Path,
            Self { is_url: true, .. } => Reason::Address,
            Self { is_file: true, is_title: false, .. } => Reason::Path,
            _ => Reason::Headline,
        }
    }
}

/// An address without what does not tell articles apart: the scheme, `www.`, a fragment, a slash at the end.
pub(crate) fn address(url: &str) -> &str {
    let bare = url.split('#').next().unwrap_or_default().trim();
    let bare = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://")).unwrap_or(bare);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/')
}

/// How many parts at the end of two paths are the same; the file, then its folders.
pub(crate) fn tail(a: &str, b: &str) -> usize {
    let parts = |path| str::rsplit(path, ['/', '\\']);
    parts(a).zip(parts(b)).take_while(|(a, b)| a == b).count()
}

fn is_hash(hexadecimal: &str, hash: &[u8; 32]) -> bool {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default());
    hexadecimal.chars().map(|c| c.to_ascii_lowercase()).eq(hash.iter().flat_map(digits))
}
