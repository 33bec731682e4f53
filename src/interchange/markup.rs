//! HTML in the text fields of other formats: escaped on the way out, reduced to its words on the way in.

use crate::lookup::listed::Listed;

/// The text with the signs that HTML gives a meaning escaped.
pub(super) fn html_from_plain(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

/// The words of a piece of HTML: tags, comments, scripts and styles go, character references become characters, and
/// white space is collapsed but for one line break where a block ends.
pub(super) fn plain_from_html(html: &str) -> String {
    let mut plain = Plain::default();
    let mut rest = html;
    // Past the last `>` no tag ends, and looking for its end again and again would cost the square of the length.
    let after_tags = html.rfind('>').map_or(0, |at| html.len() - at);
    while let Some(at) = rest.find(['<', '&']) {
        let (text, from_sign) = rest.split_at(at);
        plain.push_text(text);
        let tag = if after_tags > 0 && from_sign.len() >= after_tags { tag(from_sign) } else { None };
        rest = match tag {
            Some((name, after)) => {
                if is_block(name) {
                    plain.wants_break = true;
                }
                if from_sign.starts_with("</") { after } else { after_hidden(name, after) }
            }
            None => match reference(from_sign) {
                Some((c, after)) => {
                    plain.push(c);
                    after
                }
                None => {
                    let mut signs = from_sign.chars();
                    plain.push(signs.next().unwrap_or(' '));
                    signs.as_str()
                }
            },
        };
    }
    plain.push_text(rest);
    plain.text
}

/// Words as they come, white space collapsed.
#[derive(Default)]
struct Plain {
    text: String,
    wants_space: bool,
    wants_break: bool,
}

impl Plain {
    fn push_text(&mut self, text: &str) {
        text.chars().for_each(|c| self.push(c));
    }

    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            self.wants_space = true;
            return;
        }
        if !self.text.is_empty() && self.wants_break {
            self.text.push('\n');
        } else if !self.text.is_empty() && self.wants_space {
            self.text.push(' ');
        }
        (self.wants_space, self.wants_break) = (false, false);
        self.text.push(c);
    }
}

/// Elements that begin or end a line.
const BLOCKS: Listed = Listed("p|br|div|li|ul|ol|tr|table|h1|h2|h3|h4|h5|h6|blockquote|hr");

fn is_block(name: &str) -> bool {
    BLOCKS.has_in_any_case(name)
}

/// Elements whose content is no text.
const HIDDEN: [&str; 2] = ["script", "style"];

/// The name of the tag at the start, without its slash, and what follows the tag; a comment has no name. `<` before
/// anything that opens no tag is text.
fn tag(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        return Some(("", comment.split_once("-->").map_or("", |(_, after)| after)));
    }
    let name = inner.strip_prefix('/').unwrap_or(inner);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return None;
    }
    let (tag, after) = name.split_once('>')?;
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    Some((tag.get(..end)?, after))
}

/// What follows the end tag of an element whose content is no text; `after` for any other element.
fn after_hidden<'t>(name: &str, after: &'t str) -> &'t str {
    if !HIDDEN.iter().any(|hidden| hidden.eq_ignore_ascii_case(name)) {
        return after;
    }
    let is_end =
        |at: usize, name: &str| after.get(at..at + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    let mut ends = after.match_indices("</");
    let end = ends.find(|(at, _)| HIDDEN.iter().any(|name| is_end(at + "</".len(), name)));
    end.and_then(|(at, _)| after.get(at..)).unwrap_or_default()
}

/// Named character references that texts of timelines use; the rest are rare enough to stand as written.
const NAMED: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("shy", '\u{ad}'),
];

/// Longest reference that is looked at, in bytes.
const LONGEST_REFERENCE: usize = 12;

/// The character that the reference at the start stands for, and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    let end = text.bytes().take(LONGEST_REFERENCE + 2).position(|byte| byte == b';')?;
    let (name, after) = (text.get(..end)?.strip_prefix('&')?, text.get(end + 1..)?);
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_of_html_are_kept() {
        for (html, plain) in [
            ("<p>One <b class=\"x\">two</b></p>\n<p>three</p>", "One two\nthree"),
            ("a<br/>b<!-- c > d -->e", "a\nbe"),
            ("<script>alert('<b>')</script>x<STYLE>b{}</Style >y", "xy"),
            ("3 < 4 & 5 > 4 &amp;&lt;&#8211;&#x41;&unknown; &", "3 < 4 & 5 > 4 &<–A&unknown; &"),
            ("<img src=x onerror=alert(1)>", ""),
            ("&lt;img src=x&gt;", "<img src=x>"),
            ("a <b", "a <b"),
        ] {
            assert_eq!(plain_from_html(html), plain, "{html}");
        }
    }

    #[test]
    fn plain_text_survives_html_and_back() {
        for text in ["a < b & c", "&amp; “x”", "\"</p>\" it’s <script>", "1 > 0"] {
            assert_eq!(plain_from_html(&html_from_plain(text)), text);
        }
    }
}
