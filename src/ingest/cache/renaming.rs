//! Renaming: what is kept of an archive, as it reads when the same files and folders are opened by other names.
//!
//! `press` and `/home/reader/press` are one archive and one cache file, but articles are shown with the name they were opened by. The
//! reader of the cache asks it; it looks at no file.

use std::path::Path;
use std::sync::Arc;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::ingest::cache::manifest::{Manifest, ManifestSegment};
use crate::ingest::cache::table::Roots;
use crate::ingest::rules::repeated_lines::group_at;
use crate::ingest::source::walk::shown;
use crate::model::segment::Segment;

/// From the names of the files and folders an archive was opened by to other ones.
pub struct Renaming {
    /// Each name then and now, as the system has it.
    names: Vec<[Vec<u8>; 2]>,
    /// The same as shown.
    shown: Vec<[String; 2]>,
}

impl Renaming {
    /// From the names in `kept` to those in `now`, which lead to the same places. `None` when one cannot be shown: it is no UTF-8.
    #[must_use]
    pub fn new(kept: &Roots, now: &Roots) -> Option<Self> {
        let names: Vec<[Vec<u8>; 2]> = kept.given().zip(now.given()).map(|(then, now)| [then.to_vec(), now.to_vec()]).collect();
        let as_shown = |name: &Vec<u8>| Some(shown(Path::new(std::str::from_utf8(name).ok()?)));
        let shown = names.iter().map(|[then, now]| Some([as_shown(then)?, as_shown(now)?]));
        Some(Self { shown: shown.collect::<Option<_>>()?, names })
    }

    /// `catalogue` under the names of now; `None` when a path in it is under none of those of then.
    #[must_use]
    pub fn of(&self, catalogue: Manifest) -> Option<Manifest> {
        let Manifest { files, mut problems, held, discovery, order } = catalogue;
        let files = files.renamed(|path| renamed(path, self.names.iter().map(|[then, now]| [then.as_slice(), now])))?;
        for (_, problem) in &mut problems {
            problem.path = self.shown(&problem.path)?.into();
        }
        let held: Option<Vec<ManifestSegment>> = held.into_par_iter().map(|held| self.held(held)).collect();
        Some(Manifest { files, problems, held: held?, discovery, order })
    }

    fn held(&self, ManifestSegment { shown, alone, blocks }: ManifestSegment) -> Option<ManifestSegment> {
        let shown = self.segment(&shown)?;
        let alone = match alone {
            Some((places, facts)) => Some((places, self.segment(&facts)?)),
            None => None,
        };
        Some(ManifestSegment { shown, alone, blocks })
    }

    fn segment(&self, segment: &Segment) -> Option<Arc<Segment>> {
        segment.moved(|article| self.shown(article.path()).map(|path| (group_at(article, &path), path))).map(Arc::new)
    }

    fn shown(&self, path: &str) -> Option<String> {
        let names = self.shown.iter().map(|[then, now]| [then.as_bytes(), now.as_bytes()]);
        String::from_utf8(renamed(path.as_bytes(), names)?).ok()
    }
}

/// `path` under the name of now of the first root that it was under then, as a walk goes through them.
fn renamed<'a>(path: &[u8], mut names: impl Iterator<Item = [&'a [u8]; 2]>) -> Option<Vec<u8>> {
    let is_separator = |byte: &u8| std::path::is_separator(char::from(*byte));
    names.find_map(|[then, now]| {
        let rest = path.strip_prefix(then)?;
        let is_under = rest.first().is_none_or(is_separator) || then.last().is_some_and(is_separator);
        is_under.then(|| [now, rest].concat())
    })
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn a_path_goes_with_the_root_it_is_under() {
        let names = [["press", "/home/press"], ["press/b", "/b"], ["/", "root/"]];
        let to = |path: &str| {
            let names = names.iter().map(|[then, now]| [then.as_bytes(), now.as_bytes()]);
            renamed(path.as_bytes(), names).map(|path| String::from_utf8(path).unwrap())
        };
        assert_eq!(to("press/a.md").as_deref(), Some("/home/press/a.md"));
        assert_eq!(to("press").as_deref(), Some("/home/press"), "a file that was opened by itself");
        assert_eq!(to("press/b/c.md").as_deref(), Some("/home/press/b/c.md"), "the first, as a walk has it");
        assert_eq!(to("/etc/a.md").as_deref(), Some("root/etc/a.md"));
        assert_eq!(to("pressed/a.md"), None);
    }
}
