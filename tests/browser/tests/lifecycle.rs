//! Elements that come, stand side by side, move and go.

use browser_tests::browser::Wishes;
use browser_tests::sites::{self, THREE_ARTICLES};
use browser_tests::{on_page, on_page_of};
use serde_json::json;

#[test]
fn two_elements_on_one_page_are_independent() {
    let body = format!("{THREE_ARTICLES}{}", THREE_ARTICLES.replace("2019", "1919"));
    on_page_of(sites::page("", &body), Wishes { height_px: 3000, ..Wishes::default() }, async |page| {
        page.open("/page.html").await;
        page.settle().await;
        let second = page.text("return era(1).view;").await;
        assert_ne!(page.text("return era(0).view;").await, second, "each has its own story");
        page.click("all('.label', 0).find(shown)").await;
        page.wait_until("the first has a card", "shown(inside('.card.open', 0))").await;
        page.ask("era(0).view = '2019-04-01/2019-06-30';").await;
        page.settle().await;
        assert_eq!(page.text("return era(1).view;").await, second);
        assert_eq!(page.ask("return shown(inside('.card.open', 1));").await, json!(false));
    });
}

#[test]
fn an_element_that_moves_keeps_its_view_and_its_card() {
    on_page(sites::page("", &format!("{THREE_ARTICLES}<section></section>")), async |page| {
        page.open("/page.html").await;
        page.settle().await;
        page.click("all('.label').find(shown)").await;
        page.wait_until("the card is open", "shown(inside('.card.open'))").await;
        page.ask("era().view = '2016-01-01/2019-12-31';").await;
        page.settle().await;
        let view = page.text("return era().view;").await;
        page.ask("document.querySelector('section').append(era());").await;
        page.settle().await;
        assert_eq!(page.text("return era().view;").await, view);
        assert_eq!(page.ask("return shown(inside('.card.open'));").await, json!(true));
    });
}

/// Counts what is alive: listeners that are not removed, observers that observe, frames and timers that wait.
const WATCH: &str = "
    globalThis.alive = { listeners: new Map(), observers: new Set(), frames: new Set(), timers: new Set() };
    const nameOf = (target) => target.constructor.name + (target.localName ? ' ' + target.localName + '.' + target.className : '');
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    let next = 0;
    const ids = new WeakMap();
    const idOf = (value) => { if (!ids.has(value)) ids.set(value, ++next); return ids.get(value); };
    const keyOf = (target, type, listener, options) =>
      [idOf(target), type, idOf(listener), Boolean(typeof options === 'object' ? options?.capture : options)].join();
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (listener && !(this instanceof AbortSignal) && !options?.once && !options?.signal?.aborted) {
        const key = keyOf(this ?? window, type, listener, options);
        alive.listeners.set(key, nameOf(this ?? window) + ' ' + type);
        options?.signal && addEventListener.call(options.signal, 'abort', () => alive.listeners.delete(key));
      }
      return addEventListener.call(this ?? window, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      if (listener) alive.listeners.delete(keyOf(this ?? window, type, listener, options));
      return removeEventListener.call(this ?? window, type, listener, options);
    };
    for (const name of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver']) {
      const { observe, disconnect } = globalThis[name].prototype;
      globalThis[name].prototype.observe = function (...words) { alive.observers.add(this); return observe.apply(this, words); };
      globalThis[name].prototype.disconnect = function () { alive.observers.delete(this); return disconnect.call(this); };
    }
    const request = requestAnimationFrame, cancel = cancelAnimationFrame;
    globalThis.requestAnimationFrame = (step) => {
      const id = request((now) => { alive.frames.delete(id); step(now); });
      alive.frames.add(id);
      return id;
    };
    globalThis.cancelAnimationFrame = (id) => { alive.frames.delete(id); cancel(id); };
    const later = setTimeout, stop = clearTimeout;
    // The driver's own timers, one for each question, are none of the element's.
    const isOurs = () => String(new Error().stack).includes('era-line');
    globalThis.setTimeout = (step, ...words) => {
      const id = later(() => { alive.timers.delete(id); step(); }, ...words);
      if (isOurs()) alive.timers.add(id);
      return id;
    };
    globalThis.clearTimeout = (id) => { alive.timers.delete(id); stop(id); };
";

/// What is alive now, in words.
const ALIVE: &str = "return {
    listeners: [...alive.listeners.values()].sort(),
    observers: alive.observers.size, frames: alive.frames.size, timers: alive.timers.size };";

#[test]
fn an_element_that_is_removed_frees_its_listeners_observers_and_frames() {
    let site = sites::page("<script src=\"watch.js\"></script>", "<main></main>").with_page("/watch.js", WATCH);
    on_page(site, async |page| {
        page.open("/page.html").await;
        page.ask("await customElements.whenDefined('era-line');").await;
        let before = page.ask(ALIVE).await;
        for _ in 0..3 {
            page.ask(&format!("document.querySelector('main').innerHTML = {};", json!(THREE_ARTICLES))).await;
            page.settle().await;
            page.click("all('.label').find(shown)").await;
            page.wait_until("the card is open", "shown(inside('.card.open'))").await;
            assert!(
                page.number("return alive.listeners.size;").await
                    > before["listeners"].as_array().map_or(0.0, |l| l.len() as f64),
                "the element listens while it is there"
            );
            // In the middle of a movement, so that a frame waits.
            page.ask("era().view = '2019-04-01/2019-06-30'; era().remove();").await;
            page.ask("await new Promise((done) => setTimeout(done, 100));").await;
            assert_eq!(page.ask(ALIVE).await, before);
        }
    });
}

#[test]
fn a_timeline_at_rest_asks_for_no_frame() {
    let site = sites::page("<script src=\"watch.js\"></script>", THREE_ARTICLES).with_page("/watch.js", WATCH);
    on_page(site, async |page| {
        page.open("/page.html").await;
        page.settle().await;
        page.wait_until("no frame waits", "alive.frames.size === 0").await;
        page.ask("await new Promise((done) => setTimeout(done, 300));").await;
        assert_eq!(page.number("return alive.frames.size;").await, 0.0);
    });
}
