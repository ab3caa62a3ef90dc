//! Names of groups that are one: what may be lacking at the head of one, other orders and spellings of its words, and the letters
//! that stand for it where no brackets say so.
//!
//! Called by `merge`, with the joined names as they are so far.

use std::collections::HashMap;

use crate::analysis::names::kind::number;
use crate::analysis::names::lexicon::{NameLexicon, Tells};
use crate::analysis::names::merge::draft::{JoinedName, JoinedNames, person};
use crate::analysis::names::merge::known::Known;
use crate::analysis::names::part::{Part, parts, parts_that_tell};
use crate::analysis::names::rule_words::rule_words;
use crate::analysis::names::statistics::Tally;
use crate::analysis::names::tally_signs::{is_often, is_thing};
use crate::analysis::names::words::name_of;
use crate::model::actor::ActorKind;
use crate::model::candidate::Feature;
use crate::text::fold::fold;

/// The first words of a group's name with the same words in American spelling, in any order; `None` when it is no group's.
pub(super) fn words_of_group(words: &[Part<'_>]) -> Option<String> {
    if words.len() < 2 || words.iter().all(|word| word.class.head() == 0) {
        return None;
    }
    let letter = |word: &Part<'_>| word.text.chars().count() == 1 && word.is_written();
    let telling = words.iter().filter(|word| letter(word) || !word.class.is(Tells::Link) && !word.class.is(Tells::Function));
    let telling: Vec<String> = telling.map(|word| american(&fold(word.text))).collect();
    let mut telling = written_out(&telling);
    telling.sort_unstable();
    (telling.len() > 1).then(|| telling.join(" "))
}

/// Letters, apart or together, and the folded words they stand for.
const LETTERS: [(&str, &[&str]); 8] = [
    ("un", &["united", "nations"]),
    ("us", &["united", "states"]),
    ("usa", &["united", "states"]),
    ("uk", &["united", "kingdom"]),
    ("eu", &["european", "union"]),
    ("onu", &["nations", "unies"]),
    ("ue", &["union", "europeenne"]),
    ("uae", &["united", "arab", "emirates"]),
];

/// The letters that stand for all the words of a spelling by convention: `onu` of `Nations unies`.
fn conventional(spelling: &str) -> Option<String> {
    let words: Vec<String> = parts(spelling).iter().map(|part| fold(part.text)).collect();
    LETTERS.iter().find(|(_, whole)| words.iter().eq(whole.iter())).map(|(letters, _)| (*letters).to_owned())
}

/// Folded words with what stands for a state or an alliance at their head written out: `U.N. Security Council`, `US Navy`.
fn written_out(words: &[String]) -> Vec<String> {
    let apart = words.iter().take_while(|word| word.chars().count() == 1).count();
    let head = words.get(..apart.max(1)).unwrap_or_default().concat();
    let rest = words.get(apart.max(1)..).unwrap_or_default();
    match LETTERS.iter().find(|(letters, _)| *letters == head) {
        Some((_, whole)) => whole.iter().map(|word| (*word).to_owned()).chain(rest.iter().cloned()).collect(),
        None => words.to_vec(),
    }
}

/// A folded word as it is spelt in American English.
fn american(word: &str) -> String {
    match word {
        "programme" => "program".into(),
        "defence" => "defense".into(),
        "labour" => "labor".into(),
        "centre" => "center".into(),
        "centres" => "centers".into(),
        "corp" => "corporation".into(),
        "inc" => "incorporated".into(),
        "co" => "company".into(),
        "ltd" => "limited".into(),
        _ => word.replace("isation", "ization"),
    }
}

/// How many words at the head of a group's name it may lack elsewhere: the state or people it is of (`Egyptian Interior Ministry`, `U.S.
/// Coast Guard`); of an institution also how far it reaches (`National Assembly`). `Free` and `New` make another group.
pub(super) fn may_lack(words: &[Part<'_>]) -> usize {
    let letters = words.iter().take_while(|word| word.text.chars().count() == 1).count();
    if letters > 1 {
        return letters;
    }
    let Some(first) = words.first() else { return 0 };
    let institution = words.iter().any(|word| word.class.head() == number(ActorKind::Institution));
    let reach = institution && first.text.ends_with("al");
    let of = first.class.is(Tells::People) || first.is_capitals() || NameLexicon::get().place(name_of([first.hash])).is_some();
    usize::from(of || reach)
}

impl<'a> JoinedNames<'a> {
    /// Joins abbreviations to the one group whose initials they are: `AIG` to `American International Group`. `singles` are the names
    /// of one word, `several` those of more, `U.N.` among them.
    pub(super) fn join_initials(&mut self, tallies: &[&'a Tally], known: &Known<'_>) {
        let groups = self.by_initials(known);
        // `AL` is as often the article of a name in capitals.
        let particle = |spelling: &str| matches!(parts(spelling).as_slice(), [only] if only.class.is(Tells::Particle));
        // The letters of a state or a town are of no group that begins with them: `United States Agency`.
        let place = |tally: &Tally| NameLexicon::get().place(tally.name).is_some();
        let short =
            |tally: &&&Tally| is_abbreviation(&tally.spelling) && !particle(&tally.spelling) && !place(tally) && !is_thing(tally);
        for tally in tallies.iter().filter(short) {
            let letters: String = fold(&tally.spelling).chars().filter(|c| c.is_alphanumeric()).collect();
            let free = self
                .full
                .get(&tally.name)
                .is_none_or(|at| self.all.get(*at).is_some_and(|draft| draft.tallies.len() == 1 && draft.known.is_none()));
            let Some([first, rest @ ..]) = groups.get(&letters).map(Vec::as_slice).filter(|_| free) else { continue };
            // Several groups with one abbreviation: the one that is named far more often; and none that is hardly named, least of all for two letters.
            let articles = |at: &usize| self.all.get(*at).map_or(0, |draft| draft.articles);
            let listed = self.all.get(*first).is_some_and(|draft| draft.known.is_some());
            let written = match letters.chars().count() {
                // `HD` of a picture, `IRM` of a body: letters that are of a thing are hardly a group's.
                0..3 if is_of_thing(&tally.spelling) => 0,
                _ if is_of_thing(&tally.spelling) => articles(first) / if listed { 3 } else { 1 },
                // `D-MN` is no Mehr News.
                0..3 if tally.articles < 3 => 0,
                0..3 => articles(first) * 6,
                _ => articles(first) * 20,
            };
            let plain = rest.first().is_none_or(|second| articles(second) * 3 <= articles(first));
            if !plain || written < tally.articles || self.full.get(&tally.name) == Some(first) {
                continue;
            }
            if let Some(own) = self.full.get(&tally.name).and_then(|at| self.all.get_mut(*at)) {
                (own.tallies, own.articles) = (Vec::new(), 0);
            }
            if let Some(draft) = self.all.get_mut(*first) {
                draft.tallies.push(tally);
                draft.articles = draft.articles.max(tally.articles);
                draft.kind = if draft.kind == 0 { kind_by_letters(draft) } else { draft.kind };
                self.full.insert(tally.name, *first);
            }
        }
    }

    /// The listed institution that one word means which is a name by itself, where the archive names that one: `Senate` of `U.S. Senate`.
    pub(super) fn institution_of(&self, tally: &Tally, known: &Known<'_>) -> Option<usize> {
        let words = parts_that_tell(&tally.spelling);
        let [word] = words.as_slice() else { return None };
        if !word.class.is(Tells::Named) || word.class.head() != number(ActorKind::Institution) {
            return None;
        }
        let of_state = |spelling: &str| {
            let words = parts(spelling);
            let lacking = may_lack(&words);
            lacking > 0 && words.get(lacking..).is_some_and(|rest| matches!(rest, [last] if last.hash == word.hash))
        };
        let drafts = || self.all.iter().enumerate().filter_map(|(at, draft)| Some((at, draft, draft.known?)));
        let mut bearers: Vec<(u32, usize)> = drafts()
            .filter(|(_, draft, ix)| draft.articles > 0 && known.spellings(*ix).any(of_state))
            .map(|(at, draft, _)| (draft.articles, at))
            .collect();
        bearers.sort_unstable_by_key(|(articles, at)| (std::cmp::Reverse(*articles), *at));
        let (articles, at) = *bearers.first()?;
        let plain = bearers.get(1).is_none_or(|(second, _)| second * 3 <= articles);
        (plain && articles * 4 >= tally.articles).then_some(at)
    }

    /// The groups by the initials of their names, those in most articles first.
    fn by_initials(&self, known: &Known<'_>) -> HashMap<String, Vec<usize>> {
        let not = [person(), number(ActorKind::Place), number(ActorKind::State)];
        let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, draft) in self.all.iter().enumerate().filter(|(_, draft)| !not.contains(&draft.kind)) {
            // `Les Dorvistes (LD)`.
            let members = |tally: &Tally| {
                parts(&tally.spelling).first().is_some_and(|first| rule_words().articles_of_members.has(first.text))
            };
            let group = |tally: &&Tally| draft.kind > 0 || is_often(tally, Feature::Article, 2) || members(tally);
            let own = draft.tallies.iter().copied().filter(group).map(|tally| &*tally.spelling);
            let listed = draft.known.filter(|_| draft.articles > 0).into_iter().flat_map(|ix| known.spellings(ix));
            let spellings: Vec<&str> = own.chain(listed).collect();
            let all = spellings.iter().flat_map(|spelling| initials_of_all(spelling).into_iter().chain(conventional(spelling)));
            for letters in spellings.iter().filter_map(|spelling| initials(spelling)).chain(all) {
                let bearers = groups.entry(letters).or_default();
                if bearers.last() != Some(&at) {
                    bearers.push(at);
                }
            }
        }
        for bearers in groups.values_mut() {
            bearers.sort_by_key(|at| std::cmp::Reverse(self.all.get(*at).map_or(0, |draft| draft.articles)));
        }
        groups
    }
}

/// The kind of what has letters of its own and nothing else tells: a group that is called as its members are is a party (`Les Tamristes (LT)`).
pub(super) fn kind_by_letters(draft: &JoinedName<'_>) -> u8 {
    let members = |tally: &&Tally| {
        let words = parts(&tally.spelling);
        words.len() == 2 && words.first().is_some_and(|first| rule_words().articles_of_members.has(first.text))
    };
    number(if draft.tallies.iter().any(members) { ActorKind::Party } else { ActorKind::Organisation })
}

/// Whether the letters are by themselves those of what is no actor.
fn is_of_thing(letters: &str) -> bool {
    matches!(parts(letters).as_slice(), [only] if only.class.is(Tells::Other) && only.class.head() == 0)
}

/// Whether a name is an abbreviation: letters in capitals, with or without stops; small ones may stand between them (`MoT`).
fn is_abbreviation(spelling: &str) -> bool {
    let letters: Vec<char> = spelling.chars().filter(|c| c.is_alphanumeric()).collect();
    let capitals = letters.iter().filter(|letter| letter.is_uppercase()).count();
    let ends = [letters.first(), letters.last()].iter().all(|end| end.is_some_and(|end| end.is_uppercase()));
    let mixed = ends && letters.len() < 5 && capitals + 1 == letters.len();
    (2..=6).contains(&letters.len()) && (capitals == letters.len() || mixed) && !spelling.contains([' ', '&', '-'])
}

/// The folded first letters of the words with capitals, when there are several and none of them is an abbreviation.
pub(super) fn initials(spelling: &str) -> Option<String> {
    let words = parts_that_tell(spelling);
    let written: Vec<&Part> = words.iter().filter(|word| word.text.starts_with(char::is_uppercase)).collect();
    let plain = written.len() > 1 && !written.iter().any(|word| word.is_capitals() || word.text.chars().count() == 1);
    let letters: String = written.iter().filter_map(|word| word.text.chars().next()).collect();
    plain.then(|| fold(&letters))
}

/// The folded first letters of all words, small ones too, when there are such: `mot` of `Ministry of Transport`, `ut` of `Union tamrite`,
/// whose first word is the head of a group.
fn initials_of_all(spelling: &str) -> Option<String> {
    /// Letters of an adjective.
    const ADJECTIVE: usize = 5;
    let words = parts(spelling);
    // `Tamra's parliament` has no letter for what the apostrophe joins.
    if words.iter().any(|word| rule_words().possessives.has(word.text)) {
        return None;
    }
    let small = words.iter().any(|word| word.text.starts_with(char::is_lowercase));
    let letters: String = words.iter().filter_map(|word| word.text.chars().next()).collect();
    let described = || match words.as_slice() {
        [head, adjective] => head.class.head() > 0 && adjective.text.chars().count() >= ADJECTIVE,
        _ => false,
    };
    (small && ((3..5).contains(&words.len()) || described())).then(|| fold(&letters))
}

/// The numbers of the words of a spelling.
pub(super) fn numbers_of(spelling: &str) -> Vec<u32> {
    parts(spelling).iter().map(|part| part.hash).collect()
}
