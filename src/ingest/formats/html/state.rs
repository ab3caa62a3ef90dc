//! Articles that a page holds in its scripts alone, as the state of the program that would show them. Called by `html` where a page shows
//! no article, or its beginning.
//!
//! The state is JSON: in a script of its own (`__NEXT_DATA__`), behind an assignment (`window.__INITIAL_STATE__ = {…}`, Apollo, Redux, React
//! Query), as a string that `JSON.parse` is given, or in the rows that Next.js streams (`self.__next_f.push([1, "…"])`). What Nuxt writes is
//! `nuxt`'s.

use std::collections::HashMap;

use serde_json::Value;

use crate::ingest::draft::{Declared, Lines};
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::formats::html::nuxt;
use crate::ingest::formats::html::whole::is_sentence;
use crate::ingest::formats::html_meta::plain;
use crate::ingest::formats::json::blocks;
use crate::ingest::source::format::has_markup;

/// How deep an article is looked for.
const DEEPEST: usize = 24;
/// Values that are tried to be read from one script.
const TRIES: usize = 24;
/// Bytes of prose below which a page shows no article.
const SHOWN: usize = 250;

/// The article `title` as the scripts of `html` hold it, its text as they have it, where `shown` is less; `None` where they do not hold it.
pub(super) fn article(html: &str, title: Option<&str>, shown: &Lines) -> Option<(String, Declared)> {
    /// Bytes of prose from which on a page shows its article whole.
    const WHOLE: usize = 1200;
    const SIGNS: [&str; 5] = ["__NEXT_DATA__", "__next_f", "_STATE__", "__NUXT", "application/json"];
    let title = title.map(plain).filter(|title| !title.is_empty())?;
    let prose = prose(shown);
    if prose >= WHOLE || prose >= SHOWN && !SIGNS.iter().any(|sign| html.contains(sign)) {
        return None;
    }
    let states = states(html);
    let mut best: Option<(String, &Record)> = None;
    for state in &states {
        search(state, &title, DEEPEST, &mut best);
    }
    let (text, record) = best?;
    let least = prose.max(SHOWN / 2);
    let begins = || text.len() * 2 > shown.text.len() * 3 && most_stands_in(shown, &text);
    if text.len() < least || prose >= SHOWN && !begins() {
        return None;
    }
    let lead = fields::standfirst(record).filter(|lead| !fields::stands_in(lead, &text));
    let parted = if has_markup(&text) { "<br><br>" } else { "\n\n" };
    let whole = lead.map(|lead| format!("{lead}{parted}{text}"));
    Some((whole.unwrap_or(text), fields::declared(record)))
}

/// Bytes of the prose of a page, one sentence or more a line.
fn prose(lines: &Lines) -> usize {
    const PROSE: usize = 60;
    lines.all_words().filter(|words| words.len() >= PROSE && is_sentence(words)).map(str::len).sum()
}

/// Whether most of what a page shows stands in `text`, which may be markup.
fn most_stands_in(shown: &Lines, text: &str) -> bool {
    let text = plain(text);
    let (mut inside, mut all) = (0, 0);
    for words in shown.all_words().map(plain) {
        all += words.len();
        inside += if text.contains(&words) { words.len() } else { 0 };
    }
    inside * 5 >= all * 4
}

/// The longest text of an article called `title` in `value` and below.
fn search<'a>(value: &'a Value, title: &str, depth: usize, best: &mut Option<(String, &'a Record)>) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|value| search(value, title, depth - 1, best)),
        Value::Object(record) => {
            let text = if is_called(record, title) { text_of(record, 4) } else { None };
            if let Some(text) = text.filter(|text| best.as_ref().is_none_or(|(known, _)| known.len() < text.len())) {
                *best = Some((text, record));
            }
            record.values().for_each(|value| search(value, title, depth - 1, best));
        }
        _ => {}
    }
}

/// Whether the headline of a record is `title`, or is part of it or holds it.
fn is_called(record: &Record, title: &str) -> bool {
    /// Bytes of a headline that is a part of another.
    const PART: usize = 15;
    let Some(own) = fields::title(record).map(|own| plain(&fields::cleaned(&own))) else { return false };
    own == title || own.len() > PART && (title.contains(&own) || own.contains(title))
}

/// The text of a record, or of a member that has no headline of its own.
fn text_of(record: &Record, depth: usize) -> Option<String> {
    let own = [fields::text(record).map(std::borrow::Cow::into_owned), blocks::markup(record), blocks::of_editor(record)];
    if let Some(text) = own.into_iter().flatten().max_by_key(String::len) {
        return Some(text);
    }
    let members = record.values().filter_map(Value::as_object).filter(|_| depth > 0);
    members
        .filter(|member| fields::title(member).is_none())
        .filter_map(|member| text_of(member, depth - 1))
        .max_by_key(String::len)
}

/// All values that the scripts of a page hold.
fn states(html: &str) -> Vec<Value> {
    let (mut values, mut rows) = (Vec::new(), String::new());
    for script in scripts(html) {
        let is_streamed = script.contains("__next_f");
        values.extend(nuxt::assigned(script));
        for value in values_of(script) {
            match value.as_array().map(Vec::as_slice) {
                Some([Value::Number(_), Value::String(row)]) if is_streamed => rows.push_str(row),
                Some(list) if list.len() > 2 => values.push(nuxt::revived(list).unwrap_or(value)),
                _ => values.push(value),
            }
        }
    }
    values.extend(streamed(&rows));
    values
}

/// The scripts of a page that hold more than a few words and are no linked data.
fn scripts(html: &str) -> impl Iterator<Item = &str> {
    const LEAST: usize = 200;
    html.split("<script").skip(1).filter_map(|part| {
        let (tag, rest) = part.split_once('>')?;
        let script = rest.split_once("</script").map_or(rest, |(script, _)| script);
        (script.len() >= LEAST && !tag.contains("ld+json")).then_some(script)
    })
}

/// The values of JSON in a script, each behind a sign that a value follows.
fn values_of(script: &str) -> Vec<Value> {
    let defined;
    let script = if script.contains(":undefined") {
        defined = script.replace(":undefined", ":null");
        &defined
    } else {
        script
    };
    let (mut values, mut at, mut tries) = (Vec::new(), 0, 0);
    while tries < TRIES
        && let Some(rest) = script.get(at..)
        && let Some(found) = rest.find(['{', '[', '"'])
    {
        at += found;
        let (before, rest) = script.split_at_checked(at).unwrap_or_default();
        if !begins(before, rest) {
            at += 1;
            continue;
        }
        tries += 1;
        let mut parser = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let value = parser.next().and_then(Result::ok);
        at += if value.is_some() { parser.byte_offset().max(1) } else { 1 };
        match value {
            Some(Value::String(written)) => values.extend(serde_json::from_str::<Value>(&written).ok()),
            value => values.extend(value),
        }
    }
    values
}

/// Whether a value of JSON may begin with `rest`, which stands behind `before`.
fn begins(before: &str, rest: &str) -> bool {
    let before = before.trim_end();
    let mut signs = rest.chars();
    let first = signs.next();
    let next = signs.find(|c| !c.is_whitespace());
    let is_open = match first {
        Some('"') => return before.ends_with("JSON.parse("),
        Some('{') => next == Some('"'),
        _ => next.is_some_and(|next| matches!(next, '"' | '{' | '[') || next.is_ascii_digit()),
    };
    is_open && (before.is_empty() || before.ends_with(['=', '(', ',', ':']))
}

/// The values of the rows that Next.js streams: `a:{…}`, and `b:T1f,…` for a text of so many bytes (in hexadecimal) that others name `$b`.
fn streamed(rows: &str) -> Vec<Value> {
    let (mut texts, mut values): (HashMap<&str, &str>, Vec<Value>) = (HashMap::new(), Vec::new());
    let mut rest = rows;
    while let Some((name, row)) = rest.split_once(':').filter(|(name, _)| name.len() <= 8) {
        if let Some((bytes, text)) = row.strip_prefix('T').and_then(|row| row.split_once(','))
            && let Some((text, behind)) = usize::from_str_radix(bytes, 16).ok().and_then(|bytes| text.split_at_checked(bytes))
        {
            texts.insert(name, text);
            rest = behind;
            continue;
        }
        let (line, behind) = row.split_once('\n').unwrap_or((row, ""));
        values.extend(serde_json::from_str::<Value>(line).ok());
        rest = behind;
    }
    for value in &mut values {
        put_texts(value, &texts, 2 * DEEPEST);
    }
    values
}

/// Puts texts of their own in the places that name them.
fn put_texts(value: &mut Value, texts: &HashMap<&str, &str>, depth: usize) {
    match value {
        Value::String(words) => {
            if let Some(text) = words.strip_prefix('$').and_then(|name| texts.get(name)) {
                *words = (*text).to_owned();
            }
        }
        Value::Array(list) if depth > 0 => list.iter_mut().for_each(|value| put_texts(value, texts, depth - 1)),
        Value::Object(record) if depth > 0 => record.values_mut().for_each(|value| put_texts(value, texts, depth - 1)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    const FIRST: &str =
        "La halle de Brume a rouvert mardi matin, après un an de travaux, a dit la mairie devant les marchands réunis.";
    const REST: &str = "Les marchands sont revenus avec leurs étals et leurs balances, et le toit a été refait en chêne par deux charpentiers de la vallée voisine.";

    fn read(body: &str) -> String {
        let page = format!(
            "<html lang=fr><head><title>La halle rouvre à Brume</title></head><body>{body}<footer>Mentions</footer></body></html>"
        );
        let reading = read_text("a.html", &page);
        assert_eq!(reading.articles.len(), 1, "{reading:?}");
        reading.articles[0].body.to_string()
    }

    fn record() -> String {
        let text = format!("<p>{FIRST}</p><p>{REST}</p><p>{REST} Fin.</p>");
        serde_json::json!({"page": {"article": {"title": "La halle rouvre à Brume", "date": "2021-03-04", "standfirst": "Après un an de travaux.", "body": text},
            "next": [{"title": "Le port reste fermé", "body": text.repeat(3)}]}})
        .to_string()
    }

    #[test]
    fn an_article_in_scripts_alone_is_read() {
        let record = record();
        let written = serde_json::to_string(&record).unwrap();
        for script in [
            format!("<script id=__NEXT_DATA__ type='application/json'>{record}</script>"),
            format!("<script>window.__INITIAL_STATE__ = {record}; start();</script>"),
            format!("<script>window.__APOLLO_STATE__=JSON.parse({written});</script>"),
            format!(
                "<script>(window['q'] = []).push({}); function a(b){{return [b]}}</script>",
                record.replace("\"2021-03-04\"", "undefined")
            ),
        ] {
            let text = read(&format!("<div id=root></div>{script}"));
            assert!(text.starts_with("Après un an de travaux.\n\nLa halle") && text.ends_with("Fin."), "{text}");
        }
    }

    #[test]
    fn the_state_of_nuxt_is_read() {
        let text = serde_json::json!(format!("<p>{FIRST}</p><p>{REST}</p><p>{REST} Fin.</p>"));
        let literal = format!(
            "window.__NUXT__=(function(a,b){{return {{data:[{{article:{{title:a,body:b}}}}]}}}}(\"La halle rouvre à Brume\",{text}));"
        );
        let places =
            format!("[[\"ShallowReactive\",1],{{\"article\":2}},{{\"title\":3,\"body\":4}},\"La halle rouvre à Brume\",{text}]");
        for script in [
            format!("<script>{literal}</script>"),
            format!("<script type=\"application/json\" id=\"__NUXT_DATA__\" data-ssr=\"true\">{places}</script>"),
        ] {
            let text = read(&format!("<div id=__nuxt></div>{script}"));
            assert!(text.starts_with(FIRST) && text.ends_with("Fin."), "{text}");
        }
    }

    #[test]
    fn rows_that_a_page_streams_name_texts() {
        let text = format!("<p>{FIRST}</p><p>{REST}</p>");
        let rows = format!(
            "1:{{\"detail\":{{\"title\":\"La halle rouvre à Brume\",\"content\":\"$2a\"}}}}\n2a:T{:x},{text}3:null\n",
            text.len()
        );
        let (one, two) = rows.split_at(rows.find("<p>").unwrap() + 30);
        let pushed = [one, two]
            .map(|part| format!("<script>self.__next_f.push([1,{}])/* {} */</script>", serde_json::json!(part), "x".repeat(200)));
        let read = read(&pushed.concat());
        assert!(read.starts_with(FIRST) && read.ends_with(REST), "{read}");
    }

    #[test]
    fn what_the_page_shows_goes_first_and_a_beginning_is_made_whole() {
        let script = format!("<script type='application/json'>{}</script>", record());
        let own =
            format!("<article><h1>La halle rouvre à Brume</h1><p>{FIRST}</p><p>{} Ainsi soit-il.</p></article>", REST.repeat(2));
        assert!(read(&format!("{own}{script}")).ends_with("Ainsi soit-il."));
        let begun = format!("<article><h1>La halle rouvre à Brume</h1><p>{FIRST}</p></article>{script}");
        assert!(read(&begun).ends_with("Fin."));
    }
}
