//! The list as a piece of HTML, for pages made beforehand and for reading without scripts.

use super::list::{EventList, ListRow, ListSection};

/// The list as headings and ordered lists. Every text is escaped; the class names are those of the element's style
/// sheet.
#[must_use]
pub fn html(list: &EventList) -> String {
    let mut out = String::from("<div class=\"el-list\">\n");
    for section in &list.sections {
        push_heading(section, &mut out);
        out.push_str("<ol>\n");
        for row in &section.rows {
            push_row(row, &mut out);
        }
        out.push_str("</ol>\n");
    }
    out.push_str("</div>\n");
    out
}

fn push_heading(section: &ListSection, out: &mut String) {
    if section.label.is_empty() && section.years.is_empty() {
        return;
    }
    out.push_str("<h3>");
    push_text(&section.label, out);
    if !section.years.is_empty() {
        out.push_str(if section.label.is_empty() { "" } else { " " });
        push_element("span", "el-years", &section.years, out);
    }
    out.push_str("</h3>\n");
}

fn push_row(row: &ListRow, out: &mut String) {
    out.push_str("<li id=\"");
    push_text(&row.id, out);
    out.push_str("\">");
    match &row.datetime {
        Some(datetime) => {
            out.push_str("<time class=\"el-date\" datetime=\"");
            push_text(datetime, out);
            out.push_str("\">");
            push_text(&row.date, out);
            out.push_str("</time>");
        }
        // Without a datetime, a `time` element may only hold what HTML itself reads as a date.
        None => push_element("span", "el-date", &row.date, out),
    }
    if row.is_disputed {
        out.push(' ');
        push_element("span", "el-neq", "≠", out);
    }
    out.push(' ');
    push_element("span", "el-hl", &row.headline, out);
    if !row.articles.is_empty() {
        out.push(' ');
        push_element("span", "n", &row.articles, out);
    }
    out.push_str("</li>\n");
}

fn push_element(name: &str, class: &str, text: &str, out: &mut String) {
    for part in ["<", name, " class=\"", class, "\">"] {
        out.push_str(part);
    }
    push_text(text, out);
    for part in ["</", name, ">"] {
        out.push_str(part);
    }
}

/// Text that is safe between tags and between double quotes.
fn push_text(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
