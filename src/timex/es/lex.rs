//! The classes of Spanish words that time expressions are made of.

use super::super::lexicon::Lexicon;
use super::super::meaning::{TimeOfDay, Unit, Vague};
use super::super::scan::Figure;
use super::super::tokens::Class;
use super::words::LEXICON;
use crate::calendar::Weekday;

/// What a token is to the grammar. Words of no interest are [`Lex::Other`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::timex) enum Lex {
    /// Past the end of the text.
    Nothing,
    /// A blank line before the next token.
    Break,
    Other,
    Figure(Figure),
    Sign(u8),

    // Names of the calendar.
    Month(u8),
    /// A month's name that people have too: Abril, Julio.
    NameMonth(u8),
    Weekday(Weekday),
    /// "sábados"; from Monday to Friday the plural is the singular.
    Weekdays(Weekday),
    Season(u8),
    Unit(Unit),
    Units(Unit),
    Part(TimeOfDay),
    /// "mañana": tomorrow, or the morning.
    Manana,
    /// "anoche".
    LastNight,
    /// "fin", of a week.
    Fin,
    /// "a.C.".
    BeforeEra,

    // Numbers.
    Spelt(u32),
    Thousand,
    Ordinal(u8),
    /// "medio", "media".
    Half,
    /// "mitad", of a year.
    HalfNoun,

    // Words that stand for a day or a time.
    /// Days from today.
    Deictic(i8),
    Reference(Vague),
    SetAdverb(Unit),
    /// "futuro", "futuros".
    Future,

    // Modifiers.
    /// "principios", "comienzos".
    Beginning,
    /// "mediados".
    Middle,
    /// "finales", "fines".
    End,
    /// "casi".
    Nearly,
    /// "hacia", "alrededor", "unos" before a number.
    About,
    /// "más".
    More,
    /// "menos".
    Less,
    /// "hace", which counts back from today.
    Ago,
    /// "hacía", which counts back from what is told.
    AgoThen,
    /// "dentro", which counts ahead.
    Within,
    /// "pasado".
    Past,
    /// "próximo".
    Next,
    /// "último".
    Last,
    /// "siguiente".
    Following,
    /// "anterior".
    Previous,
    /// "mismo".
    Same,
    /// The two words of "que viene".
    That,
    Comes,
    /// "cada".
    Every,
    /// "todos".
    All,
    /// "varios", "pocos".
    Several,

    // Determiners and prepositions.
    /// "el", "la".
    The,
    /// "los", "las".
    Thes,
    /// "un", "una".
    A,
    /// "unos", "unas".
    Some,
    /// "este", "esta".
    This,
    /// "ese", "aquella".
    Those,
    De,
    Del,
    /// The preposition "a".
    To,
    Al,
    In,
    And,
    Or,
    Between,
    Since,
    Until,
    During,
    /// "tras".
    Behind,
    /// "antes".
    Before,
    /// "después".
    After,
    /// "para".
    By,
    /// "por".
    Through,
    /// "partir", as in "a partir de".
    Onward,

    // Nouns that change what a number is.
    /// "resolución", "vuelo": the number after it is no date.
    Label,
    /// "toneladas", "personas": the number before it is a count.
    Counted,
    /// "edad": a length before it is an age.
    AgeNoun,
    /// "tiene", "cumplió": a length after it is an age.
    AgeVerb,

    // Verbs, for tense.
    PastVerb,
    PresentVerb,
    FutureVerb,
    ConditionalVerb,
    /// "va", "van": with "a" and a verb, the future.
    Goes,
}

impl Class for Lex {
    const NOTHING: Self = Self::Nothing;
    const BREAK: Self = Self::Break;
    const OTHER: Self = Self::Other;

    fn opens_before(self) -> u8 {
        super::opens_before(self)
    }

    fn company(self) -> u8 {
        super::company(self)
    }

    fn lexicon() -> &'static Lexicon<Self> {
        &LEXICON
    }

    fn of_figure(figure: Figure) -> Self {
        Self::Figure(figure)
    }

    fn of_sign(sign: u8) -> Self {
        Self::Sign(sign)
    }

    fn sign(self) -> Option<u8> {
        match self {
            Self::Sign(sign) => Some(sign),
            _ => None,
        }
    }
}
