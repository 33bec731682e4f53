//! Reports of a day, a month or a year of which several articles tell one thing each: in a small set it is the same.
//!
//! "The footage came out on 17 May 2019" and "On 17 May two papers put a video online" have no word in common. What
//! makes them one is that each article recalls that day, and for one thing.

use super::groups::Group;
use super::is_listed;
use crate::calendar::{Edtf, Grain, Period};
use crate::event::candidate::{Candidate, Standing};
use crate::event::dates::{Dates, dates};
use crate::event::model::Status;
use crate::event::similar::{Weights, are_steps, likeness};
use crate::gather::Gather;
use crate::order::InOrder;

/// By grain: how many days later one of the articles must look back.
const RECALLED: [(Grain, i32); 3] = [(Grain::Day, 21), (Grain::Month, 21), (Grain::Year, 200)];

/// A group of reports and the finest date that it has.
struct Told {
    period: Period,
    group: usize,
    articles: Vec<Teller>,
    kind: Kind,
}

impl Told {
    fn shares_article(&self, other: &Self) -> bool {
        self.articles.iter().any(|one| other.articles.iter().any(|other| one.article == other.article))
    }
}

/// An article that tells of it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Teller {
    article: usize,
    /// Where first.
    sentence: usize,
    /// Whether it tells of it as news.
    is_new: bool,
}

/// How a group tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// What happened.
    Fact,
    /// What somebody claims or denies.
    Claim,
    /// A date in passing, without an event of its own.
    Passing,
}

/// Joins the groups of a set in which little is told of one time.
pub(super) fn join_quiet(groups: &mut [Group], candidates: &[Candidate], weights: &Weights, articles: usize) {
    for (grain, lag) in RECALLED {
        let mut told = told(groups, candidates, articles, grain);
        told.order_by_key(|told| (told.period.widened(grain), told.group));
        for of_time in told.chunk_by(|a, b| a.period.widened(grain) == b.period.widened(grain)) {
            let mut quiet = Quiet { groups, candidates, weights, of_time, grain, lag };
            quiet.join_lone();
            quiet.join_recalled();
            quiet.join_passing();
        }
    }
}

/// The groups that tell what is said to have happened within one such period.
fn told(groups: &[Group], candidates: &[Candidate], articles: usize, grain: Grain) -> Vec<Told> {
    let told = groups.iter().enumerate().filter_map(|(group, held)| {
        let members = || held.members.iter().filter_map(|at| candidates.get(*at));
        let is_listed = is_listed(&held.members, candidates, articles);
        let dated = || members().filter(|member| is_listed != (member.standing == Standing::Passing));
        let exact = dated().filter_map(|member| member.date.and_then(exact));
        let period = exact.min_by_key(|period| period.grain()).filter(|period| period.grain() <= grain)?;
        let statuses = || dated().filter(|member| member.date.is_some()).map(|member| member.status);
        let kind = match is_listed {
            false => Kind::Passing,
            true if statuses().all(|status| status == Status::Happened) => Kind::Fact,
            true => Kind::Claim,
        };
        let mut articles: Vec<Teller> = members().map(|member| teller(member, period)).gather();
        articles.order();
        articles.dedup_by_key(|teller| teller.article);
        (!statuses().any(is_ahead)).then_some(Told { period, group, articles, kind })
    });
    told.gather()
}

/// The article of a report, where the event is of such a time.
fn teller(report: &Candidate, period: Period) -> Teller {
    let published = report.published.and_then(Edtf::first_day);
    let is_new = published.is_some_and(|day| day.days_since(period.end_day()) <= NEW);
    Teller { article: report.article, sentence: report.sentence, is_new }
}

/// So many days after, news are new.
const NEW: i32 = 3;

/// What may yet come says nothing of how much happened.
const fn is_ahead(status: Status) -> bool {
    matches!(status, Status::Planned | Status::Conditional)
}

/// One day, month or year, said without "about".
fn exact(date: Edtf) -> Option<Period> {
    date.single()
        .filter(|period| !date.is_approximate() && matches!(period.grain(), Grain::Day | Grain::Month | Grain::Year))
}

/// What is told of one time.
struct Quiet<'a> {
    groups: &'a mut [Group],
    candidates: &'a [Candidate],
    weights: &'a Weights,
    of_time: &'a [Told],
    grain: Grain,
    /// In days.
    lag: i32,
}

impl Quiet<'_> {
    /// Joins those whose articles tell nothing else of the time.
    fn join_lone(&mut self) {
        let mut lone: Vec<&Told> =
            self.of_time.iter().filter(|told| told.kind == Kind::Fact && self.is_lone(told)).gather();
        // The one that most articles tell says what it is.
        lone.order_by_key(|told| (std::cmp::Reverse(told.articles.len()), told.period.grain()));
        let Some(finest) = lone.iter().min_by_key(|told| told.period.grain()) else { return };
        let is_one = lone.iter().all(|told| told.period.contains(finest.period));
        let mut grains = lone.iter().map(|told| told.period.grain());
        // Much happens in a year: a day of it and the year are seldom told for one thing.
        let is_of_grain = if self.grain == Grain::Year {
            grains.all(|grain| grain == self.grain)
        } else {
            grains.any(|grain| grain == self.grain)
        };
        let [first, others @ ..] = lone.as_slice() else { return };
        if is_one && is_of_grain {
            others.iter().for_each(|told| self.join(first, told));
        }
    }

    /// Gives what an article recalls of the time, and it alone, to the most like of the things that others tell of it.
    fn join_recalled(&mut self) {
        let of_time = self.of_time;
        for told in of_time.iter().filter(|told| told.kind == Kind::Fact) {
            if !self.is_lone(told) || told.articles.iter().any(|teller| teller.is_new) {
                continue;
            }
            let is_other = |other: &&Told| {
                let is_nested = other.period.contains(told.period) || told.period.contains(other.period);
                other.kind == Kind::Fact && other.group != told.group && is_nested && !other.shares_article(told)
            };
            let mut others: Vec<(u32, &Told)> =
                of_time.iter().filter(is_other).map(|other| (self.likeness(told, other), other)).gather();
            others.order_by_key(|(likeness, other)| std::cmp::Reverse((*likeness, other.articles.len())));
            let next = others.get(1).map_or(0, |(likeness, _)| *likeness);
            if let Some((likeness, first)) = others.first()
                && *likeness >= LIKE
                && next * 3 <= likeness * 2
            {
                self.join(first, told);
            }
        }
    }

    /// How alike the most alike reports of two groups are.
    fn likeness(&self, a: &Told, b: &Told) -> u32 {
        let of = |told: &Told| self.groups[told.group].members.iter().filter_map(|at| self.candidates.get(*at));
        of(a).flat_map(|one| of(b).map(move |other| likeness(one, other, self.weights))).max().unwrap_or(0)
    }

    /// Gives what articles tell in passing to the one thing that others tell of the time.
    fn join_passing(&mut self) {
        let is_listed = |told: &&Told| told.kind != Kind::Passing && !self.groups[told.group].members.is_empty();
        let mut listed = self.of_time.iter().filter(is_listed);
        let (Some(only), None) = (listed.next(), listed.next()) else { return };
        for told in self.of_time.iter().filter(|told| told.kind == Kind::Passing) {
            if !self.is_lone(told) {
                continue;
            }
            if only.period.contains(told.period) || told.period.contains(only.period) {
                self.join(only, told);
            }
        }
    }

    /// Whether none of a group's articles tells of anything else; or of anything before it, where it is the news.
    fn is_lone(&self, told: &Told) -> bool {
        let mut others = self.of_time.iter().filter(|other| other.group != told.group && other.kind != Kind::Passing);
        let is_other = |one: &Teller, other: &Teller| {
            one.article == other.article && !(one.is_new && one.sentence < other.sentence)
        };
        others.all(|other| !told.articles.iter().any(|one| other.articles.iter().any(|other| is_other(one, other))))
    }

    fn join(&mut self, into: &Told, told: &Told) {
        let Self { candidates, weights, grain, .. } = *self;
        let of = |group: usize| self.groups[group].members.iter().filter_map(|at| candidates.get(*at));
        let pairs = || of(into.group).flat_map(|one| of(told.group).map(move |other| (one, other)));
        let is_recalled = || of(into.group).chain(of(told.group)).any(|report| looks_back(report, self.lag));
        let is_plain = grain == Grain::Day && told.kind != Kind::Passing;
        let has_common = || is_plain || pairs().any(|(one, other)| is_near(one, other, weights, grain));
        let are_steps = || grain > Grain::Day && pairs().any(|(one, other)| are_steps(one, other));
        let is_apart = || pairs().any(|(one, other)| dates(one, other) == Dates::Apart);
        if !is_recalled() || !has_common() || is_apart() || are_steps() {
            return;
        }
        let moved = std::mem::take(&mut self.groups[told.group].members);
        let group = &mut self.groups[into.group];
        if told.articles.len() == into.articles.len() && told.kind != Kind::Passing {
            group.members.splice(0..0, moved);
        } else {
            group.by_date += moved.len();
            group.members.extend(moved);
        }
    }
}

/// How alike two reports of one time must be, where more than one thing is told of it.
const LIKE: u32 = 8;

/// Whether a report is of an article published so many days after.
fn looks_back(report: &Candidate, lag: i32) -> bool {
    let published = report.published.and_then(Edtf::first_day);
    let after = || Some(published?.days_since(report.date?.end_day()?));
    after().is_some_and(|after| after >= lag)
}

/// Whether two reports have a word in common, and not only a name: a town can be stormed and left in one month. Of a
/// year, one that not everybody has.
fn is_near(a: &Candidate, b: &Candidate, weights: &Weights, grain: Grain) -> bool {
    let rare = if grain == Grain::Year { RARE } else { 0 };
    a.keys.shared(&b.keys).any(|key| !key.starts_with('=') && weights.of(key) >= rare)
}

/// What a key weighs that stands in no more than a quarter of the reports.
const RARE: u32 = 6;

#[cfg(test)]
mod tests {
    use crate::event::fixtures::chronology;

    /// Headlines of the dated events with the number of articles that tell each.
    fn told(texts: &[&str]) -> Vec<(String, usize)> {
        chronology(texts).events.into_iter().map(|event| (event.headline, event.mentions.len())).collect()
    }

    const NEWS: &str = "Coup\n\n4 June 2012\n\nTwo papers put a video of the minister online on 17 May 2012.";

    #[test]
    fn a_day_of_which_two_articles_tell_one_thing_each_has_one_event() {
        let found = told(&[NEWS, "The end\n\n9 May 2019\n\nThe footage came out on 17 May 2012. Ana Rojas won."]);
        assert_eq!(found.first().map(|(_, told)| *told), Some(2), "{found:?}");
    }

    #[test]
    fn where_an_article_tells_two_things_of_a_day_they_stay_apart() {
        let found = told(&[
            NEWS,
            "The end\n\n9 May 2019\n\nThe footage came out on 17 May 2012. On 17 May 2012 Ana Rojas left Peru.",
        ]);
        assert!(found.iter().all(|(_, told)| *told == 1), "{found:?}");
    }

    #[test]
    fn what_an_article_recalls_of_a_day_goes_to_the_most_like_of_several_things() {
        let found = told(&[
            "The flood\n\n4 November 2012\n\nOn 22 October 2012 the bridge at Corr was swept off by mud. Ana Rojas left Peru on 3 October 2012.",
            "Ten years on\n\n9 May 2022\n\nIn October 2012 a wall of mud struck the bridge.",
        ]);
        let bridge = found.iter().find(|(headline, _)| headline.contains("bridge")).map(|(_, told)| *told);
        assert_eq!((bridge, found.len()), (Some(2), 2), "{found:?}");
    }

    #[test]
    fn of_a_month_they_must_have_something_in_common() {
        let found = told(&[
            "Coup\n\n4 June 2014\n\nThe bakers of Corr went on strike in May 2012.",
            "The end\n\n9 May 2019\n\nThe footage came out in May 2012.",
        ]);
        assert!(found.iter().all(|(_, told)| *told == 1), "{found:?}");
    }
}
