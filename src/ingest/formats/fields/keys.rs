//! The names of fields as records write them, compared with those that are known: whatever their capitals and signs, without the language or the unit
//! behind them.

/// Whether `key` is one of `names`.
pub(super) fn is_any(key: &str, names: &[&str]) -> bool {
    names.iter().any(|name| is_called(key, name))
}

/// Whether `key` is `name`, which is in small letters, whatever its capitals, hyphens and underscores.
pub(super) fn is_called(key: &str, name: &str) -> bool {
    // Signs only make a key longer, and seldom stand before it.
    let other = || {
        let first = key.as_bytes().first().filter(|byte| byte.is_ascii_alphabetic());
        first.is_some_and(|byte| Some(byte.to_ascii_lowercase()) != name.bytes().next())
    };
    if key.len() < name.len() || other() {
        return false;
    }
    // Asked for each of some hundred names: what can be told by the first letter is told by it.
    let key = without_language(without_brackets(key));
    let plain = key.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ' | b':' | b'\''));
    if key.is_ascii() {
        return plain.map(|byte| byte.to_ascii_lowercase()).eq(name.bytes());
    }
    let letters = key.chars().filter(|c| !matches!(c, '_' | '-' | ' ' | ':' | '\'' | '’')).flat_map(char::to_lowercase);
    letters.eq(name.chars())
}

/// `PUBLISHED DATE (GMT)` as `PUBLISHED DATE`: what stands in brackets says how the field is written.
fn without_brackets(key: &str) -> &str {
    let end = key.bytes().position(|byte| byte == b'(').filter(|at| *at > 0);
    end.and_then(|at| key.get(..at)).map_or(key, str::trim_end)
}

/// `title_fr` as `title`.
fn without_language(key: &str) -> &str {
    const LANGUAGES: [&str; 10] = ["fr", "en", "de", "es", "it", "pt", "nl", "ar", "ru", "pl"];
    let parts = key.len().checked_sub("_fr".len()).and_then(|at| key.split_at_checked(at));
    let tag = parts.and_then(|(head, tag)| Some((head, tag.strip_prefix('_')?)));
    tag.filter(|(_, tag)| LANGUAGES.contains(tag)).map_or(key, |(head, _)| head)
}

#[cfg(test)]
mod tests {
    use super::is_called;

    #[test]
    fn keys_are_known_whatever_their_capitals() {
        assert!(is_called("Publication_Date", "publicationdate") && is_called("ЗАГОЛОВОК", "заголовок"));
        assert!(is_called("Überschrift", "überschrift") && is_called("Полный текст", "полныйтекст"));
        assert!(is_called("Published Date (GMT)", "publisheddate"));
        assert!(!is_called("Дата", "дата выхода") && !is_called("titles", "title"));
    }
}
