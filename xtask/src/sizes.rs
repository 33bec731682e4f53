//! The bytes of the bundle over the wire, held against `budget.toml`.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::TaskError;

/// What a page loads for one timeline, in the order of the table.
const FILES: [&str; 3] = ["era-line.js", "era-line.wasm", "era-line.css"];

/// The strongest setting of brotli, which servers use for files compressed once.
const BROTLI_QUALITY: i32 = 11;

/// Base two logarithm of brotli's window; 22 is what browsers accept without a flag.
const BROTLI_WINDOW: i32 = 22;

/// The sizes of a file as it is, after gzip and after brotli.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes of the bundle in `folder`, and fails when one is over the budget.
pub fn report(folder: &Path, budget: &Path) -> Result<(), TaskError> {
    let budget_text = fs::read_to_string(budget).map_err(|error| format!("{}: {error}", budget.display()))?;
    let limits = parse_budget(&budget_text)?;
    let mut rows = Vec::new();
    let mut total = Sizes::default();
    for name in FILES {
        let sizes = measure(&folder.join(name))?;
        total =
            Sizes { raw: total.raw + sizes.raw, gzip: total.gzip + sizes.gzip, brotli: total.brotli + sizes.brotli };
        rows.push((name, sizes));
    }
    rows.push(("total", total));
    print!("{}", table(&rows, &limits));
    let over: Vec<String> = rows.iter().filter_map(|(name, sizes)| excess(name, *sizes, &limits)).collect();
    if over.is_empty() { Ok(()) } else { Err(format!("over budget.toml: {}", over.join("; "))) }
}

/// The lines `name = bytes` of the budget.
fn parse_budget(text: &str) -> Result<Vec<(String, usize)>, TaskError> {
    let mut limits = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let entry = line.split_once('=').and_then(|(name, bytes)| {
            let bytes = bytes.trim().replace('_', "").parse().ok()?;
            Some((name.trim().trim_matches('"').to_owned(), bytes))
        });
        let Some(entry) = entry else {
            return Err(format!("budget.toml:{}: expected `\"file\" = bytes`, found `{line}`", number + 1));
        };
        limits.push(entry);
    }
    match FILES.iter().chain(&["total"]).find(|name| limit_of(name, &limits).is_none()) {
        Some(missing) => Err(format!("budget.toml: expected a line for \"{missing}\", found none")),
        None => Ok(limits),
    }
}

fn limit_of(name: &str, limits: &[(String, usize)]) -> Option<usize> {
    limits.iter().find(|(limited, _)| limited == name).map(|(_, bytes)| *bytes)
}

fn excess(name: &str, sizes: Sizes, limits: &[(String, usize)]) -> Option<String> {
    let limit = limit_of(name, limits)?;
    (sizes.brotli > limit).then(|| format!("{name} is {} bytes after brotli, {limit} are allowed", sizes.brotli))
}

fn measure(path: &Path) -> Result<Sizes, TaskError> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let compressed = |error: std::io::Error| format!("compressing {}: {error}", path.display());

    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes).map_err(compressed)?;
    let gzip = gzip.finish().map_err(compressed)?;

    let mut brotli = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: BROTLI_QUALITY, lgwin: BROTLI_WINDOW, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &parameters).map_err(compressed)?;
    Ok(Sizes { raw: bytes.len(), gzip: gzip.len(), brotli: brotli.len() })
}

fn table(rows: &[(&str, Sizes)], limits: &[(String, usize)]) -> String {
    let mut text = format!("{:<14}{:>10}{:>10}{:>10}{:>10}\n", "bytes", "raw", "gzip", "brotli", "budget");
    for (name, sizes) in rows {
        let limit = limit_of(name, limits).map(|bytes| bytes.to_string()).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name:<14}{:>10}{:>10}{:>10}{limit:>10}", sizes.raw, sizes.gzip, sizes.brotli);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGET: &str =
        "# bytes\n\"era-line.js\" = 10\n\"era-line.wasm\" = 2_000\n\"era-line.css\" = 3\ntotal = 2013\n";

    #[test]
    fn a_budget_has_a_limit_for_each_file_and_the_total() {
        let limits = parse_budget(BUDGET);
        assert_eq!(limits.map(|limits| limit_of("era-line.wasm", &limits)), Ok(Some(2000)));
        assert!(parse_budget("total = 5\n").is_err_and(|error| error.contains("era-line.js")));
        assert!(parse_budget("total: 5\n").is_err_and(|error| error.contains("budget.toml:1")));
    }

    #[test]
    fn one_byte_over_the_limit_is_reported() {
        let limits = [("total".to_owned(), 100)];
        let of = |brotli| Sizes { brotli, ..Sizes::default() };
        assert_eq!(excess("total", of(100), &limits), None);
        assert!(excess("total", of(101), &limits).is_some());
    }
}
