//! The manner of a dossier: in which language it speaks, in which style it cites, and what it shows beyond that.

/// How a dossier is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// The language of its own words and dates; quotations stay in theirs.
    pub lang: ExportLang,
    /// The style of its citations.
    pub style: ReferenceStyle,
    /// Whether whole paths and hashes are written, by which each quotation can be proved.
    pub proof: bool,
    /// Whether the names of colours stand in citations.
    pub colors: bool,
    /// Whether names and outlets are links to pages of their own, as Obsidian writes them.
    pub wikilinks: bool,
}

/// A language that dossiers are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExportLang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// A style of citations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReferenceStyle {
    /// As in the notes of a book: author, title in quotation marks, outlet, date.
    #[default]
    Note,
    /// ISO 690:2021, articles in newspapers.
    Iso690,
    /// The Chicago Manual of Style, 17th edition, bibliography (14.191).
    Chicago,
    /// The Publication Manual of the American Psychological Association, 7th edition (10.1, newspaper article).
    Apa,
    /// A template of Wikipedia: `{{Article}}` in French, `{{cite news}}` in English.
    Wikipedia,
}

impl ExportLang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Its ISO 639 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a locale such as `fr_FR.UTF-8`; English where it is none of ours.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let code = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or_default()
    }
}

impl ReferenceStyle {
    /// All of them, with their names.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Note, "note"),
        (Self::Iso690, "iso690"),
        (Self::Chicago, "chicago"),
        (Self::Apa, "apa"),
        (Self::Wikipedia, "wikipedia"),
    ];
}

#[cfg(test)]
mod tests {
    use super::ExportLang;

    #[test]
    fn a_locale_says_the_language() {
        assert_eq!(["fr_FR.UTF-8", "fr", "en_GB", "C", "", "friulian"].map(ExportLang::of_locale), {
            use ExportLang::{En, Fr};
            [Fr, Fr, En, En, En, En]
        });
    }
}
