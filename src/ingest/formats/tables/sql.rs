//! Dumps of databases in SQL (`mysqldump`, phpMyAdmin, `pg_dump`, `.dump` of SQLite): the rows of each table whose columns are named as the
//! fields of an article. Other tables are left out and told.
//!
//! Statements that put rows in (`INSERT`, `REPLACE`, `COPY … FROM stdin`) and those that name columns (`CREATE TABLE`) are read by
//! `statements`; nothing is run.

mod statements;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::ingest::formats::fields;
use crate::ingest::formats::output::Output;
use crate::ingest::formats::sample::{Sample, Text};
use crate::ingest::formats::tables;
use crate::ingest::formats::tables::sql::statements::{SqlStatement, SqlStatements};
use crate::ingest::formats::tables::{headless, heads};

/// Why a text is a dump of a database.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    /// Bytes in which the first rows of a dump stand behind what it sets.
    const HEAD: usize = 1 << 20;
    const OPEN: [&str; 12] =
        ["--", "/*", "insert into ", "create ", "drop ", "set ", "begin", "use ", "pragma ", "start ", "replace into ", "copy "];
    let text = sample.text.trim_start_matches('\u{feff}').trim_start();
    let opens = |line: &str| OPEN.iter().any(|word| line.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
    if !opens(text) {
        return None;
    }
    let end = (0..=HEAD.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let head = text.get(..end).unwrap_or(text);
    let has_rows = SqlStatements::of(head).any(|statement| matches!(statement, SqlStatement::Rows { .. }));
    has_rows.then_some("it has statements of SQL that put rows into tables")
}

/// Reads such a dump.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let mut columns: HashMap<String, Vec<String>> = HashMap::new();
    let mut count = 0;
    let statements = SqlStatements::of(text.text.trim_start_matches('\u{feff}'));
    for statement in statements {
        match statement {
            SqlStatement::Table { table, columns: given } => _ = columns.insert(table, given),
            SqlStatement::Rows { table, columns: given, rows } => {
                let known = || columns.get(&table).cloned().unwrap_or_default();
                let names = given.unwrap_or_else(known);
                let told = || names.is_empty().then(|| headless::names(&rows)).flatten();
                match articles(&names, &rows).or_else(told) {
                    Some(names) => rows.iter().for_each(|row| give(&names, row, out)),
                    None => out.left_out("rows of a table that holds no articles", &rows.concat().join(" ")),
                }
                count += rows.len();
            }
        }
    }
    if out.upcoming() == 1 {
        out.fail(&format!("is a dump of a database; none of its {count} rows is an article: save the table of articles as CSV"));
    }
}

/// The columns of a table of articles by the names of fields: without a word that all of them begin with (`post_title`).
fn articles(names: &[String], rows: &[Vec<String>]) -> Option<Vec<String>> {
    if heads::names_articles(names) || heads::names_texts(names, rows) {
        return Some(names.to_vec());
    }
    let prefix = |name: &str| name.split_once('_').map(|(prefix, _)| prefix.to_ascii_lowercase());
    let title = names.iter().find(|name| name.split_once('_').is_some_and(|(_, name)| fields::is_title(name)))?;
    let common = prefix(title);
    let plain = |(at, name): (usize, &String)| {
        // The author of such a table is a number of another.
        let is_number = || rows.iter().filter_map(|row| row.get(at)).all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()));
        let bare = name.split_once('_').map(|(_, bare)| bare).filter(|_| prefix(name) == common);
        bare.filter(|bare| fields::is_field(bare) || fields::is_summary(bare)).filter(|_| !is_number()).unwrap_or(name).to_owned()
    };
    let plain: Vec<String> = names.iter().enumerate().map(plain).collect();
    let known = plain.iter().filter(|name| fields::is_field(name)).count();
    (known > 1 && plain.iter().any(|name| fields::is_text(name))).then_some(plain)
}

fn give(names: &[String], row: &[String], out: &mut Output<'_>) {
    // WordPress keeps menus, pictures and older versions among its posts, and what nobody wrote or all have thrown away.
    const KINDS: [&str; 3] = ["post", "page", "article"];
    const UNSAID: [&str; 3] = ["auto-draft", "trash", "inherit"];
    let cell = |called: &str| names.iter().position(|name| name == called).and_then(|at| row.get(at));
    let is_unsaid = cell("post_status").is_some_and(|status| UNSAID.contains(&status.as_str()));
    if is_unsaid || cell("post_type").is_some_and(|kind| !KINDS.contains(&kind.as_str())) {
        return out.left_out("an entry of the site that is no article", &row.join(" "));
    }
    let cells: Vec<Cow<'_, str>> = row.iter().map(|cell| Cow::Borrowed(cell.as_str())).collect();
    tables::hand_over(names, &cells, row.join("\u{1f}").as_bytes(), out);
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    fn told(file: &str, text: &str) -> Vec<(String, String, String)> {
        let reading = read_text(file, text);
        assert_eq!(reading.taken.as_ref().map(|taken| taken.format), Some("SQL"), "{reading:?}");
        let said =
            |one: &crate::model::article::Article| (one.title.to_string(), one.published.date.to_string(), one.body.to_string());
        reading.articles.iter().map(said).collect()
    }

    fn both() -> Vec<(String, String, String)> {
        let one = ("L'eau monte".to_owned(), "2021-03-04".to_owned(), "Le fleuve déborde ; l'eau monte.\nOn attend.".to_owned());
        vec![one, ("Une grève".to_owned(), "2021-03-05".to_owned(), "Le port est fermé (dit-on).".to_owned())]
    }

    #[test]
    fn rows_that_a_dump_puts_in_are_articles() {
        let mysql = "-- MySQL dump 10.13\n/*!40101 SET NAMES utf8 */;\nCREATE TABLE `wp_posts` (\n `ID` bigint(20) NOT NULL COMMENT 'a, b',\n `post_author` bigint(20),\n \
                     `post_date` datetime DEFAULT '0000-00-00',\n `post_content` longtext,\n `post_title` text,\n `post_type` varchar(20),\n PRIMARY KEY (`ID`)\n) ENGINE=InnoDB;\n\
                     INSERT INTO `wp_options` VALUES (1,'siteurl','x'),(2,'b',NULL);\nINSERT INTO `wp_posts` VALUES \
                     (1,3,'2021-03-04 10:00:00','Le fleuve déborde ; l\\'eau monte.\\nOn attend.','L\\'eau monte','post'),(2,3,'2021-03-04','x','photo','attachment'),\n\
                     (3,3,'2021-03-05 10:00:00','Le port est fermé (dit-on).','Une grève','post');\n";
        assert_eq!(told("a.sql", mysql), both());
        let sqlite = "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE articles (id integer primary key, title text, date text, body text);\n\
                      INSERT INTO articles VALUES(1,'L''eau monte','2021-03-04',replace('Le fleuve déborde ; l''eau monte.\\nOn attend.','\\n',char(10)));\n\
                      INSERT INTO \"articles\" VALUES(2,'Une grève','2021-03-05','Le port est fermé (dit-on).');\nCOMMIT;\n";
        assert_eq!(told("a.txt", sqlite), both());
        let named = "INSERT INTO news (titre, date, texte)\n  VALUES ('L''eau monte', '2021-03-04', E'Le fleuve déborde ; l\\'eau monte.\\nOn attend.'), ('Une grève', \
                     '2021-03-05', 'Le port est fermé (dit-on).');";
        assert_eq!(told("a.sql", named), both());
        let postgres = "--\n-- PostgreSQL database dump\n--\nSET client_encoding = 'UTF8';\nCOPY public.articles (id, title, date, body) FROM stdin;\n\
                        1\tL'eau monte\t2021-03-04\tLe fleuve déborde ; l'eau monte.\\nOn attend.\n2\tUne grève\t2021-03-05\tLe port est fermé (dit-on).\n\\.\nSELECT 1;\n";
        assert_eq!(told("a.sql", postgres), both());
    }

    #[test]
    fn columns_that_no_statement_names_are_told_by_their_cells_and_drafts_are_left_out() {
        let long = "Le fleuve a débordé mardi matin, dit la préfecture, et les habitants du quai ont quitté leurs maisons.";
        let unnamed = format!(
            "INSERT INTO news VALUES (1, '2021-03-04', 'Le fleuve monte encore', '{long}'), (2, '2021-03-05', 'La crue est passée hier', '{long}');\n"
        );
        let read = told("a.sql", &unnamed);
        assert_eq!((read[1].0.as_str(), read[1].1.as_str(), read[1].2.as_str()), ("La crue est passée hier", "2021-03-05", long));
        let posts = "INSERT INTO wp_posts (ID, post_title, post_date, post_content, post_status, post_type) VALUES (1, 'Auto Draft', '2021-03-04', '', 'auto-draft', 'post'),\
                     (2, 'Une grève', '2021-03-05', 'Le <strong>port</strong> est fermé.\n\nOn attend.', 'publish', 'post');\n";
        assert_eq!(
            told("a.sql", posts),
            [("Une grève".to_owned(), "2021-03-05".to_owned(), "Le port est fermé.\nOn attend.".to_owned())]
        );
    }

    #[test]
    fn a_dump_without_articles_and_prose_are_told() {
        let reading = read_text("a.sql", "INSERT INTO t (a, b) VALUES (1, 'un mot');\n");
        assert!(reading.problems[0].to_string().contains("as CSV"), "{reading:?}");
        assert_eq!(reading.left_out[0].words, "1 un mot");
        let prose = "-- Insert into the text what you want; values are given below. --\n";
        assert_eq!(read_text("a.txt", prose).taken.map(|taken| taken.format), Some("plain text"));
    }
}
