//! The names seen in an article or a set, for those that are written short later.

use super::gender::{Gender, Genders};
use super::{NameKind, names};
use crate::event::en::Lexicon;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::lookup::words::WordMap;
use crate::text::is_large;
use crate::text::phrase::holds;

/// What a whole set of articles shows about its names.
#[derive(Debug, Default)]
pub(in crate::event) struct Survey {
    /// Words seen with a capital inside a sentence.
    pub(super) capitals: WordMap<()>,
    /// Full names of people by surname, for one article at a time.
    pub(super) people: WordMap<String>,
    /// How often a word stood alone as a name before any full name had it, in one article.
    alone: WordMap<u32>,
    /// Full names of people by surname and by given name, over all articles; two are enough to tell that one says too little.
    everyone: WordMap<Vec<String>>,
    /// Names of several words that are no person's, by their first word.
    firsts: WordMap<Vec<String>>,
    /// The same by the initials of their words: "RBI".
    initials: WordMap<Vec<String>>,
    /// What people are called, over all articles.
    genders: Genders,
    /// Words and names that a story adds to the tables, with what they stand for.
    pub(super) extra: WordMap<String>,
}

impl Survey {
    pub(in crate::event) fn new(extra: &[(String, String)]) -> Self {
        let mut survey = Self::default();
        for (written, name) in extra {
            survey.extra.insert(written, name.clone());
        }
        survey
    }

    /// Forgets the people of the last article.
    pub(in crate::event) fn begin_article(&mut self) {
        self.people.clear();
        self.alone.clear();
        self.genders.begin_article();
    }

    /// What the articles call a person.
    pub(super) fn gender(&self, name: &str) -> Option<Gender> {
        self.genders.of(name)
    }

    fn note_initials(&mut self, name: &str) {
        if name.split(' ').nth(SHORTEST_ACRONYM - 1).is_none() {
            return;
        }
        let letters: String =
            name.split(' ').filter(|word| word.starts_with(is_large)).filter_map(|word| word.chars().next()).collect();
        if letters.len() < SHORTEST_ACRONYM {
            return;
        }
        if let Some(known) = self.initials.value_mut(&letters).filter(|known| known.len() < 2)
            && !known.iter().any(|held| held == name)
        {
            known.push(name.to_owned());
        }
    }

    /// What initials stand for, where the set has only one name that begins so: "RBI" of "Reserve Bank of India".
    pub(super) fn spelled_out(&self, acronym: &str) -> Option<&String> {
        let letters: String = acronym.chars().filter(|letter| *letter != '.').collect();
        match self.initials.get(&letters).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        }
    }

    fn note_first(&mut self, name: &str) {
        let Some((first, _)) = name.split_once(' ').filter(|_| !holds(name, " of ")) else { return };
        let Some(known) = self.firsts.value_mut(first) else { return };
        if known.len() < 3 && !known.iter().any(|held| held == name) {
            known.push(name.to_owned());
        }
    }

    fn note_person(&mut self, part: &str, name: &str) {
        let Some(known) = self.everyone.value_mut(part) else { return };
        if let Some(held) =
            known.iter_mut().find(|held| is_same_person(held, name) || ends_in(held, name) || ends_in(name, held))
        {
            if name.len() < held.len() {
                name.clone_into(held);
            }
            return;
        }
        if known.len() < 2 && !known.iter().any(|held| held == name) {
            known.push(name.to_owned());
        }
    }

    /// The person that a surname or a given name stands for, where the set has only one of that name.
    pub(super) fn person(&self, part: &str) -> Option<&String> {
        match self.everyone.get(part).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        }
    }

    /// The name without its middle one, where the set has both: "Ana Rojas" of "Ana Maria Rojas".
    pub(super) fn shorter(&self, name: &str) -> Option<&String> {
        let (_, surname) = name.rsplit_once(' ').filter(|(given, _)| given.contains(' '))?;
        self.everyone
            .get(surname)?
            .iter()
            .find(|held| (is_same_person(held, name) || ends_in(name, held)) && held.len() < name.len())
    }

    /// The longer name that a first word stands for, where the set has only one: "Brightwater" of "Brightwater Group".
    pub(super) fn longer(&self, first: &str) -> Option<&String> {
        match self.firsts.get(first).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        }
    }

    /// Whether the full name is a person's.
    pub(in crate::event) fn is_person(&self, name: &str) -> bool {
        name.rsplit_once(' ').and_then(|(_, surname)| self.people.get(surname)).is_some_and(|full| full == name)
    }

    /// What the last article showed about people.
    pub(in crate::event) fn people(&self) -> Self {
        Self { people: self.people.clone(), extra: self.extra.clone(), ..Self::default() }
    }

    /// Whether what is named for its founders goes by this name: it stood alone twice before somebody had it.
    fn is_anothers(&self, surname: &str) -> bool {
        self.alone.get(surname).is_some_and(|count| *count > 1)
    }

    /// Notes the capitals and full names of a sentence; a title may name somebody before the text does.
    pub(in crate::event) fn read(&mut self, tokens: &[Token<'_>], lexicon: &Lexicon, is_title: bool) {
        for (index, token) in tokens.iter().enumerate() {
            // What opens a sentence, or what comes after "May 2017:", is written large whatever it is.
            let opens = index == 0 || matches!(tokens.at(index - 1).kind, Kind::Stop | Kind::Quote | Kind::Dash);
            if !opens && token.is_capital && token.is_word() {
                self.capitals.insert(token.base(), ());
            }
        }
        let found = names(tokens, lexicon, self, self);
        self.genders.read(tokens, &found);
        for name in found {
            match name.kind {
                NameKind::Person => {
                    if let Some((given, surname)) = name.text.rsplit_once(' ') {
                        // "Sculptor Ana Rojas" opened a sentence: what she is, and no part of her name.
                        let known = self.people.get(surname).is_some_and(|held| !ends_in(held, &name.text));
                        if !known && !self.is_anothers(surname) {
                            self.people.insert(surname, name.text.clone());
                            self.note_person(surname, &name.text);
                        }
                        if !self.is_anothers(given) {
                            self.note_person(given, &name.text);
                        }
                    }
                }
                NameKind::Other => {
                    self.note_first(&name.text);
                    self.note_initials(&name.text);
                    let is_alone = !is_title && !holds(&name.text, " ");
                    if let Some(count) = self.alone.value_mut(&name.text).filter(|_| is_alone) {
                        *count += 1;
                    }
                }
                _ => {}
            }
        }
    }
}

/// Two letters may be of much.
const SHORTEST_ACRONYM: usize = 3;

/// Whether a name has another word or two before a full name: "Sculptor Ana Rojas".
fn ends_in(name: &str, full: &str) -> bool {
    name.strip_suffix(full).is_some_and(|before| before.ends_with(' ')) && full.contains(' ')
}

/// Whether two full names have the same first and last word: "Ana Rojas" and "Ana Maria Rojas".
fn is_same_person(one: &str, other: &str) -> bool {
    let ends = |name: &str| {
        let (given, surname) = (name.split_once(' ')?.0, name.rsplit_once(' ')?.1);
        Some((given.to_owned(), surname.to_owned()))
    };
    ends(one).is_some_and(|one| ends(other) == Some(one))
}
