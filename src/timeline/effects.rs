//! What is to be done on the page after a change.

/// Where the cursor is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// Into the search field.
    Search,
    /// To the chosen event's label, where it has one, else to the plot.
    Chosen,
    /// To the plot.
    Plot,
}

/// What is to be done after a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// The picture is another: ask for a frame.
    pub frame: bool,
    /// Another event is chosen, or none: write the card anew and tell the page.
    pub selection: bool,
    /// Other events are shown: write the list and the tray anew.
    pub content: bool,
    /// Where the cursor is to go.
    pub cursor: Option<Cursor>,
}

impl Effects {
    pub(super) const NONE: Self = Self { frame: false, selection: false, content: false, cursor: None };
    pub(super) const FRAME: Self = Self { frame: true, ..Self::NONE };
    pub(super) const SELECTION: Self = Self { frame: true, selection: true, ..Self::NONE };

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            frame: self.frame || other.frame,
            selection: self.selection || other.selection,
            content: self.content || other.content,
            cursor: other.cursor.or(self.cursor),
        }
    }
}
