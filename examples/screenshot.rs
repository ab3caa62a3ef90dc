//! Draws the picture of the README: runs the real program in a pseudo-terminal, types some keys, and writes the screen as SVG.
//!
//! `cargo build --release && cargo run --release --example screenshot > docs/screen.svg`

#[expect(dead_code, reason = "the tests of the terminal use more of it")]
#[path = "../tests/pty/session.rs"]
mod session;

use std::env::current_exe;
use std::fmt::Write as _;

use anyhow::{Context as _, ensure};
use session::Session;

/// Columns and rows of the picture.
const SIZE: (u16, u16) = (132, 36);
/// A cell, in the units of the picture.
const CELL: (f32, f32) = (8.4, 18.0);
/// What is typed: a filter, an actor's next mention in the reader.
const KEYS: &str = "fkazimi\r\r]e]e";
/// The ground and the text of the terminal that is imitated.
const GROUND: &str = "#1a1b26";
const TEXT: &str = "#c0caf5";

fn main() -> anyhow::Result<()> {
    let program = current_exe()?.parent().and_then(|folder| folder.parent()).context("no folder above")?.join("liseuse");
    let home = tempfile::tempdir()?;
    let mut session = Session::start(&program, &[], SIZE, (home.path(), &[("COLORTERM", "truecolor")]))?;
    ensure!(session.wait_for(|screen| screen.contents().contains("5 articles")), "the program ended early");
    session.type_keys(KEYS)?;
    ensure!(session.wait_for(|screen| screen.contents().contains("row ")), "the program ended early");
    session.type_keys("\x0c")?;
    let drawn = session.written.len();
    ensure!(session.wait_for_bytes(b"row ", drawn), "the program ended early");
    print!("{}", svg(session.screen())?);
    session.type_keys("Q")?;
    session.end()?;
    Ok(())
}

fn svg(screen: &vt100::Screen) -> anyhow::Result<String> {
    let (width, height) = (f32::from(SIZE.0) * CELL.0, f32::from(SIZE.1) * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', monospace\" font-size=\"14\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{GROUND}\"/>\n"
    );
    for row in 0..SIZE.1 {
        let cells = (0..SIZE.0).filter_map(|col| Some((col, screen.cell(row, col)?)));
        for (col, cell) in cells.filter(|(_, cell)| !cell.is_wide_continuation()) {
            draw_cell(&mut out, cell, f32::from(col) * CELL.0, f32::from(row) * CELL.1)?;
        }
    }
    out.push_str("</svg>\n");
    Ok(out)
}

fn draw_cell(out: &mut String, cell: &vt100::Cell, x: f32, y: f32) -> anyhow::Result<()> {
    let (mut fore, mut back) = (color(cell.fgcolor(), TEXT), color(cell.bgcolor(), GROUND));
    if cell.inverse() {
        std::mem::swap(&mut fore, &mut back);
    }
    if back != GROUND {
        writeln!(out, "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{}\" height=\"{}\" fill=\"{back}\"/>", CELL.0 + 0.2, CELL.1)?;
    }
    let text = cell.contents();
    if text.trim().is_empty() {
        return Ok(());
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let weight = if cell.bold() { " font-weight=\"bold\"" } else { "" };
    let slant = if cell.italic() { " font-style=\"italic\"" } else { "" };
    let line = if cell.underline() { " text-decoration=\"underline\"" } else { "" };
    let faint = if cell.dim() { " opacity=\"0.6\"" } else { "" };
    writeln!(out, "<text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{fore}\"{weight}{slant}{line}{faint}>{escaped}</text>", y + 13.5)?;
    Ok(())
}

fn color(color: vt100::Color, default: &str) -> String {
    match color {
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        vt100::Color::Default | vt100::Color::Idx(_) => default.to_owned(),
    }
}
