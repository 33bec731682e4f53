//! The words and signs of one sentence, with what each may be. Time expressions are one token.

mod inverted;
mod read;
mod rejoin;

pub(super) use read::tokens;
pub(super) use rejoin::{closed, said};

use super::en::{Tags, VerbForm};
use crate::lookup::listed::Listed;
use crate::text::TextSpan;
use std::ops::Range;

/// What a token is by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits, with or without signs.
    Number,
    /// A time expression: its index among those of the passage.
    Timex(usize),
    /// `,`
    Comma,
    /// `;` or `:`
    Stop,
    /// A dash between words.
    Dash,
    /// A double quotation mark.
    Quote,
    /// What stands in round or square brackets, as a whole.
    Bracketed,
    /// Anything else: a full stop, a slash, a sign.
    Sign,
}

/// A word or a sign of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// Where it stands in the article.
    pub(super) span: TextSpan,
    /// As written, with a possessive ending.
    pub(super) text: &'t str,
    /// Lower case, straight apostrophes, without a possessive ending.
    pub(super) lower: String,
    /// Shape.
    pub(super) kind: Kind,
    /// Word classes.
    pub(super) tags: Tags,
    /// What it can be as a verb.
    pub(super) form: VerbForm,
    /// Begins with a capital.
    pub(super) is_capital: bool,
    /// "Russia’s", "the States’".
    pub(super) is_possessive: bool,
    /// Inside a direct quotation of some length.
    pub(super) is_quoted: bool,
}

impl Token<'_> {
    /// "she’s", "they've": a pronoun with its verb.
    pub(super) fn is_contraction(&self) -> bool {
        let mut parts = self.lower.split(['\'', '’']);
        let pronoun = parts.next().unwrap_or_default();
        let is_pronoun =
            matches!(pronoun, "i" | "we" | "you" | "let" | "it" | "that" | "there" | "he" | "she" | "they");
        is_pronoun && parts.next().is_some()
    }

    pub(super) fn is(&self, classes: Tags) -> bool {
        self.tags.any(classes)
    }

    /// Whether it is one of these words: "a|an".
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn reads(&self, words: &'static str) -> bool {
        Listed(words).has(&self.lower)
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word)
    }

    pub(super) const fn timex(&self) -> Option<usize> {
        if let Kind::Timex(index) = self.kind { Some(index) } else { None }
    }

    /// As written without a possessive ending.
    pub(super) fn base(&self) -> &str {
        if self.is_possessive {
            let word = self.text.trim_end_matches(['s', 'S']).trim_end_matches(['\'', '’']);
            word.trim_end_matches(['\'', '’', ' '])
        } else {
            self.text
        }
    }

    /// What may be a past or a participle: "held", "taken", "took".
    pub(super) const fn is_past_form(&self) -> bool {
        self.form.either || self.form.participle || self.form.past
    }

    /// What an object can begin with: "the firm", "him", "Peru", "ten".
    pub(super) fn opens_object(&self) -> bool {
        self.is(Tags::DETERMINER.or(Tags::PRONOUN)) || self.is_capital || self.kind == Kind::Number
    }

    /// A word that cannot begin or be inside a noun phrase.
    pub(super) fn breaks_noun_phrase(&self) -> bool {
        match self.kind {
            Kind::Word => {
                self.is(Tags::PREPOSITION
                    .or(Tags::SUBORDINATOR)
                    .or(Tags::CONJUNCTION)
                    .or(Tags::RELATIVE)
                    .or(Tags::MODAL)
                    .or(Tags::BE)
                    .or(Tags::HAVE)
                    .or(Tags::DO))
                    && !self.is_capital
                    || self.lower == "to"
            }
            Kind::Number => false,
            _ => true,
        }
    }
}

/// What stands where no token does: of no class and no form, none of any words.
static NOTHING: Token<'static> = Token {
    span: TextSpan { start: 0, end: 0 },
    text: "",
    lower: String::new(),
    kind: Kind::Sign,
    tags: Tags::NONE,
    form: VerbForm::NONE,
    is_capital: false,
    is_possessive: false,
    is_quoted: false,
};

/// Questions about the token at a place, with "no" for an answer where there is none.
///
/// Rules ask them at hundreds of places: a page has each once.
pub(super) trait TokenAt<'t> {
    /// The token; a sign without text where there is none.
    fn at(&self, at: usize) -> &Token<'t>;
    /// The tokens of a range; none where it is not all inside.
    fn within(&self, range: Range<usize>) -> &[Token<'t>];
    /// Whether it is of one of these classes.
    fn is_at(&self, at: usize, classes: Tags) -> bool;
    /// Whether it is one of these words: "a|an".
    fn reads_at(&self, at: usize, words: &'static str) -> bool;
    /// Whether it has this shape.
    fn is_kind_at(&self, at: usize, kind: Kind) -> bool;
    /// Whether it begins with a capital.
    fn is_capital_at(&self, at: usize) -> bool;
}

impl<'t> TokenAt<'t> for [Token<'t>] {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn at(&self, at: usize) -> &Token<'t> {
        self.get(at).unwrap_or(&NOTHING)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn within(&self, range: Range<usize>) -> &[Token<'t>] {
        self.get(range).unwrap_or_default()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn is_at(&self, at: usize, classes: Tags) -> bool {
        self.get(at).is_some_and(|token| token.is(classes))
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn reads_at(&self, at: usize, words: &'static str) -> bool {
        self.get(at).is_some_and(|token| token.reads(words))
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn is_kind_at(&self, at: usize, kind: Kind) -> bool {
        self.get(at).is_some_and(|token| token.kind == kind)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn is_capital_at(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_capital)
    }
}

/// The last "to" with a verb behind it: "called on all to join".
pub(super) fn infinitive(words: &[Token<'_>]) -> Option<usize> {
    words.windows(2).rposition(|pair| matches!(pair, [to, verb] if to.reads("to") && verb.form.plain))
}

/// "a bitter, long strike": a comma between two adjectives of one noun, which parts nothing.
pub(super) fn joins_adjectives(tokens: &[Token<'_>], comma: usize) -> bool {
    let Some(from) = comma.checked_sub(2) else { return false };
    let [opener, first, sign, second, noun] = tokens.within(from..comma + 3) else { return false };
    let describes = |token: &Token<'_>| {
        let function = Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::PERSON).or(Tags::GROUP).or(Tags::EVENT_NOUN);
        token.is_word()
            && !token.is_capital
            && !token.breaks_noun_phrase()
            && !token.is(function)
            && !(token.form.either || token.form.participle || token.form.gerund || token.form.past)
    };
    let names = noun.is_word() && !noun.breaks_noun_phrase() && !noun.is_capital && !noun.is(Tags::DETERMINER);
    let is_adverb = second.is(Tags::ADVERB) && !second.is(Tags::ADJECTIVE);
    (opener.is(Tags::DETERMINER) || opener.is_possessive)
        && sign.kind == Kind::Comma
        && describes(first)
        && (describes(second) || second.timex().is_some())
        && names
        && !is_adverb
}
