//! Layer 0, reading geometry: what a terminal reader must know about text, over plain `&str`.
//!
//! It knows no article, no file and no terminal. Positions are byte offsets held in a [`span::Span`].

pub mod fold;
pub mod grapheme;
pub mod letters;
pub mod mask;
pub mod sanitize;
pub mod sentence;
pub mod span;
pub mod terminal_safe;
pub mod word;
pub mod word_set;
pub mod wrap;
