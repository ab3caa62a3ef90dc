//! Words for keys: what a foot or a line says a key does, with the key that is bound to the command.

use crate::app::keys::command::Command;
use crate::app::keys::keymap::Keymap;

/// `Enter picks`; nothing for a command without a key.
#[must_use]
pub fn hint(keymap: &Keymap, command: Command, words: &str) -> Option<String> {
    Some(format!("{} {words}", keymap.hinted(command)?))
}

/// `j k scroll`, `↑↓ mark another`: for two commands that go together; nothing when either has no key.
#[must_use]
pub fn pair(keymap: &Keymap, commands: [Command; 2], words: &str) -> Option<String> {
    let [one, other] = commands.map(|command| keymap.hinted(command));
    let (one, other) = (one?, other?);
    let are_arrows = [&one, &other].iter().all(|key| ["↑", "↓", "←", "→"].contains(&key.as_str()));
    Some(format!("{one}{}{other} {words}", if are_arrows { "" } else { " " }))
}
