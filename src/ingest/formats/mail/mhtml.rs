//! MHTML (RFC 2557): a page that a browser saved with all that belongs to it, as the parts of a message. The page is the article.
//!
//! The parts are read as those of `mail` are. Frames of the page are left out and told; pictures and styles are nothing to read.

use mailparse::{MailHeaderMap as _, ParsedMail, parse_mail};

use crate::ingest::formats::captured;
use crate::ingest::formats::databases::record::tidied;
use crate::ingest::formats::documents::Press;
use crate::ingest::formats::html_text;
use crate::ingest::formats::mail;
use crate::ingest::formats::mail::parts::text;
use crate::ingest::formats::output::Output;

/// Why bytes are a saved page.
pub(crate) fn recognize(bytes: &[u8]) -> Option<&'static str> {
    /// A head and the first part lie in the first bytes.
    const HEAD: usize = 8 << 10;
    mail::recognize(bytes)?;
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let has = |words: &str| memchr::memmem::find(&head, words.as_bytes()).is_some();
    // What was sent has a receiver; letters too name the places of their pictures.
    let was_sent = has("\nto:") || has("\nreceived:") || has("\ndelivered-to:");
    let is_saved = has("from: <saved by") || has("snapshot-content-location:");
    (is_saved || has("multipart/related") && has("content-location:") && !was_sent)
        .then_some("it opens with the head of a message that a browser saved a page in")
}

/// Reads a saved page.
pub(crate) fn read(bytes: &[u8], _: Press, out: &mut Output<'_>) {
    let mail = match parse_mail(bytes) {
        Ok(mail) => mail,
        Err(error) => return out.fail(&format!("is a saved page that breaks the rules of MIME: {error}")),
    };
    let mut pages = mail.parts().filter(|part| is_page(part));
    let Some(page) = pages.next() else { return out.fail("is a saved page without HTML") };
    let address = value(&mail, "Snapshot-Content-Location").or_else(|| value(page, "Content-Location"));
    let (html, encoding) = text(page);
    out.read_as(encoding);
    let mut made = captured::page(&html, address.as_deref());
    let subject = value(&mail, "Subject").map(|subject| tidied(&subject));
    let declared = &mut made.draft.declared;
    declared.title = declared.title.take().or(subject);
    made.whole(&html, bytes, out);
    for frame in pages {
        out.left_out("a frame of the page", &html_text::words(&text(frame).0));
    }
}

fn is_page(part: &ParsedMail<'_>) -> bool {
    part.subparts.is_empty() && matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml")
}

fn value(part: &ParsedMail<'_>, name: &str) -> Option<String> {
    part.headers.get_first_value(name).filter(|value| !value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::read_text;

    #[test]
    fn the_page_is_read_and_the_day_it_was_saved_is_not_its_own() {
        let text = "From: <Saved by Blink>\nSnapshot-Content-Location: https://web.archive.org/web/20200101000000/https://vigie.example/a\n\
            Subject: Un budget\nDate: Sat, 28 Nov 2026 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n\
            --x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://vigie.example/b\n\n\
            <html><head><meta charset=3D\"utf-8\"></head><body><p>Le conseil a vot=C3=A9 un =\nbudget.</p></body></html>\n\
            --x\nContent-Type: text/css\n\np {}\n--x\nContent-Type: text/html\n\n<p>Une annonce</p>\n--x--\n";
        let reading = read_text("a.mhtml", text);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        assert_eq!((&*article.title, &*article.body), ("Un budget", "Le conseil a voté un budget."));
        assert_eq!(article.url.as_deref(), Some("https://vigie.example/a"));
        assert_eq!(article.source.as_ref().map(|source| &*source.text), Some("vigie.example"));
        assert_eq!((article.published.date.to_string().as_str(), reading.left_out[0].words.as_str()), ("", "Une annonce"));
    }

    #[test]
    fn a_head_of_two_fields_is_enough_for_programs_that_write_no_more() {
        let text = "MIME-Version: 1.0\nContent-Type: Multipart/related; boundary=\"b\";type=Text/HTML\n\n--b\nContent-Type: text/html; charset=utf-8\n\
                    Content-Transfer-Encoding: quoted-printable\nContent-Location: file:///c:/pont.html\n\n<html><body><h1>Le pont</h1><p>Il a rouvert =\njeudi.</p></body></html>\n--b--\n";
        let reading = crate::ingest::formats::tests::read_text("a.mht", text);
        assert_eq!(reading.taken.map(|taken| taken.format), Some("MHTML"));
        assert!(reading.articles[0].body.contains("Il a rouvert jeudi."), "{reading:?}");
    }
}
