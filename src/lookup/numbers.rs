//! Which of many numbers have come before, and with what: a table of hashes.

/// For each number the value that came with it first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Firsts {
    /// Each at its hash or the next free slot; a power of two, at most half full.
    slots: Vec<Option<(u64, usize)>>,
    count: usize,
}

impl Firsts {
    /// Notes a number with a value; gives the value that came with it before, if it came before.
    pub(crate) fn add(&mut self, number: u64, value: usize) -> Option<usize> {
        if self.slots.len() <= 2 * self.count {
            self.spread();
        }
        let slot = self.slot(number);
        let slot = self.slots.get_mut(slot)?;
        if let Some((_, first)) = slot {
            return Some(*first);
        }
        *slot = Some((number, value));
        self.count += 1;
        None
    }

    /// The slot where a number stands, or where it would.
    fn slot(&self, number: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        // Fibonacci hashing: numbers that differ a little fall far apart.
        let mut at = (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while matches!(self.slots.get(at), Some(Some((held, _))) if *held != number) {
            at = (at + 1) & mask;
        }
        at
    }

    /// Makes the table twice as large and places all numbers again.
    fn spread(&mut self) {
        let size = (2 * self.slots.len()).max(16);
        let held = std::mem::replace(&mut self.slots, vec![None; size]);
        for (number, value) in held.into_iter().flatten() {
            let slot = self.slot(number);
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = Some((number, value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn each_number_keeps_its_first_value(numbers in prop::collection::vec(0..90_u64, 0..300)) {
            let (mut ours, mut theirs) = (Firsts::default(), BTreeMap::new());
            for (at, number) in numbers.into_iter().enumerate() {
                // Neighbours, and numbers that differ in their upper half only.
                let number = if number.is_multiple_of(2) { number } else { number << 32 };
                let before = theirs.get(&number).copied();
                theirs.entry(number).or_insert(at);
                prop_assert_eq!(ours.add(number, at), before);
            }
        }
    }
}
