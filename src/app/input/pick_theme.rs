//! Choosing the colours while the room is open. They hold until it is left; what is to stay stands in `config.toml`.

use crate::app::filter::filtering;
use crate::app::state::State;
use crate::app::widget::picker::{PickerChoice, PickerItem};
use crate::config::theme::{ThemeChoice, built_in, choice_of};
use crate::tr;

/// A picker of the themes that come with the program, and of that of `config.toml`.
pub fn open(state: &mut State) {
    let item = |name: &'static str, choice: Option<ThemeChoice>| PickerItem {
        label: name.to_owned(),
        aliases: Vec::new(),
        note: String::new(),
        on: state.theme == choice,
        choice: PickerChoice::Theme(name, choice),
    };
    let configured = item(tr!("as in config.toml"), None);
    let items = std::iter::once(configured).chain(built_in().map(|name| item(name, choice_of(name)))).collect();
    filtering::open(state, tr!("Theme"), items);
}

/// Takes the colours that were picked, and says how they stay.
pub fn choose(state: &mut State, name: &str, choice: Option<ThemeChoice>) {
    state.theme = choice;
    if choice.is_some() {
        state.info(tr!("theme {name} until you leave; config.toml keeps one for good", name));
    }
}
