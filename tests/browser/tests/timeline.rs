//! A timeline under a reader's hands: the bundled story once, and a finished document for all that needs no reading.

use browser_tests::browser::{Scheme, Wishes};
use browser_tests::page::keys;
use browser_tests::{Page, on_page, on_page_of, sites};
use serde_json::json;

/// The days that the view covers.
const VIEW_DAYS: &str = "(([from, to]) => (Date.parse(to) - Date.parse(from)) / 86400000)(era().view.split('/'))";

/// Opens a page and waits until its timeline is drawn.
async fn open(page: &Page, path: &str) {
    page.open(path).await;
    page.settle().await;
    page.wait_until("labels are drawn", "all('.label').some(shown)").await;
}

#[test]
fn the_story_draws() {
    on_page(sites::explorer(), async |page| {
        open(&page, "/").await;
        assert!(page.number("return era().document.events.length;").await >= 10.0);
        assert!(page.number("return all('.label').filter(shown).length;").await >= 5.0);
        assert!(page.number("return all('.era').filter(shown).length;").await >= 3.0);
        let colours = "const canvas = inside('.plot canvas');
             const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
             return new Set(new Uint32Array(data.buffer)).size;";
        assert!(page.number(colours).await >= 4.0, "the canvas holds marks");
        let view = page.text("return era().view;").await;
        let (from, to) = view.split_once('/').unwrap_or_default();
        assert!(from <= "1979-12-31" && to >= "2025-07-03", "the whole story is in view: {view}");
    });
}

#[test]
fn the_wheel_with_control_zooms_to_a_month_and_a_button_leads_back() {
    on_page(sites::document_page(), async |page| {
        open(&page, "/page.html").await;
        let whole = page.text("return era().view;").await;
        let target = "const [from, to] = era().view.split('/').map(Date.parse);
             const [left, top, right, bottom] = box(inside('.plot'));
             const part = (Date.parse('2021-08-15') - from) / (to - from);
             return [left + (right - left) * part, (top + bottom) / 2];";
        for _ in 0..40 {
            if page.number(&format!("return {VIEW_DAYS};")).await <= 62.0 {
                break;
            }
            let at = page.ask(target).await;
            let at = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
            page.wheel_with_control(at, -240).await;
            page.settle().await;
        }
        assert!(page.number(&format!("return {VIEW_DAYS};")).await <= 62.0, "a month or two is in view");
        let months = page.text("return all('.tick').filter(shown).map((tick) => tick.textContent).join(' ');").await;
        assert!(months.contains("2021"), "the ticks say where one is: {months}");

        page.click("all('.btn').find((button) => button.textContent.trim() === 'Whole story')").await;
        page.wait_until("the whole story is back", &format!("era().view === '{whole}'")).await;
    });
}

#[test]
fn a_drag_and_the_arrow_keys_pan_and_a_plain_wheel_scrolls_the_page() {
    on_page(sites::document_page(), async |page| {
        open(&page, "/page.html").await;
        page.ask("era().view = '2001-01-01/2010-12-31';").await;
        page.settle().await;
        let days = page.number(&format!("return {VIEW_DAYS};")).await;
        let start = "return Date.parse(era().view.split('/')[0]);";

        let first = page.number(start).await;
        let (x, y) = page.middle_of("inside('.plot')").await;
        page.drag((x, y), (-200.0, 0.0)).await;
        page.wait_until("a drag to the left leads to later years", &format!("(() => {{ {start} }})() > {first}")).await;

        page.wait_until("it comes to rest", "await new Promise((done) => { const before = era().view; setTimeout(() => done(before === era().view), 100); })").await;
        let second = page.number(start).await;
        page.ask("inside('.plot').focus();").await;
        page.press(&[keys::LEFT]).await;
        page.wait_until("the left arrow leads to earlier years", &format!("(() => {{ {start} }})() < {second}")).await;

        let rested = "await new Promise((done) => { const before = era().view; setTimeout(() => done(before === era().view), 100); })";
        page.wait_until("it comes to rest", rested).await;
        let view = page.text("return era().view;").await;
        page.wheel((x, y), 0, 300).await;
        page.wait_until("the page scrolls", "scrollY > 0").await;
        assert_eq!(page.text("return era().view;").await, view, "a plain wheel leaves the view alone");
        let after = page.number(&format!("return {VIEW_DAYS};")).await;
        assert!((after - days).abs() <= days / 20.0, "panning keeps the span: {days} days, then {after}");
    });
}

#[test]
fn two_fingers_zoom() {
    on_page(sites::document_page(), async |page| {
        open(&page, "/page.html").await;
        let before = page.number(&format!("return {VIEW_DAYS};")).await;
        let middle = page.middle_of("inside('.plot')").await;
        page.pinch(middle, 80.0, 320.0).await;
        page.wait_until("fewer days are in view", &format!("{VIEW_DAYS} < {}", before * 0.7)).await;
    });
}

#[test]
fn the_card_opens_by_mouse() {
    on_page(sites::explorer(), async |page| {
        open(&page, "/").await;
        // Not in a variable: Firefox gives each script of a driver a global object of its own.
        page.ask(
            "era().addEventListener('select', ({ detail }) => { document.body.dataset.chosen = detail.headline; });",
        )
        .await;
        page.click("all('.label').find((label) => shown(label) && label.querySelector('.hl'))").await;
        page.wait_until("the card is open", "shown(inside('.card.open h3'))").await;
        let headline = page.text("return inside('.card.open h3').textContent;").await;
        assert_eq!(
            page.text("return document.body.dataset.chosen;").await,
            headline,
            "the event says what the card shows"
        );
        let known = json!(headline);
        let found =
            page.ask(&format!("return era().document.events.some((event) => event.headline === {known});")).await;
        assert_eq!(found, json!(true), "{headline}");
        assert!(page.number("return all('.card blockquote').length;").await >= 1.0, "the card quotes its sources");
    });
}

#[test]
fn the_card_opens_and_closes_by_keyboard() {
    on_page(sites::explorer(), async |page| {
        open(&page, "/").await;
        let focused = "era().shadowRoot.activeElement";
        for _ in 0..40 {
            page.press(&[keys::TAB]).await;
            if page.ask(&format!("return {focused}?.matches('.label') ?? false;")).await == json!(true) {
                break;
            }
        }
        assert_eq!(
            page.ask(&format!("return {focused}?.matches('.label') ?? false;")).await,
            json!(true),
            "Tab reaches the labels"
        );
        page.press(&[keys::ENTER]).await;
        page.wait_until("the card is open", "shown(inside('.card.open h3'))").await;
        page.press(&[keys::ESCAPE]).await;
        page.wait_until("the card is closed", "!shown(inside('.card.open h3'))").await;
        page.wait_until("the focus stays in the plot", &format!("{focused}?.closest('.plot')")).await;
    });
}

#[test]
fn print_has_every_event_in_a_list_and_no_controls() {
    let dark = Wishes { scheme: Scheme::Dark, ..Wishes::default() };
    on_page_of(sites::explorer(), dark, async |page| {
        open(&page, "/").await;
        let events = page.number("return era().document.events.length;").await as usize;
        page.wait_until("the list is complete", &format!("all('.list ol li').length >= {events}")).await;
        // While the browser lays the page out for print, its medium is another.
        page.ask(
            "const print = matchMedia('print');
             print.addEventListener('change', () => {
               if (!print.matches) return;
               const has = (part) => shown(inside(part));
               const rows = all('.list li').filter((row) => shown(row) && row.getBoundingClientRect().height > 10);
               document.body.dataset.printed = JSON.stringify({
                 rows: rows.length, dates: rows.filter((row) => row.querySelector('.date')?.textContent).length,
                 others: ['.tools', '.plot', '.overview', '.card'].filter(has),
                 ground: getComputedStyle(inside('.el')).backgroundColor });
             });",
        )
        .await;
        page.print().await;
        let rows = page.number("return all('.list li').length;").await as usize;
        let expected = json!({ "rows": rows, "dates": rows, "others": [], "ground": "rgb(255, 255, 255)" });
        assert_eq!(page.ask("return JSON.parse(document.body.dataset.printed);").await, expected);
    });
}

#[test]
fn the_list_has_every_event_with_its_date() {
    on_page(sites::document_page(), async |page| {
        open(&page, "/page.html").await;
        page.click("all('.btn').find((button) => button.textContent.trim() === 'List')").await;
        page.wait_until("the list is shown", "shown(inside('.list ol li'))").await;
        let events = page
            .number("const { events, undated } = era().document; return events.length + (undated?.length ?? 0);")
            .await;
        assert_eq!(page.number("return all('.list ol li').length;").await, events);
        let undated = page
            .ask("return all('.list ol li').filter((row) => !row.querySelector('.date')?.textContent.trim()).length;");
        assert_eq!(undated.await, json!(0), "each row says when, or that nobody knows");
        // HTML has a machine-readable form for days, months and years, and none for "the late 1990s".
        let exact = "era().document.events.filter(({ date }) => /^\\d{4}(-\\d\\d){0,2}$/.test(date)).length";
        let marked = page.number("return all('.list ol li time[datetime]').length;").await;
        assert_eq!(marked, page.number(&format!("return {exact};")).await);
    });
}

/// Pairs of label boxes that share more than half a pixel.
const OVERLAPS: &str = "
    const labels = all('.label:not(.mark)').filter((label) => shown(label) && getComputedStyle(label).opacity !== '0');
    const pairs = [];
    labels.forEach((one, at) => labels.slice(at + 1).forEach((other) => {
        const [l, t, r, b] = box(one), [ol, ot, or, ob] = box(other);
        if (Math.min(r, or) - Math.max(l, ol) > 0.5 && Math.min(b, ob) - Math.max(t, ot) > 0.5) {
            pairs.push(one.textContent + ' / ' + other.textContent);
        }
    }));
    return pairs;";

#[test]
fn labels_never_overlap_at_any_width_or_zoom() {
    const VIEWS: [&str; 4] = ["whole", "1989-01-01/2004-12-31", "2019-01-01/2025-12-31", "2021-07-01/2021-09-30"];
    for width_px in [320, 480, 768, 1280, 1600] {
        on_page_of(sites::document_page(), Wishes { width_px, ..Wishes::default() }, async |page| {
            open(&page, "/page.html").await;
            for view in VIEWS {
                if view != "whole" {
                    page.ask(&format!("era().view = '{view}';")).await;
                }
                page.settle().await;
                let pairs = page.ask(OVERLAPS).await;
                assert_eq!(pairs, json!([]), "at {width_px} px, {view}");
                assert!(
                    page.number("return all('.label').filter(shown).length;").await >= 1.0,
                    "at {width_px} px, {view}"
                );
            }
        });
    }
}

#[test]
fn nothing_is_wider_than_a_narrow_page() {
    for width_px in [320, 360, 768] {
        on_page_of(sites::explorer(), Wishes { width_px, ..Wishes::default() }, async |page| {
            open(&page, "/").await;
            let excess =
                page.number("const page = document.documentElement; return page.scrollWidth - page.clientWidth;").await;
            assert_eq!(excess, 0.0, "at {width_px} px");
        });
    }
}
