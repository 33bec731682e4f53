//! Text of others inside a message: in quotes, with what cannot be seen written out.

/// The text in quotes, as `{:?}` writes it for what people type and paste.
///
/// That also writes out marks that belong to the letter before them and what has no letter yet, by tables of Unicode that
/// weigh 3 KB in a page; here these stay as they are.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\0' => quoted.push_str("\\0"),
            c if is_unseen(c) => quoted.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Controls, spaces that do not look like one, and what turns or joins the text around it.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\0'..='\x1f'
            | '\x7f'..='\u{a0}'
            | '\u{ad}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}'
            | '\u{3000}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_typed_and_pasted_is_written_as_the_standard_library_does(
            text in "[\0-~\u{a0}-\u{2ff}а-яα-ωא-ת“”‘’–—…€™\u{2000}-\u{2027}\u{2028}-\u{203f}\u{3000}一-龥\u{feff}]{0,20}"
        ) {
            prop_assert_eq!(quoted(&text), format!("{text:?}"));
        }
    }

    #[test]
    fn a_mark_stays_on_its_letter() {
        assert_eq!(quoted("cafe\u{301} \"x\"\\"), "\"cafe\u{301} \\\"x\\\"\\\\\"");
    }
}
