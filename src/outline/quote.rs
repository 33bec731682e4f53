//! A quoted sentence, cut where its date expressions begin and end.

use crate::event::Mention;
use crate::text::ScalarSpan;
use crate::text::phrase::place_of;

/// A stretch of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are a date expression, to be underlined.
    pub is_expression: bool,
}

/// A sentence in curly quotes, with its date expressions apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The stretches in their order; put together they are the sentence.
    pub pieces: Vec<Piece>,
}

impl Quote {
    /// The sentence that these mentions share, with the expression of each marked.
    pub(super) fn of(mentions: &[&Mention]) -> Self {
        let Some(quote) = mentions.first().map(|mention| mention.quote.trim()) else { return Self::default() };
        if quote.is_empty() {
            return Self::default();
        }
        let mut marks: Vec<(usize, usize)> = Vec::new();
        for mark in mentions.iter().filter_map(|mention| mark(mention)) {
            marks.insert(marks.partition_point(|before| *before <= mark), mark);
        }
        let (open, close) = if is_quoted_whole(quote) { ("", "") } else { ("“", "”") };
        let mut pieces = Pieces::default();
        pieces.push(open, false);
        let mut at = 0;
        for (start, end) in marks {
            if let (Some(before), Some(expression)) = (quote.get(at..start), quote.get(start..end)) {
                pieces.push(before, false);
                pieces.push(expression, true);
                at = end;
            }
        }
        pieces.push(quote.get(at..).unwrap_or_default(), false);
        pieces.push(close, false);
        Self { pieces: pieces.0 }
    }

    /// The sentence without marks.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// Pieces, where like follows like, joined.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, text: &str, is_expression: bool) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.is_expression == is_expression => last.text.push_str(text),
            _ => self.0.push(Piece { text: text.to_owned(), is_expression }),
        }
    }
}

/// Where the expression stands in the trimmed quote, in bytes: where the ranges say, else at its first occurrence.
fn mark(mention: &Mention) -> Option<(usize, usize)> {
    let expression = mention.expression.as_deref().filter(|expression| !expression.is_empty())?;
    let quote = mention.quote.trim();
    let by_range = mention.range.zip(mention.expression_range).and_then(|(sentence, words)| {
        let leading = mention.quote.chars().take_while(|c| c.is_whitespace()).count();
        let start = words.start.checked_sub(sentence.start)?.checked_sub(leading)?;
        let span = ScalarSpan { start, end: start + expression.chars().count() };
        let found = bytes_of(quote, span)?;
        (quote.get(found.0..found.1)? == expression).then_some(found)
    });
    by_range.or_else(|| place_of(quote, expression).map(|start| (start, start + expression.len())))
}

fn bytes_of(text: &str, span: ScalarSpan) -> Option<(usize, usize)> {
    let byte = |scalar: usize| text.char_indices().map(|(at, _)| at).chain(Some(text.len())).nth(scalar);
    Some((byte(span.start)?, byte(span.end)?))
}

/// Whether the sentence is one quotation from end to end and needs no second pair of quotes.
fn is_quoted_whole(quote: &str) -> bool {
    let inner = quote.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    inner.is_some_and(|inner| !inner.contains(['“', '”']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Basis;

    fn mention(quote: &str, expression: &str, at: Option<usize>) -> Mention {
        let span = |start: usize, text: &str| ScalarSpan { start, end: start + text.chars().count() };
        Mention {
            article: 0,
            range: at.map(|_| span(100, quote)),
            quote: quote.to_owned(),
            expression: Some(expression.to_owned()),
            expression_range: at.map(|at| span(100 + at, expression)),
            timex: None,
            date: None,
            basis: Basis::Stated,
            anchor: None,
            attribution: None,
            rule: String::new(),
        }
    }

    fn shown(mentions: &[&Mention]) -> String {
        let marked = |piece: &Piece| if piece.is_expression { format!("[{}]", piece.text) } else { piece.text.clone() };
        Quote::of(mentions).pieces.iter().map(marked).collect()
    }

    #[test]
    fn the_range_tells_which_of_two_equal_expressions_is_meant() {
        let text = "“Été” 1992 was not 1992.";
        assert_eq!(shown(&[&mention(text, "1992", Some(19))]), "““Été” 1992 was not [1992].”");
        assert_eq!(shown(&[&mention(text, "1992", None)]), "““Été” [1992] was not 1992.”");
        assert_eq!(shown(&[&mention(text, "1992", Some(4))]), "““Été” [1992] was not 1992.”");
    }

    #[test]
    fn a_sentence_with_two_expressions_marks_both() {
        let text = "It began in 1979 and took ten years.";
        let [start, length] = [mention(text, "1979", None), mention(text, "ten years", None)];
        assert_eq!(shown(&[&length, &start]), "“It began in [1979] and took [ten years].”");
    }

    #[test]
    fn overlapping_expressions_are_marked_once() {
        let text = "Since August 2021 it is shut.";
        let [month, year] = [mention(text, "August 2021", None), mention(text, "2021", None)];
        assert_eq!(shown(&[&month, &year]), "“Since [August 2021] it is shut.”");
    }

    #[test]
    fn a_sentence_that_is_one_quotation_gets_no_second_quotes() {
        assert_eq!(shown(&[&mention("“We left in 1992.”", "1992", None)]), "“We left in [1992].”");
        assert_eq!(shown(&[&mention("“No.” She left in “1992.”", "x", None)]), "““No.” She left in “1992.””");
        assert_eq!(shown(&[&mention("  ", "x", None)]), "");
    }
}
