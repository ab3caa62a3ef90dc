//! Writes the notices of the packages that the program is made of: `cargo run --example notices > THIRD-PARTY.md`.
//!
//! What cargo resolves for this system is asked of `cargo metadata`, and the licence files are read where cargo unpacked the packages. Of
//! licences between which one may choose MIT is taken, then the others in the order of `CHOSEN`. Texts that differ in their lines of copyright
//! alone are given once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Which licence is taken where one may choose; the file it stands in holds the word.
const CHOSEN: &[(&str, &str)] = &[
    ("MIT", "MIT"),
    ("Apache-2.0", "APACHE"),
    ("0BSD", "0BSD"),
    ("Zlib", "ZLIB"),
    ("ISC", "ISC"),
    ("BSD", "BSD"),
    ("MPL-2.0", "MPL"),
    ("CC0-1.0", "CC0"),
    ("Unlicense", "UNLICENSE"),
];

/// A package that is part of the program.
struct Package {
    name: String,
    version: String,
    license: String,
    home: String,
    folder: PathBuf,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let host = Command::new("rustc").arg("-vV").output()?.stdout;
    let host =
        String::from_utf8(host)?.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned)).unwrap_or_default();
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let told =
        Command::new(cargo).args(["metadata", "--locked", "--format-version", "1", "--filter-platform", &host]).output()?;
    let metadata: Value = serde_json::from_slice(&told.stdout)?;
    print!("{}", page(&packages(&metadata)));
    Ok(())
}

/// The packages that end up in the program: those it needs to run, not to be built or tested.
fn packages(metadata: &Value) -> Vec<Package> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: HashMap<&str, &Value> =
        list(&metadata["resolve"]["nodes"]).map(|node| (node["id"].as_str().unwrap_or_default(), node)).collect();
    let root = metadata["resolve"]["root"].as_str().unwrap_or_default();
    let (mut open, mut found) = (vec![root], BTreeSet::new());
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let normal = |dep: &&Value| list(&dep["dep_kinds"]).any(|kind| kind["kind"].is_null());
            open.extend(
                nodes
                    .get(id)
                    .into_iter()
                    .flat_map(|node| list(&node["deps"]))
                    .filter(normal)
                    .filter_map(|dep| dep["pkg"].as_str()),
            );
        }
    }
    let is_part = |package: &&Value| found.contains(package["id"].as_str().unwrap_or_default()) && !package["source"].is_null();
    let of = |package: &Value| Package {
        name: text(&package["name"]),
        version: text(&package["version"]),
        license: text(&package["license"]),
        home: text(&package["repository"]),
        folder: Path::new(&text(&package["manifest_path"])).parent().map(Path::to_owned).unwrap_or_default(),
    };
    let mut packages: Vec<Package> = list(&metadata["packages"]).filter(is_part).map(of).collect();
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    packages
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The licence texts that count for `package`.
fn texts(package: &Package) -> Vec<String> {
    let files = fs::read_dir(&package.folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default();
    let is_license =
        |path: &PathBuf| ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"].iter().any(|head| name(path).starts_with(head));
    let mut files: Vec<PathBuf> = files.filter(is_license).filter(|path| path.is_file()).collect();
    files.sort();
    // Where one may choose and each licence has its file, the one that is taken; what must be kept together is.
    if !package.license.contains(" AND ") {
        let mut taken = CHOSEN.iter().filter(|(id, _)| package.license.contains(id));
        let of = |word: &str| files.iter().find(|path| name(path).contains(word)).cloned();
        if let Some(file) = taken.find_map(|(_, word)| of(word)) {
            files = vec![file];
        }
    }
    files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// A text without its lines of copyright, in one line, and those lines.
fn parted(text: &str) -> (String, Vec<String>) {
    let is_copyright = |line: &&str| {
        let line = line.trim_start().to_lowercase();
        line.starts_with("copyright") && line.contains(|c: char| c.is_ascii_digit() || c == '©')
            || line.starts_with("copyright (c)")
    };
    let lines = text.lines().filter(is_copyright).map(|line| line.trim().to_owned()).collect();
    let rest = text.lines().filter(|line| !is_copyright(line)).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    (rest, lines)
}

fn page(packages: &[Package]) -> String {
    let mut out = String::from(
        "# Third-party notices\n\nThe program is made of these packages besides its own code; `cargo run --example notices > THIRD-PARTY.md` writes this page. \
         Where a licence lets one choose, MIT is chosen, else the first that is met. The sources of each package, those under the Mozilla Public \
         License too, stand at the address given and in the registry of Rust packages, unchanged.\n\nOf the names of \
         towns in `assets/discovery/places.txt`, those that the file says so of are from GeoNames (geonames.org), under CC BY 4.0.\n\n| package | version | licence | sources |\n|---|---|---|---|\n",
    );
    let mut groups: BTreeMap<String, (String, BTreeSet<String>, Vec<&str>)> = BTreeMap::new();
    for package in packages {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "| {} | {} | {} | {} |", package.name, package.version, package.license, package.home);
        for text in texts(package) {
            let (key, lines) = parted(&text);
            let group = groups.entry(key.to_lowercase()).or_insert_with(|| (text.clone(), BTreeSet::new(), Vec::new()));
            group.1.extend(lines);
            group.2.push(&package.name);
        }
    }
    out += "\n# Texts\n";
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by(|one, other| (other.2.len(), &one.2).cmp(&(one.2.len(), &other.2)));
    for (text, lines, mut names) in groups {
        names.dedup();
        let words: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !lines.contains(line.trim())).collect();
        let _ = writeln!(out, "\n## {}\n\n~~~text", names.join(", "));
        for line in &lines {
            out.extend([line.as_str(), "\n"]);
        }
        let _ = writeln!(out, "\n{}\n~~~", words.join("\n").trim_matches('\n'));
    }
    out
}
