//! Collecting into a `Vec` in little code.
//!
//! The standard library's `collect` compiles an iterator twice, once for the first item and once for the rest, beside a
//! guess of the length. This is one loop.

/// Collecting for iterators.
pub(crate) trait Gather: Iterator {
    /// The items as a list.
    fn gather(self) -> Vec<Self::Item>;
}

impl<I: Iterator> Gather for I {
    fn gather(self) -> Vec<Self::Item> {
        let mut items = Vec::new();
        for item in self {
            items.push(item);
        }
        items
    }
}
