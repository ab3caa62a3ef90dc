//! Articles as corpora for programs that count words: `IRaMuTeQ` (starred lines of variables), TXM (texts with a table), passim (JSON Lines).

use csv::WriterBuilder;
use serde_json::json;

use crate::export::article::stated_date;
use crate::export::article_form::{ConvertedArticle, text};
use crate::text::fold::fold;

/// Actors that a starred line names, at most: a variable too many makes a corpus unreadable.
const ACTORS: usize = 8;

/// One file for `IRaMuTeQ`: `**** *source_le_monde *date_2020_05_16 *month_2020_05 *actor_x *id_y`, then the text.
pub(super) fn iramuteq(all: &[ConvertedArticle<'_>]) -> String {
    all.iter().map(starred).collect()
}

fn starred(one: &ConvertedArticle<'_>) -> String {
    let article = one.article;
    let date = stated_date(article).unwrap_or_default();
    let month = article.date().month().map(|month| month.to_string()).unwrap_or_default();
    let named = one.actors.iter().take(ACTORS).map(|actor| ("actor", (*actor).to_owned()));
    let known = [
        ("source", article.source().unwrap_or_default().to_owned()),
        ("date", date),
        ("month", month),
        ("lang", article.lang().to_string()),
        ("id", article.id().to_string()),
    ];
    let mut line = String::from("****");
    for (name, value) in known.into_iter().chain(named) {
        let value = modality(&value);
        if !value.is_empty() {
            line.extend([" *", name, "_", &value]);
        }
    }
    // A star opens a variable wherever it stands.
    format!("{line}\n{}\n\n", text(article).replace('*', " "))
}

/// A value without signs that part one variable from the next.
fn modality(value: &str) -> String {
    let folded = fold(value);
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

/// The text alone, for TXM.
pub(super) fn plain(one: &ConvertedArticle<'_>) -> String {
    text(one.article) + "\n"
}

/// The table of TXM: the name of each file, then what is known of its text.
pub(super) fn metadata(all: &[ConvertedArticle<'_>], names: &[String]) -> String {
    let mut table = WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    let head = ["id", "title", "date", "month", "source", "author", "lang", "section", "actors", "liseuse"];
    // A vector takes whatever is written.
    let _ = table.write_record(head);
    for (one, name) in all.iter().zip(names) {
        let article = one.article;
        let row = [
            name.clone(),
            article.title().replace('\n', " "),
            stated_date(article).unwrap_or_default(),
            article.date().month().map(|month| month.to_string()).unwrap_or_default(),
            article.source().unwrap_or_default().to_owned(),
            article.author().unwrap_or_default().to_owned(),
            article.lang().to_string(),
            article.section().unwrap_or_default().to_owned(),
            one.actors.join("|"),
            article.id().to_string(),
        ];
        let _ = table.write_record(row);
    }
    String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A line for passim: the identifier, the series that a text is not compared within, the text.
pub(super) fn passim(one: &ConvertedArticle<'_>) -> String {
    let article = one.article;
    json!({
        "id": article.id().to_string(),
        "series": article.source().unwrap_or("unknown"),
        "date": stated_date(article),
        "title": article.title(),
        "text": text(article),
    })
    .to_string()
}
