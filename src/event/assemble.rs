//! From a group of reports to the event: its date, headline, sources, salience and id.

use super::candidate::{Candidate, Standing};
use super::dates::reach;
use super::dispute;
use super::identity;
use super::mention::Nominal;
use super::merge::Group;
use super::model::{Basis, Event, Extent, HeadlineBasis, Mention, Status};
use crate::article::Article;
use crate::calendar::Edtf;
use crate::gather::Gather;
use crate::lookup::words::{WordMap, WordSet};
use crate::order::InOrder;
use crate::text::{ScalarIndex, TextSpan, shortened};

/// Longest quote, in characters.
const MAX_QUOTE: usize = 500;
/// Most participants that an event names.
const MAX_PARTICIPANTS: usize = 8;

/// An event with what salience is worked out from.
#[derive(Debug)]
pub(super) struct Assembled {
    pub(super) event: Event,
    /// Weight before it is put on the scale of the story.
    pub(super) weight: u32,
    /// Families of its words and its names.
    pub(super) keys: Vec<String>,
    /// A name that an article has for it: "the Soviet-Afghan War", "the takeover".
    pub(super) name: Option<String>,
    /// A noun phrase for it.
    pub(super) nominal: Option<Nominal>,
    /// Its headline in fewer words.
    pub(super) short: String,
}

/// What the headline of a plan loses against a report that it came about, that of another act against the event's, and
/// that which only its date has brought against what more articles tell.
const OVERTAKEN: i32 = 40;

/// What a headline loses that an editor should look at, against one that can go as it is.
const MARKED: i32 = 8;

/// Makes the event of a group of candidates.
pub(super) fn event(
    group: &Group,
    candidates: &[Candidate],
    articles: &[Article],
    indexes: &[ScalarIndex<'_>],
) -> Option<Assembled> {
    let mut members: Vec<&Candidate> = group.members.iter().filter_map(|at| candidates.get(*at)).gather();
    let by_date: Vec<&Candidate> = members.iter().rev().take(group.by_date).copied().gather();
    let chosen = date_of(&dispute::best_attested(&members));
    let status = status_of(&members);
    let dated = members.iter().filter(|member| member.date.is_some());
    let mut acts: Vec<&str> = dated.map(|member| member.action.as_str()).gather();
    acts.order();
    members.order_by_key(|member| {
        // A retelling without a date may tell of what came of it: "who found it, has been invited to see it".
        let is_astray = member.standing == Standing::Support
            && member.date.is_none()
            && acts.binary_search(&member.action.as_str()).is_err();
        // What came about is not told as a plan.
        let is_overtaken = status == Status::Happened && member.status == Status::Planned;
        let is_by_date = by_date.iter().any(|held| std::ptr::eq(*held, *member));
        let less = if is_overtaken || is_astray || is_by_date { OVERTAKEN } else { 0 };
        let rank = rank(member, chosen.map(|(date, _)| date)) - less;
        (std::cmp::Reverse(rank), sentence_hash(member, articles))
    });
    let best = *members.first()?;
    let (ids, mentions) = mentions(&members, articles, indexes);
    let (id, aliases) = ids.split_first()?;
    let event = Event {
        aliases: aliases.to_vec(),
        date: chosen.map(|(date, _)| date),
        after: if chosen.is_none() { latest_after(&members) } else { None },
        status,
        headline_basis: best.headline_basis,
        participants: participants(&members),
        places: places(&members),
        conflicts: dispute::conflicts(&mentions, chosen.map(|(date, _)| date)),
        mentions,
        ..Event::untold(id.clone(), chosen.map_or(Extent::Within, |(_, extent)| extent), best.headline.clone())
    };
    let keys: WordSet = members.iter().flat_map(|member| member.keys.iter().cloned()).collect();
    let name = members.iter().find_map(|member| member.name.clone());
    let short = best.short.clone();
    let nominal = nominal(&members);
    Some(Assembled { weight: weight(&members), event, keys: keys.into_list(), name, nominal, short })
}

/// A name at a glance has at most so many characters.
const GLANCE: usize = 24;

/// The noun phrase that names the event best: an article's own before a made one, a short one before a long one.
fn nominal(members: &[&Candidate]) -> Option<Nominal> {
    let all = members.iter().filter_map(|member| member.nominal.as_ref());
    all.min_by_key(|nominal| (!nominal.is_own, nominal.text.chars().count() > GLANCE)).cloned()
}

fn sentence_hash(member: &Candidate, articles: &[Article]) -> u64 {
    identity::hash(&[quote_of(member, articles), &member.clause.to_string()])
}

fn quote_of<'a>(member: &Candidate, articles: &'a [Article]) -> &'a str {
    articles.get(member.article).map_or("", |article| member.span.of(&article.text))
}

/// The date all agree with, as fine as it is told: stated before approximate, an interval with two ends before a
/// decade, then the shortest.
fn date_of(members: &[&Candidate]) -> Option<(Edtf, Extent)> {
    // The day on which news came out stands back behind a day that a text states, and not behind "in May".
    let is_published = |member: &&Candidate| member.standing == Standing::Lead && member.basis == Basis::Published;
    let is_day = |member: &&Candidate| member.date.and_then(Edtf::days).is_some_and(|days| days <= WEEK_DAYS);
    let has_day = members.iter().any(|member| !is_published(member) && is_day(member));
    members
        .iter()
        .filter_map(|member| Some((member, member.date?)))
        .min_by_key(|(member, date)| {
            let is_lead = is_published(member) && has_day;
            let open = date.first_day().is_none() || date.end_day().is_none();
            let is_decade = date.single().is_some() && date.days().is_some_and(|days| days > 3000)
                || member.timex.as_ref().is_some_and(|value| value.len() == 3 && !value.starts_with('P'));
            let (from, to) = reach(*date);
            (is_lead, open, is_decade, to.saturating_sub(from), date.is_approximate(), *date)
        })
        .map(|(member, date)| (date, member.extent))
}

/// What is told by a week is as good as told by a day.
const WEEK_DAYS: i32 = 7;

fn latest_after(members: &[&Candidate]) -> Option<Edtf> {
    members.iter().filter_map(|member| member.after).max_by_key(|date| date.first_day())
}

/// How much better a headline is whose subject is a name.
const NAMED: i32 = 8;

/// Which candidate tells the event best.
fn rank(member: &Candidate, date: Option<Edtf>) -> i32 {
    let dated = i32::from(member.date.is_some() && member.date == date) * 6;
    let standing = match member.standing {
        Standing::Lead => 8,
        Standing::Dated => 6,
        Standing::Support | Standing::Passing | Standing::Phrase => 0,
    };
    let marked = if member.headline_basis == HeadlineBasis::Shortened { MARKED } else { 0 };
    // "The former head of the carmaker was jailed" has a name in another article.
    let named = i32::from(member.actor.is_some()) * NAMED;
    member.quality + dated + standing + named - marked
}

fn status_of(members: &[&Candidate]) -> Status {
    for status in [Status::Happened, Status::Denied, Status::Claimed, Status::Planned] {
        if members.iter().any(|member| member.status == status && member.standing.stands_alone()) {
            return status;
        }
    }
    members.first().map_or(Status::Happened, |member| member.status)
}

fn participants(members: &[&Candidate]) -> Vec<String> {
    // A retelling may speak of much else.
    let told: Vec<&&Candidate> = members.iter().filter(|member| member.standing.stands_alone()).gather();
    let lead = told.first().and_then(|member| member.actor.as_deref());
    // How often each stands, in the order of the first time.
    let mut order: Vec<(&str, usize)> = Vec::new();
    let mut places = WordMap::default();
    for name in told.iter().flat_map(|member| member.participants.iter()) {
        let place = places.get(name).copied().unwrap_or(order.len());
        match order.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => {
                places.insert(name, place);
                order.push((name, 1));
            }
        }
    }
    order.order_by_key(|(name, count)| (Some(*name) != lead, std::cmp::Reverse(*count)));
    order.into_iter().take(MAX_PARTICIPANTS).map(|(name, _)| name.to_owned()).gather()
}

fn places(members: &[&Candidate]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for place in members.iter().flat_map(|member| member.places.iter()) {
        if !found.contains(place) {
            found.push(place.clone());
        }
    }
    found
}

/// Ids, the one of the earliest published sentence first, and mentions, the best first; a sentence stands once.
fn mentions(members: &[&Candidate], articles: &[Article], indexes: &[ScalarIndex<'_>]) -> (Vec<String>, Vec<Mention>) {
    let mut ids: Vec<((i32, u64), String)> = Vec::new();
    let mut found: Vec<Mention> = Vec::new();
    let mut seen: Vec<(usize, TextSpan)> = Vec::new();
    for member in members {
        let Some(article) = articles.get(member.article) else { continue };
        let sentence = member.span.of(&article.text);
        let published = article.published.date.and_then(Edtf::first_day).map_or(i32::MAX, |day| day.ordinal());
        let hash = sentence_hash(member, articles);
        ids.push(((published, hash), identity::id('e', &[sentence, &member.clause.to_string()])));
        if seen.contains(&(member.article, member.span)) {
            continue;
        }
        seen.push((member.article, member.span));
        let index = indexes.get(member.article);
        let scalars = |span: TextSpan| index.map(|index| index.scalars_from_bytes(span));
        found.push(Mention {
            article: member.article,
            range: scalars(member.span),
            quote: shortened(sentence, MAX_QUOTE),
            expression: member.expression.map(|span| span.of(&article.text).to_owned()),
            expression_range: member.expression.and_then(scalars),
            timex: member.timex.clone(),
            date: member.date,
            basis: member.basis,
            anchor: member.anchor,
            attribution: member.attribution.clone(),
            rule: member.rule.clone(),
        });
    }
    ids.order();
    let mut order: Vec<String> = Vec::new();
    for (_, id) in ids {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    (order, found)
}

/// How much the set makes of an event: articles before sentences, leads and well-told clauses before asides.
fn weight(members: &[&Candidate]) -> u32 {
    // What is told in passing counts with the references to its date.
    let members: Vec<&&Candidate> = members.iter().filter(|member| member.standing != Standing::Passing).gather();
    let mut articles: Vec<usize> = members.iter().map(|member| member.article).gather();
    articles.order();
    articles.dedup();
    let sentences = members.len().min(8);
    let mut weight = 12 * articles.len().min(20) + 4 * sentences;
    let best = members.iter().map(|member| member.quality).max().unwrap_or(0).clamp(0, 160);
    weight += usize::try_from(best).unwrap_or(0) / 5;
    let has_lead = members.iter().any(|member| member.standing == Standing::Lead);
    let early = members.iter().map(|member| member.sentence).min().unwrap_or(0);
    weight += if has_lead { 14 } else { 0 } + 8usize.saturating_sub(early);
    let only_claimed =
        members.iter().all(|member| matches!(member.status, Status::Claimed | Status::Conditional | Status::Planned));
    let only_phrases = members.iter().all(|member| member.standing == Standing::Phrase);
    let marked = members.iter().all(|member| member.headline_basis != HeadlineBasis::Article);
    let published_only = members.iter().all(|member| member.basis == Basis::Published);
    for (holds, cost) in [(only_claimed, 12), (only_phrases, 8), (marked, 8), (published_only, 2)] {
        weight = weight.saturating_sub(if holds { cost } else { 0 });
    }
    u32::try_from(weight).unwrap_or(u32::MAX)
}
