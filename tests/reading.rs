//! Reading never fails and loses nothing, whatever is pasted: properties over any text, page and bytes.

use eraline::article::{Article, Draft, Ids, Input, Role, draft_from_html, read_file};
use proptest::prelude::*;

/// Pieces of articles: what the passes look for, beside signs and letters of several widths.
const PIECES: &[&str] = &[
    "The ferry sank on Friday.",
    "Dear readers,",
    "Your support, large or small, helps us.",
    "This is a shortened version of the report.",
    " date 2021-08-17 ",
    "====",
    "# ",
    "By Jane Roe",
    "[File: Jane Roe/AFP]",
    "This handout picture taken on May 4, 2019 shows",
    "OSLO, Aug. 17 (Agency) —",
    "Read more: ",
    "www.harbourpost.example",
    "What now?",
    "“",
    "\"",
    "é",
    "𝔸",
    "İ",
    "\u{feff}",
    "\u{2028}",
    "\r",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "(",
    "]",
    "-",
    "–",
    "/",
    "©",
    "1979: ",
    "US",
];

fn pasted() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|p| p.concat())]
}

/// Passages lie in the text, in order, without overlaps and white space, and hold every letter and digit.
fn check(article: &Article) -> Result<(), TestCaseError> {
    let mut end = 0;
    for passage in &article.passages {
        let inner = article.text.get(passage.span.range());
        prop_assert!(
            inner.is_some_and(|text| !text.is_empty() && text.trim() == text),
            "{passage:?} {:?}",
            article.text
        );
        prop_assert!(passage.span.start >= end, "{passage:?} overlaps in {:?}", article.text);
        let between = article.text.get(end..passage.span.start).unwrap_or_default();
        prop_assert!(!between.contains(char::is_alphanumeric), "{between:?} lost from {:?}", article.text);
        end = passage.span.end;
    }
    let rest = article.text.get(end..).unwrap_or_default();
    prop_assert!(!rest.contains(char::is_alphanumeric), "{rest:?} lost from {:?}", article.text);
    prop_assert!(article.title.as_deref().is_none_or(|title| !title.trim().is_empty()));
    prop_assert!(article.passages.iter().filter(|passage| passage.role == Role::Title).count() <= 1);
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_covered_by_passages_in_order(text in pasted()) {
        let (article, warnings) = Article::from_draft(Draft::from_text(text.clone()), &mut Ids::new());
        check(&article)?;
        prop_assert_eq!(article.text.len(), text.len());
        for span in warnings.iter().filter_map(|warning| warning.span).chain(article.published.evidence) {
            prop_assert!(article.text.get(span.range()).is_some());
        }
        let again = Article::from_draft(Draft::from_text(text), &mut Ids::new());
        prop_assert_eq!((article, warnings), again);
    }

    #[test]
    fn any_page_gives_blocks_and_an_article(
        parts in prop::collection::vec(
            (prop::sample::select(&["", "<p>", "<article>", "</article>", "<div class=related>", "</div>", "<br>", "<td>",
                "<li>", "<h1>", "<nav>", "</nav>", "<form>", "<dt>", "<dd>", "<time datetime=2021-08-17>", "<title>", "<main>",
                "<script type=application/ld+json>", "</script>", "<figcaption>", "<!--", "<blockquote>", "<tr>"][..]),
             prop::sample::select(PIECES)),
            0..40),
    ) {
        let html: String = parts.iter().flat_map(|(tag, text)| [*tag, *text]).collect();
        let draft = draft_from_html(&html);
        for block in &draft.blocks {
            prop_assert!(!block.text.is_empty() && block.text.trim() == block.text, "{:?}", block.text);
        }
        check(&Article::from_draft(draft, &mut Ids::new()).0)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(name in "(a|b)?(\\.(txt|html|json|jsonl|x))?", bytes in any::<Vec<u8>>()) {
        if let Ok(reading) = read_file(&name, &bytes)
            && let Input::Articles(drafts) = reading.input
        {
            let mut ids = Ids::new();
            let mut seen = std::collections::BTreeSet::new();
            for draft in drafts {
                let (article, _) = Article::from_draft(draft, &mut ids);
                prop_assert!(seen.insert(article.id.clone()), "{} twice", article.id);
                check(&article)?;
            }
        }
    }
}

/// The name of a role in the files of `tests/articles`.
fn label(role: Role) -> String {
    match role {
        Role::Aside(aside) => format!("({aside:?})").to_lowercase(),
        role => format!("{role:?}").to_lowercase(),
    }
}

/// An article as the files of `tests/articles` write it: title and date, then one passage a line.
fn listing(article: &Article) -> String {
    let date = article.published.date.map_or("unknown".to_owned(), |date| date.to_string());
    let mut lines = format!("title = {}\n", article.title.as_deref().unwrap_or_default());
    lines.push_str(&format!("published = {date}, {:?}\n", article.published.basis).to_lowercase());
    for passage in &article.passages {
        lines.push_str(&format!("{}: {}\n", label(passage.role), passage.span.of(&article.text)));
    }
    lines
}

#[test]
fn articles_give_the_passages_written_beside_them() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut read = 0;
    for entry in std::fs::read_dir(&folder).expect("the folder of articles") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if name.ends_with(".passages.txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("an article");
        let (article, _) = Article::from_draft(Draft::from_text(text), &mut Ids::new());
        let expected = std::fs::read_to_string(path.with_extension("passages.txt")).expect("its passages");
        assert_eq!(listing(&article), expected, "{name}");
        read += 1;
    }
    assert!(read > 0, "no articles in {}", folder.display());
}
