//! The compact protocol of Apache Thrift, read: structures whose fields are told by numbers, as the heads of pages and the foot of a Parquet file are.
//!
//! After the specification of the protocol (thrift-compact-protocol.md). Its writer stands in `cli::export_facts`.

use std::io::{self, Read};

/// Structures within structures that are followed.
const DEPTH: usize = 12;

/// A value of a field.
#[derive(Debug)]
enum Value {
    Integer(i64),
    Words(Vec<u8>),
    List(Vec<Value>),
    Struct(Struct),
    /// A truth value of a field, or a number that nothing here asks for.
    Other(bool),
}

/// A structure: its fields by their numbers.
#[derive(Debug, Default)]
pub(super) struct Struct(Vec<(i64, Value)>);

impl Struct {
    /// Reads a structure from where `source` stands. What it may take is bound by what `source` has.
    ///
    /// # Errors
    /// When the source ends within it or holds something else.
    pub(super) fn read(source: &mut dyn Read) -> io::Result<Self> {
        Self::within(source, DEPTH)
    }

    fn within(source: &mut dyn Read, depth: usize) -> io::Result<Self> {
        let depth = depth.checked_sub(1).ok_or(io::ErrorKind::InvalidData)?;
        let (mut fields, mut last) = (Vec::new(), 0i64);
        loop {
            let head = byte(source)?;
            if head == 0 {
                return Ok(Self(fields));
            }
            last = match head >> 4 {
                0 => integer(source)?,
                distance => last.saturating_add(distance.into()),
            };
            let value = match head & 0xF {
                1 => Value::Other(true),
                2 => Value::Other(false),
                kind => value(source, kind, depth)?,
            };
            fields.push((last, value));
        }
    }

    fn get(&self, id: i64) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == id).map(|(_, value)| value)
    }

    /// The integer in this field.
    pub(super) fn integer(&self, id: i64) -> Option<i64> {
        if let Some(Value::Integer(number)) = self.get(id) { Some(*number) } else { None }
    }

    /// The truth value in this field.
    pub(super) fn flag(&self, id: i64) -> Option<bool> {
        if let Some(Value::Other(flag)) = self.get(id) { Some(*flag) } else { None }
    }

    /// The words in this field.
    pub(super) fn words(&self, id: i64) -> Option<&[u8]> {
        if let Some(Value::Words(words)) = self.get(id) { Some(words) } else { None }
    }

    /// The structure in this field.
    pub(super) fn inner(&self, id: i64) -> Option<&Self> {
        if let Some(Value::Struct(inner)) = self.get(id) { Some(inner) } else { None }
    }

    /// The structures of the list in this field; none when there is no such list.
    pub(super) fn structs(&self, id: i64) -> impl Iterator<Item = &Self> {
        let list: &[Value] = if let Some(Value::List(list)) = self.get(id) { list } else { &[] };
        list.iter().filter_map(|value| if let Value::Struct(inner) = value { Some(inner) } else { None })
    }
}

/// Reads a value of this type of the protocol.
fn value(source: &mut dyn Read, kind: u8, depth: usize) -> io::Result<Value> {
    Ok(match kind {
        1 | 2 => Value::Other(byte(source)? == 1),
        3 => Value::Integer(byte(source)?.into()),
        4..=6 => Value::Integer(integer(source)?),
        7 => {
            source.read_exact(&mut [0; 8])?;
            Value::Other(false)
        }
        8 => {
            let (len, mut words) = (varint(source)?, Vec::new());
            source.take(len).read_to_end(&mut words)?;
            // Less than was promised is the end of the source.
            if words.len() as u64 != len {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            Value::Words(words)
        }
        9 | 10 => {
            let depth = depth.checked_sub(1).ok_or(io::ErrorKind::InvalidData)?;
            let head = byte(source)?;
            let len = if head >> 4 == 15 { varint(source)? } else { u64::from(head >> 4) };
            let values = (0..len).map(|_| {
                if head & 0xF == 12 { Struct::within(source, depth).map(Value::Struct) } else { value(source, head & 0xF, depth) }
            });
            Value::List(values.collect::<io::Result<_>>()?)
        }
        12 => Value::Struct(Struct::within(source, depth)?),
        _ => return Err(io::ErrorKind::InvalidData.into()),
    })
}

fn byte(source: &mut dyn Read) -> io::Result<u8> {
    let mut byte = [0];
    source.read_exact(&mut byte)?;
    let [byte] = byte;
    Ok(byte)
}

/// Seven bits a byte, the lowest first (ULEB128).
fn varint(source: &mut dyn Read) -> io::Result<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let byte = byte(source)?;
        number |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(io::ErrorKind::InvalidData.into())
}

/// A signed integer, in zigzag.
fn integer(source: &mut dyn Read) -> io::Result<i64> {
    let number = varint(source)?;
    Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::Struct;

    #[test]
    fn fields_are_told_by_their_distance() {
        let read = Struct::read(&mut [0x15, 2, 0x38, 1, b'a', 0].as_slice()).unwrap();
        assert_eq!((read.integer(1), read.words(4), read.integer(2)), (Some(1), Some(&b"a"[..]), None));
        let read = Struct::read(&mut [0x29, 0x1C, 6, 40, 1, 0, 0].as_slice()).unwrap();
        assert_eq!(read.structs(2).map(|inner| inner.integer(20)).collect::<Vec<_>>(), [Some(-1)]);
        let read = Struct::read(&mut [0x11, 0x12, 0].as_slice()).unwrap();
        assert_eq!((read.flag(1), read.flag(2)), (Some(true), Some(false)));
    }

    #[test]
    fn what_is_cut_or_too_deep_is_refused() {
        assert!(Struct::read(&mut [0x18, 9, b'a'].as_slice()).is_err());
        assert!(Struct::read(&mut [0x1C; 99].as_slice()).is_err());
        assert!(Struct::read(&mut [0x19; 99].as_slice()).is_err());
        assert!(Struct::read(&mut [0x15, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0].as_slice()).is_err());
    }
}
