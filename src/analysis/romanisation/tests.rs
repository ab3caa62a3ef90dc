use proptest::prelude::{any, proptest};

use super::{key, margin};

/// Spellings of one name, a name each line.
const ONE: [&[&str]; 22] = [
    &["Kazemi", "Kazimi", "al-Kadhimi", "Al Kazemi", "al-Kazemi"],
    &["Hachd al-Chaabi", "Hashd al Shaabi", "Hashd ash-Shabi", "Hachd ach-Chaabi", "Hashd al-Sha'abi"],
    &["Mohandes", "Muhandis", "al-Mouhandis"],
    &["Kadhafi", "Gaddafi", "Qadhafi", "al-Qaddafi", "Khadafy", "Gadaffi", "Gheddafi"],
    &["Moubarak", "Mubarak"],
    &["Sissi", "al-Sisi", "Sisi", "El-Sissi"],
    &["Salih", "Saleh"],
    &["Mustafa al-Kadhimi", "Moustafa al-Kazimi", "Mostafa al-Kazemi"],
    &["Abu Mahdi al-Muhandis", "Abou Mehdi al Mohandes"],
    &["Abdel Wahab al-Saadi", "Abdelwahab al-Saadi", "Abd al-Wahab as-Saadi"],
    &["Soleimani", "Suleymani", "Soulaimani"],
    &["Hezbollah", "Hizbullah", "Hizballah", "Hezbolla"],
    &["Ahmed", "Ahmad"],
    &["Mohammed", "Muhammad", "Mohamed"],
    &["Qassem", "Kassim", "Qasim"],
    &["Rohani", "Rouhani", "Ruhani"],
    &["Othman", "Osman", "Uthman"],
    &["Mohamed ElBaradei", "Mohamed El Baradei", "Mohammed al-Baradei"],
    &["Allawi", "Allaoui"],
    &["Moqtada al-Sadr", "Muqtada as-Sadr", "Moktada al-Sader"],
    &["Juma Inad", "Joma Enad", "Jumah Inad"],
    &["Khalid", "Khaled"],
];

/// Names that are two.
const TWO: [(&str, &str); 24] = [
    ("Hassan", "Hussein"),
    ("Assad", "Saad"),
    ("Amin", "Iman"),
    ("Karim", "Karam"),
    ("Jamal", "Kamal"),
    ("Gamal", "Kamal"),
    ("Salam", "Salem"),
    ("Hamad", "Hamid"),
    ("Rashid", "Rashad"),
    ("Samir", "Samar"),
    ("Amir", "Omar"),
    ("Bell", "Bill"),
    ("Nasr", "Nasser"),
    ("Hisham", "Hashem"),
    ("Martin", "Morton"),
    ("Miller", "Muller"),
    ("Jordan", "Gordon"),
    ("Ali", "Alaa"),
    ("Simon", "Simone"),
    ("Bashar al-Assad", "Bashar Saad"),
    ("Ahmed Hassan", "Ahmed Hussein"),
    ("Iran", "Oran"),
    ("Clinton", "Clanton"),
    ("Hadi", "Huda"),
];

#[test]
fn spellings_of_one_name_are_one() {
    for spellings in ONE {
        for one in spellings {
            for other in spellings {
                assert_eq!(key(one), key(other), "{one}, {other}");
            }
        }
        for pair in spellings.windows(2) {
            assert!(margin(pair[0], pair[1]).is_some(), "{pair:?}");
        }
    }
}

#[test]
fn near_names_are_two() {
    for (one, other) in TWO {
        assert_eq!(margin(one, other), None, "{one}, {other}");
    }
}

#[test]
fn the_more_habits_differ_the_wider_the_margin() {
    let [same, near, far] = ["al-Sisi", "Kazemi", "Kadhafi"].map(|name| match name {
        "al-Sisi" => margin(name, "Sissi"),
        "Kazemi" => margin(name, "Kazimi"),
        _ => margin(name, "Gaddafi"),
    });
    assert_eq!(same, Some(0));
    assert!(near < far, "{near:?} {far:?}");
}

proptest! {
    #[test]
    fn a_key_is_its_own_key(name in "[A-Za-zÀ-ÿ' -]{0,24}") {
        if let Some(first) = key(&name) {
            let consonants: String = first.chars().filter(|c| !matches!(c, 'a')).collect();
            if consonants.len() > 1 {
                assert_eq!(key(&first), Some(first.clone()));
            }
        }
    }

    #[test]
    fn case_and_marks_say_nothing(name in "[a-z]{2,12}") {
        let marked: String = name.chars().flat_map(|c| [c, '\'']).collect();
        assert_eq!(key(&name.to_uppercase()), key(&name));
        assert_eq!(key(&marked), key(&name));
        assert!(key(&name).is_none() || margin(&name, &marked) == Some(0));
    }

    #[test]
    fn the_margin_is_the_same_both_ways_and_needs_a_key(one in any::<String>(), other in any::<String>()) {
        assert_eq!(margin(&one, &other), margin(&other, &one));
        assert!(margin(&one, &other).is_none() || key(&one) == key(&other));
        assert_eq!(margin("", &one), None);
        assert_eq!(margin("'-", &one), None);
    }
}
