//! Opens the reading room on a folder with a cache that is mapped however small it is: `tests/pty` cuts it.

use std::env;
use std::path::PathBuf;

use liseuse::config::Config;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::{ArchiveLoader, Options, Origin};
use liseuse::runtime::{OpenRequest, open};

fn main() -> anyhow::Result<()> {
    let folder = |name| env::var_os(name).map(PathBuf::from).unwrap_or_default();
    let paths = env::args_os().skip(1).map(PathBuf::from).collect();
    let key = CacheKey::new(&Options::default(), true, "");
    let cache = Cache { folder: folder("LISEUSE_CACHE_DIR"), key, max_size: Cache::MAX_SIZE, least: 0, copied: 0 };
    let shelf = ArchiveLoader::new(Origin::Paths(paths), Options::default(), Some(cache));
    let data = Some(folder("LISEUSE_DATA_DIR"));
    open(OpenRequest { shelf, gazetteer: None, listed: true, config: Config::default(), data, settings: None })
}
