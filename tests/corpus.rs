//! The corpus of time expressions: every line of `tests/corpus/LANGUAGE/*.txt` is one sentence.
//!
//!     dct | type value modifier; … | a sentence with each [expression] in brackets
//!
//! `-` stands for no publication date, and for a sentence in which nothing is to be found; `¶` begins a paragraph. The brackets are all that
//! may be found, and what is found must have the extents, types, values and modifiers of the middle column.

#![expect(clippy::expect_used, reason = "a test stops where the corpus cannot be read")]

use std::fs;
use std::path::Path;

use eraline::timex::{Anchor, Language, Modifier, Timex, TimexKind, resolve};

/// A sentence without its brackets, and the expressions that they held.
fn unbracketed(marked: &str) -> (String, Vec<String>) {
    let (mut text, mut phrases, mut open) = (String::new(), Vec::new(), None);
    for c in marked.chars() {
        match c {
            '[' => open = Some(text.len()),
            '¶' => text.push_str("\n\n"),
            ']' => phrases.extend(open.take().map(|start| text[start..].to_owned())),
            _ => text.push(c),
        }
    }
    (text, phrases)
}

fn written(timex: &Timex) -> String {
    let kind = match timex.kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    };
    let modifier = match timex.modifier {
        None => "",
        Some(Modifier::Before) => " BEFORE",
        Some(Modifier::After) => " AFTER",
        Some(Modifier::OnOrBefore) => " ON_OR_BEFORE",
        Some(Modifier::OnOrAfter) => " ON_OR_AFTER",
        Some(Modifier::LessThan) => " LESS_THAN",
        Some(Modifier::MoreThan) => " MORE_THAN",
        Some(Modifier::EqualOrLess) => " EQUAL_OR_LESS",
        Some(Modifier::EqualOrMore) => " EQUAL_OR_MORE",
        Some(Modifier::Start) => " START",
        Some(Modifier::Mid) => " MID",
        Some(Modifier::End) => " END",
        Some(Modifier::Approx) => " APPROX",
    };
    format!("{kind} {}{modifier}", timex.value)
}

/// What is wrong with a line; `None` where all is right.
fn complaint(line: &str, language: Language) -> Option<String> {
    let parts: Vec<&str> = line.splitn(3, '|').map(str::trim).collect();
    let [dct, expected, marked] = parts[..] else { return Some("three columns expected".to_owned()) };
    let (text, phrases) = unbracketed(marked);
    let published = (dct != "-").then(|| dct.parse().expect("the first column is EDTF or -"));
    let timexes = resolve(&text, &language.find(&text), &Anchor { published });
    let found: Vec<String> =
        timexes.iter().map(|timex| format!("[{}] {}", timex.span.of(&text), written(timex))).collect();
    let values = expected.split(';').map(str::trim).filter(|value| *value != "-");
    let wanted: Vec<String> =
        phrases.iter().zip(values.clone()).map(|(phrase, value)| format!("[{phrase}] {value}")).collect();
    if values.count() != phrases.len() {
        return Some("as many values as brackets expected".to_owned());
    }
    (found != wanted).then(|| format!("expected {wanted:?}, found {found:?}"))
}

/// The lines of a language's corpus, and what is wrong with them.
fn read(language: Language) -> (usize, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(language.subtag());
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("the corpus").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let (mut lines, mut wrong) = (0, Vec::new());
    for path in files {
        let text = fs::read_to_string(&path).expect("a corpus file");
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            lines += 1;
            let place = format!("{}:{}", path.file_name().unwrap_or_default().to_string_lossy(), number + 1);
            wrong.extend(complaint(line, language).map(|why| format!("{place}: {why}")));
        }
    }
    (lines, wrong)
}

fn assert_tagged_as_it_says(language: Language, at_least: usize) {
    let (lines, wrong) = read(language);
    assert!(lines >= at_least, "only {lines} lines of corpus found");
    assert!(wrong.is_empty(), "{} of {lines} lines:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_line_of_the_corpus_is_tagged_as_it_says() {
    assert_tagged_as_it_says(Language::English, 760);
}

#[cfg(feature = "es")]
#[test]
fn every_line_of_the_spanish_corpus_is_tagged_as_it_says() {
    assert_tagged_as_it_says(Language::Spanish, 100);
}
