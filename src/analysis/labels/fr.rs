//! The words that labels in French are made by, folded.

use std::sync::LazyLock;

use crate::analysis::labels::language::LabelLanguage;
use crate::text::word_set::WordSet;

pub(super) static FRENCH: LazyLock<LabelLanguage> = LazyLock::new(|| LabelLanguage {
    connectives: WordSet::of(
        "mais et or ainsi cependant toutefois puis ensuite enfin car donc aussi desormais pourtant neanmoins",
    ),
    leading: WordSet::of(
        "apres avant pendant durant lors depuis dans en a au aux sur sous par pour avec alors tandis hier \
         aujourd'hui quelques peu des jusqu' comme entre face malgre grace outre parmi age agee ages agees interroge \
         interrogee invite invitee reunis quant d' lorsque lorsqu' quand vers debut fin mi suite devant derriere \
         contrairement afin cote faisant fort surtout soucieux fidele deja ce cette",
    ),
    leading_endings: &["ment", "ant"],
    guards: WordSet::of(
        "si s'il s'ils sauf sans sinon selon d'apres hormis excepte tant a_moins pourvu faute generalement habituellement parfois theoriquement normalement",
    ),
    trailing: WordSet::of(
        "face qui que qu' dont ou d'ou lequel laquelle lesquels lesquelles auquel duquel apres alors tandis tout ce avec \
         notamment soit puis mais avant afin pour lors depuis dans en a au aux sur par comme car ainsi y faisant ayant \
         etant et lui eux ni voire d'autant bien meme quand lorsque lorsqu' chez",
    ),
    finite: WordSet::of(
        "a ont est sont avait avaient etait etaient aurait auraient serait seraient devait devaient pouvait voulait va vont sera seront doit doivent peut peuvent fait font veut veulent vient viennent reste restent \
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
         profite profitent subissent augmente augmentent diminue recule progresse progressent explose explosent dialoguent paralyse",
    ),
    nouns: WordSet::of(
        "annonce annonces demande demandes lance montre reste figure compte ferme fait faits risque note place marche offre \
         impose conteste attaque visite rencontre hausse baisse vote recherche plainte porte cause critique juge presente \
         demission touche passe nomme tente trouve pense recule reporte renforce valide publie autorise termine tombe monte donne laisse cherche \
         perd gagne tient met mort estime met precise continue represente vit tint vint",
    ),
    before_nouns: WordSet::of(
        "un une le la les l' ce cet cette ces son sa ses leur leurs mon ma notre votre nos vos du des au aux de d' autre \
         autres chaque aucun aucune quelque quelques plusieurs nouvelle nouvelles premiere premieres derniere dernieres \
         grande petite seule meme en par sans pour bon mauvaise",
    ),
    finite_endings: &["ait", "aient", "erent", "irent", "erait", "era", "eront", "ira", "iront", "urent"],
    not_finite: WordSet::of(
        "parfait portrait retrait extrait souhait lait trait fait-divers opera camera litterait attrait forfait bienfait \
         bera",
    ),
    having: WordSet::of("a ont avait avaient aurait auraient aura auront n'a n'ont l'a l'ont n'avait"),
    said: WordSet::of(
        "affirment estiment considere considerent jugeait indiquent disent expliquent precisent soulignent denoncent racontent annoncent assurent jugent \
         regrettent critiquent ecrit ecrivent confient lache previent previennent plaide plaident resume resument insistent \
         poursuit poursuivent declarent rapportent notent relevent observent rappellent promettent promet avertit avertissent \
         commentent reconnaissent reconnait concluent lancent s'indigne s'inquiete s'insurge ironise temoignent analyse \
         revelent confirment saluent lire declarait disait affirmait expliquait indiquait assurait estimait precisait \
         rapportait rapporte raconte martelent fustigent regrettait souffle soupire argue avance avancent suggere suggerent \
         dit annonce indique affirme declare precise explique ajoute souligne rapporte estime assure confirme appris \
         savoir rappelle raconte revele confie reconnu detaille juge lance insiste regrette commente note releve observe \
         pointe martele denonce fustige conclu repondu temoigne critique salue promis averti prevenu rappele soutenu pretendu jure avoue \
         admis deplore repete retorque replique signale concede nuance tempere proclame clame garanti",
    ),
    cuts: WordSet::of(
        "pour dans par avec sur apres avant afin depuis lors en a au aux contre qui dont ou alors tandis et entre vers \
         sous comme notamment pendant durant car mais lorsque lorsqu' quand suite face devant chez jusqu' dès ainsi \
         malgre",
    ),
    open: WordSet::of(
        "qui dont lequel laquelle lesquels lesquelles place placee places placees garde grace quant jusque jusqu' mis mise mises pris prise tenu tenue rendu rendue de d' du des le la les l' un une a au aux ce cet cette ces son sa ses leur leurs que qu' ne n' pas plus est sont \
         ont ete etre avoir tres et ou en dans par sur pour avec plusieurs deux trois quelque environ moins mais se s' y \
         va vont doit peut etait etaient sera seront avait aurait serait fait suite face non entre comme tout toute lui \
         grand grande nouveau nouvelle ca",
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
        "prevu prevue prevus prevues programme programmee date datee de du d' depuis jusqu'a jusqu'au avant apres des a au d'ici entre et partir pour nuit soiree matinee chaque un \
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
        "par_rapport en_raison a_cause au_sein en_lien a_propos en_vue a_cote en_faveur en_charge en_cours a_destination \
         en_provenance en_marge en_tete a_hauteur en_compagnie au_cours a_partir en_fonction a_defaut en_direction en_proie au_lieu \
         donne_naissance donner_naissance au_profit au_nom a_l'encontre a_l'origine a_l'issue de_quoi pris_part prendre_part fait_partie fait_part mis_fin tenu_compte donne_lieu a_lieu eu_lieu a_part",
    ),
    denials: WordSet::of("ne n' ni sans aucun aucune jamais seul seule seuls seules uniquement seulement"),
    plural: WordSet::of("ont sont etaient avaient seront auront peuvent doivent vont veulent"),
    guesses: false,
    inverts: true,
    modals: WordSet::of("va vont doit doivent peut peuvent veut veulent devrait devraient pourrait pourraient"),
    spells: WordSet::of(
        "semaine annee mois nuit matinee soiree fois saison ete hiver automne printemps jour weekend week-end jours ans heures lendemain veille surlendemain matin soir semaines minutes heure",
    ),
    going: WordSet::of("va vont doit doivent peut peuvent veut veulent devrait devraient pourrait pourraient vient viennent"),
    that: WordSet::of("que qu'"),
    spans: WordSet::of(""),
    which: WordSet::of(""),
    early: WordSet::of("apres alors tandis lors lorsque lorsqu' quand pendant durant notamment depuis"),
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
