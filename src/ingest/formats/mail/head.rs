//! Whether bytes open with the head of a message: lines of `Name: value` that end at a blank line. No value is read here.

/// The bytes a head is looked for in; real ones have some thousand.
const HEAD: usize = 256 << 10;
/// Lines that are no field and yet stand in real heads, once it is clear that this is one.
const ODD: usize = 2;

/// Names of fields that a message has and a text with fields of its own has not.
const USUAL: &[&str] = &[
    "from",
    "to",
    "cc",
    "date",
    "subject",
    "received",
    "sender",
    "reply-to",
    "return-path",
    "delivered-to",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "list-id",
];

/// Whether `bytes` open with the head of a message.
pub(super) fn is_head(bytes: &[u8]) -> bool {
    fields(bytes).is_some_and(|fields| is_message(&fields))
}

/// The fields of a head, each with its name in small letters; `None` when the bytes open with none or have nothing behind it.
fn fields(bytes: &[u8]) -> Option<Vec<(String, &[u8])>> {
    let mut fields: Vec<(String, &[u8])> = Vec::new();
    let mut odd = 0;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    for line in head.split_inclusive(|byte| *byte == b'\n') {
        match line {
            b"\n" | b"\r\n" => return Some(fields),
            // A line that begins with white space goes on with the field above.
            [b' ' | b'\t', ..] if !fields.is_empty() => {}
            _ => match field(line) {
                Some(field) => fields.push(field),
                None if fields.len() > ODD && odd < ODD => odd += 1,
                None => return None,
            },
        }
    }
    None
}

/// `Content-Type: text/plain`: a name of letters and signs without spaces, and a colon.
fn field(line: &[u8]) -> Option<(String, &[u8])> {
    /// Characters of a name.
    const NAME: usize = 60;
    let end = line.iter().take(NAME).position(|byte| *byte == b':')?;
    let name = line.get(..end)?.trim_ascii_end();
    // Names may hold any sign; those of real messages do not, and a line of JSON is none.
    let sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let named = !name.is_empty() && name.iter().all(sign);
    Some((String::from_utf8_lossy(name).to_ascii_lowercase(), line.get(end + 1..)?)).filter(|_| named)
}

/// Whether a type of content is one of several parts.
fn is_parted(value: &[u8]) -> bool {
    let start = value.trim_ascii_start().get(..b"multipart/".len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(b"multipart/"))
}

/// Whether `bytes`, which stand behind a line that opens a message, begin with fields: of a mailbox any two will do, one of them usual.
pub(super) fn is_short_head(bytes: &[u8]) -> bool {
    fields(bytes).is_some_and(|fields| fields.len() >= 2 && fields.iter().any(|(name, _)| USUAL.contains(&name.as_str())))
}

fn is_message(fields: &[(String, &[u8])]) -> bool {
    let has = |name: &str| fields.iter().any(|(known, value)| known == name && !value.trim_ascii().is_empty());
    let usual = USUAL.iter().filter(|name| has(name)).count();
    let parted = fields.iter().any(|(name, value)| name == "content-type" && is_parted(value));
    has("subject") && (has("from") || has("date"))
        || parted
        || usual >= 3 && (has("from") || has("received") || has("mime-version"))
}
