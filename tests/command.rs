//! The built command, driven from outside.

#![cfg(feature = "cli")]
#![expect(clippy::expect_used, reason = "a test stops where the command cannot be run")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn eraline(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_eraline"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that stops early does not read all of its input.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the command writes UTF-8")
}

#[test]
fn tag_writes_a_line_for_each_line_and_names_the_bad_ones() {
    let input = "{\"id\": \"a\", \"dct\": \"2021-08-17\", \"text\": \"The ferry sank.\"}\n\
                 not json\n\n\
                 {\"id\": 7, \"dct\": null, \"text\": \"It was raised.\"}\n\
                 {\"id\": \"c\", \"dct\": \"soon\", \"text\": \"\"}\n\
                 {\"id\": \"d\"}\n";
    let output = eraline(&["tag", "--format", "jsonl"], input);
    assert_eq!(text(&output.stdout), "{\"id\":\"a\",\"timexes\":[]}\n{\"id\":7,\"timexes\":[]}\n");
    let said: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("eraline: standard input: line 2: expected {\"id\": …"), "{said:?}");
    assert_eq!(said[1], "eraline: standard input: line 5: expected a dct such as 2021-08-17 or null, found \"soon\"");
    assert!(said[2].contains("line 6") && said[2].contains("missing field `text`"), "{said:?}");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn tag_of_good_lines_ends_well() {
    let output = eraline(&["tag"], "{\"text\": \"The ferry sank.\"}\n");
    assert_eq!(text(&output.stdout), "{\"id\":null,\"timexes\":[]}\n");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn tag_explains_what_it_found_and_from_what() {
    let input = "{\"id\": \"bridge\", \"dct\": \"2021-08-17\", \"text\": \"It burned on Friday. Two years earlier, \
                 nobody cared.\"}\n";
    let expected = "\
== bridge (en, 2021-08-17)

It burned on Friday.
  words    It burned on:On Friday:Weekday(Friday) .
  [Friday]
    rule    weekday
    says    XXXX-WXX-5: Weekday { weekday: Friday, which: Nearest }
    beside  Past tense
    anchor  2021-08-17, published
    means   DATE 2021-08-13

Two years earlier, nobody cared.
  words    Two:Spelt(2) years:Units(Year) earlier:Earlier , nobody cared .
  [Two years earlier]
    rule    counted
    says    XXXX: Shifted { unit: Year, shift: -2, base: Mention }
    beside  any tense
    anchor  2021-08-13, told by [Friday]
    means   DATE 2019

";
    let output = eraline(&["tag", "--explain"], input);
    assert_eq!(text(&output.stdout), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(feature = "es")]
#[test]
fn tag_reads_the_language_of_the_option_or_of_the_line() {
    let line = |lang: &str| format!("{{\"dct\": \"2021-08-17\", {lang}\"text\": \"El tren chocó ayer.\"}}\n");
    let found = "{\"id\":null,\"timexes\":[{\"start\":14,\"end\":18,\"type\":\"DATE\",\"value\":\"2021-08-16\",\"mod\":null}]}\n";
    assert_eq!(text(&eraline(&["tag", "--lang", "es"], &line("")).stdout), found);
    assert_eq!(text(&eraline(&["tag"], &line("\"lang\": \"es-MX\", ")).stdout), found);
    assert_eq!(text(&eraline(&["tag"], &line("")).stdout), "{\"id\":null,\"timexes\":[]}\n");
    let refused = eraline(&["tag", "--lang", "xx"], "");
    assert!(text(&refused.stderr).contains("expected one of en, es"), "{}", text(&refused.stderr));
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn help_says_what_goes_in_and_what_comes_out() {
    let output = eraline(&["tag", "--help"], "");
    assert!(text(&output.stdout).contains("document creation time"));
    assert_eq!(output.status.code(), Some(0));
}

/// A folder of its own for a test's files.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn write(folder: &std::path::Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("a file for the test");
    path.to_str().expect("a plain path").to_owned()
}

#[test]
fn extract_names_each_bad_file_with_what_was_expected() {
    let folder = folder("bad-files");
    let empty = write(&folder, "empty.txt", " \n");
    let binary = write(&folder, "scan.pdf", "%PDF-1.7");
    let broken = write(&folder, "broken.json", "{\n \"text\": }");
    let missing = folder.join("missing.txt");
    let missing = missing.to_str().expect("a plain path");
    let output = eraline(&["extract", &empty, &binary, &broken, missing], "");
    let said: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert_eq!(said[0], format!("eraline: {empty}: expected an article, found an empty file"));
    assert!(said[1].ends_with("expected plain text, HTML, JSON or JSON Lines, found a PDF file"), "{said:?}");
    assert!(said[2].starts_with(&format!("eraline: {broken}: line 2, column")), "{said:?}");
    assert!(said[3].starts_with(&format!("eraline: {missing}: expected a file that can be read")), "{said:?}");
    assert_eq!(text(&output.stdout), "");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_timeline_document_is_printed_again_as_it_was_and_as_a_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/recognition.json");
    let printed = eraline(&["extract", path], "");
    let again = eraline(&["extract", "-"], text(&printed.stdout));
    assert_eq!(printed.stdout, again.stdout);
    assert_eq!(printed.status.code(), Some(0));
    let table = eraline(&["extract", path, "--format", "table"], "");
    let line =
        text(&table.stdout).lines().find(|line| line.starts_with("late 1990s")).expect("an event of the late 1990s");
    let columns: Vec<&str> = line.split("  ").map(str::trim).filter(|column| !column.is_empty()).collect();
    assert_eq!(columns, ["late 1990s", "Russia backs the Northern Alliance", "a b"]);
}

#[test]
fn a_timeline_document_is_printed_as_a_list_for_pages_without_scripts() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/recognition.json");
    let html = eraline(&["extract", path, "--format", "html"], "");
    let html = text(&html.stdout);
    assert!(html.contains("<ol>") && html.contains("<time"), "{html}");
    assert!(html.contains("Russia backs the Northern Alliance"), "{html}");
}

/// Two invented articles that tell of one event, in two forms.
fn two_articles(folder: &std::path::Path) -> [String; 2] {
    let first = "date 2019-05-06 Ferry raised off Bergen\n\nOn Friday, May 3, 2019, the ferry Anna sank off Bergen with \
                 forty people on board.\n\nThe harbour had been built in 1871.\n";
    let second = r#"{"id": "second", "title": "Norway asks why the Anna sank", "published": "2019-05-10",
        "text": "Norway opened an inquiry on Thursday.\n\nThe ferry Anna sank off Bergen on May 3, 2019.\n"}"#;
    [write(folder, "first.txt", first), write(folder, "b.json", second)]
}

#[test]
fn extract_prints_one_timeline_of_all_files() {
    let [first, second] = two_articles(&folder("two-articles"));
    let output = eraline(&["extract", &first, &second, "--format", "table"], "");
    let table = text(&output.stdout);
    let sank =
        table.lines().find(|line| line.starts_with("3 May 2019")).unwrap_or_else(|| panic!("no sinking in\n{table}"));
    assert!(sank.contains("sank off Bergen") && sank.ends_with("first second"), "{table}");
    assert!(table.lines().any(|line| line.starts_with("1871")), "{table}");
    assert!(table.lines().any(|line| line.starts_with("9 May 2019") && line.contains("inquiry")), "{table}");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let [first, second] = two_articles(&folder("same-bytes"));
    let once = eraline(&["extract", &first, &second], "");
    assert_eq!(once.stdout, eraline(&["extract", &first, &second], "").stdout);
    let document = text(&once.stdout);
    assert!(document.contains("\"eraline\": 1") && document.contains("\"published_basis\": \"header\""), "{document}");
    let without = eraline(&["extract", "--without-texts", &first, &second], "");
    assert!(!text(&without.stdout).contains("\"text\": \"date 2019"), "{}", text(&without.stdout));
    assert_eq!(text(&without.stdout).matches("\"text_sha256\": \"").count(), 2);
}

#[test]
fn good_files_are_done_beside_bad_ones_and_standard_input_is_a_file() {
    let folder = folder("good-and-bad");
    let [first, _] = two_articles(&folder);
    let bad = write(&folder, "bad.jsonl", "{\"text\": \"The pier burned in 1906.\"}\n[]\n");
    let output = eraline(&["extract", &first, &bad, "-", "--format", "table"], "In 1917 the harbour opened again.");
    let table = text(&output.stdout);
    for year in ["1871", "1906", "1917"] {
        assert!(table.lines().any(|line| line.starts_with(year)), "{year} is missing in\n{table}");
    }
    assert!(
        text(&output.stderr).starts_with(&format!("eraline: {bad}: line 2: expected an article")),
        "{:?}",
        output.stderr
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_publication_date_can_be_given_for_an_article() {
    let folder = folder("given-date");
    let file = write(&folder, "pier.txt", "The pier burned on Friday, the mayor said.");
    let dated = eraline(&["extract", &file, "--published", "pier=2019-05-06", "--format", "table"], "");
    assert!(text(&dated.stdout).starts_with("3 May 2019"), "{}", text(&dated.stdout));
    let unknown = eraline(&["extract", &file, "--published", "quay=2019-05-06"], "");
    assert_eq!(text(&unknown.stderr), "eraline: --published: expected the id of an article, found \"quay\"\n");
    assert_eq!(unknown.status.code(), Some(2));
    let bad = eraline(&["extract", &file, "--published", "pier"], "");
    assert!(text(&bad.stderr).contains("expected an id and a date such as 002=2024-05-17"));
    assert_eq!(bad.status.code(), Some(2));
}

#[test]
fn tag_counts_in_code_points() {
    let output = eraline(&["tag"], "{\"id\": 1, \"dct\": null, \"text\": \"“É” – in 1996.\"}\n");
    assert_eq!(
        text(&output.stdout),
        "{\"id\":1,\"timexes\":[{\"start\":9,\"end\":13,\"type\":\"DATE\",\"value\":\"1996\",\"mod\":null}]}\n"
    );
}

#[test]
fn tag_counts_from_the_header_of_a_text_without_a_creation_time() {
    let output = eraline(&["tag"], "{\"text\": \"Ferry sinks off pier\\nMay 03, 2019\\nIt sank today.\"}\n");
    assert!(text(&output.stdout).contains("\"value\":\"2019-05-03\",\"mod\":null}]"), "{}", text(&output.stdout));
    let unknown = eraline(&["tag"], "{\"text\": \"It sank today.\"}\n");
    assert!(text(&unknown.stdout).contains("\"XXXX-XX-XX\""));
}

#[test]
fn a_timeline_is_printed_in_the_forms_of_other_programs() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/recognition.json");
    for (format, start) in [
        ("timelinejs", "{\n  \"title\": {\n"),
        ("csv", "Year,Month,Day,"),
        ("markwhen", "title: \"Russia and Afghanistan"),
        ("ics", "BEGIN:VCALENDAR\r\n"),
        ("json-ld", "{\n  \"@context\": \"https://schema.org\","),
    ] {
        let output = eraline(&["extract", path, "--format", format], "");
        assert!(text(&output.stdout).starts_with(start), "{format}");
        assert_eq!(output.status.code(), Some(0), "{format}");
    }
    let csv = eraline(&["extract", path, "--format", "csv"], "");
    let said: Vec<&str> = text(&csv.stderr).lines().collect();
    assert_eq!(said.len(), 2, "one line for each event without a date");
    assert!(said[0].ends_with("TimelineJS shows no event without one, left out"), "{said:?}");
}

#[test]
fn a_timeline_of_timelinejs_becomes_a_document() {
    let slides = r#"{"events": [{"start_date": {"year": "1979"}, "text": {"headline": "War &amp; after"}},
        {"start_date": {"year": "soon"}, "text": {"headline": "Talks"}}]}"#;
    let output = eraline(&["extract", "-", "--format", "table"], slides);
    let lines: Vec<&str> = text(&output.stdout).lines().map(str::trim).collect();
    assert_eq!(lines, ["1979     War & after", "", "no date  Talks"]);
    assert!(text(&output.stderr).contains("events[1].start_date.year: expected a whole number, found \"soon\""));
}

#[test]
fn a_reader_who_has_read_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_eraline"))
        .arg("tag")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    // More than any buffer between the two holds; writing fails once the command has stopped.
    let line = "{\"text\": \"It sank in 1996.\"}\n".repeat(10_000);
    while stdin.write_all(line.as_bytes()).is_ok() {}
    drop(stdin);
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn explain_tells_how_a_date_came_about_and_extract_takes_edits() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/strike");
    let article = format!("{folder}/deal.txt");
    let output = eraline(&["explain", "police tear gas", &article], "");
    let said = text(&output.stdout);
    assert!(said.starts_with("Police fired tear gas"), "{said}");
    assert!(said.contains("“May 12” → TIMEX3 1998-05-12 → counted from 1998-06-02 → 1998-05-12"), "{said}");
    assert_eq!(output.status.code(), Some(0));

    let missing = eraline(&["explain", "moon landing", &article], "");
    assert_eq!(
        text(&missing.stderr),
        "eraline: moon landing: expected the id of an event or words of its headline, found no such event\n"
    );
    assert_eq!(missing.status.code(), Some(2));

    let edits = std::env::temp_dir().join(format!("eraline-edits-{}.json", std::process::id()));
    let hides = "{\"eraline_edits\": 1, \"edits\": [{\"edit\": \"hide\", \"was\": {\"date\": \"1998-05-14\"}}, {\"edit\": \"hide\"}]}";
    std::fs::write(&edits, hides).expect("a temporary file");
    let name = edits.to_str().expect("a path in UTF-8");
    let output = eraline(&["extract", "--format", "table", "--edits", name, &article], "");
    assert!(!text(&output.stdout).contains("dismissed"), "{}", text(&output.stdout));
    let expected = "edits[1]: hide: expected one event by its id, sentence, or headline and date, found none";
    assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    assert_eq!(output.status.code(), Some(2));
    std::fs::remove_file(&edits).expect("our own file");
}
