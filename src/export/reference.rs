//! References: an article cited in the styles that papers, theses and encyclopedias ask for, in English and French.
//!
//! Own wording of the rules each style is named for in `manner`; what is not known is left out, and a date is never more precise than it
//! is. The templates call it through `view`.

use crate::export::dossier::ArticleFacts;
use crate::export::manner::{ExportLang, Manner, ReferenceStyle};
use crate::export::words;
use crate::export::{markdown, org, xml};
use crate::model::date::{PartialDate, Provenance, PublicationDate};

/// A piece of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Plain(String),
    /// The outlet, which stands in italics.
    Outlet(String),
}

/// A reference, before it has a markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleReference {
    pieces: Vec<Piece>,
}

impl ArticleReference {
    /// The reference of the article of `facts`, to its paragraph `paragraph` where one is given.
    #[must_use]
    pub fn of(facts: &ArticleFacts, paragraph: Option<u32>, manner: Manner) -> Self {
        let mut reference = Self::default();
        match manner.style {
            ReferenceStyle::Note => reference.note(facts, manner.lang),
            ReferenceStyle::Iso690 => reference.iso690(facts, manner.lang),
            ReferenceStyle::Chicago => reference.chicago(facts, manner.lang),
            ReferenceStyle::Apa => reference.apa(facts, manner.lang),
            ReferenceStyle::Wikipedia => reference.wikipedia(facts, manner.lang),
        }
        if let Some(paragraph) = paragraph {
            reference.add(", ", &format!("§ {paragraph}"));
        }
        reference
    }

    /// The name of what a note on a whole is about.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { pieces: vec![Piece::Plain(name.to_owned())] }
    }

    /// As one line of Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        self.in_markup(&|text| markdown::inline(text), ["*", "*"])
    }

    /// As HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        self.in_markup(&escaped, ["<cite>", "</cite>"])
    }

    /// As words of an OpenDocument text.
    #[must_use]
    pub(crate) fn odt(&self) -> String {
        self.in_markup(&xml::escaped, ["<text:span text:style-name=\"Outlet\">", "</text:span>"])
    }

    /// As one line of Org.
    #[must_use]
    pub fn org(&self) -> String {
        self.in_markup(&|text| org::plain(&text.replace('\n', " ")), ["", ""])
    }

    fn in_markup(&self, escaped: &dyn Fn(&str) -> String, [opens, closes]: [&str; 2]) -> String {
        // Blanks at the ends of a piece part it from the next and mean nothing else.
        let whole = |text: &str| {
            let inner = text.trim_matches(' ');
            let (before, after) =
                (text.len() - text.trim_start_matches(' ').len(), text.len() - text.trim_end_matches(' ').len());
            let after = if inner.is_empty() { 0 } else { after };
            format!("{}{}{}", " ".repeat(before), escaped(inner), " ".repeat(after))
        };
        let written = |piece: &Piece| match piece {
            Piece::Plain(text) => whole(text),
            Piece::Outlet(text) => format!("{opens}{}{closes}", whole(text)),
        };
        self.pieces.iter().map(written).collect()
    }

    /// Adds words behind `between`, which parts them from what stands there; nothing when there are none.
    fn add(&mut self, between: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let between = if self.pieces.is_empty() { "" } else { between };
        match self.pieces.last_mut() {
            Some(Piece::Plain(last)) => last.extend([between, text]),
            _ => self.pieces.push(Piece::Plain(format!("{between}{text}"))),
        }
    }

    fn add_outlet(&mut self, between: &str, outlet: &str) {
        if !outlet.is_empty() {
            if !self.pieces.is_empty() {
                self.add("", between);
            }
            self.pieces.push(Piece::Outlet(outlet.to_owned()));
        }
    }

    fn note(&mut self, facts: &ArticleFacts, lang: ExportLang) {
        self.add("", &facts.author);
        self.add(", ", &quoted(&facts.key.title, lang));
        self.add_outlet(", ", &facts.source);
        self.add(", ", &known_date(facts, lang));
        self.add(", ", &words::printed(facts));
    }

    fn iso690(&mut self, facts: &ArticleFacts, lang: ExportLang) {
        let (family, given) = family_name(&facts.author);
        let author = if given.is_empty() { family } else { format!("{}, {given}", family.to_uppercase()) };
        self.add("", &author);
        self.add(". ", &facts.key.title);
        self.add_outlet(". ", &facts.source);
        self.add(". ", &known_date(facts, lang));
        self.add(", ", &words::printed(facts));
        let from = match lang {
            ExportLang::En => "Available from: ",
            ExportLang::Fr => "Disponible à l’adresse : ",
        };
        if !facts.key.url.is_empty() {
            self.add(". ", &format!("{from}{}", facts.key.url));
        }
    }

    fn chicago(&mut self, facts: &ArticleFacts, lang: ExportLang) {
        let (family, given) = family_name(&facts.author);
        self.add("", &if given.is_empty() { family } else { format!("{family}, {given}") });
        let (title, outlet) = match lang {
            // American usage puts the stop inside the quotation marks.
            ExportLang::En => (format!("“{}.”", facts.key.title), " "),
            ExportLang::Fr => (quoted(&facts.key.title, lang), ", "),
        };
        self.add(". ", &title);
        self.add_outlet(outlet, &facts.source);
        self.add(", ", &known_american(facts, lang));
        self.add(", ", &words::printed(facts));
        self.add(". ", &facts.key.url);
    }

    fn apa(&mut self, facts: &ArticleFacts, lang: ExportLang) {
        let (family, given) = family_name(&facts.author);
        let initials: Vec<String> =
            given.split_whitespace().filter_map(|name| name.chars().next()).map(|first| format!("{first}.")).collect();
        let author = if initials.is_empty() { family } else { format!("{family}, {}", initials.join(" ")) };
        let date = apa_date(facts, lang);
        if author.is_empty() {
            self.add("", &format!("{}. ({date})", facts.key.title));
        } else {
            self.add("", &format!("{} ({date})", stopped(&author)));
            self.add(". ", &facts.key.title);
        }
        self.add_outlet(". ", &facts.source);
        self.add(", ", &words::printed(facts));
        self.add(". ", &facts.key.url);
    }

    fn wikipedia(&mut self, facts: &ArticleFacts, lang: ExportLang) {
        let (name, fields) = match lang {
            ExportLang::Fr => ("Article", ["langue", "auteur", "titre", "périodique", "date", "passage", "lire en ligne"]),
            ExportLang::En => ("cite news", ["language", "author", "title", "work", "date", "page", "url"]),
        };
        let date = known_date(facts, lang);
        let values = [&facts.lang, &facts.author, &facts.key.title, &facts.source, &date, &facts.page, &facts.key.url];
        // A stroke or a brace would end the field.
        let safe = |text: &str| text.replace('|', "{{!}}").replace("}}", "} }").replace('\n', " ");
        let filled = fields.iter().zip(values).filter(|(_, value)| !value.is_empty());
        let filled: Vec<String> = filled.map(|(field, value)| format!(" |{field}={}", safe(value))).collect();
        self.add("", &format!("{{{{{name}{}}}}}", filled.concat()));
    }
}

/// A title in the quotation marks of a language.
fn quoted(title: &str, lang: ExportLang) -> String {
    if title.is_empty() {
        return String::new();
    }
    match lang {
        ExportLang::En => format!("“{title}”"),
        // No line ends between a mark and its word.
        ExportLang::Fr => format!("«\u{A0}{title}\u{A0}»"),
    }
}

/// With a stop at its end.
fn stopped(text: &str) -> String {
    if text.ends_with('.') { text.to_owned() } else { format!("{text}.") }
}

/// The family name of a byline and what stands before it. A byline that is not plainly one person is all family name: to part it
/// wrongly is worse than not to part it.
fn family_name(byline: &str) -> (String, String) {
    let words: Vec<&str> = byline.split_whitespace().collect();
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase) && !word.contains([',', ';', '/', '&']);
    match words.as_slice() {
        [given, family] if is_name(given) && is_name(family) => ((*family).to_owned(), (*given).to_owned()),
        _ => (byline.trim().to_owned(), String::new()),
    }
}

fn known_date(facts: &ArticleFacts, lang: ExportLang) -> String {
    if facts.published == PublicationDate::Unknown { String::new() } else { words::cited_date(facts, lang) }
}

/// As [`known_date`], in English with the month first.
fn known_american(facts: &ArticleFacts, lang: ExportLang) -> String {
    match (facts.published, lang) {
        (PublicationDate::On(date), ExportLang::En) if facts.provenance != Provenance::Inferred => month_first(date, ", ", false),
        _ => known_date(facts, lang),
    }
}

/// `2011, October 23`; in French the day comes before the month.
fn apa_date(facts: &ArticleFacts, lang: ExportLang) -> String {
    match (facts.published, lang) {
        (PublicationDate::Unknown, ExportLang::En) => "n.d.".to_owned(),
        (PublicationDate::Unknown, ExportLang::Fr) => "s.\u{A0}d.".to_owned(),
        (PublicationDate::On(date), _) if facts.provenance != Provenance::Inferred => match (date.parts(), lang) {
            ((_, None, _), _) => words::calendar(date, lang),
            (_, ExportLang::En) => month_first(date, ", ", true),
            ((year, ..), ExportLang::Fr) => {
                let day = words::calendar(date, lang);
                format!("{year}, {}", day.strip_suffix(&format!(" {year}")).unwrap_or(&day))
            }
        },
        _ => words::cited_date(facts, lang),
    }
}

/// `October 23, 2011`, or `2011, October 23`.
fn month_first(date: PartialDate, comma: &str, year_first: bool) -> String {
    let (year, month, day) = date.parts();
    let Some(month) = month else { return year.to_string() };
    let month = words::month(month, ExportLang::En);
    let day = day.map(|day| format!(" {day}")).unwrap_or_default();
    if year_first {
        format!("{year}{comma}{month}{day}")
    } else if day.is_empty() {
        format!("{month} {year}")
    } else {
        format!("{month}{day}{comma}{year}")
    }
}

#[cfg(test)]
mod tests {
    use super::ArticleReference;
    use crate::export::dossier::ArticleFacts;
    use crate::export::manner::{ExportLang, Manner, ReferenceStyle};
    use crate::model::annotation::ArticleKey;
    use crate::model::date::{PartialDate, Provenance, PublicationDate};

    fn facts() -> ArticleFacts {
        let key = ArticleKey { title: "Le port rouvre".into(), url: "https://example.org/port".into(), ..ArticleKey::default() };
        ArticleFacts {
            key,
            source: "Ouest-Monde".into(),
            author: "Zoé Martin".into(),
            page: "3".into(),
            lang: "fr".into(),
            published: PublicationDate::On(PartialDate::parse("2011-10-23").unwrap()),
            provenance: Provenance::Metadata,
            ..ArticleFacts::default()
        }
    }

    fn cited(style: ReferenceStyle, lang: ExportLang, facts: &ArticleFacts) -> String {
        ArticleReference::of(facts, Some(4), Manner { lang, style, ..Manner::default() }).markdown().replace('\\', "")
    }

    #[test]
    fn each_style_in_french_and_english() {
        use ExportLang::{En, Fr};
        use ReferenceStyle::{Apa, Chicago, Iso690, Note, Wikipedia};
        for (style, lang, expected) in [
            (Note, Fr, "Zoé Martin, «\u{A0}Le port rouvre\u{A0}», *Ouest-Monde*, 23 octobre 2011, p. 3, § 4"),
            (Note, En, "Zoé Martin, “Le port rouvre”, *Ouest-Monde*, 23 October 2011, p. 3, § 4"),
            (
                Iso690,
                Fr,
                "MARTIN, Zoé. Le port rouvre. *Ouest-Monde*. 23 octobre 2011, p. 3. Disponible à l’adresse : https://example.org/port, § 4",
            ),
            (Chicago, En, "Martin, Zoé. “Le port rouvre.” *Ouest-Monde*, October 23, 2011, p. 3. https://example.org/port, § 4"),
            (Apa, En, "Martin, Z. (2011, October 23). Le port rouvre. *Ouest-Monde*, p. 3. https://example.org/port, § 4"),
            (Apa, Fr, "Martin, Z. (2011, 23 octobre). Le port rouvre. *Ouest-Monde*, p. 3. https://example.org/port, § 4"),
        ] {
            assert_eq!(cited(style, lang, &facts()), expected, "{style:?} {lang:?}");
        }
        let wiki = ArticleReference::of(&facts(), None, Manner { lang: Fr, style: Wikipedia, ..Manner::default() }).html();
        assert_eq!(
            wiki,
            "{{Article |langue=fr |auteur=Zoé Martin |titre=Le port rouvre |périodique=Ouest-Monde |date=23 octobre 2011 |passage=3 \
             |lire en ligne=https://example.org/port}}"
        );
    }

    #[test]
    fn what_is_not_known_is_left_out_and_a_guess_says_so() {
        let bare =
            ArticleFacts { key: ArticleKey { title: "Un titre".into(), ..ArticleKey::default() }, ..ArticleFacts::default() };
        assert_eq!(cited(ReferenceStyle::Note, ExportLang::Fr, &bare), "«\u{A0}Un titre\u{A0}», § 4");
        assert_eq!(cited(ReferenceStyle::Apa, ExportLang::En, &bare), "Un titre. (n.d.), § 4");
        let guess = ArticleFacts { provenance: Provenance::Inferred, author: "AFP".into(), page: String::new(), ..facts() };
        assert_eq!(
            cited(ReferenceStyle::Note, ExportLang::Fr, &guess),
            "AFP, «\u{A0}Le port rouvre\u{A0}», *Ouest-Monde*, 23 octobre 2011 (date déduite), § 4"
        );
    }
}
