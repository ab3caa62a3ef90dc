//! Any text as a file of settings: keymap, configuration, actors. The first byte picks which.
#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use liseuse::analysis::actors::Gazetteer;
use liseuse::app::keys::keymap::Keymap;
use liseuse::config::Config;
use liseuse::config::dirs::Dirs;

fuzz_target!(|bytes: &[u8]| {
    let Some((pick, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match pick % 8 {
        // Slower by far than the others.
        0 => drop(Gazetteer::with_corrections(&text).map_err(|error| error.to_string())),
        1..4 => drop(Keymap::new(&text).map_err(|error| error.to_string())),
        _ => {
            let home = std::env::temp_dir().join(format!("liseuse-settings-{}", std::process::id()));
            fs::create_dir_all(&home).unwrap();
            fs::write(home.join("config.toml"), rest).unwrap();
            let dirs = Dirs { config: Some(home), ..Dirs::default() };
            drop(Config::load(&dirs).map_err(|error| error.to_string()));
        }
    }
});
