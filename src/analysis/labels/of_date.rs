//! The label of what an article tells of a day: of its sentence, or where that is none, the headline of an article of that day.

use crate::analysis::labels::compression::{compressed_at, has_verb};
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::event_label::{EventLabel, LabelOrigin};
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::tables::of_lang;
use crate::analysis::labels::token::tokens;
use crate::model::day;
use crate::model::segment::ArticleRef;
use crate::text::span::Span;

/// Words of the shortest headline that says something.
const HEADLINE: usize = 3;

/// Words of the longest line without a known verb that is taken for no sentence.
const LINE: usize = 12;

/// The label of what `article` tells of the day that the words at `timex` name.
#[must_use]
pub fn label_of_date(article: ArticleRef<'_>, timex: Span) -> String {
    event_label(article, timex).text
}

/// The label of what `article` tells of the day that the words at `timex` name: their sentence, compressed, with the clause that they
/// stand in. Of what is no sentence no label is made: the headline stands for it, if the article was published on that day or the next one.
#[must_use]
pub fn event_label(article: ArticleRef<'_>, timex: Span) -> EventLabel {
    let sentence = article.sentence_at(timex.first());
    let text = article.slice(sentence);
    let headline = || headline_of_day(article, timex);
    if let Some(text) = Some(text).filter(|text| !is_whole(text, article)).and_then(|_| headline()) {
        return EventLabel { text, from: LabelOrigin::Headline };
    }
    let place = |at: usize| at.saturating_sub(sentence.first());
    let text = compressed_at(text, &(place(timex.first())..place(timex.after())), article.lang());
    EventLabel { text, from: LabelOrigin::Sentence }
}

/// Whether a sentence is one by itself: it has a verb, and its beginning did not go.
fn is_whole(sentence: &str, article: ArticleRef<'_>) -> bool {
    let beheaded = |language: &LabelLanguage| {
        let words = tokens(sentence);
        let first = words.first();
        let marked = sentence.trim_start().starts_with([',', ';', ')', ':']);
        let relative = first.is_some_and(|token| {
            let which = LabelLanguage::begins(&language.relatives, token) && !language.is(Cue::RelativeThat, &token.word);
            which && !token.is_capital() && !token.quoted
        });
        marked || relative
    };
    // A verb may be in no list, or in a quotation.
    let tells = || sentence.contains(['"', '«', '“', '”', '»']) || sentence.split_whitespace().count() > LINE;
    !of_lang(article.lang()).is_some_and(beheaded) && (has_verb(sentence, article.lang()) || tells())
}

/// The headline of `article`, where it was published on the day that the words at `timex` name, or on the next one.
fn headline_of_day(article: ArticleRef<'_>, timex: Span) -> Option<String> {
    let published = article.date().interval().filter(|days| days.first == days.last)?;
    let published = day::number(published.first);
    let event = article.events().find(|event| event.timex == timex)?;
    let of_day = event.days == 0 && (event.first..=event.first + 1).contains(&published);
    let title = article.title().split_whitespace().collect::<Vec<_>>();
    (of_day && title.len() >= HEADLINE).then(|| title.join(" "))
}
