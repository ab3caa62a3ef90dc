//! The tagger of dates on sentences of both languages: what it finds, what it leaves alone, and how it resolves.

use liseuse::analysis::dates::{annotate, read_date, tag};
use liseuse::analysis::events::events;
use liseuse::model::article::{Article, Block, BlockKind, Lang};
use liseuse::model::date::{PartialDate, Provenance, PublicationDate};
use liseuse::text::span::Span;
use proptest::prelude::{Strategy, any, prop, proptest};
use unicode_segmentation::UnicodeSegmentation as _;

/// One sentence: language, publication date, words, and each expression as `words|TYPE|value`.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

fn published(text: &str) -> PublicationDate {
    match text.split_once('/') {
        None => PartialDate::parse(text).map_or(PublicationDate::Unknown, PublicationDate::On),
        Some((from, "..")) => PublicationDate::Since(PartialDate::parse(from).unwrap()),
        Some((from, to)) => PublicationDate::Between(PartialDate::parse(from).unwrap(), PartialDate::parse(to).unwrap()),
    }
}

fn tagged(lang: &str, date: &str, text: &str) -> Vec<String> {
    let timexes = tag(text, &[Span::new(0, text.len())], Lang::parse(lang), published(date));
    timexes.iter().map(|timex| format!("{}|{}|{}", timex.span.of(text), timex.kind.name(), timex.value)).collect()
}

fn hold(rows: &[Row]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(lang, date, text, want)| tagged(lang, date, text) != *want)
        .map(|(lang, date, text, want)| format!("{text}\n  want {want:?}\n  have {:?}", tagged(lang, date, text)))
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows differ\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn french_days_months_and_years() {
    hold(&[
        ("fr", "2020-08-19", "Le traité fut signé le 22 juillet 2020 à Bassora.", &["le 22 juillet 2020|DATE|2020-07-22"]),
        ("fr", "2020-08-19", "L'accord a été conclu le 1er février.", &["le 1er février|DATE|2020-02-01"]),
        ("fr", "", "Attentat du 28.06.1914 à Sarajevo.", &["28.06.1914|DATE|1914-06-28"]),
        (
            "fr",
            "",
            "Mis à jour le 11/09/2001 dans la matinée.",
            &["le 11/09/2001|DATE|2001-09-11", "la matinée|TIME|2001-09-11TMO"],
        ),
        ("fr", "", "Journal du 2020-03-08.", &["2020-03-08|DATE|2020-03-08"]),
        ("fr", "", "Le dimanche 15 mars 2020, les urnes ont parlé.", &["Le dimanche 15 mars 2020|DATE|2020-03-15"]),
        ("fr", "", "Il est né en avril 1975.", &["avril 1975|DATE|1975-04"]),
        ("fr", "2020-08-19", "Le parlement a voté au mois de mars.", &["mois de mars|DATE|2020-03"]),
        ("fr", "2020-08-19", "La grève a commencé en décembre.", &["décembre|DATE|2019-12"]),
        ("fr", "2020-08-19", "Le sommet se tiendra en octobre.", &["octobre|DATE|2020-10"]),
        ("fr", "2020-08-19", "Il a quitté le pouvoir en mai dernier.", &["mai dernier|DATE|2020-05"]),
        ("fr", "", "Les troupes sont parties en 2011.", &["2011|DATE|2011"]),
        ("fr", "", "Depuis 2003, le pays change.", &["2003|DATE|2003"]),
        ("fr", "", "Le ministère (créé en 1936) a fermé.", &["1936|DATE|1936"]),
        ("fr", "", "Elle a disparu à la fin de 2017.", &["la fin de 2017|DATE|2017"]),
        ("fr", "2020-08-19", "Début 2019, le ton est monté.", &["Début 2019|DATE|2019"]),
        ("fr", "2020-08-19", "Fin juin, le juge a tranché.", &["Fin juin|DATE|2020-06"]),
        ("fr", "2020-08-19", "Le chantier a repris mi-mars.", &["mi-mars|DATE|2020-03"]),
        ("fr", "", "La vague des années 60 est passée.", &["années 60|DATE|196"]),
        ("fr", "", "Le commerce du XIXe siècle.", &[]),
        ("fr", "", "Une église du 19e siècle.", &["19e siècle|DATE|18"]),
        ("fr", "", "Le premier trimestre 2020 fut rude.", &["Le premier trimestre 2020|DATE|2020-Q1"]),
        ("fr", "", "Les ventes du second semestre 2019.", &["second semestre 2019|DATE|2019-H2"]),
        ("fr", "2020-08-19", "L'automne dernier, la rue grondait.", &["L'automne dernier|DATE|2019-FA"]),
        ("fr", "", "Pendant l'été 2018, la récolte brûla.", &["l'été 2018|DATE|2018-SU"]),
        ("fr", "2020-08-19", "À Noël 2019, le col était fermé.", &["Noël 2019|DATE|2019-12-25"]),
        ("fr", "", "Le cortège de Pâques 2021.", &["Pâques 2021|DATE|2021-04-04"]),
        ("fr", "", "Procès ouvert le 10 novembre 93.", &["le 10 novembre 93|DATE|1993-11-10"]),
    ]);
}

#[test]
fn french_ranges_and_times_of_day() {
    hold(&[
        ("fr", "", "Foire du 3 au 17 mars 1998.", &["3|DATE|1998-03-03", "17 mars 1998|DATE|1998-03-17"]),
        (
            "fr",
            "2020-08-19",
            "Entre le 4 et le 18 août, les tirs ont repris.",
            &["le 4|DATE|2020-08-04", "le 18 août|DATE|2020-08-18"],
        ),
        ("fr", "2020-08-19", "Entre octobre 2019 et fin juillet.", &["octobre 2019|DATE|2019-10", "fin juillet|DATE|2020-07"]),
        ("fr", "", "La guerre de 1914-1918.", &["1914|DATE|1914", "1918|DATE|1918"]),
        ("fr", "", "Relevés de mars-avril 2020.", &["mars|DATE|2020-03", "avril 2020|DATE|2020-04"]),
        ("fr", "2020-08-19", "Concert mardi soir au parc, il fera beau.", &["mardi soir|TIME|2020-08-25TEV"]),
        ("fr", "2020-08-19", "Le convoi est parti hier matin.", &["hier matin|TIME|2020-08-18TMO"]),
        ("fr", "2020-08-19", "Le match débutera samedi à 20 h 30.", &["samedi|DATE|2020-08-22", "20 h 30|TIME|2020-08-22T20:30"]),
        ("fr", "2020-08-19", "Ouverture à 8h00 demain.", &["8h00|TIME|2020-08-19T08:00", "demain|DATE|2020-08-20"]),
        ("fr", "2020-08-19", "Il a parlé ce matin devant la presse.", &["ce matin|TIME|2020-08-19TMO"]),
        ("fr", "2020-08-19", "Les tirs ont duré la nuit de lundi à mardi.", &["la nuit de lundi à mardi|TIME|2020-08-17TNI"]),
        ("fr", "2020-08-19", "La réunion a fini hier après-midi.", &["hier après-midi|TIME|2020-08-18TAF"]),
    ]);
}

#[test]
fn french_relative_times() {
    hold(&[
        ("fr", "2020-08-19", "Le ministre a démissionné hier.", &["hier|DATE|2020-08-18"]),
        ("fr", "2020-08-19", "Avant-hier, le marché a brûlé.", &["Avant-hier|DATE|2020-08-17"]),
        ("fr", "2020-08-19", "Il arrive aujourd'hui.", &["aujourd'hui|DATE|2020-08-19"]),
        ("fr", "2020-08-19", "Il arrive aujourd’hui.", &["aujourd’hui|DATE|2020-08-19"]),
        ("fr", "2020-08-19", "Le mois dernier, rien n'a bougé.", &["Le mois dernier|DATE|2020-07"]),
        ("fr", "2020-08-19", "Au cours du mois passé, tout a changé.", &["mois passé|DATE|2020-07"]),
        ("fr", "2020-08-19", "Ce mois-ci, les prix montent.", &["Ce mois-ci|DATE|2020-08"]),
        ("fr", "2020-08-19", "L'an dernier, la récolte fut bonne.", &["L'an dernier|DATE|2019"]),
        ("fr", "2020-08-19", "La semaine prochaine, le pont ouvrira.", &["La semaine prochaine|DATE|2020-W35"]),
        ("fr", "2020-08-19", "Cette semaine, la cour siège.", &["Cette semaine|DATE|2020-W34"]),
        ("fr", "2020-08-19", "Il y a trois ans, la ville tomba.", &["Il y a trois ans|DATE|2017"]),
        ("fr", "2020-08-19", "Dans deux mois, il partira.", &["Dans deux mois|DATE|2020-10"]),
        (
            "fr",
            "2020-08-19",
            "Arrêté le 3 mars 2020, il fut libéré dix jours plus tard.",
            &["le 3 mars 2020|DATE|2020-03-03", "dix jours plus tard|DATE|2020-03-13"],
        ),
        (
            "fr",
            "2020-08-19",
            "Arrivé le 3 mars 2020, il est reparti le lendemain.",
            &["le 3 mars 2020|DATE|2020-03-03", "le lendemain|DATE|2020-03-04"],
        ),
        (
            "fr",
            "2020-08-19",
            "Mort le 3 mars 2020, il avait parlé la veille.",
            &["le 3 mars 2020|DATE|2020-03-03", "la veille|DATE|2020-03-02"],
        ),
        ("fr", "2020-08-19", "Au cours du week-end, il a reçu un émissaire.", &["week-end|DATE|2020-W33-WE"]),
        ("fr", "2020-08-19", "Ces dernières semaines, les attaques se multiplient.", &["Ces dernières semaines|DATE|PAST_REF"]),
        ("fr", "2020-08-19", "Il est désormais seul.", &["désormais|DATE|PRESENT_REF"]),
    ]);
}

#[test]
fn french_weekdays() {
    hold(&[
        ("fr", "2020-08-19", "Le président a parlé lundi.", &["lundi|DATE|2020-08-17"]),
        ("fr", "2020-08-19", "Le président parlera lundi.", &["lundi|DATE|2020-08-24"]),
        ("fr", "2020-08-19", "Il a été reçu mercredi dernier.", &["mercredi dernier|DATE|2020-08-12"]),
        ("fr", "2020-08-19", "La cour se réunira lundi prochain.", &["lundi prochain|DATE|2020-08-24"]),
        ("fr", "2020-08-19", "Le vote aura lieu le samedi 5 septembre.", &["le samedi 5 septembre|DATE|2020-09-05"]),
        ("fr", "2020-05", "Il l'a affirmé samedi.", &["samedi|DATE|2020-05"]),
        ("fr", "", "Il l'a affirmé samedi.", &["samedi|DATE|XXXX-WXX-6"]),
        ("fr", "2021-06", "Le vendredi 9 avril, une vidéo a paru.", &["Le vendredi 9 avril|DATE|2021-04-09"]),
        ("fr", "2020-03/..", "Mardi, le chef a parlé.", &["Mardi|DATE|XXXX-WXX-2"]),
        ("fr", "2020-08-19", "Le marché ouvre tous les jeudis.", &["tous les jeudis|SET|XXXX-WXX-4"]),
        ("fr", "2020-08-19", "Il court chaque lundi.", &["chaque lundi|SET|XXXX-WXX-1"]),
        (
            "fr",
            "2020-08",
            "La trêve du 18 août a tenu. Ce mardi, l'armée a tiré. Le ministre a réagi mercredi et partira jeudi.",
            &["18 août|DATE|2020-08-18", "Ce mardi|DATE|2020-08-18", "mercredi|DATE|2020-08-19", "jeudi|DATE|2020-08-20"],
        ),
    ]);
}

#[test]
fn french_lengths_and_sets() {
    hold(&[
        ("fr", "", "Après 17 ans de présence, ils sont partis.", &["17 ans|DURATION|P17Y"]),
        ("fr", "", "Le siège a duré trois mois.", &["trois mois|DURATION|P3M"]),
        ("fr", "", "Il a parlé pendant vingt-cinq minutes.", &["vingt-cinq minutes|DURATION|PT25M"]),
        ("fr", "", "Une attente de près de 24 heures.", &["près de 24 heures|DURATION|PT24H"]),
        ("fr", "", "Il restera quelques jours.", &["quelques jours|DURATION|PXD"]),
        ("fr", "", "Une peine de 8 à 24 mois.", &["8|DURATION|P8M", "24 mois|DURATION|P24M"]),
        ("fr", "", "Le taux croît de 2 % par an.", &["an|SET|P1Y"]),
        ("fr", "", "Il revient chaque année.", &["chaque année|SET|P1Y"]),
    ]);
}

#[test]
fn french_words_and_numbers_that_tell_no_time() {
    hold(&[
        ("fr", "2020-08-19", "Washington retire 2 500 soldats du pays.", &[]),
        ("fr", "2020-08-19", "Le poste coûte 1990 euros.", &[]),
        ("fr", "2020-08-19", "La résolution 1701 de l'ONU.", &[]),
        ("fr", "2020-08-19", "Le vol 2018 a été détourné.", &[]),
        ("fr", "2020-08-19", "Une déclaration de 1230 mots.", &[]),
        ("fr", "2020-08-19", "Quelque 2000 soldats sont restés.", &[]),
        ("fr", "2020-08-19", "M. Avril a refusé de répondre.", &[]),
        ("fr", "2020-08-19", "La sonde tourne autour de Mars.", &[]),
        ("fr", "2020-08-19", "Elle habite avenue du 11-Novembre.", &[]),
        ("fr", "2020-08-19", "Le navire a été coulé, mais il a été renfloué.", &[]),
        ("fr", "2020-08-19", "Karim, 37 ans, dirige la milice.", &[]),
        ("fr", "2020-08-19", "Un homme de 42 ans a été tué.", &[]),
        ("fr", "2020-08-19", "Le score était de 2-1.", &[]),
        ("fr", "2020-08-19", "Sa population est de 60.082.000 personnes.", &[]),
        ("fr", "2020-08-19", "Il a agi de manière fine et sans fin.", &[]),
    ]);
}

#[test]
fn english_days_months_and_years() {
    hold(&[
        ("en", "", "The towers fell on Sept. 11, 2001.", &["Sept. 11, 2001|DATE|2001-09-11"]),
        ("en", "", "She spoke on March 08, 2019 in Washington.", &["March 08, 2019|DATE|2019-03-08"]),
        ("en", "", "The pact of 22 July 2020 holds.", &["22 July 2020|DATE|2020-07-22"]),
        ("en", "", "It opened on 11/09/2001.", &["11/09/2001|DATE|2001-11-09"]),
        ("en", "", "Filed 2020-03-08 by the desk.", &["2020-03-08|DATE|2020-03-08"]),
        ("en", "", "On Tuesday, March 3, 2020, voters went out.", &["Tuesday, March 3, 2020|DATE|2020-03-03"]),
        ("en", "", "The law passed in January 2015.", &["January 2015|DATE|2015-01"]),
        ("en", "2020-08-19", "He took office in May.", &["May|DATE|2020-05"]),
        ("en", "2020-08-19", "The court met on Aug. 4.", &["Aug. 4|DATE|2020-08-04"]),
        ("en", "2020-08-19", "The summit will open on September 5.", &["September 5|DATE|2020-09-05"]),
        ("en", "", "Troops left in 2011.", &["2011|DATE|2011"]),
        ("en", "", "The music of the 1990s.", &["the 1990s|DATE|199"]),
        ("en", "", "Trade in the 19th century.", &["the 19th century|DATE|18"]),
        ("en", "", "Sales in the third quarter of 1998 fell.", &["the third quarter of 1998|DATE|1998-Q3"]),
        ("en", "2020-08-19", "Last fall, the army warned of it.", &["Last fall|DATE|2019-FA"]),
        ("en", "", "In the summer of 2019 it burned.", &["the summer of 2019|DATE|2019-SU"]),
        ("en", "", "By late November 2004 it was over.", &["late November 2004|DATE|2004-11"]),
        ("en", "", "It began in early 2019.", &["early 2019|DATE|2019"]),
        ("en", "", "It was rebuilt in mid-2016.", &["mid-2016|DATE|2016"]),
        ("en", "2020-08-19", "They met on Thanksgiving Day 2019.", &["Thanksgiving Day 2019|DATE|2019-11-28"]),
    ]);
}

#[test]
fn english_relative_times() {
    hold(&[
        ("en", "2020-08-19", "The minister resigned yesterday.", &["yesterday|DATE|2020-08-18"]),
        ("en", "2020-08-19", "The minister resigned on Monday.", &["Monday|DATE|2020-08-17"]),
        ("en", "2020-08-19", "The minister will resign on Monday.", &["Monday|DATE|2020-08-24"]),
        ("en", "2020-08-19", "He was seen last Wednesday.", &["last Wednesday|DATE|2020-08-12"]),
        ("en", "2020-08-19", "They will vote next Friday.", &["next Friday|DATE|2020-08-21"]),
        ("en", "2020-08-19", "Last month, nothing moved.", &["Last month|DATE|2020-07"]),
        ("en", "2020-08-19", "Prices rise this year.", &["this year|DATE|2020"]),
        ("en", "2020-08-19", "It will close next week.", &["next week|DATE|2020-W35"]),
        ("en", "2020-08-19", "It closed three years ago.", &["three years ago|DATE|2017"]),
        ("en", "2020-08-19", "It closed two weeks ago.", &["two weeks ago|DATE|2020-W32"]),
        (
            "en",
            "2020-08-19",
            "Held on March 3, 2020, he was freed ten days later.",
            &["March 3, 2020|DATE|2020-03-03", "ten days later|DATE|2020-03-13"],
        ),
        (
            "en",
            "2020-08-19",
            "He landed on March 3, 2020 and left the next day.",
            &["March 3, 2020|DATE|2020-03-03", "the next day|DATE|2020-03-04"],
        ),
        (
            "en",
            "2020-08-19",
            "He died on March 3, 2020; the previous day he had flown.",
            &["March 3, 2020|DATE|2020-03-03", "the previous day|DATE|2020-03-02"],
        ),
        ("en", "2020-08-19", "It is now quiet.", &["now|DATE|PRESENT_REF"]),
        ("en", "2020-08-19", "She landed at 3:15 p.m. Tuesday.", &["3:15 p.m. Tuesday|TIME|2020-08-18T15:15"]),
        ("en", "2020-08-19", "They were shot at on Tuesday night.", &["Tuesday night|TIME|2020-08-18TNI"]),
        ("en", "", "He said so on Friday.", &["Friday|DATE|XXXX-WXX-5"]),
        ("en", "2020-08", "He said so on Friday.", &["Friday|DATE|2020-08"]),
        ("en", "2020-08-19", "He waited for two weeks.", &["two weeks|DURATION|P2W"]),
        ("en", "2020-08-19", "She trains every day.", &["every day|SET|P1D"]),
        ("en", "2020-08-19", "It ran for a few days.", &["a few days|DURATION|PXD"]),
        ("en", "2020-08-19", "The week-long and 24-hour strikes ended.", &["24-hour|DURATION|PT24H"]),
    ]);
}

#[test]
fn english_words_and_numbers_that_tell_no_time() {
    hold(&[
        ("en", "2020-08-19", "They may march again, she said.", &[]),
        ("en", "2020-08-19", "Resolution 1701 calls for peace.", &[]),
        ("en", "2020-08-19", "Some 2,500 troops remain.", &[]),
        ("en", "2020-08-19", "About 2000 soldiers remain.", &[]),
        ("en", "2020-08-19", "Flight 2018 was diverted.", &[]),
        ("en", "2020-08-19", "The bill of $1990 was paid.", &[]),
        ("en", "2020-08-19", "A 37-year-old man was held.", &[]),
        ("en", "2020-08-19", "The sun rose and prices fall.", &[]),
    ]);
}

#[test]
fn a_whole_string_is_one_date() {
    let rows = [
        ("22 juillet 2020", "2020-07-22"),
        ("mercredi 22 juillet 2020 à 10h30", "2020-07-22"),
        ("Publié le 22/07/2020 à 14:05", "2020-07-22"),
        ("July 22, 2020 3:15 PM EDT", "2020-07-22"),
        ("22 Jul 2020", "2020-07-22"),
        ("2020-07-22T23:30:00+02:00", "2020-07-22"),
        ("2020-07-22 10:00:00", "2020-07-22"),
        ("Wed, 22 Jul 2020 10:00:00 +0200", "2020-07-22"),
        ("2020/07/22", "2020-07-22"),
        ("20200722", "2020-07-22"),
        ("juillet 2020", "2020-07"),
        ("2020-07", "2020-07"),
        ("2020", "2020"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("1er août 2019", "2019-08-01"),
    ];
    for (text, date) in rows {
        assert_eq!(read_date(text), PartialDate::parse(date), "{text}");
    }
    for text in ["", "hier", "lundi", "22 juillet", "20201340", "31/02/2020", "inconnue"] {
        assert_eq!(read_date(text), None, "{text}");
    }
}

fn article(lang: Lang, paragraphs: &[&str]) -> Article {
    let body = paragraphs.join("\n\n");
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in paragraphs {
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(at, at + paragraph.len()) });
        at += paragraph.len() + 2;
    }
    let mut article = Article { body: body.into(), blocks, lang, ..Article::default() };
    annotate(&mut article);
    article
}

#[test]
fn a_publication_date_is_inferred_as_narrowly_as_the_text_tells() {
    let rows: &[(Lang, &[&str], &str, Provenance)] = &[
        (Lang::Fr, &["Il fut tué en janvier 2019. La base a été vidée en mars 2020."], "2020-03/..", Provenance::Inferred),
        (
            Lang::Fr,
            &["La loi fut votée en janvier 2020.", "Le vendredi 9 avril, une vidéo a paru."],
            "2021-04-09/2021-04-30",
            Provenance::Inferred,
        ),
        (Lang::Fr, &["Le roi, 22 juillet 2020.", "Ce lundi, il a reçu le maire."], "2020-07-27/2020-07-31", Provenance::Inferred),
        (Lang::Fr, &["BAGDAD, 12 mars 2020 (AFP) — Une roquette a touché la base."], "2020-03-12", Provenance::Dateline),
        (Lang::En, &["WASHINGTON (AP) — March 3, 2019 — The court met."], "2019-03-03", Provenance::Dateline),
        (Lang::Fr, &["Il parle samedi."], "", Provenance::Unknown),
        (Lang::Fr, &["Le traité fut signé en 2015. Les troupes partiront d'ici 2030."], "2015/..", Provenance::Inferred),
    ];
    for (lang, paragraphs, date, provenance) in rows {
        let article = article(*lang, paragraphs);
        assert_eq!(
            (article.published.date.to_string().as_str(), article.published.provenance),
            (*date, *provenance),
            "{paragraphs:?}"
        );
        assert!(
            article
                .published
                .evidence
                .iter()
                .all(|reason| reason.span.is_some_and(|span| span.of(&article.body) == &*reason.words))
        );
    }
}

#[test]
fn a_day_that_only_a_bound_is_known_for_stays_open() {
    let article = article(Lang::Fr, &["La base a été vidée en mars 2020. Mardi, il a parlé. En février dernier, il se taisait."]);
    let values: Vec<&str> = article.dates.iter().map(|timex| &*timex.value).collect();
    assert_eq!(values, ["2020-03", "XXXX-WXX-2", "XXXX-02"]);
}

#[test]
fn dated_sentences_are_events_and_a_range_is_one() {
    let article = article(
        Lang::Fr,
        &["Entre le 4 et le 18 août 2020, les tirs ont repris. Rien d'autre. Il resta trois mois. Le 3 mars 2020, il partit."],
    );
    let told: Vec<(String, &str)> =
        events(&article).iter().map(|event| (event.interval.to_string(), event.sentence.of(&article.body))).collect();
    assert_eq!(
        told,
        [
            ("2020-08-04/2020-08-18".to_owned(), "Entre le 4 et le 18 août 2020, les tirs ont repris."),
            ("2020-03-03".to_owned(), "Le 3 mars 2020, il partit."),
        ]
    );
    assert!(events(&article).iter().all(|event| (0.0..=1.0).contains(&event.salience)));
}

#[test]
fn furniture_is_not_dated() {
    let mut article = article(Lang::Fr, &["Lire aussi: le bilan de mars 2020"]);
    article.blocks.iter_mut().for_each(|block| block.kind = BlockKind::Furniture);
    annotate(&mut article);
    assert!(article.dates.is_empty());
}

fn date_words() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "le",
        "22",
        "juillet",
        "2020",
        "lundi",
        "dernier",
        "'",
        "l",
        "an",
        "31",
        "février",
        "-",
        "au",
        "à",
        "20",
        "h",
        "30",
        ".",
        ",",
        "week",
        "end",
        "99",
        "ans",
        "il",
        "y",
        "a",
        "plus",
        "tard",
        "fin",
        "mi",
        "début",
        "de",
        "\n\n",
        "9999",
        "0",
        "years",
        "ago",
        "last",
        "May",
        "p",
        "m",
        "du",
        "trimestre",
        "e\u{301}",
        "5\u{301}",
        "siècle",
        "🇫🇷",
        "demi",
        "next",
        "3",
        "/",
        ":",
        "4294967296",
        "65535",
        "décennies",
        "dans",
        "mille",
        "siècles",
    ];
    prop::collection::vec(prop::sample::select(WORDS), 0..24)
        .prop_map(|words| words.join(" ").replace(" '", "'").replace(" -", "-"))
}

fn holds_any_text(text: &str) {
    for lang in ["fr", "en", "de", ""] {
        for date in ["2020-08-19", "2020-08", "0001-01-01", "9999-12-31", ""] {
            let timexes = tag(text, &[Span::new(0, text.len())], Lang::parse(lang), published(date));
            let mut after = 0;
            for timex in timexes {
                assert!(after <= timex.span.first() && !timex.span.is_empty(), "{text:?}");
                after = timex.span.after();
                let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
                assert!(edges.contains(&timex.span.first()) && edges.contains(&timex.span.after()), "{text:?}");
            }
        }
    }
    let _ = read_date(text);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        holds_any_text(&text);
    }

    #[test]
    fn words_of_dates_in_any_order_are_read_without_panic(text in date_words()) {
        holds_any_text(&text);
    }
}
