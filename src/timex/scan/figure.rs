//! Digits and the signs between them: as far as they make one number, date or clock time ("9/11", "12:30", "2001-09-11").

use super::{Scanner, Shape};

/// A number as written in digits and the signs between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Figure {
    /// A run of digits: its value (the largest `u32` where it is longer) and how many there are.
    Whole { value: u32, digits: u8 },
    /// "1,874": digits in groups of three.
    Grouped(u32),
    /// "2.5", in tenths; other decimals are [`Figure::Other`].
    Tenths(u32),
    /// "2001-09-11".
    Iso { year: u16, month: u8, day: u8 },
    /// "9/11/2001", "11.09.2001" or "11-09-2001": as written, with the sign between.
    Triple { first: u16, second: u8, third: u16, sign: u8 },
    /// "9/11", "1998/99", "1/2".
    Pair { first: u16, second: u16 },
    /// "10.30": a time of day where "pm" follows, else a share or a price.
    Hundredths { whole: u8, hundredths: u8 },
    /// "12:30", "08:15:10".
    Clock { hour: u8, minute: u8 },
    /// Digits and signs that are none of these.
    Other,
}

impl Scanner<'_> {
    /// A run of digits from `at`: value, number of digits, end.
    fn digits(self, at: usize) -> (u32, usize, usize) {
        let mut value = 0_u32;
        let mut end = at;
        while self.byte(end).is_ascii_digit() {
            value = value.saturating_mul(10).saturating_add(u32::from(self.byte(end) - b'0'));
            end += 1;
        }
        (value, end - at, end)
    }

    pub(super) fn figure(self, start: usize) -> (Shape, usize) {
        let (value, count, end) = self.digits(start);
        let sign = self.byte(end);
        if matches!(sign, b',' | b'.' | b':' | b'/' | b'-')
            && self.byte(end + 1).is_ascii_digit()
            && let Some((figure, end)) = self.joined(value, count, end)
        {
            return (Shape::Figure(figure), end);
        }
        let digits = u8::try_from(count).unwrap_or(u8::MAX);
        (Shape::Figure(Figure::Whole { value, digits }), end)
    }

    /// What a run of digits makes with the sign at `end` and the digits after it.
    fn joined(self, value: u32, count: usize, end: usize) -> Option<(Figure, usize)> {
        let sign = self.byte(end);
        let (second, second_count, second_end) = self.digits(end + 1);
        let goes_on = self.byte(second_end) == sign && self.byte(second_end + 1).is_ascii_digit();
        let third = goes_on.then(|| self.digits(second_end + 1));
        match sign {
            b',' => self.grouped(value, count, end),
            b':' if count <= 2 && second_count == 2 && value <= 24 && second < 60 => {
                let end = third.map_or(second_end, |(_, _, third_end)| third_end);
                Some((Figure::Clock { hour: value as u8, minute: second as u8 }, end))
            }
            b':' => Some((Figure::Other, third.map_or(second_end, |(_, _, third_end)| third_end))),
            b'.' if third.is_none() && second_count == 1 => {
                Some((Figure::Tenths(value.saturating_mul(10).saturating_add(second)), second_end))
            }
            b'.' if third.is_none() && second_count == 2 && count <= 2 => {
                Some((Figure::Hundredths { whole: value as u8, hundredths: second as u8 }, second_end))
            }
            b'/' if third.is_none() && count <= 4 && second_count <= 4 => {
                Some((Figure::Pair { first: value as u16, second: second as u16 }, second_end))
            }
            b'.' | b'/' => Some(self.triple(value, count, (second, second_count, second_end), third)),
            b'-' => {
                let (third, third_count, third_end) = third?;
                let is_iso = count == 4 && second_count == 2 && third_count == 2;
                if is_iso {
                    let figure = Figure::Iso { year: value as u16, month: second as u8, day: third as u8 };
                    return Some((figure, third_end));
                }
                // "03-02-2009"; other digits with hyphens are numbers of telephones and the like.
                (count <= 2 && second_count <= 2 && third_count == 4)
                    .then(|| self.triple(value, count, (second, second_count, second_end), Some((third, 4, third_end))))
            }
            _ => None,
        }
    }

    fn triple(
        self,
        first: u32,
        count: usize,
        (second, second_count, second_end): (u32, usize, usize),
        third: Option<(u32, usize, usize)>,
    ) -> (Figure, usize) {
        let Some((third, third_count, third_end)) = third else { return (Figure::Other, second_end) };
        let sign = self.byte(second_end);
        let goes_on = self.byte(third_end) == sign && self.byte(third_end + 1).is_ascii_digit();
        let is_short = count <= 4 && second_count <= 2 && third_count <= 4;
        if goes_on || !is_short {
            return (Figure::Other, third_end);
        }
        (Figure::Triple { first: first as u16, second: second as u8, third: third as u16, sign }, third_end)
    }

    /// "1,874", "12,000,000"; `None` where the comma only separates ("in 1996,200 people").
    fn grouped(self, first: u32, count: usize, end: usize) -> Option<(Figure, usize)> {
        if count > 3 {
            return None;
        }
        let (mut value, mut at) = (first, end);
        while self.byte(at) == b',' {
            let (group, group_count, group_end) = self.digits(at + 1);
            if group_count != 3 {
                break;
            }
            value = value.saturating_mul(1000).saturating_add(group);
            at = group_end;
        }
        (at > end).then_some((Figure::Grouped(value), at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(text: &str) -> Vec<Figure> {
        let (scanner, mut found, mut at) = (Scanner::new(text), Vec::new(), 0);
        while let Some(start) = scanner.start(at) {
            let (shape, end) =
                scanner.plain_word(start).map_or_else(|| scanner.shape(start), |(_, end)| (Shape::Opaque, end));
            if let Shape::Figure(figure) = shape {
                found.push(figure);
            }
            at = end;
        }
        found
    }

    #[test]
    fn digits_and_signs_make_one_figure() {
        assert_eq!(
            figures("On 2001-09-11 at 8:46, 9/11, 1,874 and 2.5; 11.09.2001."),
            [
                Figure::Iso { year: 2001, month: 9, day: 11 },
                Figure::Clock { hour: 8, minute: 46 },
                Figure::Pair { first: 9, second: 11 },
                Figure::Grouped(1874),
                Figure::Tenths(25),
                Figure::Triple { first: 11, second: 9, third: 2001, sign: b'.' },
            ]
        );
        assert_eq!(
            figures("1994-98"),
            [Figure::Whole { value: 1994, digits: 4 }, Figure::Whole { value: 98, digits: 2 }]
        );
    }
}
