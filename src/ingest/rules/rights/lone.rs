//! The only name that the notices of a page give, where the page calls itself by the first letters of it: `© 2023 Rives du Val Info`, `RVI`.
//!
//! Companies that own papers write such notices, too; of their letters a page does not speak.

use crate::ingest::rules::masthead;
use crate::ingest::rules::outlet::agency;
use crate::ingest::rules::rights::{LONG, name};

/// Letters of such a short name, and how often it stands around the text.
const LETTERS: usize = 3;
const OFTEN: usize = 2;

/// The name that all of `notices` which give one agree on, where its first letters stand in `around`, the other lines around the text.
pub(super) fn lone<'a>(notices: impl Iterator<Item = &'a str>, around: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut names = notices.filter_map(name).filter(|name| name.split(' ').count() <= LONG);
    let first = names.next()?;
    if !names.all(|other| masthead::is_same(&other, &first)) {
        return None;
    }
    let mut around = around.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    // `© 2023 RVI Radio 1050`: the letters may stand in the notice, too.
    let (head, rest) = first.split_once(' ').unwrap_or((&first, ""));
    let shouted = head.chars().all(char::is_uppercase) && !rest.is_empty() && agency(head).is_none();
    let firsts = || first.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    let letters: String = if shouted { head.to_owned() } else { firsts() };
    let often = letters.chars().count() >= LETTERS && around.by_ref().filter(|word| *word == letters).nth(OFTEN - 1).is_some();
    often.then(|| if shouted { letters } else { first.clone() })
}

#[cfg(test)]
mod tests {
    use super::lone;

    #[test]
    fn a_notice_names_the_house_whose_first_letters_the_page_uses() {
        let named = |notices: &[&str], around: &[&str]| lone(notices.iter().copied(), around.iter().copied());
        let menu = ["About RVI", "RVI Live", "Contact"];
        assert_eq!(named(&["© 1998-2023 Rives du Val Info. All rights reserved."], &menu).as_deref(), Some("Rives du Val Info"));
        assert_eq!(named(&["2023 RVI Radio 1050, Val Media, Inc. All rights reserved."], &menu).as_deref(), Some("RVI"));
        assert_eq!(named(&["© 2023 Rives du Val Info", "© 2023 Querval"], &menu), None);
        assert_eq!(named(&["© 2023 Rives du Val Info"], &["About", "Contact"]), None);
    }
}
