//! `[[colors]]`: the colours that highlights are made in, each with a name for what it means and a letter for the margin.
//!
//! ```toml
//! [[colors]]
//! name = "claim"
//! letter = "c"          # the first letter of the name that is free, unless told
//! color = "yellow"      # or red, green, blue, magenta, cyan, gray, or "#e0af68"
//! ```

use serde::{Deserialize, Deserializer};

use crate::tr;

/// The most colours there can be: one for each digit.
const MOST: usize = 9;

/// A colour of highlights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkColor {
    /// What it means; the name that annotations keep.
    pub name: String,
    /// The letter that picks it, and stands in the margin.
    pub letter: char,
    /// How it looks.
    pub tint: Tint,
}

/// How a colour looks, where there are colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the colours")]
pub enum Tint {
    Yellow,
    Green,
    Blue,
    Magenta,
    Red,
    Cyan,
    Gray,
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

/// All colours, in the order of their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkColors(Vec<MarkColor>);

impl Default for MarkColors {
    fn default() -> Self {
        let color = |name: &str, letter, tint| MarkColor { name: name.to_owned(), letter, tint };
        Self(vec![
            color("claim", 'c', Tint::Yellow),
            color("figure", 'f', Tint::Green),
            color("quote", 'q', Tint::Blue),
            color("doubt", 'd', Tint::Magenta),
            color("todo", 't', Tint::Red),
        ])
    }
}

impl MarkColors {
    /// The colours, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &MarkColor> {
        self.0.iter()
    }

    /// The colour of this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&MarkColor> {
        self.iter().find(|color| color.name == name)
    }

    /// The colour of this letter.
    #[must_use]
    pub fn of_letter(&self, letter: char) -> Option<&MarkColor> {
        self.iter().find(|color| color.letter == letter)
    }

    /// The colour of this number, from 1.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Option<&MarkColor> {
        self.0.get(number.checked_sub(1)?)
    }

    /// The letter in the margin for the colour of this name; for one that is not configured, the first letter of the name.
    #[must_use]
    pub fn letter(&self, name: &str) -> char {
        let first = || name.chars().next().filter(|c| c.is_alphabetic()).unwrap_or('?');
        self.named(name).map_or_else(first, |color| color.letter)
    }
}

impl<'de> Deserialize<'de> for MarkColors {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let written = Vec::<Written>::deserialize(value)?;
        read(written).map_err(serde::de::Error::custom)
    }
}

/// A colour as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    letter: Option<String>,
    color: Option<String>,
}

fn read(written: Vec<Written>) -> Result<MarkColors, String> {
    if written.is_empty() || written.len() > MOST {
        return Err(tr!("colors: give one to {most} of them", most = MOST));
    }
    let mut colors: Vec<MarkColor> = Vec::new();
    for (Written { name, letter, color }, spare) in written.into_iter().zip(SPARE.into_iter().cycle()) {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        if name.is_empty() || !name.chars().all(is_word) || colors.iter().any(|known| known.name == name) {
            return Err(tr!("colors: name = \"{name}\": give each a name of its own, of letters, digits and hyphens", name));
        }
        let taken = |letter: char| colors.iter().any(|known| known.letter == letter);
        let free = |letter: &char| letter.is_lowercase() && !taken(*letter);
        let letter = match letter {
            Some(text) => text.chars().next().filter(|c| text.chars().count() == 1 && free(c)),
            None => name.chars().flat_map(char::to_lowercase).chain('a'..='z').find(free),
        };
        let letter = letter.ok_or_else(|| tr!("colors: {name}: letter: give one small letter that no other colour has", name))?;
        let tint = color.map_or(Ok(spare), |color| tint(&color))?;
        colors.push(MarkColor { name, letter, tint });
    }
    Ok(MarkColors(colors))
}

/// What colours without a look get, in their order.
const SPARE: [Tint; 7] = [Tint::Yellow, Tint::Green, Tint::Blue, Tint::Magenta, Tint::Red, Tint::Cyan, Tint::Gray];

/// The look that a name or `#` with six hexadecimal digits stands for.
///
/// # Errors
/// When it is neither; the error says what is allowed.
pub(super) fn tint(text: &str) -> Result<Tint, String> {
    let named = match text {
        "yellow" => Some(Tint::Yellow),
        "green" => Some(Tint::Green),
        "blue" => Some(Tint::Blue),
        "magenta" => Some(Tint::Magenta),
        "red" => Some(Tint::Red),
        "cyan" => Some(Tint::Cyan),
        "gray" | "grey" => Some(Tint::Gray),
        _ => None,
    };
    let digits =
        || text.strip_prefix('#').filter(|digits| digits.len() == 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let rgb = || digits().map(u32::to_be_bytes).map(|[_, red, green, blue]| Tint::Rgb(red, green, blue));
    let wrong = || tr!("color \"{text}\": give yellow, green, blue, magenta, red, cyan, gray, or \"#e0af68\"", text);
    named.or_else(rgb).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::{MarkColors, Tint};
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct File {
        colors: MarkColors,
    }

    fn colors(text: &str) -> Result<MarkColors, String> {
        toml::from_str::<File>(text).map(|file| file.colors).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn colours_have_letters_and_numbers() {
        let colors = colors("[[colors]]\nname = \"claim\"\n[[colors]]\nname = \"critique\"\ncolor = \"#102030\"").unwrap();
        let look = |color: &super::MarkColor| (color.name.clone(), color.tint);
        let of_letter = |letter| colors.of_letter(letter).map(look);
        let numbered = |number| colors.numbered(number).map(look);
        assert_eq!(of_letter('c'), Some(("claim".into(), Tint::Yellow)));
        assert_eq!((of_letter('r'), numbered(2)), (numbered(2), Some(("critique".into(), Tint::Rgb(16, 32, 48)))));
        assert_eq!((of_letter('x'), numbered(3), numbered(0)), (None, None, None));
        assert_eq!((colors.letter("claim"), colors.letter("gone"), colors.letter("9")), ('c', 'g', '?'));
    }

    #[test]
    fn slips_are_told() {
        let wrong = |text: &str| colors(text).unwrap_err();
        assert!(wrong("colors = []").contains("one to 9"));
        assert!(wrong("[[colors]]\nname = \"a b\"").contains("name = \"a b\""));
        assert!(wrong("[[colors]]\nname = \"a\"\ncolor = \"beige\"").contains("beige"));
        assert!(wrong("[[colors]]\nname = \"a\"\nletter = \"xy\"").contains("one small letter"));
    }
}
