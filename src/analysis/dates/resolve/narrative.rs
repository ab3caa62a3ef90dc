//! The narrative: the dates told so far that later ones are counted from, and what moves it.

use crate::analysis::dates::calendar::CalendarTime;
use crate::analysis::dates::reading::{Bond, FoundTimex, LinePlace};
use crate::analysis::dates::resolve::Resolver;
use crate::analysis::dates::value::{Base, CountedFrom};
use crate::analysis::dates::word::TimeUnit;
use crate::model::date::Precision;

impl Resolver {
    /// Remembers what was told for what is counted from it.
    pub(super) fn remember(&mut self, found: &FoundTimex, known: &CalendarTime) {
        self.anchor_sentence(found, known);
        let told_anew = !matches!(found.reading.base, Base::Count(..) | Base::Comparable(_));
        if told_anew && known.precision <= Precision::Year && !found.quoted {
            self.latest = Some(known.clone());
        }
        if known.precision <= Precision::Month {
            self.tell(found, known);
        } else if told_anew && (known.value.contains("-Q") || known.value.contains("-H")) {
            self.quarter = Some(known.clone());
            self.quarter_in = Some(found.sentence);
        } else if told_anew && known.precision == Precision::Year {
            self.year = Some(known.clone());
            self.year_in = Some(found.sentence);
            self.quarter = None;
        }
    }

    /// Moves the narrative to what is told, unless it only says since when or until when something is that its sentence dates otherwise.
    fn tell(&mut self, found: &FoundTimex, known: &CalendarTime) {
        let told = self.moved_in == Some(found.sentence) && self.narrative.is_some();
        if matches!(found.bond, Bond::Limit | Bond::Since) && (told || matches!(found.reading.base, Base::Feast(..))) {
            return;
        }
        self.moved_in = Some(found.sentence);
        self.stepped = matches!(found.reading.base, Base::Shift(TimeUnit::Day, 1, CountedFrom::Narrative));
        self.narrative = Some(known.clone());
        if self.reference.interval().is_some_and(|days| known.days.first <= days.last) {
            self.elapsed = Some(known.clone());
        }
    }

    /// Whether the sentence told the year of publication by itself before.
    pub(super) fn tells_own_year(&self, sentence: u32) -> bool {
        let year = self.year.as_ref().filter(|_| self.year_in == Some(sentence)).map(|told| told.days.first.year());
        year.is_some() && year == self.reference.interval().map(|days| days.first.year())
    }

    /// Puts the narrative aside where a quotation begins and takes it up again behind it.
    pub(super) fn quote(&mut self, quoted: bool) {
        if quoted != self.quoted {
            (self.narrative, self.around) = if quoted { (None, self.narrative.take()) } else { (self.around.take(), None) };
            self.quoted = quoted;
        }
    }

    /// What a line that is a date, and a year before its noun, give to what stands behind them.
    fn anchor_sentence(&mut self, found: &FoundTimex, known: &CalendarTime) {
        if found.line == LinePlace::Alone && known.precision == Precision::Day {
            self.report = Some(known.clone());
        }
        // `l'an dernier, en juin`.
        let year_told = matches!(found.reading.base, Base::Shift(TimeUnit::Year, _, CountedFrom::Publication))
            && found.reading.edge.is_none();
        self.beside = year_told.then(|| (found.span.end, known.days.first.year()));
        if found.bond == Bond::Noun {
            self.anchored = Some((found.sentence, known.days.first.year()));
        }
    }
}
