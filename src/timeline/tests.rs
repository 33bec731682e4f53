//! A small story under a reader's hands.

use super::moves::ZOOM_STEP;
use super::*;
use crate::calendar::Day;
use crate::event::Extent;
use crate::interaction::Command;
use crate::layout::{Stage, TextMeasure, TextStyle};

struct SevenPx;

impl TextMeasure for SevenPx {
    fn width_px(&self, text: &str, _: TextStyle) -> f64 {
        text.chars().count() as f64 * 7.0
    }

    fn line_height_px(&self, _: TextStyle) -> f64 {
        19.0
    }
}

fn event(id: &str, date: Option<&str>, participants: &[&str]) -> Event {
    let date: Option<Edtf> = date.map(|date| date.parse().unwrap());
    Event {
        id: id.to_owned(),
        date,
        participants: participants.iter().map(|name| (*name).to_owned()).collect(),
        salience: 0.5,
        ..Event::titled(date.unwrap_or(Edtf::day(Day::EPOCH)), Extent::Within, &["What ", id, " did"].concat())
    }
}

/// Four dated events and one without a date, placed on 1000 px.
fn timeline() -> Timeline {
    let events = vec![
        event("dam", Some("1950-03-01"), &["Orla"]),
        event("bridge", Some("1980-06-01"), &["Orla", "Ben"]),
        event("ferry", Some("2010-01-01"), &["Ben"]),
        event("mill", Some("2020-01-01"), &[]),
    ];
    let undated = vec![event("tram", None, &["Orla"])];
    let mut timeline = Timeline::new(Chronology { events, undated, ..Chronology::default() });
    timeline.set_pace(Pace::Immediate);
    timeline.plan(Stage::of_width(1000.0), &SevenPx);
    timeline
}

fn chosen_id(timeline: &Timeline) -> Option<&str> {
    timeline.chosen().and_then(|chosen| timeline.event(chosen)).map(|event| event.id.as_str())
}

#[test]
fn a_story_is_shown_whole_at_first() {
    let timeline = timeline();
    assert!(timeline.is_whole());
    assert_eq!(timeline.count_in_view(), 4);
}

#[test]
fn stepping_goes_through_the_dated_events_and_then_the_others() {
    let mut timeline = timeline();
    let mut seen = Vec::new();
    for _ in 0..6 {
        timeline.apply(Command::NextEvent);
        seen.push(chosen_id(&timeline).unwrap_or_default().to_owned());
    }
    assert_eq!(seen, ["dam", "bridge", "ferry", "mill", "tram", "tram"]);
    timeline.apply(Command::PreviousEvent);
    assert_eq!(chosen_id(&timeline), Some("mill"));
}

#[test]
fn arrow_keys_go_on_from_the_label_that_has_the_focus() {
    let mut timeline = timeline();
    timeline.set_cursor(Some(2));
    timeline.apply(Command::NextEvent);
    assert_eq!(chosen_id(&timeline), Some("mill"));
}

#[test]
fn choosing_an_event_out_of_view_brings_it_into_view_and_keeps_the_span() {
    let mut timeline = timeline();
    timeline.show("2005/2024".parse().unwrap());
    let span = timeline.view().span();
    timeline.choose(Some(EventRef::Dated(0)));
    let day = time_from_day(crate::calendar::Day::from_ymd(1950, 3, 1).unwrap());
    assert!(timeline.view().from < day && day < timeline.view().to);
    assert!((timeline.view().span() - span).abs() < 1e-6);
}

#[test]
fn choosing_an_event_in_view_moves_nothing() {
    let mut timeline = timeline();
    let before = timeline.view();
    assert!(timeline.choose(Some(EventRef::Dated(3))).selection);
    assert_eq!(timeline.view(), before);
    assert_eq!(timeline.choose(Some(EventRef::Dated(3))), Effects::NONE, "chosen already");
}

#[test]
fn a_drag_follows_the_hand_and_stops_at_the_story_s_end() {
    let mut timeline = timeline();
    timeline.show("1980/1989".parse().unwrap());
    let before = timeline.view();
    timeline.apply(Command::Pan(100.0));
    assert!((timeline.view().from - (before.from - before.span() / 10.0)).abs() < 1e-6);
    timeline.apply(Command::Pan(1e9));
    assert!((timeline.view().from - timeline.whole().from).abs() < 1e-6);
}

#[test]
fn zooming_in_and_out_again_comes_back_to_the_whole_story() {
    let mut timeline = timeline();
    timeline.apply(Command::ZoomIn);
    timeline.apply(Command::ZoomIn);
    assert!(!timeline.is_whole());
    timeline.apply(Command::ZoomOut);
    timeline.apply(Command::ZoomOut);
    assert!(timeline.is_whole());
}

#[test]
fn keys_in_a_row_add_up_while_the_view_still_moves() {
    let mut timeline = timeline();
    timeline.set_pace(Pace::Animated);
    timeline.apply(Command::ZoomIn);
    timeline.apply(Command::ZoomIn);
    timeline.advance(0.0);
    assert!(!timeline.advance(10_000.0), "it comes to rest");
    let ratio = timeline.whole().span() / timeline.view().span();
    assert!((ratio - ZOOM_STEP * ZOOM_STEP).abs() < 1e-6, "{ratio}");
}

#[test]
fn a_search_counts_its_hits_and_steps_through_them_in_a_circle() {
    let mut timeline = timeline();
    timeline.look_for("orla");
    assert_eq!(timeline.search().hits(), [0, 1]);
    timeline.next_hit();
    timeline.next_hit();
    assert_eq!((timeline.search().number(), chosen_id(&timeline)), (2, Some("bridge")));
    timeline.next_hit();
    assert_eq!(chosen_id(&timeline), Some("dam"));
    timeline.look_for("nobody");
    assert_eq!(timeline.search().hits(), [0; 0]);
}

#[test]
fn a_filter_keeps_the_choice_where_it_can_and_opens_again() {
    let mut timeline = timeline();
    timeline.choose(Some(EventRef::Dated(1)));
    let filter = timeline.filter().clone().toggled("Ben");
    assert!(timeline.set_filter(filter.clone()).content);
    assert_eq!(chosen_id(&timeline), Some("bridge"));
    assert_eq!(timeline.shown().events.len(), 2);
    assert!(timeline.set_filter(filter.toggled("Ben").toggled("Nobody")).selection, "the choice is gone");
    timeline.set_filter(Filter::default());
    assert_eq!(timeline.shown().events.len(), 4);
}

#[test]
fn escape_closes_one_thing_at_a_time() {
    let mut timeline = timeline();
    timeline.choose(Some(EventRef::Dated(1)));
    timeline.look_for("orla");
    timeline.apply(Command::Help);
    timeline.apply(Command::Close);
    assert_eq!(timeline.panel(), Panel::Closed);
    assert_eq!(timeline.search().query(), "orla");
    timeline.apply(Command::Close);
    assert_eq!(timeline.search().query(), "");
    assert_eq!(chosen_id(&timeline), Some("bridge"));
    timeline.apply(Command::Close);
    assert_eq!(chosen_id(&timeline), None);
}

#[test]
fn a_count_zooms_to_its_events_and_chooses_one_where_zooming_shows_no_more() {
    let mut timeline = timeline();
    timeline.open_count(&[2, 3]);
    assert_eq!(timeline.count_in_view(), 2);
    let view = timeline.view();
    timeline.open_count(&[2, 3]);
    assert_eq!((timeline.view(), chosen_id(&timeline)), (view, Some("ferry")));
}

#[test]
fn a_view_asked_for_before_the_first_plan_is_shown_by_it() {
    let mut timeline = Timeline::new(timeline().story().clone());
    timeline.show("1980/1989".parse().unwrap());
    timeline.plan(Stage::of_width(1000.0), &SevenPx);
    assert_eq!(timeline.view().edtf().to_string(), "1980-01-01/1989-12-31");
}

#[test]
fn a_plan_made_in_pieces_is_the_plan_made_at_once_and_comes_to_an_end() {
    let at_once = timeline();
    let mut in_pieces = Timeline::new(at_once.story().clone());
    let stage = Stage::of_width(1000.0);
    let mut pieces = 1;
    while in_pieces.prepare(stage, &SevenPx, &|| true) {
        assert!(in_pieces.arrangement().is_none(), "nothing is drawn half planned");
        pieces += 1;
        assert!(pieces < 100, "five events are planned in {pieces} pieces and more");
    }
    assert!(pieces > 2, "the work is divided");
    assert_eq!(in_pieces.arrangement(), at_once.arrangement());
    assert!(!in_pieces.prepare(stage, &SevenPx, &|| true), "what is planned is not planned again");
    let mut frames = 0;
    while in_pieces.refine(&|| true) {
        frames += 1;
        assert!(frames < 1000, "a small story comes to rest");
    }
    assert!(!in_pieces.refine(&|| true), "and stays at rest");
}
