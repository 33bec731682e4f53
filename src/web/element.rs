//! The struct that the JavaScript class forwards to: one for each `<era-line>`.

use crate::gather::Gather;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, ShadowRoot};

use super::dom::now_ms;
use super::input::{self, Input};
use super::job::{Job, STEP_MS};
use super::listen::{Frames, Listeners};
use super::surface::Surface;
use super::widget::{Outgoing, Shown, Widget};
use crate::calendar::Edtf;

/// Shorter reading shows no progress: what was there stays until the timeline comes.
const STATE_AFTER_MS: f64 = 250.0;

/// A timeline element's inner half. The class in `element.js` owns one and tells it of its life.
#[wasm_bindgen]
#[expect(missing_debug_implementations, reason = "holds closures and nodes")]
pub struct TimelineElement {
    widget: Rc<RefCell<Widget>>,
}

#[wasm_bindgen]
impl TimelineElement {
    /// A timeline with nothing to show.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(clippy::new_without_default, reason = "made from JavaScript")]
    pub fn new() -> Self {
        Self { widget: Rc::default() }
    }

    /// The element stands in a page: makes its nodes and begins to listen.
    ///
    /// `retry` reads again what the element's attributes and content name.
    pub fn connect(&self, host: HtmlElement, root: &ShadowRoot, retry: Function) {
        let weak = Rc::downgrade(&self.widget);
        let heard = weak.clone();
        let listeners = Listeners::new(move |event| with(&heard, |widget| widget.hear(&event)));
        let drawn = weak.clone();
        let frames = Frames::new(move |now_ms| with(&drawn, |widget| widget.frame(now_ms)));
        let on_size = move || with(&weak, Widget::resized);
        let surface = Surface::new(host, root, listeners, frames, retry, on_size);
        self.change(|widget| {
            widget.surface = Some(surface);
            widget.show_state();
            widget.resized();
        });
    }

    /// The element has left its page: its nodes, listeners, observers and frames go; what it shows stays in mind.
    pub fn disconnect(&self) {
        // Dropped after the borrow has ended: taking listeners off calls nobody, but costs nothing to be sure of.
        let surface = self.widget.try_borrow_mut().ok().and_then(|mut widget| widget.surface.take());
        drop(surface);
    }

    /// An attribute that only changes how things look is another.
    pub fn refresh(&self) {
        self.change(|widget| {
            if let Some(surface) = &mut widget.surface {
                surface.due.size = true;
                surface.due.content = true;
            }
            widget.resized();
        });
    }

    /// Begins to read records, or shows a document.
    ///
    /// # Errors
    /// Where the value is neither.
    pub fn begin(&self, value: &JsValue) -> Result<(), JsError> {
        self.begin_with(input::of_value(value), None)
    }

    /// Begins to read files; `failed` are the messages of those that could not be fetched.
    ///
    /// # Errors
    /// Where there is nothing to read in any of them.
    pub fn begin_files(&self, files: &Array, failed: &Array) -> Result<(), JsError> {
        let failed: Vec<String> = failed.iter().filter_map(|message| message.as_string()).gather();
        let read = input::of_files(files, failed);
        self.begin_with(read, None)
    }

    /// Begins to read what stands inside the element, or the article of the page that `for` names.
    ///
    /// # Errors
    /// Where that article is not there, or a script holds neither articles nor a document.
    pub fn begin_page(&self, host: &HtmlElement) -> Result<(), JsError> {
        let (input, edits) = input::of_page(host).map_err(|message| JsError::new(&message))?;
        self.begin_with(Ok(input), host.get_attribute("label"))?;
        match edits {
            Some(edits) => self.set_edits(&edits).map(|_| ()),
            None => Ok(()),
        }
    }

    /// Works on for a moment. Gives whether there is more to do.
    pub fn step(&self) -> bool {
        self.change(|widget| {
            let begun_ms = now_ms();
            let is_over = || now_ms() - begun_ms > STEP_MS;
            let Some(job) = &mut widget.job else {
                if widget.prepare(&is_over) {
                    return true;
                }
                // Drawn here and not with the next frame, so that a page that waits for the load finds it drawn, even
                // one in the background, which gets no frames.
                if std::mem::take(&mut widget.draw_is_due) {
                    widget.draw(begun_ms);
                    return true;
                }
                return widget.surface.as_mut().is_some_and(Surface::build_list);
            };
            if job.is_done {
                widget.finish_job();
                return true;
            }
            let before = (job.standing.article, job.standing.events);
            job.step(&is_over);
            if (job.standing.article, job.standing.events) != before {
                let standing = job.standing.clone();
                widget.outgoing.push(Outgoing::Progress {
                    article: standing.article,
                    articles: standing.articles,
                    title: standing.title,
                    events: standing.events,
                });
                if begun_ms - widget.job_begun_ms > STATE_AFTER_MS {
                    widget.show_state();
                }
            }
            true
        })
        .unwrap_or(false)
    }

    /// Shows an error in place of the timeline.
    pub fn fail(&self, message: String) {
        self.change(|widget| {
            widget.job = None;
            widget.coming = None;
            widget.shown = Shown::Failed(message);
            widget.show_state();
        });
    }

    /// What is in view, as an EDTF interval.
    #[must_use]
    pub fn view(&self) -> Option<String> {
        let widget = self.widget.try_borrow().ok()?;
        (widget.shown == Shown::Story).then(|| widget.timeline.view().edtf().to_string())
    }

    /// Shows the days of an EDTF date or interval.
    ///
    /// # Errors
    /// Where the text is neither.
    pub fn set_view(&self, interval: &str) -> Result<(), JsError> {
        let interval: Edtf =
            interval.parse().map_err(|error: crate::calendar::EdtfError| JsError::new(&error.to_string()))?;
        self.change(|widget| {
            let effects = widget.timeline.show(interval);
            widget.take(effects);
        });
        Ok(())
    }

    /// The timeline document of what is shown, or null.
    #[must_use]
    pub fn document(&self) -> JsValue {
        self.widget.try_borrow().map_or(JsValue::NULL, |widget| widget.document())
    }

    /// The edits file, or null.
    #[must_use]
    pub fn edits(&self) -> JsValue {
        self.widget.try_borrow().map_or(JsValue::NULL, |widget| widget.edits())
    }

    /// Takes an edits file in place of the one before, null for none. Gives whether a story is to be shown anew.
    ///
    /// # Errors
    /// Where the value is no edits file.
    pub fn set_edits(&self, value: &JsValue) -> Result<bool, JsError> {
        self.change(|widget| widget.set_edits(value)).unwrap_or(Ok(false)).map_err(|message| JsError::new(&message))
    }

    /// The articles of what is shown, in words, or null.
    #[must_use]
    pub fn articles(&self) -> JsValue {
        self.widget.try_borrow().map_or(JsValue::NULL, |widget| widget.articles())
    }
}

impl TimelineElement {
    fn change<T>(&self, change: impl FnOnce(&mut Widget) -> T) -> Option<T> {
        change_and_tell(&self.widget, change)
    }

    fn begin_with(&self, input: Result<Input, String>, title: Option<String>) -> Result<(), JsError> {
        let input = input.map_err(|message| JsError::new(&message))?;
        self.change(|widget| {
            let (job, problems) = match input {
                Input::Document { document, problems } => (Job::of_document(document)?, problems),
                Input::Articles { waiting, problems } => (Job::of_articles(waiting, title), problems),
            };
            widget.outgoing.extend(problems.into_iter().map(Outgoing::Error));
            widget.job = Some(job);
            widget.coming = None;
            widget.job_begun_ms = now_ms();
            widget.shown = Shown::Reading;
            Ok(())
        })
        .unwrap_or(Ok::<(), String>(()))
        .map_err(|message| JsError::new(&message))
    }
}

/// Runs `act` on a widget that still exists, then tells the page what came of it.
fn with(widget: &Weak<RefCell<Widget>>, act: impl FnOnce(&mut Widget)) {
    if let Some(widget) = widget.upgrade() {
        change_and_tell(&widget, act);
    }
}

/// Changes a widget, and dispatches its events once it is no longer borrowed. An event that comes while the widget
/// changes is of its own making and says nothing new.
fn change_and_tell<T>(widget: &Rc<RefCell<Widget>>, change: impl FnOnce(&mut Widget) -> T) -> Option<T> {
    let result = change(&mut *widget.try_borrow_mut().ok()?);
    tell(widget);
    Some(result)
}

/// Dispatches the events of what changed.
#[inline(never)]
fn tell(widget: &RefCell<Widget>) {
    let Some((outgoing, host)) = widget.try_borrow_mut().ok().and_then(|mut widget| {
        let outgoing = std::mem::take(&mut widget.outgoing);
        Some((outgoing, widget.surface.as_ref()?.host.clone()))
    }) else {
        return;
    };
    for event in outgoing {
        dispatch(&host, event);
    }
}

fn dispatch(host: &HtmlElement, outgoing: Outgoing) {
    let number = |count: usize| JsValue::from_f64(count as f64);
    let (name, fields): (&str, Vec<(&str, JsValue)>) = match outgoing {
        Outgoing::Ready { events, articles } => {
            ("ready", vec![("events", number(events)), ("articles", number(articles))])
        }
        Outgoing::Select { chosen } => {
            let [id, headline, date] = chosen.map_or([const { None }; 3], |chosen| chosen.map(Some));
            let text = |text: Option<String>| text.filter(|text| !text.is_empty()).map_or(JsValue::NULL, JsValue::from);
            ("select", vec![("id", text(id)), ("headline", text(headline)), ("date", text(date))])
        }
        Outgoing::Error(message) => ("error", vec![("message", JsValue::from(message))]),
        Outgoing::Progress { article, articles, title, events } => (
            "progress",
            vec![
                ("article", number(article)),
                ("articles", number(articles)),
                ("title", JsValue::from(title)),
                ("events", number(events)),
            ],
        ),
    };
    let detail = Object::new();
    for (name, value) in fields {
        // Setting a field of a plain object of our own cannot fail.
        Reflect::set(&detail, &JsValue::from_str(name), &value).ok();
    }
    let options = CustomEventInit::new();
    options.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &options) {
        host.dispatch_event(&event).ok();
    }
}
