//! Lists, newest first, with Stripe's cursors.

use serde_json::Value;

use crate::{
    error::{Answer, Refusal},
    form::Params,
    objects::{Object, list},
    world::World,
};

/// Which part of a list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cursor {
    limit: usize,
    start: Start,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Start {
    Beginning,
    After(String),
    Before(String),
}

/// Bounds of `created`.
#[derive(Debug, Clone, Default)]
struct Created {
    at: Option<i64>,
    gt: Option<i64>,
    gte: Option<i64>,
    lt: Option<i64>,
    lte: Option<i64>,
}

impl Cursor {
    pub(crate) fn read(params: &mut Params) -> Answer<Self> {
        let limit = params.int("limit")?.unwrap_or(10);
        if !(1..=100).contains(&limit) {
            return Err(Refusal::invalid("limit", "This value must be between 1 and 100.")
                .code("parameter_invalid_integer"));
        }
        let start = match (params.text("starting_after")?, params.text("ending_before")?) {
            (Some(_), Some(_)) => {
                return Err(Refusal::request(
                    "You cannot parametrize `starting_after` and `ending_before` at the same time.",
                ));
            }
            (Some(id), None) => Start::After(id),
            (None, Some(id)) => Start::Before(id),
            (None, None) => Start::Beginning,
        };
        Ok(Self { limit: usize::try_from(limit).unwrap_or(10), start })
    }

    /// The wanted part of ids in list order, and whether there is more in the direction of travel.
    ///
    /// `None` when the cursor's id isn't in the list.
    fn cut<'a>(&self, ids: &'a [&'a str]) -> Option<(&'a [&'a str], bool)> {
        let position = |wanted: &str| ids.iter().position(|id| *id == wanted);
        let (from, to, more) = match &self.start {
            Start::Before(id) => {
                let to = position(id)?;
                let from = to.saturating_sub(self.limit);
                (from, to, from > 0)
            }
            start => {
                let from = match start {
                    Start::After(id) => position(id)? + 1,
                    _ => 0,
                };
                let to = (from + self.limit).min(ids.len());
                (from, to, to < ids.len())
            }
        };
        Some((&ids[from..to], more))
    }

    fn missing(&self, kind: &str) -> Refusal {
        match &self.start {
            Start::After(id) => Refusal::missing(kind, id, "starting_after"),
            Start::Before(id) => Refusal::missing(kind, id, "ending_before"),
            Start::Beginning => Refusal::server_error(),
        }
    }
}

impl Created {
    fn read(params: &mut Params) -> Answer<Self> {
        match params.map("created") {
            Ok(None) => Ok(Self::default()),
            Ok(Some(mut part)) => {
                let bounds = Self {
                    at: None,
                    gt: part.int("gt")?,
                    gte: part.int("gte")?,
                    lt: part.int("lt")?,
                    lte: part.int("lte")?,
                };
                part.finish()?;
                Ok(bounds)
            }
            Err(refusal) => Err(refusal),
        }
    }

    fn holds(&self, created: i64) -> bool {
        self.at.is_none_or(|at| created == at)
            && self.gt.is_none_or(|gt| created > gt)
            && self.gte.is_none_or(|gte| created >= gte)
            && self.lt.is_none_or(|lt| created < lt)
            && self.lte.is_none_or(|lte| created <= lte)
    }
}

/// Answers a list call: what is left of the parameters must be read already.
pub(crate) fn page<T: Object>(
    world: &World,
    mut params: Params,
    url: &str,
    wanted: impl Fn(&T) -> bool,
) -> Answer<Value> {
    let cursor = Cursor::read(&mut params)?;
    let created = match params.exact_int("created")? {
        Some(at) => Created { at: Some(at), ..Created::default() },
        None => Created::read(&mut params)?,
    };
    params.finish()?;
    let found: Vec<&T> = T::table(world)
        .iter()
        .rev()
        .filter(|object| !object.is_deleted() && created.holds(object.created()) && wanted(object))
        .collect();
    let ids: Vec<&str> = found.iter().map(|object| object.id()).collect();
    let (part, more) = cursor.cut(&ids).ok_or_else(|| cursor.missing(T::KIND))?;
    let shown =
        part.iter().filter_map(|id| T::table(world).get(id)).map(|object| object.json(world)).collect();
    Ok(list(url, shown, more))
}

/// Pages through parts that are shown already, such as lines.
pub(crate) fn page_of(mut params: Params, url: &str, kind: &str, items: Vec<Value>) -> Answer<Value> {
    let cursor = Cursor::read(&mut params)?;
    params.finish()?;
    let ids: Vec<String> =
        items.iter().map(|item| item["id"].as_str().unwrap_or_default().to_owned()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let (part, more) = cursor.cut(&ids).ok_or_else(|| cursor.missing(kind))?;
    let shown = items.into_iter().filter(|item| part.iter().any(|id| item["id"] == **id)).collect();
    Ok(list(url, shown, more))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cursor, Start};

    proptest! {
        /// Walking forwards, and backwards from the end, meets each object once and in order.
        #[test]
        fn pages_cover_the_list_in_both_directions(count in 0..60_usize, limit in 1..12_usize) {
            let names: Vec<String> = (0..count).map(|number| format!("id_{number}")).collect();
            let ids: Vec<&str> = names.iter().map(String::as_str).collect();

            let mut forwards: Vec<String> = Vec::new();
            let mut start = Start::Beginning;
            loop {
                let (part, more) = Cursor { limit, start }.cut(&ids).map(|(part, more)| (part.to_vec(), more)).unwrap();
                prop_assert!(part.len() <= limit);
                forwards.extend(part.iter().map(|id| (*id).to_owned()));
                prop_assert_eq!(more, forwards.len() < count);
                if !more { break }
                start = Start::After(forwards.last().cloned().unwrap());
            }
            prop_assert_eq!(&forwards, &names);

            if count > 0 {
                let mut backwards = vec![names[count - 1].clone()];
                loop {
                    let start = Start::Before(backwards[0].clone());
                    let (part, more) = Cursor { limit, start }.cut(&ids).map(|(part, more)| (part.to_vec(), more)).unwrap();
                    let mut longer: Vec<String> = part.iter().map(|id| (*id).to_owned()).collect();
                    longer.append(&mut backwards);
                    backwards = longer;
                    prop_assert_eq!(more, backwards.len() < count);
                    if !more { break }
                }
                prop_assert_eq!(&backwards, &names);
            }
        }
    }

    #[test]
    fn an_unknown_cursor_is_no_page() {
        let cursor = Cursor { limit: 1, start: Start::After("gone".into()) };
        assert!(cursor.cut(&["a"]).is_none());
    }
}
