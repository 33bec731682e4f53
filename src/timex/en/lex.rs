//! The classes of English words that time expressions are made of.

use super::super::lexicon::Lexicon;
use super::super::meaning::{TimeOfDay, Unit, Vague};
use super::super::scan::Figure;
use super::super::tokens::Class;
use super::words::LEXICON;
use crate::calendar::Weekday;

/// What a token is to the grammar. Words of no interest are [`Lex::Other`].
#[derive(Clone, Copy, Debug)]
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
    /// A month's name that is an ordinary word too: May, March.
    WordMonth(u8),
    /// "Jan", "Sept": may carry a stop.
    ShortMonth(u8),
    Weekday(Weekday),
    ShortWeekday(Weekday),
    /// "Mondays".
    Weekdays(Weekday),
    Season(u8),
    /// A season's name that is an ordinary word too: spring, fall.
    WordSeason(u8),
    Seasons(u8),
    Unit(Unit),
    Units(Unit),
    Part(TimeOfDay),
    /// "mornings", "nights".
    Parts(TimeOfDay),
    /// Index into `names::HOLIDAYS`, by first word.
    Holiday,
    /// BC, BCE.
    BeforeEra,
    /// AD, CE.
    Era,
    Meridiem(u8),
    /// "o'clock" without its first letter.
    Clock,
    Zone,

    // Numbers.
    Spelt(u32),
    /// "hundred", "thousand".
    Scale(u32),
    Ordinal(u8),
    /// "twenties" is 2.
    DecadeWord(u8),
    Half,
    Dozen,
    /// "fortnight": two weeks.
    Fortnight,
    /// "weeklong".
    UnitLong(Unit),
    /// The Q and H of "Q3" and "H1".
    QuarterSign,
    HalfSign,
    /// "present", as an end of a range.
    Present,
    /// "st", "nd", "rd", "th".
    OrdinalEnding,
    /// The "s" of "1980s" and of the possessive.
    PluralEnding,

    // Words that stand for a day or a time.
    /// Days from today.
    Deictic(i8),
    Tonight,
    Reference(Vague),
    SetAdverb(Unit),

    // Modifiers.
    Early,
    Late,
    Mid,
    Middle,
    Beginning,
    End,
    Latter,
    About,
    Nearly,
    No,
    Very,
    /// "near", "foreseeable": kinds of future.
    Near,
    Little,
    More,
    Less,
    Than,
    Least,
    Most,
    Up,
    Ago,
    Earlier,
    Later,
    Last,
    Past,
    Next,
    Coming,
    Following,
    Previous,
    Previously,
    Recent,
    Latest,
    Current,
    Same,
    Full,
    Fiscal,
    Few,
    Several,
    Couple,
    Many,
    Some,
    Or,
    So,
    Every,
    Per,
    /// "another".
    Another,
    /// "other", as in "every other week".
    Alternate,

    // Determiners and prepositions.
    The,
    A,
    This,
    These,
    That,
    Those,
    Of,
    In,
    On,
    At,
    To,
    And,
    From,
    Between,
    Since,
    Until,
    Through,
    Before,
    After,
    By,
    During,
    Over,
    Under,
    Within,
    For,
    As,
    Prior,
    Much,
    Aftermath,
    /// A pronoun's possessive or another word that may open a noun group: "his", "its".
    Possessive,

    // Nouns that change what a number is.
    /// "aged", "flight", "resolution": the number after it is no date.
    Label,
    /// "tonnes", "people": the number before it is a count.
    Counted,
    /// "old" after a length makes it an age.
    Old,
    Long,
    Period,
    Right,
    Ended,
    Trading,
    /// "time", "moment".
    Time,
    /// "date": "to date" is up to now.
    Date,
    Former,
    Future,
    /// "attacks", "hijackers": what "September 11" without a year goes with.
    Attack,
    /// "c", "ca".
    Circa,
    Turn,

    // Verbs, for tense.
    Will,
    PastVerb,
    PresentVerb,
    FutureVerb,
    ConditionalVerb,
    /// "meet", "begin": with several that do so, ahead.
    PluralVerb,
}

/// As it would be derived, but compiled into each of some two hundred comparisons: most are with a class that holds
/// nothing, and then one look at the number of the variant is all that is left of this.
impl PartialEq for Lex {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        use Lex as L;
        std::mem::discriminant(self) == std::mem::discriminant(other)
            && match (*self, *other) {
                (L::Figure(one), L::Figure(other)) => one == other,
                (L::Weekday(one), L::Weekday(other))
                | (L::ShortWeekday(one), L::ShortWeekday(other))
                | (L::Weekdays(one), L::Weekdays(other)) => one == other,
                (L::Unit(one), L::Unit(other))
                | (L::Units(one), L::Units(other))
                | (L::UnitLong(one), L::UnitLong(other))
                | (L::SetAdverb(one), L::SetAdverb(other)) => one == other,
                (L::Part(one), L::Part(other)) | (L::Parts(one), L::Parts(other)) => one == other,
                (L::Spelt(one), L::Spelt(other)) | (L::Scale(one), L::Scale(other)) => one == other,
                (L::Deictic(one), L::Deictic(other)) => one == other,
                (L::Reference(one), L::Reference(other)) => one == other,
                (L::Sign(one), L::Sign(other))
                | (L::Month(one), L::Month(other))
                | (L::WordMonth(one), L::WordMonth(other))
                | (L::ShortMonth(one), L::ShortMonth(other))
                | (L::Season(one), L::Season(other))
                | (L::WordSeason(one), L::WordSeason(other))
                | (L::Seasons(one), L::Seasons(other))
                | (L::Meridiem(one), L::Meridiem(other))
                | (L::Ordinal(one), L::Ordinal(other))
                | (L::DecadeWord(one), L::DecadeWord(other)) => one == other,
                _ => true,
            }
    }
}

impl Class for Lex {
    const NOTHING: Self = Self::Nothing;
    const BREAK: Self = Self::Break;
    const OTHER: Self = Self::Other;

    // Of each figure of a text the three are asked where it is known to be one: little is then left of them.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn opens_before(self) -> u8 {
        super::opening::opens_before(self)
    }

    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn company(self) -> u8 {
        super::opening::company(self)
    }

    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn role(self) -> u8 {
        super::tense::role(self)
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

    /// The stop of "Sept." and the ending of "20th" belong to the token before.
    fn joined(self, next: Self) -> Option<Self> {
        match next {
            Self::Sign(b'.') => matches!(self, Self::ShortMonth(_) | Self::ShortWeekday(_)).then_some(self),
            Self::OrdinalEnding => match self {
                Self::Figure(Figure::Whole { value: value @ ..=200, digits: ..=3 }) => Some(Self::Ordinal(value as u8)),
                _ => None,
            },
            _ => None,
        }
    }
}
