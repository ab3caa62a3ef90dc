//! The ground of the terminal, as it tells it itself: the question, and its answer among the keys.
//!
//! The question is OSC 11 (xterm's control sequences). Nobody waits for the answer: the first frame is drawn before it is asked, and it comes in
//! as `crossterm` reads it, as keys: Alt and `]`, then the letters of `11;rgb:ffff/ffff/ffff`, then Ctrl and `g` or Alt and `\`. What begins like that
//! is held back for a moment, and handed on as it was typed when it goes on otherwise or not at all.

use std::io::{self, Write as _, stdout};
use std::mem;
use std::time::Duration;

use crossterm::event::{Event as Reported, KeyCode, KeyEvent, KeyModifiers};

use crate::ui::theme::Ground;

/// How long what may be an answer is held back for its next letter.
pub(crate) const PATIENCE: Duration = Duration::from_millis(50);

/// What every answer begins with, behind Alt and `]`.
const HEAD: &str = "11;rgb";
/// The longest answer.
const LONGEST: usize = 32;

/// Asks the terminal for the colour of its ground.
///
/// # Errors
/// When the terminal cannot be written to.
pub(crate) fn ask() -> io::Result<()> {
    let mut out = stdout();
    out.write_all(b"\x1b]11;?\x1b\\")?;
    out.flush()
}

/// What has become of a report.
#[derive(Debug, PartialEq)]
pub(crate) enum AnswerPart {
    /// These are what they are: keys, the mouse, and so on.
    Reports(Vec<Reported>),
    /// It may belong to an answer.
    Held,
    /// It was the end of an answer.
    Ground(Ground),
}

/// The reports that may be the head of an answer.
#[derive(Debug, Default)]
pub(crate) struct GroundAnswer {
    held: Vec<Reported>,
    text: String,
}

impl GroundAnswer {
    /// Whether something is held back.
    pub(crate) fn is_holding(&self) -> bool {
        !self.held.is_empty()
    }

    /// What was held back: nothing more of an answer has come.
    pub(crate) fn give_up(&mut self) -> Vec<Reported> {
        self.text.clear();
        mem::take(&mut self.held)
    }

    /// Takes a report in.
    pub(crate) fn take(&mut self, reported: Reported) -> AnswerPart {
        let key = if let Reported::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) = reported {
            Some((c, modifiers))
        } else {
            None
        };
        let (alt, ctrl) = (KeyModifiers::ALT, KeyModifiers::CONTROL);
        match key {
            Some((']', modifiers)) if modifiers.contains(alt) && !self.is_holding() => {
                self.held.push(reported);
                AnswerPart::Held
            }
            Some((c, modifiers))
                if self.is_holding() && ((c == 'g' && modifiers.contains(ctrl)) || (c == '\\' && modifiers.contains(alt))) =>
            {
                if let Some(ground) = ground(&self.text) {
                    self.give_up();
                    return AnswerPart::Ground(ground);
                }
                self.let_go(reported)
            }
            Some((c, modifiers)) if self.is_holding() && !modifiers.intersects(alt | ctrl) => {
                self.text.push(c);
                let begins = HEAD.starts_with(&self.text) || self.text.starts_with(HEAD);
                if !begins || self.text.len() > LONGEST {
                    return self.let_go(reported);
                }
                self.held.push(reported);
                AnswerPart::Held
            }
            _ => self.let_go(reported),
        }
    }

    /// All that was held back, and the report that tells that it was no answer.
    fn let_go(&mut self, reported: Reported) -> AnswerPart {
        let mut all = self.give_up();
        all.push(reported);
        AnswerPart::Reports(all)
    }
}

/// The ground of an answer: `11;rgb:` or `11;rgba:`, and one to four hexadecimal digits for each part (`XParseColor`).
fn ground(text: &str) -> Option<Ground> {
    let (_, parts) = text.split_once(':').filter(|(head, _)| ["11;rgb", "11;rgba"].contains(head))?;
    let part = |text: &str| {
        let digits = u32::try_from(text.len()).ok().filter(|digits| (1..=4).contains(digits))?;
        Some(f64::from(u32::from_str_radix(text, 16).ok()?) / f64::from(16_u32.pow(digits) - 1))
    };
    let parts: Vec<f64> = parts.split('/').map(part).collect::<Option<_>>()?;
    let [red, green, blue, ..] = parts[..] else { return None };
    // How bright it seems (ITU-R BT.709), without the curve of the screen, which the middle does not ask for.
    let bright = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if bright > 0.5 { Ground::Light } else { Ground::Dark })
}

#[cfg(test)]
mod tests {
    use super::{AnswerPart, GroundAnswer, ground};
    use crate::ui::theme::Ground;
    use crossterm::event::{Event as Reported, KeyCode, KeyEvent, KeyModifiers};

    fn key(c: char, modifiers: KeyModifiers) -> Reported {
        Reported::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    /// What `crossterm` makes of an answer.
    fn answer(text: &str, end: Reported) -> Vec<Reported> {
        let letters = text.chars().map(|c| key(c, KeyModifiers::NONE));
        [key(']', KeyModifiers::ALT)].into_iter().chain(letters).chain([end]).collect()
    }

    #[test]
    fn an_answer_tells_the_ground_and_no_key_of_it_goes_on() {
        let ends = [key('g', KeyModifiers::CONTROL), key('\\', KeyModifiers::ALT)];
        let known = [
            ("11;rgb:ffff/ffff/ffff", Ground::Light),
            ("11;rgb:1a1a/1b1b/2626", Ground::Dark),
            ("11;rgba:fd/f6/e3/ff", Ground::Light),
        ];
        for end in ends {
            for (text, wanted) in known {
                let mut all = GroundAnswer::default();
                let taken: Vec<AnswerPart> = answer(text, end.clone()).into_iter().map(|one| all.take(one)).collect();
                let (last, before) = taken.split_last().unwrap();
                assert!(before.iter().all(|one| *one == AnswerPart::Held), "{text}");
                assert_eq!(*last, AnswerPart::Ground(wanted), "{text}");
                assert!(!all.is_holding());
            }
        }
        assert_eq!(ground("11;rgb:zz/00/00"), None);
    }

    #[test]
    fn what_only_begins_like_one_is_what_was_typed() {
        let mut all = GroundAnswer::default();
        let typed = [key(']', KeyModifiers::ALT), key('1', KeyModifiers::NONE), key('x', KeyModifiers::NONE)];
        assert_eq!(all.take(typed[0].clone()), AnswerPart::Held);
        assert_eq!(all.take(typed[1].clone()), AnswerPart::Held);
        assert_eq!(all.take(typed[2].clone()), AnswerPart::Reports(typed.to_vec()));
        assert_eq!(all.take(typed[2].clone()), AnswerPart::Reports(vec![typed[2].clone()]));
        assert_eq!(all.take(typed[0].clone()), AnswerPart::Held);
        assert_eq!(all.give_up(), vec![typed[0].clone()], "nothing more came");
    }
}
