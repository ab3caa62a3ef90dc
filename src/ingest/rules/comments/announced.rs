//! Lines that announce readers' comments, with or without their number, and the numbers of a list below. Asked by `comments`.

use crate::ingest::rules::controls::is_field_label;
use crate::text::fold::fold;

/// Bytes of a line that signs a comment or answers it.
pub(super) const LONGEST: usize = 120;
/// Lines that announce comments, folded; a number may stand before or behind.
const ANNOUNCES: &[&str] = &[
    "commentaire",
    "commentaires",
    "les commentaires",
    "tous les commentaires",
    "vos commentaires",
    "vos reactions",
    "reactions",
    "commentaires des lecteurs",
    "commentaires des abonnes",
    "reactions des lecteurs",
    "commentaires recents",
    "derniers commentaires",
    "commentaires postes",
    "comments",
    "your comments",
    "readers comments",
    "reader comments",
    "all comments",
    "kommentare",
    "leserkommentare",
    "alle kommentare",
    "comentarios",
    "comentarios de los lectores",
    "commenti",
    "commenti dei lettori",
];

/// What stands behind the number of comments: what they are about, folded.
const ABOUT: &[&str] = &[
    "a \"",
    "sur \"",
    "pour \"",
    "on \"",
    "to \"",
    "a :",
    "zu \"",
    "a cet article",
    "sur cet article",
    "a l'article",
    "on this",
    "to this",
];

/// Whether a line announces readers' comments: `Commentaires (12)`, `34 réactions`, `Vos réactions`.
pub(super) fn announces(words: &str) -> bool {
    if words.len() > LONGEST && !words.starts_with(|c: char| c.is_numeric()) {
        return false;
    }
    if is_field_label(words) {
        return false;
    }
    let folded = fold(words);
    let plain = folded.trim_matches(|c: char| !c.is_alphabetic());
    // `2 commentaires à "Un titre"`, `5 responses to "Un titre"`.
    let counted = || {
        let (number, rest) = folded.split_once(' ')?;
        let (what, about) = rest.split_once(' ')?;
        // A headline may stand there as it is, or on the next line.
        let small = matches!(about.split(' ').next(), Some("a" | "to" | "sur" | "on"));
        let bare = small && matches!(what, "reponses" | "responses" | "thoughts" | "commentaires" | "comments");
        let named = bare || ABOUT.iter().any(|mark| about.starts_with(mark));
        (number.bytes().all(|byte| byte.is_ascii_digit()) && named).then_some(what)
    };
    // `Un commentaire`, `Une réaction`.
    let one = ["un ", "une ", "one "].iter().find_map(|one| plain.strip_prefix(one));
    let single = |what: &str| matches!(what, "commentaire" | "reaction" | "reponse" | "comment" | "response" | "thought");
    ANNOUNCES.contains(&plain)
        || one.is_some_and(single)
        || plain == "reponses" && words.starts_with(|c: char| c.is_ascii_digit())
        || counted().is_some_and(|what| ANNOUNCES.contains(&what) || matches!(what, "reponses" | "responses" | "thoughts"))
}

/// Whether a line that announces comments tells how many there are.
pub(super) fn counts(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit() && c != '0')
}

/// Whether a line is the number of a comment and who wrote it: `1. Claire`, `12. lulu dit :`.
pub(super) fn is_numbered(words: &str) -> bool {
    /// Words of a name.
    const NAME: usize = 4;
    let Some((number, name)) = words.split_once(". ") else { return false };
    let short = (1..=NAME).contains(&name.split(' ').count()) && !name.ends_with(['.', '!', '?', '…']);
    (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()) && short && name.len() <= LONGEST / 3
}

#[cfg(test)]
mod tests {
    use super::{announces, counts, is_numbered};

    #[test]
    fn a_count_announces_a_list_with_numbers() {
        assert!(announces("3 réactions à cet article") && counts("3 réactions à cet article"));
        assert!(announces("12 commentaires") && !announces("3 réactions à cet accident") && !counts("Commentaires"));
        assert!(announces("Un commentaire") && announces("3 réponses à Un pont de trop") && announces("3 réponses à"));
        assert!(!announces("Un commentaire de la maire"));
        assert!(is_numbered("1. Claire Dumont") && is_numbered("2. lulu dit :"));
        assert!(!is_numbered("1. Le conseil de Valmont vote son budget") && !is_numbered("Claire"));
    }
}
