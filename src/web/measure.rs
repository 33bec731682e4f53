//! Text widths in the fonts that the page really has.
//!
//! Widths are kept by letter: a line's width is the sum of its letters', which is right to about a hundredth (kerning
//! only makes lines narrower) and a hundred times cheaper than asking the browser for each line. Lines in scripts whose
//! letters join are measured whole.

use crate::gather::Gather;
use std::cell::{Cell, RefCell};

use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement, HtmlElement};

use super::dom::{append, make};
use super::theme::context_of;
use crate::layout::{TextMeasure, TextStyle};
use crate::lookup::sorted::SortedMap;
use wasm_bindgen::JsCast;

/// The styles with the classes of the elements that show them.
const STYLES: [(TextStyle, &str); 7] = [
    (TextStyle::Label, "probe hl"),
    (TextStyle::LeadLabel, "probe hl lead"),
    (TextStyle::Date, "probe date"),
    (TextStyle::Tick, "probe tick"),
    (TextStyle::Era, "probe era-name"),
    (TextStyle::EraYears, "probe tick"),
    (TextStyle::Count, "probe count-text"),
];

/// Letters below this stand alone; above it begin combining marks and, later, scripts that join.
const FIRST_COMBINING: char = '\u{300}';

/// Dashes, quotation marks and the ellipsis stand alone too.
const PUNCTUATION: std::ops::Range<char> = '\u{2010}'..'\u{2050}';

/// A font and the widths found in it.
struct Font {
    style: TextStyle,
    font: String,
    line_height_px: f64,
    letters: RefCell<SortedMap<char, f64>>,
}

/// Measures with a canvas, in the fonts of probes inside the shadow root.
pub(crate) struct CanvasMeasure {
    context: Option<CanvasRenderingContext2d>,
    /// The font that the context has: setting one is dearer than measuring.
    set: Cell<Option<TextStyle>>,
    fonts: Vec<Font>,
}

impl CanvasMeasure {
    /// Reads the fonts. `root` is the element whose rules the labels follow.
    pub(crate) fn new(root: &HtmlElement) -> Self {
        let canvas = make("canvas", "").unchecked_into::<HtmlCanvasElement>();
        let fonts = STYLES.iter().map(|(style, class)| read_font(root, *style, class)).gather();
        Self { context: context_of(&canvas), set: Cell::new(None), fonts }
    }

    /// Whether the fonts are the same, so that nothing need be placed anew.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let sample = "Moscow 1979–1989";
        self.fonts.iter().zip(&other.fonts).all(|(a, b)| {
            a.font == b.font
                && a.line_height_px == b.line_height_px
                && self.width_px(sample, a.style) == other.width_px(sample, b.style)
        })
    }

    fn font(&self, style: TextStyle) -> Option<&Font> {
        self.fonts.iter().find(|font| font.style == style)
    }

    fn measured(&self, text: &str, font: &Font) -> f64 {
        let Some(context) = &self.context else { return 0.0 };
        if self.set.replace(Some(font.style)) != Some(font.style) {
            context.set_font(&font.font);
        }
        context.measure_text(text).map_or(0.0, |metrics| metrics.width())
    }
}

impl TextMeasure for CanvasMeasure {
    fn width_px(&self, text: &str, style: TextStyle) -> f64 {
        let Some(font) = self.font(style) else { return 0.0 };
        if text.chars().any(|letter| letter >= FIRST_COMBINING && !PUNCTUATION.contains(&letter)) {
            return self.measured(text, font);
        }
        let mut letters = font.letters.borrow_mut();
        let mut spelt = [0; 4];
        text.chars()
            .map(|letter| match letters.get(letter) {
                Some(width) => *width,
                None => {
                    let width = self.measured(letter.encode_utf8(&mut spelt), font);
                    letters.insert(letter, width);
                    width
                }
            })
            .sum()
    }

    fn line_height_px(&self, style: TextStyle) -> f64 {
        self.font(style).map_or(16.0, |font| font.line_height_px)
    }
}

fn read_font(root: &HtmlElement, style: TextStyle, class: &str) -> Font {
    let probe = make("span", class);
    append(root, &[&probe]);
    let computed = web_sys::window().and_then(|window| window.get_computed_style(&probe).ok()?);
    let value = |name: &str| {
        computed
            .as_ref()
            .and_then(|style: &CssStyleDeclaration| style.get_property_value(name).ok())
            .unwrap_or_default()
    };
    let font = [value("font-weight"), value("font-size"), value("font-family")].join(" ");
    let line_height_px = px_of(&value("line-height")).unwrap_or(16.0);
    probe.remove();
    Font { style, font, line_height_px, letters: RefCell::default() }
}

/// The number of a computed length such as "19.5px". The standard library's reading of floats would cost 6 KB.
fn px_of(length: &str) -> Option<f64> {
    let (whole, part) = length.strip_suffix("px").map(|number| number.split_once('.').unwrap_or((number, "")))?;
    let part = part.get(..part.len().min(MOST_DECIMALS))?;
    let scale = 10_f64.powi(part.len() as i32);
    let part: u32 = if part.is_empty() { 0 } else { part.parse().ok()? };
    Some(f64::from(whole.parse::<u32>().ok()?) + f64::from(part) / scale)
}

/// Decimals of a length that are read.
const MOST_DECIMALS: usize = 4;
