//! What a text is in each language, and that English stays as it stands in the sources.

use super::dates::calendar;
use super::{Locale, filled};

fn french() -> Locale {
    Locale::named("fr").unwrap()
}

#[test]
fn a_system_names_its_language_in_many_ways() {
    let code = |name| Locale::named(name).map(Locale::code);
    assert_eq!(["fr", "fr_FR.UTF-8", "fr-CA", "FR", "fr@euro"].map(code), [Some("fr"); 5]);
    assert_eq!(["en_GB.UTF-8", "C", "C.UTF-8", "POSIX"].map(code), [Some("en"); 4]);
    assert_eq!(["", "tlh", "frog"].map(code), [None; 3]);
}

#[test]
fn english_is_what_the_source_says() {
    let (shown, all) = (3, 4);
    assert_eq!(tr!("{shown} of {all}", shown, all), "3 of 4");
    assert_eq!(tr!("Reader"), "Reader");
}

#[test]
fn a_language_is_in_force_for_one_piece_of_work() {
    assert_eq!(french().within(|| tr!("Reader")), "Lecture");
    assert_eq!(tr!("Reader"), "Reader");
    let _ = std::panic::catch_unwind(|| french().within(|| panic!("in between")));
    assert_eq!(Locale::current(), Locale::ENGLISH);
}

#[test]
fn none_is_singular_in_french_and_plural_in_english() {
    let said = |n: usize| tr!("{n} article" | "{n} articles", n);
    assert_eq!([0, 1, 2].map(said), ["0 articles", "1 article", "2 articles"]);
    assert_eq!(french().within(|| [0, 1, 2].map(said)), ["0 article", "1 article", "2 articles"]);
}

#[test]
fn dates_are_written_as_each_language_does() {
    assert_eq!(calendar(2011, Some(10), Some(20)), "20 October 2011");
    french().within(|| {
        assert_eq!(calendar(2011, Some(10), Some(20)), "20 octobre 2011");
        assert_eq!(calendar(2011, Some(5), Some(1)), "1er mai 2011");
        assert_eq!(calendar(2011, Some(2), None), "février 2011");
    });
}

#[test]
fn patterns_are_filled_and_braces_doubled() {
    assert_eq!(filled("{a} of {b}, {{c}} and {d}", &[("a", &1), ("b", &"two")]), "1 of two, {c} and {d}");
    assert_eq!(filled("a { b", &[]), "a { b");
}
