//! The timeline document: read, written, and read again.

#![expect(clippy::expect_used, reason = "a test stops where its own data is not as expected")]

use eraline::calendar::Day;
use eraline::event::Chronology;
use eraline::interchange::{
    Document, Import, ImportError, Json, chronology_from_timelinejs, icalendar_from_chronology,
    json_ld_from_chronology, markwhen_from_chronology, timelinejs_from_chronology, timelinejs_sheet,
};
use eraline::outline::{EventRef, articles, card, count_name, list};
use proptest::prelude::*;

const HARBOUR: &str = include_str!("documents/harbour.json");

/// Reads a document that must be readable, and gives the notes as `code: message`.
fn read(text: &str) -> (Chronology, Vec<String>) {
    let document = Document::from_json_str(text).expect("a timeline document");
    let (chronology, notes) = document.chronology().expect("parts that are lists");
    (chronology, notes.into_iter().map(|note| format!("{}: {}", note.code, note.message)).collect())
}

#[test]
fn a_document_is_read_and_written_back_byte_for_byte() {
    let (chronology, notes) = read(HARBOUR);
    assert_eq!(notes, [""; 0]);
    assert_eq!(chronology.events.len(), 2);
    assert_eq!(chronology.undated.len(), 1);
    assert_eq!(Document::from(&chronology).to_json_string(), HARBOUR);
}

#[test]
fn a_text_can_be_left_out_for_its_digest() {
    let text =
        r#"{"eraline": 1, "articles": [{"id": "a", "text_sha256": "old", "text": "abc", "desk": 1}, {"id": "b"}]}"#;
    let document = Document::from_json_str(text).expect("a timeline document").without_texts();
    assert_eq!(
        document.json().to_json_line(),
        "{\"eraline\": 1, \"articles\": [{\"id\": \"a\", \"text_sha256\": \
         \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\", \"desk\": 1}, {\"id\": \"b\"}]}"
    );
    assert_eq!(document.clone().without_texts(), document);
}

#[test]
fn unknown_fields_survive_at_every_level() {
    let text = HARBOUR
        .replace("\"eraline\": 1,", "\"eraline\": 1,\n  \"theme\": { \"ink\": \"#000\", \"sizes\": [1, 2.5] },")
        .replace("\"id\": \"anna\",", "\"id\": \"anna\", \"desk\": null,")
        .replace("\"id\": \"war\",", "\"id\": \"war\", \"colour\": \"red\",")
        .replace("\"rule\": \"year\"", "\"rule\": \"year\", \"checked\": true")
        .replace("\"level\": 1,", "\"level\": 1, \"note\": -3,");
    let document = Document::from_json_str(&text).expect("a timeline document");
    let again = Document::from_json_str(&document.to_json_string()).expect("what we wrote");
    assert_eq!(again, document);
    let written: Json = again.json().clone();
    for added in ["theme", "desk", "colour", "checked", "note"] {
        assert!(written.to_json_string().contains(&format!("\"{added}\": ")), "{added}");
    }
    let (chronology, notes) = again.chronology().expect("parts that are lists");
    assert_eq!((chronology, notes.len()), (read(HARBOUR).0, 0));
}

#[test]
fn events_with_few_fields_in_any_order_are_put_in_the_order_of_time() {
    let (chronology, notes) = read(
        r#"{"eraline": 1, "events": [
            {"id": "c", "headline": "C", "date": "2021-08", "extent": "within", "group": 2, "salience": 0.1, "mentions": []},
            {"id": "b", "headline": "B", "date": "2021-08-01", "salience": 0.9},
            {"id": "a", "headline": "A", "date": 1979}
        ]}"#,
    );
    let order: Vec<&str> = chronology.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(order, ["a", "b", "c"]);
    assert_eq!(chronology.events[2].group.as_deref(), Some("2"));
    assert_eq!(notes, [""; 0]);
}

#[test]
fn an_event_with_a_bad_date_is_kept_without_one_and_noted() {
    let (chronology, notes) = read(
        r#"{"eraline": 1, "events": [{"id": "x", "headline": "X", "date": "the other day"},
            {"id": "y", "headline": "Y", "date": "2021-02-30"}]}"#,
    );
    assert_eq!(chronology.events, []);
    assert_eq!(chronology.undated.len(), 2);
    assert_eq!(chronology.undated[0].display_date.as_deref(), Some("the other day"));
    assert_eq!(
        notes[0],
        "bad-date: events[0].date: expected an EDTF date such as 2021, 2021-08, 2021-08-17, 198X, 1989~ or \
         1979/1989, found \"the other day\""
    );
    assert!(notes[1].starts_with("bad-date: events[1].date: expected"), "{}", notes[1]);
}

#[test]
fn a_note_says_where_a_value_stands_and_what_was_expected() {
    let (chronology, notes) = read(
        r#"{"eraline": 1, "title": ["a"], "events": [7, {"headline": "X", "date": "1979", "status": "maybe",
            "mentions": [{"article": "nobody", "quote": "X in 1979.", "range": [5, 2]}]}, {"date": "1980"}],
            "undated": [{"mentions": [{"article": "nobody", "quote": "Said a man."}]}]}"#,
    );
    assert_eq!(
        notes,
        [
            "bad-value: title: expected a text, found a list",
            "unknown-article: undated[0].mentions[0]: expected the id of an article, found \"nobody\"",
            "bad-value: events[0]: expected an object, found 7",
            "bad-value: events[1].mentions[0].range: expected two offsets such as [812, 819], found a list",
            "bad-value: events[1].status: expected one of happened, planned, claimed, denied, conditional, found \"maybe\"",
            "no-headline: events[2]: expected a headline, found none, and no quote either; left out",
        ]
    );
    assert_eq!(chronology.articles[0].id, "nobody");
    assert_eq!(chronology.undated[0].headline, "Said a man.");
}

#[test]
fn reading_in_pieces_gives_what_reading_at_once_gives() {
    let json = Json::from_json_str(
        r#"{"eraline": 1, "articles": [{"id": "a"}], "events": [{"id": "b", "headline": "B", "date": "2021"}, 7,
            {"id": "b", "headline": "A", "date": "1979", "mentions": [{"article": "z", "quote": "In 1979."}]},
            {"id": "c", "headline": "C"}]}"#,
    )
    .expect("JSON");
    let mut import = Import::new(&json).expect("a head");
    for items in json.get("events").and_then(Json::as_array).expect("events").chunks(2) {
        import.add_events(items);
    }
    let whole = Document::from_json(json).expect("a document").chronology().expect("parts that are lists");
    assert_eq!(import.finish(), whole);
    let messages: Vec<&str> = whole.1.iter().map(|note| note.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "events[1]: expected an object, found 7",
            "events[2].mentions[0]: expected the id of an article, found \"z\"",
            "events[2]: expected an id of its own, found \"b\" again; here it is \"b-2\" now",
        ]
    );
}

#[test]
fn ids_used_twice_are_told_apart() {
    let (chronology, notes) = read(
        r#"{"eraline": 1, "articles": [{"id": "a"}, {"id": "a"}], "events": [{"id": "e", "headline": "1", "date": "1979"},
            {"id": "e", "headline": "2", "date": "1980"}, {"id": "e-2", "headline": "3", "date": "1981"}]}"#,
    );
    let ids: Vec<&str> = chronology.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["e", "e-2", "e-2-2"]);
    assert_eq!(chronology.articles[1].id, "a-2");
    assert_eq!(notes.len(), 3);
}

#[test]
fn what_is_not_a_document_gets_one_clear_message() {
    let message = |text: &str| match Document::from_json_str(text) {
        Err(error) => error.to_string(),
        Ok(document) => document.chronology().expect_err("not a document").to_string(),
    };
    assert_eq!(message("[1]"), "expected a timeline document, an object with \"eraline\": 1, found a list");
    assert_eq!(
        message("{\"id\": 3}"),
        "expected a timeline document, an object with \"eraline\": 1, found an object without it"
    );
    assert_eq!(message("{\"eraline\": 2}"), "eraline: expected version 1 of the timeline document, found 2");
    assert_eq!(message("{\"eraline\": 1, \"events\": {}}"), "events: expected a list, found an object");
    assert_eq!(message("{\"eraline\": 1,"), "expected JSON, found EOF while parsing a value at line 1 column 14");
    assert!(matches!(Document::from_json_str(&"[".repeat(100)), Err(ImportError::NotJson { .. })));
}

/// Any JSON value, with the names of the document among its fields so that reading goes deep.
fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Integer),
        (-1e9..1e9).prop_map(Json::Float),
        "\\PC{0,8}".prop_map(Json::String),
        prop_oneof![Just("1979"), Just("198X"), Just("1979/1989"), Just("within"), Just("a")].prop_map(Json::from),
    ];
    let name = prop_oneof![
        Just("articles"),
        Just("events"),
        Just("undated"),
        Just("eras"),
        Just("warnings"),
        Just("mentions"),
        Just("anchor"),
        Just("conflicts"),
        Just("media"),
        Just("id"),
        Just("date"),
        Just("headline"),
        Just("quote"),
        Just("range"),
        Just("mention"),
        Just("url"),
        Just("label"),
        Just("text"),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::Array),
            prop::collection::vec((name.clone(), inner), 0..7).prop_map(|fields| Json::Object(
                fields.into_iter().map(|(name, value)| (name.into(), value)).collect()
            )),
        ]
    })
}

/// Puts `new` in the place of the value that comes `at`th on a walk through `json`; counts down on the way.
fn replace_nth(json: &mut Json, at: &mut usize, new: &Json) {
    if *at == 0 {
        *json = new.clone();
    }
    *at = at.wrapping_sub(1);
    match json {
        Json::Array(items) => items.iter_mut().for_each(|item| replace_nth(item, at, new)),
        Json::Object(fields) => fields.iter_mut().for_each(|(_, value)| replace_nth(value, at, new)),
        _ => {}
    }
}

/// Everything that can be made of a chronology, with what must hold of it whatever was read.
fn show(chronology: &Chronology) {
    let count = chronology.events.len() + chronology.undated.len();
    let rows = list(chronology).sections.into_iter().flat_map(|section| section.rows);
    let listed: Vec<EventRef> = rows.map(|row| row.event).collect();
    let walked: Vec<EventRef> = (0..count).filter_map(|place| EventRef::at(place, chronology)).collect();
    assert_eq!(listed, walked, "the list is the walk from card to card");
    for event in walked {
        let card = card(chronology, event).expect("a card for every event");
        for text in [&card.date, &card.headline, &card.why, &card.position, &card.sources_heading] {
            assert!(!text.trim().is_empty(), "{card:?}");
        }
        for quote in card.sources.iter().flat_map(|source| &source.quotes) {
            assert!(quote.pieces.iter().all(|piece| !piece.text.is_empty()), "{quote:?}");
        }
    }
    let dated: Vec<usize> = (0..chronology.events.len()).collect();
    assert!(count_name(chronology, &dated).starts_with(&dated.len().to_string()));
    assert_eq!(articles(chronology).len(), chronology.articles.len());
    let (calendar, left_out) = icalendar_from_chronology(chronology, Day::EPOCH);
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT\r\n").count() + left_out.len(), count);
    let (sheet, left_out) = timelinejs_sheet(chronology);
    assert!(left_out.len() <= count && sheet.starts_with("Year,"));
    let (markwhen, left_out) = markwhen_from_chronology(chronology);
    assert!(markwhen.lines().filter(|line| line.starts_with("id: ")).count() + left_out.len() == count);
    let (slides, left_out) = timelinejs_from_chronology(chronology);
    let (again, _) = chronology_from_timelinejs(&slides).expect("what we wrote");
    assert_eq!(again.events.len() + left_out.len(), count);
    let items = json_ld_from_chronology(chronology);
    assert_eq!(items.get("numberOfItems").and_then(Json::as_integer), i64::try_from(count).ok());
}

proptest! {
    #[test]
    fn a_good_document_with_one_odd_value_is_read_or_refused_in_words(at in 0_usize..170, odd in any_json()) {
        let mut json = Json::from_json_str(HARBOUR).expect("our own data");
        replace_nth(&mut json, &mut at.clone(), &odd);
        let document = match Document::from_json(json) {
            Ok(document) => document,
            Err(error) => {
                prop_assert!(error.to_string().contains("expected "));
                return Ok(());
            }
        };
        let (chronology, notes) = match document.chronology() {
            Ok(read) => read,
            Err(error) => {
                prop_assert!(error.to_string().contains(": expected a list, found "));
                return Ok(());
            }
        };
        for note in notes {
            prop_assert!(note.message.contains("expected "), "{}", note.message);
        }
        show(&chronology);
        let (again, notes) = Document::from(&chronology).chronology().expect("what we wrote");
        prop_assert_eq!(notes, []);
        prop_assert_eq!(again, chronology);
    }

    #[test]
    fn json_text_is_read_back_as_the_same_value(json in any_json()) {
        prop_assert_eq!(&Json::from_json_str(&json.to_json_string()).expect("what we wrote"), &json);
        prop_assert_eq!(&Json::from_json_str(&json.to_json_line()).expect("what we wrote"), &json);
    }

    #[test]
    fn any_object_gives_a_chronology_that_survives_a_round_trip_or_one_error(json in any_json()) {
        let Json::Object(mut fields) = json else { return Ok(()) };
        fields.push(("eraline".into(), Json::Integer(1)));
        let document = Document::from_json(Json::Object(fields)).expect("a version that is known");
        let Ok((chronology, _)) = document.chronology() else { return Ok(()) };
        for event in chronology.events.iter().chain(&chronology.undated) {
            prop_assert!(!event.headline.trim().is_empty());
        }
        let (again, notes) = Document::from(&chronology).chronology().expect("what we wrote");
        prop_assert_eq!(notes, []);
        prop_assert_eq!(again, chronology);
    }
}
