//! The lines of wikitext as blocks of HTML: headings between equals signs, lists, tables, paragraphs over several lines.

/// The HTML of `text`, whose links and templates are resolved.
pub(super) fn html(text: &str) -> String {
    let mut writer = Blocks { html: String::with_capacity(text.len() + text.len() / 4), is_open: false, tables: 0 };
    text.lines().for_each(|line| writer.line(line));
    writer.close();
    writer.html
}

struct Blocks {
    html: String,
    /// Whether a paragraph is open.
    is_open: bool,
    /// How many tables are open.
    tables: usize,
}

impl Blocks {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        if self.tables > 0 && self.row(bare) {
            return;
        }
        if bare.is_empty() || bare.starts_with("----") {
            return self.close();
        }
        if bare.starts_with("{|") {
            self.close();
            // Tables in tables are read as one.
            self.html.push_str(if self.tables == 0 { "<table><tr>" } else { "</tr><tr>" });
            self.tables += 1;
            return;
        }
        if let Some(words) = heading(bare) {
            return self.block("h2", words);
        }
        let marks = bare.find(|c| !matches!(c, '*' | '#' | ':' | ';')).unwrap_or(bare.len());
        if marks > 0 {
            let tag = if bare.starts_with(['*', '#']) { "li" } else { "p" };
            return self.block(tag, bare.get(marks..).unwrap_or_default());
        }
        if let Some(words) = bare.strip_prefix("<figcaption>").and_then(|rest| rest.strip_suffix("</figcaption>")) {
            return self.block("figcaption", words);
        }
        if !is_switch(bare) {
            self.html.push_str(if std::mem::replace(&mut self.is_open, true) { "\n" } else { "<p>" });
            self.html.push_str(bare);
        }
    }

    /// Writes a line of a table; `false` when it is one of a cell's text.
    fn row(&mut self, line: &str) -> bool {
        if line.starts_with("|}") {
            self.close();
            self.tables -= 1;
            self.html.push_str(if self.tables == 0 { "</table>" } else { "</tr><tr>" });
        } else if let Some(caption) = line.strip_prefix("|+") {
            self.html.extend(["<caption>", without_style(caption), "</caption>"]);
        } else if line.starts_with("|-") {
            self.html.push_str("</tr><tr>");
        } else if let Some(cells) = line.strip_prefix('|') {
            cells.split("||").for_each(|cell| self.html.extend(["<td>", without_style(cell), "</td>"]));
        } else if let Some(cells) = line.strip_prefix('!') {
            cells.split("!!").flat_map(|cells| cells.split("||")).for_each(|cell| {
                self.html.extend(["<th>", without_style(cell), "</th>"]);
            });
        } else {
            return false;
        }
        true
    }

    fn block(&mut self, tag: &str, words: &str) {
        self.close();
        self.html.extend(["<", tag, ">", words.trim(), "</", tag, ">"]);
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.is_open) {
            self.html.push_str("</p>");
        }
    }
}

/// The words of a heading, between as many equals signs.
fn heading(line: &str) -> Option<&str> {
    let level = line.bytes().take_while(|byte| *byte == b'=').count().min(6);
    let words = line.get(level..)?.strip_suffix("=".repeat(level).as_str())?;
    (level > 0 && !words.trim().is_empty()).then_some(words)
}

/// A cell without what stands before its bar and says how it is set.
fn without_style(cell: &str) -> &str {
    cell.split_once('|').filter(|(style, _)| style.contains('=')).map_or(cell, |(_, words)| words).trim()
}

/// Whether a line is a switch of the wiki, such as `__NOTOC__`.
fn is_switch(line: &str) -> bool {
    let inner = line.strip_prefix("__").and_then(|rest| rest.strip_suffix("__"));
    inner.is_some_and(|word| !word.is_empty() && word.chars().all(char::is_uppercase))
}
