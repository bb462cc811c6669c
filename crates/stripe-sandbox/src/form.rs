//! Stripe's form encoding: `items[0][price]=…`, `metadata[k]=v`, `expand[]=…`.
//!
//! Reading takes a value out; what is left at the end is an unknown parameter, which Stripe refuses and so do
//! we: a client's typing mistake must not pass here and fail there.

use std::collections::BTreeMap;

use crate::error::{Answer, Refusal};

/// Free words of the caller's on an object.
pub(crate) type Metadata = BTreeMap<String, String>;

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Text(String),
    Map(Vec<(String, Node)>),
}

/// Parameters of a call, or of a part of it such as `recurring[…]`.
#[derive(Debug, Clone)]
pub(crate) struct Params {
    path: String,
    entries: Vec<(String, Node)>,
}

/// What an update says about a field that can be emptied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Patch<T> {
    Keep,
    Clear,
    Set(T),
}

impl<T> Patch<T> {
    /// Writes the change into an optional field.
    pub(crate) fn apply(self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *field = None,
            Self::Set(value) => *field = Some(value),
        }
    }

    /// The value, when one is set.
    pub(crate) fn set(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

impl Params {
    /// Parses a body or a query string. Bad nesting is refused as Stripe does.
    pub(crate) fn parse(encoded: &str) -> Answer<Self> {
        let mut root = Vec::new();
        for (key, value) in url::form_urlencoded::parse(encoded.as_bytes()) {
            let segments =
                segments(&key).ok_or_else(|| Refusal::request(format!("Invalid parameter name: {key}")))?;
            insert(&mut root, &segments, value.into_owned())
                .ok_or_else(|| Refusal::invalid(key.as_ref(), format!("Invalid hash: {key}")))?;
        }
        Ok(Self { path: String::new(), entries: root })
    }

    fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}[{key}]", self.path) }
    }

    fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(name, _)| name == key)?;
        Some(self.entries.remove(index).1)
    }

    /// A text that can be emptied by an update.
    pub(crate) fn patch(&mut self, key: &str) -> Answer<Patch<String>> {
        match self.take(key) {
            None => Ok(Patch::Keep),
            Some(Node::Text(text)) if text.is_empty() => Ok(Patch::Clear),
            Some(Node::Text(text)) => Ok(Patch::Set(text)),
            Some(Node::Map(_)) => {
                Err(Refusal::invalid(self.name(key), format!("Invalid string: {}", self.name(key))))
            }
        }
    }

    /// A text, if there and not empty.
    pub(crate) fn text(&mut self, key: &str) -> Answer<Option<String>> {
        self.patch(key).map(Patch::set)
    }

    pub(crate) fn required(&mut self, key: &str) -> Answer<String> {
        self.text(key)?.ok_or_else(|| Refusal::missing_param(&self.name(key)))
    }

    pub(crate) fn int(&mut self, key: &str) -> Answer<Option<i64>> {
        self.patch_int(key).map(Patch::set)
    }

    /// A whole number that can be emptied by an update.
    pub(crate) fn patch_int(&mut self, key: &str) -> Answer<Patch<i64>> {
        Ok(match self.patch(key)? {
            Patch::Keep => Patch::Keep,
            Patch::Clear => Patch::Clear,
            Patch::Set(text) => Patch::Set(text.parse().map_err(|_| {
                Refusal::invalid(self.name(key), format!("Invalid integer: {text}"))
                    .code("parameter_invalid_integer")
            })?),
        })
    }

    /// A whole number no smaller than `least`.
    pub(crate) fn int_from(&mut self, key: &str, least: i64) -> Answer<Option<i64>> {
        match self.int(key)? {
            Some(number) if number < least => Err(Refusal::invalid(
                self.name(key),
                format!("This value must be greater than or equal to {least}."),
            )
            .code("parameter_invalid_integer")),
            number => Ok(number),
        }
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn int_within(&mut self, key: &str, least: i64, most: i64) -> Answer<Option<i64>> {
        match self.int_from(key, least)? {
            Some(number) if number > most => Err(Refusal::invalid(
                self.name(key),
                format!("This value must be less than or equal to {most}."),
            )
            .code("parameter_invalid_integer")),
            number => Ok(number),
        }
    }

    pub(crate) fn flag(&mut self, key: &str) -> Answer<Option<bool>> {
        match self.text(key)?.as_deref() {
            None => Ok(None),
            Some("true" | "1") => Ok(Some(true)),
            Some("false" | "0") => Ok(Some(false)),
            Some(other) => Err(Refusal::invalid(self.name(key), format!("Invalid boolean: {other}"))),
        }
    }

    /// One of the names.
    pub(crate) fn choice(&mut self, key: &str, names: &[&'static str]) -> Answer<Option<&'static str>> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        names.iter().find(|name| **name == text).copied().map(Some).ok_or_else(|| {
            let param = self.name(key);
            Refusal::invalid(&param, format!("Invalid {param}: must be one of {}", names.join(", ")))
        })
    }

    /// A whole number, if it is given plainly and not as a part such as `created[gte]`.
    pub(crate) fn exact_int(&mut self, key: &str) -> Answer<Option<i64>> {
        match self.entries.iter().find(|(name, _)| name == key) {
            Some((_, Node::Text(_))) => self.int(key),
            _ => Ok(None),
        }
    }

    /// A nested part; an emptied or missing one is `None`.
    pub(crate) fn map(&mut self, key: &str) -> Answer<Option<Self>> {
        match self.take(key) {
            None => Ok(None),
            Some(Node::Map(entries)) => Ok(Some(Self { path: self.name(key), entries })),
            Some(Node::Text(text)) if text.is_empty() => Ok(None),
            Some(Node::Text(_)) => Err(Refusal::invalid(self.name(key), "Invalid object")),
        }
    }

    /// A nested part that can be emptied by an update.
    pub(crate) fn patch_map(&mut self, key: &str) -> Answer<Patch<Self>> {
        if matches!(self.entries.iter().find(|(name, _)| name == key), Some((_, Node::Text(text))) if text.is_empty())
        {
            self.take(key);
            return Ok(Patch::Clear);
        }
        Ok(self.map(key)?.map_or(Patch::Keep, Patch::Set))
    }

    /// A list of parts, in order; `None` when the parameter isn't there, empty when it was emptied.
    pub(crate) fn parts(&mut self, key: &str) -> Answer<Option<Vec<Self>>> {
        let name = self.name(key);
        match self.take(key) {
            None => Ok(None),
            Some(Node::Text(text)) if text.is_empty() => Ok(Some(Vec::new())),
            Some(Node::Text(_)) => Err(Refusal::invalid(&name, "Invalid array")),
            Some(Node::Map(entries)) => entries
                .into_iter()
                .map(|(index, node)| match node {
                    Node::Map(entries) => Ok(Self { path: format!("{name}[{index}]"), entries }),
                    Node::Text(_) => Err(Refusal::invalid(format!("{name}[{index}]"), "Invalid object")),
                })
                .collect::<Answer<_>>()
                .map(Some),
        }
    }

    /// A list of texts, in order.
    pub(crate) fn texts(&mut self, key: &str) -> Answer<Option<Vec<String>>> {
        let name = self.name(key);
        match self.take(key) {
            None => Ok(None),
            Some(Node::Text(text)) if text.is_empty() => Ok(Some(Vec::new())),
            Some(Node::Text(text)) => Ok(Some(vec![text])),
            Some(Node::Map(entries)) => entries
                .into_iter()
                .map(|(_, node)| match node {
                    Node::Text(text) => Ok(text),
                    Node::Map(_) => Err(Refusal::invalid(&name, "Invalid array")),
                })
                .collect::<Answer<_>>()
                .map(Some),
        }
    }

    /// Applies `metadata[…]` as Stripe does: an empty value removes its key, an empty `metadata` removes all.
    pub(crate) fn metadata(&mut self, metadata: &mut Metadata) -> Answer<()> {
        match self.patch_map("metadata")? {
            Patch::Keep => {}
            Patch::Clear => metadata.clear(),
            Patch::Set(part) => {
                for (key, node) in part.entries {
                    match node {
                        Node::Text(value) if value.is_empty() => {
                            metadata.remove(&key);
                        }
                        Node::Text(value) => {
                            if key.chars().count() > 40 || value.chars().count() > 500 {
                                return Err(Refusal::invalid(
                                    format!("{}[{key}]", part.path),
                                    "Metadata keys have at most 40 and values at most 500 characters.",
                                ));
                            }
                            metadata.insert(key, value);
                        }
                        Node::Map(_) => {
                            return Err(Refusal::invalid(part.path, "Metadata values must be strings"));
                        }
                    }
                }
                if metadata.len() > 50 {
                    return Err(Refusal::invalid(self.name("metadata"), "Metadata has at most 50 keys."));
                }
            }
        }
        Ok(())
    }

    /// Takes out parameters that Stripe knows and that change nothing here.
    pub(crate) fn ignore(&mut self, keys: &[&str]) {
        self.entries.retain(|(name, _)| !keys.contains(&name.as_str()));
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name == key)
    }

    /// Refuses what nobody read.
    pub(crate) fn finish(self) -> Answer<()> {
        if self.entries.is_empty() {
            return Ok(());
        }
        let names: Vec<String> = self.entries.iter().map(|(key, _)| self.name(key)).collect();
        Err(Refusal::unknown_params(&names))
    }
}

/// `a[b][]` as `a`, `b` and nothing.
fn segments(key: &str) -> Option<Vec<&str>> {
    let Some(open) = key.find('[') else { return Some(vec![key]) };
    let (head, mut rest) = key.split_at(open);
    let mut found = vec![head];
    while !rest.is_empty() {
        let inner = rest.strip_prefix('[')?;
        let close = inner.find(']')?;
        found.push(&inner[..close]);
        rest = &inner[close + 1..];
    }
    (!head.is_empty()).then_some(found)
}

fn insert(entries: &mut Vec<(String, Node)>, segments: &[&str], value: String) -> Option<()> {
    let (first, rest) = segments.split_first()?;
    let key = if first.is_empty() { entries.len().to_string() } else { (*first).to_owned() };
    let index = entries.iter().position(|(name, _)| *name == key);
    if rest.is_empty() {
        match index {
            Some(index) => entries[index].1 = Node::Text(value),
            None => entries.push((key, Node::Text(value))),
        }
        return Some(());
    }
    let index = index.unwrap_or_else(|| {
        entries.push((key, Node::Map(Vec::new())));
        entries.len() - 1
    });
    match &mut entries[index].1 {
        Node::Map(inner) => insert(inner, rest, value),
        Node::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Metadata, Params, Patch};

    #[test]
    fn nested_keys_become_parts_and_lists() {
        let mut params = Params::parse(
            "items[0][price]=price_1&items[0][quantity]=2&items[1][price]=price_2&expand[]=a&expand[]=b",
        )
        .unwrap();
        let mut items = params.parts("items").unwrap().unwrap();
        assert_eq!(items[0].required("price").unwrap(), "price_1");
        assert_eq!(items[0].int("quantity").unwrap(), Some(2));
        assert_eq!(items[1].required("price").unwrap(), "price_2");
        assert_eq!(params.texts("expand").unwrap().unwrap(), ["a", "b"]);
        params.finish().unwrap();
    }

    #[test]
    fn unread_and_wrong_parameters_are_named() {
        let mut params = Params::parse("recurring[interval]=month&recurring[wat]=1").unwrap();
        let mut recurring = params.map("recurring").unwrap().unwrap();
        recurring.required("interval").unwrap();
        let refusal = recurring.finish().unwrap_err().body();
        assert_eq!(refusal["error"]["param"], "recurring[wat]");
        assert_eq!(refusal["error"]["code"], "parameter_unknown");
        let refusal = Params::parse("limit=x").unwrap().int("limit").unwrap_err().body();
        assert_eq!(refusal["error"]["param"], "limit");
        assert!(Params::parse("a=1&a[b]=2").is_err());
        assert!(Params::parse("a[b=2").is_err());
    }

    #[test]
    fn empty_means_remove() {
        let mut params = Params::parse("name=&metadata[a]=&metadata[b]=2").unwrap();
        assert_eq!(params.patch("name").unwrap(), Patch::Clear);
        assert_eq!(params.patch("phone").unwrap(), Patch::Keep);
        let mut metadata = Metadata::from([("a".into(), "1".into()), ("c".into(), "3".into())]);
        params.metadata(&mut metadata).unwrap();
        assert_eq!(metadata, Metadata::from([("b".into(), "2".into()), ("c".into(), "3".into())]));
        Params::parse("metadata=").unwrap().metadata(&mut metadata).unwrap();
        assert!(metadata.is_empty());
    }
}
