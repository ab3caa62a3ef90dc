//! A captured page: HTML with the address it was taken from, as saved pages and web archives keep it.
//!
//! Its text and fields are `html`'s; the moment of the capture is never the day of publication. Called by `mhtml` and `warc`.

use crate::ingest::formats::html;
use crate::ingest::formats::html::Made;
use crate::ingest::formats::html_meta::address::unwrapped;
use crate::text::sanitize::sanitize;

/// The page in `html`, captured from `address`.
pub(crate) fn page(html: &str, address: Option<&str>) -> Made {
    let mut page = html::page(html);
    let address = address.map(|address| address.trim().trim_matches(['<', '>']).trim()).filter(|address| address.contains("://"));
    if let Some(address) = address.filter(|_| page.draft.declared.url.is_none()) {
        page.draft.declared.url = Some(sanitize(unwrapped(address)).into_owned());
    }
    page
}
