//! English: its words and the rules over them.
//!
//! Takes tokens, each with the class ([`lex`]) that the [`words`] give it; at every token that can open an expression
//! the rules are tried in the order of [`core()`], and the first that accepts wins. Going through the text is left to
//! `finder`, what the expressions mean to `resolve`.

mod ahead;
mod dates;
mod lengths;
mod lex;
mod lists;
mod modifiers;
mod names;
mod numbers;
mod opening;
mod past;
mod pointed;
mod references;
mod relation;
mod relative;
mod reported;
mod seasons;
mod tense;
mod times;
mod words;
mod years;

use super::finder::{COUNTED, Found, Grammar, OF_HISTORIES, Rule, Shared, found};
use super::meaning::{Meaning, Part, Tense, YearRef};
use super::model::{Modifier, Relation};
use lex::Lex;
use opening::{
    A, AMOUNT, ANY, ARTICLE, DEICTIC, FOR_TIME, HOLIDAY, MONTH, NOW, NUMBER, ORDINAL, Openers, PART, POINTER, REPEATED,
    SEASON, UNIT, WEEKDAY, opener,
};
use tense::STRANGER;

/// The tokens of an English text.
type Tokens<'t> = super::tokens::Tokens<'t, Lex>;

/// The grammar of English.
#[derive(Debug)]
pub(in crate::timex) struct English;

impl Grammar for English {
    type Class = Lex;

    /// Not sums, the most frequent numbers of the news; of a date only "to date". What is no word for time itself must
    /// lead to one; "two bloody weeks" has one ordinary word between.
    fn can_open(t: &Tokens<'_>, i: usize) -> bool {
        match t.lex(i) {
            Lex::Figure(_) if t.before(i) == Lex::Sign(b'$') => false,
            Lex::Date => t.before(i) == Lex::To,
            Lex::Holiday => t.is_capital(i),
            // "the new plant", "a good year": no name.
            Lex::The | Lex::A if t.lex(i + 1) == Lex::Holiday && !t.is_capital(i + 1) => false,
            // "'98"
            Lex::Sign(_) => true,
            // "the 20th"
            Lex::The if matches!(t.lex(i + 1), Lex::Ordinal(_)) && t.is_digit(i + 1) => true,
            _ => t.leads_to(i, FOR_TIME, STRANGER),
        }
    }

    fn shared(t: &Tokens<'_>, i: usize) -> Option<Shared> {
        lists::shared(t, i)
    }

    fn expression(t: &Tokens<'_>, i: usize) -> Option<Found> {
        expression(t, i)
    }

    fn relation(t: &Tokens<'_>, i: usize, end: usize) -> Relation {
        relation::relation(t, i, end)
    }

    fn is_limit(t: &Tokens<'_>, i: usize) -> bool {
        relation::is_limit(t, i)
    }

    fn tense(t: &Tokens<'_>, i: usize, end: usize) -> Option<Tense> {
        tense::tense(t, i, end)
    }

    /// "from 1979 to 1989", "between March and June", "1994-1998", "Monday through Friday".
    fn joins(opener: Lex, joint: Lex, ends: [Meaning; 2]) -> bool {
        match joint {
            Lex::Through if matches!(ends, [Meaning::Weekday { .. }, Meaning::Weekday { .. }]) => true,
            Lex::To | Lex::Until | Lex::Through => opener == Lex::From || are_years(ends),
            Lex::And => opener == Lex::Between,
            Lex::Sign(b'-' | b'=') => true,
            _ => false,
        }
    }
}

/// Both are whole years, or parts of stated ones: "1979 to 1989".
fn are_years(ends: [Meaning; 2]) -> bool {
    let is_whole = ends.map(|meaning| match meaning {
        Meaning::Calendar { year: YearRef::Stated(_), part } => Some(part == Part::Whole),
        _ => None,
    });
    matches!(is_whole, [Some(first), Some(second)] if first == second)
}

/// An expression with the modifiers before it and the time of day after it.
fn expression(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some((modifier, fits, at)) = modifiers::modifier(t, i)
        && let Some(inner) = expression_after_modifier(t, at).filter(|inner| fits.accepts(inner))
    {
        return Some(Found { modifier: inner.modifier.or(Some(modifier)), ..inner });
    }
    relative_full_unit(t, i).or_else(|| core(t, i)).map(|item| or_so(t, times::with_time(t, item)))
}

/// "the full year" and "the fiscal year" need no modifier; "the month" alone says too little.
fn relative_full_unit(t: &Tokens<'_>, i: usize) -> Option<Found> {
    relative::unit_of_passage(t, i).filter(|_| matches!(t.lex(i + 1), Lex::Full | Lex::Fiscal))
}

/// "two years or so": about as much; "1994 or later": then or after.
fn or_so(t: &Tokens<'_>, item: Found) -> Found {
    match *t.rest(item.end) {
        [Lex::Or, Lex::So, ..] => {
            Found { end: item.end + 2, modifier: item.modifier.or(Some(Modifier::Approx)), ..item }
        }
        // "1994 or later"
        [Lex::Or, side @ (Lex::Later | Lex::Earlier), ..] if matches!(item.meaning, Meaning::Calendar { .. }) => {
            let modifier = if side == Lex::Later { Modifier::OnOrAfter } else { Modifier::OnOrBefore };
            Found { end: item.end + 2, modifier: item.modifier.or(Some(modifier)), ..item }
        }
        _ => item,
    }
}

/// What follows a modifier may carry one more: "about the end of 1996", "the late 1980s" after "about".
fn expression_after_modifier(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some((modifier, fits, at)) = modifiers::modifier(t, i)
        && let Some(inner) = core(t, at).filter(|inner| fits.accepts(inner))
    {
        return Some(Found { modifier: Some(modifier), ..inner });
    }
    relative::unit_of_passage(t, i)
        .or_else(|| pointed::day_told(t, i))
        .or_else(|| core(t, i))
        .map(|item| times::with_time(t, item))
}

/// Rules in the order in which they are tried. Each names the openers of its expressions, so that it is not asked about
/// others; a test asks all of them.
type Rules = [(Openers, Rule<Lex>)];

/// The rules that a time looks for its day by too.
const NAMED_DAY: (Openers, Rule<Lex>) = (HOLIDAY | MONTH | POINTER, names::named_day);
const DATE: (Openers, Rule<Lex>) = (ARTICLE | NUMBER | ORDINAL | WEEKDAY | MONTH | POINTER | SEASON | ANY, dates::date);
const BARE_WEEKDAY: (Openers, Rule<Lex>) = (WEEKDAY, dates::bare_weekday);
const RELATIVE: (Openers, Rule<Lex>) = (ARTICLE | NUMBER | A | UNIT | POINTER | AMOUNT | DEICTIC, relative::relative);

/// The rules: what is longer or more telling comes first.
static RULES: [(Openers, Rule<Lex>); 14] = [
    NAMED_DAY,
    (ARTICLE | NUMBER | POINTER | PART, times::pointed_part),
    (ARTICLE | NUMBER | UNIT | AMOUNT | PART, times::time_first),
    DATE,
    (ARTICLE | NUMBER | ANY, years::decade),
    (ARTICLE | ANY, years::turn_of_century),
    (ARTICLE | NUMBER | ORDINAL | POINTER, years::decade_of_century),
    (ARTICLE | NUMBER | ORDINAL, years::century),
    RELATIVE,
    (WEEKDAY | UNIT | REPEATED, references::repetition),
    BARE_WEEKDAY,
    (ARTICLE | NUMBER | ORDINAL | A | UNIT | POINTER | AMOUNT | ANY, lengths::stretch),
    (ARTICLE | NUMBER | ANY, years::year),
    (ARTICLE | A | POINTER | AMOUNT | NOW | ANY, references::reference),
];

/// What the first of the rules says that accepts something at `i`.
// Made for speed each list is compiled to calls one after the other: which rule comes next need not be foreseen.
#[inline(always)]
fn first_of(rules: &Rules, t: &Tokens<'_>, i: usize) -> Option<Found> {
    let opener = opener(t.lex(i));
    for (openers, rule) in rules {
        if openers & opener != 0
            && let Some(found) = rule(t, i)
        {
            return Some(found);
        }
    }
    None
}

fn core(t: &Tokens<'_>, i: usize) -> Option<Found> {
    first_of(&RULES, t, i)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::ops::Range;
    use std::path::Path;

    use super::super::finder::pieces;
    use super::*;

    /// The sentences of the project's own corpus, whose lines name every form.
    fn corpus() -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/en");
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect::<String>().replace(['[', ']'], "")
    }

    #[test]
    fn no_rule_is_passed_over_that_would_accept() {
        let text = corpus();
        let pieces: Vec<_> = pieces(&text).collect();
        assert!(pieces.len() > 1, "the corpus is read");
        let passed_over: Vec<_> = pieces.into_iter().flat_map(|piece| passed_over(&text, piece)).collect();
        assert!(passed_over.is_empty(), "{passed_over:#?}");
    }

    /// Where in a piece of a text a rule would accept that is not asked.
    fn passed_over(text: &str, piece: Range<usize>) -> Vec<&str> {
        let mut tokens = Tokens::of(text);
        tokens.read(piece);
        let told = |found: Option<Found>| found.map(|found| (found.end, found.meaning, found.rule));
        let lists: [&Rules; 6] =
            [&RULES, &times::DAYS, &dates::RULES, &relative::RULES, &reported::RULES, &lengths::RULES];
        let is_passed_over = |i: usize| {
            let is_shut = !(tokens.opens(i) && English::can_open(&tokens, i)) && expression(&tokens, i).is_some();
            let first = |rules: &Rules| rules.iter().find_map(|(_, rule)| rule(&tokens, i));
            is_shut || lists.iter().any(|rules| told(first_of(rules, &tokens, i)) != told(first(rules)))
        };
        (0..tokens.len()).filter(|i| is_passed_over(*i)).map(|i| tokens.span(i, i + 5).of(text)).collect()
    }
}
