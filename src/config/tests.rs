use std::fs;

use tempfile::TempDir;

use super::{Config, Settings};
use crate::config::colors::Tint;
use crate::config::dirs::Dirs;
use crate::config::theme::{ColorScheme, OwnTheme, ThemeChoice, ThemeColor, ThemeGround, ThemeName};

fn load(files: &[(&str, &str)]) -> Result<Config, String> {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    Config::load(&Dirs { config: Some(folder.path().to_owned()), ..Dirs::default() }).map_err(|error| error.to_string())
}

#[test]
fn without_files_the_defaults_hold() {
    assert_eq!(load(&[]), Ok(Config::default()));
    assert_eq!(Config::load(&Dirs::default()).unwrap(), Config::default());
    assert_eq!(
        (Settings::default().reader.measure, Settings::default().theme.name),
        (72, ThemeName::BuiltIn(ColorScheme::Standard, None))
    );
}

#[test]
fn what_is_said_goes_before_the_defaults() {
    let text = "[reader]\nmeasure = 60\n[theme]\nname = \"light\"\n[load]\nmax_file_size = \"2 MiB\"\n[cache]\nenabled = false\nmax_size = 7\n";
    let settings = load(&[("config.toml", text)]).unwrap().settings;
    let light = ThemeName::BuiltIn(ColorScheme::Standard, Some(ThemeGround::Light));
    assert_eq!((settings.reader.measure, settings.theme.name), (60, light));
    assert_eq!(settings.load.max_file_size, Some(2 << 20));
    assert_eq!((settings.cache.enabled, settings.cache.max_size), (false, Some(7)));
    assert_eq!(load(&[("config.toml", "load.max_file_size = 9")]).unwrap().settings.load.max_file_size, Some(9));
}

#[test]
fn errors_name_the_file_the_line_the_key_and_what_is_allowed() {
    for (text, parts) in [
        ("[reader]\nmesure = 60\n", ["config.toml:2:", "mesure", "measure"]),
        ("[reeder]\n", ["config.toml:1:", "unknown key `reeder`", "theme"]),
        ("[reader]\n\nmeasure = 2\n", ["config.toml:3:", "measure = 2", "20 to 400"]),
        ("[theme]\nname = \"../pink\"\n", ["config.toml:2:", "../pink", "contrast-dark"]),
        ("[theme]\nname = \"pink\"\n", ["no theme pink", "pink.toml", "colorblind-light"]),
        ("[load]\nmax_file_size = \"big\"\n", ["config.toml:2:", "big", "200 MiB"]),
        ("[load]\nmax_file_size = -1\n", ["config.toml:2:", "max_file_size", "200 MiB"]),
        ("[cache]\nmax_size = true\n", ["config.toml:2:", "max_size", "200 MiB"]),
    ] {
        let error = load(&[("config.toml", text)]).unwrap_err();
        assert!(parts.iter().all(|part| error.contains(part)) && !error.contains('\n'), "{error}");
    }
}

#[test]
fn a_theme_of_the_readers_own_stands_in_a_file_of_its_name() {
    let named = "[theme]\nname = \"sepia\"\n";
    let with = |text: &str| {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("themes")).unwrap();
        fs::write(folder.path().join("config.toml"), named).unwrap();
        fs::write(folder.path().join("themes/sepia.toml"), text).unwrap();
        let dirs = Dirs { config: Some(folder.path().to_owned()), ..Dirs::default() };
        Config::load(&dirs).map(|config| config.theme).map_err(|error| error.to_string())
    };
    let color = |code: [u8; 3]| Some(ThemeColor(Tint::Rgb(code[0], code[1], code[2])));
    let sepia = OwnTheme { background: color([0xf4, 0xec, 0xd8]), dim: color([0x6b, 0x5d, 0x48]), ..OwnTheme::default() };
    assert_eq!(with("background = \"#f4ecd8\"\ndim = \"#6b5d48\"\n"), Ok(ThemeChoice::Own(sepia)));
    let wrong = with("dim = \"mud\"\n").unwrap_err();
    assert!(wrong.contains("sepia.toml:1:") && wrong.contains("mud"), "{wrong}");
    let unknown = with("\nfont = \"red\"\n").unwrap_err();
    assert!(unknown.contains("sepia.toml:2:") && unknown.contains("unknown key"), "{unknown}");
}

#[test]
fn the_other_files_are_handed_on_as_they_stand() {
    let config = load(&[("keymap.toml", "not = checked here"), ("actors.toml", "[[actor]]")]).unwrap();
    assert_eq!(config.keymap.map(|file| file.text), Some("not = checked here".to_owned()));
    assert!(config.actors.is_some_and(|file| file.path.ends_with("actors.toml")));
}

#[test]
fn a_file_that_cannot_be_read_is_not_taken_for_none() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("config.toml")).unwrap();
    let error = Config::load(&Dirs { config: Some(folder.path().to_owned()), ..Dirs::default() }).unwrap_err();
    assert!(error.to_string().starts_with("cannot read ") && error.to_string().contains("config.toml"));
}
