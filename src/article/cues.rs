//! Phrases that say what a line is, and the scanner that finds them.
//!
//! A phrase is matched at the start of a word, in lower case or with capitals at its words' beginnings, so that
//! "support us" is not "support US troops"; a line all in capitals is matched in any case. What stands between
//! quotation marks is somebody's speech and says nothing of the line.

use crate::text::is_small;

/// What a phrase says of the line it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A plea, an offer or a notice to the reader, by weight: [`super::appeal`] says from which sum on.
    Ask(u32),
    /// Opens a letter to the readers, at the start of a line.
    Letter,
    /// Speaks to the reader.
    Reader,
    /// Speaks as the newsroom.
    Newsroom,
    /// May open a stamp.
    Stamp,
}

/// In the order of the alphabet. Weight 1 says little alone ("become a member" of NATO), 3 is enough.
const SIGNS: &[(&str, Sign)] = &[
    ("a letter from", Sign::Letter),
    ("a message from", Sign::Letter),
    ("a note from", Sign::Letter),
    ("a previous", Sign::Stamp),
    ("a version of this", Sign::Stamp),
    ("accept all", Sign::Ask(2)),
    ("accept cookies", Sign::Ask(3)),
    ("ad blocker", Sign::Ask(2)),
    ("advertising partners", Sign::Ask(2)),
    ("all rights reserved", Sign::Stamp),
    ("already a member", Sign::Ask(2)),
    ("already a subscriber", Sign::Ask(3)),
    ("an earlier", Sign::Stamp),
    ("as little as", Sign::Ask(1)),
    ("become a member", Sign::Ask(1)),
    ("become a subscriber", Sign::Ask(3)),
    ("become a supporter", Sign::Ask(2)),
    ("by clicking", Sign::Ask(2)),
    ("clarification", Sign::Stamp),
    ("click here", Sign::Ask(2)),
    ("consider becoming", Sign::Ask(2)),
    ("contains affiliate links", Sign::Ask(3)),
    ("continue reading", Sign::Ask(2)),
    ("contributed to this", Sign::Stamp),
    ("cookie policy", Sign::Ask(2)),
    ("cookies", Sign::Ask(1)),
    ("copyright", Sign::Stamp),
    ("correction", Sign::Stamp),
    ("corrects", Sign::Stamp),
    ("create a free account", Sign::Ask(3)),
    // "T&Cs apply".
    ("cs apply", Sign::Ask(3)),
    ("dear reader", Sign::Letter),
    ("dear readers", Sign::Letter),
    ("dear supporter", Sign::Letter),
    ("dear supporters", Sign::Letter),
    ("delivered to your inbox", Sign::Ask(3)),
    ("donate now", Sign::Ask(3)),
    ("donate today", Sign::Ask(3)),
    ("download our app", Sign::Ask(3)),
    ("editor's note", Sign::Stamp),
    ("email address", Sign::Ask(1)),
    ("email us", Sign::Ask(2)),
    ("enable javascript", Sign::Ask(3)),
    ("every contribution", Sign::Ask(2)),
    ("for as little as", Sign::Ask(1)),
    ("free trial", Sign::Ask(1)),
    ("get our", Sign::Ask(1)),
    ("get unlimited access", Sign::Ask(3)),
    ("help us continue", Sign::Ask(3)),
    ("help us keep", Sign::Ask(2)),
    ("in your browser", Sign::Ask(2)),
    ("in your inbox", Sign::Ask(3)),
    ("independent journalism", Sign::Ask(1)),
    ("join our", Sign::Ask(1)),
    ("keep our journalism", Sign::Ask(3)),
    ("log in", Sign::Ask(1)),
    ("make a contribution", Sign::Ask(1)),
    ("make a donation", Sign::Ask(1)),
    ("manage preferences", Sign::Ask(3)),
    ("need your help", Sign::Ask(1)),
    ("need your support", Sign::Ask(1)),
    ("new posts", Sign::Ask(1)),
    ("newsletter", Sign::Ask(1)),
    ("newsletters", Sign::Ask(1)),
    ("no matter how small", Sign::Ask(2)),
    ("not ready to support", Sign::Ask(3)),
    ("note to editors", Sign::Stamp),
    ("notes to editors", Sign::Stamp),
    ("odds correct", Sign::Stamp),
    ("our", Sign::Newsroom),
    ("our app", Sign::Ask(1)),
    ("our channel", Sign::Ask(1)),
    ("our journalism", Sign::Ask(2)),
    ("our newsletter", Sign::Ask(2)),
    ("our readers", Sign::Ask(1)),
    ("our reporting", Sign::Ask(1)),
    ("paid subscriber", Sign::Ask(2)),
    ("please consider", Sign::Ask(2)),
    ("please support", Sign::Ask(3)),
    ("prices correct", Sign::Stamp),
    ("privacy policy", Sign::Ask(1)),
    ("reader-supported", Sign::Ask(3)),
    ("recaptcha", Sign::Ask(2)),
    ("register for free", Sign::Ask(3)),
    ("remind me later", Sign::Ask(3)),
    ("remind me next", Sign::Ask(3)),
    ("sign in", Sign::Ask(1)),
    ("sign up", Sign::Ask(1)),
    ("sign up here", Sign::Ask(3)),
    ("since you're here", Sign::Ask(3)),
    ("standing with us", Sign::Ask(2)),
    ("starting from just", Sign::Ask(2)),
    ("subscribe", Sign::Ask(2)),
    ("support independent journalism", Sign::Ask(2)),
    ("support my work", Sign::Ask(2)),
    ("support our", Sign::Ask(2)),
    ("support us", Sign::Ask(2)),
    ("terms of service", Sign::Ask(1)),
    ("terms of use", Sign::Ask(1)),
    ("thank you for reading", Sign::Ask(3)),
    ("thank you for your support", Sign::Ask(3)),
    ("thanks for reading", Sign::Ask(3)),
    ("the above", Sign::Stamp),
    ("the headline", Sign::Stamp),
    ("the original", Sign::Stamp),
    ("the views expressed", Sign::Stamp),
    ("this article", Sign::Stamp),
    ("this content", Sign::Stamp),
    ("this dispatch", Sign::Stamp),
    ("this essay", Sign::Stamp),
    ("this excerpt", Sign::Stamp),
    ("this interview", Sign::Stamp),
    ("this is a", Sign::Stamp),
    ("this is an", Sign::Stamp),
    ("this item", Sign::Stamp),
    ("this page", Sign::Stamp),
    ("this piece", Sign::Stamp),
    ("this post", Sign::Stamp),
    ("this report", Sign::Stamp),
    ("this story", Sign::Stamp),
    ("this summary", Sign::Stamp),
    ("this text", Sign::Stamp),
    ("this translation", Sign::Stamp),
    ("this version", Sign::Stamp),
    ("to continue reading", Sign::Ask(2)),
    ("to order a copy", Sign::Ask(3)),
    ("turn on notifications", Sign::Ask(3)),
    ("unlimited access", Sign::Ask(2)),
    ("unsubscribe", Sign::Ask(3)),
    ("use cookies", Sign::Ask(2)),
    ("uses cookies", Sign::Ask(2)),
    ("we", Sign::Newsroom),
    ("whatsapp channel", Sign::Ask(2)),
    ("you", Sign::Reader),
    ("your", Sign::Reader),
    ("your consent", Sign::Ask(2)),
    ("your contribution", Sign::Ask(1)),
    ("your donation", Sign::Ask(3)),
    ("your inbox", Sign::Ask(2)),
    ("your support", Sign::Ask(1)),
];

/// What the phrases of a line add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// Sum of the weights of pleas, offers and notices.
    pub(super) ask: u32,
    /// Whether it opens a letter to the readers.
    pub(super) has_letter: bool,
    /// Whether it speaks to the reader.
    pub(super) has_reader: bool,
    /// Whether it speaks as the newsroom.
    pub(super) has_newsroom: bool,
    /// Whether some sentence may be a stamp.
    pub(super) may_be_stamp: bool,
}

impl Signs {
    /// Reads a line once. The longest phrase at each word counts.
    pub(super) fn of(text: &str) -> Self {
        let case = if text.contains(is_small) { Case::AsWritten } else { Case::Any };
        let mut signs = Self::default();
        let mut is_quoted = false;
        let mut after_word = false;
        let mut skip_to = 0;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' => {
                    if !after_word
                        && !is_quoted
                        && at >= skip_to
                        && let Some((sign, end)) = longest_at(text, at, byte, case)
                    {
                        if sign != Sign::Letter || at == 0 {
                            signs.add(sign);
                        }
                        skip_to = end;
                    }
                    after_word = true;
                }
                b'"' => {
                    is_quoted = !is_quoted;
                    after_word = false;
                }
                0..0x80 => after_word = byte.is_ascii_digit(),
                // The rest of a character whose first byte was seen.
                0x80..0xc0 => {}
                0xc0.. => {
                    let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
                    is_quoted = c == '“' || (is_quoted && c != '”');
                    signs.may_be_stamp |= c == '©';
                    after_word = c.is_alphanumeric();
                }
            }
        }
        signs
    }

    fn add(&mut self, sign: Sign) {
        match sign {
            Sign::Ask(weight) => self.ask += weight,
            Sign::Letter => self.has_letter = true,
            Sign::Reader => self.has_reader = true,
            Sign::Newsroom => self.has_newsroom = true,
            Sign::Stamp => self.may_be_stamp = true,
        }
    }
}

/// How a phrase's letters are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    AsWritten,
    Any,
}

/// For each letter, where its phrases begin in [`SIGNS`]; they end where those of the next begin.
const STARTS: [usize; 27] = {
    let mut starts = [0; 27];
    let mut letter = 0;
    let mut place = 0;
    while letter < 26 {
        starts[letter] = place;
        while place < SIGNS.len() && SIGNS[place].0.as_bytes()[0] == b'a' + letter as u8 {
            place += 1;
        }
        letter += 1;
    }
    starts[26] = place;
    starts
};

fn longest_at(text: &str, at: usize, first: u8, case: Case) -> Option<(Sign, usize)> {
    let letter = usize::from(first.to_ascii_lowercase() - b'a');
    let (start, end) = (*STARTS.get(letter)?, *STARTS.get(letter + 1)?);
    let second = text.as_bytes().get(at + 1)?.to_ascii_lowercase();
    SIGNS
        .get(start..end)?
        .iter()
        // Most words are told apart by their second letter; only the rest is worth comparing.
        .filter(|(phrase, _)| phrase.as_bytes().get(1) == Some(&second))
        .filter_map(|(phrase, sign)| Some((*sign, phrase_end(text, at, phrase, case)?)))
        .max_by_key(|(_, end)| *end)
}

/// Where `phrase` ends if it stands at `at`. A `#` in it stands for a number.
fn phrase_end(text: &str, at: usize, phrase: &str, case: Case) -> Option<usize> {
    let mut rest = text.get(at..)?.char_indices().peekable();
    let mut opens_word = true;
    for wanted in phrase.chars() {
        let (_, found) = rest.next()?;
        let fits = match (wanted, found) {
            (' ', found) => found.is_whitespace(),
            ('#', found) => {
                while rest.next_if(|(_, next)| next.is_ascii_digit()).is_some() {}
                found.is_ascii_digit()
            }
            ('\'', '’') => true,
            (wanted, found) if opens_word || case == Case::Any => wanted == found.to_ascii_lowercase(),
            // "WhatsApp" has a capital inside, and "support US troops" a word of capitals.
            (wanted, found) => {
                let is_inner = found.is_ascii_uppercase() && rest.peek().is_some_and(|(_, next)| is_small(*next));
                wanted == found || is_inner && wanted == found.to_ascii_lowercase()
            }
        };
        if !fits {
            return None;
        }
        opens_word = wanted == ' ';
    }
    let next = rest.next();
    let end = next.map_or(text.len(), |(offset, _)| at + offset);
    (!next.is_some_and(|(_, c)| c.is_alphanumeric())).then_some(end)
}

/// Where the text goes on after `phrase`, if it begins with it, in any case.
pub(super) fn after_phrase<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let end = phrase_end(text, 0, phrase, Case::Any)?;
    text.get(end..)
}

/// Whether `phrase` stands somewhere in a short `text`, in any case.
pub(super) fn has_phrase(text: &str, phrase: &str) -> bool {
    let mut after_word = false;
    text.char_indices().any(|(at, c)| {
        let begins = !after_word;
        after_word = c.is_alphanumeric();
        begins && phrase_end(text, at, phrase, Case::Any).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_alphabet() {
        assert!(SIGNS.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(SIGNS.iter().all(|(phrase, _)| *phrase == phrase.to_lowercase()));
    }

    #[test]
    fn a_country_in_capitals_is_not_us() {
        assert_eq!(Signs::of("Allies agreed to support US troops.").ask, 0);
        assert!(Signs::of("Please consider: support us.").ask >= 4);
        assert!(Signs::of("SUBSCRIBE NOW").ask >= 2);
    }

    #[test]
    fn speech_says_nothing_of_the_line() {
        assert_eq!(Signs::of("“We need your help,” she told donors."), Signs::default());
        assert_eq!(Signs::of("\"Dear readers,\" the letter began."), Signs::default());
        assert!(Signs::of("Dear readers, a storm is here.").has_letter);
    }

    #[test]
    fn phrases_end_with_a_word() {
        assert_eq!(Signs::of("Yours and weeks and ouroboros"), Signs::default());
        assert!(has_phrase("Photo: AP/Jane Roe", "ap"));
        assert!(!has_phrase("An apple", "ap"));
        assert_eq!(after_phrase("List 12 of 30", "list # of #"), Some(""));
        assert_eq!(after_phrase("READ MORE: the wreck", "read more"), Some(": the wreck"));
    }
}
