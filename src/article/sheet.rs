//! The article while it is being read: its text, cut into lines that get roles one pass after another.

use super::{Aside, Block, BlockKind, Passage, Role};
use crate::order::InOrder;
use crate::text::{TextSpan, words};

/// A line of plain text (an unwrapped paragraph), or a block of a page.
#[derive(Debug)]
pub(super) struct Line {
    /// Without white space at either end; never empty.
    pub(super) span: TextSpan,
    /// What the page says it is; plain text says nothing.
    pub(super) kind: Option<BlockKind>,
    /// What else the page says of it.
    pub(super) attributes: Vec<(String, String)>,
    /// What it is to the story, once a pass knows.
    pub(super) role: Option<Role>,
    /// Whether the same words stand again further down.
    pub(super) stands_again: bool,
    /// How many words it has, counted up to [`LONG_LINE_WORDS`].
    pub(super) words: usize,
}

/// Past so many words a line is a paragraph, whatever else it looks like, and is not counted further.
pub(super) const LONG_LINE_WORDS: usize = 40;

/// The text with its lines, and pieces cut out of lines.
#[derive(Debug)]
pub(super) struct Sheet {
    /// What all spans count in.
    pub(super) text: String,
    /// In order, without overlaps.
    pub(super) lines: Vec<Line>,
    /// Pieces of lines with a role of their own, such as a stamp inside a paragraph.
    pub(super) cuts: Vec<Passage>,
}

impl Sheet {
    /// Plain text as pasted: one line each, or one paragraph each where the text is wrapped at a fixed width. Line
    /// ends inside a wrapped paragraph become spaces, so that every offset still counts in what was pasted.
    pub(super) fn from_text(text: String) -> Self {
        let rows = rows(&text);
        let joins = super::wrap::joins(&text, &rows);
        let text = super::wrap::joined(text, &rows, &joins);
        let mut lines: Vec<Line> = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let joins_last = place.checked_sub(1).and_then(|last| joins.get(last)).is_some_and(|join| *join);
            match lines.last_mut() {
                Some(line) if joins_last => line.span.end = row.end,
                _ if row.is_empty() => {}
                _ => lines.push(Line::new(*row)),
            }
        }
        for line in &mut lines {
            line.words = count_words(line.span.of(&text));
        }
        Self { text, lines, cuts: Vec::new() }
    }

    /// Blocks of a page, their texts joined by blank lines.
    pub(super) fn from_blocks(blocks: Vec<Block>) -> Self {
        let mut text = String::new();
        let mut lines = Vec::new();
        for block in blocks {
            let inner = block.text.trim_matches(is_blank);
            if inner.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(inner);
            let mut line = Line::new(TextSpan::new(start, text.len()));
            line.kind = Some(block.kind);
            line.attributes = block.attributes;
            line.words = count_words(inner);
            lines.push(line);
        }
        Self { text, lines, cuts: Vec::new() }
    }

    /// The words of a line; empty past the last.
    pub(super) fn line_text(&self, index: usize) -> &str {
        self.lines.get(index).map_or("", |line| line.span.of(&self.text))
    }

    /// Whether the next line follows without a blank one between.
    pub(super) fn touches_next(&self, index: usize) -> bool {
        let (Some(line), Some(next)) = (self.lines.get(index), self.lines.get(index + 1)) else { return false };
        let between = self.text.get(line.span.end..next.span.start).unwrap_or_default();
        between.bytes().filter(|byte| *byte == b'\n').count() <= 1
    }

    /// Whether a line has no role yet.
    pub(super) fn is_open(&self, index: usize) -> bool {
        self.lines.get(index).is_some_and(|line| line.role.is_none())
    }

    /// Gives a line its role; the first pass that knows wins.
    pub(super) fn assign(&mut self, index: usize, role: Role) {
        if let Some(line) = self.lines.get_mut(index) {
            line.role.get_or_insert(role);
        }
    }

    /// Cuts a piece of a line out under a role of its own.
    pub(super) fn cut(&mut self, span: TextSpan, role: Role) {
        let span = span.trimmed(&self.text);
        if !span.is_empty() {
            self.cuts.push(Passage { span, role });
        }
    }

    /// Every line as passages, the cuts taken out (of two that overlap the first stays); lines without a role are the
    /// story.
    pub(super) fn into_passages(mut self) -> (String, Vec<Passage>) {
        self.cuts.order_by_key(|cut| cut.span);
        let mut passages = Vec::with_capacity(self.lines.len() + self.cuts.len());
        let mut cuts = self.cuts.iter().peekable();
        for line in &self.lines {
            let role = line.role.unwrap_or(Role::Story);
            let mut start = line.span.start;
            while let Some(cut) = cuts.next_if(|cut| cut.span.start < line.span.end) {
                // A title is one passage, whatever its sentences say; a header before it is none of it.
                let parts_title = role == Role::Title && cut.role != Role::Aside(Aside::Header);
                if cut.span.start < start || cut.span.end > line.span.end || parts_title {
                    continue;
                }
                push(&self.text, &mut passages, TextSpan::new(start, cut.span.start), role);
                passages.push(*cut);
                start = cut.span.end;
            }
            push(&self.text, &mut passages, TextSpan::new(start, line.span.end), role);
        }
        (self.text, passages)
    }
}

impl Line {
    fn new(span: TextSpan) -> Self {
        Self { span, kind: None, attributes: Vec::new(), role: None, stands_again: false, words: 0 }
    }
}

/// Keeps what has a letter or a digit; signs alone between two cuts are nobody's passage.
fn push(text: &str, passages: &mut Vec<Passage>, span: TextSpan, role: Role) {
    let span = span.trimmed(text);
    if span.of(text).chars().any(char::is_alphanumeric) {
        passages.push(Passage { span, role });
    }
}

fn count_words(text: &str) -> usize {
    words(text).take(LONG_LINE_WORDS).count()
}

/// White space, and the signs without width that stand at the ends of pasted lines.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// The physical lines, without white space at either end; blank ones are kept as empty spans.
fn rows(text: &str) -> Vec<TextSpan> {
    let only_returns = !text.contains('\n') && text.contains('\r');
    let is_break =
        |c: char| matches!(c, '\n' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}') || (only_returns && c == '\r');
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(is_break) {
        let row = piece.trim_end_matches(is_break);
        let left = row.len() - row.trim_start_matches(is_blank).len();
        let inner = row.trim_matches(is_blank);
        found.push(TextSpan::new(start + left, start + left + inner.len()));
        start += piece.len();
    }
    found
}
