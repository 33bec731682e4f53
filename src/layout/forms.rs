//! Events as words at sizes: whole in two or three lines, cut short, on one line, across a column.

use super::column;
use super::figure::Reach;
use super::plan::{Moment, Stretch};
use super::stage::{TextMeasure, TextStyle};
use super::words::Phrase;
use crate::calendar::LabelLength;
use crate::event::{Chronology, Event};
use crate::gather::Gather;

const LABEL_MIN_PX: f64 = 96.0;
const LABEL_MAX_PX: f64 = 200.0;
const LEAD_MAX_PX: f64 = 240.0;
const NARROW_MAX_PX: f64 = 150.0;
const SHORT_MAX_PX: f64 = 120.0;
const FLAT_MAX_PX: f64 = 360.0;
/// Bars are long, so the words under them may be.
const BAR_MAX_PX: f64 = 320.0;
/// Between the pole and the words, and a px for rounding.
const POLE_INSET_PX: f64 = 9.0;

/// Words at a size that they can be shown in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    pub date: String,
    pub headline: String,
    /// With the inset.
    pub width: f64,
    pub height: f64,
}

/// Turns events into words at sizes.
pub(super) struct Writer<'a> {
    pub measure: &'a dyn TextMeasure,
    /// So many of the most salient are lead events.
    pub leads: u32,
}

impl Writer<'_> {
    pub(super) fn moment(&self, index: usize, event: &Event, reach: Reach, rank: u32) -> Moment {
        let is_lead = rank < self.leads;
        let max = if is_lead { LEAD_MAX_PX } else { LABEL_MAX_PX };
        let forms = self.forms(event, is_lead, [max, max], POLE_INSET_PX);
        let flat = self.flat_form(event, is_lead);
        let line = self.measure.line_height_px(TextStyle::Label);
        let two_lines = self.measure.line_height_px(TextStyle::Date) + 2.0 * line;
        let low = forms.iter().map(|form| form.height).filter(|height| *height <= two_lines);
        Moment {
            event: index as u32,
            anchor: reach.middle(),
            reach,
            rank,
            whole_forms: whole_forms(&forms),
            over_box_px: low.fold(flat.height, f64::max),
            flat,
            forms,
            is_lead,
        }
    }

    pub(super) fn stretch(&self, index: usize, event: &Event, reach: Reach, rank: u32) -> Stretch {
        let is_lead = rank < self.leads;
        let max = if is_lead { LEAD_MAX_PX } else { LABEL_MAX_PX };
        let forms = self.forms(event, is_lead, [BAR_MAX_PX, max], 1.0);
        Stretch {
            event: index as u32,
            reach,
            rank,
            is_end_aligned: false,
            whole_forms: whole_forms(&forms),
            forms,
            is_lead,
        }
    }

    /// Two lines, three narrower ones, the short form. `max` is for two lines and for three.
    fn forms(&self, event: &Event, is_lead: bool, max: [f64; 2], inset: f64) -> Vec<Form> {
        let style = if is_lead { TextStyle::LeadLabel } else { TextStyle::Label };
        let phrase = Phrase::new(&event.headline, style, self.measure);
        let [two, three] = max;
        let date = shown_date(event, LabelLength::Full);
        let mut forms = Vec::new();
        for (lines, max) in [(1, SHORT_MAX_PX), (2, two), (3, NARROW_MAX_PX), (3, three), (3, LEAD_MAX_PX)] {
            let Some(width) = phrase.balanced_width(lines, max) else { continue };
            let form = self.form(&date, &phrase, width, lines, inset);
            // The widest is for long headlines, which nothing narrower holds.
            let is_narrower = forms.last().is_none_or(|wider: &Form| form.width < wider.width - 8.0);
            if is_narrower {
                forms.push(form);
            }
        }
        forms.extend(self.short_form(event, &phrase, style, inset).filter(|_| !is_lead || forms.is_empty()));
        if forms.is_empty() {
            // One word wider than any label: the browser lets it stick out.
            forms.push(self.form(&date, &phrase, three, 3, inset));
        }
        forms
    }

    /// Words for a column, as wide as it is.
    pub(super) fn column_items(
        &self,
        chronology: &Chronology,
        moments: &[Moment],
        stretches: &[Stretch],
        width_px: f64,
    ) -> Vec<column::Item> {
        let max = (width_px - column::WORDS_PX - column::STRIP_PX).max(LABEL_MIN_PX);
        let above = moments.iter().map(|m| (m.event, m.reach, m.anchor, m.rank, m.is_lead));
        let below = stretches.iter().map(|s| (s.event, s.reach, s.reach.middle(), s.rank, s.is_lead));
        let items = above.chain(below).filter_map(|(event, reach, time, rank, is_lead)| {
            let told = chronology.events.get(event as usize)?;
            let style = if is_lead { TextStyle::LeadLabel } else { TextStyle::Label };
            let phrase = Phrase::new(&told.headline, style, self.measure);
            let lines = phrase.lines(max).max(1);
            let date = shown_date(told, LabelLength::Full);
            let form = Form { width: max, ..self.form(&date, &phrase, max, lines, 0.0) };
            Some(column::Item { event, reach, time, rank, form, is_lead })
        });
        items.gather()
    }

    fn flat_form(&self, event: &Event, is_lead: bool) -> Form {
        let style = if is_lead { TextStyle::LeadLabel } else { TextStyle::Label };
        let phrase = Phrase::new(&event.headline, style, self.measure);
        let date = shown_date(event, LabelLength::Full);
        let fitting = [1, 2].into_iter().find_map(|lines| Some((lines, phrase.balanced_width(lines, FLAT_MAX_PX)?)));
        let (lines, width) = fitting.unwrap_or((3, FLAT_MAX_PX));
        self.form(&date, &phrase, width, lines, 2.0)
    }

    fn short_form(&self, event: &Event, phrase: &Phrase, style: TextStyle, inset: f64) -> Option<Form> {
        let date = shown_date(event, LabelLength::Short);
        let ellipsis = self.measure.width_px("…", style);
        let cut = phrase.cut(2, SHORT_MAX_PX, ellipsis)?;
        let width = cut.balanced_width(2, SHORT_MAX_PX)?;
        Some(self.form(&date, &cut, width, 2, inset))
    }

    fn form(&self, date: &str, headline: &Phrase, width: f64, lines: usize, inset: f64) -> Form {
        let date_width = self.measure.width_px(date, TextStyle::Date);
        let line = self.measure.line_height_px(TextStyle::Label);
        Form {
            date: date.to_owned(),
            headline: headline.text(),
            width: (width.max(date_width) + inset).max(LABEL_MIN_PX).ceil(),
            height: self.measure.line_height_px(TextStyle::Date) + line * lines as f64,
        }
    }
}

/// How many forms have all the words: the short one comes last.
fn whole_forms(forms: &[Form]) -> usize {
    forms.iter().filter(|form| !form.headline.ends_with('…')).count()
}

/// The date that a label shows: the words that the list and the card have too.
pub(super) fn shown_date(event: &Event, length: LabelLength) -> String {
    event.date_label(length)
}
