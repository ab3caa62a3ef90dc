//! JSON that programs write and no parser takes: comments, words of Python and JavaScript (`NaN`, `None`, `True`), strings between single marks,
//! names without marks, halves of surrogate pairs, line ends within strings, commas behind the last element, and what stands around it all.

mod strings;
mod wrapping;

use std::borrow::Cow;

/// `text` as JSON (RFC 8259) would have it: `null` for numbers that are none, U+FFFD for half a pair, escapes for what must be escaped; words stay as
/// they are. Borrowed when nothing of this is in it. For a text that a parser refused.
pub(crate) fn repaired(text: &str) -> Cow<'_, str> {
    let inner = wrapping::unwrapped(text).unwrap_or(text);
    let (mut out, mut rest) = (String::with_capacity(inner.len()), inner);
    while let Some(at) = rest.find(is_token) {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let taken = put_token(&mut out, rest);
        rest = rest.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    if out == text { text.into() } else { out.into() }
}

/// Whether `repaired` may find JSON in a text that does not begin as such: something is written around it.
pub(crate) fn is_wrapped(text: &str) -> bool {
    text.starts_with("//") || text.starts_with("/*") || wrapping::unwrapped(text).is_some()
}

/// Whether something begins with `c` that must be looked at as a whole.
fn is_token(c: char) -> bool {
    matches!(c, '"' | '\'' | '/' | ',' | '-' | '_' | '$') || c.is_alphanumeric()
}

/// Writes what `rest` begins with as JSON has it, and says how many bytes were taken, at least one.
fn put_token(out: &mut String, rest: &str) -> usize {
    match rest.chars().next() {
        Some('"' | '\'') => {
            let taken = strings::len(rest);
            strings::put(out, rest.get(..taken).unwrap_or_default());
            taken
        }
        Some('/') => comment_len(rest).unwrap_or_else(|| put_sign(out, rest)),
        Some(',') if is_last(rest) => 1,
        Some('-') if rest.starts_with("-Infinity") => {
            out.push_str("null");
            "-Infinity".len()
        }
        Some(c) if c.is_ascii_digit() => {
            let taken = len_while(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-'));
            out.push_str(rest.get(..taken).unwrap_or_default());
            taken
        }
        Some(c) if c.is_alphanumeric() || matches!(c, '_' | '$') => put_word(out, rest),
        _ => put_sign(out, rest),
    }
}

fn put_sign(out: &mut String, rest: &str) -> usize {
    out.extend(rest.chars().next());
    rest.chars().next().map_or(1, char::len_utf8)
}

/// The bytes of the comment that `rest` opens with.
fn comment_len(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    rest.strip_prefix("/*").and_then(|inner| inner.find("*/")).map(|end| end + "/**/".len())
}

/// Whether the comma that `rest` opens with has no element behind it.
fn is_last(rest: &str) -> bool {
    let mut behind = rest.get(1..).unwrap_or_default().trim_start();
    while let Some(taken) = comment_len(behind) {
        behind = behind.get(taken..).unwrap_or_default().trim_start();
    }
    behind.is_empty() || behind.starts_with([']', '}'])
}

fn len_while(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !holds(c)).unwrap_or(text.len())
}

/// Writes the word that `rest` begins with: a value under the name that JSON has for it, the name of a member between marks, and what a constructor
/// is called with for its call.
fn put_word(out: &mut String, rest: &str) -> usize {
    let taken = len_while(rest, |c| c.is_alphanumeric() || matches!(c, '_' | '$' | '.'));
    let (word, behind) = rest.split_at_checked(taken).unwrap_or_default();
    let next = behind.trim_start();
    match word {
        "True" => out.push_str("true"),
        "False" => out.push_str("false"),
        "None" | "NaN" | "nan" | "Infinity" | "undefined" => out.push_str("null"),
        // `u'…'` of Python 2, and the word before a constructor.
        "u" | "b" | "r" if behind.starts_with(['"', '\'']) => {}
        "new" => {}
        _ if next.starts_with(':') => out.extend(["\"", word, "\""]),
        _ if behind.starts_with('(') => {
            if let Some((arguments, len)) = arguments(behind) {
                out.push_str(&called_with(word, arguments));
                return taken + len;
            }
            out.push_str(word);
        }
        _ => out.push_str(word),
    }
    taken
}

/// What stands between the brackets that `text` opens with, and the bytes of both with it.
fn arguments(text: &str) -> Option<(&str, usize)> {
    let (mut at, mut open) = (1, 1_usize);
    loop {
        let rest = text.get(at..)?;
        match rest.bytes().next()? {
            b')' if open == 1 => return Some((text.get(1..at)?, at + 1)),
            b')' => open -= 1,
            b'(' => open += 1,
            // What is called with lists or objects is no value.
            b'{' | b'[' => return None,
            b'"' | b'\'' => at += strings::len(rest) - 1,
            _ => at += rest.chars().next().map_or(1, char::len_utf8) - 1,
        }
        at += 1;
    }
}

/// The value of a call: `ISODate("2021-03-04")`, `ObjectId('…')`, `NumberLong(5)` as what they are called with, `datetime.datetime(2021, 3, 4, 10, 5)`
/// as `"2021-03-04T10:05"`, another as `null`.
fn called_with(name: &str, arguments: &str) -> String {
    let mut out = String::new();
    if arguments.starts_with(['"', '\'']) {
        strings::put(&mut out, arguments.get(..strings::len(arguments)).unwrap_or_default());
        return out;
    }
    let numbers: Vec<u32> = arguments.split(',').map_while(|number| number.trim().parse().ok()).collect();
    match numbers.as_slice() {
        [year, month, day, clock @ ..] if name.to_ascii_lowercase().contains("date") => {
            // JavaScript counts months from 0.
            let month = month + u32::from(name == "Date");
            let clock = clock.get(..2).and_then(|clock| Some(format!("T{:02}:{:02}", clock.first()?, clock.last()?)));
            format!("\"{year:04}-{month:02}-{day:02}{}\"", clock.unwrap_or_default())
        }
        [number] if arguments.trim().bytes().all(|byte| byte.is_ascii_digit()) => number.to_string(),
        _ => "null".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{is_wrapped, repaired};

    fn value(text: &str) -> Option<String> {
        serde_json::from_str::<Value>(&repaired(text)).map(|value| value.to_string()).ok()
    }

    #[test]
    fn numbers_that_are_none_go_and_words_stay() {
        let text = r#"{"a": NaN, "b": [-Infinity, Infinity, -1], "c\\": "NaN \" Infinity", "d": NaN}"#;
        assert_eq!(repaired(text), r#"{"a": null, "b": [null, null, -1], "c\\": "NaN \" Infinity", "d": null}"#);
        assert_eq!(repaired(r#"{"a": "NaN"#), r#"{"a": "NaN"#);
    }

    #[test]
    fn what_programs_write_into_strings_and_lists_is_put_right() {
        assert_eq!(
            value(r#"["\ud83d fin", "\ud83d\ude00", "\udc00", "\u00e9"]"#).as_deref(),
            Some("[\"\u{fffd} fin\",\"\u{1f600}\",\"\u{fffd}\",\"é\"]")
        );
        assert_eq!(
            value("[\"un\ndeux\ttrois\", \"d\\'Ana\", \"c:\\Users\",]").as_deref(),
            Some(r#"["un\ndeux\ttrois","d'Ana","c:\\Users"]"#)
        );
        assert_eq!(value("{\"a\": [1, 2, ], }").as_deref(), Some(r#"{"a":[1,2]}"#));
        assert_eq!(value("{\"a\": 1.5e-3},\n").as_deref(), Some(r#"{"a":0.0015}"#));
        assert_eq!(value("[\"fin\\"), None);
    }

    #[test]
    fn comments_go_and_those_in_strings_stay() {
        let text = "// archive\n{\"a\": \"http://site.example /* mot */\", /* deux,\nlignes */ \"b\": [1, // un\n],\n}";
        assert_eq!(value(text).as_deref(), Some(r#"{"a":"http://site.example /* mot */","b":[1]}"#));
    }

    #[test]
    fn values_of_python_and_javascript_are_read() {
        let python = r#"[{'title': "L'été à Dole", 'text': 'Il dit "oui"\xe9\n', u'n': None, 'ok': True, 'at': datetime.datetime(2021, 3, 4, 10, 5, tzinfo=tz.utc())}]"#;
        assert_eq!(
            value(python).as_deref(),
            Some(r#"[{"at":"2021-03-04T10:05","n":null,"ok":true,"text":"Il dit \"oui\"é\n","title":"L'été à Dole"}]"#)
        );
        let shell = r#"var press = {_id: ObjectId('5f'), on: new Date(2021, 2, 4), seen: ISODate("2021-03-04T10:00:00Z"), n: NumberLong(5), f: f(x)};"#;
        assert_eq!(
            value(shell).as_deref(),
            Some(r#"{"_id":"5f","f":null,"n":5,"on":"2021-03-04","seen":"2021-03-04T10:00:00Z"}"#)
        );
    }

    #[test]
    fn prose_is_not_taken_for_json() {
        for text in ["[AFP] Paris, l'eau monte.", "{ ce n'est pas du JSON", "// note\nLa ville dort.", "a = [b] et 'c'"] {
            assert_eq!(value(text), None, "{text}");
        }
        assert!(
            is_wrapped("// note\n[1]") && is_wrapped("retour([1])") && !is_wrapped("[1]") && !is_wrapped("La ville (voir [1])")
        );
    }
}
