//! The sample archive that is built into the program: the files of `seeds/`, in the order of their names.
//!
//! The articles belong to those who wrote them and are under no licence of this program: they are quoted whole as an example of what real
//! archives look like (`seeds/README.md`). Whoever may not hand them on builds without the feature `sample`.

/// The names and the bytes of its files; none in a program that was built without it.
#[cfg(not(feature = "sample"))]
pub const FILES: &[(&str, &[u8])] = &[];

/// The names and the bytes of its files; none in a program that was built without it.
#[cfg(feature = "sample")]
pub const FILES: &[(&str, &[u8])] = &[
    ("000_94fb8d0e30f7aafd.txt", include_bytes!("../../../seeds/000_94fb8d0e30f7aafd.txt")),
    ("001_77341eb219bfa874.txt", include_bytes!("../../../seeds/001_77341eb219bfa874.txt")),
    ("002_be29dc15a2bbb046.txt", include_bytes!("../../../seeds/002_be29dc15a2bbb046.txt")),
    ("003_27f911bebe8415c2.txt", include_bytes!("../../../seeds/003_27f911bebe8415c2.txt")),
    ("004_126305962bc3ab16.txt", include_bytes!("../../../seeds/004_126305962bc3ab16.txt")),
];
