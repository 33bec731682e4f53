//! The explorer page around the element: dates that a reader types, files that cannot be read, the way back.

use browser_tests::browser::Browser;
use browser_tests::page::keys;
use browser_tests::{Page, on_page, sites};
use serde_json::json;

/// The row of an article in the list of those read.
const KAZAN: &str = "document.querySelector('#articles > li[data-id=kazan]')";

async fn open_explorer(page: &Page) {
    page.open("/").await;
    page.settle().await;
    page.wait_until("the articles are listed", "document.querySelectorAll('#articles > li').length === 7").await;
}

/// Chooses files as a reader does, from an array of names and contents.
async fn choose(page: &Page, files: &serde_json::Value) {
    page.ask(&format!(
        "const chosen = new DataTransfer();
         for (const [name, content] of {files}) chosen.items.add(new File([content], name));
         const input = document.querySelector('#files');
         input.files = chosen.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ))
    .await;
}

#[test]
fn a_typed_date_places_what_only_it_can_place() {
    on_page(sites::explorer(), async |page| {
        open_explorer(&page).await;
        let of_friday = "era().document.undated.some(({ mentions }) => mentions.some((m) => m.article === 'kazan' && m.expression === 'Friday'))";
        assert_eq!(page.ask(&format!("return {of_friday};")).await, json!(true));
        assert!(page.text(&format!("return {KAZAN}.innerText;")).await.contains("to place “Friday”"));

        page.click(&format!("{KAZAN}.querySelector('[data-act=date]')")).await;
        page.write("last week").await;
        page.press(&[keys::ENTER]).await;
        let trouble = page.text(&format!("return {KAZAN}.querySelector('.trouble').textContent;")).await;
        assert_eq!(trouble, "Expected a year, month or day such as 2024-10-04, found “last week”.");

        // A Friday.
        page.ask(&format!("{KAZAN}.querySelector('input').value = '';")).await;
        page.write("2024-10-04").await;
        page.press(&[keys::ENTER]).await;
        page.wait_until("the date is taken", &format!("{KAZAN}.innerText.includes('given by you')")).await;
        assert_eq!(page.ask(&format!("return {of_friday};")).await, json!(false));
        let placed = page
            .ask("return era().document.events.some(({ date, mentions }) => date === '2024-10-04' && mentions.some((m) => m.article === 'kazan'));")
            .await;
        assert_eq!(placed, json!(true));
        let focused = page.ask(&format!("return {KAZAN}.contains(document.activeElement);")).await;
        assert_eq!(focused, json!(true), "the focus stays in the row");
    });
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    on_page(sites::explorer(), async |page| {
        open_explorer(&page).await;
        let files = json!([
            ["good.txt", "The harbour opened on 4 June 2001."],
            ["photo.png", "not a picture"],
            ["empty.txt", " "],
            ["broken.json", "{\n\"title\": oops"],
            ["lines.jsonl", "{\"text\":\"The harbour closed on 9 May 2005.\"}\n{\"title\":\"no body\"}"],
        ]);
        choose(&page, &files).await;
        page.wait_until("two articles are read", "era().document?.articles.length === 2").await;
        // Engines find different things: Chromium a character, Firefox a line.
        let broken = match Browser::wanted() {
            Browser::Chromium => "broken.json: expected JSON, found “o”",
            Browser::Firefox => "broken.json: expected JSON, found something else in line 2.",
        };
        let told = page
            .ask("return [...document.querySelectorAll('#problems li')].map((li) => li.textContent.replace(/“o”.*/, '“o”'));")
            .await;
        let expected = [
            "photo.png: expected a text (.txt), a web page (.html) or JSON (.json, .jsonl), found an unknown kind of file.",
            "empty.txt: expected an article, found an empty file.",
            broken,
            "lines.jsonl, line 2: expected “text” or “html”, found only “title”.",
        ];
        assert_eq!(told, json!(expected));
    });
}

#[test]
fn the_bundled_story_comes_back_and_wins_over_files_still_being_read() {
    on_page(sites::explorer(), async |page| {
        open_explorer(&page).await;
        choose(&page, &json!([["mine.txt", "The harbour opened on 4 June 2001."]])).await;
        page.wait_until("the reader's timeline is shown", "era().document?.articles[0]?.id === 'mine'").await;
        let many: Vec<_> = (0..300).map(|n| [format!("more{n}.txt"), format!("It opened in {}.", 1700 + n)]).collect();
        choose(&page, &json!(many)).await;
        page.ask("document.querySelector('#whose [data-act=bundled]').click();").await;
        page.wait_until("the bundled story is back", "era().document?.articles.length === 7").await;
        page.wait_until("its articles are listed", KAZAN).await;
        // Whatever the files still bring would arrive by now.
        page.ask("await new Promise((resolve) => setTimeout(resolve, 1000));").await;
        assert_eq!(page.number("return era().document.articles.length;").await, 7.0);
        assert_eq!(page.ask("return document.querySelector('#whose').hidden;").await, json!(true));
    });
}

#[test]
fn text_of_articles_never_becomes_markup() {
    on_page(sites::explorer(), async |page| {
        open_explorer(&page).await;
        let text =
            "<b id=bold>Dam</b> breaks\n\nThe <img src=x onerror=\"globalThis.ran = 1\"> dam broke on 3 May 2010.";
        let html = "<h1>Dam &lt;i id=slanted&gt; breaks</h1><script>globalThis.ran = 1</script><p>The canal <img src=x onerror='globalThis.ran = 1'>opened on 4 June 1951.</p>";
        choose(&page, &json!([["one.txt", text], ["two.html", html]])).await;
        page.wait_until("both are read", "era().document?.articles.length === 2").await;
        let found = page
            .ask(
                "return [globalThis.ran ?? null, ...[document, era().shadowRoot].flatMap((root) =>
                   [...root.querySelectorAll('#bold, #slanted, img')].map((node) => node.outerHTML))];",
            )
            .await;
        assert_eq!(found, json!([null]));
        page.wait_until(
            "the headline is shown as it was written",
            "era().shadowRoot.textContent.includes('<img src=x onerror=')",
        )
        .await;
    });
}

#[test]
fn an_editor_changes_the_timeline_undoes_a_change_and_opens_the_edits_again() {
    on_page(sites::explorer(), async |page| {
        open_explorer(&page).await;
        page.click("document.querySelector('#edit > summary')").await;
        let of_2003 = "era().document.events.find(({ date }) => date === '2003')";
        let id = page.text(&format!("return {of_2003}.id;")).await;
        page.ask("era().view = '2002/2004';").await;
        page.settle().await;
        page.click("all('.label').find((label) => shown(label) && label.textContent.includes('2003'))").await;
        page.wait_until("the form is about the event", "document.querySelector('#edit-date').value === '2003'").await;

        // Another date, one that cannot be read, and an event of one's own.
        for (field, words) in [("#edit-date", "2003-02-14"), ("#edit-headline", "A court bans the Taliban")] {
            page.ask(&format!("document.querySelector({field:?}).value = {words:?};")).await;
        }
        page.click("document.querySelector('#edit-event .primary')").await;
        page.wait_until("both changes are made", &format!("era().document.events.some(({{ id, date, headline }}) => id === {id:?} && date === '2003-02-14' && headline === 'A court bans the Taliban')")).await;
        page.wait_until("both stand in the list", "document.querySelectorAll('#edit-list > li').length === 2").await;
        page.ask("document.querySelector('#edit-date').value = 'some day';").await;
        page.click("document.querySelector('#edit-event .primary')").await;
        page.wait_until(
            "the bad date is told beside its change",
            "document.querySelectorAll('#edit-list .trouble').length === 1",
        )
        .await;
        let trouble = page.text("return document.querySelector('#edit-list .trouble').textContent;").await;
        assert!(trouble.starts_with("expected an EDTF date such as"), "{trouble}");
        assert_eq!(page.ask("return document.querySelectorAll('#edit-list > li').length;").await, json!(3));

        // Undone, the first words come back, and the date stays.
        page.click("document.querySelector('#edit-list > li button')").await;
        page.wait_until("two changes are left", "document.querySelectorAll('#edit-list > li').length === 2").await;
        let now = page.text(&format!("const {{ date, headline }} = era().document.events.find((event) => event.id === {id:?}); return `${{date}} ${{headline}}`;")).await;
        assert!(now.starts_with("2003-02-14 ") && !now.contains("court"), "{now}");

        // The file that the page would save, chosen again on a fresh page.
        let file = page.text("return JSON.stringify(era().edits);").await;
        open_explorer(&page).await;
        choose(&page, &json!([["edits.json", file]])).await;
        page.wait_until(
            "the edits are made",
            &format!("era().document.events.some((event) => event.id === {id:?} && event.date === '2003-02-14')"),
        )
        .await;
        assert_eq!(page.ask("return document.querySelectorAll('#articles > li').length;").await, json!(7));
    });
}
