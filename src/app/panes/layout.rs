//! The layout of one article at one width: every row of the reader, wrapped once and kept until article or width change.

use std::sync::Arc;

use crate::locale::translated;
use crate::model::article::{Article, Block, BlockKind, HeadlineOrigin};
use crate::model::date::PublicationDate;
use crate::text::grapheme::previous;
use crate::text::span::Span;
use crate::text::word::count;
use crate::text::wrap::{Row, column_of, offset_at, wrap};
use crate::tr;

/// What a row of the reader shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A row of the headline, when it is not part of the body; the span is in the article's title.
    Title,
    /// A row of the line that says when, where and how long; the span is in [`ReaderLayout::about`].
    About,
    /// The row that stands for readers' comments while they are folded; the span is in [`ReaderLayout::folded`].
    Comments,
    /// An empty row.
    Blank,
    /// A row of the body, of a block of that kind; the span is in the body.
    Body(BlockKind),
}

/// One row of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderRow {
    /// What it shows.
    pub shown: Shown,
    /// The bytes it shows, of the text that [`Shown`] names.
    pub span: Span,
}

/// An article wrapped to a width.
#[derive(Clone, Debug)]
pub struct ReaderLayout {
    article: Arc<Article>,
    width: usize,
    unfolded: bool,
    /// What stands for readers' comments while they are folded; empty when there are none, or all are shown.
    pub(crate) folded: String,
    /// When, where and how long, in one line of text.
    pub about: String,
    /// The rows.
    pub lines: Vec<ReaderRow>,
    /// The first byte of each row of the body, with the number of the row; rising.
    body_rows: Vec<(usize, usize)>,
}

impl ReaderLayout {
    /// Wraps `article` to `width` columns, readers' comments folded unless they are to be shown.
    #[must_use]
    pub fn new(article: Arc<Article>, width: usize, unfolded: bool) -> Self {
        let (about, folded) = (about(&article), if unfolded { String::new() } else { comments(&article) });
        let (lines, body_rows) = (Vec::new(), Vec::new());
        let mut layout = Self { about, folded, article, width: width.max(1), unfolded, lines, body_rows };
        layout.lay_out();
        layout
    }

    /// Whether this is the layout of this very `article` at `width` columns, with comments `unfolded` or not.
    #[must_use]
    pub fn is_of(&self, article: &Arc<Article>, width: usize, unfolded: bool) -> bool {
        self.width == width.max(1) && self.unfolded == unfolded && Arc::ptr_eq(&self.article, article)
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &Arc<Article> {
        &self.article
    }

    fn lay_out(&mut self) {
        let article = Arc::clone(&self.article);
        let stands_there = article.blocks.iter().any(|block| block.kind == BlockKind::Headline);
        let in_body = stands_there && article.headline != HeadlineOrigin::User;
        if matches!(article.headline, HeadlineOrigin::Metadata | HeadlineOrigin::User) && !in_body {
            self.push_text(Shown::Title, &article.title);
        }
        if !in_body {
            self.push_about();
        }
        let mut previous_end = 0;
        for (at, block) in article.blocks.iter().enumerate() {
            let gap = Span::new(previous_end, block.span.first()).of(&article.body);
            let previous = at.checked_sub(1).and_then(|before| article.blocks.get(before)).map(|before| before.kind);
            if previous.is_some_and(|kind| wants_air(kind, block.kind, gap)) {
                self.push_blank();
            }
            self.push_block(*block, previous);
            if in_body && block.kind == BlockKind::Headline {
                self.push_about();
            }
            previous_end = block.span.after();
        }
    }

    /// The rows of a block; of folded comments one row for all of them.
    fn push_block(&mut self, block: Block, previous: Option<BlockKind>) {
        let folded = block.kind == BlockKind::Comment && !self.unfolded;
        if !folded {
            self.push_body(block.kind, block.span);
        } else if previous != Some(BlockKind::Comment) {
            let text = self.folded.clone();
            self.push_text(Shown::Comments, &text);
        }
    }

    fn push_about(&mut self) {
        let text = self.about.clone();
        self.push_text(Shown::About, &text);
        self.push_blank();
    }

    fn push_blank(&mut self) {
        if self.lines.last().is_some_and(|line| line.shown != Shown::Blank) {
            self.lines.push(ReaderRow { shown: Shown::Blank, span: Span::default() });
        }
    }

    fn push_text(&mut self, shown: Shown, text: &str) {
        let rows = wrap(text, Span::new(0, text.len()), self.width);
        self.lines.extend(rows.into_iter().map(|row| ReaderRow { shown, span: row.span }));
    }

    fn push_body(&mut self, kind: BlockKind, span: Span) {
        for row in wrap(&self.article.body, span, self.width) {
            self.body_rows.push((row.span.first(), self.lines.len()));
            self.lines.push(ReaderRow { shown: Shown::Body(kind), span: row.span });
        }
    }

    /// The row that shows the byte of the body at `offset`: the last one that does not begin after it.
    #[must_use]
    pub fn row_of(&self, offset: usize) -> usize {
        let behind = self.body_rows.partition_point(|(first, _)| *first <= offset);
        behind.checked_sub(1).and_then(|at| self.body_rows.get(at)).map_or(0, |(_, row)| *row)
    }

    /// The first byte of the body shown in `row` or below it; the end of the body when there is none.
    #[must_use]
    pub fn offset_from(&self, row: usize) -> usize {
        let at = self.body_rows.partition_point(|(_, line)| *line < row);
        self.body_rows.get(at).map_or(self.article.body.len(), |(first, _)| *first)
    }

    /// The column of the byte of the body at `offset`, from the left edge of the text.
    #[must_use]
    pub fn column_of(&self, offset: usize) -> usize {
        self.body_row(self.row_of(offset)).map_or(0, |row| column_of(&self.article.body, row, offset))
    }

    /// The byte of the body `by` rows of text away from `offset`, down when positive, at `column` or the end of that row; the first
    /// or the last row when there are not so many.
    #[must_use]
    pub fn beside(&self, offset: usize, by: isize, column: usize) -> Option<usize> {
        let at = self.body_rows.partition_point(|(first, _)| *first <= offset).saturating_sub(1);
        let to = at.saturating_add_signed(by).min(self.body_rows.len().saturating_sub(1));
        self.body_rows.get(to).and_then(|(_, row)| self.offset_in(*row, column))
    }

    /// The byte of the body at `column` of `row`, that of its last character when it is not so wide; `None` when the row shows
    /// nothing of the body.
    #[must_use]
    pub fn offset_in(&self, row: usize, column: usize) -> Option<usize> {
        let row = self.body_row(row)?;
        let offset = offset_at(&self.article.body, row, column);
        Some(if offset < row.span.after() { offset } else { previous(&self.article.body, offset).max(row.span.first()) })
    }

    fn body_row(&self, row: usize) -> Option<Row> {
        let line = self.lines.get(row).filter(|line| matches!(line.shown, Shown::Body(_)))?;
        Some(Row { span: line.span, opens: false })
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// Whether an empty row stands between two blocks: paragraphs always get one; boilerplate keeps the lines of the page.
fn wants_air(before: BlockKind, after: BlockKind, gap: &str) -> bool {
    let breaks = gap.matches('\n').count();
    match (before, after) {
        (BlockKind::Headline, _) => false,
        (BlockKind::Furniture, BlockKind::Furniture) | (BlockKind::Comment, BlockKind::Comment) => breaks > 1,
        _ => true,
    }
}

/// `2020-08 (header) · source unknown · fr · 712 words · 4 min`, with author, section and page where they are known.
fn about(article: &Article) -> String {
    let published = &article.published;
    let how = translated(published.provenance.name());
    let date = match published.date {
        PublicationDate::Unknown => tr!("date unknown").to_owned(),
        PublicationDate::On(date) => format!("{date} ({how})"),
        PublicationDate::Between(from, to) => tr!("{from} to {to} ({how})", from, to, how),
        PublicationDate::Since(from) => tr!("{from} or later ({how})", from, how),
    };
    let source = article.source.as_ref().map_or(tr!("source unknown").to_owned(), |source| source.text.to_string());
    let lang = match article.lang.to_string() {
        lang if lang.is_empty() => tr!("language unknown").to_owned(),
        lang => lang,
    };
    let author = article.author.as_ref().map(|author| author.text.to_string());
    let words = tr!("{n}\u{a0}word" | "{n}\u{a0}words", n = article.words);
    let facts = [
        Some(date),
        Some(source),
        article.imprint.credit.as_deref().map(|credit| tr!("with {credit}", credit)),
        author,
        article.imprint.section.as_deref().map(ToOwned::to_owned),
        article.imprint.page.as_deref().map(|page| tr!("p.\u{a0}{page}", page)),
        Some(lang),
        Some(words),
        Some(tr!("{minutes}\u{a0}min", minutes = article.minutes())),
        encoding(article),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `▸ readers' comments · 412 words`; empty when there are none.
fn comments(article: &Article) -> String {
    let words: usize = article.blocks_of(BlockKind::Comment).map(|span| count(span.of(&article.body))).sum();
    if words == 0 { String::new() } else { tr!("▸ readers' comments · {words}\u{a0}words", words) }
}

/// How the bytes were read, when it is anything but plain UTF-8.
fn encoding(article: &Article) -> Option<String> {
    use crate::model::article::EncodingBasis as Basis;
    let read = article.encoding;
    let how = match read.basis {
        Basis::Valid | Basis::Mark | Basis::Declared if read.name == "UTF-8" => "",
        Basis::Valid => "",
        Basis::Mark => tr!(" by its mark"),
        Basis::Declared => tr!(" as declared"),
        Basis::Detected => tr!(" as detected"),
    };
    match (read.lossy, how) {
        (true, _) => Some(tr!("read as {name}{how}, some bytes unreadable", name = read.name, how)),
        (false, "") => None,
        (false, _) => Some(tr!("read as {name}{how}", name = read.name, how)),
    }
}
