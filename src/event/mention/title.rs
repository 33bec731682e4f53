//! The news of an article by its title, where no clause of the lead gives a headline that stands alone.
//!
//! A title is an editor's own headline. It is taken only where it is a statement and the lead says what it says: the title
//! of a feature, a question or a quotation is no news.

use super::made::key;
use super::told::Told;
use super::undated::published_about;
use super::{Reader, Standing};
use crate::calendar::{Day, Edtf, Grain};
use crate::event::candidate::Candidate;
use crate::event::en::{Lexicon, Tags};
use crate::event::headline::{self, MAX_HEADLINE};
use crate::event::merge::LEAST_QUALITY;
use crate::event::model::{AnchorOrigin, Basis, HeadlineBasis, Status};
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Token, tokens};
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::lookup::words::WordSet;
use crate::text::TextSpan;
use crate::text::phrase::holds;
use crate::timex::Timex;

/// Less than what a sentence tells whole, more than what is not listed.
const QUALITY: i32 = LEAST_QUALITY + 6;

/// A lead tells as news what happened up to so many days before.
const NEWS_DAYS: i32 = 7;

/// Marks of quotations, which make a title somebody's words.
const QUOTES: [char; 4] = ['"', '\'', '“', '‘'];

/// Verbs of titles, in the third person, beside those that every sentence has.
const TITLE_VERBS: Listed = Listed(
    "axes|bags|clinches|crowns|ditches|edges|eyes|fetches|grabs|hails|hires|mulls|nabs|poaches|quashes|rebuffs|reinstates|\
     scraps|shelves|shuns|slashes|snubs|soars|stalls|stuns|swaps|tackles|touts|vetoes|weighs|woos",
);

/// Fewer words than this are a heading.
const LEAST_WORDS: usize = 4;

impl Reader<'_, '_> {
    /// What the title tells, for a lead of which `found` is all that its clauses gave.
    pub(super) fn by_title(&self, found: &[Candidate]) -> Option<Candidate> {
        let published = self.source.published.filter(|_| self.sentence.is_lead)?;
        let day = published.single().filter(|period| period.grain() == Grain::Day)?.first_day();
        let is_news = |candidate: &Candidate| {
            candidate.standing.stands_alone()
                && candidate.quality >= LEAST_QUALITY
                && candidate.date.and_then(Edtf::first_day).is_some_and(|date| is_recent(date, day))
        };
        if found.iter().any(is_news) {
            return None;
        }
        let title = headline::tidy(self.source.article.title.as_deref()?);
        let words = tokens(&title, TextSpan::new(0, title.len()), &[], self.source.lexicon);
        let action = self.statement(&title, &words)?;
        if !self.says_what(&words) {
            return None;
        }
        let subject = Subject { words: None, actor: None, reading: Reading::Plain };
        let told = Told {
            short: title.clone(),
            headline: title,
            basis: HeadlineBasis::Title,
            quality: QUALITY,
            subject,
            nominal: None,
        };
        let mut candidate = self.assemble(0, &[], told, Standing::Lead, Status::Happened, action.clone());
        for name in self.source.title_keys.iter().filter_map(|key| key.strip_prefix('=')) {
            candidate.participants.push(name.to_owned());
        }
        candidate.keys.extend(self.source.title_keys.iter().cloned());
        candidate.keys.insert(action);
        candidate.actions = candidate.keys.iter().filter(|key| self.source.lexicon.is_family(key)).cloned().collect();
        candidate.attribution = None;
        Some(match self.recent_timex(day) {
            Some((timex, date)) => Self::with_date(candidate, timex, date),
            None => Candidate {
                basis: Basis::Published,
                date: Some(published_about(published)),
                anchor: Some(Candidate::anchored(published, AnchorOrigin::Published)),
                rule: String::from("title"),
                ..candidate
            },
        })
    }

    /// The family of the title's verb, where the title is a statement.
    fn statement(&self, title: &str, words: &[Token<'_>]) -> Option<String> {
        let is_me = |token: &Token<'_>| token.reads("i|we|my|our|you|your|me|us");
        let is_plain = title.chars().count() <= MAX_HEADLINE
            && words.iter().filter(|token| token.is_word()).count() >= LEAST_WORDS
            && !title.contains(['?', '!', '|'])
            && !holds(title, ". ")
            && !title.starts_with(QUOTES)
            && !QUOTES.iter().any(|mark| holds(title, &format!(": {mark}")))
            && !words.iter().any(is_me);
        title_action(words, 1, self.source.lexicon).filter(|_| is_plain)
    }

    /// Whether the lead says at least half of what the title says.
    fn says_what(&self, title: &[Token<'_>]) -> bool {
        let mut said = WordSet::default();
        for at in 0..self.tokens.len() {
            said.extend(key(self.tokens, at, self.source.lexicon));
        }
        let keys: Vec<String> = (0..title.len()).filter_map(|at| key(title, at, self.source.lexicon)).gather();
        let held = keys.iter().filter(|key| said.contains(key)).count();
        held * 2 >= keys.len()
    }

    /// The latest day of the lead that is news: "was acquitted on Thursday".
    fn recent_timex(&self, published: Day) -> Option<(&Timex, Edtf)> {
        let dated = self.tokens.iter().filter_map(|token| self.timex(token.timex()?));
        let recent = dated.filter_map(|timex| {
            let date = timex.date.filter(|date| date.single().is_some_and(|period| period.grain() == Grain::Day))?;
            let day = date.first_day().filter(|day| is_recent(*day, published))?;
            Some((day, timex, date))
        });
        recent.max_by_key(|(day, ..)| *day).map(|(_, timex, date)| (timex, date))
    }
}

/// What a title tells, by the family of its verb, which does not stand before `from`.
pub(super) fn title_action(words: &[Token<'_>], from: usize, lexicon: &Lexicon) -> Option<String> {
    let verb = (from.max(1)..words.len()).find(|at| is_title_verb(words, *at))?;
    let head = &words.get(verb)?.lower;
    let next = words.get(verb + 1);
    let phrasal = next.and_then(|next| lexicon.phrasal(head, &next.lower));
    let is_passive =
        words.get(verb)?.form.either && next.is_none_or(|next| next.is(Tags::PREPOSITION) || !next.is_word());
    if is_passive && lexicon.family(head) == "kill" {
        // Who is killed dies.
        return Some(lexicon.family("die"));
    }
    Some(phrasal.unwrap_or_else(|| lexicon.family(head)))
}

/// A finite verb by the grammar of titles, which leave out "is" and "was": "Surveyor cleared", "Court quashes".
fn is_title_verb(words: &[Token<'_>], at: usize) -> bool {
    let (Some(word), Some(before)) = (words.get(at), words.get(at - 1)) else { return false };
    // "Police raid offices", "Shares fall": the plain form behind many.
    let is_many = before.lower.ends_with('s') && !before.is_capital || before.reads("police|people");
    let is_form = word.form.third
        || word.form.past
        || word.form.either
        || word.form.participle
        || word.form.plain && is_many && !word.is(Tags::EVENT_NOUN);
    // "Three killed in crash": so many people.
    let is_count =
        before.reads("one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|all|several|many");
    let in_phrase = before.is(Tags::DETERMINER) && !is_count
        || before.is(Tags::PREPOSITION)
        || before.reads("to")
        || before.is_possessive;
    (is_form || TITLE_VERBS.has_in_any_case(&word.lower)) && !in_phrase
}

fn is_recent(date: Day, published: Day) -> bool {
    (0..=NEWS_DAYS).contains(&published.days_since(date))
}
