//! Nouns for what verbs tell, so that an era can be named "Soviet withdrawal" where an article has "withdrew".
//!
//! A closed table: a verb without a line here gives no noun, and the clause itself is the name.

/// Whose noun a verb's noun is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Of the one who does it: "Soviet withdrawal".
    Doer,
    /// Of the one who does it, behind the noun, wherever that leads: "flight of Rojas".
    Goer,
    /// Of the one it happens to, or of what comes to an end: "killing of Rojas", "fall of Lima".
    Undergoer,
}

/// Stems of verbs and their noun, by the owner. A stem is what the lexicon makes of a form: "ruled" is "rul".
pub(super) const NOUNS: &[(Owner, &str)] = &[
    (
        Owner::Doer,
        "withdraw withdrawal|retreat retreat|invad invasion|interven intervention|rul rule|govern rule|reign reign|\
         control control|controll control|dominat dominance|return return|resign resignation|retir retirement|\
         surrender surrender|advanc advance|rebell rebellion|revolt revolt|default default|boycott boycott|\
         occupy occupation|attack attack|graduat graduation|come back return|step down resignation|\
         pull out withdrawal|take power takeover|walk out walkout",
    ),
    (
        Owner::Goer,
        "arriv arrival|depart departure|disappear disappearance|escap escape|flee flight|land landing|\
         go public flotation|go bankrupt bankruptcy|break out outbreak",
    ),
    (
        Owner::Undergoer,
        "kill killing|murder murder|assassinat assassination|execut execution|arrest arrest|detain detention|\
         convict conviction|sentenc sentencing|acquitt acquittal|elect election|appoint appointment|\
         dismiss dismissal|sack sacking|oust removal|overthrow overthrow|toppl overthrow|captur capture|\
         conquer conquest|annex annexation|besieg siege|destroy destruction|abolish abolition|found founding|\
         born birth|bear birth|\
         launch launch|recogniz recognition|rescu rescue|discover discovery|releas release|kidnapp kidnapping|\
         hijack hijacking|liberat liberation|evacuat evacuation|died death|di death|die death|collaps collapse|\
         fall fall|rise rise|emerg emergence|erupt eruption|sink sinking|inaugurat inauguration|\
         impeach impeachment|extradit extradition|deport deportation|ban ban|\
         propos proposal|approv approval|reject rejection|adopt adoption|ratify ratification|\
         sign signing|repeal repeal|open opening|clos closure|end end|complet completion|build building|\
         demolish demolition|unveil unveiling|expand expansion|cancel cancellation|suspend suspension|\
         acquir acquisition|sell sale|buy purchase|creat creation|publish publication|jail jailing|hang hanging|\
         expel expulsion|defeat defeat|shoot shooting|quash quashing|explod explosion|burn down burning|\
         promot promotion|indict indictment",
    ),
];

/// Stems of verbs that say only that what their object names took place: "led a campaign", "held an election".
const LIGHT: &[&str] = &["lead", "launch", "start", "begin", "wag", "mount", "stag", "fight", "declar", "impos"];

/// Whether a verb, by its stem, leaves what happened to its object.
pub(crate) fn is_light(stem: &str) -> bool {
    LIGHT.contains(&stem)
}
