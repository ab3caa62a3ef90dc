//! The tagger of dates on sentences of both languages: what it finds, what it leaves alone, and how it resolves.

use std::fs;
use std::path::{Path, PathBuf};

use liseuse::analysis::actors::Gazetteer;
use liseuse::analysis::analyse;
use liseuse::analysis::dates::{annotate, read_date, tag};
use liseuse::analysis::events::events;
use liseuse::model::article::{Article, Block, BlockKind, Lang};
use liseuse::model::confidence::Confidence;
use liseuse::model::date::{PartialDate, Provenance, PublicationDate};
use liseuse::text::span::Span;
use proptest::prelude::{Strategy, any, prop, proptest};
use unicode_segmentation::UnicodeSegmentation as _;

#[path = "dates/counts_and_names.rs"]
mod counts_and_names;
#[path = "dates/english.rs"]
mod english;
#[path = "dates/english_ahead.rs"]
mod english_ahead;
#[path = "dates/english_daily.rs"]
mod english_daily;
#[path = "dates/english_invented.rs"]
mod english_invented;
#[path = "dates/english_kinds.rs"]
mod english_kinds;
#[path = "dates/english_more.rs"]
mod english_more;
#[path = "dates/english_pages.rs"]
mod english_pages;
#[path = "dates/english_pages_more.rs"]
mod english_pages_more;
#[path = "dates/english_plain.rs"]
mod english_plain;
#[path = "dates/english_press.rs"]
mod english_press;
#[path = "dates/french.rs"]
mod french;
#[path = "dates/french_ahead.rs"]
mod french_ahead;
#[path = "dates/french_counted.rs"]
mod french_counted;
#[path = "dates/french_daily.rs"]
mod french_daily;
#[path = "dates/french_heads.rs"]
mod french_heads;
#[path = "dates/french_invented.rs"]
mod french_invented;
#[path = "dates/french_kinds.rs"]
mod french_kinds;
#[path = "dates/french_local.rs"]
mod french_local;
#[path = "dates/french_more.rs"]
mod french_more;
#[path = "dates/french_notices.rs"]
mod french_notices;
#[path = "dates/french_pages.rs"]
mod french_pages;
#[path = "dates/french_pages_more.rs"]
mod french_pages_more;
#[path = "dates/french_plain.rs"]
mod french_plain;
#[path = "dates/french_press.rs"]
mod french_press;
#[path = "dates/further_pages.rs"]
mod further_pages;
#[path = "dates/german.rs"]
mod german;
#[path = "dates/intended.rs"]
mod intended;
#[path = "dates/mixed_kinds.rs"]
mod mixed_kinds;
#[path = "dates/mixed_pages.rs"]
mod mixed_pages;
#[path = "dates/of_the_press.rs"]
mod of_the_press;
#[path = "dates/spanish.rs"]
mod spanish;
#[path = "dates/week.rs"]
mod week;

/// One sentence: language, publication date, words, and each expression as `words|TYPE|value`.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

fn published(text: &str) -> PublicationDate {
    let date = |text: &str| PartialDate::parse(text);
    let read = match text.split_once('/') {
        None => date(text).map(PublicationDate::On),
        Some((from, "..")) => date(from).map(PublicationDate::Since),
        Some((from, to)) => date(from).zip(date(to)).map(|(from, to)| PublicationDate::Between(from, to)),
    };
    read.unwrap_or_default()
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

/// What a pattern would say of a language: its name, its code, or a word of it.
#[test]
fn patterns_name_no_language_and_no_word_of_one() {
    const NAMES: &[&str] = &["english", "french", "german", "spanish", "lang::", "code =="];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/analysis/dates/patterns");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.push(folder.with_extension("rs"));
    assert!(files.len() > 15, "{folder:?}");
    let mut wrong = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        for (number, line) in source.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            // One capital is a sign of a notation, such as the `T` of ISO 8601.
            let word = code.split('"').skip(1).step_by(2).any(|literal| literal.chars().any(char::is_lowercase));
            let name = NAMES.iter().any(|name| code.to_lowercase().contains(name));
            if word || name {
                wrong.push(format!("{}:{}: {line}", file.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
    let mut article = bare(lang, paragraphs);
    annotate(&mut article);
    article
}

/// An article of which nothing is found yet.
fn bare(lang: Lang, paragraphs: &[&str]) -> Article {
    let body = paragraphs.join("\n\n");
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in paragraphs {
        blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(at, at + paragraph.len()) });
        at += paragraph.len() + 2;
    }
    Article { body: body.into(), blocks, lang, ..Article::default() }
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
fn nothing_that_is_inferred_is_falsely_certain() {
    let rows: &[InferredRow] = &[
        // The stamps of comments and messages, and what stands behind them, are none of the article.
        (
            Lang::En,
            &["The dam broke in March 2010.", "Posted by lakeside on May 3, 2012 05:17 PM"],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
        (Lang::Fr, &["La digue a cédé en mars 2010.", "@lac 3 mai 2012"], "2010-03/..", Some(Confidence::Bound)),
        (Lang::Fr, &["La digue a cédé en mars 2010.", "Daté du 3 mai 2012"], "2010-03/..", Some(Confidence::Bound)),
        // Projections, elections and budgets.
        (
            Lang::En,
            &["The dam broke in March 2010. The sea could rise by a metre by 2100."],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
        (
            Lang::En,
            &["The dam broke in March 2010. The minister presented the 2012 budget."],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
        (Lang::Fr, &["La digue a cédé en mars 2010. Le scénario 2050 a inquiété."], "2010-03/..", Some(Confidence::Bound)),
        (Lang::Fr, &["Il fut élu en mars 2014. Il a visé les municipales de 2020."], "2014-03/..", Some(Confidence::Bound)),
        // A weekday with its day near the newest full date, and far from a year alone.
        (
            Lang::Fr,
            &["La loi fut votée le 3 mars 2020.", "Mardi 10 mars, le maire a parlé."],
            "2020-03-10/2020-03-31",
            Some(Confidence::Likely),
        ),
        (Lang::Fr, &["Le traité fut signé en 1998.", "Mardi 10 mars, le maire a parlé."], "1998/..", Some(Confidence::Bound)),
        // An announced day is an upper side.
        (
            Lang::En,
            &["The bridge fell on March 3, 2019. A vote will be held on April 9, 2019."],
            "2019-03-03/2019-04-09",
            Some(Confidence::Likely),
        ),
        (Lang::En, &["VENICE | Tue Jun 8, 2010 3:12 pm EDT", "The ships left."], "2010-06-08", Some(Confidence::Certain)),
        // Nothing lies after the day on which this runs.
        (Lang::En, &["The tower was shut in March 2099."], "", None),
    ];
    hold_inferred(rows);
}

/// Language, paragraphs, the date inferred from them, and how sure it is.
type InferredRow = (Lang, &'static [&'static str], &'static str, Option<Confidence>);

fn hold_inferred(rows: &[InferredRow]) {
    for (lang, paragraphs, date, confidence) in rows {
        let published = article(*lang, paragraphs).published;
        assert_eq!(published.date.to_string(), *date, "{paragraphs:?}");
        let sure = Confidence::of(published.date, published.provenance, || published.evidence.len());
        assert_eq!(sure, *confidence, "{paragraphs:?}");
    }
}

#[test]
fn an_agency_line_without_a_year_takes_it_from_a_day_near_it_alone() {
    hold_inferred(&[
        (
            Lang::En,
            &["DORVANE, March 26 (Tarvel) - The mine, shut since March 3, 1997, burned."],
            "1997-03-26",
            Some(Confidence::Likely),
        ),
        (
            Lang::En,
            &["DORVANE, March 26 (Tarvel) - The mine burned. It was sold on April 9, 1980."],
            "1980-04-09/..",
            Some(Confidence::Bound),
        ),
        (
            Lang::En,
            &["DORVANE, March 26 (Tarvel) - Sales rose from those of January 1996."],
            "1996-01/..",
            Some(Confidence::Bound),
        ),
        // Its weekday must fit in that year, and what ended in those months may be of the accounts of a year before.
        (
            Lang::En,
            &["DORVANE, Wed March 26 (Tarvel) - The mine, shut since March 3, 1997, burned."],
            "1997-03-26",
            Some(Confidence::Likely),
        ),
        (
            Lang::En,
            &["DORVANE, Tue March 26 (Tarvel) - The mine, shut since March 3, 1997, burned."],
            "1997-03-03/..",
            Some(Confidence::Bound),
        ),
        (
            Lang::En,
            &["DORVANE, March 26 (Tarvel) - Sales fell in the year ended February 28, 1997."],
            "1997-02-28/..",
            Some(Confidence::Bound),
        ),
        (
            Lang::En,
            &["DORVANE, March 26 (Tarvel) - Loans were up from those at February 28, 1997."],
            "1997-02-28/..",
            Some(Confidence::Bound),
        ),
    ]);
}

#[test]
fn what_is_planned_and_what_lies_too_far_behind_tells_no_day() {
    hold_inferred(&[
        // So long behind the newest day another year may have the weekday too.
        (
            Lang::En,
            &["The dam broke on April 27, 2003.", "On Thursday, November 4, the mayor spoke."],
            "2003-04-27/..",
            Some(Confidence::Bound),
        ),
        // Plans of money.
        (
            Lang::En,
            &["The dam broke in March 2010. The notes mature on May 1, 2012. He offered to redeem them on March 3, 2012."],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
        (
            Lang::En,
            &["The dam broke in March 2010. Growth was put at 2.5 percent this year and 3.5 percent in 2012."],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
        // Terms of contracts.
        (
            Lang::En,
            &["The dam broke in March 2010. The bonds are convertible after May 1, 2012."],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
        // What was to be, and a stretch of days that is announced.
        (
            Lang::Fr,
            &["La digue a cédé en mars 2010. Son procès devait s'ouvrir en juin 2012."],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
        (
            Lang::Fr,
            &["La digue a cédé en mars 2010. La foire revient du 8 janvier au 4 février 2012."],
            "2010-03/..",
            Some(Confidence::Bound),
        ),
    ]);
}

#[test]
fn a_stamp_at_the_head_of_the_text_is_that_of_the_article() {
    hold_inferred(&[
        // The stamp of the article stands at its head, in one line with it.
        (
            Lang::En,
            &["Arab leaders watch in fear Thursday 27 January 2005 00.02 GMT For the first time, they are about to vote."],
            "2005-01-27",
            Some(Confidence::Certain),
        ),
        (
            Lang::En,
            &["Monday, November 22, 2010; 7:16 PM The fund has paid $ 20 million, its head said."],
            "2010-11-22",
            Some(Confidence::Certain),
        ),
        (
            Lang::En,
            &["8 September 2010 Last updated at 15:00 GMT Help The firm has produced a report."],
            "2010-09-08",
            Some(Confidence::Certain),
        ),
        (Lang::En, &["February 13, 2011 | By Ann Leaf They took to the streets."], "2011-02-13", Some(Confidence::Certain)),
        // A weekday that does not fit, and the stamp of a comment, are none.
        (Lang::En, &["Monday 27 January 2005 00.02 GMT For the first time, they vote."], "", None),
        (Lang::En, &["Right you are. January 27, 2005 at 7:25 pm | Reply So are you."], "", None),
    ]);
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
}

#[test]
fn sentences_about_one_day_are_one_event_shown_by_the_one_that_tells_most() {
    let article = article(
        Lang::En,
        &[
            "On 3 March 2020 it rained. The talks opened on 3 March 2020. They ended on 5 March 2020. It was cold on 3 March 2020.",
        ],
    );
    let told: Vec<(String, u8)> =
        events(&article).iter().map(|event| (event.interval.to_string(), event.telling.sentences)).collect();
    assert_eq!(told, [("2020-03-03".to_owned(), 3), ("2020-03-05".to_owned(), 1)]);
}

#[test]
fn an_event_is_told_as_past_to_come_or_planned() {
    use liseuse::model::event::Outlook::{Future, Past, Planned};
    for (lang, sentence, told) in [
        (Lang::Fr, "Le 3 mars 2020, il partit.", Past),
        (Lang::Fr, "Il partira le 30 août 2020.", Future),
        (Lang::Fr, "Un sommet est prévu le 30 août 2020.", Planned),
        (Lang::En, "They met on 3 March 2020.", Past),
        (Lang::En, "The court will sit on 30 August 2020.", Future),
        (Lang::En, "A vote is scheduled for 30 August 2020.", Planned),
        (Lang::En, "The court will sit on 19 August 2020.", Future),
        (Lang::En, "The court sat on 19 August 2020.", Past),
    ] {
        let mut article = article(lang, &[sentence]);
        article.published.date = published("2020-08-19");
        annotate(&mut article);
        let outlooks: Vec<_> = events(&article).iter().map(|event| event.telling.outlook).collect();
        assert_eq!(outlooks, [told], "{sentence}");
    }
}

#[test]
fn furniture_is_not_dated() {
    let mut article = article(Lang::Fr, &["Lire aussi: le bilan de mars 2020"]);
    article.blocks.iter_mut().for_each(|block| block.kind = BlockKind::Furniture);
    annotate(&mut article);
    assert!(article.dates.is_empty());
}

fn date_words() -> impl Strategy<Value = String> {
    const WORDS: &str = "le 22 juillet 2020 lundi dernier ' l an 31 février - au à 20 h 30 . , week end 99 ans il y a plus tard fin mi début de 9999 0 years ago last May p m du trimestre e\u{301} 5\u{301} siècle 🇫🇷 demi next 3 / : 4294967296 65535 décennies dans mille siècles";
    let words: Vec<&str> = WORDS.split(' ').chain(["\n\n"]).collect();
    prop::collection::vec(prop::sample::select(words), 0..24)
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

#[test]
fn a_place_and_a_full_date_that_are_a_line_date_the_article() {
    let mut article = bare(Lang::En, &["Shares rise", "LONDON 1996-08-23", "Shares rose on Friday, dealers said."]);
    analyse(&mut article, &Gazetteer::default());
    assert_eq!(article.published.date.to_string(), "1996-08-23");
}

#[test]
fn terms_of_office_raise_a_bound_and_only_those_that_are_spoken_of_as_lasting() {
    let rows: &[(&str, &str)] = &[
        // Who holds an office since then raises the bound; people are called by an office after its end, so that nothing is the last day.
        ("La loi fut votée en mars 2019. Le président Joe Biden reçoit ses alliés à Washington.", "2021-01-20/.."),
        ("The law was passed in March 2022. President Joe Biden meets his allies in Washington.", "2022-03/.."),
        ("The law was passed in March 2019. In 2022 it was President Joe Biden who had praised it.", "2022/.."),
        // Of whom the text does not say that they hold it, or who held it before the newest fact.
        ("The law was passed in March 2022. Former President Barack Obama meets his allies in Washington.", "2022-03/.."),
        ("The law was passed in March 2022. President Barack Obama was not asked.", "2022-03/.."),
        // Two terms of one office do not tell which.
        ("The law was passed in March 2019. President Donald Trump meets his allies in Washington.", "2019-03/.."),
        ("The law was passed in March 2019. Joe Biden meets his allies in Washington.", "2019-03/.."),
        // Who may come to hold it does not.
        ("The law was passed in March 2019. The court would be another if a President Joe Biden filled it.", "2019-03/.."),
    ];
    let gazetteer = Gazetteer::builtin();
    for (text, date) in rows {
        let mut article = bare(if text.starts_with("La") { Lang::Fr } else { Lang::En }, &[text]);
        analyse(&mut article, &gazetteer);
        assert_eq!(article.published.date.to_string(), *date, "{text}");
        let reasons = &article.published.evidence;
        assert!(reasons.iter().all(|reason| reason.span.is_some_and(|span| span.of(text) == &*reason.words)), "{reasons:?}");
        assert_eq!(reasons.len() > 1, date.starts_with("2021-01-20"), "{reasons:?}");
    }
}

#[test]
fn nothing_is_counted_from_the_years_between_two_terms() {
    let text = "La loi fut votée en mars 2019. Le président Joe Biden reçoit ses alliés mardi.";
    let mut article = bare(Lang::Fr, &[text]);
    analyse(&mut article, &Gazetteer::builtin());
    assert!(article.dates.iter().any(|timex| &*timex.value == "XXXX-WXX-2"));
}

/// A date that a text sets ahead in one place, ends a stretch with, or counts a season by bounds nothing; an old year gives no weekday its year.
#[test]
fn what_is_set_ahead_in_one_place_is_no_fact_in_another() {
    let bound = Some(Confidence::Bound);
    hold_inferred(&[
        (
            Lang::Fr,
            &["La taxe de Valmont disparaîtra en 2023.", "Elle fut réduite en 2019, et supprimée en 2023."],
            "2019/..",
            bound,
        ),
        (
            Lang::Fr,
            &["Le port a été agrandi en mars 2018.", "Il attend des grues entre juin 2019 et mars 2021."],
            "2018-03/..",
            bound,
        ),
        (
            Lang::Fr,
            &["Il a été élu en janvier 2015.", "Une attaque a fait deux blessés ce vendredi 25 septembre."],
            "2015-01/..",
            bound,
        ),
        (
            Lang::Fr,
            &[
                "La digue céda en mars 2010.",
                "Il est 11h33 ce mercredi 7 janvier 2015 quand le feu prend, a raconté le maire lundi.",
            ],
            "2010-03/..",
            bound,
        ),
        (Lang::En, &["Stocks fell in March 1986.", "They rose in the July 1986/June 1987 marketing year."], "1986-07/..", bound),
        (
            Lang::En,
            &["The mill closed in May 1986.", "Payments of 3 million were called for in each of the years 1987 through 1991."],
            "1986-05/..",
            bound,
        ),
    ]);
}
