//! A page in the browser: questions to it in JavaScript, and what a reader does as real input.

use std::time::Duration;

use fantoccini::actions::{
    ActionSequence, Actions, InputSource, KeyAction, KeyActions, MouseActions, PointerAction, TouchActions,
    WheelAction, WheelActions,
};
use fantoccini::wd::PrintConfiguration;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

/// How long a page may take to come to a state that a test waits for.
const PATIENCE: Duration = Duration::from_secs(15);

/// How often a state is asked for meanwhile.
const ASK_EVERY: Duration = Duration::from_millis(20);

/// The left button of a mouse, as WebDriver counts them.
const LEFT: u64 = 0;

/// Words that every script of a test may use: elements inside open shadow roots, and what is on screen.
const HELPERS: &str = "
    const era = (n = 0) => document.querySelectorAll('era-line')[n];
    const inside = (selector, n = 0) => era(n)?.shadowRoot?.querySelector(selector) ?? null;
    const all = (selector, n = 0) => [...(era(n)?.shadowRoot?.querySelectorAll(selector) ?? [])];
    const shown = (node) => !!node && node.checkVisibility() && node.getClientRects().length > 0;
    const box = (node) => { const r = node.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
";

/// Keys that are no letters, as WebDriver names them.
pub mod keys {
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Shift, held.
    pub const SHIFT: char = '\u{E008}';
    /// Control, held.
    pub const CONTROL: char = '\u{E009}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// Home.
    pub const HOME: char = '\u{E011}';
    /// Left arrow.
    pub const LEFT: char = '\u{E012}';
    /// Right arrow.
    pub const RIGHT: char = '\u{E014}';
}

/// A page in the browser.
#[derive(Clone, Debug)]
pub struct Page {
    client: Client,
    origin: String,
}

impl Page {
    pub(crate) fn new(client: Client, origin: String) -> Self {
        Self { client, origin }
    }

    /// Where the site of the test is served, such as `http://127.0.0.1:4000`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Prints the page, as far as a file of it.
    pub async fn print(&self) {
        let printed = self.client.print(PrintConfiguration::default()).await;
        let file = printed.unwrap_or_else(|error| panic!("the page does not print: {error}"));
        assert!(file.starts_with(b"%PDF"), "a print is a PDF");
    }

    /// Loads a path of the site.
    pub async fn open(&self, path: &str) {
        let url = format!("{}{path}", self.origin);
        self.client.goto(&url).await.unwrap_or_else(|error| panic!("{url} does not load: {error}"));
    }

    /// Runs the body of a function and gives what it returns; it may `await`.
    pub async fn ask(&self, body: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1]; {HELPERS}
             (async () => {{ {body} }})().then((value) => done({{ value: value ?? null }}), (error) => done({{ error: String(error) }}));"
        );
        let mut answer = self
            .client
            .execute_async(&script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("the page does not answer: {error}\n{body}"));
        assert!(answer["error"].is_null(), "the script fails with {}\n{body}", answer["error"]);
        answer["value"].take()
    }

    /// The same for an answer that is a number.
    pub async fn number(&self, body: &str) -> f64 {
        let answer = self.ask(body).await;
        answer.as_f64().unwrap_or_else(|| panic!("expected a number, found {answer}\n{body}"))
    }

    /// The same for an answer that is a text.
    pub async fn text(&self, body: &str) -> String {
        let answer = self.ask(body).await;
        answer.as_str().unwrap_or_else(|| panic!("expected a text, found {answer}\n{body}")).to_owned()
    }

    /// The text of the page as it is shown, without asking a script for it.
    pub async fn shown_text(&self) -> String {
        let body = self.client.find(Locator::Css("body")).await;
        let text = body.unwrap_or_else(|error| panic!("the page has no body: {error}")).text().await;
        text.unwrap_or_else(|error| panic!("the page does not tell its text: {error}"))
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_until(&self, what: &str, condition: &str) {
        let begun = tokio::time::Instant::now();
        while self.ask(&format!("return Boolean({condition});")).await != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "waited in vain: {what}\n{condition}");
            tokio::time::sleep(ASK_EVERY).await;
        }
    }

    /// Waits until every timeline of the page is ready and two frames have been drawn since.
    pub async fn settle(&self) {
        self.ask(
            "await customElements.whenDefined('era-line');
             await Promise.all([...document.querySelectorAll('era-line')].map((timeline) => timeline.ready));
             await document.fonts.ready;
             for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);",
        )
        .await;
    }

    /// The middle of an element in the viewport, after bringing it there; the element is an expression.
    pub async fn middle_of(&self, element: &str) -> (f64, f64) {
        let answer = self
            .ask(&format!(
                "const node = {element};
                 if (!node) throw 'no such element';
                 node.scrollIntoView({{ block: 'nearest', inline: 'nearest', behavior: 'instant' }});
                 const [left, top, right, bottom] = box(node);
                 return [(left + right) / 2, (top + bottom) / 2];"
            ))
            .await;
        match (answer[0].as_f64(), answer[1].as_f64()) {
            (Some(x), Some(y)) => (x, y),
            _ => panic!("{element} has no place on the page: {answer}"),
        }
    }

    /// Clicks in the middle of an element with the mouse.
    pub async fn click(&self, element: &str) {
        let (x, y) = self.middle_of(element).await;
        self.perform(
            MouseActions::new("mouse".to_owned())
                .then(move_to(x, y, 0))
                .then(PointerAction::Down { button: LEFT })
                .then(PointerAction::Up { button: LEFT }),
        )
        .await;
    }

    /// Drags with the mouse from a point of the viewport by a distance, in a few steps as a hand does.
    pub async fn drag(&self, from: (f64, f64), by: (f64, f64)) {
        const STEPS: u32 = 6;
        let mut mouse = MouseActions::new("mouse".to_owned())
            .then(move_to(from.0, from.1, 0))
            .then(PointerAction::Down { button: LEFT });
        for step in 1..=STEPS {
            let part = f64::from(step) / f64::from(STEPS);
            mouse = mouse.then(move_to(from.0 + by.0 * part, from.1 + by.1 * part, 16));
        }
        self.perform(mouse.then(PointerAction::Up { button: LEFT })).await;
    }

    /// Spreads two fingers around a point of the viewport from one distance to another.
    pub async fn pinch(&self, around: (f64, f64), from_px: f64, to_px: f64) {
        let finger = |name: &str, side: f64| {
            TouchActions::new(name.to_owned())
                .then(move_to(around.0 + side * from_px / 2.0, around.1, 0))
                .then(PointerAction::Down { button: LEFT })
                .then(move_to(around.0 + side * (from_px + to_px) / 4.0, around.1, 50))
                .then(move_to(around.0 + side * to_px / 2.0, around.1, 50))
                .then(PointerAction::Up { button: LEFT })
        };
        let both = Actions::from(finger("left finger", -1.0)).and(finger("right finger", 1.0));
        self.client.perform_actions(both).await.unwrap_or_else(|error| panic!("the fingers do not move: {error}"));
    }

    /// Turns the wheel over a point of the viewport.
    pub async fn wheel(&self, at: (f64, f64), delta_x: i64, delta_y: i64) {
        self.perform(turn(at, delta_x, delta_y)).await;
    }

    /// Turns the wheel while Control is held, which is also what a pinch on a touchpad sends.
    pub async fn wheel_with_control(&self, at: (f64, f64), delta_y: i64) {
        let down = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value: keys::CONTROL });
        self.perform(down).await;
        self.perform(turn(at, 0, delta_y)).await;
        let up = KeyActions::new("keys".to_owned()).then(KeyAction::Up { value: keys::CONTROL });
        self.perform(up).await;
    }

    /// Presses keys one after another.
    pub async fn press(&self, letters: &[char]) {
        let mut keyboard = KeyActions::new("keys".to_owned());
        for letter in letters {
            keyboard = keyboard.then(KeyAction::Down { value: *letter }).then(KeyAction::Up { value: *letter });
        }
        self.perform(keyboard).await;
    }

    /// Writes a text into what has the focus, as if typed.
    pub async fn write(&self, text: &str) {
        let letters: Vec<char> = text.chars().map(|letter| if letter == '\n' { keys::ENTER } else { letter }).collect();
        self.press(&letters).await;
    }

    /// What is on screen, as a PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap_or_else(|error| panic!("no picture: {error}"))
    }

    async fn perform(&self, input: impl Into<ActionSequence>) {
        let outcome = self.client.perform_actions(Actions::from(input)).await;
        outcome.unwrap_or_else(|error| panic!("the input does not reach the page: {error}"));
    }
}

fn move_to(x: f64, y: f64, duration_ms: u64) -> PointerAction {
    PointerAction::MoveTo { duration: Some(Duration::from_millis(duration_ms)), x, y }
}

fn turn(at: (f64, f64), delta_x: i64, delta_y: i64) -> WheelActions {
    let mut wheel = WheelActions::new("wheel".to_owned());
    wheel.push(WheelAction::Scroll {
        duration: None,
        x: at.0.round() as i64,
        y: at.1.round() as i64,
        delta_x,
        delta_y,
    });
    wheel
}
