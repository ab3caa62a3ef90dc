//! Glue: words that only stood before or behind a name, so that the name lives alone elsewhere in the archive: `Operator BP`, `BP Jane
//! Doe`, `Asking Vorland`.
//!
//! A run of capitals by chance never becomes an actor of its own, and never takes the mentions of the name inside it.

use crate::analysis::names::classify::verdict;
use crate::analysis::names::common_words::is_common_word;
use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::part::{Part, begins_given, is_royal, parts};
use crate::analysis::names::person_name::without_generation;
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::spelling_forms::is_legal_form;
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::words::{Numbered, name_of};
use crate::model::actor::ActorKind;
use crate::model::candidate::Feature;

/// The names of an archive by their numbers.
#[derive(Debug)]
pub(super) struct Glue<'a> {
    by_name: Numbered<&'a Tally>,
    /// How many articles there are.
    articles: u32,
}

impl<'a> Glue<'a> {
    pub(super) fn new(tallies: &[&'a Tally], articles: u32) -> Self {
        Self { by_name: tallies.iter().map(|tally| (tally.name, *tally)).collect(), articles }
    }

    /// Whether `tally` is a company's name with its legal form (`Vorland Ltd`), which is the same without.
    pub(super) fn is_company(tally: &Tally) -> bool {
        parts(&tally.spelling).last().is_some_and(is_form)
    }

    /// The number of the name that is left of `tally` without what is glued to it; `None` when nothing is.
    pub(super) fn rest(&self, tally: &Tally) -> Option<u32> {
        if NameLexicon::get().place(tally.name).is_some() {
            return None;
        }
        let words = parts(&tally.spelling);
        // `Karim Doss Jr.` may be the son.
        if words.first().is_some_and(|first| is_royal(first.text)) || without_generation(&words).1.is_some() {
            return None;
        }
        let all = words.len();
        let cuts = [(1, all), (2, all), (0, all.saturating_sub(1)), (0, all.saturating_sub(2))];
        let rests = cuts.into_iter().filter_map(|(from, until)| {
            let kept = words.get(from..until).filter(|kept| !kept.is_empty())?;
            let numbers: Vec<u32> = kept.iter().map(|part| part.hash).collect();
            let rest = self.by_name.get(&NameLexicon::get().name(&numbers)).filter(|rest| rest.name != tally.name)?;
            let cut: Vec<Part> = words.iter().take(from).chain(words.iter().skip(until)).copied().collect();
            self.is_glued(tally, rest, kept, &cut, from > 0).then_some(*rest)
        });
        rests.max_by_key(|rest| (rest.articles, rest.mentions, rest.name)).map(|rest| rest.name)
    }

    /// Whether the words `cut` off `tally` are no part of the name that is left, `rest`.
    fn is_glued(&self, tally: &Tally, rest: &Tally, kept: &[Part<'_>], cut: &[Part<'_>], at_head: bool) -> bool {
        let alone = kept.len() == 1;
        // A word by itself is a name only when it is one that does something, and no head of names.
        if !at_head && cut.iter().all(is_form) {
            return rest.articles * 2 >= tally.articles && verdict(rest, self.articles).is_some();
        }
        // `Congress of Doss`: two names, since an institution that is a name by itself is of no person.
        if alone && !at_head && self.is_of_person(kept, cut) {
            return rest.sign(Feature::Inside) > 0;
        }
        // `Taoiseach Karim Doss`: a title that no list has.
        if at_head && is_before_name(kept, cut) {
            return rest.sign(Feature::Sure) > 0;
        }
        // `BBC News`, `U.S. Congress`.
        if alone && (!at_head && is_outlet(kept, cut) || at_head && is_of_state(kept, cut)) {
            return rest.sign(Feature::Inside) > 0 && rest.articles * 3 >= tally.articles;
        }
        // `Tamra News Agency`.
        let agency = matches!(cut, [news, agency] if rule_words().news.has_in_any_case(news.text) && rule_words().agency_heads.has(agency.text));
        if alone && !at_head && agency && kept.iter().all(|part| part.class.is_open()) {
            return rest.sign(Feature::Inside) > 0 && rest.articles >= tally.articles;
        }
        // `Tamra News Digital`.
        let part_of_outlet = |part: &Part| rule_words().parts_of_outlets.has_in_any_case(part.text);
        let outlet = kept.last().is_some_and(|last| last.class.head() == number(ActorKind::Media));
        if !alone && !at_head && outlet && cut.iter().all(part_of_outlet) {
            return rest.sign(Feature::Inside) > 0 && rest.articles * 2 >= tally.articles;
        }
        let is_name = !alone
            || kept.iter().all(|part| part.class.head() == 0 && !part.class.is(Tells::People)) && rest.sign(Feature::Inside) > 0;
        let given = at_head && begins_given(cut);
        let headed = kept.iter().chain(cut).any(|part| part.class.head() > 0);
        // `Hezbollah tamrite` is the Hezbollah; which parliament is meant, its adjective alone says.
        let named = |part: &Part| part.class.is(Tells::Named) && part.class.head() != number(ActorKind::Institution);
        let described = cut.iter().all(|part| part.class.is(Tells::People) && !part.is_written());
        if alone && !at_head && described && kept.iter().all(named) {
            return rest.articles >= tally.articles;
        }
        if !is_name || given || alone && headed {
            return false;
        }
        // `Jane Doe BBC News`: a byline goes on behind a person.
        if !at_head && kept.len() > 1 && begins_given(kept) && rest.articles >= tally.articles {
            return true;
        }
        // `Health Protection Agency`, `National Transitional Council`: what a group is of, or for, is of its name.
        let of_group = |part: &Part| part.class.is(Tells::People) || part.class.is(Tells::Portfolio);
        let light = cut.iter().all(|part| is_light(part)) && !(headed && at_head && cut.iter().any(of_group));
        let glued_at_head = at_head && tally.sign(Feature::Inside) == 0 && cut.iter().all(|part| self.is_no_name(part));
        light && rest.articles >= tally.articles.saturating_mul(if alone { 3 } else { 1 })
            || glued_at_head && rest.articles >= tally.articles
    }

    /// Whether `kept` is an institution that is a name by itself, and `cut` the link and the surname of somebody.
    fn is_of_person(&self, kept: &[Part<'_>], cut: &[Part<'_>]) -> bool {
        let ([institution], [link, name]) = (kept, cut) else { return false };
        let titled = |name: &&Tally| name.sign(Feature::Title) > name.sign(Feature::Place);
        let borne = || self.by_name.get(&name_of([name.hash])).is_some_and(titled);
        let is_of = link.class.is(Tells::Link) && !link.is_written();
        institution.class.is(Tells::Named) && institution.class.head() > 0 && is_of && name.class.is_open() && borne()
    }

    /// Whether a word stands in no article as a name by itself.
    fn is_no_name(&self, part: &Part<'_>) -> bool {
        self.by_name.get(&name_of([part.hash])).is_none_or(|alone| alone.sign(Feature::Inside) == 0)
    }
}

/// Whether `cut` is one word with a capital that is known as nothing, and `kept` a given name with a surname.
fn is_before_name(kept: &[Part<'_>], cut: &[Part<'_>]) -> bool {
    let [before] = cut else { return false };
    let plain = before.class.is_open() && !before.class.is(Tells::Given) && before.is_written() && before.text.len() > 2;
    let named = kept.len() > 1 && !kept.iter().skip(1).any(|part| part.joined) && begins_given(kept);
    plain
        && !before.is_capitals()
        && !is_common_word(before.text)
        && named
        && kept.last().is_some_and(|last| last.class.is_open() && !last.class.is(Tells::Given))
}

/// Whether a word says behind a company's name that it is one.
pub(super) fn is_form(part: &Part<'_>) -> bool {
    is_legal_form(part) || rule_words().company_words.has_in_any_case(part.text)
}

/// Whether `cut` only says which part of the outlet `kept`, known by its letters, is meant: `BBC News Online`.
fn is_outlet(kept: &[Part<'_>], cut: &[Part<'_>]) -> bool {
    let of_outlet = |part: &Part<'_>| {
        part.class.head() == number(ActorKind::Media) || rule_words().parts_of_outlets.has_in_any_case(part.text)
    };
    kept.iter().all(Part::is_capitals) && cut.iter().all(of_outlet)
}

/// Whether `kept` is an institution that is a name by itself, and `cut` the letters of its state or the party that leads it: `U.S. Congress`,
/// `Republican Congress`.
fn is_of_state(kept: &[Part<'_>], cut: &[Part<'_>]) -> bool {
    let letters = |part: &Part<'_>| part.text.chars().count() == 1 || part.is_capitals() && part.text.chars().count() < 4;
    let majority = |part: &Part<'_>| rule_words().adjectives_of_parties.has(part.text);
    kept.iter().all(|part| part.class.is(Tells::Named) && part.class.head() > 0)
        && cut.iter().all(|part| letters(part) || majority(part))
}

/// Whether a word often stands beside a name without being of it: abbreviations, titles, places, peoples.
fn is_light(part: &Part<'_>) -> bool {
    let tells = [Tells::Function, Tells::Title, Tells::Portfolio, Tells::People, Tells::PlaceWord, Tells::Stop];
    tells.iter().any(|tells| part.class.is(*tells))
        || part.text.chars().count() == 1
        || part.is_capitals() && part.text.chars().count() < 6
        || NameLexicon::get().place(name_of([part.hash])).is_some()
}
