//! Files about the folder they lie in, which are no articles: told by their names, as `walk` asks.

use std::path::Path;

/// Whether a file called `name` tells of the folder it lies in, by the custom of those who share folders: `README`,
/// `readme.fr.md`, `LICENSE-MIT`. An article may be called `license-plates.txt`, so that more words count in capitals only.
#[must_use]
pub fn is_about_folder(name: &str) -> bool {
    const NAMES: &[&str] = &["readme", "license", "licence", "copying", "changelog", "contributing", "code_of_conduct"];
    const ENDINGS: &[&str] = &["", "md", "markdown", "txt", "rst", "adoc", "org", "html"];
    // Nearly every name is told by its first letter.
    if !name.starts_with(['r', 'R', 'l', 'L', 'c', 'C', 'd', 'm']) {
        return false;
    }
    // What mail servers keep beside the messages of a Maildir.
    if ["dovecot.", "dovecot-", "courierimap"].iter().any(|head| name.starts_with(head)) || name == "maildirfolder" {
        return true;
    }
    let (stem, _) = name.split_once('.').unwrap_or((name, ""));
    let ending = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is = |word: &str| NAMES.contains(&word.to_lowercase().as_str());
    let shouted = stem.split_once(['-', '_']).is_some_and(|(word, _)| is(word) && !word.chars().any(char::is_lowercase));
    ENDINGS.contains(&ending.as_str()) && (is(stem) || shouted)
}

/// The name of the page whose pictures and frames a folder called `name` holds, as browsers call it in their languages.
#[must_use]
pub fn page_of_folder(name: &str) -> Option<&str> {
    const ENDS: &[&str] =
        &["_files", ".files", "_fichiers", "-Dateien", "-filer", "_archivos", "_bestanden", "_file", "_ficheiros"];
    ENDS.iter().find_map(|end| name.strip_suffix(end)).filter(|page| !page.is_empty())
}

#[cfg(test)]
mod tests {
    use super::is_about_folder;

    #[test]
    fn files_about_the_folder_are_told_from_articles() {
        for name in [
            "README",
            "README.md",
            "Readme.txt",
            "readme.fr.md",
            "README_fr.md",
            "LICENSE-MIT",
            "COPYING",
            "CHANGELOG.md",
            "dovecot-uidlist",
        ] {
            assert!(is_about_folder(name), "{name}");
        }
        for name in
            ["readme.jsonl", "license-plates.txt", "Licences accordées.txt", "ext_39.txt", "readmes.md", "contributing-to-war.md"]
        {
            assert!(!is_about_folder(name), "{name}");
        }
    }
}
