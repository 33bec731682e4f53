//! Tags the articles of a text, one after the other. As wasm it does so once, and who runs it takes the time; natively
//! it does so some times and prints the best, in microseconds.

use std::hint::black_box;
use std::sync::LazyLock;

use eraline::calendar::{Day, Edtf};
use eraline::timex::{Anchor, find, resolve};

/// Articles with a record separator between them.
const TEXT: &str = include_str!(env!("ERALINE_BENCH_TEXT"));

/// The articles, cut once: what is measured is tagging them.
static ARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| TEXT.split('\u{1e}').collect());

fn tag_all() -> usize {
    let anchor = Anchor { published: Day::from_ymd(1998, 3, 6).map(Edtf::day) };
    ARTICLES.iter().map(|article| resolve(article, &find(article), &anchor).len()).sum()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    black_box(tag_all());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    const ROUNDS: usize = 20;
    let best = (0..ROUNDS)
        .map(|_| {
            let start = std::time::Instant::now();
            black_box(tag_all());
            start.elapsed()
        })
        .min()
        .unwrap_or_default();
    println!("{}", best.as_micros());
}
