//! The address of a page: as it names itself, or as the browser that saved it noted.

use crate::ingest::formats::html_meta::Page;

/// The address the page was published under.
pub(super) fn of(page: &Page) -> Option<String> {
    let absolute = |url: &String| url.starts_with("http://") || url.starts_with("https://") || url.starts_with("//");
    page.canonical
        .clone()
        .filter(absolute)
        .or_else(|| page.meta(&["og:url"]).filter(absolute))
        .or_else(|| saved_from(page.source))
        .or_else(|| page.linked.url().filter(absolute))
        .or_else(|| page.canonical.clone().filter(|url| url.contains("://")))
        .map(|url| unwrapped(&url).to_owned())
}

/// The address a browser writes above a page it saves, `saved from url=(0049)https://…`, or the program `SingleFile`, `url: https://…`.
fn saved_from(source: &str) -> Option<String> {
    /// Such a comment stands at the head of the file, behind a document type at most.
    const HEAD: usize = 2000;
    let head = source.char_indices().nth(HEAD).map_or(source, |(end, _)| source.get(..end).unwrap_or(source));
    let saved = head.split_once("saved from url=(").and_then(|(_, rest)| rest.split_once(')')).map(|(_, rest)| rest);
    let single = || head.split_once("SingleFile").and_then(|(_, rest)| rest.split_once("url:")).map(|(_, rest)| rest);
    let address = saved.or_else(single)?.trim_start();
    let end = address.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(address.len());
    address.get(..end).filter(|address| address.starts_with("http")).map(str::to_owned)
}

/// The address inside that of a copy in a web archive: `https://web.archive.org/web/20120802000000/http://site/page`.
pub(crate) fn unwrapped(url: &str) -> &str {
    let copy = ["web.archive.org/web/", "archive.org/wayback/", "webarchive.nationalarchives.gov.uk/"];
    let Some((_, rest)) = copy.iter().find_map(|mark| url.split_once(mark)) else { return url };
    let inner = rest.find("http").filter(|at| *at <= 24).and_then(|at| rest.get(at..));
    inner.filter(|inner| inner.contains("://")).unwrap_or(url)
}

#[cfg(test)]
mod tests {
    use super::{saved_from, unwrapped};

    #[test]
    fn a_copy_gives_the_address_of_its_page() {
        let page = "<!DOCTYPE html>\n<!-- saved from url=(0042)https://journal.example/2021/03/09/un-vote -->\n<html>";
        assert_eq!(saved_from(page).as_deref(), Some("https://journal.example/2021/03/09/un-vote"));
        let page =
            "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://journal.example/a \n saved date: x\n-->";
        assert_eq!(saved_from(page).as_deref(), Some("https://journal.example/a"));
        assert_eq!(saved_from("<html><p>saved from url"), None);
        assert_eq!(unwrapped("https://web.archive.org/web/20120802010101/http://journal.example/a"), "http://journal.example/a");
        assert_eq!(unwrapped("https://journal.example/a"), "https://journal.example/a");
    }
}
