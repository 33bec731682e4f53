//! Ids of articles: the one given, else from the file's name, each once.

use crate::lookup::words::WordMap;

/// The ids of a set, as they are given out.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    used: WordMap<usize>,
    unnamed: usize,
}

/// An id, and whether it had to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claimed {
    /// Unique in its set.
    pub(super) id: String,
    /// The id that was taken already.
    pub(super) taken: Option<String>,
}

impl Ids {
    /// No id is used yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The given id, else the one from a file's name, else a number; `-2` and so on where it is taken.
    pub(super) fn claim(&mut self, given: Option<&str>, name: Option<&str>) -> Claimed {
        let given = given.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned);
        let wanted = given.or_else(|| name.and_then(id_from_name)).unwrap_or_else(|| {
            self.unnamed += 1;
            format!("article-{}", self.unnamed)
        });
        let Some(count) = self.used.get(&wanted).copied() else {
            self.used.insert(&wanted, 1);
            return Claimed { id: wanted, taken: None };
        };
        let (id, count) = (count + 1..)
            .map(|number| (format!("{wanted}-{number}"), number))
            .find(|(id, _)| !self.used.contains(id))
            .unwrap_or_else(|| (wanted.clone(), count));
        self.used.insert(&wanted, count);
        self.used.insert(&id, 1);
        Claimed { id, taken: Some(wanted) }
    }
}

/// A file's name up to the first `-`, `_` or `.`; the whole stem where it starts with a date.
fn id_from_name(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).trim();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let starts_with_date = stem.get(..10).is_some_and(|start| start.parse::<crate::calendar::Edtf>().is_ok());
    let id = if starts_with_date { stem } else { name.split(['-', '_', '.']).find(|piece| !piece.is_empty())? };
    (!id.is_empty()).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_from_the_start_of_the_name() {
        for (name, id) in [
            ("001_fe32.txt", "001"),
            ("harbour-post.html", "harbour"),
            ("2021-08-17-kabul.txt", "2021-08-17-kabul"),
            ("plain", "plain"),
            ("folder/a.b.txt", "a"),
        ] {
            assert_eq!(id_from_name(name).as_deref(), Some(id));
        }
        assert_eq!(id_from_name(""), None);
        assert_eq!(id_from_name("___"), None);
    }

    #[test]
    fn a_second_use_gets_a_number() {
        let mut ids = Ids::new();
        let mut claim = |given| ids.claim(Some(given), None);
        assert_eq!(claim("a").taken, None);
        assert_eq!(claim("a-2").taken, None);
        assert_eq!(claim("a"), Claimed { id: "a-3".to_owned(), taken: Some("a".to_owned()) });
        assert_eq!(claim("a").id, "a-4");
    }

    #[test]
    fn articles_without_a_name_are_numbered() {
        let mut ids = Ids::new();
        assert_eq!(ids.claim(None, None).id, "article-1");
        assert_eq!(ids.claim(Some("  "), None).id, "article-2");
    }
}
