//! What the system says when it refuses, in the words of a person: no numbers of errors, and no English in another language.

use std::io;

use crate::tr;

/// What the standard library writes behind what the system says, before its number.
const NUMBERED: &str = " (os error";

/// Why the system refuses, in a clause without a full stop. An error that was made with words of its own says those.
#[must_use]
pub fn system_reason(error: &io::Error) -> String {
    // A library may have put what the system said into words of its own, with the name of a file that nobody knows; its number tells.
    if let Some(own) = error.get_ref().map(ToString::to_string).filter(|own| !own.contains(NUMBERED)) {
        return own;
    }
    match error.kind() {
        io::ErrorKind::NotFound => tr!("there is no such file or folder").to_owned(),
        io::ErrorKind::PermissionDenied => tr!("no permission").to_owned(),
        io::ErrorKind::AlreadyExists => tr!("it is there already").to_owned(),
        io::ErrorKind::IsADirectory => tr!("it is a folder").to_owned(),
        io::ErrorKind::NotADirectory => tr!("a part of the path is no folder").to_owned(),
        io::ErrorKind::InvalidFilename => tr!("the name is too long, or none that is allowed here").to_owned(),
        io::ErrorKind::InvalidData => tr!("it is no text in UTF-8").to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => tr!("the disk is full").to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => tr!("the disk can only be read").to_owned(),
        io::ErrorKind::WouldBlock => tr!("another program holds it").to_owned(),
        io::ErrorKind::TimedOut => tr!("it does not answer").to_owned(),
        _ => {
            let text = error.to_string();
            text.split_once(NUMBERED).map_or(text.as_str(), |(reason, _)| reason).to_lowercase()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::system_reason;
    use crate::locale::Locale;

    #[test]
    fn what_the_system_says_is_in_words_without_numbers() {
        let missing = || std::fs::read("/nowhere/at/all").unwrap_err();
        assert_eq!(system_reason(&missing()), "there is no such file or folder");
        Locale::named("fr").unwrap().within(|| assert_eq!(system_reason(&missing()), "ce fichier ou répertoire n’existe pas"));
        assert_eq!(system_reason(&Error::new(ErrorKind::NotFound, "a sentence of our own")), "a sentence of our own");
        // What is made for a file that is put in its place has a name of its own.
        let wrapped = tempfile::NamedTempFile::new_in("/nowhere/at/all").unwrap_err();
        assert_eq!(system_reason(&wrapped), "there is no such file or folder");
        assert!(!system_reason(&Error::from_raw_os_error(24)).contains("os error"));
    }
}
