//! The markup of `MediaWiki` as HTML, which `html_text` reads: headings, lists, tables, links by their labels, files by their captions.
//!
//! Templates run programs that no dump holds. One within a line is taken for the words it is given; one on lines of its own is a box and left
//! out, but for sentences, as quotations are set. Each pair of signs is found in one pass, so that none that stays open costs time.

use std::collections::HashMap;

use crate::ingest::formats::date;
use crate::ingest::formats::json;
use crate::text::fold::fold;

mod blocks;

/// The names of the namespaces of a wiki, by their numbers.
pub(super) struct Namespaces {
    names: Vec<(i32, String)>,
}

/// The numbers of files and categories.
const FILE: i32 = 6;
const CATEGORY: i32 = 14;

impl Namespaces {
    pub(super) fn new(mut names: Vec<(i32, String)>) -> Self {
        /// The names of `MediaWiki`'s own messages, for texts without the list of the wiki.
        const FILES: [&str; 9] = ["File", "Image", "Fichier", "Datei", "Archivo", "Ficheiro", "Bestand", "Plik", "Файл"];
        const CATEGORIES: [&str; 8] =
            ["Category", "Catégorie", "Kategorie", "Categoría", "Categoria", "Categorie", "Kategoria", "Категория"];
        names.extend(FILES.map(|name| (FILE, name.to_owned())));
        names.extend(CATEGORIES.map(|name| (CATEGORY, name.to_owned())));
        Self { names }
    }

    /// The namespace that the title of a page names.
    pub(super) fn of(&self, title: &str) -> Option<i32> {
        let (prefix, _) = title.split_once(':')?;
        self.names.iter().find(|(_, name)| name.eq_ignore_ascii_case(prefix.trim())).map(|(key, _)| *key)
    }
}

/// What a text says.
#[derive(Default)]
pub(super) struct Wikitext {
    /// The text in HTML.
    pub(super) html: String,
    /// The notes to it, in HTML.
    pub(super) references: Vec<String>,
    /// What stands in boxes and comments, in HTML.
    pub(super) boxes: Vec<String>,
    /// The categories, and the pages of other wikis.
    pub(super) categories: Vec<String>,
    /// The day that a template above the text gives.
    pub(super) date: Option<String>,
}

impl Wikitext {
    pub(super) fn read(text: &str, namespaces: &Namespaces) -> Self {
        let mut found = Self::default();
        let text = without_comments(text, &mut found.boxes);
        let mut reader = Reader { text: &text, ends: ends(&text), namespaces, found: &mut found, unclosed: Vec::new() };
        let plain = reader.expand(0, text.len(), DEEPEST);
        found.html = blocks::html(&plain);
        found
    }
}

/// How deep templates and links are looked into.
const DEEPEST: usize = 40;

fn without_comments(text: &str, comments: &mut Vec<String>) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, behind)) = rest.split_once("<!--") {
        plain.push_str(before);
        let Some((comment, behind)) = behind.split_once("-->") else {
            // What nothing closes is text.
            return plain + &behind.replace("<!--", " ");
        };
        comments.push(comment.to_owned());
        rest = behind;
    }
    plain + rest
}

/// Where each `{{` and `[[` that is closed ends, in front of its closing signs.
fn ends(text: &str) -> HashMap<usize, usize> {
    let (bytes, mut open, mut ends, mut at) = (text.as_bytes(), Vec::<(u8, usize)>::new(), HashMap::new(), 0);
    let is_template = |sign: &(u8, usize)| sign.0 == b'{';
    let mut templates = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"{{" | b"[[" => {
                open.push((pair.first().copied().unwrap_or_default(), at));
                templates += usize::from(pair == b"{{");
                at += 2;
                continue;
            }
            b"}}" | b"]]" => {
                // What stays open inside of a template ends with it; a link ends nothing but itself.
                let last = || open.last().filter(|sign| !is_template(sign)).map(|_| open.len() - 1);
                let found = match pair {
                    b"}}" if templates > 0 => open.iter().rposition(is_template),
                    b"}}" => None,
                    _ => last(),
                };
                if let Some(found) = found {
                    ends.extend(open.get(found).map(|(_, start)| (*start, at)));
                    open.truncate(found);
                    templates -= usize::from(pair == b"}}");
                    at += 2;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    ends
}

struct Reader<'a> {
    text: &'a str,
    ends: HashMap<usize, usize>,
    namespaces: &'a Namespaces,
    found: &'a mut Wikitext,
    /// The ends of elements that stand nowhere behind.
    unclosed: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    fn part(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The text from `start` to `end` with links, templates and notes resolved.
    fn expand(&mut self, start: usize, end: usize, depth: usize) -> String {
        let (mut out, mut at) = (String::new(), start);
        while at < end {
            let rest = self.part(at, end);
            let Some(found) = rest.find(['{', '[', '\'', '<']) else {
                out.push_str(rest);
                break;
            };
            out.push_str(rest.get(..found).unwrap_or_default());
            at += found;
            let taken = self.sign(at, end, depth, &mut out);
            if taken == 0 {
                out.extend(self.part(at, end).chars().next());
            }
            at += taken.max(1);
        }
        out
    }

    /// Writes what the sign at `at` opens; the bytes taken, none when it opens nothing.
    fn sign(&mut self, at: usize, end: usize, depth: usize, out: &mut String) -> usize {
        let rest = self.part(at, end);
        let closed = self.ends.get(&at).copied().filter(|close| *close + 2 <= end && depth > 0);
        if let Some(close) = closed {
            if rest.starts_with("{{") {
                self.template(at, close, depth - 1, out);
            } else {
                self.link(at + 2, close, depth - 1, out);
            }
            return close + 2 - at;
        }
        if rest.starts_with("''") {
            return rest.bytes().take_while(|byte| *byte == b'\'').count().min(5);
        }
        if rest.starts_with('[') { labelled(rest, out) } else { self.element(at, end, depth, out) }
    }

    /// A note, a gallery, or text that is to be taken as it is.
    fn element(&mut self, at: usize, end: usize, depth: usize, out: &mut String) -> usize {
        /// Bytes of the tag that opens a note.
        const TAG: usize = 500;
        let rest = self.part(at, end);
        let of = |name: &str, close: &'static str| {
            let behind = rest.strip_prefix('<')?.strip_prefix(name)?;
            behind.starts_with(['>', ' ', '/']).then_some(close)
        };
        let found = of("ref", "</ref>").or_else(|| of("nowiki", "</nowiki>")).or_else(|| of("gallery", "</gallery>"));
        let Some(close) = found.filter(|close| !self.unclosed.contains(close)) else { return 0 };
        let Some(open) = rest.bytes().take(TAG).position(|byte| byte == b'>') else { return 0 };
        if rest.get(..open).is_some_and(|tag| tag.ends_with('/')) {
            return open + 1;
        }
        let Some(length) = rest.find(close) else {
            if end == self.text.len() {
                self.unclosed.push(close);
            }
            return 0;
        };
        let (first, last) = (at + open + 1, at + length);
        match close {
            "</nowiki>" => out.push_str(&self.part(first, last).replace('<', "&lt;")),
            "</gallery>" => {
                for line in self.part(first, last).lines() {
                    if let Some((_, caption)) = line.split_once('|') {
                        out.extend(["\n<figcaption>", caption, "</figcaption>\n"]);
                    }
                }
            }
            _ if depth > 0 => {
                let note = self.expand(first, last, depth - 1);
                self.found.references.push(note);
            }
            _ => out.push_str(self.part(first, last)),
        }
        length + close.len()
    }

    /// The arguments between `start` and `end`, which bars part that stand in nothing else.
    fn arguments(&self, start: usize, end: usize) -> Vec<(usize, usize)> {
        let (mut parts, mut from, mut at) = (Vec::new(), start, start);
        while let Some(found) = self.part(at, end).find(['|', '{', '[']) {
            at += found;
            if self.part(at, end).starts_with('|') {
                parts.push((from, at));
                from = at + 1;
            }
            at = self.ends.get(&at).map_or(at + 1, |close| close + 2).min(end);
        }
        parts.push((from, end));
        parts
    }

    fn template(&mut self, at: usize, close: usize, depth: usize, out: &mut String) {
        let mut parts = self.arguments(at + 2, close).into_iter();
        let name = parts.next().map(|(start, end)| self.part(start, end).trim()).unwrap_or_default();
        let (mut given, mut named) = (Vec::new(), Vec::new());
        for (start, end) in parts {
            let key = self.part(start, end).split_once('=').map(|(key, _)| key);
            let is_named = key.is_some_and(|key| key.trim().chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-')));
            // A number says which one an argument without a name is.
            let number = key.filter(|key| is_named && key.trim().bytes().all(|byte| byte.is_ascii_digit()));
            let start = if is_named { start + key.map_or(0, |key| key.len() + 1) } else { start };
            let words = self.expand(start, end, depth).trim().to_owned();
            if words.is_empty() {
                continue;
            }
            if is_named && number.is_none() { named.push(words) } else { given.push(words) }
        }
        let said = given.join(" ");
        if self.found.date.is_none() && named.is_empty() && out.trim().is_empty() && is_day(&said) {
            self.found.date = date::iso(&said);
        } else if self.is_box(at, close + 2) {
            let (texts, others): (Vec<String>, Vec<String>) = given.into_iter().partition(|words| is_text(words));
            out.extend(texts.iter().flat_map(|text| ["\n\n", text, "\n\n"]));
            let said: Vec<String> = others.into_iter().chain(named).collect();
            if texts.is_empty() || !said.is_empty() {
                self.found
                    .boxes
                    .push(format!("{} {}", if texts.is_empty() { name } else { "" }, said.join(" ")).trim().to_owned());
            }
        } else {
            self.found.boxes.extend(named);
            out.push_str(&shown(given));
        }
    }

    /// Whether a template stands on lines of its own, or beside others like it.
    fn is_box(&self, start: usize, end: usize) -> bool {
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches([' ', '\t']);
        let behind = self.text.get(end..).unwrap_or_default().trim_start_matches([' ', '\t']);
        (before.is_empty() || before.ends_with(['\n', '}'])) && (behind.is_empty() || behind.starts_with(['\n', '{']))
    }

    fn link(&mut self, start: usize, end: usize, depth: usize, out: &mut String) {
        let parts = self.arguments(start, end);
        let target = parts.first().map(|(start, end)| self.part(*start, *end).trim()).unwrap_or_default();
        let label = parts.get(1..).and_then(<[_]>::last).copied();
        match self.namespaces.of(target) {
            Some(FILE) => {
                let caption = label.map(|(start, end)| self.expand(start, end, depth)).unwrap_or_default();
                // A single word says how the picture is set; a picture within a line is a sign, whose words stand for it.
                let opens_line = out.trim_end_matches(' ').is_empty() || out.trim_end_matches(' ').ends_with('\n');
                if opens_line && caption.trim().contains(' ') {
                    out.extend(["\n<figcaption>", caption.trim(), "</figcaption>\n"]);
                } else {
                    self.found.boxes.push(caption);
                }
                return;
            }
            Some(CATEGORY) => {
                let name = target.split_once(':').map_or(target, |(_, name)| name);
                return self.found.categories.push(name.to_owned());
            }
            _ => {}
        }
        let foreign = target.split_once(':').filter(|(prefix, _)| is_language(prefix));
        if foreign.is_some() && label.is_none() && self.is_alone(start - 2, end + 2) {
            return self.found.categories.push(target.to_owned());
        }
        let words = label.map(|(start, end)| self.expand(start, end, depth)).filter(|words| !words.trim().is_empty());
        let bare = foreign.map_or(target, |(_, name)| name).trim_start_matches(':');
        out.push_str(words.as_deref().unwrap_or(bare));
    }

    fn is_alone(&self, start: usize, end: usize) -> bool {
        let before = self.text.get(..start).unwrap_or_default();
        let behind = self.text.get(end..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n')) && (behind.is_empty() || behind.starts_with('\n'))
    }
}

/// A link to an address: its label. The bytes taken.
fn labelled(rest: &str, out: &mut String) -> usize {
    /// Bytes of an address and its label.
    const LONGEST: usize = 4000;
    let is_link = ["[http://", "[https://", "[//", "[mailto:"].iter().any(|scheme| rest.starts_with(scheme));
    if !is_link {
        return 0;
    }
    let sign = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b']' | b'\n'));
    let Some(end) = sign.filter(|end| rest.as_bytes().get(*end) == Some(&b']')) else { return 0 };
    let inner = rest.get(1..end).unwrap_or_default();
    out.push_str(inner.split_once(' ').map_or("", |(_, label)| label));
    end + 1
}

/// What a template within a line is given, as it is shown: without the tag of its language, a name by its label.
fn shown(mut given: Vec<String>) -> String {
    if given.len() > 1 && given.first().is_some_and(|first| is_language(first)) {
        given.remove(0);
    }
    if let [name, label] = &given[..] {
        let folded = fold(name);
        if fold(label).split_whitespace().any(|word| word.chars().count() > 2 && folded.contains(word)) {
            return label.clone();
        }
    }
    given.join(" ")
}

/// Whether `words` are the tag of a language, or that of another wiki.
fn is_language(words: &str) -> bool {
    (1..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether `words` are a day and nothing else.
fn is_day(words: &str) -> bool {
    const LONGEST: usize = 40;
    words.len() <= LONGEST && date::iso(words).is_some()
}

/// Whether an argument of a box is a text of its own.
fn is_text(words: &str) -> bool {
    const WORDS: usize = 6;
    json::is_sentences(words) || words.split_whitespace().count() >= WORDS && words.ends_with(['.', '!', '?', '…'])
}
