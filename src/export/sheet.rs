//! Writes an event sheet as Markdown, as HTML or as CSV: a column for each paper, with a numbered list of the articles cited.
//!
//! Pure, like all exports. Texts are escaped for where they stand, so that nothing in an article is read as markup or computed.

use csv::Terminator;

use crate::export::csv::table;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::segment::ArticleRef;
use crate::query::sheet::{EventSheet, SheetCell, SheetColumn, SheetRow, SheetSection};
use crate::tr;

/// A form of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetForm {
    /// Markdown, a table for each section.
    Markdown,
    /// A page of HTML.
    Html,
    /// CSV, a row for each cell.
    Csv,
}

impl SheetForm {
    /// The form that the ending of `file` names: `.md`, `.html`, `.csv`.
    #[must_use]
    pub fn of_file(file: &str) -> Option<Self> {
        let (_, ending) = file.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// The `sheets` of `archive` in a form.
#[must_use]
pub fn write(archive: &Archive, sheets: &[EventSheet], form: SheetForm) -> String {
    match form {
        SheetForm::Markdown => sheets.iter().map(|sheet| markdown(archive, sheet)).collect::<Vec<_>>().join("\n"),
        SheetForm::Html => {
            let body: String = sheets.iter().map(|sheet| html(archive, sheet)).collect();
            let title = sheets.first().map_or("", |sheet| sheet.title.as_str());
            format!("{HEAD}<title>{}</title>\n</head>\n<body>\n{body}</body>\n</html>\n", escaped_html(title))
        }
        SheetForm::Csv => csv(archive, sheets),
    }
}

/// The head of a page; it loads nothing.
const HEAD: &str = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<style>body{font-family:serif;margin:2em}\
table{border-collapse:collapse;margin-bottom:1.5em}td,th{border:1px solid #999;padding:.3em .5em;vertical-align:top;text-align:left}\
.mark{font-size:smaller;font-style:italic}</style>\n";

/// The articles that are cited, each with its number.
fn cited(sheet: &EventSheet) -> Vec<ArticleIx> {
    sheet.columns.iter().flat_map(|column| column.articles.iter().copied()).collect()
}

fn number(cited: &[ArticleIx], article: ArticleIx) -> usize {
    cited.iter().position(|one| *one == article).map_or(0, |at| at + 1)
}

/// Author, headline, outlet, day and place of an article, as one line.
fn citation(article: ArticleRef<'_>) -> String {
    let place = article.url().map_or_else(|| article.place().to_string(), str::to_owned);
    let title = tr!("“{title}”", title = article.title().trim());
    let date = article.date().to_string();
    let parts = [article.author().unwrap_or_default(), &title, article.source().unwrap_or_default(), &date, &place];
    parts.into_iter().filter(|part| !part.is_empty()).map(one_line).collect::<Vec<_>>().join(", ")
}

fn rows(sheet: &EventSheet) -> impl Iterator<Item = (SheetSection, Vec<&SheetRow>)> {
    SheetSection::ALL.into_iter().filter_map(|section| {
        let rows: Vec<&SheetRow> = sheet.rows.iter().filter(|row| row.section == section).collect();
        (!rows.is_empty()).then_some((section, rows))
    })
}

/// What stands over a column: the outlets, the day, and how many articles.
fn head(column: &SheetColumn) -> String {
    let copies = if column.articles.len() > 1 {
        tr!(", {n} article" | ", {n} articles", n = column.articles.len())
    } else {
        String::new()
    };
    format!("{} ({}{copies})", column.title(), column.day())
}

fn markdown(archive: &Archive, sheet: &EventSheet) -> String {
    let cited = cited(sheet);
    let mut out = vec![format!("# {}\n", escaped_md(&sheet.title))];
    for (section, rows) in rows(sheet) {
        let heads: Vec<String> = sheet.columns.iter().map(|column| escaped_md(&head(column))).collect();
        let rule = "--|".repeat(heads.len());
        out.push(format!("\n## {}\n\n|  | {} |\n|--|{rule}\n", section.title(), heads.join(" | ")));
        for row in rows {
            let cell = |cell: &Option<SheetCell>| {
                cell.as_ref().map_or_else(String::new, |cell| {
                    let mark = if cell.mark.words().is_empty() { String::new() } else { format!(" *{}*", cell.mark.words()) };
                    format!("{} [{}]{mark}", escaped_md(&cell.text), number(&cited, cell.article))
                })
            };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            out.push(format!("| {} | {} |\n", escaped_md(&row.label), cells.join(" | ")));
        }
    }
    out.push(format!("\n## {}\n\n", tr!("Sources")));
    let source = |(at, ix): (usize, &ArticleIx)| {
        let text = archive.get(*ix).map_or_else(String::new, citation);
        format!("{}. {}\n", at + 1, escaped_md(&text))
    };
    out.extend(cited.iter().enumerate().map(source));
    out.concat()
}

fn html(archive: &Archive, sheet: &EventSheet) -> String {
    let cited = cited(sheet);
    let mut out = vec![format!("<h1>{}</h1>\n", escaped_html(&sheet.title))];
    for (section, rows) in rows(sheet) {
        let heads: Vec<String> = sheet.columns.iter().map(|column| format!("<th>{}</th>", escaped_html(&head(column)))).collect();
        out.push(format!("<h2>{}</h2>\n<table>\n<tr><th></th>{}</tr>\n", section.title(), heads.concat()));
        for row in rows {
            let cell = |cell: &Option<SheetCell>| {
                let Some(cell) = cell else { return "<td></td>".to_owned() };
                let mark = match cell.mark.words() {
                    "" => String::new(),
                    words => format!(" <span class=\"mark\">{words}</span>"),
                };
                format!("<td>{} [{}]{mark}</td>", escaped_html(&cell.text), number(&cited, cell.article))
            };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            out.push(format!("<tr><th>{}</th>{}</tr>\n", escaped_html(&row.label), cells.concat()));
        }
        out.push("</table>\n".to_owned());
    }
    let source = |ix: &ArticleIx| format!("<li>{}</li>\n", escaped_html(&archive.get(*ix).map_or_else(String::new, citation)));
    out.push(format!("<h2>{}</h2>\n<ol>\n", tr!("Sources")));
    out.extend(cited.iter().map(source));
    out.push("</ol>\n".to_owned());
    out.concat()
}

fn csv(archive: &Archive, sheets: &[EventSheet]) -> String {
    const COLUMNS: [&str; 9] = ["event", "section", "fact", "outlets", "article", "date", "words", "mark", "citation"];
    let mut lines = vec![COLUMNS.map(str::to_owned)];
    for sheet in sheets {
        for row in &sheet.rows {
            for (column, cell) in sheet.columns.iter().zip(&row.cells) {
                let Some((cell, article)) = cell.as_ref().and_then(|cell| Some((cell, archive.get(cell.article)?))) else {
                    continue;
                };
                lines.push([
                    sheet.title.clone(),
                    row.section.name().to_owned(),
                    row.label.clone(),
                    column.title(),
                    article.id().to_string(),
                    article.date().to_string(),
                    cell.text.clone(),
                    cell.mark.name().to_owned(),
                    citation(article),
                ]);
            }
        }
    }
    table(lines.into_iter(), Terminator::CRLF)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in a cell of Markdown: nothing in it is markup.
fn escaped_md(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '#' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn escaped_html(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{SheetForm, write};
    use crate::model::archive::{Archive, ArticleIx};
    use crate::model::article::Article;
    use crate::query::sheet::{CellMark, EventSheet, SheetCell, SheetColumn, SheetRow, SheetSection};
    use crate::text::span::Span;

    #[test]
    fn nothing_in_a_text_is_markup_and_every_cell_is_cited() {
        let mut archive = Archive::default();
        archive.append_articles([Article { title: "Un <b>titre</b>".into(), ..Article::default() }]);
        let text = "=1+1 | <script>*x*</script>".to_owned();
        let cell = SheetCell { text, article: ArticleIx(0), span: Span::new(0, 1), mark: CellMark::OnlyHere };
        let column = SheetColumn {
            outlets: vec!["A & B".into()],
            articles: vec![ArticleIx(0)],
            published: crate::model::date::PublicationDate::Unknown,
        };
        let row = SheetRow { section: SheetSection::Figures, label: "x".to_owned(), cells: vec![Some(cell)] };
        let sheets = [EventSheet { title: "T".to_owned(), columns: vec![column], rows: vec![row] }];
        let markdown = write(&archive, &sheets, SheetForm::Markdown);
        assert!(markdown.contains("| x | =1+1 \\| \\<script\\>\\*x\\*\\</script\\> [1] *only here* |"), "{markdown}");
        assert!(markdown.contains("1. “Un \\<b\\>titre\\</b\\>”"), "{markdown}");
        let html = write(&archive, &sheets, SheetForm::Html);
        assert!(
            html.contains("<td>=1+1 | &lt;script&gt;*x*&lt;/script&gt; [1] <span class=\"mark\">only here</span></td>"),
            "{html}"
        );
        assert!(html.contains("A &amp; B (date unknown)") && !html.contains("<b>"), "{html}");
        let csv = write(&archive, &sheets, SheetForm::Csv);
        assert!(csv.contains(",figures,x,A & B,") && csv.contains(",'=1+1 |"), "{csv}");
        assert_eq!(SheetForm::of_file("a.HTML"), Some(SheetForm::Html));
        assert_eq!(SheetForm::of_file("sheet"), None);
    }
}
