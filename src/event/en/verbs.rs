//! Verbs of news English: irregular forms, and the plain forms of the regular ones.

/// Irregular verbs: plain form, past, participle. The participle is left out where it is the past.
pub(super) const IRREGULAR: &str = "\
arise arose arisen|bear bore born|become became become|beat beat beaten|begin began begun|bend bent|bet bet|bid bid|bind bound|\
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast|\
build built|burst burst|burn burnt|buy bought|cast cast|catch caught|choose chose chosen|come came come|cost cost|cut cut|\
deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|\
feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|\
freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|\
hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|leave left|lend lent|\
let let|lie lay lain|lose lost|make made|mean meant|meet met|mistake mistook mistaken|oversee oversaw overseen|\
overtake overtook overtaken|overthrow overthrew overthrown|pay paid|plead pled|put put|quit quit|read read|\
retake retook retaken|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|\
seek sought|sell sold|send sent|set set|shake shook shaken|shoot shot|show showed shown|shrink shrank shrunk|\
shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|split split|\
spread spread|stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|\
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|\
undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wear wore worn|\
win won|withdraw withdrew withdrawn|withstand withstood|write wrote written|pull-out pulled-out|outdo outdid outdone|\
awake awoke awoken|cling clung|creep crept|fling flung|foresee foresaw foreseen|forgive forgave forgiven|kneel knelt|leap leapt|learn learnt|spoil spoilt|\
light lit|mislead misled|offset offset|outbid outbid|outsell outsold|overcome overcame|override overrode overridden|\
overrun overran|rebuild rebuilt|remake remade|repay repaid|resell resold|rewrite rewrote rewritten|shed shed|slay slew slain|\
spin spun|spring sprang sprung|sting stung|stride strode|strive strove striven|thrust thrust|tread trod trodden|undercut undercut|\
undo undid undone|upset upset|wake woke woken|weave wove woven|weep wept|withhold withheld";

/// Regular verbs by their plain form, so that a plain or an -s form is known for a verb.
pub(super) const REGULAR: &str = "\
abandon accept accuse achieve acknowledge acquire act add admit adopt advance affect agree aim allege allow announce annex \
apologise apologize appeal appear appoint approve argue arrest arrive ask assassinate assault attack attempt attend \
avoid award back ban begin believe betray block bomb boost call cancel capture carry cause celebrate challenge change charge \
claim clash clear climb close collapse collect combine commit compete complete concede conclude condemn confirm consider \
continue control convict cooperate crash create criticise criticize cross damage declare decline defeat defend delay \
deliver demand deny depart deploy describe design designate destroy detain detonate develop die disappear discover \
discuss dismiss dissolve double drop earn elect eliminate emerge enable encourage end ensure endorse enter erupt escape establish evacuate \
exchange execute exit expand expect expel explode explore express extend extradite face fail fear file fine fire \
follow force form found free gain govern grant guarantee halt hand happen harm help hope host impeach impose improve \
include increase indicate indict inform injure insist install intend introduce invade invest investigate invite issue jail join \
jump kick kidnap kill land last launch liberate lift limit list live look lower maintain manage march mark marry merge \
move murder name negotiate nominate occupy occur offer open operate oppose order organise organize oust outlaw \
overturn own pardon participate pass pause plan pledge plunge point post postpone praise predict prepare present press prevent \
proclaim produce promise promote propose prosecute protect protest prove provide punish pursue publish pull purchase push qualify question raid \
raise rally ratify reach react receive reckon recognise recognize recover reduce refuse regain reject release remain \
remove rename renew reopen repeal replace report require rescue resign resolve respond restore result resume retain \
retire retreat return reveal reverse review rule sack save score search seal secure seem seize sentence separate serve \
settle shatter shell shelter shift sign slam slump spark sponsor stage start state stay stop storm struggle submit \
succeed sue suffer suggest suit supply support surge surrender surround suspect suspend sustain tackle target test threaten \
tie top topple tour trade train transfer travel treat trigger triple try turn unveil urge use vacate vaccinate visit \
vote vow wage walk want warn welcome widen witness work wound";
