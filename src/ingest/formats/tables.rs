//! Tables: CSV and TSV with any delimiter, and what the sheets of spreadsheets hold. A row is an article, its cells are its fields.
//!
//! Spreadsheets are unpacked by `sheets`, dumps of databases by `sql`; both hand over row by row. The names of columns are those of the fields of
//! JSON, so that one list of names serves both; `fields` has it. Which row names the columns is told by `heads`, by `headless` where none does.

mod day_order;
pub(crate) mod headless;
pub(crate) mod heads;
mod rows;
pub(crate) mod sheets;
pub(crate) mod sql;

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use crate::ingest::draft::Draft;
use crate::ingest::formats::fields;
use crate::ingest::formats::fields::Record;
use crate::ingest::formats::json;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::Sample;
use crate::ingest::formats::sample::Text;
use crate::ingest::formats::tables::day_order::DayOrder;
use crate::ingest::formats::tables::heads::{column_names, delimiter, names_at};
use crate::ingest::formats::tables::rows::{RowJoiner, TableRow};
use crate::ingest::formats::unread::unread;

/// Why a text is a table of articles.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    delimiter(sample.text, sample.file).is_some().then_some("its first row names the fields of articles")
}

/// Reads a table.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let table = text.text.trim_start_matches('\u{feff}');
    let file = out.path().file_name().map(|file| file.to_string_lossy()).unwrap_or_default();
    let Some(delimiter) = delimiter(table, &file) else { return };
    let (above, table) = table.split_at_checked(names_at(table, &file)).unwrap_or(("", table));
    if !above.starts_with("sep=") {
        out.left_out("what stands above the table", above);
    }
    rows(table, delimiter, None, out);
}

/// Reads the rows of `table` as those of the columns `names`; where there are none, the first row has them.
fn rows(table: &str, delimiter: u8, names: Option<Vec<String>>, out: &mut Output<'_>) {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(table.as_bytes());
    let (mut row, mut start, mut last) = (ByteRecord::new(), 0, 0);
    let mut order = names.as_ref().and_then(|names| day_order::of(table, delimiter, names));
    let mut names = names.map(|names| RowJoiner::new(names, delimiter));
    loop {
        match reader.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                out.lost(&format!("cannot be read as a row: {error}"));
                break;
            }
        }
        let end = reader.position().byte();
        let cells: Vec<String> = row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let found = TableRow { cells, place: start..end };
        (last, start) = (start, end);
        match &mut names {
            None => {
                let columns = column_names(found.cells.into_iter());
                let behind = place(end, u64::MAX).and_then(|rest| table.get(rest.start..)).unwrap_or_default();
                order = day_order::of(behind, delimiter, &columns);
                names = Some(RowJoiner::new(columns, delimiter));
            }
            Some(joiner) => {
                let ended = joiner.take(found);
                give(ended, joiner, (table, order), out);
            }
        }
    }
    // A quotation that is never closed takes up all rows behind it.
    let rest = place(last, start).and_then(|last| table.as_bytes().get(last)).unwrap_or_default();
    if memchr::memchr_iter(b'"', rest).count() % 2 == 1 {
        out.warn("breaks off within a cell in quotation marks");
    }
    if let Some(mut joiner) = names {
        let last = joiner.last();
        give(last, &joiner, (table, order), out);
    }
}

/// Hands over the article of a row that is whole, its day in the order of the table.
fn give(row: Option<TableRow>, joiner: &RowJoiner, (table, order): (&str, Option<DayOrder>), out: &mut Output<'_>) {
    let Some(mut row) = row else { return };
    let day = day_order::column(joiner.names()).and_then(|at| row.cells.get_mut(at));
    if let Some((day, put)) = day.and_then(|day| Some((order?.put(day)?, day))) {
        *put = day;
    }
    let bytes = place(row.place.start, row.place.end).and_then(|place| table.as_bytes().get(place)).unwrap_or_default();
    let cells: Vec<Cow<'_, str>> = row.cells.iter().map(|cell| Cow::Borrowed(cell.as_str())).collect();
    hand_over(joiner.names(), &cells, bytes, out);
}

fn place(start: u64, end: u64) -> Option<std::ops::Range<usize>> {
    Some(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
}

/// Hands over the article of a row.
pub(crate) fn hand_over(names: &[String], cells: &[Cow<'_, str>], bytes: &[u8], out: &mut Output<'_>) {
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return;
    }
    let mut record: Record = Map::new();
    let mut rest: Vec<&str> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        match names.get(at).filter(|name| !name.is_empty()) {
            Some(_) if cell.trim().is_empty() => {}
            Some(name) => _ = record.insert(name.clone(), Value::String(cell.clone().into_owned())),
            // The number of a row, in a column that has no name.
            None if at < names.len() && cell.bytes().all(|byte| byte.is_ascii_digit()) => {}
            None => rest.push(cell),
        }
    }
    if day_order::column(names).is_none()
        && let Some(day) = day_order::composed(names, |at| cells.get(at).map(ToString::to_string).unwrap_or_default())
    {
        record.insert("date".to_owned(), Value::String(day));
    }
    let rest = rest.join(" ");
    if !rest.trim().is_empty() {
        out.warn(&format!("article {} has more cells than there are columns; left out: {}", out.upcoming(), short(&rest)));
    }
    let record = Value::Object(record);
    match draft(&record) {
        Ok(draft) => {
            out.unread(|| unread(&record, &draft));
            out.next(draft, bytes);
        }
        Err(lack) => out.lost(&lack),
    }
}

fn short(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect()
}

/// The draft of a record. A table that has no column of texts lists summaries or headlines: these are all that there is to read.
fn draft(record: &Value) -> Result<Draft, String> {
    json::draft(record).or_else(|_| {
        let declared = record.as_object().map(fields::declared).unwrap_or_default();
        let Some(title) = declared.title.clone() else {
            let text = record.as_object().and_then(json::sentences).ok_or("has neither a text nor a headline")?;
            return Ok(Draft { declared, lines: json::lines(&text), ..Draft::default() });
        };
        let summary = record.as_object().and_then(fields::summary);
        let lines = summary.map_or_else(|| plain::lines(&title), |summary| json::lines(&summary));
        Ok(Draft { declared, lines, ..Draft::default() })
    })
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    const FRENCH: &str = "Titre;Média;Date de publication;Auteur;Texte\r\n\"Un budget; suite\";La Vigie;09/03/2021;Ana Lorme;\"Premier.\r\n\r\n\
        Second, dit-elle \"\"ici\"\".\"\r\n;;;;\r\nBref;La Vigie;15/03/2021;;Trois.\r\n";

    #[test]
    fn rows_are_articles_whatever_parts_their_cells() {
        for sign in [";", "\t", "|"] {
            let reading = read_text("a.txt", &FRENCH.replace(';', sign).replace(&format!("budget{sign} "), "budget; "));
            let [first, second] = &reading.articles[..] else { panic!("{sign:?}: {reading:?}") };
            assert_eq!(
                (&*first.title, first.published.date.to_string().as_str()),
                ("Un budget; suite", "2021-03-09"),
                "{sign:?}"
            );
            assert_eq!(&*first.body, "Premier.\n\nSecond, dit-elle \"ici\".");
            assert_eq!(second.source.as_ref().map(|source| &*source.text), Some("La Vigie"));
            assert_eq!(second.place.to_string(), "a.txt#2");
        }
    }

    #[test]
    fn a_list_of_headlines_is_read_as_such() {
        let list = "stories_id,publish_date,title,url,language,media_name\n1,2021-03-09,The hall opens,https://s.example/1,en,The Star\n";
        let reading = read_text("a.csv", list);
        assert_eq!((&*reading.articles[0].title, &*reading.articles[0].body), ("The hall opens", "The hall opens"));
    }

    #[test]
    fn a_list_of_headlines_needs_no_other_name_and_names_may_be_those_of_vocabularies() {
        let list = "site_code;title;key\nVIG;Le pont de Valmont rouvre lundi;V1\nPHA;Une école ferme à Rives;P2\nVIG;Le maire de Valmont s'en va;V3\n";
        let reading = read_text("a.csv", list);
        assert_eq!(reading.articles.last().map(|one| &*one.title), Some("Le maire de Valmont s'en va"));
        let people = "name;title\nA. Lorme;Director\nB. Roche;Director\nC. Vial;Editor\n";
        assert!(read_text("a.csv", people).articles.is_empty());
        let omeka = "o:id,o:title,dcterms:title,dcterms:creator,dcterms:publisher,dcterms:date,bibo:content\n\
                     12,Objet,Le pont rouvre,Claire Dumont,La Gazette,2013-07-29,\"Le pont de Valmont a rouvert lundi. Les travaux, commencés en 1903, sont finis.\"\n";
        let reading = read_text("a.csv", omeka);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        let said = |of: &Option<crate::model::article::Attributed>| of.as_ref().map(|of| of.text.to_string());
        assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("Le pont rouvre", "2013-07-29"));
        assert_eq!(
            (said(&article.source).as_deref(), said(&article.author).as_deref()),
            (Some("La Gazette"), Some("Claire Dumont"))
        );
    }

    #[test]
    fn other_tables_and_prose_are_no_articles() {
        let taken = |text| read_text("a.csv", text).taken.map(|taken| taken.format);
        assert_eq!(taken("name,capital\nA,B\n"), Some("plain text"));
        assert_eq!(taken("The title, the text and the date are given.\nSo it is.\n"), Some("plain text"));
        assert_eq!(taken("text,date\nUn,2021\n"), Some("CSV or TSV"));
    }

    #[test]
    fn columns_of_catalogues_are_known_in_french() {
        let gallica = "\"URL d'accès au document\";\"Type de document\";\"Titre\";\"Date d'édition\";\"Description\"\n\
                       \"https://a.example/ark:/1\";\"texte\";\"Le Temps de Valmont\";\"1913-12-03\";\"Numéro 19144\"\n";
        let reading = read_text("a.csv", gallica);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!(article.published.date.to_string(), "1913-12-03");
        assert_eq!(article.url.as_deref(), Some("https://a.example/ark:/1"));
    }

    #[test]
    fn a_table_that_breaks_off_in_a_quotation_says_so() {
        let reading = read_text("a.csv", "title,text,date\nA,\"Un texte.\",2021\nB,\"Un autre, qui\nC,Un,2022\n");
        assert!(reading.problems.iter().any(|told| told.to_string().contains("breaks off")), "{:?}", reading.problems);
        assert!(read_text("a.csv", "title,text,date\nA,Un 15\" de plus.,2021\nB,Deux.,2022\n").problems.is_empty());
    }

    #[test]
    fn the_lines_of_a_report_and_the_numbers_of_rows_are_no_loss() {
        let report = "Report:,Bulk Mentions\nBrand:,Valmont\nFrom:,Mon Mar 01 2021\n\n,Query,Date,Title,Url,Full Text\n0,Valmont,2021-03-01,Le pont rouvre,\
                      https://a.example/1,\"Le pont de Valmont a rouvert lundi, dit la mairie.\"\n1,Valmont,2021-03-02,Une grève,https://a.example/2,La grève dure.\n";
        let reading = read_text("a.csv", report);
        assert_eq!(reading.articles.iter().map(|one| &*one.title).collect::<Vec<_>>(), ["Le pont rouvre", "Une grève"]);
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    }

    #[test]
    fn rows_without_text_are_lost_and_told() {
        let reading = read_text("a.csv", "title,text,date\nA,Un texte.,2021\n,,2022\nB,Autre.,2023,trop,ici\n");
        let told: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|told| told == "a.csv#2: has neither a text nor a headline"), "{told:?}");
        assert!(told.iter().any(|told| told.contains("trop ici")), "{told:?}");
        assert_eq!(reading.articles.len(), 2);
    }

    #[test]
    fn a_table_without_a_column_of_texts_gives_its_summaries_or_sentences() {
        let about = "TITLE,ARTICLE LINK,PUBLISHED DATE (GMT),LANGUAGE,DESCRIPTION\nThe bridge,https://a.example/1,2021-03-04 16:00:00,English,\"The bridge reopened, \
                     he said.\"\n";
        let said = "id,title,date,speech\n1,The bridge,2021-03-04,\"The bridge reopened on Thursday after eleven months of work, and a hundred people came.\"\n";
        for (table, body) in [
            (about, "The bridge reopened, he said."),
            (said, "The bridge reopened on Thursday after eleven months of work, and a hundred people came."),
        ] {
            let reading = read_text("a.csv", table);
            let [article] = &reading.articles[..] else { panic!("{reading:?}") };
            assert_eq!((&*article.body, article.published.date.to_string().as_str()), (body, "2021-03-04"));
        }
        let listed = read_text(
            "a.csv",
            "id,news_url,title,tweet_ids\nv1,https://a.example/1,The bridge,101 102\nv2,https://a.example/2,The pool,103\n",
        );
        assert_eq!(listed.articles.len(), 2);
    }

    #[test]
    fn a_table_of_texts_alone_needs_no_other_name() {
        let texts =
            ["Le pont de Valmont rouvre jeudi.", "La piscine ferme, dit-on, jusqu'en mai.", "Le marché change de place samedi."];
        let scored: String = texts.map(|text| format!("{text};0\n")).concat();
        let alone: String = texts.map(|text| format!("{text}\n")).concat();
        for table in [format!("text;score\n{scored}"), format!("texte\n{alone}")] {
            let reading = read_text("a.csv", &table);
            assert_eq!(reading.articles.iter().map(|one| &*one.body).collect::<Vec<_>>(), texts, "{table}");
        }
        let long = "Le pont de Valmont rouvre jeudi matin après onze mois de travaux, dit la mairie.";
        let other = read_text("a.csv", &format!("nimi,juttu\na,\"{long}\"\nb,\"{long}\"\n"));
        assert_eq!(other.articles.iter().map(|one| &*one.body).collect::<Vec<_>>(), [long, long]);
        let taken = |file, text: &str| read_text(file, text).taken.map(|taken| taken.format);
        assert_eq!(taken("a.txt", &format!("texte\n{alone}")), Some("plain text"));
        assert_eq!(taken("a.csv", "text;score\nun;2\ndeux;3\n"), Some("other table"));
    }

    #[test]
    fn line_ends_and_delimiters_that_nothing_quotes_part_no_text() {
        let table = "id,title,text\n1,Un pont,Il rouvre jeudi.\nCent habitants sont venus.\n2,Une piscine,\"Elle ferme.\"\n\
                     3,Un marché,\"Il déménage\", dit la mairie, samedi.\n";
        let reading = read_text("a.csv", table);
        let bodies: Vec<&str> = reading.articles.iter().map(|one| &*one.body).collect();
        assert_eq!(
            bodies,
            ["Il rouvre jeudi.\nCent habitants sont venus.", "Elle ferme.", "Il déménage, dit la mairie, samedi."]
        );
        let within = "id,text,date\n1,Il rouvre jeudi.\nCent habitants.,2021-03-04\n2,Elle ferme.,2021-03-05\n";
        let reading = read_text("a.csv", within);
        assert_eq!(reading.articles.len(), 2, "{reading:?}");
        assert_eq!(&*reading.articles[0].body, "Il rouvre jeudi.\nCent habitants.");
    }

    #[test]
    fn what_stands_above_a_table_and_names_of_rows_cost_no_article() {
        let rows = "\"Un pont\";2021-03-04;\"Il rouvre jeudi.\"\n\"Une piscine\";2021-03-05;\"Elle ferme.\"\n";
        for head in [
            "sep=;\ntitre;date;texte\n",
            "Corpus 2021;;\n;;\ntitre;date;texte\n",
            "Titre de l'article;Date de publication;Texte intégral\n",
        ] {
            let reading = read_text("a.csv", &format!("{head}{rows}"));
            let told: Vec<(&str, String)> =
                reading.articles.iter().map(|one| (&*one.title, one.published.date.to_string())).collect();
            assert_eq!(told, [("Un pont", "2021-03-04".to_owned()), ("Une piscine", "2021-03-05".to_owned())], "{head}");
        }
        let named = read_text(
            "a.csv",
            "\"title\",\"date\",\"text\"\n\"1\",\"Un pont\",\"2021-03-04\",\"Il rouvre.\"\n\"2\",\"Une piscine\",\"2021-03-05\",\"Elle ferme.\"\n",
        );
        assert_eq!(named.articles.iter().map(|one| &*one.title).collect::<Vec<_>>(), ["Un pont", "Une piscine"]);
        let long = "Le pont de Valmont a rouvert jeudi matin après onze mois de travaux, devant cent habitants.";
        let two = read_text("a.csv", &format!("title,text,full_text\nUn pont,Il rouvre.,\"{long}\"\n"));
        assert_eq!(&*two.articles[0].body, long);
    }
}
