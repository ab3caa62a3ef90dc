#![cfg(test)]

use crate::analysis::actors::Gazetteer;
use crate::analysis::statements::{StatementKind, statements};
use crate::model::article::{Article, Block, BlockKind, Lang};
use crate::text::span::Span;

/// The statements of a text: the words, the actor or, between brackets, the words for the speaker.
fn stated(body: &str, lang: Lang) -> Vec<(StatementKind, String, String)> {
    let gazetteer = Gazetteer::builtin();
    let mut start = 0;
    let blocks = body.split_inclusive('\n').map(|line| {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        Block { kind: BlockKind::Paragraph, span }
    });
    let mut article = Article { body: body.into(), blocks: blocks.collect(), lang, ..Article::default() };
    article.mentions = gazetteer.mentions(&article);
    let words = |span: Option<Span>| span.map_or("", |span| span.of(body)).to_owned();
    let speaker = |statement: &super::Statement| match statement.speaker {
        Some(actor) => gazetteer.table().name(actor).to_owned(),
        None => format!("[{}]", words(statement.speaker_words)),
    };
    statements(&article, gazetteer.table()).iter().map(|one| (one.kind, words(Some(one.span)), speaker(one))).collect()
}

fn direct(body: &str, lang: Lang) -> Vec<(String, String)> {
    let all = stated(body, lang).into_iter().filter(|(kind, ..)| *kind == StatementKind::Direct);
    all.map(|(_, words, speaker)| (words, speaker)).collect()
}

#[test]
fn the_speaker_of_a_quotation_is_named_behind_it() {
    let found = direct("« Nous ne céderons pas sur ce point », a déclaré mardi Barack Obama devant la presse.", Lang::Fr);
    assert_eq!(found, [("Nous ne céderons pas sur ce point".into(), "Barack Obama".into())]);
    let found = direct("“We will not yield on this,” Barack Obama said on Tuesday.", Lang::En);
    assert_eq!(found, [("We will not yield on this".into(), "Barack Obama".into())]);
}

#[test]
fn the_speaker_of_a_quotation_is_named_before_it() {
    let found = direct("Interrogé, Barack Obama a répondu : « Le vote aura lieu comme prévu. »", Lang::Fr);
    assert_eq!(found, [("Le vote aura lieu comme prévu.".into(), "Barack Obama".into())]);
    let found = direct("Selon Barack Obama, « le vote aura lieu comme prévu ».", Lang::Fr);
    assert_eq!(found, [("le vote aura lieu comme prévu".into(), "Barack Obama".into())]);
}

#[test]
fn a_pronoun_stands_for_the_one_who_spoke_before() {
    let text = "« Le vote aura lieu comme prévu », a dit Barack Obama. Le texte a été remanié. « Il sera voté avant l’été », a-t-il ajouté.";
    let found = direct(text, Lang::Fr);
    assert_eq!(found.last().unwrap(), &("Il sera voté avant l’été".into(), "Barack Obama".into()));
    let alone = direct("« Il sera voté avant l’été », a-t-il ajouté.", Lang::Fr);
    assert_eq!(alone, [("Il sera voté avant l’été".into(), "[il]".into())]);
}

#[test]
fn the_words_for_an_unknown_speaker_are_kept() {
    let found = direct("« La rue était pleine de fumée », raconte un voisin de l’immeuble, encore choqué.", Lang::Fr);
    assert_eq!(found, [("La rue était pleine de fumée".into(), "[un voisin de l’immeuble]".into())]);
    let reported = stated("Selon la préfecture, trois maisons ont été touchées.", Lang::Fr);
    let whole = "Selon la préfecture, trois maisons ont été touchées.";
    assert_eq!(reported, [(StatementKind::Indirect, whole.into(), "[la préfecture]".into())]);
}

#[test]
fn reported_speech_is_a_statement_of_its_subject() {
    let found = stated("Barack Obama a affirmé que le vote aurait lieu comme prévu.", Lang::Fr);
    assert_eq!(found, [(StatementKind::Indirect, "le vote aurait lieu comme prévu.".into(), "Barack Obama".into())]);
    let found = stated("Barack Obama said that the vote would go ahead.", Lang::En);
    assert_eq!(found, [(StatementKind::Indirect, "the vote would go ahead.".into(), "Barack Obama".into())]);
}

#[test]
fn a_term_between_marks_and_a_quotation_of_nobody_have_no_speaker() {
    assert!(stated("Le plan « zéro papier » est lancé par Barack Obama.", Lang::Fr).is_empty());
    let found =
        direct("Sur la banderole, on lisait « Rendez-nous notre école de quartier ». Barack Obama est passé devant.", Lang::Fr);
    assert_eq!(found, [("Rendez-nous notre école de quartier".into(), "[]".into())]);
}

#[test]
fn a_neighbouring_sentence_lends_no_speaker() {
    let found = direct("Barack Obama est arrivé lundi. « La salle est trop petite pour nous », regrette une élève.", Lang::Fr);
    assert_eq!(found, [("La salle est trop petite pour nous".into(), "[une élève]".into())]);
}

#[test]
fn whom_it_is_told_to_and_where_do_not_speak() {
    let found = direct("« La salle est trop petite », a déclaré à l’AFP Barack Obama.", Lang::Fr);
    assert_eq!(found, [("La salle est trop petite".into(), "Barack Obama".into())]);
    let found = direct("« La salle est trop petite », raconte à l’AFP une élève du lycée.", Lang::Fr);
    assert_eq!(found, [("La salle est trop petite".into(), "[une élève du lycée]".into())]);
    let found = direct("« La salle est trop petite », a regretté devant la presse Barack Obama.", Lang::Fr);
    assert_eq!(found, [("La salle est trop petite".into(), "Barack Obama".into())]);
    let found = direct("En Italie, l’opposition a rappelé : « La salle est trop petite. »", Lang::Fr);
    assert_eq!(found, [("La salle est trop petite.".into(), "[l’opposition]".into())]);
    let found = direct("“The hall is too small,” the caretaker told AFP in Italy.", Lang::En);
    assert_eq!(found, [("The hall is too small".into(), "[the caretaker]".into())]);
}

#[test]
fn who_is_named_beside_an_office_or_before_an_aside_speaks() {
    for text in [
        "« La salle est trop petite », a dit le président de l’AFP, Barack Obama, à Rome.",
        "« La salle est trop petite », a dit le président de l’AFP Barack Obama.",
        "Barack Obama, venu de Rome, a dit : « La salle est trop petite »",
    ] {
        assert_eq!(direct(text, Lang::Fr), [("La salle est trop petite".into(), "Barack Obama".into())], "{text}");
    }
    let found = direct("“The hall is too small,” Barack Obama’s gardener said.", Lang::En);
    assert_eq!(found, [("The hall is too small".into(), "[Barack Obama’s gardener]".into())]);
    let found = direct("“The hall is too small,” said a plumber who met Barack Obama.", Lang::En);
    assert_eq!(found, [("The hall is too small".into(), "[a plumber]".into())]);
    let announced = direct("Le plan annoncé par Barack Obama « ne changera rien du tout ».", Lang::Fr);
    assert_eq!(announced, [("ne changera rien du tout".into(), "[]".into())]);
}

#[test]
fn a_title_with_a_stop_does_not_end_the_sentence() {
    let found = direct("“The hall is too small,” Mr. Obama said on Monday.", Lang::En);
    assert_eq!(found, [("The hall is too small".into(), "Barack Obama".into())]);
    let found = direct("“The hall is too small,” Mrs. Plonvert said.", Lang::En);
    assert!(matches!(&*found, [(_, words)] if words.contains("Plonvert")), "{found:?}");
}

#[test]
fn a_pronoun_agrees_and_stands_for_a_person() {
    let said = "“The hall is too small,” Barack Obama said. “It was built for forty people,”";
    let last = |text: &str| direct(text, Lang::En).pop().unwrap().1;
    assert_eq!(last(&format!("{said} he added.")), "Barack Obama");
    assert_eq!(last(&format!("{said} she added.")), "[she]");
    assert_eq!(
        last(&format!("{} he added.", said.replace("said.", "said. Then Joe Biden rose."))),
        "[he]",
        "either may be meant"
    );
    assert_eq!(last("“The hall is too small,” AFP reported. “It was built for forty people,” he added."), "[he]");
    let named = "The door opened. Angela Merkel came in. “The hall is too small for us,” she said.";
    assert_eq!(last(named), "Angela Merkel", "nobody else of her sex is named");
}
