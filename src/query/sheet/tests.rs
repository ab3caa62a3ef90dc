use super::{CellMark, EventSheet, SheetEvent, SheetSection};
use crate::analysis::actors::Gazetteer;
use crate::analysis::families::Families;
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::{Article, ArticleId, Attributed, Block, BlockKind, Lang};
use crate::model::date::{PartialDate, Provenance, Publication, PublicationDate};
use crate::text::span::Span;

fn article(number: u8, outlet: &str, day: Option<u8>, body: &str) -> Article {
    let mut sha256 = [0; 32];
    sha256[0] = number;
    let date = day
        .map_or(PublicationDate::Unknown, |day| PublicationDate::On(PartialDate::parse(&format!("2023-03-{day:02}")).unwrap()));
    Article {
        id: ArticleId(format!("{number:012x}").into()),
        sha256,
        title: format!("Titre {number}").into(),
        lang: Lang::parse("fr"),
        source: Some(Attributed { text: outlet.into(), provenance: Provenance::Header }),
        published: Publication { date, provenance: Provenance::Header, evidence: Vec::new() },
        blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, body.len()) }],
        body: body.into(),
        ..Article::default()
    }
}

fn sheet(articles: Vec<Article>) -> EventSheet {
    sheet_of(articles, None)
}

/// The sheet of `articles`, or of `event` alone; dates are analysed as they are in an archive.
fn sheet_of(articles: Vec<Article>, event: Option<&SheetEvent>) -> EventSheet {
    let mut archive = Archive::default();
    let all: Vec<ArticleIx> = (0..u32::try_from(articles.len()).unwrap()).map(ArticleIx).collect();
    archive.append_articles(articles);
    EventSheet::of((&archive, &Gazetteer::builtin()), &all, &Families::of(&archive), event)
}

fn cells(sheet: &EventSheet, section: SheetSection) -> Vec<Vec<(&str, CellMark)>> {
    let rows = sheet.rows.iter().filter(|row| row.section == section);
    rows.map(|row| {
        row.cells.iter().map(|cell| cell.as_ref().map_or(("", CellMark::Plain), |cell| (&*cell.text, cell.mark))).collect()
    })
    .collect()
}

#[test]
fn figures_of_one_thing_stand_in_one_row_with_who_was_first() {
    let sheet = sheet(vec![
        article(1, "Gazette", Some(9), "Les pompiers ont évacué 52 habitants du quai. Deux bacs ont coulé, et 3 barques."),
        article(2, "Matin", Some(8), "Les pompiers ont évacué 46 habitants."),
    ]);
    assert_eq!(sheet.columns.iter().map(super::SheetColumn::title).collect::<Vec<_>>(), ["Matin", "Gazette"]);
    let figures = cells(&sheet, SheetSection::Figures);
    assert_eq!(figures[0], [("46 habitants", CellMark::FirstHere), ("52 habitants", CellMark::Plain)]);
    assert_eq!(figures[1], [("", CellMark::Plain), ("3 barques", CellMark::OnlyHere)]);
    let own = cells(&sheet, SheetSection::OwnWords);
    assert!(own[0].iter().all(|(text, _)| text.starts_with("Les pompiers")), "{own:?}");
    assert_eq!(own[1][1], ("Deux bacs ont coulé, et 3 barques.", CellMark::OnlyHere));
}

#[test]
fn who_was_first_of_one_day_is_not_known() {
    let body = "Les pompiers ont évacué 46 habitants.";
    let of_a_day = sheet(vec![article(1, "Gazette", Some(8), body), article(2, "Matin", Some(8), body)]);
    assert_eq!(
        cells(&of_a_day, SheetSection::Figures)[0].iter().map(|(_, mark)| *mark).collect::<Vec<_>>(),
        [CellMark::Unknown; 2]
    );
    let without = sheet(vec![article(1, "Gazette", None, body), article(2, "Matin", Some(8), body)]);
    assert_eq!(without.columns[0].title(), "Matin", "what has no day comes last");
    assert_eq!(
        cells(&without, SheetSection::Figures)[0].iter().map(|(_, mark)| *mark).collect::<Vec<_>>(),
        [CellMark::Unknown; 2]
    );
}

#[test]
fn a_lower_bound_is_no_day_of_publication() {
    let body = "Les pompiers ont évacué 46 habitants.";
    let mut old = article(1, "Gazette", None, body);
    old.published.date = PublicationDate::Since(PartialDate::parse("2005").unwrap());
    let sheet = sheet(vec![old, article(2, "Matin", Some(8), body)]);
    let columns: Vec<(String, String)> = sheet.columns.iter().map(|column| (column.title(), column.day())).collect();
    assert_eq!(columns, [("Matin".into(), "2023-03-08".into()), ("Gazette".into(), "2005 or later".into())]);
    assert_eq!(cells(&sheet, SheetSection::Figures)[0].iter().map(|(_, mark)| *mark).collect::<Vec<_>>(), [CellMark::Unknown; 2]);
}

#[test]
fn what_the_texts_of_other_columns_hold_is_not_only_here() {
    let sheet = sheet(vec![
        article(1, "Gazette", Some(8), "Le maire a dit « oui, nous fermerons la vanne ». Il y avait 544 bacs."),
        article(2, "Matin", Some(9), "Oui, nous fermerons la vanne, selon le maire. Les 544 marins sont restés à quai."),
    ]);
    let marks = |section| cells(&sheet, section).concat().into_iter().map(|(_, mark)| mark).collect::<Vec<_>>();
    assert!(!marks(SheetSection::Statements).contains(&CellMark::OnlyHere), "the same words without marks of quotation");
    assert!(!marks(SheetSection::Figures).contains(&CellMark::OnlyHere), "the number stands in both");
}

#[test]
fn copies_share_a_column_and_so_do_articles_of_one_outlet() {
    let body = (0..200).map(|at| format!("mot{at} ")).collect::<Vec<_>>().concat();
    let sheet = sheet(vec![
        article(1, "Gazette", Some(7), &body),
        article(2, "Matin", Some(8), &body),
        article(3, "Soir", Some(8), "Le pont est fermé depuis mardi matin, dit la mairie."),
        article(4, "Soir", Some(9), "La mairie attend le rapport des ingénieurs sur les piles."),
    ]);
    let columns: Vec<(String, usize)> = sheet.columns.iter().map(|column| (column.title(), column.articles.len())).collect();
    assert_eq!(columns, [("Gazette, Matin".to_owned(), 2), ("Soir".to_owned(), 2)]);
}

/// What `sheet` has in a section, as words of each cell.
fn words(sheet: &EventSheet, section: SheetSection) -> Vec<Vec<&str>> {
    cells(sheet, section).into_iter().map(|row| row.into_iter().map(|(text, _)| text).collect()).collect()
}

#[test]
fn the_sheet_of_one_event_is_read_from_the_passages_that_tell_of_it() {
    let far = "Le maire de Valmont aime la pêche. Les meuniers attendent 700 sacs de farine. Une école ouvrira le 2 avril 2023.";
    let articles = vec![
        article(
            1,
            "Gazette",
            Some(9),
            &format!("Le 7 mars 2023, le bac Sarelle a coulé avec 12 passagers. Les pompiers ont sauvé 9 marins. {far}"),
        ),
        article(2, "Matin", Some(8), &format!("Le bac Sarelle a coulé près du moulin avec 11 passagers. {far}")),
        article(3, "Soir", Some(9), "Les meuniers de Querval fêtent leurs 300 ans."),
    ];
    let timex = articles[0].body.find("Le 7 mars").unwrap();
    let event = SheetEvent {
        title: "2023-03-07 · Le bac a coulé".into(),
        days: PartialDate::parse("2023-03-07").unwrap().interval(),
        places: vec![(ArticleIx(0), Span::new(timex, timex + "Le 7 mars 2023".len()))],
    };
    let sheet = sheet_of(articles, Some(&event));
    assert_eq!(sheet.title, "2023-03-07 · Le bac a coulé");
    let columns: Vec<String> = sheet.columns.iter().map(super::SheetColumn::title).collect();
    assert_eq!(columns, ["Matin", "Gazette"], "a paper that tells nothing of it has no column");
    let figures = words(&sheet, SheetSection::Figures);
    assert_eq!(figures, [vec!["11 passagers", "12 passagers"], vec!["", "9 marins"]], "not the sacks of the story");
    assert_eq!(words(&sheet, SheetSection::When), [vec!["", "Le 7 mars 2023"]]);
    let own = words(&sheet, SheetSection::OwnWords).concat();
    assert!(!own.iter().any(|text| text.contains("farine") || text.contains("école")), "{own:?}");
}

#[test]
fn a_copy_that_tells_other_numbers_has_a_column_of_its_own() {
    let filler = (0..200).map(|at| format!("mot{at} ")).collect::<Vec<_>>().concat();
    let told = |workers: &str| format!("{workers} ouvriers du moulin ont quitté le quai pendant la nuit. {filler}");
    let sheet = sheet(vec![
        article(1, "Gazette", Some(7), &told("Quarante")),
        article(2, "Matin", Some(8), &told("Quarante")),
        article(3, "Soir", Some(9), &told("Cinquante")),
        article(4, "Midi", Some(9), &told("Cinquante")),
    ]);
    let columns: Vec<String> = sheet.columns.iter().map(super::SheetColumn::title).collect();
    assert_eq!(columns, ["Gazette, Matin", "Soir, Midi"]);
    let own = words(&sheet, SheetSection::OwnWords);
    let row = own.iter().find(|row| row[0].starts_with("Quarante")).unwrap();
    assert!(row[1].starts_with("Cinquante"), "side by side: {row:?}");
}

#[test]
fn who_is_named_by_the_surname_elsewhere_is_not_only_here() {
    let sheet = sheet(vec![
        article(1, "Gazette", Some(8), "Le maire Karim Tarvel a dit non. La juge Anne Rivoire a dit oui."),
        article(2, "Matin", Some(9), "« Nous attendons », a dit hier Tarvel aux marins du quai."),
    ]);
    let who = sheet.rows.iter().filter(|row| row.section == SheetSection::Who);
    let marks: Vec<(&str, CellMark)> = who.map(|row| (&*row.label, row.cells[0].as_ref().unwrap().mark)).collect();
    assert!(!marks.contains(&("Karim Tarvel", CellMark::OnlyHere)), "{marks:?}");
}
