//! Words put together again: as the article has them, with spaces, commas and quotation marks put right.

use std::ops::Range;

use crate::event::token::{Kind, Token, closed};
use crate::gather::Gather;
use crate::text::large;
use crate::text::phrase::{count_of, holds, replaced};

/// What stands apart where a date was taken out or where a text was cut into words, and as it is written.
const APART: [(&str, &str); 13] = [
    (" ,", ","),
    (",,", ","),
    (" ’s", "’s"),
    (" 's", "'s"),
    (" ;", ";"),
    (" %", "%"),
    (" n't", "n't"),
    ("s ' ", "s' "),
    ("$ ", "$"),
    ("£ ", "£"),
    ("€ ", "€"),
    ("“ ", "“"),
    (" ”", "”"),
];

/// Joins tokens: as the article has them where they are neighbours, else with one space.
pub(in crate::event) fn join(
    text: &str,
    tokens: &[Token<'_>],
    ids: &[usize],
    replaced: &[(Range<usize>, String)],
) -> String {
    let mut out = String::new();
    let mut last: Option<usize> = None;
    for at in ids {
        let Some(token) = tokens.get(*at) else { continue };
        if let Some((range, words)) = replaced.iter().find(|(range, _)| range.contains(at)) {
            if range.start == *at || last.is_none_or(|last| !range.contains(&last)) {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(words);
            }
            last = Some(*at);
            continue;
        }
        let gap = match last {
            None => "",
            Some(before) if before + 1 == *at => {
                let between = tokens.get(before).map(|token| token.span.end).unwrap_or_default();
                let gap = text.get(between..token.span.start).unwrap_or(" ");
                if gap.is_empty() { "" } else { " " }
            }
            Some(_) if matches!(token.kind, Kind::Comma | Kind::Stop) => "",
            Some(_) => " ",
        };
        out.push_str(gap);
        if token.is_word() {
            out.push_str(&closed(token.text));
        } else {
            out.push_str(token.text);
        }
        last = Some(*at);
    }
    out
}

/// Spaces, commas and quotation marks put right, and a capital first.
pub(in crate::event) fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().gather();
    let mut out = words.join(" ");
    for (wrong, right) in APART {
        while holds(&out, wrong) {
            out = replaced(&out, wrong, right);
        }
    }
    let unpaired = out.matches('“').count() != out.matches('”').count() || out.matches('"').count() % 2 == 1;
    if unpaired {
        out.retain(|c| !matches!(c, '“' | '”' | '"'));
        out = out.split_whitespace().gather().join(" ");
    }
    // "voted 11 - 9", where a text was cut into words.
    if holds(&out, " - ") {
        out = close_scores(&out);
    }
    if holds(&out, "\"") {
        out = close_marks(&out);
    }
    if count_of(&out, "``") != count_of(&out, "''") {
        out = replaced(&replaced(&out, "``", ""), "''", "");
    }
    let trimmed = out.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—' | '-' | '.'));
    // "U.S." keeps the stop that trimming took.
    let is_initials = trimmed.rsplit(' ').next().is_some_and(|word| word.contains('.') && word.len() <= 4);
    let trimmed = if is_initials && out.get(..).is_some_and(|all| all.trim_end().ends_with('.')) {
        format!("{trimmed}.")
    } else {
        trimmed.to_owned()
    };
    capitalised(&trimmed)
}

/// "11-9" of "11 - 9".
fn close_scores(text: &str) -> String {
    let mut out = String::new();
    for part in text.split(" - ") {
        let is_score = out.ends_with(|c: char| c.is_ascii_digit()) && part.starts_with(|c: char| c.is_ascii_digit());
        if !out.is_empty() {
            out.push_str(if is_score { "-" } else { " - " });
        }
        out.push_str(part);
    }
    out
}

/// Paired straight marks beside the words they enclose: `was " lost " to` is `was "lost" to`.
fn close_marks(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('"').enumerate() {
        let inside = at % 2 == 1;
        if at > 0 {
            out.push('"');
        }
        out.push_str(if inside { part.trim() } else { part });
    }
    // A comma that led on to who says it.
    out.strip_suffix(",\"").map(|whole| format!("{whole}\"")).unwrap_or(out)
}

/// The same with its first letter large.
pub(in crate::event) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(large).into_iter().chain(letters).collect()
}
