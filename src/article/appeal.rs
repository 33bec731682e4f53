//! Pleas for money, offers of subscriptions, notices to the reader.
//!
//! A story may report on donations; a plea *asks* for them. So one cue is never enough unless it addresses the
//! reader: cues have weights, words in quotation marks do not count, and a letter to the readers takes its following
//! lines with it only while they go on speaking as "we" to "you".

use super::cues::Signs;
use super::sheet::Sheet;
use super::stamp::Correction;
use super::{Aside, Role, shape, stamp};
use crate::gather::Gather;
use crate::text::{TextSpan, sentences};

/// The weight from which a line or a sentence is an appeal.
const ENOUGH: u32 = 3;
/// The weight that is enough beside an appeal in the same paragraph.
const ENOUGH_BESIDE: u32 = 2;
/// What a letter to the readers must weigh as a whole: more than "Dear readers", which a columnist may write.
const ENOUGH_FOR_LETTER: u32 = 5;
/// So many appealing sentences, if they are half of a paragraph, make it one appeal.
const FEWEST_FOR_WHOLE: usize = 2;
/// Weight of each line that opens a letter.
const LETTER_WEIGHT: u32 = 2;
/// Weight of words to the reader beside a cue.
const READER_WEIGHT: u32 = 1;
/// A button is at most so long: "Not now."
const LONGEST_BUTTON_WORDS: usize = 3;
/// Lines of a letter that may go by without a word to or of the reader.
const LETTER_GAP: usize = 1;

/// Sets appeals aside: letters, lines, and single sentences of the story.
pub(super) fn mark(sheet: &mut Sheet) {
    let signs: Vec<Signs> = (0..sheet.lines.len()).map(|index| Signs::of(sheet.line_text(index))).gather();
    let mut index = 0;
    while let Some(found) = signs.get(index) {
        let end = if found.has_letter { letter_end(sheet, &signs, index) } else { index };
        if weight_of(signs.get(index..end).unwrap_or_default()) >= ENOUGH_FOR_LETTER {
            let start = letter_start(sheet, index);
            (start..end).for_each(|line| sheet.assign(line, Role::Aside(Aside::Appeal)));
            index = end;
            continue;
        }
        if sheet.is_open(index) && (weight(*found) >= ENOUGH || found.may_be_stamp) {
            mark_sentences(sheet, index);
        }
        index += 1;
    }
}

/// A short line with a colon before the salutation says who writes: "A word from the newsroom:".
fn letter_start(sheet: &Sheet, salutation: usize) -> usize {
    let above = salutation.saturating_sub(1);
    let text = sheet.line_text(above);
    let is_sender = sheet.is_open(above) && text.ends_with(':') && shape::is_heading_like(text.trim_end_matches(':'));
    if is_sender { above } else { salutation }
}

/// A letter goes on while its lines speak as "we", to "you", or ask for something; a button may close it.
fn letter_end(sheet: &Sheet, signs: &[Signs], start: usize) -> usize {
    let mut end = start + 1;
    let mut gap = 0;
    for (index, line) in signs.iter().enumerate().skip(start + 1) {
        if line.ask > 0 || line.has_reader || line.has_newsroom {
            end = index + 1;
            gap = 0;
        } else if gap < LETTER_GAP {
            gap += 1;
        } else {
            break;
        }
    }
    let is_last = end + 1 == signs.len();
    if is_last && sheet.lines.get(end).is_some_and(|line| line.words <= LONGEST_BUTTON_WORDS) { end + 1 } else { end }
}

/// The asking in a letter, whoever it addresses.
fn weight_of(lines: &[Signs]) -> u32 {
    lines.iter().map(|line| line.ask + if line.has_letter { LETTER_WEIGHT } else { 0 }).sum()
}

fn weight(signs: Signs) -> u32 {
    let speaks = signs.has_reader || signs.has_newsroom;
    if signs.ask == 0 { 0 } else { signs.ask + if speaks { READER_WEIGHT } else { 0 } }
}

/// Sets aside the sentences that are appeals or stamps; a line of nothing else as a whole.
fn mark_sentences(sheet: &mut Sheet, index: usize) {
    let Some(line) = sheet.lines.get(index) else { return };
    let text = line.span.of(&sheet.text);
    let start = line.span.start;
    let mut found: Vec<_> = sentences(text).into_iter().map(|span| (span, aside_of(span.of(text), ENOUGH))).gather();
    if found.iter().any(|(_, aside)| *aside == Some(Aside::Appeal)) {
        for (span, aside) in &mut found {
            *aside = aside.or_else(|| aside_of(span.of(text), ENOUGH_BESIDE));
        }
    }
    // A correction goes on: "It said that he left in 1990." What follows an earlier version hangs on its dates.
    let mut note = None;
    for (span, aside) in &mut found {
        let sentence = span.of(text);
        if *aside == Some(Aside::Stamp) {
            note = stamp::correction(sentence).or(note);
        } else if note == Some(Correction::Earlier) || (note.is_some() && sentence.starts_with("It ")) {
            *aside = aside.or(Some(Aside::Stamp));
        }
    }
    if let Some(aside) = whole(&found, text) {
        sheet.assign(index, Role::Aside(aside));
        return;
    }
    for (span, aside) in found {
        if let Some(aside) = aside {
            sheet.cut(span.shifted(start), Role::Aside(aside));
        }
    }
}

/// What the whole line is: one thing where every sentence is something, an appeal where most are, a stamp where a
/// claim of copyright opens it.
fn whole(sentences: &[(TextSpan, Option<Aside>)], text: &str) -> Option<Aside> {
    let (_, first) = sentences.first()?;
    let appeals = sentences.iter().filter(|(_, aside)| *aside == Some(Aside::Appeal)).count();
    if sentences.iter().all(|(_, aside)| aside.is_some()) || stamp::claims_rights(text) {
        return *first;
    }
    (appeals >= FEWEST_FOR_WHOLE && appeals * 2 >= sentences.len()).then_some(Aside::Appeal)
}

fn aside_of(sentence: &str, enough: u32) -> Option<Aside> {
    if stamp::is_stamp(sentence) {
        return Some(Aside::Stamp);
    }
    (weight(Signs::of(sentence)) >= enough).then_some(Aside::Appeal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<Role> {
        let mut sheet = Sheet::from_text(text.to_owned());
        mark(&mut sheet);
        sheet.into_passages().1.into_iter().map(|passage| passage.role).collect()
    }

    #[test]
    fn a_letter_takes_its_sender_and_its_button_with_it() {
        let text =
            "The ferry sank.\nA word from the newsroom:\nDear readers,\nPlease support us with $3 a month.\nNot now.";
        assert_eq!(roles(text), [Role::Story, APPEAL, APPEAL, APPEAL, APPEAL]);
    }

    const APPEAL: Role = Role::Aside(Aside::Appeal);
    const STAMP: Role = Role::Aside(Aside::Stamp);

    #[test]
    fn a_letter_to_the_readers_is_set_aside_to_its_end() {
        let text = "The ferry sank on Friday.\nA Message from The Harbour Post:\nDear readers,\nWe face hard times. In 2019 the court fined this paper.\nThe ministry calls that law.\nYour support, large or small, keeps us going.\nRemind me later.\nDivers found the wreck.";
        assert_eq!(roles(text), [Role::Story, APPEAL, APPEAL, APPEAL, APPEAL, APPEAL, APPEAL, Role::Story]);
    }

    #[test]
    fn offers_and_notices_are_set_aside_wherever_they_stand() {
        for line in [
            "Sign up for our newsletter and get the best stories in your inbox.",
            "Subscribe now for unlimited access.",
            "This site uses cookies. By clicking “OK” you accept our cookie policy.",
            "Many read us. We want to keep our journalism open. For as little as $1, you can support us. Thank you.",
            "This page contains affiliate links.",
            "To order a copy for £8 call the Harbour Bookshop by 5 August.",
            "Sign up here.",
            "Offer of 4 May, T&Cs apply.",
            "If you value our reporting, please consider making a donation today.",
        ] {
            assert!(roles(line).iter().all(|role| *role == APPEAL), "{line}: {:?}", roles(line));
        }
    }

    #[test]
    fn a_story_about_money_members_and_readers_is_a_story() {
        for line in [
            "Finland asked to become a member of NATO in May 2022.",
            "The company changed its privacy policy in 2012 and lost 30,000 users.",
            "“We need your help,” the mayor told the crowd on Friday.",
            "Donations to the party rose to $2 million in 2019.",
            "The charity said it would make a donation to the hospital.",
            "We drove to the border on Monday and saw no soldiers.",
            "And we have sent a message from the coast: we will not sell.",
            "We need your help, the sailors told parliament in 2018, and nobody came.",
            "Your support matters less than your vote, but it matters.",
            "Dear readers, he began his column, which ran until 1996.",
            "The newspaper’s newsletter reached a million readers in 2020.",
        ] {
            assert_eq!(roles(line), [Role::Story], "{line}");
        }
    }

    #[test]
    fn one_sentence_of_a_paragraph_can_be_set_aside() {
        let text = "The ferry sank on Friday. This is a shortened version of the report. Divers found it.";
        assert_eq!(roles(text), [Role::Story, STAMP, Role::Story]);
        let text = "Divers found it. • This article was corrected on 9 May. It said the ferry sank on 2 May.";
        assert_eq!(roles(text), [Role::Story, STAMP, STAMP]);
        let text = "An earlier version said that the ferry sank on 2 May. It sank on the 3rd.";
        assert_eq!(roles(text), [STAMP]);
        let text = "This article was corrected on 9 May. The ferry sank on 3 May, not on 2 May.";
        assert_eq!(roles(text), [STAMP, Role::Story]);
        let text = "© 2019 The Harbour Post. It is not responsible for other sites.";
        assert_eq!(roles(text), [STAMP]);
        let text = "The ferry sank on Friday. Sign up for our newsletter here.";
        assert_eq!(roles(text), [Role::Story, APPEAL]);
    }
}
