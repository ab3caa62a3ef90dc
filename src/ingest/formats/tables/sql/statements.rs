//! The statements of a dump that name columns and put rows in, one behind the other. The others are passed over.
//!
//! No grammar of SQL: marks around names and strings, brackets and commas are what dumps of all systems share.

/// A statement that matters.
#[derive(Debug)]
pub(super) enum SqlStatement {
    /// What the columns of a table are called.
    Table { table: String, columns: Vec<String> },
    /// Rows of a table, with its columns where they are named.
    Rows { table: String, columns: Option<Vec<String>>, rows: Vec<Vec<String>> },
}

/// The statements of a text.
pub(super) struct SqlStatements<'a> {
    rest: &'a str,
    /// Whether a backslash in a string means something, as in `MySQL`.
    escapes: bool,
}

impl<'a> SqlStatements<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        /// Bytes in which `MySQL` shows its marks around names.
        const HEAD: usize = 64 << 10;
        let head = text.as_bytes();
        let escapes = head.get(..HEAD).unwrap_or(head).contains(&b'`');
        Self { rest: text, escapes }
    }

    /// Passes over white space and comments.
    fn skip_blank(&mut self) {
        loop {
            self.rest = self.rest.trim_start();
            let line = ["-- ", "--\n", "--\r", "#"].iter().any(|mark| self.rest.starts_with(mark));
            let end = match self.rest.strip_prefix("/*") {
                _ if line => self.rest.find('\n'),
                Some(inner) => inner.find("*/").map(|end| end + "/**/".len()),
                None => return,
            };
            self.advance(end.unwrap_or(self.rest.len()));
        }
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Takes `word`, in whatever capitals, when it stands next.
    fn takes(&mut self, word: &str) -> bool {
        self.skip_blank();
        let found = self.rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        let ends = !self.rest.get(word.len()..).unwrap_or_default().starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let found = found && (ends || !word.ends_with(char::is_alphanumeric));
        if found {
            self.advance(word.len());
        }
        found
    }

    /// Takes a name, without the marks around it and without those of its database.
    fn name(&mut self) -> Option<String> {
        self.skip_blank();
        let mark = self.rest.chars().next()?;
        let close = match mark {
            '`' | '"' => mark,
            '[' => ']',
            _ => {
                let end = self.rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(self.rest.len());
                return (end > 0).then(|| self.upto(end)).and_then(|name| self.last_of(name));
            }
        };
        let end = self.rest.get(1..)?.find(close)? + 1;
        let name = self.rest.get(1..end)?.to_owned();
        self.advance(end + 1);
        self.last_of(name)
    }

    fn upto(&mut self, end: usize) -> String {
        let words = self.rest.get(..end).unwrap_or_default().to_owned();
        self.advance(end);
        words
    }

    /// The name behind a dot where one follows `name`.
    fn last_of(&mut self, name: String) -> Option<String> {
        match self.rest.strip_prefix('.') {
            Some(behind) => {
                self.rest = behind;
                self.name()
            }
            None => Some(name),
        }
    }

    /// Passes over the rest of a statement.
    fn skip_statement(&mut self) {
        while let Some(at) = self.rest.find([';', '\'', '"', '`', '-', '/', '#']) {
            self.advance(at);
            match self.rest.as_bytes().first() {
                Some(b';') => return self.advance(1),
                Some(mark @ (b'\'' | b'"' | b'`')) => _ = self.string(char::from(*mark), self.escapes),
                _ => {
                    let before = self.rest.len();
                    self.skip_blank();
                    if self.rest.len() == before {
                        self.advance(1);
                    }
                }
            }
        }
        self.rest = "";
    }

    /// Takes a string between two of `mark`; a doubled mark is one.
    fn string(&mut self, mark: char, escapes: bool) -> String {
        let mut words = String::new();
        self.advance(mark.len_utf8());
        while let Some(at) = self.rest.find(|c| c == mark || escapes && c == '\\') {
            words.push_str(self.rest.get(..at).unwrap_or_default());
            self.advance(at);
            if self.rest.starts_with('\\') {
                self.advance(1);
                let Some(letter) = self.rest.chars().next() else { break };
                words.push(meant(letter));
                self.advance(letter.len_utf8());
                continue;
            }
            self.advance(mark.len_utf8());
            if !self.rest.starts_with(mark) {
                return words;
            }
            words.push(mark);
            self.advance(mark.len_utf8());
        }
        self.rest = "";
        words
    }

    /// Takes names between brackets; of each what stands first up to the next comma.
    fn columns(&mut self) -> Option<Vec<String>> {
        const NO_NAMES: [&str; 9] =
            ["primary", "key", "unique", "constraint", "index", "fulltext", "foreign", "check", "spatial"];
        if !self.takes("(") {
            return None;
        }
        let mut columns = Vec::new();
        loop {
            self.skip_blank();
            let is_marked = self.rest.starts_with(['`', '"', '[']);
            let name = self.name()?;
            if is_marked || !NO_NAMES.iter().any(|word| name.eq_ignore_ascii_case(word)) {
                columns.push(name);
            }
            self.value();
            if !self.takes(",") {
                return self.takes(")").then_some(columns);
            }
        }
    }

    /// Takes a value up to the next comma or bracket that closes, outside of its own brackets: a string, or what stands there.
    fn value(&mut self) -> String {
        let (mut plain, mut string, mut depth) = (String::new(), None::<String>, 0_usize);
        loop {
            let Some(at) = self.rest.find([',', ')', '(', '\'', '"', '`', ';']) else {
                self.rest = "";
                break;
            };
            plain.push_str(self.rest.get(..at).unwrap_or_default());
            self.advance(at);
            match self.rest.as_bytes().first() {
                Some(b',' | b')' | b';') if depth == 0 => break,
                Some(mark @ (b'\'' | b'"' | b'`')) => {
                    let escapes = self.escapes || plain.trim().eq_ignore_ascii_case("e");
                    let words = self.string(char::from(*mark), escapes);
                    string.get_or_insert(words);
                    continue;
                }
                Some(b'(') => depth += 1,
                Some(b')') => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.advance(1);
        }
        let plain = plain.trim();
        match string {
            // So SQLite writes the line ends of a text.
            Some(words) if plain.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("replace")) => {
                words.replace("\\r", "").replace("\\n", "\n")
            }
            Some(words) => words,
            None if plain.eq_ignore_ascii_case("null") => String::new(),
            None => plain.to_owned(),
        }
    }

    /// Takes the rows behind `VALUES`.
    fn tuples(&mut self) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        while self.takes("(") {
            let mut row = Vec::new();
            loop {
                row.push(self.value());
                if !self.takes(",") {
                    break;
                }
            }
            rows.push(row);
            if !self.takes(")") || !self.takes(",") {
                break;
            }
        }
        rows
    }

    /// Takes the lines behind `COPY … FROM stdin;`.
    fn lines(&mut self) -> Vec<Vec<String>> {
        self.skip_statement();
        self.rest = self.rest.trim_start_matches('\r').strip_prefix('\n').unwrap_or(self.rest);
        let mut rows = Vec::new();
        while let Some(line) = self.rest.lines().next() {
            let ended = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
            self.rest = ended;
            if line == "\\." {
                break;
            }
            rows.push(line.split('\t').map(unescaped).collect());
        }
        rows
    }

    fn insert(&mut self) -> Option<SqlStatement> {
        let table = self.name()?;
        let columns = self.columns();
        if !self.takes("values") {
            return None;
        }
        let rows = self.tuples();
        (!rows.is_empty()).then_some(SqlStatement::Rows { table, columns, rows })
    }

    fn statement(&mut self) -> Option<SqlStatement> {
        if self.takes("insert") {
            let _ignored = self.takes("ignore");
            return if self.takes("into") { self.insert() } else { None };
        }
        if self.takes("replace") {
            return if self.takes("into") { self.insert() } else { None };
        }
        if self.takes("create") {
            if !self.takes("table") {
                return None;
            }
            let _existing = self.takes("if") && self.takes("not") && self.takes("exists");
            let (table, columns) = (self.name()?, self.columns()?);
            return Some(SqlStatement::Table { table, columns });
        }
        if self.takes("copy") {
            let (table, columns) = (self.name()?, self.columns());
            if self.takes("from") && self.takes("stdin") {
                let rows = self.lines();
                return (!rows.is_empty()).then_some(SqlStatement::Rows { table, columns, rows });
            }
        }
        None
    }
}

impl Iterator for SqlStatements<'_> {
    type Item = SqlStatement;

    fn next(&mut self) -> Option<SqlStatement> {
        loop {
            self.skip_blank();
            if self.rest.is_empty() {
                return None;
            }
            let is_copy = self.rest.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("copy"));
            let found = self.statement();
            if !(is_copy && found.is_some()) {
                self.skip_statement();
            }
            if found.is_some() {
                return found;
            }
        }
    }
}

/// What a letter behind a backslash means.
fn meant(escaped: char) -> char {
    match escaped {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        other => other,
    }
}

/// A cell of a `COPY`: `\N` is none.
fn unescaped(cell: &str) -> String {
    if cell == "\\N" {
        return String::new();
    }
    let mut words = String::with_capacity(cell.len());
    let mut signs = cell.chars();
    while let Some(sign) = signs.next() {
        words.push(if sign == '\\' { signs.next().map_or('\\', meant) } else { sign });
    }
    words
}
