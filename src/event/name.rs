//! Names in a sentence: people, organisations, countries and what stands for them.
//!
//! A name is a run of capitals. Titles and adjectives of countries are taken off it; a surname stands for the full
//! name that the article gave before (`survey`). Whether a person is "he" or "she", `gender` knows.

mod gender;
mod given;
mod survey;

use crate::gather::Gather;
use std::ops::Range;

pub(super) use gender::Gender;
pub(super) use survey::Survey;

use super::en::lexicon::PlaceKind;
use super::en::{Lexicon, Tags};
use super::token::{Kind, Token, TokenAt as _, closed};
use crate::text::is_large;
use crate::text::phrase::holds;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameKind {
    /// A person.
    Person,
    /// A country, or an adjective of one.
    Country,
    /// A town that may stand for its country.
    Seat,
    /// A body of states.
    Body,
    /// A group, an organisation, a place, a work.
    Other,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The full name; for a country and what stands for it, the country.
    pub(super) text: String,
    /// What it names.
    pub(super) kind: NameKind,
    /// What a person is called, where the articles tell.
    pub(super) gender: Option<Gender>,
}

/// Small words inside names: "Bank of England", "Ursula von der Leyen".
const INNER: &str = "of|de|der|van|von|bin|al|da|di|du|la";

/// Words that begin the names of places, and no given name.
const OF_PLACES: &str = "los|las|san|port|fort|mount|saint";

/// The names of a sentence, in order.
pub(super) fn names(tokens: &[Token<'_>], lexicon: &Lexicon, survey: &Survey, set: &Survey) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if add_hyphenated(tokens, at, lexicon, &mut found) {
            at += 1;
            continue;
        }
        if !begins_name(tokens, at, lexicon, set) {
            at += 1;
            continue;
        }
        let end = run_end(tokens, at);
        split_run(tokens, at..end, lexicon, (survey, set), &mut found);
        at = end;
    }
    found
}

/// "US-led" names a country, "the Soviet-Afghan War" two and a war.
fn add_hyphenated(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon, found: &mut Vec<Name>) -> bool {
    let token = tokens.at(at);
    let Some((first, second)) = token.text.split_once('-').filter(|_| token.is_capital) else { return false };
    let places = [first, second].map(|name| lexicon.place(name.trim()).map(|place| place.country));
    for country in places.into_iter().flatten() {
        found.push(Name { tokens: at..at + 1, text: country.to_owned(), kind: NameKind::Country, gender: None });
    }
    places[0].is_some()
}

/// "Islamist rebels", "Communist rule": an adjective written large.
fn is_adjective(tokens: &[Token<'_>], run: &Range<usize>) -> bool {
    let token = tokens.at(run.start);
    let next_is_noun =
        tokens.get(run.end).is_some_and(|next| next.is_word() && !next.is_capital && !next.breaks_noun_phrase());
    run.len() == 1
        && next_is_noun
        && ["ist", "ists", "ic", "ish", "ian"].iter().any(|ending| token.lower.ends_with(ending))
}

fn begins_name(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon, survey: &Survey) -> bool {
    let token = tokens.at(at);
    if !token.is_word() || !token.is_capital || token.text.chars().count() < 2 || token.is(Tags::MONTH) {
        return false;
    }
    let opens_sentence = at == 0 || matches!(tokens.at(at - 1).kind, Kind::Stop | Kind::Quote | Kind::Dash);
    let is_function_word = token.is(Tags::DETERMINER
        .or(Tags::PRONOUN)
        .or(Tags::PREPOSITION)
        .or(Tags::SUBORDINATOR)
        .or(Tags::RELATIVE)
        .or(Tags::CONJUNCTION)
        .or(Tags::ADVERB)
        .or(Tags::BE)
        .or(Tags::HAVE)
        .or(Tags::DO)
        .or(Tags::MODAL));
    if !opens_sentence {
        // "US" is a country, whatever "us" is.
        return !is_function_word || lexicon.place(token.base()).is_some() || token.text.chars().all(is_large);
    }
    if lexicon.place(token.base()).is_some() || survey.extra.contains(token.base()) {
        return true;
    }
    let next_is_name = tokens.get(at + 1).is_some_and(|next| next.is_word() && next.is_capital) && !token.is_possessive;
    !is_function_word
        && (next_is_name
            || survey.capitals.contains(token.base())
            || token.text.chars().filter(|c| is_large(*c)).count() > 1)
}

fn run_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut end = start + 1;
    // "the Dockers' Union" is one name, "Peru's Foreign Ministry" two.
    let in_name = |end: usize| {
        tokens.at(end - 1).text.ends_with(['’', '\''])
            && tokens.is_capital_at(end)
            && tokens.is_at(end, Tags::ORGANISATION)
    };
    while end < tokens.len() && (!tokens.at(end - 1).is_possessive || in_name(end)) {
        let token = tokens.at(end);
        if token.is_word() && token.is_capital && !token.is(Tags::MONTH) {
            end += 1;
            continue;
        }
        let next_is_name = tokens.get(end + 1).is_some_and(|next| next.is_word() && next.is_capital);
        let the_name = token.reads("of")
            && tokens.reads_at(end + 1, "the")
            && tokens.get(end + 2).is_some_and(|next| next.is_word() && next.is_capital);
        let is_person_before = lower_is_title(tokens.at(end - 1))
            || is_party_of_person(tokens, start, end)
            || token.reads("of") && is_full_name(tokens, start..end);
        if token.reads(INNER) && next_is_name && !is_person_before {
            end += 2;
        } else if the_name && !is_person_before {
            end += 3;
        } else {
            break;
        }
    }
    end
}

/// "the Conservatives of Paul Ashe": people of a person, and no name of both.
fn is_party_of_person(tokens: &[Token<'_>], start: usize, of: usize) -> bool {
    let people = tokens.get(start).is_some_and(|token| token.lower.ends_with('s')) && of == start + 1;
    let names = tokens.within(of + 1..tokens.len()).iter().take_while(|token| token.is_word() && token.is_capital);
    let organisation = tokens.within(of + 1..tokens.len()).iter().take(3).any(|token| token.is(Tags::ORGANISATION));
    people && names.count() == 2 && !organisation
}

/// "Ana Rojas of Peru": two words of which none says that it is a house, a happening or a group.
fn is_full_name(tokens: &[Token<'_>], run: Range<usize>) -> bool {
    let thing =
        Tags::ORGANISATION.or(Tags::GROUP).or(Tags::EVENT_NOUN).or(Tags::LONG_NOUN).or(Tags::ADJECTIVE).or(Tags::NOUN);
    let words = tokens.within(run);
    let titles = words.iter().take_while(|token| token.is(Tags::TITLE)).count();
    words.len() == titles + 2 && !words.iter().skip(titles).any(|token| token.is(thing) || is_acronym(token.text))
}

fn lower_is_title(token: &Token<'_>) -> bool {
    token.is(Tags::TITLE.or(Tags::PERSON))
}

/// Takes countries, their adjectives and titles off the front of a run; the rest is one name.
fn split_run(
    tokens: &[Token<'_>],
    run: Range<usize>,
    lexicon: &Lexicon,
    (survey, set): (&Survey, &Survey),
    found: &mut Vec<Name>,
) {
    let mut start = run.start;
    let mut after_title = start > 0 && tokens.is_at(start - 1, Tags::PERSON) && !tokens.at(start - 1).is_possessive;
    while start < run.end {
        if let Some((end, name)) = place_at(tokens, start, run.end, lexicon, survey) {
            found.push(name);
            start = end;
            continue;
        }
        // "General Motors" is a firm and no general.
        let opens_firm = tokens.get(start + 1).is_some_and(|next| next.is(Tags::ORGANISATION) && !next.is(Tags::TITLE));
        if tokens.is_at(start, Tags::TITLE) && start + 1 < run.end && !opens_firm {
            after_title |= !tokens.reads_at(start, "foreign") && !tokens.reads_at(start, "prime");
            start += 1;
            continue;
        }
        break;
    }
    // "Transport Minister Ana Rojas": all up to the last title.
    let title = (start..run.end.saturating_sub(1))
        .rev()
        .find(|at| tokens.is_at(*at, Tags::TITLE) && !tokens.is_at(*at, Tags::ADJECTIVE));
    if let Some(title) = title {
        after_title = true;
        start = title + 1;
    }
    if start >= run.end {
        return;
    }
    let rest = start..run.end;
    let text: Vec<&str> = tokens.within(rest.clone()).iter().map(Token::base).gather();
    let is_noun_alone =
        text.len() == 1 && tokens.is_at(start, Tags::TITLE.or(Tags::PERSON).or(Tags::EVENT_NOUN).or(Tags::GROUP));
    if is_noun_alone || is_adjective(tokens, &rest) {
        return;
    }
    let text = closed(&text.join(" "));
    // The stop of "Arden Corp." may be that of a sentence elsewhere.
    let mut text = text.strip_suffix('.').map_or(text.clone(), str::to_owned);
    if text.starts_with("al-") {
        text.replace_range(..1, "A");
    }
    let after_the = start > 0 && tokens.reads_at(start - 1, "the");
    let (text, kind) = if let Some(known) = survey.extra.get(&text) {
        (known.clone(), NameKind::Other)
    } else if lexicon.is_body(&text) {
        (text, NameKind::Body)
    } else if let Some(longer) =
        set.longer(&text).or_else(|| is_acronym(&text).then(|| set.spelled_out(&text)).flatten())
    {
        (longer.clone(), NameKind::Other)
    } else if let Some(full) = survey.people.get(&text) {
        (full.clone(), NameKind::Person)
    } else if let Some(full) = set.person(&text).filter(|_| !after_the).or_else(|| set.shorter(&text)) {
        (full.clone(), NameKind::Person)
    } else {
        let words = rest.len();
        let looks_personal = (2..=4).contains(&words)
            && !after_the
            && tokens.within(rest.clone()).iter().all(|token| {
                !lexicon.tags(&token.lower).any(
                    Tags::GROUP
                        .or(Tags::EVENT_NOUN)
                        .or(Tags::ADJECTIVE)
                        .or(Tags::ORGANISATION)
                        .or(Tags::PREPOSITION)
                        // "Let It Be" is nobody.
                        .or(Tags::PRONOUN)
                        .or(Tags::BE)
                        .or(Tags::HAVE)
                        .or(Tags::CONJUNCTION),
                ) && !token.reads(OF_PLACES)
                    && !token.text.contains('&')
                    && !is_acronym(token.text)
            })
            && !holds(&text, " of ");
        let is_person = after_title && !after_the && words <= 4 || looks_personal;
        (text, if is_person { NameKind::Person } else { NameKind::Other })
    };
    let gender = if kind == NameKind::Person { set.gender(&text) } else { None };
    found.push(Name { tokens: rest, text, kind, gender });
}

fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| is_large(c) || c == '.')
}

/// The longest country name at the front of a run: "South Korea", "United States", "Kabul".
fn place_at(
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
    lexicon: &Lexicon,
    survey: &Survey,
) -> Option<(usize, Name)> {
    let longest = (end - start).min(3);
    for len in (1..=longest).rev() {
        let range = start..start + len;
        let text: Vec<&str> = tokens.within(range.clone()).iter().map(Token::base).gather();
        let text = text.join(" ");
        let text = text.trim_end_matches('.');
        if survey.extra.contains(text) {
            return None;
        }
        if let Some(place) = lexicon.place(text) {
            // "New Delhi Television", "Georgia Smith": a town or a country first in a longer name of other words is
            // taken off only where what follows can be a name on its own.
            let kind = if place.kind == PlaceKind::Seat { NameKind::Seat } else { NameKind::Country };
            return Some((range.end, Name { tokens: range, text: place.country.to_owned(), kind, gender: None }));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::token::tokens;
    use crate::text::TextSpan;

    fn read(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new();
        let found = tokens(text, TextSpan::new(0, text.len()), &[], &lexicon);
        let mut survey = Survey::default();
        survey.read(&found, &lexicon, false);
        names(&found, &lexicon, &survey, &survey)
            .into_iter()
            .map(|name| format!("{}: {:?}", name.text, name.kind))
            .collect()
    }

    #[test]
    fn titles_and_adjectives_of_countries_come_off_a_name() {
        assert_eq!(
            read("Chilean Foreign Minister Ana Rojas met the envoy to Peru Luis Paz in Lima."),
            ["Chile: Country", "Ana Rojas: Person", "Peru: Country", "Luis Paz: Person", "Peru: Seat"]
        );
    }

    #[test]
    fn organisations_keep_their_small_words() {
        assert_eq!(
            read("On Monday the Bank of Norland sued the US-led Harbour League, and the United Nations agreed."),
            ["Bank of Norland: Other", "United States: Country", "Harbour League: Other", "United Nations: Body"]
        );
    }

    #[test]
    fn initials_stand_for_the_only_name_that_begins_so() {
        assert_eq!(
            read("It is the Reserve Bank of Norland that the RBN is."),
            ["Reserve Bank of Norland: Other", "Reserve Bank of Norland: Other"]
        );
    }

    #[test]
    fn a_surname_stands_for_the_full_name() {
        assert_eq!(read("Ana Rojas spoke; later Rojas left."), ["Ana Rojas: Person", "Ana Rojas: Person"]);
    }
}
