//! Lines that name a photographer and the house, `CLAIRE DUMONT/Gazette`, and on which side of them the words of the picture stand. Asked by
//! `caption`.

use crate::ingest::rules::blocks::Blocks;
use crate::ingest::rules::signers::is_person;
use crate::ingest::rules::text_line::is_sentence;
use crate::model::article::BlockKind;

/// Bytes of such a line, and of the words of a picture.
const LONGEST: usize = 50;
const WORDS: usize = 250;

/// Whether a line is the name of a person, a stroke and the name of a house, and nothing else.
pub(super) fn is_name_of_house(words: &str) -> bool {
    let Some((name, house)) = words.split_once('/') else { return false };
    let shouted = !name.contains(char::is_lowercase) && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'));
    let proper = |part: &str| part.split(' ').all(|word| word.starts_with(char::is_uppercase));
    words.len() <= LONGEST
        && (2..=4).contains(&name.split(' ').count())
        && proper(name)
        && (shouted || is_person(name))
        && house.split(' ').count() <= 2
        && proper(house)
        && house.chars().all(|c| c.is_alphabetic() || c == ' ')
}

/// Whether the words of pictures stand below such lines: the first of them has a sentence below it and none above.
pub(super) fn stand_above(sheet: &Blocks) -> bool {
    let first = (0..sheet.strips.len()).find(|at| is_name_of_house(sheet.words(*at)));
    first.is_some_and(|first| {
        let above = first.checked_sub(1).is_some_and(|above| is_sentence(sheet.words(above)));
        !above && is_sentence(sheet.words(first + 1))
    })
}

/// Settles the words of a picture beside the line at `at` that names who took it: `below` it, or else above.
pub(super) fn mark_beside(sheet: &mut Blocks, at: usize, below: bool) {
    let beside = if below { Some(at + 1) } else { at.checked_sub(1) };
    let open = |at: &usize| sheet.strips.get(*at).is_some_and(|strip| !strip.settled && strip.span.len() <= WORDS);
    // Above the text nothing else is a sentence; within it only a side that is known is taken.
    let in_head = || (0..at.saturating_sub(1)).filter(|line| is_sentence(sheet.words(*line))).nth(1).is_none();
    if let Some(words) = beside.filter(open).filter(|words| is_sentence(sheet.words(*words)) && (below || in_head())) {
        sheet.settle(words, BlockKind::Caption);
    }
}

/// Whether a line thanks for a picture, where the text does so anywhere (`thanks`), or closes with who took it: `Claire Dumont, le 4 mai. Photo courtesy of the town`, `Le pont de Valmont vu du ciel - CLAIRE DUMONT`.
pub(super) fn is_by_courtesy(words: &str, thanks: bool) -> bool {
    /// Bytes behind the words that thank, and words of a shouted name.
    const BEHIND: usize = 60;
    const NAME: usize = 3;
    let courtesy = || {
        let thanked = ["hoto courtesy of ", "mage courtesy of ", "hotos courtesy of "];
        thanked.iter().any(|thanks| words.rsplit_once(thanks).is_some_and(|(_, behind)| behind.len() <= BEHIND))
    };
    let shouted = |(before, name): (&str, &str)| {
        (2..=NAME).contains(&name.split(' ').count())
            && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-'))
            && before.split(' ').count() >= 5
            && before.contains(char::is_lowercase)
    };
    words.len() <= WORDS * 2
        && (words.ends_with(char::is_uppercase) && words.rsplit_once(" - ").is_some_and(shouted) || thanks && courtesy())
}

#[cfg(test)]
mod tests {
    use super::{is_by_courtesy, is_name_of_house};
    use crate::ingest::rules::blocks::sheet;
    use crate::ingest::rules::caption::mark;
    use crate::model::article::BlockKind;

    #[test]
    fn the_words_of_a_picture_stand_on_one_side_of_who_took_it() {
        assert!(is_name_of_house("CLAIRE DUMONT/Gazette") && is_name_of_house("Claire Dumont/ValNews"));
        assert!(!is_name_of_house("Vie Pratique/Conso") && !is_name_of_house("Valmont/Querval") && !is_name_of_house("1/2"));
        let picture = "Le maire de Valmont devant le pont neuf, mardi.";
        let text = "Le conseil municipal a voté un budget en hausse, après quatre heures de débat.";
        let kinds = |lines: &[&str]| {
            let mut page = sheet(lines);
            mark(&mut page);
            page.strips.iter().map(|strip| strip.kind == BlockKind::Caption).collect::<Vec<_>>()
        };
        assert_eq!(kinds(&["Un titre", "CLAIRE DUMONT/Gazette", picture, text, text]), [false, true, true, false, false]);
        assert_eq!(kinds(&["Un titre", picture, "Claire Dumont/Gazette", text, text]), [false, true, true, false, false]);
    }

    #[test]
    fn thanks_and_a_shouted_name_close_the_words_of_a_picture() {
        assert!(is_by_courtesy("The bridge of Valmont seen from the town in 2019. Photo courtesy of the town of Valmont", true));
        assert!(is_by_courtesy("Vue du pont de Valmont depuis la mairie - CLAIRE DUMONT", true));
        assert!(!is_by_courtesy("Un budget en hausse pour la ville - LE MAIRE HÉSITE, TOUJOURS", true));
        assert!(!is_by_courtesy("Le conseil vote - LE MAIRE", true));
    }
}
