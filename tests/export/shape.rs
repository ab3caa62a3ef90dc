//! What the forms look like, and how they are grouped.

use liseuse::export::form::ExportForm;
use liseuse::export::group::Grouping;
use liseuse::export::template::Template;
use liseuse::export::{ExportLayout, write};

use crate::dossiers::{full, grouped, one, written};

#[test]
fn markdown_as_documented() {
    insta::assert_snapshot!(written(&full(), ExportForm::Markdown));
}

#[test]
fn one_article_has_its_facts_in_the_head() {
    insta::assert_snapshot!(written(&one("Title", "Words.\n\nMore.", "A note"), ExportForm::Markdown));
}

#[test]
fn html_as_documented() {
    insta::assert_snapshot!(written(&full(), ExportForm::Html));
}

#[test]
fn org_as_documented() {
    insta::assert_snapshot!(written(&full(), ExportForm::Org));
}

#[test]
fn json_as_documented() {
    insta::assert_snapshot!(written(&full(), ExportForm::Json));
}

#[test]
fn json_ld_as_documented() {
    insta::assert_snapshot!(written(&full(), ExportForm::JsonLd));
}

#[test]
fn groups_have_headings_and_a_block_is_named_once() {
    let headings = |grouping| {
        let text = grouped(&full(), ExportForm::Markdown, grouping);
        assert_eq!(text.matches("^h-01ARZ3NDEKTSV4RRFFQ69G5FAV").count(), 1, "{text}");
        let titles = text.lines().filter_map(|line| line.strip_prefix("## ").map(str::to_owned));
        titles.collect::<Vec<_>>()
    };
    assert_eq!(headings(Grouping::Tag), ["Contents", "\\#again", "\\#figure", "No tag"]);
    assert_eq!(headings(Grouping::Color), ["Contents", "claim", "doubt", "No colour"]);
    assert_eq!(headings(Grouping::Actor), ["Contents", "M. Kazemi", "No actor named"]);
    assert_eq!(headings(Grouping::Month), ["Contents", "2020-05", "Month not known"]);
}

#[test]
fn a_template_of_ones_own_gives_another_shape() {
    let source = "{% for section in sections %}{% for item in section.items if item.quote %}\
                  {{ item.quote|quote }} ({{ section.source|md }}, {{ item.tags|join(' ') }})\n{% endfor %}{% endfor %}";
    let template = Some(Template { name: "mine.md.j2", source });
    let text = write(&full(), &ExportLayout { template, ..ExportLayout::default() }).unwrap();
    assert_eq!(text, "> Le président s’est rendu\n> à Bagdad. (Le Monde, figure)\n> Une autre phrase (Le Monde, )\n");
}

#[test]
fn a_wrong_template_says_where() {
    let template = Some(Template { name: "mine.md.j2", source: "one\n{{ no_such_thing.x }}" });
    let error = write(&full(), &ExportLayout { template, ..ExportLayout::default() }).unwrap_err().to_string();
    assert!(error.contains("line 2"), "{error}");
}
