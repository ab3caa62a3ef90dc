//! One or two sentences for each kind of date that is easily read wrongly.

use crate::hold;

#[test]
fn mixed_kinds_french() {
    hold(&[
        ("fr", "1985-04-09", "Pierre Lenoir, né le 12/05/39 à Lyon, est mort.", &["le 12/05/39|DATE|1939-05-12"]),
        (
            "fr",
            "2020-04-09",
            "Les relevés du 12/05/39 et du 03/04/18.",
            &["12/05/39|DATE|1939-05-12", "03/04/18|DATE|2018-04-03"],
        ),
        (
            "fr",
            "2020-04-09",
            "Le temple date du Ve siècle avant J.-C. et la tour du Ier siècle apr. J.-C.",
            &["Ve siècle avant J.-C.|DATE|BC04", "Ier siècle apr. J.-C.|DATE|00"],
        ),
        ("fr", "2020-10-20", "Rendez-vous le 28 sept à 18h30.", &["le 28 sept|DATE|2020-09-28", "18h30|TIME|2020-09-28T18:30"]),
        ("fr", "2021-10-20", "Le 14 juill. 2021, la salle rouvrait.", &["Le 14 juill. 2021|DATE|2021-07-14"]),
        ("fr", "2020-10-20", "Réunion du 12 sept 2020.", &["12 sept 2020|DATE|2020-09-12"]),
        ("fr", "2021-03-09", "Publié il y a 2 heures.", &["il y a 2 heures|DATE|2021-03-09"]),
        ("fr", "2021-03-09", "La ligne est ouverte 24 heures sur 24.", &["24 heures sur 24|SET|P1D"]),
        (
            "fr",
            "2021-03-09",
            "Le feu a pris vers 16 h 20, hier, dans un entrepôt.",
            &["vers 16 h 20|TIME|2021-03-08T16:20", "hier|DATE|2021-03-08"],
        ),
        (
            "fr",
            "2021-03-09",
            "Un cycliste a été renversé, hier en fin de matinée, rue Haute.",
            &["hier|DATE|2021-03-08", "fin de matinée|TIME|2021-03-08TMO"],
        ),
        (
            "fr",
            "2021-03-09",
            "Le vote aura lieu jeudi à 14 h 30 GMT.",
            &["jeudi|DATE|2021-03-11", "14 h 30 GMT|TIME|2021-03-11T14:30"],
        ),
        ("fr", "2021-03-09", "Les ventes ont baissé au dernier trimestre 2020.", &["dernier trimestre 2020|DATE|2020-Q4"]),
        (
            "fr",
            "2021-03-09",
            "Les ventes du troisième trimestre de l'exercice 2018 ont baissé.",
            &["troisième trimestre de l'exercice 2018|DATE|2018-Q3"],
        ),
        (
            "fr",
            "2021-03-09",
            "La piscine ferme entre le 10 juillet et le 20 août chaque année.",
            &["le 10 juillet|DATE|2020-07-10", "le 20 août|DATE|2020-08-20", "chaque année|SET|P1Y"],
        ),
        ("fr", "2021-03-09", "LE QUARTIER DANSERA DIMANCHE", &["DIMANCHE|DATE|2021-03-14"]),
    ]);
}

#[test]
fn mixed_kinds_french_too() {
    hold(&[
        (
            "fr",
            "2021-03-09",
            "« Nous partirons vendredi », avait déclaré dimanche le capitaine.",
            &["vendredi|DATE|2021-03-12", "dimanche|DATE|2021-03-07"],
        ),
        ("fr", "2021-03-09", "Depuis le 11-Septembre, les contrôles ont changé.", &["le 11-Septembre|DATE|2001-09-11"]),
        ("fr", "2021-03-09", "Il fut élu en octobre 96 et battu en mai 97.", &["octobre 96|DATE|1996-10", "mai 97|DATE|1997-05"]),
        ("fr", "1998-03-09", "Trois fuites en 97, deux en 96.", &["97|DATE|1997", "96|DATE|1996"]),
        ("fr", "2021-03-09", "Le budget de la saison 2022/2023 augmente.", &["2022|DATE|2022", "2023|DATE|2023"]),
        ("fr", "2021-03-09", "Un conducteur de tramway de 41 ans a été blessé.", &[]),
        ("fr", "2021-03-09", "L'atelier accueille les 3-5 ans et les 6-9 ans.", &[]),
        ("fr", "2021-03-09", "Le film est interdit aux moins de 15 ans.", &[]),
        ("fr", "2021-03-09", "Un homme d'une quarantaine d'années a été vu.", &[]),
        ("fr", "2021-03-09", "Il habite au 1987, route des Lilas.", &[]),
        ("fr", "2021-03-09", "La réunion se tient salle 1906.", &[]),
        ("fr", "2021-03-09", "Mme Juillet et maître Janvier ont plaidé.", &[]),
        ("fr", "2021-03-09", "L'accord du Vendredi saint tient toujours.", &[]),
        ("fr", "2021-03-09", "Le site 23 Khordad a publié le texte.", &[]),
        ("fr", "2021-03-09", "Le mercredi, les enfants vont à la piscine.", &["Le mercredi|SET|XXXX-WXX-3"]),
        ("fr", "2021-03-09", "Le marché se tient le mardi et le jeudi.", &["le mardi|SET|XXXX-WXX-2", "le jeudi|SET|XXXX-WXX-4"]),
        (
            "fr",
            "2021-03-09",
            "Le musée est gratuit chaque premier dimanche du mois.",
            &["chaque premier dimanche du mois|SET|XXXX-WXX-7"],
        ),
        (
            "fr",
            "2021-03-09",
            "Permanence les deuxième et quatrième lundis.",
            &["les deuxième et quatrième lundis|SET|XXXX-WXX-1"],
        ),
        (
            "fr",
            "2021-03-09",
            "Le parc ferme à 21 heures en été et à 18 heures en hiver.",
            &["21 heures|TIME|XXXX-XX-XXT21:00", "été|SET|XXXX-SU", "18 heures|TIME|XXXX-XX-XXT18:00", "hiver|SET|XXXX-WI"],
        ),
        ("fr", "2021-03-09", "Au lendemain de la grève, les trains circulaient.", &["lendemain|DATE|XXXX-XX-XX"]),
    ]);
}

#[test]
fn mixed_kinds_french_as_well() {
    hold(&[
        (
            "fr",
            "2021-03-09",
            "Au lendemain du scrutin du 7 mai 2017, il se taisait.",
            &["lendemain|DATE|2017-05-08", "7 mai 2017|DATE|2017-05-07"],
        ),
        (
            "fr",
            "2021-03-09",
            "Le 3 mars 2021, la digue céda. Au cours de la nuit, l'eau monta.",
            &["Le 3 mars 2021|DATE|2021-03-03", "la nuit|TIME|2021-03-03TNI"],
        ),
        (
            "fr",
            "2021-03-09",
            "En mai 2015, il partait. À la même époque, elle arrivait.",
            &["mai 2015|DATE|2015-05", "la même époque|DATE|2015-05"],
        ),
        (
            "fr",
            "2021-03-09",
            "Il se leva en 2010. À ce moment-là, tout était calme.",
            &["2010|DATE|2010", "ce moment-là|DATE|2010"],
        ),
        ("fr", "2021-03-10", "La chorale à Dole samedi", &["samedi|DATE|2021-03-13"]),
        ("fr", "2021-03-10", "Elles peuvent viser la victoire dimanche.", &["dimanche|DATE|2021-03-14"]),
        ("fr", "2021-03-10", "Des élections à l'automne semblaient probables.", &["l'automne|DATE|2021-FA"]),
        (
            "fr",
            "2011-10-20",
            "La ville est assiégée depuis le 12 octobre.\n18 h 20 : des tirs.",
            &["le 12 octobre|DATE|2011-10-12", "18 h 20|TIME|2011-10-20T18:20"],
        ),
        ("fr", "2021-03-10", "La réunion se tient vendredi à la mairie.", &["vendredi|DATE|2021-03-12"]),
        ("fr", "2021-03-10", "Il a lancé un ultimatum à vendredi midi.", &["vendredi midi|TIME|2021-03-12T12:00"]),
        ("fr", "2021-03-10", "Les barricades de mai 68 sont loin.", &["mai 68|DATE|1968-05"]),
        ("fr", "2021-03-10", "Le chantier a duré six mois et demi.", &["six mois et demi|DURATION|P6.5M"]),
        ("fr", "2021-03-10", "La fête a lieu le premier week-end de juin.", &["le premier week-end de juin|DATE|2021-W22-WE"]),
        ("fr", "2021-03-10", "Chaque week-end, il pêche.", &["Chaque week-end|SET|P1WE"]),
        (
            "fr",
            "2021-03-10",
            "Pour l'instant, rien ne change. Pour le moment, il attend.",
            &["Pour l'instant|DATE|PRESENT_REF", "Pour le moment|DATE|PRESENT_REF"],
        ),
        ("fr", "2021-03-10", "Il vivait auparavant à Lyon.", &["auparavant|DATE|PAST_REF"]),
        ("fr", "2021-03-10", "Il a gagné en 12,7 secondes.", &["12,7 secondes|DURATION|PT12.7S"]),
        ("fr", "2021-03-10", "Il a régné un quart de siècle.", &["un quart de siècle|DURATION|P25Y"]),
        ("fr", "2021-03-10", "Il attend depuis des années.", &["des années|DURATION|PXY"]),
        ("fr", "2021-03-10", "Ces dernières 48 heures ont été longues.", &["Ces dernières 48 heures|DURATION|PT48H"]),
    ]);
}

#[test]
fn mixed_kinds_french_besides() {
    hold(&[
        ("fr", "2021-03-10", "Le matin même, il était parti.", &["Le matin même|TIME|2021-03-10TMO"]),
        ("fr", "2021-03-10", "depuis vendredi, la route sera coupée.", &["vendredi|DATE|2021-03-05"]),
        ("fr", "2021-03-10", "Il n'est plus venu depuis dimanche et reviendra.", &["dimanche|DATE|2021-03-07"]),
    ]);
}

#[test]
fn mixed_kinds_english() {
    hold(&[
        ("en", "1985-04-09", "Born on 12/05/39 in Leeds, he died.", &["12/05/39|DATE|1939-12-05"]),
        ("en", "2020-04-09", "The temple dates from the 5th century BC.", &["the 5th century BC|DATE|BC04"]),
        (
            "en",
            "2020-04-09",
            "The stamp said 2020-03-02T24:30 and 2020-03-02T14:30.",
            &["2020-03-02|DATE|2020-03-02", "2020-03-02T14:30|TIME|2020-03-02T14:30"],
        ),
        ("en", "2021-03-09", "The polls close Saturday at noon.", &["Saturday at noon|TIME|2021-03-13T12:00"]),
        (
            "en",
            "2021-03-09",
            "Sales rose in the third quarter of fiscal 2019.",
            &["the third quarter of fiscal 2019|DATE|2019-Q3"],
        ),
        ("en", "2021-03-09", "Since 9/11, controls have changed.", &["9/11|DATE|2001-09-11"]),
        ("en", "2021-03-09", "The crash blocked Highway 2011 near 1015 Palermo Street.", &[]),
        ("en", "2021-03-09", "April May, a singer, met June Avery.", &[]),
        ("en", "2021-03-09", "The Good Friday Agreement holds.", &[]),
        ("en", "2021-03-09", "The library opens Monday through Friday.", &["Monday|SET|XXXX-WXX-1", "Friday|SET|XXXX-WXX-5"]),
        ("en", "2021-03-09", "The council meets every second Tuesday.", &["every second Tuesday|SET|XXXX-WXX-2"]),
        ("en", "2021-03-09", "Police arrested a man overnight Monday.", &["overnight Monday|TIME|2021-03-08TNI"]),
        ("en", "2021-03-09", "Profit rose in the second half.", &["the second half|DATE|2020-H2"]),
        ("en", "2021-03-10", "The council meets on Friday.", &["Friday|DATE|2021-03-12"]),
        ("en", "2021-03-10", "The convoy left at 1500 GMT.", &["1500 GMT|TIME|2021-03-10T15:00"]),
        ("en", "2021-03-10", "The 1953 expedition reached the summit on May 29.", &["1953|DATE|1953", "May 29|DATE|1953-05-29"]),
        ("en", "2021-03-10", "A 2009 study found that in March the lake was dry.", &["2009|DATE|2009", "March|DATE|2009-03"]),
        ("en", "2021-03-10", "He won in '82 and again in '84.", &["'82|DATE|1982", "'84|DATE|1984"]),
        ("en", "2021-03-10", "Sales fell in the first half of this year.", &["the first half of this year|DATE|2021-H1"]),
        ("en", "2021-03-10", "The show opens in October of next year.", &["October of next year|DATE|2022-10"]),
        ("en", "2021-03-10", "They leave a week from Wednesday.", &["a week from Wednesday|DATE|2021-03-17"]),
        ("en", "2021-03-10", "He resigned two days after Monday's vote.", &["two days after Monday|DATE|2021-03-10"]),
        (
            "en",
            "2021-03-10",
            "Output rose in February from the same month a year earlier.",
            &["February|DATE|2021-02", "the same month a year earlier|DATE|2020-02"],
        ),
        ("en", "2021-03-10", "The index fell over the past five trading days.", &["the past five trading days|DURATION|P5D"]),
        ("en", "2021-03-10", "Days later he resigned.", &["Days later|DATE|FUTURE_REF"]),
        ("en", "2021-03-10", "Sales fell in the final quarter of 2009.", &["the final quarter of 2009|DATE|2009-Q4"]),
    ]);
}
