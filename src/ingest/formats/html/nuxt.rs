//! The state that pages of Nuxt carry: `window.__NUXT__`, a literal of JavaScript in a function whose arguments it names (versions 1 and 2), and
//! `__NUXT_DATA__`, a list whose values stand by their places (version 3, devalue). Called by `state`, which looks for the article.
//!
//! Nothing is run: of the language, literals are read, and names as what the call gives for them.

use std::collections::HashMap;

use serde_json::{Map, Number, Value};

/// How deep values are read.
const DEEPEST: usize = 48;
/// Values made of one list: what stands in several places is copied to each.
const MOST: usize = 200_000;

/// The value that a list of devalue means; `None` when `list` is none.
pub(super) fn revived(list: &[Value]) -> Option<Value> {
    let place = |value: &Value| value.as_i64().is_some_and(|at| at >= -6 && usize::try_from(at).unwrap_or_default() < list.len());
    let is_root = match list.first()? {
        Value::Array(root) => matches!(&root[..], [Value::String(_), at] if place(at)),
        Value::Object(root) => !root.is_empty() && root.values().all(place),
        _ => false,
    };
    (is_root && list.len() > 2).then(|| Hydration { list, made: 0 }.value(0, DEEPEST))
}

struct Hydration<'a> {
    list: &'a [Value],
    made: usize,
}

impl Hydration<'_> {
    fn value(&mut self, at: usize, depth: usize) -> Value {
        self.made += 1;
        let list = self.list;
        let Some(found) = list.get(at).filter(|_| depth > 0 && self.made <= MOST) else { return Value::Null };
        match found {
            Value::Object(record) => {
                record.iter().map(|(key, at)| (key.clone(), self.at(at, depth - 1))).collect::<Map<_, _>>().into()
            }
            Value::Array(parts) => match &parts[..] {
                // A kind and what it holds: `["Date", "2021-03-04"]`, `["Reactive", 1]`; sets and lists without keys hold several.
                [Value::String(_), Value::String(words)] => words.as_str().into(),
                [Value::String(_), one] => self.at(one, depth - 1),
                [Value::String(_), several @ ..] => several.iter().map(|at| self.at(at, depth - 1)).collect(),
                parts => parts.iter().map(|at| self.at(at, depth - 1)).collect(),
            },
            plain => plain.clone(),
        }
    }

    fn at(&mut self, place: &Value, depth: usize) -> Value {
        place.as_u64().and_then(|at| usize::try_from(at).ok()).map_or(Value::Null, |at| self.value(at, depth))
    }
}

/// The value that a script sets `__NUXT__` to.
pub(super) fn assigned(script: &str) -> Option<Value> {
    let (_, rest) = script.split_once("__NUXT__")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let Some(function) = rest.strip_prefix("(function(").or_else(|| rest.strip_prefix("(function (")) else {
        return Some(Literals { rest }.value(DEEPEST)).filter(Value::is_object);
    };
    let (names, body) = function.split_once(')')?;
    let (_, returned) = body.split_once("return")?;
    let mut literals = Literals { rest: returned.trim_start() };
    let mut value = literals.value(DEEPEST);
    let (_, given) = literals.rest.split_once('(')?;
    let mut arguments = Literals { rest: given };
    let mut known: HashMap<&str, Value> = HashMap::new();
    for name in names.split(',').map(str::trim) {
        known.insert(name, arguments.value(DEEPEST));
        if !arguments.takes(',') {
            break;
        }
    }
    fill(&mut value, &known, DEEPEST);
    Some(value)
}

/// What a name stands as until what it means is known; no text begins so.
const NAME: char = '\u{1}';

/// Puts what names mean in their places.
fn fill(value: &mut Value, known: &HashMap<&str, Value>, depth: usize) {
    match value {
        Value::String(words) => {
            if let Some(name) = words.strip_prefix(NAME) {
                *value = known.get(name).cloned().unwrap_or_default();
            }
        }
        Value::Array(list) if depth > 0 => list.iter_mut().for_each(|value| fill(value, known, depth - 1)),
        Value::Object(record) if depth > 0 => record.values_mut().for_each(|value| fill(value, known, depth - 1)),
        _ => {}
    }
}

/// Reads literals of JavaScript (ECMA-262, 13.2), one behind the other.
struct Literals<'a> {
    rest: &'a str,
}

impl Literals<'_> {
    fn advance(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn takes(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(sign);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    /// The next value; what cannot be read is none and costs at least a sign, so that this comes to an end.
    fn value(&mut self, depth: usize) -> Value {
        self.rest = self.rest.trim_start();
        let Some(first) = self.rest.chars().next().filter(|_| depth > 0) else {
            self.rest = "";
            return Value::Null;
        };
        match first {
            '{' => self.record(depth - 1),
            '[' => self.list(depth - 1),
            '"' | '\'' | '`' => self.string(first).into(),
            '!' => {
                self.advance(1);
                let is_true = self.takes('0');
                let _one = !is_true && self.takes('1');
                is_true.into()
            }
            '-' | '.' | '0'..='9' => self.number(),
            _ => self.name(depth - 1),
        }
    }

    fn record(&mut self, depth: usize) -> Value {
        let mut record = Map::new();
        self.advance(1);
        while !self.rest.is_empty() && !self.takes('}') {
            let key = match self.rest.chars().next() {
                Some(mark @ ('"' | '\'')) => self.string(mark),
                _ => self.word().to_owned(),
            };
            if !self.takes(':') {
                // No literal: the rest is not read.
                self.rest = "";
                break;
            }
            record.insert(key, self.value(depth));
            if !self.takes(',') && !self.rest.starts_with('}') {
                self.rest = "";
            }
        }
        Value::Object(record)
    }

    fn list(&mut self, depth: usize) -> Value {
        let mut list = Vec::new();
        self.advance(1);
        while !self.rest.is_empty() && !self.takes(']') {
            list.push(self.value(depth));
            if !self.takes(',') && !self.rest.starts_with(']') {
                self.rest = "";
            }
        }
        Value::Array(list)
    }

    fn number(&mut self) -> Value {
        let end =
            self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+'))).unwrap_or(self.rest.len());
        let number = self.rest.get(..end).and_then(|digits| digits.parse().ok()).and_then(Number::from_f64);
        self.advance(end.max(1));
        number.map_or(Value::Null, Value::Number)
    }

    /// The name that stands next, which may be empty.
    fn word(&mut self) -> &str {
        let end = self.rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '.'))).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        word
    }

    /// A word of the language, a name, or a call, which is taken for its first argument (`new Date("…")`).
    fn name(&mut self, depth: usize) -> Value {
        let word = self.word().to_owned();
        match word.as_str() {
            "" => {
                self.advance(self.rest.chars().next().map_or(0, char::len_utf8));
                return Value::Null;
            }
            "true" | "false" => return (word == "true").into(),
            "null" | "undefined" | "NaN" | "Infinity" => return Value::Null,
            "new" => return self.value(depth),
            "void" => {
                let _zero = self.takes('0');
                return Value::Null;
            }
            _ => {}
        }
        if !self.takes('(') {
            return format!("{NAME}{word}").into();
        }
        let mut first = None;
        while !self.rest.is_empty() && !self.takes(')') {
            let value = self.value(depth);
            first.get_or_insert(value);
            if !self.takes(',') && !self.rest.starts_with(')') {
                self.rest = "";
            }
        }
        first.filter(Value::is_string).unwrap_or_default()
    }

    fn string(&mut self, mark: char) -> String {
        let mut words = String::new();
        self.advance(1);
        while let Some(at) = self.rest.find([mark, '\\']) {
            words.push_str(self.rest.get(..at).unwrap_or_default());
            self.advance(at);
            if self.rest.starts_with(mark) {
                self.advance(1);
                return words;
            }
            self.advance(1);
            self.escape(&mut words);
        }
        self.rest = "";
        words
    }

    /// What stands behind a backslash.
    fn escape(&mut self, words: &mut String) {
        let Some(sign) = self.rest.chars().next() else { return };
        self.advance(sign.len_utf8());
        let unit = |rest: &str, digits: usize| rest.get(..digits).and_then(|digits| u16::from_str_radix(digits, 16).ok());
        match sign {
            'n' => words.push('\n'),
            't' => words.push('\t'),
            'r' | '\n' | 'b' | 'f' | 'v' => {}
            'x' => {
                words.extend(unit(self.rest, 2).and_then(|unit| char::from_u32(unit.into())));
                self.advance(2);
            }
            'u' => {
                let first = unit(self.rest, 4);
                self.advance(4);
                let low = self.rest.strip_prefix("\\u").and_then(|rest| unit(rest, 4));
                let pair = low.filter(|low| matches!(first, Some(0xd800..0xdc00)) && (0xdc00..0xe000).contains(low));
                if pair.is_some() {
                    self.advance("\\udc00".len());
                }
                words.extend(
                    char::decode_utf16(first.into_iter().chain(pair)).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)),
                );
            }
            other => words.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{assigned, revived};

    #[test]
    fn a_literal_in_a_function_is_read_with_what_its_names_mean() {
        let script = "window.__NUXT__=(function(a,b,c){b.x=1;return {layout:\"default\",data:[{article:{title:a,\"body\":\"\\u003Cp\\u003EL'\\u00e9t\\x e\",day:new Date(\"2021-03-04\"),\
                      n:-1.5,open:!0,shut:!1,none:void 0,more:[a,c,]}}]}}(\"La halle\",null,{d:1}));";
        let data = json!({"title": "La halle", "body": "<p>L'ét", "day": "2021-03-04", "n": -1.5, "open": true, "shut": false, "none": null, "more": ["La halle", {"d": 1.0}]});
        let script = script.replace("\\x e", "");
        assert_eq!(assigned(&script), Some(json!({"layout": "default", "data": [{"article": data}]})));
        assert_eq!(assigned("window.__NUXT__ = {a:'b'}"), Some(json!({"a": "b"})));
        assert_eq!((assigned("window.__NUXT__={}.x;"), assigned("a=1")), (Some(json!({})), None));
    }

    #[test]
    fn values_that_stand_by_their_places_are_put_together() {
        let list =
            json!([["Reactive", 1], {"data": 2, "at": 5, "none": -1}, [3, 3], {"title": 4}, "La halle", ["Date", "2021-03-04"]]);
        let meant = json!({"data": [{"title": "La halle"}, {"title": "La halle"}], "at": "2021-03-04", "none": null});
        assert_eq!(revived(list.as_array().unwrap()), Some(meant));
        assert_eq!(revived(&[json!({"title": "a"}), json!(1), json!(2)]), None);
        let ring = json!([["Reactive", 1], [1, 1, 1, 1], 0]);
        assert!(revived(ring.as_array().unwrap()).is_some());
    }

    #[test]
    fn what_breaks_off_comes_to_an_end() {
        let whole = "window.__NUXT__=(function(a){return {b:[\"c\\u00e9\",a(1,{d:e}),-,!]}}(\"f\"));";
        for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            let _read = assigned(whole.get(..end).unwrap());
        }
        let _deep = assigned(&format!("__NUXT__={}", "[".repeat(100_000)));
    }
}
