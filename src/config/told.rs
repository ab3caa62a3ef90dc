//! What the parser of a configuration says, in words of our own: its sentences are English and speak of the types of the program. Where it says
//! something that is not known here, its words stand.

use crate::tr;

/// What is wrong, by the message of the parser (the forms of `serde::de::Error`).
pub(crate) fn told(message: &str) -> String {
    // What says more behind the first line shows where, which the number of the line does.
    let message = message.lines().next().unwrap_or_default();
    field(message)
        .or_else(|| variant(message))
        .or_else(|| missing(message))
        .or_else(|| kind(message))
        .or_else(|| syntax(message).map(str::to_owned))
        .unwrap_or_else(|| message.to_owned())
}

/// The names in backticks of `text`.
fn names(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn field(message: &str) -> Option<String> {
    let named = names(message.strip_prefix("unknown field ")?);
    let (name, known) = named.split_first()?;
    Some(tr!("unknown key `{name}`; known are {known}", name, known = known.join(", ")))
}

fn variant(message: &str) -> Option<String> {
    let named = names(message.strip_prefix("unknown variant ")?);
    let (name, known) = named.split_first()?;
    Some(tr!("`{name}` is not known here; known are {known}", name, known = known.join(", ")))
}

fn missing(message: &str) -> Option<String> {
    let named = names(message.strip_prefix("missing field ")?);
    named.first().map(|name| tr!("the key `{name}` is missing", name))
}

fn kind(message: &str) -> Option<String> {
    let said = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))?;
    let (_, wanted) = said.rsplit_once(", expected ")?;
    let number = wanted.strip_prefix(['u', 'i']).is_some_and(|bits| bits.bytes().all(|byte| byte.is_ascii_digit()));
    Some(match wanted {
        "a boolean" => tr!("true or false is wanted here").to_owned(),
        "a string" | "string" => tr!("a text in quotes is wanted here").to_owned(),
        "a sequence" => tr!("a list in brackets is wanted here").to_owned(),
        _ if number => tr!("a whole number is wanted here").to_owned(),
        _ if wanted.starts_with("struct") || wanted.contains("map") => tr!("a table is wanted here").to_owned(),
        _ => return None,
    })
}

/// What is wrong where the text is no TOML; the sentences of the parser speak of its own grammar.
fn syntax(message: &str) -> Option<&'static str> {
    if message.starts_with("invalid type: ") || message.starts_with("invalid value: ") || message.starts_with("invalid length ") {
        return None;
    }
    let begins = |heads: &[&str]| heads.iter().any(|head| message.starts_with(head));
    Some(match message {
        _ if begins(&["unclosed array", "unclosed table", "unclosed inline table"]) => tr!("a bracket is not closed"),
        _ if begins(&["duplicate key"]) => tr!("this key stands here twice"),
        _ if begins(&["string values must be quoted", "missing value", "extra value"]) => {
            tr!("a value is missing, or has no quotation marks")
        }
        _ if begins(&["invalid basic string", "invalid literal string", "invalid multi-line"]) => {
            tr!("a text in quotes is not closed")
        }
        _ if message.contains(", expected ") || begins(&["invalid ", "unexpected ", "missing ", "key with no value"]) => {
            tr!("this line is no TOML")
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::locale::Locale;

    #[test]
    fn what_the_parser_says_is_said_in_words_of_ours() {
        for (message, words) in [
            ("unknown field `nope`, expected one of `a`, `b`", "unknown key `nope`; known are a, b"),
            ("unknown variant `x`, expected `on` or `off`", "`x` is not known here; known are on, off"),
            ("missing field `name`", "the key `name` is missing"),
            ("invalid type: string \"x\", expected u16", "a whole number is wanted here"),
            ("invalid type: integer `1`, expected a boolean", "true or false is wanted here"),
            ("unclosed array, expected `]`", "a bracket is not closed"),
            ("string values must be quoted, expected literal string", "a value is missing, or has no quotation marks"),
            ("invalid date, expected month between 01 and 12", "this line is no TOML"),
            ("measure = 3: give 20 to 400 columns", "measure = 3: give 20 to 400 columns"),
        ] {
            assert_eq!(told(message), words);
        }
        Locale::named("fr").unwrap().within(|| {
            assert_eq!(
                told("unknown field `nope`, expected one of `a`, `b`"),
                "clé inconnue `nope`\u{a0}; les clés connues sont a, b"
            );
        });
    }
}
