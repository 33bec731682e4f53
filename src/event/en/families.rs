//! Words that tell the same happening: "withdrew", "the pull-out" and "left" may report one event.
//!
//! A family is one line; its first word names it. Members are stems (see `stem`): plain verbs and nouns. A word
//! belongs to one family, the widest sense that news gives it.

/// Families of words, a line each.
pub(super) const FAMILIES: &str = "\
withdraw withdrawal retreat pullout pull-out leave departure depart exit evacuate evacuation pull
invade invasion intervene intervention incursion
attack attacker assault assailant strike raid bomb bombing bombard shell ambush hijack hijacker hijacking terror blast explode explosion
war conflict fight fighting fighter warfare warrior battle hostility combat fought
rise emerge emergence ascent
seize seizure takeover capture overrun storm conquer conquest control retake recapture regain sweep
power rule reign
recognise recognize recognition accept acknowledge legitimate legitimacy
meet meeting talk summit conference negotiate negotiation
kill murder assassinate assassination execute execution slay shoot
die death dead casualty
back support aid assist assistance help supporter
close closure shut
open opening reopen
inaugurate inauguration swear oath office
designate designation list classify label brand
terrorist terrorism
embassy mission consulate
campaign operation offensive
fall collapse topple oust overthrow depose ouster downfall
elect election vote ballot poll
win victory triumph beat defeat
resign resignation quit step
appoint appointment name nominate nomination
buy purchase acquire acquisition takeover-bid merge merger combine bid deal
sign signing agree agreement accord treaty pact contract
arrest detain detention custody jail imprison imprisonment prison
convict conviction guilty sentence verdict
charge indict indictment accuse accusation
acquit acquittal innocent
sue lawsuit suit
trial court hearing
quake earthquake tremor shake
flood flooding inundate
fire blaze burn wildfire
crash collide collision wreck
rescue save
protest demonstrate demonstration rally march demonstrator protester
strike-action walkout stoppage
launch start begin found establish foundation create creation
end finish conclude ceasefire truce armistice
announce announcement declare declaration proclaim unveil reveal
host hold
transfer join sign-up move
sell sale disposal
return comeback
ban bar prohibit outlaw embargo
sack dismiss fire-off dismissal
approve approval ratify pass endorse
reject rejection refuse refusal veto
troop force soldier military army
exercise drill manoeuvre maneuver";
