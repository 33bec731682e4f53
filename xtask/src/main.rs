//! The tasks that need logic: `bundle`, `serve`, `test`.
fn main() {}
