//! Amendments: what a person changes in the gazetteer from the reading room, written into the text of `actors.toml`.
//!
//! Each is an entry of its own at the end, so that it can be taken back alone; what stands in the text stays, comments too. It reads no
//! file; `corrections` reads what is written here.

use std::collections::BTreeSet;
use std::fmt;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use crate::config::told::told;
use crate::model::actor::{ActorKind, ActorTable};
use crate::tr;

/// A change to the gazetteer. Actors are told by their identifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendment {
    /// Two actors are one: all that names `from` names `into`.
    Merge {
        /// The actor that goes.
        from: String,
        /// The actor that stays.
        into: String,
    },
    /// A spelling names another actor.
    Give {
        /// The spelling.
        spelling: String,
        /// The actor it names.
        to: String,
    },
    /// A spelling names an actor that the gazetteer does not have.
    Found {
        /// The spelling, which is the name of the new actor.
        spelling: String,
        /// Its identifier.
        id: String,
        /// Its kind.
        kind: ActorKind,
    },
    /// An actor is shown by another name.
    Rename {
        /// The actor.
        id: String,
        /// The name.
        name: String,
    },
    /// An actor is none: it is left out everywhere.
    Hide {
        /// The actor.
        id: String,
    },
    /// An entry of the file is taken out of it.
    TakeBack(ActorEdit),
}

/// An entry of `actors.toml`, as it was when it was listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorEdit {
    table: &'static str,
    at: usize,
    /// What it says, for people.
    pub said: String,
}

/// Why a text cannot be amended.
#[derive(Debug, thiserror::Error)]
pub enum AmendmentError {
    /// It is no TOML.
    #[error("{}", tr!("actors.toml is not changed, for it cannot be read: {what}", what = .0))]
    Syntax(String),
    /// A key that must hold entries holds something else.
    #[error("{}", tr!("actors.toml is not changed: `{what}` holds no entries such as [[{what}]]", what = .0))]
    Shape(&'static str),
    /// The entry to take back is not there as it was.
    #[error("{}", tr!("actors.toml has been changed meanwhile; list the corrections again"))]
    Gone,
}

/// The tables of entries, in the order they are listed.
const TABLES: [&str; 3] = ["merge", "correct", "actor"];

/// The list of the actors that are left out.
const HIDE: &str = "hide";

/// The source of an actor that was written down only so that it could be corrected; it goes with its last correction.
const ADOPTED: &str = "found in the archive";

/// The text of `actors.toml` with `amendment` in it.
///
/// # Errors
/// When the text cannot be read, or the entry to take back is gone.
pub fn amend(text: &str, amendment: &Amendment) -> Result<String, AmendmentError> {
    let mut document = read(text)?;
    match amendment {
        Amendment::Merge { from, into } => push(&mut document, "merge", &[("from", from), ("into", into)], None)?,
        Amendment::Give { spelling, to } => push(&mut document, "correct", &[("id", to)], Some(("add", &[spelling.as_str()])))?,
        Amendment::Found { spelling, id, kind } => {
            let said = [("id", id.as_str()), ("name", spelling), ("kind", kind.name())];
            push(&mut document, "actor", &said.map(|(key, text)| (key, text)), None)?;
        }
        Amendment::Rename { id, name } => push(&mut document, "correct", &[("id", id), ("name", name)], None)?,
        Amendment::Hide { id } => hide(&mut document, id)?,
        Amendment::TakeBack(entry) => take_back(&mut document, entry)?,
    }
    Ok(document.to_string())
}

/// The text of `actors.toml` with entries for those actors of `table` that `amendment` speaks of and that no list has: they were
/// found in the archive, and can be corrected once they are written down.
///
/// # Errors
/// When the text cannot be read.
pub fn adopt(text: &str, amendment: &Amendment, table: &ActorTable) -> Result<String, AmendmentError> {
    let ids = match amendment {
        Amendment::Merge { from, into } => vec![from, into],
        Amendment::Give { to: id, .. } | Amendment::Rename { id, .. } => vec![id],
        // One that is left out need not be known to the list.
        Amendment::Found { .. } | Amendment::Hide { .. } | Amendment::TakeBack(_) => return Ok(text.to_owned()),
    };
    let mut document = read(text)?;
    let known = ids.into_iter().filter_map(|id| table.get(table.by_id(id)?));
    for actor in known.filter(|actor| actor.discovered) {
        let keys = [("id", &*actor.id), ("name", &*actor.name), ("kind", actor.kind.name()), ("source", ADOPTED)];
        let spellings: Vec<&str> = actor.spellings.iter().map(|text| &**text).filter(|text| **text != *actor.name).collect();
        push(&mut document, "actor", &keys, Some(("spellings", spellings.as_slice())))?;
    }
    Ok(document.to_string())
}

/// The entries of the text of `actors.toml`; none when it cannot be read. What was written down only so that it could be corrected is none of its own: it
/// goes with its last correction.
#[must_use]
pub fn entries(text: &str) -> Vec<ActorEdit> {
    let Ok(document) = read(text) else { return Vec::new() };
    let of_table = |table: &'static str| {
        let tables = document.get(table).and_then(Item::as_array_of_tables);
        let entries = tables.into_iter().flat_map(ArrayOfTables::iter).enumerate();
        let entries = entries.filter(|(_, entry)| !is_adopted(entry));
        entries.map(|(at, entry)| ActorEdit { table, at, said: said(table, entry) }).collect::<Vec<_>>()
    };
    let hidden = document.get(HIDE).and_then(Item::as_array).into_iter().flat_map(Array::iter).enumerate();
    let hidden = hidden.filter_map(|(at, id)| Some(ActorEdit { table: HIDE, at, said: left_out(id.as_str()?) }));
    TABLES.into_iter().flat_map(of_table).chain(hidden).collect()
}

fn is_adopted(entry: &Table) -> bool {
    entry.get("source").and_then(Item::as_str) == Some(ADOPTED)
}

/// What the list of actors that are left out says of one, for people.
fn left_out(id: &str) -> String {
    tr!("{id} is left out", id)
}

fn read(text: &str) -> Result<DocumentMut, AmendmentError> {
    text.parse().map_err(|error: toml_edit::TomlError| AmendmentError::Syntax(told(error.message())))
}

/// Adds an entry to `table`: keys with texts, and one key with a list of texts.
fn push(
    document: &mut DocumentMut,
    table: &'static str,
    keys: &[(&str, &str)],
    list: Option<(&str, &[&str])>,
) -> Result<(), AmendmentError> {
    let mut entry = Table::new();
    for (key, text) in keys {
        entry.insert(key, value(*text));
    }
    if let Some((key, texts)) = list {
        entry.insert(key, value(texts.iter().copied().collect::<Array>()));
    }
    let tables = document.entry(table).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    tables.as_array_of_tables_mut().ok_or(AmendmentError::Shape(table))?.push(entry);
    Ok(())
}

/// Puts an actor on the list of those that are left out.
fn hide(document: &mut DocumentMut, id: &str) -> Result<(), AmendmentError> {
    let hidden = document.entry(HIDE).or_insert_with(|| value(Array::new()));
    hidden.as_array_mut().ok_or(AmendmentError::Shape(HIDE))?.push(id);
    Ok(())
}

fn take_back(document: &mut DocumentMut, entry: &ActorEdit) -> Result<(), AmendmentError> {
    if entry.table == HIDE {
        let hidden = document.get_mut(HIDE).and_then(Item::as_array_mut).ok_or(AmendmentError::Gone)?;
        if hidden.get(entry.at).and_then(toml_edit::Value::as_str).is_none_or(|id| left_out(id) != entry.said) {
            return Err(AmendmentError::Gone);
        }
        hidden.remove(entry.at);
        if hidden.is_empty() {
            document.remove(HIDE);
        }
        drop_adopted(document);
        return Ok(());
    }
    let tables = document.get_mut(entry.table).and_then(Item::as_array_of_tables_mut).ok_or(AmendmentError::Gone)?;
    let same = tables.get(entry.at).is_some_and(|there| said(entry.table, there) == entry.said);
    if !same {
        return Err(AmendmentError::Gone);
    }
    tables.remove(entry.at);
    if tables.is_empty() {
        document.remove(entry.table);
    }
    drop_adopted(document);
    Ok(())
}

/// Takes out the actors that were written down only to be corrected and that no correction speaks of any more.
fn drop_adopted(document: &mut DocumentMut) {
    let text = |entry: &Table, key: &str| entry.get(key).and_then(Item::as_str).map(str::to_owned);
    let tables = |name: &str| document.get(name).and_then(Item::as_array_of_tables).into_iter().flat_map(ArrayOfTables::iter);
    let ids = tables("merge").flat_map(|entry| [text(entry, "from"), text(entry, "into")]);
    let hidden = document.get("hide").and_then(Item::as_array).into_iter().flat_map(Array::iter);
    let hidden = hidden.map(|id| id.as_str().map(str::to_owned));
    let named: BTreeSet<String> = ids.chain(tables("correct").map(|entry| text(entry, "id"))).chain(hidden).flatten().collect();
    let Some(actors) = document.get_mut("actor").and_then(Item::as_array_of_tables_mut) else { return };
    actors.retain(|entry| !is_adopted(entry) || text(entry, "id").is_some_and(|id| named.contains(&id)));
    if actors.is_empty() {
        document.remove("actor");
    }
}

/// What an entry says, for people.
fn said(table: &str, entry: &Table) -> String {
    let text = |key: &str| entry.get(key).and_then(Item::as_str).unwrap_or("?").to_owned();
    let list = |key: &str| {
        let texts = entry.get(key).and_then(Item::as_array).into_iter().flat_map(Array::iter);
        texts.filter_map(toml_edit::Value::as_str).collect::<Vec<_>>().join(", ")
    };
    match table {
        "merge" => tr!("{other} is {one}", other = text("from"), one = text("into")),
        "actor" => tr!("new actor {name}", name = text("name")),
        _ => {
            let mut said = text("id");
            for (word, of) in [
                (tr!("named"), entry.get("name").map(|_| text("name"))),
                (tr!("has"), Some(list("add"))),
                (tr!("has not"), Some(list("hide"))),
            ] {
                if let Some(of) = of.filter(|of| !of.is_empty()) {
                    said.extend([" ", word, " ", &of]);
                }
            }
            said
        }
    }
}

impl fmt::Display for Amendment {
    /// What is done, for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Merge { from, into } => f.write_str(&tr!("{from} is merged into {into}", from, into)),
            Self::Give { spelling, to } => f.write_str(&tr!("“{spelling}” names {to} now", spelling, to)),
            Self::Found { spelling, .. } => f.write_str(&tr!("“{spelling}” is an actor of its own now", spelling)),
            Self::Hide { id } => f.write_str(&left_out(id)),
            Self::Rename { name, .. } => f.write_str(&tr!("the name is {name} now", name)),
            Self::TakeBack(entry) => f.write_str(&tr!("taken back: {words}", words = entry.said)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Amendment, AmendmentError, adopt, amend, entries};
    use crate::analysis::actors::corrections::apply;
    use crate::analysis::actors::{Asset, Gazetteer};
    use proptest::prelude::{Strategy, prop_assert_eq, proptest};

    use crate::model::actor::{Actor, ActorKind, ActorTable};

    const WRITTEN: &str =
        "# mine, do not touch\nhide = [\"press-tv\"] # why not\n\n[[correct]] # for Ann\nid = \"nato\"\nname = \"Otan\"\n";

    #[test]
    fn who_is_left_out_stands_before_the_entries_and_can_be_taken_back() {
        let text = "# mine\n[[merge]]\nfrom = \"a\"\ninto = \"b\"\n";
        let hidden = amend(text, &Amendment::Hide { id: "toys".into() }).unwrap();
        let hidden = amend(&hidden, &Amendment::Hide { id: "waterbury".into() }).unwrap();
        assert!(
            hidden.contains("hide = [\"toys\", \"waterbury\"]") && hidden.find("hide") < hidden.find("[[merge]]"),
            "{hidden}"
        );
        let last = entries(&hidden).pop().unwrap();
        let back = amend(&hidden, &Amendment::TakeBack(last)).unwrap();
        assert!(back.contains("hide = [\"toys\"]") && back.contains("# mine"), "{back}");
    }

    #[test]
    fn what_a_person_wrote_stays_and_each_amendment_can_be_taken_back_alone() {
        let merge = Amendment::Merge { from: "tasnim".into(), into: "fars".into() };
        let rename = Amendment::Rename { id: "iraq".into(), name: "Irak".into() };
        let both = amend(&amend(WRITTEN, &merge).unwrap(), &rename).unwrap();
        assert!(both.starts_with(WRITTEN), "{both}");
        assert!(Gazetteer::with_corrections(&both).is_ok());
        let said: Vec<String> = entries(&both).into_iter().map(|entry| entry.said).collect();
        assert_eq!(said, ["tasnim is fars", "nato named Otan", "iraq named Irak", "press-tv is left out"]);
        let first = entries(&both).remove(0);
        let back = amend(&both, &Amendment::TakeBack(first.clone())).unwrap();
        assert_eq!(back, amend(WRITTEN, &rename).unwrap());
        assert!(matches!(amend(&back, &Amendment::TakeBack(first)), Err(AmendmentError::Gone)));
    }

    #[test]
    fn an_actor_that_no_list_has_is_written_down_before_it_is_corrected() {
        let (id, name) = ("anwar-tamrani".into(), "Anwar Tamrani".into());
        let spellings = vec!["Anwar Tamrani".into(), "Anouar al-Tamrani".into()];
        let table = ActorTable::new(vec![Actor { id, name, spellings, discovered: true, ..Actor::default() }]);
        let merge = Amendment::Merge { from: "anwar-tamrani".into(), into: "nato".into() };
        let text = amend(&adopt(WRITTEN, &merge, &table).unwrap(), &merge).unwrap();
        assert!(text.starts_with(WRITTEN), "{text}");
        let gazetteer = Gazetteer::with_corrections(&text).unwrap();
        assert_eq!(gazetteer.resolve("Anouar al-Tamrani"), gazetteer.table().by_id("nato"));
        let said: Vec<String> = entries(&text).into_iter().map(|entry| entry.said).collect();
        assert_eq!(said, ["anwar-tamrani is nato", "nato named Otan", "press-tv is left out"], "it goes with its correction");
        let of_the_list = Amendment::Rename { id: "iraq".into(), name: "Irak".into() };
        assert_eq!(adopt(WRITTEN, &of_the_list, &table).unwrap(), WRITTEN);
    }

    /// What the room does to the text for `amendment`: it is changed only into what is a gazetteer.
    fn amended(text: &str, amendment: &Amendment, known: &ActorTable) -> Option<String> {
        let text = amend(&adopt(text, amendment, known).ok()?, amendment).ok()?;
        let listed = known.iter().filter(|(_, actor)| !actor.discovered).map(|(_, actor)| {
            let (id, name) = (&actor.id, &actor.name);
            serde_json::from_value(serde_json::json!({"id": id, "name": name, "kind": "person", "description": "", "spellings": actor.spellings, "source": ""})).unwrap()
        });
        let mut asset = Asset { actors: listed.collect(), ..Asset::default() };
        apply(&mut asset, &text).ok().filter(|applied| applied.unused.is_empty()).map(|_| text)
    }

    fn actor(id: &str, discovered: bool) -> Actor {
        let name: Box<str> = id.to_uppercase().into();
        Actor { id: id.into(), spellings: vec![name.clone(), format!("{name} II").into()], name, discovered, ..Actor::default() }
    }

    fn step() -> impl Strategy<Value = (u8, usize, usize)> {
        (0u8..5, 0usize..5, 0usize..5)
    }

    proptest! {
        #[test]
        fn whatever_is_merged_and_split_nothing_stays_when_it_is_taken_back(
            steps in proptest::collection::vec(step(), 1..12),
            order in proptest::collection::vec(0usize..20, 40),
        ) {
            const IDS: [&str; 5] = ["amal", "bilal", "carol", "dora", "emil"];
            let known = ActorTable::new(IDS.iter().enumerate().map(|(at, id)| actor(id, at > 1)).collect());
            let start = "# mine\n\n[[correct]] # for Ann\nid = \"amal\"\nname = \"Amal Roy\"\n";
            let mut text = start.to_owned();
            for (what, one, other) in steps {
                let (one, other) = (IDS[one], IDS[other]);
                let amendment = match what {
                    0 | 1 => Amendment::Merge { from: one.into(), into: other.into() },
                    2 => Amendment::Give { spelling: format!("{} II", one.to_uppercase()), to: other.into() },
                    3 => Amendment::Rename { id: one.into(), name: format!("{other} {one}") },
                    _ => Amendment::Found { spelling: format!("{one} junior"), id: format!("{one}-junior"), kind: ActorKind::Person },
                };
                text = amended(&text, &amendment, &known).unwrap_or(text);
            }
            for at in order {
                // An actor that was written down to be corrected goes by itself and is not among them.
                let mine: Vec<_> = entries(&text).into_iter().filter(|entry| entry.said != "amal named Amal Roy").collect();
                let Some(entry) = mine.get(at % mine.len().max(1)) else { break };
                text = amended(&text, &Amendment::TakeBack(entry.clone()), &known).unwrap_or(text);
            }
            prop_assert_eq!(text, start);
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_changed() {
        let rename = Amendment::Rename { id: "iraq".into(), name: "Irak".into() };
        assert!(matches!(amend("hide = [", &rename), Err(AmendmentError::Syntax(_))));
        assert!(matches!(amend("correct = 3", &rename), Err(AmendmentError::Shape("correct"))));
    }

    #[test]
    fn an_actor_that_is_left_out_is_listed_and_taken_back() {
        let text = "hide = [\"press-tv\", \"nato\"]\n\n[[merge]]\nfrom = \"a\"\ninto = \"b\"\n";
        let said: Vec<String> = entries(text).into_iter().map(|entry| entry.said).collect();
        assert_eq!(said, ["a is b", "press-tv is left out", "nato is left out"]);
        let first = entries(text).remove(1);
        let left = amend(text, &Amendment::TakeBack(first.clone())).unwrap();
        assert!(left.contains("nato") && !left.contains("press-tv"), "{left}");
        assert!(matches!(amend(&left, &Amendment::TakeBack(first)), Err(AmendmentError::Gone)));
        let last = entries(&left).remove(1);
        assert!(!amend(&left, &Amendment::TakeBack(last)).unwrap().contains("hide"));
    }
}
