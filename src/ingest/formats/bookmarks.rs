//! Lists of saved addresses in HTML: bookmarks as browsers have exported them since Netscape, and Pocket's `ril_export.html`. An entry is its
//! headline and address; what was noted of it stands below it. The day on which it was saved is no day of publication.

use dom_query::{Document, NodeRef};

use crate::ingest::draft::{Declared, Draft};
use crate::ingest::formats::output::Output;
use crate::ingest::formats::plain;
use crate::ingest::formats::sample::{Sample, Text};

/// The attributes that say when an address was saved.
const SAVED: [&str; 2] = ["add_date", "time_added"];

/// Why a text is such a list.
pub(crate) fn recognize(sample: &Sample<'_>) -> Option<&'static str> {
    /// Bytes of the head, with the first entry.
    const HEAD: usize = 4096;
    let head = sample.text.as_bytes().get(..HEAD).unwrap_or(sample.text.as_bytes()).to_ascii_lowercase();
    let has = |words: &str| memchr::memmem::find(&head, words.as_bytes()).is_some();
    let is_list = has("<!doctype netscape-bookmark-file") || has("<a ") && has(" time_added=\"");
    (sample.is_markup() && is_list).then_some("its links say when they were saved")
}

/// Reads such a list.
pub(crate) fn read(text: &Text<'_>, out: &mut Output<'_>) {
    let page = Document::from(text.text);
    for link in page.select("a").nodes().iter().filter(|link| SAVED.iter().any(|name| link.attr(name).is_some())) {
        let title = link.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let url = link.attr("href").map(|address| address.to_string());
        let Some(title) = Some(title).filter(|title| !title.is_empty()).or_else(|| url.clone()) else { continue };
        let noted = link.parent().and_then(|item| noted_below(&item));
        let lines = plain::lines(noted.as_deref().unwrap_or(&title));
        let bytes = link.html();
        out.next(
            Draft { declared: Declared { title: Some(title), url, ..Declared::default() }, lines, ..Draft::default() },
            bytes.as_bytes(),
        );
    }
    if out.upcoming() == 1 {
        out.fail("is a list of addresses without an entry");
    }
}

/// What stands of an entry in the `dd` below it.
fn noted_below(item: &NodeRef<'_>) -> Option<String> {
    let below = item.next_element_sibling()?;
    let is_note = below.node_name().is_some_and(|name| &*name == "dd");
    // Lists in it are other entries.
    let words = below.first_child().filter(|_| is_note)?.text().split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn saved_addresses_are_an_entry_each() {
        let pocket = "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href=\"https://vigie.example/2015/10/26/halle\" \
                      time_added=\"1688628695\" tags=\"a\">La halle rouvre</a></li><li><a href=\"https://phare.example/b\" time_added=\"1688627412\">Une grève</a></li>\
                      </ul></body></html>";
        let netscape = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3 ADD_DATE=\"1686813518\">Presse</H3>\n<DL><p>\n\
                        <DT><A HREF=\"https://vigie.example/2015/10/26/halle\" ADD_DATE=\"1686813518\">La halle rouvre</A>\n<DD>Après huit mois de travaux.\n\
                        <DT><A HREF=\"https://phare.example/b\" ADD_DATE=\"1686813519\">Une grève</A>\n</DL><p>\n</DL><p>\n";
        for (list, body) in [(pocket, "La halle rouvre"), (netscape, "Après huit mois de travaux.")] {
            let reading = read_text("a.html", list);
            let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
            assert_eq!((&*first.title, &*first.body, &*second.title), ("La halle rouvre", body, "Une grève"));
            assert_eq!(first.url.as_deref(), Some("https://vigie.example/2015/10/26/halle"));
            assert_eq!([first, second].map(|one| one.published.date.to_string()), ["2015-10-26", ""]);
        }
    }
}
