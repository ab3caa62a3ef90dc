//! References: what programs for bibliographies export, RIS, BibTeX and the RDF of Zotero. An entry is an article with its abstract,
//! or with its headline alone.
//!
//! The files that are attached to an entry are told; they are read on their own where they lie in the archive. BibTeX is parsed by
//! `biblatex`. CSL-JSON is JSON, with names that `fields` knows.

use biblatex::{Bibliography, ChunksExt as _};

use crate::ingest::draft::{Declared, Draft, Lines};
use crate::ingest::formats::databases::record::{SourceRecord, tidied};
use crate::ingest::formats::json;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::xml::{Element, parse};

/// Why a text is in RIS.
pub(crate) fn recognize_ris(sample: &Sample<'_>) -> Option<&'static str> {
    let lines = || sample.text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| !line.is_empty());
    // Databases and publishers say above the first entry whose it is.
    let opens = lines().take(ABOVE).position(|line| tagged(line).is_some_and(|(tag, _)| tag == "TY"))?;
    lines().nth(opens + 1).and_then(tagged).map(|_| "an entry opens with the tag `TY  -` near its head")
}

/// Lines above the first entry of RIS, at most.
const ABOVE: usize = 12;

/// Why a text is in `BibTeX`.
pub(crate) fn recognize_bibtex(sample: &Sample<'_>) -> Option<&'static str> {
    let entry = |line: &str| {
        let (kind, rest) = line.strip_prefix('@')?.split_once('{')?;
        let named = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_alphabetic());
        (named
            && (rest.trim_end().ends_with(',')
                || matches!(kind.to_ascii_lowercase().as_str(), "string" | "comment" | "preamble")))
        .then_some(())
    };
    let first = sample
        .text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('%'))?;
    entry(first).map(|()| "it opens with an entry of BibTeX")
}

/// Why a text is the RDF of Zotero.
pub(crate) fn recognize_zotero(sample: &Sample<'_>) -> Option<&'static str> {
    (sample.root() == Some("RDF") && sample.text.contains("zotero.org/namespaces/export"))
        .then_some("it is RDF with the names of Zotero")
}

/// Why a text is in the tagged format of `EndNote` (refer).
pub(crate) fn recognize_endnote(sample: &Sample<'_>) -> Option<&'static str> {
    let first = sample.text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty())?;
    first.starts_with("%0 ").then_some("it opens with the tag `%0`")
}

/// Reads the tagged format of `EndNote`.
pub(crate) fn read_endnote(text: &Text<'_>, out: &mut Output<'_>) {
    read_tagged(text.text, of_endnote, out);
}

/// The value of a line of `EndNote`, behind the tag of RIS that its own stands for; an empty one where none does.
fn of_endnote(line: &str) -> Option<(&str, &str)> {
    const TAGS: [(&str, &str); 13] = [
        ("%0", "TY"),
        ("%T", "TI"),
        ("%A", "AU"),
        ("%J", "T2"),
        ("%B", "T2"),
        ("%I", "PB"),
        ("%D", "PY"),
        ("%8", "DA"),
        ("%U", "UR"),
        ("%X", "AB"),
        ("%P", "SP"),
        ("%G", "LA"),
        ("%M", "AN"),
    ];
    let (tag, value) = line.split_at_checked(2).filter(|(tag, value)| tag.starts_with('%') && value.starts_with(' '))?;
    Some((TAGS.iter().find(|(known, _)| *known == tag).map_or("", |(_, ris)| ris), value.trim()))
}

/// The tag and the value of a line of RIS.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let (tag, value) = line.split_at_checked(2)?;
    let named = tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let value = value.strip_prefix("  -").or_else(|| value.strip_prefix(" - ").filter(|_| tag == "TY"));
    value.filter(|_| named).map(|value| (tag, value.trim()))
}

/// Reads RIS.
pub(crate) fn read_ris(text: &Text<'_>, out: &mut Output<'_>) {
    read_tagged(text.text, tagged, out);
}

/// Reads entries of tagged lines, of which `tag` gives the tag of RIS and the value: `TY` opens one, `ER` or the next `TY` ends it.
fn read_tagged<'a>(text: &'a str, tag: fn(&'a str) -> Option<(&'a str, &'a str)>, out: &mut Output<'_>) {
    let text = text.trim_start_matches('\u{feff}');
    let (mut entry, mut start, mut at): (Vec<(&str, String)>, usize, usize) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        let found = tag(line.trim_end());
        if found.is_some_and(|(tag, _)| tag == "TY") && !entry.is_empty() {
            ris(std::mem::take(&mut entry), text.get(start..at).unwrap_or_default(), out);
            start = at;
        }
        at += line.len();
        match (found, entry.last_mut()) {
            (Some(("ER", _)), _) => {
                ris(std::mem::take(&mut entry), text.get(start..at).unwrap_or_default(), out);
                start = at;
            }
            (Some((tag, value)), _) => entry.push((tag, value.to_owned())),
            (None, Some((_, value))) if !line.trim().is_empty() => value.extend([" ", line.trim()]),
            (None, Some(_)) => {}
            (None, None) => out.left_out("what stands between the entries", line),
        }
    }
    ris(entry, text.get(start..).unwrap_or_default(), out);
}

fn ris(entry: Vec<(&str, String)>, bytes: &str, out: &mut Output<'_>) {
    if entry.is_empty() {
        return;
    }
    let mut record = SourceRecord::default();
    let (mut authors, mut pages, mut text, mut attached) = (Vec::new(), Vec::new(), String::new(), Vec::new());
    for (tag, value) in entry.into_iter().filter(|(_, value)| !value.is_empty()) {
        let declared = &mut record.declared;
        match tag {
            "TI" | "T1" | "CT" if declared.title.is_none() => declared.title = Some(value),
            "T2" | "JO" | "JF" | "JA" | "PB" if declared.outlet.is_none() => declared.outlet = Some(value),
            "DA" | "Y1" | "PY" => finer(&mut declared.date, &day(&value)),
            "UR" if declared.url.is_none() => declared.url = Some(value),
            "LA" => declared.lang = Some(value),
            "SE" => declared.section = Some(value),
            "AN" => declared.docid = Some(value),
            "AU" | "A1" => authors.push(natural(&value)),
            "SP" | "EP" => pages.push(value),
            "AB" | "N2" => text.extend([value.as_str(), "\n\n"]),
            "L1" | "L2" | "L4" => attached.push(value),
            "TY" | "ID" | "Y2" => {}
            _ => record.aside(&value),
        }
    }
    record.declared.author = Some(authors.join("; ")).filter(|names| !names.is_empty());
    record.declared.page = Some(pages.join("-")).filter(|pages| !pages.is_empty());
    hand_over(record, &text, &attached, bytes, out);
}

/// A day as RIS writes it, `2021/03/09/edition`.
fn day(value: &str) -> String {
    let mut parts = value.split('/').map(str::trim).take(3).filter(|part| !part.is_empty());
    let year = parts.next().unwrap_or_default().to_owned();
    if year.len() != 4 {
        return value.to_owned();
    }
    parts.fold(year, |day, part| format!("{day}-{part:0>2}"))
}

/// Sets `date` to `other` where that says more.
fn finer(date: &mut Option<String>, other: &str) {
    if date.as_ref().is_none_or(|known| known.len() < other.len()) {
        *date = Some(other.to_owned());
    }
}

/// `Poe, Ann` as `Ann Poe`.
fn natural(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if !given.trim().is_empty() => format!("{} {}", given.trim(), family.trim()),
        _ => name.trim().trim_end_matches(',').to_owned(),
    }
}

/// Reads `BibTeX`.
pub(crate) fn read_bibtex(text: &Text<'_>, out: &mut Output<'_>) {
    match Bibliography::parse(text.text) {
        Ok(bibliography) => bibtex(&bibliography, out),
        Err(error) => {
            // One entry that is broken costs no other.
            for part in entries(text.text) {
                match Bibliography::parse(part) {
                    Ok(bibliography) => bibtex(&bibliography, out),
                    Err(_) => out.left_out("an entry of BibTeX that cannot be read", part),
                }
            }
            let reason = format!("is BibTeX that cannot be read: {error}");
            if out.upcoming() == 1 { out.fail(&reason) } else { out.warn(&reason) }
        }
    }
}

/// The entries of a text in `BibTeX`: each begins with `@` at the head of a line.
fn entries(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = text.match_indices("\n@").map(|(at, _)| at + 1).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end)).collect()
}

fn bibtex(bibliography: &Bibliography, out: &mut Output<'_>) {
    for entry in bibliography.iter() {
        let field = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| entry.get(name))
                .map(|value| tidied(&value.format_verbatim()))
                .filter(|value| !value.is_empty())
        };
        let date = field(&["date"]).or_else(|| {
            let (year, month) = (field(&["year"])?, field(&["month"]));
            let day = field(&["day"]).filter(|_| month.is_some());
            Some([day, month, Some(year)].into_iter().flatten().collect::<Vec<_>>().join(" "))
        });
        let authors = field(&["author"]).map(|names| names.split(" and ").map(natural).collect::<Vec<_>>().join("; "));
        let record = SourceRecord::of(Declared {
            title: field(&["title"]),
            date,
            outlet: field(&["journaltitle", "journal", "newspaper", "publisher", "organization", "howpublished"]),
            author: authors,
            url: field(&["url"]),
            lang: field(&["langid", "language"]),
            page: field(&["pages"]),
            ..Declared::default()
        });
        let attached: Vec<String> = field(&["file"]).into_iter().collect();
        hand_over(
            record,
            &field(&["abstract"]).unwrap_or_default(),
            &attached,
            &entry.to_bibtex_string().unwrap_or_default(),
            out,
        );
    }
}

/// Reads the RDF of Zotero.
pub(crate) fn read_zotero(text: &Text<'_>, out: &mut Output<'_>) {
    let Some(root) = parse(text.text) else { return out.fail("is XML that cannot be read") };
    for item in root.children().filter(|item| item.child("itemType").is_some() && !item.is("Attachment")) {
        let said = |name: &str| item.child(name).and_then(Element::words);
        let within = |name: &str| item.child("isPartOf").and_then(|part| part.first(name)).and_then(Element::words);
        let name = |person: &Element| {
            let (given, family) =
                (person.child("givenName").and_then(Element::words), person.child("surname").and_then(Element::words));
            [given, family].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let authors: Vec<String> =
            item.child("authors").map(|authors| authors.all("Person").into_iter().map(name).collect()).unwrap_or_default();
        let record = SourceRecord::of(Declared {
            title: said("title"),
            date: said("date"),
            outlet: within("title").or_else(|| said("publisher")),
            author: Some(authors.join("; ")).filter(|names| !names.is_empty()),
            url: item.child("identifier").and_then(|identifier| identifier.first("value")).and_then(Element::words),
            lang: said("language"),
            page: said("pages"),
            section: said("section"),
            ..Declared::default()
        });
        let attached: Vec<String> =
            item.all("link").iter().filter_map(|link| link.attribute("resource")).map(ToOwned::to_owned).collect();
        hand_over(record, &said("abstract").unwrap_or_default(), &attached, &item.text(), out);
    }
    if out.upcoming() == 1 {
        out.fail("is a bibliography without an entry");
    }
}

fn hand_over(mut record: SourceRecord, text: &str, attached: &[String], bytes: &str, out: &mut Output<'_>) {
    let lines: Lines = json::lines(text);
    match record.declared.title.clone().filter(|_| lines.places.is_empty()) {
        Some(title) => record.extend(&plain::lines(&title)),
        None => record.extend(&lines),
    }
    if !attached.is_empty() {
        out.left_out("a file that is attached to an entry", &attached.join(" "));
    }
    let draft: Draft = record.finish();
    out.next(draft, bytes.as_bytes());
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
    use crate::model::article::Article;

    fn told(article: &Article) -> [String; 5] {
        let author = article.author.as_ref().map_or("", |author| &author.text);
        let outlet = article.source.as_ref().map_or("", |source| &source.text);
        [&article.title, article.published.date.to_string().as_str(), outlet, author, &article.body].map(ToOwned::to_owned)
    }

    const TOLD: [&str; 5] = ["Le budget voté", "2021-03-09", "La Vigie", "Ana Lorme", "Le conseil a voté."];

    #[test]
    fn tagged_entries_need_no_end_and_may_stand_below_a_preface() {
        let ris = "Provider: A\nContent: text/plain\n\nTY  - NEWS\nTI  - La halle\nT2  - La Vigie\nDA  - 2021/03/04/\n\nTY  - NEWS\nTI  - Une grève\n";
        let endnote = "%0 Newspaper Article\n%T La halle\n%J La Vigie\n%8 2021/03/04\n\n%0 Newspaper Article\n%T Une grève\n";
        for (file, text) in [("a.ris", ris), ("a.enw", endnote)] {
            let reading = read_text(file, text);
            let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
            assert_eq!((&*first.title, &*second.title), ("La halle", "Une grève"));
            assert_eq!(first.published.date.to_string(), "2021-03-04");
        }
    }

    #[test]
    fn entries_of_all_kinds_are_articles() {
        let ris = "TY  - NEWS\nT1  - Le budget voté\nAU  - Lorme, Ana\nT2  - La Vigie\nDA  - 2021/03/09/\nPY  - 2021\nAB  - Le conseil\n  a voté.\nUR  - https://v.example/a\nL1  - files/1/a.html\nER  - \n\
                   TY  - NEWS\nTI  - Bref\nER  - \n";
        let bibtex = "@article{a,\n title = {Le budget vot{\\'e}},\n author = {Lorme, Ana},\n journal = {La Vigie},\n date = {2021-03-09},\n abstract = {Le conseil a voté.}\n}\n\
                      @misc{b, title = {Bref}}\n";
        let zotero = "<rdf:RDF xmlns:rdf='r' xmlns:z='http://www.zotero.org/namespaces/export#'><bib:Article rdf:about='x'><z:itemType>newspaperArticle</z:itemType>\
            <dcterms:isPartOf><bib:Newspaper><dc:title>La Vigie</dc:title></bib:Newspaper></dcterms:isPartOf><bib:authors><rdf:Seq><rdf:li><foaf:Person>\
            <foaf:surname>Lorme</foaf:surname><foaf:givenName>Ana</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:title>Le budget voté</dc:title>\
            <dcterms:abstract>Le conseil a voté.</dcterms:abstract><dc:date>2021-03-09</dc:date></bib:Article>\
            <bib:Document><z:itemType>webpage</z:itemType><dc:title>Bref</dc:title></bib:Document></rdf:RDF>";
        let csl = r#"[{"id": "a", "type": "article-newspaper", "title": "Le budget vot\u00e9", "container-title": "La Vigie", "abstract": "Le conseil a vot\u00e9.",
            "author": [{"family": "Lorme", "given": "Ana"}], "issued": {"date-parts": [[2021, 3, 9]]}}, {"id": "b", "type": "webpage", "title": "Bref"}]"#;
        for (name, text) in [("a.ris", ris), ("a.bib", bibtex), ("a.rdf", zotero), ("a.json", csl)] {
            let reading = read_text(name, text);
            let [first, second] = &reading.articles[..] else { panic!("{name}: {reading:?}") };
            assert_eq!((told(first), &*second.body), (TOLD.map(ToOwned::to_owned), "Bref"), "{name}");
        }
        assert_no_word_lost("a.ris", ris);
    }
}
