//! The end of the job: events of the merged groups, and the chronology with its notes.

use super::{Extraction, Stage, Texts};
use crate::article::Article;
use crate::event::assemble::{self, Assembled};
use crate::event::merge::{self, Group};
use crate::event::model::{Chronology, Note, SourceArticle};
use crate::event::{era, rank, sequence};
use crate::gather::Gather;
use crate::text::{ScalarIndex, ScalarMarks};
use crate::timex::{Timex, TimexKind};

/// Events in the making.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    groups: Vec<Group>,
    next: usize,
    /// For each article counted so far.
    marks: Vec<ScalarMarks>,
    dated: Vec<Assembled>,
    undated: Vec<Assembled>,
}

/// Articles counted in one unit of work.
const COUNTED_AT_ONCE: usize = 8;

/// Groups made into events in one unit of work: one may have hundreds of members.
const ASSEMBLED_AT_ONCE: usize = 2;

impl Extraction {
    /// Makes events of some groups; before the first, takes the groups and counts the articles' characters.
    pub(super) fn assemble(&mut self) {
        let Some(assembly) = &mut self.assembly else {
            let groups = self.merge.take().map(|merge| merge.groups(&self.candidates, self.articles.len()));
            let groups = groups.unwrap_or_default();
            self.assembly = Some(Assembly { groups, ..Assembly::default() });
            return;
        };
        if assembly.marks.len() < self.articles.len() {
            let uncounted = self.articles.iter().skip(assembly.marks.len()).take(COUNTED_AT_ONCE);
            let marks: Vec<ScalarMarks> = uncounted.map(|article| ScalarMarks::new(&article.text)).gather();
            assembly.marks.extend(marks);
            return;
        }
        let indexes = indexes(&assembly.marks, &self.articles);
        let groups = assembly.groups.iter().skip(assembly.next).take(ASSEMBLED_AT_ONCE);
        for group in groups.filter(|group| merge::is_listed(&group.members, &self.candidates, self.articles.len())) {
            let Some(made) = assemble::event(group, &self.candidates, &self.articles, &indexes) else { continue };
            if made.event.date.is_some() { assembly.dated.push(made) } else { assembly.undated.push(made) }
        }
        assembly.next += ASSEMBLED_AT_ONCE;
        if assembly.next >= assembly.groups.len() {
            self.stage = Stage::Settle;
        }
    }

    pub(super) fn settle(&mut self) {
        if let Some(Assembly { dated, undated, .. }) = &mut self.assembly {
            rank::settle(dated, undated, &self.references.worth(&self.articles));
        }
        self.stage = Stage::Done;
    }

    pub(super) fn chronology(mut self) -> Chronology {
        let Assembly { marks, dated, undated, .. } = self.assembly.take().unwrap_or_default();
        let indexes = indexes(&marks, &self.articles);
        let eras = era::eras(&dated);
        let notes = self.notes(&indexes);
        let texts = self.options.texts;
        let articles: Vec<SourceArticle> = self
            .articles
            .iter()
            .map(|article| SourceArticle {
                id: article.id.clone(),
                title: article.title.clone(),
                publisher: article.publisher.clone(),
                url: article.url.clone(),
                lang: article.lang.clone(),
                published: article.published,
                text: (texts == Texts::Kept).then(|| article.text.clone()),
            })
            .gather();
        Chronology {
            title: self.options.title.clone(),
            lang: Some(String::from("en")),
            range: sequence::range(dated.iter().map(|entry| &entry.event)),
            articles,
            events: dated.into_iter().map(|entry| entry.event).gather(),
            undated: undated.into_iter().map(|entry| entry.event).gather(),
            eras,
            notes,
        }
    }

    /// The reading's warnings, and expressions that a missing publication date left unresolved.
    fn notes(&self, indexes: &[ScalarIndex<'_>]) -> Vec<Note> {
        let place = |id: &str| self.articles.iter().position(|article| article.id == id);
        let mut notes: Vec<Note> = self
            .warnings
            .iter()
            .map(|warning| {
                let index = warning.article.as_deref().and_then(place).and_then(|at| indexes.get(at));
                Note {
                    code: warning.code.as_str().to_owned(),
                    article: warning.article.clone(),
                    range: warning.span.and_then(|span| Some(index?.scalars_from_bytes(span))),
                    message: warning.message.clone(),
                }
            })
            .gather();
        for (at, article) in self.articles.iter().enumerate().filter(|(_, article)| article.published.date.is_none()) {
            let Some(reading) = self.readings.get(at) else { continue };
            for timex in reading.timexes.iter().filter(|timex| is_left_open(timex)) {
                notes.push(Note {
                    code: crate::article::WarningCode::NoPublicationDate.as_str().to_owned(),
                    article: Some(article.id.clone()),
                    range: indexes.get(at).map(|index| index.scalars_from_bytes(timex.span)),
                    message: format!("no publication date: '{}' left unresolved", timex.span.of(&article.text)),
                });
            }
        }
        notes
    }
}

/// The indexes of all articles, from what was counted before.
fn indexes<'t>(marks: &'t [ScalarMarks], articles: &'t [Article]) -> Vec<ScalarIndex<'t>> {
    marks.iter().zip(articles).map(|(marks, article)| marks.index(&article.text)).gather()
}

/// A date that a publication date would have settled.
fn is_left_open(timex: &Timex) -> bool {
    timex.kind == TimexKind::Date && timex.date.is_none() && !timex.value.ends_with("_REF")
}
