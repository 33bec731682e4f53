//! Pointer, wheel, pinch and key input to commands: a state machine with no DOM and no clock.
