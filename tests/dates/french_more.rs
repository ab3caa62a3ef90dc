//! More sentences of these kinds, in other words.

use crate::hold;

#[test]
fn french_more_announcements_and_deadlines() {
    hold(&[
        ("fr", "2018-04-12", "Vide-grenier et bourse aux plantes dimanche place du Marché", &["dimanche|DATE|2018-04-15"]),
        ("fr", "2018-04-12", "Atelier cuisine mercredi à la maison de quartier", &["mercredi|DATE|2018-04-18"]),
        ("fr", "2018-04-12", "Collecte de sang lundi à Vesoul", &["lundi|DATE|2018-04-16"]),
        ("fr", "2018-04-12", "Deux morts mercredi dans un accident près de Lure", &["mercredi|DATE|2018-04-11"]),
        ("fr", "2018-04-12", "Incendie lundi dans une ferme de Gray", &["lundi|DATE|2018-04-09"]),
        ("fr", "2018-04-12", "Le tribunal doit trancher lundi.", &["lundi|DATE|2018-04-16"]),
        ("fr", "2018-04-12", "La décision sera connue vendredi.", &["vendredi|DATE|2018-04-13"]),
        ("fr", "2018-04-12", "La décision est attendue vendredi.", &["vendredi|DATE|2018-04-13"]),
        ("fr", "2018-04-12", "Le Sénat examine le texte mardi.", &["mardi|DATE|2018-04-17"]),
        ("fr", "2018-04-12", "Les syndicats appellent à défiler samedi.", &["samedi|DATE|2018-04-14"]),
        ("fr", "2018-04-12", "Le club se déplace samedi à Metz.", &["samedi|DATE|2018-04-14"]),
        (
            "fr",
            "2018-04-12",
            "Le concours aura lieu samedi et les prix seront remis dimanche.",
            &["samedi|DATE|2018-04-14", "dimanche|DATE|2018-04-15"],
        ),
        ("fr", "2018-04-12", "Il a jusqu'à lundi pour payer.", &["lundi|DATE|2018-04-16"]),
        ("fr", "2018-04-12", "Les candidats ont jusqu'au 30 avril pour s'inscrire.", &["30 avril|DATE|2018-04-30"]),
        ("fr", "2018-04-12", "L'audience a été reportée à mardi.", &["mardi|DATE|2018-04-17"]),
        ("fr", "2018-04-12", "La rencontre, repoussée à dimanche, se jouera à huis clos.", &["dimanche|DATE|2018-04-15"]),
        ("fr", "2018-04-12", "La mairie promet une réponse d'ici mercredi.", &["mercredi|DATE|2018-04-18"]),
        (
            "fr",
            "2018-04-12",
            "Le train partira vendredi, a annoncé mardi la direction.",
            &["vendredi|DATE|2018-04-13", "mardi|DATE|2018-04-10"],
        ),
        (
            "fr",
            "2018-04-12",
            "« Je reviendrai lundi », a-t-il lancé mercredi.",
            &["lundi|DATE|2018-04-16", "mercredi|DATE|2018-04-11"],
        ),
        ("fr", "2018-04-12", "Il n'a pas paru depuis lundi.", &["lundi|DATE|2018-04-09"]),
        ("fr", "2018-04-12", "Depuis le vote de mardi, le groupe est divisé.", &["mardi|DATE|2018-04-10"]),
    ]);
}

#[test]
fn french_more_habits_and_repeated_times() {
    hold(&[
        (
            "fr",
            "2018-04-12",
            "Le jeudi, la bibliothèque reste ouverte jusqu'à 20 heures.",
            &["Le jeudi|SET|XXXX-WXX-4", "20 heures|TIME|XXXX-XX-XXT20:00"],
        ),
        (
            "fr",
            "2018-04-12",
            "Les cours ont lieu le lundi et le vendredi de 18 h à 19 h.",
            &[
                "le lundi|SET|XXXX-WXX-1",
                "le vendredi|SET|XXXX-WXX-5",
                "18 h|TIME|XXXX-XX-XXT18:00",
                "19 h|TIME|XXXX-XX-XXT19:00",
            ],
        ),
        (
            "fr",
            "2018-04-12",
            "La déchetterie accueille le public du lundi au samedi.",
            &["lundi|SET|XXXX-WXX-1", "samedi|SET|XXXX-WXX-6"],
        ),
        (
            "fr",
            "2018-04-12",
            "Le marché bio se tient chaque troisième dimanche du mois.",
            &["chaque troisième dimanche du mois|SET|XXXX-WXX-7"],
        ),
        ("fr", "2018-04-12", "Les troisièmes jeudis, on y lit des contes.", &["Les troisièmes jeudis|SET|XXXX-WXX-4"]),
        ("fr", "2018-04-12", "Un bus passe toutes les vingt minutes.", &["toutes les vingt minutes|SET|PT20M"]),
        ("fr", "2018-04-12", "La revue sort tous les deux mois.", &["tous les deux mois|SET|P2M"]),
        (
            "fr",
            "2018-04-12",
            "En été, les troupeaux montent ; en hiver, ils redescendent.",
            &["été|SET|XXXX-SU", "hiver|SET|XXXX-WI"],
        ),
        ("fr", "2018-04-12", "Il gagne 1 200 euros par mois.", &["mois|SET|P1M"]),
        ("fr", "2018-04-12", "Chaque vendredi soir, la salle est comble.", &["Chaque vendredi soir|SET|XXXX-WXX-5TEV"]),
        ("fr", "2018-04-12", "Le dimanche 15 avril, la salle sera comble.", &["Le dimanche 15 avril|DATE|2018-04-15"]),
        ("fr", "2018-04-12", "Le samedi précédent, l'équipe avait perdu.", &["Le samedi précédent|DATE|2018-04-07"]),
    ]);
}

#[test]
fn french_more_ages_again() {
    hold(&[
        ("fr", "2018-04-12", "Un automobiliste de 23 ans a perdu le contrôle.", &[]),
        ("fr", "2018-04-12", "La victime, une institutrice de 58 ans, habitait Lure.", &[]),
        ("fr", "2018-04-12", "Le garçon de 11 ans est sorti de l'hôpital.", &[]),
        ("fr", "2018-04-12", "Un couple de septuagénaires a été volé.", &[]),
        ("fr", "2018-04-12", "Un enseignant de mathématiques de 44 ans a été mis en examen.", &[]),
        ("fr", "2018-04-12", "Paul Ménard, 66 ans, a tout vu.", &[]),
        ("fr", "2018-04-12", "Les 15-17 ans étaient nombreux.", &[]),
        ("fr", "2018-04-12", "Un emprunt sur 15 ans a été voté.", &["15 ans|DURATION|P15Y"]),
        ("fr", "2018-04-12", "Il a passé 12 ans en Afrique.", &["12 ans|DURATION|P12Y"]),
        (
            "fr",
            "2018-04-12",
            "Une trentaine d'années plus tard, il revint.",
            &["Une trentaine d'années plus tard|DATE|XXXX-XX-XX"],
        ),
    ]);
}

#[test]
fn french_more_numbers_and_names_again() {
    hold(&[
        ("fr", "2018-04-12", "Le lot 1987 a été adjugé.", &[]),
        ("fr", "2018-04-12", "Il a tiré 2015 flèches.", &[]),
        ("fr", "2018-04-12", "Le formulaire 2042 est en ligne.", &[]),
        ("fr", "2018-04-12", "Le maire habite 12, rue du 4-Septembre.", &[]),
        ("fr", "2018-04-12", "La loi de 1905 a été invoquée.", &["1905|DATE|1905"]),
        ("fr", "2018-04-12", "Mlle Avril a chanté pour M. Mars.", &[]),
        ("fr", "2018-04-12", "La promotion 2012 s'est réunie.", &["2012|DATE|2012"]),
        ("fr", "2018-04-12", "La route mesure 1998 mètres.", &[]),
        ("fr", "2018-04-12", "Le score était de 15 à 12.", &[]),
    ]);
}

#[test]
fn french_more_years_and_parts_of_years_again() {
    hold(&[
        ("fr", "2018-04-12", "En juillet 92, le stade fermait.", &["juillet 92|DATE|1992-07"]),
        ("fr", "2018-04-12", "La crue de janvier 1910 reste un repère.", &["janvier 1910|DATE|1910-01"]),
        ("fr", "2018-04-12", "Au dernier semestre 2016, la dette a fondu.", &["dernier semestre 2016|DATE|2016-H2"]),
        ("fr", "2018-04-12", "Le quatrième trimestre de 2017 fut mauvais.", &["Le quatrième trimestre de 2017|DATE|2017-Q4"]),
        ("fr", "2018-04-12", "La saison 2016/2017 avait mal fini.", &["2016|DATE|2016", "2017|DATE|2017"]),
        ("fr", "2018-04-12", "La tombe remonte à 1200 avant Jésus-Christ.", &["1200 avant Jésus-Christ|DATE|BC1200"]),
        ("fr", "2018-04-12", "Au XIVe siècle, la peste ravagea le comté.", &["XIVe siècle|DATE|13"]),
        ("fr", "2018-04-12", "Dans les années 1970, on y tissait le lin.", &["les années 1970|DATE|197"]),
        ("fr", "2018-04-12", "Né le 2/3/48 à Gray, il fut maire.", &["le 2/3/48|DATE|1948-03-02"]),
        ("fr", "2018-04-12", "Le document du 14/01/16 fait foi.", &["14/01/16|DATE|2016-01-14"]),
        ("fr", "2018-04-12", "Le troisième mardi de mai 2017, il plut.", &["Le troisième mardi de mai 2017|DATE|2017-05-16"]),
        ("fr", "2018-04-12", "Le dernier week-end d'août, la ville danse.", &["Le dernier week-end d'août|DATE|2018-W34-WE"]),
    ]);
}

#[test]
fn french_more_hours_again() {
    hold(&[
        (
            "fr",
            "2018-04-12",
            "La sirène a retenti à 5 h 40, mercredi.",
            &["5 h 40|TIME|2018-04-11T05:40", "mercredi|DATE|2018-04-11"],
        ),
        (
            "fr",
            "2018-04-12",
            "Il est arrivé mercredi à 9 heures.",
            &["mercredi|DATE|2018-04-11", "9 heures|TIME|2018-04-11T09:00"],
        ),
        ("fr", "2018-04-12", "Le débat a duré 3 heures.", &["3 heures|DURATION|PT3H"]),
        (
            "fr",
            "2018-04-12",
            "Le magasin est ouvert de 9 à 12 h et de 14 à 19 h.",
            &["9|TIME|2018-04-12T09:00", "12 h|TIME|2018-04-12T12:00", "14|TIME|2018-04-12T14:00", "19 h|TIME|2018-04-12T19:00"],
        ),
        ("fr", "2018-04-12", "Il y a 48 heures, le refuge était vide.", &["Il y a 48 heures|DATE|2018-04-10"]),
        ("fr", "2018-04-12", "Le vol de 6 h 25 est annulé.", &["6 h 25|TIME|2018-04-12T06:25"]),
        ("fr", "2018-04-12", "Le service est assuré 24 heures sur 24.", &["24 heures sur 24|SET|P1D"]),
        ("fr", "2018-04-12", "Elle a nagé 50 mètres en 27,3 secondes.", &["27,3 secondes|DURATION|PT27.3S"]),
        ("fr", "2018-04-12", "Il était 4 heures du matin.", &["4 heures du matin|TIME|2018-04-12T04:00"]),
        ("fr", "2018-04-12", "À 23 h, samedi, un homme a été frappé.", &["23 h|TIME|2018-04-07T23:00", "samedi|DATE|2018-04-07"]),
    ]);
}

#[test]
fn french_more_the_narrative() {
    hold(&[
        (
            "fr",
            "2018-04-12",
            "Le 2 mars 2018, la digue a cédé. Le lendemain, l'armée arrivait. Deux jours plus tard, l'eau baissait.",
            &["Le 2 mars 2018|DATE|2018-03-02", "Le lendemain|DATE|2018-03-03", "Deux jours plus tard|DATE|2018-03-05"],
        ),
        (
            "fr",
            "2018-04-12",
            "L'incendie a éclaté le 10 avril 2018. Au cours de la soirée, le vent s'est levé.",
            &["le 10 avril 2018|DATE|2018-04-10", "la soirée|TIME|2018-04-10TEV"],
        ),
        (
            "fr",
            "2018-04-12",
            "Il s'est marié en 1987. À la même époque, il ouvrait son garage.",
            &["1987|DATE|1987", "la même époque|DATE|1987"],
        ),
        ("fr", "2018-04-12", "Au lendemain de l'élection, le maire s'est tu.", &["lendemain|DATE|XXXX-XX-XX"]),
        ("fr", "2018-04-12", "À la veille de la rentrée, la cantine n'était pas prête.", &["la veille|DATE|XXXX-XX-XX"]),
        (
            "fr",
            "2018-04-12",
            "Au lendemain du match du 7 avril, le stade était fermé.",
            &["lendemain|DATE|2018-04-08", "7 avril|DATE|2018-04-07"],
        ),
        ("fr", "2018-04-12", "Le jour même, il portait plainte.", &["Le jour même|DATE|2018-04-12"]),
        ("fr", "2018-04-12", "Pour le moment, la cause est inconnue.", &["Pour le moment|DATE|PRESENT_REF"]),
        ("fr", "2018-04-12", "Il vivait seul depuis des années.", &["des années|DURATION|PXY"]),
        ("fr", "2018-04-12", "Elle a enseigné un quart de siècle.", &["un quart de siècle|DURATION|P25Y"]),
    ]);
}
