//! Shakes the readers of what comes from outside: inputs that are right are changed by chance, without a look at what that reaches, for so many
//! seconds: `cargo run --example shake -- SECONDS [TARGET]...`. `fuzz/run` looks deeper, and takes a build of its own.
//!
//! A panic ends it, and so does an input that takes over five seconds; the input is left in the temporary folder. It says how many inputs there
//! were, and the slowest.

#![expect(clippy::expect_used, clippy::panic, reason = "what breaks it is what it looks for")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use liseuse::analysis::actors::Gazetteer;
use liseuse::app::keys::keymap::Keymap;
use liseuse::config::Config;
use liseuse::config::dirs::Dirs;
use liseuse::import::dedupe::settle;
use liseuse::import::read as import;
use liseuse::ingest::cache::{Cache, CacheKey};
use liseuse::ingest::formats::document::{FileName, read};
use liseuse::ingest::{ArchiveLoader, Options, Origin, load_shelf};
use liseuse::model::archive::Archive;
use liseuse::notes::journal::backup::restore::restore;
use liseuse::notes::journal::backup::{pack, unpack};
use liseuse::notes::journal::line::{outline, read as read_line, salvage, tell, write};
use liseuse::notes::state::Notes;

/// Words that readers look for, put in by chance.
const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "\\u0000",
    "\\ud800",
    "-1",
    "1e999",
    "18446744073709551616",
    "<",
    ">",
    "</p>",
    "<p>",
    "<!--",
    "-->",
    "&amp;",
    "&#x110000;",
    "<![CDATA[",
    "\r\n",
    "\n\n",
    "\0",
    "=?utf-8?B?",
    "?=",
    "--x",
    "boundary",
    "base64",
    "%PDF",
    "TY  - ",
    "ustar",
    "../",
    "\u{1b}[31m",
    "\u{202e}",
    "é",
    "\u{10ffff}",
    "«",
    "[[actor]]",
    "id = ",
    "deleted",
    "schema",
    "undo",
    "2020-05-16",
];

const MAIL: &str = "Subject: =?utf-8?Q?La_crue?=\nFrom: A <a@b.example>\nDate: Tue, 9 Mar 2021 18:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nLe fleuve a d=C3=A9bord=C3=A9 mardi.\n--x\nContent-Type: text/html\n\n<p>Le fleuve a débordé <b>mardi</b>.</p>\n--x--\n";
const PAGE: &str = "<!DOCTYPE html><html lang=fr><head><title>La crue | Gazette</title><meta property=\"og:title\" content=\"La crue\"><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"La crue\",\"datePublished\":\"2020-05-16\"}</script></head><body><nav><a href=/>Une</a></nav><article><h1>La crue</h1><p>Le fleuve a débordé mardi, dit la préfecture. &amp; « rien »</p><table><tr><td>1<td>2</table><p>Il a plu.</p></article></body></html>";
const NUXT: &str = "<html><head><title>La crue à Valmont</title></head><body><script>window.__NUXT__=(function(a,b){return {data:[{title:a,body:b,at:new Date(1),is:[!0,void 0,-1.5]}]}}(\"La crue à Valmont\",\"\\u003Cp\\u003ELe fleuve a débordé mardi matin, dit la préfecture, et il a plu trois jours et trois nuits.\\u003C\\u002Fp\\u003E\"));</script></body></html>";
const OWN: &str = "{\"generator\":\"liseuse 0.1.0\",\"archive\":\"press\",\"annotations\":[{\"id\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"target\":{\"on\":\"day\",\"day\":\"2020-05-16\"},\"note\":\"n\",\"created\":1,\"modified\":2}]}";
const JSONLD: &str = "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"a\",\"type\":\"AnnotationPage\",\"items\":[{\"id\":\"urn:uuid:0177a1b2-0000-4000-8000-000000000000\",\"type\":\"Annotation\",\"created\":\"2020-05-16T10:00:00Z\",\"body\":[{\"type\":\"TextualBody\",\"value\":\"n\"}],\"target\":{\"source\":\"https://a.example/\",\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"mots\",\"prefix\":\"p\",\"suffix\":\"s\"},{\"type\":\"TextPositionSelector\",\"start\":1,\"end\":5}]}}]}";
const HYPOTHESIS: &str = "{\"total\":1,\"rows\":[{\"id\":\"a\",\"created\":\"2020-05-16T10:00:00+00:00\",\"uri\":\"https://a.example/\",\"text\":\"n\",\"tags\":[\"t\"],\"target\":[{\"source\":\"https://a.example/\",\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"mots\"}]}]}]}";
const READWISE: &str =
    "Highlight,Title,Author,URL,Note,Location,Date\n\"mots, dits\",La crue,A,https://a.example/,n,3,2020-05-16 10:00:00\n";

/// Records in the forms that have a reader of their own.
const RECORDS: [&str; 12] = [
    "{\"articles\":[{\"title\":\"La crue\",\"date\":{\"$date\":\"2020-05-16\"},\"body\":{\"summary\":[\"Un lead.\"],\"sections\":[{\"headline\":[\"Deux\"],\"paragraphs\":[\"Le fleuve a débordé.\"]}]}},{\"title_fr\":\"B\",\"content\":\"{\\\"root\\\":{\\\"children\\\":[{\\\"text\\\":\\\"Un.\\\"}]}}\"}]}",
    "[[\"title\",\"date\",\"text\"],[\"La crue\",\"2020-05-16\",\"Le fleuve a débordé mardi.\"],[\"B\",\"44259\",\"Deux.\"]]",
    "{\"title\":\"La crue\",\"body\":{\"ops\":[{\"insert\":\"Le fleuve\\n\"},{\"attributes\":{\"header\":2},\"insert\":\"\\n\"}]},\"pages\":[{\"text\":\"a\"}],\"date\":\"Thu Mar 04 10:00:00 +0000 2021\"}",
    "sep=;\ntitre;date;texte;résumé\n\"La crue\";2020-05-16;\"Le fleuve a débordé, dit-on.\";x\n1;2;3;4;5\n",
    "Headline: La crue\nDate: March 4, 2021\nSource: Gazette. 03/04/2021, p3\nArticle Text: Le fleuve a débordé.\n\nCopyright: x\n\nHeadline: B\nArticle Text: Deux.\n",
    "<rss><channel><title>G</title><item><title>La crue</title><link>https://a.example/1</link><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate><description>Un &lt;b&gt;lead&lt;/b&gt;</description><content:encoded>&lt;p&gt;Le fleuve.&lt;/p&gt;</content:encoded></item></channel></rss>",
    "<DOC><DOCNO>1</DOCNO><HEADLINE>La crue</HEADLINE><TEXT>Le fleuve a débordé.</TEXT></DOC>\n<DOC><DOCNO>2</DOCNO><TEXT>Deux.</TEXT></DOC>",
    "<mediawiki><siteinfo><base>https://a.example/wiki/A</base></siteinfo><page><title>La crue</title><ns>0</ns><revision><text>{{date|4 mars 2021}}\n[[File:a.jpg|thumb|Le [[quai]] hier.]]\n'''Le fleuve'''&lt;ref&gt;Ici.&lt;/ref&gt; {{w|a|b}}\n== Un ==\n* deux [https://a.example trois]\n{|\n! a !! b\n|-\n| c=d | e || f\n|}</text></revision></page></mediawiki>",
    "<article><front><journal-meta><journal-title>G</journal-title></journal-meta><article-meta><title-group><article-title>La crue</article-title></title-group><pub-date><year>2021</year><month>3</month></pub-date></article-meta></front><body><sec><title>Un</title><p>Le fleuve<xref>1</xref>.</p></sec></body><back><ref-list><ref><label>1</label></ref></ref-list></back></article>",
    "CREATE TABLE `p` (`ID` int, `post_title` text, `post_date` datetime, `post_content` text);\nINSERT INTO `p` VALUES (1,'La crue','2021-03-04','Le fleuve d\\'ici.'),(2,NULL,'x',0x41);\nCOPY a (title, body) FROM stdin;\nUn\tDeux\\n\n\\.\n",
    "- title: La crue\n  date: 2021-03-04\n  text: |\n    Le fleuve a débordé mardi.\n---\ntitle: Deux\ntext: \"Elle ferme.\"\n",
    "{\\rtf1\\ansi Le fleuve{\\footnote Une note.} a d\\'e9bord\\'e9.\\par{\\shp{\\*\\shpinst{\\shptxt Un encadr\\'e9.\\par}}}}",
];

/// Chance with a seed: splitmix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end.max(1) as u64).unwrap_or_default()
    }

    /// `bytes` with a few changes.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            let (from, to) = (self.below(bytes.len() + 1), self.below(bytes.len() + 1));
            let (from, to) = (from.min(to), from.max(to).min(from.min(to) + 200));
            match self.below(6) {
                0 if from < bytes.len() => bytes[from] = u8::try_from(self.below(256)).unwrap_or_default(),
                1 => drop(bytes.drain(from..to)),
                2 => drop(bytes.splice(from..from, bytes[from..to].repeat(1 + self.below(40)))),
                3 => bytes.truncate(to),
                _ => drop(bytes.splice(from..from, WORDS[self.below(WORDS.len())].bytes())),
            }
        }
    }
}

/// Takes an input in.
type Take = dyn Fn(&[u8]);

/// What is shaken: its name, inputs that are right, and what takes one.
struct Target {
    name: &'static str,
    seeds: Vec<Vec<u8>>,
    take: Box<Take>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(60);
    let wanted: Vec<String> = arguments.collect();
    let home = std::env::temp_dir().join(format!("liseuse-shake-{}", std::process::id()));
    fs::create_dir_all(&home).expect("the temporary folder can be written");
    for target in targets(&home).into_iter().filter(|target| wanted.is_empty() || wanted.iter().any(|name| name == target.name)) {
        shake(&target, Duration::from_secs(seconds));
    }
    let _left = fs::remove_dir_all(&home);
}

fn shake(target: &Target, long: Duration) {
    let (start, mut chance, mut inputs, mut slowest) = (Instant::now(), Chance(start_of(target.name)), 0_u64, Duration::ZERO);
    while start.elapsed() < long {
        let mut input = target.seeds[chance.below(target.seeds.len())].clone();
        chance.change(&mut input);
        let before = Instant::now();
        let taken = catch_unwind(AssertUnwindSafe(|| (target.take)(&input)));
        let took = before.elapsed();
        if taken.is_err() || took > Duration::from_secs(5) {
            let kept = std::env::temp_dir().join(format!("shaken-{}", target.name));
            let _unkept = fs::write(&kept, &input);
            println!("{}: fails in {took:?}, see {}", target.name, kept.display());
            std::process::exit(1);
        }
        (inputs, slowest) = (inputs + 1, slowest.max(took));
    }
    println!("{}: {inputs} inputs in {} s, the slowest in {} ms", target.name, long.as_secs(), slowest.as_millis());
}

/// Another seed each time and for each target.
fn start_of(name: &str) -> u64 {
    let clock = std::time::SystemTime::UNIX_EPOCH.elapsed().map(|since| since.as_secs()).unwrap_or_default();
    name.bytes().fold(clock, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)))
}

fn targets(home: &Path) -> Vec<Target> {
    let journal = include_str!("../tests/journal/past/2026-11-28.jsonl").as_bytes().to_vec();
    let old = include_str!("../tests/journal/past/2026-11-21.jsonl").as_bytes().to_vec();
    let backup = include_bytes!("../tests/journal/past/2026-11-28.tar.gz").to_vec();
    let plain = without_sums(&journal);
    let actors = "hide = [\"united-states\"]\n[[actor]]\nid = \"own\"\nname = \"Jean Dupont\"\nkind = \"person\"\nspellings = [\"J. Dupont\"]\n";
    let config = "language = \"fr\"\n[reader]\nmeasure = 72\n[theme]\nname = \"dark\"\n[load]\nmax_file_size = \"64 MiB\"\n[queries]\na = \"irak\"\n";
    let keymap = "quit = [\"Q\", \"<C-q>\"]\nrescan = [\"r\"]\n";
    let text = |text: &str| text.as_bytes().to_vec();
    let (data, settings) = (home.join("data"), home.join("settings"));
    vec![
        Target { name: "journal", seeds: vec![journal, old, plain], take: Box::new(journal_lines) },
        Target { name: "imports", seeds: [OWN, JSONLD, HYPOTHESIS, READWISE].map(text).to_vec(), take: Box::new(imports) },
        Target {
            name: "restore",
            seeds: vec![backup, include_str!("../tests/journal/past/2026-11-21.jsonl").into()],
            take: Box::new(move |bytes| restored(&data, bytes)),
        },
        Target {
            name: "config",
            seeds: [config, keymap].map(text).to_vec(),
            take: Box::new(move |bytes| configured(&settings, bytes)),
        },
        Target {
            name: "actors",
            seeds: vec![text(actors)],
            take: Box::new(|bytes| {
                drop(Gazetteer::without_list(&String::from_utf8_lossy(bytes)).map_err(|error| error.to_string()));
            }),
        },
        Target { name: "html", seeds: [PAGE, NUXT].map(text).to_vec(), take: Box::new(|bytes| document("a.html", bytes)) },
        Target { name: "mail", seeds: vec![text(MAIL)], take: Box::new(|bytes| document("a.eml", bytes)) },
        Target { name: "records", seeds: RECORDS.map(text).to_vec(), take: Box::new(|bytes| document("a.txt", bytes)) },
        cache(&home.join("cached")),
    ]
}

/// Lines without their sums, so that what is changed in them is looked at.
fn without_sums(journal: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(journal);
    text.lines()
        .map(|line| line.split_once("\",").map_or(String::new(), |(_, rest)| format!("{{{rest}\n")))
        .collect::<String>()
        .into_bytes()
}

fn journal_lines(bytes: &[u8]) {
    let (mut told, mut whole) = (Notes::new("desk", 1), Notes::new("desk", 1));
    for line in bytes.split(|byte| *byte == b'\n') {
        match (tell(line), read_line(line)) {
            (Ok(lean), Ok(action)) => {
                // What was not understood may be once it is written anew: a member that stood there twice. Then it stays.
                let again = read_line(write(&action).trim_end().as_bytes()).expect("what is written can be read");
                assert_eq!(read_line(write(&again).trim_end().as_bytes()).as_ref(), Ok(&again));
                told.take_in(lean);
                whole.take_in(action);
            }
            (Err(one), Err(other)) => {
                assert_eq!(one, other);
                let _pieces = (salvage(line), outline(line));
            }
            (lean, action) => panic!("{} but {action:?}", lean.is_ok()),
        }
    }
    assert_eq!(told.annotations().collect::<Vec<_>>(), whole.annotations().collect::<Vec<_>>());
    let _undone = (told.drafts().count(), told.written_twice(), told.undo(), told.redo());
}

fn imports(bytes: &[u8]) {
    if let Ok(drafts) = import(&String::from_utf8_lossy(bytes), 1_600_000_000_000) {
        let _settled = settle(drafts.annotations, &[], &Archive::default());
    }
}

fn restored(data: &Path, bytes: &[u8]) {
    if let Ok(files) = unpack(bytes) {
        assert!(files.is_empty() || unpack(&pack(&files).expect("it was packed")).is_ok());
        let _refused = restore(data, &files);
        let _gone = fs::remove_dir_all(data);
    }
}

fn configured(folder: &Path, bytes: &[u8]) {
    let _keymap = Keymap::new(&String::from_utf8_lossy(bytes)).map_err(|error| error.to_string());
    fs::create_dir_all(folder).expect("the temporary folder can be written");
    fs::write(folder.join("config.toml"), bytes).expect("the temporary folder can be written");
    let dirs = Dirs { config: Some(folder.to_owned()), ..Dirs::default() };
    let _config = Config::load(&dirs).map_err(|error| error.to_string());
}

fn document(name: &str, bytes: &[u8]) {
    let reading = read(FileName { path: Path::new(name), shown: name }, bytes);
    for article in &reading.articles {
        assert!(article.blocks.iter().all(|block| block.span.after() <= article.body.len()));
    }
}

/// A cache file of two articles, changed in its place.
fn cache(home: &Path) -> Target {
    let press = home.join("press");
    fs::create_dir_all(&press).expect("the temporary folder can be written");
    fs::write(press.join("a.html"), PAGE).expect("the temporary folder can be written");
    fs::write(press.join("b.eml"), MAIL).expect("the temporary folder can be written");
    for name in ["a.html", "b.eml"] {
        let past = std::time::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let file = fs::File::options().append(true).open(press.join(name));
        file.and_then(|file| file.set_modified(past)).expect("the temporary folder can be written");
    }
    let key = CacheKey::new(&Options::default(), true, "");
    let cache = Cache { folder: home.join("cache"), key, max_size: Cache::MAX_SIZE, least: 0, copied: Cache::COPIED };
    let load = {
        let cache = cache.clone();
        move || {
            let mut shelf = ArchiveLoader::new(Origin::Paths(vec![press.clone()]), Options::default(), Some(cache.clone()));
            let (archive, ..) = load_shelf(&mut shelf, &Gazetteer::default(), &mut |_| ());
            assert!(archive.iter().all(|(_, article)| article.blocks().all(|block| block.span.after() <= article.body().len())));
            let _unkept = shelf.keep();
            archive.len()
        }
    };
    assert_eq!(load(), 2);
    let file = cache.entries().ok().and_then(|kept| Some(kept.first()?.path.clone())).expect("it is kept");
    let seeds = vec![fs::read(&file).expect("it is kept")];
    let take = move |bytes: &[u8]| {
        fs::write(&file, bytes).expect("the temporary folder can be written");
        assert_eq!(load(), 2, "what is damaged is read anew");
    };
    Target { name: "cache", seeds, take: Box::new(take) }
}
