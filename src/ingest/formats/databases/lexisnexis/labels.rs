//! The labels of fields in `LexisNexis` documents, in English, French, German, Dutch, Spanish, Italian and Danish.

use crate::text::fold::fold;

/// What a labelled block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// The headline.
    Headline,
    /// Who signs.
    Author,
    /// Section and page.
    Section,
    /// How long the text is.
    Length,
    /// The text begins.
    Body,
    /// A summary or a highlighted passage of the text.
    Highlight,
    /// Captions of pictures.
    Graphic,
    /// The language.
    Language,
    /// When the database took it in.
    Load,
    /// By what number the paper's archive knows it.
    Number,
    /// Subjects, companies, places, kinds: what the database adds behind the text.
    Tail,
    /// What is added above the text.
    Other,
}

impl Label {
    /// Whether it may be the first below the headline.
    pub(super) fn is_head(self) -> bool {
        !matches!(self, Self::Load | Self::Number | Self::Tail | Self::Graphic | Self::Language)
    }

    /// Whether what follows it without a label is no text.
    pub(super) fn is_tail(self) -> bool {
        matches!(self, Self::Load | Self::Number | Self::Tail | Self::Language)
    }
}

/// Labels, folded.
const LABELS: &[(Label, &[&str])] = &[
    (Label::Number, &["acc-no", "accession-number", "accession number", "document-id"]),
    (
        Label::Headline,
        &["headline", "title", "titre", "titel", "uberschrift", "kop", "titular", "titulo", "titolo", "overskrift"],
    ),
    (
        Label::Author,
        &["byline", "auteur", "auteurs", "autor", "autoren", "door", "autore", "forfatter", "verfasser", "signature"],
    ),
    (
        Label::Section,
        &["section", "rubrique", "rubrik", "ressort", "rubriek", "sectie", "seccion", "sezione", "secao", "sektion", "pagina"],
    ),
    (
        Label::Length,
        &["length", "longueur", "lange", "lengte", "longitud", "lunghezza", "tamanho", "laengde", "længde", "laenge"],
    ),
    (
        Label::Body,
        &[
            "body",
            "corps",
            "corps du texte",
            "text",
            "tekst",
            "volltext",
            "cuerpo",
            "hoofdtekst",
            "hauptteil",
            "inhoud",
            "corpo",
            "corpo del testo",
        ],
    ),
    (Label::Highlight, &["highlight", "encart", "hervorhebung", "samenvatting", "resumen", "abstract", "blickfang", "chapeau"]),
    (Label::Graphic, &["graphic", "graphique", "grafik", "illustration", "grafico", "afbeelding", "grafiek", "photo"]),
    (Label::Language, &["language", "langue", "sprache", "taal", "idioma", "lingua", "sprog"]),
    (
        Label::Load,
        &[
            "load-date",
            "date-chargement",
            "update",
            "ladedatum",
            "laad-datum",
            "laaddatum",
            "fecha-carga",
            "fecha de carga",
            "date de chargement",
            "upload-datum",
            "opladningsdato",
            "update-date",
            "data di caricamento",
            "data-caricamento",
            "data de carregamento",
        ],
    ),
    (
        Label::Tail,
        &[
            "publication-type",
            "publication type",
            "type-publication",
            "type de publication",
            "publikationstyp",
            "publicatietype",
            "soort-publicatie",
            "tipo-publicacion",
            "tipo de publicacion",
            "publikationstype",
            "subject",
            "sujet",
            "thema",
            "onderwerp",
            "tema",
            "geographic",
            "localisation-geo",
            "geografisch",
            "geografico",
            "localisation geographique",
            "land",
            "company",
            "societe",
            "unternehmen",
            "bedrijf",
            "empresa",
            "organization",
            "organisation",
            "organisatie",
            "organizacion",
            "person",
            "personne",
            "persoon",
            "persona",
            "industry",
            "secteur",
            "branche",
            "sector",
            "ticker",
            "correction-date",
            "pub-subject",
            "journal-code",
            "document-type",
            "type",
            "distribution",
            "classification",
            "klassifizierung",
            "classificatie",
            "clasificacion",
            "classificazione",
            "classificacao",
            "city",
            "state",
            "country",
            "name",
            "series",
            "notes",
            "journal code",
            "copyright",
            "document",
            "issn",
            "photographer",
            "correction",
            "date-correction",
        ],
    ),
    (Label::Other, &["dateline", "ortszeile", "column", "edition", "version", "category", "source", "url", "origine", "date"]),
];

/// The label of a block, and what stands behind it: `SECTION: NEWS; Pg. 4`, `Body` alone.
pub(super) fn label(block: &str) -> Option<(Label, &str)> {
    /// Bytes of a label.
    const LONGEST: usize = 30;
    let (key, rest) = match block.split_once(':') {
        Some((key, rest)) => (key, rest),
        None => (block, ""),
    };
    let key = key.trim();
    // A word that opens a sentence of the text has small letters behind it, or none of a label's marks.
    let bare = rest.is_empty() && !block.contains(':');
    if key.is_empty() || key.len() > LONGEST || key.contains('\n') || !key.starts_with(char::is_uppercase) {
        return None;
    }
    let folded = fold(key);
    let (label, _) = LABELS.iter().find(|(_, names)| names.contains(&folded.as_str()))?;
    let alone = matches!(label, Label::Body | Label::Graphic | Label::Highlight)
        || folded.starts_with("classifica")
        || matches!(&*folded, "clasificacion" | "klassifizierung" | "notes");
    (!bare || alone).then_some((*label, rest.trim()))
}

/// `A-SECTION; Pg. A01`: the section and the page.
pub(super) fn section(words: &str) -> (Option<String>, Option<String>) {
    const PAGES: [&str; 9] = ["Pg.", "Pg", "pg.", "p.", "S.", "Blz.", "blz.", "Page", "pág."];
    let (mut section, mut page) = (Vec::new(), None);
    for part in words.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let number = PAGES.iter().find_map(|word| part.strip_prefix(word)).map(str::trim);
        match number.filter(|number| number.len() <= 20 && number.bytes().any(|byte| byte.is_ascii_digit())) {
            Some(number) => page = Some(number.to_owned()),
            None => section.push(part),
        }
    }
    (Some(section.join("; ")).filter(|section| !section.is_empty()), page)
}

#[cfg(test)]
mod tests {
    use super::{Label, label, section};

    #[test]
    fn labels_are_told_from_words_of_a_text() {
        assert_eq!(label("RUBRIQUE: LOCAL; Pg. 3"), Some((Label::Section, "LOCAL; Pg. 3")));
        assert_eq!(label("LÄNGE: 312 Wörter").map(|(label, _)| label), Some(Label::Length));
        assert_eq!(label("Byline:\u{a0}Ann Poe"), Some((Label::Author, "Ann Poe")));
        assert_eq!(label("Body"), Some((Label::Body, "")));
        for words in ["WASHINGTON: The", "Section", "length: 3", "The body: a tale", "Source"] {
            assert_eq!(label(words), None, "{words}");
        }
    }

    #[test]
    fn pages_are_told_from_sections() {
        let found = |words| section(words);
        assert_eq!(found("A-SECTION; Pg. A01"), (Some("A-SECTION".to_owned()), Some("A01".to_owned())));
        assert_eq!(found("Pg. B22"), (None, Some("B22".to_owned())));
        assert_eq!(found("POLITICS; Version:28"), (Some("POLITICS; Version:28".to_owned()), None));
    }
}
