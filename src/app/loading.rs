//! The state of the loading, as the status line tells it.

use crate::ingest::Progress;
use crate::tr;

/// How the loading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// It goes on.
    Running(Progress),
    /// It was asked to stop and has not ended yet.
    Stopping(Progress),
    /// It was stopped before its end.
    Stopped(Progress),
    /// All is here.
    Done,
}

impl Loading {
    /// Takes a new progress in.
    #[must_use]
    pub fn advanced(self, progress: Progress) -> Self {
        match self {
            Self::Stopping(_) => Self::Stopping(progress),
            _ => Self::Running(progress),
        }
    }

    /// The loading, asked to stop.
    #[must_use]
    pub fn stopping(self) -> Self {
        match self {
            Self::Running(progress) => Self::Stopping(progress),
            other => other,
        }
    }

    /// The loading, ended.
    #[must_use]
    pub fn ended(self) -> Self {
        match self {
            Self::Stopping(progress) => Self::Stopped(progress),
            _ => Self::Done,
        }
    }

    /// The same in the fewest words, for a narrow status line.
    #[must_use]
    pub fn short_label(self) -> String {
        match self {
            Self::Running(p) if p.files_found > 0 => {
                tr!("{files}/{files_found} files", files = p.files, files_found = p.files_found)
            }
            Self::Running(_) => tr!("loading …").into(),
            Self::Stopped(_) => tr!("stopped").into(),
            Self::Stopping(_) | Self::Done => self.label(),
        }
    }

    /// One text for the status line; empty when all is here.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Running(p) if p.files_found == 0 => tr!("looking for files …").into(),
            Self::Running(p) => {
                let (files, found, bytes, articles) = (p.files, p.files_found, megabytes(p.bytes), p.articles);
                tr!("loading {files}/{found} files, {bytes}, {articles} articles", files, found, bytes, articles)
            }
            Self::Stopping(_) => tr!("stopping …").into(),
            Self::Stopped(p) => tr!("stopped after {files} of {files_found} files", files = p.files, files_found = p.files_found),
            Self::Done => String::new(),
        }
    }
}

/// A number of bytes as people read it, in units of a thousand.
fn megabytes(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => tr!("{whole} kB", whole = bytes / 1000),
        1_000_000..1_000_000_000 => tr!("{whole}.{tenth} MB", whole = bytes / 1_000_000, tenth = bytes / 100_000 % 10),
        _ => tr!("{whole}.{tenth} GB", whole = bytes / 1_000_000_000, tenth = bytes / 100_000_000 % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::Loading;
    use crate::ingest::Progress;

    #[test]
    fn it_tells_how_far_it_has_come_and_how_it_ended() {
        let progress = Progress { files: 3, files_found: 9, bytes: 1_234_567, articles: 4 };
        let running = Loading::Running(Progress::default()).advanced(progress);
        assert_eq!(running.label(), "loading 3/9 files, 1.2 MB, 4 articles");
        assert_eq!(running.short_label(), "3/9 files");
        assert_eq!(running.ended().label(), "");
        assert_eq!(running.stopping().advanced(progress).ended().label(), "stopped after 3 of 9 files");
    }
}
