//! Headlines that a source gives in a field beside the text.

#![cfg(test)]

use super::{Arc, Article, Filed, Gazetteer, Lang, Segment, analyse, settle};
use crate::model::article::HeadlineOrigin;

fn headed(title: &str, body: &str, lang: Lang, gazetteer: &Gazetteer) -> Article {
    let mut article = Article { title: title.into(), headline: HeadlineOrigin::Metadata, ..super::article(body, lang) };
    analyse(&mut article, gazetteer);
    article
}

#[test]
fn a_headline_in_a_field_names_actors() {
    let gazetteer = Gazetteer::builtin();
    let body = "Le président a signé hier le texte que Macron avait promis.";
    let article = headed("Emmanuel Macron signe, la Belgique attend", body, Lang::Fr, &gazetteer);
    let ids: Vec<(&str, usize)> =
        article.actors().iter().map(|(actor, count)| (&*gazetteer.table().get(*actor).unwrap().id, *count)).collect();
    assert_eq!(ids, [("emmanuel-macron", 2), ("belgium", 1)]);
    let words = |mentions: &[crate::model::actor::Mention], text: &str| -> Vec<String> {
        mentions.iter().map(|mention| mention.span.of(text).to_owned()).collect()
    };
    assert_eq!(words(&article.headline_mentions, &article.title), ["Emmanuel Macron", "Belgique"]);
    assert_eq!(words(&article.mentions, body), ["Macron"], "places in the body stay places in the body");
    assert_eq!(gazetteer.mentions(&article), article.mentions, "an article that is opened shows the same");
    let first_line = headed("Emmanuel Macron signe", body, Lang::Fr, &gazetteer);
    let stated = Article { headline: HeadlineOrigin::FirstSentence, ..first_line };
    assert_eq!(gazetteer.named(&stated).0, [], "a headline that is part of the text is not read twice");
}

#[test]
fn what_a_headline_alone_names_is_discovered_and_spelled_from_there() {
    let gazetteer = Gazetteer::default();
    let article = headed("Le maire Paul Vernet a dit non", "La grève continue depuis lundi à la gare.", Lang::Fr, &gazetteer);
    let segment = Arc::new(Segment::pack(&[Filed::from(article.clone())]));
    let discovery = settle(&[Arc::clone(&segment)], gazetteer.table());
    let names: Vec<&str> = discovery.actors.iter().map(|actor| &*actor.name).collect();
    assert_eq!(names, ["Paul Vernet"]);
    let opened = gazetteer.with_discovery(&Arc::new(discovery));
    assert_eq!(opened.named(&article).0.len(), 1);
    let text = "Hier Paul Vernet est parti.";
    let both = headed("La réponse de Paul Vernet", text, Lang::Fr, &opened);
    assert_eq!((both.headline_mentions.len(), both.mentions.len()), (1, 1));
}
