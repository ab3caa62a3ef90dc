//! Prints `docs/keys.md`: `cargo run --example keys_page > docs/keys.md`.

use liseuse::app::keys::keys_page::keys_page;

fn main() {
    print!("{}", keys_page());
}
