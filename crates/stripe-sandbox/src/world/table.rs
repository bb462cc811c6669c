//! Objects of one kind, by id and in the order of their making.

use std::collections::HashMap;

#[derive(Debug, Clone)]
pub(crate) struct Table<T> {
    order: Vec<String>,
    rows: HashMap<String, T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { order: Vec::new(), rows: HashMap::new() }
    }
}

impl<T> Table<T> {
    pub(crate) fn insert(&mut self, id: String, row: T) {
        if self.rows.insert(id.clone(), row).is_none() {
            self.order.push(id);
        }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.rows.get(id)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.rows.get_mut(id)
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.order.iter().filter_map(|id| self.rows.get(id))
    }
}
