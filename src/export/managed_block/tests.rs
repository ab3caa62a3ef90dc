use super::{ZoneError, renew, seal};

fn page(zones: &[(&str, &str)]) -> String {
    let zone = |(name, text): &(&str, &str)| format!("<!-- liseuse:begin {name} -->\n{text}\n<!-- liseuse:end {name} -->\n");
    seal(&zones.iter().map(zone).collect::<Vec<_>>().join("\n")).unwrap()
}

#[test]
fn what_stands_around_the_zones_is_kept_to_the_byte() {
    let old = page(&[("a", "one"), ("b", "two")]);
    let written =
        format!("Before.\n{}", old.replace("a -->\n\n", "a -->\n\nMy words,  \r\nin between.\n\n")) + "Behind, no line end";
    let fresh = page(&[("a", "ONE"), ("b", "two")]);
    assert_eq!(renew(&written, &fresh, false), Ok(written.replace("one", "ONE").replace(&sum_of(&old), &sum_of(&fresh))));
    assert_eq!(renew(&written, &old, false), Ok(written));
}

/// The sum in the first marker.
fn sum_of(page: &str) -> String {
    page.split(' ').nth(3).unwrap().to_owned()
}

#[test]
fn new_zones_stand_where_they_belong_and_lost_ones_go() {
    let old = page(&[("b", "2"), ("d", "4"), ("x", "gone")]) + "\nMine.\n";
    let fresh = page(&[("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"), ("e", "5")]);
    let renewed = renew(&old, &fresh, false).unwrap();
    let order: Vec<_> = ["\n1\n", "\n2\n", "\n3\n", "\n4\n", "\n5\n", "Mine."].iter().map(|text| renewed.find(text)).collect();
    assert!(order.is_sorted() && order.iter().all(Option::is_some) && !renewed.contains("gone"), "{renewed}");
    assert_eq!(renew(&renewed, &fresh, false).unwrap(), renewed, "a second time changes nothing");
}

#[test]
fn a_zone_edited_by_hand_is_not_written_over_unasked() {
    let old = page(&[("a", "one"), ("b", "two")]);
    let edited = old.replace("two", "two, I think");
    assert_eq!(renew(&edited, &old, false), Err(ZoneError::Edited(5)));
    assert_eq!(renew(&edited, &old, true), Ok(old.clone()));
    assert_eq!(renew(&old.replace('\n', "\r\n"), &old, false).map(|text| text.replace('\r', "")), Ok(old));
}

#[test]
fn foreign_and_torn_files_are_told() {
    let fresh = page(&[("a", "one")]);
    assert_eq!(renew("# My page\n", &fresh, true), Err(ZoneError::Foreign));
    assert_eq!(renew(&fresh.replace(":end", ":"), &fresh, true), Err(ZoneError::Torn(1)));
    assert_eq!(renew(&format!("{fresh}{fresh}"), &fresh, true), Err(ZoneError::Torn(4)));
}
