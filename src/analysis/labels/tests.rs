//! Labels: what is deleted, and what never is.

mod dated;
mod excerpts;
mod held;
mod kept;
mod safe;
mod sound;
mod titles;
mod waiting;
mod whole;

use proptest::prelude::{prop_assert, proptest};

use super::{EventLabel, LabelOrigin, compressed, has_verb, label};
use crate::model::article::Lang;
use crate::text::fold::fold;

#[test]
fn what_stands_around_the_main_clause_is_deleted_in_french() {
    for (sentence, expected) in [
        (
            "PARIS (AFP) – Le gouvernement a présenté mardi un plan de soutien à la filière bois.",
            "Le gouvernement a présenté un plan de soutien à la filière bois",
        ),
        ("Robert Tavel, le maire de la ville, est décédé lundi soir, à l’âge de 67 ans.", "Robert Tavel est décédé"),
        (
            "Après trois jours de débats, les députés ont adopté le budget, qui prévoit deux mille postes.",
            "Les députés ont adopté le budget",
        ),
        ("Le pont (long de 200 mètres) a été rouvert, après six mois de travaux.", "Le pont a été rouvert"),
    ] {
        assert_eq!(compressed(sentence, Lang::Fr), expected, "{sentence}");
    }
}

#[test]
fn what_only_looks_like_a_verb_or_a_subject_is_none() {
    for (sentence, lang, expected) in [
        (
            "Le maire de Valmont et une autre figure du quai des Tanneurs, Anne Rivoire, ont été arrêtés lundi par la gendarmerie.",
            Lang::Fr,
            "Le maire de Valmont et une autre figure du quai des Tanneurs ont été arrêtés par la gendarmerie",
        ),
        ("La société a envoyé samedi 8 août 40 tonnes de farine.", Lang::Fr, "La société a envoyé 40 tonnes de farine"),
        ("Il y a un an, une crue avait emporté le pont de la Sarelle.", Lang::Fr, "Une crue avait emporté le pont de la Sarelle"),
        ("Selon la mairie, le pont sera rouvert vendredi.", Lang::Fr, "Selon la mairie, le pont sera rouvert"),
        (
            "Le dépôt, vendredi, d’un texte sur la pêche a surpris les marins.",
            Lang::Fr,
            "Le dépôt d’un texte sur la pêche a surpris les marins",
        ),
        (
            "The plan to cut fares, long a hope of commuters, was dropped on Monday.",
            Lang::En,
            "The plan to cut fares was dropped",
        ),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn subjects_and_sources_stay_with_their_verbs() {
    for (sentence, lang, expected) in [
        (
            "Blessé, le gardien est soigné à Valmont, a précisé le procureur.",
            Lang::Fr,
            "Le gardien est soigné à Valmont, a précisé le procureur",
        ),
        (
            "Au fond, la crue était une chance pour la ville, affirment deux élus.",
            Lang::Fr,
            "La crue était une chance pour la ville, affirment deux élus",
        ),
        (
            "Ce nouveau pont dont les piles seront en granit, sera ouvert le 3 mai.",
            Lang::Fr,
            "Ce nouveau pont dont les piles seront en granit, sera ouvert le 3 mai",
        ),
        (
            "La crue a coupé la ville, longtemps prospère et fière de ses quais de granit, entre un bourg du nord noyé et un bourg du sud.",
            Lang::Fr,
            "La crue a coupé la ville",
        ),
        (
            "“We lost the bridge, and the mill went with it,” the mayor said on Monday.",
            Lang::En,
            "“We lost the bridge, and the mill went with it,” the mayor said",
        ),
        (
            "A woman of Mill Street, Old Town, Kelmouth is due to appear in court after the flood.",
            Lang::En,
            "A woman of Mill Street, Old Town, Kelmouth is due to appear in court",
        ),
        (
            "Mayors, farmers, and two prefects of the valley are due to meet in Kelmouth at the end of the month for a debate on the dam.",
            Lang::En,
            "Mayors, farmers, and two prefects of the valley are due to meet in Kelmouth",
        ),
        (
            "Placé en garde à vue lundi matin, l’ancien maire Paul Verdier, soupçonné d’avoir vendu le quai, peut compter sur ses voisins.",
            Lang::Fr,
            "L’ancien maire Paul Verdier peut compter sur ses voisins",
        ),
        (
            "Lors de la séance, les conseillers, sauf ceux du quai, se sont levés pour saluer les pompiers.",
            Lang::Fr,
            "Les conseillers, sauf ceux du quai, se sont levés pour saluer les pompiers",
        ),
        ("On Saturday May 8, 2010, the company sent 40 tons of flour.", Lang::En, "The company sent 40 tons of flour"),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn what_stands_around_the_main_clause_is_deleted_in_english() {
    for (sentence, expected) in [
        (
            "LONDON (Reuters) - The government presented a support plan for the timber industry on Tuesday.",
            "The government presented a support plan for the timber industry",
        ),
        ("John Tavel, the mayor of the town, was arrested on Monday night, after a long chase.", "John Tavel was arrested"),
        (
            "After three days of debate, lawmakers adopted the budget, which provides for two thousand posts.",
            "Lawmakers adopted the budget",
        ),
        ("10.35am: The bridge over the Orrin was reopened.", "The bridge over the Orrin was reopened"),
        ("14h05 – Le pont de la Sarelle a été rouvert.", "Le pont de la Sarelle a été rouvert"),
        ("The bridge (200 metres long) has been reopened, following six months of work.", "The bridge has been reopened"),
    ] {
        assert_eq!(compressed(sentence, Lang::En), expected, "{sentence}");
    }
}

#[test]
fn doubt_denial_condition_and_who_says_so_stay() {
    for (sentence, lang, stays) in [
        ("Selon la préfecture, trois maisons ont brûlé dans la vallée, où le vent soufflait.", Lang::Fr, "Selon la préfecture"),
        ("Le suspect n’a pas reconnu les faits devant le juge, qui l’a écroué.", Lang::Fr, "n’a pas reconnu"),
        (
            "L’ancien ministre aurait reçu deux valises de billets, selon une source proche de l’enquête.",
            Lang::Fr,
            "selon une source",
        ),
        ("Les pompiers quitteront la vallée, si la pluie tombe avant la fin de la semaine.", Lang::Fr, "si la pluie tombe"),
        ("Trois personnes sont mortes dans l’accident, a indiqué la gendarmerie.", Lang::Fr, "a indiqué la gendarmerie"),
        ("The union threatened to strike at the port, which employs a thousand people.", Lang::En, "threatened to strike"),
        ("Two men robbed the bank, police said on Friday.", Lang::En, "police said"),
        ("The company will close the plant, unless a buyer is found before the summer.", Lang::En, "unless a buyer is found"),
        (
            "The minister did not sign the agreement with the neighbouring state after a week of talks in the capital.",
            Lang::En,
            "did not sign",
        ),
        ("Fighters may have left the town, according to the army.", Lang::En, "according to the army"),
    ] {
        let label = compressed(sentence, lang);
        assert!(label.contains(stays), "{sentence}: {label}");
    }
}

#[test]
fn who_says_so_stays_and_is_made_shorter() {
    for (sentence, lang, expected) in [
        (
            "Nearly forty houses were flooded in the valley, the harbour office in Kelmouth announced on Tuesday.",
            Lang::En,
            "Nearly forty houses were flooded, the harbour office in Kelmouth announced",
        ),
        (
            "The bridge is losing two inches a year, law minister John Tavel has said.",
            Lang::En,
            "The bridge is losing two inches a year, John Tavel has said",
        ),
        (
            "The ferry will not run again this winter, a spokesman for the Orrin company told reporters.",
            Lang::En,
            "The ferry will not run again this winter, a spokesman told reporters",
        ),
        (
            "Trois maisons ont brûlé, a assuré mardi sur Radio Sarelle, la maire Anne Rivoire.",
            Lang::Fr,
            "Trois maisons ont brûlé, a assuré sur Radio Sarelle, la maire Anne Rivoire",
        ),
        (
            "Le préfet a estimé, dans un entretien publié dimanche, que les digues étaient sûres.",
            Lang::Fr,
            "Le préfet a estimé que les digues étaient sûres",
        ),
        (
            "Quand la police a vu un homme sur le toit, elle a fait évacuer la place, rapporte Le Courrier de Valmont.",
            Lang::Fr,
            "Elle a fait évacuer la place, rapporte Le Courrier de Valmont",
        ),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn no_cut_widens_what_is_denied_or_bound() {
    for (sentence, lang) in [
        ("Helmets will not be compulsory for children in the playgrounds and swimming pools of the Orrin valley.", Lang::En),
        ("Visitors must carry a lamp in the lower gallery, if the water stands above the second step.", Lang::En),
        ("The tax, if agreed by the council, will be raised in May.", Lang::En),
        ("The club won for the third time this year.", Lang::En),
        ("Schools in Kelmouth will close early today because of the storm.", Lang::En),
        ("Le casque ne sera pas obligatoire dans les cours de récréation et les piscines de la vallée.", Lang::Fr),
        ("Les blessés sont âgés de 21, 23 et 26 ans, a précisé le procureur.", Lang::Fr),
        ("Anne, ses parents, sa sœur de deux ans et son frère, ont quitté la vallée.", Lang::Fr),
        ("Le maire de Valmont, son frère, ainsi que leur cousine Anne, ont été entendus.", Lang::Fr),
    ] {
        assert_eq!(compressed(sentence, lang), sentence.trim_end_matches('.'));
    }
}

#[test]
fn a_verb_of_a_relative_clause_or_a_participle_is_not_the_main_verb() {
    for (sentence, lang, expected) in [
        (
            "A man accused of stealing nets from the harbour at Kelmouth has been sent to prison for three years after a short trial.",
            Lang::En,
            "A man has been sent to prison for three years",
        ),
        (
            "Farmers have revealed that a dry spring and a wet summer may ruin the barley of the valley.",
            Lang::En,
            "Farmers have revealed that a dry spring and a wet summer may ruin the barley of the valley",
        ),
        (
            "John Tavel has said that planned talks with the millers of the valley will be held in Kelmouth in the spring.",
            Lang::En,
            "John Tavel has said planned talks with the millers of the valley will be held in Kelmouth",
        ),
        ("Already weakened by the flood, the bridge of Kelmouth was closed.", Lang::En, "The bridge of Kelmouth was closed"),
        (
            "La mairie révèle qu’en plus du pont de la Sarelle, long de cent mètres, le quai des Tanneurs a été fermé.",
            Lang::Fr,
            "La mairie révèle qu’en plus du pont de la Sarelle le quai des Tanneurs a été fermé",
        ),
        ("Agé de 59 ans, Paul Verdier, facteur à Valmont, a écopé d’une amende.", Lang::Fr, "Paul Verdier a écopé d’une amende"),
        ("La Sarellane, c’est son nom, est une barque à voile.", Lang::Fr, "La Sarellane est une barque à voile"),
        (
            "Anne Rivoire va présenter, vendredi soir à la radio, un plan pour les digues.",
            Lang::Fr,
            "Anne Rivoire va présenter un plan pour les digues",
        ),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn what_a_line_does_without_is_deleted() {
    for (sentence, lang, expected) in [
        ("Jaipur, Sept 8 The mayor has opened the new market hall.", Lang::En, "The mayor has opened the new market hall"),
        ("The company said that it had also repaired the weir last week.", Lang::En, "The company said it had repaired the weir"),
        ("Former law minister John Tavel was elected mayor of Kelmouth.", Lang::En, "John Tavel was elected mayor of Kelmouth"),
        ("Le lendemain, son voisin a été entendu par les gendarmes.", Lang::Fr, "Son voisin a été entendu par les gendarmes"),
        ("Une semaine après la crue, le pont de la Sarelle a été rouvert.", Lang::Fr, "Le pont de la Sarelle a été rouvert"),
        ("Le pont a été rouvert en mai. « Il est plus large », a dit le maire.", Lang::Fr, "Le pont a été rouvert en mai"),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn a_day_that_something_binds_stays() {
    assert_eq!(compressed("The museum will stay closed until Tuesday.", Lang::En), "The museum will stay closed until Tuesday");
    assert_eq!(compressed("Le musée restera fermé jusqu’à mardi.", Lang::Fr), "Le musée restera fermé jusqu’à mardi");
}

#[test]
fn what_a_page_glued_together_is_parted() {
    for (sentence, expected) in [
        ("Le pont de la Sarelle a été rouvert.Le bac, lui, reste à quai.", "Le pont de la Sarelle a été rouvert"),
        (
            "Le pont a été rouvert, selon le Courrier de Valmont.L’après-midi de la crue, il avait été fermé.",
            "Le pont a été rouvert, selon le Courrier de Valmont",
        ),
    ] {
        assert_eq!(compressed(sentence, Lang::Fr), expected, "{sentence}");
    }
}

#[test]
fn what_an_insertion_parts_is_not_cut_around_it() {
    for (sentence, lang, expected) in [
        (
            "Les pompiers de Valmont ont refusé une visite de l’école du quai au motif que deux mères, voisines du pont, portaient un chapeau.",
            Lang::Fr,
            "Les pompiers de Valmont ont refusé une visite de l’école du quai au motif que deux mères portaient un chapeau",
        ),
        (
            "Valmont, où le niveau de la Sarelle est monté en flèche, selon le préfet, devrait fermer ses quais.",
            Lang::Fr,
            "Valmont, où le niveau de la Sarelle est monté en flèche, selon le préfet, devrait fermer ses quais",
        ),
        (
            "Last week’s flood has raised the odds that the miller John Tavel, a friend of the mayor, will serve a third term.",
            Lang::En,
            "Last week’s flood has raised the odds that the miller John Tavel will serve a third term",
        ),
        (
            "The mill has offered to buy a bridge for an amount of cash and barley.",
            Lang::En,
            "The mill has offered to buy a bridge",
        ),
        (
            "He said calls by two of its ships to Valmont, Old Town and Kelmouth, had been cancelled.",
            Lang::En,
            "He said calls by two of its ships to Valmont had been cancelled",
        ),
        (
            "Alors que les meuniers de la vallée (Valmont, Sarelle, Orrin) attaquent la mairie, ceux du bourg (Tavel, Merrow) défendent le maire.",
            Lang::Fr,
            "Ceux du bourg défendent le maire",
        ),
    ] {
        assert_eq!(compressed(sentence, lang), expected, "{sentence}");
    }
}

#[test]
fn a_clause_that_brings_what_was_announced_stays() {
    for (sentence, lang) in [
        ("Ce sont deux meuniers, voisins du pont, qui ont donné l’alerte.", Lang::Fr),
        ("Une autre étude, publiée dans une revue de Valmont avait établi le contraire.", Lang::Fr),
        ("Le maire a annoncé que le pont dont les piles étaient fendues, sera rouvert.", Lang::Fr),
        ("Alors que le pont de la Sarelle est fermé à la circulation depuis la crue de mai, le maire boude la fête.", Lang::Fr),
        ("Toujours selon le préfet, trois maisons ont brûlé.", Lang::Fr),
        ("The company said in March, sales were helped by the fair.", Lang::En),
        ("The company said the Mill Street, Weir Street and Quay Street shops will close.", Lang::En),
        ("The ferry will stop, according to Kelmouth Today.", Lang::En),
        ("C’est soit un pont qui coûte cher, soit un bac.", Lang::Fr),
        ("Il a répété qu’il avait été autorisé par le préfet à cumuler son mandat et celui de maire de Valmont.", Lang::Fr),
        ("He told a flood committee in Kelmouth that the bridge would be closed and that the ferry would not sail.", Lang::En),
        ("The miller called on the county in the spring of this year to open the weir.", Lang::En),
        ("Parmi les nouveaux élèves, six sont nés dans la vallée.", Lang::Fr),
        ("Dans la vallée, 13% des ponts ont été fermés.", Lang::Fr),
        ("Les digues ont tenu pour tous\", a dit le maire.", Lang::Fr),
        ("The county said it had provided the mills of the valley and the town with a further loan.", Lang::En),
    ] {
        assert_eq!(compressed(sentence, lang), sentence.trim_end_matches('.'));
    }
}

#[test]
fn no_line_ends_with_half_of_what_something_is_like() {
    for (sentence, expected) in [
        (
            "The mayor warned owners of mills of a new but very nasty worm that eats the beams of the valley.",
            "The mayor warned owners of mills of a new but very nasty worm that eats the beams of the valley",
        ),
        ("KELMOUTH The bridge over the Orrin will be reopened.", "The bridge over the Orrin will be reopened"),
        (
            "The ferry company hopes in the spring of next year to sell crude and refined oils in Kelmouth.",
            "The ferry company hopes in the spring of next year to sell crude and refined oils",
        ),
    ] {
        assert_eq!(compressed(sentence, Lang::En), expected, "{sentence}");
    }
}

#[test]
fn a_verb_that_no_list_holds_is_told_behind_a_plural() {
    assert!(has_verb("Les meuniers arpentillent le quai.", Lang::Fr));
    for sentence in ["Un accident très récent.", "Des voisins du président absent.", "Un pays différent."] {
        assert!(!has_verb(sentence, Lang::Fr), "{sentence}");
    }
}

#[test]
fn a_text_gets_the_label_of_what_it_comes_back_to() {
    let text = "Il pleuvait ce matin-là sur la côte. Un cargo chargé de bois s’est échoué dans le port de Valmont, bloquant l’entrée.\
Le cargo, long de cent mètres, avait perdu son gouvernail. Des remorqueurs du port tirent sur le cargo depuis l’aube. Le bois sera déchargé à Valmont.";
    let told = label(text, Lang::Fr);
    assert_eq!(
        told,
        EventLabel {
            text: "Un cargo chargé de bois s’est échoué dans le port de Valmont".into(), from: LabelOrigin::Sentence
        }
    );
    let headed = format!("Un cargo bloque le port\n\n{text}");
    assert_eq!(label(&headed, Lang::Fr), EventLabel { text: "Un cargo bloque le port".into(), from: LabelOrigin::Headline });
}

proptest! {
    #[test]
    fn a_label_is_made_by_deletion_alone(sentence in "([A-Za-zéà'’]{1,9}[,.;:\"«»()–-]{0,2} ?){0,40}", french in proptest::bool::ANY) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let label = compressed(&sentence, lang);
        let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
        let mut whole = letters(&sentence).into_iter();
        prop_assert!(letters(&label).into_iter().all(|letter| whole.any(|other| other == letter)), "{label}");
        prop_assert!(!label.contains('\n') && label.trim() == label);
    }
}
