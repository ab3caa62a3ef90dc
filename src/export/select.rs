//! Gathering: of all annotations those that are asked for, each with its article and its place in it.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::export::build::LocatedAnnotation;
use crate::model::anchor::{Anchor, AnchorState};
use crate::model::annotation::{Annotation, ArticleKey, Target};
use crate::model::archive::{Archive, ArticleIx};
use crate::notes::anchoring::article_match::{Belonging, Register};
use crate::notes::anchoring::body::Body;
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

/// Finds the articles of `annotations` in `archive`, and the passages in the articles.
#[must_use]
pub fn gather(annotations: Vec<Annotation>, archive: &Archive) -> Gathered {
    let (homes, wholes) = (homes(&annotations, archive), wholes(&annotations, archive));
    let mut gathered = Gathered::default();
    let mut filed: BTreeMap<ArticleIx, Vec<Annotation>> = BTreeMap::new();
    for annotation in annotations {
        let of = if matches!(annotation.target, Target::Article { .. }) { &wholes } else { &homes };
        match annotation.target.article().map(|key| of.get(key).copied().flatten()) {
            Some(Some(ix)) => filed.entry(ix).or_default().push(annotation),
            Some(None) => {
                gathered.absent.push(LocatedAnnotation { annotation, article: None, state: AnchorState::Orphan, span: None });
            }
            None => gathered.found.push(LocatedAnnotation { annotation, article: None, state: AnchorState::Exact, span: None }),
        }
    }
    let filed: Vec<(ArticleIx, Vec<Annotation>)> = filed.into_iter().collect();
    let places = filed.into_par_iter().flat_map_iter(|(ix, annotations)| places(archive, ix, annotations));
    gathered.found.extend(places.collect::<Vec<_>>());
    gathered
}

/// The article of each key of a note on a whole; `None` when the archive holds none whose text says that it is it.
fn wholes(annotations: &[Annotation], archive: &Archive) -> HashMap<ArticleKey, Option<ArticleIx>> {
    let whole = |annotation: &&Annotation| matches!(annotation.target, Target::Article { .. });
    let keys: HashSet<&ArticleKey> =
        annotations.iter().filter(whole).filter_map(|annotation| annotation.target.article()).collect();
    let keys: Vec<ArticleKey> = keys.into_iter().cloned().collect();
    let found = Register::of(keys.iter().cloned()).look_up_whole(archive);
    let home = |belonging| if let Belonging::To(ix, _) = belonging { Some(ix) } else { None };
    keys.into_iter().zip(found.into_iter().map(home)).collect()
}

/// The article of each key of a passage; `None` when the archive holds none that is surely it.
fn homes(annotations: &[Annotation], archive: &Archive) -> HashMap<ArticleKey, Option<ArticleIx>> {
    let passages = annotations.iter().filter(|annotation| matches!(annotation.target, Target::Passage { .. }));
    let keys: HashSet<&ArticleKey> = passages.filter_map(|annotation| annotation.target.article()).collect();
    let keys: Vec<ArticleKey> = keys.into_iter().cloned().collect();
    let places = Register::of(keys.clone()).look_up(archive);
    let mut anchors: HashMap<&ArticleKey, Vec<&Anchor>> = HashMap::new();
    for annotation in annotations {
        if let Target::Passage { article, anchor } = &annotation.target {
            anchors.entry(article).or_default().push(anchor);
        }
    }
    let home = |(key, belonging): (ArticleKey, Belonging)| {
        let anchors = anchors.get(&key).map(Vec::as_slice).unwrap_or_default();
        let home = match belonging.by_quotations(archive, anchors) {
            Belonging::To(ix, _) => Some(ix),
            Belonging::Several(_) | Belonging::Nowhere => None,
        };
        (key, home)
    };
    keys.into_iter().zip(places).map(home).collect()
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
