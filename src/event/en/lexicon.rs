//! One lookup for all the word tables: what a word may be, which verb it is a form of, its stem and family.

use super::families::{FAMILIES, PHRASAL};
use super::nominals::{NOUNS, Owner};
use super::{Tags, VerbForm, places, verbs, words::WORDS};
use crate::lookup::listed::Listed;
use crate::lookup::words::WordMap;
use crate::text::phrase::without_ending;

/// What a name of the gazetteer stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The country.
    pub(crate) country: &'static str,
    /// Whether the name is the country's own, an adjective or people of it, or a town that stands for it.
    pub(crate) kind: PlaceKind,
}

/// How a word names a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// "Russia".
    Country,
    /// "Russian".
    Demonym,
    /// "Moscow".
    Seat,
}

/// Verbs in "un-": other words with "-ed" that begin so tell what was not done.
const UNDOING: Listed = Listed(
    "united|unveiled|unleashed|uncovered|undermined|unlocked|unified|unloaded|unfolded|unravelled|unraveled|unearthed|unwrapped|\
     underlined|underscored|underestimated|undressed|undulated|untied|unseated|unsettled|unsubscribed",
);

/// Verbs of two words with a hyphen, without their ending.
const HYPHENED: Listed = Listed(
    "fast-track|head-hunt|short-list|black-list|rubber-stamp|court-martiall|court-martial|cross-examin|hand-pick|ring-fenc|strip-search|\
     test-fir|second-guess|kick-start|jump-start|double-cross|air-lift|mass-produc|fire-bomb|petrol-bomb|dive-bomb|carpet-bomb|name-check|green-light",
);

/// All tables, ready for lookup. Made once for a run.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: WordMap<Tags>,
    verbs: WordMap<(&'static str, VerbForm)>,
    /// Plain forms, and whether the verb is irregular.
    plain: WordMap<(&'static str, bool)>,
    families: WordMap<&'static str>,
    /// "find guilty" and its like, to a family.
    phrasal: WordMap<&'static str>,
    places: WordMap<Place>,
}

impl Lexicon {
    /// Reads the tables.
    #[must_use]
    pub(crate) fn new() -> Self {
        let mut lexicon = Self {
            words: WordMap::default(),
            verbs: WordMap::default(),
            plain: WordMap::default(),
            families: WordMap::default(),
            phrasal: WordMap::default(),
            places: WordMap::default(),
        };
        for (tags, list) in WORDS {
            for word in list.split_whitespace() {
                let held = lexicon.tags(word);
                lexicon.words.insert(word, held.or(*tags));
            }
        }
        lexicon.read_verbs();
        for entry in PHRASAL.split('|') {
            if let Some((words, family)) = entry.rsplit_once(' ') {
                lexicon.phrasal.insert(words, family);
            }
        }
        for line in FAMILIES.lines() {
            let mut members = line.split_whitespace();
            let Some(name) = members.next() else { continue };
            lexicon.families.insert(name, name);
            for member in members {
                lexicon.families.insert_first(member, name);
            }
        }
        lexicon.read_places();
        lexicon
    }

    fn read_verbs(&mut self) {
        for line in verbs::IRREGULAR.split('|') {
            let mut forms = line.split_whitespace();
            let (Some(plain), Some(past)) = (forms.next(), forms.next()) else { continue };
            self.plain.insert(plain, (plain, true));
            match forms.next() {
                Some(participle) => {
                    let shared = participle == plain;
                    let form = VerbForm { participle: true, plain: shared, ..VerbForm::default() };
                    self.verbs.insert(participle, (plain, form));
                    self.verbs.insert(past, (plain, VerbForm { past: true, ..VerbForm::default() }));
                }
                None => {
                    let form = VerbForm { either: true, plain: past == plain, ..VerbForm::default() };
                    self.verbs.insert(past, (plain, form));
                }
            }
        }
        for plain in verbs::REGULAR.split_whitespace() {
            self.plain.insert(plain, (plain, false));
        }
    }

    fn read_places(&mut self) {
        for line in places::COUNTRIES.lines() {
            let mut parts = line.split(':');
            let Some(country) = parts.next() else { continue };
            self.places.insert(country, Place { country, kind: PlaceKind::Country });
            for (kind, names) in [PlaceKind::Demonym, PlaceKind::Seat].into_iter().zip(parts) {
                for name in names.split(',').filter(|name| !name.is_empty()) {
                    self.places.insert_first(name, Place { country, kind });
                }
            }
        }
    }

    /// Classes of a word in lower case.
    #[must_use]
    pub(crate) fn tags(&self, lower: &str) -> Tags {
        self.words.get(lower).copied().unwrap_or(Tags::NONE)
    }

    /// What country a name stands for, as written.
    #[must_use]
    pub(crate) fn place(&self, name: &str) -> Option<Place> {
        self.places.get(name).copied()
    }

    /// The adjective of a country: "Soviet".
    #[must_use]
    pub(crate) fn demonym(&self, country: &str) -> Option<&'static str> {
        let rest = places::COUNTRIES.lines().find_map(|line| line.strip_prefix(country)?.strip_prefix(':'))?;
        rest.split([',', ':']).next().filter(|demonym| !demonym.is_empty())
    }

    /// The noun that tells what a verb tells, by the verb's stem, and whose it is.
    #[must_use]
    pub(crate) fn noun_of(stem: &str) -> Option<(Owner, &'static str)> {
        NOUNS.iter().find_map(|(owner, pairs)| {
            let noun = pairs.split('|').filter_map(|pair| pair.rsplit_once(' ')).find(|(verb, _)| *verb == stem);
            noun.map(|(_, noun)| (*owner, noun))
        })
    }

    /// Whether a name is a body of states, such as the United Nations.
    #[must_use]
    pub(crate) fn is_body(&self, name: &str) -> bool {
        places::BODIES.has(name)
    }

    /// What a word in lower case can be as a verb; nothing for what is no verb form.
    #[must_use]
    pub(crate) fn verb_form(&self, lower: &str) -> VerbForm {
        if let Some((_, form)) = self.verbs.get(lower) {
            return *form;
        }
        let tags = self.tags(lower);
        let default = VerbForm::default();
        if tags.any(Tags::NOUN) {
            return default;
        }
        // "fast-tracked", "re-opened", and not "long-awaited" or "London-based".
        if let Some((first, rest)) = lower.split_once('-') {
            let form = self.verb_form(rest);
            let is_again = matches!(first, "re" | "co") && (form.past || form.either && !form.plain);
            let is_compound = lower.strip_suffix("ed").is_some_and(|stem| HYPHENED.has(stem));
            return if is_again || is_compound { VerbForm { gerund: false, ..form } } else { default };
        }
        // "unnoticed" is what nobody did.
        if lower.starts_with("un") && lower.ends_with("ed") && !UNDOING.has(lower) {
            return default;
        }
        if lower.len() >= 4 && lower.ends_with("ed") {
            return VerbForm { either: true, ..default };
        }
        if lower.len() >= 5 && lower.ends_with("ing") {
            return VerbForm { gerund: true, ..default };
        }
        if self.plain.contains(lower) {
            return VerbForm { plain: true, ..default };
        }
        let third = lower.ends_with('s') && self.plain_of_third(lower).is_some();
        VerbForm { third, ..default }
    }

    fn plain_of_third(&self, lower: &str) -> Option<(&'static str, bool)> {
        let without_s = lower.strip_suffix('s')?;
        let candidates = [without_s, without_s.strip_suffix('e').unwrap_or(without_s)];
        for candidate in candidates {
            if let Some(plain) = self.plain.get(candidate) {
                return Some(*plain);
            }
        }
        let mut in_y = without_s.strip_suffix("ie")?.to_owned();
        in_y.push('y');
        self.plain.get(&in_y).copied()
    }

    fn plain_of_gerund(&self, lower: &str) -> Option<(&'static str, bool)> {
        let short = lower.strip_suffix("ing")?;
        let found = self.plain.get(short).or_else(|| self.plain.get(&undouble(short)));
        found.or_else(|| self.plain.get(&format!("{short}e"))).copied()
    }

    /// The stem of a word in lower case: plain form of an irregular verb, else without its common endings, the
    /// spelling in -ise made -ize.
    #[must_use]
    pub(crate) fn stem(&self, lower: &str) -> String {
        let word = without_ending(without_ending(lower, "'s"), "’s");
        if let Some((plain, _)) = self.verbs.get(word) {
            return (*plain).to_owned();
        }
        // "takes" and "taking" are "take", as "took" is.
        let known =
            self.plain.get(word).copied().or_else(|| self.plain_of_third(word)).or_else(|| self.plain_of_gerund(word));
        if let Some((plain, true)) = known {
            return plain.to_owned();
        }
        let mut stem = if word.len() > 5 && word.ends_with("ing") {
            undouble(word.get(..word.len() - 3).unwrap_or(word))
        } else if word.len() > 4 && word.ends_with("ied") || word.len() > 4 && word.ends_with("ies") {
            let mut stem = word.get(..word.len() - 3).unwrap_or(word).to_owned();
            stem.push('y');
            stem
        } else if word.len() == 4 && word.ends_with("ed")
            || word.strip_suffix('d').is_some_and(|plain| plain.ends_with("ee") && self.plain.contains(plain))
        {
            // "died", "used", "agreed".
            word.get(..word.len() - 1).unwrap_or(word).to_owned()
        } else if word.len() > 4 && word.ends_with("ed") {
            undouble(word.get(..word.len() - 2).unwrap_or(word))
        } else if word.len() > 4 && ["ches", "shes", "sses", "xes"].iter().any(|end| word.ends_with(end)) {
            word.get(..word.len() - 2).unwrap_or(word).to_owned()
        } else if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") {
            word.get(..word.len() - 1).unwrap_or(word).to_owned()
        } else {
            word.to_owned()
        };
        // "closed" and "close", "recognised" and "recognise" meet without their last e.
        if stem.len() > 3 && stem.ends_with('e') {
            stem.pop();
        }
        if stem.ends_with("is") && stem.len() > 4 {
            stem.truncate(stem.len() - 2);
            stem.push_str("iz");
        }
        stem
    }

    /// The past of a verb in its plain form or in -ing: "sold" of "selling", "closed" of "close".
    #[must_use]
    pub(crate) fn past(&self, lower: &str) -> Option<String> {
        if matches!(lower, "have" | "having") {
            return Some(String::from("had"));
        }
        let gerund = lower.strip_suffix("ing").filter(|_| lower.len() > 4);
        let plain = self.plain.get(lower).copied().or_else(|| self.plain_of_gerund(lower));
        if let Some((plain, true)) = plain {
            let forms = verbs::IRREGULAR.split('|').find(|forms| forms.split_whitespace().next() == Some(plain))?;
            return forms.split_whitespace().nth(1).map(str::to_owned);
        }
        let stem = gerund.map_or_else(|| doubled(lower), str::to_owned);
        let is_open = |at: usize| stem.chars().rev().nth(at).is_some_and(|letter| "aeiou".contains(letter));
        Some(match stem.as_str() {
            "be" | "do" => return None,
            _ if stem.ends_with('e') => format!("{stem}d"),
            _ if stem.ends_with('y') && !is_open(1) => format!("{}ied", stem.get(..stem.len() - 1)?),
            _ => format!("{stem}ed"),
        })
    }

    /// The family of a verb with the word after it, where the two mean another thing: "found guilty" is a conviction.
    #[must_use]
    pub(crate) fn phrasal(&self, verb: &str, next: &str) -> Option<String> {
        let plain = self.verbs.get(verb).map_or_else(|| self.stem(verb), |(plain, _)| (*plain).to_owned());
        self.phrasal.get(&format!("{plain} {next}")).map(|family| self.family(family))
    }

    /// Whether a key is the name of a family: a kind of happening that news has several words for.
    #[must_use]
    pub(crate) fn is_family(&self, key: &str) -> bool {
        self.families.get(key).is_some_and(|name| *name == key)
    }

    /// The family of a word in lower case, or its own stem.
    #[must_use]
    pub(crate) fn family(&self, lower: &str) -> String {
        // "found" is a form of "find" before it is another verb.
        if let Some(name) = self.families.get(lower).filter(|_| !self.verbs.contains(lower)) {
            return (*name).to_owned();
        }
        let stem = self.stem(lower);
        if let Some(name) = self.families.get(&stem) {
            return (*name).to_owned();
        }
        let mut with_e = stem.clone();
        with_e.push('e');
        self.families.get(&with_e).map_or(stem, |name| (*name).to_owned())
    }
}

/// "stopp" of "stop", "admitt" of "admit": with what "-ed" does to it.
fn doubled(plain: &str) -> String {
    let mut letters = plain.chars().rev();
    let is_open = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    let last = letters.next();
    let is_short =
        last.is_some_and(|last| "bdgmnprt".contains(last)) && is_open(letters.next()) && !is_open(letters.next());
    let vowels = plain.chars().filter(|letter| "aeiouy".contains(*letter)).count();
    let is_stressed = vowels == 1
        || matches!(plain, "admit" | "permit" | "commit" | "submit" | "refer" | "occur" | "transfer" | "expel");
    let mut stem = plain.to_owned();
    stem.extend(last.filter(|_| is_short && is_stressed));
    stem
}

/// "stopp" is "stop"; "kill" and "press" stay.
fn undouble(stem: &str) -> String {
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 3
        && bytes.last() == bytes.get(bytes.len() - 2)
        && !matches!(bytes.last(), Some(b'l' | b's' | b'z' | b'e' | b'o'));
    stem.get(..stem.len() - usize::from(doubled)).unwrap_or(stem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_verb_and_its_nouns_meet_in_a_family() {
        let lexicon = Lexicon::new();
        for words in [
            &["withdrew", "withdrawal", "pullout", "left", "departure", "withdrawn"][..],
            &["recognised", "recognize", "recognition", "recognising", "accepted"],
            &["storming", "seized", "captured", "takeover"],
            &["closed", "closes", "closing", "closure"],
        ] {
            let families: Vec<_> = words.iter().map(|word| lexicon.family(word)).collect();
            assert!(families.iter().all(|family| *family == families[0]), "{words:?} {families:?}");
        }
        assert_ne!(lexicon.family("war"), lexicon.family("treaty"));
    }

    #[test]
    fn a_past_is_made_of_the_plain_form_and_of_the_one_in_ing() {
        let lexicon = Lexicon::new();
        for (word, past) in [
            ("selling", "sold"),
            ("handing", "handed"),
            ("planning", "planned"),
            ("carrying", "carried"),
            ("setting", "set"),
            ("admit", "admitted"),
            ("close", "closed"),
            ("open", "opened"),
            ("reach", "reached"),
            ("stop", "stopped"),
            ("deny", "denied"),
            ("take", "took"),
            ("destroy", "destroyed"),
        ] {
            assert_eq!(lexicon.past(word).as_deref(), Some(past), "{word}");
        }
    }

    #[test]
    fn verb_forms_are_told_apart() {
        let lexicon = Lexicon::new();
        assert!(lexicon.verb_form("took").past);
        assert!(lexicon.verb_form("taken").participle);
        assert!(lexicon.verb_form("launched").either);
        assert!(lexicon.verb_form("recognises").third);
        assert!(lexicon.verb_form("carries").third);
        assert_eq!(lexicon.verb_form("hundred"), VerbForm::default());
        assert_eq!(lexicon.verb_form("us-led"), VerbForm::default());
    }
}
