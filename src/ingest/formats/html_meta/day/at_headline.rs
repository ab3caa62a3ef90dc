//! The days that a page shows beside its headline. Asked by `day` alone, which weighs them against what machines are told.

use crate::ingest::formats::html_meta::day::{BESIDE, Reading, is_copy, is_end, is_update, is_whole};
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
        let own = |piece: &&Piece| !piece.outside && !piece.signed(&["teaser", "related", "event"]);
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
}
