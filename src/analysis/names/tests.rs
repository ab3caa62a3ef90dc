use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::analysis::names::aggregate::settle;
use crate::analysis::names::index::Discovery;
use crate::analysis::names::suggestion::suggestions;
use crate::model::actor::{Actor, ActorTable, counted};
use crate::model::article::{Article, Block, BlockKind, Lang};
use crate::model::segment::{Filed, Segment};
use crate::text::span::Span;
use std::sync::Arc;

fn article(body: &str, lang: Lang) -> Article {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) }];
    Article { body: body.into(), blocks, lang, ..Article::default() }
}

fn discovered(bodies: &[&str], lang: Lang, gazetteer: &Gazetteer) -> (Discovery, Arc<Segment>) {
    let filed: Vec<Filed> = bodies
        .iter()
        .map(|body| {
            let mut article = article(body, lang);
            analyse(&mut article, gazetteer);
            Filed::from(article)
        })
        .collect();
    let segment = Arc::new(Segment::pack(&filed));
    (settle(&[Arc::clone(&segment)], gazetteer.table()), segment)
}

fn names(bodies: &[&str], lang: Lang) -> Vec<String> {
    let (discovery, _) = discovered(bodies, lang, &Gazetteer::default());
    let mut names: Vec<String> = discovery.actors.iter().map(|actor| actor.spellings.join(" = ")).collect();
    names.sort_unstable();
    names
}

#[test]
fn titles_are_cut_and_functions_at_the_head_of_a_sentence() {
    let text = "Selon Paul Vernet, rien ne change. Le président Luc Morane a parlé. Hier, le ministre de la Défense Jean Tarvel a souri.";
    assert_eq!(names(&[text], Lang::Fr), ["Jean Tarvel", "Luc Morane", "Paul Vernet"]);
    let text = "The company hired John Smalley. Cuban President Raul Mendez said no. Secretary of State Ann Porter left.";
    assert_eq!(names(&[text], Lang::En), ["Ann Porter", "John Smalley", "Raul Mendez"]);
}

#[test]
fn spellings_of_one_name_are_one_actor() {
    let texts =
        ["Le général Karim al-Tamimi a parlé.", "Le général Kareem Tamimi est mort.", "On a vu Karim El-Tamimi, ministre."];
    let found = names(&texts, Lang::Fr);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn an_abbreviation_in_brackets_is_the_name_before_it() {
    let found = names(&["He works for the Northern Press Institute (NPI). NPI said so."], Lang::En);
    assert_eq!(found, ["Northern Press Institute = NPI"]);
}

#[test]
fn places_days_and_peoples_are_no_actors() {
    let text = "Il vit à Valmont. À Valmont, mardi, les Valmontois ont ri. Ils partent pour la rue Victor Hugo.";
    assert_eq!(names(&[text], Lang::Fr), Vec::<String>::new());
}

#[test]
fn a_surname_counts_for_the_one_named_in_full() {
    let body = "La ministre Anne Dorval a parlé. Puis Dorval est partie. DORVAL ET LES AUTRES SONT PARTIS.";
    let gazetteer = Gazetteer::default();
    let (discovery, segment) = discovered(&[body], Lang::Fr, &gazetteer);
    let counts = counted(discovery.count(&segment.get(0).unwrap().candidates().collect::<Vec<_>>()));
    assert_eq!(counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [3]);
    let opened = gazetteer.with_discovery(&Arc::new(discovery)).mentions(&article(body, Lang::Fr));
    let words: Vec<&str> = opened.iter().map(|mention| mention.span.of(body)).collect();
    assert_eq!(words, ["Anne Dorval", "Dorval", "DORVAL"]);
}

#[test]
fn a_romanisation_that_the_list_lacks_is_the_actor_of_the_list() {
    let gazetteer = Gazetteer::builtin();
    let (discovery, segment) = discovered(&["Le général Qassim Suleymani a parlé."], Lang::Fr, &gazetteer);
    let counts = counted(discovery.count(&segment.get(0).unwrap().candidates().collect::<Vec<_>>()));
    let known = gazetteer.table().by_id("qassem-soleimani").unwrap();
    assert_eq!((counts, discovery.actors.len()), (vec![(known, 1)], 0));
}

#[test]
fn likely_pairs_are_suggested_with_their_reason() {
    let actor = |name: &str| Actor {
        id: name.into(),
        name: name.into(),
        spellings: vec![name.into()],
        discovered: true,
        ..Actor::default()
    };
    let table = ActorTable::new(["Salim Jabri", "Saleem al-Jabri", "Omar Salim Jabri", "Rita Moss"].map(actor).to_vec());
    let alike = suggestions(&table);
    let found: Vec<_> = alike.iter().map(|one| (one.one.0, one.other.0, &*one.reason)).collect();
    assert_eq!(found.first(), Some(&(0, 1, "same name, romanised differently")));
    assert!(found.contains(&(0, 2, "one name is part of the other")), "{found:?}");
    assert!(!found.iter().any(|(one, other, _)| *one == 3 || *other == 3));
}
