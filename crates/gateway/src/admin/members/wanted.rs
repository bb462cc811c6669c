//! By what the list of members is narrowed.

use accounts::{Holds, Wanted};
use jiff::civil::Date;
use serde::Deserialize;
use url::form_urlencoded;

use crate::admin::Staff;

/// What members hold, in the words of the form.
pub(super) const HOLDS: [(&str, Holds); 3] =
    [("plan", Holds::Plan), ("nothing", Holds::Nothing), ("staff", Holds::Staff)];

/// As the form says it; what is empty doesn't matter.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) email: String,
    #[serde(default)]
    pub(super) language: String,
    #[serde(default)]
    pub(super) since: String,
    #[serde(default)]
    pub(super) plan: String,
    #[serde(default)]
    pub(super) holds: String,
    #[serde(default)]
    after: String,
}

impl Asked {
    /// The members it means; `Err` with what could be understood if something couldn't.
    pub(super) fn wanted(&self, staff: &Staff) -> Result<Wanted, Wanted> {
        let zone = &staff.publication.site.time_zone;
        let holds = HOLDS.iter().find(|(word, _)| *word == self.holds).map(|(_, holds)| *holds);
        let since = self.since.trim().parse::<Date>();
        let since = since.ok().and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok());
        let wanted = Wanted {
            beginning: self.email.clone(),
            language: self.language.parse().ok(),
            since,
            plan: self.plan.parse().ok(),
            holds,
        };
        let understood = (self.language.is_empty() || wanted.language.is_some())
            && (self.since.trim().is_empty() || wanted.since.is_some())
            && (self.plan.is_empty() || wanted.plan.is_some())
            && (self.holds.is_empty() || wanted.holds.is_some());
        if understood { Ok(wanted) } else { Err(wanted) }
    }

    /// The address after which the list goes on.
    pub(super) fn after(&self) -> Option<&str> {
        Some(self.after.as_str()).filter(|after| !after.is_empty())
    }

    /// The same as a query, without the place in the list.
    pub(super) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("email", &self.email),
            ("language", &self.language),
            ("since", &self.since),
            ("plan", &self.plan),
            ("holds", &self.holds),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.finish()
    }
}
