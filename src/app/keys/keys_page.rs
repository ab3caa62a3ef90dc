//! `docs/keys.md`, made from the table of commands. Not the help of the reading room: that is `pages`, with the user's keys.
//!
//! Called by `examples/keys_page.rs`, which writes the page, and by the test that holds the page to the table.

use std::fmt::Write as _;

use crate::app::keys::command::{COMMANDS, CommandGroup, Pane, Scope, Spec};
use crate::app::keys::key::{KeyPress, display};

const HEAD: &str = "\
# Keys

This page is made from the table of commands: `cargo run --example keys_page > docs/keys.md` writes it.

Every command has a name. It works on the `:` line and in the palette (`^P`), and it is what `keymap.toml` binds keys to.
`^D` is control and `d`; two characters, such as `gg`, are typed one after the other.
";

const FOOT: &str = "
## Lines of text

In the filter line, the search line, the `:` line and the field of a picker: Enter accepts, Esc leaves, `^W` deletes a word, `^U` the
line. `↓` and `↑`, or `^N` and `^P`, move in a picker.

In the filter line letters are always typed, and `Enter` takes the line as it stands. Beside that:

| keys | what they do |
|---|---|
| `Tab` | takes the offer that is marked in the list under the line, or the rest of a key that stands dimmed behind the cursor |
| `↓` `↑` `S-Tab` | mark another offer, while any are listed; `Enter` then takes it |
| `Esc` | closes the list of offers, else leaves the line; the words stay |
| `↑` | an earlier query; `↓` leads to later ones, and back to what was typed |
| `↓` | down the articles; `↑` comes up again, and from their head on leads to earlier queries |
| `^N` `^P` `PgDn` `PgUp` | move in the articles, whatever is listed |

[Queries](query.md) tells what can be typed.

## Notes

While a note is written, Esc keeps it, `^C` leaves it as it was, `^E` goes on in your own editor. A tag that is begun (`#so`) is offered as it was
used before: Tab writes it, `S-Tab` marks the next, Esc closes the offer.

In the pane of notes (`gN`) letters are typed into its line, which takes [queries](query.md#queries-for-notes); Tab, the arrows and Esc do there what they do in the
filter line, Enter goes to the note, and `^R` opens the review list.

## The review list

`gR` lists the notes that are not where they were, over a reader that shows the place. `a` accepts it, `A` accepts all whose very words
stand elsewhere, `c` chooses among several (`j` `k` show them, Enter takes one), `o` keeps the note as an orphan, `d` deletes it, Enter goes
on reading there, `u` and `^R` undo and redo; Esc comes back to where you were. [Notes](notes.md) tells more.

## The brush

`B` puts a brush on the histogram over the list. `h` `l` or `←` `→` move it by a column, `H` `L` or `Home` `End` to the ends; `v` or Space
keeps one end where it is, so that moving stretches the span. Enter filters by its days, as `date:` would; Esc puts the brush away,
and so does every other key, which then does what it always does.

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
```

Keys with names stand in angle brackets: `<Enter>` `<Esc>` `<Tab>` `<S-Tab>` `<Space>` `<BS>` `<Del>` `<Up>` `<Down>` `<Left>` `<Right>` `<Home>`
`<End>` `<PgUp>` `<PgDn>` `<F1>` to `<F12>`, and `<lt>` for `<`. `<C-d>` is control and `d`, `<A-Left>` alt and the left arrow. A capital letter is
written as such. A wrong name, a wrong key, or keys that would mean two things in one pane are told before the screen opens.
";

/// The page, in Markdown.
#[must_use]
pub fn keys_page() -> String {
    let mut page = HEAD.to_owned();
    for group in CommandGroup::ALL {
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {}\n\n| keys | name | what it does | where |\n|---|---|---|---|\n", group.title());
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            let _ = writeln!(page, "| {} | `{}` | {} | {} |", keys(spec), spec.name, spec.title, place(spec.scope));
        }
    }
    page.push_str(FOOT);
    page
}

fn keys(spec: &Spec) -> String {
    let shown = |keys: &&str| KeyPress::parse_all(keys).map_or_else(|_| (*keys).to_owned(), |keys| display(&keys));
    spec.keys.iter().map(shown).map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect::<Vec<_>>().join(" ")
}

fn place(scope: Scope) -> String {
    match scope {
        Scope::Everywhere => "everywhere".to_owned(),
        Scope::Caret => "at the cursor".to_owned(),
        Scope::In(panes) => panes.iter().map(|pane: &Pane| pane.title().to_lowercase()).collect::<Vec<_>>().join(", "),
    }
}
