//! Cutting an event in two, and making two events one.

use super::find;
use super::model::Quote;
use crate::calendar::Edtf;
use crate::event::{Conflict, DateBasis, Event, HeadlineBasis, Mention, SourceArticle};
use crate::gather::Gather;
use crate::text::{quoted, shortened};

/// Longest headline that is made of a sentence, in characters.
const LONGEST_HEADLINE: usize = 90;

/// Takes these sentences out of an event and makes another of them.
pub(super) fn split(
    event: &mut Event,
    quotes: &[Quote],
    headline: Option<&str>,
    date: Option<Edtf>,
    articles: &[SourceArticle],
) -> Result<Event, String> {
    let leaves = |mention: &Mention| quotes.iter().any(|quote| find::is_quote(mention, quote, articles));
    let is_there = |quote: &Quote| event.mentions.iter().any(|mention| find::is_quote(mention, quote, articles));
    if quotes.is_empty() {
        return Err(String::from("expected the sentences that tell of another event, found none"));
    }
    if let Some(missing) = quotes.iter().find(|quote| !is_there(quote)) {
        return Err(format!("expected a sentence of the event, found {}", quoted(&missing.text)));
    }
    let (left, kept): (Vec<Mention>, Vec<Mention>) = event.mentions.drain(..).partition(leaves);
    if kept.is_empty() {
        event.mentions = left;
        return Err(String::from("expected some of the event's sentences, found all of them"));
    }
    let shown = event.date;
    let first = left.first().map_or("", |mention| mention.quote.as_str());
    let mut parted = Event::added(
        &[&event.id, first],
        headline.map_or_else(|| headline_of(first), str::to_owned),
        date.or_else(|| best_date(&left)),
        event.extent,
    );
    if headline.is_none() {
        parted.headline_basis = HeadlineBasis::Shortened;
    }
    parted.date_basis = if date.is_some() { DateBasis::Edited } else { DateBasis::Found };
    parted.status = event.status;
    parted.salience = event.salience;
    parted.participants.clone_from(&event.participants);
    parted.places.clone_from(&event.places);
    parted.mentions = left;
    event.mentions = kept;
    // It may have been split off before, and merged again.
    event.aliases.retain(|alias| *alias != parted.id);
    // What contradicted stands among other sentences now.
    event.conflicts.clear();
    let is_still_told = event.mentions.iter().any(|mention| mention.date == shown);
    if event.date_basis == DateBasis::Found && !is_still_told {
        event.date = best_date(&event.mentions).or(shown);
    }
    Ok(parted)
}

/// The shortest of the dates that sentences give.
fn best_date(mentions: &[Mention]) -> Option<Edtf> {
    let dates = mentions.iter().filter_map(|mention| mention.date);
    dates.min_by_key(|date| (date.is_approximate(), date.days().unwrap_or(i32::MAX)))
}

/// A sentence as a headline: without its stop, and shortened where it is long.
fn headline_of(sentence: &str) -> String {
    shortened(sentence, LONGEST_HEADLINE).trim_end_matches('.').to_owned()
}

/// Moves everything of one event into another, which keeps its words, and its date where it has one.
pub(super) fn absorb(event: &mut Event, other: Event) {
    if event.date.is_none() {
        (event.date, event.extent, event.date_basis) = (other.date, other.extent, other.date_basis);
    }
    let before = event.mentions.len();
    event.conflicts.extend(
        other.conflicts.into_iter().map(|conflict| Conflict { mention: conflict.mention + before, ..conflict }),
    );
    event.mentions.extend(other.mentions);
    for (held, more) in [
        (&mut event.participants, other.participants),
        (&mut event.places, other.places),
        (&mut event.tags, other.tags),
        (&mut event.aliases, std::iter::once(other.id).chain(other.aliases).gather()),
    ] {
        for name in more {
            if !held.contains(&name) {
                held.push(name);
            }
        }
    }
    event.salience = event.salience.max(other.salience);
    event.group = event.group.take().or(other.group);
    event.text = event.text.take().or(other.text);
    event.media.extend(other.media);
}
