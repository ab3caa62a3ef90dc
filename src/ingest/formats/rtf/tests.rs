//! Rich text: small documents, written by hand.

use super::read;

#[test]
fn paragraphs_signs_and_pages_are_read() {
    let rtf = b"{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}{\\header Page 1\\par}{\\*\\generator X;}\\pard\\b L'\\'e9t\\'e9\\b0\\par\n\
        Un {\\i mot}\\~: \\u8217 ?ici, \\u-10179?\\u-8704?\\line suite\\tab fin\\{x\\}\\par}";
    let found = read(rtf);
    assert_eq!(found.text, "L'été\n\nUn mot\u{a0}: ’ici, 😀\nsuite\tfin{x}\n\n");
    assert_eq!(found.running, "Page 1\n\n");
    let headings: Vec<&str> = found.headings.iter().map(|heading| heading.of(&found.text)).collect();
    assert_eq!(headings, ["L'été"]);
}

#[test]
fn signs_that_were_written_without_an_escape_are_read_as_what_they_are() {
    assert_eq!(read("{\\rtf1\\ansi\\ansicpg1252 h\u{e4}lt \\'e9t\\'e9 \u{2013} ja\\par}".as_bytes()).text, "hält été – ja\n\n");
    assert_eq!(read(b"{\\rtf1\\ansi\\ansicpg1252 h\xe4lt \\'e9t\\'e9\\par}").text, "hält été\n\n");
}

#[test]
fn broken_files_end_somewhere() {
    for rtf in
        [&b"{\\rtf1 a{{{"[..], b"{\\rtf1 a}}}}b", b"{\\rtf1 \\", b"{\\rtf1 \\'", b"{\\rtf1 \\bin99999999999 a", b"{\\rtf1 \\u"]
    {
        assert!(read(rtf).text.len() <= 2);
    }
}

#[test]
fn boxes_and_notes_stand_behind_their_paragraphs() {
    let rtf = b"{\\rtf1\\ansi La halle{\\super\\chftn}{\\footnote {\\super\\chftn} Une note.} rouvre\\par{\\shp{\\*\\shpinst\\shpleft10{\\sp{\\sn a}{\\sv 1}}\
        {\\shptxt \\pard Dans la bo\\'eete.\\par Deux.\\par}}{\\shprslt{\\*\\do{\\dptxbxtext Dans.\\par}}}}Un mot.\\par\
        {\\*\\atnid X}{\\*\\annotation A voir.}Fin.\\par}";
    let found = read(rtf);
    assert_eq!(found.text, "La halle rouvre\n\nUn mot.\n\nDans la bo\u{ee}te.\n\nDeux.\n\nFin.\n\nUne note.\n\n");
    assert_eq!(found.comments.trim(), "A voir.");
    let old = read(
        b"{\\rtf1 {\\*\\do\\dptxbx{\\dptxbxtext Encadr\\'e9\\par}}{\\header{\\shp{\\*\\shpinst{\\shptxt Page\\par}}}}Texte}",
    );
    assert_eq!((old.text.as_str(), old.running.trim()), ("Texte\n\nEncadr\u{e9}\n\n", "Page"));
}

#[test]
fn what_tracked_changes_deleted_is_kept_apart() {
    let found = read(
        b"{\\rtf1\\ansi La halle {\\deleted\\revauthdel1 ferme lundi}{\\revised rouvre mardi}, dit \\deleted le\\deleted0 la \\deleted x\\plain maire.\\par}",
    );
    assert_eq!(found.text, "La halle rouvre mardi, dit la maire.\n\n");
    assert_eq!(found.deleted, "ferme lundilex");
}

#[test]
fn bytes_are_in_the_code_page_of_their_font() {
    let found = read(
        b"{\\rtf1\\ansi\\ansicpg1252\\deff2{\\fonttbl{\\f0\\fnil\\fcharset238 A;}{\\f1\\fnil\\fcharset204 B;}{\\f2\\fnil\\fcharset0 C;}}\
        \\pard\\f0 \\'c8l\\'e1nek {\\f1 \\'cc\\'ee\\'f1\\'f2} t\\'fddne\\plain  \\'e8\\par}",
    );
    assert_eq!(found.text, "Článek Мост týdne è\n\n");
}
