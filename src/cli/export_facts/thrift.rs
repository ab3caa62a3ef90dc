//! The compact protocol of Apache Thrift, as far as the heads and the foot of a Parquet file need it: structures of integers, words, lists.
//!
//! After the specification of the protocol (thrift-compact-protocol.md): a field is told by the distance to the one before and its type,
//! integers are in zigzag and seven bits a byte.

/// Types of fields.
const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// A structure under construction.
#[derive(Default)]
pub(super) struct Fields {
    bytes: Vec<u8>,
    last: i16,
}

impl Fields {
    pub(super) fn i32(mut self, id: i16, value: i32) -> Self {
        self.head(id, I32);
        varint(&mut self.bytes, zigzag(value.into()));
        self
    }

    pub(super) fn i64(mut self, id: i16, value: i64) -> Self {
        self.head(id, I64);
        varint(&mut self.bytes, zigzag(value));
        self
    }

    pub(super) fn words(mut self, id: i16, words: &str) -> Self {
        self.head(id, BINARY);
        binary(&mut self.bytes, words);
        self
    }

    pub(super) fn inner(mut self, id: i16, inner: Self) -> Self {
        self.head(id, STRUCT);
        self.bytes.extend(inner.end());
        self
    }

    pub(super) fn inners(mut self, id: i16, inners: Vec<Self>) -> Self {
        self.list(id, STRUCT, inners.len());
        for inner in inners {
            self.bytes.extend(inner.end());
        }
        self
    }

    pub(super) fn i32s(mut self, id: i16, values: &[i32]) -> Self {
        self.list(id, I32, values.len());
        for value in values {
            varint(&mut self.bytes, zigzag((*value).into()));
        }
        self
    }

    pub(super) fn all_words(mut self, id: i16, all: &[&str]) -> Self {
        self.list(id, BINARY, all.len());
        for words in all {
            binary(&mut self.bytes, words);
        }
        self
    }

    /// The bytes of the structure.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }

    fn head(&mut self, id: i16, kind: u8) {
        if let Ok(distance @ 1..=15) = u8::try_from(id - self.last) {
            self.bytes.push(distance << 4 | kind);
        } else {
            self.bytes.push(kind);
            varint(&mut self.bytes, zigzag(id.into()));
        }
        self.last = id;
    }

    fn list(&mut self, id: i16, kind: u8, len: usize) {
        self.head(id, LIST);
        if let Ok(short @ 0..=14) = u8::try_from(len) {
            self.bytes.push(short << 4 | kind);
        } else {
            self.bytes.push(0xF0 | kind);
            varint(&mut self.bytes, len as u64);
        }
    }
}

fn binary(bytes: &mut Vec<u8>, words: &str) {
    varint(bytes, words.len() as u64);
    bytes.extend_from_slice(words.as_bytes());
}

fn zigzag(value: i64) -> u64 {
    (value.wrapping_shl(1) ^ (value >> 63)).cast_unsigned()
}

/// Seven bits a byte, the lowest first (ULEB128).
pub(super) fn varint(bytes: &mut Vec<u8>, mut value: u64) {
    loop {
        let [low, ..] = (value & 0x7F).to_le_bytes();
        value >>= 7;
        if value == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, varint, zigzag};

    #[test]
    fn integers_take_as_few_bytes_as_they_can() {
        let mut bytes = Vec::new();
        varint(&mut bytes, 300);
        assert_eq!(bytes, [0xAC, 0x02]);
        assert_eq!((zigzag(0), zigzag(-1), zigzag(1), zigzag(i64::MIN)), (0, 1, 2, u64::MAX));
    }

    #[test]
    fn fields_tell_how_far_they_are_from_the_one_before() {
        assert_eq!(Fields::default().i32(1, 1).words(4, "a").end(), [0x15, 2, 0x38, 1, b'a', 0]);
        assert_eq!(Fields::default().inners(2, vec![Fields::default().i64(20, -1)]).end(), [0x29, 0x1C, 6, 40, 1, 0, 0]);
    }
}
