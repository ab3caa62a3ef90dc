use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::{prop_assert_eq, proptest};

use super::{Cut, HeadlineRows, Headlines, SLICE, rank};
use crate::query::matching::fuzzy::FuzzyPattern;
use crate::text::fold::fold;

/// Headlines with the dates they were published on, as they might stand in an archive.
const LINES: [(&str, &str); 12] = [
    ("Négociations stratégiques avec Bagdad", "2020-06-10"),
    ("L’Irlande vote", "2020-02-08"),
    ("Kazemi à Téhéran, juillet 2020", "2020-07-21"),
    ("Kazemi reçu à Washington en 2020", "2020-08-20"),
    ("Irak : le gouvernement Kazemi un an après", "2021-05-06"),
    ("Les Iraniens votent", "2021-06-18"),
    ("Iran : les bassidjis", "2019-11-30"),
    ("L’Iran et l’Irak", "2018-01-02"),
    ("QG des Hachd al-Chaabi", "2019-12-31"),
    ("Stratégie : les négociations reprennent", "2021-06-01"),
    ("Prix du pétrole brut", "2020-04-21"),
    ("关于中东局势", "2020-01-03"),
];

fn headlines<'a>(lines: impl IntoIterator<Item = &'a str>) -> Headlines {
    let mut headlines = Headlines::default();
    for line in lines {
        headlines.push(&fold(line));
    }
    headlines
}

fn pass(headlines: &Headlines, words: &str, rows: HeadlineRows<'_>) -> Vec<Cut> {
    let found = Mutex::new(Vec::new());
    assert!(
        headlines.pass(FuzzyPattern::new(words).words(), rows, &|| false, &|cuts| found.lock().unwrap().extend_from_slice(cuts))
    );
    let mut found = found.into_inner().unwrap();
    found.sort_unstable_by_key(|cut| cut.row);
    found
}

/// The headlines that `words` match, the best first.
fn asked(words: &str) -> Vec<&'static str> {
    let mut cuts = pass(&headlines(LINES.map(|(line, _)| line)), words, HeadlineRows::All);
    rank(&mut cuts, |row| LINES[row as usize].1.replace('-', "").parse().unwrap(), None);
    cuts.into_iter().map(|cut| LINES[cut.row as usize].0).collect()
}

#[test]
fn headlines_rank_as_a_reader_expects() {
    // Both words stand in both: the newer first, but a headline that opens with the word before one that does not.
    assert_eq!(asked("kazemi 2020"), ["Kazemi reçu à Washington en 2020", "Kazemi à Téhéran, juillet 2020"]);
    assert_eq!(asked("kazemi").last(), Some(&"Irak : le gouvernement Kazemi un an après"));
    assert_eq!(asked("negoc strat"), ["Stratégie : les négociations reprennent", "Négociations stratégiques avec Bagdad"]);
    // Whole words before heads of words.
    assert_eq!(asked("iran"), ["Iran : les bassidjis", "L’Iran et l’Irak", "Les Iraniens votent"]);
    assert_eq!(asked("ira").len(), 4);
    // Other words, and letters strewn over a line, are no match.
    assert_eq!(asked("ireland"), [""; 0]);
    assert_eq!(asked("lesvote"), [""; 0]);
    // Words run together and letters left out are.
    assert_eq!(asked("hachdchaabi"), ["QG des Hachd al-Chaabi"]);
    assert_eq!(asked("stratgiques"), ["Négociations stratégiques avec Bagdad"]);
    // Short words open a word.
    assert_eq!(asked("ra"), [""; 0]);
    assert_eq!(asked("pé"), ["Prix du pétrole brut"]);
    assert_eq!(asked("中东"), ["关于中东局势"]);
}

#[test]
fn nothing_asked_gives_all_and_listed_rows_are_kept_to() {
    let headlines = headlines(LINES.map(|(line, _)| line));
    assert_eq!(pass(&headlines, "", HeadlineRows::All).len(), LINES.len());
    assert_eq!(pass(&headlines, "iran", HeadlineRows::Listed(&[0, 6, 99])).iter().map(|cut| cut.row).collect::<Vec<_>>(), [6]);
    assert_eq!(headlines.get(11), "关于中东局势");
    assert_eq!((headlines.get(12), Headlines::default().len(), Headlines::default().is_empty()), ("", 0, true));
}

#[test]
fn only_the_best_are_kept_when_asked() {
    let cut = |row, score| Cut { row, score };
    let mut cuts = vec![cut(0, 5), cut(1, 9), cut(2, 9), cut(3, 1)];
    rank(&mut cuts, |row| row, Some(2));
    assert_eq!(cuts, [cut(2, 9), cut(1, 9)]);
}

#[test]
fn a_pass_stops_when_told_and_says_so() {
    let headlines = headlines(std::iter::repeat_n("x", 5 * SLICE));
    let (looks, found) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let stop = || looks.fetch_add(1, Ordering::Relaxed) >= 2;
    let deliver = |cuts: &[Cut]| {
        found.fetch_add(cuts.len(), Ordering::Relaxed);
    };
    assert!(!headlines.pass(FuzzyPattern::new("x").words(), HeadlineRows::All, &stop, &deliver));
    assert_eq!(found.into_inner(), 2 * SLICE);
}

proptest! {
    #[test]
    fn a_pass_finds_what_the_fuzzy_matcher_finds(
        words in "[a-eé2中]{1,7}( [a-e]{1,5})?",
        lines in proptest::collection::vec("([a-eéœ2中’\\n]{1,6}[ -]?){0,6}", 0..30),
    ) {
        let pattern = FuzzyPattern::new(&words);
        let headlines = headlines(lines.iter().map(String::as_str));
        let expected: Vec<Cut> = (0..).zip(&lines).filter_map(|(row, line)| {
            let line = fold(line).replace('\n', " ");
            let scores: Option<Vec<i64>> = pattern.words().iter().map(|word| word.find(&line).map(|found| found.score)).collect();
            Some(Cut { row, score: u16::try_from(scores?.iter().sum::<i64>()).unwrap() })
        }).collect();
        prop_assert_eq!(pass(&headlines, &words, HeadlineRows::All), expected.clone());
        let listed: Vec<u32> = (0..u32::try_from(lines.len()).unwrap()).collect();
        prop_assert_eq!(pass(&headlines, &words, HeadlineRows::Listed(&listed)), expected);
    }
}
