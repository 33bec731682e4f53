//! Given names that are a man's or a woman's wherever papers in English write of them. Names that are both, or one here and
//! the other there, are left out: "Andrea", "Jean", "Kim", "Robin".

use super::gender::Gender;
use crate::lookup::listed::Listed;

const HE: Listed = Listed(
    "adam|adrian|ahmed|alan|albert|alberto|alejandro|alexander|alexei|alfred|ali|amit|andreas|andrew|andré|anil|anthony|\
     antonio|arthur|arun|barry|ben|benjamin|bernard|bill|bob|boris|brandon|brian|bruce|carl|carlos|charles|charlie|\
     christopher|colin|craig|dan|daniel|dave|david|dennis|derek|diego|dieter|dmitry|donald|douglas|duncan|edward|eduardo|\
     eric|ernest|ethan|fernando|francesco|francisco|frank|françois|fred|frederick|gary|gavin|geoffrey|george|gerald|\
     gerhard|giovanni|giuseppe|gordon|graham|greg|gregory|hans|harold|harry|hassan|henri|henry|hiroshi|howard|hugh|hugo|\
     hussein|ian|ibrahim|igor|isaac|ivan|jack|jacob|jacques|james|jason|javier|jeff|jeffrey|jeremy|jerry|jim|joe|johan|\
     john|jonas|jonathan|jorge|joseph|joshua|josé|juan|juergen|jürgen|karl|keith|kenneth|kevin|khalid|klaus|lars|larry|\
     laurent|lawrence|leon|liam|luca|lucas|luigi|luis|luke|manuel|marco|marcus|mario|mark|martin|matthew|matthias|max|\
     michael|miguel|mike|mikhail|mohamed|mohammad|mohammed|muhammad|mustafa|nathan|neil|nicholas|nick|nigel|norman|oleg|\
     oliver|olivier|omar|oscar|otto|pablo|paolo|patrick|paul|pedro|peter|philip|philippe|phillip|pierre|rafael|rajesh|\
     ralph|ravi|raymond|ricardo|richard|robert|roberto|roger|roland|roman|ronald|ross|roy|ryan|samuel|sanjay|sean|sergei|\
     sergey|sergio|simon|stanley|stefan|stephen|steve|steven|stuart|sunil|thomas|tim|timothy|tom|tommy|tony|trevor|\
     umberto|victor|viktor|vijay|vincent|vincenzo|vladimir|walter|wayne|werner|wilhelm|william|wolfgang|yuri|yusuf",
);

const SHE: Listed = Listed(
    "abigail|agnes|aisha|alexandra|alice|alison|amanda|amelia|amy|ana|angela|anita|anna|anne|annette|antonia|astrid|\
     barbara|beatrice|beatriz|bernadette|bridget|camilla|carmen|carol|caroline|carolyn|catherine|cecilia|charlotte|chiara|\
     christina|christine|claire|clara|claudia|cynthia|deborah|diana|diane|donna|dorothy|edith|ekaterina|elena|eleanor|\
     elisabeth|elizabeth|ella|ellen|emily|emma|erika|esther|eva|fatima|fiona|florence|frances|francesca|gabriela|\
     geraldine|gillian|gisela|giulia|gloria|grace|hannah|harriet|heather|heidi|helen|helena|hilary|hillary|hélène|ingrid|\
     irene|irina|isabel|isabella|jane|janet|jennifer|jessica|joanna|josephine|joyce|judith|julia|julie|karen|karin|kate|\
     katharina|katherine|kathleen|kathryn|katie|laura|leila|linda|lisa|louise|lucia|lucy|lydia|magdalena|margaret|maria|\
     marie|marina|marta|martha|mary|megan|melanie|melissa|michelle|miriam|molly|monica|monika|nadia|nancy|naomi|natalia|\
     natalie|natasha|nina|nora|norma|olga|olivia|pamela|patricia|paula|petra|phyllis|priya|rachel|rebecca|renata|rosa|\
     rosalind|rose|rosemary|ruth|sabine|sally|samantha|sandra|sara|sarah|shirley|silvia|simone|sofia|sonia|sophia|sophie|\
     stella|stephanie|susan|susanne|suzanne|svetlana|sylvia|tatiana|teresa|theresa|tina|ursula|valerie|vanessa|vera|\
     veronica|victoria|virginia|vivian|wendy|yvonne|zainab",
);

/// What a given name tells.
pub(super) fn gender(given: &str) -> Option<Gender> {
    if HE.has_in_any_case(given) { Some(Gender::He) } else { SHE.has_in_any_case(given).then_some(Gender::She) }
}
