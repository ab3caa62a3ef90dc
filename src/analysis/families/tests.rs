//! Families of texts that a generator edits as papers do: cut, with a paragraph dropped, words changed, clutter added.

use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};

use super::{Families, Relation};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, ArticleId, Attributed, Block, BlockKind, HeadlineOrigin};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::text::span::Span;

/// A small generator of numbers (`SplitMix64`), so that a failing case can be made again from its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below as u64).unwrap()
    }
}

const SUBJECTS: [&str; 12] = [
    "le préfet",
    "la mairie",
    "une voisine",
    "le ministre",
    "le syndicat",
    "la compagnie",
    "un témoin",
    "le procureur",
    "l’ingénieure",
    "la délégation",
    "le capitaine",
    "une élue",
];
const VERBS: [&str; 12] = [
    "a annoncé",
    "a rejeté",
    "demande",
    "a vu",
    "prépare",
    "a quitté",
    "inspecte",
    "a rouvert",
    "dénonce",
    "a signé",
    "retarde",
    "a compté",
];
const OBJECTS: [&str; 14] = [
    "le pont",
    "la digue",
    "les comptes",
    "un accord",
    "la grève",
    "le chantier",
    "des wagons",
    "la récolte",
    "le tribunal",
    "une enquête",
    "les horaires",
    "un navire",
    "l’usine",
    "le barrage",
];
const WHERE: [&str; 12] = [
    "à Valmont",
    "près du port",
    "dans la vallée",
    "devant la gare",
    "au nord du canal",
    "sur la place",
    "à Rivebelle",
    "en Alverne",
    "sous la pluie",
    "derrière l’école",
    "au bord du lac",
    "à Montclair",
];
const CLUTTER: [&str; 3] = [
    "Abonnez-vous dès maintenant pour lire la suite de cet article réservé à nos lecteurs et soutenir une rédaction indépendante de votre région.",
    "Retrouvez toute l’actualité de la vallée sur notre application, avec les alertes, les podcasts et le journal du jour en version numérique.",
    "Le courrier des lecteurs est ouvert à tous ; les contributions signées sont relues par la rédaction avant d’être publiées sur le site.",
];

/// A name that no language has, so that two texts share few passages by chance, as in the press.
fn name(dice: &mut Dice) -> String {
    const SYLLABLES: [&str; 10] = ["va", "lo", "mir", "ten", "sou", "bri", "ga", "del", "quo", "rin"];
    (0..3).map(|_| SYLLABLES[dice.roll(10)]).collect()
}

fn sentence(dice: &mut Dice) -> String {
    let number = dice.roll(9_000) + 12;
    let [one, other, third] = [name(dice), name(dice), name(dice)];
    let [subject, verb, place, who, does] = [0; 5].map(|_| dice.roll(12));
    let [object, what] = [0; 2].map(|_| dice.roll(14));
    let first =
        format!("{} {one} {} {} {other} {} après {number} jours", SUBJECTS[subject], VERBS[verb], OBJECTS[object], WHERE[place]);
    format!("{first}, et {} {} {} {third}.", SUBJECTS[who], VERBS[does], OBJECTS[what])
}

/// A text of paragraphs; `length` sentences.
fn text(dice: &mut Dice, length: usize) -> Vec<String> {
    let sentences: Vec<String> = (0..length).map(|_| sentence(dice)).collect();
    sentences.chunks(3).map(|chunk| chunk.join(" ")).collect()
}

/// `paragraphs` as another paper prints them.
fn edited(dice: &mut Dice, paragraphs: &[String]) -> Vec<String> {
    let mut edited = paragraphs.to_vec();
    let third = edited.len() / 3;
    match dice.roll(5) {
        0 => drop(edited.drain(..third)),
        1 => edited.truncate(edited.len() - third),
        2 => drop(edited.remove(edited.len() / 2)),
        3 => {
            for paragraph in &mut edited {
                let words: Vec<&str> = paragraph.split(' ').collect();
                let changed = words.iter().map(|word| if dice.roll(10) == 0 { "autrement" } else { word });
                *paragraph = changed.collect::<Vec<_>>().join(" ");
            }
        }
        _ => edited.extend(CLUTTER.iter().map(ToString::to_string)),
    }
    edited
}

fn article(number: usize, paragraphs: &[String]) -> Article {
    let mut article = Article { title: format!("Numéro {number}").into(), ..Article::default() };
    article.headline = HeadlineOrigin::FirstSentence;
    let mut body = String::new();
    for paragraph in paragraphs {
        let start = body.len();
        body.push_str(paragraph);
        article.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, body.len()) });
        body.push_str("\n\n");
    }
    article.body = body.into();
    article.sha256[..8].copy_from_slice(&u64::try_from(number).unwrap().to_be_bytes());
    article.id = ArticleId(format!("{number:012x}").into());
    let date = PublicationDate::On(PartialDate::parse(&format!("2021-03-{:02}", number % 27 + 1)).unwrap());
    article.published = Publication { date, provenance: Provenance::Metadata, evidence: Vec::new() };
    article
}

fn archive(articles: Vec<Article>) -> Archive {
    let mut archive = Archive::default();
    archive.append_articles(articles);
    archive
}

/// An archive of stories, each told by some papers, the story of each article, and the pairs of articles that should be and are
/// found.
fn measured(seed: u64) -> (usize, usize, usize) {
    let dice = &mut Dice(seed);
    let (mut articles, mut story) = (Vec::new(), Vec::new());
    for number in 0..12 {
        let length = 18 + dice.roll(18);
        let mut own = text(dice, length);
        if number % 3 == 0 {
            // A site prints this under all its articles.
            own.extend(CLUTTER.iter().map(ToString::to_string));
        }
        for copy in 0..=dice.roll(4) {
            let printed = if copy == 0 { own.clone() } else { edited(dice, &own) };
            articles.push(article(articles.len(), &printed));
            story.push(number);
        }
    }
    let families = Families::of(&archive(articles));
    let (mut wanted, mut found, mut right) = (0, 0, 0);
    for one in 0..story.len() {
        for other in 0..one {
            let [here, there] = [one, other].map(|at| families.family_of(ArticleIx(u32::try_from(at).unwrap())));
            let (same, joined) = (story[one] == story[other], here.is_some() && here == there);
            wanted += usize::from(same);
            found += usize::from(joined);
            right += usize::from(same && joined);
        }
    }
    (wanted, found, right)
}

#[test]
fn edited_copies_are_found_and_nothing_else() {
    let sums = (0..40).map(measured).fold((0, 0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1, sum.2 + one.2));
    let (wanted, found, right) = sums;
    assert!(right * 100 >= found * 99, "precision: {right} of {found}");
    assert!(right * 100 >= wanted * 97, "recall: {right} of {wanted}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_order_of_articles_does_not_tell(seed in any::<u64>()) {
        let dice = &mut Dice(seed);
        let own = [text(dice, 24), text(dice, 24)];
        let mut articles: Vec<Article> = (0..9).map(|at| article(at, &edited(dice, &own[at % 2]))).collect();
        let named = |articles: &[Article]| {
            let archive = archive(articles.to_vec());
            let id = |ix| archive.get(ix).unwrap().id().0.to_string();
            let families = Families::of(&archive);
            let mut named: Vec<Vec<(String, Relation)>> = families.all().iter().map(|family| {
                family.members.iter().map(|member| (id(member.article), member.relation)).collect()
            }).collect();
            named.sort();
            named
        };
        let before = named(&articles);
        for at in (1..articles.len()).rev() {
            articles.swap(at, dice.roll(at + 1));
        }
        prop_assert!(!before.is_empty() && named(&articles) == before);
    }
}

fn families(texts: &[Vec<String>]) -> (Archive, Families) {
    let archive = archive(texts.iter().enumerate().map(|(at, paragraphs)| article(at, paragraphs)).collect());
    let families = Families::of(&archive);
    (archive, families)
}

#[test]
fn a_family_says_what_each_is_to_the_one_published_first() {
    let dice = &mut Dice(7);
    let whole = text(dice, 30);
    let more = [whole.clone(), text(dice, 9)].concat();
    let (archive, families) = families(&[whole.clone(), whole.clone(), whole[..6].to_vec(), more]);
    let [family] = families.all() else { panic!("{families:?}") };
    let relations: Vec<Relation> = family.members.iter().map(|member| member.relation).collect();
    assert_eq!(relations, [Relation::Copy, Relation::Copy, Relation::Shortened, Relation::Extended]);
    assert_eq!((family.leader(), families.copies(ArticleIx(2)), families.leads(ArticleIx(1))), (Some(ArticleIx(0)), 4, false));
    let shortened = family.members[2];
    assert!(archive.get(ArticleIx(2)).unwrap().slice(shortened.run).starts_with(whole[0].get(..20).unwrap()));
}

#[test]
fn what_is_too_short_needs_a_run_of_its_own() {
    let dice = &mut Dice(11);
    let brief = text(dice, 4);
    let words: Vec<&str> = brief[0].split(' ').collect();
    let mixed = vec![words.chunks(6).rev().map(|chunk| chunk.join(" ")).collect::<Vec<_>>().join(" ")];
    let (_, found) = families(&[brief.clone(), brief.clone()]);
    assert_eq!(found.all().len(), 1);
    let (_, found) = families(&[vec![words.join(" ")], mixed]);
    assert_eq!(found.all().len(), 0);
}

#[test]
fn a_report_quoted_in_a_roundup_is_no_copy_of_it() {
    let dice = &mut Dice(3);
    let [one, two, three] = [text(dice, 15), text(dice, 15), text(dice, 15)];
    let roundup = [one.clone(), two.clone(), three].concat();
    let (_, families) = families(&[roundup, one, two]);
    assert!(families.family_of(ArticleIx(1)) != families.family_of(ArticleIx(2)) || families.family_of(ArticleIx(1)).is_none());
}

#[test]
fn roundups_that_quote_a_report_do_not_hide_its_copy() {
    let dice = &mut Dice(5);
    let report = text(dice, 18);
    let changed: Vec<String> = report.iter().map(|paragraph| paragraph.replacen(" et ", " alors ", 2)).collect();
    let mut texts: Vec<Vec<String>> = (0..5).map(|_| [text(dice, 24), report.clone(), text(dice, 24)].concat()).collect();
    texts.extend([report, changed]);
    let (_, families) = families(&texts);
    let [family] = families.all() else { panic!("{families:?}") };
    let mut members: Vec<u32> = family.members.iter().map(|member| member.article.0).collect();
    members.sort_unstable();
    assert_eq!(members, [5, 6]);
}

#[test]
fn the_same_text_under_the_same_headline_is_a_copy_however_many_print_it() {
    let dice = &mut Dice(13);
    let (own, others) = (text(dice, 24), [text(dice, 24), text(dice, 24)]);
    for copies in 2..6 {
        let titled = |number: usize, paragraphs: &[String]| {
            // None of its words stands in the text, as in a play on words.
            let title = "Les larmes amères des riverains oubliés".into();
            Article { title, headline: HeadlineOrigin::Metadata, ..article(number, paragraphs) }
        };
        let mut articles: Vec<Article> = (0..copies).map(|number| titled(number, &own)).collect();
        articles.extend(others.iter().enumerate().map(|(at, other)| titled(copies + at, other)));
        let families = Families::of(&archive(articles));
        let [family] = families.all() else { panic!("{copies}: {families:?}") };
        assert_eq!(family.members.len(), copies);
    }
}

#[test]
fn a_text_goes_with_its_copies_rather_than_with_one_that_holds_half_of_it() {
    let dice = &mut Dice(17);
    let (own, rest) = (text(dice, 24), text(dice, 24));
    let half = [own[..5].to_vec(), rest].concat();
    let (_, families) = families(&[half, own.clone(), own[..7].to_vec()]);
    let [family] = families.all() else { panic!("{families:?}") };
    let mut members: Vec<u32> = family.members.iter().map(|member| member.article.0).collect();
    members.sort_unstable();
    assert_eq!(members, [1, 2], "the last is no copy of the first");
}

#[test]
fn reports_in_one_frame_that_speak_of_two_things_are_no_copies() {
    let frame = text(&mut Dice(19), 24);
    let report = |number: usize, thing: &str, title: &str| {
        let named: Vec<String> = frame.iter().map(|paragraph| format!("{thing} : {paragraph} Voilà pour {thing}.")).collect();
        Article { title: title.into(), headline: HeadlineOrigin::Metadata, ..article(number, &named) }
    };
    let found = |titles: [(&str, &str); 2]| {
        let articles = titles.iter().enumerate().map(|(at, (thing, title))| report(at, thing, title)).collect();
        Families::of(&archive(articles)).all().len()
    };
    assert_eq!(found([("conserves", "Le marché des conserves"), ("ascenseurs", "Le marché des ascenseurs")]), 0);
    assert_eq!(
        found([("conserves", "Le marché des conserves"), ("conserves", "Vers une hausse")]),
        1,
        "a headline of one's own tells nothing"
    );
    assert_eq!(
        found([("12 conserves", "12 conserves perdues"), ("15 conserves", "15 conserves perdues")]),
        1,
        "brought up to date"
    );
}

#[test]
fn who_leads_holds_half_of_each_of_its_family() {
    let dice = &mut Dice(23);
    let parts = [text(dice, 18), text(dice, 18)];
    let whole = parts.concat();
    let mut texts = vec![whole.clone(), parts[0].clone(), parts[1].clone()];
    texts.rotate_left(1);
    let (_, families) = families(&texts);
    for family in families.all() {
        assert!(family.members.iter().all(|member| member.containment >= 0.5 && member.run_words > 0), "{family:?}");
    }
}

#[test]
fn a_brief_of_an_agency_is_one_family_under_whatever_headlines_and_a_notice_is_none() {
    let dice = &mut Dice(17);
    let brief = text(dice, 4);
    let others = [text(dice, 24), text(dice, 24)];
    // No word of the headlines stands in the text.
    let titles = ["Les larmes amères des riverains", "Une colère froide gagne dimanche", "Silence pesant autour des urnes"];
    let found = |outlets: [&str; 3], days: [u8; 3]| {
        let printed = |at: usize| Article {
            title: titles[at].into(),
            headline: HeadlineOrigin::Metadata,
            source: Some(Attributed { text: outlets[at].into(), provenance: Provenance::Metadata }),
            published: Publication {
                date: PublicationDate::On(PartialDate::day(2021, 3, days[at]).unwrap()),
                ..article(at, &brief).published
            },
            ..article(at, &brief)
        };
        let mut articles: Vec<Article> = (0..3).map(printed).collect();
        articles.extend(others.iter().enumerate().map(|(at, other)| article(3 + at, other)));
        Families::of(&archive(articles)).all().iter().map(|family| family.members.len()).collect::<Vec<_>>()
    };
    assert_eq!(found(["Vigie", "Phare", "Étoile"], [4, 4, 4]), [3]);
    assert!(found(["Vigie", "Vigie", "Vigie"], [4, 5, 6]).is_empty());
}
