//! Whom a lead leaves unnamed: "A surveyor was acquitted on Monday." The next sentence names him with his age, which is
//! how news introduces people: "Callum Dray, 42, wept." That is enough to merge by, and too little to say.

use super::Reader;
use crate::event::clause::Clause;
use crate::event::name::{NameKind, names};
use crate::event::refer;
use crate::event::token::{Kind, TokenAt as _, tokens};

/// A name stands at most so many words into its sentence: "The surveyor Callum Dray, 42,".
const NAMED_WITHIN: usize = 3;

impl Reader<'_, '_> {
    /// The person with whose name and age the next sentence opens, where the subject of the lead's clause may be that one.
    pub(super) fn introduced(&self, clause: usize) -> Option<String> {
        let following = self.sentence.following?;
        let owner = self.clauses.get(Clause::subject_clause(self.clauses, clause))?;
        if !refer::is_one_unnamed(self.tokens, owner, self.names) {
            return None;
        }
        let found = tokens(&self.source.article.text, following, &[], self.source.lexicon);
        let named = names(&found, self.source.lexicon, self.source.survey, self.source.capitals);
        let name = named.into_iter().find(|name| name.kind == NameKind::Person && name.tokens.start <= NAMED_WITHIN)?;
        let end = name.tokens.end;
        let has_age = found.is_kind_at(end, Kind::Comma)
            && found.is_kind_at(end + 1, Kind::Number)
            && found.is_kind_at(end + 2, Kind::Comma);
        has_age.then_some(name.text)
    }
}
