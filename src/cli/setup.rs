//! What the subcommands have in common before they print: paths checked, flags read, the archive loaded and filtered.
//!
//! Everything that can be wrong with the flags is said before the first file is read.

use std::collections::HashMap;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use anyhow::{Context as _, anyhow, bail};

use crate::analysis::actors::{Gazetteer, lookup};
use crate::cli::args::{Input, Limit, LoadPurpose, STANDARD, Wanted};
use crate::cli::ledger_slot::LedgerSlot;
use crate::cli::notes_session::look;
use crate::cli::output::tell;
use crate::cli::progress::ProgressLine;
use crate::config::Config;
use crate::config::dirs::Dirs;
use crate::ingest::cache::{Cache, CacheError, CacheKey};
use crate::ingest::{ArchiveLoader, Options, Origin, load_shelf};
use crate::locale::system::system_reason;
use crate::model::actor::{ActorIx, ActorTable};
use crate::model::archive::{Archive, ArticleIx};
use crate::model::article::Lang;
use crate::model::date::{PartialDate, Precision};
use crate::model::segment::ArticleRef;
use crate::notes::corrections::article_corrections::{ArticleCorrections, Corrector};
use crate::notes::corrections::family_edits::FamilyEdits;
use crate::notes::querying::annotation_facts::Snapshot;
use crate::notes::state::Notes;
use crate::query::index::Index;
use crate::query::language::ast::{Clause, Expr, Query};
use crate::query::language::date::DateRange;
use crate::query::language::error::QueryError;
use crate::query::language::parse::parse;
use crate::query::language::term::QueryTerm;
use crate::query::matching::names::{OutletCounts, QueryNames};
use crate::query::results::elsewhere::elsewhere;
use crate::query::results::filter::{Sorting, filter_with};
use crate::query::timeline::ToldIn;
use crate::text::sanitize::sanitize;
use crate::tr;

/// What is known before anything is loaded.
#[derive(Debug)]
pub struct Setup {
    config: Config,
    dirs: Dirs,
    pub(crate) ledger: LedgerSlot,
}

/// A loaded archive and the articles that are wanted of it, by publication date, then path.
#[derive(Debug)]
pub struct Loaded {
    /// The archive.
    pub archive: Archive,
    /// The wanted articles.
    pub rows: Vec<ArticleIx>,
    /// What finds names in them.
    pub gazetteer: Arc<Gazetteer>,
    /// What was asked, the flags included.
    pub query: Query,
    /// The archive as queries ask it.
    pub index: Index,
    /// The articles that a reader has corrected, with the names of the fields.
    corrected: HashMap<ArticleIx, Vec<&'static str>>,
    /// What the user noted and corrected.
    pub(crate) notes: Notes,
    /// Keeps the archive for the next time while it is printed.
    _keeping: Keeping,
}

impl Setup {
    /// Reads the configuration in `dirs`.
    ///
    /// # Errors
    /// When the configuration is wrong.
    pub fn new(dirs: Dirs) -> anyhow::Result<Self> {
        let config = Config::load(&dirs)?;
        Ok(Self { config, dirs, ledger: LedgerSlot::default() })
    }

    /// It, with what leaves in `ledger` what was asked.
    #[must_use]
    pub(crate) fn telling(self, ledger: &LedgerSlot) -> Self {
        Self { ledger: ledger.clone(), ..self }
    }

    /// Loads what `input` names and picks what is `wanted`. What could not be read is reported on stderr, a line each.
    ///
    /// # Errors
    /// When a path or a flag is wrong, or nothing at all could be read.
    pub fn load(&self, input: &Input, wanted: &Wanted) -> anyhow::Result<Loaded> {
        self.load_as(input, wanted, LoadPurpose::Articles)
    }

    /// The same for what `purpose` says.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub(crate) fn load_as(&self, input: &Input, wanted: &Wanted, purpose: LoadPurpose) -> anyhow::Result<Loaded> {
        let listed = gazetteer(input.limit, &self.config)?;
        // Which actors there are is known when the archive is; all else is said before the first file is read.
        self.query(wanted, None)?;
        let origin = if is_stdin(&input.paths) { self.given(input.limit)? } else { origin(input.paths.clone())? };
        // A script knows what it asked for; a person may have forgotten the path.
        if matches!(origin, Origin::Sample) && io::stderr().is_terminal() {
            tell(&[tr!("no PATH is given, so this is the sample archive")]);
        }
        let mut opened = shelf(origin.clone(), input.limit, &self.config, &self.dirs);
        let (start, mut line) = (Instant::now(), ProgressLine::on_stderr());
        let (mut archive, named, mut problems) = load_shelf(&mut opened, &listed, &mut |progress| line.advance(start, progress));
        drop(line);
        let kept_groups = opened.kept_groups();
        let keeping = Keeping::start(opened)?;
        let failure = problems.pop_if(|_| archive.is_empty() && purpose != LoadPurpose::Notes);
        tell(&problems);
        if let Some(problem) = failure {
            bail!("{problem}");
        }
        let query = self.query(wanted, Some(&named))?;
        let mut notes = look(&self.dirs);
        notes.know(&archive);
        let corrections = ArticleCorrections::of(&notes);
        let corrected = corrections.fields_in(&archive, &notes);
        Corrector { corrections: &corrections, notes: &notes, gazetteer: &named }.lay_over(&mut archive, 0);
        let mut index = Index::new(&archive);
        index.keep_groups(kept_groups);
        index.edit_families(FamilyEdits::of(&notes).in_archive(&archive, &notes));
        // Finding the articles of all notes takes a while, and few queries ask for it.
        if query.asks_for_notes() {
            index.set_notes(Arc::new(Snapshot::of(&notes).by_article(&archive)));
        }
        let rows = rows(&index, &query, query.sort());
        if rows.is_empty() && (purpose == LoadPurpose::Articles || !query.asks_for_notes()) {
            tell(&elsewhere(&index, (&query, &[]), &|| false).unwrap_or_default());
        }
        self.ledger.note(&mut notes, &origin, query.to_string(), (&archive, &rows));
        Ok(Loaded { archive, rows, gazetteer: named, query, index, notes, corrected, _keeping: keeping })
    }

    /// What comes on stdin, as one file.
    fn given(&self, limit: Limit) -> anyhow::Result<Origin> {
        let most = self.options(limit).max_file_size;
        let mut bytes = Vec::new();
        io::stdin().take(most.saturating_add(1)).read_to_end(&mut bytes).context(tr!("cannot read stdin"))?;
        if bytes.len() as u64 > most {
            bail!(tr!("stdin has more than {most} bytes, the limit: raise it with --max-file-size", most));
        }
        Ok(Origin::Given(bytes.into()))
    }

    /// How to load with `limit`.
    #[must_use]
    pub fn options(&self, limit: Limit) -> Options {
        options(limit, &self.config)
    }

    /// The articles of `loaded` that `query` wants, as it is typed.
    ///
    /// # Errors
    /// When it is none, or names nobody that the archive knows.
    pub(crate) fn rows_of(&self, loaded: &Loaded, query: &str) -> anyhow::Result<Vec<ArticleIx>> {
        let wanted = Wanted { query: Some(query.to_owned()), ..Wanted::default() };
        let query = self.query(&wanted, Some(&loaded.gazetteer))?;
        Ok(rows(&loaded.index, &query, query.sort()))
    }

    /// What finds actors, as the flags and the configuration ask for.
    ///
    /// # Errors
    /// When the user's corrections are wrong.
    pub(crate) fn gazetteer(&self, limit: Limit) -> anyhow::Result<Gazetteer> {
        gazetteer(limit, &self.config)
    }

    /// What the flags ask for, as one query: `--query` as it is, the others as the keys they stand for.
    /// Names are looked up in `gazetteer`; without one any name will do.
    fn query(&self, wanted: &Wanted, gazetteer: Option<&Gazetteer>) -> anyhow::Result<Query> {
        let nobody = ActorTable::default();
        let known = QueryNames {
            actors: gazetteer.map_or(&nobody, |gazetteer| gazetteer.table()),
            saved: &self.config.settings.queries,
            outlets: &OutletCounts::new(),
        };
        // Cleaned as the texts are, and on one line, so that a column counted in it can be found again.
        let text = sanitize(wanted.query.as_deref().unwrap_or_default()).replace(char::is_control, " ");
        let told = |error: QueryError| {
            anyhow!(tr!("--query: {error}, at column {column} of {text}", error, column = error.caret(&text).0 + 1, text))
        };
        let typed = parse(&text, &known).map_err(told)?;
        let mut asked = Vec::new();
        for (name, gazetteer) in wanted.actor.iter().zip(std::iter::repeat(gazetteer)) {
            let Some(gazetteer) = gazetteer else { break };
            say_who(name, gazetteer)?;
            asked.push(Expr::actor(name));
        }
        // An article has one month, one outlet and one language, so that several can only mean either.
        let months = wanted.month.iter().map(|text| month(text).map(DateRange::On)).collect::<anyhow::Result<_>>()?;
        asked.push(Expr::Clause(Clause::Month(months)));
        asked.push(Expr::Clause(Clause::Lang(wanted.lang.iter().map(|code| lang(code)).collect::<anyhow::Result<_>>()?)));
        asked.push(Expr::any(wanted.source.iter().map(|name| outlet(name)).collect::<anyhow::Result<Vec<_>>>()?));
        Ok(typed.and(Expr::And(asked).into()))
    }
}

/// The articles that `query` wants, in `order`.
fn rows(index: &Index, query: &Query, order: &[Sorting]) -> Vec<ArticleIx> {
    filter_with(index, query, order, &|| false).unwrap_or_default().into_iter().map(|found| found.article).collect()
}

/// Says on stderr whom a flag means by `name` when that may be several.
///
/// # Errors
/// When it means nobody; the nearest names are offered.
fn say_who(name: &str, gazetteer: &Gazetteer) -> anyhow::Result<()> {
    const SHOWN: usize = 3;
    let table = gazetteer.table();
    match *lookup::meant(table, name) {
        [] => match gazetteer.nearest(name, SHOWN) {
            near if near.is_empty() => bail!(tr!("unknown actor '{name}'; `liseuse actors` lists them", name)),
            near => bail!(tr!("unknown actor '{name}'; nearest: {names}", name, names = near.join(", "))),
        },
        [_] => {}
        ref several => {
            let candidate = |actor: &ActorIx| {
                tr!("{actor} ({n} article)" | "{actor} ({n} articles)", n = table.articles(*actor), actor = table.name(*actor))
            };
            let shown: Vec<String> = several.iter().take(SHOWN).map(candidate).collect();
            let more = several.len().saturating_sub(SHOWN);
            let more = if more > 0 { tr!(" and {more} more", more) } else { String::new() };
            tell(&[tr!("--actor {name} is taken for each of {names}{more}", name, names = shown.join(", "), more)]);
        }
    }
    Ok(())
}

/// Whether the list of actors that comes with the program is used.
#[must_use]
pub fn is_listed(limit: Limit, config: &Config) -> bool {
    config.settings.actors.gazetteer && !limit.no_gazetteer
}

/// The gazetteer that the flags and the configuration ask for, with the user's corrections when there are any.
///
/// # Errors
/// When the corrections are wrong.
pub fn gazetteer(limit: Limit, config: &Config) -> anyhow::Result<Gazetteer> {
    let corrections = config.actors.as_ref().map_or("", |file| file.text.as_str());
    let gazetteer = match is_listed(limit, config) {
        true if corrections.is_empty() => Ok(Gazetteer::builtin()),
        true => Gazetteer::with_corrections(corrections),
        false => Gazetteer::without_list(corrections),
    };
    let file = || config.actors.as_ref().map_or_else(String::new, |file| file.path.display().to_string());
    let gazetteer = gazetteer.with_context(file)?.naming(config.settings.actors.names);
    tell(gazetteer.unused());
    Ok(gazetteer)
}

impl Loaded {
    /// The archive with its stories, which are found or recalled now.
    #[must_use]
    pub(crate) fn told_in(&self) -> ToldIn<'_> {
        (&self.archive, Some(self.index.stories()))
    }

    /// The names of the fields of an article that a reader has corrected.
    #[must_use]
    pub(crate) fn corrected(&self, ix: ArticleIx) -> Vec<&'static str> {
        self.corrected.get(&ix).cloned().unwrap_or_default()
    }

    /// All articles, in the order asked for.
    #[must_use]
    pub fn all_rows(&self) -> Vec<ArticleIx> {
        rows(&self.index, &Query::default(), self.query.sort())
    }

    /// The wanted articles, in order.
    pub fn articles(&self) -> impl Iterator<Item = ArticleRef<'_>> {
        self.rows.iter().filter_map(|ix| self.archive.get(*ix))
    }
}

/// Whether `paths` ask for what comes on stdin.
fn is_stdin(paths: &[PathBuf]) -> bool {
    matches!(paths, [only] if only.as_os_str() == STANDARD)
}

/// What to load: `paths`, or the sample archive when there are none.
///
/// # Errors
/// When a path leads nowhere, or a folder cannot be opened, or there is none and no sample was built in.
pub fn origin(paths: Vec<PathBuf>) -> anyhow::Result<Origin> {
    if paths.is_empty() {
        if cfg!(not(feature = "sample")) {
            bail!(tr!("this program was built without the sample archive; name a file or folder"));
        }
        return Ok(Origin::Sample);
    }
    paths.iter().try_for_each(|path| check(path))?;
    Ok(Origin::Paths(paths))
}

/// Whether `path` leads somewhere that can be opened.
///
/// # Errors
/// Says why not.
pub fn check(path: &Path) -> anyhow::Result<()> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => anyhow!(tr!("no such file or folder: {path}", path = path.display())),
        _ => anyhow!(tr!("cannot open {path}: {error}", path = path.display(), error = system_reason(&error))),
    })?;
    if metadata.is_dir() {
        std::fs::read_dir(path).with_context(|| tr!("cannot open the folder {path}", path = path.display()))?;
    }
    Ok(())
}

/// How to load: the flag goes before the configuration, and that before the usual limit.
#[must_use]
pub fn options(limit: Limit, config: &Config) -> Options {
    let usual = Options::default();
    Options { max_file_size: limit.max_file_size.or(config.settings.load.max_file_size).unwrap_or(usual.max_file_size) }
}

/// The archive of `origin`, to be loaded, and kept unless the flags or the configuration say otherwise.
#[must_use]
pub fn shelf(origin: Origin, limit: Limit, config: &Config, dirs: &Dirs) -> ArchiveLoader {
    let options = options(limit, config);
    let cache = cache(limit, &options, config, dirs).filter(|_| !limit.no_cache && config.settings.cache.enabled);
    ArchiveLoader::new(origin, options, cache)
}

/// Where archives are kept; `None` when there is no folder for it.
#[must_use]
pub fn cache(limit: Limit, options: &Options, config: &Config, dirs: &Dirs) -> Option<Cache> {
    let corrections = config.actors.as_ref().map_or("", |file| &file.text);
    Some(Cache {
        folder: dirs.cache.clone()?,
        key: CacheKey::new(options, is_listed(limit, config), corrections),
        max_size: config.settings.cache.max_size.unwrap_or(Cache::MAX_SIZE),
        least: Cache::LEAST,
        copied: Cache::COPIED,
    })
}

/// An archive that is being written to the cache; whoever drops it waits for the end.
#[derive(Debug)]
struct Keeping(Option<JoinHandle<Result<(), CacheError>>>);

impl Keeping {
    fn start(mut shelf: ArchiveLoader) -> io::Result<Self> {
        Ok(Self(Some(thread::Builder::new().name("cache".into()).spawn(move || shelf.keep())?)))
    }
}

impl Drop for Keeping {
    fn drop(&mut self) {
        if let Some(Ok(Err(error))) = self.0.take().map(JoinHandle::join) {
            tell(&[error]);
        }
    }
}

/// Reads the month of a flag.
fn month(text: &str) -> anyhow::Result<PartialDate> {
    PartialDate::parse(text)
        .filter(|date| date.precision() == Precision::Month)
        .ok_or_else(|| anyhow!(tr!("{text} is no month; give YYYY-MM, such as 2020-05", text)))
}

/// The outlet of a flag; without a word it would be any, which a variable that is empty in a script does not mean.
fn outlet(name: &str) -> anyhow::Result<Expr> {
    let has_word = QueryTerm::words(name).is_some();
    if has_word {
        Ok(Expr::source(name))
    } else {
        bail!(tr!("--source names no outlet; leave it out for articles of all outlets"))
    }
}

/// Reads the language of a flag.
///
/// # Errors
/// When it is no language code.
pub fn lang(code: &str) -> anyhow::Result<Lang> {
    match Lang::parse(code) {
        Lang::Unknown => Err(anyhow!(tr!("{code} is no language code; give one such as fr or en", code))),
        lang => Ok(lang),
    }
}
