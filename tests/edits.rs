//! An editor's corrections, on an invented story: each kind does what it says, finds its event again, and none is lost.

#![expect(clippy::expect_used, reason = "a test stops where its story cannot be read")]

use eraline::article::{Article, Draft, Ids};
use eraline::edit::apply;
use eraline::event::{Budget, Chronology, Event, Extraction, HeadlineBasis, Options, Progress};
use eraline::interchange::{Document, Json, edits_from_json, target_to_json};
use eraline::{edit::Target, event::DateBasis};
use proptest::prelude::*;

const MILL: &str = "date 2019-03-05 Fire at Dunmore mill\n\n\
    A fire destroyed the Dunmore mill on Monday and injured four workers.\n\n\
    Owner Carla Voss said the mill had been inspected in January. The mill opened in 1951.";
const RETURN: &str = "date 2020-06-12 Dunmore mill reopens\n\n\
    The Dunmore mill reopened on Thursday after a fire destroyed the mill on 4 March 2019.\n\n\
    Carla Voss sold the mill in May.";

fn told(texts: &[(&str, &str)]) -> Chronology {
    let mut ids = Ids::new();
    let draft = |(id, text): &(&str, &str)| Draft { name: Some(format!("{id}.txt")), ..Draft::from_text(*text) };
    let articles = texts.iter().map(|entry| Article::from_draft(draft(entry), &mut ids).0).collect();
    let mut job = Extraction::new(articles, Vec::new(), Options::default());
    while let Progress::Working { .. } = job.step(Budget::SMALL) {}
    job.finish()
}

fn mill() -> Chronology {
    told(&[("fire", MILL), ("return", RETURN)])
}

fn edited(mut chronology: Chronology, edits: &str) -> (Chronology, Vec<String>) {
    let json = Json::from_json_str(&format!("{{\"eraline_edits\": 1, \"edits\": [{edits}]}}")).expect("JSON");
    let notes = apply(&mut chronology, &edits_from_json(&json).expect("an edits file"));
    (chronology, notes.into_iter().map(|note| note.message).collect())
}

fn find<'c>(chronology: &'c Chronology, words: &str) -> Option<&'c Event> {
    chronology.events.iter().chain(&chronology.undated).find(|event| event.headline.contains(words))
}

fn named(chronology: &Chronology, words: &str) -> String {
    let event = find(chronology, words).expect("an event with these words");
    target_to_json(&Target::of(event, &chronology.articles)).to_json_string()
}

/// An edit of the event with these words, as a program that writes edits would write it.
fn edit(chronology: &Chronology, kind: &str, words: &str, rest: &str) -> String {
    let target = named(chronology, words);
    let fields = target.trim().trim_start_matches('{').trim_end_matches('}').trim();
    format!("{{\"edit\": \"{kind}\", {fields} {rest}}}")
}

#[test]
fn the_story_is_what_the_edits_are_about() {
    let chronology = mill();
    let dates: Vec<String> = chronology.events.iter().filter_map(|event| Some(event.date?.to_string())).collect();
    assert!(dates.contains(&"2019-03-04".to_owned()) && dates.contains(&"1951".to_owned()), "{dates:?}");
    assert_eq!(find(&chronology, "destroyed").map(|event| event.mentions.len()), Some(2));
}

#[test]
fn no_two_events_have_one_id() {
    let story = told(&[
        ("polls", "date 2021-01-17 Kayanja wins\n\nJoseph Kayanja won elections in 2011 and 2016."),
        ("monday", "date 2021-02-02 Talks\n\nBoth sides met in Arden. Carla Voss was arrested on Monday."),
        ("again", "date 2021-06-08 Talks\n\nNobody was hurt in Corr. Carla Voss was arrested on Monday."),
    ]);
    let mut ids: Vec<&str> = story.events.iter().chain(&story.undated).map(|event| event.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert!(count >= 4 && ids.len() == count, "{ids:?}");
}

#[test]
fn an_edit_without_words_or_with_a_date_that_is_none_is_told_and_not_made() {
    let (chronology, notes) = edited(
        mill(),
        r#"{"edit": "add", "headline": " ", "date": "2020"},
        {"edit": "add", "headline": "Voss speaks", "date": "12 June 2020"},
        {"edit": "add", "headline": "Voss waits", "date": null},
        {"edit": "retitle", "was": {"headline": "The mill opened"}, "headline": ""}"#,
    );
    assert_eq!(notes.len(), 3, "{notes:?}");
    assert!(notes[0].contains("edits[0]: expected headline, found an empty text"), "{notes:?}");
    assert!(notes[1].contains("edits[1].date: expected an EDTF date"), "{notes:?}");
    assert!(find(&chronology, "Voss speaks").is_none() && find(&chronology, "Voss waits").is_some());
}

#[test]
fn words_and_dates_are_changed_and_marked_as_an_editors() {
    let story = mill();
    let edits = [
        edit(&story, "retitle", "destroyed", ", \"headline\": \"Fire guts the mill\""),
        edit(&story, "redate", "mill opened", ", \"date\": \"1951-05\", \"extent\": \"within\""),
    ];
    let (chronology, notes) = edited(story, &edits.join(","));
    assert_eq!(notes, [""; 0]);
    let fire = find(&chronology, "guts").expect("the new headline");
    assert_eq!((fire.headline_basis, fire.mentions.len()), (HeadlineBasis::Edited, 2));
    let opened = find(&chronology, "mill opened").expect("the opening");
    assert_eq!(opened.date.map(|date| date.to_string()).as_deref(), Some("1951-05"));
    assert_eq!(opened.date_basis, DateBasis::Edited);
    let document = Document::from(&chronology);
    assert!(document.to_json_string().contains("\"date_basis\": \"edited\""));
    let (again, _) = document.chronology().expect("its own document");
    assert_eq!(find(&again, "mill opened").map(|event| event.date_basis), Some(DateBasis::Edited));
}

#[test]
fn a_date_is_taken_away_and_given() {
    let story = mill();
    let away = edit(&story, "redate", "mill opened", ", \"date\": null");
    let (chronology, notes) = edited(story, &away);
    assert_eq!(notes, [""; 0]);
    assert!(chronology.undated.iter().any(|event| event.headline.contains("mill opened")));
    let back = edit(&chronology, "redate", "mill opened", ", \"date\": \"1951\"");
    let (chronology, _) = edited(chronology, &back);
    assert!(chronology.undated.iter().all(|event| !event.headline.contains("mill opened")));
    assert!(chronology.events.iter().is_sorted_by_key(|event| event.date.and_then(|date| date.first_day())));
}

#[test]
fn events_are_hidden_pinned_and_added() {
    let story = mill();
    let edits = [
        edit(&story, "hide", "mill opened", ""),
        edit(&story, "pin", "sold", ""),
        "{\"edit\": \"add\", \"headline\": \"The mill is listed\", \"date\": \"1948-02\"}".to_owned(),
    ];
    let (chronology, notes) = edited(story, &edits.join(","));
    assert_eq!(notes, [""; 0]);
    assert!(find(&chronology, "mill opened").is_none());
    assert_eq!(find(&chronology, "sold").map(|event| event.salience), Some(1.0));
    assert_eq!(chronology.events.first().map(|event| event.headline.as_str()), Some("The mill is listed"));
    let range = chronology.range.expect("a range");
    assert!(range.contains("1948".parse().expect("a year")), "{range}");
}

#[test]
fn a_split_and_a_merge_undo_each_other() {
    let story = mill();
    let quote = find(&story, "destroyed").and_then(|event| event.mentions.get(1)).expect("two sentences").quote.clone();
    let split = edit(
        &story,
        "split",
        "destroyed",
        &format!(", \"quotes\": [{{\"quote\": {quote:?}}}], \"headline\": \"Another fire\", \"date\": \"2019-03-07\""),
    );
    let (chronology, notes) = edited(story, &split);
    assert_eq!(notes, [""; 0]);
    let other = find(&chronology, "Another").expect("the event that was split off");
    assert_eq!((other.mentions.len(), other.date.map(|date| date.to_string())), (1, Some("2019-03-07".to_owned())));
    let id = other.id.clone();
    let merge = edit(&chronology, "merge", "destroyed", &format!(", \"with\": [{}]", named(&chronology, "Another")));
    let (chronology, notes) = edited(chronology, &merge);
    assert_eq!(notes, [""; 0]);
    let whole = find(&chronology, "destroyed").expect("the fire");
    assert_eq!(whole.mentions.len(), 2);
    assert!(whole.aliases.contains(&id));
}

#[test]
fn an_edit_finds_its_event_by_the_sentence_when_the_id_is_gone() {
    let hide = edit(&mill(), "hide", "sold", "").replace("\"event\": \"", "\"event\": \"gone-");
    let (chronology, notes) = edited(told(&[("return", RETURN)]), &hide);
    assert_eq!(notes, [""; 0]);
    assert!(find(&chronology, "sold").is_none());
}

#[test]
fn what_finds_nothing_or_cannot_be_read_is_told_with_its_number_and_the_rest_is_done() {
    let edits = "{\"edit\": \"hide\", \"event\": \"none\", \"was\": {\"quote\": \"Nobody wrote this.\"}},\
        {\"edit\": \"hide\"}, {\"edit\": \"vanish\"}, 7, {\"edit\": \"add\"},\
        {\"edit\": \"redate\", \"was\": {\"date\": \"1951\"}, \"date\": \"soon\"},\
        {\"edit\": \"retitle\", \"was\": {\"date\": \"1951\"}, \"headline\": \"Dunmore gets a mill\"},\
        {\"edit\": \"rename-era\", \"era\": \"none\", \"label\": \"The good years\"}";
    let (chronology, notes) = edited(mill(), edits);
    let places = ["edits[2].edit", "edits[3]", "edits[4]", "edits[5].date", "edits[0]", "edits[1]", "edits[7]"];
    for place in places {
        let told = notes.iter().filter(|note| note.starts_with(&format!("{place}:"))).count();
        assert_eq!(told, 1, "{place} in {notes:#?}");
    }
    assert_eq!(notes.len(), places.len(), "{notes:#?}");
    assert!(find(&chronology, "Dunmore gets a mill").is_some());
    assert_eq!(chronology.notes.iter().filter(|note| note.code == "edit-not-made").count(), 3);
}

#[test]
fn only_a_file_that_says_so_is_an_edits_file() {
    for (text, expected) in [
        ("{\"events\": []}", "expected an edits file, an object with \"eraline_edits\": 1, found an object"),
        ("{\"eraline_edits\": 2}", "found version 2"),
        ("{\"eraline_edits\": 1, \"edits\": 5}", "edits: expected a list, found 5"),
    ] {
        let json = Json::from_json_str(text).expect("JSON");
        let message = edits_from_json(&json).expect_err("no edits file").to_string();
        assert!(message.contains(expected), "{message}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_edits_keep_the_list_in_order_and_the_ids_apart(picks in prop::collection::vec((0..8_usize, 0..6_usize, 0..6_usize), 0..8)) {
        let story = mill();
        let target = |at: usize| {
            let all: Vec<&Event> = story.events.iter().chain(&story.undated).collect();
            let event = all[at % all.len()];
            let text = target_to_json(&Target::of(event, &story.articles)).to_json_string();
            (text.trim().trim_start_matches('{').trim_end_matches('}').to_owned(), event.mentions[0].quote.clone())
        };
        let kinds = ["retitle", "redate", "hide", "pin", "split", "merge", "add", "rename-era"];
        let edits: Vec<String> = picks.iter().map(|(kind, first, second)| {
            let ((fields, quote), (other, _)) = (target(*first), target(*second));
            format!("{{\"edit\": {:?}, {fields}, \"headline\": \"H{second}\", \"date\": \"19{second}1\", \"label\": \"L\",
                \"quotes\": [{{\"quote\": {quote:?}}}], \"with\": [{{{other}}}]}}", kinds[*kind])
        }).collect();
        let sentences = |chronology: &Chronology| -> usize {
            chronology.events.iter().chain(&chronology.undated).map(|event| event.mentions.len()).sum()
        };
        let before = sentences(&story);
        let hides = picks.iter().any(|(kind, ..)| kinds[*kind] == "hide");
        let (chronology, _) = edited(story.clone(), &edits.join(","));
        prop_assert!(hides || sentences(&chronology) == before, "a sentence was lost");
        prop_assert!(chronology.events.iter().is_sorted_by_key(|event| event.date.and_then(|date| date.first_day().or(date.end_day()))));
        prop_assert!(chronology.events.iter().all(|event| event.date.is_some()));
        let mut ids: Vec<&str> = chronology.events.iter().chain(&chronology.undated).map(|event| event.id.as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
    }
}
