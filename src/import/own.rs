//! Our own JSON, as `export::json` writes it: the annotations come back as they were kept.

use serde_json::Value;

use crate::export::json::VERSION;
use crate::import::drafts::{Drafts, ImportError, ImportForm};
use crate::model::annotation::Annotation;
use crate::tr;

/// Reads all annotations. What is no annotation is an error that says where: a file of ours that was damaged is not half imported.
///
/// # Errors
/// When a newer version wrote it, or something in it is missing.
pub fn read(value: &Value) -> Result<Drafts, ImportError> {
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version <= u64::from(VERSION) => {}
        Some(version) => return Err(ImportError::Newer(version)),
        None => return Err(ImportError::Damaged(tr!("it has no version").to_owned())),
    }
    let mut annotations = Vec::new();
    let sections = list(value, "sections").ok_or_else(|| ImportError::Damaged(tr!("it has no sections").to_owned()))?;
    for (section, at) in sections.iter().zip(1..) {
        let items =
            list(section, "annotations").ok_or_else(|| ImportError::Damaged(tr!("section {at} has no annotations", at)))?;
        for item in items {
            let read: Result<Annotation, _> = serde_json::from_value(item.clone());
            annotations
                .push(read.map_err(|error| ImportError::Damaged(tr!("an annotation of section {at}: {error}", at, error)))?);
        }
    }
    Ok(Drafts { form: ImportForm::Own, annotations, passed_over: 0 })
}

fn list<'a>(value: &'a Value, name: &str) -> Option<&'a Vec<Value>> {
    value.get(name).and_then(Value::as_array)
}
