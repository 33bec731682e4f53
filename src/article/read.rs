//! From a draft to an article: the passes in their order.

use super::dated::{publication_date, stated_dates};
use super::front::Front;
use super::header::{DateOf, FrontDate};
use super::sheet::Sheet;
use super::{
    Article, Aside, Draft, Ids, Passage, Publication, PublishedBasis, Role, Warning, WarningCode, appeal, caption,
    dateline, front, headings, links, page, repeated, stamp,
};
use crate::calendar::Edtf;
use crate::gather::Gather;
use crate::text::{TextSpan, quoted};

impl Article {
    /// Reads a draft. Never fails: odd input gives the best article it can and warnings.
    #[must_use]
    pub fn from_draft(draft: Draft, ids: &mut Ids) -> (Self, Vec<Warning>) {
        let mut warnings = Vec::new();
        let id = claim_id(&draft, ids, &mut warnings);
        let Draft { title, published, publisher, url, lang, metadata, text, blocks, .. } = draft;
        let mut sheet = if blocks.is_empty() { Sheet::from_text(text) } else { Sheet::from_blocks(blocks) };
        let given_title = title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        let mut front = assign_roles(&mut sheet, given_title);
        front.dates.extend(dateline::mark(&mut sheet));
        headings::mark(&mut sheet);
        ensure_story(&mut sheet, &mut front, given_title.is_some());
        let (text, passages) = sheet.into_passages();
        front.dates.extend(dates_in_stamps(&text, &passages));

        if !passages.iter().any(|passage| !matches!(passage.role, Role::Aside(_))) {
            warnings.push(warning(WarningCode::Empty, &id, None, "expected an article's text, found none".to_owned()));
        }
        warnings.extend(set_aside(&passages).into_iter().map(|(span, what)| {
            warning(WarningCode::SetAside, &id, Some(span), format!("set aside as not the story: {what}"))
        }));
        let published = publication(published.as_deref(), &metadata, &front, &mut |message| {
            warnings.push(warning(WarningCode::BadDate, &id, None, message));
        });
        let from_page = |names| page::value(&metadata, names).map(str::to_owned);
        let publisher = publisher.or_else(|| from_page(page::PUBLISHER));
        let title = given_title
            .map(str::to_owned)
            .or_else(|| front.title.map(|span| span.of(&text).to_owned()))
            .or_else(|| page::title(&metadata, publisher.as_deref()));
        let url = url.or_else(|| from_page(page::URL)).or_else(|| address_above(&text, &passages));
        let lang = lang.or_else(|| from_page(page::LANG));
        (Self { id, title, text, passages, publisher, url, lang, published }, warnings)
    }

    /// The publication date that a text itself gives, in a header or a dateline.
    #[must_use]
    pub fn published_in(text: &str) -> Option<Edtf> {
        let (article, _) = Self::from_draft(Draft::from_text(text), &mut Ids::default());
        article.published.date.filter(|_| article.published.basis != PublishedBasis::Inferred)
    }

    /// The passages of the story itself, in order.
    pub fn story(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|passage| passage.role == Role::Story)
    }
}

impl Draft {
    /// A draft of plain text, as pasted.
    #[must_use]
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

fn claim_id(draft: &Draft, ids: &mut Ids, warnings: &mut Vec<Warning>) -> String {
    let claimed = ids.claim(draft.id.as_deref(), draft.name.as_deref());
    if let Some(taken) = claimed.taken {
        let message =
            format!("expected each id once, found {} again; this article is {}", quoted(&taken), quoted(&claimed.id));
        warnings.push(warning(WarningCode::DuplicateId, &claimed.id, None, message));
    }
    claimed.id
}

fn warning(code: WarningCode, id: &str, span: Option<TextSpan>, message: String) -> Warning {
    Warning { code, article: Some(id.to_owned()), span, message }
}

/// The page's own marks first, then what lines say, then where they stand: the first pass that knows wins.
fn assign_roles(sheet: &mut Sheet, given_title: Option<&str>) -> Front {
    page::mark(sheet);
    repeated::mark(sheet);
    caption::mark(sheet);
    appeal::mark(sheet);
    links::mark(sheet);
    front::mark(sheet, given_title)
}

/// Where every line looks like a title or a heading, the lines are the story after all.
fn ensure_story(sheet: &mut Sheet, front: &mut Front, title_is_given: bool) {
    let has_story = |sheet: &Sheet| (0..sheet.lines.len()).any(|index| sheet.is_open(index));
    for role in [Role::Standfirst, Role::Heading, Role::Title] {
        if has_story(sheet) || (role == Role::Title && title_is_given) {
            return;
        }
        for line in sheet.lines.iter_mut().filter(|line| line.role == Some(role)) {
            line.role = None;
            if role == Role::Title {
                front.title = None;
            }
        }
    }
}

/// "This article was first published on July 3, 2025": a stamp is a header that stands elsewhere.
fn dates_in_stamps(text: &str, passages: &[Passage]) -> Vec<FrontDate> {
    let stamps = passages.iter().filter(|passage| passage.role == Role::Aside(Aside::Stamp));
    stamps
        .filter(|passage| stamp::tells_publication(passage.span.of(text)))
        .flat_map(|passage| stated_dates(passage.span.of(text)).into_iter().map(|stated| (stated, passage.span.start)))
        .map(|(stated, start)| {
            FrontDate { stated, basis: PublishedBasis::Header, of: DateOf::Publication }.shifted(start)
        })
        .gather()
}

/// Given, else the page's metadata, else the first date of the front, one of a change only where there is no other.
fn publication(
    given: Option<&str>,
    metadata: &[(String, String)],
    front: &Front,
    bad_date: &mut impl FnMut(String),
) -> Publication {
    let mut read = |source: &str, text: &str| {
        let date = publication_date(text);
        if date.is_none() {
            let found: String = text.chars().take(60).collect();
            bad_date(format!(
                "expected {source} as EDTF or an ISO 8601 timestamp (2021-08-17, 2021-08, 2025-07-03/2025-07-09), found {}",
                quoted(&found)
            ));
        }
        date
    };
    let given = given.map(str::trim).filter(|text| !text.is_empty());
    if let Some(date) = given.and_then(|text| read("the publication date", text)) {
        return Publication { date: Some(date), basis: PublishedBasis::Given, evidence: None };
    }
    if let Some(date) =
        page::value(metadata, page::PUBLISHED).and_then(|text| read("the page's publication date", text))
    {
        return Publication { date: Some(date), basis: PublishedBasis::Metadata, evidence: None };
    }
    // Of equals the first.
    match front.dates.iter().min_by_key(|found| found.of) {
        Some(found) => {
            Publication { date: Some(found.stated.date), basis: found.basis, evidence: Some(found.stated.span) }
        }
        None => Publication { date: None, basis: PublishedBasis::Unknown, evidence: None },
    }
}

/// "URL: https://…" above the story.
fn address_above(text: &str, passages: &[Passage]) -> Option<String> {
    let front = passages.iter().take_while(|passage| !matches!(passage.role, Role::Story | Role::Standfirst));
    let links = front.filter(|passage| passage.role == Role::Aside(Aside::Links));
    let mut addresses = links.filter_map(|passage| passage.span.of(text).rsplit(' ').next());
    addresses.find(|address| address.starts_with("http")).map(str::to_owned)
}

/// What a reader may want to check: stretches of one kind, joined.
fn set_aside(passages: &[Passage]) -> Vec<(TextSpan, &'static str)> {
    let mut found: Vec<(TextSpan, &'static str)> = Vec::new();
    let mut last = None;
    for passage in passages {
        let what = match passage.role {
            Role::Aside(Aside::Appeal) => Some("an appeal or a notice to the reader"),
            Role::Aside(Aside::Repeated) => Some("it stood before"),
            Role::Aside(Aside::Stamp) => Some("a stamp about the text"),
            Role::Aside(Aside::Links) => Some("links or a box beside it"),
            _ => None,
        };
        match (what, found.last_mut()) {
            (Some(what), Some((span, _))) if last == Some(what) => span.end = passage.span.end,
            (Some(what), _) => found.push((passage.span, what)),
            (None, _) => {}
        }
        last = what;
    }
    found
}
