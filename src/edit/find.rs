//! Finding again what an edit speaks of: by its id, by its sentence, by its words and date.

use super::model::{EraTarget, Quote, Target, Was};
use crate::event::{Chronology, Era, Event, Mention, SourceArticle};
use crate::gather::Gather;

/// Which list an event stands in, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Dated(usize),
    Undated(usize),
}

/// Where the event is, or why no single one can be meant.
pub(super) fn event(chronology: &Chronology, target: &Target) -> Result<Place, String> {
    let all = || {
        let dated = chronology.events.iter().enumerate().map(|(at, event)| (Place::Dated(at), event));
        dated.chain(chronology.undated.iter().enumerate().map(|(at, event)| (Place::Undated(at), event)))
    };
    if let Some(id) = &target.id {
        let by_id = all().find(|(_, event)| event.id == *id);
        if let Some((place, _)) = by_id.or_else(|| all().find(|(_, event)| event.aliases.contains(id))) {
            return Ok(place);
        }
    }
    let was = &target.was;
    let mut found: Vec<(Place, &Event)> = match &was.quote {
        Some(quote) => {
            let quote = Quote { article: was.article.clone(), text: quote.clone() };
            all().filter(|(_, event)| has_quote(event, &quote, &chronology.articles)).gather()
        }
        None => all().filter(|(_, event)| is_as_it_was(event, was)).gather(),
    };
    if found.len() > 1 {
        // A sentence may tell of two events.
        found.retain(|(_, event)| is_as_it_was(event, was));
    }
    match found.as_slice() {
        [(place, _)] => Ok(*place),
        [] => Err(String::from("none")),
        several => Err(several.len().to_string()),
    }
}

/// The date and the headline, as far as they are given, and at least one of them.
fn is_as_it_was(event: &Event, was: &Was) -> bool {
    let is_given = was.date.is_some() || was.headline.is_some();
    is_given
        && was.headline.as_deref().is_none_or(|headline| is_same_text(headline, &event.headline))
        && (was.date.is_none() || was.date == event.date)
}

fn has_quote(event: &Event, quote: &Quote, articles: &[SourceArticle]) -> bool {
    event.mentions.iter().any(|mention| is_quote(mention, quote, articles))
}

/// Whether a mention is this sentence of this article.
pub(super) fn is_quote(mention: &Mention, quote: &Quote, articles: &[SourceArticle]) -> bool {
    let is_article =
        quote.article.as_deref().is_none_or(|id| articles.get(mention.article).is_some_and(|article| article.id == id));
    is_article && is_same_text(&mention.quote, &quote.text)
}

/// The same but for white space, which editors' programs change.
fn is_same_text(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// Where the era is, or why no single one can be meant.
pub(super) fn era(eras: &[Era], target: &EraTarget) -> Result<usize, String> {
    if let Some(at) = target.id.as_ref().and_then(|id| eras.iter().position(|era| era.id == *id)) {
        return Ok(at);
    }
    let is_given = target.label.is_some() || target.date.is_some();
    let is_it = |era: &Era| {
        is_given
            && target.label.as_deref().is_none_or(|label| is_same_text(label, &era.label))
            && target.date.is_none_or(|date| date == era.date)
    };
    let mut found = eras.iter().enumerate().filter(|(_, era)| is_it(era)).map(|(at, _)| at);
    match (found.next(), found.count()) {
        (Some(at), 0) => Ok(at),
        (Some(_), more) => Err((more + 1).to_string()),
        (None, _) => Err(String::from("none")),
    }
}
