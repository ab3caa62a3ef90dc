//! Who is named in a text, through the public interface: spellings, surnames, capitals, corrections.

use liseuse::analysis::actors::{CorrectionError, Gazetteer};
use liseuse::model::actor::ActorIx;
use liseuse::model::article::{Article, Block, BlockKind};
use liseuse::text::span::Span;
use proptest::prelude::{prop_assert, proptest};
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::builtin);

fn article(body: &str) -> Article {
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) };
    Article { body: body.into(), blocks: vec![block], ..Article::default() }
}

/// Each mention as `words = id`.
fn named_by(gazetteer: &Gazetteer, body: &str) -> Vec<String> {
    let id = |actor: ActorIx| gazetteer.table().get(actor).map_or_else(String::new, |actor| actor.id.to_string());
    gazetteer.mentions(&article(body)).iter().map(|m| format!("{} = {}", m.span.of(body), id(m.actor))).collect()
}

fn named(body: &str) -> Vec<String> {
    named_by(&GAZETTEER, body)
}

#[test]
fn states_are_named_by_name_and_abbreviation_and_not_by_demonym() {
    assert_eq!(
        named(
            "L’Irak, les Etats Unis et l'Iran parlent ; l'armée US/OTAN reste, dit un Américain. Iran’s answer to the U.S.: none."
        ),
        [
            "Irak = iraq",
            "Etats Unis = united-states",
            "Iran = iran",
            "US = united-states",
            "OTAN = nato",
            "Iran = iran",
            "U.S = united-states",
        ]
    );
}

#[test]
fn abbreviations_need_capitals_and_words_in_a_shouted_line_are_no_abbreviations() {
    assert!(named("Tell us who is there, un par un, c'est une ue.").is_empty());
    assert!(named("THEY TOLD US WHO IS THERE").is_empty());
    assert_eq!(named("The WHO warned the US."), ["WHO = who", "US = united-states"]);
    assert_eq!(named("L'OTAN ET LA CIA"), ["OTAN = nato", "CIA = cia"]);
}

#[test]
fn long_names_and_abbreviations_are_one_actor() {
    assert_eq!(
        named("The Organisation for Economic Co-operation and Development met; the OECD said so."),
        ["Organisation for Economic Co-operation and Development = oecd", "OECD = oecd"]
    );
    assert_eq!(
        named("La République en marche et LREM, la France insoumise."),
        [
            "La République en marche = la-republique-en-marche",
            "LREM = la-republique-en-marche",
            "France insoumise = la-france-insoumise"
        ]
    );
    assert!(named("Une république en marche vers 1848, une france insoumise.").is_empty());
}

#[test]
fn names_need_a_capital_and_whole_words() {
    assert!(named("a turkey in the oman, Iranair and Hamastan").is_empty());
    assert!(named("Balal-Kazemi").is_empty());
    assert!(named("Several Lebanese forces left.").is_empty());
    assert_eq!(named("The Lebanese Forces party left Turkey."), ["Lebanese Forces = lebanese-forces", "Turkey = turkey"]);
}

#[test]
fn romanisations_punctuation_and_stray_stops_are_one_name() {
    for name in ["Kata'ib Hezbollah", "Kata’ib Hezbollah", "Kataib Hezbollah", "Kataïb-Hezbollah", "Hezbollah irakien"] {
        assert_eq!(named(&format!("Le groupe {name}, dit-on")), [format!("{name} = kataib-hezbollah")]);
    }
    assert_eq!(named("les milices Asaib. Ahl al-Haq et Badr"), ["Asaib. Ahl al-Haq = asaib-ahl-al-haq"]);
    assert_eq!(named("M.Kazemi reçoit M. Trump"), ["Kazemi = mustafa-al-kadhimi", "Trump = donald-trump"]);
    assert_eq!(named("L'E\u{301}tat islamique recule"), ["E\u{301}tat islamique = daech"]);
    assert!(named("Il a vu Ahl al-Haq, Asaib").is_empty());
}

#[test]
fn a_longer_name_wins() {
    assert_eq!(
        named("Le Conseil de sécurité de l'ONU et l'Organisation de la coopération islamique"),
        ["Conseil de sécurité de l'ONU = un-security-council", "Organisation de la coopération islamique = oic"]
    );
    assert!(named("Une visite à Sadr City puis en Amérique latine").is_empty());
}

#[test]
fn given_names_in_another_romanisation_belong_to_the_surname() {
    assert_eq!(named("Moustapha Kadhemi est là"), ["Moustapha Kadhemi = mustafa-al-kadhimi"]);
    assert_eq!(named("Ilhan Omar speaks; Omar left"), ["Ilhan Omar = ilhan-omar"]);
}

#[test]
fn another_given_name_is_another_person() {
    assert!(named("Melania Trump et Hunter Biden ; Ahmad Kazemi ; Donald. ").is_empty());
    assert!(named("Khaled ibn Trump").is_empty());
    for before in ["Président", "Selon", "Mais", "le général", "Former President", "PM", "Gen.", "l'équipe de", "Anti-"] {
        let body = if before.ends_with('-') { format!("{before}Soleimani") } else { format!("{before} Soleimani") };
        assert_eq!(named(&body), ["Soleimani = qassem-soleimani"], "{before}");
    }
    assert_eq!(named("Le duel Trump-Biden"), ["Trump = donald-trump", "Biden = joe-biden"]);
    assert_eq!(named("Il aime Bagdad. Trump aussi"), ["Trump = donald-trump"]);
    assert!(named("Donald Trump Jr. sourit").iter().all(|mention| mention != "Trump = donald-trump"));
}

#[test]
fn a_shared_surname_is_the_one_named_in_full() {
    assert!(named("Barzani est arrivé ; Bush non plus.").is_empty());
    assert_eq!(
        named("Masrour Barzani parle. Barzani part. Plus tard, Massoud Barzani vient et Barzani écoute."),
        [
            "Masrour Barzani = masrour-barzani",
            "Barzani = masrour-barzani",
            "Massoud Barzani = massoud-barzani",
            "Barzani = massoud-barzani",
        ]
    );
    assert_eq!(named("Selon Hariri, rien. Saad Hariri l'a dit."), ["Hariri = saad-hariri", "Saad Hariri = saad-hariri"]);
    assert_eq!(named("Le régime de Assad tombe"), ["Assad = bashar-al-assad"]);
}

#[test]
fn short_forms_count_once_the_full_name_stands() {
    assert!(named("KH et l'ISF").is_empty());
    assert_eq!(
        named("KH frappe. Kata'ib Hezbollah (KH) le nie."),
        ["KH = kataib-hezbollah", "Kata'ib Hezbollah = kataib-hezbollah", "KH = kataib-hezbollah"]
    );
}

#[test]
fn a_capital_is_its_state_only_where_it_acts() {
    assert_eq!(
        named("Washington accuse Téhéran. Selon lui, Moscou n'a pas signé ; on sait que Bagdad refuse."),
        ["Washington = united-states", "Moscou = russia", "Bagdad = iraq"]
    );
    assert_eq!(named("Tehran has repeatedly denied it, while Riyadh says nothing."), ["Tehran = iran", "Riyadh = saudi-arabia"]);
    for body in [
        "Il est né à Washington.",
        "Les habitants de Bagdad accusent le maire.",
        "Tehran is a large city",
        "Paris, où il vit, accuse",
        "George Washington accuse",
        "Denzel Washington says no",
        "un vol Bagdad-Damas",
        "Londres 2012",
        "Sofia says no",
    ] {
        assert!(named(body).is_empty(), "{body}: {:?}", named(body));
    }
}

#[test]
fn names_of_states_that_mean_something_else_too_need_their_context() {
    assert!(named("Jordan Smith met Vernon Jordan and Chad Kroeger.").is_empty());
    assert_eq!(
        named("In Jordan King Abdullah spoke; Egypt and Jordan signed. Chad too."),
        ["Jordan = jordan", "Egypt = egypt", "Jordan = jordan", "Chad = chad"]
    );
    assert!(named("Dominique arrive avec Maurice ; une Grenade, un Salvador, le Congo").is_empty());
    assert_eq!(
        named("Port-Louis accueille le sommet : Maurice et la Chine ont signé."),
        ["Maurice = mauritius", "Chine = china"],
        "the capital tells which Maurice is meant"
    );
    assert!(named("the Niger Delta, golfe de Guinée, Papua, a guinea pig, a turkey, Panama Papers").is_empty());
    assert_eq!(
        named("Papua New Guinea, Guinée-Bissau et Guinée équatoriale"),
        ["Papua New Guinea = papua-new-guinea", "Guinée-Bissau = guinea-bissau", "Guinée équatoriale = equatorial-guinea"]
    );
}

#[test]
fn abbreviations_with_hyphen_and_ambiguous_ones_are_told_apart() {
    assert_eq!(
        named("Les É.-U. et l'E.U. ; the E.U. said"),
        ["É.-U = united-states", "E.U = european-union", "E.U = european-union"]
    );
    assert!(named("Le RU distribue des repas").is_empty());
    assert_eq!(named("Le Royaume-Uni part ; le RU aussi"), ["Royaume-Uni = united-kingdom", "RU = united-kingdom"]);
}

#[test]
fn offices_have_their_terms() {
    let ix = GAZETTEER.resolve("mustafa-al-kadhimi").unwrap();
    let offices: Vec<String> = GAZETTEER.table().get(ix).unwrap().offices.iter().map(ToString::to_string).collect();
    assert!(offices.contains(&"Prime Minister of Iraq, 2020-05-07 – 2022-10-27".to_owned()), "{offices:?}");
}

#[test]
fn furniture_is_not_read_and_captions_are() {
    let body = "Lire aussi: la Russie\nUn soldat en Syrie (AFP)";
    let mut article = article(body);
    article.blocks = vec![
        Block { kind: BlockKind::Furniture, span: Span::new(0, 21) },
        Block { kind: BlockKind::Caption, span: Span::new(22, body.len()) },
    ];
    let words: Vec<&str> = GAZETTEER.mentions(&article).iter().map(|mention| mention.span.of(body)).collect();
    assert_eq!(words, ["Syrie", "AFP"]);
}

#[test]
fn a_name_does_not_run_over_a_paragraph() {
    assert!(named("Il cite Asaib\n\nAhl al-Haq").is_empty());
    assert_eq!(named("Il cite Asaib\nAhl al-Haq"), ["Asaib\nAhl al-Haq = asaib-ahl-al-haq"]);
}

#[test]
fn actors_are_resolved_by_id_spelling_surname_and_head() {
    let id = |text: &str| GAZETTEER.resolve(text).and_then(|ix| GAZETTEER.table().get(ix)).map(|actor| actor.id.to_string());
    for text in ["mustafa-al-kadhimi", "Mustafa al-Kadhimi", "moustafa AL kazimi", "Kazemi", "mustafa al kad"] {
        assert_eq!(id(text).as_deref(), Some("mustafa-al-kadhimi"), "{text}");
    }
    assert_eq!(id("etats-unis").as_deref(), Some("united-states"));
    assert_eq!(id("US").as_deref(), Some("united-states"));
    assert_eq!((id("barzani"), id("nobody at all"), id(""), id("—")), (None, None, None, None));
    assert!(GAZETTEER.nearest("kadimi", 3).contains(&"Mustafa al-Kadhimi"));
    assert_eq!(GAZETTEER.nearest("Irann", 1), ["Iran"]);
    assert!(GAZETTEER.nearest("zzzqqqxxx", 3).is_empty(), "what has nothing in common is not offered");
}

#[test]
fn a_person_adds_and_corrects() {
    let own = Gazetteer::with_corrections(include_str!("../assets/actors.example.toml")).unwrap();
    assert_eq!(
        named_by(&own, "Jane Doe vit à Springfield. Doe aime l'Oncle Sam, pas l'America."),
        ["Jane Doe = jane-doe", "Doe = jane-doe", "Oncle Sam = united-states",]
    );
    assert!(named_by(&own, "selon Press TV").is_empty());
    let us = own.resolve("united-states").unwrap();
    assert_eq!(own.table().name(us), "États-Unis");
}

#[test]
fn a_spelling_given_to_one_actor_is_taken_from_the_other() {
    let own = Gazetteer::with_corrections("[[correct]]\nid = 'nato'\nadd = ['Daech']").unwrap();
    assert_eq!(named_by(&own, "Daech"), ["Daech = nato"]);
}

#[test]
fn a_merged_actor_is_named_by_all_its_names() {
    let own = Gazetteer::with_corrections("[[merge]]\nfrom = 'tasnim'\ninto = 'fars'").unwrap();
    assert_eq!(named_by(&own, "Tasnim et l'agence Fars"), ["Tasnim = fars", "agence Fars = fars"]);
    assert!(own.resolve("tasnim").is_some_and(|ix| own.table().name(ix) == "Fars News Agency"));
    let unknown = Gazetteer::with_corrections("[[merge]]\nfrom = 'fars'\ninto = 'nobody'").unwrap();
    assert!(unknown.resolve("fars").is_some(), "what cannot be done is left out");
    let [told] = unknown.unused() else { panic!("{:?}", unknown.unused()) };
    assert!(told.contains("line 3") && told.contains("`into`"), "{told}");
}

#[test]
fn errors_name_key_and_line() {
    let error = |text: &str| Gazetteer::with_corrections(text).unwrap_err();
    assert!(matches!(error("hide = [\n"), CorrectionError::Format { line: 1 | 2, .. }));
    let unused = Gazetteer::with_corrections("\n[[correct]]\nid = 'nobody'\n").unwrap();
    let unknown = unused.unused().concat();
    assert!(unknown.contains("line 3") && unknown.contains("`id`") && unknown.contains("nobody"), "{unknown}");
    let kind = error("[[actor]]\nid = 'x'\nname = 'X'\nkind = 'planet'").to_string();
    assert!(kind.contains("line 4") && kind.contains("person"), "{kind}");
    assert!(matches!(error("[[actor]]\nid = 'nato'\nname = 'N'\nkind = 'state'"), CorrectionError::TakenId { line: 2, .. }));
    assert!(matches!(error("[[actor]]\nid = 'É'\nname = 'N'\nkind = 'state'"), CorrectionError::BadId { line: 2, .. }));
    assert!(matches!(error("[[correct]]\nid = 'nato'\nadd = [' ']"), CorrectionError::Empty { line: 3, key: "add" }));
    assert!(matches!(error("[[correct]]\nid = 'nato'\nhide = ['Zzz']"), CorrectionError::UnknownSpelling { line: 3, .. }));
}

proptest! {
    #[test]
    fn mentions_are_in_order_and_on_graphemes(parts in proptest::collection::vec("(Trump|US|al-|Kazemi|d’|Irak|\\. |\u{301}|\u{200d}|\n|[a-zÀ-ÿ ]{0,4}|\\PC)", 0..40)) {
        let body = parts.concat();
        let bounds: Vec<usize> = body.grapheme_indices(true).map(|(at, _)| at).chain([body.len()]).collect();
        let mut end = 0;
        for mention in GAZETTEER.mentions(&article(&body)) {
            prop_assert!(mention.span.first() >= end && !mention.span.is_empty());
            prop_assert!(bounds.contains(&mention.span.first()) && bounds.contains(&mention.span.after()));
            end = mention.span.after();
        }
    }
}

#[test]
fn a_surname_that_somebody_else_was_named_with_is_his() {
    let named = |body: &str| named(body).into_iter().filter(|mention| mention.contains("stoltenberg")).count();
    assert_eq!(named("Finance Minister Gerhard Stoltenberg met his colleagues. Stoltenberg said the talks were useful."), 0);
    assert_eq!(named("Stoltenberg urges talks. Finance Minister Gerhard Stoltenberg met his colleagues."), 0);
    assert_eq!(named("Stoltenberg said the talks were useful."), 1);
    assert_eq!(named("Jens Stoltenberg met Gerhard Stoltenberg. Stoltenberg said the talks were useful."), 2);
}

#[test]
fn members_name_their_party_beside_whom_they_stand() {
    let party = |body: &str| named(body).into_iter().filter(|mention| mention.contains("-party")).collect::<Vec<_>>();
    assert_eq!(party("The GOP met. Three Republicans left."), ["GOP = us-republican-party", "Republicans = us-republican-party"]);
    assert_eq!(
        party("Republicans and Democrats agreed on the bill."),
        ["Republicans = us-republican-party", "Democrats = us-democratic-party"]
    );
    assert_eq!(party("The White House called Republicans."), ["Republicans = us-republican-party"]);
    assert!(party("The Republicans held the town until the Carlists came.").is_empty(), "nothing tells which ones");
    assert!(party("The White House spoke of the Liberal Democrats and the Christian Democrats.").is_empty());
    assert!(party("The Liberal Democratic Party won in Japan.").is_empty());
    assert_eq!(party("Le G.O.P. et les républicains américains attendent.").len(), 2);
}

#[test]
fn a_couple_is_two_persons_of_one_surname() {
    let text = "[[actor]]\nid = 'jean-dorval'\nname = 'Jean Dorval'\nkind = 'person'\n\
                [[actor]]\nid = 'anne-dorval'\nname = 'Anne Dorval'\nkind = 'person'\n";
    let gazetteer = Gazetteer::with_corrections(text).unwrap();
    let both = ["Jean = jean-dorval", "Anne Dorval = anne-dorval"];
    assert_eq!(named_by(&gazetteer, "Hier Jean et Anne Dorval ont voté."), both);
    assert_eq!(named_by(&gazetteer, "Yesterday Jean and Anne Dorval voted."), both);
    assert_eq!(named_by(&gazetteer, "Jean, puis Anne Dorval ont voté."), ["Anne Dorval = anne-dorval"]);
    assert_eq!(named_by(&gazetteer, "Paul et Anne Dorval ont voté."), ["Anne Dorval = anne-dorval"]);
}
