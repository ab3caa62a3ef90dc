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
    statements(&article).iter().map(|one| (one.kind, words(Some(one.span)), speaker(one))).collect()
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
