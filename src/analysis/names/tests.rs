use crate::analysis::actors::Gazetteer;
use crate::analysis::analyse;
use crate::analysis::names::aggregate::settle;
use crate::analysis::names::index::Discovery;
use crate::analysis::names::kind;
use crate::analysis::names::suggestion::suggestions;
use crate::model::actor::{Actor, ActorKind, ActorTable, counted};
use crate::model::article::{Article, Block, BlockKind, Lang};
use crate::model::segment::{Filed, Segment};
use crate::text::span::Span;
use std::sync::Arc;

mod alone;
mod french;
mod headline;
mod heads;
mod joined;
mod owned;
mod persons;
mod press;

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

/// What `bodies` show beside the list that comes with the program.
fn beside_list(bodies: &[&str], lang: Lang) -> Discovery {
    discovered(bodies, lang, &Gazetteer::builtin()).0
}

fn names(bodies: &[&str], lang: Lang) -> Vec<String> {
    let (discovery, _) = discovered(bodies, lang, &Gazetteer::default());
    let mut names: Vec<String> = discovery.actors.iter().map(|actor| actor.spellings.join(" = ")).collect();
    names.sort_unstable();
    names
}

/// The actors that `bodies` show, each with its kind.
fn told(bodies: &[&str], lang: Lang) -> Vec<String> {
    let (discovery, _) = discovered(bodies, lang, &Gazetteer::default());
    let kind = |number| kind::of(number).map_or("unknown", ActorKind::name);
    let mut told: Vec<String> = discovery.actors.iter().map(|actor| format!("{} {}", actor.name, kind(actor.kind))).collect();
    told.sort_unstable();
    told
}

/// Checks what is told of each text, one by one.
fn check(cases: &[(&str, Lang, &[&str])]) {
    for (text, lang, expected) in cases {
        assert_eq!(told(&[text], *lang), *expected, "{text}");
    }
}

#[test]
fn an_adjective_of_a_people_is_no_surname() {
    check(&[
        ("On Monday Senior Iraqi sources and an Exiled Syrian spoke. The BST British team left.", Lang::En, &[]),
        ("They met Libyan Karim Doss, who said no.", Lang::En, &["Karim Doss person"]),
        ("Il a vu le Syrien Karim Doss, un opposant. Les Syriens rient.", Lang::Fr, &["Karim Doss person"]),
        ("La Libyenne Anna Merval a dit non à la Vieille Syrienne.", Lang::Fr, &["Anna Merval person"]),
    ]);
}

#[test]
fn marks_of_a_corpus_and_zones_of_time_are_no_names() {
    check(&[
        ("He left -LRB- at 3 pm EDT Tuesday -RRB- with Karim Doss of GMT fame.", Lang::En, &["Karim Doss person"]),
        ("The strike began at 14:00 BST. Ann Porter said so.", Lang::En, &["Ann Porter person"]),
        ("Publié à 14 h UTC par Anne Dorval.", Lang::Fr, &["Anne Dorval person"]),
    ]);
}

#[test]
fn a_function_word_with_a_capital_parts_two_names() {
    check(&[
        (
            "Today The Guardian wrote. He saw A Vorland office and CNN An Egyptian.",
            Lang::En,
            &["CNN unknown", "Guardian unknown"],
        ),
        ("On a vu Bruno Le Tavel et Marine Le Dorn à la réunion.", Lang::Fr, &["Bruno Le Tavel person", "Marine Le Dorn person"]),
        ("He saw Alan Tarvel as Fed chairman.", Lang::En, &["Alan Tarvel person"]),
    ]);
}

#[test]
fn a_name_in_full_seen_once_is_somebody() {
    check(&[
        ("Karim Doss writes for this paper.", Lang::En, &["Karim Doss person"]),
        ("Nobody knew what Tarkel Vossin said.", Lang::En, &["Tarkel Vossin unknown"]),
        ("Nadia Merval est née ici.", Lang::Fr, &["Nadia Merval person"]),
        ("Pour le maire Tarkel Vossin, c'est fini.", Lang::Fr, &["Tarkel Vossin person"]),
    ]);
    let others: Vec<String> = (0..150).map(|n| format!("Nothing of note happened in week {n}.")).collect();
    let mut bodies: Vec<&str> = others.iter().map(String::as_str).collect();
    bodies.push("Then Karim Doss laughed.");
    assert_eq!(told(&bodies, Lang::En), ["Karim Doss person"], "also in a large archive");
}

#[test]
fn a_chance_run_never_swallows_a_name() {
    let texts = [
        "The firm BP said no. Yesterday BP said more, and BP paid.",
        "Then AP BP said nothing. Operator BP left. Later BP said yes.",
        "Asking BP did not help. On Monday BP said so.",
    ];
    assert_eq!(told(&texts, Lang::En), ["BP unknown"]);
    let texts = ["Puis l'ONU a dit non. L'ONU a voté.", "Une note ONU OTAN circule. Mais l'ONU a dit oui et l'OTAN a dit non."];
    assert_eq!(told(&texts, Lang::Fr), ["ONU unknown", "OTAN unknown"]);
    let texts = ["La députée LREM Anne Dorval a parlé. Puis Anne Dorval (LREM) est partie, et LREM a voté. LREM a dit non."];
    assert_eq!(told(&texts, Lang::Fr), ["Anne Dorval person", "LREM unknown"]);
}

#[test]
fn opposite_persons_are_never_joined() {
    let texts = ["President George H. W. Tarvel spoke. His son, President George W. Tarvel, did not. Later George Tarvel left."];
    let found = names(&texts, Lang::En);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_arabic_article_makes_a_name_of_any_word() {
    check(&[
        ("His son Seif al-Islam said no.", Lang::En, &["Seif al-Islam person"]),
        ("Son fils Seif al-Islam a dit non.", Lang::Fr, &["Seif al-Islam person"]),
    ]);
}

#[test]
fn abbreviations_and_first_names_of_the_list_are_its_actors() {
    let listed = "[[actor]]\nid = \"otn\"\nname = \"Organisation Tamrite du Nord\"\nkind = \"party\"\n\n\
        [[actor]]\nid = \"bachir-tavel\"\nname = \"Bachir Tavel\"\nkind = \"person\"\n";
    let gazetteer = Gazetteer::without_list(listed).unwrap();
    let text = "L'Organisation Tamrite du Nord (OTN) parle. L'OTN a dit non à Bachir Tavel. Selon Bachir, rien ne change.";
    let (discovery, segment) = discovered(&[text], Lang::Fr, &gazetteer);
    let article = segment.get(0).unwrap();
    let listed: Vec<_> = article.named().collect();
    let candidates: Vec<_> = article.candidates().collect();
    let counts = counted(discovery.count(&candidates, listed.iter().map(|(actor, _)| *actor)));
    let of = |id: &str| counts.iter().find(|(actor, _)| Some(*actor) == gazetteer.table().by_id(id)).map(|(_, count)| *count);
    assert!(of("otn").is_some() && of("bachir-tavel") == Some(1), "{counts:?}");
    assert!(discovery.actors.is_empty(), "{discovery:?}");
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
fn days_and_peoples_are_no_actors_and_places_are_places() {
    let text = "Il vit à Valmont. À Valmont, mardi, les Valmontois ont ri. Ils partent pour la rue Victor Hugo.";
    assert_eq!(told(&[text], Lang::Fr), ["Valmont place"]);
}

#[test]
fn a_surname_counts_for_the_one_named_in_full() {
    let body = "La ministre Anne Dorval a parlé. Puis Dorval est partie. DORVAL ET LES AUTRES SONT PARTIS.";
    let gazetteer = Gazetteer::default();
    let (discovery, segment) = discovered(&[body], Lang::Fr, &gazetteer);
    let counts = counted(discovery.count(&segment.get(0).unwrap().candidates().collect::<Vec<_>>(), []));
    assert_eq!(counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [3]);
    let opened = gazetteer.with_discovery(&Arc::new(discovery)).mentions(&article(body, Lang::Fr));
    let words: Vec<&str> = opened.iter().map(|mention| mention.span.of(body)).collect();
    assert_eq!(words, ["Anne Dorval", "Dorval", "DORVAL"]);
}

#[test]
fn a_romanisation_that_the_list_lacks_is_the_actor_of_the_list() {
    let gazetteer = Gazetteer::builtin();
    let (discovery, segment) = discovered(&["Le général Qassim Suleymani a parlé."], Lang::Fr, &gazetteer);
    let counts = counted(discovery.count(&segment.get(0).unwrap().candidates().collect::<Vec<_>>(), []));
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

#[test]
fn a_state_is_no_part_of_what_is_called_after_it() {
    let actor = |(name, kind): (&str, ActorKind)| Actor {
        id: name.into(),
        name: name.into(),
        spellings: vec![name.into()],
        kind,
        discovered: kind != ActorKind::State,
        ..Actor::default()
    };
    let table = ActorTable::new([("Tamra", ActorKind::State), ("Air Tamra", ActorKind::Unknown)].map(actor).to_vec());
    assert_eq!(suggestions(&table).len(), 0);
}

#[test]
fn what_a_reader_hides_is_not_discovered() {
    let bodies = ["Karim Doss met the FBI. Anne Rivoire said so.", "Karim Doss left. Anne Rivoire stays."];
    let shown = |corrections: &str| {
        let gazetteer = Gazetteer::with_corrections(corrections).unwrap();
        assert!(gazetteer.unused().is_empty());
        let (discovery, _) = discovered(&bodies, Lang::En, &gazetteer);
        discovery.actors.iter().map(|actor| actor.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(shown(""), ["anne-rivoire", "karim-doss"]);
    assert_eq!(shown("hide = ['karim-doss']"), ["anne-rivoire"], "the list does not hold it");
    assert_eq!(shown("hide = ['fbi']"), ["anne-rivoire", "karim-doss"], "nor does it come back as discovered");
    // What was written down of a merged actor may name it by none of the words that an archive shows.
    let merged =
        "[[actor]]\nid = 'karim-doss'\nname = 'Zed Quill'\nkind = 'person'\n[[merge]]\nfrom = 'karim-doss'\ninto = 'fbi'\n";
    assert_eq!(shown(merged), ["anne-rivoire"], "who was merged does not come back beside whom it was merged into");
}

#[test]
fn a_name_is_shown_as_it_is_written_out_whichever_is_read_first() {
    let bodies = [
        "They live in Tavelton, Calif., and say so.",
        "The governor of California spoke. California said no.",
        "In Tavelton, Calif., it rains.",
    ];
    let id = |bodies: &[&str]| {
        let (discovery, _) = discovered(bodies, Lang::En, &Gazetteer::default());
        let found = discovery.actors.iter().find(|actor| actor.name.starts_with("Calif"));
        found.map(|actor| (actor.id.to_string(), actor.name.to_string()))
    };
    let turned: Vec<&str> = bodies.iter().rev().copied().collect();
    assert_eq!(id(&bodies), Some(("california".into(), "California".into())));
    assert_eq!(id(&turned), id(&bodies));
}

#[test]
fn a_company_with_and_in_its_name_is_one() {
    let one = "Tamra and Vorland Plc said on Monday it would sell its cables. Shares in Tamra and Vorland rose.";
    assert_eq!(told(&[one], Lang::En), ["Tamra and Vorland organisation"]);
    // Once in each article, and never apart in any.
    let seen_once = ["Orders at Tamra and Vorland Plc fell, it said.", "Tamra and Vorland Plc said it was for sale."];
    assert_eq!(told(&seen_once, Lang::En), ["Tamra and Vorland Plc organisation"]);
    let two =
        ["Talks between Tamra and Vorland Plc failed. Tamra said on Monday that it was no bank.", "Tamra said it was glad."];
    assert_eq!(told(&two, Lang::En).iter().find(|name| name.contains(" and ")), None);
}

#[test]
fn offices_agencies_and_initials_show_who_is_meant() {
    check(&[
        ("Then Minister of Trade and Industry Karim Mohamed Karim said no.", Lang::En, &["Karim Mohamed Karim person"]),
        ("The Tamra News Agency said on Monday that it was late.", Lang::En, &["Tamra News Agency media"]),
        ("Le président du gouvernement tamrite Mariano Dorval a dit non.", Lang::Fr, &["Mariano Dorval person"]),
        ("Le gouvernement Mariano Dorval a dit non.", Lang::Fr, &["Mariano Dorval person"]),
    ]);
    let two = ["Karim Dorval a dit non lundi.", "Le ministre K. Dorval a dit oui."];
    assert_eq!(told(&two, Lang::Fr), ["Karim Dorval person"]);
}
