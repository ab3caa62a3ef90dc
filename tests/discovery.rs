//! Actors that no list knows, as the command line prints them and as an archive keeps them over a rescan.

#![cfg(test)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use assert_cmd::Command;
use liseuse::analysis::actors::Gazetteer;
use liseuse::analysis::analyse;
use liseuse::analysis::names::aggregate::settle;
use liseuse::analysis::names::kind;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, Options, Origin, load_all, load_shelf};
use liseuse::model::actor::ActorKind;
use liseuse::model::archive::Archive;
use liseuse::model::article::{Article, Block, BlockKind, Lang};
use liseuse::model::segment::{Filed, Segment};
use liseuse::text::span::Span;
use serde_json::Value;
use tempfile::TempDir;

const FIRST: &str = "Le général Anwar al-Tamrani a rencontré Luce Merval à Dorvane, mardi.\n\n\
    Selon Tamrani, le mouvement Zahrat refuse. «Non», a dit Merval. Le Front de libération tamrite (FLT) accepte.\n";
const SECOND: &str = "ANOUAR TAMRANI DÉNONCE LE FLT\n\n\
    Anouar Tamrani dénonce le mouvement Zahrat. Le FLT a répondu à Luce Merval, porte-parole. Zahrat a menti.\n";
const THIRD: &str = "General Anwar Tamrani said on Monday that Luce Merval will meet the Senate Trade Committee in Dorvane.\n\n\
    Tamrani spoke in Dorvane. Many Dorvanians left.\n";

fn archive() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in [("1.txt", FIRST), ("2.txt", SECOND), ("3.txt", THIRD)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn records(folder: &Path, arguments: &[&str], config: Option<&Path>) -> Vec<Value> {
    let nowhere = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-folder"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
    command.env("LC_ALL", "C");
    command.env("LISEUSE_DATA_DIR", nowhere).env("LISEUSE_CACHE_DIR", nowhere);
    command.env("LISEUSE_CONFIG_DIR", config.unwrap_or(nowhere));
    let output = command.args(arguments).args(["--format", "json"]).arg(folder).assert().success().get_output().stdout.clone();
    String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn names_are_found_joined_and_given_a_kind() {
    let folder = archive();
    let actors = records(folder.path(), &["actors", "--no-gazetteer"], None);
    let told = |id: &str| {
        let actor = actors.iter().find(|actor| actor["id"] == id).unwrap_or_else(|| panic!("{id} in {actors:#?}"));
        assert_eq!(actor["discovered"], true);
        (actor["kind"].as_str().unwrap(), actor["mentions"].as_u64().unwrap(), actor["articles"].as_u64().unwrap())
    };
    assert_eq!(told("anwar-al-tamrani"), ("person", 6, 3));
    assert_eq!(told("luce-merval"), ("person", 4, 3));
    assert_eq!(told("zahrat").0, "party");
    assert_eq!(told("senate-trade-committee").0, "institution");
    assert_eq!(told("front-de-liberation-tamrite"), ("party", 4, 2));
    assert_eq!(told("dorvane").0, "place", "a town, and last of all");
    assert_eq!(actors.last().map(|actor| &actor["id"]), Some(&Value::from("dorvane")));
    assert!(!actors.iter().any(|actor| actor["name"].as_str().unwrap().contains("Dorvanian")), "{actors:#?}");
}

#[test]
fn every_run_of_the_program_gives_the_same() {
    let folder = archive();
    let sample = |subcommand: &str| {
        let nowhere = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-folder"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
        command.env("LC_ALL", "C");
        command.env("LISEUSE_DATA_DIR", nowhere).env("LISEUSE_CACHE_DIR", nowhere).env("LISEUSE_CONFIG_DIR", nowhere);
        command.args([subcommand, "--no-gazetteer", "--format", "json"]).assert().success().get_output().stdout.clone()
    };
    let own = || records(folder.path(), &["actors", "--no-gazetteer"], None);
    let (first, told) = (own(), ["list", "actors", "events"].map(sample));
    for _ in 0..3 {
        assert_eq!(own(), first);
        assert!(["list", "actors", "events"].map(sample) == told, "of the sample");
    }
}

#[test]
fn a_discovered_actor_can_be_asked_for() {
    let folder = archive();
    for arguments in [["list", "--no-gazetteer", "--actor", "Merval"], ["list", "--no-gazetteer", "-q", "actor:anwar-al-tamrani"]]
    {
        assert_eq!(records(folder.path(), &arguments, None).len(), 3);
    }
    let mut unknown = Command::new(env!("CARGO_BIN_EXE_liseuse"));
    unknown.env("LC_ALL", "C");
    unknown.args(["list", "--no-cache", "--actor", "Zygmund"]).arg(folder.path());
    let output = unknown.assert().code(2).get_output().stderr.clone();
    assert!(String::from_utf8(output).unwrap().contains("unknown actor 'Zygmund'"));
}

#[test]
fn an_institution_without_its_state_is_the_one_that_the_list_has() {
    let folder = TempDir::new().unwrap();
    let texts = ["The U.S. Senate has met on Monday.", "The Senate said on Tuesday it would wait.", "It was sent to the Senate."];
    for (name, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("{name}.txt")), format!("A short report\n\n{text} Nobody knew why.\n")).unwrap();
    }
    let actors = records(folder.path(), &["actors"], None);
    let senates: Vec<_> = actors.iter().filter(|actor| actor["name"].as_str().unwrap().contains("Senate")).collect();
    assert_eq!(senates.len(), 1, "{senates:#?}");
    assert_eq!((senates[0]["id"].as_str(), senates[0]["articles"].as_u64()), (Some("us-senate"), Some(3)));
}

#[test]
fn a_group_that_is_called_after_a_state_of_the_list_is_named_itself() {
    let folder = TempDir::new().unwrap();
    let text = "A short report\n\nThe Bank of Canada has cut its rate, the Jordan Herald said. They flew to Iraq.\n";
    fs::write(folder.path().join("1.txt"), text).unwrap();
    let actors = records(folder.path(), &["actors"], None);
    let mut ids: Vec<_> = actors.iter().map(|actor| actor["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["bank-of-canada", "iraq", "jordan-herald"]);
}

#[test]
fn the_list_can_be_switched_off_in_the_configuration() {
    let (folder, config) = (archive(), TempDir::new().unwrap());
    fs::write(folder.path().join("4.txt"), "Le président Donald Trump a parlé.\n").unwrap();
    let trump = |config| {
        let actors = records(folder.path(), &["actors"], config);
        actors.iter().find(|actor| actor["id"] == "donald-trump").unwrap()["discovered"].as_bool().unwrap()
    };
    assert!(!trump(None));
    fs::write(config.path().join("config.toml"), "[actors]\ngazetteer = false\n").unwrap();
    assert!(trump(Some(config.path())));
}

#[test]
fn the_cache_and_a_rescan_give_what_a_first_loading_gives() {
    let (folder, home, gazetteer) = (archive(), TempDir::new().unwrap(), Gazetteer::default());
    let origin = Origin::Paths(vec![folder.path().to_owned()]);
    let key = CacheKey::new(&Options::default(), false, "");
    let cache = Cache { folder: home.path().to_owned(), key, max_size: Cache::MAX_SIZE, least: 0, copied: 0 };
    let open = || ArchiveLoader::new(origin.clone(), Options::default(), Some(cache.clone()));
    let mut shelf = open();
    shelf.load(&gazetteer, &mut |_| ControlFlow::Continue(()));
    shelf.keep().unwrap();
    let anew = || picture(&load_all(&origin, &Options::default(), &gazetteer).0);
    assert_eq!(picture(&load_shelf(&mut open(), &gazetteer, &mut |_| ()).0), anew());
    fs::write(folder.path().join("0.txt"), "La ministre Odile Kerjean a parlé à Luce Merval. Kerjean a ri.\n").unwrap();
    fs::remove_file(folder.path().join("3.txt")).unwrap();
    let now = picture(&load_shelf(&mut open(), &gazetteer, &mut |_| ()).0);
    assert_eq!(now, anew());
    assert!(now.iter().any(|(name, _)| name == "Odile Kerjean"), "{now:?}");
}

/// Who is named in each article, and how often.
fn picture(archive: &Archive) -> Vec<(String, usize)> {
    let named = archive.iter().flat_map(|(_, article)| article.actors());
    named.map(|(actor, count)| (archive.actors().name(actor).to_owned(), count)).collect()
}

/// Whom a text names, each with the kind, without any list.
fn told(text: &str, lang: Lang) -> Vec<String> {
    let gazetteer = Gazetteer::default();
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    let mut article = Article { body: text.into(), blocks, lang, ..Article::default() };
    analyse(&mut article, &gazetteer);
    let segment = Arc::new(Segment::pack(&[Filed::from(article)]));
    let discovery = settle(&[segment], gazetteer.table());
    let kind = |number| kind::of(number).map_or("unknown", ActorKind::name);
    discovery.actors.iter().map(|actor| format!("{} {}", actor.name, kind(actor.kind))).collect()
}

/// A text, who is named in it with the kind, and the words that no name in it has.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

fn check(lang: Lang, rows: &[Row]) {
    let mut wrong = Vec::new();
    for (text, named, not) in rows {
        let told = told(text, lang);
        let lacks = named.iter().filter(|name| !told.iter().any(|one| one == *name));
        let over = not.iter().filter(|word| told.iter().any(|one| one.contains(**word)));
        let all: Vec<_> = lacks.chain(over).collect();
        if !all.is_empty() {
            wrong.push(format!("{text}\n    {all:?} in {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

const ENGLISH: &[Row] = &[
    // A name in full that is seen once.
    ("Karim Doss writes for the paper.", &["Karim Doss person"], &[]),
    ("Anna Velmar joined them later.", &["Anna Velmar person"], &[]),
    ("The mayor, Tarkel Vossin, smiled.", &["Tarkel Vossin unknown"], &[]),
    ("They met Senator Dorv Almar in town.", &["Dorv Almar person"], &["Senator"]),
    ("\"It is over,\" said Milda Torvane.", &["Milda Torvane unknown"], &[]),
    ("Nobody saw Peter Vandrel leave.", &["Peter Vandrel person"], &[]),
    ("Michael Torben, 45, was found there.", &["Michael Torben person"], &[]),
    ("According to Rovan Tessel, nothing moved.", &["Rovan Tessel unknown"], &[]),
    // What only stands before or behind a name.
    ("Libyan Karim Doss said no.", &["Karim Doss person"], &["Libyan"]),
    ("Then Exiled Syrian spoke to a Senior Iraqi.", &[], &["Syrian", "Iraqi"]),
    ("Jane Velmar BBC News reported it.", &["Jane Velmar person"], &["Velmar BBC"]),
    ("At 3 pm EDT Karim Doss left.", &["Karim Doss person"], &["EDT"]),
    ("The bill -LRB- as Karim Doss said -RRB- failed.", &["Karim Doss person"], &["LRB", "RRB"]),
    ("He saw Secretary of State Ann Porter.", &["Ann Porter person"], &["Secretary"]),
    ("Cuban President Raul Mendez said no.", &["Raul Mendez person"], &["President"]),
    // Groups by their head, whole.
    ("The National Harbour Council said no.", &["National Harbour Council institution"], &[]),
    ("The Tamra Protection Agency said no.", &["Tamra Protection Agency institution"], &[]),
    ("The Health Velmar Agency said so.", &["Health Velmar Agency institution"], &[]),
    ("He works for Vorland Petroleum in town.", &["Vorland Petroleum organisation"], &[]),
    ("The Tamra Liberation Front said no.", &["Tamra Liberation Front party"], &[]),
    ("The Northern Union of Dorvane voted.", &["Northern Union of Dorvane alliance"], &[]),
    ("It was in the Dorvane Herald again.", &["Dorvane Herald media"], &[]),
    ("The Tamran Navy said it had seen them.", &["Tamran Navy institution"], &["armed"]),
    ("The Dorvane Brigade said it had won.", &["Dorvane Brigade armed-group"], &[]),
    ("The news agency Tamrapress said so.", &["Tamrapress media"], &[]),
    ("General Dorvane Motors said it would close.", &["General Dorvane Motors organisation"], &[]),
    ("Harl & Vossin said it would close.", &["Harl & Vossin unknown"], &[]),
    // Companies with and without their legal form.
    ("Then Vorland said no. Vorland Plc said more. Later Vorland said yes.", &["Vorland organisation"], &["Plc"]),
    ("Trosk said no. Then Trosk Ltd paid, and Trosk said so.", &["Trosk organisation"], &["Ltd"]),
    ("Harvel Dynamics Corp said it would pay.", &["Harvel Dynamics Corp organisation"], &[]),
    // Abbreviations and what they stand for.
    ("The Northern Press Institute (NPI) said no. NPI said yes.", &["Northern Press Institute institution"], &["NPI"]),
    ("The Tamra Rescue Council -LRB- TRC -RRB- met. TRC said no.", &["Tamra Rescue Council institution"], &["TRC"]),
    ("The Dorvane Mining Group said no. DMG said yes. DMG paid.", &["Dorvane Mining Group organisation"], &["DMG"]),
    ("The Union of Tamran Ports met. UTP said no.", &["Union of Tamran Ports alliance"], &["UTP"]),
    ("QRK said no. Then QRK said more.", &["QRK unknown"], &[]),
    ("BQ said no. A BQ man left. BQ paid.", &["BQ unknown"], &[]),
    // One name, other words.
    (
        "The Tamra Health Organization met. The Tamra Health Organisation said no.",
        &["Tamra Health Organisation organisation"],
        &["Organization"],
    ),
    ("The Tamran National Council met. Later the National Council said no.", &["Tamran National Council institution"], &[]),
    ("The Free Dorvane Army won. The Dorvane Army said no.", &["Free Dorvane Army armed-group", "Dorvane Army institution"], &[]),
    ("General Karim al-Tamimi spoke. Later Kareem Tamimi left.", &["Kareem Tamimi person"], &["Karim"]),
    ("President George H. W. Tarvel met President George W. Tarvel.", &["George W. Tarvel person"], &[]),
    ("His son Seif al-Islam said no.", &["Seif al-Islam person"], &[]),
    // What is no actor.
    ("They feared WMD and took Tarmil. WMD were there. WMD said all.", &[], &["WMD"]),
    ("The song Get Enough Tonight was on. Get Enough Tonight again.", &[], &["Get"]),
    ("All was OK. It is OK, OK?", &[], &["OK"]),
    ("The GDP fell and the GDP rose.", &[], &["GDP"]),
    ("Hurricane Milda came. Hurricane Milda left.", &[], &["Milda person"]),
    ("The First Velmar War ended.", &[], &["War"]),
    ("On Monday, in March, they left.", &[], &["Monday", "March"]),
    ("Americans and Iraqis met the French.", &[], &["Americans", "Iraqis", "French"]),
    // Places.
    ("They sailed to Prince William Sound. Prince William Sound froze.", &["Prince William Sound place"], &["person"]),
    ("Oil in the Gulf of Mexico. The Gulf of Mexico is wide.", &["Gulf of Mexico place"], &[]),
    ("She lives in Dorvane. In Dorvane it rains.", &["Dorvane place"], &[]),
    ("They left Tarvel Island at noon.", &["Tarvel Island place"], &[]),
    ("The U.N. said no. The U.N. said yes.", &["U.N. unknown"], &[]),
];

const FRENCH: &[Row] = &[
    // Un nom entier vu une fois.
    ("Karim Doss écrit dans ce journal.", &["Karim Doss person"], &[]),
    ("Nadia Merval est née ici.", &["Nadia Merval person"], &[]),
    ("Pour le maire Tarkel Vossin, c'est fini.", &["Tarkel Vossin person"], &[]),
    ("« C'est fini », a dit Anne Dorval.", &["Anne Dorval person"], &[]),
    ("Selon Tarkel Vossin, rien ne bouge.", &["Tarkel Vossin unknown"], &[]),
    ("Luce Merval, 45 ans, a souri.", &["Luce Merval person"], &[]),
    ("La ministre Odile Tarvel a parlé.", &["Odile Tarvel person"], &["ministre"]),
    ("Hier, Paul Vernet a ri.", &["Paul Vernet person"], &["Hier"]),
    ("Le député Rolan Tessel a voté.", &["Rolan Tessel person"], &[]),
    ("La présidente de la Chambre Nadia Merval a parlé.", &["Nadia Merval person"], &["institution"]),
    ("Le ministre de la Défense Jean Tarvel a souri.", &["Jean Tarvel person"], &["Défense"]),
    ("On a vu Bruno Le Tavel à la réunion.", &["Bruno Le Tavel person"], &[]),
    ("Le général Charles de Tavel est mort.", &["Charles de Tavel person"], &[]),
    // Ce qui est collé à un nom.
    ("Le Syrien Karim Doss a dit non.", &["Karim Doss person"], &["Syrien"]),
    ("La députée LREM Anne Dorval a parlé.", &["Anne Dorval person"], &["LREM Anne"]),
    ("Le maire de Valmont Paul Vernet a ri.", &["Paul Vernet person"], &["Valmont Paul"]),
    ("Publié à 14 h UTC par Anne Dorval.", &["Anne Dorval person"], &["UTC"]),
    ("La Vieille Syrienne a ri.", &[], &["Syrienne"]),
    // Des groupes, entiers.
    ("L'Agence régionale de santé a dit non.", &["Agence régionale de santé institution"], &[]),
    ("La Direction générale de la Pêche a dit non.", &["Direction générale de la Pêche institution"], &[]),
    ("L'Organisation mondiale du Cacao a dit non.", &["Organisation mondiale du Cacao organisation"], &[]),
    ("Il demande au Conseil tamrite de censurer la loi.", &[], &["censurer"]),
    ("Le Front de libération tamrite accepte.", &["Front de libération tamrite party"], &[]),
    ("Le mouvement Zahrat refuse de signer.", &["Zahrat party"], &[]),
    ("L'agence Tamrapresse a dit non.", &["Tamrapresse media"], &[]),
    ("Le quotidien Valmont Matin a écrit cela.", &["Valmont Matin media"], &[]),
    ("La brigade Zahrat a dit non.", &["Zahrat armed-group"], &[]),
    ("L'Armée tamrite a dit non.", &["Armée tamrite institution"], &["armed"]),
    ("Le groupe Vossin a publié ses comptes.", &["Vossin organisation"], &[]),
    ("Le Parti tamrite du Nord a voté.", &["Parti tamrite du Nord party"], &[]),
    ("L'Assemblée nationale a voté.", &["Assemblée nationale institution"], &[]),
    ("Harl & Vossin a dit non. Harl & Vossin va fermer.", &["Harl & Vossin unknown"], &[]),
    // Sigles.
    ("Le Front de libération tamrite (FLT) accepte. Le FLT a dit oui.", &["Front de libération tamrite party"], &["FLT"]),
    ("La Ligue tamrite du Nord a dit non.", &["Ligue tamrite du Nord organisation"], &[]),
    ("Le Comité Régional des Ports a dit non. Le CRP a dit oui.", &["Comité Régional des Ports institution"], &["CRP"]),
    ("Le QRK a dit non. Puis le QRK a voté.", &["QRK unknown"], &[]),
    ("Puis l'OTK a dit non. L'OTK a voté. Une note OTK QRV circule.", &["OTK unknown"], &["OTK QRV"]),
    // Un seul acteur.
    ("Le général Karim al-Tamimi a parlé. Kareem Tamimi est mort.", &["Karim al-Tamimi person"], &["Kareem"]),
    ("La ministre Anne Dorval a parlé. Puis Dorval est partie.", &["Anne Dorval person"], &["Dorval unknown"]),
    ("Puis Vossin a dit non. Vossin AG a payé. Enfin Vossin a dit oui.", &["Vossin organisation"], &["AG"]),
    ("Son fils Seif al-Islam a dit non.", &["Seif al-Islam person"], &[]),
    // Rien qui agisse.
    ("Au QG, tout va bien. Le QG a dit non.", &[], &["QG"]),
    ("Le PIB recule. Le PIB a baissé.", &[], &["PIB"]),
    ("Les Tamrites et les Syriens ont ri.", &[], &["Syriens", "Tamrites"]),
    ("Mardi, en Juillet, ils partent.", &[], &["Mardi", "Juillet"]),
    ("L'ouragan Milda arrive. L'ouragan Milda est passé.", &[], &["Milda person"]),
    ("Ils habitent rue Victor Hugo.", &[], &["Hugo person"]),
    ("La TVA augmente. La TVA a baissé.", &[], &["TVA"]),
    ("La Seconde Guerre est finie.", &[], &["Guerre"]),
    // Lieux.
    ("Il vit à Valmont. À Valmont, il pleut.", &["Valmont place"], &[]),
    ("Le golfe du Mexique est noir.", &[], &["person"]),
    ("Il revient du Havre.", &["Havre place"], &[]),
    ("Ils vont en Auvergne-Rhône-Alpes.", &["Auvergne-Rhône-Alpes place"], &[]),
];

#[test]
fn english_sentences_show_who_is_named() {
    check(Lang::En, ENGLISH);
}

#[test]
fn french_sentences_show_who_is_named() {
    check(Lang::Fr, FRENCH);
}

/// The names and kinds of the actors of an archive of `texts`, without the list that comes with the program.
fn actors_of(texts: &[&str]) -> Vec<(String, String)> {
    let folder = TempDir::new().unwrap();
    for (at, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("{at}.txt")), text).unwrap();
    }
    let actors = records(folder.path(), &["actors", "--no-gazetteer"], None);
    actors.iter().map(|actor| (actor["name"].as_str().unwrap().into(), actor["kind"].as_str().unwrap().into())).collect()
}

#[test]
fn one_actor_has_one_row() {
    let names = |texts: &[&str]| actors_of(texts).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    // A surname of two words.
    let two = names(&[
        "Talks began.\n\nThe minister, Fernando Santos Alvar, met the union. Santos Alvar said the talks failed. Later Santos Alvar left.\n",
        "More talks.\n\nMr Santos Alvar said on Monday that the union had agreed. Santos Alvar denied it.\n",
    ]);
    assert!(two.contains(&"Fernando Santos Alvar".into()) && !two.contains(&"Santos Alvar".into()), "{two:?}");
    // A company with and without its legal form, whichever stands more often.
    let company = names(&[
        "Shares rose.\n\nNorvane Petrol Co Plc said on Monday it had found oil. The board of Norvane Petrol said so.\n",
        "Shares fell.\n\nNorvane Petrol Co Plc said it would sell. Norvane Petrol Co Plc declined to comment.\n",
        "Shares stood.\n\nNorvane Petrol Co Plc said nothing on Tuesday.\n",
    ]);
    assert_eq!(company.iter().filter(|name| name.starts_with("Norvane")).count(), 1, "{company:?}");
    // An outlet and its programmes.
    let outlet = names(&[
        "A fire.\n\nThe TVQ said on Monday the mill burned. He told TVQ News that it was lost. The TVQ said more.\n",
        "A flood.\n\nThe TVQ said the river rose. She told TVQ News Online that she was safe.\n",
    ]);
    assert_eq!(outlet.iter().filter(|name| name.starts_with("TVQ")).count(), 1, "{outlet:?}");
    // The two orders of a name.
    let order = names(&[
        "A study.\n\nTan Weilu, a scientist, said the virus spread. Tan Weilu, professor, said so again.\n",
        "A study.\n\nThe professor Weilu Tan said on Monday that it did not.\n",
    ]);
    assert_eq!(order.iter().filter(|name| name.contains("Weilu")).count(), 1, "{order:?}");
}

#[test]
fn no_false_actor_and_no_false_person() {
    let actors = actors_of(&[
        "A vote.\n\nThe General Election was called on Monday. Under New Tarvel, the minister said, taxes rose. New Tarvel said no.\n",
        "A bid.\n\nThe offer of HK$40 a share rose to HK$50. The HK$50 was paid.\n",
        "A law.\n\nThe Northern Bill was passed. Minister Karim Doss of Lyon United said so. Lyon United, the chairman said, won.\n",
    ]);
    assert!(!actors.iter().any(|(name, _)| name == "Election" || name == "HK" || name.ends_with("Bill")), "{actors:?}");
    let persons = actors.iter().filter(|(name, kind)| kind == "person" && !name.contains("Doss")).count();
    assert_eq!(persons, 0, "{actors:?}");
}

#[test]
fn a_pope_is_none_of_those_who_bear_his_name() {
    let actors = actors_of(&[
        "Messe.\n\nLe pape François a dit lundi sa peine. Le pape François priera à Dorvane.\n",
        "Chanson.\n\nClaude François chantait. Le chanteur Claude François a vendu des disques.\n",
        "Visite.\n\nLe pape François a reçu Luce Merval, ministre.\n",
    ]);
    assert!(actors.iter().any(|(name, kind)| name == "pape François" && kind == "person"), "{actors:?}");
}

#[test]
fn names_run_over_their_links() {
    let actors = actors_of(&[
        "Talks.\n\nThe Organisation for Security and Cooperation in Europe met. The House Ways and Means Committee said no. The Ministry of International Trade and Industry said yes.\n",
        "Presse.\n\nMme Merval l'a dit à La Voix du Tarvel. Selon La Voix du Tarvel, la Côte d'Alvane est fermée.\n",
    ]);
    let has = |wanted: &str| actors.iter().any(|(name, _)| name == wanted);
    assert!(has("House Ways and Means Committee"), "{actors:?}");
    assert!(has("Ministry of International Trade and Industry"), "{actors:?}");
    assert!(has("La Voix du Tarvel"), "{actors:?}");
    assert!(has("Organisation for Security and Cooperation in Europe"), "{actors:?}");
}

/// The names that `actors` finds in texts, each with its kind.
fn discovered(texts: &[&str]) -> Vec<(String, String)> {
    let folder = TempDir::new().unwrap();
    for (at, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("{at}.txt")), text).unwrap();
    }
    let told = |actor: &Value| (actor["name"].as_str().unwrap().to_owned(), actor["kind"].as_str().unwrap().to_owned());
    records(folder.path(), &["actors", "--no-gazetteer"], None).iter().map(told).collect()
}

#[test]
fn a_capital_behind_the_stop_of_an_abbreviation_makes_no_name() {
    let text = "Trade talks\n\nDORVANE - The U.S. And Tamra agreed on Monday. U.S. Exports fell, and exports of Tamra rose. \
                The U.S. Currency was weak; the currency lost. The U.S. Dollar fell. The U.S. Navy said nothing. U.S. And Tamra officials met.\n";
    let names = discovered(&[text, &text.replace("Monday", "Tuesday"), &text.replace("Monday", "Friday")]);
    let has = |name: &str| names.iter().any(|(known, _)| known.starts_with(name));
    for name in ["U.S. And", "U.S. Exports", "U.S. Currency", "U.S. Dollar"] {
        assert!(!has(name), "{name} in {names:?}");
    }
    assert!(has("U.S. Navy"), "{names:?}");
}

#[test]
fn a_foreign_abbreviation_joins_the_name_before_its_brackets() {
    let text = "Vers la lune\n\nL'Agence spatiale tamrite (TSA) a lancé un satellite mardi. La TSA a dit que l'Agence spatiale tamrite irait plus loin.\n";
    let names = discovered(&[text, &text.replace("mardi", "jeudi")]);
    assert!(names.iter().any(|(name, _)| name == "Agence spatiale tamrite"), "{names:?}");
    assert!(!names.iter().any(|(name, _)| name == "TSA"), "{names:?}");
}

#[test]
fn nouns_with_capitals_are_no_names() {
    let text = "Der Haushalt\n\nDie Regierung hat am Montag den Haushalt beschlossen. Das Volk und die Polizei warten auf das Urteil der Kantone. \
                Am Abend lehnte die KVP alles ab, und Thomas Merval hat die Regierung und die Partei kritisiert. Das Problem sind die Kosten.\n";
    let texts = [text, &text.replace("Montag", "Dienstag"), &text.replace("Montag", "Freitag")];
    let mut names: Vec<String> = discovered(&texts).into_iter().map(|(name, _)| name).collect();
    names.sort();
    assert_eq!(names, ["KVP", "Thomas Merval"]);
}

#[test]
fn german_articles_are_no_particles() {
    let text = "Der Haushalt\n\nDer Vorstand der KVP hat am Montag den Haushalt abgelehnt. Am Abend gab Thomas Merval den Ball weiter, und \
                Ursula von der Tamre hat die Regierung und die Partei kritisiert. Das Problem sind die Kosten.\n";
    let texts = [text, &text.replace("Montag", "Dienstag"), &text.replace("Montag", "Freitag")];
    let mut names: Vec<String> = discovered(&texts).into_iter().map(|(name, _)| name).collect();
    names.sort();
    assert_eq!(names, ["KVP", "Thomas Merval", "Ursula von der Tamre"]);
}

#[test]
fn two_initials_and_two_names_are_no_person_by_that_alone() {
    let text =
        "Banks\n\nShares of J.P. Tamra Varn rose on Monday, said Luce Merval, chief economist of J.P. Tamra Varn in Dorvane.\n";
    let names = discovered(&[text, &text.replace("Monday", "Friday")]);
    assert!(names.iter().any(|(name, kind)| name == "J.P. Tamra Varn" && kind != "person"), "{names:?}");
}

#[test]
fn a_common_word_in_capitals_that_does_nothing_is_no_actor() {
    let text =
        "Markets\n\nPrices of OIL fell in Dorvane on Monday, and the oil of Tamra was cheap. The mill sold OIL and more OIL.\n";
    let names = discovered(&[text, &text.replace("Monday", "Tuesday"), &text.replace("Monday", "Friday")]);
    assert!(!names.iter().any(|(name, _)| name.eq_ignore_ascii_case("oil")), "{names:?}");
}

#[test]
fn a_storm_a_tax_and_a_product_are_no_actors() {
    let text = "After the storm\n\nDORVANE - Hurricane Tamrina hit Dorvane on Monday. The damage of Tamrina was great. The Gross Tamrite Product (GTP) fell, \
                and the GTP has fallen before. The Value Added Tax rose. The Northern Oil Spill went on.\n";
    let names = discovered(&[text, &text.replace("Monday", "Tuesday"), &text.replace("Monday", "Friday")]);
    for name in ["Tamrina", "GTP", "Gross Tamrite Product", "Value Added Tax", "Northern Oil Spill"] {
        assert!(!names.iter().any(|(known, _)| known == name), "{name} in {names:?}");
    }
}

#[test]
fn french_words_of_a_name_in_an_english_text_are_of_it() {
    let text = "Relief\n\nDORVANE - Secours Sans Limites (SSL) said on Monday that La Tamrine Merval had come. SSL has a camp. \
                La Tamrine Merval sang, and La Tamrine said she was glad.\n";
    let names = discovered(&[text, &text.replace("Monday", "Tuesday"), &text.replace("Monday", "Friday")]);
    let has = |name: &str| names.iter().any(|(known, _)| known == name);
    assert!(has("Secours Sans Limites") && !has("SSL"), "{names:?}");
    assert!(!has("Tamrine Merval") && !has("Tamrine"), "{names:?}");
    assert_eq!(names.iter().filter(|(name, _)| name.starts_with("La Tamrine")).count(), 1, "{names:?}");
}

#[test]
fn what_is_left_of_a_longer_name_is_no_company() {
    let text = "Ratings\n\nDORVANE - Merval Investors Service Inc rose on Monday. Vorland's Service Inc and International Ltd fell. \
                Tamrabank AG said it gained, and Tamrabank AG named chairman Luce Merval.\n";
    let names = discovered(&[text, &text.replace("Monday", "Tuesday"), &text.replace("Monday", "Friday")]);
    assert!(!names.iter().any(|(name, _)| name == "Service Inc" || name == "International Ltd"), "{names:?}");
    assert!(names.iter().any(|(name, kind)| name.starts_with("Tamrabank") && kind == "organisation"), "{names:?}");
}

#[test]
fn family_and_given_name_in_both_orders_are_one_person() {
    let text = "Health\n\nDORVANE - Virologist Guo Tamrin said on Monday that he was sure. Tamrin Guo, of Dorvane, wrote a book. Tamrin Guo has read it.\n";
    let names = discovered(&[text, &text.replace("Monday", "Tuesday"), &text.replace("Monday", "Friday")]);
    assert_eq!(names.iter().filter(|(name, _)| name.contains("Guo")).count(), 1, "{names:?}");
}

#[test]
fn french_letters_of_a_group_and_its_adjective_are_of_it() {
    let text = "Accord\n\nL'Union tamrite a annoncé mardi un accord. L'UT a dit que la Météo Italie se trompait. Parallèlement, l'UT a voté. \
                On sait que, parallèlement, rien n'avance. Parallèlement, la PMA a été votée.\n";
    let names = discovered(&[text, &text.replace("mardi", "jeudi"), &text.replace("mardi", "lundi")]);
    let has = |name: &str| names.iter().any(|(known, _)| known == name);
    assert!(has("Union tamrite") && !has("UT") && !has("Parallèlement") && !has("PMA"), "{names:?}");
    assert!(!names.iter().any(|(name, kind)| name == "Météo Italie" && kind == "person"), "{names:?}");
}

/// The names in three articles that differ by the day.
fn of_days(text: &str, days: [&str; 3]) -> Vec<(String, String)> {
    let [first, second, third] = days;
    discovered(&[text, &text.replace(first, second), &text.replace(first, third)])
}

fn kinds(names: &[(String, String)]) -> Vec<(&str, &str)> {
    names.iter().map(|(name, kind)| (name.as_str(), kind.as_str())).collect()
}

#[test]
fn those_who_are_with_a_group_tell_what_it_is() {
    let text = "A vote\n\nDORVANE - VNT anchor Luce Merval said on Monday that she had told VNT the truth. TBI agents met TBI investigators in Dorvane. \
                GLP senators and GLP voters agreed. Zahran fighters fled, and Zahran militants hid. Tamrix drummer Karim Doss spoke of Tamrix.\n";
    let names = of_days(text, ["Monday", "Tuesday", "Friday"]);
    for (name, kind) in
        [("VNT", "media"), ("TBI", "institution"), ("GLP", "party"), ("Zahran", "armed-group"), ("Tamrix", "organisation")]
    {
        assert!(kinds(&names).contains(&(name, kind)), "{name} in {names:?}");
    }
    let text = "Un vote\n\nLuce Merval, journaliste à VNT, a parlé mardi. Le député GLP a quitté Dorvane, dit le candidat de la GLP. Les \
                chercheurs de l'INT ont publié. Les salariés de la TRN sont en grève. Les combattants de Zahrane ont fui Dorvane. Elle a \
                déclaré à l'ATP que tout va bien.\n";
    let names = of_days(text, ["mardi", "jeudi", "lundi"]);
    for (name, kind) in [
        ("VNT", "media"),
        ("GLP", "party"),
        ("INT", "institution"),
        ("TRN", "organisation"),
        ("Zahrane", "armed-group"),
        ("ATP", "media"),
    ] {
        assert!(kinds(&names).contains(&(name, kind)), "{name} in {names:?}");
    }
}

#[test]
fn a_group_tells_nothing_of_whoever_works_for_it() {
    let text = "A charge\n\nFormer Senate staffer Luce Merval spoke on Monday. Luce Merval once worked in Dorvane. The Foo Fighters played. A National \
                Tamra Register was begun, and the National Tamra Register grew. The Central Tamra Command said no.\n";
    let names = of_days(text, ["Monday", "Tuesday", "Friday"]);
    assert!(kinds(&names).contains(&("Luce Merval", "person")), "{names:?}");
    assert!(kinds(&names).contains(&("Central Tamra Command", "institution")), "{names:?}");
    let false_kind = |(name, kind): &(&str, &str)| name.contains("Register") && *kind == "person" || *kind == "armed-group";
    assert!(!kinds(&names).iter().any(false_kind), "{names:?}");
}

#[test]
fn whose_a_picture_is_nobody_acts() {
    let text = "A bridge\n\nThe bridge fell on Monday. Karim Doss/Getty Images The bridge of Dorvane. Jane B. Tarvel/AP The river. REUTERS/Luce Merval \
                saw it. Follow @KarimDoss for more. #NoTamraDay was loud.\n";
    let names = of_days(text, ["Monday", "Tuesday", "Friday"]);
    assert_eq!(names.iter().filter(|(_, kind)| kind != "place").count(), 0, "{names:?}");
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("1.txt"), text).unwrap();
    let actors = records(folder.path(), &["actors"], None);
    assert!(!actors.iter().any(|actor| actor["kind"] == "media"), "{actors:#?}");
}

#[test]
fn words_of_titles_and_of_counts_are_no_names() {
    let text = "A song\n\nThe band played on Monday. They began with Meeting The Master, and You Hardly Met Me was next. All Things Considered told of \
                Morning Edition. It reads 20 Minutes, and 20 Minutes has it. Their EP sold, Karim Doss said.\n";
    let names = of_days(text, ["Monday", "Tuesday", "Friday"]);
    assert_eq!(kinds(&names), [("Karim Doss", "person")]);
    let text = "Un siècle\n\nLa ville du XXIème a changé mardi. Au XXIème, elle grandit. Le XXIème a commencé. Les JO sont loin, et les JO coûtent, dit Karim Doss.\n";
    let names = of_days(text, ["mardi", "jeudi", "lundi"]);
    assert_eq!(kinds(&names), [("Karim Doss", "person")]);
}

#[test]
fn two_names_that_a_small_word_joins_are_of_one() {
    let text = "Science\n\nL'université Pierre et Marie Doss a ouvert mardi. Une école d'Arts et Métiers ferme. L'université Pierre et Marie Doss recrute.\n";
    let names = of_days(text, ["mardi", "jeudi", "lundi"]);
    assert!(kinds(&names).contains(&("université Pierre et Marie Doss", "organisation")), "{names:?}");
    assert!(
        !names.iter().any(|(name, _)| ["Marie Doss", "université Pierre", "Arts", "Métiers"].contains(&name.as_str())),
        "{names:?}"
    );
}

#[test]
fn what_a_group_calls_itself_beside_its_name_is_one_actor() {
    let text = "Talks\n\nDORVANE - Vorland said on Monday that talks went on. Vorland News Agency said so. The Daily Tarvel News Foundation (TheDTNF) told \
                readers. TheDTNF said it was true. The Citizen Amendment Act (CTA) was passed. The CTA is law, the CTA.\n";
    let names = of_days(text, ["Monday", "Tuesday", "Friday"]);
    let mut known: Vec<&str> = names.iter().filter(|(_, kind)| kind != "place").map(|(name, _)| name.as_str()).collect();
    known.sort_unstable();
    assert_eq!(known, ["Daily Tarvel News Foundation", "Vorland"], "{names:?}");
}

#[test]
fn a_paper_with_and_without_its_article_is_one_actor() {
    let own = "Un pont\n\nJeanne Merval l'a dit au quotidien Le Tamrin mardi. Selon Le Tamrin, le pont ferme.\n";
    let capitals =
        "Un pont\n\nSelon TAMRIN, le pont ferme mardi. Le maire l'a dit ; TAMRIN a publié sa lettre, et TAMRIN l'a lue.\n";
    let names = discovered(&[own, &own.replace("mardi", "jeudi"), capitals, &capitals.replace("mardi", "jeudi")]);
    let papers: Vec<_> = names.iter().filter(|(name, _)| name.to_lowercase().contains("tamrin")).collect();
    assert_eq!(papers.len(), 1, "{names:?}");
}

#[test]
fn the_order_of_the_files_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let texts =
        ["The TarvelTeam said no.", "The Tarvelteam said yes.", "TARVELTEAM said it.", "The NTA said so.", "The Nta said so."];
    for (name, text) in texts.iter().enumerate() {
        fs::write(
            folder.path().join(format!("{name}.txt")),
            format!("A short report\n\n{text} Nobody knew why in May {name}.\n"),
        )
        .unwrap();
    }
    let printed = |files: &[usize]| {
        let nowhere = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-folder"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_liseuse"));
        command.env("LC_ALL", "C").env("LISEUSE_DATA_DIR", nowhere).env("LISEUSE_CACHE_DIR", nowhere);
        command.env("LISEUSE_CONFIG_DIR", nowhere).args(["actors", "--no-gazetteer", "--format", "json"]);
        command.args(files.iter().map(|name| folder.path().join(format!("{name}.txt"))));
        String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
    };
    let first = printed(&[0, 1, 2, 3, 4]);
    assert!(first.contains("arvel"), "{first}");
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 4, 0, 3, 2]] {
        assert_eq!(printed(&order), first);
    }
}

#[test]
fn numbers_of_centuries_and_words_of_pages_are_no_names() {
    let text = "Un livre\n\nLe tome III a paru mardi. Le III se vend. Bibliothèque fermée, dit Karim Doss ; la Bibliothèque ferme. Les Éditions du Tamrin vendent le \
                tome IV, et le IV se lit. L'ISSN manque, l'ISSN est faux.\n";
    let names = of_days(text, ["mardi", "jeudi", "lundi"]);
    assert!(kinds(&names).contains(&("Karim Doss", "person")), "{names:?}");
    assert!(
        !names.iter().any(|(name, _)| ["III", "IV", "Bibliothèque", "Éditions", "ISSN"].contains(&name.as_str())),
        "{names:?}"
    );
    assert!(kinds(&names).contains(&("Éditions du Tamrin", "organisation")), "{names:?}");
}

#[test]
fn forces_of_states_and_of_rebels_are_told_apart() {
    let text = "A war\n\nThe Tamra Defense Forces said on Monday that the Tamra Air Force had struck. The Republican Congress voted, and Congress said so. They \
                flew to Tel Aviv.\n";
    let names = of_days(text, ["Monday", "Tuesday", "Friday"]);
    for name in ["Tamra Defense Forces", "Tamra Air Force", "Congress"] {
        assert!(kinds(&names).contains(&(name, "institution")), "{name} in {names:?}");
    }
    assert!(!names.iter().any(|(name, _)| name == "Republican Congress" || name == "Aviv"), "{names:?}");
    let text = "Un vote\n\nL'État islamique tamrite a frappé mardi. On le dit chez Les Vorlandistes (LV). Selon Les Vorlandistes, LV a dit non. Le secrétaire Tavel-FLT et le secrétaire Tamra \
                TarvelTech ont parlé à Luce Merval.\n";
    let names = of_days(text, ["mardi", "jeudi", "lundi"]);
    assert!(names.iter().any(|(name, kind)| name.starts_with("État islamique") && kind == "armed-group"), "{names:?}");
    assert!(kinds(&names).contains(&("Les Vorlandistes", "party")), "{names:?}");
    assert!(names.iter().all(|(name, kind)| kind != "person" || name == "Luce Merval"), "{names:?}");
}

#[test]
fn letters_stand_for_the_name_that_most_articles_have_before_them() {
    let text = "Un conseil\n\nLe Conseil Unique Tarvelin (CUT) a payé mardi. Le CUT a dit non.\n";
    for other in ["Universel", "Urbain", "Ultime"] {
        let slip = text.replace("Unique", other).replace("mardi", "lundi");
        let names = discovered(&[text, &text.replace("mardi", "jeudi"), &slip]);
        let actors = names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>();
        assert_eq!(actors.first(), Some(&"Conseil Unique Tarvelin"), "{names:?}");
    }
}

#[test]
fn numbers_letters_and_titles_inside_a_name_are_of_it() {
    let text = "A show\n\nThey heard Five Tamra Tarvels on Monday, and Karim Doss joined Guns N' Tarvels. The crowd of Vorland Priest sang, and it sang with \
                Five Tamra Tarvels. Guns N' Tarvels left, said Karim Doss of Vorland Priest.\n";
    let names = of_days(text, ["Monday", "Tuesday", "Friday"]);
    for name in ["Five Tamra Tarvels", "Guns N' Tarvels", "Vorland Priest"] {
        assert!(names.iter().any(|(known, _)| known == name), "{name} in {names:?}");
    }
    assert!(!names.iter().any(|(name, _)| ["Tamra Tarvels", "Guns", "Vorland"].contains(&name.as_str())), "{names:?}");
}

#[test]
fn a_pilgrim_s_title_and_the_head_of_a_long_name_are_no_actors() {
    let text = "Une réunion\n\nLe président El Hadj Toumani Tarvel a parlé mardi. L'Association des élèves et étudiants de Dorvane (AEED) l'a dit à El Hadj Toumani Tarvel. \
                L'Association des élèves remercie.\n";
    let names = of_days(text, ["mardi", "jeudi", "lundi"]);
    assert!(kinds(&names).contains(&("Toumani Tarvel", "person")), "{names:?}");
    assert_eq!(names.iter().filter(|(name, _)| name.starts_with("Association")).count(), 1, "{names:?}");
    assert!(!names.iter().any(|(name, _)| name == "El Hadj"), "{names:?}");
}
