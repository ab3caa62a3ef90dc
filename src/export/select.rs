//! Gathering: of all annotations those that are asked for, each with its article and its place in it.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::export::build::LocatedAnnotation;
use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::{Annotation, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
use crate::notes::anchoring::by_key::ByKey;
use crate::text::fold::fold;

/// Which annotations are asked for. Words of one list are alternatives; what is empty asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct AnnotationFilter {
    /// Words of the note.
    pub notes: Vec<String>,
    /// Tags, without their sign.
    pub tags: Vec<String>,
    /// Names of colours.
    pub colors: Vec<String>,
}

/// What was gathered.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Those in articles of the archive, and notes on actors and days.
    pub found: Vec<LocatedAnnotation>,
    /// Those of articles that the archive does not hold.
    pub absent: Vec<LocatedAnnotation>,
}

impl AnnotationFilter {
    /// Whether `annotation` is asked for; case and accents do not count.
    #[must_use]
    pub fn holds(&self, annotation: &Annotation) -> bool {
        if self.is_empty() {
            return true;
        }
        let any = |asked: &[String], is: &dyn Fn(&str) -> bool| asked.is_empty() || asked.iter().any(|word| is(&fold(word)));
        let note = fold(&annotation.note);
        let color = annotation.color.as_deref().map(fold);
        any(&self.notes, &|word| note.contains(word))
            && any(&self.tags, &|tag| annotation.tags().iter().any(|own| fold(own) == tag.trim_start_matches('#')))
            && any(&self.colors, &|name| color.as_deref() == Some(name))
    }

    /// Whether it asks for anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.tags.is_empty() && self.colors.is_empty()
    }
}

/// Where an annotation belongs.
#[derive(Clone, Copy)]
enum Home {
    /// Not in an article: it is a note on an actor or a day.
    Elsewhere,
    /// In an article that the archive does not surely hold.
    Absent,
    /// In this article.
    In(ArticleIx),
}

/// Finds the articles of `annotations` in `archive`, and the passages in the articles.
#[must_use]
pub fn gather(annotations: Vec<Annotation>, archive: &Archive) -> Gathered {
    let homes = homes(&annotations, archive);
    let mut gathered = Gathered::default();
    let mut filed: BTreeMap<ArticleIx, Vec<Annotation>> = BTreeMap::new();
    for (annotation, home) in annotations.into_iter().zip(homes) {
        let placeless = |annotation, state| LocatedAnnotation { annotation, article: None, state, span: None };
        match home {
            Home::In(ix) => filed.entry(ix).or_default().push(annotation),
            Home::Absent => gathered.absent.push(placeless(annotation, AnchorState::Orphan)),
            Home::Elsewhere => gathered.found.push(placeless(annotation, AnchorState::Exact)),
        }
    }
    let filed: Vec<(ArticleIx, Vec<Annotation>)> = filed.into_iter().collect();
    let places = filed.into_par_iter().flat_map_iter(|(ix, annotations)| places(archive, ix, annotations));
    gathered.found.extend(places.collect::<Vec<_>>());
    gathered
}

/// Where each of `annotations` belongs: a note on a whole, where a text says that it is it; a passage, where its key and the words quoted do.
fn homes(annotations: &[Annotation], archive: &Archive) -> Vec<Home> {
    let numbered = || annotations.iter().map(|annotation| &annotation.target).enumerate();
    let passages = numbered().filter_map(|(number, target)| Some((target.article()?, (number, target.anchor()?))));
    let wholes = numbered().filter(|(_, target)| target.anchor().is_none());
    let wholes = wholes.filter_map(|(number, target)| Some((target.article()?, number)));
    let home = |belonging: &Belonging| if let Belonging::To(ix, _) = belonging { Home::In(*ix) } else { Home::Absent };
    let mut homes = vec![Home::Elsewhere; annotations.len()];
    let ByKey { keys, groups } = wholes.collect();
    for (belonging, group) in Register::of(keys).look_up_whole(archive).into_iter().zip(groups) {
        for number in group {
            homes[number] = home(&belonging);
        }
    }
    let ByKey { keys, groups } = passages.collect();
    for (belonging, group) in Register::of(keys).look_up(archive).into_iter().zip(groups) {
        let (numbers, anchors): (Vec<usize>, Vec<&Anchor>) = group.into_iter().unzip();
        let belonging = belonging.by_quotations(archive, &anchors);
        for number in numbers {
            homes[number] = home(&belonging);
        }
    }
    homes
}

fn places(archive: &Archive, ix: ArticleIx, annotations: Vec<Annotation>) -> Vec<LocatedAnnotation> {
    let Some(article) = archive.get(ix) else { return Vec::new() };
    let body = Body::new(article.body());
    let place = |annotation: Annotation| match &annotation.target {
        Target::Passage { anchor, .. } => {
            let found = body.find(anchor);
            LocatedAnnotation { annotation, article: Some(ix), state: found.state, span: found.span }
        }
        _ => LocatedAnnotation { annotation, article: Some(ix), state: AnchorState::Exact, span: None },
    };
    annotations.into_iter().map(place).collect()
}
