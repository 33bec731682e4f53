//! The words of a date phrase: its preposition, and what stands between.

use std::ops::Range;

use crate::event::en::Tags;
use crate::event::token::{Token, TokenAt as _};

/// Words that stand between a preposition and a date: "for much of the 1980s".
const BETWEEN: &str = "of|the|all|early|small|late|and|just|only|around|about|shortly|ever";

/// The same where "of" follows: "for much of the 1980s", and not "due to end on Monday".
const PARTS: &str = "much|most|part|rest|course|end|start|beginning|middle|hours";

/// Particles of a verb that are no prepositions of time: "stepped down on Monday", "broke out in May".
const PARTICLES: &str = "down|up|out|off|away|back|apart|aside|ahead|forward";

/// Prepositions of time that are a verb's particle where another preposition follows: "took over in 2020".
const EITHER: &str = "in|on|over|through|along";

/// Whether the word at `at` belongs to the verb before it and not to the date after it; "up to 2001" is all date.
fn is_particle(tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(word), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let verb = at.checked_sub(1).and_then(|before| tokens.get(before));
    let follows_verb =
        verb.is_some_and(|verb| verb.form.plain || verb.form.third || verb.form.past || is_ed_or_ing(verb));
    let opens_limit = word.reads("up|down") && next.reads("to|until|till|through");
    if opens_limit {
        return false;
    }
    word.reads(PARTICLES) || word.reads(EITHER) && next.is(Tags::PREPOSITION) && follows_verb
}

/// The tokens of the date phrase around the expression at `at`: its preposition, and what stands between.
pub(in crate::event) fn phrase(tokens: &[Token<'_>], at: usize) -> Range<usize> {
    let mut start = at;
    let mut scan = at;
    while let Some(before) = scan.checked_sub(1).and_then(|index| tokens.get(index)) {
        // "was sworn in today".
        let is_near = tokens.get(at).is_some_and(|date| {
            ["today", "yesterday", "tomorrow", "tonight", "last ", "this ", "next "]
                .iter()
                .any(|near| date.text.starts_with(near))
        });
        // "gets in that night".
        let is_that = tokens.get(at).is_some_and(|date| {
            ["that night", "that day", "that evening", "that morning"].contains(&date.text) && before.reads("in")
        });
        if is_particle(tokens, scan - 1) || is_that || is_near && scan == at && before.reads("in|on|over") {
            break;
        }
        let is_preposition = before.is(Tags::PREPOSITION) && !before.is_capital
            || before.is_capital && scan == 1 && before.is(Tags::PREPOSITION);
        // "shortly after midnight".
        let is_shortly =
            before.reads("shortly|just|soon|immediately|minutes|hours") && tokens.reads_at(start, "after|before");
        // "almost exactly a month ago".
        let is_exact = scan == start && before.reads("exactly|almost|nearly|barely|roughly|precisely|just|only");
        if is_preposition || is_shortly || is_exact {
            scan -= 1;
            start = scan;
        } else if before.reads(BETWEEN)
            || tokens.reads_at(scan, "of") && before.reads(PARTS)
            || before.reads("soon|recently") && tokens.reads_at(scan, "as")
        {
            scan -= 1;
        } else {
            break;
        }
    }
    // "this year alone".
    start..at + 1 + usize::from(tokens.reads_at(at + 1, "alone"))
}

pub(super) fn is_ed_or_ing(token: &Token<'_>) -> bool {
    token.form.either || token.form.participle || token.form.gerund
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::en::Lexicon;
    use crate::event::token::tokens;
    use crate::text::TextSpan;

    /// The date phrase around `date` in `text`.
    fn date_phrase<'t>(text: &'t str, date: &str) -> Option<&'t str> {
        let from = text.find(date)?;
        let dates = [(0, TextSpan::new(from, from + date.len()))];
        let found = tokens(text, TextSpan::new(0, text.len()), &dates, &Lexicon::new());
        let words = phrase(&found, found.iter().position(|token| token.timex().is_some())?);
        text.get(found.get(words.start)?.span.start..found.get(words.end - 1)?.span.end)
    }

    #[test]
    fn a_particle_stays_with_its_verb() {
        assert_eq!(date_phrase("The abbot will step down at the end of 1996.", "1996"), Some("at the end of 1996"));
        assert_eq!(date_phrase("Riots broke out in May.", "May"), Some("in May"));
        assert_eq!(date_phrase("A rival took over in 1984.", "1984"), Some("in 1984"));
        assert_eq!(date_phrase("The power went off on Monday.", "Monday"), Some("on Monday"));
        assert_eq!(date_phrase("The talks ran on until 1984.", "1984"), Some("until 1984"));
    }

    #[test]
    fn prepositions_of_time_go_with_the_date() {
        assert_eq!(date_phrase("Prices rose up to 2001.", "2001"), Some("up to 2001"));
        assert_eq!(date_phrase("The abbot died in late 1996.", "1996"), Some("in late 1996"));
        assert_eq!(date_phrase("The mill ran from around 1984.", "1984"), Some("from around 1984"));
    }
}
