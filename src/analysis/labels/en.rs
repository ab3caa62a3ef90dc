//! The words that labels in English are made by, folded.

use std::sync::LazyLock;

use crate::analysis::labels::bond_list::Bonds;
use crate::analysis::labels::cues::Cues;
use crate::analysis::labels::language::LabelLanguage;
use crate::text::word_set::WordSet;

const CUES: &str = include_str!("../../../assets/labels/cues.en.txt");
const BONDS: &str = include_str!("../../../assets/labels/bonds.en.txt");

pub(super) static ENGLISH: LazyLock<LabelLanguage> = LazyLock::new(|| LabelLanguage {
    connectives: WordSet::of("and but so however meanwhile also still then thus moreover furthermore yet now"),
    leading: WordSet::of(
        "ahead after before during since in on at with for by from as while when amid amidst despite under over following last \
         late early earlier yesterday today once like among because to throughout within although though just some \
         instead inside outside near against across thanks about asked born led based known faced speaking this",
    ),
    leading_endings: &["ing", "ly"],
    guards: WordSet::of(
        "among if unless until except without according provided assuming only not barring should generally usually sometimes theoretically normally",
    ),
    trailing: WordSet::of(
        "who which whose whom where when after as while because with following before but and in on at for from by \
         including such making leaving bringing causing killing injuring saying citing amid despite although though since \
         to just even nor or so then during under over whereas",
    ),
    finite: WordSet::of(
        "is are was were has have had will would can could may might must should shall does do did isn't aren't wasn't ll ve re m \
         weren't hasn't haven't hadn't won't wouldn't can't couldn't doesn't don't didn't cannot said says say told won \
         lost took made gave went came got began became broke brought built bought caught chose cut drew drove fell felt \
         fought found flew grew held hit kept knew laid led left let met paid put quit ran rose saw sent set shot showed \
         shut sold spent spoke stood stole struck sued swept thought threw wore wrote beat bid fled sank tore woke leads \
         plans plan wants want seeks seek makes make takes take gets faces face remains remain continues continue expects \
         expect hopes hope aims calls call wins loses dies goes comes gives becomes shows show opens closes urges warns \
         claims denies threatens announces launches reports begins ends returns joins signs agrees rejects offers hits \
         kills rises falls welcomes criticizes criticises condemns confirms admits celebrates meets includes requires allows \
         provides arrives prepares defends sues accuses unveils introduces considers proposes approves adopts opposes elects \
         appoints resigns quits retires buys sells acquires pays earns reaches hires gives finds keeps brings tells asks speaks \
         thinks knows loves likes feels tries fails survives escapes suffers recovers wears creates builds publishes receives insists \
         argues explains refuses dismisses slams hails praises favours favors prefers plays belongs contains explores examines vows \
         puts owes owe invites sits holds raises grows spends keeps pulls leaves \
         helps stays adds \
         asks chooses collects completes connects contributes describes develops discusses earns enters \
         enjoys ensures establishes evaluates exceeds expands fills generates identifies ignores improves \
         indicates inspires involves lacks lets manages occurs operates \
         organizes performs pours predicts prevents prompts proves pursues recalls recommends reduces relies represents \
         resumes saves secures sends shines teaches \
         urges writes outsells sees gets runs does intends tends owns needs need believes believe thinks looks look appears appear seems seem",
    ),
    nouns: WordSet::of(
        "plan plans want wants seek make take get face faces remain continue expect hope hopes aims calls call wins dies goes \
         comes gives become show shows opens urges claims denies launches reports begins ends returns signs hits kills rises \
         falls need needs believe think look looks appear seem met bid cut cuts hit quit put set let shut broke found felt left \
         led lost saw shot spent sent broken will may might can must run runs loses leads faces offers joins leaves \
         \
 \
         runs needs intends plays",
    ),
    before_nouns: WordSet::of(
        "the a an his her its their our my your this these those no some each every another to of for with by in on at from \
         new first last former two three four five several many more most other own new big early late final",
    ),
    prepositions: WordSet::of(
        "about into against between under through without near amid despite during after before over including following",
    ),
    finite_endings: &["ed"],
    infinitive_endings: &[],
    gerund_endings: &["ing"],
    not_finite: WordSet::of(
        "united need indeed speed feed hundred armed seed bed red aged alleged wounded unmanned sacred naked infrared \
         used-car so-called based limited retired unidentified suspected",
    ),
    singular: WordSet::of(""),
    having: WordSet::of("has have had"),
    said: WordSet::of(
        "said says say told according reported reports announced added confirmed claimed claims stated wrote explained \
         noted warned insisted argued testified alleged believe believes acknowledged admitted \
         revealed reveal reveals show shows found posted tweeted declared concluded suggested suggest suggests estimated \
         writes recounts asserts contends contended maintains cautions cautioned stressed stresses emphasized observes countered jokes quips remarked remarks muses \
         disclosed quoted learned confirms announces adds warns insists argues notes explains acknowledges predicted complained recalled conceded pledged vowed hinted quipped asserted believed understood recommended recommends ruled indicated indicates showed",
    ),
    cuts: WordSet::of(
        "in on at with for by from after before during as while when where who which because amid over under following \
         since and but despite near outside inside through across between within along among though although including \
         upon around onto against behind above below throughout so via",
    ),
    nominative: WordSet::of("he she it they we i"),
    before_nominative: WordSet::of("after before as since until"),
    bare: WordSet::of("when if unless where while though although"),
    comparing: WordSet::of(""),
    degrees: WordSet::of("as so too"),
    taking_back: WordSet::of("it they this that"),
    copulas: WordSet::of(""),
    measures: WordSet::of("about some nearly almost more"),
    ranks: WordSet::of("first second third fourth fifth sixth seventh eighth ninth tenth most least only last record"),
    no_ranks: WordSet::of(
        "interest protest request harvest contest conquest forest arrest guest latest west quest honest modest test unrest rest northwest \
         southwest manifest invest suggest digest",
    ),
    among: WordSet::of("since in over for among within across under on at"),
    quantities: WordSet::of("all every each most majority half percent pct everyone everybody"),
    adding: WordSet::of("because although though despite amid amidst whereas whilst due ahead along via"),
    places: WordSet::of("in at near outside inside across on around between within along off"),
    open: WordSet::of(
        "who whom which the a an of to in on at and or for by with from his her its their our my your this that these those is are was \
         were be been being has have had will would can could may might must should not no very more most some any about \
         than as said says away even along like includes include both two three nearly least also it but down beneath into onto become became becomes made make makes took \
         take put set up so such between while during largely mainly mostly partly primarily especially \
         particularly shortly soon immediately exactly even chiefly once he she they we",
    ),
    awaiting: WordSet::of("unable likely unlikely able willing unwilling due set about"),
    doubts: WordSet::of(
        "not n't no never nor neither without unless if except allegedly reportedly perhaps possibly only until according \
         whether nothing nobody none barely hardly alleged supposedly",
    ),
    goes_on: WordSet::of("of"),
    and: WordSet::of("and or nor"),
    days: WordSet::of("monday tuesday wednesday thursday friday saturday sunday"),
    months: WordSet::of(
        "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    ),
    on: WordSet::of("on late early this last"),
    hours: WordSet::of("morning evening night afternoon noon"),
    bound: WordSet::of(
        "until till by before after since from through to and between next every each the of for starting beginning or \
         black good bloody than a spent spend",
    ),
    pronouns: WordSet::of("he she it they this that these those we i you his her their its some others there"),
    contracting: WordSet::of("it he she that there who what here where"),
    participles: WordSet::of(
        "held led made built caught found shot set sent brought bought sold won taught told hit hurt kept paid put",
    ),
    reduced: WordSet::of(
        "accused charged convicted suspected based aimed known designed located related linked involved owned scheduled injured \
         arrested organised organized entitled titled wanted dated",
    ),
    by: WordSet::of("by"),
    auxiliaries: WordSet::of(
        "is are was were has have had will would can could may might must should isn't aren't wasn't weren't hasn't haven't \
         hadn't won't wouldn't can't couldn't",
    ),
    parts: WordSet::of(
        "that who which whose what when where while as because if although though and but or after before since until whether \
         how why he she it they we i you said says",
    ),
    relatives: WordSet::of("who which that whose"),
    adverbs: WordSet::of("late early earlier yesterday today once just some also perhaps like not"),
    fillers: WordSet::of("also recently finally officially currently formally successfully"),
    times: WordSet::of("today yesterday tonight tomorrow"),
    counting: WordSet::of("first second third fourth fifth time times far most only so record than percent %"),
    saying_that: WordSet::of("said says say announced believes believe claims claimed hopes announces confirmed reported"),
    titles: WordSet::of(
        "minister secretary president sheriff governor mayor chief director spokesman spokeswoman spokesperson attorney \
         commissioner speaker chairman chairwoman manager coach captain officer prosecutor leader judge senator rep sen gov dr \
         poet diva icon tackle shortstop infielder outfielder whistleblower owner prospect heir magnate tycoon mogul frontman \
         frontwoman bassist legend ace champion founder co-founder creator billionaire millionaire heiress socialite blogger \
         cleric critic skipper winger runner veteran activist \
         chancellor ambassador lawmaker congressman congresswoman councillor councilman boss superintendent pm premier ceo \
         actor actress singer rapper star striker midfielder defender goalkeeper forward quarterback linebacker pitcher guard \
         wrestler boxer golfer driver author writer director filmmaker comedian presenter host lawyer professor analyst economist \
         founder editor general colonel lieutenant sergeant inspector constable deputy king queen prince princess pope bishop \
         archbishop candidate deputy hooker batsman bowler cricketer teammate player owner entrepreneur billionaire tycoon rapper",
    ),
    before_titles: WordSet::of(
        "law health education justice trade agriculture energy environment transport labour labor home external \
         former ex ex- current new late veteran senior legendary late prime deputy vice foreign finance defence defense interior police \
         football team star outgoing incoming popular renowned noted famous opposition acting",
    ),
    role_endings: &["er", "or", "ist", "ian", "man", "woman", "eer"],
    no_roles: WordSet::of(
        "over under after former other another older younger elder whether number summer winter never ever however later earlier \
         september october november december inner outer upper lower greater larger smaller bigger higher major minor senior junior \
         superior interior exterior per her for nor better longer rather together river power paper water together centre tower \
         border corner poor indoor outdoor liquor harbor harbour floor door war weather chapter quarter master silver popular \
         similar rare near year bar car far human german roman asian indian russian italian canadian australian iranian \
         christian egyptian syrian ukrainian palestinian brazilian belgian norwegian austrian hungarian armenian civilian \
         pedestrian nuclear communist socialist terrorist islamist extremist separatist nationalist computer order matter offer \
         disorder laser cancer hunger anger danger thunder gender tender timber cyber fiber fibre super hyper inter error terror \
         horror mirror motor sector factor prior favor favour colour color labor labour honor honour vapor vapour clever sober \
         bitter proper eager cheaper stronger weaker newer faster slower cooler warmer colder hotter safer further farther",
    ),
    firms: WordSet::of(
        "maker giant firm company carrier airline retailer operator manufacturer chain bank supermarket startup developer provider \
         automaker carmaker chipmaker brewer lender insurer broadcaster publisher supplier builder group band",
    ),
    sources: WordSet::of(
        "spokesman spokeswoman spokesperson source sources official officials officer officers police authorities paramedics \
         witnesses doctors residents researchers scientists experts analysts lawyers reports activists",
    ),
    determiners: WordSet::of("a an the his her its their our my your this these those all no some another"),
    speaker: WordSet::of("i we my our me us i'm i've we're we've"),
    known: WordSet::of("incident victim victims suspect suspects pair latter former duo"),
    told: WordSet::of(""),
    unions: WordSet::of(
        "in_connection in_response in_addition in_charge in_front as_well in_order on_behalf in_favour in_favor in_exchange \
         in_accordance in_terms in_spite at_odds in_line",
    ),
    denials: WordSet::of("not never no nobody nothing none only cannot without neither unless"),
    plural: WordSet::of("have are were"),
    guesses: true,
    inverts: false,
    modals: WordSet::of("will would can could may might must should shall"),
    spells: WordSet::of(
        "week weekend month year season summer winter spring time day fall autumn days weeks months years hours minutes hour",
    ),
    going: WordSet::of(""),
    that: WordSet::of("that what how whether why"),
    spans: WordSet::of("week month year morning afternoon evening night weekend"),
    which: WordSet::of("last this"),
    early: WordSet::of("after when while where during before amid following as since despite"),
    objects: WordSet::of(""),
    objects_open: WordSet::of("the a an his her its their our my this these those some all any several two three"),
    directed: WordSet::of("to for with against"),
    subordinating: WordSet::of(
        "who which whose while because although though unless if whether whenever anytime when where whereas wherever",
    ),
    cues: Cues::read(CUES),
    bonds: Bonds::read(BONDS, "behind the word"),
    measuring: WordSet::of(
        "estimated estimates put puts set sets valued values priced forecast forecasts ranged ranging ranges varied",
    ),
    asking: WordSet::of(
        "called calls urged urges asked asks ordered orders forced brings brought expects expect expected wants want wanted allowed \
         allows allow enables enabled enable required requires require caused causes encouraged encourages persuaded told tells tell permits \
         permitted helps helped projects projected directed directs first last only youngest oldest",
    ),
    completed: Bonds::read(BONDS, "behind its object"),
    numbers: WordSet::of("one two three four five six seven eight nine ten eleven twelve"),
    firm_ends: WordSet::of(
        "corp inc co ltd plc llc ag sa nv group holdings holding company corporation industries motors electric dynamics \
         foods bank partners systems international services enterprises productions mills instruments",
    ),
    referring: WordSet::of("him her hers them it its their theirs his himself herself itself themselves latter former"),
    joining: WordSet::of("but and then yet"),
    small: WordSet::of(
        "about after again against all also among another because been before being between both could does down during \
         each even ever every from have having here hers himself into itself just like made make many more most much must \
         only other over said says same should since some such than that their them then there these they this those \
         through told under until upon very well were what when where which while will with would your monday tuesday \
         wednesday thursday friday saturday sunday last week year years first two three",
    ),
});
