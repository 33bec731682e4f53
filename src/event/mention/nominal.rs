//! A noun phrase for what a clause tells, by which an era can be named: "Soviet withdrawal", "Killing of Rojas".
//!
//! The words of the article come first ("the group’s takeover", "a civil war"); the closed table of verbs and their nouns
//! makes the others. What neither names has no noun phrase.

use super::Reader;
use crate::event::clause::Clause;
use crate::event::en::{self, Lexicon, Owner, Tags};
use crate::event::headline;
use crate::event::name::{Name, NameKind};
use crate::event::refer::Subject;
use crate::event::token::TokenAt as _;
use std::ops::Range;

/// A noun phrase that names what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::event) struct Nominal {
    /// The words.
    pub(in crate::event) text: String,
    /// Whether it names what goes on for a while: a war, a rule, a strike.
    pub(in crate::event) lasts: bool,
    /// Whether the article says it so itself.
    pub(in crate::event) is_own: bool,
}

impl Nominal {
    fn new(text: &str, lasts: bool, is_own: bool) -> Option<Self> {
        let text = headline::capitalised(en::without_article(&headline::tidy(text)));
        (text.chars().count() <= headline::MAX_NAME && text.contains(' ')).then_some(Self { text, lasts, is_own })
    }
}

impl Reader<'_, '_> {
    /// The noun phrase for a clause.
    pub(super) fn nominal(&self, index: usize, subject: &Subject) -> Option<Nominal> {
        let clause = self.clauses.get(index).filter(|clause| !clause.verb.is_negated)?;
        let head = &self.tokens.get(clause.verb.head)?.lower;
        let verb = self.source.lexicon.stem(head);
        if en::is_light(&verb) && !clause.verb.is_passive {
            let own = self.object(clause).and_then(|object| self.led(object, subject));
            if own.is_some() {
                return own;
            }
        }
        self.compound(clause)
            .or_else(|| self.beginning(clause, &verb))
            .or_else(|| self.noun_of_verb(clause, &verb, subject))
    }

    /// "the Taliban’s takeover of Kabul": the owner and the happening.
    pub(super) fn nominal_phrase(&self, phrase: Range<usize>, head: usize) -> Option<Nominal> {
        let noun = self.tokens.get(head)?;
        let owner = self.names.iter().find(|name| {
            phrase.contains(&name.tokens.start)
                && name.tokens.end <= head
                && self.tokens.at(name.tokens.end - 1).is_possessive
        });
        let lasts = noun.is(Tags::LONG_NOUN);
        match owner {
            Some(owner) => {
                Nominal::new(&format!("{} {}", self.as_adjective(&owner.text, owner.kind), noun.lower), lasts, true)
            }
            None => self.plain_noun(phrase.start, head),
        }
    }

    /// "led a campaign", "launched a war": whose campaign or war it is.
    fn led(&self, object: Range<usize>, subject: &Subject) -> Option<Nominal> {
        let at = object.clone().find(|at| {
            self.tokens.is_at(*at, Tags::EVENT_NOUN.or(Tags::LONG_NOUN)) && !self.tokens.is_at(at + 1, Tags::EVENT_NOUN)
        })?;
        let noun = self.tokens.at(at);
        let doer = self.doer(subject)?;
        Nominal::new(&format!("{doer} {}", noun.lower), noun.is(Tags::LONG_NOUN), true)
    }

    /// "civil war raged", "ended in a general strike": a happening by a noun of its own with what kind it is.
    fn compound(&self, clause: &Clause) -> Option<Nominal> {
        let heads = clause.subject.iter().cloned().chain(std::iter::once(clause.verb.end..clause.end)).flatten();
        heads.into_iter().find_map(|at| {
            let token = self.tokens.get(at).filter(|token| token.is(Tags::LONG_NOUN))?;
            let kind = at.checked_sub(1).and_then(|before| self.tokens.get(before))?;
            let is_last = !self.tokens.get(at + 1).is_some_and(|next| next.is_word() && !next.breaks_noun_phrase());
            let opener = at.checked_sub(2).and_then(|before| self.tokens.get(before));
            // "a trade war": a noun between a determiner and its head says what kind it is.
            let is_noun = opener.is_some_and(|opener| opener.is(Tags::DETERMINER) && !opener.is_capital)
                && kind.is_word()
                && !kind.is_capital
                && !kind.breaks_noun_phrase()
                && !kind.form.either;
            let is_kind = (kind.is(Tags::ADJECTIVE) || is_noun)
                && !kind.is(Tags::DETERMINER.or(Tags::PERSON).or(Tags::ADVERB).or(Tags::TIME_NOUN))
                && !is_size(&kind.lower);
            (is_last && is_kind && !token.is_capital)
                .then(|| Nominal::new(&format!("{} {}", kind.lower, token.lower), true, true))?
        })
    }

    /// "Regular flights to Lima began": what began, by its own words.
    fn beginning(&self, clause: &Clause, verb: &str) -> Option<Nominal> {
        let subject = clause.subject.first()?.clone();
        let begins = matches!(verb, "begin" | "start") && self.object(clause).is_none();
        let end = subject.clone().find(|at| self.tokens.at(*at).breaks_noun_phrase()).unwrap_or(subject.end);
        begins.then(|| self.plain_noun(subject.start, end.checked_sub(1)?))?
    }

    /// A happening with plain words before it: "bidding war", "dock strike".
    fn plain_noun(&self, start: usize, head: usize) -> Option<Nominal> {
        let words = self.tokens.get(start..=head)?;
        let is_plain =
            words.iter().all(|token| token.is_word() && !token.is(Tags::PRONOUN) && !is_possessive_word(&token.lower));
        let noun = self.tokens.get(head)?;
        is_plain.then(|| Nominal::new(&self.words(start..head + 1), noun.is(Tags::LONG_NOUN), true))?
    }

    /// "Calder, founded in 1922": the noun of the participle, of the phrase before it.
    pub(super) fn nominal_of_participle(&self, phrase: Range<usize>, participle: usize) -> Option<Nominal> {
        let stem = self.source.lexicon.stem(&self.tokens.get(participle)?.lower);
        let (_, noun) = Lexicon::noun_of(&stem).filter(|(owner, _)| *owner == Owner::Undergoer)?;
        Nominal::new(&format!("{noun} of {}", self.named(phrase)?), false, false)
    }

    /// The noun of the verb, with its owner.
    fn noun_of_verb(&self, clause: &Clause, verb: &str, subject: &Subject) -> Option<Nominal> {
        let bare = self.bare_verb_of(clause);
        let stem = bare.as_deref().unwrap_or(verb);
        let next = self.tokens.get(clause.verb.head + 1).map_or("", |next| next.lower.as_str());
        // "went public", "called off": with the word after it a verb is another.
        let phrasal = Lexicon::noun_of(&format!("{stem} {next}"));
        let start = if phrasal.is_some() { clause.verb.head + 2 } else { clause.verb.end };
        let takes = verb == "take" && self.action(clause) == self.source.lexicon.family("seize");
        let capture = takes.then_some((Owner::Undergoer, "capture"));
        let (owner, noun) = phrasal.or(capture).or_else(|| Lexicon::noun_of(stem))?;
        let lasts = self.source.lexicon.tags(noun).any(Tags::LONG_NOUN) || matches!(noun, "rule" | "control");
        match owner {
            Owner::Doer if clause.verb.is_passive && bare.is_none() => None,
            Owner::Doer => Nominal::new(&format!("{} {noun}", self.doer(subject)?), lasts, false),
            Owner::Goer | Owner::Undergoer => {
                let acts = owner == Owner::Undergoer && !clause.verb.is_passive;
                let of = match self.object_from(start, clause).filter(|_| acts) {
                    Some(object) => self.named(object.clone()).or_else(|| self.definite(object)),
                    None => self.undergoer(subject, clause),
                }?;
                Nominal::new(&format!("{noun} of {of}"), lasts, false)
            }
        }
    }

    /// "was forced to retreat": the verb that it comes to.
    fn bare_verb_of(&self, clause: &Clause) -> Option<String> {
        let forced = matches!(self.tokens.get(clause.verb.head)?.lower.as_str(), "forced" | "obliged" | "compelled");
        let to = self.tokens.reads_at(clause.verb.end, "to");
        (forced && to && clause.verb.is_passive)
            .then(|| Some(self.source.lexicon.stem(&self.tokens.get(clause.verb.end + 1)?.lower)))?
    }

    /// The words directly after the verb up to the end of their noun phrase.
    fn object(&self, clause: &Clause) -> Option<Range<usize>> {
        self.object_from(clause.verb.end, clause)
    }

    fn object_from(&self, start: usize, clause: &Clause) -> Option<Range<usize>> {
        let end = (start..clause.end).find(|at| {
            let token = self.tokens.at(*at);
            token.breaks_noun_phrase() && token.timex().is_none()
                || token.is(Tags::ADVERB) && !token.is(Tags::ADJECTIVE)
        });
        let object = start..end.unwrap_or(clause.end);
        (!object.is_empty()).then_some(object)
    }

    /// The one name that ends a noun phrase: "President Juan Vega", and not "the Vega report".
    fn named(&self, phrase: Range<usize>) -> Option<String> {
        // "The builder, Korsvik, went bankrupt".
        let end = phrase.end - usize::from(!phrase.is_empty() && !self.tokens.get(phrase.end - 1)?.is_word());
        let name = self.names.iter().find(|name| name.tokens.start >= phrase.start && name.tokens.end == end)?;
        // "A flat in Paris was bought": nobody bought Paris.
        let hangs = (phrase.start.saturating_sub(1)..name.tokens.start)
            .any(|at| self.tokens.reads_at(at, "of|in|at|near|from|to|with"));
        (!hangs).then(|| self.as_noun(name))
    }

    /// Who undergoes what an intransitive or passive verb tells: the name of the subject, or its few plain words.
    fn undergoer(&self, subject: &Subject, clause: &Clause) -> Option<String> {
        let piece = clause.subject.iter().rev().find(|piece| !piece.is_empty()).cloned();
        let at_end = piece.clone().and_then(|piece| self.named(piece));
        at_end.or_else(|| {
            if let Some(words) = &subject.words {
                return Some(lower_article(words));
            }
            self.definite(piece?)
        })
    }

    /// "the old bridge": a few plain words with their article.
    fn definite(&self, phrase: Range<usize>) -> Option<String> {
        let words = self.tokens.get(phrase.clone())?;
        let is_plain =
            words.iter().all(|token| token.is_word() && !token.is(Tags::PRONOUN) && !token.breaks_noun_phrase());
        let is_definite = words.first().is_some_and(|first| first.reads("the"));
        (is_plain && is_definite && (2..=4).contains(&words.len())).then(|| lower_article(&self.words(phrase)))
    }

    /// The subject's name as an adjective: "Soviet", "Taliban".
    fn doer(&self, subject: &Subject) -> Option<String> {
        let actor = subject.actor.as_ref()?;
        let kind = self.names.iter().find(|name| name.text == *actor).map(|name| name.kind);
        let kind = kind.unwrap_or_else(|| match self.source.lexicon.place(actor) {
            Some(_) => NameKind::Country,
            None if self.source.survey.is_person(actor) => NameKind::Person,
            None => NameKind::Other,
        });
        Some(self.as_adjective(actor, kind))
    }

    fn as_adjective(&self, name: &str, kind: NameKind) -> String {
        match kind {
            NameKind::Country | NameKind::Seat => self.source.lexicon.demonym(name).unwrap_or(name).to_owned(),
            NameKind::Person => format!("{}’s", surname(name)),
            NameKind::Body | NameKind::Other => name.to_owned(),
        }
    }

    fn as_noun(&self, name: &Name) -> String {
        let written = self.words(name.tokens.clone());
        let has_article = name.tokens.start > 0 && self.tokens.reads_at(name.tokens.start - 1, "the");
        match name.kind {
            NameKind::Person => surname(&name.text).to_owned(),
            _ if has_article => format!("the {written}"),
            _ => written,
        }
    }
}

fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

fn lower_article(words: &str) -> String {
    words.strip_prefix("The ").map_or_else(|| words.to_owned(), |rest| format!("the {rest}"))
}

/// How large or when a war was is not what kind of war it was.
fn is_size(word: &str) -> bool {
    matches!(
        word,
        "big"
            | "small"
            | "great"
            | "long"
            | "short"
            | "major"
            | "minor"
            | "new"
            | "old"
            | "former"
            | "late"
            | "early"
            | "large"
            | "first"
            | "second"
            | "third"
            | "last"
            | "final"
            | "next"
            | "same"
            | "own"
            | "recent"
            | "current"
            | "only"
            | "likely"
            | "deadly"
            | "costly"
            | "main"
            | "key"
            | "other"
    )
}

fn is_possessive_word(lower: &str) -> bool {
    matches!(lower, "its" | "their" | "his" | "her" | "our" | "my" | "your" | "this" | "that" | "these" | "those")
}

#[cfg(test)]
mod tests {
    use crate::event::fixtures::chronology;

    /// The name of the first era of a story that opens with this sentence.
    fn era(opening: &str) -> Option<String> {
        let rest =
            "In 2001 Peru built a port. In 2002 Chile sold a mill. In 2009 Cuba bought a ship. In 2010 Fiji moved.";
        chronology(&[&format!("{opening}\n\n{rest}")]).eras.into_iter().next().map(|era| era.label)
    }

    #[test]
    fn eras_are_named_by_nouns_of_the_article_or_of_a_closed_table() {
        for (opening, name) in [
            ("Soviet troops withdrew from Norland in 1990.", "Soviet withdrawal"),
            ("The Arden Front was forced to retreat in 1990.", "Arden Front retreat"),
            ("In 1990 the Arden Front led a campaign against the mines.", "Arden Front campaign"),
            ("President Juan Vega was killed by the Arden Front in 1990.", "Killing of Vega"),
            ("The Arden Front ruled Norland from 1990 to 2000.", "Arden Front rule"),
            ("The council approved the Arden Bridge in 1990.", "Approval of the Arden Bridge"),
            ("The council opened the old bridge in 1990.", "Opening of the old bridge"),
            ("The builder, Korsvik, went bankrupt in 1990.", "Bankruptcy of Korsvik"),
            ("President Juan Vega stepped down in 1990.", "Vega’s resignation"),
            ("The line has carried eleven million passengers since it opened in 1990.", "Opening of the line"),
            ("Regular flights with the large balloons of the Arden Front began in 1990.", "Regular flights"),
            ("The collapse of the bank brought on a trade war in 1990.", "Trade war"),
            ("A mill in Arden Falls was sold in 1990.", "A mill in Arden Falls was sold"),
            ("President Juan Vega fled Norland in 1990.", "Flight of Vega"),
        ] {
            assert_eq!(era(opening).as_deref(), Some(name), "{opening}");
        }
    }

    #[test]
    fn what_has_no_noun_is_named_by_its_clause() {
        assert_eq!(
            era("The Arden Bridge cost nine lives in 1990.").as_deref(),
            Some("The Arden Bridge cost nine lives")
        );
        // "It started" says too little.
        assert_ne!(era("Work started in 1990.").as_deref(), Some("Work started"));
        assert_ne!(era("The work started in 1990.").as_deref(), Some("The work started"));
        // What somebody says, or what is longer than a name, leaves it to who was there.
        let told = "In 1990 the Arden Front told its members to be careful with the old wooden boats of the mines.";
        assert_eq!(era(told).as_deref(), Some("Arden Front"));
    }
}
