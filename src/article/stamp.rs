//! Stamps: a sentence about the text itself, by an editor, a rewriter or a syndicator.

use super::cues::{after_phrase, has_phrase};
use crate::lookup::listed::Listed;
use crate::text::is_large;
use crate::text::phrase::last_place_of;

/// "This article", "The original story": what a stamp speaks of.
const OPENERS: Listed =
    Listed("this|the above|the original|the headline of this|the headline on this|the headline to this");
const SUBJECTS: Listed = Listed(
    "article|content|dispatch|essay|excerpt|interview|item|page|piece|post|report|story|summary|text|\
     translation|version",
);
const AUXILIARIES: Listed = Listed("is|was|has been|have been|were|are");
/// Words that may stand between the auxiliary and the participle.
const ADVERBS: Listed = Listed("a|an|first|originally|also|automatically|slightly|lightly|previously|partly");
/// What was done to the text.
const DONE_TO_TEXTS: Listed = Listed(
    "abridged|adapted|amended|auto-generated|automatically|changed|clarified|co-published|compiled|condensed|\
     corrected|edited|excerpted|generated|paraphrased|produced|published|reprinted|reproduced|republished|\
     revised|rewritten|shortened|summarised|summarized|syndicated|translated|updated|written",
);
/// What was done to a text that was wrong.
const PUT_RIGHT: Listed = Listed("amended|changed|clarified|corrected");
/// A text before it was put right.
const EARLIER: Listed = Listed("an earlier version|a previous version|the original");
const OF_THIS: Listed = Listed("of this|on this|to this");
/// What an earlier text did, if it is not named as one "of this article".
const SAID_WRONGLY: Listed = Listed("said|stated|gave|misstated|misspelled|incorrectly|wrongly");
/// What "this is a …" calls a text that was made from another.
const VERSIONS: Listed = Listed("version|summary|excerpt|translation|extract|transcript|abridgement");
/// Whole openings of stamps.
const STOCK: Listed = Listed(
    "a version of this|all rights reserved|copyright ©|copyright (c)|copyright 1|copyright 2|\
     the views expressed in this|the views expressed here|the views expressed are|correction:|clarification:|\
     corrects |editor's note:|editor’s note:|note to editors|notes to editors|odds correct|prices correct",
);
/// A longer sentence tells something.
const LONGEST_BYTES: usize = 240;

/// Whether a sentence speaks of the text it stands in: "This is a shortened version of the report."
pub(super) fn is_stamp(sentence: &str) -> bool {
    let sentence = without_marks(sentence);
    sentence.len() <= LONGEST_BYTES
        && (claims_copyright(sentence)
            || STOCK.iter().any(|stock| starts_with(sentence, stock))
            || thanks_a_contributor(sentence)
            || speaks_of_this_version(sentence)
            || speaks_of_earlier(sentence)
            || speaks_of_this_text(sentence))
}

/// What a stamp says of a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Correction {
    /// The text was put right.
    Made,
    /// What it said before.
    Earlier,
}

/// The correction that a stamp tells of.
pub(super) fn correction(stamp: &str) -> Option<Correction> {
    let stamp = without_marks(stamp);
    if speaks_of_earlier(stamp) {
        return Some(Correction::Earlier);
    }
    PUT_RIGHT.iter().any(|word| has_phrase(stamp, word)).then_some(Correction::Made)
}

/// Without the bullets and brackets before its first word.
fn without_marks(sentence: &str) -> &str {
    sentence.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©')
}

/// Whether a stamp says when the text was published, not when it was changed.
pub(super) fn tells_publication(stamp: &str) -> bool {
    has_phrase(stamp, "published") || has_phrase(stamp, "appeared")
}

fn starts_with(sentence: &str, stock: &str) -> bool {
    sentence.get(..stock.len()).is_some_and(|start| start.eq_ignore_ascii_case(stock))
}

/// Whether a line opens with a claim of rights, so that the rest of it is one too.
pub(super) fn claims_rights(line: &str) -> bool {
    claims_copyright(line)
        || STOCK.iter().filter(|stock| stock.starts_with("copyright")).any(|stock| starts_with(line, stock))
}

/// "Max Moe in Stockholm contributed to this report."
fn thanks_a_contributor(sentence: &str) -> bool {
    const THANKS: &str = "contributed to this ";
    last_place_of(sentence, THANKS)
        .and_then(|at| sentence.get(at + THANKS.len()..))
        .is_some_and(|rest| SUBJECTS.has(rest.trim_end_matches(['.', ')', ']'])))
}

/// "© 2021 The Harbour Post": the sign with a year or a name, not the half of a letter read in a wrong encoding.
fn claims_copyright(sentence: &str) -> bool {
    sentence
        .strip_prefix('©')
        .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || is_large(c)))
}

/// "An earlier version of this article said …", "The original misspelled …".
fn speaks_of_earlier(sentence: &str) -> bool {
    let Some(rest) = after(sentence, EARLIER) else { return false };
    after(rest, SAID_WRONGLY).is_some() || after(rest, OF_THIS).is_some_and(|rest| after(rest, SUBJECTS).is_some())
}

/// Where a sentence goes on after the first of these phrases that opens it.
#[inline(never)]
fn after(sentence: &str, table: Listed) -> Option<&str> {
    table.iter().find_map(|word| after_phrase(sentence, word)).map(str::trim_start)
}

/// "This is a condensed version of …": at most three words between the article and the noun.
fn speaks_of_this_version(sentence: &str) -> bool {
    let Some(rest) = after_phrase(sentence, "this is a").or_else(|| after_phrase(sentence, "this is an")) else {
        return false;
    };
    let words = || rest.split_whitespace().map(bare).take(4);
    let is_made = words().any(|word| DONE_TO_TEXTS.has_in_any_case(word));
    is_made && words().any(|word| VERSIONS.has(word))
}

/// "This article was first published on …".
fn speaks_of_this_text(sentence: &str) -> bool {
    let Some(rest) = after(sentence, OPENERS).and_then(|rest| after(rest, SUBJECTS)) else { return false };
    let Some(mut rest) = after(rest, AUXILIARIES) else {
        return after_phrase(rest, "originally appeared").is_some() || after_phrase(rest, "first appeared").is_some();
    };
    while let Some(next) = after(rest, ADVERBS) {
        rest = next;
    }
    after(rest, DONE_TO_TEXTS).is_some()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_about_the_text_are_stamps() {
        for sentence in [
            "This is a shortened version of the report.",
            "This article was originally published by The Harbour Post.",
            "(This story has been updated to correct a name.)",
            "The original article was translated from Norwegian.",
            "© 2021 The Harbour Post.",
            "All rights reserved.",
            "Jane Roe in Oslo contributed to this report.",
            "A version of this article appears in print on May 4, 2019.",
            "This piece first appeared on another site.",
            "• This article was corrected on 11 May 2019.",
            "The headline of this story was amended on 12 May to name the owner.",
            "An earlier version of this article gave the wrong year for the launch.",
            "An earlier version said that the ferry sank on 3 May.",
            "The original misspelled the captain’s name.",
            "(Corrects the year in the third paragraph to 1998, not 1996)",
            "Notes to editors: pictures of the launch of 4 May are on the site.",
            "Odds correct at noon on 4 May 2019.",
        ] {
            assert!(is_stamp(sentence), "{sentence}");
        }
    }

    #[test]
    fn sentences_about_something_else_are_not() {
        for sentence in [
            "This is a victory for the town.",
            "© rios was how the browser wrote it.",
            "This report was handed to the minister in 2019.",
            "The report was published on Friday.",
            "Copyright law was changed in 1998.",
            "The story was confirmed on Tuesday.",
            "This version of events was denied by the army.",
            "An earlier version of the bill passed the house in 2012.",
            "The original sank in 1912.",
            "The headline rate of inflation was 3 percent in 2012.",
            "Prices rose in 2012 and fell in 2013.",
        ] {
            assert!(!is_stamp(sentence), "{sentence}");
        }
    }
}
