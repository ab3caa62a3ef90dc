//! The bytes of a stream in a PDF document, unpacked within a limit where the usual packing is used.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

/// The bytes of a stream, unpacked: more is an attack on memory.
const CONTENT: u64 = 64 << 20;

/// The bytes of a stream, within the limit.
pub(super) fn decoded(stream: &Stream<'_>) -> Vec<u8> {
    if *stream.filters() == [Filter::FlateDecode] && !stream.dict().contains_key("DecodeParms") {
        let (raw, mut bytes) = (stream.raw_data(), Vec::new());
        // What came before a fault is better than nothing.
        let (Ok(_) | Err(_)) = ZlibDecoder::new(&*raw).take(CONTENT).read_to_end(&mut bytes);
        return bytes;
    }
    stream.decoded().map(Cow::into_owned).unwrap_or_default()
}
