//! Texts that are too long for their place, cut at a word.

/// The text, or as many of its whole words as there is room for, with an ellipsis: at most `longest` characters.
#[must_use]
pub fn shortened(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    // One character is left for the ellipsis; a word that ends just before it is whole.
    let room = text.get(..end).unwrap_or_default();
    let letters = room.char_indices().next_back().map_or(0, |(at, _)| at);
    let cut = room.rfind(char::is_whitespace).unwrap_or(letters);
    format!("{}…", room.get(..cut).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_the_rest_is_cut_at_a_word() {
        assert_eq!(shortened("The ferry sank.", 15), "The ferry sank.");
        assert_eq!(shortened("The ferry sank.", 14), "The ferry…");
        assert_eq!(shortened("The ferry sank.", 10), "The ferry…");
        assert_eq!(shortened("The ferry sank.", 9), "The…");
    }

    #[test]
    fn a_word_longer_than_the_room_is_cut_inside() {
        assert_eq!(shortened("Überseehäfen", 5), "Über…");
        assert_eq!(shortened("Überseehäfen", 1), "…");
    }
}
