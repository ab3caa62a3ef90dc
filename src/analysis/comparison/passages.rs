//! The passages of an article that are compared: its paragraphs and headings, long ones by sentences, so that comparing any two costs
//! little.

use crate::analysis::families::words::each_word;
use crate::model::article::BlockKind;
use crate::model::segment::ArticleRef;
use crate::text::sentence::each_sentence;
use crate::text::span::Span;

/// Words of the longest paragraph that is compared as one, and of the longest stretch that is compared at all.
const LONGEST: usize = 300;

/// A passage.
#[derive(Clone, Debug, Default)]
pub(super) struct TextPassage {
    /// Where it stands in the body.
    pub span: Span,
    /// Its words as numbers, each with its place in the body.
    pub words: Vec<(u64, Span)>,
}

/// The passages of `article`, in order.
pub(super) fn passages(article: ArticleRef<'_>) -> Vec<TextPassage> {
    let mut all = Vec::new();
    for block in article.blocks().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)) {
        let text = article.slice(block.span);
        let whole = passage(text, block.span);
        if whole.words.len() <= LONGEST {
            all.extend(Some(whole).filter(|passage| !passage.words.is_empty()));
            continue;
        }
        for sentence in each_sentence(text) {
            let span = sentence.shift(block.span.first());
            all.extend(stretches(passage(sentence.of(text), span)));
        }
    }
    all
}

fn passage(text: &str, span: Span) -> TextPassage {
    let mut words = Vec::new();
    each_word(text.as_bytes(), |hash, word| words.push((hash, word.shift(span.first()))));
    TextPassage { span, words }
}

/// A passage cut where it is too long, between words.
fn stretches(passage: TextPassage) -> Vec<TextPassage> {
    if passage.words.len() <= LONGEST {
        return Some(passage).filter(|passage| !passage.words.is_empty()).into_iter().collect();
    }
    let stretch = |words: &[(u64, Span)]| {
        let (first, last) = (words.first()?.1, words.last()?.1);
        Some(TextPassage { span: Span { start: first.start, end: last.end }, words: words.to_vec() })
    };
    passage.words.chunks(LONGEST).filter_map(stretch).collect()
}
