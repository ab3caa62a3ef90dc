//! A catalogue as the build script packs it (`build/locales.rs`): messages in order, found by halving. Not what is in force.

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The translations of one language.
#[derive(Debug)]
pub(super) struct Catalogue {
    /// Its ISO 639 code.
    pub code: &'static str,
    /// The number of messages, the ends of keys and translations as offsets into the texts, the texts.
    pub bytes: &'static [u8],
    /// Which form a number takes, as its header says (`Plural-Forms` of gettext).
    pub plural: fn(u64) -> usize,
}

/// Bytes of a number.
const NUMBER: usize = 4;
/// Between the forms of a plural.
const FORM: char = '\0';
/// Between a context and the text.
const CONTEXT: u8 = 4;

impl Catalogue {
    /// The translation of `text`, in its first form.
    pub fn find(&self, context: Option<&str>, text: &str) -> Option<&'static str> {
        self.forms(context, text)?.split(FORM).next()
    }

    /// The translation of `text` in the form for `count`.
    pub fn find_plural(&self, text: &str, count: u64) -> Option<&'static str> {
        self.forms(None, text)?.split(FORM).nth((self.plural)(count))
    }

    fn forms(&self, context: Option<&str>, text: &str) -> Option<&'static str> {
        let lead = context.map(|context| context.bytes().chain([CONTEXT]));
        let asked = || lead.clone().into_iter().flatten().chain(text.bytes());
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.text(middle)?.bytes().cmp(asked()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return self.text(self.len() + middle),
            }
        }
        None
    }

    fn len(&self) -> usize {
        self.number(0).unwrap_or_default()
    }

    /// The text with the number `at`: keys first, translations behind them.
    fn text(&self, at: usize) -> Option<&'static str> {
        let start = if at == 0 { 0 } else { self.number(at)? };
        let texts = self.bytes.get((1 + 2 * self.len()) * NUMBER..)?;
        std::str::from_utf8(texts.get(start..self.number(at + 1)?)?).ok()
    }

    fn number(&self, at: usize) -> Option<usize> {
        let bytes = self.bytes.get(at * NUMBER..)?.first_chunk::<NUMBER>()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }
}
