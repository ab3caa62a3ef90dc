//! What happens to articles between one loading and the next.

use crate::chance::Chance;
use crate::text::{Text, Word};

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Nothing,
    /// A character of so many words of a hundred.
    Typos(usize),
    /// So many words of a hundred, replaced, taken out or put in.
    Words(usize),
    /// Paragraphs in another order.
    Moved,
    /// Paragraphs in another order, and so many words of a hundred changed.
    MovedWords(usize),
    /// Lines of a web page between the paragraphs.
    Furniture,
    /// Other spaces, quotation marks, dashes, line ends; decomposed accents.
    Typography,
    /// UTF-8 read as windows-1252.
    Mojibake,
    /// Letters that Latin-1 does not have, and accents of capitals, lost.
    Latin,
    /// So much of a hundred left, from the head.
    Truncated(usize),
    /// So much of a hundred left, from the end.
    Beheaded(usize),
    /// A sentence like it, with two words changed, three sentences further on.
    Twin,
    /// The same, and the marked one taken out.
    OnlyTwin,
    /// Each marked passage taken out.
    Removed,
    /// A little of everything.
    Edition,
}

const OTHER_WORDS: [&str; 16] = [
    "toutefois",
    "mercredi",
    "however",
    "régional",
    "ancien",
    "près",
    "officials",
    "avec",
    "environ",
    "nouvelle",
    "the",
    "pouvoir",
    "several",
    "deux",
    "également",
    "Mossoul",
];
const FURNITURE: [&str; 6] = [
    "Lire aussi : les négociations de la semaine en cinq questions",
    "Partager cet article",
    "Advertisement",
    "Sign up for our newsletter to get the latest from the region",
    "À lire également : selon le ministère, le retrait de 500 soldats",
    "Suivez-nous sur les réseaux sociaux",
];

impl Change {
    /// `text` changed; `marked` are its passages, as ranges of words.
    pub fn apply(self, text: &Text, marked: &[(usize, usize)], chance: &mut Chance) -> Text {
        let mut text = text.clone();
        match self {
            Self::Nothing => {}
            Self::Typos(percent) => typos(&mut text, percent, chance),
            Self::Words(percent) => words(&mut text, percent, chance),
            Self::Moved => moved(&mut text, chance),
            Self::MovedWords(percent) => {
                moved(&mut text, chance);
                words(&mut text, percent, chance);
            }
            Self::Furniture => furniture(&mut text, chance),
            Self::Typography => each(&mut text, typography),
            Self::Mojibake => each(&mut text, mojibake),
            Self::Latin => each(&mut text, latin),
            Self::Truncated(percent) => text.0.truncate(text.0.len() * percent / 100),
            Self::Beheaded(percent) => drop(text.0.drain(..text.0.len() * (100 - percent) / 100)),
            Self::Twin => twins(&mut text, marked, false, chance),
            Self::OnlyTwin => twins(&mut text, marked, true, chance),
            Self::Removed => {
                text.0.retain(|word| {
                    !word.origin.is_some_and(|at| marked.iter().any(|(first, after)| (*first..*after).contains(&at)))
                });
            }
            Self::Edition => {
                typos(&mut text, 3, chance);
                words(&mut text, 6, chance);
                furniture(&mut text, chance);
                each(&mut text, typography);
            }
        }
        text
    }
}

fn each(text: &mut Text, change: fn(&mut Word)) {
    text.0.iter_mut().for_each(change);
}

fn typos(text: &mut Text, percent: usize, chance: &mut Chance) {
    for word in &mut text.0 {
        if chance.hits(percent) {
            let mut letters: Vec<char> = word.text.chars().collect();
            let at = chance.below(letters.len());
            match chance.below(3) {
                0 if letters.len() > 1 => drop(letters.remove(at)),
                1 => letters.insert(at, 'e'),
                _ => letters[at] = 'n',
            }
            word.text = letters.into_iter().collect();
        }
    }
}

fn words(text: &mut Text, percent: usize, chance: &mut Chance) {
    let mut changed = Vec::with_capacity(text.0.len() * 2);
    for word in text.0.drain(..) {
        let other = Word { text: (*chance.pick(&OTHER_WORDS)).to_owned(), gap: word.gap, origin: None, is_other: true };
        match chance.hits(percent).then(|| chance.below(3)) {
            None => changed.push(word),
            Some(0) => changed.push(Word { origin: word.origin, ..other }),
            Some(1) => {
                changed.push(Word { gap: " ", ..word });
                changed.push(other);
            }
            // The paragraph ends all the same.
            Some(_) => {
                if let Some(last) = changed.last_mut().filter(|_| word.gap == "\n\n") {
                    Word::clone_from(last, &Word { gap: word.gap, ..last.clone() });
                }
            }
        }
    }
    text.0 = changed;
}

fn moved(text: &mut Text, chance: &mut Chance) {
    let mut paragraphs: Vec<Vec<Word>> =
        text.paragraphs().into_iter().map(|(first, after)| text.0[first..after].to_vec()).collect();
    for at in (1..paragraphs.len()).rev() {
        paragraphs.swap(at, chance.below(at + 1));
    }
    text.0 = paragraphs.concat();
}

fn furniture(text: &mut Text, chance: &mut Chance) {
    let mut changed = Vec::new();
    for (first, after) in text.paragraphs() {
        if chance.hits(50) {
            changed.extend(Text::of(chance.pick::<&str>(&FURNITURE)).0.into_iter().map(|word| Word { origin: None, ..word }));
        }
        changed.extend_from_slice(&text.0[first..after]);
    }
    text.0 = changed;
}

fn typography(word: &mut Word) {
    let text = word.text.replace('\'', "’").replace('«', "“").replace('»', "”").replace('-', "\u{2011}");
    let (mut out, mut count) = (String::new(), 0);
    for c in text.chars() {
        count += 1;
        if count == 6 && c.is_ascii_alphabetic() {
            out.push('\u{AD}');
        }
        match c {
            'é' => out.push_str("e\u{301}"),
            'À' => out.push_str("A\u{300}"),
            _ => out.push(c),
        }
    }
    word.text = out;
    word.gap = if word.gap == " " { "\u{A0}\n" } else { "\n" };
}

fn mojibake(word: &mut Word) {
    word.text = word.text.bytes().map(|byte| if byte < 0x80 { char::from(byte) } else { windows(byte) }).collect();
}

fn windows(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x99 => '™',
        0x93 => '“',
        _ => char::from(byte),
    }
}

fn latin(word: &mut Word) {
    word.text = word.text.replace(['’', 'œ'], "?").replace('À', "A").replace('É', "E").replace(['«', '»'], "\"");
}

/// Each marked passage again with two words changed, three sentences further on.
fn twins(text: &mut Text, marked: &[(usize, usize)], is_only: bool, chance: &mut Chance) {
    let sentences = text.sentences();
    let behind = |after: usize| sentences.iter().map(|(_, end)| *end).filter(|end| *end > after).nth(2);
    let mut changed = Vec::new();
    for (at, word) in text.0.iter().enumerate() {
        if !(is_only && marked.iter().any(|(first, after)| (*first..*after).contains(&at))) {
            changed.push(word.clone());
        }
        for (first, after) in marked.iter().filter(|(_, after)| behind(*after) == Some(at + 1)) {
            let mut twin: Vec<Word> = text.0[*first..*after].iter().map(|word| Word { origin: None, ..word.clone() }).collect();
            for _ in 0..2 {
                let len = twin.len();
                twin[chance.below(len)].text = (*chance.pick(&OTHER_WORDS)).to_owned();
            }
            changed.extend(twin);
        }
    }
    text.0 = changed;
}
