//! What a line signs with: `Par Claire Dumont`, `Propos recueillis par Claire Dumont`, `Words by Claire Dumont`. Asked by `byline`.

use crate::ingest::rules::byline::is_name;
use crate::ingest::rules::signers::{OF_WORKS, is_person};

/// What a signature begins with.
pub(super) const SIGNATURES: &[&str] = &[
    "Par : ",
    "Par ",
    "PAR ",
    "By ",
    "BY ",
    "par : ",
    "Propos recueillis par ",
    "Recueilli par ",
    "Recueillis par ",
    "Entretien réalisé par ",
    "Interview réalisée par ",
    "Information fournie par ",
    "information fournie par ",
    "Texte par : ",
    "Texte par ",
    "Texte : ",
    "Textes : ",
    "Mis en ligne par ",
    "Posté par ",
    "Ecrit par ",
    "Article par ",
    "Text by ",
    "Von ",
    "Por ",
    "Posted by ",
    "Written by ",
    "Publié par ",
    "Publié par : ",
    "Article rédigé par ",
    "Article écrit par ",
    "Article de ",
    "Un article de ",
    "Rédigé par ",
    "Rédigé et vérifié par ",
    "Écrit et vérifié par ",
    "Écrit par ",
    "Geschrieben von ",
    "Veröffentlicht von ",
    "Gepostet von ",
    "Verfasst von ",
    "Artikel von ",
    "Ein Artikel von ",
    "Autor: ",
    "Autorin: ",
    "Author: ",
    "Auteur : ",
    "Auteur: ",
    "Autrice : ",
    "Words by ",
    "Story by ",
    "Reporting by ",
    "Reported by ",
    "Written By ",
    "WRITTEN BY ",
    "Por: ",
    "por: ",
    "Tribune de ",
    "Tribune libre de ",
    "Une tribune de ",
    "Chronique de ",
    "Une chronique de ",
    "La chronique de ",
    "De: ",
    "De : ",
    "By: ",
    "BY: ",
    "Von: ",
    "Author ",
    "Auteur ",
    "Auteure ",
    "AUTEUR ",
    "AUTEURE ",
    "Autor ",
    "écrit par ",
    "rédigé par ",
    "Escrito por ",
    "Escrito por: ",
    "Redactado por ",
    "Redactado por: ",
    "Publicado por ",
    "Kolumne von ",
    "Kommentar von ",
    "Ein Kommentar von ",
    "Eine Analyse von ",
    "Analyse von ",
    "Interview von ",
];

/// What a line signs with, and who does; a person must, where a work may be named as well.
pub(super) fn signature(words: &str) -> Option<(&'static str, &str)> {
    // `ParClaire Dumont`: a page glues the small word to the name.
    let small = ["Par", "par", "By", "by", "Von", "Por", "por"];
    let glued = || small.iter().find_map(|by| words.strip_prefix(by)).filter(|name| is_person(name)).map(|name| ("Par ", name));
    let spelled = SIGNATURES.iter().find_map(|by| words.strip_prefix(by).map(|whole| (*by, whole)));
    let verbs = || SIGNATURES.iter().filter(|by| ["ar ", "By ", "by "].iter().any(|end| by.ends_with(end)));
    let glued_verb = || verbs().find_map(|by| Some((*by, words.strip_prefix(by.trim_end()).filter(|name| is_person(name))?)));
    let (by, whole) = spelled.or_else(glued).or_else(glued_verb)?;
    // `By By Claire Dumont`.
    let whole = whole.strip_prefix(by).unwrap_or(whole);
    if !OF_WORKS.iter().any(|work| by.starts_with(work)) {
        return Some((by, whole));
    }
    // `Une tribune de Claire Dumont, Experte en ponts chez Rives`: who she is stands behind a comma.
    let name = whole.split_once(", ").filter(|(name, who)| is_name(name) && !is_name(who)).map_or(whole, |(name, _)| name);
    is_person(whole).then_some((by, name))
}
