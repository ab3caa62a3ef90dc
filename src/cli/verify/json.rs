//! Quotations of an exported JSON file. Only what a check needs is read; import reads all of it.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use serde::Deserialize;

use crate::cli::verify::quoted::CheckedQuote;
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::tr;

const FORMAT: &str = "liseuse-annotations";

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    format: String,
    #[serde(default)]
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    path: Option<String>,
    sha256: Option<String>,
    url: Option<String>,
    title: Option<String>,
    #[serde(default)]
    annotations: Vec<Annotation>,
}

/// The quotations in `text`.
///
/// # Errors
/// When it is no JSON, or not of our export.
pub fn read(text: &str) -> anyhow::Result<Vec<CheckedQuote>> {
    let file: File = serde_json::from_str(text).context(tr!("it is no exported JSON"))?;
    if file.format != FORMAT {
        bail!(tr!("it is no JSON that `liseuse export --format json` wrote"));
    }
    Ok(file.sections.into_iter().flat_map(section).collect())
}

fn section(section: Section) -> Vec<CheckedQuote> {
    let cited = ArticleKey {
        sha256: section.sha256.unwrap_or_default(),
        path: section.path.unwrap_or_default(),
        url: section.url.unwrap_or_default(),
        title: section.title.unwrap_or_default(),
        ..ArticleKey::default()
    };
    let quoted = |annotation: Annotation| match annotation.target {
        Target::Passage { article, anchor } => {
            let article =
                if cited.sha256.is_empty() && cited.path.is_empty() { Arc::unwrap_or_clone(article) } else { cited.clone() };
            Some(CheckedQuote { id: annotation.id, article, words: anchor.exact.clone(), paragraph: None, anchor: Some(anchor) })
        }
        _ => None,
    };
    section.annotations.into_iter().filter_map(quoted).collect()
}
