//! When a page was published: what it says to machines, its address, and what stands beside its headline.
//!
//! The day is the one of the page's own clock: where machines are told a time in UTC, an address or a local time that is near says
//! which day it was there. The day of a copy, of an update or of a comment is none.

mod at_headline;
mod elsewhere;

use crate::ingest::formats::html_meta::Page;
use crate::ingest::formats::html_meta::day::elsewhere::{dotted, in_address, scripted};
use crate::ingest::formats::html_meta::pieces::Piece;
use crate::ingest::rules::date_context::{COPIED, PUBLISHED, UPDATED, besides};
use crate::ingest::rules::date_parser::{ParsedDate, field, short_stamps, stamps};
use crate::model::date::PartialDate;
use crate::text::fold::fold;

const METAS: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "published_time",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "dc:date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "bt:pubdate",
    "timestamp",
    "citation_publication_date",
    "citation_date",
    "datecreated",
    "displaydate",
    "article.created",
    "created",
    "date.created",
    "last-published",
    "release_date",
];

/// Of these, those that pages give the day of any change, too: the day that stands under the headline goes before them.
const LOOSE: &[&str] = &[
    "og:article:published_time",
    "date",
    "dc.date",
    "dcterms.date",
    "dc:date",
    "created",
    "datecreated",
    "timestamp",
    "dcterms.created",
    "dc.date.created",
];

/// Meta elements that say when a page was changed.
pub(super) const CHANGED: &[&str] = &["article:modified_time", "og:updated_time", "last-modified", "lastmod", "datemodified"];

/// The day, as the page writes it or in ISO 8601.
pub(super) fn of(page: &Page, url: Option<&str>) -> Option<String> {
    // Of those who write English, Americans write the month first.
    let lang = page.lang.as_deref().map(str::to_lowercase).unwrap_or_default();
    let british = ["gb", "au", "ie", "nz", "za", "in"].iter().any(|land| lang.ends_with(land) && lang.len() > 3);
    let english = lang.starts_with("en") && !british;
    let address = url.or(page.canonical.as_deref()).and_then(in_address);
    let european = !lang.is_empty() && !["en", "es", "pt"].iter().any(|code| lang.starts_with(code));
    let reading = Reading { page, day_first: !english, european, address };
    let marked = |piece: &&Piece| !piece.outside && piece.called(&["datepublished", "pubdate", "datecreated"]);
    let times: Vec<&Piece> = page.pieces.iter().filter(|piece| is_time(piece) && !piece.outside && !is_of_later(piece)).collect();
    let told = |name: &&str| Some((LOOSE.contains(name), page.meta(&[name])?));
    let found = page.linked.published().map(|words| (false, words)).into_iter().chain(METAS.iter().filter_map(told));
    let found = found.chain(page.pieces.iter().filter(marked).map(|piece| (false, said(piece))));
    let (mut coarse, mut days) = (None, Vec::new());
    for (loose, words) in found {
        match reading.day(&words) {
            Some((day, written)) if is_whole(day) => days.push((loose, day, written)),
            Some((_, written)) => _ = coarse.get_or_insert(written),
            None => {}
        }
    }
    let (shown, changed) = reading.at_headline();
    if let Some(day) = reading.instead(&days, &shown, changed) {
        return Some(day.to_string());
    }
    // Where what machines are told differs, the day under the headline decides, unless it is that of a change.
    let change =
        || page.linked.updated().or_else(|| page.meta(CHANGED)).and_then(|words| reading.day(&words)).map(|(day, _)| day);
    let declared = |day: PartialDate| days.first().is_some_and(|(loose, first, _)| !loose && first.first_day() < day.first_day());
    let confirmed = days.iter().find(|(_, day, _)| shown.contains(day) && !(declared(*day) && change() == Some(*day)));
    let shown = shown.first().copied();
    let next =
        days.first().filter(|_| confirmed.is_none()).is_some_and(|(loose, day, written)| *loose || late(written, *day, shown));
    match (confirmed.or_else(|| days.first()), shown) {
        (Some(_), Some(shown)) if next => return Some(shown.to_string()),
        (Some((_, _, written)), _) => return Some(written.clone()),
        (None, _) => {}
    }
    let placed = |piece: &&&Piece| piece.inside && piece.behind_headline;
    let in_order = times.iter().filter(placed).chain(times.iter().filter(|piece| !placed(piece)));
    let by_element = || in_order.map(|piece| said(piece)).find_map(|words| reading.full(&words));
    let written = |day: PartialDate| day.to_string();
    address
        .map(written)
        .or_else(|| shown.map(written))
        .or_else(by_element)
        // Where the page says under its headline when it was changed, a day farther away is of something else.
        .or_else(|| changed.is_none().then(|| reading.shown()).flatten())
        .or_else(|| scripted(page.source))
        .or(coarse)
}

/// The day of the last change, as the page shows it.
pub(super) fn updated(page: &Page) -> Option<String> {
    /// A line about it, a name and an hour beside.
    const LONGEST: usize = 120;
    let mut own = page.pieces.iter().filter(|piece| piece.text.len() <= LONGEST && is_update(piece) && !is_copy(piece));
    own.find_map(|piece| {
        let said = said(piece);
        let day = stamps(&said, true).into_iter().chain(stamps(&piece.text, true)).find(|stamp| is_whole(stamp.date));
        day.map(|day| day.date.to_string())
    })
}

/// Whether a date says the day.
fn is_whole(date: PartialDate) -> bool {
    date.parts().2.is_some()
}

/// Whether an element is made to say a time.
fn is_time(piece: &Piece) -> bool {
    piece.tag == "time" || piece.tag == "abbr" && piece.called(&["published", "date", "timeago"])
}

/// Whether `written` is a time of the last hours of `day` in UTC, when `shown` is the day after it.
fn late(written: &str, day: PartialDate, shown: Option<PartialDate>) -> bool {
    let hour = written.split_once('T').and_then(|(_, time)| time.get(..2)?.parse::<u8>().ok());
    let utc = written.ends_with('Z') || written.ends_with("+00:00");
    let next = shown.and_then(|shown| day.first_day().until(shown.first_day()).ok()).is_some_and(|span| span.get_days() == 1);
    utc && next && hour.is_some_and(|hour| hour >= 20)
}

/// What a piece says: to machines, or to eyes, where those read when it was published.
fn said(piece: &Piece) -> String {
    let folded = fold(&piece.text);
    let published = || PUBLISHED.iter().any(|marker| !matches!(*marker, "date" | "stand") && folded.starts_with(marker));
    if piece.text.len() <= 80 && published() && stamps(&piece.text, true).len() == 1 {
        return piece.text.clone();
    }
    piece.value.clone().filter(|value| value.bytes().any(|byte| byte.is_ascii_digit())).unwrap_or_else(|| piece.text.clone())
}

/// Whether an element may speak of the page itself, and not of another or of an event.
fn is_own(piece: &Piece) -> bool {
    const OTHERS: &[&str] = &["related", "events", "veranstaltung", "veranstaltungen"];
    !piece.outside && !piece.signs.split([' ', '-', '_']).any(|part| OTHERS.contains(&part))
}

/// Whether an element says when the page was changed or copied.
fn is_update(piece: &Piece) -> bool {
    let folded = fold(&piece.text);
    piece.signed(&["updated", "modified", "datemodified", "aktualisiert"]) && !piece.signed(&["published", "entry-date"])
        || UPDATED.iter().chain(UPDATE_LABELS).any(|label| folded.starts_with(label))
}

/// Whether it says when a copy was issued, printed or taken, which is a day of nothing else.
fn is_copy(piece: &Piece) -> bool {
    /// The clock of a page shows the day on which it was saved.
    const CLOCKS: &[&str] = &["uhr", "clock", "today", "current-date", "currentdate", "date-today", "heute", "horloge", "reloj"];
    let folded = fold(&piece.text);
    piece.called(CLOCKS) || COPIED.iter().any(|opening| folded.starts_with(opening))
}

/// Whether the day it tells lies behind that of publication.
fn is_of_later(piece: &Piece) -> bool {
    is_update(piece) || is_copy(piece)
}

/// What stands before the day of an update in further languages, folded.
const UPDATE_LABELS: &[&str] = &["stand", "aktualisiert", "zuletzt", "letzte", "geandert", "last", "aggiornato"];

/// Words beside the day in a line that is about it: a name and where it was written; fewer where nothing else tells that it is.
const BESIDE: usize = 5;
const FEW: usize = 2;

/// Whether a number stands before the day in `words`, which makes it the end of a time or a part of a name: `28.09. - 01.10.2023`.
fn is_end(words: &str, day: &ParsedDate) -> bool {
    words.get(..day.span.first()).unwrap_or_default().bytes().any(|byte| byte.is_ascii_digit())
}

struct Reading<'a> {
    page: &'a Page<'a>,
    day_first: bool,
    /// Whether the page is in a language of Europe alone, whose clocks are an hour or two before UTC.
    european: bool,
    address: Option<PartialDate>,
}

impl Reading<'_> {
    /// The date `words` give, and how it is handed on.
    fn day(&self, words: &str) -> Option<(PartialDate, String)> {
        if let Some(day) = self.settled(words) {
            return Some((day, day.to_string()));
        }
        let day = field(words, self.day_first)?;
        match self.local(words, day) {
            Some(local) => Some((local, local.to_string())),
            None => Some((day, words.to_owned())),
        }
    }

    fn full(&self, words: &str) -> Option<String> {
        self.day(words).filter(|(day, _)| is_whole(*day)).map(|(_, written)| written)
    }

    /// `01/11/2023` by what the page shows elsewhere: a date of the eleventh of January, or of the first of November.
    fn settled(&self, words: &str) -> Option<PartialDate> {
        let head = words.split([' ', 'T', ',']).next().unwrap_or_default();
        let [a, b, year]: [&str; 3] = head.split('/').collect::<Vec<_>>().try_into().ok()?;
        let (a, b, year) = (a.parse::<u8>().ok()?, b.parse::<u8>().ok()?, year.parse::<i16>().ok()?);
        let readings = [PartialDate::day(year, b, a)?, PartialDate::day(year, a, b)?];
        let known = |day: &PartialDate| self.address == Some(*day) || self.shown_days().any(|shown| shown == *day);
        readings.into_iter().find(known)
    }

    /// The days that the page writes without doubt.
    fn shown_days(&self) -> impl Iterator<Item = PartialDate> {
        let text = |mark: &'static str| self.page.source.match_indices(mark).filter_map(|(at, _)| dotted(self.page.source, at));
        let pieces =
            self.page.pieces.iter().filter(|piece| !piece.text.contains('/')).flat_map(|piece| stamps(&piece.text, true));
        pieces.map(|stamp| stamp.date).chain(text("."))
    }

    /// The day where the page was made, when `words` give a time in UTC and something near it tells the day there.
    fn local(&self, words: &str, day: PartialDate) -> Option<PartialDate> {
        let (_, time) = words.split_once('T')?;
        let utc = time.ends_with('Z') || time.ends_with("+00:00") || time.ends_with("+0000");
        let near = |other: &PartialDate| {
            let apart = day.first_day().until(other.first_day()).map_or(9, |span| span.get_days());
            let hour: i32 = time.get(..2).and_then(|hour| hour.parse().ok()).unwrap_or(12);
            // Clocks go up to twelve hours behind and fourteen before.
            let (behind, before) = if self.european { (0, 22) } else { (12, 10) };
            is_whole(*other) && (apart == -1 && hour < behind || apart == 1 && hour >= before)
        };
        let offset = |words: &String| {
            let (date, time) = words.split_once('T')?;
            let zoned = !time.ends_with('Z') && !time.ends_with("+00:00") && time.get(5..)?.contains(['+', '-']);
            PartialDate::parse(date).filter(|_| zoned)
        };
        let times = || self.page.metas.iter().map(|(_, content)| content.clone()).find_map(|words| offset(&words).filter(near));
        let shown = || {
            self.page
                .pieces
                .iter()
                .filter(|piece| piece.tag == "time" && !piece.outside && !is_of_later(piece))
                .filter_map(|piece| offset(&said(piece)))
                .find(near)
        };
        self.address.filter(near).filter(|_| utc).or_else(|| utc.then(times).flatten()).or_else(|| utc.then(shown).flatten())
    }

    /// The first day that an element marked as a date or a byline shows.
    fn shown(&self) -> Option<String> {
        const SIGNS: &[&str] = &[
            "date",
            "datum",
            "fecha",
            "publi",
            "posted",
            "byline",
            "meta",
            "info",
            "time",
            "created",
            "erstellt",
            "author",
            "submitted",
            "details",
        ];
        let marked = |piece: &&&Piece| {
            is_own(piece) && piece.text.len() <= 200 && (piece.signed(SIGNS) || piece.tag == "abbr") && !is_of_later(piece)
        };
        let pieces: Vec<&Piece> = self.page.pieces.iter().collect();
        let first = |exact: bool| {
            let named =
                move |piece: &&&Piece| !exact || piece.signed(&["date", "datum", "publi", "posted"]) && piece.text.len() <= 80;
            pieces.iter().filter(marked).filter(named).find_map(|piece| self.stamp(&piece.text))
        };
        let lines = || pieces.iter().filter(|piece| is_own(piece) && piece.called(&["leaf"]) && !is_of_later(piece));
        let line_alone = || {
            lines().find_map(|piece| {
                let days = stamps(&piece.text, self.day_first);
                let written: Vec<&str> = days.iter().map(|stamp| stamp.span.of(&piece.text)).collect();
                let ends = days.first().is_some_and(|day| is_end(&piece.text, day));
                (!days.is_empty() && !ends && besides(&piece.text, &written) <= FEW).then(|| self.stamp(&piece.text)).flatten()
            })
        };
        first(true).or_else(|| first(false)).or_else(line_alone)
    }

    /// The first whole day in `words` that no word calls one of an update.
    fn stamp(&self, words: &str) -> Option<String> {
        let mut days = stamps(words, self.day_first);
        if days.is_empty() && words.len() <= 60 && words.contains('.') {
            days = short_stamps(words, self.day_first);
        }
        let day = days.iter().filter(|stamp| is_whole(stamp.date)).find(|stamp| {
            let before = fold(words.get(..stamp.span.first()).unwrap_or_default());
            let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
            !UPDATED.iter().chain(UPDATE_LABELS).any(|label| before.ends_with(label) || before.ends_with(&format!("{label} am")))
        })?;
        Some(self.settled(day.span.of(words)).unwrap_or(day.date).to_string())
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::html_meta::Page;
    use crate::ingest::formats::html_meta::linked::Linked;
    use dom_query::Document;

    fn day(html: &str) -> Option<String> {
        let document = Document::from(html);
        let linked = Linked::read(&document);
        Page::new(&document, html, &linked).declared().date
    }

    #[test]
    fn the_clock_of_the_page_is_no_day_of_publication() {
        let page = "<nav><time datetime='2023-11-01T13:56:20+01:00'>1er novembre</time></nav><article><h1>Un vote</h1><p class=date>Valmont, le 31 octobre 2023</p></article>";
        assert_eq!(day(page).as_deref(), Some("2023-10-31"));
        assert_eq!(day("<p class=updated>Mis à jour le 3 mars 2021</p>"), None);
    }

    #[test]
    fn the_day_a_copy_was_issued_is_no_update_either() {
        let updated = |html: &str| {
            let document = Document::from(html);
            let linked = Linked::read(&document);
            Page::new(&document, html, &linked).declared().updated
        };
        assert_eq!(updated("<article><p>Un vote.</p><p>Date d'émission : 2021-10-05</p></article>"), None);
        assert_eq!(updated("<article><p>Un vote.</p><p>Mis à jour le 3 mars 2021</p></article>").as_deref(), Some("2021-03-03"));
    }

    #[test]
    fn the_page_settles_which_number_is_the_month_and_which_day_it_was_there() {
        let page = "<html lang=de><meta name=date content='11/01/2023 12:43:42'><p>Erstellt am: 01.11.2023</p>";
        assert_eq!(day(page).as_deref(), Some("2023-11-01"));
        let page = "<link rel=canonical href='https://post.example/2023/11/08/a'><meta property='article:published_time' content='2023-11-09T03:28:35Z'>";
        assert_eq!(day(page).as_deref(), Some("2023-11-08"));
        assert_eq!(day("<link rel=canonical href='https://post.example/2014/05/18/a'>").as_deref(), Some("2014-05-18"));
    }
}
