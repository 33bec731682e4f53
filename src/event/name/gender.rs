//! Whether a person is "he" or "she", as titles and pronouns of all articles tell it, and never the name itself.

use super::{Name, NameKind, given};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::gather::Gather;
use crate::lookup::words::WordMap;

/// The pronoun of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::event) enum Gender {
    /// "he", "his", "him".
    He,
    /// "she", "her".
    She,
}

impl Gender {
    /// What a pronoun tells of the one it stands for.
    pub(in crate::event) fn of_pronoun(lower: &str) -> Option<Self> {
        match lower {
            "he" | "his" | "him" | "himself" => Some(Self::He),
            "she" | "her" | "hers" | "herself" => Some(Self::She),
            _ => None,
        }
    }

    /// Whether two may be of one person: known, they are the same.
    pub(in crate::event) fn may_agree(one: Option<Self>, other: Option<Self>) -> bool {
        one.is_none() || other.is_none() || one == other
    }

    /// What the word before a name tells: "Mr Rojas", "his wife Ana Rojas".
    fn of_title(token: &Token<'_>) -> Option<Self> {
        if token.reads(
            "mr|sir|lord|king|prince|baron|father|husband|brother|son|uncle|nephew|businessman|spokesman|chairman",
        ) {
            Some(Self::He)
        } else if token.reads(
            "mrs|ms|miss|lady|dame|queen|princess|baroness|mother|wife|sister|daughter|aunt|niece|actress|spokeswoman|\
             chairwoman|widow",
        ) {
            Some(Self::She)
        } else {
            None
        }
    }
}

/// A title counts for so many pronouns.
const TITLE: u32 = 4;

/// So many votes are needed, and so many times as many as for the other.
const LEAST: u32 = 3;
const MARGIN: u32 = 4;

/// How often people are called "he" and "she".
#[derive(Debug, Default)]
pub(super) struct Genders {
    votes: WordMap<[u32; 2]>,
    /// The one person of the last sentence, whom it began with.
    last: Option<String>,
}

impl Genders {
    /// Forgets of whom the last article told.
    pub(super) fn begin_article(&mut self) {
        self.last = None;
    }

    fn vote(&mut self, name: &str, gender: Gender, count: u32) {
        if let Some(votes) = self.votes.value_mut(name) {
            votes[gender as usize] += count;
        }
    }

    /// Notes what a sentence calls its people: only where it names one, before any pronoun.
    pub(super) fn read(&mut self, tokens: &[Token<'_>], names: &[Name]) {
        let people: Vec<&Name> = names.iter().filter(|name| name.kind == NameKind::Person).gather();
        for name in &people {
            // "Mr Rojas", "his wife, Ana Rojas,".
            let before = (0..name.tokens.start).rev().take(2).find(|at| !tokens.is_kind_at(*at, Kind::Comma));
            let title =
                (name.tokens.start..name.tokens.end).chain(before).find_map(|at| Gender::of_title(tokens.get(at)?));
            if let Some(gender) = title {
                self.vote(&name.text, gender, TITLE);
            }
        }
        let told = |at: &usize| tokens.get(*at).filter(|token| !token.is_quoted);
        let pronouns =
            || (0..tokens.len()).filter(|at| told(at).is_some_and(|token| Gender::of_pronoun(&token.lower).is_some()));
        let gender = pronouns().next().and_then(|at| Gender::of_pronoun(&tokens.at(at).lower));
        let is_one = pronouns().all(|at| Gender::of_pronoun(&tokens.at(at).lower) == gender);
        let only = people.first().filter(|first| people.iter().all(|name| name.text == first.text));
        match only {
            Some(only) => {
                let opens = only.tokens.start <= OPENING;
                let is_first = opens && pronouns().next().is_none_or(|at| at >= only.tokens.end);
                if let Some(gender) = gender.filter(|_| is_one && is_first) {
                    self.vote(&only.text, gender, 1);
                }
                self.last = (is_one && is_first).then(|| only.text.clone());
            }
            None if people.is_empty() => {
                let goes_on = tokens.first().is_some_and(|first| first.reads("he|she|his|her"));
                match (self.last.take(), gender) {
                    (Some(last), Some(gender)) if goes_on && is_one => {
                        self.vote(&last, gender, 1);
                        self.last = Some(last);
                    }
                    _ => {}
                }
            }
            None => self.last = None,
        }
    }

    /// "he" or "she", where the articles agree.
    pub(super) fn of(&self, name: &str) -> Option<Gender> {
        let [he, she] = self.votes.get(name).copied().unwrap_or_default();
        let told = |own: u32, other: u32, gender| (own >= LEAST && own >= MARGIN * other).then_some(gender);
        let given = || given::gender(name.split_once(' ').filter(|_| he + she < LEAST)?.0);
        told(he, she, Gender::He).or_else(|| told(she, he, Gender::She)).or_else(given)
    }
}

/// A sentence that begins with a person names it within so many words.
const OPENING: usize = 4;
