//! Pages and the blocks they must give. The browser's own DOM must give the same for the same files.

#![expect(clippy::expect_used, reason = "a test stops where its files cannot be read")]

use std::fs;
use std::path::Path;

use eraline::article::{Article, Aside, Ids, PublishedBasis, Role, draft_from_html, page_from_html};

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/blocks").join(name);
    fs::read_to_string(path).expect("a fixture")
}

#[test]
fn pages_give_the_blocks_written_beside_them() {
    for name in ["article-in-page", "page-without-article", "fragment"] {
        let found = page_from_html(&read(&format!("{name}.html"))).to_string();
        assert_eq!(found, read(&format!("{name}.blocks.txt")), "{name}");
    }
}

#[test]
fn an_article_of_a_page_knows_its_date_title_and_publisher() {
    let (article, _) = Article::from_draft(draft_from_html(&read("article-in-page.html")), &mut Ids::new());
    assert_eq!(article.title.as_deref(), Some("Ferry sinks off Bergen"));
    assert_eq!(article.publisher.as_deref(), Some("The Harbour Post"));
    assert_eq!(article.published.date.map(|date| date.to_string()).as_deref(), Some("2019-05-04"));
    assert_eq!(article.published.basis, PublishedBasis::Metadata);
    let role_of = |text: &str| {
        article.passages.iter().find(|passage| passage.span.of(&article.text).starts_with(text)).map(|p| p.role)
    };
    assert_eq!(role_of("Ferry sinks off"), Some(Role::Title));
    assert_eq!(role_of("Forty people"), Some(Role::Standfirst));
    assert_eq!(role_of("By Jane Roe"), Some(Role::Aside(Aside::Header)));
    assert_eq!(role_of("The harbour on Friday"), Some(Role::Caption));
    assert_eq!(role_of("Jane Roe/AFP"), Some(Role::Aside(Aside::Credit)));
    assert_eq!(role_of("The ferry left"), Some(Role::Story));
    assert_eq!(role_of("Get the news"), Some(Role::Aside(Aside::Page)));
    assert_eq!(role_of("What now?"), Some(Role::Heading));
}

#[test]
fn data_attributes_of_an_article_come_before_other_metadata() {
    let (article, _) = Article::from_draft(draft_from_html(&read("fragment.html")), &mut Ids::new());
    assert_eq!(article.publisher.as_deref(), Some("The Harbour Post"));
    assert_eq!(article.url.as_deref(), Some("https://harbourpost.example/ferry"));
    assert_eq!(article.lang.as_deref(), Some("en"));
    assert_eq!(article.published.date.map(|date| date.to_string()).as_deref(), Some("2019-05-04"));
}
