//! Draws a chronology made by hand as SVG in a page: marks from the scene, words from the outline.
//!
//! `cargo run --example svg -- [WIDTH [FROM/TO [CHOSEN [DOCUMENT]]]] > plot.html`, for instance
//! `-- 1136 2021-07-19/2021-09-06 17`; `whole` shows the whole story. A timeline document takes the place of the story.
//! Text widths are rough averages of the fonts, so lines may break a word earlier or later than in a browser.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;

use eraline::event::{Chronology, Conflict, Era, EraBasis, Event, Extent};
use eraline::interchange::Document;
use eraline::layout::{Align, Focus, Orientation, Plan, Stage, TextMeasure, TextStyle};
use eraline::outline::{self, EventLabel, PlotOutline};
use eraline::scale::Viewport;
use eraline::scene::{self, Paint};

use Extent::{Throughout, Within};

const EVENTS: [(&str, Extent, f64, &str); 24] = [
    ("1979/1989", Throughout, 0.80, "Soviet army wages a ten-year campaign in Afghanistan"),
    ("1979", Within, 0.95, "Soviet forces march in to rescue an allied regime"),
    ("198X", Throughout, 0.50, "Guerrillas resist with weapons from abroad"),
    ("1989~", Within, 0.70, "Last Soviet convoys head home beaten"),
    ("199X", Throughout, 0.55, "Warlords’ feuds clear a path for the Taliban"),
    ("1992", Within, 0.60, "Shells strike the Russian mission; its staff are flown out"),
    ("1992/1996", Throughout, 0.58, "UN compound hides Najibullah in Kabul"),
    ("1996", Within, 0.65, "Taliban seize the capital and hang Najibullah"),
    ("1997~/1999~", Throughout, 0.57, "Moscow arms the Northern Alliance"),
    ("2000~/2003~", Throughout, 0.45, "Americans fly from a field in Uzbekistan"),
    ("2001", Within, 0.63, "Coalition bombing ends the Taliban’s first rule"),
    ("2001-09-11", Within, 0.92, "Hijackers strike New York and Washington"),
    ("2001-09-11/..", Within, 0.30, "Putin phones Bush to offer his help"),
    ("2003", Within, 0.62, "Russia puts the Taliban on its terror list"),
    ("2020", Within, 0.35, "Uzbek and American troops train together"),
    ("2021-07-23", Within, 0.40, "Russia, China and Iran plan for a US exit"),
    ("2021-08", Within, 0.42, "Last American troops leave Kabul"),
    ("2021-08", Within, 0.93, "Kabul falls to the Taliban as Ghani flees"),
    ("2021-08/2025-07-03", Throughout, 0.56, "Taliban rule, recognised by no state"),
    ("2021-08-17", Within, 0.64, "Russia’s envoy visits the Taliban to secure his embassy"),
    ("2021-08-17", Within, 0.41, "Moscow is in no rush to recognise new rulers"),
    ("2021-08-17", Within, 0.39, "China, Iran and Pakistan leave their missions open"),
    ("2024~/2025~", Throughout, 0.20, "Other capitals start to warm"),
    ("2025-07-03", Within, 0.94, "Russia becomes first to recognise the Taliban state"),
];

const ERAS: [(&str, &str); 5] = [
    ("1979/1989", "Soviet war"),
    ("1989/1996", "Collapse and civil war"),
    ("1996/2001", "First Taliban rule"),
    ("2001/2021-08", "US-led war"),
    ("2021-08/2025", "Taliban return"),
];

fn chronology() -> Result<Chronology, Box<dyn Error>> {
    let mut chronology = Chronology::default();
    for (edtf, extent, salience, headline) in EVENTS {
        chronology.events.push(Event { salience, ..Event::titled(edtf.parse()?, extent, headline) });
    }
    if let Some(war) = chronology.events.first_mut() {
        war.conflicts.push(Conflict { date: "198X".parse()?, mention: 0 });
    }
    for (edtf, label) in ERAS {
        let (id, label) = (label.to_lowercase(), label.to_owned());
        chronology.eras.push(Era { id, label, date: edtf.parse()?, level: 1, basis: EraBasis::Given });
    }
    Ok(chronology)
}

/// Average widths of a serif and a sans face, by kind of character.
struct RoughWidths;

impl TextMeasure for RoughWidths {
    fn width_px(&self, text: &str, style: TextStyle) -> f64 {
        let (size, bold) = match style {
            TextStyle::Label => (15.0, 1.0),
            TextStyle::LeadLabel => (15.0, 1.06),
            TextStyle::Era => (17.0, 1.06),
            TextStyle::Date | TextStyle::Count => (12.0, 1.06),
            TextStyle::Tick | TextStyle::EraYears => (12.0, 1.0),
        };
        let ems: f64 = text.chars().map(em).sum();
        ems * size * bold
    }

    fn line_height_px(&self, style: TextStyle) -> f64 {
        match style {
            TextStyle::Label | TextStyle::LeadLabel => 19.0,
            TextStyle::Era => 21.0,
            _ => 16.0,
        }
    }
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ';' | ':' | '’' | ' ' => 0.27,
        'f' | 't' | 'r' | 's' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' | '…' => 0.86,
        'A'..='Z' => 0.70,
        _ => 0.53,
    }
}

fn colour(paint: Paint) -> String {
    match paint {
        Paint::Paper => "#ffffff",
        Paint::Band => "#f5f3ee",
        Paint::Ink | Paint::Mark => "#1b1a17",
        Paint::Bar => "#79736a",
        Paint::Edge => "#88827a",
        Paint::Hair => "#dcd7ce",
        Paint::Accent => "#b0311a",
        Paint::AccentTint => "#fbeee9",
        Paint::Focus => "#0b57b0",
    }
    .to_owned()
}

/// Lines as a browser would balance them in a width.
fn lines(text: &str, style: TextStyle, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || RoughWidths.width_px(&longer, style) <= width {
            *line = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

const SERIF: &str = "Palatino, 'Palatino Linotype', P052, serif";
const SANS: &str = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn text(out: &mut String, (x, y): (f64, f64), anchor: &str, style: &str, words: &str) {
    let _ = writeln!(
        out,
        r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" style="{style}">{}</text>"#,
        escaped(words)
    );
}

fn data(weight: u32, fill: &str) -> String {
    format!("font: {weight} 12px {SANS}; fill: {fill}")
}

fn words(out: &mut String, outline: &PlotOutline) {
    for tick in &outline.ticks {
        let weight = if tick.is_major { 700 } else { 400 };
        let (at, anchor, fill) = match (outline.orientation, tick.is_major) {
            (Orientation::Vertical, _) => ((36.0, tick.along + 4.0), "end", "#55514a"),
            (Orientation::Horizontal, true) => ((tick.along, tick.across + 12.0), "start", "#1b1a17"),
            (Orientation::Horizontal, false) => ((tick.along, tick.across + 12.0), "middle", "#55514a"),
        };
        text(out, at, anchor, &data(weight, fill), &tick.text);
    }
    for era in outline.eras.iter().filter(|era| era.is_named) {
        let is_column = outline.orientation == Orientation::Vertical;
        let size = if is_column { 16 } else { 17 };
        let style = format!("font: 700 {size}px {SERIF}");
        if is_column {
            let along = RoughWidths.width_px(&era.label, TextStyle::Era) + 6.0;
            text(out, (era.left, era.top + 14.0), "start", &style, &era.label);
            text(out, (era.left + along, era.top + 14.0), "start", &data(400, "#55514a"), &era.years);
            continue;
        }
        text(out, (era.left, era.top + 22.0), "start", &data(400, "#55514a"), &era.years);
        for (row, line) in lines(&era.label, TextStyle::Era, era.width).iter().enumerate() {
            text(out, (era.left, era.top + 41.0 + 21.0 * row as f64), "start", &style, line);
        }
    }
    for label in &outline.labels {
        event_label(out, label, outline.orientation);
    }
    for pill in &outline.counts {
        if outline.orientation == Orientation::Vertical {
            text(out, (pill.x, pill.top + 16.0), "start", &data(700, "#55514a"), &format!("+{} more", pill.count));
            continue;
        }
        let (x, y) = (pill.x - 13.0, pill.top);
        let _ =
            writeln!(out, r##"<rect x="{x}" y="{y}" width="26" height="20" rx="10" fill="#fff" stroke="#88827a"/>"##);
        text(out, (pill.x, pill.top + 14.0), "middle", &data(700, "#1b1a17"), &format!("+{}", pill.count));
    }
    if outline.earlier > 0 {
        let y = outline.height - 40.0;
        text(out, (0.0, y), "start", &data(400, "#55514a"), &format!("‹ {} earlier", outline.earlier));
    }
    if outline.later > 0 {
        let at = (outline.width, outline.height - 40.0);
        text(out, at, "end", &data(400, "#55514a"), &format!("{} later ›", outline.later));
    }
}

fn event_label(out: &mut String, label: &EventLabel, orientation: Orientation) {
    if label.placed.align == Align::MarkOnly {
        return;
    }
    let inset = if orientation == Orientation::Vertical { 0.0 } else { 8.0 };
    let (x, anchor, inner) = match label.placed.align {
        Align::End => (label.placed.left + label.placed.width - inset, "end", inset + 1.0),
        Align::UnderEnd => (label.placed.left + label.placed.width, "end", 1.0),
        Align::Under => (label.placed.left, "start", 1.0),
        _ => (label.placed.left + inset, "start", inset + 1.0),
    };
    if label.placed.is_chosen {
        let (left, top, width, height) =
            (label.placed.left, label.placed.top - 4.0, label.placed.width, label.placed.height + 8.0);
        let _ = writeln!(out, r##"<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#fbeee9"/>"##);
    }
    let date = if label.is_disputed { format!("{} ≠", label.placed.date) } else { label.placed.date.clone() };
    let fill = if label.placed.is_chosen { "#b0311a" } else { "#55514a" };
    text(out, (x, label.placed.top + 12.0), anchor, &data(700, fill), &date);
    let (style, weight) = if label.placed.is_lead { (TextStyle::LeadLabel, 700) } else { (TextStyle::Label, 400) };
    let css = format!("font: {weight} 15px {SERIF}; fill: #1b1a17");
    for (row, line) in lines(&label.placed.headline, style, label.placed.width - inner + 0.5).iter().enumerate() {
        text(out, (x, label.placed.top + 30.0 + 19.0 * row as f64), anchor, &css, line);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let width: f64 = arguments.next().map_or(Ok(1136.0), |text| text.parse())?;
    let (range, chosen) = (arguments.next(), arguments.next());
    let chronology = match arguments.next() {
        Some(path) => Document::from_json_str(&std::fs::read_to_string(path)?)?.chronology()?.0,
        None => chronology()?,
    };
    let plan = Plan::new(&chronology, &Stage::of_width(width), &RoughWidths);
    let viewport = match range.filter(|range| range != "whole") {
        Some(range) => Viewport::from_edtf(range.parse()?, plan.whole()),
        None => plan.whole(),
    };
    let chosen = chosen.map_or(Ok(Some(17)), |text| text.parse().map(Some))?;
    let focus = Focus { chosen, hits: &[] };

    let arrangement = plan.arrange(&chronology, &viewport, &focus);
    let outline = outline::plot(&arrangement, &chronology);
    let mut svg = scene::plot(&arrangement).to_svg(&colour);
    let strip = scene::overview(&plan.overview(&chronology, &viewport, &focus, width)).to_svg(&colour);
    let mut over = String::new();
    words(&mut over, &outline);
    svg.truncate(svg.trim_end().len() - "</svg>".len());
    let _ = writeln!(svg, "{over}</svg>");
    let html = format!("<!doctype html><meta charset=utf-8><body style='margin:16px'>{svg}<br>{strip}</body>");
    std::io::stdout().write_all(html.as_bytes())?;
    Ok(())
}
