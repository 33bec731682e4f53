//! Formats that a chronology is written to and not read from: the calendar file, JSON-LD and markwhen.

#![expect(clippy::expect_used, reason = "a test stops where its own data is not as expected")]

use eraline::calendar::Day;
use eraline::event::Chronology;
use eraline::interchange::{
    Document, Json, icalendar_from_chronology, json_ld_from_chronology, markwhen_from_chronology,
};

fn read(text: &str) -> Chronology {
    let document = Document::from_json_str(text).expect("a timeline document");
    document.chronology().expect("parts that are lists").0
}

fn stamp() -> Day {
    Day::from_ymd(2026, 11, 21).expect("a day")
}

/// The value of a property in a calendar file, unfolded.
fn values<'f>(file: &'f str, name: &str) -> Vec<&'f str> {
    file.split("\r\n").filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn a_calendar_has_whole_days_with_an_end_that_is_not_included() {
    let chronology = read(
        r#"{"eraline": 1, "events": [{"id": "a", "headline": "Day", "date": "2021-12-31"},
            {"id": "b", "headline": "Month", "date": "2021-08"},
            {"id": "c", "headline": "War", "date": "1979/1989~", "extent": "throughout"},
            {"id": "d", "headline": "Since", "date": "1992/.."}, {"id": "e", "headline": "Ides", "date": "-0043-03-15"}],
            "undated": [{"id": "f", "headline": "Talks"}]}"#,
    );
    let (file, notes) = icalendar_from_chronology(&chronology, stamp());
    assert_eq!(values(&file, "DTSTART;VALUE=DATE"), ["19790101", "20210801", "20211231"]);
    assert_eq!(values(&file, "DTEND;VALUE=DATE"), ["19900101", "20210901", "20220101"]);
    assert_eq!(values(&file, "STATUS"), ["TENTATIVE", "CONFIRMED", "CONFIRMED"]);
    assert_eq!(values(&file, "DTSTAMP"), ["20261121T000000Z"; 3]);
    assert_eq!(values(&file, "X-ERALINE-EDTF"), ["1979/1989~", "2021-08", "2021-12-31"]);
    let messages: Vec<&str> = notes.iter().map(|note| note.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "\"Ides\": expected a date with a first and a last day of our era, found \"15 March 44 BCE\"; left out of \
             the calendar",
            "\"Since\": expected a date with a first and a last day of our era, found \"after 1992\"; left out of the \
             calendar",
            "\"Talks\": expected a date with a first and a last day of our era, found \"no date\"; left out of the \
             calendar",
        ]
    );
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn a_calendar_escapes_its_texts_and_folds_long_lines_between_characters() {
    let long = "é".repeat(120);
    let chronology = read(&format!(
        r#"{{"eraline": 1, "articles": [{{"id": "a", "title": "T"}}], "events": [{{"id": "x\nEND:VEVENT", "headline": "a,b;c\\d {long}",
            "date": "1979", "mentions": [{{"article": "a", "quote": "In 1979.\r\nSo."}}]}}]}}"#
    ));
    let (file, _) = icalendar_from_chronology(&chronology, stamp());
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    let unfolded = file.replace("\r\n ", "");
    assert_eq!(values(&unfolded, "SUMMARY"), [format!("a\\,b\\;c\\\\d {long}").as_str()]);
    assert_eq!(values(&unfolded, "UID"), ["x\\nEND:VEVENT@eraline"]);
    assert_eq!(values(&unfolded, "DESCRIPTION"), ["1979\\n“In 1979.\\nSo.” T"]);
    assert_eq!(values(&unfolded, "END"), ["VEVENT", "VCALENDAR"]);
}

#[test]
fn json_ld_gives_a_start_only_where_the_text_does() {
    let chronology = read(include_str!("documents/recognition.json"));
    let json = json_ld_from_chronology(&chronology);
    let items = json.get("itemListElement").and_then(Json::as_array).expect("items");
    let line = |id: &str| {
        let items = items.iter().filter_map(|item| item.get("item"));
        let item = items.into_iter().find(|item| item.get("@id").and_then(Json::as_str) == Some(id)).expect("an item");
        let text = |name: &str| item.get(name).and_then(Json::as_str).unwrap_or("-").to_owned();
        [text("startDate"), text("endDate"), text("disambiguatingDescription")]
    };
    for (id, expected) in [
        ("#war", ["1979", "1989", "-"]),
        ("#invasion", ["1979", "-", "-"]),
        ("#kabul", ["2021-08", "-", "-"]),
        ("#attack", ["2001-09-11", "-", "-"]),
        ("#withdrawal", ["-", "-", "about 1989"]),
        ("#resistance", ["-", "-", "1980s"]),
        ("#alliance", ["-", "-", "late 1990s"]),
        ("#call", ["-", "-", "after 11 September 2001"]),
        ("#kazan", ["-", "-", "after August 2021"]),
    ] {
        assert_eq!(line(id), expected, "{id}");
    }
    assert_eq!(json.get("numberOfItems").and_then(Json::as_integer), Some(16));
}

#[test]
fn json_ld_cannot_end_the_script_that_it_stands_in() {
    let chronology = read(
        r#"{"eraline": 1, "title": "</script><script>alert(1)</script>", "articles": [{"id": "a", "publisher": "P",
            "published": "2025-07-03/2025-07-09"}], "events": [{"id": "x", "headline": "X", "date": "1979",
            "places": ["Vell"], "mentions": [{"article": "a", "quote": "Q"}, {"article": "a", "quote": "R"}]}]}"#,
    );
    assert_eq!(
        json_ld_from_chronology(&chronology).to_json_line(),
        r##"{"@context": "https://schema.org", "@type": "ItemList", "name": "\u003c/script>\u003cscript>alert(1)\u003c/script>", "numberOfItems": 1, "itemListElement": [{"@type": "ListItem", "position": 1, "item": {"@type": "Event", "@id": "#x", "name": "X", "startDate": "1979", "location": [{"@type": "Place", "name": "Vell"}], "subjectOf": [{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "P"}, "identifier": "a"}]}}]}"##
    );
}

#[test]
fn markwhen_gets_ranges_with_the_date_of_the_text_beside_them() {
    let chronology = read(
        r#"{"eraline": 1, "title": "Tides: a \"story\"", "articles": [{"id": "a", "title": "T"}],
            "eras": [{"label": "Quarrel", "date": "1979/1989"}], "events": [
            {"id": "a", "headline": "Day", "date": "2021-08-17", "text": "One.\n\n1992: two."},
            {"id": "b", "headline": "Decade", "date": "198X"}, {"id": "c", "headline": "Spring", "date": "2003-21"},
            {"id": "d", "headline": "Soft", "date": "1997~/1999~", "extent": "throughout"},
            {"id": "e", "headline": "Since", "date": "1992/.."},
            {"id": "f", "headline": "Month", "date": "2021-08",
                "mentions": [{"article": "a", "quote": "It closed in August 2021."}]}]}"#,
    );
    let (text, notes) = markwhen_from_chronology(&chronology);
    assert_eq!(
        text,
        "title: \"Tides: a \\\"story\\\"\"\n\n1979/1989: Quarrel #era\n\n1980/1989: Decade\nid: \"b\"\nedtf: \"198X\"\n\
         shown: \"1980s\"\n\n1997/1999: Soft\nid: \"d\"\nedtf: \"1997~/1999~\"\nshown: \"late 1990s\"\n\n\
         2003-03/2003-05: Spring\nid: \"c\"\nedtf: \"2003-21\"\nshown: \"spring 2003\"\n\n2021-08: Month\nid: \"f\"\n\
         shown: \"August 2021\"\n> “It closed in August 2021.” T\n\n2021-08-17: Day\nid: \"a\"\n\
         shown: \"17 August 2021\"\n> One.\n> 1992: two.\n"
    );
    assert_eq!(
        notes[0].message,
        "\"Since\": expected a date with a start and an end, years 1 to 9999, found \"after 1992\"; left out"
    );
}

#[test]
fn markwhen_reads_no_tags_links_or_boxes_in_our_texts() {
    let chronology =
        read(r##"{"eraline": 1, "events": [{"id": "x", "headline": "[x] #tag [a](b)\nup 20% !id", "date": "1979"}]}"##);
    let (text, _) = markwhen_from_chronology(&chronology);
    let headline = text.lines().find_map(|line| line.strip_prefix("1979: ")).expect("the event");
    for sign in ["[x]", "#t", "](", "0%", "!i"] {
        assert!(!headline.contains(sign), "{sign} in {headline}");
    }
    assert_eq!(headline.replace('\u{2060}', ""), "[x] #tag [a](b) up 20% !id");
}
