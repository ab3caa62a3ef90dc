//! The names of destinations of rich text (RTF 1.9.1) whose words are no part of the text.

/// Destinations whose words are no part of the text.
pub(super) const SILENT: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "themedata",
    "colorschememapping",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "datastore",
    "latentstyles",
    "xmlnstbl",
    "filetbl",
    "revtbl",
    "fldinst",
    "objdata",
    "shppict",
    "nonshppict",
    "blipuid",
    "bkmkstart",
    "bkmkend",
    "mmathPr",
    "wgrffmtfilter",
    "pgdsctbl",
    "datafield",
];

/// Destinations that are printed on every page.
pub(super) const RUNNING: &[&str] = &["header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"];
