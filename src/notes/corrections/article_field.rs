//! The facts of an article that a reader can correct, and how what is typed for each is read. The form in the room and `liseuse set`
//! share them; [`crate::notes::corrections::article_corrections`] lays them over the archive.

use crate::analysis::dates::read_typed_date;
use crate::locale::translated;
use crate::model::article::Lang;
use crate::model::date::{PartialDate, PublicationDate};
use crate::model::property::Property;
use crate::model::segment::ArticleRef;
use crate::text::sanitize::sanitize;
use crate::{tr, tr_later};

/// A fact of an article that can be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArticleField {
    /// The headline.
    Title,
    /// The outlet.
    Source,
    /// The author or authors.
    Author,
    /// The publication date.
    Published,
    /// The address.
    Url,
    /// The section of the paper.
    Section,
    /// The language.
    Lang,
}

/// What is typed for a fact that the article does not have.
const NONE: &str = "-";

/// How many characters a correction may have: more than any headline, less than a text that was pasted by mistake.
const MOST: usize = 500;

impl ArticleField {
    /// All of them, in the order in which a form shows them.
    pub const ALL: [Self; 7] = [Self::Title, Self::Source, Self::Author, Self::Published, Self::Url, Self::Section, Self::Lang];

    /// Its name in JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Source => "source",
            Self::Author => "author",
            Self::Published => "published",
            Self::Url => "url",
            Self::Section => "section",
            Self::Lang => "lang",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        translated(self.word())
    }

    /// The same in English, as the command line takes it.
    const fn word(self) -> &'static str {
        match self {
            Self::Title => tr_later!("headline"),
            Self::Source => tr_later!("outlet"),
            Self::Author => tr_later!("author"),
            Self::Published => tr_later!("publication date"),
            Self::Url => tr_later!("address"),
            Self::Section => tr_later!("section"),
            Self::Lang => tr_later!("language"),
        }
    }

    /// The field of this name or label; a date may be asked for as `date`.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        let is_meant = |field: &Self| {
            field.name() == name || field.word() == name || field.label() == name || (*field == Self::Published && name == "date")
        };
        Self::ALL.into_iter().find(is_meant)
    }

    /// What `article` has for it, as one would type it; empty for nothing.
    #[must_use]
    pub fn of(self, article: ArticleRef<'_>) -> String {
        let text = match self {
            Self::Title => Some(article.title()),
            Self::Source => article.source(),
            Self::Author => article.author(),
            Self::Url => article.url(),
            Self::Section => article.section(),
            Self::Lang => return article.lang().to_string(),
            Self::Published => {
                return if let PublicationDate::On(date) = article.date() { date.to_string() } else { String::new() };
            }
        };
        text.unwrap_or_default().to_owned()
    }

    /// Reads what was typed for it: nothing takes a correction back, `-` says that the article has none.
    ///
    /// # Errors
    /// When it cannot be the fact; says what can.
    pub fn read(self, typed: &str) -> Result<Property, String> {
        let cleaned = sanitize(typed);
        let text = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
        let long = text.chars().count() > MOST;
        if long {
            return Err(tr!("that is longer than {most} characters, and no {label}", most = MOST, label = self.label()));
        }
        Ok(match (text.as_str(), self) {
            ("", _) => self.property(None),
            (NONE, Self::Title | Self::Published | Self::Lang) => {
                return Err(tr!(
                    "an article is not without a {label}; type nothing to take a correction back",
                    label = self.label()
                ));
            }
            (NONE, _) => self.property(Some("")),
            (text, Self::Published) => self.property(Some(&typed_date(text)?.to_string())),
            (text, Self::Lang) => match Lang::parse(text) {
                Lang::Unknown => return Err(tr!("“{text}” is no language code; type one such as fr or en", text)),
                known => self.property(Some(&known.to_string())),
            },
            (text, Self::Url) if !is_address(text) => {
                return Err(tr!("“{text}” is no address; type one that begins with https:// or http://", text));
            }
            (text, _) => self.property(Some(text)),
        })
    }

    /// The property with this value.
    fn property(self, value: Option<&str>) -> Property {
        let value = value.map(Into::into);
        match self {
            Self::Title => Property::Title(value),
            Self::Source => Property::Source(value),
            Self::Author => Property::Author(value),
            Self::Published => Property::Published(value),
            Self::Url => Property::Url(value),
            Self::Section => Property::Section(value),
            Self::Lang => Property::Lang(value),
        }
    }
}

/// What was typed as a date, in words or in digits, and wholly one.
fn typed_date(text: &str) -> Result<PartialDate, String> {
    read_typed_date(text).ok_or_else(|| {
        tr!("“{text}” is no date; type 2020-07-22, 2020-07, 2020 or 22 July 2020, or nothing to take it back", text)
    })
}

/// Whether it can be the address of a page.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::ArticleField;
    use crate::model::property::Property;

    #[test]
    fn what_is_typed_is_read_by_the_kind_of_fact() {
        let read = |field: ArticleField, typed: &str| field.read(typed);
        assert_eq!(read(ArticleField::Title, "  Un  budget\u{1b}[31m voté "), Ok(Property::Title(Some("Un budget voté".into()))));
        assert_eq!(read(ArticleField::Published, "22 juillet 2020"), Ok(Property::Published(Some("2020-07-22".into()))));
        assert_eq!(read(ArticleField::Author, "-"), Ok(Property::Author(Some("".into()))), "it has none");
        assert_eq!(read(ArticleField::Author, ""), Ok(Property::Author(None)), "as the program finds it");
        assert_eq!(read(ArticleField::Lang, "fr-FR"), Ok(Property::Lang(Some("fr".into()))));
        let wrong = [
            (ArticleField::Title, "-"),
            (ArticleField::Published, "2019-13"),
            (ArticleField::Published, "31 février 2020"),
            (ArticleField::Published, "vers 2015"),
            (ArticleField::Url, "lemonde"),
            (ArticleField::Lang, "french?"),
        ];
        for (field, typed) in wrong {
            assert!(field.read(typed).is_err(), "{} {typed}", field.name());
        }
        assert!(ArticleField::Title.read(&"mot ".repeat(200)).is_err());
    }

    #[test]
    fn names_and_labels_find_the_fact() {
        assert_eq!(ArticleField::by_name("outlet"), Some(ArticleField::Source));
        assert_eq!(ArticleField::by_name("source"), Some(ArticleField::Source));
        assert_eq!(ArticleField::by_name("date"), Some(ArticleField::Published));
        assert_eq!(ArticleField::by_name("colour"), None);
    }
}
