//! The sentence around a place of a packed article, cut when it is asked for.

use crate::model::segment::bits::block_of;
use crate::model::segment::view::ArticleRef;
use crate::text::sentence::{Clipped, sentence_around};
use crate::text::span::Span;

impl ArticleRef<'_> {
    /// The sentence around the byte `offset` of the body; empty outside all blocks. Of what runs on without an end, as a table read as a text
    /// does, it is the words around `offset`: whoever asks for each of its days would else be given the whole each time.
    #[must_use]
    pub fn sentence_at(self, offset: usize) -> Span {
        /// The bytes before and behind it that are read at first.
        const NEAR: usize = 512;
        /// The bytes before and behind it within which the ends of a sentence are looked for.
        const FAR: usize = NEAR << 4;
        let all = self.segment.blocks.of(self.at);
        let at = all.partition_point(|bits| block_of(*bits).span.after() <= offset);
        let block = all.get(at).map(|bits| block_of(*bits).span).filter(|span| span.holds(offset));
        let Some(block) = block else { return Span::default() };
        let mut reach = NEAR;
        loop {
            let near = self.on_characters(Span::new(offset.saturating_sub(reach), offset + reach).clip(block).unwrap_or(block));
            let cut = Clipped { head: near.start > block.start, tail: near.end < block.end };
            let whole = !cut.head && !cut.tail;
            if let Some(found) = sentence_around(self.slice(near), offset - near.first(), cut) {
                return found.shift(near.first());
            } else if whole {
                return block;
            } else if reach >= FAR {
                return self.words_around(offset, block);
            }
            reach *= 4;
        }
    }

    /// The whole words of `block` around the byte `offset`, as many as a long sentence has.
    fn words_around(self, offset: usize, block: Span) -> Span {
        /// Bytes before and behind it.
        const REACH: usize = 600;
        let near = self.on_characters(Span::new(offset.saturating_sub(REACH), offset + REACH).clip(block).unwrap_or(block));
        let words = self.slice(near);
        let head = words.find(char::is_whitespace).filter(|at| near.start > block.start && near.first() + at < offset);
        let tail = words.rfind(char::is_whitespace).filter(|at| near.end < block.end && near.first() + at > offset);
        let start = head.map_or(near.first(), |at| near.first() + at + 1);
        Span::new(start, tail.map_or(near.after(), |at| near.first() + at))
    }

    /// `span` of the body without the parts of characters at its ends.
    fn on_characters(self, span: Span) -> Span {
        let text = self.text();
        let inside = |at: &usize| text.get(*at).is_none_or(|byte| (*byte & 0xC0) != 0x80);
        let start = (span.first()..span.after()).find(inside).unwrap_or(span.after());
        let end = (start..=span.after()).rev().find(inside).unwrap_or(start);
        Span::new(start, end)
    }
}
