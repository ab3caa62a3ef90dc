//! The words that labels in English are made by, folded.

use std::sync::LazyLock;

use crate::analysis::labels::language::LabelLanguage;
use crate::text::word_set::WordSet;

pub(super) static ENGLISH: LazyLock<LabelLanguage> = LazyLock::new(|| LabelLanguage {
    connectives: WordSet::of("and but so however meanwhile also still then thus moreover furthermore yet now"),
    leading: WordSet::of(
        "after before during since in on at with for by from as while when amid amidst despite under over following last \
         late early earlier yesterday today once like among because to throughout within although though just some \
         instead inside outside near against across about born led based known faced speaking this",
    ),
    leading_endings: &["ing", "ly"],
    guards: WordSet::of("if unless until except without according provided assuming only not barring should"),
    trailing: WordSet::of(
        "who which whose whom that where when after as while because with following before but and in on at for from by \
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
         kills rises falls needs need believes believe thinks looks look appears appear seems seem",
    ),
    nouns: WordSet::of(
        "plan plans want wants seek make take get face faces remain continue expect hope hopes aims calls call wins dies goes \
         comes gives become show shows opens urges claims denies launches reports begins ends returns signs hits kills rises \
         falls need needs believe think look looks appear seem met bid cut cuts hit quit put set let shut broke found felt left \
         led lost saw shot spent sent broken will may might can must run runs loses leads faces offers joins",
    ),
    before_nouns: WordSet::of(
        "the a an his her its their our my your this these those no some each every another to of for with by in on at from \
         new first last former two three four five several many more most other own new big early late final",
    ),
    finite_endings: &["ed"],
    not_finite: WordSet::of(
        "united need indeed speed feed hundred armed seed bed red aged alleged wounded unmanned sacred naked infrared \
         used-car so-called based limited retired unidentified suspected",
    ),
    having: WordSet::of("has have had"),
    said: WordSet::of(
        "said says say told according reported reports announced added confirmed claimed claims stated wrote explained \
         noted warned insisted argued testified alleged believe believes acknowledged admitted",
    ),
    cuts: WordSet::of(
        "in on at with for by from after before during as while when where who which because amid over under following \
         since and but despite near outside inside through across between within along among though although including \
         upon around onto into against behind above below throughout so",
    ),
    open: WordSet::of(
        "the a an of to in on at and or for by with from his her its their our my your this that these those is are was \
         were be been being has have had will would can could may might must should not no very more most some any about \
         than as said says both two three nearly least also it but into onto become became becomes made make makes took \
         take put set up so such between",
    ),
    doubts: WordSet::of(
        "not n't no never nor neither without unless if except allegedly reportedly perhaps possibly only until according \
         whether nothing nobody none barely hardly alleged supposedly",
    ),
    goes_on: WordSet::of("of"),
    and: WordSet::of("and or nor"),
    days: WordSet::of("monday tuesday wednesday thursday friday saturday sunday"),
    months: WordSet::of(
        "january february march april june july august september october november december jan feb aug sept oct nov dec",
    ),
    on: WordSet::of("on late early this last"),
    hours: WordSet::of("morning evening night afternoon noon"),
    bound: WordSet::of(
        "until till by before after since from through to and between next every each the of for starting beginning or \
         black good bloody than a",
    ),
    pronouns: WordSet::of("he she it they this that these those we i you his her their its some others there"),
    small: WordSet::of(
        "about after again against all also among another because been before being between both could does down during \
         each even ever every from have having here hers himself into itself just like made make many more most much must \
         only other over said says same should since some such than that their them then there these they this those \
         through told under until upon very well were what when where which while will with would your monday tuesday \
         wednesday thursday friday saturday sunday last week year years first two three",
    ),
});
