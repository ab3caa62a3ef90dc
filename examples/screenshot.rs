//! Draws the picture of the README: runs the real program in a pseudo-terminal, types some keys, and writes its screen as SVG.
//!
//! `cargo build --release && cargo run --release --example screenshot > docs/screen.svg`, and with ` fr > docs/screen.fr.svg` in French.
//!
//! Frames and bars are drawn as shapes, so that they join in whatever font the rest is shown.

#[expect(dead_code, reason = "the tests of the terminal use more of it")]
#[path = "../tests/pty/session.rs"]
mod session;

use std::collections::BTreeMap;
use std::env::{args, current_exe};
use std::fmt::Write as _;

use anyhow::{Context as _, ensure};
use session::Session;

/// Columns and rows of the picture.
const SIZE: (u16, u16) = (132, 34);
/// A cell in the units of the picture: an advance and a line of `DejaVu Sans Mono` at [`FONT_SIZE`].
const CELL: (f32, f32) = (8.43, 18.0);
const FONT_SIZE: u8 = 14;
/// How far below the head of a cell its letters stand.
const BASELINE: f32 = 13.5;
/// Around the screen.
const MARGIN: f32 = 10.0;
/// What is typed, and what the screen shows once it is done, in English and in French: an actor as a filter, the last article, its dated
/// sentences.
const KEYS: [(&str, [&str; 2]); 4] =
    [("", [SETTLED, SETTLED]), ("Akadhimi\r", ["3 of 5 articles", "3 sur 5 articles"]), ("G\r", PLACE), ("]e", PLACE)];
/// A name as the archive spells it: it is shown once all is loaded and the actors of the whole archive are known.
const SETTLED: &str = "États-Unis";
/// What the status line says of the place in an article.
const PLACE: [&str; 2] = ["row ", "ligne "];
/// The ground and the text of the terminal that is imitated.
const GROUND: &str = "#1a1b26";
const TEXT: &str = "#c0caf5";

fn main() -> anyhow::Result<()> {
    let program = current_exe()?.parent().and_then(|folder| folder.parent()).context("no folder above")?.join("liseuse");
    let home = tempfile::tempdir()?;
    let (lang, at) = if args().nth(1).as_deref() == Some("fr") { ("fr", 1) } else { ("en", 0) };
    let mut session = Session::start(&program, &["--lang", lang], SIZE, (home.path(), &[("COLORTERM", "truecolor")]))?;
    for (keys, shown) in KEYS.map(|(keys, shown)| (keys, shown[at])) {
        session.type_keys(keys)?;
        ensure!(session.wait_for(|screen| screen.contents().contains(shown)), "the program ended early");
    }
    // Drawn anew, the screen shows what all keys did; the status line comes last.
    let before = session.written.len();
    session.type_keys("\x0c")?;
    ensure!(session.wait_for_bytes(b"\x1b[2J", before), "the program ended early");
    let cleared = last(&session.written, b"\x1b[2J").unwrap_or(before);
    ensure!(session.wait_for_bytes(PLACE[at].as_bytes(), cleared), "the program ended early");
    session.type_keys("Q")?;
    session.end()?;
    // What came before the program gave the screen back.
    let end = last(&session.written, b"\x1b[?1049l").context("the program did not give the screen back")?;
    let mut screen = vt100::Parser::new(cells(SIZE.1)?, cells(SIZE.0)?, 0);
    screen.process(session.written.get(..end).unwrap_or_default());
    print!("{}", Picture::of(screen.screen())?);
    Ok(())
}

fn last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

fn cells(count: u16) -> anyhow::Result<std::num::NonZero<u16>> {
    std::num::NonZero::new(count).context("a screen has at least one cell")
}

/// The layers of the picture, from the ground up.
#[derive(Default)]
struct Picture {
    grounds: String,
    /// The outlines of frames and bars, by colour: strokes, then fills.
    strokes: BTreeMap<String, String>,
    fills: BTreeMap<String, String>,
    texts: String,
}

/// A run of letters in one look.
struct Run {
    look: String,
    text: String,
    col: u16,
    cols: u16,
}

impl Picture {
    fn of(screen: &vt100::Screen) -> anyhow::Result<String> {
        let mut picture = Self::default();
        for row in 0..SIZE.1 {
            picture.row(screen, row)?;
        }
        picture.finish()
    }

    fn row(&mut self, screen: &vt100::Screen, row: u16) -> anyhow::Result<()> {
        let mut run: Option<Run> = None;
        let cells = (0..SIZE.0).filter_map(|col| Some((col, screen.cell(row, col)?)));
        for (col, cell) in cells.filter(|(_, cell)| !cell.is_wide_continuation()) {
            let (fore, back) = colors(cell);
            if back != GROUND {
                write!(
                    self.grounds,
                    "<path fill=\"{back}\" shape-rendering=\"crispEdges\" d=\"{}\"/>",
                    rectangle((col, row), 1.0)
                )?;
            }
            if self.shape(cell.contents(), &fore, (col, row))? {
                self.text(run.take(), row)?;
                continue;
            }
            let look = look(cell, &fore);
            match &mut run {
                Some(run) if run.look == look || cell.contents().trim().is_empty() && !cell.underline() => {
                    run.text.push_str(if cell.has_contents() { cell.contents() } else { " " });
                    run.cols += 1 + u16::from(cell.is_wide());
                }
                _ => {
                    self.text(run.take(), row)?;
                    let blank = cell.contents().trim().is_empty() && !cell.underline();
                    let cols = 1 + u16::from(cell.is_wide());
                    run = (!blank).then(|| Run { look, text: cell.contents().to_owned(), col, cols });
                }
            }
        }
        self.text(run, row)
    }

    fn text(&mut self, run: Option<Run>, row: u16) -> anyhow::Result<()> {
        let Some(Run { look, text, col, cols }) = run else { return Ok(()) };
        let blank = text.len() - text.trim_end_matches(' ').len();
        let text = text.trim_end_matches(' ').replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let (x, y) = (f32::from(col) * CELL.0, f32::from(row) * CELL.1 + BASELINE);
        let length = f32::from(cols - u16::try_from(blank)?) * CELL.0;
        Ok(writeln!(self.texts, "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\" {look}>{text}</text>")?)
    }

    /// Draws `text` as a shape when it is a part of a frame or of a bar; whether it was.
    fn shape(&mut self, text: &str, color: &str, (col, row): (u16, u16)) -> anyhow::Result<bool> {
        if let Some(arms) = arms(text) {
            let path = self.strokes.entry(color.to_owned()).or_default();
            let center = ((f32::from(col) + 0.5) * CELL.0, (f32::from(row) + 0.5) * CELL.1);
            for (wanted, arm) in
                arms.into_iter().zip([("v", -0.5 * CELL.1), ("h", 0.5 * CELL.0), ("v", 0.5 * CELL.1), ("h", -0.5 * CELL.0)])
            {
                if wanted {
                    write!(path, "M{:.1} {:.1}{}{:.1}", center.0, center.1, arm.0, arm.1)?;
                }
            }
            return Ok(true);
        }
        let Some(share) = share(text) else { return Ok(false) };
        self.fills.entry(color.to_owned()).or_default().push_str(&rectangle((col, row), share));
        Ok(true)
    }

    fn finish(self) -> anyhow::Result<String> {
        let (width, height) = (f32::from(SIZE.0) * CELL.0, f32::from(SIZE.1) * CELL.1);
        let all = (width + 2.0 * MARGIN, height + 2.0 * MARGIN);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{MARGIN} -{MARGIN} {:.1} {:.1}\" font-size=\"{FONT_SIZE}\" \
             font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\">\n<title>liseuse, a reading room in the terminal</title>\n\
             <style>text{{white-space:pre}}</style>\n\
             <rect x=\"-{MARGIN}\" y=\"-{MARGIN}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"8\" fill=\"{GROUND}\"/>\n{}\n",
            all.0, all.1, all.0, all.1, self.grounds
        );
        for (color, path) in self.strokes {
            writeln!(out, "<path stroke=\"{color}\" stroke-linecap=\"square\" d=\"{path}\"/>")?;
        }
        for (color, path) in self.fills {
            writeln!(out, "<path fill=\"{color}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>")?;
        }
        out.push_str(&self.texts);
        out.push_str("</svg>\n");
        Ok(out)
    }
}

/// The path of the left `share` of a cell.
fn rectangle((col, row): (u16, u16), share: f32) -> String {
    let (x, y, width) = (f32::from(col) * CELL.0, f32::from(row) * CELL.1, CELL.0 * share);
    format!("M{x:.2} {y:.1}h{width:.2}v{:.1}h-{width:.2}z", CELL.1)
}

/// Which of its arms a part of a frame has: up, right, down, left.
fn arms(text: &str) -> Option<[bool; 4]> {
    const PARTS: [(&str, [u8; 4]); 11] = [
        ("─", [0, 1, 0, 1]),
        ("│", [1, 0, 1, 0]),
        ("┌", [0, 1, 1, 0]),
        ("┐", [0, 0, 1, 1]),
        ("└", [1, 1, 0, 0]),
        ("┘", [1, 0, 0, 1]),
        ("├", [1, 1, 1, 0]),
        ("┤", [1, 0, 1, 1]),
        ("┬", [0, 1, 1, 1]),
        ("┴", [1, 1, 0, 1]),
        ("┼", [1, 1, 1, 1]),
    ];
    PARTS.iter().find(|(part, _)| *part == text).map(|(_, arms)| arms.map(|arm| arm == 1))
}

/// How much of its cell a part of a bar fills, from the left.
fn share(text: &str) -> Option<f32> {
    let eighths = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"].iter().zip(1u8..).find(|(part, _)| **part == text)?.1;
    Some(f32::from(eighths) / 8.0)
}

fn colors(cell: &vt100::Cell) -> (String, String) {
    let (fore, back) = (color(cell.fgcolor(), TEXT), color(cell.bgcolor(), GROUND));
    if cell.inverse() { (back, fore) } else { (fore, back) }
}

fn look(cell: &vt100::Cell, color: &str) -> String {
    let mut look = format!("fill=\"{color}\"");
    for (on, attribute) in [
        (cell.bold(), " font-weight=\"bold\""),
        (cell.italic(), " font-style=\"italic\""),
        (cell.underline(), " text-decoration=\"underline\""),
        (cell.dim(), " opacity=\"0.6\""),
    ] {
        look.push_str(if on { attribute } else { "" });
    }
    look
}

/// The colour of a cell; a true-colour terminal names all but the default ones.
fn color(color: vt100::Color, default: &str) -> String {
    match color {
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        vt100::Color::Default | vt100::Color::Idx(_) => default.to_owned(),
    }
}
