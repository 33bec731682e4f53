//! The antecedent of a relative clause, which is its subject: "the envoy, who had been hiding".

use super::subject::{Search, one};
use super::{Clause, Link};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _, joins_adjectives};
use crate::event::verb::VerbGroup;

/// Words for several, which take a plural: "a number of men who were".
const COLLECTIVE: &str =
    "number|group|series|pair|couple|majority|handful|dozen|range|lot|team|crowd|wave|string|rest|half|minority|class";

/// What people have, and what is never "who".
const HELD: &str = "demands|views|claims|calls|hopes|fears|votes|support|interests|rights|lives|concerns|opinions|influence|backing|anger|attention|approval|names|arrest|arrests|death|deaths|murder|killing";

/// What happenings do.
const OF_HAPPENINGS: &str = "killed|injured|wounded|destroyed|left|cost|caused|claimed|displaced|triggered|sparked|led|followed|lasted|began|started|ended|came|happened|took";

impl Search<'_, '_> {
    pub(super) fn is_subject_relative(&self, before: usize) -> bool {
        let token = self.tokens.at(before);
        // "Sadly, that could mean a loss" opens with its subject.
        let is_aside = self.tokens.first().is_some_and(|first| first.lower.ends_with("ly"));
        let is_subject = before == 2 && token.reads("that") && is_aside;
        before > 0
            && token.reads("who|which|that|who'd|who’d|who's|who’s|who've|who’ve")
            && !is_subject
            && !self.tokens.is_at(before - 1, Tags::REPORT)
    }

    /// "the camp in front of his office, which sprang up", "the shop opposite the station, which closed": what stands there,
    /// and not what it stands beside.
    fn seen_from(&self, start: usize) -> usize {
        let reads = |back: usize, words| start.checked_sub(back).is_some_and(|at| self.tokens.reads_at(at, words));
        let is_front = reads(3, "in") && reads(2, "front") && reads(1, "of");
        let Some(beside) = start.checked_sub(if is_front { 3 } else { 1 }) else { return start };
        if !is_front && !self.tokens.reads_at(beside, "opposite|outside|beside|behind") {
            return start;
        }
        let mut from = self.phrase_before(beside);
        // "the camp of protesters".
        while from > 1 && self.tokens.reads_at(from - 1, "of") {
            from = self.phrase_before(from - 1);
        }
        if from < beside { from } else { start }
    }

    /// "the envoy, who had been hiding": the noun phrase before the relative word is the subject.
    pub(super) fn with_antecedent(&self, verb: VerbGroup, marker: usize) -> Clause {
        let end = if self.tokens.is_kind_at(marker - 1, Kind::Comma) { marker - 1 } else { marker };
        let measured = self.before_measure(marker, end);
        let end = self.before_apposition(marker, self.before_age(marker, measured.unwrap_or(end)));
        let end = self.before_date(marker, end);
        let mut start = end;
        // "pieces of twisted scaffolding which had hung": a noun.
        let is_which = self.tokens.reads_at(marker, "which|who");
        // "to find out who broke in": a question, whose answer nobody has.
        let is_question = end >= 2 && self.tokens.at(end - 1).form.plain && self.tokens.reads_at(end - 2, "to");
        while start > 0 && !is_question {
            let token = self.tokens.at(start - 1);
            // "the Court for Norland, which": one name.
            let in_name = token.reads("for")
                && self.tokens.is_capital_at(start)
                && start >= 2
                && self.tokens.is_capital_at(start - 2);
            let is_of = token.reads("of") || in_name;
            // "a bidding war that began", "the 1979 raid that failed", against "ending a war that began".
            let is_modifier = start >= 2
                && (self.tokens.is_at(start - 2, Tags::DETERMINER.or(Tags::ADJECTIVE))
                    || self.tokens.at(start - 2).is_possessive);
            let after_speech = start >= 2
                && matches!(self.tokens.at(start - 2).kind, Kind::Quote | Kind::Comma)
                && token.is(Tags::REPORT);
            // "questions concern the experts who met": an article opens a phrase, whatever stands before it.
            let is_whole = self.tokens.reads_at(start, "the|a|an")
                && start < end
                && token.is_word()
                && !is_of
                && !token.is(Tags::DETERMINER.or(Tags::ADVERB).or(Tags::NEGATION));
            if after_speech || is_whole {
                break;
            }
            let takes_prefix = matches!(token.kind, Kind::Word | Kind::Number | Kind::Bracketed)
                && (!token.form.gerund || is_modifier || token.is_capital || start == end && is_which)
                && (!token.breaks_noun_phrase() || is_of)
                && !self.is_verb_token(start - 1)
                || token.timex().is_some() && is_modifier
                || joins_adjectives(self.tokens, start - 1);
            // "to eventually replace the carrier, which": the carrier.
            let is_spent = self.tokens.is_kind_at(start, Kind::Number);
            let is_infinitive = (token.form.plain || is_spent)
                && !is_modifier
                && (start >= 2 && self.tokens.reads_at(start - 2, "to")
                    || start >= 3
                        && self.tokens.is_at(start - 2, Tags::ADVERB)
                        && self.tokens.reads_at(start - 3, "to"));
            // "to mollify the movement that": whatever the verb is.
            let is_unknown = start >= 2
                && self.tokens.reads_at(start - 2, "to")
                && self.tokens.reads_at(start, "the|a|an|its|his|her|their");
            if !takes_prefix || is_infinitive || is_unknown || token.reads("be") {
                break;
            }
            start -= 1;
        }
        // "Thus the coup that", "Under the treaty, which": an adverb or a preposition that a capital hides.
        let leads = self.tokens.is_at(0, Tags::ADVERB.or(Tags::PREPOSITION).or(Tags::SUBORDINATOR));
        if start == 0 && end > 1 && leads && self.tokens.is_at(1, Tags::DETERMINER) {
            start = 1;
        }
        let after_article = (start..end).rev().find(|at| self.tokens.reads_at(*at, "of"));
        // "of a town that", "the owners of the mine that": no people, who would be "who".
        let is_thing = after_article.is_some_and(|of| {
            let people = of.checked_sub(1).and_then(|at| self.tokens.get(at));
            let is_people = |token: &Token<'_>| {
                token.is(Tags::PERSON) || token.lower.ends_with("ers") || token.lower.ends_with("ors")
            };
            self.tokens.reads_at(of + 1, "a|an") || people.is_some_and(is_people)
        });
        if self.tokens.reads_at(marker, "that") && is_thing {
            start = self.thing_after(start, end, verb);
        }
        if self.tokens.reads_at(marker, "which") && measured.is_none() {
            start = self.thing_after(start, end, verb);
            start = self.happening_before(start, verb);
        }
        start = self.one_after(start, end, verb);
        start = self.list_before(start, verb);
        // "a suit in the courts that alleges": by its number the verb tells of the suit.
        let is_one = self.tokens.at(verb.start).form.third || self.tokens.reads_at(verb.start, "was|is|has");
        let last = end.checked_sub(1).filter(|last| !self.tokens.is_capital_at(*last) && is_one);
        let are_many = last.is_some_and(|last| {
            self.tokens.at(last).lower.ends_with('s') && !self.tokens.at(last).lower.ends_with("ss")
        });
        // "shares in Arden, which were floated": by its number of the shares.
        let is_name = end > start && (start..end).all(|at| self.tokens.is_capital_at(at));
        let are_many =
            are_many || is_name && self.tokens.reads_at(verb.start, "were|are|have") && self.has_many_before(start);
        let preposition =
            start.checked_sub(1).filter(|at| are_many && self.tokens.reads_at(*at, "in|on|at|from|with|for"));
        let outer = preposition.map(|at| (self.phrase_before(at), at)).filter(|(from, at)| from < at);
        let outer = outer.map(|(from, at)| (from, if is_name { end } else { at }));
        let (start_of_one, end) = outer.unwrap_or((start, end));
        start = start_of_one;
        if self.tokens.reads_at(marker, "who") {
            start = self.who_of(start, end);
            start = self.person_before(start, end);
        } else if self.tokens.reads_at(marker, "which") {
            start = self.house_before(start);
            start = self.seen_from(start);
        }
        Clause {
            verb,
            subject: one(start..end),
            start: marker,
            end: verb.end,
            link: Link::Relative(marker),
            auxiliary: 0..0,
        }
    }

    /// "The flood in May 2011, which killed ten": the flood.
    fn before_date(&self, marker: usize, end: usize) -> usize {
        let Some(date) = end.checked_sub(1).filter(|date| self.tokens.at(*date).timex().is_some()) else { return end };
        let preposition = date.checked_sub(1).filter(|at| *at > 0 && self.tokens.reads_at(*at, "in|on|of"));
        let noun = preposition.filter(|at| self.tokens.is_at(at - 1, Tags::EVENT_NOUN));
        noun.filter(|_| self.tokens.reads_at(marker, "which")).unwrap_or(end)
    }

    /// Whether a plural stands before the preposition at the end of `start`: "shares in".
    fn has_many_before(&self, start: usize) -> bool {
        let noun = start.checked_sub(2).and_then(|at| self.tokens.get(at));
        noun.is_some_and(|noun| noun.is_word() && noun.lower.ends_with('s') && !noun.lower.ends_with("ss"))
    }

    /// "The report, all 724 pages, which was": how much there is of it, and not what was.
    fn before_measure(&self, marker: usize, end: usize) -> Option<usize> {
        let open = (1..end).rev().find(|at| self.tokens.is_kind_at(*at, Kind::Comma)).filter(|_| end < marker)?;
        let is_amount = self.tokens.reads_at(open + 1, "all|some|about|nearly|almost|over|just|only|more")
            || self.tokens.is_kind_at(open + 1, Kind::Number);
        let has_figure = (open + 1..end - 1).any(|at| self.tokens.is_kind_at(at, Kind::Number));
        let is_plain = self.tokens.within(open + 1..end).iter().all(|token| !token.is(Tags::CONJUNCTION));
        (is_amount && has_figure && is_plain && self.tokens.at(open - 1).is_word()).then_some(open)
    }

    /// "Hana Okoro, 58, who had led the firm", "a man, aged 44, who fell": the age is not who.
    fn before_age(&self, marker: usize, end: usize) -> usize {
        let has_figure = end < marker && end >= 3 && self.tokens.is_kind_at(end - 1, Kind::Number);
        let comma = if self.tokens.reads_at(end.saturating_sub(2), "aged") { 3 } else { 2 };
        let is_age = has_figure && self.tokens.is_kind_at(end - comma, Kind::Comma);
        if is_age { end - comma } else { end }
    }

    /// "Juan Vega, still a force in politics, who hopes": the name before the phrase that describes it.
    fn before_apposition(&self, marker: usize, end: usize) -> usize {
        let is_comma = |at: usize| self.tokens.is_kind_at(at, Kind::Comma);
        if !self.tokens.reads_at(marker, "who") {
            return end;
        }
        let Some(open) = (1..end).rev().find(|at| is_comma(*at)) else { return end };
        let is_list = self.tokens.within(open..end).iter().any(|token| token.is(Tags::CONJUNCTION));
        let describes = !is_list
            && self.tokens[open + 1..end]
                .iter()
                .find(|token| !token.is(Tags::ADVERB))
                .is_some_and(|first| first.reads("a|an|the"));
        let plain = !self.before.iter().any(|clause| (open..end).contains(&clause.verb.start));
        // "Juan Vega, 61, the clerk who robbed it".
        let open = self.before_age(open + 1, open);
        let names = self.tokens.is_capital_at(open - 1) && (end < marker || self.is_named_before(open));
        if describes && plain && names { open } else { end }
    }

    /// "Ana Rojas, the minister who resigned": a name, and not the place of "In London, the man who".
    fn is_named_before(&self, comma: usize) -> bool {
        let start = (0..comma).rev().take_while(|at| self.tokens.is_capital_at(*at)).last();
        start.is_some_and(|start| {
            let before = start.checked_sub(1).and_then(|at| self.tokens.get(at));
            let opens_with_preposition = self.tokens.is_at(start, Tags::PREPOSITION);
            // "was replaced by Ana Rojas, a judge who": no place stands behind "by".
            let is_where = before
                .is_some_and(|token| token.is(Tags::PREPOSITION) && !token.reads("by|to|with|of|for|against|about|as"));
            comma - start >= 2 && !opens_with_preposition && !is_where
        })
    }

    /// "the head of Arden Motors, which went bankrupt": not the head, but the firm. "The collapse of the dam, which killed
    /// ten": not the dam.
    fn thing_after(&self, start: usize, end: usize, verb: VerbGroup) -> usize {
        let of = (start..end).rev().find(|at| self.tokens.reads_at(*at, "of") && *at > start && at + 1 < end);
        // "the credibility of the rule, which": the rule; "the Bank of Norland, which" is one name, and "the government of
        // President Paz, which" no person.
        let is_person = self.tokens.is_at(end - 1, Tags::PERSON)
            || of.is_some_and(|of| {
                self.tokens.is_at(of + 1, Tags::TITLE) && !self.tokens.is_at(end - 1, Tags::ORGANISATION)
            });
        of.filter(|of| {
            let next = self.tokens.at(of + 1);
            let happens = self.tokens.is_at(of - 1, Tags::EVENT_NOUN) && self.tokens.at(verb.head).reads(OF_HAPPENINGS);
            if is_person || happens {
                return false;
            }
            let is_title = self.tokens.is_at(of - 1, Tags::PERSON);
            (is_title || !self.tokens.is_capital_at(of - 1)) && (next.is_capital || next.is(Tags::DETERMINER))
        })
        .map_or(start, |of| of + 1)
    }

    /// "Peru, the Czech Republic and Cuba, who were asked": all of them.
    fn list_before(&self, start: usize, verb: VerbGroup) -> usize {
        // "Carl Bass and Jeff Paz, who drew it up, have urged": by the number of the main verb.
        let close = (verb.end..self.tokens.len()).find(|at| self.tokens.is_kind_at(*at, Kind::Comma));
        let is_many = self.tokens.reads_at(verb.start, "were|are|have")
            || close.is_some_and(|close| self.tokens.reads_at(close + 1, "were|are|have"));
        let joins = start > 0 && self.tokens.reads_at(start - 1, "and");
        // "five men and a boy who were": all of them.
        // "gold and garnet which were": both.
        let is_bare = !self.tokens.is_capital_at(start)
            && !self.tokens.at(start).lower.ends_with('s')
            && self.tokens.is_at(start + 1, Tags::RELATIVE);
        let is_one = self.tokens.reads_at(start, "a|an") || is_bare;
        if let (true, true, Some(and)) = (is_many && joins, is_one, start.checked_sub(1)) {
            return self.phrase_before(and);
        }
        if !is_many || !joins || !self.tokens.is_capital_at(start) {
            return start;
        }
        let is_listed = |token: &Token<'_>| token.is_capital || token.reads("and|the") || token.kind == Kind::Comma;
        let from = (0..start).rev().find(|at| !is_listed(self.tokens.at(*at))).map_or(0, |at| at + 1);
        (from..start)
            .find(|at| !self.tokens.is_kind_at(*at, Kind::Comma) && !self.tokens.reads_at(*at, "and"))
            .unwrap_or(start)
    }

    /// "the removal of Juan Vega, who": him; what a date cut off is nobody: "for the 1964-1985 rule who".
    fn who_of(&self, start: usize, end: usize) -> usize {
        let of = (start + 1..end.saturating_sub(1)).find(|at| self.tokens.reads_at(*at, "of"));
        let is_act = |noun: &Token<'_>| {
            noun.is(Tags::EVENT_NOUN)
                || ["al", "tion", "sion", "ment"].iter().any(|ending| noun.lower.ends_with(ending))
        };
        let is_cut = start > 0 && !self.tokens.at(start - 1).is_word() && self.tokens.at(start - 1).kind != Kind::Comma;
        let is_common = (start..end).all(|at| !self.tokens.is_capital_at(at) && !self.tokens.is_at(at, Tags::PERSON));
        if is_cut
            && is_common
            && !self.tokens.is_at(start, Tags::DETERMINER)
            && self.tokens.at(start - 1).timex().is_some()
        {
            return end;
        }
        // "the demands of hardliners who": demands do nothing.
        let is_held = |of: &usize| self.tokens.reads_at(of - 1, HELD);
        of.filter(|of| is_held(of) || is_act(self.tokens.at(of - 1)) && self.tokens.is_capital_at(end - 1))
            .map_or(start, |of| of + 1)
    }

    /// "parts of the movement that was put down": by its number the verb tells of the movement.
    fn one_after(&self, start: usize, end: usize, verb: VerbGroup) -> usize {
        let is_one = self.tokens.reads_at(verb.start, "was|is|has");
        let are_many = self.tokens.reads_at(verb.start, "were|are|have");
        let of = (start..end).find(|at| self.tokens.reads_at(*at, "of")).filter(|of| *of > start && of + 1 < end);
        let is_many = |at: usize| {
            let token = self.tokens.at(at);
            token.lower.ends_with('s') && !token.lower.ends_with("ss") && !token.is_capital
        };
        // "the collapse of talks that have been going on": the talks.
        of.filter(|of| {
            is_one && is_many(of - 1) && !is_many(end - 1)
                || are_many && !is_many(of - 1) && is_many(end - 1) && !self.tokens.at(of - 1).reads(COLLECTIVE)
        })
        .map_or(start, |of| of + 1)
    }

    /// "a visit to Norland, which lasts until May": not Norland, but the visit.
    fn happening_before(&self, start: usize, verb: VerbGroup) -> usize {
        let goes_on = self.tokens.reads_at(
            verb.head,
            "last|lasts|lasted|begin|begins|began|start|starts|started|end|ends|ended|erupted|flared",
        );
        // "a crisis between Norland and Peru which erupted in May".
        let between = (start.saturating_sub(3)..start).find(|at| self.tokens.reads_at(*at, "between"));
        let happening = between.map_or(start, |between| between + 1).checked_sub(2).filter(|at| {
            self.tokens.is_at(*at, Tags::EVENT_NOUN) && self.tokens.is_at(at + 1, Tags::PREPOSITION) && goes_on
        });
        let Some(happening) = happening else { return start };
        let from = (0..happening).rev().find(|at| self.tokens.at(*at).breaks_noun_phrase());
        from.map_or(0, |at| at + 1)
    }

    /// "the Arden Gallery in Lima, which has shown it": the gallery, and not the town.
    fn house_before(&self, start: usize) -> usize {
        let preposition = start.checked_sub(1).filter(|at| self.tokens.reads_at(*at, "in|at|near"));
        let is_place = self.tokens.is_capital_at(start);
        let Some(preposition) = preposition.filter(|at| is_place && *at > 0) else { return start };
        let is_named = self.tokens.is_capital_at(preposition - 1);
        if !is_named {
            return start;
        }
        let from = self.phrase_before(preposition);
        // "Vega in Lima, which": a name of one word may be anybody’s.
        let opens = self.tokens.is_at(from, Tags::DETERMINER);
        if opens { from } else { start }
    }

    /// Where the noun phrase that ends before `end` begins.
    pub(super) fn phrase_before(&self, end: usize) -> usize {
        let mut from = end;
        while from > 0
            && self.tokens.at(from - 1).is_word()
            && !self.tokens.at(from - 1).breaks_noun_phrase()
            && !self.is_verb_token(from - 1)
        {
            from -= 1;
        }
        from
    }

    /// "a nurse in the town of Lima, who fell ill", "divers from a firm in Lima, who found it": not the town, but the one
    /// before it.
    fn person_before(&self, start: usize, end: usize) -> usize {
        let (mut at, mut close) = (start, end);
        while self.is_place(at, close) {
            let preposition =
                at.checked_sub(1).filter(|at| self.tokens.reads_at(*at, "in|at|near|from|for|to|with|on|under"));
            let Some(preposition) = preposition else { break };
            let from = self.phrase_before(preposition);
            if from == preposition {
                break;
            }
            (at, close) = (from, preposition);
        }
        // "a captain and apologist for the regime, who": both are he.
        let joins = !self.tokens.is_at(at, Tags::DETERMINER) && !self.tokens.is_capital_at(at);
        if let Some(and) = at.checked_sub(1).filter(|and| joins && self.tokens.reads_at(*and, "and")) {
            let from = self.phrase_before(and);
            at = if self.tokens.is_at(from, Tags::DETERMINER) { from } else { at };
        }
        at
    }

    /// Whether a noun phrase is neither a person nor several: "the town of Lima".
    fn is_place(&self, start: usize, end: usize) -> bool {
        let phrase = self.tokens.within(start..end);
        let is_proper = phrase
            .first()
            .is_some_and(|first| first.reads("the") && phrase.iter().skip(1).all(|token| token.is_capital));
        // "a duet with ex-husband Tom Barr, who": a noun before a name of two words says who that is.
        let capitals = phrase.iter().rev().take_while(|token| token.is_capital).count();
        let described = capitals > 1
            && phrase
                .len()
                .checked_sub(capitals + 1)
                .and_then(|at| phrase.get(at))
                .is_some_and(|noun| noun.is_word() && !noun.breaks_noun_phrase() && !noun.is(Tags::DETERMINER));
        if described {
            return false;
        }
        let is_several = |at: usize| self.tokens.at(at).lower.ends_with('s') && !self.tokens.is_capital_at(at);
        !(start..end).any(is_several) && !phrase.iter().any(|token| token.is(Tags::PERSON)) && !is_proper
    }
}
