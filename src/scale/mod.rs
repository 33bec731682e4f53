//! An immutable time↔px map, the viewport, and calendar ticks.
