//! The clause whose subject a verb shares: "seized two planes and crashed into a tower".

use super::subject::{Search, VERDICTS};
use super::{Clause, Link};
use crate::event::en::Tags;
use crate::event::token::{Kind, TokenAt as _};

impl Search<'_, '_> {
    /// Whether a report verb can have a clause behind it: "it was found the bank had failed", and not "if funds are
    /// found it will".
    pub(super) fn may_tell(&self, report: &Clause) -> bool {
        let is_impersonal = || {
            let words = report.subject.iter().filter_map(|piece| self.tokens.get(piece.clone())).flatten();
            words.last().is_none_or(|last| last.reads("it"))
        };
        // "insisted on being driven to the branch": no clause is what he insisted on.
        let is_about =
            self.tokens.reads_at(report.verb.head, "insisted|insists|insist|agreed|decided|complained|joked")
                && self.tokens.reads_at(report.verb.end, "on|of|about|against|over");
        if is_about {
            return false;
        }
        let told = self.tokens.reads_at(report.verb.head, "told|informed|warned|assured");
        // "were found guilty in May, cleared in June": a verdict, behind which nothing is told.
        if self.tokens.reads_at(report.verb.end, VERDICTS) {
            return false;
        }
        !report.verb.is_passive || told || is_impersonal()
    }

    /// The clause that a verb without a subject joins.
    pub(super) fn partner(&self, start: usize) -> Option<usize> {
        let last = self.before.len().checked_sub(1)?;
        // "– the senator who led it after Vega left – will meet": what stands between dashes is no subject's clause.
        let close = self.verb.start.checked_sub(1).filter(|at| self.tokens.is_kind_at(*at, Kind::Dash));
        if let Some(close) = close {
            let open = (0..close).rev().find(|at| self.tokens.is_kind_at(*at, Kind::Dash));
            if let Some(open) = open {
                return self.before.iter().rposition(|clause| clause.verb.end <= open && clause.link == Link::Main);
            }
        }
        let clause = &self.before[last];
        // "She is strong: his save, getting up, was": what stands behind a colon has a subject of its own.
        if self.tokens.within(clause.verb.end..start).iter().any(|token| token.kind == Kind::Stop) {
            return None;
        }
        let after_comma = |at: usize| at > 0 && self.tokens.is_kind_at(at - 1, Kind::Comma);
        let comma_before = after_comma(start);
        // "stopped in 2005 when the money ran out, and was finished": not the money.
        // "a man to whom nobody said no, and on 17 April named him": a date in front is of the clause around.
        let has_date = self.tokens.is_at(start, Tags::CONJUNCTION)
            && self.tokens.within(start..self.verb.start).iter().any(|token| token.timex().is_some());
        let is_closed = |marker: usize| {
            after_comma(marker)
                || has_date
                || self.tokens.reads_at(start, "and") && self.tokens.reads_at(marker, "when|where|after|because|while")
        };
        match clause.link {
            // "ruled that he must go, and set a day": the one who ruled; "said that two men broke in, cut a hole and fled": the men.
            Link::Complement(of) if comma_before && self.tokens.is_at(start, Tags::CONJUNCTION) => Some(of),
            Link::Relative(marker) | Link::Subordinate(marker) if is_closed(marker) && comma_before => Some(
                (0..last)
                    .rev()
                    .find(|at| matches!(self.before[*at].link, Link::Main | Link::Joined(_)))
                    .unwrap_or(last),
            ),
            _ => Some(last),
        }
    }
}
