//! `liseuse export --vault`: a folder of Markdown for Obsidian, one file for each article and one that leads to them. Each export brings it up
//! to date; what a person wrote between the marks of the program stays.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::cli::output::tell;
use crate::export::cited_days::{chronology, in_words};
use crate::export::cleaned::cleaned;
use crate::export::contents::contents;
use crate::export::dossier::ExportDocument;
use crate::export::form::ExportForm;
use crate::export::managed_block::{is_marker, seal};
use crate::export::manner::Manner;
use crate::export::names::names;
use crate::export::terms::{Terms, summary};
use crate::export::words::counted;
use crate::export::{ExportLayout, markdown, write, yaml};
use crate::runtime::export_file::{Delivery, deliver};
use crate::tr;

/// Writes `dossier` into `folder`, and says what was written and which files are of no article any more.
///
/// # Errors
/// When the folder or a file cannot be read or written.
pub(super) fn renew(dossier: &ExportDocument, layout: &ExportLayout<'_>, folder: &Path, force: bool) -> anyhow::Result<()> {
    let dossier = &*cleaned(dossier);
    fs::create_dir_all(folder).with_context(|| tr!("cannot make the folder {path}", path = folder.display()))?;
    let held = contents(dossier, ExportForm::Markdown);
    let index = ExportDocument { sections: Vec::new(), ..dossier.clone() };
    let mut parts = dossier.clone().split();
    parts.push(index);
    let names = names(&parts);
    let mut changed = 0;
    for (part, name) in parts.iter().zip(&names) {
        let text = if part.sections.is_empty() { lead(dossier, &names, layout.manner)? } else { write(part, layout)? };
        let file = folder.join(format!("{name}.md"));
        changed += usize::from(deliver(&file, &text, ExportForm::Markdown, force)? != Delivery::Unchanged);
    }
    tell(&[format!("{held} in {} in {}; {changed} written", counted(parts.len(), "file"), folder.display())]);
    let left = left_over(folder, &names)?;
    if !left.is_empty() {
        tell(&[tr!("no longer of this export, and left as they are: {names}", names = left.join(", "))]);
    }
    Ok(())
}

/// The file that leads to the others: what there is, and the days that are quoted.
fn lead(dossier: &ExportDocument, names: &[String], manner: Manner) -> anyhow::Result<String> {
    let terms = Terms::of(manner.lang);
    let link = |name: &str, label: &str| format!("[[{name}|{}]]", label.replace(['[', ']', '|', '#', '^', '\n'], " ").trim());
    let mut text = format!(
        "---\n# liseuse:begin head\ntitle: {}\ngenerator: {}\n# liseuse:end head\n---\n\n<!-- liseuse:begin title -->\n# {}\n\n{}\n\
         <!-- liseuse:end title -->\n\n<!-- liseuse:begin contents -->\n## {}\n\n",
        yaml::quoted(&dossier.title),
        yaml::quoted(&dossier.generator),
        markdown::inline(&dossier.title),
        summary(dossier, manner.lang),
        terms.contents()
    );
    // Writing to a string cannot fail.
    for (section, name) in dossier.sections.iter().zip(names) {
        let _ = writeln!(text, "- {}", link(name, section.subject.title()));
    }
    text.push_str("<!-- liseuse:end contents -->\n");
    let of_annotation = |id: &str| {
        let holds = |(section, _): &(&crate::export::dossier::Section, &String)| {
            section.items.iter().any(|item| item.annotation.id == id)
        };
        dossier.sections.iter().zip(names).find(holds).map(|(section, name)| (name, section.subject.title()))
    };
    let days = chronology(dossier, manner);
    if !days.is_empty() {
        let _ = write!(text, "\n<!-- liseuse:begin chronology -->\n## {}\n\n", terms.chronology());
        for row in &days {
            let Some((name, title)) = of_annotation(&row.annotation) else { continue };
            let (told, place) = (markdown::inline(&row.day.label), link(&format!("{name}#^h-{}", row.annotation), title));
            let _ = writeln!(text, "- **{}**{} {told} ({place})", in_words(&row.day, manner.lang), terms.colon());
        }
        text.push_str("<!-- liseuse:end chronology -->\n");
    }
    Ok(seal(&text)?)
}

/// The files of earlier exports in `folder` that are none of `names`.
fn left_over(folder: &Path, names: &[String]) -> anyhow::Result<Vec<String>> {
    let now: HashSet<String> = names.iter().map(|name| format!("{name}.md")).collect();
    let mut left = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| tr!("cannot read {path}", path = folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_other = Path::new(&name).extension().is_some_and(|ending| ending == "md") && !now.contains(&name);
        // What cannot be read is no file of ours.
        if is_other && fs::read_to_string(folder.join(&name)).is_ok_and(|text| text.lines().any(is_marker)) {
            left.push(name);
        }
    }
    left.sort_unstable();
    Ok(left)
}
