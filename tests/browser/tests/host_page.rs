//! The element in pages of other people: policies, origins, and what it asks of the network.

use browser_tests::browser::{Scripts, Wishes};
use browser_tests::sites::{self, STRICT_POLICY, THREE_ARTICLES};
use browser_tests::{on_page, on_page_of};
use serde_json::json;
use xtask::server::{Server, Site};

#[test]
fn it_works_under_a_strict_content_security_policy_without_a_violation() {
    // The listener must be there before the element, and must itself be allowed by the policy.
    let watch = "globalThis.violations = [];\n\
                 document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI));";
    let site = sites::page("<script src=\"watch.js\"></script>", THREE_ARTICLES)
        .with_page("/watch.js", watch)
        .with_header("Content-Security-Policy", STRICT_POLICY);
    on_page(site, async |page| {
        page.open("/page.html").await;
        page.settle().await;
        assert_eq!(page.ask("return violations;").await, json!([]));
    });
}

#[test]
fn no_request_leaves_the_origin() {
    on_page(sites::explorer(), async |page| {
        page.open("/").await;
        page.settle().await;
        let addresses = page.ask("return performance.getEntriesByType('resource').map((entry) => entry.name);").await;
        let addresses = addresses.as_array().cloned().unwrap_or_default();
        assert!(addresses.len() >= 2, "the script and the wasm at least are loaded: {addresses:?}");
        for address in &addresses {
            let address = address.as_str().unwrap_or_default();
            assert!(address.starts_with(page.origin()), "{address} is not of {}", page.origin());
        }
    });
}

#[test]
fn the_articles_are_readable_without_scripts() {
    let wishes = Wishes { scripts: Scripts::Off, ..Wishes::default() };
    let body = format!("<p id=\"proof\">No script ran.</p>{THREE_ARTICLES}<script>proof.remove()</script>");
    on_page_of(sites::page("", &body), wishes, async |page| {
        page.open("/page.html").await;
        let text = page.shown_text().await;
        assert!(text.contains("No script ran."), "{text}");
        assert!(text.contains("opened its new bridge on 3 May 2019"), "{text}");
    });
}

/// The most that the parts of a page may move by themselves, in the sum that browsers report.
const MOST_LAYOUT_SHIFT: f64 = 0.05;

/// The example article as another site would have it: its own files here, the element's from `origin`.
fn embedding_site(origin: &str) -> Site {
    let folder = sites::built().join("examples");
    let page = std::fs::read_to_string(folder.join("embed.html")).expect("the built example article");
    assert_eq!(page.matches("\"../era-line.").count(), 2, "the example loads a style sheet and a script");
    Site::of_folder(&folder).with_page("/index.html", page.replace("\"../era-line.", &format!("\"{origin}/era-line.")))
}

#[test]
fn an_article_page_of_another_origin_does_not_jump() {
    let element = Server::start(sites::explorer().for_other_origins(), 0).expect("a second port");
    for (width_px, height_px) in [(1280, 1000), (1280, 4000), (768, 1000), (360, 740)] {
        let wishes = Wishes { width_px, height_px, ..Wishes::default() };
        on_page_of(embedding_site(&element.url("")), wishes, async |page| {
            page.open("/").await;
            page.settle().await;
            assert!(page.number("return document.querySelectorAll('era-line').length;").await >= 3.0);
            page.wait_until("labels are drawn", "all('.label').some(shown)").await;
            let shifts = page
                .ask(
                    "if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return null;
                     return await new Promise((done) => {
                       let sum = 0;
                       new PerformanceObserver((list) => list.getEntries().forEach((shift) => { sum += shift.value; }))
                         .observe({ type: 'layout-shift', buffered: true });
                       setTimeout(() => done(sum), 300);
                     });",
                )
                .await;
            match shifts.as_f64() {
                Some(sum) => assert!(sum < MOST_LAYOUT_SHIFT, "at {width_px} × {height_px} px: {sum}"),
                None => println!("SKIPPED: this browser does not tell of layout shifts"),
            }
        });
    }
}

#[test]
fn articles_inside_the_tag_stand_in_a_closed_disclosure() {
    on_page(sites::page("", THREE_ARTICLES), async |page| {
        page.open("/page.html").await;
        page.settle().await;
        let article = "document.querySelector('#a p')";
        assert_eq!(page.ask(&format!("return shown({article});")).await, json!(false), "closed at first");
        page.click("inside('details summary')").await;
        page.wait_until("the articles are readable", &format!("shown({article})")).await;
    });
}

#[test]
fn an_article_that_holds_markup_as_text_stays_text() {
    let body = "<era-line></era-line>";
    on_page(sites::page("", body), async |page| {
        page.open("/page.html").await;
        page.settle().await;
        page.ask(
            "await era().load([{ id: 'x', title: '<img src=x onerror=\"globalThis.hit = 1\">',
                                 text: 'Arlen <b>opened</b> <script>globalThis.hit = 1</script> its bridge on 3 May 2019.' }]);",
        )
        .await;
        page.wait_until("its label is drawn", "all('.label').some(shown)").await;
        page.click("all('.label').find(shown)").await;
        page.wait_until("the card is open", "shown(inside('.card.open'))").await;
        assert_eq!(
            page.ask("return [globalThis.hit ?? 0, all('.el b img, .card b, .card img, script').length];").await,
            json!([0, 0])
        );
        assert!(page.text("return inside('.card').textContent;").await.contains("opened</b>"));
    });
}
