use crate::model::actor::ActorIx;
use crate::query::language::error::ErrorKind;
use crate::query::language::explain::explain;
use crate::query::language::keyword::SortKey;
use crate::query::language::names::Names;
use crate::query::language::parse::parse;
use crate::query::language::term::QueryTerm;
use crate::text::fold::fold;

/// Three actors and some saved queries.
struct Desk;

const ACTORS: [(&str, usize); 3] = [("Mustafa al-Kadhimi", 4), ("Salih Muslim", 2), ("Salman Rushdie", 1)];

impl Names for Desk {
    fn actors(&self, name: &QueryTerm) -> Vec<ActorIx> {
        let wanted = fold(name.text());
        let begins =
            |known: &str| fold(known).split([' ', '-']).any(|word| word.starts_with(&wanted)) || fold(known).starts_with(&wanted);
        (0..).map(ActorIx).zip(ACTORS).filter(|(_, (known, _))| begins(known)).map(|(actor, _)| actor).collect()
    }

    fn name(&self, actor: ActorIx) -> &str {
        ACTORS.get(usize::from(actor.0)).map_or("", |(name, _)| name)
    }

    fn spellings(&self, actor: ActorIx) -> usize {
        ACTORS.get(usize::from(actor.0)).map_or(0, |(_, spellings)| *spellings)
    }

    fn nearest(&self, _: &str) -> Option<String> {
        Some("Mustafa al-Kadhimi".into())
    }

    fn saved(&self, name: &str) -> Option<&str> {
        match name {
            "irak" => Some("irak OR iraq sort:-date"),
            "both" => Some("@irak kazemi"),
            "self" => Some("@other"),
            "other" => Some("a @self"),
            "broken" => Some("(a"),
            "two" => Some("@four @four"),
            "four" => Some("@eight @eight"),
            "eight" => Some("@many @many @many @many @many @many @many @many"),
            "many" => Some("@irak @irak @irak @irak @irak @irak @irak @irak"),
            _ => None,
        }
    }
}

#[test]
fn queries_are_read_and_written_in_one_way() {
    for (typed, written) in [
        ("", ""),
        ("  kazemi   irak ", "kazemi irak"),
        ("kazemi AND irak", "kazemi irak"),
        ("a b OR c d", "a b OR c d"),
        ("(a (b)) OR (c d) OR e", "a b OR c d OR e"),
        ("a (b OR c)", "a (b OR c)"),
        ("NOT a --b NOT (c OR d) -(e) -(f g)", "-a b -(c OR d) -e -(f g)"),
        ("\"grève  générale\" «le monde» “x”", "\"grève générale\" \"le monde\" \"x\""),
        ("\"a b\"~5 \"a\"~5 \"a b\"*", "\"a b\"~5 \"a\" \"a b\"*"),
        ("=État =\"Le Monde\" etat* \"etat\"*", "=État =\"Le Monde\" etat* etat*"),
        ("/a\\/b|c d/ -/x/", "/a\\/b|c d/ -/x/"),
        ("\"\\\"a\\\\ b\"", "\"\\\"a\\\\ b\""),
        ("Paris, Berlin, 3.5", "Paris Berlin 3.5"),
        ("12:30 https://a.org/x?y=1 Exclusif:", "12:30 https://a.org/x?y=1 Exclusif:"),
        ("\"OR\" or", "\"OR\" or"),
        ("actor:kadhimi,\"salih muslim\" actor:salman", "actor:kadhimi,\"salih muslim\" actor:salman"),
        ("text:a, b ,c d", "text:a,b,c d"),
        ("text:(a OR -b) title:(c d)", "(text:a OR -text:b) title:c title:d"),
        ("date:(2020 OR 2022)", "date:2020 OR date:2022"),
        ("text:-a,@b,c:d,OR,=e,f*,/g/,\"h i\"~3", "text:\"-a\",\"@b\",c:d,\"OR\",=e,f*,/g/,\"h i\"~3"),
        ("lang:fr-FR,eng,unknown,de", "lang:fr,en,unknown,de"),
        ("date:>=2020 date:<=2020-03,..2021 date:\"~2020-03-05\"", "date:2020.. date:..2020-03,..2021 date:~2020-03-05"),
        ("month:2020-01..2020-03,2020-05 event:>2019", "month:2020-01..2020-03,2020-05 event:>2019"),
        ("HAS:Author,url -is:undated words:>500", "has:author,url -is:undated words:501.."),
        ("sort:-date a sort:title,date", "a sort:-date,title"),
        ("sort:score", "sort:score"),
        ("tag:#été tag:\"#deux mots\"", "tag:été tag:\"deux mots\""),
        ("a AND sort:date", "a sort:date"),
        ("@irak -@both", "@irak -@both"),
        ("file:2020/05 file:\"/home/x\"", "file:2020/05 file:\"/home/x\""),
    ] {
        let query = parse(typed, &Desk).unwrap_or_else(|error| panic!("{typed}: {error}"));
        assert_eq!(query.to_string(), written, "{typed}");
        assert_eq!(parse(written, &Desk), Ok(query));
    }
}

#[test]
fn a_saved_query_lends_its_order_until_another_is_asked_for() {
    let sort = |text: &str| parse(text, &Desk).unwrap().sort().first().map(|(key, _)| *key);
    assert_eq!(sort("@irak"), Some(SortKey::Date));
    assert_eq!(sort("a @both"), Some(SortKey::Date));
    assert_eq!(sort("@irak sort:title"), Some(SortKey::Title));
    assert_eq!(sort("a"), None);
}

/// Queries with what is wrong with them, where, and whether more typing could mend it.
const ERRORS: &[(&str, &str, &str, ErrorKind)] = {
    use ErrorKind::{Incomplete, Wrong};
    &[
        // Cut off.
        ("a \"b c", "  ^^^^", "unclosed quote", Incomplete),
        ("(a (b)", "^", "unclosed parenthesis", Incomplete),
        ("/a b", "^^^^", "unclosed regex", Incomplete),
        ("actor:", "      ^", "nothing after actor:", Incomplete),
        ("text:a,", "       ^", "nothing after the comma", Incomplete),
        ("a OR ", "    ^", "nothing after OR", Incomplete),
        ("a NOT", "     ^", "nothing after NOT", Incomplete),
        ("a -", "   ^", "nothing after -", Incomplete),
        ("a AND", "     ^", "nothing after AND", Incomplete),
        ("a =", "  ^", "nothing after =", Incomplete),
        ("a @", "   ^", "nothing after @", Incomplete),
        ("a @nope", "  ^^^^^", "no saved query is named \"nope\"", Incomplete),
        ("\"\"", "^^", "nothing between the quotes", Incomplete),
        ("\"a b\"~", "^^^^^^", "nothing after ~, such as 5 words", Incomplete),
        ("date:2020-0", "     ^^^^^^", "\"2020-0\" is no whole date; write 2024, 2024-03 or 2024-03-05", Incomplete),
        ("has:da", "    ^^", "has: knows no \"da\"; did you mean date?", Incomplete),
        ("sort:-", "      ^", "nothing after -", Incomplete),
        // Wrong whatever follows.
        ("a OR OR b", "    ^", "nothing after OR", Wrong),
        ("OR b", "^^", "nothing before OR", Wrong),
        ("a) b", " ^", "no parenthesis to close", Wrong),
        ("() b", "^^", "nothing between the parentheses", Wrong),
        ("text: b", "     ^", "nothing after text:", Wrong),
        ("Irak - USA", "      ^", "nothing after -", Wrong),
        ("acter:kazemi", "^^^^^^", "no key is named \"acter:\"; did you mean actor:?", Wrong),
        ("geo:x", "^^^^", "no key is named \"geo:\"; put it in quotes to look for it", Wrong),
        ("actor:kazmi", "      ^^^^^", "no actor is known as \"kazmi\"; nearest: Mustafa al-Kadhimi", Wrong),
        ("date:2020-01..2020-13", "              ^^^^^^^", "2020-13 is no month", Wrong),
        ("date:2020-02-30 b", "     ^^^^^^^^^^", "2020-02-30 is no day", Wrong),
        ("date:/2020/", "     ^^^^^^", "date: takes no regex", Wrong),
        ("lang:french", "     ^^^^^^", "\"french\" is no language code, such as fr", Wrong),
        ("words:many", "      ^^^^", "\"many\" is no number, such as 500", Wrong),
        (
            "has:\"a\u{7}\n b\"",
            "    ^^^^^",
            "has: knows no \"a b\"; it knows date, source, author, url, headline, lang, actor, event, heading, caption, note, highlight, furniture, comment",
            Wrong,
        ),
        ("tri:jour", "    ^^^^", "tri: knows no \"jour\"; it knows date, title, source, words, score, event", Wrong),
        ("etiquette:", "          ^", "nothing after etiquette:", Incomplete),
        ("journal:", "        ^", "nothing after journal:", Incomplete),
        ("a -sort:date", "  ^", "sort: cannot be negated; sort:-date turns an order round", Wrong),
        ("words:500..200", "      ^^^^^^^^", "the range ends before it begins", Wrong),
        (
            "date:\"31 février 2020\"",
            "     ^^^^^^^^^^^^^^^^^",
            "\"31 février 2020\" is no date; write 2024, 2024-03 or 2024-03-05",
            Wrong,
        ),
        (
            "date:\"printemps 2020\"",
            "     ^^^^^^^^^^^^^^^^",
            "\"printemps 2020\" is no date; write 2024, 2024-03 or 2024-03-05",
            Wrong,
        ),
        ("/(a/", "^^^^", "the regex is wrong: unclosed group", Wrong),
        ("file:/home/x", "           ^", "a regex ends at its second /; put what has slashes in quotes", Wrong),
        ("a*b", "^^^", "* stands only at the end of a word", Wrong),
        ("\"a b\"~900 c", "^^^^^^^^^", "words are near within 1 to 255 words", Wrong),
        ("été \"b\" c:d actr:x", "            ^^^^^", "no key is named \"actr:\"; did you mean actor:?", Wrong),
        ("text:(title:a)", "      ^^^^^^", "a key's parentheses take words, no keys or saved queries", Wrong),
        ("sort:(a)", "     ^", "sort: takes no parentheses", Wrong),
        ("@self", "^^^^^", "in @self: in @other: @self is part of itself", Wrong),
        ("@broken", "^^^^^^^", "in @broken: unclosed parenthesis", Wrong),
        ("@two", "^^^^", "in @two: in @four: in @eight: in @many: too many saved queries in each other", Wrong),
    ]
};

#[test]
fn errors_say_where_and_what() {
    for (text, carets, message, kind) in ERRORS {
        let error = parse(text, &Desk).unwrap_err();
        let (column, width) = error.caret(text);
        let shown = format!("{}{}", " ".repeat(column), "^".repeat(width));
        assert_eq!((shown.as_str(), error.message.as_str(), error.kind), (*carets, *message, *kind), "{text}");
    }
}

#[test]
fn carets_count_columns_not_bytes() {
    let error = parse("中文 \"é", &Desk).unwrap_err();
    assert_eq!(error.caret("中文 \"é"), (5, 2));
}

#[test]
fn explanations_say_what_the_text_leaves_open() {
    for (text, expected) in [
        ("", ""),
        ("actor:kadhimi", "actor: Mustafa al-Kadhimi, 4 spellings"),
        ("actor:rushdie", "actor: Salman Rushdie, 1 spelling"),
        ("actor:sal", "actor: 2 named \"sal…\" (Salih Muslim, Salman Rushdie)"),
        ("actor:kadhimi,sal", "actor: Mustafa al-Kadhimi or 2 named \"sal…\" (Salih Muslim, Salman Rushdie)"),
        ("text:\"grève générale\"", "text: \"grève générale\" with its accents"),
        ("kazemi etat* =État /x/", "kazemi | etat… | exactly État | /x/"),
        ("date:2020-03 -source:\"Le Monde\"", "published 2020-03-01 to 2020-03-31 | not source: \"Le Monde\""),
        ("date:>2020,2020-03-05", "published 2021-01-01 or later or 2020-03-05"),
        ("month:2020-03 month:~2020-03", "month 2020-03 | month 2020-02 to 2020-04"),
        ("event:<2020", "mentions 2019-12-31 or earlier"),
        ("a OR (b \"c d\"~5)", "a or (b and \"c d\" within 5 words)"),
        ("-(lang:fr,unknown OR words:<=200,500..900)", "not (language fr or unknown or 200 or fewer or 500 to 900 words)"),
        ("has:date,url is:long", "has date or url | is long"),
        ("@irak", "@irak: irak or iraq | sorted by date, reversed"),
        ("-@both sort:score,-words", "not (@both: @irak: irak or iraq, kazemi) | sorted by score, then words, reversed"),
    ] {
        assert_eq!(explain(&parse(text, &Desk).unwrap(), &Desk).join(" | "), expected, "{text}");
    }
}
