//! What an editor can change.

use crate::calendar::Edtf;
use crate::event::{Event, Extent, Note, SourceArticle};

/// Corrections in the order in which they are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edits {
    /// The corrections; `None` stands for one that could not be read, so that numbers are those of the file.
    pub list: Vec<Option<Edit>>,
    /// What could not be read of them.
    pub problems: Vec<Note>,
}

/// One correction.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Something about an event that was found.
    Change {
        /// Which event.
        target: Target,
        /// What becomes of it.
        change: Change,
    },
    /// An event that no article tells, or that was not found.
    Add(NewEvent),
    /// A name for an era.
    RenameEra {
        /// Which era.
        target: EraTarget,
        /// Its new name.
        label: String,
    },
}

/// What becomes of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Other words for it.
    Retitle(String),
    /// Another date, or none; and whether it lasted, where that is given.
    Redate(Option<Edtf>, Option<Extent>),
    /// It is not shown.
    Hide,
    /// It goes before all others where there is little room.
    Pin,
    /// These sentences tell of another event.
    Split {
        /// The sentences that leave.
        quotes: Vec<Quote>,
        /// Words for the event that they make; else the first sentence, shortened.
        headline: Option<String>,
        /// Its date; else the one that the sentences give.
        date: Option<Edtf>,
    },
    /// These events are the same as this one.
    Merge(Vec<Target>),
}

/// An event, named so that it is found again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// Its id when the edit was made.
    pub id: Option<String>,
    /// What it was then.
    pub was: Was,
}

impl Target {
    /// Names an event so that it is found again: with its date, its headline and the sentence that tells it best.
    #[must_use]
    pub fn of(event: &Event, articles: &[SourceArticle]) -> Self {
        let best = event.mentions.first();
        let article = best.and_then(|mention| articles.get(mention.article));
        Self {
            id: Some(event.id.clone()),
            was: Was {
                date: event.date,
                headline: Some(event.headline.clone()),
                article: article.map(|article| article.id.clone()),
                quote: best.map(|mention| mention.quote.clone()),
            },
        }
    }
}

/// What an event was when it was edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Was {
    /// Its date.
    pub date: Option<Edtf>,
    /// Its headline.
    pub headline: Option<String>,
    /// The id of the article with the sentence that tells it best.
    pub article: Option<String>,
    /// That sentence.
    pub quote: Option<String>,
}

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The article's id; any article where it is not given.
    pub article: Option<String>,
    /// The sentence.
    pub text: String,
}

/// An event of an editor's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// Its words.
    pub headline: String,
    /// When; undated without.
    pub date: Option<Edtf>,
    /// Moment or span.
    pub extent: Extent,
    /// A longer text.
    pub text: Option<String>,
}

/// An era, named so that it is found again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EraTarget {
    /// Its id when the edit was made.
    pub id: Option<String>,
    /// Its name then.
    pub label: Option<String>,
    /// Its date then.
    pub date: Option<Edtf>,
}

impl Edit {
    /// The word for what it does, as files have it.
    #[must_use]
    pub const fn verb(&self) -> &'static str {
        match self {
            Self::Change { change, .. } => match change {
                Change::Retitle(_) => "retitle",
                Change::Redate(..) => "redate",
                Change::Hide => "hide",
                Change::Pin => "pin",
                Change::Split { .. } => "split",
                Change::Merge(_) => "merge",
            },
            Self::Add(_) => "add",
            Self::RenameEra { .. } => "rename-era",
        }
    }
}
