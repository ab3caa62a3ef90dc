//! Markdown: front matter in YAML or TOML, and a body whose markup is read, not shown.

use serde_json::Value;

use crate::ingest::draft::{Around, Declared, Draft};
use crate::ingest::formats::fields::{declared, declared_flat};
use crate::ingest::formats::front_matter;
use crate::ingest::formats::md_body;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Text;
use crate::text::sanitize::sanitize;

/// Reads a Markdown text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let (draft, wrong) = draft(text.text);
    out.whole(draft, text.bytes);
    if let Some(wrong) = wrong {
        out.warn(&wrong);
    }
}

/// The draft of a Markdown text, and what is wrong with its front matter if something is.
#[must_use]
pub fn draft(text: &str) -> (Draft, Option<String>) {
    let (declared, wrong, body) = front_matter(text).unwrap_or((Declared::default(), None, text));
    let bare = is_bare(text.strip_suffix(body).unwrap_or_default());
    let around = if bare { Around::Nothing } else { Around::Anything };
    (Draft { declared: unlinked(declared), lines: md_body::lines(&sanitize(body)), curated: bare, around }, wrong)
}

/// Whether front matter says that the text below holds nothing else, as `liseuse convert` writes it.
fn is_bare(front: &str) -> bool {
    front.lines().any(|line| line.trim_end() == "boilerplate: none")
}

/// What Obsidian writes as links between notes, `[[Jane Doe]]` and `[[people/doe|Jane Doe]]`, as the words it shows.
fn unlinked(mut declared: Declared) -> Declared {
    let slots = [&mut declared.title, &mut declared.author, &mut declared.outlet];
    for words in slots.into_iter().flatten().filter(|words| words.contains("[[")) {
        let shown = words.split("[[").flat_map(|part| match part.split_once("]]") {
            Some((link, behind)) => [link.rsplit_once('|').map_or(link, |(_, label)| label), behind],
            None => [part, ""],
        });
        *words = shown.collect();
    }
    declared
}

/// What the record between the fences at the head of `text` says, what is wrong with it, and the text behind it.
fn front_matter(text: &str) -> Option<(Declared, Option<String>, &str)> {
    let text = text.trim_start();
    let yaml = text.starts_with("---");
    let fence = if yaml { "---" } else { "+++" };
    let first = text.strip_prefix(fence)?;
    let inner = first.strip_prefix("\r\n").or_else(|| first.strip_prefix('\n'))?;
    let mut offset = 0;
    for line in inner.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || yaml && bare == "..." {
            let (record, rest) = inner.split_at_checked(offset)?;
            let body = rest.strip_prefix(line)?;
            // Control signs, of which no parser wants any, are taken out as they are of the text.
            let record = &sanitize(record);
            if let Some(entries) = front_matter::entries(record).filter(|_| yaml) {
                return Some((declared_flat(&entries), None, body));
            }
            // Between two rules of a plain text stands text, which is no record: nothing is taken away.
            return match if yaml { yaml_record(record) } else { toml_record(record) } {
                Ok(Value::Object(record)) => Some((declared(&record), None, body)),
                Err(wrong) => {
                    let entries = front_matter::entries_as_written(record);
                    (!entries.is_empty()).then(|| (declared_flat(&entries), Some(wrong), body))
                }
                Ok(_) => None,
            };
        }
        offset += line.len();
    }
    None
}

/// Front matter nests a few levels; parsing takes time by the square of many.
const DEEPEST: usize = 100;

/// An upper bound of the depth of a YAML text: its open brackets, and the dashes that open lists inside lists on one line.
fn deepest(text: &str) -> usize {
    let (mut open, mut most) = (0usize, 0usize);
    for line in text.lines() {
        let dashes = line.split(' ').take_while(|part| matches!(*part, "" | "-" | "?")).filter(|part| !part.is_empty()).count();
        for byte in line.bytes() {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            most = most.max(open);
        }
        most = most.max(open + dashes);
    }
    most
}

fn yaml_record(text: &str) -> Result<Value, String> {
    if deepest(text) > DEEPEST {
        return Err("the front matter nests too deep and was left out".to_owned());
    }
    serde_yaml_ng::from_str(text)
        .map_err(|error| format!("the front matter is not valid YAML; its lines are read as they stand: {error}"))
}

fn toml_record(text: &str) -> Result<Value, String> {
    let table: toml::Table = toml::from_str(text)
        .map_err(|error| format!("the front matter is not valid TOML; its lines are read as they stand: {}", error.message()))?;
    Ok(json(toml::Value::Table(table)))
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect()),
        toml::Value::Array(list) => Value::Array(list.into_iter().map(json).collect()),
        toml::Value::String(text) => Value::String(text),
        other => Value::String(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::model::article::BlockKind;

    #[test]
    fn front_matter_in_yaml_and_toml() {
        let (yaml, wrong) = draft("---\ntitle: \"L'été : « chaud »\"\ndate: 2020-05-16\nauthor: [Anne, Bob]\n---\n\nTexte.");
        assert_eq!(wrong, None);
        assert_eq!(yaml.declared.title.as_deref(), Some("L'été : « chaud »"));
        assert_eq!(yaml.declared.date.as_deref(), Some("2020-05-16"));
        assert_eq!(yaml.declared.author.as_deref(), Some("Anne, Bob"));
        let (toml, _) = draft("+++\ntitle = \"Titre\"\ndate = 2020-05-16T08:00:00Z\n+++\nTexte.");
        assert_eq!(toml.declared.date.as_deref(), Some("2020-05-16T08:00:00Z"));
        assert_eq!(toml.lines.text, "Texte.");
    }

    #[test]
    fn control_signs_in_front_matter_are_taken_out() {
        let (found, wrong) = draft("---\ntitle: \"Deux mille \u{80}\"\ndate: 2016-05-22\n---\nTexte.");
        assert_eq!((wrong, found.declared.title.as_deref()), (None, Some("Deux mille")));
        assert_eq!(found.declared.date.as_deref(), Some("2016-05-22"));
    }

    #[test]
    fn broken_front_matter_is_said_and_a_rule_is_no_front_matter() {
        let (broken, wrong) = draft("---\ntitle: [a\n---\nTexte.");
        assert!(wrong.unwrap().contains("YAML") && broken.lines.places.len() == 1);
        let record = "title: L'été : chaud et sec: \"un record\"\nauthor: \"Anne Roy\"\n\tdate: 2020-05-16\nsource: *La Vigie*\ntitle: encore";
        let (broken, wrong) = draft(&format!("---\n{record}\n---\nTexte."));
        assert!(wrong.unwrap().starts_with("the front matter is not valid YAML; its lines are read as they stand: "));
        assert_eq!(broken.declared.title.as_deref(), Some("L'été : chaud et sec: \"un record\""));
        assert_eq!((broken.declared.author.as_deref(), broken.declared.date.as_deref()), (Some("Anne Roy"), Some("2020-05-16")));
        let (toml, wrong) = draft("+++\ntitle = Une brève\ndate = 2020-05-16\n+++\nTexte.");
        assert!(wrong.unwrap().contains("TOML"));
        assert_eq!((toml.declared.title.as_deref(), toml.declared.date.as_deref()), (Some("Une brève"), Some("2020-05-16")));
        let (deep, wrong) = draft(&format!("---\na: {}\n---\nTexte.", "[".repeat(100_000)));
        assert!(wrong.unwrap().contains("too deep") && deep.lines.places.len() == 1);
        let (ruled, wrong) = draft("---\nUn texte entre deux filets.\n---\nSuite.");
        assert_eq!((wrong, ruled.lines.places.len() >= 3), (None, true));
        let (ruled, wrong) = draft("---\nIl a dit : \"oui\": non.\n\nPuis il est parti: c'est tout.\n---\nSuite.");
        assert_eq!((wrong, ruled.lines.text.contains("Il a dit"), ruled.lines.text.contains("c'est tout")), (None, true, true));
    }

    #[test]
    fn markup_is_read_not_shown() {
        let (found, _) = draft(
            "# Le titre #\n\nUn *mot* en **gras** et un [lien](https://x.fr/a_b_c).\n\n![Une photo](a.jpg)\n\n- un\n- deux\n\n> cité\n\nSous-titre\n----------\n\n[1]: https://x.fr\n",
        );
        let texts: Vec<(&str, Option<BlockKind>)> =
            found.lines.places.iter().map(|line| (found.lines.words(line), line.kind)).collect();
        assert_eq!(
            texts,
            [
                ("Le titre", Some(BlockKind::Heading)),
                ("Un mot en gras et un lien.", None),
                ("Une photo", Some(BlockKind::Caption)),
                ("• un", None),
                ("• deux", None),
                ("cité", None),
                ("Sous-titre", Some(BlockKind::Heading)),
            ]
        );
    }
}
