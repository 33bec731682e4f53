//! Captions and credits: a caption holds no events of its own, but the date on it is evidence.

use super::cues::{after_phrase, has_phrase};
use super::sheet::Sheet;
use super::{Aside, BlockKind, Role};
use crate::lookup::listed::Listed;
use crate::text::phrase::{holds, last_place_of};
use crate::text::{TextSpan, is_large};

/// Adjectives and determiners before the picture's noun.
const BEFORE_PICTURE: Listed = Listed("in|a|an|the|aerial|archive|archival|recent|still|satellite|composite|video");
/// Words that only a caption puts there: without one of them a sentence about a picture is part of the story.
const CAPTION_ONLY: &[&str] = &["this", "these", "handout", "undated", "file", "combination"];
/// Nouns for a picture.
const PICTURES: Listed = Listed(
    "photo|photos|photograph|photographs|picture|pictures|image|images|illustration|grab|screengrab|\
     screenshot|frame|handout|drawing|sketch",
);
/// What captions say a picture did, within a few words after the noun.
const PICTURE_VERBS: Listed = Listed(
    "taken|released|provided|supplied|made|shows|show|showing|dated|issued|distributed|obtained|from|by|\
     posted|grabbed|courtesy",
);
/// How far after the noun such a word may stand.
const VERB_WITHIN_WORDS: usize = 8;

/// Words that open a caption or a credit whole, before a colon, a dash or a comma.
const OPENERS: &[(&str, Role)] = &[
    ("file photo", Role::Caption),
    ("file image", Role::Caption),
    ("file", Role::Caption),
    ("image caption", Role::Caption),
    ("media caption", Role::Caption),
    ("caption", Role::Caption),
    ("pictured", Role::Caption),
    ("image source", Role::Aside(Aside::Credit)),
    ("image credit", Role::Aside(Aside::Credit)),
    ("image", Role::Aside(Aside::Credit)),
    ("photo credit", Role::Aside(Aside::Credit)),
    ("photo", Role::Aside(Aside::Credit)),
    ("photos", Role::Aside(Aside::Credit)),
    ("photograph", Role::Aside(Aside::Credit)),
    ("picture", Role::Aside(Aside::Credit)),
    ("credit", Role::Aside(Aside::Credit)),
    ("illustration", Role::Aside(Aside::Credit)),
];

/// Who takes and sells pictures, and what credits call them.
const CREDIT_WORDS: Listed = Listed(
    "afp|agence france-presse|alamy|anadolu|ap|associated press|courtesy|creative commons|epa|file|getty|\
     getty images|handout|image|photo|photograph|reuters|shutterstock|screengrab|tass|upi|wikimedia commons|\
     xinhua",
);
/// Words before a credit inside a caption, written so.
const CREDIT_LABELS: &[&str] = &["Photo credit", "Photograph", "Credit", "Photo", "Picture", "Image"];
/// A bracket or a last phrase of more words is not a credit.
const LONGEST_CREDIT_WORDS: usize = 16;
/// A line that is nothing but a credit is shorter still.
const LONGEST_LINE_CREDIT_WORDS: usize = 8;
/// A longer paragraph is the story, even with a credit at its end.
const LONGEST_CAPTION_BYTES: usize = 600;
/// Where captions say who stands where.
const POSITIONS: &[&str] = &["(R)", "(L)", "(C)", "(right)", "(left)", "(centre)", "(center)", "(2nd R)", "(2nd L)"];

/// Gives captions and credits their roles; a credit at the end of a caption is cut out of it.
pub(super) fn mark(sheet: &mut Sheet) {
    for index in 0..sheet.lines.len() {
        if !sheet.is_open(index) {
            continue;
        }
        let Some(line) = sheet.lines.get(index) else { continue };
        let is_figcaption = line.kind == Some(BlockKind::Caption);
        let (span, text) = (line.span, sheet.line_text(index));
        if span.len() > LONGEST_CAPTION_BYTES && !is_figcaption {
            continue;
        }
        let text_ends_label = text.ends_with([',', ':']);
        let credit = credit(text).map(|credit| credit.shifted(span.start));
        let role = match (opener(text), credit) {
            (Some(role), _) => role,
            (None, Some(credit)) if credit == span => Role::Aside(Aside::Credit),
            (None, Some(_)) => Role::Caption,
            (None, None) if is_figcaption || describes_picture(text) || names_positions(text) => Role::Caption,
            (None, None) => continue,
        };
        sheet.assign(index, role);
        // "Image caption," with its words on the next line.
        let is_label = text_ends_label && sheet.is_open(index + 1) && sheet.touches_next(index);
        if is_label && sheet.line_text(index + 1).len() <= LONGEST_CAPTION_BYTES {
            sheet.assign(index + 1, role);
        }
        if let Some(credit) = credit.filter(|credit| *credit != span) {
            sheet.cut(credit, Role::Aside(Aside::Credit));
        }
    }
}

fn opener(text: &str) -> Option<Role> {
    OPENERS.iter().find_map(|(phrase, role)| {
        let rest = after_phrase(text, phrase)?.trim_start();
        // "FILE - Troops leave": with a bare dash only where the word is in capitals.
        let is_upper = text.starts_with(is_large) && text.get(1..2)?.starts_with(is_large);
        let fits = rest.starts_with(':')
            || (rest.starts_with(',') && phrase.contains(' '))
            || (rest.starts_with(['-', '–', '—']) && is_upper);
        fits.then_some(*role)
    })
}

/// "This handout picture taken on …", "In this image from video …".
fn describes_picture(text: &str) -> bool {
    let mut words = text.split_whitespace().map(bare);
    let mut is_caption = false;
    let mut rest = words.by_ref().skip_while(|word| {
        let opens = CAPTION_ONLY.iter().any(|known| word.eq_ignore_ascii_case(known));
        is_caption |= opens;
        opens || BEFORE_PICTURE.has_in_any_case(word)
    });
    let Some(noun) = rest.next() else { return false };
    let is_picture = PICTURES.has_in_any_case(noun);
    drop(rest);
    is_caption && is_picture && words.take(VERB_WITHIN_WORDS).any(|word| PICTURE_VERBS.has(word))
}

fn names_positions(text: &str) -> bool {
    POSITIONS.iter().any(|position| holds(text, position))
}

/// The credit at the end of a line: "[File: Jane Roe/Agency]", "(AP Photo/Jane Roe)", "REUTERS/Jane Roe".
fn credit(text: &str) -> Option<TextSpan> {
    bracketed_credit(text)
        .or_else(|| labelled_credit(text))
        .or_else(|| slashed_credit(text))
        .or_else(|| whole_credit(text))
}

/// "Credit...Jane Roe", "Photograph: Jane Roe/Agency" behind the caption's last sentence.
fn labelled_credit(text: &str) -> Option<TextSpan> {
    CREDIT_LABELS.iter().find_map(|label| {
        let at = last_place_of(text, label)?;
        let (before, rest) = (text.get(..at)?, text.get(at + label.len()..)?);
        let follows = before.is_empty() || before.ends_with(['.', '!', '?', ')', ']', '|', ' ', '”', '"']);
        let is_separated = rest.starts_with([':', '…']) || rest.starts_with("...") || rest.starts_with(" :");
        let is_short = rest.split_whitespace().nth(LONGEST_CREDIT_WORDS).is_none();
        (follows && is_separated && is_short).then(|| TextSpan::new(at, text.len()))
    })
}

fn bracketed_credit(text: &str) -> Option<TextSpan> {
    let body = text.trim_end_matches('.');
    let (open, needs_sign) = match body.chars().next_back()? {
        ']' => (body.rfind('[')?, false),
        // News stories end in "(Reuters)" too: in round brackets a credit names a person or a picture.
        ')' => (body.rfind('(')?, true),
        _ => return None,
    };
    let inner = body.get(open + 1..body.len() - 1)?;
    let is_short = inner.split_whitespace().count() <= LONGEST_CREDIT_WORDS;
    let is_credit = CREDIT_WORDS.iter().any(|word| has_phrase(inner, word));
    let has_sign =
        inner.contains('/') || ["photo", "via", "file", "courtesy"].iter().any(|word| has_phrase(inner, word));
    (is_short && is_credit && (has_sign || !needs_sign)).then(|| TextSpan::new(open, text.len()))
}

/// "AGENCY/Name" as the last words of a line.
fn slashed_credit(text: &str) -> Option<TextSpan> {
    let slash = text.rfind('/')?;
    let before = text.get(..slash)?;
    let agency_start = before.rfind(|c: char| c.is_whitespace() || c == '|').map_or(0, |at| at + 1);
    let agency = before.get(agency_start..)?;
    let name = text.get(slash + 1..)?;
    let is_agency = agency.chars().all(is_large) && CREDIT_WORDS.has_in_any_case(agency);
    let is_name =
        name.split_whitespace().count() <= 4 && name.split_whitespace().all(|word| word.starts_with(is_large));
    (is_agency && is_name && !name.is_empty()).then(|| TextSpan::new(agency_start, text.len()))
}

/// A short line that is nothing but a credit: "AFP via Getty Images", "Jane Roe/AP".
fn whole_credit(text: &str) -> Option<TextSpan> {
    let is_short = text.split_whitespace().nth(LONGEST_LINE_CREDIT_WORDS).is_none();
    if !is_short || text.ends_with(['.', '!', '?', ':']) {
        return None;
    }
    let has_sign =
        text.contains('/') || text.starts_with('©') || has_phrase(text, "via") || has_phrase(text, "getty images");
    let is_credit = has_sign && CREDIT_WORDS.iter().any(|word| has_phrase(text, word));
    is_credit.then(|| TextSpan::new(0, text.len()))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<(Role, String)> {
        let mut sheet = Sheet::from_text(text.to_owned());
        mark(&mut sheet);
        let (text, passages) = sheet.into_passages();
        passages.into_iter().map(|p| (p.role, p.span.of(&text).to_owned())).collect()
    }

    fn role(text: &str) -> Role {
        roles(text)[0].0
    }

    #[test]
    fn a_line_that_describes_a_picture_is_a_caption() {
        assert_eq!(role("This handout picture taken on May 4, 2019 shows the harbour."), Role::Caption);
        assert_eq!(role("In this image from video provided by the port, a crane falls."), Role::Caption);
        assert_eq!(role("FILE - A crane stands in the port on May 4, 2019."), Role::Caption);
        assert_eq!(role("The minister (R) greets the envoy in Oslo."), Role::Caption);
    }

    #[test]
    fn a_credit_is_cut_out_of_its_caption() {
        let found = roles("The minister greets the envoy in Oslo [File: Jane Roe/AFP via Getty Images]");
        assert_eq!(found[0], (Role::Caption, "The minister greets the envoy in Oslo".to_owned()));
        assert_eq!(found[1].0, Role::Aside(Aside::Credit));
        assert_eq!(roles("Smoke over the port, May 4. REUTERS/Jane Roe")[1].1, "REUTERS/Jane Roe");
        assert_eq!(roles("Smoke over the port. (AP Photo/Jane Roe)")[0].0, Role::Caption);
        assert_eq!(roles("The ferry off Bergen.Credit...Jane Roe for The Harbour Post")[0].1, "The ferry off Bergen.");
        assert_eq!(roles("Smoke over the port. Photograph: Jane Roe/AFP")[1].0, Role::Aside(Aside::Credit));
        assert_eq!(role("Photo: Jane Roe"), Role::Aside(Aside::Credit));
        assert_eq!(role("Jane Roe/AFP via Getty Images"), Role::Aside(Aside::Credit));
    }

    #[test]
    fn a_story_about_a_picture_is_a_story() {
        assert_eq!(role("A satellite image released on Friday shows new trenches."), Role::Story);
        assert_eq!(role("The talks ended on Friday, the minister said. (Reuters)"), Role::Story);
        assert_eq!(role("File the papers by Friday, the court said."), Role::Story);
        assert_eq!(role("This picture is not what investors hoped for."), Role::Story);
        assert_eq!(role("The and/or clause was struck in 1996."), Role::Story);
    }
}
