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
recognise recognize recognition accept legitimate legitimacy
meet meeting talk summit conference negotiate negotiation conversation dialogue
kill murder assassinate assassination execute execution slay shoot massacre slaughter
die dying death dead casualty perish fatal fatality
back support aid assist assistance help supporter
close closure shut
open opening reopen reopening
inaugurate inauguration swear oath office
designate designation list classify label brand
terrorist terrorism
embassy mission consulate
campaign operation offensive
fall collapse topple oust overthrow depose ouster downfall burst rupture
elect election vote ballot poll
win victory triumph beat defeat
resign resignation quit
appoint appointment name nominate nomination hire recruit
buy purchase acquire acquisition takeover-bid merge merger combine bid deal
sign signing agree agreement accord treaty pact contract
arrest detain detention custody apprehend
convict conviction guilty sentence verdict jail imprison imprisonment prison
charge indict indictment accuse accusation arraign prosecute
acquit acquittal innocent exonerate exoneration clear
quash overturn annul annulment
disappear disappearance vanish missing
find discover discovery recover recovery spot detect detection
refer referral
choose pick select selection
marry marriage wed wedding
divorce dissolve dissolution
birth born
bury burial funeral
fine penalty
apologise apologize apology sorry
recall
float flotation
complete completion finalise finalize
promote promotion
relegate relegation
disband disbandment
unveil unveiling
land landing touchdown
sink sinking
evict eviction
derail derailment
suspend suspension
postpone postponement delay
extradite extradition
sue lawsuit suit
trial court hearing
quake earthquake tremor shake
flood flooding inundate
fire blaze burn wildfire
crash accident collide collision wreck
rescue save
protest demonstrate demonstration rally march demonstrator protester
strike-action walkout stoppage
launch start begin found establish foundation create creation liftoff lift-off blast-off debut rollout roll-out premiere
end finish conclude ceasefire truce armistice
announce announcement declare declaration proclaim reveal
host hold
transfer join sign-up move cede cession accession
sell sale disposal
return comeback reinstate reinstatement
ban bar prohibit outlaw embargo
sack dismiss fire-off dismissal
approve approval ratify pass endorse
reject rejection refuse refusal veto
injure injury wound hurt maim
cut slash reduce reduction lower trim cutback
raise increase hike
investigate investigation probe inquiry enquiry inquest
destroy destruction demolish demolition flatten raze ruin level wreckage
release free bail let-out liberate liberation
admit admission confess confession concede acknowledge acknowledgement
expel expulsion deport deportation
steal theft rob robbery heist burglary
strengthen reinforce reinforcement fortify
build construct construction erect
show exhibit exhibition display retrospective
compensate compensation payout
infect infection outbreak epidemic
lose loss bow-out
baptise baptize baptism christen
halt stop
leak spill
abduct abduction kidnap kidnapping hostage
troop force soldier military army
exercise drill manoeuvre maneuver
warn warning alert
publish publication print
deny denial
settle settlement
cancel cancellation scrap abandon shelve axe
hack hacker breach intrusion
award honour honor prize medal
annex annexation occupy occupation
deploy deployment dispatch
bankrupt bankruptcy insolvency insolvent
commemorate commemoration memorial vigil
inspect inspection
retire retirement
vaccinate vaccination inoculate inoculation";

/// Verbs that mean another thing with the word after them: plain verb, word, family.
pub(super) const PHRASAL: &str = "\
blast off launch|blow up attack|bow out lose|burn down fire|cave in collapse|come down land|give way collapse|go public float|\
gun down kill|kick off launch|lay off sack|let go release|let out release|pull down destroy|sell out sell|set free release|shell out buy|\
walk out strike-action|win back seize|break down fail|bring down fall|call off cancel|carry out do|close down close|find guilty convict|\
give up abandon|go bankrupt bankrupt|go bust bankrupt|go dark close|go live launch|go missing disappear|go offline close|go online launch|go under bankrupt|hand over transfer|lift off launch|pass away die|\
plead guilty plead|pull out withdraw|put off postpone|send back refer|sell off sell|switch off close|turn off close|hand back return|send down convict|set off leave|set up launch|shut down close|\
snap up buy|stand down resign|step aside resign|step down resign|strike down quash|take off launch|throw out reject|\
touch down land|turn down reject|wind up close";
