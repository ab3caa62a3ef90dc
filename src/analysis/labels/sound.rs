//! Whether what is left of a sentence is sound beside it: what goes takes with it what hangs on it, nothing waits at an end, and a label for
//! a date tells of that date.
//!
//! Judged on the words that are left, whatever rule left out the others. Where a form is not sound, a longer one is taken. It deletes nothing.

use std::ops::Range;

use crate::analysis::labels::attribution::is_attribution;
use crate::analysis::labels::clauses::clauses;
use crate::analysis::labels::cues::Cue;
use crate::analysis::labels::language::LabelLanguage;
use crate::analysis::labels::leading::only_dates;
use crate::analysis::labels::token::LabelToken;

/// Words before the place of a cut within which a verb of saying waits for what is said.
const SAID: usize = 12;
/// Words from which on something went that may have held up what stands behind it.
const HELD_UP: usize = 2;

/// A sentence, the words of its date, if it has one, and its language.
pub(super) struct Sentence<'a, 'b> {
    /// All words of it, all kept.
    pub words: &'b [LabelToken<'a>],
    /// The words of the date that it is compressed for.
    pub date: Option<&'b Range<usize>>,
    /// Its language.
    pub language: &'static LabelLanguage,
}

impl Sentence<'_, '_> {
    /// Whether `form`, the same words with some of them left out, is sound.
    pub fn bears(&self, form: &[LabelToken<'_>]) -> bool {
        let kept: Vec<usize> = (0..form.len()).filter(|at| form.get(*at).is_some_and(LabelToken::counts)).collect();
        let (Some(first), Some(last)) = (kept.first(), kept.last()) else { return false };
        let gaps =
            || kept.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).filter(|(one, other)| other - one > 1);
        self.opens_well(*first)
            && self.ends_well(form, &kept, *last)
            && !gaps().any(|gap| self.tears(form, gap))
            && !self.loses_what_is_said(&kept)
            && self.date.is_none_or(|date| self.tells_of(form, date) && self.holds_up(&kept, date))
    }

    fn word(&self, at: usize) -> Option<&LabelToken<'_>> {
        self.words.get(at)
    }

    /// `Whose father survived, a man screams`, `Avaient réintroduit`, `Ce sont les cinq victimes`: not so where the head went of what stands first.
    fn opens_well(&self, first: usize) -> bool {
        let (Some(token), language) = (self.word(first), self.language) else { return false };
        let before = (0..first).rev().filter_map(|at| self.word(at)).find(|token| !token.is_mark());
        let (Some(before), false) = (before, token.quoted) else { return true };
        let relative = LabelLanguage::begins(&language.relatives, token) && !language.is(Cue::RelativeThat, &token.word);
        let next = self.word(first + 1).map_or("", |next| next.word.as_str());
        let turned = token.word.contains('-') || language.inverts && self.word(first + 1).is_some_and(|next| next.word == "pas");
        let verb = !turned
            && language.is_surely_finite(token)
            && !token.is_capital()
            && (language.inverts && language.copulas.has(&token.word)
                || language.having.has(&token.word)
                || language.auxiliaries.has(&token.word) && !language.is(Cue::Not, next));
        // `l'objectif: rassurer, démontrer que`: a member of a list.
        let infinitive = language.inverts
            && before.text.ends_with([',', ':'])
            && token.word.len() > 4
            && token.head() == token.word
            && language.infinitive_endings.iter().any(|end| token.word.ends_with(end))
            && !token.is_capital();
        // `So, too, is the weir closed`.
        let alike = language.guesses && token.word == "too" && token.stops;
        let points = alike || before.text.ends_with(':') && language.is(Cue::PointsBack, token.head());
        !(relative || verb || points || infinitive)
    }

    /// `lancé | par le président`, `un communiqué publié | lundi`, `est rentré | dans sa neuvième semaine`: not so where the last word waits for what
    /// was cut off behind it.
    fn ends_well(&self, form: &[LabelToken<'_>], kept: &[usize], last: usize) -> bool {
        let language = self.language;
        let (Some(token), Some(next)) = (self.word(last), self.word(last + 1)) else { return true };
        if self.date.is_some_and(|date| self.leaves_object(kept, date) || self.joins_date_alone(last, date)) {
            return false;
        }
        if token.stops || token.quoted || next.is_mark() {
            return true;
        }
        let before = || kept.iter().rev().skip(1).filter_map(|at| self.word(*at)).find(|before| !language.is_adverb(before));
        let carried = |before: &LabelToken<'_>| {
            let carries = |word: &str| language.having.has(word) || language.copulas.has(word) || language.auxiliaries.has(word);
            carries(&before.word)
                || carries(before.tail())
                || before.word.split('-').next().is_some_and(carries)
                || language.before_nouns.has(&before.word)
                || language.is(Cue::BeAny, &before.word)
                || language.is(Cue::BeDone, &before.word)
                || language.denials.has(&before.word)
                || language.is_verb(before)
        };
        let reduced = self.is_participle(token) && before().is_some_and(|before| !before.stops && !carried(before));
        let whither = language.is(Cue::Whither, &token.word) && LabelLanguage::begins(&language.cuts, next);
        let is_verb = form.get(last).is_some_and(|token| language.is_surely_finite(token));
        !(reduced && !is_verb || whither)
    }

    /// `ont reçu hier | jeudi, les clés`: whether the object stands behind the date, and went.
    fn leaves_object(&self, kept: &[usize], date: &Range<usize>) -> bool {
        let language = self.language;
        let time = |at: usize| {
            date.contains(&at)
                || self.word(at).is_some_and(|token| {
                    language.days.has(&token.word)
                        || language.hours.has(&token.word)
                        || language.on.has(&token.word)
                        || token.is_mark()
                })
        };
        let Some(last) = kept.last().filter(|last| time(**last)) else { return false };
        let object = (last + 1..self.words.len()).find(|at| !time(*at)).and_then(|at| self.word(at));
        let mut before = kept.iter().rev().copied().filter(|at| !time(*at)).filter_map(|at| self.word(at));
        let done = before.next().is_some_and(|token| !token.stops && !token.quoted && self.ends_as_done(token));
        let has = before.find(|token| !language.is_adverb(token)).is_some_and(|token| language.having.has(token.tail()));
        language.inverts && done && has && object.is_some_and(|token| !token.quoted && language.objects_open.has(token.head()))
    }

    fn ends_as_done(&self, token: &LabelToken<'_>) -> bool {
        self.is_participle(token) || ["u", "us", "is", "it", "ert"].iter().any(|end| token.word.ends_with(end))
    }

    /// `en Sarelle et depuis 2011 | au Gué`: whether the last word is that of a date which stands alone behind `and`, and more stood behind it.
    fn joins_date_alone(&self, last: usize, date: &Range<usize>) -> bool {
        let language = self.language;
        let more =
            self.word(last + 1).is_some_and(|next| LabelLanguage::begins(&language.cuts, next) && !language.and.has(&next.word));
        let and = (0..date.start).rev().take(2).find(|at| self.word(*at).is_some_and(|token| language.and.has(&token.word)));
        let binds =
            |at: usize| self.word(at).is_some_and(|token| language.bound.has(&token.word) || language.cuts.has(&token.word));
        last + 1 == date.end
            && more
            && and.is_some_and(|and| (and + 1..date.start).all(binds) && !self.word(last).is_some_and(|token| token.stops))
    }

    fn is_participle(&self, token: &LabelToken<'_>) -> bool {
        let language = self.language;
        if language.guesses {
            return token.is_noun && token.word.ends_with("ed") && !token.is_capital();
        }
        let text = token.text.trim_end_matches(|c: char| !c.is_alphanumeric());
        !token.is_capital() && ["é", "ée", "és", "ées"].iter().any(|end| text.ends_with(end) && text.len() > end.len() + 2)
    }

    /// Whether something is torn where the words between two that are left went: a relative pronoun from its clause, what is stressed from `c'est … que`, a
    /// day from the noun that it is of.
    fn tears(&self, form: &[LabelToken<'_>], (one, other): (usize, usize)) -> bool {
        let language = self.language;
        let (Some(before), Some(behind)) = (self.word(one), self.word(other)) else { return false };
        let gone = || (one + 1..other).filter_map(|at| self.word(at)).filter(|token| !token.is_mark());
        if before.quoted && behind.quoted {
            return false;
        }
        let headless = gone().count() > 1
            && gone().next_back().is_some_and(|last| {
                LabelLanguage::begins(&language.relatives, last) && !language.that.has(&last.word) && !last.quoted
            });
        let that = |token: &LabelToken<'_>| language.is(Cue::Que, token.head()) || token.word == "that";
        let cleft = language.is(Cue::Cleft, &before.word) && that(behind);
        // `un nouveau samedi de manifestations`.
        let day = gone().count() == 1
            && gone().any(|token| language.days.has(&token.word) && !token.stops)
            && language.inverts
            && language.is(Cue::De, behind.head())
            && !language.is_verb(before)
            && !self.is_participle(before);
        // `The plan, announced | Wednesday, | would end`: the comma went with the day.
        let timed = |token: &LabelToken<'_>| language.days.has(&token.word) || language.on.has(&token.word);
        let comma = gone().all(timed) && self.is_participle(before) && !before.stops && language.is_surely_finite(behind);
        // `le 2 février 1999 du président`: what it is of went.
        let acts = self.word(other + 1).is_some_and(|next| {
            LabelLanguage::begins(&language.denials, next)
                || language.infinitive_endings.iter().any(|end| next.word.ends_with(end))
        });
        let of = self.date.is_some_and(|date| date.end > one && date.start < other)
            && gone().count() >= HELD_UP
            && language.is(Cue::NounOf, behind.head())
            && behind.word != "des"
            && !acts;
        // `ce qui laisse penser, selon eux, que le pont tient`: who says so went from what is said.
        let source = gone().next().is_some_and(that) && self.hangs_between(form, one);
        self.tears_list(form, (one, other))
            || self.beheads(form, (one, other))
            || headless
            || cleft
            || day
            || comma
            || of
            || source
    }

    /// `6 dead, | 14 boats and 2 mills were lost`: whether a member of a list of amounts went.
    fn tears_list(&self, form: &[LabelToken<'_>], (one, other): (usize, usize)) -> bool {
        let amount = |at: usize| self.word(at).is_some_and(|token| token.is_number() && !token.quoted);
        let first = (one + 1..other).find(|at| self.word(*at).is_some_and(|token| !token.is_mark()));
        let ends = other.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|token| token.text.ends_with(','));
        let joined = (other..form.len()).take_while(|at| form.get(*at).is_some_and(|token| token.kept && !token.stops));
        ends && amount(other)
            && first.is_some_and(amount)
            && joined.filter_map(|at| self.word(at)).any(|token| self.language.and.has(&token.word))
    }

    /// `Le 3 mai, | le meunier, un voisin, | avait vendu`, `became known, | after Tavel, | a miller, announced`: whether a subject went from its verb, or a
    /// name from what is said of it.
    fn beheads(&self, form: &[LabelToken<'_>], (one, other): (usize, usize)) -> bool {
        let language = self.language;
        let Some(behind) = self.word(other) else { return false };
        let stops = |at: &usize| self.word(*at).is_some_and(|token| token.stops);
        // `became known, | after Tavel, | announced`: the verb of a clause whose head went.
        let mut gone = (one + 1..other).filter_map(|at| self.word(at)).filter(|token| !token.is_mark());
        let heads = gone.next().is_some_and(|first| {
            LabelLanguage::begins(&language.early, first) || LabelLanguage::begins(&language.subordinating, first)
        });
        let told = (0..=one).filter_map(|at| form.get(at)).any(|token| token.kept && language.is_verb(token));
        let subject = gone.clone().next().is_some_and(|next| next.is_capital() || language.determiners.has(next.head()));
        if heads && told && subject && stops(&one) && language.is_verb(behind) && !gone.any(|token| language.is_verb(token)) {
            return true;
        }
        if language.is_surely_finite(behind) {
            let before: Vec<&LabelToken<'_>> =
                (0..=one).filter_map(|at| self.word(at)).filter(|token| !token.is_mark()).collect();
            // `Des six, | une seule, | a pu`.
            let counted = |token: &LabelToken<'_>| token.is_number() || language.numbers.has(&token.word);
            let of =
                matches!(before.as_slice(), [of, count] if language.is(Cue::NounOf, of.head()) && counted(count) && count.stops);
            // `constatera-t-il, | que le quai, | est`: who says so is no subject.
            let mut left = (0..=one).filter(|at| form.get(*at).is_some_and(LabelToken::counts)).filter_map(|at| self.word(at));
            let turned = left.next().is_some_and(|token| ["-il", "-elle", "-on"].iter().any(|end| token.word.ends_with(end)));
            if language.inverts && turned && left.next().is_none() {
                return true;
            }
            // `Kelly Tavel,` is no time.
            let timed = before.iter().any(|token| {
                language.days.has(&token.word)
                    || language.months.has(&token.word)
                    || language.spells.has(token.tail())
                    || token.is_number()
            });
            return of || timed && stops(&one) && only_dates(self.words, &(0..one + 1), language);
        }
        let end = (other..form.len()).take_while(|at| form.get(*at).is_some_and(|token| token.kept)).find(stops);
        let Some(end) = end.filter(|_| language.determiners.has(&behind.word) || language.is(Cue::OneArticle, &behind.word))
        else {
            return false;
        };
        let verbless = !(other..=end).filter_map(|at| self.word(at)).any(|token| language.is_verb(token));
        let verb =
            self.word(end + 1).is_some_and(|next| language.is_verb(next)) && form.get(end + 1).is_some_and(|next| next.kept);
        verbless && verb && told
    }

    /// Whether what ends at the word `last` says who says so, stands behind words that went, and begins right behind them.
    fn hangs_between(&self, form: &[LabelToken<'_>], last: usize) -> bool {
        let start = (0..=last).rev().take_while(|at| form.get(*at).is_some_and(|token| token.kept)).last().unwrap_or(last);
        let whole = start > 0 && self.word(last).is_some_and(|token| token.stops);
        whole && is_attribution(self.words, &(start..last + 1), self.language)
    }

    /// `avait fini par admettre, devant la juge | que le pont tenait`: whether the clause of what is said went, and the verb stayed.
    fn loses_what_is_said(&self, kept: &[usize]) -> bool {
        let language = self.language;
        let Some(last) = kept.last() else { return false };
        // Behind an insertion, too: `admettre, devant la juge, que`.
        let opens = |at: &usize| *at == last + 1 || self.word(at - 1).is_some_and(|before| before.stops || before.is_mark());
        let cut = (last + 1..self.words.len()).filter(opens).filter_map(|at| self.word(at));
        let cut = cut.into_iter().any(|token| !token.quoted && language.is(Cue::CutThat, token.head()));
        let near = kept.iter().rev().take(SAID).filter_map(|at| self.word(*at));
        let mut near = near.take_while(|token| !language.is_surely_finite(token));
        cut && near.any(|token| !token.quoted && language.is(Cue::SayingInfinitive, token.tail()))
    }

    /// Whether of a sentence that tells of two times none went from words that stay, and of the date's own clause something stayed.
    fn tells_of(&self, form: &[LabelToken<'_>], date: &Range<usize>) -> bool {
        let language = self.language;
        let clauses = clauses(self.words);
        let is_kept = |at: usize| form.get(at).is_some_and(LabelToken::counts);
        let tells = |at: &usize| {
            let plain = self.word(*at).is_some_and(|token| {
                let time = language.days.has(&token.word)
                    || language.months.has(&token.word)
                    || language.spells.has(&token.word)
                    || language.hours.has(&token.word)
                    || language.times.has(&token.word)
                    || language.which.has(&token.word)
                    || language.adverbs.has(&token.word);
                let small = token.is_number()
                    || language.on.has(&token.word)
                    || language.bound.has(&token.word)
                    || language.determiners.has(token.head())
                    || LabelLanguage::begins(&language.cuts, token);
                !token.is_mark() && !time && !small
            });
            plain && !date.contains(at)
        };
        let own = clauses.iter().position(|clause| clause.contains(&date.start));
        let lost = own.and_then(|own| clauses.get(own)).is_some_and(|clause| {
            let leads = !(0..clause.start).any(is_kept);
            let has_verb = clause.clone().filter_map(|at| self.word(at)).any(|token| language.is_verb(token));
            let opens = clause.clone().filter_map(|at| self.word(at)).find(|token| !token.is_mark());
            let adverbial = opens.is_some_and(|opens| language.leads(opens) || LabelLanguage::begins(&language.cuts, opens));
            let holds = clause.clone().any(|at| tells(&at));
            holds && (has_verb || !leads && !adverbial) && !clause.clone().any(is_kept)
        });
        // `Depuis la crue, le 3 mai,`: of what else it is the day.
        let since = own.filter(|at| clauses.get(*at).is_some_and(|clause| only_dates(self.words, clause, language)));
        let since = since.and_then(|at| clauses.get(at.checked_sub(1)?)).is_some_and(|before| {
            let opens = before.clone().filter_map(|at| self.word(at)).find(|token| !token.is_mark());
            opens.is_some_and(|token| language.is(Cue::RelatesTime, &token.word)) && !before.clone().any(is_kept)
        });
        // `depuis les années 1990`: it dates what it counts from, and no verb.
        let counts = (date.start.saturating_sub(2)..=date.start)
            .any(|at| self.word(at).is_some_and(|token| !token.stops && language.is(Cue::RelatesTime, &token.word)));
        let uncounted = counts && !date.clone().any(is_kept);
        !lost && !since && !uncounted && !self.loses_a_day(form, &clauses, date)
    }

    /// Whether a day went from a clause that stays, or alone from before it, in a sentence that names another day.
    fn loses_a_day(&self, form: &[LabelToken<'_>], clauses: &[Range<usize>], date: &Range<usize>) -> bool {
        let language = self.language;
        let is_day = |at: &usize| {
            self.word(*at).is_some_and(|token| {
                let span = || {
                    language.spans.has(&token.word)
                        && at.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|before| language.which.has(&before.word))
                };
                !token.quoted
                    && (language.days.has(&token.word)
                        || language.times.has(&token.word)
                        || language.months.has(&token.word) && (!language.guesses || token.is_capital())
                        || span())
            })
        };
        let days: Vec<usize> = (0..self.words.len()).filter(is_day).collect();
        let other = |at: &usize| {
            let same = |token: &LabelToken<'_>| date.clone().filter_map(|at| self.word(at)).any(|own| own.word == token.word);
            !date.contains(at) && !self.word(*at).is_some_and(same)
        };
        if !days.iter().any(other) {
            return false;
        }
        let gone = |at: &usize| !form.get(*at).is_some_and(|token| token.kept);
        let stays = |clause: &Range<usize>| clause.clone().any(|at| form.get(at).is_some_and(LabelToken::counts));
        days.iter().filter(|at| gone(at)).any(|day| {
            let clause = clauses.iter().find(|clause| clause.contains(day));
            clause.is_some_and(|clause| stays(clause) || only_dates(self.words, clause, language))
        })
    }

    /// `a été mis en examen, | depuis les années 1990`: not so where what the words before the date hang on went.
    fn holds_up(&self, kept: &[usize], date: &Range<usize>) -> bool {
        let language = self.language;
        let before: Vec<usize> = kept.iter().copied().take_while(|at| *at < date.end).collect();
        let says = |token: &LabelToken<'_>| {
            let time = language.days.has(&token.word) || language.hours.has(&token.word) || language.spells.has(&token.word);
            !token.is_mark() && !time && !token.text.starts_with(['(', '['])
        };
        let gap = before.windows(2).rev().find_map(|pair| {
            let (one, other) = (*pair.first()?, *pair.last()?);
            let gone = (one + 1..other).filter_map(|at| self.word(at));
            (gone.filter(|token| says(token)).count() >= HELD_UP).then_some((one, other))
        });
        let Some(((one, other), opens)) = gap.and_then(|gap| Some((gap, self.word(gap.1)?))) else { return true };
        let inserted = self.word(one + 1).is_some_and(|next| next.text.starts_with(['(', '[']) || next.is_dash());
        if opens.quoted || inserted {
            return true;
        }
        let mut behind = kept.iter().skip_while(|at| **at <= other).filter_map(|at| self.word(*at));
        let hangs = |token: &LabelToken<'_>| {
            let relative = LabelLanguage::begins(&language.relatives, token);
            (relative || self.is_participle(token)) && !language.is_surely_finite(token)
        };
        if language.and.has(&opens.word) {
            return !behind.next().is_some_and(hangs);
        }
        let brings = LabelLanguage::begins(&language.cuts, opens) && !joins(opens, language) && !language.is_surely_finite(opens);
        let told = || {
            let until = before.iter().skip_while(|at| **at <= other).filter_map(|at| self.word(*at));
            until.into_iter().any(|token| language.is_surely_finite(token))
        };
        !(hangs(opens) || brings && !told())
    }
}

/// Whether a conjunction may bring a clause with a subject of its own.
fn joins(token: &LabelToken<'_>, language: &LabelLanguage) -> bool {
    language.and.has(&token.word) || language.joining.has(&token.word) || language.is(Cue::But, &token.word)
}
