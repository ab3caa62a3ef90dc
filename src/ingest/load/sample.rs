//! The sample archive that is built into the program: the files of `seeds/`, in the order of their names.

/// The names and the bytes of its files.
pub const FILES: [(&str, &[u8]); 5] = [
    ("000_94fb8d0e30f7aafd.txt", include_bytes!("../../../seeds/000_94fb8d0e30f7aafd.txt")),
    ("001_77341eb219bfa874.txt", include_bytes!("../../../seeds/001_77341eb219bfa874.txt")),
    ("002_be29dc15a2bbb046.txt", include_bytes!("../../../seeds/002_be29dc15a2bbb046.txt")),
    ("003_27f911bebe8415c2.txt", include_bytes!("../../../seeds/003_27f911bebe8415c2.txt")),
    ("004_126305962bc3ab16.txt", include_bytes!("../../../seeds/004_126305962bc3ab16.txt")),
];
