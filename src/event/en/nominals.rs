//! Nouns for what verbs tell, so that an era can be named "Soviet withdrawal" where an article has "withdrew".
//!
//! A closed table: a verb without a line here gives no noun, and the clause itself is the name.

/// Whose noun a verb's noun is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Of the one who does it: "Soviet withdrawal".
    Doer,
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
         occupy occupation",
    ),
    (
        Owner::Undergoer,
        "kill killing|murder murder|assassinat assassination|execut execution|arrest arrest|detain detention|\
         convict conviction|sentenc sentencing|acquitt acquittal|elect election|appoint appointment|\
         dismiss dismissal|sack sacking|oust removal|overthrow overthrow|toppl overthrow|captur capture|\
         conquer conquest|annex annexation|besieg siege|destroy destruction|abolish abolition|found founding|\
         launch launch|recogniz recognition|rescu rescue|discover discovery|releas release|kidnapp kidnapping|\
         hijack hijacking|liberat liberation|evacuat evacuation|died death|di death|die death|collaps collapse|\
         fall fall|rise rise|emerg emergence|erupt eruption|sink sinking|inaugurat inauguration|\
         impeach impeachment|extradit extradition|deport deportation|ban ban",
    ),
];

/// Stems of verbs that say only that what their object names took place: "led a campaign", "held an election".
const LIGHT: &[&str] = &["lead", "launch", "start", "begin", "wag", "mount", "stag", "fight", "declar", "impos"];

/// Whether a verb, by its stem, leaves what happened to its object.
pub(crate) fn is_light(stem: &str) -> bool {
    LIGHT.contains(&stem)
}
