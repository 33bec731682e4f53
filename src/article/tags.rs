//! Which element of a page is which block: the one table for the native parser and the browser's DOM.

use super::BlockKind;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Treatment {
    /// Nothing in it is read.
    Skip,
    /// Part of the text around it.
    Inline,
    /// A block of text.
    Block(BlockKind),
    /// Holds blocks; text directly inside is a paragraph.
    Container(Region),
    /// Like [`Treatment::Block`] with [`BlockKind::Aside`], unless most of the page's text stands in it.
    Form,
    /// A cell of a table's row, or a term before its definition: ends with these signs, not with a block.
    Joined(&'static str),
    /// A definition: goes on after its term.
    Definition,
    /// A line break: two in a row end the block.
    Break,
    /// Ends the block before it.
    Rule,
    /// The page's title, for the metadata.
    Title,
    /// A script: JSON-LD is kept, everything else skipped.
    Script,
}

/// What a container says of its place in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    Plain,
    Main,
    Article,
}

use BlockKind::{Aside, Caption, Heading, ListItem, Paragraph, Quote};
use Treatment::{Block, Break, Container, Definition, Form, Inline, Joined, Rule, Script, Skip, Title};

/// In the order of the alphabet. Other elements are containers.
const TREATMENTS: &[(&str, Treatment)] = &[
    ("a", Inline),
    ("abbr", Inline),
    ("acronym", Inline),
    ("address", Block(Aside)),
    ("area", Skip),
    ("article", Container(Region::Article)),
    ("aside", Block(Aside)),
    ("audio", Skip),
    ("b", Inline),
    ("bdi", Inline),
    ("bdo", Inline),
    ("big", Inline),
    ("blockquote", Block(Quote)),
    ("br", Break),
    ("button", Skip),
    ("canvas", Skip),
    ("caption", Block(Caption)),
    ("cite", Inline),
    ("code", Inline),
    ("data", Inline),
    ("datalist", Skip),
    ("dd", Definition),
    ("del", Skip),
    ("dfn", Inline),
    ("dialog", Skip),
    ("dt", Joined(": ")),
    ("em", Inline),
    ("embed", Skip),
    ("figcaption", Block(Caption)),
    ("font", Inline),
    ("footer", Block(Aside)),
    ("form", Form),
    ("h1", Block(Heading(1))),
    ("h2", Block(Heading(2))),
    ("h3", Block(Heading(3))),
    ("h4", Block(Heading(4))),
    ("h5", Block(Heading(5))),
    ("h6", Block(Heading(6))),
    ("hr", Rule),
    ("i", Inline),
    ("iframe", Skip),
    ("img", Skip),
    ("input", Skip),
    ("ins", Inline),
    ("kbd", Inline),
    ("label", Inline),
    ("li", Block(ListItem)),
    ("main", Container(Region::Main)),
    ("mark", Inline),
    ("math", Skip),
    ("menu", Block(Aside)),
    ("meter", Skip),
    ("nav", Block(Aside)),
    ("noscript", Skip),
    ("object", Skip),
    ("optgroup", Skip),
    ("option", Skip),
    ("output", Skip),
    ("p", Block(Paragraph)),
    ("picture", Skip),
    ("pre", Block(Paragraph)),
    ("progress", Skip),
    ("q", Inline),
    ("rp", Skip),
    ("rt", Skip),
    ("ruby", Inline),
    ("s", Skip),
    ("samp", Inline),
    ("script", Script),
    ("select", Skip),
    ("slot", Inline),
    ("small", Inline),
    ("source", Skip),
    ("span", Inline),
    ("strike", Skip),
    ("strong", Inline),
    ("style", Skip),
    ("sub", Inline),
    ("summary", Block(Paragraph)),
    ("sup", Inline),
    ("svg", Skip),
    ("td", Joined(" – ")),
    ("template", Skip),
    ("textarea", Skip),
    ("th", Joined(" – ")),
    ("time", Inline),
    ("title", Title),
    ("tr", Block(ListItem)),
    ("track", Skip),
    ("tt", Inline),
    ("u", Inline),
    ("var", Inline),
    ("video", Skip),
    ("wbr", Inline),
];

/// What becomes of the element of this name.
pub(super) fn treatment(name: &str) -> Treatment {
    let folded = name.to_ascii_lowercase();
    TREATMENTS
        .binary_search_by(|(known, _)| (*known).cmp(folded.as_str()))
        .ok()
        .and_then(|place| TREATMENTS.get(place))
        .map_or(Container(Region::Plain), |(_, treatment)| *treatment)
}

/// What an element's class, `itemprop` or `role` says of the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// Not the article.
    Aside,
    /// A caption.
    Caption,
    /// A photographer's or agency's credit.
    Credit,
    /// Byline, dateline, date.
    Header,
    /// A line under the title.
    Standfirst,
}

impl Hint {
    /// As the attribute `hint` of a block has it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Aside => "aside",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Header => "header",
            Self::Standfirst => "standfirst",
        }
    }
}

/// First or last words of class names, in the order of the alphabet.
const HINTS: &[(&str, Hint)] = &[
    ("ad", Hint::Aside),
    ("ads", Hint::Aside),
    ("advert", Hint::Aside),
    ("advertisement", Hint::Aside),
    ("author", Hint::Header),
    ("authors", Hint::Header),
    ("breadcrumb", Hint::Aside),
    ("breadcrumbs", Hint::Aside),
    ("byline", Hint::Header),
    ("caption", Hint::Caption),
    ("comments", Hint::Aside),
    ("complementary", Hint::Aside),
    ("contentinfo", Hint::Aside),
    ("cookie", Hint::Aside),
    ("cookies", Hint::Aside),
    ("credit", Hint::Credit),
    ("credits", Hint::Credit),
    ("datepublished", Hint::Header),
    ("deck", Hint::Standfirst),
    ("dek", Hint::Standfirst),
    ("donate", Hint::Aside),
    ("menu", Hint::Aside),
    ("navigation", Hint::Aside),
    ("newsletter", Hint::Aside),
    ("promo", Hint::Aside),
    ("pubdate", Hint::Header),
    ("published", Hint::Header),
    ("recirculation", Hint::Aside),
    ("recommended", Hint::Aside),
    ("related", Hint::Aside),
    ("share", Hint::Aside),
    ("sharing", Hint::Aside),
    ("sidebar", Hint::Aside),
    ("social", Hint::Aside),
    ("standfirst", Hint::Standfirst),
    ("subhead", Hint::Standfirst),
    ("subheadline", Hint::Standfirst),
    ("subscribe", Hint::Aside),
    ("subtitle", Hint::Standfirst),
    ("timestamp", Hint::Header),
    ("trending", Hint::Aside),
];

/// The hint of a class list such as `c-article-byline story__share`: the first name whose first or last word has one.
pub(super) fn hint(classes: &str) -> Option<Hint> {
    classes.split_ascii_whitespace().find_map(|name| {
        let mut words = name.split(['-', '_', ':']).filter(|word| word.len() > 1);
        let first = words.next()?;
        let last = words.next_back().or_else(|| {
            // "imageCaption"
            let capital = first.bytes().rposition(|byte| byte.is_ascii_uppercase()).filter(|at| *at > 0)?;
            first.get(capital..).filter(|last| last.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase))
        });
        [Some(first), last].into_iter().flatten().find_map(hint_of_word)
    })
}

fn hint_of_word(word: &str) -> Option<Hint> {
    let folded = word.to_ascii_lowercase();
    let place = HINTS.binary_search_by(|(known, _)| (*known).cmp(folded.as_str())).ok()?;
    HINTS.get(place).map(|(_, hint)| *hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_the_order_of_the_alphabet() {
        assert!(TREATMENTS.is_sorted_by(|(a, _), (b, _)| a < b));
        assert!(HINTS.is_sorted_by(|(a, _), (b, _)| a < b));
    }

    #[test]
    fn names_are_read_in_any_case() {
        assert_eq!(treatment("FIGCAPTION"), Block(Caption));
        assert_eq!(treatment("story-body"), Container(Region::Plain));
    }

    #[test]
    fn class_names_hint_by_their_first_and_last_word() {
        assert_eq!(hint("c-article-byline"), Some(Hint::Header));
        assert_eq!(hint("wide related-stories"), Some(Hint::Aside));
        assert_eq!(hint("adjusted comments-free-zone"), Some(Hint::Aside));
        assert_eq!(hint("imageCaption"), Some(Hint::Caption));
        assert_eq!(hint("story body adrift StoryBODY"), None);
    }
}
