//! Listeners, observers and frames as owned values: dropping one takes it off the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget, ResizeObserver, Window};

/// One handler for many kinds of events on many targets.
pub(crate) struct Listeners {
    handler: Closure<dyn FnMut(Event)>,
    registered: Vec<(EventTarget, &'static str)>,
}

impl Listeners {
    /// Takes the handler; it hears nothing yet.
    pub(crate) fn new(handler: impl FnMut(Event) + 'static) -> Self {
        Self { handler: Closure::new(handler), registered: Vec::new() }
    }

    /// Hears these events of `target`. They may be cancelled (a wheel that zooms must not scroll the page).
    pub(crate) fn hear(&mut self, target: &EventTarget, names: &[&'static str]) {
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        for name in names {
            let function = self.handler.as_ref().unchecked_ref();
            if target.add_event_listener_with_callback_and_add_event_listener_options(name, function, &options).is_ok()
            {
                self.registered.push((target.clone(), name));
            }
        }
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        for (target, name) in self.registered.drain(..) {
            let function = self.handler.as_ref().unchecked_ref();
            // A target that is gone already has no listener to take off.
            drop(target.remove_event_listener_with_callback(name, function));
        }
    }
}

/// Tells when an element's size changes.
pub(crate) struct SizeObserver {
    observer: ResizeObserver,
    _handler: Closure<dyn FnMut()>,
}

impl SizeObserver {
    /// Calls `handler` on every change of the size of `element`, and once at the start.
    pub(crate) fn new(element: &web_sys::Element, handler: impl FnMut() + 'static) -> Option<Self> {
        let handler = Closure::<dyn FnMut()>::new(handler);
        let observer = ResizeObserver::new(handler.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _handler: handler })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// At most one animation frame asked for at a time.
pub(crate) struct Frames {
    window: Window,
    handler: Closure<dyn FnMut(f64)>,
    pending: Option<i32>,
}

impl Frames {
    /// Takes what a frame does; `None` outside a page.
    pub(crate) fn new(handler: impl FnMut(f64) + 'static) -> Option<Self> {
        Some(Self { window: web_sys::window()?, handler: Closure::new(handler), pending: None })
    }

    /// Asks for a frame, unless one is coming.
    pub(crate) fn request(&mut self) {
        if self.pending.is_none() {
            self.pending = self.window.request_animation_frame(self.handler.as_ref().unchecked_ref()).ok();
        }
    }

    /// The frame came.
    pub(crate) fn arrived(&mut self) {
        self.pending = None;
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(pending) = self.pending.take() {
            // A frame that has come already cannot be cancelled, and need not be.
            drop(self.window.cancel_animation_frame(pending));
        }
    }
}
