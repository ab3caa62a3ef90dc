use crate::analysis::dates::tag;
use crate::analysis::events::date_roles::{DateRole, WordsBack, date_role};
use crate::model::article::Lang;
use crate::model::date::{PartialDate, PublicationDate, TimexKind};
use crate::text::span::Span;

/// The role of the first date of `sentence`.
fn role(sentence: &str, lang: Lang) -> Option<DateRole> {
    let whole = Span::new(0, sentence.len());
    let published = PartialDate::parse("2020-03-04").map(PublicationDate::On);
    let dates = tag(sentence, &[whole], lang, published.unwrap_or(PublicationDate::Unknown));
    let first = dates.iter().find(|timex| timex.interval.is_some() && timex.kind == TimexKind::Date)?;
    Some(date_role(sentence, whole, first))
}

#[test]
fn words_from_the_end_are_those_between_white_space_and_apostrophes() {
    let text = "  L’été d'\u{a0}Anne\u{202f}: «\u{a0}c’est\t fini\u{2009}»\u{3000}là\n";
    let split = text.rsplit(|c: char| c.is_whitespace() || matches!(c, '\'' | '’')).filter(|word| !word.is_empty());
    assert_eq!(WordsBack { rest: text }.collect::<Vec<_>>(), split.collect::<Vec<_>>());
    assert_eq!(WordsBack { rest: "" }.next(), None);
}

#[test]
fn dates_of_names_laws_feasts_and_styles_date_nothing() {
    for (sentence, lang) in [
        ("The plan, called Rebuilt in Norland 2025, was drawn up by Anne Rivoire.", Lang::En),
        ("The league wants to bring Kelmouth 2030 to the valley.", Lang::En),
        ("The suit was brought under the Free Rivers Act of 1976.", Lang::En),
        ("He voted against the 1964 Fair Tolls Act twice.", Lang::En),
        ("The mayor walked through the towering 19th-century arch.", Lang::En),
        ("They met in a listed 18th century building near the quay.", Lang::En),
        ("The valley sells Christmas trees to three counties.", Lang::En),
        ("The millers do not celebrate Christmas.", Lang::En),
        ("Il défend le programme Sarelle 2030 devant les bateliers.", Lang::Fr),
        ("La loi de 1905 protège les quais.", Lang::Fr),
        ("Il se fonde sur la loi du 9 décembre 1905.", Lang::Fr),
        ("La mairie restaure une église du XIIe siècle.", Lang::Fr),
        ("Le marché de Noël de Valmont attire du monde.", Lang::Fr),
        ("Les bateliers respectent la trêve de Noël.", Lang::Fr),
        ("Ils aiment fêter Noël en famille.", Lang::Fr),
        ("He told VALMONT TODAY that the weir was open.", Lang::En),
        ("See https://valmont.example/2020-02-10-the-weir for more.", Lang::En),
        ("Merci aux bateliers — Anne Rivoire (@rivoire) 1 décembre 2018", Lang::Fr),
    ] {
        assert_eq!(role(sentence, lang), Some(DateRole::Name), "{sentence}");
    }
}

#[test]
fn dates_of_comparisons_and_attributes_stand_beside() {
    for (sentence, lang) in [
        ("The tolls brought 4 million, compared with 3 million in 2018.", Lang::En),
        ("The river is higher than in 1968.", Lang::En),
        ("He quoted a 2005 tape in the council.", Lang::En),
        ("She owes her seat to the wave of 2010.", Lang::En),
        ("Ils étaient 12 000, contre 38 600 le 22 février.", Lang::Fr),
        ("Le fret a renoué avec son niveau de 2007.", Lang::Fr),
        ("Le pont est fermé depuis la visite du préfet en octobre 2017.", Lang::Fr),
        ("Le trafic recule par rapport à 2018.", Lang::Fr),
    ] {
        assert_eq!(role(sentence, lang), Some(DateRole::Beside), "{sentence}");
    }
}

#[test]
fn dates_that_say_when_do() {
    for (sentence, lang) in [
        ("Since the flood, the bridge, in 2014, was rebuilt.", Lang::En),
        ("In 2014 the town opened a ferry.", Lang::En),
        ("The monks built the weir in the 14th century.", Lang::En),
        ("The ferry sank on Christmas Day.", Lang::En),
        ("The bridge closed at Christmas and stayed shut.", Lang::En),
        ("Anne Rivoire arrived in Kelmouth in 1990 by boat.", Lang::En),
        ("À la fin du XIXe siècle, la mairie a bâti un quai.", Lang::Fr),
        ("Le bac a coulé à Noël.", Lang::Fr),
        ("Le soir de Noël, la digue a cédé.", Lang::Fr),
        ("En 2014, la mairie a ouvert un bac.", Lang::Fr),
        ("Au cours de 2014, la mairie a ouvert un bac.", Lang::Fr),
        ("Les meuniers ont manifesté le 17 novembre 2018 à Valmont.", Lang::Fr),
    ] {
        assert_eq!(role(sentence, lang), Some(DateRole::When), "{sentence}");
    }
}
