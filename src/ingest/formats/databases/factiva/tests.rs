//! Factiva: small invented exports in each shape.

use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
use crate::model::article::Article;

const CODED: &str = "<html><head><title>Factiva</title></head><body><div id=\"article-x\" class=\"article\"><div class=\"article frArticle\"><table>\
    <tr><td class=\"index\"><b>SE</b>&nbsp;</td><td>Local</td></tr><tr><td class=\"index\"><b>HD</b>&nbsp;</td><td><span class='frHeadline'>\
    1) La halle rouvre</span></td></tr><tr><td class=\"index\"><b>BY</b>&nbsp;</td><td>Ana Lorme; ana@brume.example</td></tr><tr>\
    <td class=\"index\"><b>WC</b>&nbsp;</td><td>12 mots</td></tr><tr><td class=\"index\"><b>PD</b>&nbsp;</td><td>9 März 2021</td></tr><tr>\
    <td class=\"index\"><b>SN</b>&nbsp;</td><td>L'Étoile</td></tr><tr><td class=\"index\"><b>PG</b>&nbsp;</td><td>26</td></tr><tr>\
    <td class=\"index\"><b>LA</b>&nbsp;</td><td>Französisch</td></tr><tr><td class=\"index\"><p><b>LP</b>&nbsp;</p></td><td>\
    <p class=\"articleParagraph\">La <b>halle</b> a rouvert.</p></td></tr><tr><td class=\"index\"><b>TD</b>&nbsp;</td><td>\
    <p class=\"articleParagraph\">Les marchands sont là.</p></td></tr><tr><td class=\"index\"><b>NS</b>&nbsp;</td><td>gcat : Allgemeines</td></tr>\
    <tr><td class=\"index\"><b>AN</b>&nbsp;</td><td>Dokument ETOILE0020210309eh390003o</td></tr></table></div></div>\
    <div class=\"article deArticle\"><table><tr><td class=\"index\"><b>HD</b></td><td>Kurz</td></tr><tr><td class=\"index\"><b>LP</b></td><td>\
    <p class=\"articleParagraph\">Eine Notiz.</p></td></tr><tr><td class=\"index\"><b>AN</b></td><td>Dokument BLATT00020210310eh3a0001a</td></tr>\
    </table></div><table><tr><td>Gesucht wurde: Halle</td></tr></table></body></html>";

const BARE: &str = "<html><body><div id=\"article-y\" class=\"article\"><div class=\"article enArticle\"><div>News</div><div id=\"hd\">\
    <span class=\"enHeadline\">Market hall opens</span></div><div class=\"author\">By Ann Poe</div><div>1,412 words</div><div>9 March 2021</div>\
    <div>17:04</div><div>The Brume Star</div><div>BRSTAR</div><div>Late</div><div>12</div><div>English</div><div>Copyright 2021 Star</div>\
    <p class=\"articleParagraph\">The hall opened.</p><p class=\"articleParagraph\">Traders are back.</p><p>Document BRSTAR0020210309eh390003o</p>\
    </div></div></body></html>";

const SAVED: &str = "*HD* \t\nLa halle rouvre\n\n*PD* \t9 mars 2021\n*SN* \tL'Étoile\n*LP* \n\nLa halle a rouvert mardi matin et les marchands\n\
    sont revenus.\n\n*TD* \t\nLe maire était là.\n\nFin.\n\n*AN* \t\nDocument ETOILE0020210309eh390003o\n\n*HD* \t\nAutre\n*PD* \t10 mars 2021\n\
    *SN* \tVigie\n*LP* \n\nBref.\n\n*AN* \nDocument VIGIE00020210310eh390003o\n\n© 2024 Factiva, Inc. All rights reserved.\n";

fn facts(article: &Article) -> (&str, String, &str, &str) {
    let source = article.source.as_ref().map_or("", |source| &source.text);
    (&article.title, article.published.date.to_string(), source, article.imprint.docid.as_deref().unwrap_or_default())
}

#[test]
fn codes_are_fields() {
    let reading = read_text("a.html", CODED);
    let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(facts(first), ("La halle rouvre", "2021-03-09".to_owned(), "L'Étoile", "ETOILE0020210309eh390003o"));
    assert_eq!(first.author.as_ref().map(|author| &*author.text), Some("Ana Lorme"));
    assert_eq!((first.imprint.section.as_deref(), first.imprint.page.as_deref()), (Some("Local"), Some("26")));
    assert_eq!((first.words, first.lang.to_string().as_str()), (8, "fr"));
    assert_eq!(facts(second).1, "2021-03-10");
    assert_eq!(reading.left_out[0].words, "Gesucht wurde: Halle");
}

#[test]
fn rows_without_codes_are_known_by_their_order() {
    let reading = read_text("a.html", BARE);
    let [article] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(facts(article), ("Market hall opens", "2021-03-09".to_owned(), "The Brume Star", "BRSTAR0020210309eh390003o"));
    assert_eq!(article.author.as_ref().map(|author| &*author.text), Some("Ann Poe"));
    assert_eq!((article.imprint.section.as_deref(), article.imprint.page.as_deref()), (Some("News"), Some("12")));
    assert_eq!(article.words, 6);
}

#[test]
fn interfaces_of_any_language_are_read_by_the_order_of_rows() {
    let shown = [
        ("412 слов", "9 Март 2021", "Английский"),
        ("412 文字", "2021年3月9日", "英語"),
        ("412 szavak", "2021. szegedi 9", "Angol"),
        ("412 słów", "9 marca 2021", "Angielski"),
    ];
    for (length, day, language) in shown {
        let text = BARE.replace("1,412 words", length).replace("9 March 2021", day).replace("English", language);
        let reading = read_text("a.html", &text);
        let [article] = &reading.articles[..] else { panic!("{reading:?}") };
        let right = ("Market hall opens", "2021-03-09".to_owned(), "The Brume Star", "BRSTAR0020210309eh390003o");
        assert_eq!(facts(article), right, "{length}");
        assert_eq!(article.words, 6, "{length}");
    }
}

#[test]
fn saved_text_is_read_and_its_paragraphs_joined() {
    let reading = read_text("a.txt", SAVED);
    let [first, second] = &reading.articles[..] else { panic!("{reading:?}") };
    assert_eq!(facts(first).0, "La halle rouvre");
    let text: Vec<&str> = first.text_blocks().map(|block| block.span.of(&first.body)).collect();
    assert_eq!(text, ["La halle a rouvert mardi matin et les marchands sont revenus.", "Le maire était là.", "Fin."]);
    assert_eq!((facts(second).0, &*second.place.to_string()), ("Autre", "a.txt#2"));
    assert_eq!(reading.left_out[0].words, "© 2024 Factiva, Inc. All rights reserved.");
}

#[test]
fn no_word_of_an_export_is_lost() {
    for (name, text) in [("a.html", CODED), ("b.html", BARE), ("c.txt", SAVED)] {
        assert_no_word_lost(name, text);
    }
}

#[test]
fn codes_behind_a_space_open_fields_too() {
    let copied = "\u{feff} HD\tLa halle rouvre\n WC\t132 words\n PD\t9 March 2021\n SN\tL'Étoile\n\n LP\tLa halle a rouvert mardi.\n AN\tDocument \
                  ETOILE0020210309eh390003o\n\n HD\tAutre\n PD\t10 March 2021\n SN\tL'Étoile\n LP\tLe marché aussi.\n AN\tDocument ETOILE0020210310eh390004o\n";
    let reading = read_text("a.txt", copied);
    assert_eq!(reading.articles.iter().map(|one| &*one.title).collect::<Vec<_>>(), ["La halle rouvre", "Autre"]);
}
