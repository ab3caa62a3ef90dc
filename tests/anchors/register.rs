//! Which article an annotation belongs to when files were renamed, moved, copied or edited.

use liseuse::model::annotation::ArticleKey;
use liseuse::model::archive::{Archive, ArticleIx};
use liseuse::model::article::{Article, Place};
use liseuse::notes::anchoring::article_match::{Belonging, Reason, Register};
use liseuse::notes::anchoring::body::Body;
use liseuse::text::span::Span;

fn article(hash: u8, path: &str, url: &str, title: &str) -> Article {
    Article {
        sha256: [hash; 32],
        place: Place { path: path.into(), ..Place::default() },
        url: (!url.is_empty()).then(|| url.into()),
        title: title.into(),
        body: format!("{title}\n\nLe texte numéro {hash} de cette archive parle de choses et d'autres.").into(),
        ..Article::default()
    }
}

fn key() -> ArticleKey {
    ArticleKey {
        sha256: "07".repeat(32),
        path: "press/2020/a.txt".into(),
        url: "https://www.example.org/a".into(),
        title: "Le sommet de Bagdad".into(),
        ..ArticleKey::default()
    }
}

fn archive(articles: Vec<Article>) -> Archive {
    let mut archive = Archive::default();
    archive.append_articles([article(1, "press/other.txt", "", "Un autre titre")]);
    archive.append_articles(articles);
    archive
}

fn belongs(articles: Vec<Article>) -> Belonging {
    Register::of([&key()]).look_up(&archive(articles)).remove(0)
}

#[test]
fn an_article_is_found_whatever_happened_to_its_file() {
    let first = ArticleIx(1);
    let same = || article(7, "press/2020/a.txt", "https://www.example.org/a", "Le sommet de Bagdad");
    assert_eq!(belongs(vec![same()]), Belonging::To(first, Reason::Text));
    let moved = article(7, "archive/b.txt", "", "Sommet");
    assert_eq!(belongs(vec![moved]), Belonging::To(first, Reason::MovedText));
    let edited = article(8, "press/2020/a.txt", "", "Le sommet de Bagdad, mis à jour");
    assert_eq!(belongs(vec![edited]), Belonging::To(first, Reason::Path));
    let fetched = article(8, "new/x.html", "http://example.org/a/#top", "Autre titre");
    assert_eq!(belongs(vec![fetched]), Belonging::To(first, Reason::Address));
    let titled = article(8, "new/x.html", "", "LE SOMMET DE BAGDAD");
    assert_eq!(belongs(vec![titled]), Belonging::To(first, Reason::Headline));
    let copy = article(7, "copies/a.txt", "", "Le sommet de Bagdad");
    assert_eq!(belongs(vec![copy, same()]), Belonging::To(ArticleIx(2), Reason::Text));
    assert_eq!(belongs(vec![]), Belonging::Nowhere);
    let replaced = article(8, "press/2020/a.txt", "https://www.example.org/z", "Tout autre chose");
    assert_eq!(belongs(vec![replaced]), Belonging::Nowhere);
}

#[test]
fn copies_as_near_as_each_other_are_not_chosen_between() {
    let copy = |path| article(7, path, "", "Le sommet de Bagdad");
    assert_eq!(belongs(vec![copy("x/b.txt"), copy("y/c.txt")]), Belonging::Several(vec![ArticleIx(1), ArticleIx(2)]));
    // A renamed folder keeps the rest of the path.
    assert_eq!(belongs(vec![copy("news/2020/a.txt"), copy("news/2021/a.txt")]), Belonging::To(ArticleIx(1), Reason::MovedText));
}

#[test]
fn quotations_tell_between_a_path_and_a_headline() {
    let replaced = article(8, "press/2020/a.txt", "", "Tout autre chose");
    let moved = article(9, "press/2021/a.txt", "", "Le sommet de Bagdad");
    let archive = archive(vec![replaced, moved.clone()]);
    let open = Register::of([&key()]).look_up(&archive).remove(0);
    assert!(matches!(open, Belonging::Several(_)), "{open:?}");
    let anchor = Body::new(&moved.body).anchor(Span::new(21, 60));
    assert_eq!(open.by_quotations(&archive, &[&anchor]), Belonging::To(ArticleIx(2), Reason::Quotations));
}

#[test]
fn a_headline_that_thousands_share_does_not_compare_each_with_each() {
    let one = |number: u32| Article {
        sha256: std::array::from_fn(|at| number.to_be_bytes()[at % 4]),
        place: Place { path: format!("press/{number}.txt").into(), ..Place::default() },
        title: "L'éditorial".into(),
        ..Article::default()
    };
    let mut archive = Archive::default();
    archive.append_articles((0..20_000).map(one));
    let mut keys: Vec<ArticleKey> = archive.iter().map(|(_, article)| ArticleKey::from(article)).collect();
    // Nothing but the headline tells where this one was.
    let lost = ArticleKey { title: "L'ÉDITORIAL".into(), ..ArticleKey::default() };
    keys.push(lost);
    let mut found = Register::of(&keys).look_up(&archive);
    assert!(matches!(found.pop(), Some(Belonging::Several(several)) if several.len() == 64));
    assert!(found.into_iter().zip(0..).all(|(one, ix)| one == Belonging::To(ArticleIx(ix), Reason::Text)));
}
