//! Byte offsets to Unicode scalar values, for the borders where documents count characters.

use std::borrow::Cow;

use super::{ScalarSpan, TextSpan};

/// Answers "how many characters stand before this byte" for ascending or random offsets.
///
/// A checkpoint every `STRIDE` bytes keeps a lookup constant in the length of the text.
#[derive(Debug)]
pub struct ScalarIndex<'t> {
    text: &'t str,
    checkpoints: Cow<'t, [usize]>,
    is_ascii: bool,
}

/// What a [`ScalarIndex`] has counted, apart from the text: for a job that stops between two lookups.
#[derive(Clone, Debug, Default)]
pub struct ScalarMarks {
    checkpoints: Vec<usize>,
    is_ascii: bool,
}

/// Bytes between two checkpoints: a lookup counts at most this many.
const STRIDE: usize = 512;

impl ScalarMarks {
    /// Counts `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let is_ascii = text.is_ascii();
        let mut checkpoints = Vec::new();
        if !is_ascii {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                checkpoints.push(count);
                count += chunk.iter().filter(|byte| is_char_start(**byte)).count();
            }
        }
        Self { checkpoints, is_ascii }
    }

    /// The index of the text that was counted.
    #[must_use]
    pub fn index<'t>(&'t self, text: &'t str) -> ScalarIndex<'t> {
        ScalarIndex { text, checkpoints: Cow::Borrowed(&self.checkpoints), is_ascii: self.is_ascii }
    }
}

impl<'t> ScalarIndex<'t> {
    /// Counts `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let ScalarMarks { checkpoints, is_ascii } = ScalarMarks::new(text);
        Self { text, checkpoints: Cow::Owned(checkpoints), is_ascii }
    }

    /// A byte span counted in characters.
    #[must_use]
    pub fn scalars_from_bytes(&self, span: TextSpan) -> ScalarSpan {
        ScalarSpan { start: self.scalar_from_byte(span.start), end: self.scalar_from_byte(span.end) }
    }

    /// Characters before byte `offset`; an offset past the end counts the whole text.
    #[must_use]
    pub fn scalar_from_byte(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        if self.is_ascii {
            return offset;
        }
        let block = (offset / STRIDE).min(self.checkpoints.len().saturating_sub(1));
        let counted = self.checkpoints.get(block).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(block * STRIDE..offset).unwrap_or_default();
        counted + rest.iter().filter(|byte| is_char_start(**byte)).count()
    }
}

fn is_char_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_agrees_with_counting_characters() {
        let text = "“Älteste” 1979 – ok ".repeat(120);
        let index = ScalarIndex::new(&text);
        for (count, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(index.scalar_from_byte(offset), count);
        }
        assert_eq!(index.scalar_from_byte(text.len()), text.chars().count());
    }
}
