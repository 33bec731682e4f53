//! Where sentences end.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a name. The rules
//! are the usual ones of sentence splitting (a closed list of abbreviations, the case of what follows).

use super::{TextSpan, is_large, is_small, lowered};
use crate::lookup::listed::Listed;

/// Abbreviations after which a sentence goes on whatever follows: titles and words that need a complement.
const ALWAYS_CONTINUES: Listed = Listed(
    "adm|amb|brig|capt|cmdr|col|dr|fr|gen|gov|hon|lt|maj|messrs|mr|mrs|ms|mt|pp|pres|prof|rep|reps|rev|\
     sen|sens|sgt|st|supt|vs|v|e.g|i.e|cf|art|fig|ca|approx",
);

/// Abbreviations that may also close a sentence: only a lower-case letter, a digit or a name that cannot open a
/// sentence keeps them inside.
const MAY_CLOSE: Listed = Listed(
    "no|nos|a.m|p.m|inc|corp|co|ltd|jr|sr|etc|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|\
     thur|thurs|fri|sat|sun|u.s|u.k|u.n|e.u|d.c|u.s.s.r|b.c|a.d|calif|fla|mass|pa|va|est|ave|blvd|dept",
);

/// Words that open a sentence more often than they continue a name after "U.S." and the like.
const SENTENCE_OPENERS: Listed = Listed(
    "A|After|All|Although|An|And|As|At|Before|But|By|For|From|He|Her|His|However|I|If|In|It|Its|Last|Many|\
     Most|No|On|One|She|Since|So|Some|That|The|Their|There|These|They|This|Those|Two|We|When|While|You",
);

/// The sentences of `text` in order, without the white space between them. A blank line or a line break always ends
/// a sentence: plain-text articles use them for headings and paragraphs.
#[must_use]
pub fn sentences(text: &str) -> Vec<TextSpan> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = match c {
            '\n' => at,
            '.' | '!' | '?' | '…' => {
                let close = after_closers(text, at + c.len_utf8());
                if !ends_sentence(text, start, at, c, close) {
                    continue;
                }
                close
            }
            _ => continue,
        };
        while chars.next_if(|(next, _)| *next < end).is_some() {}
        push(text, &mut found, TextSpan::new(start, end));
        start = end;
    }
    push(text, &mut found, TextSpan::new(start, text.len()));
    found
}

fn push(text: &str, found: &mut Vec<TextSpan>, span: TextSpan) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        found.push(span);
    }
}

/// Skips quotes, brackets and repeated stops that belong to the sentence just ended.
fn after_closers(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let inside = rest.trim_start_matches(['.', '!', '?', '"', '”', '’', '\'', ')', ']', '»']);
    at + (rest.len() - inside.len())
}

fn ends_sentence(text: &str, start: usize, at: usize, stop: char, close: usize) -> bool {
    let rest = text.get(close..).unwrap_or_default();
    let Some(first) = rest.chars().next() else { return true };
    if !first.is_whitespace() {
        return false;
    }
    let next = rest.trim_start().trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«']);
    let Some(opener) = next.chars().next() else { return true };
    if is_small(opener) {
        // "Why?" she asked. — an ellipsis or a quoted question goes on in lower case.
        return false;
    }
    if stop != '.' {
        return true;
    }
    let before = text.get(start..at).unwrap_or_default();
    let word = last_token(before);
    if word == "X" && is_platform(before) {
        return true;
    }
    let folded = lowered(word);
    if ALWAYS_CONTINUES.has(&folded) {
        return false;
    }
    if is_initial(word) || MAY_CLOSE.has(&folded) {
        let opener_word =
            next.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'').next().unwrap_or_default();
        return SENTENCE_OPENERS.has(opener_word) && !(word.len() == 1 && word != "I");
    }
    true
}

/// "wrote on X. The port": the network, where "X. Marks" would be an initial.
fn is_platform(before: &str) -> bool {
    let words = before.strip_suffix('X').unwrap_or(before).trim_end();
    matches!(last_token(words), "on" | "to" | "via")
}

fn last_token(before: &str) -> &str {
    before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '‘' | '[')).next().unwrap_or_default()
}

/// `J` in "J. Smith", `U.S` in "U.S. forces".
fn is_initial(word: &str) -> bool {
    !word.is_empty()
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(is_large) && letters.next().is_none()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        let text = "Since U.S. forces pulled out, Gen. J. Smith left. Mr. Lavrov spoke in the U.S. The talks went on.";
        assert_eq!(
            split(text),
            ["Since U.S. forces pulled out, Gen. J. Smith left.", "Mr. Lavrov spoke in the U.S.", "The talks went on."]
        );
    }

    #[test]
    fn a_network_with_a_single_letter_closes_a_sentence() {
        assert_eq!(
            split("Muir wrote on X. In a film J. X. Marks agreed."),
            ["Muir wrote on X.", "In a film J. X. Marks agreed."]
        );
        assert_eq!(split("The prize went to J. X. Marks."), ["The prize went to J. X. Marks."]);
    }

    #[test]
    fn closing_quotes_stay_with_their_sentence() {
        assert_eq!(
            split("“We left.” He said so. “Why?” she asked."),
            ["“We left.”", "He said so.", "“Why?” she asked."]
        );
    }

    #[test]
    fn a_line_break_ends_a_sentence_without_a_stop() {
        assert_eq!(
            split("A heading\nThe text, 3.5 per cent.\n\nNext"),
            ["A heading", "The text, 3.5 per cent.", "Next"]
        );
    }

    #[test]
    fn dates_with_dotted_months_stay_whole() {
        assert_eq!(
            split("On Sept. 11 it fell. On Aug. 7, 1998 too."),
            ["On Sept. 11 it fell.", "On Aug. 7, 1998 too."]
        );
    }
}
