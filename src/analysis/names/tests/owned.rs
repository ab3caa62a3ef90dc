//! Names that stand right beside others: owners, groups before persons, words that are a name and the head of another.

#![cfg(test)]

use super::{Gazetteer, check, counted, discovered, names, told};
use crate::model::article::Lang;

#[test]
fn a_group_is_not_called_after_whoever_leads_it() {
    let text = "Le Front tamrais de Jeanne Tarvel a dit non. Puis le Front tamrais a voté, et Jeanne Tarvel est partie.";
    assert_eq!(told(&[text, text], Lang::Fr), ["Front tamrais party", "Jeanne Tarvel person"]);
}

#[test]
fn a_person_right_behind_a_group_of_the_list_is_named() {
    let listed = "[[actor]]\nid = \"vorland\"\nname = \"Vorland\"\nkind = \"organisation\"\n";
    let gazetteer = Gazetteer::without_list(listed).unwrap();
    let text = "Il a publié sur Vorland Jeanne Tarvel en photo. Jeanne Tarvel a dit non.";
    let (discovery, segment) = discovered(&[text], Lang::Fr, &gazetteer);
    let article = segment.get(0).unwrap();
    let candidates: Vec<_> = article.candidates().collect();
    let counts = counted(discovery.count(&candidates, article.named().map(|(actor, _)| actor)));
    assert_eq!(counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [2], "{discovery:?}");
    assert_eq!(article.named().map(|(_, count)| count).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_surname_that_begins_the_name_of_a_group_is_nobody_by_itself() {
    let group = "Vorland News said no. The report by Vorland News was late. They saw Vorland there.";
    let person = "Judge Vincent Vorland said no.";
    let found = names(&[group, group, group, person], Lang::En);
    assert!(!found.iter().any(|name| name.contains("Vincent Vorland = Vorland")), "{found:?}");
}

#[test]
fn a_given_name_alone_is_somebody_only_where_she_is_named() {
    let named = "Michelle Tarvel said no. Later Michelle Tarvel left.";
    let apart = "They asked Michelle, who said no. Michelle left.";
    let gazetteer = Gazetteer::default();
    let (discovery, segment) = discovered(&[named, apart], Lang::En, &gazetteer);
    let other: Vec<_> = segment.get(1).unwrap().candidates().collect();
    assert_eq!(discovery.count(&other, []).count(), 0, "{discovery:?}");
}

#[test]
fn a_word_of_the_language_is_no_short_form_of_a_group() {
    let text = "The band Higher Ground said no on Monday. Fans saw Higher Ground there. Ground was broken for the hall.";
    let found = names(&[text], Lang::En);
    assert!(!found.iter().any(|name| name.contains("= Ground")), "{found:?}");
    check(&[("The Vorland Stores said on Monday that Vorland said no. Vorland paid.", Lang::En, &["Vorland organisation"])]);
}

#[test]
fn a_state_is_shown_as_it_is_written_out() {
    let short = "They met in Tarvel, Va., on Monday. Crews from Dorvane, Va., came too.";
    let long = "The roads of Virginia are closed. Most people in Virginia stayed at home.";
    for texts in [[short, long], [long, short]] {
        let found = told(&texts, Lang::En);
        assert!(found.iter().any(|name| name.starts_with("Virginia ")), "{found:?}");
        assert!(!found.iter().any(|name| name.starts_with("Va ")), "{found:?}");
    }
}

#[test]
fn what_is_counted_for_an_actor_is_its_alias() {
    let listed = "[[actor]]\nid = \"tnc\"\nname = \"Tamra Northern Council\"\nkind = \"institution\"\n";
    let gazetteer = Gazetteer::without_list(listed).unwrap();
    let text = "The Tamra Northern Council (TNC) said no. The TNC voted, and the TNC paid.";
    let (discovery, _) = discovered(&[text, text], Lang::En, &gazetteer);
    let opened = gazetteer.with_discovery(&super::Arc::new(discovery));
    assert_eq!(opened.resolve("TNC"), opened.table().by_id("tnc"));
}

#[test]
fn words_of_the_language_sound_like_nobody() {
    let text = "Judge Michael Steele said no. Steele left. Steel is dearer than ever. Steel and iron are dear.";
    let found = names(&[text, text], Lang::En);
    assert!(!found.iter().any(|name| name.contains("Steele") && name.contains("= Steel ")), "{found:?}");
}
