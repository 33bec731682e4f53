//! Shapes, paints and the list of them.

/// A colour role: the `--era-line-…` custom property of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paint {
    /// Ground.
    Paper,
    /// Every second era.
    Band,
    /// Ribbon, axis, window of the overview.
    Ink,
    /// Points and hollow boxes.
    Mark,
    /// Spans and density.
    Bar,
    /// Poles, tick marks.
    Edge,
    /// Dividers.
    Hair,
    /// The chosen event.
    Accent,
    /// Ground of the chosen box.
    AccentTint,
    /// Search hits.
    Focus,
}

impl Paint {
    /// Every role, in the order of their declaration.
    pub const ALL: [Self; 10] = [
        Self::Paper,
        Self::Band,
        Self::Ink,
        Self::Mark,
        Self::Bar,
        Self::Edge,
        Self::Hair,
        Self::Accent,
        Self::AccentTint,
        Self::Focus,
    ];

    /// The name of its custom property without the `--era-line-` before it.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Band => "band",
            Self::Ink => "ink",
            Self::Mark => "mark",
            Self::Bar => "bar",
            Self::Edge => "edge",
            Self::Hair => "hair",
            Self::Accent => "accent",
            Self::AccentTint => "accent-tint",
            Self::Focus => "focus",
        }
    }
}

/// Geometry in px, x to the right and y down from the plot's top left corner.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "fields are named after what they measure")]
pub enum Shape {
    /// A filled box.
    Rect { x: f64, y: f64, width: f64, height: f64 },
    /// A stroked box; `dash` is the lengths on and off.
    Frame { x: f64, y: f64, width: f64, height: f64, radius: f64, stroke: f64, dash: Option<[f64; 2]> },
    /// A filled circle.
    Disc { x: f64, y: f64, radius: f64 },
    /// A stroked line.
    Line { from: (f64, f64), to: (f64, f64), stroke: f64, dash: Option<[f64; 2]> },
    /// A stroked line through several points (leaders that bend).
    Polyline { points: Vec<(f64, f64)>, stroke: f64 },
    /// A filled outline.
    Polygon { points: Vec<(f64, f64)> },
    /// A box whose opacity changes along an axis: stops of offset (0 to 1) and opacity (0 to 1).
    Fade { x: f64, y: f64, width: f64, height: f64, axis: FadeAxis, stops: Vec<(f64, f64)> },
}

/// Along which axis a fade runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FadeAxis {
    /// Left to right.
    Horizontal,
    /// Top to bottom.
    Vertical,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub shape: Shape,
    /// In which role.
    pub paint: Paint,
    /// Opacity, 0 to 1.
    pub opacity: f64,
}

/// Everything to paint on one canvas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// In px.
    pub width: f64,
    /// In px.
    pub height: f64,
    /// In painting order.
    pub marks: Vec<Mark>,
}
