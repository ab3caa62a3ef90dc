//! JSON: names of fields, lists in any nesting, and the records of services.

use super::{Contents, draft, read};

fn one(text: &str) -> Result<crate::ingest::draft::Draft, String> {
    match read(text).unwrap() {
        Contents::One(value) => draft(&value),
        Contents::List(list) => draft(&list[0]),
    }
}

#[test]
fn usual_names_are_read_whatever_their_capitals() {
    let found = one(
        r#"{"Headline": "A &amp; B", "published_at": "2020-05-16T10:00:00Z", "source": {"id": 1, "name": "Le Monde"},
            "authors": ["Anne", {"name": "Bob"}], "link": "https://x.fr/a", "inLanguage": "fr-FR", "content": "<p>Un</p><p>Deux</p>"}"#,
    )
    .unwrap();
    assert_eq!(found.declared.title.as_deref(), Some("A & B"));
    assert_eq!(found.declared.outlet.as_deref(), Some("Le Monde"));
    assert_eq!(found.declared.author.as_deref(), Some("Anne, Bob"));
    assert_eq!(found.declared.date.as_deref(), Some("2020-05-16T10:00:00Z"));
    assert_eq!(found.lines.places.len(), 2);
}

#[test]
fn maps_feeds_and_objects_in_a_row_are_lists() {
    let listed = |text: &str| match read(text).unwrap() {
        Contents::List(list) => list.iter().map(|value| draft(value).unwrap().declared).collect(),
        Contents::One(_) => Vec::new(),
    };
    let keyed = listed(r#"{"a": {"title": "A", "text": "Un."}, "b": {"title": "B", "text": "Deux."}}"#);
    assert_eq!(keyed.iter().filter_map(|one| one.title.as_deref()).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!(listed("{\"text\": \"Un.\"}{\"text\": \"Deux.\"}\n[{\"text\": \"Trois.\"}]").len(), 3);
    let feed = listed(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "L'Écho", "items": [{"title": "A", "content_html": "<p>Un.</p>"}]}"#,
    );
    assert_eq!(feed[0].outlet.as_deref(), Some("L'Écho"));
    let wire = one(r#"{"versioncreated": "2021-03-10", "firstcreated": "2021-03-09", "body_html": "<p>Un.</p>"}"#).unwrap();
    assert_eq!(wire.declared.date.as_deref(), Some("2021-03-09"));
}

#[test]
fn numbers_that_python_writes_are_nothing_known() {
    let found = one(r#"{"title": "NaN", "author": NaN, "score": -Infinity, "text": "Un texte."}"#).unwrap();
    assert_eq!((found.declared.title.as_deref(), found.declared.author), (Some("NaN"), None));
    assert!(read(r#"{"text": NaN"#).is_err());
}

#[test]
fn lists_are_found_and_missing_text_is_named() {
    assert!(matches!(read(r#"{"articles": [{"text": "a"}, {"text": "b"}]}"#).unwrap(), Contents::List(list) if list.len() == 2));
    assert!(matches!(read(r#"{"response": {"docs": [{"text": "a"}]}}"#).unwrap(), Contents::List(list) if list.len() == 1));
    assert!(one(r#"{"data": {"article": {"headline": {"main": "A"}, "body": [{"text": "a"}]}}}"#).is_ok());
    assert!(one(r#"{"title": "x", "summary": "y"}"#).unwrap_err().contains("`summary`"));
    assert!(one("3").is_err());
    let hit = one(r#"{"title": "Un vote", "date": "2021-03-09", "source": "Le Val", "text": ""}"#).unwrap();
    assert_eq!(hit.lines.all_words().collect::<Vec<_>>(), ["Un vote"]);
    let brief =
        one(r#"{"titre": "Un vote", "date": "2022-01-04", "categorie": "une", "description": "Le conseil de Valmont a voté."}"#);
    let brief = brief.unwrap();
    assert_eq!(brief.lines.all_words().next(), Some("Le conseil de Valmont a voté."));
    assert_eq!(brief.declared.section.as_deref(), Some("une"));
}

/// What the articles of a document say: headline, day, outlet, author, address, and the first line and the count of lines.
fn told(text: &str) -> Vec<[String; 6]> {
    let list = match read(text).unwrap() {
        Contents::One(value) => vec![value],
        Contents::List(list) => list,
    };
    let told = |value: &serde_json::Value| {
        let draft = draft(value).unwrap();
        let declared = draft.declared;
        let first = draft.lines.all_words().next().unwrap_or_default().to_owned();
        let fields =
            [declared.title, declared.date, declared.outlet, declared.author, declared.url].map(Option::unwrap_or_default);
        let [title, date, outlet, author, url] = fields;
        [title, date, outlet, author, url, format!("{}: {first}", draft.lines.places.len())]
    };
    list.iter().map(told).collect()
}

#[test]
fn answers_of_services_are_opened_and_their_names_known() {
    let weir = ["The weir rises", "2020-03-03", "The Vale", "Ann Poe", "https://vale.example/weir", "2: The weir rises."];
    let answers = [
        r#"{"response": {"results": [{"type": "article", "webTitle": "The weir", "webPublicationDate": "2020-03-03",
            "webUrl": "https://vale.example/weir", "fields": {"headline": "The weir rises", "byline": "By Ann Poe",
            "publication": "The Vale", "bodyText": "The weir rises.\n\nIt is new."}}]}}"#,
        r#"{"articles": {"page": 1, "results": [{"date": "2020-03-03", "url": "https://vale.example/weir", "title": "The weir rises",
            "body": "The weir rises.\n\nIt is new.", "source": {"uri": "vale.example", "title": "The Vale"}, "authors": [{"name": "Ann Poe"}]}]}}"#,
        r#"{"status": "ok", "articles": [{"source": {"id": null, "name": "The Vale"}, "author": "Ann Poe", "publishedAt": "2020-03-03",
            "title": "The weir rises - The Vale", "url": "https://vale.example/weir", "content": "The weir rises.\n\nIt is new."}]}"#,
        r#"{"id": "starred", "title": "Favourites", "items": [{"title": "The weir rises", "published": "2020-03-03", "author": "Ann Poe",
            "origin": {"title": "The Vale"}, "canonical": [{"href": "https://vale.example/weir"}],
            "summary": {"content": "<p>The weir rises.</p><p>It is new.</p>"}}]}"#,
        r#"{"content_elements": [{"type": "story", "headlines": {"basic": "The weir rises"}, "publish_date": "2020-03-03",
            "source": {"name": "The Vale"}, "credits": {"by": [{"name": "Ann Poe"}]}, "url": "https://vale.example/weir", "content_elements":
            [{"type": "text", "content": "The weir rises."}, {"type": "list", "items": [{"type": "text", "content": "It is new."}]}]}]}"#,
        r#"{"data": [{"type": "node", "id": "7", "attributes": {"title": "The weir rises", "created": "2020-03-03", "author": "Ann Poe",
            "source": "The Vale", "url": "https://vale.example/weir", "body": {"value": "<p>The weir rises.</p><p>It is new.</p>"}}}]}"#,
        r#"{"hits": {"total": 1, "hits": [{"_id": "7", "_source": {"title": "The weir rises", "date": "2020-03-03", "author": "Ann Poe",
            "source": "The Vale", "url": "https://vale.example/weir", "content": "The weir rises.\n\nIt is new."}}]}}"#,
        r#"{"response": {"docs": [{"web_url": "https://vale.example/weir", "abstract": "The weir rises", "lead_paragraph":
            "The weir rises.\n\nIt is new.", "source": "The Vale", "headline": {"main": "The weir rises", "kicker": null},
            "pub_date": "2020-03-03", "byline": {"original": "By Ann Poe", "person": []}}]}}"#,
        r#"{"an": "VALE1", "title": "The weir rises", "snippet": "The weir rises.", "body": "It is new.", "byline": "Ann Poe",
            "publication_datetime": "2020-03-03", "modification_datetime": "2020-03-05", "source_name": "The Vale",
            "url": "https://vale.example/weir"}"#,
    ];
    for answer in answers {
        assert_eq!(told(answer), [weir.map(str::to_owned)], "{answer}");
    }
}

#[test]
fn libraries_call_things_otherwise() {
    let trove = r#"{"category": [{"code": "newspaper", "records": {"n": 1, "article": [{"heading": "THE WEIR.", "category": "Article",
        "title": {"id": "3", "title": "The Vale Star (Vale : 1842 - 1954)"}, "date": "1894-03-03", "url": "https://api.example/3",
        "troveUrl": "https://library.example/3", "articleText": "<p>The weir rises.</p>"}]}}]}"#;
    assert_eq!(
        told(trove),
        [["THE WEIR.", "1894-03-03", "The Vale Star", "", "https://library.example/3", "1: The weir rises."]]
    );
    let impresso = r#"{"id": "VLE-1894-03-03-a-i0005", "d": "1894-03-03", "tp": "ar", "lg": "fr", "t": "Le barrage", "pp": [1],
        "ft": "Été au barrage. Il est neuf.", "pb": [16]}"#;
    assert_eq!(told(impresso), [["Le barrage", "1894-03-03", "VLE", "", "", "2: Été au barrage."]]);
}

#[test]
fn tables_by_columns_and_lists_in_lists_are_articles() {
    let titles = |text: &str| told(text).into_iter().map(|[title, ..]| title).collect::<Vec<_>>();
    let tables = [
        r#"{"title": {"0": "A", "1": "B", "10": "C"}, "text": {"0": "Un.", "1": "Deux.", "10": "Trois."}, "date": {"0": 1, "1": 2, "10": 3}}"#,
        r#"{"columns": ["title", "text"], "index": [0, 1, 2], "data": [["A", "Un."], ["B", "Deux."], ["C", "Trois."]]}"#,
        r#"{"title": ["A", "B", "C"], "text": ["Un.", "Deux.", "Trois."]}"#,
        r#"[[{"title": "A", "text": "Un."}], [[{"title": "B", "text": "Deux."}], {"title": "C", "text": "Trois."}]]"#,
        r#"{"site.example": [{"title": "A", "text": "Un."}, {"title": "B", "text": "Deux."}], "vale.example": [{"title": "C", "text": "Trois."}]}"#,
        r#"{"count": 3, "news": [{"title": "A", "text": "Un."}, {"title": "B", "text": "Deux."}, {"title": "C", "text": "Trois."}]}"#,
    ];
    for table in tables {
        assert_eq!(titles(table), ["A", "B", "C"], "{table}");
    }
    // A list with a title and a summary of its own is no article.
    let two = r#"[{"title": "A", "date": "2021-03-09", "text": "Un."}, {"title": "B", "date": "2021-03-10", "text": "Deux."}]"#;
    for list in [
        format!(r#"{{"data": {{"title": "Export", "description": "Deux articles.", "items": {two}}}}}"#),
        format!(r#"{{"title": "Export", "description": "Deux articles.", "elements": {two}}}"#),
    ] {
        assert_eq!(titles(&list), ["A", "B"], "{list}");
    }
    // Neither readers' comments nor the paragraphs of an article are articles.
    let commented = r#"{"title": "A", "paragraphs": ["Un.", "Deux."], "comments": [{"title": "Bah", "text": "Non."}]}"#;
    assert_eq!(
        told(commented).into_iter().map(|[title, .., lines]| (title, lines)).collect::<Vec<_>>(),
        [("A".to_owned(), "2: Un.".to_owned())]
    );
}

#[test]
fn a_printed_lead_is_part_of_the_text_and_stands_there_once() {
    let lines = |text: &str| told(text).remove(0)[5].clone();
    assert_eq!(lines(r#"{"titre": "A", "chapo": "Un lead.", "texte": "Le texte."}"#), "2: Un lead.");
    assert_eq!(lines(r#"{"titre": "A", "chapo": "Le texte", "texte": "Le texte."}"#), "1: Le texte.");
    assert_eq!(lines(r#"{"titre": "A", "description": "Un résumé.", "texte": "Le texte."}"#), "1: Le texte.");
    assert_eq!(lines(r#"{"titre": "A", "chapo": "Un lead.", "texte": "<p>Le texte.</p>"}"#), "2: Un lead.");
}

#[test]
fn sections_of_a_body_are_one_article_with_their_headings() {
    let found = one(
        r#"{"V1": {"title": "Un pont rouvre", "publishing_date": "2021-03-04", "body": {"summary": ["Onze mois de travaux."], "sections": [
            {"headline": [], "paragraphs": ["Le pont a rouvert jeudi.", "Des habitants sont venus."]},
            {"headline": ["Les camions attendent"], "paragraphs": ["Ils font le tour."]}]}}}"#,
    )
    .unwrap();
    let lines: Vec<_> = found.lines.all_words().collect();
    let told = [
        "Onze mois de travaux.",
        "Le pont a rouvert jeudi.",
        "Des habitants sont venus.",
        "Les camions attendent",
        "Ils font le tour.",
    ];
    assert_eq!((found.declared.title.as_deref(), found.declared.date.as_deref()), (Some("Un pont rouvre"), Some("2021-03-04")));
    assert_eq!(lines, told);
}

#[test]
fn pages_with_words_are_the_text_and_never_the_number_of_a_page() {
    let found = one(
        r#"{"title": "Un almanach", "date": "1914-12-31", "pages": [{"page_index": 0, "text": "Le pont rouvre.\n\nLa foire suit."},
            {"page_index": 1, "text": "La piscine ferme."}]}"#,
    )
    .unwrap();
    assert_eq!(found.lines.all_words().collect::<Vec<_>>(), ["Le pont rouvre.", "La foire suit.", "La piscine ferme."]);
    let long =
        format!(r#"{{"title": "Un mot", "text": "Le pont rouvre.", "section": "{}"}}"#, "Le pont de Valmont rouvre. ".repeat(30));
    assert_eq!(one(&long).unwrap().declared.section, None);
}

#[test]
fn sentences_under_a_name_of_their_own_are_the_text_of_a_record_that_has_none() {
    let speech = "Le pont de Valmont a été rouvert jeudi matin après onze mois de travaux, devant cent habitants.";
    let found =
        one(&format!(r#"{{"title": "Un pont rouvre", "date": "2021-03-04", "member": "Ana Lorme", "speech": "{speech}"}}"#))
            .unwrap();
    assert_eq!(found.lines.all_words().collect::<Vec<_>>(), [speech]);
    let nested = format!(
        r#"{{"debates": [{{"title": "Un pont", "date": "2021-03-04", "speech": "{speech}"}}, {{"title": "Deux", "date": "2021-03-05", "speech": "{speech}"}}]}}"#
    );
    assert!(matches!(read(&nested).unwrap(), Contents::List(list) if list.len() == 2));
    let short = one(r#"{"title": "Un pont rouvre", "speech": "Le pont rouvre."}"#);
    assert!(short.is_err(), "{short:?}");
}

#[test]
fn a_map_of_articles_opens_wherever_it_lies_and_an_empty_one_costs_itself_alone() {
    let map = r#"{"a": {"articleBody": "Le pont rouvre."}, "b": {"articleBody": ""}, "c": {"articleBody": "La piscine ferme."}}"#;
    for text in [map.to_owned(), format!(r#"{{"version": "9f", "output": {map}}}"#)] {
        let Contents::List(list) = read(&text).unwrap() else { panic!("{text}") };
        assert_eq!(list.iter().map(|value| draft(value).is_ok()).collect::<Vec<_>>(), [true, false, true], "{text}");
    }
    let atom = r##"{"tag:1": {"title": "Un pont", "updated": "2021-03-04", "summary": {"#text": "Le pont rouvre.", "@type": "html"}},
        "tag:2": {"title": "Une piscine", "updated": "2021-03-05", "summary": {"@type": "html"}}}"##;
    assert!(matches!(read(atom).unwrap(), Contents::List(list) if list.len() == 2 && draft(&list[0]).is_ok()));
}

#[test]
fn a_body_with_a_form_in_its_name_is_the_text_and_a_picture_is_none() {
    let wire = one(
        r#"{"headline": "Un pont", "versioncreated": "2021-03-04", "body_html5": "<article><p>Le pont rouvre.</p></article>"}"#,
    );
    assert_eq!(wire.unwrap().lines.text, "Le pont rouvre.");
    let item = |summary: &str| {
        one(&format!(
            r#"{{"title": "Un pont", "pubDate": "2021-03-04", "link": "https://a.example/1", "description": "{summary}"}}"#
        ))
        .unwrap()
    };
    assert_eq!(item("<img width='1' src='https://a.example/p.gif'/>").lines.text, "Un pont");
    assert_eq!(item("Le pont rouvre.<br/><img src='p.gif'/>").lines.text, "Le pont rouvre.");
}

#[test]
fn what_programs_write_into_a_field_is_read_as_they_meant_it() {
    let declared = |fields: &str| one(&format!(r#"{{"text": "Un.", {fields}}}"#)).unwrap().declared;
    assert_eq!(declared(r#""authors": "['Ana Lorme', \"Paul d'Arcy\"]""#).author.as_deref(), Some("Ana Lorme, Paul d'Arcy"));
    assert_eq!(declared(r#""authors": "[]""#).author, None);
    assert_eq!(declared(r#""pubdate": "", "publish_date": "2021-03-04""#).date.as_deref(), Some("2021-03-04"));
    assert_eq!(declared(r#""date": {"year": 2021, "month": 3, "day": 4}"#).date.as_deref(), Some("2021-03-04"));
    assert_eq!(declared(r#""date": {"$date": {"$numberLong": "1614852000000"}}"#).date.as_deref(), Some("1614852000000"));
    assert_eq!(declared(r#""language": "English""#).lang.as_deref(), Some("en"));
}

#[test]
fn texts_that_editors_keep_as_trees_are_read() {
    let body = |body: &str| {
        let found = one(&format!(r#"{{"title": "Un pont", "date": "2021-03-04", "content": {body}}}"#)).unwrap();
        found.lines.all_words().map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    let lexical = r#"{"root": {"children": [{"type": "paragraph", "children": [{"text": "Le pont "}, {"text": "rouvre."}]},
        {"type": "heading", "children": [{"text": "La suite"}]}, {"type": "paragraph", "children": [{"text": "Il est neuf."}]}]}}"#;
    let told = ["Le pont rouvre.", "La suite", "Il est neuf."];
    assert_eq!(body(lexical), told);
    assert_eq!(body(&serde_json::Value::String(lexical.to_owned()).to_string()), told);
    assert_eq!(
        body(
            r#"{"ops": [{"insert": "Le pont rouvre.\nLa suite"}, {"attributes": {"header": 2}, "insert": "\n"}, {"insert": "Il est neuf.\n"}]}"#
        ),
        told
    );
    assert_eq!(
        body(
            r#"{"blocks": [{"type": "paragraph", "data": {"text": "Le pont rouvre."}}, {"type": "header", "data": {"text": "La suite"}},
                {"type": "list", "data": {"items": ["Il est neuf."]}}]}"#
        ),
        told
    );
    let portable = r#"[{"_type": "block", "children": [{"text": "Le pont rouvre."}]}, {"_type": "block", "style": "h2", "children": [{"text": "La suite"}]},
        {"_type": "block", "style": "normal", "children": [{"text": "Il est "}, {"type": "link", "children": [{"text": "neuf."}]}]}]"#;
    assert_eq!(body(portable), told);
    let rich = r#"{"fr": {"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "Le pont rouvre."}]},
        {"nodeType": "heading-2", "content": [{"value": "La suite"}]}, {"nodeType": "paragraph", "content": [{"value": "Il est neuf."}]}]}}"#;
    assert_eq!(body(rich), told);
    assert_eq!(body(r#"[{"p": "Le pont rouvre."}, {"h2": "La suite"}, {"p": "Il est neuf."}]"#), told);
    assert_eq!(
        body(r#"[{"type": "text", "value": "Le pont rouvre."}, {"type": "image", "caption": "Le pont"}]"#),
        ["Le pont rouvre.", "Le pont"]
    );
}

#[test]
fn names_in_other_languages_and_runs_of_a_message_are_known() {
    let said = |text: &str| one(text).map(|draft| (draft.declared.title, draft.declared.date, draft.lines.text)).unwrap();
    let told = |lead: &str| (Some("Pont".to_owned()), Some("2021-03-04".to_owned()), format!("{lead}Il rouvre."));
    assert_eq!(
        said(r#"{"titular": "Pont", "entradilla": "Once meses.", "cuerpo": "Il rouvre.", "fecha": "2021-03-04"}"#),
        told("Once meses.\n\n")
    );
    assert_eq!(said(r#"{"العنوان": "Pont", "النص": "Il rouvre.", "التاريخ": "2021-03-04"}"#), told(""));
    assert_eq!(said(r#"{"标题": "Pont", "正文": "Il rouvre.", "日期": "2021年3月4日"}"#), told(""));
    assert_eq!(said(r#"{"title": {"fr": "Pont"}, "date": {"fr": "2021-03-04"}, "text": {"fr": "Il rouvre."}}"#), told(""));
    let runs =
        one(r#"{"messages": [{"date": "2021-03-04", "text": [{"type": "bold", "text": "Le pont"}, " rouvre."]}]}"#).unwrap();
    assert_eq!(runs.lines.text, "Le pont rouvre.");
    let wrapped = one(r#"[{"_source": {"article": {"meta": {"headline": "Pont", "published": "2021-03-04"}, "content": {"text": "Il rouvre."}}}}]"#).unwrap();
    assert_eq!((wrapped.declared.title.as_deref(), &*wrapped.lines.text), (Some("Pont"), "Il rouvre."));
    assert_eq!(
        one(r#"{"text": "Un.", "authors": [{"firstName": "Ana", "lastName": "Lorme"}]}"#).unwrap().declared.author.as_deref(),
        Some("Ana Lorme")
    );
}

#[test]
fn texts_alone_are_articles_and_other_elements_are_told_at_once() {
    let text = "Le pont de Valmont a rouvert jeudi matin après onze mois de travaux, devant cent habitants.";
    let Contents::List(list) = read(&format!(r#"{{"pont.txt": "{text}", "piscine.txt": "{text}"}}"#)).unwrap() else { panic!() };
    assert_eq!(
        list.iter().map(|value| draft(value).unwrap().declared.docid.unwrap()).collect::<Vec<_>>(),
        ["piscine.txt", "pont.txt"]
    );
    assert!(draft(&serde_json::Value::String(text.to_owned())).is_ok());
    let links = format!("[{}]", vec![r#""https://a.example/1""#; 500].join(","));
    let reading = crate::ingest::formats::tests::read_text("a.json", &links);
    assert_eq!((reading.articles.len(), reading.problems.len()), (0, 1), "{:?}", reading.problems.first());
}

#[test]
fn a_page_that_a_crawler_kept_is_read_as_a_page() {
    let html = "<html><head><title>Un pont rouvre</title></head><body><nav><a href='/'>Accueil</a></nav><article><h1>Un pont rouvre</h1>\
                <p>Le pont de Valmont a rouvert jeudi matin après onze mois de travaux.</p><p>Cent habitants sont venus le voir.</p></article></body></html>";
    let found =
        one(&serde_json::json!({"url": "https://gazette.example/pont", "html": html, "date": "2021-03-04"}).to_string()).unwrap();
    assert_eq!((found.declared.title.as_deref(), found.declared.date.as_deref()), (Some("Un pont rouvre"), Some("2021-03-04")));
    assert_eq!(found.declared.url.as_deref(), Some("https://gazette.example/pont"));
    assert!(found.lines.text.contains("Cent habitants sont venus le voir."));
}

#[test]
fn lists_of_cells_are_rows_and_names_may_say_their_language() {
    let Contents::List(list) = read(
        r#"[["title", "date", "text"], ["Un pont", "2021-03-04", "Il rouvre."], ["Une piscine", "2021-03-05", "Elle ferme."]]"#,
    )
    .unwrap() else {
        panic!()
    };
    let told: Vec<_> =
        list.iter().map(|row| draft(row).unwrap()).map(|draft| (draft.declared.title.unwrap(), draft.lines.text)).collect();
    assert_eq!(told, [("Un pont".to_owned(), "Il rouvre.".to_owned()), ("Une piscine".to_owned(), "Elle ferme.".to_owned())]);
    let said = one(r#"{"title_fr": "Un pont", "body_fr": "Il rouvre.", "author_id": "7"}"#).unwrap();
    assert_eq!((said.declared.title.as_deref(), said.declared.author), (Some("Un pont"), None));
}

#[test]
fn words_that_say_more_than_the_blocks_beside_them_are_the_text() {
    let text = "Le pont rouvre jeudi. Il est neuf. Cent habitants sont venus avec leurs vélos.";
    let found = one(&format!(
        r#"{{"title": "Un pont", "body": [{{"type": "paragraph", "text": "Le pont rouvre jeudi."}}], "text": "{text}"}}"#
    ));
    assert_eq!(found.unwrap().lines.text, text);
}

#[test]
fn json_that_programs_write_twice_or_wrap_is_read() {
    let records =
        r#"[{"title": "Le pont rouvre", "text": "Il rouvre lundi."}, {"title": "La piscine ferme", "text": "Elle ferme."}]"#;
    let list: serde_json::Value = serde_json::from_str(records).unwrap();
    let string = serde_json::Value::String(records.to_owned()).to_string();
    let strings: Vec<String> = list.as_array().unwrap().iter().map(ToString::to_string).collect();
    let python = records.replace('"', "'");
    for text in [
        string,
        serde_json::to_string(&strings).unwrap(),
        format!("retour({records});"),
        format!("var articles = {records};"),
        format!("/* archive */ {records}"),
        format!(")]}}',\n{records}"),
        python,
    ] {
        let titles: Vec<String> = told(&text).into_iter().map(|[title, ..]| title).collect();
        assert_eq!(titles, ["Le pont rouvre", "La piscine ferme"], "{text}");
    }
}

#[test]
fn keys_that_are_days_or_sites_say_so_of_the_articles_below() {
    let text = r#"{"valmont.example": {"2021-03-04": [{"titre": "Le pont rouvre", "texte": "Il rouvre lundi matin."}]},
        "dole.example": {"2021-03-05": [{"titre": "La piscine ferme", "texte": "Elle ferme.", "date": "2021-03-01"}]}}"#;
    let mut found: Vec<_> = told(text).into_iter().map(|[_, date, outlet, ..]| (date, outlet)).collect();
    found.sort();
    let named = |date: &str, outlet: &str| (date.to_owned(), outlet.to_owned());
    assert_eq!(found, [named("2021-03-01", "dole.example"), named("2021-03-04", "valmont.example")]);
    let texts =
        r#"{"pont.txt": "Le pont de Valmont a été rouvert jeudi matin après onze mois de travaux.", "bac.txt": "Le bac ferme."}"#;
    assert_eq!(told(texts).len(), 2);
}
