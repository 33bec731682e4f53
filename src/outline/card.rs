//! The card of the chosen event: what happened, when, how exactly, why, and who says so.

use super::list::{EventRef, article_count, articles_of, html_datetime};
use super::quote::Quote;
use super::{en, why};
use crate::calendar::{Edtf, LabelLength, edtf_label, moment_label};
use crate::event::{Chronology, Event, Extent, Mention, SourceArticle};
use crate::gather::Gather;
use crate::text::phrase::around;

/// Everything that a card says.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which event.
    pub event: EventRef,
    /// Its id.
    pub id: String,
    /// "August 2021".
    pub date: String,
    /// For `<time datetime>`, where HTML allows the date.
    pub datetime: Option<String>,
    /// "month given, day not"; empty where the day is given.
    pub exactness: String,
    /// What happened.
    pub headline: String,
    /// "Taliban · Ashraf Ghani · Kabul"; empty where nobody is named.
    pub participants: String,
    /// "planned at the time of writing"; `None` for what is told as fact.
    pub status: Option<&'static str>,
    /// A longer text, where an editor gave one.
    pub text: Option<String>,
    /// Why the event has its date, in sentences.
    pub why: String,
    /// "18 of 26"; those without a date come last.
    pub position: String,
    /// The event before it.
    pub previous: Option<EventRef>,
    /// The event after it.
    pub next: Option<EventRef>,
    /// Where sources differ: the date shown, then the others, to be drawn one over the other. Else empty.
    pub dates: Vec<CardDate>,
    /// What these dates say of the event.
    pub extent: Extent,
    /// "Three articles say so".
    pub sources_heading: String,
    /// One item per article.
    pub sources: Vec<CardSource>,
}

/// One of the dates that sources give.
#[derive(Clone, Debug, PartialEq)]
pub struct CardDate {
    /// The date.
    pub date: Edtf,
    /// "1979–1989".
    pub label: String,
}

/// An article that tells of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct CardSource {
    /// Index into [`Chronology::articles`].
    pub article: usize,
    /// Its title, else its publisher, host or id.
    pub title: String,
    /// Where it can be read: an http or https address, nothing else.
    pub url: Option<String>,
    /// "3 July 2025, inferred", "no date given".
    pub published: String,
    /// Who says so, where the article does not say it itself.
    pub attribution: Option<String>,
    /// "1980s": the date that this article gives, where sources differ.
    pub says: Option<String>,
    /// Its sentences, the best first.
    pub quotes: Vec<Quote>,
}

/// The card of an event; `None` where the chronology has none there.
#[must_use]
pub fn card(chronology: &Chronology, event: EventRef) -> Option<Card> {
    let found = event.of(chronology)?;
    let all = chronology.events.len() + chronology.undated.len();
    Some(Card {
        event,
        id: found.id.clone(),
        date: found.date_label(LabelLength::Full),
        datetime: found.date.and_then(html_datetime),
        exactness: why::exactness(found),
        headline: found.headline.clone(),
        participants: participants(found),
        status: en::status(found.status),
        text: found.text.clone(),
        why: why::why(chronology, found),
        position: en::position(event.place(chronology) + 1, all),
        previous: event.previous(chronology),
        next: event.next(chronology),
        dates: dates(found),
        extent: found.extent,
        sources_heading: en::sources_heading(article_count(found)),
        sources: sources(chronology, found),
    })
}

/// People, organisations and places, each once.
fn participants(event: &Event) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in event.participants.iter().chain(&event.places).map(|name| name.trim()) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(" · ")
}

fn dates(event: &Event) -> Vec<CardDate> {
    let mut dates: Vec<CardDate> = Vec::new();
    if let Some(date) = event.date {
        dates.push(CardDate { date, label: event.date_label(LabelLength::Full) });
    }
    for date in event.conflicts.iter().map(|conflict| conflict.date) {
        if dates.iter().all(|known| known.date != date) {
            dates.push(CardDate { date, label: label_of(date, event.extent) });
        }
    }
    if event.conflicts.is_empty() { Vec::new() } else { dates }
}

/// A date of the event in words.
pub(super) fn label_of(date: Edtf, extent: Extent) -> String {
    match extent {
        Extent::Within => moment_label(date, LabelLength::Full),
        Extent::Throughout => edtf_label(date, LabelLength::Full),
    }
}

/// The articles in the order of their best mention.
fn sources(chronology: &Chronology, event: &Event) -> Vec<CardSource> {
    let source = |at| Some(self::source(event, at, chronology.articles.get(at)?));
    articles_of(event).into_iter().filter_map(source).gather()
}

fn source(event: &Event, at: usize, article: &SourceArticle) -> CardSource {
    let says = (!event.conflicts.is_empty()).then(|| date_of_article(event, at)).flatten();
    let attribution = event.mentions.iter().find(|mention| mention.article == at).and_then(|m| m.attribution.clone());
    CardSource {
        article: at,
        title: title(article),
        url: article.url.as_deref().filter(|url| is_web_address(url)).map(str::to_owned),
        published: published(article),
        attribution,
        says: says.map(|date| label_of(date, event.extent)),
        quotes: quotes(event, at),
    }
}

/// The date that an article gives: one that contradicts, else the one of its first dated mention.
fn date_of_article(event: &Event, article: usize) -> Option<Edtf> {
    let is_of_article = |mention: usize| event.mentions.get(mention).is_some_and(|found| found.article == article);
    let conflict = event.conflicts.iter().find(|conflict| is_of_article(conflict.mention));
    let mentions = || event.mentions.iter().filter(|mention| mention.article == article);
    conflict.map(|conflict| conflict.date).or_else(|| mentions().find_map(Mention::date_in_words))
}

/// The sentences of one article; mentions that share a sentence mark it together.
fn quotes(event: &Event, article: usize) -> Vec<Quote> {
    let mut sentences: Vec<Vec<&Mention>> = Vec::new();
    for mention in event.mentions.iter().filter(|mention| mention.article == article && !mention.quote.is_empty()) {
        match sentences.iter_mut().find(|sentence| sentence.first().is_some_and(|first| first.quote == mention.quote)) {
            Some(sentence) => sentence.push(mention),
            None => sentences.push(vec![mention]),
        }
    }
    sentences.iter().map(|mentions| Quote::of(mentions)).gather()
}

/// What to call an article.
pub(super) fn title(article: &SourceArticle) -> String {
    let host = article.url.as_deref().and_then(host);
    let names = [article.title.as_deref(), article.publisher.as_deref(), host, Some(article.id.as_str())];
    let name = names.into_iter().flatten().map(str::trim).find(|name| !name.is_empty());
    name.unwrap_or(en::UNTITLED_ARTICLE).to_owned()
}

/// "3 July 2025, inferred".
pub(super) fn published(article: &SourceArticle) -> String {
    match article.published.date {
        Some(date) => en::published(&edtf_label(date, LabelLength::Full), article.published.basis),
        None => en::NO_DATE_GIVEN.to_owned(),
    }
}

/// Whether following the address can do no more than open a page: never `javascript:` or `data:`.
fn is_web_address(url: &str) -> bool {
    let has_scheme = |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    has_scheme("https://") || has_scheme("http://")
}

/// "news.example" of `https://www.news.example/a`.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = around(url, "://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_pages_become_links() {
        assert!(is_web_address("https://news.example/a"));
        assert!(is_web_address("HTTP://news.example"));
        assert!(!is_web_address("javascript:alert(1)//https://"));
        assert!(!is_web_address("data:text/html,hi"));
        assert!(!is_web_address("hé://x"));
    }

    #[test]
    fn a_host_is_the_address_without_its_frame() {
        assert_eq!(host("https://www.news.example/a?b#c"), Some("news.example"));
        assert_eq!(host("https://me@news.example:80"), Some("news.example:80"));
        assert_eq!(host("news"), None);
    }
}
