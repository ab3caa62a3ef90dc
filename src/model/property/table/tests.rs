use super::{Asked, Property, PropertyId};

/// A value of each property that is not what it is unset, in JSON.
fn sample(property: PropertyId) -> &'static str {
    let article = r#"{"on":"article","article":{"sha256":"00","path":"a.md"}}"#;
    let all = [article, "true", "\"words\"", "7", "[\"press\"]"];
    let is_set = |json: &&&str| Property::read(property.name(), json).is_some_and(|field| field.unset().as_ref() != Some(&field));
    all.iter().find(is_set).expect("each property takes one of these")
}

#[test]
fn each_row_is_read_written_and_unset_by_its_name() {
    for property in PropertyId::ALL {
        let field = Property::read(property.name(), sample(*property)).unwrap();
        assert_eq!((field.property(), field.name()), (Some(*property), property.name()));
        let written = serde_json::to_string(&field).unwrap();
        assert_eq!(Property::read(property.name(), &written), Some(field.clone()));
        assert_eq!(field.unset().and_then(|unset| unset.unset()), field.unset(), "unset is what it is before anything sets it");
        assert!(!field.said().contains('{') && !field.said().is_empty());
    }
}

#[test]
fn names_and_export_keys_are_each_one() {
    let mut names: Vec<&str> = PropertyId::ALL.iter().map(|property| property.name()).collect();
    let mut keys: Vec<&str> = PropertyId::ALL.iter().filter_map(|property| property.row().exported).collect();
    names.sort_unstable();
    keys.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]) && keys.windows(2).all(|pair| pair[0] != pair[1]));
    assert!(PropertyId::ALL.iter().any(|property| matches!(property.row().asked, Asked::Is(_))));
}
