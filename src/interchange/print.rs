//! JSON as text: indented by two, one field a line, lists of plain values on one line, so that a document kept under
//! version control changes line by line. UTF-8 stands as it is.

use std::fmt::Write;

use super::Json;

/// The value as indented JSON text, without a final line break.
pub(super) fn printed(json: &Json) -> String {
    let mut out = String::new();
    print(json, 0, &mut out);
    out
}

/// The value as JSON text on one line.
pub(super) fn printed_in_line(json: &Json) -> String {
    let mut out = String::new();
    print_in_line(json, &mut out);
    out
}

fn print(json: &Json, indent: usize, out: &mut String) {
    match json {
        Json::Array(items) if items.iter().any(is_nested) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                break_line(at, indent + 1, out);
                print(item, indent + 1, out);
            }
            break_line(0, indent, out);
            out.push(']');
        }
        Json::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                break_line(at, indent + 1, out);
                print_string(name, out);
                out.push_str(": ");
                print(value, indent + 1, out);
            }
            break_line(0, indent, out);
            out.push('}');
        }
        _ => print_in_line(json, out),
    }
}

fn is_nested(json: &Json) -> bool {
    matches!(json, Json::Array(_) | Json::Object(_))
}

/// A new line, after a comma unless the item is the first.
fn break_line(at: usize, indent: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", indent));
}

fn print_in_line(json: &Json, out: &mut String) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Integer(number) => out.push_str(&number.to_string()),
        // JSON has no sign for what is not a number.
        Json::Float(number) if !number.is_finite() => out.push_str("null"),
        Json::Float(number) => out.push_str(&format!("{number:?}")),
        Json::String(text) => print_string(text, out),
        Json::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                print_in_line(item, out);
            }
            out.push(']');
        }
        Json::Object(fields) => {
            out.push('{');
            for (at, (name, value)) in fields.iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                print_string(name, out);
                out.push_str(": ");
                print_in_line(value, out);
            }
            out.push('}');
        }
    }
}

fn print_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // A document may be put into a script element, which `</` could end; JSON reads the escape alike.
            '<' => out.push_str("\\u003c"),
            c if c < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_plain_values_stay_on_one_line() {
        let json = Json::Object(vec![
            ("range".into(), Json::Array(vec![Json::Integer(3), Json::Integer(9)])),
            ("salience".into(), Json::Float(0.93)),
            ("mentions".into(), Json::Array(vec![Json::Object(vec![("quote".into(), "“a”\n</script>".into())])])),
            ("media".into(), Json::Array(Vec::new())),
        ]);
        assert_eq!(
            printed(&json),
            "{\n  \"range\": [3, 9],\n  \"salience\": 0.93,\n  \"mentions\": [\n    {\n      \
             \"quote\": \"“a”\\n\\u003c/script>\"\n    }\n  ],\n  \"media\": []\n}"
        );
    }
}
