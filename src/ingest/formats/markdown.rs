//! Markdown: front matter in YAML or TOML, and a body whose markup is read, not shown.

use serde_json::Value;

use crate::ingest::draft::{Around, Break, Declared, Draft, Lines};
use crate::ingest::formats::fields::{Lead, Record, declared, declared_flat, lead_flat, standfirst, stands_in, summary};
use crate::ingest::formats::front_matter;
use crate::ingest::formats::front_matter::FlatEntry;
use crate::ingest::formats::json;
use crate::ingest::formats::md_body;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::Text;
use crate::ingest::formats::unread::unread;
use crate::model::article::BlockKind;
use crate::text::sanitize::sanitize;

/// Reads a Markdown text.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let (draft, wrong) = draft(text.text);
    if out.is_inspected() {
        let front = parts(text.text).and_then(|(is_yaml, record, _)| record_of(is_yaml, record));
        out.unread(|| front.map(|record| unread(&Value::Object(record), &draft)).unwrap_or_default());
        out.left_out("comments and titles of links", &md_body::hidden(parts(text.text).map_or(text.text, |(.., body)| body)));
    }
    out.whole(draft, text.bytes);
    if let Some(wrong) = wrong {
        out.warn(&wrong);
    }
}

/// The draft of a Markdown text, and what is wrong with its front matter if something is.
#[must_use]
pub fn draft(text: &str) -> (Draft, Option<String>) {
    let Some(Front { declared, lead, wrong, body }) = front_matter(text) else {
        return (Draft { lines: md_body::lines(&sanitize(text)), ..Draft::default() }, None);
    };
    let bare = is_bare(text.strip_suffix(body).unwrap_or_default());
    let around = if bare { Around::Nothing } else { Around::Anything };
    let mut lines = led(lead.filter(|_| !bare), md_body::lines(&sanitize(body)));
    if let Some(headline) = declared.title.as_deref().filter(|_| bare && lines.places.is_empty()) {
        // An export has articles of a headline alone; what was converted is read as that was.
        lines.push(headline, Break::Gap, Some(BlockKind::Heading));
    }
    (Draft { declared: unlinked(declared), lines, curated: bare, around }, wrong)
}

/// A text behind its printed lead, which stands below a headline; a summary is the text where there is no other.
fn led(lead: Option<(String, Lead)>, lines: Lines) -> Lines {
    let Some((words, kind)) = lead else { return lines };
    let is_wanted = match kind {
        Lead::Printed => !stands_in(&words, &lines.text),
        Lead::Summary => lines.places.is_empty(),
    };
    if !is_wanted {
        return lines;
    }
    let mut places = lines.places.iter().peekable();
    let mut whole = Lines::with_room(words.len() + lines.text.len());
    if let Some(headline) = places.next_if(|line| line.kind == Some(BlockKind::Heading)) {
        whole.push(lines.words(headline), headline.set_off, headline.kind);
    }
    let lead = json::lines(&words);
    let mut set_off = Some(Break::Gap);
    for line in &lead.places {
        whole.push(lead.words(line), set_off.take().unwrap_or(line.set_off), line.kind);
    }
    let mut set_off = Some(Break::Gap);
    for line in places {
        whole.push(lines.words(line), set_off.take().unwrap_or(line.set_off), line.kind);
    }
    whole
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

/// What stands at the head of a text between fences.
struct Front<'a> {
    declared: Declared,
    /// Its lead or its summary.
    lead: Option<(String, Lead)>,
    /// What is wrong with it.
    wrong: Option<String>,
    /// The text behind it.
    body: &'a str,
}

/// The record between the fences at the head of `text`, whether it is YAML, and the text behind it.
fn parts(text: &str) -> Option<(bool, &str, &str)> {
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
            return Some((yaml, record, rest.strip_prefix(line)?));
        }
        offset += line.len();
    }
    None
}

/// What the record at the head of `text` says; `None` when there is none.
fn front_matter(text: &str) -> Option<Front<'_>> {
    let (yaml, record, body) = parts(text)?;
    // Control signs, of which no parser wants any, are taken out as they are of the text.
    let record = &sanitize(record);
    let flat = |entries: &[FlatEntry<'_>], wrong| {
        let lead = lead_flat(entries).map(|(words, kind)| (words.into_owned(), kind));
        Front { declared: declared_flat(entries), lead, wrong, body }
    };
    if let Some(entries) = front_matter::entries(record).filter(|_| yaml) {
        return Some(flat(&entries, None));
    }
    // Between two rules of a plain text stands text, which is no record: nothing is taken away.
    match if yaml { yaml_record(record) } else { toml_record(record) } {
        Ok(Value::Object(record)) => {
            let lead = standfirst(&record).map(|words| (words.into_owned(), Lead::Printed));
            let lead = lead.or_else(|| summary(&record).map(|words| (words.into_owned(), Lead::Summary)));
            Some(Front { declared: declared(&record), lead, wrong: None, body })
        }
        Err(wrong) => {
            let entries = front_matter::entries_as_written(record);
            (!entries.is_empty()).then(|| flat(&entries, Some(wrong)))
        }
        Ok(_) => None,
    }
}

/// All that front matter says, for an inspection.
fn record_of(is_yaml: bool, record: &str) -> Option<Record> {
    let record = &sanitize(record);
    match if is_yaml { yaml_record(record) } else { toml_record(record) } {
        Ok(Value::Object(record)) => Some(record),
        Ok(_) => None,
        Err(_) => {
            let entries = front_matter::entries_as_written(record);
            let words = |entry: &FlatEntry<'_>| Some((entry.key.to_owned(), Value::String(entry.value.words()?.into_owned())));
            Some(entries.iter().filter_map(words).collect())
        }
    }
}

/// Front matter nests a few levels; parsing takes time by the square of many.
pub(super) const DEEPEST: usize = 100;

/// An upper bound of the depth of a YAML text: its open brackets, and the dashes that open lists inside lists on one line.
pub(super) fn deepest(text: &str) -> usize {
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
    use crate::ingest::formats::document::read_for_inspection;
    use crate::ingest::formats::reading::FileName;
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
    fn printed_leads_stand_above_the_text_and_what_is_not_shown_is_told() {
        let lead = "Onze mois de travaux pour deux voies.";
        for key in ["lead", "subtitle", "chapo"] {
            let (found, _) = draft(&format!("---\ntitle: Un pont\n{key}: {lead}\n---\n# Un pont\n\nIl rouvre.\nEnfin."));
            assert_eq!(found.lines.text, format!("Un pont\n\n{lead}\n\nIl rouvre.\nEnfin."), "{key}");
        }
        let (once, _) = draft(&format!("+++\nlead = \"{lead}\"\n+++\n{lead}\n\nIl rouvre."));
        assert_eq!(once.lines.text, format!("{lead}\n\nIl rouvre."));
        let (about, _) = draft(&format!("---\ntitle: Un pont\ndescription: {lead}\n---\n"));
        assert_eq!(about.lines.text, lead);
        let name = FileName { path: std::path::Path::new("a.md"), shown: "a.md" };
        let text = format!(
            "---\ntitle: Un pont\ndescription: {lead}\n---\nIl rouvre. <!-- à revoir --> %%tard%% [lui](https://a.example \"La maire\")\n"
        );
        let reading = read_for_inspection(name, text.as_bytes());
        let unread: Vec<(&str, usize)> =
            reading.unread.iter().flatten().map(|field| (field.name.as_str(), field.words)).collect();
        assert_eq!(unread, [("description", 7)]);
        assert_eq!(reading.left_out[0].words, "tard La maire à revoir");
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
