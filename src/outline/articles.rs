//! The articles that were read: when they were published, how that is known, and what a missing date would settle.

use super::card::title;
use super::en;
use super::list::articles_of;
use super::why::is_left_open;
use crate::article::PublishedBasis;
use crate::calendar::{LabelLength, edtf_label};
use crate::event::{Chronology, Event, SourceArticle};
use crate::gather::Gather;

/// One article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleLine {
    /// Index into [`Chronology::articles`].
    pub article: usize,
    /// Its title, else its publisher, host or id.
    pub title: String,
    /// "2,570 characters"; empty where the text is not kept.
    pub characters: String,
    /// "23 July 2021"; `None` where no date is known.
    pub date: Option<String>,
    /// "stated in the first line"; without a date "to place “Friday”", or "no date given" where it would settle nothing.
    pub how: String,
    /// "7 events".
    pub events: String,
    /// The expressions that only a publication date would place.
    pub unplaced: Vec<String>,
}

/// Longest evidence that is quoted, in characters: more would be a sentence, not a hint.
const LONGEST_EVIDENCE: usize = 48;

/// Most expressions that are named as what a date would settle.
const MOST_EXPRESSIONS: usize = 3;

/// The articles in their order.
#[must_use]
pub fn articles(chronology: &Chronology) -> Vec<ArticleLine> {
    let mut event_counts = vec![0_usize; chronology.articles.len()];
    let mut unplaced: Vec<Vec<&str>> = vec![Vec::new(); chronology.articles.len()];
    for event in chronology.events.iter().chain(&chronology.undated) {
        count_articles(event, &mut event_counts);
        collect_unplaced(event, &mut unplaced);
    }
    let counted = chronology.articles.iter().zip(event_counts).zip(&unplaced).enumerate();
    counted
        .map(|(at, ((article, event_count), unplaced))| ArticleLine {
            article: at,
            title: title(article),
            characters: article.text.as_deref().map(|text| en::characters(text.chars().count())).unwrap_or_default(),
            date: article.published.date.map(|date| edtf_label(date, LabelLength::Full)),
            how: how_known(article, unplaced),
            events: en::events(event_count),
            unplaced: unplaced.iter().map(|&expression| expression.to_owned()).gather(),
        })
        .gather()
}

fn count_articles(event: &Event, counts: &mut [usize]) {
    for article in articles_of(event) {
        if let Some(count) = counts.get_mut(article) {
            *count += 1;
        }
    }
}

/// Expressions that were left without a date for want of an anchor.
fn collect_unplaced<'c>(event: &'c Event, unplaced: &mut [Vec<&'c str>]) {
    for mention in event.mentions.iter().filter(|mention| is_left_open(mention)) {
        let (Some(list), Some(expression)) = (unplaced.get_mut(mention.article), mention.expression.as_deref()) else {
            continue;
        };
        if list.len() < MOST_EXPRESSIONS && !list.contains(&expression) {
            list.push(expression);
        }
    }
}

/// How the publication date is known, or what it would settle.
fn how_known(article: &SourceArticle, unplaced: &[&str]) -> String {
    if article.published.date.is_none() {
        return if unplaced.is_empty() { en::NO_DATE_GIVEN.to_owned() } else { en::to_place(unplaced) };
    }
    let evidence = article.published.evidence.zip(article.text.as_deref()).map(|(span, text)| span.of(text).trim());
    match evidence {
        Some(words)
            if article.published.basis == PublishedBasis::Inferred
                && (1..=LONGEST_EVIDENCE).contains(&words.chars().count()) =>
        {
            en::inferred_from(words)
        }
        _ => en::published_how(article.published.basis).to_owned(),
    }
}
