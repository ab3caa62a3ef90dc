//! Any bytes as a backup, packed and as they are: it is refused, or what it holds can be packed again and restored.
#![no_main]

use std::fs;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use liseuse::notes::journal::backup::restore::restore;
use liseuse::notes::journal::backup::{pack, unpack};

fuzz_target!(|bytes: &[u8]| {
    let _refused = unpack(bytes);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    if let Ok(files) = unpack(&packed.finish().unwrap()) {
        let again = pack(&files).unwrap();
        assert_eq!(unpack(&again).unwrap(), files);
        let home = std::env::temp_dir().join(format!("liseuse-restore-{}", std::process::id()));
        let (data, victim) = (home.join("data"), home.join("victim"));
        fs::create_dir_all(&data).unwrap();
        fs::write(&victim, "mine").unwrap();
        let _refused = restore(&data, &files);
        assert_eq!(fs::read(&victim).unwrap(), b"mine");
        assert_eq!(fs::read_dir(&home).unwrap().count(), 2, "nothing beside the data folder");
        fs::remove_dir_all(&home).unwrap();
    }
});
