//! How wide words are when broken into lines, and how a headline is cut where room is short.

use super::{TextMeasure, TextStyle};
use crate::gather::Gather;

/// A text measured word by word.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    words: Vec<(String, f64)>,
    space: f64,
}

impl Phrase {
    pub(super) fn new(text: &str, style: TextStyle, measure: &dyn TextMeasure) -> Self {
        let words = text.split_whitespace().map(|word| (word.to_owned(), measure.width_px(word, style))).gather();
        Self { words, space: measure.width_px(" ", style) }
    }

    /// Lines that a browser breaks it into at a width.
    pub(super) fn lines(&self, width: f64) -> usize {
        let mut lines = usize::from(!self.words.is_empty());
        let mut used = 0.0;
        for (_, word) in &self.words {
            if used > 0.0 && used + self.space + word > width {
                lines += 1;
                used = *word;
            } else {
                used += if used > 0.0 { self.space + word } else { *word };
            }
        }
        lines
    }

    /// Width of the widest word.
    pub(super) fn widest_word(&self) -> f64 {
        self.words.iter().map(|(_, width)| *width).fold(0.0, f64::max)
    }

    /// Width on one line.
    pub(super) fn width(&self) -> f64 {
        let gaps = self.words.len().saturating_sub(1) as f64;
        self.words.iter().map(|(_, width)| width).sum::<f64>() + gaps * self.space
    }

    /// The least width, up to `max_width`, at which it takes no more than `lines`: `text-wrap: balance`.
    pub(super) fn balanced_width(&self, lines: usize, max_width: f64) -> Option<f64> {
        if self.widest_word() > max_width || self.lines(max_width) > lines {
            return None;
        }
        let (mut narrow, mut wide) = (self.widest_word(), max_width.min(self.width().max(self.widest_word())));
        // Ten halvings leave less than half a px of any label's width.
        for _ in 0..10 {
            let middle = f64::midpoint(narrow, wide);
            if self.lines(middle) <= lines { wide = middle } else { narrow = middle }
        }
        Some(wide)
    }

    /// The longest beginning that fits into `lines` of `width` with an ellipsis, ending at a clause where one ends in
    /// its second half; `None` where not even two words fit.
    pub(super) fn cut(&self, lines: usize, width: f64, ellipsis: f64) -> Option<Self> {
        let mut count = self.words.len().saturating_sub(1);
        while count >= 2 && !self.beginning(count, ellipsis).fits(lines, width) {
            count -= 1;
        }
        if count < 2 {
            return None;
        }
        let is_clause_end = |index: &usize| {
            self.words.get(index - 1).is_some_and(|(word, _)| word.ends_with([',', ';', ':'])) && *index * 2 >= count
        };
        let at = (2..=count).rev().find(is_clause_end).unwrap_or(count);
        Some(self.beginning(at, ellipsis))
    }

    pub(super) fn text(&self) -> String {
        self.words.iter().map(|(word, _)| word.as_str()).gather().join(" ")
    }

    fn fits(&self, lines: usize, width: f64) -> bool {
        self.widest_word() <= width && self.lines(width) <= lines
    }

    fn beginning(&self, count: usize, ellipsis: f64) -> Self {
        let mut words: Vec<_> = self.words.iter().take(count).cloned().gather();
        if let Some((word, width)) = words.last_mut() {
            let bare = word.trim_end_matches([',', ';', ':', '.']).len();
            word.truncate(bare);
            word.push('…');
            *width += ellipsis;
        }
        Self { words, space: self.space }
    }
}

/// Widths of single characters, for names that are made anew every frame.
#[derive(Clone, Debug)]
pub(super) struct CharWidths {
    ascii: [f64; 128],
    other: f64,
}

impl CharWidths {
    pub(super) fn new(style: TextStyle, measure: &dyn TextMeasure) -> Self {
        let mut ascii = [0.0; 128];
        for (code, width) in ascii.iter_mut().enumerate().skip(32) {
            let mut buffer = [0; 4];
            *width = measure.width_px(char::from(code as u8).encode_utf8(&mut buffer), style);
        }
        Self { ascii, other: measure.width_px("m", style) }
    }

    pub(super) fn width(&self, text: &str) -> f64 {
        text.chars().map(|c| self.ascii.get(c as usize).copied().unwrap_or(self.other)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::FixedWidths;

    fn phrase(text: &str) -> Phrase {
        Phrase::new(text, TextStyle::Label, &FixedWidths)
    }

    #[test]
    fn lines_are_counted_as_a_browser_breaks_them() {
        // "Soviet troops" is 13 characters of 7 px.
        assert_eq!(phrase("Soviet troops leave").lines(91.0), 2);
        assert_eq!(phrase("Soviet troops leave").lines(83.0), 3);
        assert_eq!(phrase("").lines(90.0), 0);
    }

    #[test]
    fn a_balanced_label_is_as_narrow_as_its_lines_allow() {
        let width = phrase("one two three four").balanced_width(2, 200.0).unwrap();
        assert!((70.0..70.5).contains(&width), "'three four' is 70 px, not {width}");
        assert_eq!(phrase("incomprehensibilities").balanced_width(3, 96.0), None);
    }

    #[test]
    fn a_cut_prefers_the_end_of_a_clause() {
        let cut = |text: &str| phrase(text).cut(2, 112.0, 7.0).map(|cut| cut.text());
        assert_eq!(cut("Rebels fight back, armed from far abroad").as_deref(), Some("Rebels fight back…"));
        assert_eq!(cut("The embassy moves to another part of town").as_deref(), Some("The embassy moves to…"));
        assert_eq!(cut("Unpronounceablenesses everywhere"), None);
    }
}
