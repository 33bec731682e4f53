//! The element in pages of other people: policies, origins, and what it asks of the network.

use browser_tests::browser::{Scripts, Wishes};
use browser_tests::sites::{self, STRICT_POLICY, THREE_ARTICLES};
use browser_tests::{on_page, on_page_of};

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
        page.wait_until("the element is ready", "era().ready && await era().ready.then(() => true)").await;
        assert_eq!(page.ask("return violations;").await, serde_json::json!([]));
    });
}

#[test]
fn no_request_leaves_the_origin() {
    on_page(sites::explorer(), async |page| {
        page.open("/").await;
        page.wait_until("the element is ready", "era().ready && await era().ready.then(() => true)").await;
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
    on_page_of(sites::page("", THREE_ARTICLES), wishes, async |page| {
        page.open("/page.html").await;
        assert_eq!(page.ask("return era().shadowRoot;").await, serde_json::Value::Null, "scripts are off");
        let text = page.text("return document.body.innerText;").await;
        assert!(text.contains("opened its new bridge on 3 May 2019"), "{text}");
    });
}
