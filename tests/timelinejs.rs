//! TimelineJS in and out: its JSON and its sheet.

#![expect(clippy::expect_used, reason = "a test stops where its own data is not as expected")]

use eraline::event::{Chronology, Extent};
use eraline::interchange::{
    Document, Json, chronology_from_timelinejs, is_timelinejs, timelinejs_from_chronology, timelinejs_sheet,
};
use proptest::prelude::*;

fn json(text: &str) -> Json {
    Json::from_json_str(text).expect("JSON")
}

/// A story with these events, given as the fields of their JSON.
fn story(events: &str) -> Chronology {
    let text = format!(r#"{{"eraline": 1, "title": "Tides & towns", "events": [{events}]}}"#);
    let (chronology, notes) =
        Document::from_json_str(&text).expect("a document").chronology().expect("parts that are lists");
    assert_eq!(notes, []);
    chronology
}

/// Reads TimelineJS JSON, and gives the notes as texts.
fn read(text: &str) -> (Chronology, Vec<String>) {
    let json = json(text);
    assert!(is_timelinejs(&json));
    let (chronology, notes) = chronology_from_timelinejs(&json).expect("a list of events");
    (chronology, notes.into_iter().map(|note| format!("{}: {}", note.code, note.message)).collect())
}

#[test]
fn a_timeline_of_timelinejs_is_read_with_its_title_eras_groups_and_media() {
    let (chronology, notes) = read(
        r#"{"title": {"text": {"headline": "The <b>harbour</b>", "text": ""}}, "scale": "human",
            "events": [
              {"start_date": {"year": "2021", "month": "8", "day": ""}, "text": {"headline": "It <i>closes</i> &amp; rests",
                "text": "<p>One.</p><p>Two.</p>"}, "group": "Port", "unique_id": "closes",
                "media": {"url": "<iframe src='https://film.example/1?a=1&amp;b=2'></iframe>", "caption": "<em>The quay</em>"}},
              {"start_date": {"year": 1979}, "end_date": {"year": 1989, "month": 2}, "text": {"headline": "War"}},
              {"start_date": {"year": -44, "month": 3, "day": 15}, "text": {"headline": "Ides"}},
              {"start_date": {"year": 1986, "month": 4, "day": 26, "hour": 1, "minute": 23}, "text": {"headline": "Fire"}},
              {"text": {"headline": "No start"}, "display_date": "one day"}],
            "eras": [{"start_date": {"year": 1979}, "end_date": {"year": 1989}, "text": {"headline": "Quarrel"}}]}"#,
    );
    assert_eq!(notes, [""; 0]);
    assert_eq!(chronology.title.as_deref(), Some("The harbour"));
    let lines: Vec<String> = chronology
        .events
        .iter()
        .map(|event| format!("{} {} {}", event.id, event.date.expect("a date"), event.headline))
        .collect();
    assert_eq!(
        lines,
        ["ides -0043-03-15 Ides", "war 1979/1989-02 War", "fire 1986-04-26 Fire", "closes 2021-08 It closes & rests",]
    );
    let [_, war, fire, closes] = chronology.events.as_slice() else { panic!("four events") };
    assert_eq!((war.extent, closes.extent), (Extent::Throughout, Extent::Within));
    assert_eq!(fire.display_date.as_deref(), Some("26 April 1986, 1:23"));
    assert_eq!(closes.text.as_deref(), Some("One.\nTwo."));
    assert_eq!(closes.media[0].url, "https://film.example/1?a=1&b=2");
    assert_eq!(closes.media[0].caption.as_deref(), Some("The quay"));
    assert_eq!(chronology.undated[0].display_date.as_deref(), Some("one day"));
    assert_eq!(chronology.eras[0].label, "Quarrel");
}

#[test]
fn what_cannot_be_read_is_noted_with_its_place() {
    let (chronology, notes) = read(
        r#"{"events": [{"start_date": {"year": "about 1979"}, "text": {"headline": "A"}},
            {"start_date": {"year": 2021, "month": 2, "day": 30}, "text": {"headline": "B"}},
            {"start_date": {"year": 2021}, "end_date": {"year": 2020}, "text": {"headline": "C"}},
            {"start_date": {"year": 2021}}, {"start_date": {"year": 0}, "text": {"headline": "D"}}],
            "eras": [{"text": {"headline": "E"}}]}"#,
    );
    assert_eq!(
        notes,
        [
            "bad-value: events[0].start_date.year: expected a whole number, found \"about 1979\"",
            "bad-date: events[0].start_date: expected a date with a year, found an object",
            "bad-date: events[1].start_date: expected a day of the calendar, years -9999 to 9999, found another",
            "bad-date: events[2]: expected an end_date after the start_date, found one before it; left out",
            "no-headline: events[3]: expected a headline, found none, and no text either; left out",
            "bad-date: events[4].start_date: expected a day of the calendar, years -9999 to 9999, found another",
            "bad-era: eras[0]: expected an era with a headline, a start_date and an end_date, found one without; left out",
        ]
    );
    assert_eq!((chronology.events.len(), chronology.undated.len()), (1, 3));
    let error = chronology_from_timelinejs(&json("{\"events\": 3}")).expect_err("no list");
    assert_eq!(error.to_string(), "events: expected a list, found 3");
}

#[test]
fn a_date_that_timelinejs_cannot_say_is_shown_in_words() {
    for (fields, expected) in [
        (r#""date": "1979""#, r#"{"start_date": {"year": 1979}"#),
        (r#""date": "2021-08-17""#, r#"{"start_date": {"year": 2021, "month": 8, "day": 17}"#),
        (
            r#""date": "1979/1989-02", "extent": "throughout""#,
            r#"{"start_date": {"year": 1979}, "end_date": {"year": 1989, "month": 2}"#,
        ),
        (r#""date": "198X""#, r#"{"start_date": {"year": 1980}, "display_date": "1980s""#),
        (
            r#""date": "198X", "extent": "throughout""#,
            r#"{"start_date": {"year": 1980}, "end_date": {"year": 1989}, "display_date": "1980s""#,
        ),
        (r#""date": "1989~""#, r#"{"start_date": {"year": 1989}, "display_date": "about 1989""#),
        (r#""date": "2003-21""#, r#"{"start_date": {"year": 2003, "month": 3}, "display_date": "spring 2003""#),
        (r#""date": "1992/..""#, r#"{"start_date": {"year": 1992}, "display_date": "after 1992""#),
        (
            r#""date": "../1996", "extent": "throughout""#,
            r#"{"start_date": {"year": 1996}, "display_date": "until 1996""#,
        ),
        (r#""date": "-0043""#, r#"{"start_date": {"year": -44}"#),
    ] {
        let (written, notes) =
            timelinejs_from_chronology(&story(&format!(r#"{{"id": "x", "headline": "X", {fields}}}"#)));
        let slide = written.get("events").and_then(Json::as_array).expect("events")[0].to_json_line();
        assert_eq!(slide, format!(r#"{expected}, "text": {{"headline": "X"}}, "unique_id": "x"}}"#));
        assert_eq!(notes, []);
    }
}

#[test]
fn sources_stand_in_the_text_and_nothing_of_them_is_markup() {
    let chronology = Document::from_json_str(
        r#"{"eraline": 1, "articles": [{"id": "a", "title": "<Tides>", "published": "2025-07-03"}],
            "events": [{"id": "x", "headline": "Port & <script>", "date": "1979", "text": "More.",
            "mentions": [{"article": "a", "quote": "It \u003cb>closed\u003c/b> in 1979."}]}],
            "undated": [{"headline": "Talks"}]}"#,
    )
    .expect("a document")
    .chronology()
    .expect("parts that are lists")
    .0;
    let (written, notes) = timelinejs_from_chronology(&chronology);
    let slide = &written.get("events").and_then(Json::as_array).expect("events")[0];
    let text = slide.get("text").expect("text");
    assert_eq!(text.get("headline").and_then(Json::as_str), Some("Port &amp; &lt;script&gt;"));
    assert_eq!(
        text.get("text").and_then(Json::as_str),
        Some("<p>More.</p><p>“It &lt;b&gt;closed&lt;/b&gt; in 1979.” &lt;Tides&gt;, 3 July 2025</p>")
    );
    assert_eq!(
        notes[0].message,
        "\"Talks\": expected a date, found none; TimelineJS shows no event without one, left out"
    );
}

#[test]
fn the_sheet_quotes_its_cells_and_holds_no_formulas() {
    let chronology = story(
        r#"{"id": "a", "headline": "=HYPERLINK(\"x\"), said", "date": "1979/1989", "extent": "throughout", "group": "+1"},
            {"id": "b", "headline": "Two\nlines", "date": "-0043-03-15"}"#,
    );
    let (sheet, notes) = timelinejs_sheet(&chronology);
    assert_eq!(notes, []);
    let lines: Vec<&str> = sheet.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,\
             Media Caption,Media Thumbnail,Type,Group,Background",
            ",,,,,,,,,Tides &amp; towns,,,,,,title,,",
            "-44,3,15,,,,,,,\"Two\nlines\",,,,,,,,",
            "1979,,,,1989,,,,,\" =HYPERLINK(&quot;x&quot;), said\",,,,,,,\" +1\",",
            "",
        ]
    );
}

/// Texts with the signs that HTML gives a meaning, as one line and without space at the ends.
fn words() -> impl Strategy<Value = String> {
    "[a-z<>&;\"'é/!#=-]{1,6}( [a-z<>&;\"'é/!#=-]{1,6}){0,3}"
}

proptest! {
    #[test]
    fn what_is_written_for_timelinejs_is_read_back_alike(
        headline in words(), text in words(), caption in words(), group in words(),
        year in 1900..2030, month in 1_u8..=12, years in 1..30, shape in 0..4,
    ) {
        let date = match shape {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-28"),
            _ => format!("{year}/{}", year + years),
        };
        let extent = if shape == 3 { "throughout" } else { "within" };
        let quoted = |text: &str| Json::from(text).to_json_line();
        let chronology = story(&format!(
            r#"{{"id": "x", "headline": {}, "text": {}, "group": {}, "date": "{date}", "extent": "{extent}",
                "media": [{{"url": "https://a.example/x", "caption": {}}}]}}"#,
            quoted(&headline), quoted(&text), quoted(&group), quoted(&caption),
        ));
        let (written, notes) = timelinejs_from_chronology(&chronology);
        prop_assert_eq!(notes, []);
        let (again, notes) = chronology_from_timelinejs(&written).expect("what we wrote");
        prop_assert_eq!(notes, []);
        prop_assert_eq!(again, chronology);
    }
}
