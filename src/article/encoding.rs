//! Bytes to text: UTF-8, UTF-16 with a byte order mark, and what older programs wrote.

/// How the bytes of a file became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, as its byte order mark says.
    Utf16,
    /// No UTF-8 at all: read as Windows-1252, which older news archives are in.
    Windows1252,
    /// Mostly UTF-8 or UTF-16; what is not was replaced by U+FFFD.
    Replaced,
}

/// A NUL byte so far into a file says that it is no text.
const BINARY_WITHIN: usize = 4096;

/// Windows-1252 from 0x80 to 0x9F; the five bytes without a character stay control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Whether the bytes are no text in any of these encodings.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let has_mark = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    !has_mark && bytes.iter().take(BINARY_WITHIN).any(|byte| *byte == 0)
}

/// The text of a file, without its byte order mark.
pub(super) fn decoded(bytes: &[u8]) -> (String, Encoding) {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Encoding::Utf8),
        Err(_) if has_no_utf8(bytes) => (bytes.iter().map(|byte| windows_1252(*byte)).collect(), Encoding::Windows1252),
        Err(_) => (String::from_utf8_lossy(bytes).into_owned(), Encoding::Replaced),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Encoding) {
    let units = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    let mut encoding = Encoding::Utf16;
    let text = char::decode_utf16(units)
        .map(|c| {
            c.unwrap_or_else(|_| {
                encoding = Encoding::Replaced;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    (text, encoding)
}

/// Whether no byte outside ASCII is part of a character in UTF-8.
fn has_no_utf8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii())
}

fn windows_1252(byte: u8) -> char {
    let place = usize::from(byte).checked_sub(0x80);
    place.and_then(|place| WINDOWS_1252.get(place)).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_older_programs_keep_their_quotes_and_accents() {
        let (text, encoding) = decoded(b"\x93It sank,\x94 said Ren\xe9.");
        assert_eq!(text, "“It sank,” said René.");
        assert_eq!(encoding, Encoding::Windows1252);
    }

    #[test]
    fn one_bad_byte_in_utf8_is_replaced() {
        let (text, encoding) = decoded("“It sank,” \u{e9}".as_bytes().split_last().map_or(&[], |(_, start)| start));
        assert_eq!(text, "“It sank,” \u{fffd}");
        assert_eq!(encoding, Encoding::Replaced);
    }

    #[test]
    fn half_a_pair_of_utf16_is_replaced() {
        assert_eq!(decoded(b"\xff\xfeI\0\x00\xd8"), ("I\u{fffd}".to_owned(), Encoding::Replaced));
        assert_eq!(decoded(b"\xfe\xff\0I"), ("I".to_owned(), Encoding::Utf16));
    }
}
