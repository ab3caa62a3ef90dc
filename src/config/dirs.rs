//! Where the user's files live: `directories::ProjectDirs`, unless an environment variable says otherwise.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders of this program. `None` when neither the system nor the environment names one; none need exist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dirs {
    /// Notes and what else must not be lost: `LISEUSE_DATA_DIR`.
    pub data: Option<PathBuf>,
    /// `config.toml`, `keymap.toml`, `actors.toml`, themes: `LISEUSE_CONFIG_DIR`.
    pub config: Option<PathBuf>,
    /// What can be made again, safe to delete at any time: `LISEUSE_CACHE_DIR`.
    pub cache: Option<PathBuf>,
}

impl Dirs {
    /// The folders for this user and environment.
    #[must_use]
    pub fn find() -> Self {
        let project = ProjectDirs::from("", "", "liseuse");
        Self::resolve(project.as_ref(), &|name| std::env::var_os(name))
    }

    fn resolve(project: Option<&ProjectDirs>, variable: &dyn Fn(&str) -> Option<OsString>) -> Self {
        let folder = |name: &str, usual: fn(&ProjectDirs) -> &Path| {
            let said = variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
            said.or_else(|| project.map(|project| usual(project).to_owned()))
        };
        Self {
            data: folder("LISEUSE_DATA_DIR", ProjectDirs::data_dir),
            config: folder("LISEUSE_CONFIG_DIR", ProjectDirs::config_dir),
            cache: folder("LISEUSE_CACHE_DIR", ProjectDirs::cache_dir),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;

    use super::Dirs;

    #[test]
    fn the_environment_goes_before_the_system_and_empty_says_nothing() {
        let variable = |name: &str| match name {
            "LISEUSE_DATA_DIR" => Some(OsString::from("/press/notes")),
            "LISEUSE_CACHE_DIR" => Some(OsString::new()),
            _ => None,
        };
        let dirs = Dirs::resolve(None, &variable);
        assert_eq!(dirs, Dirs { data: Some(PathBuf::from("/press/notes")), config: None, cache: None });
    }
}
