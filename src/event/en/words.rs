//! The closed classes of English, and the open ones that matter to how news is told.

use super::Tags;

/// Words by class, in lower case with straight apostrophes. A word may stand in several lines.
pub(super) const WORDS: &[(Tags, &str)] = &[
    (
        Tags::DETERMINER,
        "a an the this that these those its his her their our my your some any no every each all both several many few another such much more most other certain various half enough two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens hundreds thousands millions",
    ),
    (
        Tags::PRONOUN,
        "he she it they we i you that him her them us me himself herself itself themselves this these those who whom everyone someone nobody none anyone something nothing everything there what one ones",
    ),
    (
        Tags::PREPOSITION,
        "of in on at by for from with without within to into onto over under against between among amid during after before since until till through throughout across about above below around behind beyond despite near off out along alongside as than like per via toward towards upon up down except including following concerning regarding unlike inside outside ahead because versus beneath",
    ),
    (
        Tags::SUBORDINATOR,
        "after before when while since until till as because although though if unless whereas once whether where whenever lest",
    ),
    (Tags::RELATIVE, "who whom which that whose where when how why what who'd who’d who's who’s who've who’ve"),
    (Tags::CONJUNCTION, "and or but nor yet then"),
    (Tags::BE, "is are was were am 's isn't aren't wasn't weren't"),
    (Tags::HAVE, "has have had hasn't haven't hadn't"),
    (Tags::DO, "does do did don't doesn't didn't"),
    (
        Tags::MODAL,
        "will would shall should can could may might must cannot can't won't wouldn't couldn't shouldn't mustn't",
    ),
    (
        Tags::NEGATION,
        "not never no nobody none neither nor isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't cannot can't won't wouldn't couldn't shouldn't mustn't nothing hardly n't",
    ),
    (
        Tags::ADVERB,
        "also just only still already yet again ever never then now soon later earlier thus therefore however meanwhile instead indeed even far too very quite rather almost nearly about always often once twice first last finally eventually originally initially formerly previously recently currently subsequently reportedly allegedly together back away abroad not both so well hard long much more most today tonight yesterday tomorrow here there perhaps maybe otherwise nevertheless nonetheless moreover furthermore afterwards afterward ago else apart alone soon shortly",
    ),
    // Adverbs in -ly are known by their ending; these words end so and are none.
    (Tags::NOUN, "family ally july assembly supply italy rally bully reply monopoly anomaly jelly belly lily fly"),
    (
        Tags::ADJECTIVE,
        "further aged net gross due early daily weekly monthly yearly only likely friendly deadly costly elderly holy ugly lonely lively new old former late next current previous recent major minor senior chief top main large small big great long short high low public private federal national local foreign international regional military political economic diplomatic official armed joint first second third last final own same new key other early interim acting vice deputy general civil nuclear human southern northern eastern western central south north east west islamic communist",
    ),
    // Words in -ed or -ing that are no verb forms.
    (
        Tags::NOUN,
        "willing unwilling aged hundred bed seed speed breed weed greed creed deed need feed indeed sacred red united naked wicked kindred morning evening building king ring spring string wing thing nothing something anything everything ceiling wedding beijing sterling viking sibling inning during according being including following pending",
    ),
    (
        Tags::REPORT,
        "hoping predicting insisting proclaim proclaims proclaimed assert asserts asserted reckon reckons reckoned signalled signaled hinted grumbled quipped joked complained remarked tweeted replied commented boasted lamented observed say said says tell told tells announce announced announces report reported reports write wrote writes written add added adds stated states note noted notes confirm confirmed confirms claim claimed claims allege alleged alleges argue argued argues believe believed believes think thought thinks insist insisted insists warn warned warns suggest suggested suggests acknowledge acknowledged acknowledges admit admitted admits declare declared declares reveal revealed reveals show showed shows explain explained explains predict predicted predicts estimate estimated estimates promise promised promises vow vowed vows pledge pledged pledges hope hoped hopes fear feared fears deny denied denies maintain maintained maintains stress stressed emphasize emphasized emphasise emphasised emphasizes describe described describes testify testified find found conclude concluded accuse accused indicate indicated mean means meant agree agreed see saw know knew ensure make understand feel felt expect expected expects ask asked learn learned learnt recall recalled remember hear heard convince convinced concede conceded contend contended quote quoted cite cited",
    ),
    // Verbs whose saying is what happened: the news is that it was said.
    (
        Tags::DECLARING,
        "announce announced announces declare declared declares confirm confirmed confirms promise promised promises vow vowed vows pledge pledged pledges warn warned warns admit admitted admits deny denied denies acknowledge acknowledged acknowledges reveal revealed reveals accuse accused agree agreed concede conceded",
    ),
    // Verbs that tell a state, which has no moment of its own.
    (
        Tags::STATIVE,
        "be is are was were remain remained remains have has had seem seemed seems appear appeared appears consist contain belong mean means meant know knew known want wanted wants need needed needs like liked include included includes involve involved exist existed exists depend depended differ represent represented cost concern concerned own owned possess maintain maintained maintains hope hoped hopes believe believed think thought fear feared consider considered considers regard regarded continue continued continues keep kept",
    ),
    // Verbs that tell what goes on for a while: a period with one is lived through, not a moment in it.
    (
        Tags::DURATIVE,
        "fight fought rule ruled govern governed control controlled support supported back backed lead led live lived work worked serve served wage waged dominate dominated occupy occupied hold held run ran host allow allowed operate operated study studied last lasted teach taught play played reign reigned suffer suffered grow grew struggle struggled use used flourish flourished enjoy enjoyed face faced seek sought shelter sheltered help helped let permit permitted fund funded finance financed train trained greet greeted resist resisted remain remained spend spent stay stayed exist existed defend defended",
    ),
    (
        Tags::STARTING,
        "lead led leads launch launched launches start started starts begin began begun wage waged trigger triggered triggers fight fought spark sparked sparks open opened prompt prompted ignite ignited unleash unleashed cause caused enter entered",
    ),
    // Verbs that announce what is to come.
    (
        Tags::PLANNING,
        "plan plans planned intend intends intended expect expects expected schedule scheduled due set prepare prepares preparing aim aims aimed propose proposes proposed hope hopes poised slated agree agrees agreed",
    ),
    // Participles of verbs that never go without an object: where one has none, it is a passive.
    (
        Tags::TRANSITIVE,
        "denounced dubbed branded labelled hailed shipped polished handed brought carried placed born bred crowned abandoned arraigned assembled awarded built designed founded meant named abducted acquired acquitted annexed appointed arrested assassinated awarded banned blamed blocked bought cancelled canceled captured charged cleared condemned convicted commissioned completed defeated demolished deported deposed destroyed detained discovered dismissed dissolved elected evacuated executed exiled exonerated expelled extradited filmed fined fired freed hanged hired imprisoned indicted injured installed interrogated invited issued imposed jailed kidnapped killed nominated ousted overturned pardoned promoted published questioned raided recalled recorded reinstated released relegated removed renamed repaired replaced rescued restored sacked saved scrapped seized sentenced stripped suspended tortured tried wounded",
    ),
    (
        Tags::GROUP,
        "group movement militia party company firm club team organisation organization government army band bank agency airline carrier union committee league court council ministry committee alliance coalition",
    ),
    (
        Tags::PERSON,
        "president minister ambassador chairman chairwoman chair chief secretary king queen prince princess pope leader commander general colonel captain judge justice senator governor mayor premier chancellor director officer spokesman spokeswoman spokesperson doctor professor actor actress singer author writer player coach manager striker midfielder defender goalkeeper forward winger defendant suspect lawyer attorney prosecutor banker founder owner executive politician journalist scientist engineer teacher pilot driver man woman boy girl husband wife son daughter father mother brother sister mr mrs ms dr sir lord lady dame gen col sen rep rev sgt lt capt president-elect vice-president deputy",
    ),
    (
        Tags::TITLE,
        "mr mrs ms miss mx dr prof sir lord lady dame baroness duke duchess bishop archbishop sheikh admiral marshal lieutenant brigadier sergeant constable inspector superintendent det supt councillor cllr congressman congresswoman gen col sen rep rev sgt lt capt president minister ambassador chancellor king queen prince princess pope general colonel captain judge justice senator governor mayor premier professor secretary prime chief foreign commander vice deputy former then-president chairman director",
    ),
    (
        Tags::MONTH,
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday",
    ),
    // Words that end the names of organisations, clubs and places, and no person's.
    (
        Tags::ORGANISATION,
        "group foods town city united rovers fc inc corp ltd plc llc bank union university party court council ministry department agency authority press times institute association company airlines airways motors energy oil gas technologies systems holdings capital partners club league cup stadium street square river lake island islands valley hospital school college museum airport station park yard yards mill mills works plant factory shipyard mine theatre library cathedral castle palace canal railway house church congress senate parliament office service commission committee force forces army navy police foundation federation alliance front movement brotherhood assembly tribunal academy society network industries international news post herald mail lions tigers wanderers athletic albion county dam mountain mountains bridge tower hotel prison records studios pictures pharmaceuticals hydro steel shipping lines rail railways media digital labs laboratories software insurance securities logistics chemicals aerospace dynamics robotics biotech therapeutics healthcare hotels stores supermarkets motor electric brewery financial finance ventures trust fund exchange telecom telecoms mobile wireless broadcasting radio television tv magazine tribune gazette journal chronicle review observer telegraph clinic infirmary institution gallery orchestra opera ballet festival bureau observatory refinery terminal port harbour harbor beach bay coast falls heights gardens forest desert canyon glacier creek road avenue boulevard highway motorway pier marina arena centre center tunnel peak act code protocol",
    ),
    // Nouns that name what happened rather than who or what took part.
    (
        Tags::EVENT_NOUN,
        "war wars conflict invasion withdrawal attack attacks takeover emergence rise fall collapse coup revolution uprising rebellion election elections referendum crisis earthquake flood floods fire explosion bombing bombings crash accident disaster merger acquisition deal agreement treaty accord ceasefire truce talks conversation summit testimony meeting conference trial verdict ruling sentence arrest death assassination murder killing massacre strike strikes protest protests riots scandal resignation appointment nomination inauguration launch landing closure opening recognition independence annexation occupation siege battle offensive campaign operation intervention genocide famine epidemic pandemic outbreak recession crash bankruptcy release publication debut transfer championship victory defeat retreat departure return arrival visit speech announcement decision breakdown liberation reunification partition evacuation hijacking kidnapping eruption hurricane storm tsunami drought lockdown boycott blockade raid mutiny quake tremor aftershock blast blaze wildfire shooting stabbing robbery heist derailment collision sinking landslide avalanche cyclone typhoon tornado hearing retrial inquest conviction acquittal execution funeral burial wedding divorce baptism coronation abdication buyout flotation walkout shutdown blackout spill leak recall handover exhibition retrospective premiere relegation promotion surrender splashdown touchdown lift-off fly-by expedition rescue crackdown purge putsch by-election plebiscite sit-in settlement shelling hack breach theft purchase sale founding abolition bailout burglary cancellation ceremony defection deportation disappearance discovery dismissal downfall escape expulsion extradition impeachment incursion insurrection lawsuit layoffs looting mobilisation nationalisation ouster overthrow pardon poisoning privatisation prosecution ratification rejection relaunch removal reopening revolt sacking secession seizure separation stampede standoff suicide suspension swearing-in unveiling vote warning parade relocation restoration reinstatement demolition completion signing ejection judgment judgement sentencing",
    ),
    // Long-lasting happenings: "a decade-long war" spans its length.
    (
        Tags::LONG_NOUN,
        "war conflict reign rule siege occupation strike career marriage presidency tenure campaign insurgency rebellion trial investigation lockdown ban embargo boycott famine drought occupation civil",
    ),
    // Words that make a phrase a comparison, so that its date is no event's.
    (
        Tags::SUPERLATIVE,
        "first highest lowest biggest largest worst best deadliest longest strongest fastest most least time record",
    ),
    (
        Tags::TIME_NOUN,
        "year years month months week weeks day days decade decades time period hours hour minutes century season night morning afternoon evening",
    ),
];
