//! The command `eraline`.
fn main() {}
