//! What a publisher says of itself under every article: "The Daily Post, founded in 1923, is owned by its readers."
//!
//! One article cannot show that a paragraph is standing matter; two of the same publisher can. Paragraphs that several
//! articles share are set aside only where they speak of the publisher or as the publisher, since the background of a
//! running story is repeated word for word too.

use super::header::is_name;
use super::repeated::{fingerprint, is_same};
use super::{Article, Aside, Role, Warning, WarningCode};
use crate::gather::Gather;
use crate::lookup::numbers::Firsts;
use crate::order::InOrder;
use crate::text::phrase::{holds, without_opening};
use crate::text::{lowered, words};

/// How a publisher speaks of itself.
const OWN_WORDS: [&str; 4] = ["we", "our", "us", "ours"];

/// Looks for such paragraphs, one article after the other.
#[derive(Debug, Default)]
pub struct StandingMatter {
    /// Article and passage of each paragraph that speaks of its publisher.
    places: Vec<(usize, usize)>,
    /// The number of the first of equal ones.
    firsts: Firsts,
    found: Vec<(usize, usize)>,
}

impl StandingMatter {
    /// Notes what the article at this index of the set shares with those noted before it.
    pub fn note(&mut self, articles: &[Article], at: usize) {
        let Some(article) = articles.get(at) else { return };
        let publishers = publishers(article);
        let story = article.passages.iter().enumerate().filter(|(_, passage)| passage.role == Role::Story);
        for (number, passage) in story {
            let text = passage.span.of(&article.text);
            let Some(publisher) = publishers.iter().find(|publisher| speaks_of(text, publisher)) else { continue };
            self.places.push((at, number));
            let Some(first) = self.firsts.add(fingerprint(text), self.places.len() - 1) else { continue };
            let Some((other, earlier)) = self.places.get(first).copied() else { continue };
            let is_publishers = |held: &&Article| self::publishers(held).contains(publisher);
            let Some(held) = articles.get(other).filter(|held| other != at && is_publishers(held)) else { continue };
            if held.passages.get(earlier).is_some_and(|passage| is_same(passage.span.of(&held.text), text)) {
                self.found.extend([(other, earlier), (at, number)]);
            }
        }
    }

    /// Sets what was found aside in all articles, with a warning for each.
    pub fn set_aside(mut self, articles: &mut [Article]) -> Vec<Warning> {
        self.found.order();
        self.found.dedup();
        let set_aside = |(at, number): (usize, usize)| {
            let article = articles.get_mut(at)?;
            let passage = article.passages.get_mut(number)?;
            passage.role = Role::Aside(Aside::Standing);
            Some(Warning {
                code: WarningCode::SetAside,
                article: Some(article.id.clone()),
                span: Some(passage.span),
                message: "set aside as not the story: what the publisher says of itself".to_owned(),
            })
        };
        self.found.into_iter().filter_map(set_aside).gather()
    }
}

/// The publisher of an article in small letters; where none is given, the names that stand alone in its front.
fn publishers(article: &Article) -> Vec<String> {
    if let Some(publisher) = &article.publisher {
        return vec![lowered(publisher.trim())];
    }
    let front = article.passages.iter().take_while(|passage| passage.role != Role::Story);
    let alone = front
        .filter(|passage| passage.role == Role::Aside(Aside::Header))
        .map(|passage| passage.span.of(&article.text));
    alone.filter(|line| words(line).count() > 1 && is_name(line)).map(lowered).gather()
}

fn speaks_of(text: &str, publisher: &str) -> bool {
    let name = without_opening(publisher, "the ");
    let named = !name.is_empty() && holds(&lowered(text), name);
    // What somebody else says in the first person stands in quotes.
    named
        || !text.contains(['"', '“', '‘'])
            && words(text).any(|word| OWN_WORDS.iter().any(|own| word.text.eq_ignore_ascii_case(own)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Draft, Ids};

    fn set(articles: &[(&str, &str)]) -> Vec<Article> {
        let mut ids = Ids::new();
        let draft = |(publisher, text): &(&str, &str)| Draft {
            publisher: Some((*publisher).to_owned()),
            title: Some("A title".to_owned()),
            ..Draft::from_text(*text)
        };
        articles.iter().map(|entry| Article::from_draft(draft(entry), &mut ids).0).collect()
    }

    fn set_aside_standing(articles: &mut [Article]) -> Vec<Warning> {
        let mut standing = StandingMatter::default();
        (0..articles.len()).for_each(|at| standing.note(articles, at));
        standing.set_aside(articles)
    }

    fn story(article: &Article) -> Vec<&str> {
        article.story().map(|passage| passage.span.of(&article.text)).collect()
    }

    #[test]
    fn what_a_publisher_says_of_itself_is_set_aside_in_all_its_articles() {
        let about = "The Daily Post, founded in 1923, is owned by its readers.";
        let mut articles = set(&[
            ("Daily Post", &format!("The bridge of Arlen opened on Thursday.\n\n{about}")),
            ("Daily Post", &format!("The mayor of Arlen resigned on Friday.\n\n{about}")),
        ]);
        let warnings = set_aside_standing(&mut articles);
        assert_eq!(warnings.len(), 2);
        assert_eq!(story(&articles[0]), ["The bridge of Arlen opened on Thursday."]);
        assert_eq!(story(&articles[1]), ["The mayor of Arlen resigned on Friday."]);
    }

    #[test]
    fn a_paper_named_above_the_title_is_the_publisher() {
        let about = "The Daily Post was founded in 1923 and is printed in Arlen.";
        let article = |title: &str, told: &str| format!("THE DAILY POST\n\n{title}\n\n4 May 2019\n\n{told}\n\n{about}");
        let texts = [
            article("Bridge of Arlen opens at last", "The bridge of Arlen opened on Thursday."),
            article("Mayor of Arlen resigns over it", "The mayor of Arlen resigned on Friday."),
        ];
        let mut ids = Ids::new();
        let mut articles: Vec<Article> =
            texts.iter().map(|text| Article::from_draft(Draft::from_text(text.as_str()), &mut ids).0).collect();
        assert_eq!(set_aside_standing(&mut articles).len(), 2);
        assert_eq!(story(&articles[0]), ["The bridge of Arlen opened on Thursday."]);
    }

    #[test]
    fn background_that_articles_share_stays_and_so_does_another_publishers() {
        let background = "The old bridge of Arlen collapsed in 1994 and killed two.";
        let named = "The Daily Post reported in 1994 that the bridge was unsafe.";
        let mut articles = set(&[
            ("Daily Post", &format!("The bridge opened on Thursday.\n\n{background}\n\n{named}")),
            ("Daily Post", &format!("The mayor resigned on Friday.\n\n{background}")),
            ("Evening Mail", &format!("The river rose on Sunday.\n\n{named}")),
        ]);
        assert_eq!(set_aside_standing(&mut articles), []);
        assert_eq!(story(&articles[0]).len(), 3);
    }
}
