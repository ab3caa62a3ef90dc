//! What a page shows: its content stream gone through (ISO 32000-2, 7.8.2 and 9.4), each letter with its place. Nothing is drawn.
//!
//! Places are in points with the origin above to the left, as the page is shown. What is one line of a text is `layout`'s.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use crate::ingest::formats::pdf::font::Font;
use crate::ingest::formats::pdf::stream::decoded;

/// Letters of a page; no newspaper has as many.
const GLYPHS: usize = 400_000;
/// Forms inside forms.
const DEEPEST: usize = 10;
/// Operators of a page, those of its forms included.
const OPERATORS: usize = 4_000_000;

/// A letter in its place.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// What it means; several letters where it is a ligature.
    pub(super) text: String,
    /// Where it begins.
    pub(super) x: f64,
    /// Where its line stands.
    pub(super) y: f64,
    /// Where the next one would begin.
    pub(super) end: f64,
    /// The size of its font.
    pub(super) size: f64,
    /// Whether it stands on its side.
    pub(super) is_upright: bool,
    /// How far its line is from level, in radians.
    pub(super) tilt: f64,
    /// Whether the page says that it is not of the text: a running head, a page number.
    pub(super) is_artifact: bool,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct PageGlyphs {
    /// Its letters, in the order of the file.
    pub(super) glyphs: Vec<Glyph>,
    /// How high the page is.
    pub(super) height: f64,
    /// How many pictures.
    pub(super) pictures: usize,
    /// How many letters have no meaning that the file tells.
    pub(super) unknown: usize,
}

/// The fonts of a document, by the number of their object.
pub(super) type Fonts = HashMap<(i32, i32), Rc<Font>>;

/// A matrix of six numbers (ISO 32000-2, 8.3.3).
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `first`, then `second`.
#[expect(clippy::many_single_char_names, reason = "the letters of the standard")]
fn times(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = second;
    let turned = |x: f64, y: f64| [x * a + y * c, x * b + y * d];
    let [across, along, back, down, left, top] = first;
    let ([across, along], [back, down], [left, top]) = (turned(across, along), turned(back, down), turned(left, top));
    [across, along, back, down, left + e, top + f]
}

/// What `page` shows.
pub(super) fn shown(page: &Page<'_>, fonts: &mut Fonts) -> PageGlyphs {
    let (_, height) = page.render_dimensions();
    let shown = PageGlyphs { height: f64::from(height).max(1.0), ..PageGlyphs::default() };
    let mut walk = Walk { fonts, shown, operators: 0, is_artifact: false };
    let state = State { ctm: page.initial_transform(true).as_coeffs(), ..State::default() };
    walk.content(&content(page.raw()), page.resources(), state, 0);
    walk.shown
}

/// The operators of a page, which may be parted into several streams.
fn content(page: &Dict<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut add = |stream: &Stream<'_>| {
        bytes.extend(decoded(stream));
        bytes.push(b'\n');
    };
    if let Some(stream) = page.get::<Stream<'_>>("Contents") {
        add(&stream);
    } else if let Some(streams) = page.get::<Array<'_>>("Contents") {
        streams.iter::<Stream<'_>>().for_each(|stream| add(&stream));
    }
    bytes
}

/// What operators change.
#[derive(Clone)]
struct State {
    ctm: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character: f64,
    word: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl Default for State {
    fn default() -> Self {
        let (ctm, text, line) = (IDENTITY, IDENTITY, IDENTITY);
        Self { ctm, text, line, font: None, size: 0.0, character: 0.0, word: 0.0, stretch: 1.0, leading: 0.0, rise: 0.0 }
    }
}

impl State {
    fn new_line(&mut self, x: f64, y: f64) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn advance(&mut self, by: f64) {
        self.text = times([1.0, 0.0, 0.0, 1.0, by, 0.0], self.text);
    }
}

struct Walk<'f> {
    fonts: &'f mut Fonts,
    shown: PageGlyphs,
    operators: usize,
    is_artifact: bool,
}

impl Walk<'_> {
    fn content(&mut self, bytes: &[u8], resources: &Resources<'_>, mut state: State, depth: usize) {
        let (mut kept, mut marks): (Vec<State>, Vec<bool>) = (Vec::new(), vec![self.is_artifact]);
        let mut operations = UntypedIter::new(bytes);
        while let Some(operation) = operations.next() {
            self.operators += 1;
            if self.operators > OPERATORS || self.shown.glyphs.len() > GLYPHS {
                break;
            }
            let operands: Vec<&Object<'_>> = operation.operands().collect();
            match &**operation.operator {
                b"q" if kept.len() < 256 => kept.push(state.clone()),
                b"Q" => state = kept.pop().unwrap_or(state),
                b"BMC" | b"BDC" => {
                    marks.push(self.is_artifact || name(&operands).is_some_and(|name| name.as_str() == "Artifact"));
                }
                b"EMC" if marks.len() > 1 => _ = marks.pop(),
                b"Do" => {
                    if let Some(form) = name(&operands).and_then(|name| resources.get_x_object(&name)) {
                        self.object(&form, resources, &state, depth);
                    }
                }
                b"BI" => self.shown.pictures += 1,
                b"Tf" => {
                    let font = name(&operands).and_then(|name| self.font(&name, resources));
                    (state.font, state.size) = (font, number(&operands, 1));
                }
                operator => self.text(operator, &operands, &mut state),
            }
            self.is_artifact = marks.last().copied().unwrap_or_default();
        }
        self.is_artifact = marks.first().copied().unwrap_or_default();
    }

    /// Operators of texts.
    fn text(&mut self, operator: &[u8], operands: &[&Object<'_>], state: &mut State) {
        match operator {
            b"TJ" => {
                let items = operands.first().and_then(|array| (*array).clone().into_array());
                for item in items.iter().flat_map(Array::iter::<Object<'_>>) {
                    match item {
                        Object::String(text) => self.show(text.as_bytes(), state),
                        Object::Number(number) => state.advance(-number.as_f64() / 1000.0 * state.size * state.stretch),
                        _ => {}
                    }
                }
            }
            b"Tj" | b"'" | b"\"" => {
                if operator != b"Tj" {
                    if operands.len() == 3 {
                        (state.word, state.character) = (number(operands, 0), number(operands, 1));
                    }
                    state.new_line(0.0, -state.leading);
                }
                if let Some(Object::String(text)) = operands.last() {
                    self.show(text.as_bytes(), state);
                }
            }
            operator => set(operator, operands, state),
        }
    }

    /// A form, which has operators of its own, or a picture.
    fn object(&mut self, stream: &Stream<'_>, resources: &Resources<'_>, state: &State, depth: usize) {
        let dict = stream.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            self.shown.pictures += 1;
            return;
        }
        if depth >= DEEPEST {
            return;
        }
        let matrix = dict.get::<Array<'_>>("Matrix").map(|matrix| matrix.iter::<f64>().collect::<Vec<_>>());
        let matrix = matrix.and_then(|matrix| Matrix::try_from(matrix).ok()).unwrap_or(IDENTITY);
        let own = dict.get::<Dict<'_>>("Resources").map(|own| Resources::from_parent(own, resources.clone()));
        let state = State { ctm: times(matrix, state.ctm), ..state.clone() };
        self.content(&decoded(stream), own.as_ref().unwrap_or(resources), state, depth + 1);
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let dict = resources.get_font(name)?;
        let key = dict.obj_id().map(|id| (id.obj_number, id.gen_number));
        if let Some(font) = key.and_then(|key| self.fonts.get(&key)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::read(&dict));
        if let Some(key) = key {
            self.fonts.insert(key, Rc::clone(&font));
        }
        Some(font)
    }

    /// Shows the letters that `codes` stand for, and moves on behind them (ISO 32000-2, 9.4.4).
    fn show(&mut self, codes: &[u8], state: &mut State) {
        let Some(font) = state.font.clone() else { return };
        for letter in font.letters(codes) {
            let spacing = state.character + if letter.is_space { state.word } else { 0.0 };
            let width = letter.width * state.size * state.stretch;
            match letter.text {
                Some(text) => self.shown.glyphs.extend(placed(text, width, state, self.is_artifact)),
                None => self.shown.unknown += 1,
            }
            state.advance(width + spacing * state.stretch);
        }
    }
}

/// A letter where `state` has it; `None` where that is no place.
fn placed(text: String, width: f64, state: &State, is_artifact: bool) -> Option<Glyph> {
    let [across, along, back, down, left, top] = times(times([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], state.text), state.ctm);
    let is_upright = across.abs() >= along.abs();
    let size = state.size.abs() * back.hypot(down);
    // What stands on its side is turned, so that its lines run like all others.
    let (x, y) = match is_upright {
        true => (left, top),
        false if along > 0.0 => (top, -left),
        false => (-top, left),
    };
    let tilt = if is_upright && across != 0.0 { (along / across).atan() } else { 0.0 };
    let end = x + width * across.hypot(along);
    let fits = [x, y, end, size].into_iter().all(f64::is_finite);
    fits.then_some(Glyph { text, x, y, end, size, is_upright, tilt, is_artifact })
}

/// Operators that change the state and show nothing.
fn set(operator: &[u8], operands: &[&Object<'_>], state: &mut State) {
    let at = |place: usize| number(operands, place);
    let matrix = || -> Matrix { [at(0), at(1), at(2), at(3), at(4), at(5)] };
    match operator {
        b"cm" => state.ctm = times(matrix(), state.ctm),
        b"BT" => (state.text, state.line) = (IDENTITY, IDENTITY),
        b"Tm" => (state.text, state.line) = (matrix(), matrix()),
        b"Td" => state.new_line(at(0), at(1)),
        b"TD" => {
            state.leading = -at(1);
            state.new_line(at(0), at(1));
        }
        b"T*" => state.new_line(0.0, -state.leading),
        b"TL" => state.leading = at(0),
        b"Tc" => state.character = at(0),
        b"Tw" => state.word = at(0),
        b"Tz" => state.stretch = at(0) / 100.0,
        b"Ts" => state.rise = at(0),
        _ => {}
    }
}

fn number(operands: &[&Object<'_>], at: usize) -> f64 {
    operands.get(at).and_then(|object| (*object).clone().into_number()).map_or(0.0, |number| number.as_f64())
}

fn name<'a>(operands: &[&Object<'a>]) -> Option<Name<'a>> {
    operands.first().and_then(|object| (*object).clone().into_name())
}
