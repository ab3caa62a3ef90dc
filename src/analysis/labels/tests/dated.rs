//! What a label keeps of a sentence for the sake of the date it stands for.

use crate::analysis::labels::{compressed, compressed_at};
use crate::model::article::Lang;

fn at(sentence: &str, date: &str, lang: Lang) -> String {
    let start = sentence.find(date).expect("the sentence holds its date");
    compressed_at(sentence, &(start..start + date.len()), lang)
}

#[test]
fn a_day_alone_before_the_subject_is_no_subject() {
    for (sentence, expected) in [
        (
            "Le 16 novembre 2019, Anne Rivoire, âgée de 29 ans, était partie en forêt de Valmont.",
            "Anne Rivoire était partie en forêt de Valmont",
        ),
        ("21 novembre Le pont de la Sarelle a été rouvert.", "Le pont de la Sarelle a été rouvert"),
    ] {
        assert_eq!(compressed(sentence, Lang::Fr), expected, "{sentence}");
    }
}

#[test]
fn the_clause_of_the_date_stays() {
    for (sentence, date, lang, expected) in [
        // What leans on the part before goes with it.
        (
            "Les ouvriers se sont retirés de Valmont en 2011, mais en 2014, la mairie les a invités à revenir.",
            "en 2014",
            Lang::Fr,
            "Les ouvriers se sont retirés de Valmont, mais en 2014, la mairie les a invités à revenir",
        ),
        (
            "Les ouvriers se sont retirés de Valmont en 2011, mais en 2014, la mairie les a invités à revenir.",
            "en 2011",
            Lang::Fr,
            "Les ouvriers se sont retirés de Valmont en 2011",
        ),
        // What does not stands alone.
        (
            "Le pont de la Sarelle a été fermé en 2011, mais en 2014, la mairie a ouvert un bac.",
            "en 2014",
            Lang::Fr,
            "La mairie a ouvert un bac",
        ),
        (
            "The bridge was closed in 2011, but the town opened a ferry in 2014.",
            "in 2014",
            Lang::En,
            "The town opened a ferry in 2014",
        ),
        (
            "The bridge was closed in 2011, but the town opened a ferry in 2014.",
            "in 2011",
            Lang::En,
            "The bridge was closed in 2011",
        ),
        // What somebody may say stays with who says so.
        (
            "Selon la mairie, le pont a été fermé en 2011, mais la société a ouvert un bac en 2014.",
            "en 2014",
            Lang::Fr,
            "Selon la mairie, le pont a été fermé, mais la société a ouvert un bac en 2014",
        ),
    ] {
        assert_eq!(at(sentence, date, lang), expected, "{sentence} ({date})");
    }
}

#[test]
fn what_tells_of_another_day_beside_it_goes_or_stays_with_it() {
    for (sentence, date, lang, expected) in [
        // A relative clause or a participle of that day.
        (
            "Le pont de la Sarelle, qui a été fermé en 2011, sera rénové par la mairie.",
            "en 2011",
            Lang::Fr,
            "Le pont de la Sarelle, qui a été fermé en 2011, sera rénové par la mairie",
        ),
        ("Fondée en 1950, l'usine a fermé ses portes.", "en 1950", Lang::Fr, "Fondée en 1950, l'usine a fermé ses portes"),
        ("Fondée en 1950, l'usine a fermé ses portes.", "Fond", Lang::Fr, "Fondée en 1950, l'usine a fermé ses portes"),
        // A day that only leads goes as before.
        ("Lundi, la mairie a ouvert un bac, ce qui a surpris les riverains.", "Lundi", Lang::Fr, "La mairie a ouvert un bac"),
        // The verb behind a conjunction is what the date goes with.
        (
            "Les pannes se sont multipliées et ce mardi la mairie de Valmont en a signalé une autre près de la vieille halle du port.",
            "ce mardi",
            Lang::Fr,
            "Les pannes se sont multipliées et ce mardi la mairie de Valmont en a signalé une autre près de la vieille halle du port",
        ),
        (
            "Les convois ont été pris pour cible çà et là en mars.",
            "en mars",
            Lang::Fr,
            "Les convois ont été pris pour cible çà et là en mars",
        ),
        // Of several sentences the one that holds the date.
        ("Le pont a fermé en 2011.La mairie a ouvert un bac en 2014.", "2014", Lang::Fr, "La mairie a ouvert un bac en 2014"),
        ("Le pont est fermé.\nLa mairie a ouvert un bac\nen 2014.", "en 2014", Lang::Fr, "La mairie a ouvert un bac en 2014"),
    ] {
        assert_eq!(at(sentence, date, lang), expected, "{sentence} ({date})");
    }
}

#[test]
fn no_verb_of_a_date_is_cut_off() {
    for (sentence, date, lang) in [
        (
            "The mayor of Valmont praised the engineers of the old harbour company who had opened the bridge in 1950.",
            "in 1950",
            Lang::En,
        ),
        (
            "Le maire a salué les ingénieurs de la vieille compagnie du port qui avaient ouvert le pont en 1950.",
            "en 1950",
            Lang::Fr,
        ),
    ] {
        let label = at(sentence, date, lang);
        let verb = if lang == Lang::En { "had opened the bridge" } else { "avaient ouvert le pont" };
        assert!(label.contains(verb), "{label}");
    }
}
