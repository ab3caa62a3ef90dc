//! Events of the Markdown parser to lines, by where they stand in the source: a blank line there is a gap here.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::ingest::draft::{Break, Lines};
use crate::ingest::formats::html_text;
use crate::model::article::BlockKind;
use crate::text::sanitize::sanitize;

/// A line of more bytes above a rule is a paragraph, not a heading.
const UNDERLINED: usize = 200;
/// What stands for the dash or star of a list.
const BULLET: &str = "• ";

/// Lines being written from the events of the parser.
#[derive(Default)]
pub(super) struct BodyWriter<'a> {
    source: &'a str,
    lines: Lines,
    /// The line at hand.
    text: String,
    /// Where code stands in it: nothing in code is markup.
    code: Vec<Range<usize>>,
    /// The words of pictures in it.
    pictures: Vec<String>,
    /// Where in the source the line at hand begins, and where the last one ended.
    begun: Option<usize>,
    ended: usize,
    /// Where the words of the line at hand end so far.
    reached: usize,
    kind: Option<BlockKind>,
    /// The first of the lines of the heading at hand.
    heading: usize,
    /// Whether the next line is the first of a quotation, where a callout says its kind.
    quote_opens: bool,
    /// Pictures that are open.
    open_pictures: usize,
    /// Whether the innermost is a file of the same folder set into the text, which has no words of its own.
    embed: bool,
    /// Whether the marks of each emphasis that is open are characters of the text.
    literal: Vec<bool>,
    in_code: bool,
    /// The markup of the HTML block at hand.
    html: Option<String>,
}

impl<'a> BodyWriter<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, lines: Lines::with_room(source.len()), ..Self::default() }
    }

    pub(super) fn finish(mut self) -> Lines {
        self.end_line();
        self.lines
    }

    pub(super) fn take(&mut self, event: Event, place: &Range<usize>) {
        match event {
            Event::Start(tag) => self.open(&tag, place),
            Event::End(tag) => self.close(tag, place),
            Event::Text(words) if self.in_code => self.code_lines(&words, place),
            Event::Text(words) => self.write(&words, place),
            Event::Code(words) => {
                let start = self.text.len();
                self.write(&words, place);
                self.code.push(start..self.text.len());
            }
            Event::Html(markup) => self.html.get_or_insert_default().push_str(&markup),
            Event::InlineHtml(tag) => self.tag(&tag, place),
            Event::SoftBreak | Event::HardBreak if self.open_pictures > 0 => self.write(" ", place),
            Event::SoftBreak | Event::HardBreak => self.end_line(),
            Event::Rule => self.rule(place),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag, place: &Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.emphasis(place),
            Tag::Image { link_type, .. } => {
                self.open_pictures += 1;
                self.pictures.push(String::new());
                self.embed = matches!(link_type, LinkType::WikiLink { has_pothole: false });
            }
            Tag::Link { .. } | Tag::TableCell => {}
            Tag::Heading { .. } => {
                self.end_line();
                self.kind = Some(BlockKind::Heading);
                self.heading = self.lines.places.len();
            }
            Tag::Item => {
                self.end_line();
                let marker = self.marker(place.start);
                self.write(&marker, &(place.start..place.start));
            }
            Tag::CodeBlock(_) => {
                self.end_line();
                self.in_code = true;
            }
            Tag::BlockQuote(_) => {
                self.end_line();
                self.quote_opens = true;
            }
            _ => self.end_line(),
        }
    }

    fn close(&mut self, tag: TagEnd, place: &Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.end_emphasis(place),
            TagEnd::Image => self.end_picture(),
            TagEnd::Link => {}
            TagEnd::TableCell => self.text.push_str(" | "),
            TagEnd::Heading(_) => {
                self.end_line();
                self.kind = None;
                self.settle_heading(place);
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::HtmlBlock => self.end_html(place),
            _ => self.end_line(),
        }
    }

    /// Adds words to the line at hand or to the picture in it.
    fn write(&mut self, words: &str, place: &Range<usize>) {
        if let Some(picture) = self.pictures.last_mut().filter(|_| self.open_pictures > 0) {
            picture.push_str(words);
        } else {
            self.text.push_str(words);
        }
        self.begun.get_or_insert(place.start);
        self.reached = place.end;
    }

    /// A rule stays as it is written, and is known as furniture like one in a plain text.
    fn rule(&mut self, place: &Range<usize>) {
        self.end_line();
        let rule = self.source.get(place.clone()).unwrap_or_default().trim();
        self.write(rule, place);
        self.end_line();
    }

    fn code_lines(&mut self, words: &str, place: &Range<usize>) {
        for (at, row) in words.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            if !row.trim().is_empty() {
                self.write(row.trim(), place);
                self.code.push(0..self.text.len());
            }
        }
    }

    /// `<br>` ends a line; other elements say how words look. What is no element, `<Le Monde>`, is text.
    fn tag(&mut self, tag: &str, place: &Range<usize>) {
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name.eq_ignore_ascii_case("br") {
            self.end_line();
        } else if !name.is_empty() && !html_text::is_element(name) {
            self.write(tag, place);
        }
    }

    /// Between two numbers a star multiplies.
    fn emphasis(&mut self, place: &Range<usize>) {
        let marks = self.marks(place.start);
        let before = self.source.get(..place.start).and_then(|text| text.chars().next_back());
        let behind = self.source.get(place.start + marks.len()..).and_then(|text| text.chars().next());
        let literal = [before, behind].iter().all(|c| c.is_some_and(|c| c.is_ascii_digit()));
        self.literal.push(literal);
        if literal {
            self.write(marks, &(place.start..place.start + marks.len()));
        }
    }

    fn end_emphasis(&mut self, place: &Range<usize>) {
        if self.literal.pop() == Some(true) {
            let marks = self.marks(place.start);
            self.write(marks, place);
        }
    }

    /// The marks of the emphasis that opens at `start`: one of them, or two.
    fn marks(&self, start: usize) -> &'a str {
        let text = self.source.get(start..).unwrap_or_default();
        let mark = text.chars().next().unwrap_or_default();
        let run = text.chars().take(2).take_while(|c| *c == mark).count();
        text.get(..run).unwrap_or_default()
    }

    /// What opens a list item: its number as it is written, or a bullet.
    fn marker(&self, start: usize) -> String {
        let text = self.source.get(start..).unwrap_or_default().trim_start();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        match text.get(..=digits).filter(|_| digits > 0) {
            Some(number) => format!("{number} "),
            None => BULLET.to_owned(),
        }
    }

    /// A rule under a line makes a heading of it; of a whole paragraph, of its last line.
    fn settle_heading(&mut self, place: &Range<usize>) {
        let text = self.source.get(place.clone()).unwrap_or_default();
        if text.trim_start().starts_with('#') {
            return;
        }
        let lines = self.lines.places.get_mut(self.heading..).unwrap_or_default();
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.iter_mut().enumerate() {
            line.kind = line.kind.filter(|_| at == last && line.span.len() < UNDERLINED);
        }
    }

    fn end_picture(&mut self) {
        self.open_pictures = self.open_pictures.saturating_sub(1);
        let size = |words: &str| words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x');
        if std::mem::take(&mut self.embed) || self.pictures.last().is_some_and(|words| size(words)) {
            self.pictures.pop();
        }
    }

    fn end_html(&mut self, place: &Range<usize>) {
        let markup = self.html.take().unwrap_or_default();
        let read = html_text::lines(&markup);
        for (at, line) in read.places.iter().enumerate() {
            let set_off = if at == 0 { self.set_off(place.start) } else { line.set_off };
            self.lines.push(read.words(line), set_off, line.kind);
            self.end_at(place.end);
        }
    }

    fn end_line(&mut self) {
        let (text, pictures) = (std::mem::take(&mut self.text), std::mem::take(&mut self.pictures));
        let code = std::mem::take(&mut self.code);
        let Some(begun) = self.begun.take() else { return };
        let words = without_highlights(&text, &code);
        let mut words = words.trim().trim_end_matches(" |");
        if std::mem::take(&mut self.quote_opens) {
            words = without_callout(words);
        }
        // Entities may stand for what the clean text no longer held.
        let words = sanitize(words).replace('\n', " ");
        let set_off = self.set_off(begun);
        if !words.is_empty() && words != BULLET.trim() {
            self.lines.push(&words, set_off, self.kind);
            self.end_at(self.reached);
            return;
        }
        for picture in pictures.iter().map(|words| words.trim()).filter(|words| !words.is_empty()) {
            self.lines.push(&sanitize(picture).replace('\n', " "), set_off, Some(BlockKind::Caption));
            self.end_at(self.reached);
        }
    }

    /// The words of the last line end at `place` in the source, or before the line end there.
    fn end_at(&mut self, place: usize) {
        self.ended = self.source.get(..place).map_or(place, |text| text.trim_end().len());
    }

    /// How a line that begins at `begun` is set off from the last: behind a gap if a blank line lies between. The mark of a
    /// quotation is no text.
    fn set_off(&self, begun: usize) -> Break {
        let between = self.source.get(self.ended..begun).unwrap_or_default();
        let blank = |row: &str| row.bytes().all(|byte| matches!(byte, b' ' | b'>'));
        let rows = between.split('\n').count();
        let gap = between.split('\n').enumerate().any(|(at, row)| at > 0 && at + 1 < rows && blank(row));
        if gap { Break::Gap } else { Break::Line }
    }
}

/// `[!quote]- Title` without the kind of the callout.
fn without_callout(words: &str) -> &str {
    let kind = words.strip_prefix("[!").and_then(|rest| rest.split_once(']'));
    kind.filter(|(kind, _)| kind.len() <= 40).map_or(words, |(_, title)| title.trim_start_matches(['+', '-']).trim_start())
}

/// `words` without the marks of `==highlights==`; `code` says where they are characters of the text.
fn without_highlights(words: &str, code: &[Range<usize>]) -> String {
    let marks: Vec<usize> = words.match_indices("==").map(|(at, _)| at).collect();
    let free = |at: usize| !code.iter().any(|code| code.contains(&at));
    let opens = |at: usize| {
        let (before, behind) = (words.get(..at).unwrap_or_default(), words.get(at + 2..).unwrap_or_default());
        free(at) && !before.ends_with(char::is_alphanumeric) && behind.starts_with(|c: char| !c.is_whitespace() && c != '=')
    };
    let closes = |at: usize| {
        let (before, behind) = (words.get(..at).unwrap_or_default(), words.get(at + 2..).unwrap_or_default());
        free(at) && !behind.starts_with(char::is_alphanumeric) && before.ends_with(|c: char| !c.is_whitespace() && c != '=')
    };
    let (mut kept, mut from, mut open) = (String::with_capacity(words.len()), 0, None);
    for at in marks {
        match open {
            None if opens(at) => open = Some(at),
            Some(start) if closes(at) => {
                kept.push_str(words.get(from..start).unwrap_or_default());
                kept.push_str(words.get(start + 2..at).unwrap_or_default());
                (from, open) = (at + 2, None);
            }
            _ => {}
        }
    }
    kept.push_str(words.get(from..).unwrap_or_default());
    kept
}
