//! Packing of OpenDocument texts: the container around what the template wrote, and whether a file is such a container of ours.

use std::io::{self, Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What the container holds first, unpacked (ISO/IEC 26300-2, 3.3).
const KIND: &str = "application/vnd.oasis.opendocument.text";
const STYLES: &str = include_str!("../../assets/export/document-styles.xml");
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"#;
const META: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"><office:meta><meta:generator>liseuse "#,
    env!("CARGO_PKG_VERSION"),
    "</meta:generator></office:meta></office:document-meta>\n"
);
/// By this a container is ours; a word processor writes its own name when it saves the file.
const OWN: &str = "<meta:generator>liseuse ";
/// The bytes of the description that are looked at.
const LOOKED_AT: u64 = 1 << 16;

/// The container of `content`. The same content gives the same bytes.
///
/// # Errors
/// When there is no memory for it.
pub(crate) fn packed(content: &str) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let files = [
        ("mimetype", KIND, plain),
        ("content.xml", content, deflated),
        ("styles.xml", STYLES, deflated),
        ("meta.xml", META, deflated),
        ("META-INF/manifest.xml", MANIFEST, deflated),
    ];
    for (name, text, options) in files {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Whether `bytes` are a container as [`packed`] makes them, which nothing else has saved since.
pub(crate) fn is_own(bytes: &[u8]) -> bool {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let Ok(meta) = zip.by_name("meta.xml") else { return false };
    let mut text = String::new();
    meta.take(LOOKED_AT).read_to_string(&mut text).is_ok() && text.contains(OWN)
}

#[cfg(test)]
mod tests {
    use super::{is_own, packed};

    #[test]
    fn a_container_is_known_for_ours_and_begins_with_its_kind() {
        let bytes = packed("<a/>").unwrap();
        assert_eq!(bytes, packed("<a/>").unwrap());
        assert!(is_own(&bytes) && !is_own(b"PK") && !is_own(b""));
        let head = String::from_utf8_lossy(&bytes[..100]).into_owned();
        assert!(head.contains("mimetypeapplication/vnd.oasis.opendocument.text"), "{head}");
    }
}
