//! Invented articles in any number, for the tests that read many.

use eraline::calendar::{LabelLength, month_name};
use serde_json::{Value, json};

const TOWNS: [&str; 7] = ["Arlen", "Bexmouth", "Corvale", "Dunholt", "Ellery", "Farrow", "Glanmore"];

const THINGS: [&str; 9] =
    ["bridge", "harbour", "library", "tramway", "stadium", "school", "museum", "market", "tunnel"];

/// As many records as asked for, some 3,000 characters each, with about ten dates in each.
pub fn records(number: usize) -> Value {
    Value::Array((0..number).map(record).collect())
}

fn record(index: usize) -> Value {
    let town = of(&TOWNS, index);
    let thing = of(&THINGS, index / TOWNS.len());
    let year = 1970 + index % 50;
    let published = format!("{}-{:02}-{:02}", year + 2, 1 + index % 12, 1 + index % 28);
    let mut text = String::new();
    for paragraph in 0..10 {
        let month = month_name(1 + ((index + paragraph) % 12) as u8, LabelLength::Full);
        let day = 1 + (index * 7 + paragraph * 3) % 28;
        let then = year + paragraph % 3;
        text.push_str(&format!(
            "The council of {town} approved the {thing} on {day} {month} {then}, after a debate that lasted well into \
             the night and drew more people than the hall could seat. Engineers closed the old {thing} in {then}. \
             Shopkeepers near the square said that they had waited for a decision for far too long, and that their \
             customers had stayed away meanwhile. Mayor Ines Calder promised that the work would not cost the town \
             more than the plans allowed.\n\n"
        ));
    }
    json!({ "id": format!("article-{index}"), "title": format!("{town} decides on its {thing}"), "published": published, "text": text })
}

fn of<'a>(words: &[&'a str], index: usize) -> &'a str {
    words.get(index % words.len()).copied().unwrap_or_default()
}
