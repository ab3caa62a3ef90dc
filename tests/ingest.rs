//! Files to articles, on archives written to temporary folders.
#![cfg(test)]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use liseuse::analysis::actors::Gazetteer;
use liseuse::ingest::{LoadEvent, Options, Origin, load, load_all};
use liseuse::model::archive::{Archive, ArticleIx};
use liseuse::model::article::{Article, BlockKind, HeadlineOrigin, Lang};
use liseuse::model::date::Provenance;
use liseuse::model::problem::Problem;

/// Prose that is long enough to be a paragraph.
const PROSE: &str = "Le gouvernement a présenté mercredi un projet de loi qui doit permettre aux communes de financer leurs écoles, après \
    plusieurs mois de négociations avec les syndicats et les associations d'élus.";
const MORE: &str = "Les députés examineront le texte à la rentrée, selon le ministre, qui a dit espérer un vote avant la fin de l'année et \
    a promis des moyens supplémentaires aux plus petites d'entre elles.";

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn read(folder: &Path) -> (Archive, Vec<Problem>) {
    read_with(folder, &Options::default())
}

fn read_with(folder: &Path, options: &Options) -> (Archive, Vec<Problem>) {
    load_all(&Origin::Paths(vec![folder.to_owned()]), options, &Gazetteer::default())
}

fn one(name: &str, bytes: impl AsRef<[u8]>) -> Article {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), name, bytes);
    let (archive, problems) = read(folder.path());
    assert_eq!((archive.len(), problems), (1, Vec::new()), "{name}");
    let (_, article) = archive.iter().next().unwrap();
    article.unpack()
}

fn lines(article: &Article, kind: BlockKind) -> Vec<&str> {
    article.blocks_of(kind).map(|span| span.of(&article.body)).collect()
}

fn source(article: &Article) -> Option<&str> {
    article.source.as_ref().map(|source| &*source.text)
}

fn author(article: &Article) -> Option<&str> {
    article.author.as_ref().map(|author| &*author.text)
}

fn names(archive: &Archive) -> Vec<String> {
    archive.iter().map(|(_, article)| article.path().rsplit('/').next().unwrap().to_owned()).collect()
}

/// Blocks are in order, do not overlap, and leave only white space out.
fn assert_covered(article: &Article) {
    let mut last = 0;
    for block in &article.blocks {
        assert!(block.span.first() >= last && !block.span.is_empty());
        assert!(article.body.get(last..block.span.first()).unwrap().trim().is_empty());
        last = block.span.after();
    }
    assert!(article.body.get(last..).unwrap().trim().is_empty());
}

#[test]
fn the_sample_archive_is_in_the_program_and_on_disk_the_same() {
    let (built_in, none) = load_all(&Origin::Sample, &Options::default(), &Gazetteer::default());
    let (on_disk, _) = read(Path::new("seeds"));
    assert_eq!((built_in.len(), none.len()), (5, 0));
    for article in built_in.iter().map(|(_, article)| article.unpack()) {
        let twin = on_disk.get(on_disk.by_id(&article.id).unwrap()).unwrap().unpack();
        assert_eq!((&article.body, &article.blocks, &article.title), (&twin.body, &twin.blocks, &twin.title));
        assert_eq!(article.lang, Lang::Fr);
        assert_covered(&article);
    }
}

#[test]
#[cfg(unix)]
fn a_hostile_folder_loads_in_bounds_and_shows_the_rest() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "a_good.txt", format!("Un titre simple\n\n{PROSE}\n"));
    write(root, "b_empty.txt", "");
    write(root, "c_binary.bin", (0..=255u8).cycle().take(5000).collect::<Vec<_>>());
    fs::File::create(root.join("d_line.txt")).unwrap().set_len(200 << 20).unwrap();
    write(root, "e_broken.txt", [PROSE.as_bytes(), b" \xff\xfe ", MORE.as_bytes()].concat());
    assert!(std::process::Command::new("mkfifo").arg(root.join("f_pipe")).status().unwrap().success());
    std::os::unix::fs::symlink(root, root.join("g_loop")).unwrap();
    write(root, "h.jsonl", format!("{{\"text\": \"{PROSE}\"}}\n{{\"text\": \n{{\"text\": \"{MORE}\"}}\n"));
    write(
        root,
        "i_bomb.txt",
        "\u{1b}]52;c;ZXZpbA==\u{7}\u{1b}[31mRouge\u{1b}[0m et \u{202e}retourné\u{202c}, dit-il à la presse.".repeat(2000),
    );
    write(root, "j_link.txt", "Le texte");
    fs::write(root.join(std::ffi::OsStr::from_bytes(b"k_caf\xe9.txt")), PROSE).unwrap();
    std::os::unix::fs::symlink(root.join("nowhere"), root.join("l_dangling")).unwrap();

    let (archive, problems) = read(root);

    assert_eq!(
        names(&archive),
        ["a_good.txt", "e_broken.txt", "h.jsonl", "h.jsonl", "i_bomb.txt", "j_link.txt", "k_caf\\xe9.txt"]
    );
    for (_, article) in archive.iter() {
        assert!(!article.body().contains(['\u{1b}', '\u{7}', '\u{202e}']));
    }
    let said =
        |name: &str| problems.iter().find(|problem| problem.path.contains(name)).map(ToString::to_string).unwrap_or_default();
    assert!(said("b_empty").contains("empty"));
    assert!(said("c_binary").contains("no text"));
    assert!(said("d_line").contains("200 MiB"));
    assert!(said("e_broken").contains("show as"));
    assert!(said("f_pipe").contains("named pipe"));
    assert!(said("g_loop").contains("links back"));
    assert!(said("h.jsonl").contains("h.jsonl:2: is not valid JSON"));
    assert!(said("l_dangling").contains("does not exist"));
    assert_eq!(problems.len(), 8, "{problems:#?}");
}

#[test]
fn a_path_is_read_once_and_in_a_stable_order() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b/2.txt", "a/1.txt", "a/10.txt", "c.txt", ".hidden/x.txt", "skip.log"] {
        write(folder.path(), name, format!("{name} : {PROSE}"));
    }
    write(folder.path(), ".ignore", "*.log\n");
    let paths = vec![folder.path().join("c.txt"), folder.path().to_owned(), folder.path().join("absent.txt")];
    let (archive, problems) = load_all(&Origin::Paths(paths), &Options::default(), &Gazetteer::default());
    assert_eq!(names(&archive), ["c.txt", "1.txt", "10.txt", "2.txt"]);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().ends_with("absent.txt: there is no such file or folder"));
}

#[test]
fn files_that_are_no_articles_are_named() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.pdf", b"%PDF-1.7\n%\xe2\xe3");
    write(folder.path(), "b.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    write(folder.path(), "c.txt", PROSE);
    let (archive, problems) = read(folder.path());
    assert_eq!(archive.len(), 1);
    let reasons: Vec<&str> = problems.iter().map(|problem| &*problem.reason).collect();
    assert_eq!(reasons, ["is a PDF document that cannot be read", "is no text but an image (PNG)"]);
}

#[cfg(unix)]
#[test]
fn a_second_name_of_a_file_is_told_and_the_file_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "a.txt", PROSE);
    fs::hard_link(root.join("a.txt"), root.join("b.txt")).unwrap();
    std::os::unix::fs::symlink(root.join("a.txt"), root.join("c.txt")).unwrap();
    fs::create_dir(root.join("d")).unwrap();
    write(root, "d/e.txt", MORE);
    let origin = Origin::Paths(vec![root.to_owned(), root.join("d"), root.join("a.txt")]);
    let (archive, problems) = load_all(&origin, &Options::default(), &Gazetteer::default());
    assert_eq!(names(&archive), ["a.txt", "e.txt"]);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let [told] = &told[..] else { panic!("a link and a folder given twice are no news: {told:?}") };
    assert!(told.contains("b.txt: is the same file as") && told.contains("a.txt by another name (a hard link)"), "{told}");
}

/// Each folder is gone through once, under the same names each time, and each link that leads to one again is told.
#[cfg(unix)]
#[test]
fn folders_that_link_to_each_other_are_read_once() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    for one in 0..8 {
        fs::create_dir(at(&format!("f{one}"))).unwrap();
        write(home.path(), &format!("f{one}/a.txt"), format!("Titre {one}\n\n{PROSE}\n"));
        for other in (0..8).filter(|other| *other != one) {
            symlink(at(&format!("f{other}")), at(&format!("f{one}/to{other}"))).unwrap();
        }
    }
    fs::create_dir_all(at("away/drafts")).unwrap();
    write(home.path(), "away/b.txt", MORE);
    write(home.path(), "away/drafts/c.txt", "Ce que personne ne lit.");
    symlink(at("f0"), at("away/back")).unwrap();
    symlink(at("away"), at("f0/zz")).unwrap();
    write(home.path(), "f0/.ignore", "drafts\n");

    let (archive, problems) = read(&at("f0"));
    let places: Vec<String> = archive.iter().map(|(_, article)| article.place().to_string()).collect();
    assert_eq!(places.len(), 9, "{places:?}");
    assert!(places.iter().any(|place| place.ends_with("f0/zz/b.txt")), "{places:?}");
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let count = |words: &str| told.iter().filter(|told| told.contains(words)).count();
    // Of the 57 links, seven and that to the folder outside are the way there.
    assert_eq!((told.len(), count("links to") + count("links back to")), (8 * 7 + 2 - 8, told.len()), "{told:#?}");
    assert!(told.iter().any(|told| told.contains("f0/to1/to0: links back to") && told.contains("not followed")), "{told:#?}");
    assert!(told.iter().any(|told| told.contains("f0/to1/to2: links to") && told.contains("read once")), "{told:#?}");
    let (again, same) = read(&at("f0"));
    assert_eq!(again.iter().map(|(_, article)| article.place().to_string()).collect::<Vec<_>>(), places);
    assert_eq!(same.len(), problems.len());
}

/// Frames that carry no content, before, between and behind those that do (RFC 8878, 3.1.2).
#[test]
fn frames_of_zstandard_without_content_are_skipped() {
    let folder = tempfile::tempdir().unwrap();
    let packed =
        |text: &str| ruzstd::encoding::compress_to_vec(text.as_bytes(), ruzstd::encoding::CompressionLevel::Uncompressed);
    let skippable = |kind: u8, content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [&[kind, 0x2a, 0x4d, 0x18], &length[..], content].concat()
    };
    let long = skippable(0x5f, &vec![0xff; 20_000]);
    let frames = [skippable(0x50, b"\0\0\0\0"), packed(PROSE), long, packed(MORE), skippable(0x5e, b"")];
    write(folder.path(), "a.txt.zst", frames.concat());
    write(folder.path(), "b.txt.zst", [packed(MORE), skippable(0x50, &[0; 100]).get(..50).unwrap().to_vec()].concat());
    write(folder.path(), "c.txt.zst", skippable(0x50, b"nothing else"));
    let (archive, problems) = read(folder.path());
    let [(_, article), (_, broken)] = &archive.iter().collect::<Vec<_>>()[..] else { panic!("two can be read: {problems:?}") };
    assert!(article.body().contains("Les députés") && article.body().len() > PROSE.len());
    assert!(broken.body().contains("Les députés"));
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        told[0].contains("b.txt.zst: breaks off where it cannot be unpacked") && told[1].contains("c.txt.zst: the file is empty"),
        "{told:?}"
    );
}

#[test]
fn compressed_files_are_read_and_bombs_are_not() {
    use std::io::Write as _;
    let packed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.txt.gz", packed(PROSE.as_bytes()));
    write(folder.path(), "b.txt.gz", packed(&vec![b'a'; 4 << 20]));
    write(folder.path(), "c.txt.gz", packed(PROSE.as_bytes()).get(..60).unwrap());
    let zstd = ruzstd::encoding::compress_to_vec(MORE.as_bytes(), ruzstd::encoding::CompressionLevel::Uncompressed);
    write(folder.path(), "d.txt.zst", [zstd.clone(), zstd].concat());
    let (archive, problems) = read_with(folder.path(), &Options { max_file_size: 1 << 20 });
    assert_eq!(names(&archive), ["a.txt.gz", "c.txt.gz", "d.txt.zst"]);
    let cut = archive.iter().nth(1).unwrap().1.body();
    assert!(!cut.is_empty() && PROSE.starts_with(cut), "{cut}");
    assert_eq!(archive.iter().nth(2).unwrap().1.body().matches("Les députés").count(), 2);
    assert!(
        problems[0].reason.contains("unpacks to more than 1 MiB")
            && problems[1].reason.contains("breaks off where it cannot be unpacked")
    );
}

#[test]
fn json_lines_keep_their_places_and_same_texts_their_own_names() {
    let folder = tempfile::tempdir().unwrap();
    let record = |text: &str| format!("{{\"title\": \"Un titre\", \"date\": 1589616000, \"text\": \"{text}\"}}\n");
    write(
        folder.path(),
        "a.jsonl",
        format!("{}{}\n\n{}nonsense\n{}", record(PROSE), record(MORE), record(PROSE), "{\"title\": \"vide\"}"),
    );
    let (archive, problems) = read(folder.path());
    let places: Vec<Option<u32>> = archive.iter().map(|(_, article)| article.item()).collect();
    assert_eq!(places, [Some(1), Some(2), Some(5)]);
    let ids: Vec<String> = archive.iter().map(|(_, article)| article.id().to_string()).collect();
    assert_eq!(ids[2], format!("{}-2", ids[0]));
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [Some(6), Some(7)]);
    assert!(problems[1].reason.contains("has no text"));
    assert_eq!(archive.iter().next().unwrap().1.date().to_string(), "2020-05-16");
}

#[test]
fn a_json_array_gives_articles_with_positions() {
    let folder = tempfile::tempdir().unwrap();
    let list = format!(
        "{{\"articles\": [{{\"headline\": \"Un\", \"body\": \"<p>{PROSE}</p><h2>Titre</h2><p>{MORE}</p>\"}}, {{\"headline\": \"Deux\"}}]}}"
    );
    write(folder.path(), "list.json", list);
    let (archive, problems) = read(folder.path());
    let article = archive.get(ArticleIx(0)).unwrap().unpack();
    assert_eq!((&*article.title, article.headline, article.place.item), ("Un", HeadlineOrigin::Metadata, Some(1)));
    assert_eq!(lines(&article, BlockKind::Heading), ["Titre"]);
    assert!(problems[0].reason.contains("article 2 has no text"));
}

#[test]
fn loading_stops_when_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..100 {
        write(folder.path(), &format!("{at:03}.txt"), format!("{at} {PROSE}"));
    }
    let (mut steps, mut seen) = (0, 0);
    load(&Origin::Paths(vec![folder.path().to_owned()]), &Options::default(), &Gazetteer::default(), &mut |step| {
        steps += 1;
        if let LoadEvent::Batch { segment, progress, .. } = step {
            seen += segment.map_or(0, |segment| segment.len());
            assert_eq!((progress.articles, progress.files_found), (seen, 100));
        }
        if seen > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(seen > 0 && seen < 100 && steps <= 2);
}

#[test]
fn lines_that_repeat_across_an_archive_are_furniture() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..30 {
        let text = format!(
            "La Gazette du soir\n\nTitre numéro {at} de la journée\n\nUne nouvelle parmi {at} autres. {PROSE}\n\n{MORE} ({at})\n\nToute la rédaction vous répond\n"
        );
        write(folder.path(), &format!("2013-08-{:02}/ext_{at}.txt", at % 5 + 1), text);
    }
    let (archive, _) = read(folder.path());
    for (at, article) in archive.iter().map(|(_, article)| article.unpack()).enumerate() {
        assert_eq!(lines(&article, BlockKind::Furniture), ["La Gazette du soir", "Toute la rédaction vous répond"], "{at}");
        assert!(article.title.starts_with("Titre numéro"));
        assert_eq!(article.headline, HeadlineOrigin::FirstLine);
        assert_eq!(article.published.provenance, Provenance::Filename);
        assert_covered(&article);
    }
}

#[test]
fn pages_of_one_site_have_the_outlet_that_most_of_them_name() {
    let folder = tempfile::tempdir().unwrap();
    let menu = (0..12).map(|at| format!("Toute la rubrique {at}")).collect::<Vec<_>>().join("\n");
    for (at, signed) in
        ["Par La Gazette avec AFP", "Par La Gazette avec Reuters", "Par La Gazette avec AFP", "Par AFP", "Anne Rivoire"]
            .into_iter()
            .enumerate()
    {
        let text = format!(
            "{menu}\nLes communes et leurs écoles ({at})\n{signed}\nPublié le {}/08/2013 à 10h12\n{PROSE}\n{MORE} ({at})\n{PROSE} Bis.\n\
             Lire aussi\nUn pont neuf\nLa finale à Lisbonne\nMentions légales\nPlan du site\n",
            at + 10
        );
        write(folder.path(), &format!("{at}.txt"), text);
    }
    write(folder.path(), "other.txt", format!("Un titre\n\n{PROSE}\n\n{MORE}\n"));
    let (archive, _) = read(folder.path());
    for article in archive.iter().map(|(_, article)| article.unpack()) {
        let of_site = !article.place.path.ends_with("other.txt");
        assert_eq!(source(&article), of_site.then_some("La Gazette"), "{}", article.place.path);
        assert_eq!(author(&article).is_some(), article.place.path.ends_with("4.txt"), "{}", article.place.path);
        assert_covered(&article);
    }
}

#[test]
fn a_french_daily_with_header_lines() {
    let text = format!(
        "Accueil > Politique\n\nLes communes et leurs écoles\n\nLe Monde.fr avec AFP | 15.08.2013 à 10h12 • Mis à jour le 16.08.2013 à 08h00\n\nPartager\nTweeter\n\n{PROSE}\n\n\
         Un vote avant la fin de l'année\n\n{MORE}\n\nLire aussi : Les syndicats restent prudents\n\n{PROSE} Bis.\n\nAbonnez-vous à partir de 1 €\n"
    );
    let article = one("2013-08-15/ext_39.txt", text);
    assert_eq!((&*article.title, article.headline), ("Les communes et leurs écoles", HeadlineOrigin::FirstLine));
    assert_eq!((article.published.date.to_string().as_str(), article.published.provenance), ("2013-08-15", Provenance::Header));
    assert_eq!(article.published.evidence[0].span.unwrap().of(&article.body), "15.08.2013");
    assert_eq!(source(&article), Some("Le Monde.fr"));
    assert_eq!(lines(&article, BlockKind::Heading), ["Un vote avant la fin de l'année"]);
    assert_eq!(lines(&article, BlockKind::Furniture).len(), 6);
    assert_eq!(lines(&article, BlockKind::Paragraph).len(), 3);
    assert_covered(&article);
}

#[test]
fn a_french_regional_paper_without_blank_lines() {
    let text = format!("Accident sur la nationale.\n{PROSE}\n{MORE}\nPar Jean Dupont\nCommentaires (12)\n© AFP\n");
    let article = one("b.txt", text);
    assert_eq!((&*article.title, article.headline), ("Accident sur la nationale.", HeadlineOrigin::FirstLine));
    assert_eq!((author(&article), source(&article)), (Some("Jean Dupont"), Some("AFP")));
    assert_eq!(lines(&article, BlockKind::Furniture).len(), 3);
}

#[test]
fn a_magazine_with_author_and_date_on_one_line() {
    let text = format!(
        "Les communes inquiètes\n\nPar Jean Dupont, publié le 22/07/2020 à 14h05\n\nUne école à Nîmes. AFP/JOHN DOE\n\n{PROSE}\n\n{MORE}\n"
    );
    let article = one("c.txt", text);
    assert_eq!((author(&article), source(&article)), (Some("Jean Dupont"), None));
    assert_eq!(article.published.date.to_string(), "2020-07-22");
    assert_eq!(lines(&article, BlockKind::Caption), ["Une école à Nîmes. AFP/JOHN DOE"]);
}

#[test]
fn an_english_agency_story() {
    let prose = "The government presented a bill on Wednesday that would let towns pay for their schools, after months of talks with the unions.";
    let text = format!(
        "World News\n\nTowns fear for their schools\n\nBy Jane Doe and John Smith\n\nLONDON (Reuters) - {prose}\n\nSign up for our newsletter\n\n{prose} Again.\n\nRead more: Unions stay cautious\n\nFollow us on Twitter\n"
    );
    let article = one("20200516-x.txt", text);
    assert_eq!(&*article.title, "Towns fear for their schools");
    assert_eq!((author(&article), source(&article)), (Some("Jane Doe and John Smith"), Some("Reuters")));
    assert_eq!((article.lang, article.published.date.to_string().as_str()), (Lang::En, "2020-05-16"));
    assert_eq!(lines(&article, BlockKind::Furniture).len(), 5);
}

#[test]
fn a_text_without_headline_shows_its_first_paragraph() {
    let article = one("d.txt", format!(" date 2020-05 {PROSE}\n\n{MORE}\n"));
    assert_eq!((article.headline, article.blocks.len()), (HeadlineOrigin::FirstSentence, 3));
    assert_eq!(lines(&article, BlockKind::Furniture), ["date 2020-05"]);
    assert!(article.title.starts_with("Le gouvernement a présenté"));
    assert_eq!((article.published.date.to_string().as_str(), article.published.provenance), ("2020-05", Provenance::Header));
}

#[test]
fn windows_1252_markdown_and_utf_16_are_read_right() {
    let (bytes, ..) = encoding_rs::WINDOWS_1252
        .encode("L’été à l’Élysée, « très chaud », a coûté 12 €, d’après l’enquête menée à Nîmes auprès des élèves.");
    let article = one("a.txt", bytes);
    assert!(article.body.contains("L’été à l’Élysée, « très chaud »"));
    assert_eq!(article.encoding.name, "windows-1252");
    let front = format!("---\ntitle: Un été\ndate: 2020-05-16\nsource: Le Monde\nlang: fr\n---\n\n# Un été\n\n{PROSE}\n");
    let wide: Vec<u8> = front.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let article = one("a.md", [vec![0xff, 0xfe], wide].concat());
    assert_eq!(
        (&*article.title, source(&article), article.published.date.to_string().as_str()),
        ("Un été", Some("Le Monde"), "2020-05-16")
    );
    assert_eq!(article.encoding.name, "UTF-16LE");
}

#[test]
fn the_date_of_a_folder_and_of_a_header_line_are_weighed() {
    let date = |line: &str| {
        let article = one("2013-08-15/a.txt", format!("Un titre simple\n\n{line}\n\n{PROSE}\n\n{MORE}\n"));
        (article.published.date.to_string(), article.published.provenance, article.published.evidence.len())
    };
    let is = |date: &str, provenance, reasons| (date.to_owned(), provenance, reasons);
    assert_eq!(date("Publié le 14/08/2013 à 23h50"), is("2013-08-14", Provenance::Header, 1));
    assert_eq!(date("Mis à jour le 16/08/2013 à 10h00"), is("2013-08-15", Provenance::Filename, 1));
    assert_eq!(date("Mis à jour le 15/08/2013 à 10h00"), is("2013-08-15", Provenance::Header, 1));
    assert_eq!(date("Publié le 12/03/1998 à 10h00"), is("1998-03-12", Provenance::Header, 2));
    assert_eq!(date("12 mars 1998"), is("2013-08-15", Provenance::Filename, 2));
}

#[test]
fn a_page_title_above_the_headline_and_a_list_of_links_are_furniture() {
    let text = format!(
        "Les communes et leurs écoles - Le Monde\nLes communes et leurs écoles\n\nLa mairie de Nîmes, mardi. Reuters\n\nTweeter\n12\n\n{PROSE}\n\n\
         Sur le même sujet\nUn autre titre\nEncore un titre\n\n{MORE}\n"
    );
    let article = one("e.txt", text);
    assert_eq!((&*article.title, article.headline), ("Les communes et leurs écoles", HeadlineOrigin::FirstLine));
    assert_eq!(lines(&article, BlockKind::Caption), ["La mairie de Nîmes, mardi. Reuters"]);
    assert_eq!(lines(&article, BlockKind::Paragraph), [PROSE, MORE]);
    assert_eq!(lines(&article, BlockKind::Heading), Vec::<&str>::new());
    assert_eq!(lines(&article, BlockKind::Furniture).len(), 6);
}

#[test]
fn a_line_that_tells_the_place_alone_is_no_headline() {
    for line in ["MIAMI (AP) --", "MIAMI _", "(Undated)", "PARIS —"] {
        let text = format!("{line}\n\nThe ferry sank off the coast at dawn. Nobody was hurt, the owner said on Monday.\n");
        assert_eq!(&*one("a.txt", text).title, "The ferry sank off the coast at dawn.", "{line}");
    }
}

#[test]
fn a_long_file_in_json_lines_that_was_read_twice_is_put_right_and_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let text: String = MORE.chars().flat_map(twice).collect();
    let line = format!("{{\"title\": \"Un dÃ©bat\", \"text\": \"{text}\"}}\n");
    write(folder.path(), "a.jsonl", line.repeat((6 << 20) / line.len()));
    let (archive, problems) = read(folder.path());
    assert!(archive.iter().all(|(_, article)| article.title() == "Un débat" && article.body().starts_with("Les députés")));
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert!(problem.reason.contains("Windows-1252"), "{problem}");
}

/// What UTF-8 of `c` shows when it is read as Windows-1252.
fn twice(c: char) -> Vec<char> {
    c.to_string().bytes().map(char::from).collect()
}

#[test]
fn a_web_archive_beyond_the_limit_is_read_record_by_record() {
    let page = |title: &str| {
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><article><h1>{title}</h1><p>{PROSE}</p></article></body></html>"
        )
    };
    let film = format!("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n{}", "0".repeat(3 << 20));
    let record = |block: &str| {
        let head =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://vigie.example/a\r\nContent-Type: application/http\r\n";
        format!("{head}Content-Length: {}\r\n\r\n{block}\r\n\r\n", block.len())
    };
    let records = [record(&page("Un débat")), record(&film), record("no answer"), record(&page("Un vote"))];
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.warc", records.concat());
    let options = Options { max_file_size: 1 << 20 };
    let (archive, problems) = read_with(folder.path(), &options);
    let found: Vec<(String, String)> =
        archive.iter().map(|(_, article)| (article.title().to_owned(), article.place().to_string())).collect();
    let [(first, _), (second, place)] = &found[..] else { panic!("{found:?} {problems:?}") };
    assert_eq!((first.as_str(), second.as_str()), ("Un débat", "Un vote"));
    assert!(place.ends_with("a.warc#3"), "{place}");
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn a_headline_that_a_field_tells_stays_though_others_have_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let rows = (0..40).map(|n| format!("Aujourd'hui,La Vigie,2021-03-{:02},\"Aujourd'hui\n{PROSE} Fait {n}.\"\n", n % 28 + 1));
    write(folder.path(), "a.csv", format!("title,source,date,text\n{}", rows.collect::<String>()));
    let (archive, problems) = read(folder.path());
    assert_eq!((archive.len(), problems), (40, Vec::new()));
    assert!(archive.iter().all(|(_, article)| article.title() == "Aujourd'hui"));
}

/// What two files of an archive give: the headlines of the articles, and what is told.
fn overlapping(name: &str, first: &str, second: &str) -> (Vec<String>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &format!("a/{name}"), first);
    write(folder.path(), &format!("b/{name}"), second);
    let (archive, problems) = read(folder.path());
    let mut titles: Vec<String> = archive.iter().map(|(_, article)| article.title().to_owned()).collect();
    titles.sort();
    (titles, problems.iter().map(|problem| problem.reason.to_string()).collect())
}

/// The name of a file, and how its articles are written: by number and headline.
type ExportMaker<'a> = (&'a str, &'a dyn Fn(u32, &str) -> String);

#[test]
fn two_exports_that_overlap_give_each_article_once_and_tell_it() {
    let europresse = |number: u32, title: &str| {
        format!(
            "<article><header><span class=\"DocPublicationName\">La Vigie</span><span class=\"DocHeader\">mardi 9 mars 2021 12 mots</span>\
             <div class=\"titreArticle\"><p class=\"titreArticleVisu\">{title}</p></div></header><section><div class=\"DocText\"><p>{PROSE}</p></div>\
             </section><footer><div class=\"publiC-lblNodoc\">news·20210309·VG·{number}</div></footer></article>"
        )
    };
    let factiva = |number: u32, title: &str| {
        format!(
            "<div id=\"article-VIGI00002021030{number}eh39000{number}a\" class=\"article\"><div class=\"article frArticle\"><div id=\"hd\"><span \
             class=\"frHeadline\">{title}</span></div><div>412 mots</div><div>9 mars 2021</div><div>La Vigie</div><div>VIGI</div><div>Français</div>\
             <p class=\"articleParagraph frarticleParagraph\">{PROSE}</p><p>Document VIGI00002021030{number}eh39000{number}a</p></div></div>"
        )
    };
    let page = |inner: String| format!("<html><body>{inner}</body></html>");
    let exports: [ExportMaker<'_>; 2] = [("europresse.html", &europresse), ("factiva.html", &factiva)];
    for (name, article) in exports {
        let first = page(article(1, "Un vote") + &article(2, "Un port"));
        let second = page(article(2, "Un port") + &article(3, "Une halle"));
        let (titles, told) = overlapping(name, &first, &second);
        assert_eq!(titles, ["Un port", "Un vote", "Une halle"], "{name}");
        assert!(told.iter().any(|told| told.starts_with("1 article: the same document")), "{name}: {told:?}");
    }
}

#[test]
fn items_of_menus_and_addresses_sign_no_scraped_page() {
    let menu = "Portada\nSanta Rosa\nTemuco\nValdivia\nPuerto Montt\nPunta Arenas\n9 de marzo de 2021\nMundo\n";
    let text = "El mercado de la ciudad reabre sus puertas\nEl mercado de la ciudad reabrió el martes tras un año de obras, dijo el alcalde ante los \
        comerciantes.\nLos comerciantes volvieron al amanecer, y la ciudad recuperó el mercado que había perdido hace un año.\nEl alcalde prometió \
        además nuevas obras en el puerto, que empezarán en el verano según dijo.\n";
    let foot = "Compartir\nSuscribirse\nContacto\nPublicidad\nMapa del Sitio\nAdd New Playlist\n";
    let page = |signed: &str| one("a.txt", format!("{menu}{signed}{text}{foot}"));
    assert_eq!(author(&page("")), None);
    let signed = page("Por María Alejandra Carrasco carrasco@diario.example\n");
    assert_eq!(author(&signed), Some("María Alejandra Carrasco"));
    let parted = one("a.txt", format!("{text}Ciclismo | Por: Juan Diego | Actualizado el: 19 abril 2022 9:12 pm\n"));
    assert_eq!(author(&parted), Some("Juan Diego"));
}

#[test]
fn tables_are_read_whatever_the_language_of_their_first_row() {
    for (head, mark) in [
        ("Titel;Datum;Zeitung;Volltext", "de"),
        ("Título;Fecha;Fuente;Texto", "es"),
        ("Titolo;Date;Testata;Testo", "it"),
        ("Заголовок;Дата;Источник;Полный текст", "ru"),
    ] {
        let article = one("a.csv", format!("{head}\nUn vote;2021-03-09;La Vigie;\"{PROSE}\"\n"));
        assert_eq!((&*article.title, article.published.date.to_string().as_str()), ("Un vote", "2021-03-09"), "{mark}");
        assert_eq!(source(&article), Some("La Vigie"), "{mark}");
    }
}

#[test]
fn a_scraped_page_in_markdown_and_one_broken_at_links_are_read_as_their_text() {
    let menu = "  * [Accueil](/)\n  * [Sport](/sport)\n".repeat(6);
    let foot =
        "## Les plus lus\n\n  * [Un volcan](/volcan)\n  * [La finale](/finale)\n  * [Un pont](/pont)\n  * [La gare](/gare)\n";
    let wrapped = PROSE.replacen("communes ", "communes\n", 1);
    let page = format!(
        "{menu}\n# Une journée de trop pour les\nchemins du Val\n\nPar [Claire Dumont](/claire), le 8 mai, 2024 Temps de lecture : 3 minutes\n\n\
         {wrapped}\n\n{MORE}\n\n{foot}"
    );
    let article = one("a.txt", page.replace("pour les\n", "pour les habitants de la vallée et les voyageurs des\n"));
    assert_eq!(&*article.title, "Une journée de trop pour les habitants de la vallée et les voyageurs des chemins du Val");
    assert_eq!(article.published.date.to_string(), "2024-05-08");
    assert_eq!(lines(&article, BlockKind::Paragraph), [PROSE, MORE]);
    let broken = PROSE.replacen(" aux communes ", "\naux communes\n", 1).replacen(", après", "\n, après", 1);
    let again = MORE.replacen(", selon", "\n, selon", 1);
    let page = format!(
        "Accueil\nSport\nCulture\nEmploi\nUn projet pour les écoles\nPar Claire Dumont et\nHervé Lenz\n8 mai 2024\n{broken}\n{again}\nContact\n"
    );
    let article = one("b.txt", page);
    assert_eq!(article.author.as_ref().map(|author| &*author.text), Some("Claire Dumont et Hervé Lenz"));
    assert_eq!(lines(&article, BlockKind::Paragraph), [PROSE, MORE]);
}

/// A scraped page in English: a menu, a headline, `head` below it, a text and a foot.
fn scraped(head: &str) -> String {
    let text = "The town council of Valmont voted on Tuesday evening for a budget that rises by three percent, after four hours of debate.";
    let more = "Members of the majority defended a careful text, while the opposition spoke of spending that it holds to be useless this year.";
    format!(
        "Home\nPolitics\nSport\nCulture\nJobs\nSubscribe\nValmont votes for a rising budget\n{head}\n{text}\n{more}\n{text} {more}\n\
         Related\nTerms of use\nContact\nSitemap\n"
    )
}

#[test]
fn header_lines_of_scraped_pages_are_read_without_what_is_printed_around_them() {
    let day = |article: &Article| {
        let told = article.published.provenance != Provenance::Inferred;
        told.then(|| article.published.date.to_string()).filter(|date| date.len() == 10)
    };
    let claire = Some("Claire Dumont");
    for (head, date, signed) in [
        ("8 Mar 2025·7 min read", Some("2025-03-08"), None),
        ("By Claire Dumont Follow\n03 May 2025 Facebook Email App WhatsApp 4", Some("2025-05-03"), claire),
        ("Medically reviewed by Eva Lang, MSN, RN-BC — By Claire Dumont on June 14, 2023", Some("2023-06-14"), claire),
        ("Posted by Claire Dumont on November 19, 2019, 6:21 AM EST", Some("2019-11-19"), claire),
        ("Page publiée le :\n15 mars 2023\nModifiée le :\n29 sept. 2023", Some("2023-03-15"), None),
        ("Claire DumontView More Articles", None, claire),
        ("Claire Dumont Deputy Content Hub Director\n08:39, 06 Jan 2026Updated 08:41, 06 Jan 2026", Some("2026-01-06"), claire),
        ("By\u{a0}Claire DumontBusiness Columnist\nNov. 19, 2019", Some("2019-11-19"), claire),
        ("Claire Dumont, Assistant Professor, Valmont School of Economics\nNovember 23, 2023", Some("2023-11-23"), claire),
        ("Claire Dumont 2 minutes read", None, claire),
        ("Claire Dumont @cdumont", None, claire),
        ("Words by Claire Dumont", None, claire),
        ("Écrit par\nPublié parClaire Dumont\nPublié le 7 août 2024", Some("2024-08-07"), claire),
        ("By Claire Dumont New Rives Times,Updated February 14, 2023, 4:47 p.m.", Some("2023-02-14"), None),
    ] {
        let article = one("a.txt", scraped(head));
        assert_eq!(day(&article).as_deref(), date, "{head}");
        assert!(signed.is_none() || author(&article) == signed, "{head}: {:?}", author(&article));
        assert_eq!(&*article.title, "Valmont votes for a rising budget", "{head}");
    }
    let branded = one("a.txt", scraped("ValNews August 08, 2018"));
    assert_eq!((day(&branded).as_deref(), source(&branded)), (Some("2018-08-08"), Some("ValNews")));
    let credited = one("a.txt", scraped("Last Updated : Nov 20, 2019 01:41 PM IST | Source: Valcontrol.example"));
    assert_eq!(source(&credited), Some("Valcontrol.example"));
}

#[test]
fn the_title_of_the_window_tells_headline_and_house_where_no_line_ends_part_the_page() {
    let glued = format!(
        "Menu Politics Sport Culture Jobs Valmont votes for a rising budget Claire Dumont The town council voted. {PROSE} {MORE} {PROSE}"
    );
    let page = format!("Valmont votes for a rising budget | Politics | The Rives Post\n{glued}\n{MORE}\n");
    assert_eq!(&*one("a.txt", page).title, "Valmont votes for a rising budget");
}

#[test]
fn an_outlet_is_what_a_page_tells_its_reader_that_it_is_called() {
    let page = |top: &str, foot: &str| one("a.txt", format!("{top}\n{}{foot}\n", scraped("May 4, 2022")));
    let told = page("Valmont Insider", "Valmont Insider tells the stories you want to know");
    assert_eq!(source(&told), Some("Valmont Insider"));
    let notice = page(
        "Profitez de Valmic à 100%",
        "Une part peut être reversée à Valmic.\nContact Règlement Communauté © Valmic SAS 2022",
    );
    assert_eq!(source(&notice), Some("Valmic"));
    let feeds = page("#alternate alternate Deux Rives » Flux Deux Rives » Flux des commentaires", "");
    assert_eq!(source(&feeds), Some("Deux Rives"));
    // Whose picture it is, or what is for sale, is no house.
    assert_eq!(source(&page("Grand choix de vélos", "© 2022 Rives Holding Communications")), None);
}
