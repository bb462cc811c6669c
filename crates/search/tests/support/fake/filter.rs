//! Filters as the engine writes them: conditions joined by `AND`, some of them `NOT (…)`.

use serde_json::Value;

use super::state::{Refused, invalid};

pub(crate) enum Filter {
    All(Vec<Filter>),
    Not(Box<Filter>),
    In(String, Vec<String>),
    At(String, &'static str, i64),
}

impl Filter {
    /// Attributes that can't be filtered by are refused.
    pub(crate) fn parse(text: &str, filterable: &[String]) -> Result<Self, Refused> {
        let mut parser = Parser { tokens: tokens(text), at: 0, filterable };
        let filter = parser.all()?;
        if parser.at == parser.tokens.len() { Ok(filter) } else { Err(parser.wrong()) }
    }

    pub(crate) fn lets(&self, document: &Value) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.lets(document)),
            Self::Not(filter) => !filter.lets(document),
            Self::In(name, values) => {
                let same = |value: &Value| {
                    value.as_str().is_some_and(|value| values.iter().any(|v| v.eq_ignore_ascii_case(value)))
                };
                match &document[name] {
                    Value::Array(all) => all.iter().any(same),
                    value => same(value),
                }
            }
            Self::At(name, operator, than) => document[name].as_i64().is_some_and(|value| match *operator {
                ">=" => value >= *than,
                _ => value < *than,
            }),
        }
    }
}

struct Parser<'a> {
    tokens: Vec<String>,
    at: usize,
    filterable: &'a [String],
}

impl Parser<'_> {
    fn all(&mut self) -> Result<Filter, Refused> {
        let mut filters = vec![self.one()?];
        while self.take("AND") {
            filters.push(self.one()?);
        }
        Ok(Filter::All(filters))
    }

    fn one(&mut self) -> Result<Filter, Refused> {
        if self.take("NOT") {
            self.must("(")?;
            let filter = self.all()?;
            self.must(")")?;
            return Ok(Filter::Not(Box::new(filter)));
        }
        let name = self.value()?;
        if !self.filterable.contains(&name) {
            return Err(invalid("invalid_search_filter", format!("Attribute `{name}` is not filterable.")));
        }
        let not = self.take("NOT");
        let filter = if self.take("IN") {
            self.must("[")?;
            let mut values = vec![self.value()?];
            while self.take(",") {
                values.push(self.value()?);
            }
            self.must("]")?;
            Filter::In(name, values)
        } else if self.take("=") {
            Filter::In(name, vec![self.value()?])
        } else if self.take(">=") {
            Filter::At(name, ">=", self.number()?)
        } else if self.take("<") {
            Filter::At(name, "<", self.number()?)
        } else {
            return Err(self.wrong());
        };
        Ok(if not { Filter::Not(Box::new(filter)) } else { filter })
    }

    fn take(&mut self, token: &str) -> bool {
        let there = self.tokens.get(self.at).is_some_and(|found| found == token);
        self.at += usize::from(there);
        there
    }

    fn must(&mut self, token: &str) -> Result<(), Refused> {
        if self.take(token) { Ok(()) } else { Err(self.wrong()) }
    }

    fn value(&mut self) -> Result<String, Refused> {
        let token = self.tokens.get(self.at).cloned().ok_or_else(|| self.wrong())?;
        self.at += 1;
        Ok(token.strip_prefix('\0').map_or(token.clone(), str::to_owned))
    }

    fn number(&mut self) -> Result<i64, Refused> {
        self.value()?.parse().map_err(|_| self.wrong())
    }

    fn wrong(&self) -> Refused {
        invalid("invalid_search_filter", format!("at {}: {:?}", self.at, self.tokens))
    }
}

/// Words and signs; what was in quotes begins with a zero, so that it is no sign.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = if first == '"' {
            let mut value = String::from('\0');
            let mut escaped = false;
            let mut end = rest.len();
            for (at, c) in rest.char_indices().skip(1) {
                match c {
                    '"' if !escaped => {
                        end = at + 1;
                        break;
                    }
                    '\\' if !escaped => escaped = true,
                    c => {
                        escaped = false;
                        value.push(c);
                    }
                }
            }
            tokens.push(value);
            end
        } else if "()[],".contains(first) {
            tokens.push(first.to_string());
            1
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || "()[],".contains(c)).unwrap_or(rest.len());
            tokens.push(rest[..end].to_owned());
            end
        };
        rest = rest[end..].trim_start();
    }
    tokens
}
