//! Any text as highlights from elsewhere: our own exports, W3C JSON-LD, Hypothesis, Readwise. The first byte picks a head.
#![no_main]

use libfuzzer_sys::fuzz_target;
use liseuse::import::dedupe::settle;
use liseuse::import::read;
use liseuse::model::archive::Archive;

const HEADS: &[&str] = &[
    "",
    "{\"generator\":\"liseuse 0.1.0\",\"annotations\":[{\"id\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\",",
    "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[{\"type\":\"Annotation\",",
    "{\"total\":1,\"rows\":[{\"id\":\"a\",\"uri\":\"https://a.example/\",\"target\":[{\"source\":\"https://a.example/\",\"selector\":[",
    "Highlight,Title,Author,URL,Note,Location,Date\n",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((pick, rest)) = bytes.split_first() else { return };
    let text = HEADS[usize::from(*pick) % HEADS.len()].to_owned() + &String::from_utf8_lossy(rest);
    if let Ok(drafts) = read(&text, 1_600_000_000_000) {
        let count = drafts.annotations.len();
        let settled = settle(drafts.annotations, &[], &Archive::default());
        assert!(settled.taken.len() <= count);
    }
});
