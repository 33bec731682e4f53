//! The last line of an obituary: "Ana Rojas, painter: born Lima 4 May 1931; died Leeds 2 June 2009".

use std::ops::Range;

use super::Reader;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::headline;
use crate::event::model::Status;
use crate::event::name::NameKind;
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Kind, TokenAt as _};
use crate::gather::Gather;

/// A name and a life in a few words read as well as a sentence.
const QUALITY: i32 = 95;

/// Words between "born" and its date: a place or two.
const REACH: usize = 8;

impl Reader<'_, '_> {
    /// The birth and the death of such a line, which names one person first and has no other sentence; nothing where the
    /// line tells of one of them alone.
    pub(super) fn vital(&self) -> Vec<Candidate> {
        let named = self.names.first().filter(|name| name.tokens.start <= 1 && name.kind == NameKind::Person);
        // "Born 4 May 1931; died 2 June 2009", under the name.
        let titled = || self.tokens.reads_at(0, "born").then(|| self.source.protagonist()).flatten();
        let (name, full) = match named {
            Some(name) => (name.tokens.clone(), Some(name.text.clone())),
            None => (0..0, titled()),
        };
        let Some(full) = full else { return Vec::new() };
        let found: Vec<Candidate> =
            (name.end..self.tokens.len()).filter_map(|at| self.vital_at(name.clone(), &full, at)).gather();
        if found.len() > 1 { found } else { Vec::new() }
    }

    fn vital_at(&self, name: Range<usize>, full: &str, at: usize) -> Option<Candidate> {
        let be = match self.tokens.get(at)?.lower.as_str() {
            "born" => "was ",
            "died" => "",
            _ => return None,
        };
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        if before.is_some_and(|before| !matches!(before.kind, Kind::Comma | Kind::Stop | Kind::Bracketed | Kind::Dash))
        {
            return None;
        }
        let date_at = (at + 1..self.tokens.len().min(at + REACH))
            .take_while(|next| !self.tokens.is_kind_at(*next, Kind::Stop))
            .find(|next| self.tokens.at(*next).timex().is_some())?;
        let timex = self.timex(self.tokens.at(date_at).timex()?)?;
        let date = timex.date?;
        let who = if name.is_empty() { full.to_owned() } else { self.words(name.clone()) };
        let headline = headline::tidy(&format!("{who} {be}{}", &self.tokens.at(at).lower));
        let actor = Some(full.to_owned());
        let told = Told::new(headline, QUALITY, Subject { words: None, actor, reading: Reading::Plain });
        let pieces = [name, at..date_at];
        let action = self.source.lexicon.family(&self.tokens.at(at).lower);
        let clause = self.clause_of(at).unwrap_or_default();
        let mut candidate = self.assemble(clause, &pieces, told, Standing::Dated, Status::Happened, action.clone());
        candidate.keys.insert(action);
        candidate.attribution = None;
        candidate.clause = at;
        Some(Candidate { rule: String::from("vital"), ..Self::with_date(candidate, timex, date) })
    }
}
