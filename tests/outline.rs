//! The words around a story: the list, the cards, the tray and the lines of the figure.

#![expect(clippy::expect_used, reason = "a test stops where its own data is not as expected")]

use eraline::event::Chronology;
use eraline::interchange::{Document, Json};
use eraline::outline::{Card, EventRef, articles, card, html, list, start_words, status, status_of_list, tray};

/// A story of five articles, with one event of each kind.
fn story() -> Chronology {
    read(include_str!("documents/recognition.json"))
}

fn read(text: &str) -> Chronology {
    let document = Document::from_json_str(text).expect("a timeline document");
    let (chronology, notes) = document.chronology().expect("parts that are lists");
    assert_eq!(notes, []);
    chronology
}

fn card_of(chronology: &Chronology, id: &str) -> Card {
    let event = EventRef::with_id(id, chronology).expect("an event of the story");
    card(chronology, event).expect("a card")
}

/// The card of one event, given as the fields of its JSON, of a story with two articles.
fn card_of_event(fields: &str) -> Card {
    let chronology = read(&format!(
        r#"{{"eraline": 1, "articles": [{{"id": "a", "published": "2025-07-03"}}, {{"id": "b"}}],
            "events": [{{"id": "x", "headline": "X", {fields}}}]}}"#
    ));
    card_of(&chronology, "x")
}

#[test]
fn the_list_has_the_eras_with_their_events_and_then_those_without_a_date() {
    let mut lines = Vec::new();
    for section in list(&story()).sections {
        lines.push(format!("# {} {}", section.label, section.years));
        for row in section.rows {
            let disputed = if row.is_disputed { " ≠" } else { "" };
            lines.push(format!("{}{disputed} | {} | {}", row.date, row.id, row.articles));
        }
    }
    assert_eq!(
        lines,
        [
            "# Soviet war 1979–1989",
            "1979–1989 ≠ | war | 4 articles",
            "1979 | invasion | 3 articles",
            "1980s | resistance | 2 articles",
            "about 1989 | withdrawal | 1 article",
            "# Collapse and civil war 1989–1996",
            "1990s | civil-war | 2 articles",
            "1992 | embassy | 1 article",
            "1992–1996 | shelter | 1 article",
            "# First Taliban rule 1996–2001",
            "1996 | najibullah | 1 article",
            "late 1990s | alliance | 2 articles",
            "# US-led war 2001 – August 2021",
            "2001 | campaign | 3 articles",
            "11 September 2001 | attack | 3 articles",
            "after 11 September 2001 | call | 1 article",
            "# Taliban return August 2021 – 2025",
            "August 2021 | kabul | 3 articles",
            "Aug 2021 – 3 July 2025 | government | 2 articles",
            "# Without a date ",
            "after August 2021 | kazan | 1 article",
            "days before the Kazan talks | tashkent | ",
        ]
    );
}

#[test]
fn events_outside_the_eras_stand_under_their_years() {
    let chronology = read(
        r#"{"eraline": 1, "eras": [{"label": "War", "date": "1979/1981"}],
            "events": [{"headline": "A", "date": "1970"}, {"headline": "B", "date": "1975-03"},
            {"headline": "C", "date": "1980"}, {"headline": "D", "date": "1990"}]}"#,
    );
    let headings: Vec<String> =
        list(&chronology).sections.iter().map(|section| format!("{}|{}", section.label, section.years)).collect();
    assert_eq!(headings, ["|1970 to 1975", "War|1979–1981", "|1990"]);
    let without_eras = Chronology { eras: Vec::new(), ..chronology };
    assert_eq!(list(&without_eras).sections.len(), 1);
    assert_eq!(list(&without_eras).sections[0].years, "");
}

#[test]
fn a_card_says_when_how_exactly_and_why() {
    let chronology = story();
    let card = card_of(&chronology, "kabul");
    assert_eq!(card.date, "August 2021");
    assert_eq!(card.datetime.as_deref(), Some("2021-08"));
    assert_eq!(card.exactness, "month given, day not");
    assert_eq!(card.participants, "Taliban · Ashraf Ghani · Kabul");
    assert_eq!(
        card.why,
        "“August four years ago”, counted from 3 July 2025, is August 2021. A second article names that month; a third, \
         of 17 August 2021, reports it as news. No article names the day."
    );
    assert_eq!(card.position, "13 of 16");
    assert_eq!(card.sources_heading, "Three articles say so");
    let lines: Vec<String> =
        card.sources.iter().map(|s| format!("{} | {} | {:?}", s.title, s.published, s.url)).collect();
    assert_eq!(
        lines,
        [
            "Moscow makes it official | 3 July 2025, inferred | Some(\"https://news.example/official\")",
            "Talks in Kazan | no date given | None",
            "Neighbours weigh a Taliban Kabul | 17 August 2021 | None",
        ]
    );
    let marked: Vec<&str> = card.sources[0].quotes[0]
        .pieces
        .iter()
        .filter(|piece| piece.is_expression)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(marked, ["August four years ago"]);
    assert!(card.sources[1].quotes[0].text().starts_with("“The last American units"));
}

#[test]
fn cards_lead_from_the_first_event_to_the_last_without_a_date() {
    let chronology = story();
    let mut at = EventRef::at(0, &chronology);
    let mut ids = Vec::new();
    while let Some(event) = at {
        let card = card(&chronology, event).expect("a card");
        ids.push(card.id);
        at = card.next;
    }
    let listed: Vec<String> =
        list(&chronology).sections.into_iter().flat_map(|section| section.rows).map(|row| row.id).collect();
    assert_eq!(ids, listed);
    assert_eq!(ids.last().map(String::as_str), Some("tashkent"));
}

#[test]
fn where_sources_differ_a_card_gives_both_dates_and_who_says_which() {
    let card = card_of_event(
        r#""date": "1979/1989", "extent": "throughout", "conflicts": [{"date": "198X", "mention": 2}], "mentions": [
            {"article": "a", "quote": "They came in 1979 and fought for ten years.", "expression": "1979",
                "timex": "1979", "date": "1979/1989"},
            {"article": "a", "quote": "They came in 1979 and fought for ten years.", "expression": "ten years",
                "timex": "P10Y"},
            {"article": "b", "quote": "They fought in the 1980s.", "expression": "the 1980s", "timex": "198",
                "date": "198X"}]"#,
    );
    assert_eq!(
        card.why,
        "One article says “1979”, and its sentence gives 1979–1989. Sources differ: one article says the 1980s."
    );
    let labels: Vec<&str> = card.dates.iter().map(|date| date.label.as_str()).collect();
    assert_eq!(labels, ["1979–1989", "1980s"]);
    let says: Vec<Option<&str>> = card.sources.iter().map(|source| source.says.as_deref()).collect();
    assert_eq!(says, [Some("1979–1989"), Some("1980s")]);
    assert_eq!(card.sources[0].quotes.len(), 1);
    assert_eq!(card.sources[0].quotes[0].pieces.iter().filter(|piece| piece.is_expression).count(), 2);
    assert_eq!(card.exactness, "ends known by year");
}

#[test]
fn every_way_to_know_a_date_is_explained() {
    let mention = |rest: &str| format!("\"mentions\": [{{\"article\": \"a\", \"quote\": \"Q.\", {rest}}}]");
    for (date, extent, rest, why) in [
        (
            "1992",
            "within",
            r#""expression": "In 1992", "timex": "1992", "date": "1992""#,
            "The article says “In 1992”. The article does not name the month.",
        ),
        (
            "2001-09-11",
            "within",
            r#""expression": "9/11", "timex": "2001-09-11", "date": "2001-09-11""#,
            "“9/11” stands for 11 September 2001.",
        ),
        (
            "1997~/1999~",
            "throughout",
            r#""expression": "the late 1990s", "timex": "199", "date": "1997~/1999~""#,
            "The article says “the late 1990s”.",
        ),
        (
            "2001-09-11/..",
            "within",
            r#""expression": "September 11", "timex": "2001-09-11", "date": "2001-09-11/..""#,
            "The sentence places it after 11 September 2001.",
        ),
        (
            "../1996",
            "throughout",
            r#""expression": "1996", "timex": "1996", "date": "../1996""#,
            "The sentence says that it lasted until 1996.",
        ),
        (
            "1989~",
            "within",
            r#""expression": "a decade later", "timex": "1989", "date": "1989~", "basis": "anchored",
                "anchor": {"date": "1979", "from": "mention"}"#,
            "“a decade later”, counted from 1979 in the same article, is about 1989. The article does not name the month.",
        ),
        (
            "1980/1989",
            "throughout",
            r#""expression": "the 1980s", "timex": "198", "date": "1980/1989""#,
            "The article says “the 1980s”.",
        ),
        (
            "../2025-07-03",
            "throughout",
            r#""expression": "Thursday", "timex": "2025-07-03", "date": "../2025-07-03", "basis": "anchored",
                "anchor": {"date": "2025-07-03/2025-07-09", "from": "published"}"#,
            "“Thursday”, counted from the article’s own date, 3 – 9 July 2025, is 3 July 2025. The sentence says that it \
             lasted until 3 July 2025.",
        ),
        (
            "2022-08-05",
            "within",
            r#""expression": "Friday", "date": "2022-08-05", "basis": "inferred""#,
            "“Friday” is 5 August 2022, going by the other articles.",
        ),
        (
            "2025-07-03~",
            "within",
            r#""date": "2025-07-03~", "basis": "published""#,
            "The article of 3 July 2025 reports it as news, without naming a date.",
        ),
    ] {
        let card = card_of_event(&format!(r#""date": "{date}", "extent": "{extent}", {}"#, mention(rest)));
        assert_eq!(card.why, why);
    }
    assert_eq!(card_of_event("\"date\": \"1992\"").why, "The date was given by hand, without a source.");
}

#[test]
fn articles_that_add_the_same_are_counted_together() {
    let chronology = read(
        r#"{"eraline": 1, "articles": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}, {"id": "e"}],
            "events": [{"id": "x", "headline": "X", "date": "1996", "mentions": [
                {"article": "a", "quote": "Q", "expression": "in 1996", "timex": "1996", "date": "1996"},
                {"article": "b", "quote": "Q", "expression": "the 1990s", "timex": "199", "date": "199X"},
                {"article": "c", "quote": "Q"},
                {"article": "d", "quote": "Q", "expression": "the 1990s", "timex": "199", "date": "199X"},
                {"article": "e", "quote": "Q", "expression": "1996", "timex": "1996", "date": "1996"}]}]}"#,
    );
    assert_eq!(
        card_of(&chronology, "x").why,
        "One article says “in 1996”. A second article names that year; two more say the 1990s; a fifth tells of it \
         without a date. No article names the month."
    );
}

#[test]
fn a_decade_that_an_article_names_is_not_spelled_out_in_years() {
    let card = card_of_event(
        r#""date": "1980/1989", "extent": "throughout", "mentions": [{"article": "a", "quote": "Q", "date": "1980/1989",
            "expression": "much of the 1980s", "timex": "198"}]"#,
    );
    assert_eq!((card.date.as_str(), card.exactness.as_str()), ("1980s", "all of that time"));
    let given = card_of_event(r#""date": "1980/1989", "extent": "throughout""#);
    assert_eq!((given.date.as_str(), given.exactness.as_str()), ("1980–1989", "ends known by year"));
}

#[test]
fn an_event_without_a_date_says_what_would_settle_it_and_between_what_it_falls() {
    let chronology = story();
    let card = card_of(&chronology, "kazan");
    assert_eq!(
        card.why,
        "“Friday” can be placed once the article’s publication date is known. It falls after August 2021."
    );
    assert_eq!((card.position.as_str(), card.exactness.as_str()), ("15 of 16", "no date given"));
    assert_eq!(card_of(&chronology, "tashkent").why, "No article says when.");
    let tray = tray(&chronology).expect("events without a date");
    assert_eq!(tray.heading, "2 events without a date");
    let bounds: Vec<&str> = tray.items.iter().map(|item| item.bounds.as_str()).collect();
    assert_eq!(bounds, ["after August 2021", "days before the Kazan talks"]);
}

#[test]
fn the_lines_of_the_figure_count_events_and_articles() {
    let chronology = story();
    assert_eq!(status(&chronology, None), "16 events in five articles. Choose one to see who says so.");
    assert_eq!(status_of_list(&chronology), "16 events in five articles, as a list");
    assert_eq!(start_words(&chronology).as_deref(), Some("Start with 1979"));
    assert_eq!(status(&Chronology::default(), None), "No events to show yet.");
    assert_eq!(start_words(&Chronology::default()), None);
}

#[test]
fn an_article_says_how_its_date_is_known_or_what_one_would_settle() {
    let lines: Vec<String> = articles(&story())
        .into_iter()
        .map(|line| format!("{} | {} | {:?} | {} | {}", line.title, line.characters, line.date, line.how, line.events))
        .collect();
    assert_eq!(
        lines,
        [
            "Before the withdrawal | 360 characters | Some(\"23 July 2021\") | stated in the first line | 13 events",
            "Neighbours weigh a Taliban Kabul |  | Some(\"17 August 2021\") | stated in the first line | 9 events",
            "Moscow makes it official |  | Some(\"3 July 2025\") | inferred from the text | 5 events",
            "The Courier |  | None | no date given | 1 event",
            "Talks in Kazan |  | None | to place “Friday” | 2 events",
        ]
    );
}

#[test]
fn text_of_a_story_never_becomes_markup() {
    let chronology = read(
        r#"{"eraline": 1, "eras": [{"label": "<i>A & B</i>", "date": "1979/1989"}], "events": [{"id": "\"><script>",
            "headline": "<script>alert('x')</script>", "date": "1979", "display_date": "<b>\"then\"</b>",
            "mentions": [{"quote": "Q", "article": "a"}]}], "articles": [{"id": "a"}]}"#,
    );
    assert_eq!(
        html(&list(&chronology)),
        "<div class=\"el-list\">\n<h3>&lt;i&gt;A &amp; B&lt;/i&gt; <span class=\"el-years\">1979–1989</span></h3>\n<ol>\n\
         <li id=\"&quot;&gt;&lt;script&gt;\"><time class=\"el-date\" datetime=\"1979\">&lt;b&gt;&quot;then&quot;&lt;/b&gt;\
         </time> <span class=\"el-hl\">&lt;script&gt;alert('x')&lt;/script&gt;</span> <span class=\"n\">1 article</span>\
         </li>\n</ol>\n</div>\n"
    );
    assert_eq!(card_of(&story(), "war").sources[3].url, None);
}

#[test]
fn no_label_is_empty_whatever_the_document_says() {
    let mut json = Json::from_json_str(include_str!("documents/recognition.json")).expect("our own data");
    blank_texts(&mut json);
    let (chronology, _) = Document::from_json(json).expect("a document").chronology().expect("parts that are lists");
    for place in 0..chronology.events.len() + chronology.undated.len() {
        let event = EventRef::at(place, &chronology).expect("a place of the story");
        let card = card(&chronology, event).expect("a card");
        for text in [&card.date, &card.headline, &card.why, &card.position, &card.sources_heading] {
            assert!(!text.trim().is_empty(), "{card:?}");
        }
        assert!(card.sources.iter().all(|source| !source.title.is_empty()), "{card:?}");
    }
}

/// Makes every title, date and name of a document white space, and drops nothing else.
fn blank_texts(json: &mut Json) {
    match json {
        Json::Array(items) => items.iter_mut().for_each(blank_texts),
        Json::Object(fields) => {
            for (name, value) in fields {
                match (name.as_ref(), &value) {
                    ("title" | "publisher" | "url" | "display_date" | "expression" | "date", Json::String(_)) => {
                        *value = Json::from(" ");
                    }
                    _ => blank_texts(value),
                }
            }
        }
        _ => {}
    }
}
