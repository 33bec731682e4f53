//! Making the corrections, one after the other.

use super::find::{self, Place};
use super::model::{Change, Edit, Edits, NewEvent, Target};
use super::parts;
use crate::calendar::Edtf;
use crate::event::{Chronology, DateBasis, Event, Extent, HeadlineBasis, Note};
use crate::gather::Gather;

/// What an editor adds stands before what articles tell in passing, and behind what they are about.
const ADDED_SALIENCE: f64 = 0.5;

/// Code of a note about an edit that could not be made.
const NOT_MADE: &str = "edit-not-made";

/// Makes the corrections and gives a note for each that could not be read or made; its number counts from 0, as in the
/// file. The notes stand in [`Chronology::notes`] as well.
pub fn apply(chronology: &mut Chronology, edits: &Edits) -> Vec<Note> {
    let mut notes = edits.problems.clone();
    for (at, edit) in edits.list.iter().enumerate().filter_map(|(at, edit)| Some((at, edit.as_ref()?))) {
        if let Err(problem) = make(chronology, edit) {
            let message = format!("edits[{at}]: {}: {problem}", edit.verb());
            notes.push(Note { code: NOT_MADE.to_owned(), article: None, range: None, message });
        }
    }
    drop_lost_spans(chronology);
    chronology.put_in_order();
    chronology.widen_range();
    chronology.notes.extend(notes.iter().cloned());
    notes
}

fn make(chronology: &mut Chronology, edit: &Edit) -> Result<(), String> {
    match edit {
        Edit::Add(new) => add(chronology, new),
        Edit::RenameEra { target, label } => {
            let found = find::era(&chronology.eras, target);
            let at = found.map_err(|found| format!("expected one era by its id, name or date, found {found}"))?;
            if let Some(era) = chronology.eras.get_mut(at) {
                era.label = label.clone();
            }
            Ok(())
        }
        Edit::Change { target, change } => {
            let place = placed(chronology, target)?;
            match change {
                Change::Merge(others) => merge(chronology, target, others),
                Change::Split { quotes, headline, date } => split(chronology, place, |event, articles| {
                    parts::split(event, quotes, headline.as_deref(), *date, articles)
                }),
                Change::Hide => {
                    take(chronology, place);
                    Ok(())
                }
                Change::Retitle(headline) => change_event(chronology, place, |event| {
                    event.headline = headline.clone();
                    event.headline_basis = HeadlineBasis::Edited;
                }),
                Change::Redate(date, extent) => change_event(chronology, place, |event| redate(event, *date, *extent)),
                Change::Pin => change_event(chronology, place, |event| event.salience = 1.0),
            }
        }
    }
}

fn placed(chronology: &Chronology, target: &Target) -> Result<Place, String> {
    find::event(chronology, target)
        .map_err(|found| format!("expected one event by its id, sentence, or headline and date, found {found}"))
}

/// Takes an event out of its list.
fn take(chronology: &mut Chronology, place: Place) -> Option<Event> {
    let (list, at) = match place {
        Place::Dated(at) => (&mut chronology.events, at),
        Place::Undated(at) => (&mut chronology.undated, at),
    };
    (at < list.len()).then(|| list.remove(at))
}

/// Puts an event into the list where its date belongs; the order is made at the end.
fn put(chronology: &mut Chronology, event: Event) {
    let list = if event.date.is_some() { &mut chronology.events } else { &mut chronology.undated };
    list.push(event);
}

fn change_event(chronology: &mut Chronology, place: Place, change: impl FnOnce(&mut Event)) -> Result<(), String> {
    if let Some(mut event) = take(chronology, place) {
        change(&mut event);
        put(chronology, event);
    }
    Ok(())
}

fn redate(event: &mut Event, date: Option<Edtf>, extent: Option<Extent>) {
    event.date = date;
    event.date_basis = DateBasis::Edited;
    event.display_date = None;
    event.extent = extent.unwrap_or(event.extent);
    if date.is_some() {
        (event.after, event.before) = (None, None);
    }
}

fn split(
    chronology: &mut Chronology,
    place: Place,
    part: impl FnOnce(&mut Event, &[crate::event::SourceArticle]) -> Result<Event, String>,
) -> Result<(), String> {
    let Some(mut event) = take(chronology, place) else { return Ok(()) };
    let parted = part(&mut event, &chronology.articles);
    put(chronology, event);
    put(chronology, parted?);
    Ok(())
}

/// Moves everything of the others into the first; all must be found, or nothing is merged.
fn merge(chronology: &mut Chronology, target: &Target, others: &[Target]) -> Result<(), String> {
    for other in others {
        placed(chronology, other).map_err(|problem| format!("with: {problem}"))?;
    }
    for other in others {
        let (first, second) = (placed(chronology, target)?, placed(chronology, other)?);
        // An event that is named twice is merged already.
        if first == second {
            continue;
        }
        let Some(absorbed) = take(chronology, second) else { continue };
        let place = placed(chronology, target)?;
        let Some(mut event) = take(chronology, place) else { continue };
        parts::absorb(&mut event, absorbed);
        put(chronology, event);
    }
    Ok(())
}

fn add(chronology: &mut Chronology, new: &NewEvent) -> Result<(), String> {
    let when = new.date.map_or_else(String::new, |date| date.to_string());
    let mut event = Event::added(&[&new.headline, &when], new.headline.clone(), new.date, new.extent);
    let is_taken = |id: &str| chronology.events.iter().chain(&chronology.undated).any(|event| event.id == id);
    if is_taken(&event.id) {
        return Err(String::from("expected an event that is not there yet, found the same headline and date"));
    }
    event.text.clone_from(&new.text);
    event.salience = ADDED_SALIENCE;
    put(chronology, event);
    Ok(())
}

/// An event whose span is hidden or merged away stands for itself.
fn drop_lost_spans(chronology: &mut Chronology) {
    let kept: Vec<(String, Vec<String>)> =
        chronology.events.iter().map(|event| (event.id.clone(), event.aliases.clone())).gather();
    let now = |id: &String| {
        kept.iter().find(|(held, aliases)| held == id || aliases.contains(id)).map(|(held, _)| held.clone())
    };
    for event in chronology.events.iter_mut().filter(|event| event.part_of.is_some()) {
        event.part_of = event.part_of.as_ref().and_then(now).filter(|span| *span != event.id);
    }
}
