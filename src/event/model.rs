//! What extraction gives: the timeline as data.

use crate::article::Publication;
use crate::calendar::{Edtf, LabelLength, Period, bounds_label, edtf_label, moment_label};
use crate::text::ScalarSpan;

/// All that a set of articles tells, in the order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chronology {
    /// Title of the timeline.
    pub title: Option<String>,
    /// Language (BCP 47).
    pub lang: Option<String>,
    /// What the first view shows.
    pub range: Option<Edtf>,
    /// The articles, in the order given.
    pub articles: Vec<SourceArticle>,
    /// Dated events by start, then salience (highest first), then id.
    pub events: Vec<Event>,
    /// Events without a date, by what bounds them.
    pub undated: Vec<Event>,
    /// Eras by start.
    pub eras: Vec<Era>,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// An article as the timeline refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceArticle {
    /// Unique id.
    pub id: String,
    /// Title.
    pub title: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Language (BCP 47).
    pub lang: Option<String>,
    /// When, and how that is known.
    pub published: Publication,
    /// The text that mentions count in, where it is kept.
    pub text: Option<String>,
}

/// What a date says of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// One moment somewhere in the date.
    Within,
    /// It lasted all of it.
    Throughout,
}

/// Whether it happened, as far as the articles say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Told as fact.
    Happened,
    /// To come, when the article was written.
    Planned,
    /// Said by a party.
    Claimed,
    /// Said not to have happened.
    Denied,
    /// Depends on something.
    Conditional,
}

/// Where a headline's words come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeadlineBasis {
    /// The article's own clause.
    Article,
    /// A sentence that had to be shortened: an editor should look at it.
    Shortened,
    /// The article's title.
    Title,
    /// An editor.
    Edited,
}

/// How a mention's date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Complete in the text.
    Stated,
    /// Counted from the publication date or another expression.
    Anchored,
    /// Taken from other articles.
    Inferred,
    /// A lead that reports news without a date phrase.
    Published,
}

/// Who dated an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateBasis {
    /// It came so: of the articles, as its mentions show, or in a document.
    #[default]
    Found,
    /// An editor changed it since.
    Edited,
}

/// What an anchored date was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MentionAnchor {
    /// The date.
    pub date: Edtf,
    /// Where it came from.
    pub from: AnchorOrigin,
}

/// Where an anchor came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnchorOrigin {
    /// The article's publication date.
    Published,
    /// Another expression of the article.
    Mention,
    /// Given by an editor.
    Given,
}

/// One sentence that tells of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Index into [`Chronology::articles`].
    pub article: usize,
    /// The sentence, in characters of the article's text.
    pub range: Option<ScalarSpan>,
    /// The sentence, at most 500 characters.
    pub quote: String,
    /// The expression as written; `None` where the article's date is the only one.
    pub expression: Option<String>,
    /// The expression, in characters of the article's text.
    pub expression_range: Option<ScalarSpan>,
    /// TIMEX3 value of the expression.
    pub timex: Option<String>,
    /// The date that this mention alone gives.
    pub date: Option<Edtf>,
    /// How the date is known.
    pub basis: Basis,
    /// What it was counted from.
    pub anchor: Option<MentionAnchor>,
    /// Who says so, where the article does not say it itself.
    pub attribution: Option<String>,
    /// Name of the rule that dated it.
    pub rule: String,
}

/// A date that some article gives and others contradict.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The other date.
    pub date: Edtf,
    /// Index into [`Event::mentions`].
    pub mention: usize,
}

/// A picture or film.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Address.
    pub url: String,
    /// Caption.
    pub caption: Option<String>,
    /// Credit.
    pub credit: Option<String>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable id, safe in a URL fragment.
    pub id: String,
    /// Former ids.
    pub aliases: Vec<String>,
    /// When; `None` where no article says.
    pub date: Option<Edtf>,
    /// Who says so.
    pub date_basis: DateBasis,
    /// Lower bound of an undated event, exclusive.
    pub after: Option<Edtf>,
    /// Upper bound of an undated event, exclusive.
    pub before: Option<Edtf>,
    /// Moment or span.
    pub extent: Extent,
    /// Fact, plan, claim, denial, condition.
    pub status: Status,
    /// At most 90 characters, in the article's words.
    pub headline: String,
    /// Where the headline's words come from.
    pub headline_basis: HeadlineBasis,
    /// People, organisations and countries.
    pub participants: Vec<String>,
    /// Places.
    pub places: Vec<String>,
    /// Free tags.
    pub tags: Vec<String>,
    /// A lane or category.
    pub group: Option<String>,
    /// 0 to 1.
    pub salience: f64,
    /// Id of the span that it belongs to.
    pub part_of: Option<String>,
    /// A longer text, where an editor gave one.
    pub text: Option<String>,
    /// A date to show in place of the computed one.
    pub display_date: Option<String>,
    /// Pictures and films.
    pub media: Vec<Media>,
    /// The sentences that tell it, the best first.
    pub mentions: Vec<Mention>,
    /// Dates that disagree.
    pub conflicts: Vec<Conflict>,
}

impl Event {
    /// A date and a headline, as an editor would add them: no sources, the headline for an id.
    #[must_use]
    pub fn titled(date: Edtf, extent: Extent, headline: &str) -> Self {
        Self { date: Some(date), ..Self::untold(headline.to_owned(), extent, headline.to_owned()) }
    }

    /// An event that an editor adds, with an id made of what it came from, such as its words and its date.
    #[must_use]
    pub fn added(from: &[&str], headline: String, date: Option<Edtf>, extent: Extent) -> Self {
        let id = super::identity::id('e', from);
        Self { date, date_basis: DateBasis::Edited, ..Self::untold(id, extent, headline) }
    }

    /// An event without a date that no article tells: what a reader of sources fills in.
    pub(crate) fn untold(id: String, extent: Extent, headline: String) -> Self {
        Self {
            id,
            aliases: Vec::new(),
            date: None,
            date_basis: DateBasis::Found,
            after: None,
            before: None,
            extent,
            status: Status::Happened,
            headline,
            headline_basis: HeadlineBasis::Edited,
            participants: Vec::new(),
            places: Vec::new(),
            tags: Vec::new(),
            group: None,
            salience: 0.0,
            part_of: None,
            text: None,
            display_date: None,
            media: Vec::new(),
            mentions: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    /// When, in words: an editor's words, else the date in its precision, else the bounds of an undated event. Never
    /// empty.
    #[must_use]
    pub fn date_label(&self, length: LabelLength) -> String {
        if let Some(label) = self.display_date.as_deref().filter(|label| !label.trim().is_empty()) {
            return label.to_owned();
        }
        match (self.date_in_words(), self.extent) {
            (Some(date), Extent::Within) => moment_label(date, length),
            (Some(date), Extent::Throughout) => edtf_label(date, length),
            (None, _) => bounds_label(self.after, self.before, length),
        }
    }

    /// The date as the text puts it: what lasted from 1980 to 1989 is "the 1980s" where an article says so.
    #[must_use]
    pub fn date_in_words(&self) -> Option<Edtf> {
        let date = self.date?;
        let named = self.mentions.iter().filter(|mention| mention.date == Some(date));
        Some(named.filter_map(Mention::named_decade).next().unwrap_or(date))
    }
}

impl Mention {
    /// The date of this mention as its expression puts it.
    #[must_use]
    pub fn date_in_words(&self) -> Option<Edtf> {
        self.named_decade().or(self.date)
    }

    /// The decade that the expression names, where the date is all of its years. TIMEX3 writes the 1980s as `198`.
    fn named_decade(&self) -> Option<Edtf> {
        let decade = Period::decade(self.timex.as_deref().filter(|value| value.len() == 3)?.parse().ok()?)?;
        let years = Edtf::between(Period::year(decade.first_year())?, Period::year(decade.first_year() + 9)?);
        (self.date? == years).then(|| Edtf::from_period(decade))
    }
}

/// How an era is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EraBasis {
    /// The articles name it.
    Stated,
    /// Drawn between turning points.
    Derived,
    /// Given by an editor.
    Given,
}

/// A stretch of the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Era {
    /// Stable id.
    pub id: String,
    /// Name, in the story's words.
    pub label: String,
    /// From and to.
    pub date: Edtf,
    /// 1 for the eras that cut the story, more for those inside them.
    pub level: u8,
    /// How it is known.
    pub basis: EraBasis,
}

/// A warning, with its place counted in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What kind of thing.
    pub code: String,
    /// The article's id.
    pub article: Option<String>,
    /// Where in its text.
    pub range: Option<ScalarSpan>,
    /// What was expected and what was found.
    pub message: String,
}
