//! The few drawings of controls and of the legend.

use web_sys::Element;

use super::dom::{append, make_svg, set};
use crate::outline::Glyph;

/// Strokes in a square of 14.
pub(crate) const SEARCH: &str = "M10.25 6a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0M9.2 9.2l3.6 3.6";
pub(crate) const FILTER: &str = "M1 3h12M3.5 7h7M5.5 11h3";
pub(crate) const MINUS: &str = "M1.5 7h11";
pub(crate) const PLUS: &str = "M7 1.5v11M1.5 7h11";
pub(crate) const HELP: &str = "M4.4 5a2.6 2.6 0 1 1 3.7 2.4C7.3 7.8 7 8.2 7 9v.4M7 11.4v1.2";
pub(crate) const BACK: &str = "M9 2 4 7l5 5";
pub(crate) const FORTH: &str = "m5 2 5 5-5 5";
pub(crate) const CLOSE: &str = "m2 2 10 10M12 2 2 12";

/// A piece of a legend's drawing: the element, its attributes, its fill and its stroke as custom properties.
type Piece = (&'static str, &'static [(&'static str, &'static str)], Option<&'static str>, Option<&'static str>);

const BOX: &[(&str, &str)] = &[("x", "3"), ("y", "3"), ("width", "24"), ("height", "10")];
const DASHED_BOX: &[(&str, &str)] =
    &[("x", "3"), ("y", "3"), ("width", "24"), ("height", "10"), ("stroke-dasharray", "3 2")];
const BAR: &[(&str, &str)] = &[("x", "1"), ("y", "4"), ("width", "28"), ("height", "8")];
const CORE: &[(&str, &str)] = &[("x", "8"), ("y", "4"), ("width", "14"), ("height", "8")];
const LEFT_CAP: &[(&str, &str)] = &[("x", ".75"), ("y", "4.75"), ("width", "8"), ("height", "6.5")];
const RIGHT_CAP: &[(&str, &str)] = &[("x", "21.25"), ("y", "4.75"), ("width", "8"), ("height", "6.5")];
const MIDDLE: &[(&str, &str)] = &[("x", "9"), ("y", "4"), ("width", "12"), ("height", "8")];
const FADED_LEFT: &[(&str, &str)] = &[("x", "4"), ("y", "4"), ("width", "5"), ("height", "8"), ("opacity", ".55")];
const FADED_RIGHT: &[(&str, &str)] = &[("x", "21"), ("y", "4"), ("width", "5"), ("height", "8"), ("opacity", ".55")];
const FAINT_LEFT: &[(&str, &str)] = &[("x", "0"), ("y", "4"), ("width", "4"), ("height", "8"), ("opacity", ".2")];
const FAINT_RIGHT: &[(&str, &str)] = &[("x", "26"), ("y", "4"), ("width", "4"), ("height", "8"), ("opacity", ".2")];
const DIFFER_BOX: &[(&str, &str)] = &[("x", "8"), ("y", "1"), ("width", "14"), ("height", "14"), ("rx", "2")];
const PILL: &[(&str, &str)] = &[("x", "1"), ("y", ".5"), ("width", "28"), ("height", "15"), ("rx", "7.5")];

const INK: Option<&str> = Some("ink");
const MARK: Option<&str> = Some("mark");
const PAPER: Option<&str> = Some("paper");
const BAR_COLOUR: Option<&str> = Some("bar");

const fn pieces(glyph: Glyph) -> &'static [Piece] {
    match glyph {
        Glyph::Day => &[("circle", &[("cx", "15"), ("cy", "8"), ("r", "4.5")], MARK, None)],
        Glyph::Within => &[("rect", BOX, PAPER, MARK)],
        Glyph::About => &[("rect", DASHED_BOX, PAPER, MARK)],
        Glyph::Span => &[("rect", BAR, BAR_COLOUR, None)],
        Glyph::SpanWithCaps => &[
            ("rect", CORE, BAR_COLOUR, None),
            ("rect", LEFT_CAP, PAPER, BAR_COLOUR),
            ("rect", RIGHT_CAP, PAPER, BAR_COLOUR),
        ],
        Glyph::Vague => &[
            ("rect", MIDDLE, BAR_COLOUR, None),
            ("rect", FADED_LEFT, BAR_COLOUR, None),
            ("rect", FADED_RIGHT, BAR_COLOUR, None),
            ("rect", FAINT_LEFT, BAR_COLOUR, None),
            ("rect", FAINT_RIGHT, BAR_COLOUR, None),
        ],
        Glyph::AfterOrBefore => &[
            ("path", &[("d", "M2 2v12")], None, BAR_COLOUR),
            ("rect", &[("x", "2"), ("y", "4"), ("width", "19"), ("height", "8")], BAR_COLOUR, None),
            ("rect", FADED_RIGHT, BAR_COLOUR, None),
            ("rect", FAINT_RIGHT, BAR_COLOUR, None),
        ],
        Glyph::GoesOn => &[("path", &[("d", "M0 4h19V0l10 8-10 8v-4H0z")], BAR_COLOUR, None)],
        Glyph::Disputed => {
            &[("rect", DIFFER_BOX, PAPER, INK), ("path", &[("d", "M11 6.3h8M11 9.7h8M17 4l-4 8")], None, INK)]
        }
        Glyph::Count => {
            &[("rect", PILL, PAPER, Some("edge")), ("path", &[("d", "M8 8h6M11 5v6M17 6l3-2v8")], None, INK)]
        }
    }
}

/// The drawing of a mark for the legend, 30 by 16.
pub(crate) fn glyph(glyph: Glyph) -> Element {
    let drawing = make_svg("svg", &[("class", "glyph"), ("viewBox", "0 0 30 16"), ("aria-hidden", "true")]);
    for (tag, attributes, fill, stroke) in pieces(glyph) {
        let piece = make_svg(tag, attributes);
        for (name, token) in [("fill", fill), ("stroke", stroke)] {
            if let Some(token) = token {
                // A presentation attribute takes no var(); a class of the style sheet does.
                let class = [piece.get_attribute("class").unwrap_or_default(), [name, "-", token].concat()].join(" ");
                set(&piece, "class", class.trim());
            }
        }
        append(&drawing, &[&piece]);
    }
    drawing
}

/// The axis that stands where nothing can be drawn yet.
pub(crate) fn ghost() -> Element {
    let drawing = make_svg(
        "svg",
        &[("class", "ghost"), ("viewBox", "0 0 544 56"), ("aria-hidden", "true"), ("preserveAspectRatio", "none")],
    );
    append(&drawing, &[&make_svg("path", &[("d", "M0 40.5H544")])]);
    for (x, width) in [("8", "48"), ("88", "20"), ("180", "96"), ("420", "12")] {
        append(&drawing, &[&make_svg("rect", &[("x", x), ("y", "36"), ("width", width), ("height", "9")])]);
    }
    drawing
}
