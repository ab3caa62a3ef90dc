//! The address of an article, handed to the system's browser. The first time in a run it is only shown, and asked again: nothing
//! leaves this machine unasked.

use crate::app::effect::Effect;
use crate::app::keys::command::Command;
use crate::app::reader::visit;
use crate::app::state::State;
use crate::tr;

/// Opens the address of the article at hand, or asks whether to.
#[must_use]
pub fn open(state: &mut State) -> Vec<Effect> {
    let address = visit::at_hand(state).and_then(|article| article.url.clone());
    // Anything else could start a program instead of a browser.
    let is_page = |address: &str| ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    let Some(address) = address.filter(|address| is_page(address)) else {
        state.info(tr!("no address of this article is known"));
        return Vec::new();
    };
    if !state.reader.may_open_address {
        state.reader.may_open_address = true;
        state.info(tr!("{key} again opens {address} in your browser", key = state.key(Command::OpenAddress), address));
        return Vec::new();
    }
    state.info(tr!("opening {address}", address));
    vec![Effect::OpenAddress(address.into())]
}
