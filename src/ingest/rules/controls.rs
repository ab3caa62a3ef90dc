//! Controls of a page that leave words in its text: share bars, counters, labels of form fields.
//!
//! Rules for one line each; `furniture` asks them.

/// What buttons of a share bar say, folded.
pub const BUTTONS: &[&str] = &[
    "partager",
    "partagez",
    "tweeter",
    "tweet",
    "imprimer",
    "envoyer",
    "reagir",
    "commenter",
    "recommander",
    "classer",
    "facebook",
    "twitter",
    "google",
    "google+",
    "linkedin",
    "pinterest",
    "whatsapp",
    "telegram",
    "viadeo",
    "reddit",
    "livefyre",
    "tumblr",
    "mail",
    "email",
    "e-mail",
    "print",
    "share",
    "save",
    "send",
    "feedback",
    "reprints",
];
/// Words between them.
pub const BETWEEN: &[&str] =
    &["par", "sur", "via", "cet", "l'article", "article", "this", "page", "story", "the", "on", "by", "+", "|", "•", "·", "-"];
/// What counters count, folded.
const COUNTED: &[&str] = &[
    "commentaire",
    "commentaires",
    "reactions",
    "reaction",
    "contributions",
    "partages",
    "partage",
    "vues",
    "comments",
    "comment",
    "shares",
    "views",
    "likes",
    "min",
    "minutes",
    "min de lecture",
    "minutes de lecture",
    "min read",
    "minute read",
    "abonnes",
    "followers",
];

/// What may stand before its number. A number behind the word may be part of a title, `Minutes 90`; not so behind a plural
/// that only pages count.
pub const COUNTED_BEFORE: &[&str] = &["partages", "commentaires", "reactions", "shares", "comments"];

/// `Partager Envoyer par mail Imprimer`, `Facebook0 Twitter0 Email`, `Tweeter0`, `Email Article`.
#[must_use]
pub fn is_share_bar(folded: &str) -> bool {
    let (mut buttons, mut counted, mut words) = (0, 0, 0);
    for word in folded.split_whitespace() {
        let plain = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = plain.is_empty();
        let button = BUTTONS.contains(&plain);
        if !number && !button && !BETWEEN.contains(&word) {
            return false;
        }
        words += 1;
        buttons += usize::from(button);
        counted += usize::from(number || button && plain != word);
    }
    (1..=12).contains(&words) && buttons > 0 && (words > 1 || counted > 0)
}

/// `12 commentaires`, `3 shares`, `Partages 34`, `5 min de lecture`.
#[must_use]
pub fn is_count(plain: &str) -> bool {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 6;
    let (first, rest) = plain.split_once(' ').unwrap_or((plain, ""));
    let (head, last) = plain.rsplit_once(' ').unwrap_or(("", plain));
    number(first) && COUNTED.contains(&rest) || number(last) && COUNTED_BEFORE.contains(&head)
}

/// A number alone: beside a button it says how often that was pressed.
#[must_use]
pub fn is_number(words: &str) -> bool {
    words.len() <= 5 && !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// `Nom *`, `E-mail address *`: a star marks fields that must be filled in.
#[must_use]
pub fn is_field_label(words: &str) -> bool {
    words.ends_with(" *") && !words.starts_with('*') && words.chars().count() <= 40
}

#[cfg(test)]
mod tests {
    use super::{is_count, is_share_bar};

    #[test]
    fn bars_and_counters_are_told_from_titles() {
        for bar in [
            "partager envoyer par mail imprimer",
            "facebook0 twitter0 livefyre0 email print",
            "tweeter0",
            "email article",
            "google + linkedin",
        ] {
            assert!(is_share_bar(bar), "{bar}");
        }
        for title in ["twitter suspend un compte", "google et facebook", "partager le pouvoir", "google", "12", "le partage"] {
            assert!(!is_share_bar(title), "{title}");
        }
        assert!(is_count("12 commentaires") && is_count("partages 34") && !is_count("12 morts") && !is_count("avril 34"));
    }
}
