//! The sentences of a story in their order: its lead, and the entries of a chronology with the dates above them.

use super::is_story;
use crate::article::{Article, Role};
use crate::event::mention::{self, Sentence};
use crate::text::{TextSpan, sentences};
use crate::timex::meaning::YearRef;
use crate::timex::{Meaning, Stated, Timex};

/// Whether a heading is nothing but a date, as those of a chronology are.
pub(super) fn is_date(heading: &str, found: &[Stated]) -> bool {
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return false };
    let is_dated = |stated: &Stated| matches!(stated.meaning, Meaning::Calendar { year: YearRef::Stated(_), .. });
    let beside = [heading.get(..first.span.start), heading.get(last.span.end..)];
    let says_nothing = |text: Option<&str>| text.is_some_and(|text| !text.contains(char::is_alphanumeric));
    let is_one = found.len() == 1 || found.len() == 2 && first.partner.is_some();
    is_one && found.iter().any(is_dated) && beside.into_iter().all(says_nothing)
}

/// So many headings that are dates make a chronology.
const FEWEST_DATE_HEADINGS: usize = 2;

/// The story's sentences in order; the first that is one is its lead, and not a point of a list above it.
pub(super) fn story_sentences(article: &Article, timexes: &[Timex]) -> Vec<Sentence> {
    let text = &article.text;
    let date_of = |heading: TextSpan| {
        let at = timexes.partition_point(|timex| timex.span.start < heading.start);
        timexes.get(at).filter(|timex| timex.span.end <= heading.end).map(|_| at)
    };
    let headings = article.passages.iter().filter(|passage| passage.role == Role::Heading);
    let is_chronology = headings.filter(|passage| date_of(passage.span).is_some()).count() >= FEWEST_DATE_HEADINGS;
    let mut found: Vec<Sentence> = Vec::new();
    let mut above = None;
    for passage in &article.passages {
        if passage.role == Role::Heading {
            above = date_of(passage.span).filter(|_| is_chronology);
        }
        if !is_story(passage.role) {
            continue;
        }
        let mut under = above;
        for span in sentences(passage.span.of(text)) {
            let entries = mention::entries(text, span.shifted(passage.span.start), timexes);
            for span in entries.into_iter().flat_map(|entry| readable(text, entry)) {
                found.push(Sentence {
                    span,
                    number: found.len(),
                    is_lead: false,
                    following: None,
                    under: under.take(),
                });
            }
        }
    }
    let lead = found.iter().position(|sentence| is_whole(sentence.span.of(text))).unwrap_or(0);
    let second = found.get(lead + 1).map(|sentence| sentence.span);
    if let Some(lead) = found.get_mut(lead) {
        lead.is_lead = true;
        lead.following = second;
    }
    found
}

/// What takes up more is a list or a table that lost its signs, and is read in pieces: the work in one sentence grows faster
/// than its clauses.
const LONGEST_SENTENCE_BYTES: usize = 2000;

/// A sentence in pieces that can be read, cut behind a comma or a semicolon, or else between words.
fn readable(text: &str, sentence: TextSpan) -> Vec<TextSpan> {
    let mut pieces = Vec::new();
    let mut start = sentence.start;
    while sentence.end - start > LONGEST_SENTENCE_BYTES {
        let end = (start..=start + LONGEST_SENTENCE_BYTES).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(start);
        let part = text.get(start..end).unwrap_or_default();
        let cut = part.rfind([',', ';']).or_else(|| part.rfind(' ')).map_or(part.len(), |at| at + 1);
        pieces.push(TextSpan::new(start, start + cut).trimmed(text));
        start += cut.max(1);
    }
    pieces.push(TextSpan::new(start, sentence.end).trimmed(text));
    pieces
}

/// A sentence closes with a stop, which the points of a list and what is left of buttons do not.
fn is_whole(sentence: &str) -> bool {
    sentence.trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Draft, Ids};
    use crate::event::fixtures::chronology;

    /// Dates and headlines of what an article tells.
    fn told(text: &str) -> Vec<String> {
        let found = chronology(&[text]);
        found.events.iter().filter_map(|event| Some(format!("{} {}", event.date?, event.headline))).collect()
    }

    #[test]
    fn a_heading_that_is_a_date_dates_the_entries_under_it() {
        let text = "The Harrow dam was fought over for years.\n\n2014\n\nThe government approves the Harrow dam.\n\n\
                    June 2015\n\nWork begins at the site. Farmers protest.\n\n8 May 2021\n\nIn July the lake was full.";
        assert_eq!(
            told(text),
            ["2014 The government approves the Harrow dam", "2015-06 Work begins at the site"],
            "the last has a date of its own, which no year is near enough for"
        );
    }

    #[test]
    fn one_date_over_a_paragraph_makes_no_chronology() {
        let text = "The Harrow dam was fought over for years.\n\n2014\n\nThe government approves the Harrow dam.";
        assert_eq!(told(text), [""; 0]);
    }

    #[test]
    fn entries_of_one_line_have_the_date_before_them() {
        let text = "2014 · Arden approves the dam · 2015 · Work begins · 8 May 2021 · The reservoir is filled";
        assert_eq!(
            told(text),
            ["2014 Arden approves the dam", "2015 Work begins", "2021-05-08 The reservoir is filled"]
        );
    }

    #[test]
    fn a_sentence_without_end_is_read_in_pieces() {
        let clauses: Vec<String> = (0..1000).map(|at| format!("the mayor of Arden opened bridge {at}")).collect();
        for text in [clauses.join(", and "), clauses.join(" "), "ü".repeat(30_000)] {
            let (article, _) = Article::from_draft(Draft::from_text(format!("It began. {text}.")), &mut Ids::new());
            let read = story_sentences(&article, &[]);
            assert!(read.iter().all(|sentence| sentence.span.len() <= LONGEST_SENTENCE_BYTES));
            assert!(read.len() <= 2 + 2 * text.len() / LONGEST_SENTENCE_BYTES, "{}", read.len());
            let told: usize = read.iter().map(|sentence| sentence.span.len()).sum();
            assert!(told + read.len() > text.len(), "nothing is left out");
        }
    }

    #[test]
    fn the_lead_is_a_sentence_and_no_point_of_a_list() {
        let text = "date 2024-06-27 Parliament votes\n\n- Vote is 84 to 66\n- Last mill to close\n- Corr vows to sue\n\n\
                    The parliament of Arden has passed a law to close the mills.\n\nIt was a long debate.";
        assert_eq!(told(text), ["2024-06-27~ The parliament of Arden has passed a law to close the mills"]);
    }
}
