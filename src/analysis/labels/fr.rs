//! The words that labels in French are made by, folded.

use std::sync::LazyLock;

use crate::analysis::labels::bond_list::Bonds;
use crate::analysis::labels::cues::Cues;
use crate::analysis::labels::language::LabelLanguage;
use crate::text::word_set::WordSet;

const CUES: &str = include_str!("../../../assets/labels/cues.fr.txt");
const BONDS: &str = include_str!("../../../assets/labels/bonds.fr.txt");

pub(super) static FRENCH: LazyLock<LabelLanguage> = LazyLock::new(|| LabelLanguage {
    connectives: WordSet::of(
        "mais et or ainsi cependant toutefois puis ensuite enfin car donc aussi desormais pourtant neanmoins",
    ),
    leading: WordSet::of(
        "juste demain apres avant pendant durant lors depuis dans en a au aux sur sous par pour avec alors tandis hier \
         aujourd'hui quelques peu des jusqu' comme entre face malgre grace outre parmi age agee ages agees interroge \
         interrogee invite invitee reunis quant d' lorsque lorsqu' quand puisque puisqu' vers debut fin mi suite devant derriere \
         contrairement plutot ailleurs partout afin cote faisant fort surtout soucieux fidele deja ce cette",
    ),
    leading_endings: &["ment", "ant"],
    guards: WordSet::of(
        "parmi chez si s'il s'ils sauf sans sinon selon d'apres hormis excepte tant a_moins pourvu faute generalement habituellement parfois theoriquement normalement",
    ),
    trailing: WordSet::of(
        "face qui que qu' dont ou d'ou lequel laquelle lesquels lesquelles auquel duquel apres alors tandis tout ce avec \
         notamment soit puis mais avant afin pour lors depuis dans en a au aux sur par comme car ainsi y faisant ayant \
         etant et lui eux ni voire d'autant bien meme quand lorsque lorsqu' chez",
    ),
    finite: WordSet::of(
        "a ont est sont avait avaient etait etaient aurait auraient serait seraient ait aient devait devaient pouvait voulait va vont sera seront doit doivent peut peuvent fait font veut veulent vient viennent reste restent \
         devient deviennent met mettent prend prennent tient tiennent dit disent annonce annoncent demande demandent \
         appelle appellent propose proposent lance lancent refuse refusent accuse accusent denonce denoncent reclame \
         reclament revele confirme affirme estime prevoit prevoient reconnait assure promet menace menacent souhaite \
         souhaitent permet permettent compte comptent occupe occupent montre montrent presente presentent arrive arrivent \
         revient reviennent remporte quitte rejoint perd gagne ouvre ferme subit meurt mourut fut furent eut eurent fit \
         firent dut put vit prit prirent mit mirent vint vinrent tint fallut faut poursuit poursuivent attend attendent \
         risque risquent concerne concernent impose continue continuent figure figurent dispose disposent represente \
         representent precise indique explique souligne rappelle ajoute constitue \
         aura auront attire sert servent suit suivent vise visent suffit apparait apparaissent parait semble semblent detient obtient \
         maintient soutient soutiennent contient appartient parvient intervient provient existe existent debute debutent commence \
         commencent termine touche touchent frappe frappent tue tuent blesse decouvre decouvrent offrent souffre souffrent accueille \
         accueillent bat battent sait savent connait connaissent croit croient voit voient vend vendent rend rendent descend descendent \
         defend defendent repond repondent partent sortent courent sent sentent vivent decrit lit reduit detruit craignent atteint plait \
         nait naissent disparait recoit recoivent vaut valent tombe tombent monte montent entrent passe passent laisse laissent donne \
         donnent trouve trouvent pense pensent aime aiment cherche cherchent tente tentent decide decident choisit choisissent finit \
         finissent reussit reussissent agit agissent reagit saisit investit nomme nomment autorise autorisent adopte adoptent votent \
         rejette rejettent approuve approuvent valide suspend annule annulent reporte prolonge durcit renforce devoile devoilent publie \
         publient bloquent evacue arretent interpelle condamne condamnent ecope comparait nie nient avoue avouent envisage envisagent \
         profite profitent subissent augmente augmentent diminue recule progresse progressent explose explosent dialoguent paralyse \
         ira iront fera feront pourra pourront devra devront verra verront voudra voudront viendra viendront tiendra \
         tiendront prendra prendront rendra rendront mettra mettront permettra permettront faudra vaudra saura sauront \
         recevra recevront suivra suivront perdra perdront vivra vivront attendra attendront repondra repondront \
         deviendra deviendront reviendra reviendront soutiendra obtiendra obtiendront disparaitra reprendra reprendront \
         apprendra comprendra dira diront ouvrira rejoindra \
         regrette regrettent observe observent commente commentent insiste insistent conclut jure avertit previent resume ironise fustige \
         fustigent martele deplorent tend tendent demonte evoque evoquent detaille detaillent installe installent organise organisent affronte affrontent accompagne \
         accompagnent impliquent provoque provoquent multiplie multiplient consacre consacrent dirige dirigent incarne \
         incarnent assiste assistent exigent obligent exprime expriment traversent repousse repoussent retrouve \
         retrouvent reprend reprennent apprend apprennent comprend comprennent entreprend convient conviennent survient \
         surviennent redevient redeviennent entretient entretiennent exclut excluent inclut incluent fuit fuient admet \
         admettent commet commettent transmet transmettent soumet soumettent remet remettent omet emet emettent \
         compromet abat abattent rompt rompent interrompt convainc convainquent resout resolvent parcourt parcourent \
         accourt recourt couvrent recouvre recouvrent ouvrent recueille recueillent envoie envoient renvoie renvoient \
         emploie emploient deploie deploient nettoie paie paient essaie essaient appuie appuient achete achetent \
         rachete rachetent enleve enlevent souleve soulevent preleve mene menent amene amenent emmene ramene pese \
         pesent acheve achevent cede cedent succede succedent precede procede procedent possede possedent gere gerent \
         prefere preferent differe suggerent operent liberent recupere recuperent espere esperent tolere accelere \
         accelerent genere generent penetre penetrent repete refletent revelent rappellent jette jettent projette \
         projettent nourrit nourrissent punit punissent reunit reunissent unit unissent definit definissent fournit \
         fournissent garantit garantissent ralentit ralentissent rebondit grandit grandissent saisissent remplit \
         remplissent accomplit etablit etablissent retablit affaiblit franchit franchissent enrichit surgit elargit \
         envahit envahissent trahit perit guerit craint rejoignent vantent vante salue ferment quittent perdent gagnent \
         remportent assurent aident alertent aggrave aggravent ameliore ameliorent apporte apportent approchent arpente \
         arrache attribue attribuent bascule basculent beneficient brandit brandissent ciblent circule circulent \
         collabore combine comporte comportent composent confie considere considerent conservent constate constatent \
         construisent conteste contestent contourne contribue contribuent controlent coute coutent cree creent debarque \
         debarquent declenche declenchent decroche declare degage delivre demarre demarrent demenage depasse depassent \
         deplore depose deposent derape developpe developpent devore disparaissent distribue distribuent dominent \
         doublent durent echappe echappent echoue echouent eclate eclatent ecrase ecrasent elimine embauchent embrase \
         emporte encourage encouragent engagent enregistre enregistrent enterre entoure entourent etend etendent etudie \
         etudient evolue evoluent examine examinent execute exerce exercent exposent exploite exploitent expulse \
         fabriquent facilite favorise favorisent fetent financent fonctionne fonctionnent forment frole fusionne \
         fusionnent glisse grimpe grimpent habite habitent heberge hesite hesitent illustrent impressionne inaugure \
         inaugurent incite incitent inflige ingurgite interrogent inquietent instaure jouent joue jouit justifie \
         justifient livrent logent luttent maitrise manifestent manquent marquent mentionne mentionnent merite meritent \
         mobilise mobilisent modifient navigue negocie negocient obtiennent occasionne oublie oublient paralysent parle \
         parlent partage partagent persiste persistent persuade placent plonge plongent portent pratiquent prefigure \
         privent privilegie privilegient proteste protestent prouve prouvent raccroche raconte recense recommande \
         recommandent redoute redoutent regne remplacent rencontrent renonce renoncent rentre rentrent repare reposent \
         resiste resistent ressemble ressemblent resulte retirent retourne retournent retrace revendique revendiquent \
         saute secoue sillonne sillonnent signent sollicite sollicitent sommeille stagne stationne suggere suppriment \
         survole temoigne temoignent tarde tardent totalise transforme transforment travaille travaillent traque \
         traquent utilise utilisent valident varie varient veillent verse versent voyagent",
    ),
    nouns: WordSet::of(
        "annonce annonces demande demandes lance montre reste figure compte ferme fait faits risque note place marche offre \
         impose conteste attaque visite rencontre hausse baisse vote recherche plainte porte cause critique juge presente \
         demission touche passe nomme tente trouve pense recule reporte renforce valide publie autorise termine tombe monte donne laisse cherche joue bascule aide \
         perd gagne tient met mort estime met precise continue represente vit tint vint",
    ),
    before_nouns: WordSet::of(
        "un une le la les l' ce cet cette ces son sa ses leur leurs mon ma notre votre nos vos du des au aux de d' autre \
         autres chaque aucun aucune quelque quelques plusieurs nouvelle nouvelles premiere premieres derniere dernieres \
         grande petite seule meme en par sans pour bon mauvaise",
    ),
    prepositions: WordSet::of(""),
    finite_endings: &[
        "ait", "aient", "erent", "irent", "erait", "era", "eront", "ira", "iront", "urent", "dra", "dront", "rra", "rront",
        "vra", "vront",
    ],
    infinitive_endings: &["er", "ir", "re"],
    gerund_endings: &["ant"],
    not_finite: WordSet::of(
        "parfait portrait retrait extrait souhait lait trait fait-divers opera camera litterait attrait forfait bienfait \
         bera recent different present absent urgent content violent evident frequent excellent president resident agent argent accident \
         incident talent parent client patient occident orient souvent adolescent innocent prudent indifferent coherent equivalent \
         independent permanent eminent imminent insolent opulent turbulent virulent ardent apparent transparent concurrent adherent \
         recurrent intelligent negligent indulgent exigent inconscient conscient efficient deficient impatient quotient precedent",
    ),
    singular: WordSet::of(
        "tres plus moins pas toujours jamais fois temps cas pays corps proces succes acces mois avis bras repas dans sous vers tous \
         toutes assez apres depuis parfois puis mais sans deux alors dehors discours parcours cours concours secours recours progres exces \
         deces congres proces-verbal virus bus campus prix voix choix paix croix voeux aux eux nous vous ans gros bas faux doux vieux \
         heureux nombreux aupres pres ailleurs sens tiers palais anglais francais bois lors",
    ),
    having: WordSet::of("a ont avait avaient aurait auraient aura auront n'a n'ont l'a l'ont n'avait"),
    said: WordSet::of(
        "affirment estiment considere considerent jugeait indiquent disent expliquent precisent soulignent denoncent racontent annoncent assurent jugent \
         regrettent critiquent ecrit ecrivent confient lache previent previennent plaide plaident resume resument insistent \
         poursuit poursuivent declarent rapportent notent relevent observent rappellent promettent promet avertit avertissent \
         commentent reconnaissent reconnait concluent lancent s'indigne s'inquiete s'insurge ironise temoignent analyse \
         revelent confirment saluent lire declarait disait affirmait expliquait indiquait assurait estimait precisait \
         revelait revelaient racontait relatait relate confiait notait relevait soulignait rappelait ajoutait rapportaient indiquaient racontaient rapportait rapporte raconte martelent fustigent regrettait souffle soupire argue avance avancent suggere suggerent \
         dit annonce indique affirme declare precise explique ajoute souligne rapporte estime assure confirme appris \
         savoir rappelle raconte revele confie reconnu detaille juge lance insiste regrette commente note releve observe \
         pointe martele denonce fustige conclu repondu temoigne critique salue promis averti prevenu rappele soutenu pretendu jure avoue \
         ressort admis deplore repete retorque replique signale concede nuance tempere proclame clame garanti",
    ),
    cuts: WordSet::of(
        "pour dans par avec sur apres avant afin depuis lors en a au aux contre qui dont ou alors tandis et entre vers \
         sous comme notamment pendant durant car mais lorsque lorsqu' quand suite face devant chez jusqu' dès ainsi \
         malgre",
    ),
    nominative: WordSet::of(""),
    before_nominative: WordSet::of(""),
    bare: WordSet::of(""),
    comparing: WordSet::of("plus moins aussi autant tel telle ainsi ne n' si meme"),
    degrees: WordSet::of("aussi si"),
    taking_back: WordSet::of("cela ca celui-ci celle-ci ceux-ci celles-ci"),
    copulas: WordSet::of("serait seraient est sont etait etaient sera seront fut ete reste restent devient deviennent"),
    measures: WordSet::of("environ quelque plus"),
    ranks: WordSet::of("premier premiere premiers premieres dernier derniere derniers dernieres seul seule seuls seules record"),
    no_ranks: WordSet::of(""),
    among: WordSet::of("depuis en dans sur a au aux parmi sous pour"),
    quantities: WordSet::of("tous toutes chaque totalite majorite plupart moitie tiers quart integralite ensemble"),
    adding: WordSet::of("malgre car afin puisque puisqu' suite avant grace"),
    places: WordSet::of("a au aux en dans sur devant entre vers"),
    open: WordSet::of(
        "celui celle ceux celles assez trop suffisamment objet qui dont lequel laquelle lesquels lesquelles place placee places placees garde grace quant jusque jusqu' mis mise mises pris prise tenu tenue rendu rendue de d' du des le la les l' un une a au aux ce cet cette ces son sa ses leur leurs que qu' ne n' pas plus est sont \
         ont ete etre avoir tres et ou en dans par sur pour avec plusieurs deux trois quelque environ moins mais se s' y \
         va vont doit peut etait etaient sera seront avait aurait serait fait suite face non entre comme tout toute lui d'ici \
         grand grande nouveau nouvelle ca notamment surtout principalement essentiellement juste peu particulierement tant autant",
    ),
    awaiting: WordSet::of(
        "vu vue vus vues ne nee nes nees soumis soumise soumises contraint contrainte contraints contraintes confronte confrontee confrontes confrontees \
         destine destinee destines destinees oppose opposee opposes lie liee lies liees expose exposee amene amenee invite \
         invitee forcee forces tenue deja dispose disposee disposes pret prete prets pretes \
         parvenu parvenue parvenus parvenues revenu revenue revenus revenues",
    ),
    doubts: WordSet::of(
        "ne n' pas jamais aucun aucune ni sans sauf si s'il s'ils selon d'apres peut-etre sinon excepte hormis pretendu \
         presume soi-disant rien personne seulement uniquement",
    ),
    goes_on: WordSet::of("de d' du"),
    and: WordSet::of("et ou ni"),
    days: WordSet::of("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    months: WordSet::of("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
    on: WordSet::of("le ce"),
    hours: WordSet::of("soir matin apres-midi midi dernier prochain passe 1er"),
    bound: WordSet::of(
        "en ces au aux prevu prevue prevus prevues programme programmee date datee de du d' depuis jusqu'a jusqu'au avant apres des a au d'ici jusque entre et partir pour nuit soiree matinee chaque un \
         tous les par",
    ),
    pronouns: WordSet::of(
        "il elle ils elles ce cela c' celui celle ceux cette cet ces on nous je j' vous tous certains lui celui-ci \
         celle-ci son sa ses leur leurs",
    ),
    contracting: WordSet::of(""),
    participles: WordSet::of(
        "fait mis pris parti partie partis parties sorti sortie sortis sorties venu venue venus venues revenu revenue devenu devenue elu elue elus \
         elues issu issue issus issues connu connue connus connues battu battue battus battues apparu apparue disparu disparue descendu \
         descendue surpris surprise inscrit inscrite inscrits inscrites construit construite construits construites assis assise mort morte",
    ),
    reduced: WordSet::of(""),
    by: WordSet::of(""),
    auxiliaries: WordSet::of(""),
    parts: WordSet::of(""),
    relatives: WordSet::of("qui que qu' dont ou"),
    adverbs: WordSet::of("aujourd'hui hier desormais deja fort surtout"),
    fillers: WordSet::of("egalement recemment"),
    times: WordSet::of(""),
    counting: WordSet::of(""),
    saying_that: WordSet::of(""),
    titles: WordSet::of(""),
    before_titles: WordSet::of("premier premiere ancien ancienne ex ex- futur future"),
    role_endings: &[],
    no_roles: WordSet::of(""),
    firms: WordSet::of(
        "ministre president presidente acteur actrice chanteur chanteuse rappeur rappeuse maire depute deputee senateur senatrice \
         constructeur fabricant operateur geant avocat avocate humoriste comedien comedienne realisateur realisatrice journaliste \
         footballeur footballeuse attaquant gardien defenseur milieu entraineur entraineuse selectionneur pilote cycliste \
         ecrivain ecrivaine romancier romanciere musicien musicienne compositeur guitariste animateur animatrice presentateur \
         presentatrice milliardaire patron patronne dirigeant dirigeante chef prefet prefete procureur procureure juge pape roi reine prince \
         princesse chancelier chanceliere candidat candidate philosophe historien historienne economiste sociologue infectiologue \
         virologue epidemiologiste chercheur chercheuse astronaute spationaute navigateur navigatrice styliste couturier createur \
         creatrice mannequin youtubeur youtubeuse militant militante opposant opposante ecologiste socialiste distributeur equipementier",
    ),
    sources: WordSet::of(""),
    determiners: WordSet::of(""),
    speaker: WordSet::of("je j' nous mon ma mes notre nos"),
    known: WordSet::of(
        "faits scene drame incident homme hommes victime victimes suspect suspects dernier derniere interesse interessee",
    ),
    told: WordSet::of("reconnu repondu conclu appris promis prevenu averti"),
    unions: WordSet::of(
        "la_part fait_etat font_etat faisait_etat faire_etat par_rapport en_raison a_cause au_sein en_lien a_propos en_vue a_cote en_faveur en_charge en_cours a_destination \
         en_provenance en_marge en_tete a_hauteur en_compagnie au_cours a_partir en_fonction a_defaut en_direction en_proie au_lieu \
         un_peu donne_naissance donner_naissance au_profit au_nom a_l'encontre a_l'origine a_l'issue de_quoi pris_part prendre_part fait_partie fait_part mis_fin tenu_compte donne_lieu a_lieu eu_lieu a_part",
    ),
    denials: WordSet::of("ne n' ni sans aucun aucune jamais seul seule seuls seules uniquement seulement"),
    plural: WordSet::of("ont sont etaient avaient seront auront peuvent doivent vont veulent"),
    guesses: false,
    inverts: true,
    modals: WordSet::of("va vont doit doivent peut peuvent veut veulent devrait devraient pourrait pourraient"),
    spells: WordSet::of(
        "semaine annee mois nuit matinee soiree fois saison ete hiver automne printemps jour weekend week-end jours ans heures an lendemain veille surlendemain matin soir semaines minutes heure journee journees",
    ),
    going: WordSet::of("va vont doit doivent peut peuvent veut veulent devrait devraient pourrait pourraient vient viennent"),
    that: WordSet::of("que qu'"),
    spans: WordSet::of(""),
    which: WordSet::of(""),
    early: WordSet::of("apres alors tandis lors lorsque lorsqu' quand pendant durant notamment depuis"),
    objects_open: WordSet::of("un une le la les l' son sa ses leur leurs ce cet cette ces du des plusieurs deux trois"),
    directed: WordSet::of("a au aux de d' contre"),
    subordinating: WordSet::of(
        "lequel laquelle lesquels lesquelles auquel duquel qui que qu' dont lorsque lorsqu' quand puisque puisqu' si s'il s'ils quoique",
    ),
    cues: Cues::read(CUES),
    bonds: Bonds::read(BONDS, "behind the word"),
    measuring: WordSet::of(
        "estime estimait estiment estimaient estimee estimees evalue evaluait evaluent evaluee chiffre chiffrait chiffrent fixe fixait fixent \
         fixee fixees porte portait portee limite limitait limitee ramene etabli etablie etablit situe situait situent oscille oscillait \
         oscillent varie varient variait",
    ),
    asking: WordSet::of(
        "demande demandent demandait demander ordonne ordonnent interdit interdisent permis permet permettent propose proposent conseille \
         conseillent recommande recommandent enjoint promis reproche reprochent suggere suggerent appele appelle invite invitent somme \
         oblige obligent force contraint autorise autorisent empeche empechent accuse accusent soupconne charge menace \
         possibilite obligation interdiction droit premier premiere dernier derniere seul seule",
    ),
    completed: Bonds::read(BONDS, "behind its object"),
    numbers: WordSet::of("deux trois quatre cinq six sept huit neuf dix onze douze"),
    firm_ends: WordSet::of(""),
    objects: WordSet::of("le la les leur lui y en"),
    referring: WordSet::of(
        "lui leur leurs son sa ses celui-ci celle-ci ceux-ci celles-ci eux elle elles dernier derniere derniers dernieres",
    ),
    joining: WordSet::of("mais et puis or"),
    small: WordSet::of(
        "dans pour avec sans sous elle elles nous vous cette leur leurs plus mais comme lors apres avant entre depuis \
         vers chez aussi selon cela meme tres tout tous toute toutes deux trois alors ainsi notamment contre quand \
         cependant encore peut faire fait etre avoir sont etait etaient avait avaient autre autres plusieurs dont moins \
         serait seront sera aurait ayant celui celle ceux quelque quelques lundi mardi mercredi jeudi vendredi samedi \
         dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre jusqu",
    ),
});
