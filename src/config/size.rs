//! Sizes of files as people write them: `1000`, `64 MiB`, `2G`.

use thiserror::Error;

use crate::tr;

/// A text that is no size.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", tr!("'{what}' is no size; give bytes, or a number with KiB, MiB or GiB, such as 200 MiB", what = .0))]
pub struct SizeError(String);

/// Reads a number of bytes. `K`, `M`, `G`, with or without `B` or `iB`, are powers of 1024, in any case.
///
/// # Errors
/// When `text` is no such number or does not fit.
pub fn parse_size(text: &str) -> Result<u64, SizeError> {
    let wrong = || SizeError(text.to_owned());
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at_checked(digits).ok_or_else(wrong)?;
    let shift = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 10,
        "m" | "mb" | "mib" => 20,
        "g" | "gb" | "gib" => 30,
        _ => return Err(wrong()),
    };
    let number: u64 = number.parse().map_err(|_| wrong())?;
    number.checked_mul(1 << shift).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::parse_size;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, bytes) in [("0", 0), (" 1000 ", 1000), ("64 MiB", 64 << 20), ("2g", 2 << 30), ("1kb", 1024)] {
            assert_eq!(parse_size(text), Ok(bytes), "{text}");
        }
    }

    #[test]
    fn what_is_no_size_says_what_is() {
        for text in ["", "MiB", "-1", "1.5G", "12 parsecs", "99999999999999999999", "99999999999G", "é"] {
            let error = parse_size(text).unwrap_err().to_string();
            assert!(error.contains("200 MiB") && error.contains(text), "{text}");
        }
    }
}
