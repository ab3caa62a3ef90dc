//! Whether a text is the article that a page tells machines of: by the words of its headline, its description and the body it declares. Called
//! by `html` alone.

use std::collections::HashSet;

use crate::ingest::draft::Lines;
use crate::ingest::formats::html_meta::plain;

/// Letters of a word that says something.
const LONG: usize = 5;

/// The words that a page tells of its article.
#[derive(Debug)]
pub(super) struct ToldWords(Vec<String>);

impl ToldWords {
    /// The words of `told`.
    pub(super) fn of<'a>(told: impl Iterator<Item = &'a str>) -> Self {
        /// Characters of each that are enough.
        const ENOUGH: usize = 600;
        let head = |text: &'a str| text.char_indices().nth(ENOUGH).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        let words = told.flat_map(|text| head(text).split(|c: char| !c.is_alphanumeric()));
        let mut known = HashSet::new();
        Self(words.filter(|word| word.chars().count() >= LONG && known.insert(*word)).map(str::to_owned).collect())
    }

    /// Whether the page tells enough of `other` and so little of `chosen` that the article is `other`.
    pub(super) fn prefer(&self, other: &Lines, chosen: &Lines) -> bool {
        /// Words that are enough to tell by.
        const LEAST: usize = 6;
        let words = &self.0;
        let most = |lines: &Lines| words.iter().filter(|word| lines.text.contains(&***word)).count() * 3 >= words.len();
        if words.len() < LEAST || most(chosen) {
            return false;
        }
        let (others, own) = (self.count(other), self.count(chosen));
        others * 2 >= words.len() && own * 2 < others
    }

    /// How many of the words stand in a text, whatever their capitals and accents.
    fn count(&self, lines: &Lines) -> usize {
        let text = plain(&lines.text);
        let said: HashSet<&str> = text.split(' ').collect();
        self.0.iter().filter(|word| said.contains(&*plain(word))).count()
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn the_text_that_the_page_tells_of_goes_before_a_longer_one() {
        let other = "<p>Vous lisez nos pages avec un navigateur ancien, ce qui peut gêner votre visite, et nous vous prions de le changer sans attendre.</p>";
        let page = format!(
            "<html lang=fr><head><title>La halle rouvre à Brume</title><meta name=description content='Après un an de travaux, les marchands retrouvent leurs étals sous la charpente.'></head>\
             <body><article><h1>La halle rouvre à Brume</h1><div><p>La halle a rouvert mardi. Les marchands retrouvent leurs étals.</p>\
             <p>Après un an de travaux, la charpente de Brume est comme neuve, dit la mairie.</p></div></article><div class=note>{}</div></body></html>",
            other.repeat(12)
        );
        let text = &read_text("a.html", &page).articles[0].body;
        assert!(text.contains("la charpente de Brume") && text.contains("La halle a rouvert mardi."), "{text}");
    }
}
