//! What a checker of accessibility finds in the explorer and in the example article.

use std::fs;

use browser_tests::browser::{Scheme, Wishes};
use browser_tests::{on_page_of, sites};
use serde_json::json;
use xtask::test::axe_script;

#[test]
fn a_checker_of_accessibility_finds_nothing_serious() {
    let Ok(axe) = fs::read_to_string(axe_script()) else {
        println!("SKIPPED: {} is missing; `cargo xtask test` fetches it through npm", axe_script().display());
        return;
    };
    for path in ["/", "/examples/embed.html"] {
        for (width_px, scheme) in [(1280, Scheme::Light), (1280, Scheme::Dark), (360, Scheme::Light)] {
            let site = sites::explorer().with_page("/axe.js", axe.clone());
            on_page_of(site, Wishes { width_px, scheme, ..Wishes::default() }, async |page| {
                page.open(path).await;
                page.settle().await;
                page.click("all('.label').find(shown)").await;
                page.wait_until("the card is open", "shown(inside('.card.open'))").await;
                let serious = page
                    .ask(
                        "await new Promise((done, fail) => {
                           const script = document.createElement('script');
                           script.src = '/axe.js'; script.onload = done; script.onerror = fail;
                           document.head.append(script);
                         });
                         const { violations } = await axe.run(document, { resultTypes: ['violations'] });
                         return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
                           .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ target }) => target.flat().join(' '))]);",
                    )
                    .await;
                assert_eq!(serious, json!([]), "{path} at {width_px} px, {scheme:?}");
            });
        }
    }
}
