//! A bound on how deep a page nests. The parser looks through all open elements at every tag, so a page of a hundred
//! thousand unclosed `<div>` would take it minutes; browsers bound the depth too.

use crate::lookup::listed::Listed;
use std::borrow::Cow;

/// Pages nest a few dozen deep; browsers stop at 512.
const DEEPEST: usize = 256;

/// Elements that end without an end tag, by themselves or at the next of their kind: they do not nest.
const UNCLOSED: Listed = Listed(
    "area|base|body|br|col|colgroup|dd|dt|embed|head|hr|html|img|input|li|link|meta|option|p|rp|rt|source|\
     tbody|td|tfoot|th|thead|tr|track|wbr",
);

/// The page without the tags of elements below [`DEEPEST`]; what stands in them is kept.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut depth = 0_usize;
    for (at, _) in html.match_indices('<') {
        let Some(tag) = html.get(at + 1..) else { break };
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name_len = tag.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let name = tag.get(..name_len).unwrap_or_default();
        if name.is_empty() || UNCLOSED.has_in_any_case(name) {
            continue;
        }
        let is_dropped = if is_end { depth > DEEPEST } else { depth >= DEEPEST };
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        if is_dropped && at >= copied {
            let end = tag.find('>').map_or(html.len(), |close| html.len() - tag.len() + close + 1);
            out.push_str(html.get(copied..at).unwrap_or_default());
            copied = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(html.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_page_is_left_as_it_is() {
        let html = "<div><p>One<p>Two<br>".repeat(3) + &"</div>".repeat(3) + &"<li>".repeat(1000);
        assert!(matches!(bounded(&html), Cow::Borrowed(_)));
    }

    #[test]
    fn what_stands_too_deep_keeps_its_words() {
        let html = format!("{}<b>It sank.</b>{}<p>Later.", "<div>".repeat(1000), "</div>".repeat(1000));
        let bounded = bounded(&html);
        assert_eq!(bounded.matches("<div>").count(), DEEPEST);
        assert_eq!(bounded.matches("</div>").count(), DEEPEST);
        assert!(bounded.contains(">It sank.<") && bounded.ends_with("<p>Later."), "{bounded}");
    }
}
