//! What programs write around JSON: the call of JSONP, the variable of a script, the guard against reading by other sites.

/// Bytes that stand before it at most.
const LONGEST: usize = 200;
/// What services write before an answer so that no other page can run it as a script.
const GUARDS: [&str; 4] = [")]}',", ")]}'", "while(1);", "for(;;);"];
/// What modules of JavaScript write before what they give.
const GIVEN: [&str; 2] = ["export default", "return"];

/// The JSON that `text` wraps: what a function is called with, a variable is set to, or stands behind a guard. `None` when nothing of this is
/// around it.
pub(super) fn unwrapped(text: &str) -> Option<&str> {
    let text = text.trim();
    if let Some(rest) = GUARDS.iter().find_map(|guard| text.strip_prefix(guard)) {
        return Some(rest.trim_start());
    }
    let at = text.bytes().take(LONGEST).position(|byte| matches!(byte, b'{' | b'[')).filter(|at| *at > 0)?;
    let (before, rest) = text.split_at_checked(at)?;
    let before = before.trim_end();
    let is_code = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | ' ' | '\n' | '=' | '(' | ';' | ':' | '/' | '*');
    let opens = before.ends_with(['=', '(']) && before.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$' | '/'));
    if !before.chars().all(is_code) || !(opens || GIVEN.contains(&before)) {
        return None;
    }
    Some(rest.trim_end_matches([';', ')', ' ', '\n', '\r']))
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn calls_variables_and_guards_are_taken_off() {
        for text in [
            ")]}',\n[1]",
            "while(1);[1]",
            "retour([1]);",
            "/**/ page.articles.on_load( [1] )",
            "var articles =\n[1];\n",
            "window.__DATA__=[1]",
            "module.exports = [1]",
            "export default [1];",
        ] {
            assert_eq!(unwrapped(text), Some("[1]"), "{text}");
        }
        for text in ["[1]", "{\"a\": 1}", "La ville a voté (voir [1]).", "Le total = [1] et le reste", "Selon [AFP]", ""] {
            assert!(unwrapped(text).is_none_or(|inner| serde_json::from_str::<serde_json::Value>(inner).is_err()), "{text}");
        }
    }
}
