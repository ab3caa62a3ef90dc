//! Notes as HTML: their Markdown rendered, without HTML of their own and without addresses that do more than open a page.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

use crate::export::markdown::is_web_address;
use crate::export::markdown::note::dialect;

/// `note` as HTML that cannot run, load or hide anything.
#[must_use]
pub fn rendered(note: &str) -> String {
    let mut open = Vec::new();
    let events = Parser::new_ext(note, dialect()).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        // A picture would be loaded from elsewhere: its description stands for it.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let is_kept = is_web_address(dest_url) || dest_url.starts_with("mailto:");
            open.push(is_kept);
            is_kept.then_some(event)
        }
        Event::End(TagEnd::Link) => open.pop().unwrap_or_default().then_some(event),
        _ => Some(event),
    });
    let mut out = String::with_capacity(note.len() * 2);
    html::push_html(&mut out, events);
    out
}

#[cfg(test)]
mod tests {
    use super::rendered;

    #[test]
    fn markdown_is_rendered_and_nothing_runs() {
        assert_eq!(rendered("a *b* [c](https://d.e)"), "<p>a <em>b</em> <a href=\"https://d.e\">c</a></p>\n");
        assert_eq!(rendered("w <script>x</script>"), "<p>w &lt;script&gt;x&lt;/script&gt;</p>\n");
        assert_eq!(rendered("[y](javascript:z) ![p](https://q/r.png)"), "<p>y p</p>\n");
    }
}
