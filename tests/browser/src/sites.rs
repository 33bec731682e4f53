//! The sites that the tests visit.

use std::path::PathBuf;

use xtask::command::root;
use xtask::server::Site;

/// The policy under which the element must work: nothing inline, nothing evaluated but wasm, nothing from elsewhere.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                                 connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// The folder that `cargo xtask page` fills.
pub fn built() -> PathBuf {
    let dist = root().join("dist");
    assert!(dist.join("era-line.js").is_file(), "{} has no bundle; run `cargo xtask page` first", dist.display());
    dist
}

/// The explorer as it is built, and the bundle beside it.
pub fn explorer() -> Site {
    Site::of_folder(&built())
}

/// The built files and one page of a test's own: what stands in its head and in its body.
pub fn page(head: &str, body: &str) -> Site {
    explorer().with_page("/page.html", document(head, body))
}

/// A page with one timeline of a finished document: events and eras of every kind, nothing to extract.
pub fn document_page() -> Site {
    let file = root().join("tests/documents/recognition.json");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    page("", "<era-line src=\"document.json\"></era-line><div style=\"height: 2000px\"></div>")
        .with_page("/document.json", text)
}

/// A whole document that loads the element.
pub fn document(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>{head}\
         <link rel=\"stylesheet\" href=\"era-line.css\"><script type=\"module\" src=\"era-line.js\"></script></head>\
         <body>{body}</body></html>"
    )
}

/// An element with three short articles inside it.
pub const THREE_ARTICLES: &str = "
<era-line>
  <article id=\"a\" data-published=\"2019-05-06\">
    <h2>A bridge for Arlen</h2>
    <p>The town of Arlen opened its new bridge on 3 May 2019. The old bridge collapsed in 1994.</p>
    <p>The council approved the plans in March 2016.</p>
  </article>
  <article id=\"b\" data-published=\"2019-05-07\">
    <h2>Arlen celebrates</h2>
    <p>Arlen opened its bridge on 3 May 2019, and the mayor cut the ribbon.</p>
    <p>Engineers inspected the river bed in June 2017.</p>
  </article>
  <article id=\"c\" data-published=\"2020-01-10\">
    <h2>Tolls to come</h2>
    <p>The council introduced a toll on 2 January 2020.</p>
  </article>
</era-line>";
