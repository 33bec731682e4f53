//! Bands, ribbons and names of the eras.

use super::arrangement::{Band, PlacedEra, Ribbon};
use super::borders::{Border, border, soft};
use super::stage::{Orientation, Stage, TextMeasure, TextStyle};
use super::words::Phrase;
use crate::calendar::{Bound, Edtf, Grain, LabelLength, Period, edtf_label};
use crate::event::Chronology;
use crate::gather::Gather;
use crate::order::InOrder;
use crate::scale::{Scale, Viewport, time_from_day};

/// Gap of paper between ribbons.
const RIBBON_GAP_PX: f64 = 2.0;
/// The name's distance from the start of its era; less in a narrow one.
const NAME_INSET_PX: f64 = 8.0;
const NARROW_INSET_PX: f64 = 4.0;
const NARROW_BELOW_PX: f64 = 72.0;
const MAX_NAME_LINES: usize = 3;
/// From the top of the plot to the years, and from the name to the first row.
const YEARS_TOP_PX: f64 = 10.0;
const HEADER_GAP_PX: f64 = 20.0;
/// In a column: from the rule to the name, and the room that a name needs.
const COLUMN_NAME_TOP_PX: f64 = 9.0;
const COLUMN_NAME_PX: f64 = 30.0;
/// From the ribbons of the story's eras to those of the eras inside them.
const NESTED_PX: f64 = 24.0;
/// Eras beginning or ending this near the story's ends reach to the edge of the plot, as part of its length.
const SNAP_SHARE: f64 = 0.03;

#[derive(Clone, Debug)]
pub(super) struct EraPlace {
    pub index: usize,
    start: Border,
    end: Border,
    /// First day that the era can begin on: from then on events are its own.
    first_day: f64,
    is_nested: bool,
    is_tinted: bool,
    years: String,
    ellipsis_px: f64,
    name: Phrase,
    years_px: f64,
}

impl EraPlace {
    pub(super) fn start_time(&self) -> f64 {
        self.start.at
    }
}

/// The eras, measured.
#[derive(Clone, Debug, Default)]
pub(super) struct EraPlan {
    pub places: Vec<EraPlace>,
    /// From the top of the plot to the first row of labels.
    pub header_px: f64,
    nested_top: f64,
}

impl EraPlan {
    pub(super) fn new(chronology: &Chronology, whole: Viewport, stage: &Stage, measure: &dyn TextMeasure) -> Self {
        let mut places: Vec<EraPlace> = Vec::new();
        for (index, era) in chronology.eras.iter().enumerate() {
            let years = years(era.date);
            places.push(EraPlace {
                index,
                start: border(era.date.start(), whole.from, Bound::Open),
                end: border(Bound::Open, whole.to, era.date.end()),
                first_day: era.date.first_day().map_or(whole.from, time_from_day),
                is_nested: era.level > 1,
                is_tinted: false,
                ellipsis_px: measure.width_px("…", TextStyle::Era),
                years_px: measure.width_px(&years, TextStyle::EraYears),
                years,
                name: Phrase::new(&era.label, TextStyle::Era, measure),
            });
        }
        places.order_by(|a, b| a.is_nested.cmp(&b.is_nested).then(a.start.at.total_cmp(&b.start.at)));
        join_neighbours(&mut places);
        snap_to_ends(&mut places, whole);
        for (outer, place) in places.iter_mut().filter(|place| !place.is_nested).enumerate() {
            place.is_tinted = outer % 2 == 0;
        }
        let (header_px, nested_top) = header(&places, whole, stage, measure);
        Self { places, header_px, nested_top }
    }

    /// Grounds of every second era in view.
    pub(super) fn bands(&self, scale: &Scale) -> Vec<Band> {
        let tinted = self.places.iter().filter(|place| place.is_tinted && is_in_view(place, scale));
        tinted
            .map(|place| {
                let (start, end) = (soft(place.start, scale), soft(place.end, scale));
                Band {
                    from: scale.x_from_time(start.from),
                    to: scale.x_from_time(end.to),
                    fade_in: (start.to - start.from) * scale.px_per_day(),
                    fade_out: (end.to - end.from) * scale.px_per_day(),
                }
            })
            .gather()
    }

    /// The eras' lines in view: whole where the era is sure, dashed where its border is somewhere.
    pub(super) fn ribbons(&self, scale: &Scale) -> Vec<Ribbon> {
        let mut ribbons = Vec::new();
        for place in self.places.iter().filter(|place| is_in_view(place, scale)) {
            let top = if place.is_nested { self.nested_top } else { 0.0 };
            let (start, end) = (soft(place.start, scale), soft(place.end, scale));
            let gap = |border: Border| if border.from < border.to { 0.0 } else { RIBBON_GAP_PX / 2.0 };
            let from = (scale.x_from_time(start.to) + gap(start)).max(0.0);
            let to = (scale.x_from_time(end.from) - gap(end)).min(scale.length_px);
            if to > from {
                ribbons.push(Ribbon { from, to, top, is_dashed: false });
            }
            // The stretch that a border is in belongs to both its eras: the later one draws it.
            if start.from < start.to {
                let from = scale.x_from_time(start.from).max(0.0);
                let to = scale.x_from_time(start.to).min(scale.length_px);
                if to > from {
                    ribbons.push(Ribbon { from, to, top, is_dashed: true });
                }
            }
        }
        ribbons
    }

    /// Where the story's eras are drawn to begin, and the first day that they can begin, in order.
    pub(super) fn outer_starts(&self) -> impl Iterator<Item = (f64, f64)> {
        self.places.iter().filter(|place| !place.is_nested).map(|place| (place.start.at, place.first_day))
    }

    /// The rules over the eras of a column.
    pub(super) fn rules(&self, scale: &Scale) -> Vec<Ribbon> {
        let outer = self.places.iter().filter(|place| !place.is_nested && is_in_view(place, scale));
        let at = |place: &EraPlace| scale.x_from_time(place.start.at).max(0.0);
        outer.map(|place| Ribbon { from: at(place), to: at(place), top: 0.0, is_dashed: false }).gather()
    }

    /// Names in a column: under the rule of their era, or at the top where that is out of view; each on one line, with
    /// its years where both have room, and only where the next era leaves room.
    pub(super) fn column_names(&self, scale: &Scale, left: f64, width: f64) -> Vec<PlacedEra> {
        let outer = self.places.iter().filter(|place| !place.is_nested && is_in_view(place, scale));
        let named = outer.map(|place| {
            let from = scale.x_from_time(place.start.at).max(0.0);
            let room = scale.x_from_time(place.end.at) - from;
            let words = width - left - NAME_INSET_PX;
            let has_years = place.name.width() + NAME_INSET_PX + place.years_px <= words;
            let label = place.name_on_a_line(words);
            PlacedEra {
                era: place.index,
                left,
                top: from + COLUMN_NAME_TOP_PX,
                width: width - left,
                years: place.years.clone(),
                has_years,
                is_named: room >= COLUMN_NAME_PX && !label.is_empty(),
                label,
            }
        });
        named.gather()
    }

    /// Names at the visible start of their eras.
    pub(super) fn names(&self, scale: &Scale) -> Vec<PlacedEra> {
        let mut names = Vec::new();
        for place in self.places.iter().filter(|place| is_in_view(place, scale)) {
            let (start, end) = (soft(place.start, scale), soft(place.end, scale));
            let (mut from, mut to) = in_view(start.to, end.from, scale);
            if to - from < NARROW_BELOW_PX {
                // All of it in view lies where a border may be: its share of that, up to the middle.
                (from, to) = in_view(place.start.at, place.end.at, scale);
            }
            let room = to - from;
            let inset = if room < NARROW_BELOW_PX { NARROW_INSET_PX } else { NAME_INSET_PX };
            let width = (room - inset).max(0.0);
            names.push(PlacedEra {
                era: place.index,
                left: from + inset,
                top: if place.is_nested { self.nested_top } else { 0.0 },
                width,
                years: place.years.clone(),
                label: if place.fits(width) { place.name.text() } else { String::new() },
                has_years: true,
                is_named: place.years_px <= width + NARROW_INSET_PX,
            });
        }
        names.order_by_key(|name| name.era);
        names
    }
}

/// "2001–2021", also where the months are known; an era within one year says its months.
fn years(date: Edtf) -> String {
    let year = |bound: Bound| {
        let period = bound.date()?.period;
        let day = period.first_day();
        (period.grain() <= Grain::Year).then(|| Period::containing(day, Grain::Year))
    };
    match (date, year(date.start()), year(date.end())) {
        (Edtf::Interval(..), Some(first), Some(last)) if first != last => {
            edtf_label(Edtf::between(first, last), LabelLength::Full)
        }
        _ => edtf_label(date, LabelLength::Full),
    }
}

impl EraPlace {
    /// The name on one line, cut at a word where it must be; empty where not even its beginning fits.
    fn name_on_a_line(&self, width: f64) -> String {
        if self.name.width() <= width {
            return self.name.text();
        }
        self.name.cut(1, width, self.ellipsis_px).map(|cut| cut.text()).unwrap_or_default()
    }

    fn fits(&self, width: f64) -> bool {
        self.name.widest_word() <= width
            && self.years_px <= width + NARROW_INSET_PX
            && self.name.lines(width) <= MAX_NAME_LINES
    }
}

/// The part of a stretch in view, in px.
fn in_view(from: f64, to: f64, scale: &Scale) -> (f64, f64) {
    (scale.x_from_time(from).max(0.0), scale.x_from_time(to).min(scale.length_px))
}

fn is_in_view(place: &EraPlace, scale: &Scale) -> bool {
    place.start.from < scale.viewport.to && place.end.to > scale.viewport.from
}

/// Two eras that share a year or month meet in its middle, the finer date deciding; others keep their outer edges.
fn join_neighbours(places: &mut [EraPlace]) {
    for index in 1..places.len() {
        let [.., before, after] = places.get_mut(..=index).unwrap_or_default() else { continue };
        if before.is_nested != after.is_nested {
            continue;
        }
        let (end, start) = (before.end, after.start);
        let (from, to) = (end.from.max(start.from), end.to.min(start.to));
        if from < to {
            let shared = Border { at: f64::midpoint(from, to), from, to };
            (before.end, after.start) = (shared, shared);
        } else if end.at >= start.at || (start.at - end.at) < 1.5 {
            let shared = Border::sharp(start.at);
            (before.end, after.start) = (shared, shared);
        } else {
            (before.end, after.start) = (Border::sharp(end.at), Border::sharp(start.at));
        }
    }
}

/// The first era begins, and the last ends, at the edge of the plot, where they begin or end with the story. Eras inside
/// others are in rows of their own.
fn snap_to_ends(places: &mut [EraPlace], whole: Viewport) {
    let near = whole.span() * SNAP_SHARE;
    let nested = places.partition_point(|place| !place.is_nested);
    let (outer, nested) = places.split_at_mut(nested);
    for row in [outer, nested] {
        if let Some(first) = row.first_mut().filter(|first| first.start.at - whole.from < near) {
            first.start = Border::sharp(whole.from);
        }
        if let Some(last) = row.last_mut().filter(|last| whole.to - last.end.at < near) {
            last.end = Border::sharp(whole.to);
        }
    }
}

/// Heights: of all above the first row, and of the ribbons of nested eras.
fn header(places: &[EraPlace], whole: Viewport, stage: &Stage, measure: &dyn TextMeasure) -> (f64, f64) {
    if places.is_empty() || stage.orientation == Orientation::Vertical {
        return (YEARS_TOP_PX + HEADER_GAP_PX, 0.0);
    }
    let scale = Scale::new(whole, stage.width_px);
    let lines = places
        .iter()
        .filter(|place| !place.is_nested)
        .map(|place| {
            let room = scale.x_from_time(place.end.at) - scale.x_from_time(place.start.at);
            let inset = if room < NARROW_BELOW_PX { NARROW_INSET_PX } else { NAME_INSET_PX };
            // Half a name says less than none: an era too narrow for its name shows its years.
            if place.fits(room - inset) { place.name.lines(room - inset) } else { 0 }
        })
        .max();
    let name = measure.line_height_px(TextStyle::Era) * lines.unwrap_or(1).max(2) as f64;
    let outer = YEARS_TOP_PX + measure.line_height_px(TextStyle::EraYears) + name;
    let has_nested = places.iter().any(|place| place.is_nested);
    let nested = if has_nested { NESTED_PX + measure.line_height_px(TextStyle::EraYears) } else { 0.0 };
    (outer + nested + HEADER_GAP_PX, outer + NARROW_INSET_PX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::event::{Era, EraBasis};
    use crate::layout::fixtures::FixedWidths;

    fn day(year: i32, month: u8, day: u8) -> f64 {
        time_from_day(Day::from_ymd(year, month, day).unwrap())
    }

    fn plan(eras: &[(&str, &str, u8)]) -> (EraPlan, Viewport) {
        let era = |(edtf, label, level): &(&str, &str, u8)| Era {
            id: (*label).to_owned(),
            label: (*label).to_owned(),
            date: edtf.parse().unwrap(),
            level: *level,
            basis: EraBasis::Given,
        };
        let chronology = Chronology { eras: eras.iter().map(era).collect(), ..Chronology::default() };
        let whole = Viewport::new(day(1979, 1, 1), day(2026, 1, 1));
        (EraPlan::new(&chronology, whole, &Stage::of_width(1136.0), &FixedWidths), whole)
    }

    const STORY: [(&str, &str, u8); 3] =
        [("1979/1989", "War", 1), ("1989/2001", "Peace", 1), ("2001/2025", "War again", 1)];

    #[test]
    fn eras_that_share_a_year_meet_in_its_middle() {
        let (plan, whole) = plan(&STORY);
        let starts: Vec<f64> = plan.outer_starts().map(|(from, _)| from).collect();
        assert_eq!(starts, [whole.from, day(1989, 7, 2) + 0.5, day(2001, 7, 2) + 0.5]);
    }

    #[test]
    fn of_short_eras_at_the_end_only_the_last_reaches_the_edge() {
        let (plan, whole) = plan(&[("1979/2024", "War", 1), ("2024/2025", "Talks", 1), ("2025/2025", "Peace", 1)]);
        let ribbons = plan.ribbons(&Scale::new(whole, 1136.0));
        assert!(ribbons.windows(2).all(|pair| pair[0].to <= pair[1].from), "{ribbons:?}");
        assert_eq!(ribbons.last().map(|ribbon| ribbon.to), Some(1135.0));
        let names = plan.column_names(&Scale::new(whole, 1136.0), 88.0, 360.0);
        let named: Vec<bool> = names.iter().map(|name| name.is_named).collect();
        assert_eq!(named, [true, false, false], "nothing is written over another");
    }

    #[test]
    fn a_border_known_by_year_is_dashed_and_fades_once_the_year_is_wide() {
        let (plan, whole) = plan(&STORY);
        let far = Scale::new(whole, 1136.0);
        assert!(plan.ribbons(&far).iter().all(|ribbon| !ribbon.is_dashed));
        assert_eq!(plan.ribbons(&far).len(), 3);
        let near = Scale::new(Viewport::new(day(1988, 1, 1), day(1991, 1, 1)), 1096.0);
        let dashed: Vec<(f64, f64)> = plan
            .ribbons(&near)
            .iter()
            .filter(|ribbon| ribbon.is_dashed)
            .map(|ribbon| (ribbon.from, ribbon.to))
            .collect();
        assert_eq!(dashed, [(366.0, 731.0)], "1989, at a px a day");
        let [band] = plan.bands(&near)[..] else { panic!("the first era is tinted, the second is not") };
        assert_eq!((band.to, band.fade_out), (731.0, 365.0));
    }

    #[test]
    fn a_name_sticks_to_the_visible_start_of_its_era() {
        let (plan, _) = plan(&STORY);
        let names = plan.names(&Scale::new(Viewport::new(day(1995, 1, 1), day(2000, 1, 1)), 1000.0));
        let [name] = &names[..] else { panic!("one era is in view") };
        assert_eq!((name.left, name.label.as_str(), name.years.as_str()), (8.0, "Peace", "1989–2001"));
    }

    #[test]
    fn an_era_too_narrow_for_its_name_shows_its_years_and_a_narrower_one_nothing() {
        let (plan, whole) =
            plan(&[("1979/1989", "An era with quite a long name in truth", 1), ("1989/2025", "Rest", 1)]);
        let first = |width_px: f64| plan.names(&Scale::new(whole, width_px)).remove(0);
        // Ten of 47 years: 27 characters of 7 px a line, then 11 and 6; nine for the years.
        let shown = |name: PlacedEra| (name.label, name.is_named);
        assert_eq!(shown(first(900.0)), ("An era with quite a long name in truth".to_owned(), true));
        assert_eq!(shown(first(400.0)), (String::new(), true));
        assert_eq!(shown(first(200.0)), (String::new(), false));
    }

    #[test]
    fn eras_inside_others_have_a_row_of_their_own() {
        let (flat, _) = plan(&STORY);
        let mut eras = STORY.to_vec();
        eras.push(("1992/1996", "A truce", 2));
        let (nested, whole) = plan(&eras);
        let tops: Vec<f64> = nested.ribbons(&Scale::new(whole, 1136.0)).iter().map(|ribbon| ribbon.top).collect();
        assert_eq!(tops.iter().filter(|top| **top == 0.0).count(), 3);
        assert!(tops.last().is_some_and(|top| *top > 40.0));
        assert!(nested.header_px > flat.header_px);
    }
}
