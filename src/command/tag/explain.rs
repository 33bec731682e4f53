//! `eraline tag --explain`: why each expression was found and what it was made of, to be read by a person.
//!
//! For each sentence its tokens, each with the class that the rules see (words of no class stand alone); under it the
//! expressions with the rule, the under-specified value, the anchor and the result.

use std::fmt::{self, Display, Formatter};

use eraline::calendar::Edtf;
use eraline::text::{TextSpan, sentences};
use eraline::timex::{AnchorSource, Language, Relation, Resolution, Stated, Tense, Timex, Token};

/// A tagged text and all that is to be said of it.
#[derive(Debug)]
pub(crate) struct Explained<'t> {
    pub(crate) name: &'t str,
    pub(crate) text: &'t str,
    pub(crate) language: Language,
    pub(crate) published: Option<Edtf>,
    pub(crate) stated: &'t [Stated],
    pub(crate) timexes: &'t [Timex],
}

impl Display for Explained<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let published = self.published.map_or_else(|| "no publication date".to_owned(), |date| date.to_string());
        writeln!(f, "== {} ({}, {published})", self.name, self.language.subtag())?;
        let tokens = self.language.tokens(self.text);
        let mut tokens = tokens.iter().peekable();
        let mut pairs = self.stated.iter().zip(self.timexes).peekable();
        for sentence in sentences(self.text) {
            writeln!(f, "\n{}", one_line(sentence.of(self.text)))?;
            write!(f, "  words   ")?;
            while let Some(token) = tokens.next_if(|token| token.span.start < sentence.end) {
                self.token(f, token)?;
            }
            writeln!(f)?;
            while let Some((stated, timex)) = pairs.next_if(|(stated, _)| stated.span.start < sentence.end) {
                self.expression(f, stated, timex)?;
            }
        }
        Ok(())
    }
}

impl Explained<'_> {
    fn token(&self, f: &mut Formatter<'_>, token: &Token) -> fmt::Result {
        let word = token.span.of(self.text);
        match &token.class {
            Some(class) => write!(f, " {word}:{class}"),
            // Where a blank line was there is nothing to show.
            None if word.is_empty() => Ok(()),
            None => write!(f, " {word}"),
        }
    }

    fn expression(&self, f: &mut Formatter<'_>, stated: &Stated, timex: &Timex) -> fmt::Result {
        writeln!(f, "  [{}]", self.words(stated.span))?;
        writeln!(f, "    rule    {}", stated.rule)?;
        writeln!(f, "    says    {}: {:?}", stated.open_value(), stated.meaning)?;
        write!(f, "    beside ")?;
        match stated.tense {
            // The verb right beside the date is in the past, too.
            Some(Tense::Done) => write!(f, " Past tense")?,
            Some(tense) => write!(f, " {tense:?} tense")?,
            None if !stated.meaning.turns_on_tense() => write!(f, " any tense")?,
            None => write!(f, " no verb")?,
        }
        match stated.partner.and_then(|partner| self.stated.get(partner)) {
            Some(partner) => writeln!(f, ", a range with [{}]", self.words(partner.span))?,
            None if stated.relation == Relation::At => writeln!(f)?,
            None => writeln!(f, ", {:?}", stated.relation)?,
        }
        writeln!(f, "    anchor  {}", self.anchor(timex))?;
        let modifier = timex.modifier.map_or_else(String::new, |modifier| format!(" {}", modifier.as_str()));
        writeln!(f, "    means   {} {}{modifier}", timex.kind.as_str(), timex.value)
    }

    /// What the fields that the text leaves open were filled from.
    fn anchor(&self, timex: &Timex) -> String {
        match timex.resolution {
            Resolution::Stated => "none needed".to_owned(),
            Resolution::Unresolved => "none".to_owned(),
            Resolution::Anchored { anchor, from: AnchorSource::Published } => format!("{anchor}, published"),
            Resolution::Anchored { anchor, from: AnchorSource::Mention(index) } => {
                let words = self.stated.get(index).map_or("", |mention| mention.span.of(self.text));
                format!("{anchor}, told by [{}]", one_line(words))
            }
        }
    }

    fn words(&self, span: TextSpan) -> String {
        one_line(span.of(self.text))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
