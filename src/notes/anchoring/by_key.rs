//! What is about articles, put together by the key of its article.

use std::collections::HashMap;
use std::ptr;

use crate::model::annotation::ArticleKey;

/// What is about articles, by their keys.
#[derive(Debug)]
pub struct ByKey<'a, T> {
    /// The keys, each once, in the order in which they came first.
    pub keys: Vec<&'a ArticleKey>,
    /// What came with each of them, in the order of the keys.
    pub groups: Vec<Vec<T>>,
}

impl<'a, T> FromIterator<(&'a ArticleKey, T)> for ByKey<'a, T> {
    fn from_iter<I: IntoIterator<Item = (&'a ArticleKey, T)>>(all: I) -> Self {
        let mut by_key = Self { keys: Vec::new(), groups: Vec::new() };
        let mut numbers: HashMap<&ArticleKey, usize> = HashMap::new();
        // Annotations of one article share its key, whose words need then be hashed once.
        let mut places: HashMap<*const ArticleKey, usize> = HashMap::new();
        for (key, one) in all {
            let number = *places.entry(ptr::from_ref(key)).or_insert_with(|| {
                *numbers.entry(key).or_insert_with(|| {
                    by_key.keys.push(key);
                    by_key.groups.push(Vec::new());
                    by_key.keys.len() - 1
                })
            });
            if let Some(group) = by_key.groups.get_mut(number) {
                group.push(one);
            }
        }
        by_key
    }
}

#[cfg(test)]
mod tests {
    use super::ByKey;
    use crate::model::annotation::ArticleKey;

    #[test]
    fn a_key_is_there_once_shared_or_copied() {
        let key = |path: &str| ArticleKey { path: path.to_owned(), ..ArticleKey::default() };
        let (a, b, copy) = (key("a"), key("b"), key("a"));
        let by_key: ByKey<'_, u8> = [(&a, 1), (&b, 2), (&a, 3), (&copy, 4)].into_iter().collect();
        assert_eq!((by_key.keys, by_key.groups), (vec![&a, &b], vec![vec![1, 3, 4], vec![2]]));
    }
}
