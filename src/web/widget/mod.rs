//! One widget: the timeline's state, the job that reads for it, and its nodes while it is connected.
//!
//! Events of the page come in, [`Outgoing`] ones go out: they are dispatched by the caller once nothing is borrowed, so
//! that a page's handler may call the element again.

mod hear;

use wasm_bindgen::JsValue;

use super::articles::js_from_articles;
use super::editing::Editing;
use super::job::Job;
use super::json::js_from_json;
use super::state;
use super::surface::Surface;
use crate::interchange::Document;
use crate::timeline::{Effects, Timeline};

/// What the page is to be told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outgoing {
    /// A timeline is drawn.
    Ready { events: usize, articles: usize },
    /// An event is chosen, or none.
    Select { chosen: Option<[String; 3]> },
    /// Something could not be read.
    Error(String),
    /// How far reading is.
    Progress { article: usize, articles: usize, title: String, events: usize },
}

/// What stands in the element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Shown {
    /// Nothing was given yet.
    #[default]
    Nothing,
    /// Articles are being read.
    Reading,
    /// A story.
    Story,
    /// What went wrong.
    Failed(String),
}

/// A story that is read and not shown yet.
pub(crate) struct Coming {
    pub(crate) timeline: Timeline,
    /// The document as it was given.
    pub(crate) given: Option<JsValue>,
    /// It is the story that is shown, corrected.
    pub(crate) is_revised: bool,
}

/// A widget.
#[derive(Default)]
pub(crate) struct Widget {
    pub(crate) timeline: Timeline,
    pub(crate) job: Option<Job>,
    pub(crate) job_begun_ms: f64,
    /// Told once the story is drawn.
    pub(crate) ready: Option<Outgoing>,
    /// What the job has come to: its labels are placed before it takes the place of what is shown.
    pub(crate) coming: Option<Coming>,
    /// Its labels are placed, and it is not drawn yet.
    pub(crate) draw_is_due: bool,
    pub(crate) shown: Shown,
    /// The document as it was given, with the fields that this version does not know.
    pub(crate) given: Option<JsValue>,
    pub(crate) editing: Editing,
    pub(crate) surface: Option<Surface>,
    pub(crate) outgoing: Vec<Outgoing>,
}

impl Widget {
    /// Takes what the job has come to, up to where it is.
    pub(crate) fn finish_job(&mut self) {
        let Some(job) = self.job.take() else { return };
        self.come(job.finish());
    }

    /// Goes on placing the labels of what is coming, until `is_over`, then shows it. Gives whether there is more to do
    /// before it can be drawn.
    pub(crate) fn prepare(&mut self, is_over: &dyn Fn() -> bool) -> bool {
        let Some(mut coming) = self.coming.take() else { return false };
        if let Some(surface) = &self.surface
            && surface.prepare(&mut coming.timeline, is_over)
        {
            self.coming = Some(coming);
            return true;
        }
        self.show(coming);
        self.draw_is_due = true;
        true
    }

    /// Shows another story.
    fn show(&mut self, Coming { timeline, given, is_revised }: Coming) {
        let story = timeline.story();
        let counts = (story.events.len() + story.undated.len(), story.articles.len());
        self.ready = Some(Outgoing::Ready { events: counts.0, articles: counts.1 });
        self.timeline = timeline;
        self.timeline.set_pace(Surface::pace());
        self.given = given;
        self.shown = if counts.0 == 0 { Shown::Nothing } else { Shown::Story };
        self.show_state();
        self.take(Effects { frame: true, content: true, selection: is_revised, cursor: None });
    }

    /// The timeline document of what is shown.
    pub(crate) fn document(&self) -> JsValue {
        // Articles without an event are still a document: their dates and warnings are worth knowing.
        if self.shown != Shown::Story && self.timeline.story().articles.is_empty() {
            return JsValue::NULL;
        }
        let made = || js_from_json(Document::from(self.timeline.story()).json());
        self.given.clone().unwrap_or_else(made)
    }

    /// The articles of what is shown, in words.
    pub(crate) fn articles(&self) -> JsValue {
        js_from_articles(self.timeline.story())
    }

    /// Shows what stands in for a story while there is none.
    pub(crate) fn show_state(&mut self) {
        let Some(surface) = &self.surface else { return };
        match &self.shown {
            Shown::Story => surface.show_state(&[], false),
            Shown::Nothing => state::show_empty(surface, self.timeline.story().articles.len()),
            Shown::Failed(message) => state::show_error(surface, message, surface.shell.has_sources(&surface.host)),
            Shown::Reading => {
                if let Some(job) = &self.job {
                    state::show_reading(surface, &job.standing);
                }
            }
        }
    }

    /// A frame has come.
    pub(crate) fn frame(&mut self, now_ms: f64) {
        if let Some(surface) = &mut self.surface {
            surface.frame_arrived();
        }
        self.draw(now_ms);
    }

    /// Brings the page up to date with the story.
    pub(crate) fn draw(&mut self, now_ms: f64) {
        if let Self { timeline, surface: Some(surface), shown: Shown::Story, .. } = self {
            surface.draw(timeline, now_ms);
        }
        self.outgoing.extend(self.ready.take());
    }

    /// The room may be another.
    pub(crate) fn resized(&mut self) {
        if let Some(surface) = &mut self.surface {
            surface.request_frame();
        }
    }

    fn restyle(&mut self) {
        if let Some(surface) = &mut self.surface {
            surface.due.style = true;
            surface.request_frame();
        }
        self.timeline.set_pace(Surface::pace());
    }

    /// Does what effects ask for.
    pub(crate) fn take(&mut self, effects: Effects) {
        if effects.selection {
            let chosen = self.timeline.chosen().and_then(|event| self.timeline.event(event));
            let chosen = chosen.map(|event| {
                let date = event.date.map(|date| date.to_string()).unwrap_or_default();
                [event.id.clone(), event.headline.clone(), date]
            });
            self.outgoing.push(Outgoing::Select { chosen });
        }
        if let Some(surface) = &mut self.surface {
            surface.take(effects);
        }
    }
}
