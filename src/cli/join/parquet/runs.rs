//! Small numbers as Parquet packs them: runs of one value, or of values in as few bits as the largest takes ("RLE / bit-packing hybrid" of the
//! specification).

use std::io;

/// Up to `count` numbers of `width` bits from `bytes`.
///
/// # Errors
/// When `bytes` ends before there are so many, or a number is wider than 32 bits.
pub(super) fn numbers(mut bytes: &[u8], width: u32, count: usize) -> io::Result<Vec<u32>> {
    if width > 32 {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut numbers = Vec::new();
    while numbers.len() < count {
        let head = varint(&mut bytes)?;
        let left = count - numbers.len();
        if head & 1 == 0 {
            let repeated = usize::try_from(head >> 1).unwrap_or(usize::MAX).min(left);
            let value = little(split(&mut bytes, width.div_ceil(8) as usize)?);
            // A run of nothing would never come to an end.
            if repeated == 0 {
                return Err(io::ErrorKind::InvalidData.into());
            }
            numbers.extend(std::iter::repeat_n(value, repeated));
        } else {
            let groups = usize::try_from(head >> 1).unwrap_or(usize::MAX);
            let len = groups.checked_mul(width as usize).ok_or(io::ErrorKind::InvalidData)?;
            // Writers may leave out the bytes of the last group that hold no value.
            let there = len.min(bytes.len());
            let packed = split(&mut bytes, there)?;
            let most = groups.saturating_mul(8).min(left);
            if most == 0 || packed.len() * 8 < most * width as usize {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            numbers.extend(unpacked(packed, width, most));
        }
    }
    Ok(numbers)
}

/// The first `count` numbers of `packed`, the lowest bit first.
fn unpacked(packed: &[u8], width: u32, count: usize) -> impl Iterator<Item = u32> {
    let (mut rest, mut held, mut bits) = (packed.iter(), 0u64, 0);
    (0..count).map(move |_| {
        while bits < width {
            held |= u64::from(*rest.next().unwrap_or(&0)) << bits;
            bits += 8;
        }
        let value = held & ((1 << width) - 1);
        (held, bits) = (held >> width, bits - width);
        u32::try_from(value).unwrap_or(u32::MAX)
    })
}

fn varint(bytes: &mut &[u8]) -> io::Result<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (first, rest) = bytes.split_first().ok_or(io::ErrorKind::UnexpectedEof)?;
        *bytes = rest;
        number |= u64::from(first & 0x7F) << shift;
        if *first < 0x80 {
            return Ok(number);
        }
    }
    Err(io::ErrorKind::InvalidData.into())
}

/// The first `len` bytes, which are taken off.
pub(super) fn split<'a>(bytes: &mut &'a [u8], len: usize) -> io::Result<&'a [u8]> {
    let (first, rest) = bytes.split_at_checked(len).ok_or(io::ErrorKind::UnexpectedEof)?;
    *bytes = rest;
    Ok(first)
}

/// A number of up to four bytes, the lowest first.
pub(super) fn little(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn the_example_of_the_specification() {
        // The numbers 0 to 7 in three bits each.
        let packed = [0x03, 0b1000_1000, 0b1100_0110, 0b1111_1010];
        assert_eq!(numbers(&packed, 3, 8).unwrap(), [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn runs_follow_each_other_and_end_with_the_count() {
        assert_eq!(numbers(&[4, 1, 2, 0], 1, 3).unwrap(), [1, 1, 0]);
        assert_eq!(numbers(&[200, 1, 1], 1, 3).unwrap(), [1, 1, 1]);
        assert_eq!(numbers(&[4], 0, 2).unwrap(), [0, 0]);
    }

    #[test]
    fn what_ends_too_early_is_refused() {
        for bytes in [&[][..], &[4], &[0, 1, 0, 1], &[3], &[0xFF; 12]] {
            assert!(numbers(bytes, 3, 8).is_err(), "{bytes:?}");
        }
        assert!(numbers(&[4, 1], 33, 2).is_err());
    }
}
