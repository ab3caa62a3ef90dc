//! Drawing text: marks laid over it, cut to a width on whole characters. Used by every pane.

use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use crate::text::grapheme::truncate;
use crate::text::span::Span;
use crate::text::wrap::width;

/// Styles laid over parts of a text, later ones over earlier ones.
pub type Marks = Vec<(Span, Style)>;

/// The part `span` of `text` as styled pieces: `base`, with the `marks` that fall into it laid over.
#[must_use]
pub fn marked<'a>(text: &'a str, span: Span, base: Style, marks: &[(Span, Style)]) -> Vec<Piece<'a>> {
    let within: Vec<(Span, Style)> = marks.iter().filter_map(|(mark, style)| Some((mark.clip(span)?, *style))).collect();
    if within.is_empty() {
        return vec![Piece::styled(span.of(text), base)];
    }
    let mut edges: Vec<u32> = within.iter().flat_map(|(mark, _)| [mark.start, mark.end]).chain([span.start, span.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let piece = |edge: &[u32]| -> Option<Piece<'a>> {
        let &[start, end] = edge else { return None };
        let part = Span { start, end };
        let over = |style: Style, (mark, patch): &(Span, Style)| if mark.covers(part) { style.patch(*patch) } else { style };
        Some(Piece::styled(part.of(text), within.iter().fold(base, over)))
    };
    edges.windows(2).filter_map(piece).collect()
}

/// A text cut to `columns`, ending in `…` when it was cut, with marks laid over.
#[must_use]
pub fn fitted<'a>(text: &'a str, columns: usize, base: Style, marks: &[(Span, Style)]) -> Vec<Piece<'a>> {
    let fits = width(text) <= columns;
    let shown = if fits { text } else { truncate(text, columns.saturating_sub(1)).trim_end() };
    let mut pieces = marked(text, Span::new(0, shown.len()), base, marks);
    if !fits && columns > 0 {
        pieces.push(Piece::styled("…", base));
    }
    pieces
}

/// A row of `columns`: `left`, which the caller has cut to what `right` leaves, and `right` at the edge.
#[must_use]
pub fn row<'a>(mut left: Vec<Piece<'a>>, right: Vec<Piece<'a>>, columns: usize) -> Line<'a> {
    let free = columns.saturating_sub(cols(&left) + cols(&right));
    left.push(Piece::raw(" ".repeat(free)));
    left.extend(right);
    Line::from(left)
}

/// The columns that pieces take.
#[must_use]
pub fn cols(pieces: &[Piece<'_>]) -> usize {
    pieces.iter().map(|piece| width(&piece.content)).sum()
}

/// A piece with a text of its own.
#[must_use]
pub fn owned(piece: Piece<'_>) -> Piece<'static> {
    Piece::styled(piece.content.into_owned(), piece.style)
}

/// Marks of one style.
#[must_use]
pub fn styled_marks(spans: &[Span], style: Style) -> Marks {
    spans.iter().map(|span| (*span, style)).collect()
}

#[cfg(test)]
mod tests {
    use super::{fitted, marked};
    use crate::text::span::Span;
    use ratatui::style::{Modifier, Style};

    #[test]
    fn marks_lie_over_each_other() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let under = Style::new().add_modifier(Modifier::UNDERLINED);
        let pieces =
            marked("l’été 2020", Span::new(0, 14), Style::new(), &[(Span::new(4, 13), bold), (Span::new(10, 13), under)]);
        let shown: Vec<_> = pieces.iter().map(|piece| (piece.content.as_ref(), piece.style.add_modifier)).collect();
        let both = Modifier::BOLD | Modifier::UNDERLINED;
        assert_eq!(shown, [("l’", Modifier::empty()), ("été ", Modifier::BOLD), ("202", both), ("0", Modifier::empty())]);
    }

    #[test]
    fn what_is_cut_says_so() {
        let text =
            |columns| fitted("Élysée", columns, Style::new(), &[]).iter().map(|piece| piece.content.as_ref()).collect::<String>();
        assert_eq!((text(6).as_str(), text(4).as_str(), text(1).as_str(), text(0).as_str()), ("Élysée", "Ély…", "…", ""));
    }
}
