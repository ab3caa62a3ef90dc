//! Which languages labels are made in.

use crate::analysis::labels::en::ENGLISH;
use crate::analysis::labels::fr::FRENCH;
use crate::analysis::labels::language::LabelLanguage;
use crate::model::article::Lang;

/// The words of `lang`; `None` for a language without.
pub(super) fn of_lang(lang: Lang) -> Option<&'static LabelLanguage> {
    match lang {
        Lang::Fr => Some(&FRENCH),
        Lang::En => Some(&ENGLISH),
        Lang::Other(_) | Lang::Unknown => None,
    }
}
