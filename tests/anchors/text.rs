//! Texts whose words remember where they come from, so that after any change the right answer is known.

use liseuse::text::span::Span;

use crate::chance::Chance;

/// A word with what follows it.
#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    pub gap: &'static str,
    /// Which word of the original it is, or stands in the place of; `None` when it was put in.
    pub origin: Option<usize>,
    /// Whether it is another word.
    pub is_other: bool,
}

#[derive(Clone, Debug)]
pub struct Text(pub Vec<Word>);

impl Text {
    /// The words of `body`.
    pub fn of(body: &str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        for paragraph in body.split('\n').filter(|line| !line.trim().is_empty()) {
            let first = words.len();
            for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
                words.push(Word { text: word.to_owned(), gap: " ", origin: None, is_other: false });
            }
            if words.len() > first {
                words.last_mut().unwrap().gap = "\n\n";
            }
        }
        words.iter_mut().enumerate().for_each(|(at, word)| word.origin = Some(at));
        Self(words)
    }

    pub fn body(&self) -> String {
        self.0.iter().flat_map(|word| [word.text.as_str(), word.gap]).collect()
    }

    /// Where each word stands in the body.
    pub fn spans(&self) -> Vec<Span> {
        let mut at = 0;
        let span = |word: &Word| {
            let span = Span::new(at, at + word.text.len());
            at = span.after() + word.gap.len();
            span
        };
        self.0.iter().map(span).collect()
    }

    /// The paragraphs, as ranges of words.
    pub fn paragraphs(&self) -> Vec<(usize, usize)> {
        self.ranges(|word| word.gap == "\n\n")
    }

    /// The sentences, as ranges of words.
    pub fn sentences(&self) -> Vec<(usize, usize)> {
        self.ranges(|word| word.gap == "\n\n" || word.text.ends_with(['.', '!', '?']))
    }

    fn ranges(&self, ends: impl Fn(&Word) -> bool) -> Vec<(usize, usize)> {
        let mut first = 0;
        let mut ranges = Vec::new();
        for (at, word) in self.0.iter().enumerate() {
            if ends(word) {
                ranges.push((first, at + 1));
                first = at + 1;
            }
        }
        ranges
    }

    /// Passages as people mark them, as ranges of words: sentences, phrases, paragraphs, and what runs over their ends.
    pub fn passages(&self, count: usize, chance: &mut Chance) -> Vec<(usize, usize)> {
        let (sentences, paragraphs) = (self.sentences(), self.paragraphs());
        let passage = |turn: usize| match turn % 10 {
            0..5 => *chance.pick(&sentences),
            5 => *chance.pick(&paragraphs),
            6 => {
                let first = chance.below(sentences.len());
                (sentences[first].0, sentences[(first + 1).min(sentences.len() - 1)].1)
            }
            _ => {
                let len = 3 + chance.below(12);
                let first = chance.below(self.0.len() - len);
                (first, first + len)
            }
        };
        (0..count).map(passage).collect()
    }
}

const OPENINGS: [&str; 8] = [
    "Selon le ministère,",
    "Dans la nuit,",
    "Interrogé par la presse,",
    "Deux jours plus tard,",
    "According to the governor,",
    "À Bassorah,",
    "Devant le parlement,",
    "In a statement,",
];
const SUBJECTS: [&str; 10] = [
    "le porte-parole de la coalition",
    "un conseiller du Premier ministre",
    "the head of the provincial council",
    "le commandant des opérations conjointes",
    "une délégation du parti Dawa",
    "l'ambassadrice des États-Unis",
    "a spokesman for the oil company",
    "le gouverneur de la banque centrale",
    "la commission électorale",
    "les familles des manifestants",
];
const VERBS: [&str; 10] = [
    "a annoncé",
    "a démenti",
    "confirmed",
    "demande",
    "a fait savoir",
    "expects",
    "a promis",
    "rejette",
    "a obtenu",
    "described",
];
const OBJECTS: [&str; 12] = [
    "le retrait de 500 soldats avant la fin du mois",
    "une enquête sur la mort de douze personnes",
    "a new agreement on exports through the northern pipeline",
    "le report du scrutin au 6 juin",
    "l'ouverture du poste-frontière d'Al-Qaïm",
    "the release of forty detainees without charge",
    "la baisse de 12,5 % des recettes pétrolières",
    "un cessez-le-feu « sans conditions »",
    "trois frappes de drones contre un dépôt d'armes",
    "higher salaries for teachers and nurses",
    "la reprise des pourparlers à Genève",
    "le gel des avoirs de plusieurs hommes d'affaires",
];
const ENDINGS: [&str; 8] = [
    "malgré l'opposition de ses alliés",
    "after weeks of negotiations",
    "sans donner de calendrier",
    "comme l'avait révélé la presse locale",
    "in spite of repeated warnings",
    "pour la troisième fois cette année",
    "ce que Téhéran conteste",
    "according to two people who were present",
];

const WORDS: [&str; 60] = [
    "à",
    "hier",
    "le",
    "général",
    "Hassan",
    "Karim",
    "Nadia",
    "de",
    "Kirkouk",
    "pour",
    "les",
    "élections",
    "avec",
    "40",
    "provinces",
    "du",
    "sud",
    "and",
    "the",
    "harbour",
    "witnesses",
    "told",
    "that",
    "convoy",
    "near",
    "Samarra",
    "un",
    "projet",
    "d'autoroute",
    "milliards",
    "dinars",
    "depuis",
    "janvier",
    "fuel",
    "trucks",
    "were",
    "stopped",
    "sans",
    "explication",
    "par",
    "police",
    "fédérale",
    "tribunal",
    "juge",
    "appel",
    "hôpital",
    "blessés",
    "deux",
    "ponts",
    "fermés",
    "Tigre",
    "rive",
    "gauche",
    "école",
    "travaux",
    "reprendront",
    "rapport",
    "publié",
    "lundi",
    "Ninive",
];

/// An article of many sentences that are like each other, as those on one subject are.
pub fn invented(sentences: usize, chance: &mut Chance) -> String {
    let mut body = String::from("Ce que l'on sait des négociations de la semaine\n\n");
    for at in 1..=sentences {
        let parts = [chance.pick(&OPENINGS), chance.pick(&SUBJECTS), chance.pick(&VERBS), chance.pick(&OBJECTS)];
        body.push_str(&parts.map(|part| *part).join(" "));
        for _ in 0..3 + chance.below(6) {
            body.push(' ');
            body.push_str(chance.pick::<&str>(&WORDS));
        }
        if chance.hits(60) {
            body.push(' ');
            body.push_str(chance.pick::<&str>(&ENDINGS));
        }
        body.push_str(if at % 4 == 0 { ".\n\n" } else { ". " });
    }
    body.push('\n');
    body
}
