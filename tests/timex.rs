//! What holds of every text: spans on character boundaries, in order, without overlaps; the same text gives the same
//! result; one resolved expression for each found; and the cost grows with the length of the text, not faster.

use eraline::calendar::Edtf;
use eraline::timex::{Anchor, Language, Relation, Resolution, find, resolve};
use proptest::prelude::*;

/// Pieces that expressions are made of, so that random texts come near to real ones.
const PIECES: [&str; 64] = [
    "in ",
    "1979",
    "1980s",
    "the ",
    "August ",
    "Aug. ",
    "11",
    ", ",
    "2001",
    "four ",
    "years ",
    "ago",
    "a decade ",
    "later",
    "on ",
    "Friday ",
    "last ",
    "week ",
    "next ",
    "month",
    "-",
    "–",
    "'80s ",
    "mid",
    "early ",
    "between ",
    "and ",
    "from ",
    "to ",
    "9/11",
    "12:30",
    " a.m. ",
    "morning ",
    "BC ",
    "nearly ",
    "two and a half ",
    "twenty-five ",
    "hundred ",
    "first ",
    "quarter ",
    "of ",
    "May ",
    "may ",
    "second ",
    "spring ",
    "that ",
    "same ",
    "day ",
    "the 20th ",
    "century ",
    "every ",
    "now ",
    "Christmas ",
    "31 ",
    "99999999999 ",
    "2021-08-17",
    "1.2.3 ",
    "é",
    "’s ",
    "\n\n",
    ". ",
    "“",
    "will ",
    "\u{a0}",
];

/// The same for Spanish.
const SPANISH_PIECES: [&str; 40] = [
    "el ",
    "los ",
    "del ",
    "de ",
    "al ",
    "12 ",
    "3",
    "mayo ",
    "Julio ",
    "2004",
    "1990",
    "-",
    " y ",
    " a ",
    "entre ",
    "desde ",
    "hasta ",
    "martes ",
    "pasado ",
    "año ",
    "años ",
    "noventa ",
    "siglo ",
    "XIX ",
    "hace ",
    "tres ",
    "un ",
    "semana ",
    "que viene ",
    "mañana ",
    "por la ",
    "tarde ",
    "más ",
    "después ",
    "principios ",
    "fin ",
    "cada ",
    ", ",
    "a.C. ",
    "las 15.30 ",
];

fn texts() -> impl Strategy<Value = String> {
    let of_pieces = |pieces: &'static [&'static str]| {
        prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
    };
    prop_oneof!["\\PC{0,80}", of_pieces(&PIECES), of_pieces(&SPANISH_PIECES)]
}

fn languages() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::all().collect::<Vec<_>>())
}

fn anchors() -> impl Strategy<Value = Anchor> {
    const DATES: [&str; 7] =
        ["2021-08-17", "2025-07-03/2025-07-09", "0001-01-01", "-9999-01-01", "9999-12-31", "198X", "../1996"];
    prop::option::of(prop::sample::select(&DATES[..]))
        .prop_map(|date| Anchor { published: date.and_then(|date| date.parse::<Edtf>().ok()) })
}

proptest! {
    #[test]
    fn spans_fit_the_text_in_order_and_without_overlap(text in texts(), language in languages()) {
        let found = language.find(&text);
        let mut end = 0;
        for stated in &found {
            prop_assert!(stated.span.start >= end && !stated.span.is_empty(), "{:?} in {text:?}", stated.span);
            prop_assert!(text.get(stated.span.range()).is_some(), "{:?} in {text:?}", stated.span);
            end = stated.span.end;
        }
        prop_assert_eq!(&found, &language.find(&text));
    }

    #[test]
    fn each_found_expression_is_resolved_once_and_ranges_pair_up(
        text in texts(),
        language in languages(),
        anchor in anchors(),
    ) {
        let found = language.find(&text);
        let timexes = resolve(&text, &found, &anchor);
        prop_assert_eq!(found.len(), timexes.len());
        for (index, (stated, timex)) in found.iter().zip(&timexes).enumerate() {
            prop_assert_eq!(stated.span, timex.span);
            prop_assert!(!timex.value.is_empty());
            if let Some(partner) = timex.partner {
                prop_assert_eq!(timexes.get(partner).and_then(|other| other.partner), Some(index));
                prop_assert!(matches!(timex.relation, Relation::RangeStart | Relation::RangeEnd));
            }
            if timex.date.is_some() {
                prop_assert!(timex.resolution != Resolution::Unresolved);
            }
        }
    }

    #[test]
    fn nothing_is_anchored_to_a_publication_date_that_is_not_known(text in texts()) {
        let timexes = resolve(&text, &find(&text), &Anchor::default());
        for timex in timexes {
            let from_published = matches!(
                timex.resolution,
                Resolution::Anchored { from: eraline::timex::AnchorSource::Published, .. }
            );
            prop_assert!(!from_published, "{timex:?}");
        }
    }
}

#[test]
fn the_ends_of_a_range_know_each_other() {
    for text in ["from 1979 to 1989", "between March and June 1999", "1994-98", "1979–1989", "July 4-6, 1944"] {
        let found = find(text);
        assert_eq!(found.len(), 2, "{text}: {found:?}");
        assert_eq!(found[0].relation, Relation::RangeStart, "{text}");
        assert_eq!(found[1].relation, Relation::RangeEnd, "{text}");
        assert_eq!(found[0].partner, Some(1));
    }
}

#[test]
fn a_range_has_two_ends_whatever_follows() {
    let found = find("1979-1979-Christmas");
    let partners: Vec<_> = found.iter().map(|stated| stated.partner).collect();
    assert_eq!(partners, [Some(1), Some(0), None]);
}

#[test]
fn the_word_before_makes_the_relation() {
    for (text, relation) in [
        ("since 1992", Relation::Since),
        ("until 2001", Relation::Until),
        ("before 1996", Relation::Before),
        ("prior to 1996", Relation::Before),
        ("after 9/11", Relation::After),
        ("in the aftermath of September 11", Relation::After),
        ("by 1994", Relation::By),
        ("no later than 1994", Relation::By),
        ("during the late 1990s", Relation::During),
        ("for much of the 1980s", Relation::During),
        ("in 1979", Relation::At),
    ] {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].relation, relation, "{text}");
    }
}

#[test]
fn the_days_meant_keep_the_precision_of_the_words() {
    for (text, date) in [
        ("in 1979", "1979"),
        ("in August 2021", "2021-08"),
        ("on 11 September 2001", "2001-09-11"),
        ("the 1980s", "198X"),
        ("the early 1990s", "1990~/1993~"),
        ("the mid-1990s", "1994~/1996~"),
        ("the late 1990s", "1997~/1999~"),
        ("the first quarter of 2009", "2009-01/2009-03"),
        ("the second half of 2009", "2009-07/2009-12"),
        ("the week of 14 November 2016", "2016-11-14/2016-11-20"),
        ("in the spring of 2003", "2003-21"),
        ("about 1996", "1996~"),
        ("9 pm on 26 April 1986", "1986-04-26"),
        ("the turn of the century", "2000~"),
    ] {
        let timexes = resolve(text, &find(text), &Anchor::default());
        assert_eq!(timexes.len(), 1, "{text}: {timexes:?}");
        assert_eq!(timexes[0].date.map(|date| date.to_string()).as_deref(), Some(date), "{text}");
    }
}

/// A report, the history behind it, and the report again.
const MIXED: &str = "The mayor said on Friday that the bridge will reopen in October. He spoke last week, too.\n\n\
    The bridge was built in 1871. In May 1890 it burned, and in August it was closed. It was bombed on 4 March 1943; \
    on 9 April the last train crossed it. In June 1946 work began, and in November cars came back. It was widened in \
    1962, repaired in 1975, painted in 1988.\n\n\
    Traders said on Tuesday that sales fell last month, and that they rose this week.";

#[test]
fn news_counts_from_the_publication_and_history_from_the_date_last_told() {
    let anchor = Anchor { published: "2021-08-17".parse().ok() };
    let found: Vec<_> = resolve(MIXED, &find(MIXED), &anchor)
        .into_iter()
        .map(|timex| format!("{} {}", timex.span.of(MIXED), timex.value))
        .collect();
    assert_eq!(
        found,
        [
            "Friday 2021-08-13",
            "October 2021-10",
            "last week 2021-W32",
            "1871 1871",
            "May 1890 1890-05",
            "August 1890-08",
            "4 March 1943 1943-03-04",
            "9 April 1943-04-09",
            "June 1946 1946-06",
            "November 1946-11",
            "1962 1962",
            "1975 1975",
            "1988 1988",
            "Tuesday 2021-08-17",
            "last month 2021-07",
            "this week 2021-W33",
        ]
    );
}
