//! What single rules ask words for: `but`, articles of a pair, what a degree is set against. The words of each language stand in an
//! asset. Larger lists of words are fields of the language.

use std::collections::HashMap;

use crate::text::word_set::WordSet;

/// The names of the classes, in the program and in the assets.
macro_rules! cues {
    ($($name:ident)*) => {
        /// A class of words that a rule asks for; the assets say what each means.
        #[derive(Clone, Copy)]
        pub(super) enum Cue { $($name),* }

        /// As the assets name them.
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

cues! {
    ItIs
    ParticipleEnd Whither SayingInfinitive PointsBack CutThat BeDone Seen
    Proof Without RelatesTime BindsDate PartOfTime SetsScene SetForDate Unless RelativeOwner
    Soon
    Meant
    Any
    WithBy
    Both AmongSome Than
    LimitOf Share
    Infinitive AsLong
    Per OneSense
    SayingOn
    Whether
    Away
    AsideOpens PastForm LikenessOpens Person
    RelativeThat ReasonOf Beginning PurposeOpens PurposeVerb TakesInfinitive Necessity Circumstance WaitsDone Intransitive
    Told AboutMany Absolute AfterBefore Again AllThat Almost Also Article As AskedTo AtLeast Be BeAny BeBare BeForm Becomes
    BeforeAdjective BeforeAmount BeforeDone BeforeInfinitive BeforeVerb Between BothOf Bounds But CarriesDone CarriesOn
    Case CeSont Cleft Clitic ComparesQue Concedes ConditionOf Consecutive CountedTime CountedWith DayAfter DayOf De
    Degree DeniesFully DependsThat DoneBy Each EarlierLater EarlyLate Either ElidedPronoun ElidedSubject EnY EndsOpen
    Even Evening EveryTime Extent Face For ForOne FromAmount General GerundOf Grants HavingDone HourMark InCase
    InGeneral InName InOrder InSince InfinitiveOf IsDue IsThat Itself JoinsOn JoinsQue JustNow KnownArticle KnownAs
    Lasts Later Lead Likened Measures MeasuresTime MoreLess MoreRecently NameAtOnce NamedFirst NamesDay NamesMembers Ne
    NeedsVerb NoAdverb NoClause NoObject NoPossessor NoSight NoonIn Not NotOnly NotThat NounOf NthDay ObjectArticle Of
    Often OnTheirSide OneArticle OneOther Only OpensInfinitive OpensKnown OpensOne OpensOwned OpensSentence OpensTime Or
    OrElse Others PairArticle PartArticle Particle Partly Provides Que RangeFrom RangeGoesOn RangeTo RankArticle
    Reflexive RelativeAlone Respectively SeenAs Sees ShortlyBefore SoFar Some SpeakerOpens SpellLater Stressed That
    TheThis Theirs This ThisTime Those TimeAlone TimeDay TimeGoesOn Times TitleArticle ToHow ToOf ToWhat Very
    WaitsDependent WaitsFirst WhenFirst WhenOnce WhichOfSeveral WhileThat WithinRelative
}

/// The words of a language, class by class.
pub(super) struct Cues(Vec<WordSet>);

impl Cues {
    /// Those of an asset whose lines are `Name: words`; `#` begins a comment, and a class that is not named has no words.
    pub fn read(asset: &'static str) -> Self {
        // One pass, each class found by its name: a load waits for this.
        let places: HashMap<&str, usize> = NAMES.iter().enumerate().map(|(at, name)| (*name, at)).collect();
        let mut classes: Vec<Vec<&'static str>> = vec![Vec::new(); NAMES.len()];
        for (name, words) in asset.lines().filter_map(|line| line.split_once(':')) {
            if let Some(class) = places.get(name).and_then(|at| classes.get_mut(*at)) {
                class.extend(words.split_whitespace());
            }
        }
        Self(classes.into_iter().map(WordSet::from_iter).collect())
    }

    /// Whether `word` is of the class.
    pub fn has(&self, cue: Cue, word: &str) -> bool {
        self.0.get(cue as usize).is_some_and(|words| words.has(word))
    }
}

#[cfg(test)]
mod tests {
    use super::NAMES;

    #[test]
    fn the_assets_name_only_classes_that_a_rule_asks_for_and_each_once() {
        let assets = [include_str!("../../../assets/labels/cues.en.txt"), include_str!("../../../assets/labels/cues.fr.txt")];
        for asset in assets {
            let named: Vec<&str> =
                asset.lines().filter(|line| !line.starts_with('#')).filter_map(|line| Some(line.split_once(':')?.0)).collect();
            for (at, name) in named.iter().enumerate() {
                assert!(NAMES.contains(name), "no rule asks for {name}");
                assert!(!named.iter().take(at).any(|before| before == name), "{name} is named twice");
            }
        }
        for name in NAMES {
            let head = format!("{name}:");
            assert!(assets.iter().any(|asset| asset.lines().any(|line| line.starts_with(&head))), "{name} has no words");
        }
    }
}
