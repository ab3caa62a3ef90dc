//! Words that look like signs of the form: a Markdown parser and a YAML parser must give them back as words. What commands a terminal or turns
//! what is read is none: it goes, and all that can be seen stays.

use liseuse::export::csv::unguarded;
use liseuse::export::form::ExportForm;
use liseuse::export::managed_block::renew;
use liseuse::text::terminal_safe::TerminalSafe;
use proptest::prelude::{Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::dossiers::{one, written};

const HOSTILE: [&str; 44] = [
    "# not a heading",
    "a\n===\nb",
    "a\n---\nb",
    "- item\n* item\n+ item",
    "1. item\n2) item",
    "> quoted > again",
    "```\ncode\n```",
    "    indented",
    "\tindented",
    "  outer blanks  ",
    "two spaces  \nat an end",
    "backslash\\\nat an end \\",
    "[link](https://a.b)",
    "[ref]\n\n[ref]: https://a.b",
    "![image](x.png)",
    "<https://a.b>",
    "https://a.b www.a.b mailto:a@b.c",
    "<script>alert(1)</script>",
    "<!-- hidden",
    "--> shown",
    "<!-- liseuse:end title -->",
    "# liseuse:end head",
    "x\n<!-- liseuse:begin title -->\ny",
    "&amp; &copy; &#35; &",
    "*a* _b_ **c** __d__ ~~e~~ ==f== `g` ***",
    "a | b\n--|--\nc | d",
    "text ^h-01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "text ^block",
    "%% comment %%",
    "$x$ $$y$$",
    "[^1] and [[wiki]] and {{ var }} and {% tag %} {#id .class}",
    ": definition",
    "- [ ] task",
    "> [!note] callout",
    "#tag and #another",
    "title: \"a\" # b",
    "'single' \"double\" “curly” « guillemets »",
    "---",
    "...",
    "a\n\nb\n\n\n\nc",
    "\n\nleading and trailing\n\n",
    "\u{a0}no-break\u{a0}",
    "\u{2028}\u{3000}odd\u{85}\u{1b}[31mred",
    "l’été — 3 < 4 > 2 & 5",
];

/// `CommonMark` alone, and with all that is added to it.
fn dialects() -> [Options; 2] {
    [Options::empty(), Options::all() - Options::ENABLE_SMART_PUNCTUATION]
}

/// The body of an export and its front matter.
fn parts(text: &str) -> (&str, serde_yaml_ng::Value) {
    let (head, body) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    (body, serde_yaml_ng::from_str(head).unwrap())
}

/// What a parser sees: headings with their level, quotations, the paragraphs, and all else by kind.
#[derive(Debug, Default)]
struct Seen {
    headings: Vec<String>,
    quotations: Vec<String>,
    paragraphs: Vec<String>,
    links: Vec<String>,
    others: Vec<String>,
}

fn seen(markdown: &str, dialect: Options) -> Seen {
    let mut seen = Seen::default();
    let (mut text, mut is_quoted) = (String::new(), 0);
    for event in Parser::new_ext(markdown, dialect) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) if is_quoted == 0 => text.clear(),
            Event::End(TagEnd::Heading(_)) => seen.headings.push(std::mem::take(&mut text)),
            Event::Start(Tag::BlockQuote(None)) => (is_quoted, text) = (is_quoted + 1, String::new()),
            Event::End(TagEnd::BlockQuote(None)) => {
                is_quoted -= 1;
                seen.quotations.push(text.strip_suffix("\n\n").unwrap_or(&text).to_owned());
                text.clear();
            }
            Event::End(TagEnd::Paragraph) if is_quoted > 0 => text.push_str("\n\n"),
            Event::End(TagEnd::Paragraph) => seen.paragraphs.push(std::mem::take(&mut text)),
            Event::Text(words) => text.push_str(&words),
            Event::SoftBreak => text.push('\n'),
            Event::Start(Tag::Link { dest_url, .. }) => seen.links.push(dest_url.to_string()),
            Event::Html(html) if html.starts_with("<!-- liseuse:") && html.trim_end().ends_with("-->") => {}
            Event::Start(Tag::Emphasis | Tag::Paragraph | Tag::HtmlBlock)
            | Event::End(TagEnd::Emphasis | TagEnd::HtmlBlock | TagEnd::Link) => {}
            other => seen.others.push(format!("{other:?}")),
        }
    }
    seen
}

/// `words` as they can be seen.
fn visible(words: &str) -> String {
    TerminalSafe::text(words).into_owned()
}

/// What comes back for `words`: Markdown and YAML know no NUL.
fn comes_back(words: &str) {
    let text = written(&one(words, words, ""), ExportForm::Markdown);
    let words = &*visible(words);
    let (body, head) = parts(&text);
    assert_eq!(head["title"], words, "{text}");
    let citation = format!("— A. Writer, “{words}”, Le Monde, May 2020, § 3 ^h-01ARZ3NDEKTSV4RRFFQ69G5FAV");
    for seen in dialects().map(|dialect| seen(body, dialect)) {
        assert_eq!(seen.headings, [words, words], "{text}");
        assert_eq!(seen.quotations, [words], "{text}");
        assert_eq!(seen.links, ["https://example.org/a?x=1&y=2"], "{text}");
        assert!(seen.others.is_empty(), "{text}\n{:?}", seen.others);
        assert_eq!(seen.paragraphs.last(), Some(&citation), "{text}");
    }
    assert_eq!(renew(&text, &text, false).as_deref(), Ok(text.as_str()));
}

#[test]
fn hostile_words_come_back_as_words() {
    for words in HOSTILE {
        comes_back(words);
    }
}

proptest! {
    #[test]
    fn any_words_come_back_as_words(words in words()) {
        comes_back(&words);
    }

    #[test]
    fn any_note_leaves_what_is_around_it_alone(note in words()) {
        let text = written(&one("Title", "Quotation", &note), ExportForm::Markdown) + "\nBehind.\n";
        for seen in dialects().map(|dialect| seen(parts(&text).0, dialect)) {
            prop_assert_eq!(&seen.headings[..2], ["Title", "Title"]);
            prop_assert_eq!(&seen.quotations[0], "Quotation");
            prop_assert_eq!(seen.paragraphs.last().map(String::as_str), Some("Behind."));
            prop_assert_eq!(seen.paragraphs.iter().filter(|words| words.contains(", May 2020, § 3")).count(), 1);
        }
        let sealed = written(&one("Title", "Quotation", &note), ExportForm::Markdown);
        prop_assert_eq!(renew(&sealed, &sealed, false), Ok(sealed.clone()));
    }
}

/// Words made of what Markdown and YAML care about, and anything else.
fn words() -> impl Strategy<Value = String> {
    let signs = prop::sample::select("\\`*_[]<>~|^${}&#-+=:.)(!%@\"' \t\n\n1a/é\u{a0}".chars().collect::<Vec<_>>());
    let piece = proptest::prop_oneof![
        4 => signs.prop_map(String::from),
        1 => prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("Markdown knows no NUL", |sign| *sign != '\0').prop_map(String::from),
    ];
    let all = prop::collection::vec(piece, 1..24).prop_map(|pieces| pieces.concat());
    all.prop_filter("there is nothing to be seen", |words| !visible(words).is_empty())
}

#[test]
fn hostile_notes_leave_what_is_around_them_alone() {
    for note in HOSTILE {
        let text = written(&one("Title", "Quotation", note), ExportForm::Markdown) + "\nBehind.\n";
        for seen in dialects().map(|dialect| seen(parts(&text).0, dialect)) {
            assert_eq!(seen.headings[..2], ["Title", "Title"], "{text}");
            assert_eq!(seen.quotations[0], "Quotation", "{text}");
            assert_eq!(seen.paragraphs.last().map(String::as_str), Some("Behind."), "{text}");
            assert!(!seen.others.iter().any(|other| other.contains("Html")), "{text}\n{:?}", seen.others);
        }
        assert_eq!(renew(&text, &text, false).as_deref(), Ok(text.as_str()), "{note}");
    }
}

#[test]
fn html_holds_no_words_as_elements() {
    let plain = written(&one("Title", "Quotation", ""), ExportForm::Html);
    let elements = |html: &str| html.matches('<').count();
    for words in HOSTILE {
        let html = written(&one(words, words, ""), ExportForm::Html);
        assert_eq!(elements(&html), elements(&plain), "{html}");
        assert_eq!(renew(&html, &html, false).as_deref(), Ok(html.as_str()));
        let noted = written(&one("Title", "Quotation", words), ExportForm::Html);
        assert!(!noted.contains("<script") && !noted.contains("<!-- hidden") && !noted.contains("<img"), "{noted}");
        assert_eq!(renew(&noted, &noted, false).as_deref(), Ok(noted.as_str()));
    }
}

#[test]
fn org_keeps_its_outline_whatever_the_words() {
    for words in HOSTILE {
        let org = written(&one(words, words, words), ExportForm::Org);
        let starts = |sign: &str| org.lines().filter(|line| line.starts_with(sign)).count();
        assert_eq!((starts("* "), starts("#+begin"), starts("#+end"), starts(":END:")), (1, 2, 2, 1), "{org}");
        assert_eq!(renew(&org, &org, false).as_deref(), Ok(org.as_str()), "{org}");
    }
}

#[test]
fn csv_and_json_give_everything_back() {
    for words in HOSTILE {
        let dossier = one(words, words, words);
        let table = written(&dossier, ExportForm::Csv);
        let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap).collect();
        let url = "https://example.org/a?x=1&y=2";
        assert_eq!(rows.len(), 1);
        let read: Vec<&str> = rows[0].iter().map(unguarded).collect();
        let seen = &*visible(words);
        assert_eq!(read, [seen, seen, "A. Writer", url, seen, "3", "2020-09-13T12:26:40.123Z"]);
        assert!(
            rows[0].iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])),
            "nothing is computed: {table}"
        );
        for form in [ExportForm::Json, ExportForm::JsonLd] {
            let text = written(&dossier, form);
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert!(value.to_string().contains(&serde_json::to_string(words).unwrap()));
        }
    }
}

/// An escape sequence, one of C1, marks of direction, a title of a terminal, tags that cannot be seen.
const COMMANDS: &str = "\u{1b}[31mX\u{9b}2J\u{202e}Y\u{2066}\u{200f}\u{1b}]0;Z\u{7}\u{7f}\r\u{85}\u{e0041}";

#[test]
fn no_form_holds_what_commands_a_terminal() {
    let noted = format!("n {COMMANDS} &#27;[31m &#x202e; #t{COMMANDS}");
    let mut dossier = one(COMMANDS, COMMANDS, &noted);
    dossier.archive = COMMANDS.to_owned();
    dossier.sections[0].items[0].actors = vec![(COMMANDS.to_owned(), COMMANDS.to_owned())];
    dossier.sections[0].items[0].annotation.color = Some(COMMANDS.to_owned());
    for form in ExportForm::ALL.iter().copied() {
        let text = written(&dossier, form);
        assert!(!TerminalSafe::text(&text).is_changed(), "{form:?}: {text:?}");
        assert!(text.contains("[31mX") && (text.contains("2JY") || text.contains("2J\\u202eY")), "{form:?}: {text}");
    }
    // A seal is that of what stands in the file.
    let text = written(&dossier, ExportForm::Markdown);
    assert_eq!(renew(&text, &text, false).as_deref(), Ok(text.as_str()));
}

proptest! {
    #[test]
    fn nothing_new_begins_where_a_sign_is_gone(at in 0_usize..200, words in prop::sample::select(HOSTILE.to_vec())) {
        let cut = words.char_indices().map(|(at, _)| at).nth(at % words.chars().count()).unwrap();
        let (head, tail) = words.split_at(cut);
        let parted = format!("{head}\u{202e}{tail}");
        comes_back(&parted);
        let text = written(&one("T", "Q", &parted), ExportForm::Markdown);
        prop_assert!(!TerminalSafe::text(&text).is_changed());
    }
}
