//! Cuts a sentence into its words and signs, and says what each may be.

use super::inverted::uninvert;
use super::rejoin::{closed, rejoin};
use super::{Kind, Token, TokenAt as _};
use crate::event::en::{Lexicon, Tags, VerbForm};
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::text::{TextSpan, is_large, lowered};

/// A direct quotation shorter than this is a word or a name in quotes, not speech.
const SPEECH_WORDS: usize = 5;

/// Words of the names of firms that are written short, with a stop.
const SHORTENED: Listed = Listed("corp|inc|co|ltd|cos|bros");

/// How a page writes "&".
const AMPERSAND: &str = "&amp;";

/// The tokens of the sentence at `sentence`; `timexes` are the spans of the time expressions in it, with the index
/// each is to be known by.
pub(in crate::event) fn tokens<'t>(
    text: &'t str,
    sentence: TextSpan,
    timexes: &[(usize, TextSpan)],
    lexicon: &Lexicon,
) -> Vec<Token<'t>> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    let mut next_timex = timexes.iter().peekable();
    while at < sentence.end {
        while next_timex.next_if(|(_, span)| span.start < at).is_some() {}
        if let Some((index, span)) = next_timex.next_if(|(_, span)| span.start == at) {
            found.push(plain(text, *span, Kind::Timex(*index)));
            at = span.end.max(at + 1);
            continue;
        }
        let limit = next_timex.peek().map_or(sentence.end, |(_, span)| span.start.min(sentence.end));
        let rest = text.get(at..limit).unwrap_or_default();
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (token, end) = one(text, at, first, rest, lexicon);
        found.push(token);
        at = end;
    }
    join_brackets(&mut found);
    rejoin(text, &mut found, lexicon);
    read_single_marks(&mut found);
    mark_speech(&mut found);
    uninvert(&mut found);
    found
}

/// "(suspended since May)": a date parts a bracket, all of which says nothing of the clause around it.
fn join_brackets(tokens: &mut [Token<'_>]) {
    let mut closes = None;
    for at in (0..tokens.len()).rev() {
        let Some(token) = tokens.get_mut(at) else { continue };
        match (token.text, token.kind) {
            (")", Kind::Sign) => closes = Some(at),
            ("(", Kind::Bracketed) | (_, Kind::Bracketed)
                if token.text.starts_with('(') && !token.text.ends_with(')') =>
            {
                let end = closes.take();
                for inside in tokens.get_mut(at..end.map_or(at, |end| end + 1)).unwrap_or_default() {
                    inside.kind = Kind::Bracketed;
                }
            }
            _ => {}
        }
    }
}

fn one<'t>(text: &'t str, at: usize, first: char, rest: &str, lexicon: &Lexicon) -> (Token<'t>, usize) {
    if first.is_alphanumeric() || matches!(first, '$' | '£' | '€') {
        let end = at + word_len(rest);
        return (word(text, TextSpan::new(at, end), lexicon), end);
    }
    if matches!(first, '(' | '[') {
        let close = if first == '(' { ')' } else { ']' };
        let len = rest.find(close).map_or(first.len_utf8(), |found| found + close.len_utf8());
        let span = TextSpan::new(at, at + len);
        return (plain(text, span, Kind::Bracketed), span.end);
    }
    let next_is_space = rest.chars().nth(1).is_none_or(char::is_whitespace);
    let kind = match first {
        ',' => Kind::Comma,
        ';' | ':' => Kind::Stop,
        '–' | '—' | '-' if next_is_space || first == '—' => Kind::Dash,
        '"' | '“' | '”' => Kind::Quote,
        _ => Kind::Sign,
    };
    // Two single marks, as agencies write a double one.
    let is_doubled = ["``", "''", "‘‘", "’’"].iter().any(|mark| rest.starts_with(mark));
    if is_doubled {
        let len = 2 * first.len_utf8();
        return (plain(text, TextSpan::new(at, at + len), Kind::Quote), at + len);
    }
    let len = if rest.starts_with("--") { 2 } else { first.len_utf8() };
    let kind = if len == 2 && first == '-' { Kind::Dash } else { kind };
    (plain(text, TextSpan::new(at, at + len), kind), at + len)
}

/// Bytes of the word that `rest` begins with: letters and digits, with inner joiners, and a possessive apostrophe.
fn word_len(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let goes_on = c.is_alphanumeric()
            || at == 0
            || matches!(c, '\'' | '’' | '-' | '‑' | '.' | ',' | '&') && next.is_some_and(char::is_alphanumeric)
            || c == '%';
        if !goes_on {
            break;
        }
        // "R&amp;B", as pages have it.
        if c == '&' && rest.get(at..).is_some_and(|rest| rest.starts_with(AMPERSAND)) {
            chars = rest.char_indices().peekable();
            while chars.next_if(|(next, _)| *next < at + AMPERSAND.len()).is_some() {}
        }
        // "15,000" is one word, "Kabul,the" two.
        if c == ',' && !next.is_some_and(|next| next.is_ascii_digit()) {
            break;
        }
        end = at + c.len_utf8();
    }
    let tail = rest.get(end..).unwrap_or_default();
    let plural_possessive = rest.get(..end).is_some_and(|word| word.ends_with('s'))
        && tail.starts_with(['’', '\''])
        && tail.chars().nth(1).is_some_and(char::is_whitespace);
    if plural_possessive {
        end += tail.chars().next().map_or(0, char::len_utf8);
    }
    // "U.S." keeps its last stop, and so does the initial of "Juan D. Vega".
    let word = rest.get(..end).unwrap_or_default();
    let is_letter = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    let goes_on =
        rest.get(end..).and_then(|tail| tail.strip_prefix(". ")).is_some_and(|tail| tail.starts_with(is_large));
    // "Arden Corp. International", unless the stop closes the sentence.
    let is_short = SHORTENED.has_in_any_case(word)
        && word.starts_with(is_large)
        && rest
            .get(end..)
            .and_then(|tail| tail.strip_prefix('.'))
            .is_some_and(|tail| tail.chars().any(char::is_alphanumeric));
    if is_letter && goes_on || is_short {
        return end + 1;
    }
    if word.contains('.') && word.chars().all(|c| c.is_alphabetic() || c == '.') && tail.starts_with('.') {
        let is_initials = word.split('.').all(|part| part.chars().count() == 1);
        if is_initials {
            end += 1;
        }
    }
    end
}

pub(super) fn word<'t>(text: &'t str, span: TextSpan, lexicon: &Lexicon) -> Token<'t> {
    let written = span.of(text);
    let mut lower = closed(&lowered(written)).replace('’', "'");
    if lower.strip_suffix('.').is_some_and(|word| SHORTENED.has(word)) {
        lower.pop();
    }
    let is_possessive = (lower.ends_with("'s") && !matches!(lower.as_str(), "it's" | "he's" | "she's" | "that's"))
        || lower.ends_with("s'");
    if is_possessive {
        lower.truncate(lower.len() - if lower.ends_with("'s") { 2 } else { 1 });
        lower.truncate(lower.trim_end().len());
    }
    let kind = if written.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€'))
        && !lower.contains('-')
    {
        Kind::Number
    } else {
        Kind::Word
    };
    // "al-Shabab" is a name though its article is not written large.
    let is_capital = written.starts_with(is_large)
        || ["al-", "el-", "ad-", "an-", "as-"]
            .iter()
            .any(|article| written.strip_prefix(article).is_some_and(|name| name.starts_with(is_large)));
    let tags = if is_possessive { Tags::NONE } else { lexicon.tags(&lower) };
    let adverb = lower.len() > 4 && lower.ends_with("ly") && !tags.any(Tags::NOUN.or(Tags::ADJECTIVE)) && !is_capital;
    let tags = if adverb { tags.or(Tags::ADVERB) } else { tags };
    let form = if is_possessive { VerbForm::NONE } else { lexicon.verb_form(&lower) };
    Token { span, text: written, lower, kind, tags, form, is_capital, is_possessive, is_quoted: false }
}

fn plain(text: &str, span: TextSpan, kind: Kind) -> Token<'_> {
    Token {
        span,
        text: span.of(text),
        lower: String::new(),
        kind,
        tags: Tags::NONE,
        form: VerbForm::NONE,
        is_capital: false,
        is_possessive: false,
        is_quoted: false,
    }
}

/// "He said: ‘I left on Monday,’": a single mark opens speech behind a comma or a colon, or at the start, and closes it
/// behind a comma or a stop; others are apostrophes, or stand around a name.
fn read_single_marks(tokens: &mut [Token<'_>]) {
    let mut is_open = false;
    for at in 0..tokens.len() {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let follows = before.is_none_or(|before| {
            matches!(before.kind, Kind::Comma | Kind::Stop) || is_open && matches!(before.text, "." | "?" | "!")
        });
        let opens_word = tokens.is_capital_at(at + 1);
        let Some(token) = tokens.get_mut(at).filter(|token| matches!(token.text, "'" | "’" | "‘")) else {
            continue;
        };
        if follows && (is_open && token.text != "‘" || !is_open && token.text != "’" && opens_word) {
            token.kind = Kind::Quote;
            is_open = !is_open;
        }
    }
}

/// Marks what stands between double quotation marks, where it is long enough to be speech. An opening mark without
/// a closing one quotes to the end of the sentence, a closing one without an opening from its start.
fn mark_speech(tokens: &mut [Token<'_>]) {
    let marks: Vec<usize> =
        tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Quote).map(|(at, _)| at).gather();
    let mut ranges = Vec::new();
    let mut open = None;
    for at in marks {
        let closes = tokens.get(at).is_some_and(|token| token.text == "”") || open.is_some();
        if closes {
            ranges.push((open.take().map_or(0, |start: usize| start + 1), at));
        } else {
            open = Some(at);
        }
    }
    if let Some(start) = open {
        ranges.push((start + 1, tokens.len()));
    }
    for (start, end) in ranges {
        if end.saturating_sub(start) >= SPEECH_WORDS {
            for token in tokens.get_mut(start..end).unwrap_or_default() {
                token.is_quoted = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new();
        let sentence = TextSpan::new(0, text.len());
        tokens(text, sentence, &[], &lexicon).iter().map(|token| token.text.to_owned()).collect()
    }

    #[test]
    fn initials_possessives_and_brackets_are_one_token_each() {
        assert_eq!(
            texts("U.S. forces’ base (in Doha) hit the bank’s 15,000 clients, it said."),
            [
                "U.S.",
                "forces’",
                "base",
                "(in Doha)",
                "hit",
                "the",
                "bank’s",
                "15,000",
                "clients",
                ",",
                "it",
                "said",
                "."
            ]
        );
    }

    #[test]
    fn a_time_expression_is_one_token() {
        let text = "In August 2021 it fell.";
        let lexicon = Lexicon::new();
        let found = tokens(text, TextSpan::new(0, text.len()), &[(4, TextSpan::new(3, 14))], &lexicon);
        assert_eq!(found[1].timex(), Some(4));
        assert_eq!(found[1].text, "August 2021");
    }

    #[test]
    fn long_quotations_are_speech_and_short_ones_are_not() {
        let text = "The “K-2” base; “we will leave them all behind,” he said.";
        let lexicon = Lexicon::new();
        let found = tokens(text, TextSpan::new(0, text.len()), &[], &lexicon);
        let quoted: Vec<_> = found.iter().filter(|token| token.is_quoted).map(|token| token.text).collect();
        assert_eq!(quoted, ["we", "will", "leave", "them", "all", "behind", ","]);
        let count = |text: &str| {
            let found = tokens(text, TextSpan::new(0, text.len()), &[], &lexicon);
            found.iter().filter(|token| token.is_quoted).count()
        };
        assert_eq!(count("Hanke said: 'He told me that he wanted to leave."), 9);
        assert_eq!(count("‘The bank closed its old branches,’ Berg said."), 7);
        assert_eq!(count("The workers’ union, ‘the old one that struck’, left Arden’s port."), 0);
    }
}
