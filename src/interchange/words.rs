//! The words of the timeline document: names of fields, and of the values that are one of a few.

use crate::article::PublishedBasis;
use crate::event::{AnchorOrigin, Basis, DateBasis, EraBasis, Extent, HeadlineBasis, Status};

/// Names of fields in the order of the alphabet, for a binary search.
pub(super) const FIELDS: [&str; 53] = [
    "after",
    "aliases",
    "anchor",
    "article",
    "articles",
    "attribution",
    "basis",
    "before",
    "caption",
    "code",
    "conflicts",
    "credit",
    "date",
    "date_basis",
    "display_date",
    "eraline",
    "eras",
    "events",
    "expression",
    "expression_range",
    "extent",
    "from",
    "group",
    "headline",
    "headline_basis",
    "id",
    "label",
    "lang",
    "level",
    "media",
    "mention",
    "mentions",
    "message",
    "part_of",
    "participants",
    "places",
    "published",
    "published_basis",
    "published_evidence",
    "publisher",
    "quote",
    "range",
    "rule",
    "salience",
    "status",
    "tags",
    "text",
    "text_sha256",
    "timex",
    "title",
    "undated",
    "url",
    "warnings",
];

/// A value and its word.
pub(super) type Words<T> = [(T, &'static str)];

pub(super) const PUBLISHED_BASIS: &Words<PublishedBasis> = &[
    (PublishedBasis::Given, "given"),
    (PublishedBasis::Metadata, "metadata"),
    (PublishedBasis::Header, "header"),
    (PublishedBasis::Dateline, "dateline"),
    (PublishedBasis::Inferred, "inferred"),
    (PublishedBasis::Unknown, "unknown"),
];

pub(super) const EXTENT: &Words<Extent> = &[(Extent::Within, "within"), (Extent::Throughout, "throughout")];

pub(super) const STATUS: &Words<Status> = &[
    (Status::Happened, "happened"),
    (Status::Planned, "planned"),
    (Status::Claimed, "claimed"),
    (Status::Denied, "denied"),
    (Status::Conditional, "conditional"),
];

pub(super) const HEADLINE_BASIS: &Words<HeadlineBasis> = &[
    (HeadlineBasis::Article, "article"),
    (HeadlineBasis::Shortened, "shortened"),
    (HeadlineBasis::Title, "title"),
    (HeadlineBasis::Edited, "edited"),
];

pub(super) const DATE_BASIS: &Words<DateBasis> = &[(DateBasis::Found, "found"), (DateBasis::Edited, "edited")];

pub(super) const BASIS: &Words<Basis> = &[
    (Basis::Stated, "stated"),
    (Basis::Anchored, "anchored"),
    (Basis::Inferred, "inferred"),
    (Basis::Published, "published"),
];

pub(super) const ANCHOR_ORIGIN: &Words<AnchorOrigin> =
    &[(AnchorOrigin::Published, "published"), (AnchorOrigin::Mention, "mention"), (AnchorOrigin::Given, "given")];

pub(super) const ERA_BASIS: &Words<EraBasis> =
    &[(EraBasis::Stated, "stated"), (EraBasis::Derived, "derived"), (EraBasis::Given, "given")];

/// The word of a value.
pub(super) fn word_of<T: Copy + PartialEq>(words: &Words<T>, value: T) -> &'static str {
    words.iter().find(|(known, _)| *known == value).map_or("", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_names_are_in_the_order_that_the_search_needs() {
        assert!(FIELDS.is_sorted());
    }
}
