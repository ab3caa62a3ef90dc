//! The days that a page shows beside its headline. Asked by `day` alone, which weighs them against what machines are told.

use crate::ingest::formats::html_meta::day::{BESIDE, Reading, is_copy, is_end, is_own, is_update, is_whole, said};
use crate::ingest::formats::html_meta::pieces::Piece;
use crate::ingest::rules::date_context::{PUBLISHED, besides};
use crate::ingest::rules::date_parser::{ParsedDate, stamps};
use crate::model::date::PartialDate;
use crate::text::fold::fold;

impl Reading<'_> {
    /// The days that stand right behind the headline, and the one that stands there as that of a change.
    pub(super) fn at_headline(&self) -> (Vec<PartialDate>, Option<PartialDate>) {
        /// Pieces behind the headline that are looked at, and bytes of one that is about its day.
        const NEAR: usize = 14;
        const LONGEST: usize = 100;
        let own = |piece: &&Piece| is_own(piece) && !piece.signed(&["teaser", "related", "event"]);
        let behind = self.page.pieces.iter().filter(own).filter(|piece| piece.behind_headline).take(NEAR);
        let (mut shown, mut changed) = (Vec::new(), None);
        for piece in behind.filter(|piece| piece.text.len() <= LONGEST && !is_copy(piece)) {
            let days = stamps(&piece.text, self.day_first);
            let written: Vec<&str> = days.iter().map(|day| day.span.of(&piece.text)).collect();
            let alone = |day: &&ParsedDate| is_whole(day.date) && !is_end(&piece.text, day);
            let Some(day) = days.iter().find(alone).filter(|_| besides(&piece.text, &written) <= BESIDE) else { continue };
            let date = self.settled(day.span.of(&piece.text)).unwrap_or(day.date);
            if is_update(piece) {
                changed = changed.or(Some(date));
            } else if self.stamp(&piece.text).is_some() && (changed.is_none() || !shown.is_empty() || says_published(&piece.text))
            {
                shown.push(date);
            }
        }
        (shown, changed)
    }

    /// The day to be followed instead of one that machines are told and that may be that of any change, the first of `days`: the one that an
    /// element marked for machines says too, or alone; the one in the page's title that it shows again; that of the last change under the
    /// headline, when it lies before.
    pub(super) fn instead(
        &self,
        days: &[(bool, PartialDate, String)],
        shown: &[PartialDate],
        changed: Option<PartialDate>,
    ) -> Option<PartialDate> {
        let first = days.first().map(|(loose, day, _)| (*loose, *day));
        if first.is_some_and(|(loose, _)| !loose) {
            return None;
        }
        let loose = first.map(|(_, day)| day);
        let marked = |piece: &&Piece| !piece.outside && piece.called(&["datepublished"]);
        let marked = self.page.pieces.iter().find(marked).and_then(|piece| self.day(&said(piece))).map(|(day, _)| day);
        let marked = marked.filter(|day| is_whole(*day));
        let confirmed = || days.iter().any(|(_, day, _)| shown.contains(day));
        if let Some(day) = marked.filter(|day| loose.is_some_and(|loose| loose == *day || !confirmed())) {
            return Some(day);
        }
        // The day has a part of the title to itself.
        let alone = |part: &&str| stamps(part, self.day_first).first().is_some_and(|stamp| stamp.span.of(part) == part.trim());
        let part = self.page.title.as_deref().and_then(|title| title.split(['|', '·', '–', '•']).find(alone));
        let titled = part.and_then(|part| self.stamp(part)).and_then(|day| PartialDate::parse(&day));
        let again = |day: &PartialDate| {
            let stamps = self.page.pieces.iter().filter(|piece| is_own(piece) && piece.text.len() <= 60);
            stamps.flat_map(|piece| stamps_of(piece, self.day_first)).any(|stamp| stamp == *day)
        };
        if let Some(day) = titled.filter(again) {
            return Some(day);
        }
        let before = |day: &PartialDate| loose.is_some_and(|loose| day.first_day() < loose.first_day());
        changed.filter(|day| shown.is_empty() && before(day))
    }
}

fn stamps_of(piece: &Piece, day_first: bool) -> Vec<PartialDate> {
    stamps(&piece.text, day_first).into_iter().map(|stamp| stamp.date).collect()
}

/// Whether a line says by words that its day is that of publication.
fn says_published(words: &str) -> bool {
    let folded = fold(words);
    PUBLISHED.iter().any(|marker| !matches!(*marker, "date" | "stand") && folded.starts_with(marker))
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
    fn a_meta_element_that_may_tell_a_change_gives_way_to_the_day_under_the_headline() {
        let shown = "<h1>Un vote serré</h1><p class=date>05.02.2020</p><p>Texte.</p>";
        assert_eq!(day(&format!("<meta name=date content=2020-02-12>{shown}")).as_deref(), Some("2020-02-05"));
        let strong = "<meta property='article:published_time' content='2020-02-12T10:00:00+01:00'>";
        assert_eq!(day(&format!("{strong}{shown}")).as_deref(), Some("2020-02-12T10:00:00+01:00"));
        let teased = "<meta name=date content=2020-02-12><h1>Un vote</h1><p class='teaser date'>05.02.2020</p>";
        assert_eq!(day(teased).as_deref(), Some("2020-02-12"));
    }

    #[test]
    fn of_two_days_for_machines_the_one_that_is_shown_is_the_pages() {
        let page = "<meta property='article:published_time' content='2022-01-04T08:00:00+01:00'><meta name=date content=2022-01-06><h1>Un vote</h1><p class=info>06.01.2022</p>";
        assert_eq!(day(page).as_deref(), Some("2022-01-06"));
        let late = "<meta property='article:published_time' content='2021-11-04T23:00Z'><h1>Un vote</h1><span class=date>5 novembre 2021</span>";
        assert_eq!(day(late).as_deref(), Some("2021-11-05"));
    }

    #[test]
    fn what_a_time_element_says_to_readers_is_the_day_of_publication() {
        let stand = "<h1>Un vote</h1><p class=date>Stand: 12.11.2021</p><h3>Autre</h3><p class='box date'>04.11.2021</p>";
        assert_eq!(day(stand), None, "the day of a change is told as such");
        let page = "<h1>Un vote</h1><div class=time><time datetime='2019-07-03T10:18:46Z'>Publié le 29 juin 2019</time></div>";
        assert_eq!(day(page).as_deref(), Some("2019-06-29"));
        assert_eq!(
            day("<h1>Un concert</h1><p class=date>28.09. - 01.10.2023</p><meta name=date content=2023-08-30>").as_deref(),
            Some("2023-08-30")
        );
    }

    #[test]
    fn of_days_that_may_be_of_any_change_the_one_said_twice_is_followed() {
        let marked = "<p class=news><time itemprop=datePublished datetime=2022-01-27>27.01.2022</time></p><h1>Un vote</h1>";
        assert_eq!(day(&format!("<meta name=date content=2022-01-21>{marked}")).as_deref(), Some("2022-01-27"));
        let listed = format!("<meta name=date content=2022-01-27>{marked}<p class=list-date>16.01.2022</p>");
        assert_eq!(day(&listed).as_deref(), Some("2022-01-27"));
        let stand = "<meta name=date content=2020-04-29T11:52:23><h1>Un vote</h1><p class=stand>Stand: 28.04.2020 18:00 Uhr</p>";
        assert_eq!(day(stand).as_deref(), Some("2020-04-28"));
    }

    #[test]
    fn the_day_in_the_title_of_the_page_goes_before_those_of_other_articles() {
        let page = "<title>Gazette | Un vote serré | 02.11.2021</title><span class=headline-date>02. November 2021</span><h1>Un vote serré</h1>\
            <p class=headline-date>16.02.2022</p>";
        assert_eq!(day(page).as_deref(), Some("2021-11-02"));
    }

    #[test]
    fn clocks_events_and_menus_tell_no_day_of_publication() {
        let shown = "<h1>Un vote</h1><p class=box>14. Februar 2012</p>";
        assert_eq!(
            day(&format!("<span id=uhr class=date>Donnerstag, 16. Februar 2012</span>{shown}")).as_deref(),
            Some("2012-02-14")
        );
        assert_eq!(
            day(&format!("<div class=navtop><time datetime=2012-02-16>x</time></div>{shown}")).as_deref(),
            Some("2012-02-14")
        );
        assert_eq!(day("<h1>Un vote</h1><ul><li class='veranstaltungen-liste date'>So. 14.11.2021</li></ul>"), None);
        let broken = "<h1>Un vote</h1><p> <br> 1. Februar 2022 , Eva Lang</p>";
        assert_eq!(day(broken).as_deref(), Some("2022-02-01"));
    }

    #[test]
    fn a_day_for_machines_that_is_that_of_a_change_does_not_confirm_what_is_shown() {
        let page = "<meta property='article:published_time' content='2017-04-12T18:33:59+02:00'><meta property='article:modified_time' \
            content='2020-02-19T15:24:33+01:00'><meta itemprop=datePublished content=2020-02-19><h1>Un vote</h1><p class=date>19 février 2020</p>";
        assert_eq!(day(page).as_deref(), Some("2017-04-12T18:33:59+02:00"));
        let laid = "<div id=sidebar class='site-content content-area'><h1>Ten years</h1><time class=entry-date datetime=2019-07-13>Sa 13 Jul 2019</time>\
            <p><a>8 August 2009</a></p></div>";
        assert_eq!(day(laid).as_deref(), Some("2019-07-13"));
    }
}
