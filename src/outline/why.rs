//! Why an event has its date, in sentences, and how exact the date is.
//!
//! First what the best source says and what it was counted from, then what the other articles add, then those that
//! contradict, then what nobody says. Nothing is told that the mentions do not hold.

use super::card::label_of;
use super::en::why as en;
use super::list::articles_of;
use crate::calendar::{Bound, Edtf, EdtfDate, Grain, LabelLength, Period, Qualifier, bounds_label, edtf_label};
use crate::event::{AnchorOrigin, Basis, Chronology, DateBasis, Event, Extent, Mention, MentionAnchor};
use crate::gather::Gather;

/// The sentences, with a space between them.
pub(super) fn why(chronology: &Chronology, event: &Event) -> String {
    if event.date_basis == DateBasis::Edited {
        return if event.mentions.is_empty() { en::BY_HAND.to_owned() } else { en::EDITED.to_owned() };
    }
    let Some(date) = event.date else { return why_undated(chronology, event) };
    let Some(first) = best_mention(event, date) else { return en::BY_HAND.to_owned() };
    let mut sentences = vec![explanation(chronology, event, first, date)];
    sentences.extend(other_articles(chronology, event, first, date));
    sentences.extend(contradictions(event));
    sentences.extend(what_nobody_says(event, date));
    sentences.join(" ")
}

/// "month given, day not"; empty where there is nothing to say.
pub(super) fn exactness(event: &Event) -> String {
    let Some(date) = event.date_in_words() else { return en::NOT_DATED.to_owned() };
    match date {
        Edtf::Date(single) => exactness_of_date(single, event.extent).unwrap_or_default().to_owned(),
        Edtf::Interval(Bound::Date(start), Bound::Date(end)) => exactness_of_interval(start, end, event.extent),
        Edtf::Interval(Bound::Date(_), _) if event.extent == Extent::Within => en::START_ONLY.to_owned(),
        Edtf::Interval(Bound::Date(_), _) => en::NO_END.to_owned(),
        Edtf::Interval(..) if event.extent == Extent::Within => en::END_ONLY.to_owned(),
        Edtf::Interval(..) => en::NO_START.to_owned(),
    }
}

fn exactness_of_date(date: EdtfDate, extent: Extent) -> Option<&'static str> {
    match (date.qualifier, extent) {
        (Qualifier::Approximate | Qualifier::ApproximateAndUncertain, _) => Some(en::ABOUT),
        (Qualifier::Uncertain, _) => Some(en::POSSIBLY),
        (Qualifier::Exact, Extent::Within) => en::exactness(date.period.grain()),
        (Qualifier::Exact, Extent::Throughout) => (date.period.grain() > Grain::Day).then_some(en::ALL_OF_IT),
    }
}

fn exactness_of_interval(start: EdtfDate, end: EdtfDate, extent: Extent) -> String {
    if start.is_approximate() || end.is_approximate() {
        return en::VAGUE_ENDS.to_owned();
    }
    match extent {
        Extent::Within => en::SOME_TIME_IN_BETWEEN.to_owned(),
        Extent::Throughout => en::ends_known_by(start.period.grain(), end.period.grain()),
    }
}

/// The first mention that gives the date shown, else the first that does not contradict it.
fn best_mention(event: &Event, date: Edtf) -> Option<&Mention> {
    let agreeing = || event.mentions.iter().enumerate().filter(|(at, _)| !contradicts(event, *at)).map(|(_, m)| m);
    let gives_it = |mention: &&Mention| mention.date.is_some_and(|own| is_same(own, date));
    agreeing().find(gives_it).or_else(|| agreeing().next()).or(event.mentions.first())
}

/// Whether two dates name the same time, however sure of it they are.
fn is_same(one: Edtf, other: Edtf) -> bool {
    one.about() == other.about()
}

fn contradicts(event: &Event, mention: usize) -> bool {
    event.conflicts.iter().any(|conflict| conflict.mention == mention)
}

/// What the mention says and what was made of it.
fn explanation(chronology: &Chronology, event: &Event, mention: &Mention, shown: Edtf) -> String {
    let date = mention.date_in_words().unwrap_or(shown);
    let label = in_sentence(date, event.extent);
    let Some(expression) = mention.expression.as_deref() else {
        return match mention.basis {
            Basis::Published => reported(chronology, mention),
            Basis::Stated | Basis::Anchored | Basis::Inferred => en::inferred_alone(&label),
        };
    };
    match (mention.basis, mention.anchor) {
        (Basis::Inferred, _) => en::inferred(expression, &label),
        (_, Some(anchor)) => counted(expression, anchor, date, event.extent),
        _ => stated(expression, mention, date, event),
    }
}

/// A date's label inside a sentence.
fn in_sentence(date: Edtf, extent: Extent) -> String {
    en::in_sentence(&label_of(date, extent))
}

/// An expression and what it was counted from; where the sentence makes it the start or the end of something, that too.
fn counted(expression: &str, anchor: MentionAnchor, date: Edtf, extent: Extent) -> String {
    let open = open_end(date);
    let label = in_sentence(open.map_or(date, Edtf::Date), extent);
    let from = en::in_sentence(&edtf_label(anchor.date, LabelLength::Full));
    let is_day = anchor.date.single().is_some_and(|period| period.grain() == Grain::Day);
    let sentence = match anchor.from {
        AnchorOrigin::Published if is_day => en::counted_from(expression, &from, &label),
        AnchorOrigin::Published => en::counted_from_publication(expression, &from, &label),
        AnchorOrigin::Mention => en::counted_from_mention(expression, &from, &label),
        AnchorOrigin::Given => en::counted_from_given(expression, &from, &label),
    };
    match open {
        Some(_) => format!("{sentence} {}", placed(date, extent)),
        None => sentence,
    }
}

/// The end that is known of an interval that is open at the other.
fn open_end(date: Edtf) -> Option<EdtfDate> {
    let Edtf::Interval(start, end) = date else { return None };
    start.date().xor(end.date())
}

/// "The sentence places it after 1992."
fn placed(date: Edtf, extent: Extent) -> String {
    let label = in_sentence(date, extent);
    match extent {
        Extent::Within => en::sentence_places(&label),
        Extent::Throughout => en::sentence_lasts(&label),
    }
}

/// The article reports it as news.
fn reported(chronology: &Chronology, mention: &Mention) -> String {
    match published(chronology, mention) {
        Some(published) => en::reported(&published),
        None => en::REPORTED_UNDATED.to_owned(),
    }
}

fn published(chronology: &Chronology, mention: &Mention) -> Option<String> {
    let date = chronology.articles.get(mention.article)?.published.date?;
    Some(edtf_label(date, LabelLength::Full))
}

/// An expression that needs nothing else, or nothing but its sentence.
fn stated(expression: &str, mention: &Mention, date: Edtf, event: &Event) -> String {
    let label = label_of(date, event.extent);
    let article_count = articles_of(event).len();
    if is_same_wording(expression, &label) {
        return en::says(article_count, expression);
    }
    if open_end(date).is_some() {
        return placed(date, event.extent);
    }
    let of_expression: Option<Edtf> = mention.timex.as_deref().and_then(|value| value.parse().ok());
    let label = en::in_sentence(&label);
    if of_expression.is_some_and(|own| own != date) {
        en::sentence_gives(article_count, expression, &label)
    } else {
        en::stands_for(expression, &label)
    }
}

/// Whether "In the late 1990s" already reads as "late 1990s".
fn is_same_wording(expression: &str, label: &str) -> bool {
    let mut said = expression.split_whitespace().filter(|word| !en::is_small_word(word));
    let mut shown = label.split_whitespace().filter(|word| !en::is_small_word(word));
    loop {
        match (said.next(), shown.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
            _ => return false,
        }
    }
}

/// What an article besides the first does.
#[derive(PartialEq)]
enum Addition {
    /// It gives the same date.
    Same,
    /// It gives a date of another precision.
    Says(String),
    /// It reports it as news.
    Reports(Option<String>),
    /// It gives no date.
    Undated,
}

/// "A second article names that month; a third, of 17 August 2021, reports it as news." Articles that do the same are
/// counted, those that name the date come first and those without one last.
fn other_articles(chronology: &Chronology, event: &Event, first: &Mention, date: Edtf) -> Option<String> {
    let mut groups: Vec<(Addition, usize)> = vec![(Addition::Same, 0)];
    let mut undated = 0;
    for article in articles_of(event).into_iter().filter(|article| *article != first.article) {
        match addition(chronology, event, article, date) {
            Some(Addition::Undated) => undated += 1,
            Some(addition) => match groups.iter_mut().find(|(known, _)| *known == addition) {
                Some((_, count)) => *count += 1,
                None => groups.push((addition, 1)),
            },
            None => {}
        }
    }
    groups.push((Addition::Undated, undated));
    let mut clauses = Vec::new();
    let mut before = 1;
    let mut report = if first.basis == Basis::Published { en::Report::Again } else { en::Report::First };
    for (addition, count) in groups.into_iter().filter(|(_, count)| *count > 0) {
        let who = en::Articles { before, count, is_noun_known: before > 1 };
        before += count;
        clauses.push(match addition {
            Addition::Same => en::names_that(&who, en::unit(date.single().map(Period::grain))),
            Addition::Says(date) => en::says_only(&who, &date),
            Addition::Reports(published) => {
                let published = published.filter(|_| report == en::Report::First);
                let clause = en::reports_it(&who, published.as_deref(), report);
                report = en::Report::Again;
                clause
            }
            Addition::Undated => en::tells_without_date(&who),
        });
    }
    (!clauses.is_empty()).then(|| en::joined(&clauses))
}

/// What an article adds; `None` where it contradicts, which is told apart.
fn addition(chronology: &Chronology, event: &Event, article: usize, date: Edtf) -> Option<Addition> {
    let own = || event.mentions.iter().enumerate().filter(|(_, mention)| mention.article == article);
    if own().any(|(at, _)| contradicts(event, at)) {
        return None;
    }
    let names_it = |mention: &Mention| mention.date.is_some_and(|own| is_same(own, date));
    if own().any(|(_, mention)| names_it(mention) && mention.basis != Basis::Published) {
        return Some(Addition::Same);
    }
    if let Some((_, mention)) = own().find(|(_, mention)| mention.basis == Basis::Published) {
        return Some(Addition::Reports(published(chronology, mention)));
    }
    let says = own().find_map(|(_, mention)| mention.date_in_words());
    Some(says.map_or(Addition::Undated, |date| Addition::Says(in_sentence(date, event.extent))))
}

/// "Sources differ: one article says 1980."
fn contradictions(event: &Event) -> Option<String> {
    let mut dates: Vec<(Edtf, Vec<usize>)> = Vec::new();
    for conflict in &event.conflicts {
        let Some(mention) = event.mentions.get(conflict.mention) else { continue };
        match dates.iter_mut().find(|(date, _)| *date == conflict.date) {
            Some((_, articles)) if articles.contains(&mention.article) => {}
            Some((_, articles)) => articles.push(mention.article),
            None => dates.push((conflict.date, vec![mention.article])),
        }
    }
    let counted: Vec<(usize, String)> =
        dates.iter().map(|(date, articles)| (articles.len(), in_sentence(*date, event.extent))).gather();
    (!counted.is_empty()).then(|| en::differ(&counted))
}

/// "No article names the day."
fn what_nobody_says(event: &Event, date: Edtf) -> Option<String> {
    let grain = date.single()?.grain();
    // The date of a report bounds the event but does not name its day.
    let names_a_date = |mention: &Mention| mention.basis != Basis::Published;
    let is_finer =
        |mention: &Mention| names_a_date(mention) && mention.date.is_some_and(|own| own != date && date.contains(own));
    if event.extent == Extent::Throughout || event.mentions.iter().any(is_finer) {
        return None;
    }
    let finer = en::finer_unit(grain).filter(|_| event.mentions.iter().any(names_a_date))?;
    Some(en::nobody_names(articles_of(event).len(), finer))
}

/// Whether the expression means a date that something else has to complete: `XXXX-WXX-5`, a Friday; not `PAST_REF`,
/// which no publication date would settle.
pub(super) fn is_left_open(mention: &Mention) -> bool {
    let is_open_value = mention.timex.as_deref().is_some_and(|value| value.contains('X'));
    mention.date.is_none() && mention.expression.is_some() && (is_open_value || mention.basis == Basis::Anchored)
}

/// What an undated event needs, and between what it falls.
fn why_undated(chronology: &Chronology, event: &Event) -> String {
    let mut sentences = Vec::new();
    if let Some(mention) = event.mentions.first() {
        let has_date = chronology.articles.get(mention.article).is_some_and(|article| article.published.date.is_some());
        sentences.push(match (mention.expression.as_deref(), mention.basis) {
            (None, Basis::Published) => en::REPORTED_UNDATED.to_owned(),
            (None, _) => en::NO_ARTICLE_SAYS.to_owned(),
            (Some(expression), _) if !has_date && is_left_open(mention) => en::needs_publication_date(expression),
            (Some(expression), _) => en::names_no_date(expression),
        });
    } else {
        sentences.push(en::NO_ARTICLE_SAYS.to_owned());
    }
    if event.after.is_some() || event.before.is_some() {
        sentences.push(en::falls(&bounds_label(event.after, event.before, LabelLength::Full)));
    }
    sentences.join(" ")
}
