//! `docs/keys.md`, made from the table of commands. Not the help of the reading room: that is `pages`, with the user's keys.
//!
//! Called by `examples/keys_page.rs`, which writes the page, and by the test that holds the page to the table.

use std::fmt::Write as _;

use crate::app::keys::command::{COMMANDS, CommandGroup, Scope, Spec};
use crate::app::keys::key::{KeyPress, display};
use crate::app::keys::keymap::Keymap;
use crate::locale::translated;

const HEAD: &str = "\
# Keys

This page is made from the table of commands: `cargo run --example keys_page > docs/keys.md` writes it.

Every command has a name. It works on the `:` line and in the palette (`{palette}`), and it is what `keymap.toml` binds keys to: the keys of
lines of text, lists, pages and ranges too. `^D` is control and `d`; two characters, such as `gg`, are typed one after the other.
";

const FOOT: &str = "
## How they go together

In a line of text letters are always typed: `{accept}` takes it, `{cancel}` leaves it. `{complete}` takes the offer that is marked in the list under the
filter line, or the rest of a key that stands dimmed behind the cursor. While offers are listed, `{next-offer}` and `{previous-offer}` mark another one,
which `{accept}` then takes, and `{close-offers}` closes the list. Without a list, `{earlier-query}` leads to earlier queries and `{later-query}` back, then down the
articles; `{list-page-down}` `{list-page-up}` and the other keys of lists move in them, whatever is listed. [Queries](query.md) tells what can be typed.

While a note is written, `{keep-note}` keeps it, `{leave-note}` leaves it as it was, `{edit-outside}` goes on in your own editor. A tag that is begun (`#so`) is
offered as it was used before: `{complete}` writes it, `{next-tag}` marks the next, `{close-offers}` closes the offer.

In the pane of notes (`{notes}`) letters are typed into its line, which takes [queries](query.md#queries-for-notes); offers are taken as in the
filter line, `{accept}` goes to the note, and `{review-listed}` opens the review list.

`{review}` lists the notes that are not where they were, over a reader that shows the place. `{accept-place}` accepts it, `{accept-moved}` accepts all whose very words
stand elsewhere, `{choose-place}` chooses among several (`{down}` `{up}` show them, `{accept}` takes one), `{keep-orphan}` keeps the note as an orphan, `{delete-listed}` deletes it, `{accept}` goes
on reading there, `{undo}` and `{redo}` undo and redo; `{cancel}` comes back to where you were. [Notes](notes.md) tells more.

`{brush}` puts a brush on the histogram over the list: moving takes it along, and once `{hold-range}` keeps one end where it is, stretches it. `{span-timeline}` puts a
span on the timeline, whose one end is kept from the start; `{hold-range}` lets it go. `{accept}` filters by its days, as `date:` would; `{leave-range}` puts it away, and so does every key that does nothing there, which then does what it
always does.

Esc leaves what lies over the panes whatever it is bound to, so that no keymap is a trap.

## The mouse

A click selects, a second click opens, one on a filter takes it off; the wheel scrolls. On the
histogram, a click filters by the days of a column, a drag by those of a span; a click on the same column takes them off again.

## Keys of your own

`keymap.toml` in the folder of your configuration (see [configuration](configuration.md)) gives a command other keys. What it
lists takes the place of the default keys; an empty list leaves the command without any.

```toml
# keymap.toml
quit = [\"ZZ\", \"<C-q>\"]
zoom = [\"<F11>\"]
sort = []
accept-place = [\"<Enter>\"]
accept = [\"<C-j>\", \"<F2>\"]
list-down = [\"<Down>\", \"<C-n>\"]
```

Keys with names stand in angle brackets: `<Enter>` `<Esc>` `<Tab>` `<S-Tab>` `<Space>` `<BS>` `<Del>` `<Up>` `<Down>` `<Left>` `<Right>` `<Home>`
`<End>` `<PgUp>` `<PgDn>` `<F1>` to `<F12>`, and `<lt>` for `<`. `<C-d>` is control and `d`, `<A-Left>` alt and the left arrow. A capital letter is
written as such. A wrong name, a wrong key, or keys that would mean two things in one place are told before the screen opens, and so is a letter
for a command of a line of text, where it is typed.
";

/// The page, in Markdown.
#[must_use]
pub fn keys_page() -> String {
    let keymap = Keymap::default();
    let mut page = keymap.fill(HEAD);
    for group in CommandGroup::ALL {
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {}\n\n| keys | name | what it does | where |\n|---|---|---|---|\n", group.title());
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            let _ = writeln!(
                page,
                "| {} | `{}` | {} | {} |",
                keys(spec),
                spec.name,
                keymap.fill(translated(spec.title)),
                place(spec.scope)
            );
        }
    }
    page.push_str(&keymap.fill(FOOT));
    page
}

fn keys(spec: &Spec) -> String {
    let shown = |keys: &&str| KeyPress::parse_all(keys).map_or_else(|_| (*keys).to_owned(), |keys| display(&keys));
    spec.keys.iter().map(shown).map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect::<Vec<_>>().join(" ")
}

fn place(scope: Scope) -> String {
    let place = scope.place();
    if place.is_empty() { "everywhere".to_owned() } else { place }
}
