//! What reading takes and gives.

use crate::calendar::Edtf;
use crate::text::TextSpan;
use crate::timex::Language;

/// What a block is in its page, as far as the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// A paragraph, or a line of plain text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A block quotation.
    Quote,
    /// A figure's caption.
    Caption,
    /// What the page marks as not the article: `nav`, `aside`, `footer`, `form`, a share bar.
    Aside,
}

/// A piece of a page: what it is, its text, what else the page says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, white space collapsed.
    pub text: String,
    /// Names and values such as `("class", "byline")`, `("datetime", "2021-08-17")`.
    pub attributes: Vec<(String, String)>,
}

/// An article before it is read: what is given about it, and its blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// A given id.
    pub id: Option<String>,
    /// The file's name, without folders.
    pub name: Option<String>,
    /// A given title.
    pub title: Option<String>,
    /// A given publication date (EDTF, or the start of an ISO 8601 timestamp).
    pub published: Option<String>,
    /// A given publisher.
    pub publisher: Option<String>,
    /// A given address.
    pub url: Option<String>,
    /// A given language (BCP 47).
    pub lang: Option<String>,
    /// The page's metadata, as names and values: `article:published_time`, `og:title`, JSON-LD's `datePublished`.
    pub metadata: Vec<(String, String)>,
    /// The body as plain text, exactly as pasted; offsets then count in it. Empty where `blocks` are given.
    pub text: String,
    /// The body as blocks; offsets then count in their texts joined by blank lines.
    pub blocks: Vec<Block>,
}

/// How the publication date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishedBasis {
    /// Given beside the article.
    Given,
    /// The page's metadata.
    Metadata,
    /// A header line: ` date 2021-08-17 Title`.
    Header,
    /// A dateline or a caption's date line: "KABUL, Aug. 17 —".
    Dateline,
    /// Worked out from what the text tells.
    Inferred,
    /// Not known.
    Unknown,
}

/// When an article was published, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publication {
    /// A day, or an interval where the evidence gives only bounds.
    pub date: Option<Edtf>,
    /// How it is known.
    pub basis: PublishedBasis,
    /// The words that say so, where they stand in the article.
    pub evidence: Option<TextSpan>,
}

/// What a passage is to the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The title.
    Title,
    /// A line under the title that sums up the story.
    Standfirst,
    /// A heading inside.
    Heading,
    /// The story itself.
    Story,
    /// A caption: no events, but it may be evidence for dates.
    Caption,
    /// Not the story.
    Aside(Aside),
}

/// Why a passage was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aside {
    /// A header line, dateline or byline.
    Header,
    /// A photographer's or agency's credit.
    Credit,
    /// A plea for money, a subscription, a newsletter, a cookie notice.
    Appeal,
    /// Links to other articles, sharing, navigation, an address.
    Links,
    /// A paragraph that stood before.
    Repeated,
    /// What a publisher says of itself under several articles.
    Standing,
    /// A stamp such as "This is a condensed version".
    Stamp,
    /// What the page itself marks as not the article.
    Page,
}

/// A stretch of the article's text with one role. Passages are in order and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands in [`Article::text`].
    pub span: TextSpan,
    /// What it is.
    pub role: Role,
}

/// An article, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Unique in its set.
    pub id: String,
    /// The title: given, or the first line that is one.
    pub title: Option<String>,
    /// The text that all offsets count in.
    pub text: String,
    /// What stands where.
    pub passages: Vec<Passage>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where.
    pub url: Option<String>,
    /// Language (BCP 47).
    pub lang: Option<String>,
    /// When, and how that is known.
    pub published: Publication,
}

impl Article {
    /// The language whose rules find its dates: its own where the tagger has it, else English.
    #[must_use]
    pub fn language(&self) -> Language {
        self.lang.as_deref().and_then(Language::from_tag).unwrap_or_default()
    }
}

/// What kind of thing a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningCode {
    /// No publication date, so that some expressions stay unresolved.
    NoPublicationDate,
    /// A given date could not be read.
    BadDate,
    /// An id was used twice.
    DuplicateId,
    /// A passage was set aside.
    SetAside,
    /// A record had no text.
    Empty,
    /// A record or a file could not be read.
    Unreadable,
}

impl WarningCode {
    /// As documents write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoPublicationDate => "no-publication-date",
            Self::BadDate => "bad-date",
            Self::DuplicateId => "duplicate-id",
            Self::SetAside => "set-aside",
            Self::Empty => "empty",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Something a reader of the result should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What kind of thing.
    pub code: WarningCode,
    /// The article's id.
    pub article: Option<String>,
    /// Where in its text.
    pub span: Option<TextSpan>,
    /// What was expected and what was found.
    pub message: String,
}
