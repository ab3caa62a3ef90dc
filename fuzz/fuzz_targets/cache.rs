//! A cache file with any bytes of it changed, or cut: it is refused, or what is read of it breaks nothing.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, Options, Origin, load_shelf};

struct Kept {
    home: PathBuf,
    cache: Cache,
    file: PathBuf,
    bytes: Vec<u8>,
}

fn kept() -> &'static Kept {
    static KEPT: OnceLock<Kept> = OnceLock::new();
    KEPT.get_or_init(|| {
        let home = std::env::temp_dir().join(format!("liseuse-fuzz-{}", std::process::id()));
        let press = home.join("press");
        fs::create_dir_all(&press).unwrap();
        for at in 0..3 {
            let text = format!("# Le ministre, jour {at}\n\nLe Monde\n\nLe ministre Jean Dupont est arrivé jeudi à Bagdad, le {at} mai 2020.\n");
            let path = press.join(format!("a{at}.md"));
            fs::write(&path, text).unwrap();
            let file = fs::File::options().append(true).open(&path).unwrap();
            file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000)).unwrap();
        }
        let key = CacheKey::new(&Options::default(), true, "");
        let cache = Cache { folder: home.join("cache"), key, max_size: Cache::MAX_SIZE, least: 0, copied: Cache::COPIED };
        let mut kept = Kept { home, cache, file: PathBuf::new(), bytes: Vec::new() };
        load(&kept);
        kept.file = kept.cache.entries().unwrap()[0].path.clone();
        kept.bytes = fs::read(&kept.file).unwrap();
        kept
    })
}

fn load(kept: &Kept) {
    let origin = Origin::Paths(vec![kept.home.join("press")]);
    let mut shelf = ArchiveLoader::new(origin, Options::default(), Some(kept.cache.clone()));
    let (archive, ..) = load_shelf(&mut shelf, &Gazetteer::default(), &mut |_| ());
    for article in archive.iter() {
        assert!(article.1.blocks().all(|block| block.span.after() <= article.1.body().len()));
        let _facts = (article.1.title().len(), article.1.source(), article.1.date(), article.1.actors().count());
    }
    let _unkept = shelf.keep();
}

fuzz_target!(|edits: (Vec<(u16, u8)>, Option<u16>)| {
    let kept = kept();
    let mut bytes = kept.bytes.clone();
    let len = bytes.len();
    for (at, byte) in edits.0 {
        bytes[usize::from(at) % len] = byte;
    }
    bytes.truncate(edits.1.map_or(len, |at| usize::from(at) % len));
    fs::write(&kept.file, &bytes).unwrap();
    let _entries = kept.cache.entries();
    load(kept);
});
