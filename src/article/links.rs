//! Links to other articles, sharing, navigation and bare addresses.

use super::cues::after_phrase;
use super::sheet::Sheet;
use super::{Aside, Role};
use super::{header, shape};
use crate::text::TextSpan;

/// How much of a line an opener must fill.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// The line is nothing else.
    Whole,
    /// The line is nothing else, or a colon follows.
    Colon,
    /// Anything may follow on a short line.
    Start,
    /// The line is nothing else, and opens a list of links.
    Section,
    /// The line is nothing else, or a colon follows, and opens a box of facts.
    Box,
}

/// Words that open a line of links, an advertisement's place, a share bar.
const OPENERS: &[(&str, Fit)] = &[
    ("# comments", Fit::Whole),
    ("# shares", Fit::Whole),
    ("# view comments", Fit::Whole),
    ("advertisement", Fit::Start),
    ("also in", Fit::Start),
    ("also read", Fit::Colon),
    ("back to top", Fit::Whole),
    ("click here", Fit::Start),
    ("comments", Fit::Whole),
    ("continue reading below", Fit::Start),
    ("copy link", Fit::Whole),
    ("editor's picks", Fit::Section),
    ("e-mail", Fit::Whole),
    ("email", Fit::Whole),
    ("end of list", Fit::Whole),
    ("facebook", Fit::Whole),
    ("factbox", Fit::Colon),
    ("factfile", Fit::Box),
    ("filed under", Fit::Start),
    ("follow us", Fit::Start),
    ("free bets", Fit::Colon),
    ("from our partners", Fit::Section),
    ("from the archive", Fit::Colon),
    ("go deeper", Fit::Section),
    ("home", Fit::Whole),
    ("in numbers", Fit::Box),
    ("keep reading", Fit::Section),
    ("leave a comment", Fit::Start),
    ("linkedin", Fit::Whole),
    ("list # of #", Fit::Section),
    ("list of # items", Fit::Whole),
    ("listen", Fit::Colon),
    ("menu", Fit::Whole),
    ("more from", Fit::Start),
    ("more news", Fit::Section),
    ("more on this", Fit::Section),
    ("more on this story", Fit::Section),
    ("more stories", Fit::Section),
    ("most popular", Fit::Section),
    ("most read", Fit::Section),
    ("most viewed", Fit::Section),
    ("next article", Fit::Start),
    ("on this day", Fit::Colon),
    ("our standards", Fit::Colon),
    ("pinterest", Fit::Whole),
    ("previous article", Fit::Start),
    ("print", Fit::Whole),
    ("purchase licensing rights", Fit::Start),
    ("read", Fit::Colon),
    ("read also", Fit::Colon),
    ("read more", Fit::Start),
    ("read next", Fit::Start),
    ("read the full", Fit::Start),
    ("recommended", Fit::Section),
    ("recommended stories", Fit::Section),
    ("reddit", Fit::Whole),
    ("related", Fit::Colon),
    ("related", Fit::Section),
    ("related articles", Fit::Section),
    ("related content", Fit::Section),
    ("related links", Fit::Section),
    ("related news", Fit::Section),
    ("related stories", Fit::Section),
    ("related topics", Fit::Section),
    ("save", Fit::Whole),
    ("see also", Fit::Colon),
    ("share", Fit::Whole),
    ("share on", Fit::Start),
    ("share this", Fit::Start),
    ("skip advertisement", Fit::Start),
    ("skip to", Fit::Start),
    ("source", Fit::Colon),
    ("sources", Fit::Section),
    ("sponsored", Fit::Whole),
    ("story continues below", Fit::Start),
    ("tags", Fit::Colon),
    ("tags", Fit::Section),
    ("telegram", Fit::Whole),
    ("top stories", Fit::Section),
    ("topics", Fit::Colon),
    ("topics", Fit::Section),
    ("trending", Fit::Section),
    ("tweet", Fit::Whole),
    ("twitter", Fit::Whole),
    ("view comments", Fit::Start),
    ("watch", Fit::Colon),
    ("whatsapp", Fit::Whole),
    ("you may also like", Fit::Section),
    ("you might also like", Fit::Section),
];
/// A longer line is a paragraph that happens to begin so.
const LONGEST_LINK_BYTES: usize = 200;

/// Sets lines of links aside; a list of links with its heading goes on while its lines look like headlines.
pub(super) fn mark(sheet: &mut Sheet) {
    let mut in_section = false;
    for index in 0..sheet.lines.len() {
        if !sheet.is_open(index) {
            continue;
        }
        let text = sheet.line_text(index);
        // "Source: Xinhua 2024-06-06 10:15:00" says when, and is no link.
        let line = sheet.lines.get(index).filter(|_| !in_section);
        if line.and_then(|line| header::read(line, text)).is_some_and(|header| !header.dates.is_empty()) {
            continue;
        }
        let found = if is_address(text) { Some(Fit::Whole) } else { opener(text) };
        in_section = match found {
            Some(fit) => matches!(fit, Fit::Section | Fit::Box),
            None => in_section && shape::is_heading_like(text),
        };
        if found.is_some() || in_section {
            sheet.assign(index, Role::Aside(Aside::Links));
        } else {
            cut_last_address(sheet, index);
        }
    }
}

fn opener(text: &str) -> Option<Fit> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if text.len() > LONGEST_LINK_BYTES {
        return None;
    }
    let first = text.bytes().next()?.to_ascii_lowercase();
    let begins = |phrase: &str| matches!(phrase.bytes().next(), Some(byte) if byte == first || byte == b'#');
    OPENERS.iter().rev().filter(|(phrase, _)| begins(phrase)).find_map(|(phrase, fit)| {
        let rest = after_phrase(text, phrase)?;
        let is_whole = !rest.contains(char::is_alphanumeric);
        let fits = match fit {
            Fit::Whole | Fit::Section => is_whole,
            Fit::Colon | Fit::Box => is_whole || rest.starts_with(':'),
            // A sentence may begin with the same words; links rarely close with a full stop.
            Fit::Start => {
                is_whole || rest.starts_with([':', '|', '-', '–', '—']) || !rest.ends_with(['.', '!', '”', '"'])
            }
        };
        fits.then_some(*fit)
    })
}

/// One token that is an address of the web or of mail, or an account's name.
fn is_address(text: &str) -> bool {
    let text = after_phrase(text, "url").or_else(|| after_phrase(text, "link")).unwrap_or(text);
    let token = text.trim_matches(['<', '>', '(', ')', '[', ']', '.', ',', ':', ' ']);
    !token.is_empty() && !token.contains(char::is_whitespace) && (is_web_address(token) || is_account(token))
}

fn is_web_address(token: &str) -> bool {
    let folded = token.get(..8).unwrap_or(token).to_ascii_lowercase();
    ["http://", "https://", "www."].iter().any(|start| folded.starts_with(start))
        || token.split_once('/').map_or(token, |(host, _)| host).rsplit_once('.').is_some_and(|(name, ending)| {
            name.len() > 2
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
                && ["com", "org", "net", "info", "news"].contains(&ending)
        })
}

fn is_account(token: &str) -> bool {
    token.split_once('@').is_some_and(|(name, host)| name.is_empty() || host.contains('.'))
}

/// An address after the last sentence of a paragraph.
fn cut_last_address(sheet: &mut Sheet, index: usize) {
    let Some(line) = sheet.lines.get(index) else { return };
    let text = line.span.of(&sheet.text);
    let Some((before, token)) = text.rsplit_once(char::is_whitespace) else { return };
    let follows_sentence = before.trim_end().ends_with(['.', '!', '?', '”', '"', ')']);
    if follows_sentence && is_web_address(token.trim_end_matches('.')) {
        let span = TextSpan::new(line.span.end - token.len(), line.span.end);
        sheet.cut(span, Role::Aside(Aside::Links));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<Role> {
        let mut sheet = Sheet::from_text(text.to_owned());
        mark(&mut sheet);
        sheet.into_passages().1.into_iter().map(|passage| passage.role).collect()
    }

    const LINKS: Role = Role::Aside(Aside::Links);

    #[test]
    fn links_and_addresses_are_set_aside() {
        for line in [
            "Read more: Ferry sinks off the coast",
            "READ ALSO: Ferry sinks",
            "Share this article",
            "Advertisement",
            "www.harbourpost.example",
            "harbourpost.com/news",
            "news@harbourpost.example",
            "[Read more]",
            "Also in Obituaries Ida Roe: Drummer who quit the band in 1963",
            "- From the archive: on this day in 1976 the ferry sank.",
            "FREE BETS: Get £20 on the final of 4 May",
            "Related: Ferry sinks off the coast in 2019",
        ] {
            assert_eq!(roles(line), [LINKS], "{line}");
        }
    }

    #[test]
    fn a_list_of_links_ends_where_the_story_goes_on() {
        let text =
            "Related stories\nFerry sinks off the coast\nDivers find wreck\nThe court heard the captain on Monday.";
        assert_eq!(roles(text), [LINKS, LINKS, LINKS, Role::Story]);
    }

    #[test]
    fn a_list_of_links_may_be_counted() {
        let text =
            "list of 2 items\nlist 1 of 2\nStorm hits Bergen\nlist 2 of 2\nPort to close\nend of list\nThe crew swam.";
        assert_eq!(roles(text), [LINKS, LINKS, LINKS, LINKS, LINKS, LINKS, Role::Story]);
    }

    #[test]
    fn a_box_of_facts_ends_where_the_story_goes_on() {
        let text = "Factfile: Ida Roe\nBorn: Bergen, 3 May 1971\nGoals: 41\nShe left the club in 2019.";
        assert_eq!(roles(text), [LINKS, LINKS, LINKS, Role::Story]);
    }

    #[test]
    fn an_address_after_a_sentence_is_cut_out() {
        assert_eq!(roles("Divers found it. https://harbourpost.example/wreck"), [Role::Story, LINKS]);
    }

    #[test]
    fn sentences_that_begin_alike_are_a_story() {
        for line in [
            "Read more than once, the letter of 1996 makes sense.",
            "Share prices fell on Friday.",
            "Source code was stolen in 2019.",
            "Follow us, the soldiers shouted, and the crowd did.",
            "Home fires were lit.",
            "Also in 2004, the board sold the ground.",
            "On this day, 4 May, the ferry sank.",
        ] {
            assert_eq!(roles(line), [Role::Story], "{line}");
        }
    }
}
