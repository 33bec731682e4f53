//! Keys as a table.

use super::Command;

/// The keys that mean something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named after the keys")]
pub enum Key {
    Left,
    Right,
    Up,
    Down,
    Plus,
    Minus,
    PageUp,
    PageDown,
    Home,
    Escape,
    Slash,
    Question,
}

impl Key {
    /// The names that browsers give the keys (UI Events `key` values).
    const NAMES: [(&'static str, Self); 16] = [
        ("ArrowLeft", Self::Left),
        ("ArrowRight", Self::Right),
        ("ArrowUp", Self::Up),
        ("ArrowDown", Self::Down),
        ("+", Self::Plus),
        // The plus key without Shift on many keyboards.
        ("=", Self::Plus),
        ("Add", Self::Plus),
        ("-", Self::Minus),
        ("_", Self::Minus),
        ("Subtract", Self::Minus),
        ("PageUp", Self::PageUp),
        ("PageDown", Self::PageDown),
        ("Home", Self::Home),
        ("Escape", Self::Escape),
        ("/", Self::Slash),
        ("?", Self::Question),
    ];

    /// The key of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
    }
}

/// The keys that are held down with another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each key, as the browser reports them")]
pub struct Modifiers {
    /// Shift.
    pub shift: bool,
    /// Ctrl.
    pub control: bool,
    /// ⌘ or the Windows key.
    pub meta: bool,
    /// Alt or Option.
    pub alt: bool,
}

/// Where the focus is when a key comes, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyFocus {
    /// On the plot, with no event chosen.
    Plot,
    /// On an event's label, or anywhere on the plot while an event is chosen.
    Event,
    /// On a button or in the card: its own keys first.
    Control,
    /// In a text field: all but Esc is typing.
    Typing,
}

/// One row: the key, whether Shift matters, where it counts, what it does.
type Row = (Key, Option<bool>, &'static [KeyFocus], Command);

const PLOT: &[KeyFocus] = &[KeyFocus::Plot, KeyFocus::Event];
const ANY_BUT_TYPING: &[KeyFocus] = &[KeyFocus::Plot, KeyFocus::Event, KeyFocus::Control];
const ALL: &[KeyFocus] = &[KeyFocus::Plot, KeyFocus::Event, KeyFocus::Control, KeyFocus::Typing];

/// The first row that fits counts. Up and Down scroll the page unless an event is in hand.
const KEYMAP: [Row; 16] = [
    (Key::Left, Some(true), PLOT, Command::NudgeEarlier),
    (Key::Right, Some(true), PLOT, Command::NudgeLater),
    (Key::Left, None, &[KeyFocus::Event], Command::PreviousEvent),
    (Key::Right, None, &[KeyFocus::Event], Command::NextEvent),
    (Key::Up, Some(false), &[KeyFocus::Event], Command::PreviousEvent),
    (Key::Down, Some(false), &[KeyFocus::Event], Command::NextEvent),
    (Key::Left, None, &[KeyFocus::Plot], Command::NudgeEarlier),
    (Key::Right, None, &[KeyFocus::Plot], Command::NudgeLater),
    (Key::Plus, None, ANY_BUT_TYPING, Command::ZoomIn),
    (Key::Minus, None, ANY_BUT_TYPING, Command::ZoomOut),
    (Key::PageUp, None, PLOT, Command::Earlier),
    (Key::PageDown, None, PLOT, Command::Later),
    (Key::Home, None, PLOT, Command::WholeStory),
    (Key::Slash, None, ANY_BUT_TYPING, Command::Search),
    (Key::Question, None, ANY_BUT_TYPING, Command::Help),
    (Key::Escape, None, ALL, Command::Close),
];

/// What a key means where the focus is; `None` leaves it to the browser.
///
/// With Ctrl, ⌘ or Alt a key belongs to the browser or the system.
#[must_use]
pub fn command_of_key(key: Key, modifiers: Modifiers, focus: KeyFocus) -> Option<Command> {
    if modifiers.control || modifiers.meta || modifiers.alt {
        return None;
    }
    let fits =
        |row: &&Row| row.0 == key && row.1.is_none_or(|shift| shift == modifiers.shift) && row.2.contains(&focus);
    KEYMAP.iter().find(fits).map(|row| row.3)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Modifiers = Modifiers { shift: false, control: false, meta: false, alt: false };
    const SHIFT: Modifiers = Modifiers { shift: true, ..NONE };

    #[test]
    fn arrows_step_through_events_once_one_is_chosen_and_pan_before() {
        assert_eq!(command_of_key(Key::Right, NONE, KeyFocus::Plot), Some(Command::NudgeLater));
        assert_eq!(command_of_key(Key::Right, NONE, KeyFocus::Event), Some(Command::NextEvent));
        assert_eq!(command_of_key(Key::Right, SHIFT, KeyFocus::Event), Some(Command::NudgeLater));
    }

    #[test]
    fn typing_keeps_all_keys_but_escape() {
        for (_, key) in Key::NAMES {
            let expected = (key == Key::Escape).then_some(Command::Close);
            assert_eq!(command_of_key(key, NONE, KeyFocus::Typing), expected, "{key:?}");
        }
    }

    #[test]
    fn keys_with_control_belong_to_the_browser() {
        let control = Modifiers { control: true, ..NONE };
        assert_eq!(command_of_key(Key::Plus, control, KeyFocus::Plot), None);
    }

    #[test]
    fn up_and_down_scroll_the_page_until_an_event_is_in_hand() {
        assert_eq!(command_of_key(Key::Down, NONE, KeyFocus::Plot), None);
        assert_eq!(command_of_key(Key::Down, NONE, KeyFocus::Event), Some(Command::NextEvent));
    }

    #[test]
    fn plus_zooms_with_and_without_shift() {
        assert_eq!(Key::of_name("="), Some(Key::Plus));
        assert_eq!(command_of_key(Key::Plus, SHIFT, KeyFocus::Plot), Some(Command::ZoomIn));
    }
}
