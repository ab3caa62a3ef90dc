//! French sentences.

use crate::hold;

#[test]
fn french_days_months_and_years() {
    hold(&[
        ("fr", "2020-08-19", "Le traité fut signé le 22 juillet 2020 à Bassora.", &["le 22 juillet 2020|DATE|2020-07-22"]),
        ("fr", "2020-08-19", "L'accord a été conclu le 1er février.", &["le 1er février|DATE|2020-02-01"]),
        ("fr", "", "Une élue au Capitole, March 08, 2019 à Washington.", &["March 08, 2019|DATE|2019-03-08"]),
        ("fr", "", "Attentat du 28.06.1914 à Sarajevo.", &["28.06.1914|DATE|1914-06-28"]),
        (
            "fr",
            "",
            "Mis à jour le 11/09/2001 dans la matinée.",
            &["le 11/09/2001|DATE|2001-09-11", "la matinée|TIME|2001-09-11TMO"],
        ),
        ("fr", "", "Journal du 2020-03-08.", &["2020-03-08|DATE|2020-03-08"]),
        ("fr", "", "Le dimanche 15 mars 2020, les urnes ont parlé.", &["Le dimanche 15 mars 2020|DATE|2020-03-15"]),
        ("fr", "", "Il est né en avril 1975.", &["avril 1975|DATE|1975-04"]),
        ("fr", "2020-08-19", "Le parlement a voté au mois de mars.", &["mois de mars|DATE|2020-03"]),
        ("fr", "2020-08-19", "La grève a commencé en décembre.", &["décembre|DATE|2019-12"]),
        ("fr", "2020-08-19", "Elle a duré la dernière semaine d'avril.", &["la dernière semaine d'avril|DATE|2020-W18"]),
        ("fr", "2020-08-19", "Le vote eut lieu à 20 h 30 mardi soir.", &["20 h 30 mardi soir|TIME|2020-08-18T20:30"]),
        ("fr", "2020-08-19", "Le sommet se tiendra en octobre.", &["octobre|DATE|2020-10"]),
        ("fr", "2020-08-19", "Il a quitté le pouvoir en mai dernier.", &["mai dernier|DATE|2020-05"]),
        ("fr", "", "Les troupes sont parties en 2011.", &["2011|DATE|2011"]),
        ("fr", "", "Depuis 2003, le pays change.", &["2003|DATE|2003"]),
        ("fr", "", "Le ministère (créé en 1936) a fermé.", &["1936|DATE|1936"]),
        ("fr", "", "Elle a disparu à la fin de 2017.", &["la fin de 2017|DATE|2017"]),
        ("fr", "2020-08-19", "Début 2019, le ton est monté.", &["Début 2019|DATE|2019"]),
        ("fr", "2020-08-19", "Fin juin, le juge a tranché.", &["Fin juin|DATE|2020-06"]),
        ("fr", "2020-08-19", "Le chantier a repris mi-mars.", &["mi-mars|DATE|2020-03"]),
        ("fr", "", "La vague des années 60 est passée.", &["années 60|DATE|196"]),
        ("fr", "", "Au début des années 1990, tout changea.", &["début des années 1990|DATE|199"]),
        ("fr", "", "Le commerce du XIXe siècle.", &["XIXe siècle|DATE|18"]),
        ("fr", "", "Une église du 19e siècle.", &["19e siècle|DATE|18"]),
        ("fr", "", "Le premier trimestre 2020 fut rude.", &["Le premier trimestre 2020|DATE|2020-Q1"]),
        ("fr", "", "Les ventes du second semestre 2019.", &["second semestre 2019|DATE|2019-H2"]),
        ("fr", "2020-08-19", "L'automne dernier, la rue grondait.", &["L'automne dernier|DATE|2019-FA"]),
        ("fr", "", "Pendant l'été 2018, la récolte brûla.", &["l'été 2018|DATE|2018-SU"]),
        ("fr", "2020-08-19", "À Noël 2019, le col était fermé.", &["Noël 2019|DATE|2019-12-25"]),
        ("fr", "", "Le cortège de Pâques 2021.", &["Pâques 2021|DATE|2021-04-04"]),
        ("fr", "", "Procès ouvert le 10 novembre 93.", &["le 10 novembre 93|DATE|1993-11-10"]),
    ]);
}

#[test]
fn french_ranges_and_times_of_day() {
    hold(&[
        ("fr", "", "Foire du 3 au 17 mars 1998.", &["3|DATE|1998-03-03", "17 mars 1998|DATE|1998-03-17"]),
        (
            "fr",
            "2020-08-19",
            "Entre le 4 et le 18 août, les tirs ont repris.",
            &["le 4|DATE|2020-08-04", "le 18 août|DATE|2020-08-18"],
        ),
        ("fr", "2020-08-19", "Entre octobre 2019 et fin juillet.", &["octobre 2019|DATE|2019-10", "fin juillet|DATE|2020-07"]),
        ("fr", "", "La guerre de 1914-1918.", &["1914|DATE|1914", "1918|DATE|1918"]),
        ("fr", "", "Relevés de mars-avril 2020.", &["mars|DATE|2020-03", "avril 2020|DATE|2020-04"]),
        ("fr", "2020-08-19", "Concert mardi soir au parc, il fera beau.", &["mardi soir|TIME|2020-08-25TEV"]),
        ("fr", "2020-08-19", "Le convoi est parti hier matin.", &["hier matin|TIME|2020-08-18TMO"]),
        ("fr", "2020-08-19", "Le match débutera samedi à 20 h 30.", &["samedi|DATE|2020-08-22", "20 h 30|TIME|2020-08-22T20:30"]),
        ("fr", "2020-08-19", "Ouverture à 8h00 demain.", &["8h00|TIME|2020-08-20T08:00", "demain|DATE|2020-08-20"]),
        ("fr", "2020-08-19", "Il a parlé ce matin devant la presse.", &["ce matin|TIME|2020-08-19TMO"]),
        ("fr", "2020-08-19", "Les tirs ont duré la nuit de lundi à mardi.", &["la nuit de lundi à mardi|TIME|2020-08-17TNI"]),
        ("fr", "2020-08-19", "La réunion a fini hier après-midi.", &["hier après-midi|TIME|2020-08-18TAF"]),
    ]);
}

#[test]
fn french_relative_times() {
    hold(&[
        ("fr", "2020-08-19", "Le ministre a démissionné hier.", &["hier|DATE|2020-08-18"]),
        ("fr", "2020-08-19", "Avant-hier, le marché a brûlé.", &["Avant-hier|DATE|2020-08-17"]),
        ("fr", "2020-08-19", "Il arrive aujourd'hui.", &["aujourd'hui|DATE|2020-08-19"]),
        ("fr", "2020-08-19", "Il arrive aujourd’hui.", &["aujourd’hui|DATE|2020-08-19"]),
        ("fr", "2020-08-19", "Le mois dernier, rien n'a bougé.", &["Le mois dernier|DATE|2020-07"]),
        ("fr", "2020-08-19", "Au cours du mois passé, tout a changé.", &["mois passé|DATE|2020-07"]),
        ("fr", "2020-08-19", "Ce mois-ci, les prix montent.", &["Ce mois-ci|DATE|2020-08"]),
        ("fr", "2020-08-19", "L'an dernier, la récolte fut bonne.", &["L'an dernier|DATE|2019"]),
        ("fr", "2020-08-19", "La semaine prochaine, le pont ouvrira.", &["La semaine prochaine|DATE|2020-W35"]),
        ("fr", "2020-08-19", "Cette semaine, la cour siège.", &["Cette semaine|DATE|2020-W34"]),
        ("fr", "2020-08-19", "Il y a trois ans, la ville tomba.", &["Il y a trois ans|DATE|2017"]),
        ("fr", "2020-08-19", "Dans deux mois, il partira.", &["Dans deux mois|DATE|2020-10"]),
        (
            "fr",
            "2020-08-19",
            "Arrêté le 3 mars 2020, il fut libéré dix jours plus tard.",
            &["le 3 mars 2020|DATE|2020-03-03", "dix jours plus tard|DATE|2020-03-13"],
        ),
        (
            "fr",
            "2020-08-19",
            "Arrivé le 3 mars 2020, il est reparti le lendemain.",
            &["le 3 mars 2020|DATE|2020-03-03", "le lendemain|DATE|2020-03-04"],
        ),
        (
            "fr",
            "2020-08-19",
            "Mort le 3 mars 2020, il avait parlé la veille.",
            &["le 3 mars 2020|DATE|2020-03-03", "la veille|DATE|2020-03-02"],
        ),
        ("fr", "2020-08-19", "Au cours du week-end, il a reçu un émissaire.", &["week-end|DATE|2020-W33-WE"]),
        ("fr", "2020-08-19", "Ces dernières semaines, les attaques se multiplient.", &["Ces dernières semaines|DATE|PAST_REF"]),
        ("fr", "2020-08-19", "Après-demain, la cour siège.", &["Après-demain|DATE|2020-08-21"]),
        ("fr", "2020-08-19", "L'armée veille sur le pont.", &[]),
        (
            "fr",
            "2020-08-19",
            "Tué le 3 février 2020. Ce jour-là, il pleuvait.",
            &["le 3 février 2020|DATE|2020-02-03", "Ce jour-là|DATE|2020-02-03"],
        ),
        ("fr", "2020-08-19", "L'été dernier, elle est partie.", &["L'été dernier|DATE|2019-SU"]),
        ("fr", "2020-08-19", "Il est désormais seul.", &["désormais|DATE|PRESENT_REF"]),
    ]);
}

#[test]
fn french_weekdays() {
    hold(&[
        ("fr", "2020-08-19", "Le président a parlé lundi.", &["lundi|DATE|2020-08-17"]),
        ("fr", "2020-08-19", "Le président parlera lundi.", &["lundi|DATE|2020-08-24"]),
        ("fr", "2020-08-19", "Il a été reçu mercredi dernier.", &["mercredi dernier|DATE|2020-08-12"]),
        ("fr", "2020-08-19", "La cour se réunira lundi prochain.", &["lundi prochain|DATE|2020-08-24"]),
        ("fr", "2020-08-19", "Le vote aura lieu le samedi 5 septembre.", &["le samedi 5 septembre|DATE|2020-09-05"]),
        ("fr", "2020-05", "Il l'a affirmé samedi.", &["samedi|DATE|2020-05"]),
        ("fr", "", "Il l'a affirmé samedi.", &["samedi|DATE|XXXX-WXX-6"]),
        ("fr", "2021-06", "Le vendredi 9 avril, une vidéo a paru.", &["Le vendredi 9 avril|DATE|2021-04-09"]),
        ("fr", "2020-03/..", "Mardi, le chef a parlé.", &["Mardi|DATE|XXXX-WXX-2"]),
        ("fr", "2020-08-19", "Le marché ouvre tous les jeudis.", &["tous les jeudis|SET|XXXX-WXX-4"]),
        ("fr", "2020-08-19", "La trêve commence lundi en huit.", &["lundi en huit|DATE|2020-08-31"]),
        ("fr", "2020-08-19", "Il court chaque lundi.", &["chaque lundi|SET|XXXX-WXX-1"]),
        (
            "fr",
            "2020-08",
            "La trêve du 18 août a tenu. Ce mardi, l'armée a tiré. Le ministre a réagi mercredi et partira jeudi.",
            &["18 août|DATE|2020-08-18", "Ce mardi|DATE|2020-08-18", "mercredi|DATE|2020-08-19", "jeudi|DATE|2020-08-20"],
        ),
    ]);
}

#[test]
fn french_lengths_and_sets() {
    hold(&[
        ("fr", "", "Après 17 ans de présence, ils sont partis.", &["17 ans|DURATION|P17Y"]),
        ("fr", "", "Le siège a duré trois mois.", &["trois mois|DURATION|P3M"]),
        ("fr", "", "Il a parlé pendant vingt-cinq minutes.", &["vingt-cinq minutes|DURATION|PT25M"]),
        ("fr", "", "Une attente de près de 24 heures.", &["près de 24 heures|DURATION|PT24H"]),
        ("fr", "", "Il restera quelques jours.", &["quelques jours|DURATION|PXD"]),
        ("fr", "", "Une peine de 8 à 24 mois.", &["8|DURATION|P8M", "24 mois|DURATION|P24M"]),
        ("fr", "", "Le taux croît de 2 % par an.", &["an|SET|P1Y"]),
        ("fr", "", "Il revient chaque année.", &["chaque année|SET|P1Y"]),
    ]);
}

#[test]
fn french_words_and_numbers_that_tell_no_time() {
    hold(&[
        ("fr", "2020-08-19", "Washington retire 2 500 soldats du pays.", &[]),
        ("fr", "2020-08-19", "Le poste coûte 1990 euros.", &[]),
        ("fr", "2020-08-19", "La résolution 1701 de l'ONU.", &[]),
        ("fr", "2020-08-19", "Le vol 2018 a été détourné.", &[]),
        ("fr", "2020-08-19", "Une déclaration de 1230 mots.", &[]),
        ("fr", "2020-08-19", "Quelque 2000 soldats sont restés.", &[]),
        ("fr", "2020-08-19", "M. Avril a refusé de répondre.", &[]),
        ("fr", "2020-08-19", "La sonde tourne autour de Mars.", &[]),
        ("fr", "2020-08-19", "Elle habite avenue du 11-Novembre.", &[]),
        ("fr", "2020-08-19", "Le navire a été coulé, mais il a été renfloué.", &[]),
        ("fr", "2020-08-19", "Karim, 37 ans, dirige la milice.", &[]),
        ("fr", "2020-08-19", "Un homme de 42 ans a été tué.", &[]),
        ("fr", "2020-08-19", "Le score était de 2-1.", &[]),
        ("fr", "2020-08-19", "Sa population est de 60.082.000 personnes.", &[]),
        ("fr", "2020-08-19", "Il a agi de manière fine et sans fin.", &[]),
    ]);
}

#[test]
fn french_hours_lists_and_vague_distances() {
    hold(&[
        ("fr", "2020-08-19", "Hier à 10 h, ils ont défilé.", &["Hier à 10 h|TIME|2020-08-18T10:00"]),
        (
            "fr",
            "2020-08-19",
            "Foire les 3, 4 et 5 mai 2019.",
            &["les 3|DATE|2019-05-03", "4|DATE|2019-05-04", "5 mai 2019|DATE|2019-05-05"],
        ),
        (
            "fr",
            "2020-08-19",
            "Ils sont partis le 1er juin de l'année dernière.",
            &["le 1er juin de l'année dernière|DATE|2019-06-01"],
        ),
        ("fr", "2020-08-19", "La foire revient en mai de l'an prochain.", &["mai de l'an prochain|DATE|2021-05"]),
        ("fr", "2020-08-19", "Quelques jours plus tard, il partit.", &["Quelques jours plus tard|DATE|FUTURE_REF"]),
        ("fr", "2020-08-19", "Il y a quelques années, il vivait ici.", &["Il y a quelques années|DATE|PAST_REF"]),
        ("fr", "2020-08-19", "Un symbole de l'après-guerre.", &["l'après-guerre|DATE|PAST_REF"]),
        ("fr", "2020-08-19", "Un Breton de 42 ans a été blessé.", &[]),
        ("fr", "2020-08-19", "Un camp pour enfants de 2 à 8 ans.", &[]),
        ("fr", "2020-08-19", "Un essor sans précédent.", &[]),
        (
            "fr",
            "2020-08-19",
            "Tué le 3 mars 2019. « Je l'avais vu le 1er mai 2018 à 8 h », dit-elle. Le lendemain, il plut.",
            &[
                "le 3 mars 2019|DATE|2019-03-03",
                "le 1er mai 2018|DATE|2018-05-01",
                "8 h|TIME|2018-05-01T08:00",
                "Le lendemain|DATE|2019-03-04",
            ],
        ),
    ]);
}
