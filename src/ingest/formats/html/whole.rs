//! The whole of an article: what readability chose of a page, and what else of its text stands around that.
//!
//! Readability takes the best block and the siblings that are like it. Pages set their text in several blocks with adverts between, a
//! standfirst above the byline, boxes, and what readers wrote below; all of it is looked for among the lines of the whole page, each
//! of which knows the elements it stands in. Called by `html` alone.

mod page;

use std::collections::{HashMap, HashSet};

use crate::ingest::draft::Lines;
use crate::ingest::formats::html::whole::page::{LineFate, WholePage};
pub(super) use crate::ingest::formats::html::whole::page::{PageTold, is_sentence};
use crate::ingest::formats::html_text::trace::Trace;

/// The lines of the article: `chosen`, and what of `trace` belongs to it.
pub(super) fn made(chosen: Lines, trace: &Trace, told: PageTold<'_>) -> Lines {
    let places = placed(&chosen, trace);
    let Some(page) = WholePage::new(&chosen, &places, trace, told) else { return chosen };
    let fates = page.fates();
    let heard: HashSet<usize> = page.heard(&places).collect();
    if heard.is_empty() && fates.iter().all(|fate| !matches!(fate, LineFate::Taken(_))) {
        return chosen;
    }
    let mut lines = Lines::with_room(chosen.text.len() * 5 / 4);
    let mut next = 0;
    let mut take_to = |lines: &mut Lines, end: usize| {
        for at in next..end {
            if let Some((LineFate::Taken(kind), line)) = fates.get(at).zip(trace.lines.places.get(at)) {
                lines.push(trace.lines.words(line), line.set_off, kind.or(line.kind));
            }
        }
        next = next.max(end);
    };
    for (at, line) in chosen.places.iter().enumerate() {
        if let Some(place) = places.get(at).copied().flatten() {
            take_to(&mut lines, place);
        }
        if !heard.contains(&at) {
            lines.push(chosen.words(line), line.set_off, line.kind);
        }
    }
    take_to(&mut lines, fates.len());
    lines
}

/// The words of a page that are neither in `lines` nor its headline.
pub(super) fn cut(lines: &Lines, trace: &Trace, title: Option<&str>) -> String {
    let kept: HashSet<&str> = lines.all_words().chain(title).collect();
    trace.lines.all_words().filter(|words| !kept.contains(words)).collect::<Vec<_>>().join("\n")
}

/// Where the lines of `chosen` stand among those of the page, in order: first those that stand there once, then the others between them.
fn placed(chosen: &Lines, trace: &Trace) -> Vec<Option<usize>> {
    let mut known: HashMap<&str, Vec<usize>> = HashMap::with_capacity(trace.lines.places.len());
    for (at, words) in trace.lines.all_words().enumerate() {
        known.entry(words).or_default().push(at);
    }
    let mut places: Vec<Option<usize>> = Vec::with_capacity(chosen.places.len());
    let mut last = None;
    for words in chosen.all_words() {
        let only = known.get(words).filter(|found| found.len() == 1).and_then(|found| found.first().copied());
        // What stands before a line that came before was put elsewhere.
        let only = only.filter(|at| last.is_none_or(|last| *at > last));
        last = only.or(last);
        places.push(only);
    }
    // The place below each line; a line that is put between two of these stays between them.
    let mut below = vec![usize::MAX; places.len() + 1];
    for at in (0..places.len()).rev() {
        let next = places.get(at).copied().flatten().or_else(|| below.get(at + 1).copied()).unwrap_or(usize::MAX);
        if let Some(below) = below.get_mut(at) {
            *below = next;
        }
    }
    let mut above: Option<usize> = None;
    for ((words, place), below) in chosen.all_words().zip(&mut places).zip(&below) {
        if place.is_none()
            && let Some(found) = known.get(words)
        {
            // Without a line above, the nearest to the line below: menus say the same further up.
            let at = match above {
                Some(above) => found.partition_point(|at| *at <= above),
                None => found.partition_point(|at| at < below).saturating_sub(1),
            };
            *place = found.get(at).copied().filter(|at| at < below);
        }
        above = place.or(above);
    }
    places
}

#[cfg(test)]
mod tests {
    use crate::ingest::formats::tests::{assert_no_word_lost, read_text};
    use crate::model::article::{Article, BlockKind};

    const PROSE: [&str; 6] = [
        "La halle de Brume a rouvert mardi matin après un an de travaux, et les marchands sont revenus avec leurs étals et leurs balances.",
        "Le toit, dont la charpente avait été rongée par les vers, a été refait en chêne, et les murs ont été blanchis à la chaux par deux maçons.",
        "Le maire, qui avait promis une fin des travaux pour la Toussaint, s'est félicité du résultat devant une foule venue en nombre de la vallée.",
        "Les forains, eux, demandent que la place voisine soit rendue aux camions le jeudi, ce que la commune a refusé par trois fois cette année.",
        "Une seconde tranche doit commencer au printemps, si le conseil vote la dépense, ce que personne ne tient pour certain après ces débats.",
        "Le marché aux fleurs, qui s'était replié sous le préau de l'école, retrouvera sa place sous la halle dès le premier samedi du mois.",
    ];

    fn read(body: &str) -> Article {
        let page = format!(
            "<html lang=fr><head><title>La halle rouvre à Brume</title><meta property='og:type' content=article></head><body>{body}</body></html>"
        );
        assert_no_word_lost("a.html", &page);
        read_text("a.html", &page).articles.remove(0)
    }

    fn of(article: &Article, kind: BlockKind) -> Vec<&str> {
        article.blocks_of(kind).map(|span| span.of(&article.body)).collect()
    }

    #[test]
    fn an_article_in_several_blocks_with_adverts_between_is_whole() {
        let boxed = |lines: &[&str]| {
            let lines = lines.iter().map(|line| format!("<p class=t>{line}</p>")).collect::<Vec<_>>().concat();
            format!(
                "<div class=con><div class=mod><div class=boxCon><div class=box>{lines}</div></div></div></div><div class=slot><div class=advert>Réclame : achetez nos paniers tressés à la main.</div></div>"
            )
        };
        let teaser = "<div class=teasers><h3><a href=/x>Le port reste fermé jusqu'à l'été prochain</a></h3><p>Les pêcheurs de Brume attendent, et la digue attend aussi, dit-on au port.</p></div>";
        let body = format!(
            "<main><article><header><h1>La halle rouvre à Brume</h1></header>{}{}{}{teaser}</article></main>",
            boxed(&PROSE[..2]),
            boxed(&PROSE[2..3]),
            boxed(&PROSE[3..])
        );
        let article = read(&body);
        assert_eq!(of(&article, BlockKind::Paragraph), PROSE, "{}", article.body);
    }

    #[test]
    fn the_standfirst_above_the_byline_is_the_first_paragraph_once() {
        let text = PROSE.map(|line| format!("<p>{line}</p>")).concat();
        let standfirst = "Après un an de travaux, les marchands retrouvent leurs étals et le marché son toit.";
        let head = format!(
            "<header><h1>La halle rouvre à Brume</h1><h2 class=standfirst>{standfirst}</h2></header><div class=byline>Par <a href=/auteur/ana>Ana Lorme</a></div><figure><img src=a.jpg><figcaption>La halle, mardi.</figcaption></figure>"
        );
        let article = read(&format!("<article>{head}<div class=text>{text}</div></article>"));
        assert_eq!(of(&article, BlockKind::Paragraph)[..2], [standfirst, PROSE[0]], "{}", article.body);
        assert_eq!(article.body.matches(standfirst).count(), 1);
        let repeated = format!("<article>{head}<div class=text><p>{standfirst}</p>{text}</div></article>");
        assert_eq!(read(&repeated).body.matches(standfirst).count(), 1, "what the text says anyway");
    }

    #[test]
    fn words_for_those_who_hear_the_page_are_no_text() {
        let text = PROSE
            .map(|line| {
                format!(
                    "<section><div class='visually-hidden'>Contenu du texte</div><div class=inline><p>{line}</p></div></section>"
                )
            })
            .concat();
        let article = read(&format!("<article><h1>La halle rouvre à Brume</h1><div>{text}</div></article>"));
        assert_eq!(of(&article, BlockKind::Paragraph), PROSE);
        assert!(!article.body.contains("Contenu du texte"));
    }

    #[test]
    fn boxes_and_comments_are_kept_beside_the_text() {
        let text = PROSE.map(|line| format!("<p>{line}</p>")).concat();
        let fact =
            "Les travaux ont coûté deux millions, dont la moitié payée par la région et le reste par les communes voisines.";
        let said = "Lucie : Enfin ! Je vais pouvoir aller au marché sans faire le tour de la colline.";
        let body = format!(
            "<nav><a href=/>Accueil</a></nav><h1>La halle rouvre à Brume</h1>{text}<aside class=related><h3>Le coût</h3><p>{fact}</p></aside><div class=comments><h3>Commentaires</h3><p>{said}</p></div>"
        );
        let article = read(&body);
        assert_eq!(of(&article, BlockKind::Paragraph), PROSE);
        assert!(of(&article, BlockKind::Furniture).contains(&fact), "{:?}", article.blocks);
        assert!(of(&article, BlockKind::Comment).contains(&said), "{:?}", article.blocks);
    }

    #[test]
    fn what_stands_nowhere_is_told() {
        let text = PROSE.map(|line| format!("<p>{line}</p>")).concat();
        let page = format!(
            "<html><body><nav><a href=/>Accueil</a></nav><article><h1>La halle rouvre</h1>{text}</article><footer>Mentions de la maison</footer></body></html>"
        );
        let reading = read_text("a.html", &page);
        assert_eq!(reading.left_out[0].words, "Accueil Mentions de la maison");
    }
}
