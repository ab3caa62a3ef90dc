//! UTF-8 that some program read as Windows-1252 and wrote as UTF-8 again: `votÃ\u{a9}` for `voté`. Put right where the text shows it.
//!
//! A run of such characters, written as bytes of Windows-1252, is UTF-8 again. Words of Western Europe hardly ever are so where that is one of their own
//! letters or signs. Where it is another character, French can be: `é\u{a0}»` is the three bytes of a Chinese one. Called by `document` and `job`, which tell
//! the person.

/// What is told of a text that was put right.
pub(crate) const READ_TWICE: &str = "was UTF-8 that a program had read as Windows-1252 and written again; put right";

/// Runs that a text must hold before it is taken for one read twice.
const RUNS: usize = 3;
/// How often a text is read anew: some were read three times.
const ROUNDS: usize = 2;

/// `text` put right; `None` when it was not read twice.
pub(crate) fn repaired(text: &str) -> Option<String> {
    let mut whole: Option<String> = None;
    for _ in 0..ROUNDS {
        match round(whole.as_deref().unwrap_or(text)) {
            Some(better) => whole = Some(better),
            None => break,
        }
    }
    whole
}

fn round(text: &str) -> Option<String> {
    // What nearly all such texts hold: the first byte of an accented letter or of a sign.
    let marks = ["Ã", "Â", "â\u{20ac}", "Ð", "Ñ"];
    marks.iter().any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some()).then_some(())?;
    let (mut out, mut runs, mut other, mut rest) = (String::with_capacity(text.len()), 0usize, 0usize, text);
    let mut chain = false;
    while let Some(first) = rest.chars().next() {
        let run = once(rest).filter(|&(meant, length)| chain || is_usual(meant) || rest.get(length..).and_then(once).is_some());
        chain = run.is_some();
        if let Some((meant, length)) = run {
            out.push(meant);
            runs += 1;
            rest = rest.get(length..)?;
            continue;
        }
        other += usize::from(!first.is_ascii() && first.is_alphabetic());
        out.push(first);
        rest = rest.get(first.len_utf8()..)?;
    }
    (runs >= RUNS || runs + 1 >= RUNS && other == 0).then_some(out)
}

/// Whether `meant` alone shows that its run was read twice: a letter or sign of Europe, Israel or the Arab world, or one beyond the first plane, all of whose
/// runs begin with a letter that no French word ends in. Any other character counts where one run follows the other, as in words of its language.
fn is_usual(meant: char) -> bool {
    matches!(meant, '\u{80}'..='\u{17f}' | '\u{370}'..='\u{47f}' | '\u{5c0}'..='\u{67f}' | '\u{2010}'..='\u{2122}' | '\u{10000}'..='\u{3ffff}')
}

/// The character that `text` opens with twice read, and the bytes it takes there.
fn once(text: &str) -> Option<(char, usize)> {
    let mut characters = text.chars();
    let first = characters.next().filter(|first| matches!(first, 'Â'..='ô'))?;
    let more = match first {
        'Â'..='ß' => 1,
        'à'..='ï' => 2,
        _ => 3,
    };
    let (mut bytes, mut length) = (vec![u8::try_from(u32::from(first)).ok()?], first.len_utf8());
    for c in characters.take(more) {
        bytes.push(byte(c).filter(|byte| (0x80..0xc0).contains(byte))?);
        length += c.len_utf8();
    }
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (bytes.len() == more + 1).then_some((meant, length))
}

/// The byte of Windows-1252 that shows as `c`; the five it does not use show as controls.
fn byte(c: char) -> Option<u8> {
    const SPECIAL: [(char, u8); 27] = [
        ('\u{20ac}', 0x80),
        ('\u{201a}', 0x82),
        ('\u{192}', 0x83),
        ('\u{201e}', 0x84),
        ('\u{2026}', 0x85),
        ('\u{2020}', 0x86),
        ('\u{2021}', 0x87),
        ('\u{2c6}', 0x88),
        ('\u{2030}', 0x89),
        ('Š', 0x8a),
        ('\u{2039}', 0x8b),
        ('Œ', 0x8c),
        ('Ž', 0x8e),
        ('\u{2018}', 0x91),
        ('\u{2019}', 0x92),
        ('\u{201c}', 0x93),
        ('\u{201d}', 0x94),
        ('\u{2022}', 0x95),
        ('\u{2013}', 0x96),
        ('\u{2014}', 0x97),
        ('\u{2dc}', 0x98),
        ('\u{2122}', 0x99),
        ('š', 0x9a),
        ('\u{203a}', 0x9b),
        ('œ', 0x9c),
        ('ž', 0x9e),
        ('Ÿ', 0x9f),
    ];
    let special = || SPECIAL.iter().find(|(known, _)| *known == c).map(|(_, byte)| *byte);
    u8::try_from(u32::from(c)).ok().or_else(special)
}

#[cfg(test)]
mod tests {
    use super::repaired;

    fn twice(text: &str) -> String {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn a_text_read_twice_is_read_once() {
        let text = "L\u{2019}été à Nîmes, où le cœur coûte 12\u{a0}\u{20ac} \u{2014} dit-on.";
        assert_eq!(repaired(&twice(text)).as_deref(), Some(text));
        assert_eq!(repaired(&twice(&twice(text))).as_deref(), Some(text));
        assert_eq!(
            repaired(&twice("\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}")).as_deref(),
            Some("\u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430}")
        );
        assert_eq!(repaired(&format!("déjà {}", twice("voté, débat, été"))).as_deref(), Some("déjà voté, débat, été"));
    }

    #[test]
    fn a_letter_before_a_space_and_a_mark_of_quotation_is_no_run() {
        let text = "Âgé de 52 ans, il l\u{2019}a « décidé\u{a0}», dit-on. Le budget est « adopté\u{a0}» mardi, et « à\u{a0}«\u{a0}Nîmes\u{a0}»\u{a0}» \
                    « LIBERTÉ\u{a0}», « approuvé\u{a0}», le Moyen Âge.";
        assert_eq!(repaired(text), None);
        let both = format!("{text} {}", twice("voté, débat, été, \u{4e2d}\u{6587}\u{ff0c} \u{1f600}"));
        assert_eq!(repaired(&both), Some(format!("{text} voté, débat, été, \u{4e2d}\u{6587}\u{ff0c} \u{1f600}")));
    }

    #[test]
    fn other_texts_stay() {
        for text in ["L'été à Nîmes.", "NÃO, AMANHÃ.", "\u{ab}\u{a0}ÂGE\u{a0}\u{bb}", "plain", "Dvořák"] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }
}
