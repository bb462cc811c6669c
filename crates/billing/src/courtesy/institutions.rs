//! Libraries, schools, companies: whoever reads from one of their networks holds their plan.
//!
//! Nothing is kept about who did.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;
use jiff::Timestamp;
use kernel::PlanKey;
use kernel::time::from_millis;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use serde::Serialize;
use uuid::Uuid;

use crate::billing::Billing;
use crate::entity::{institution, institution_network, plan, plan_includes};
use crate::error::BillingError;
use crate::plans::unreadable;

/// Shortest prefixes that are a network and not a continent.
const WIDEST_V4: u8 = 8;
const WIDEST_V6: u8 = 19;

/// One institution.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct InstitutionId(Uuid);

/// An institution to be written down.
#[derive(Clone, Debug)]
pub struct NewInstitution<'a> {
    /// What readers are told they read through.
    pub name: &'a str,
    /// The plan it has.
    pub plan: &'a PlanKey,
    /// Its networks; one at least.
    pub networks: &'a [IpNet],
    /// First moment at which it no longer counts; `None` is until somebody ends it.
    pub until: Option<Timestamp>,
}

/// An institution, and what it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// Its id.
    pub id: InstitutionId,
    /// What readers are told they read through.
    pub name: String,
    /// The plan it has.
    pub plan: PlanKey,
    /// The plan, and those that come with it.
    pub opens: BTreeSet<PlanKey>,
    /// Its networks.
    pub networks: Vec<IpNet>,
    /// First moment at which it counts.
    pub starts_at: Timestamp,
    /// First moment at which it no longer counts.
    pub ends_at: Option<Timestamp>,
}

impl Institution {
    /// Whether it counts at `now`.
    #[must_use]
    pub fn counts_at(&self, now: Timestamp) -> bool {
        self.starts_at <= now && self.ends_at.is_none_or(|ends_at| now < ends_at)
    }

    /// Whether the address is in one of its networks.
    #[must_use]
    pub fn has(&self, address: IpAddr) -> bool {
        // IPv4 on a socket for both looks like IPv6.
        let address = address.to_canonical();
        self.networks.iter().any(|network| network.contains(&address))
    }
}

impl Billing {
    /// Writes an institution down; it counts from now on.
    pub async fn add_institution(&self, new: NewInstitution<'_>) -> Result<InstitutionId, BillingError> {
        let now = self.now();
        if new.name.trim().is_empty()
            || new.name.chars().count() > 120
            || new.name.chars().any(char::is_control)
        {
            return Err(BillingError::InstitutionName);
        }
        if new.until.is_some_and(|until| until <= now) {
            return Err(BillingError::EndsTooEarly);
        }
        if new.networks.is_empty() {
            return Err(BillingError::NoNetwork);
        }
        if let Some(wide) = new.networks.iter().find(|network| is_too_wide(**network)) {
            return Err(BillingError::TooWide(*wide));
        }
        if plan::Entity::find_by_id(new.plan.to_string()).count(&self.database).await? == 0 {
            return Err(BillingError::NoSuchPlan(new.plan.clone()));
        }
        let id = kernel::id::v7(now);
        let row = institution::ActiveModel {
            id: Set(id),
            name: Set(new.name.trim().to_owned()),
            plan: Set(new.plan.to_string()),
            starts_at: Set(now.as_millisecond()),
            ends_at: Set(new.until.map(Timestamp::as_millisecond)),
            created_at: Set(now.as_millisecond()),
        };
        let networks: BTreeSet<String> =
            new.networks.iter().map(|network| network.trunc().to_string()).collect();
        let networks = networks
            .into_iter()
            .map(|network| institution_network::ActiveModel { institution: Set(id), network: Set(network) });
        let transaction = transaction::begin(&self.database).await?;
        institution::Entity::insert(row).exec_without_returning(&transaction).await?;
        institution_network::Entity::insert_many(networks).exec_without_returning(&transaction).await?;
        transaction.commit().await?;
        Ok(InstitutionId(id))
    }

    /// Ends an institution now. It stays written down, for who asks later why somebody could read.
    pub async fn end_institution(&self, id: InstitutionId) -> Result<(), BillingError> {
        let now = self.now().as_millisecond();
        let running = Condition::any()
            .add(institution::Column::EndsAt.is_null())
            .add(institution::Column::EndsAt.gt(now));
        let ended = institution::Entity::update_many()
            .col_expr(institution::Column::EndsAt, Expr::value(now))
            .filter(institution::Column::Id.eq(id.0))
            .filter(running)
            .exec(&self.database)
            .await?;
        if ended.rows_affected == 0 { Err(BillingError::NoSuchInstitution(id)) } else { Ok(()) }
    }

    /// All institutions, past ones too, by name. Three queries.
    pub async fn institutions(&self) -> Result<Vec<Institution>, BillingError> {
        let rows = institution::Entity::find()
            .order_by_asc(institution::Column::Name)
            .order_by_asc(institution::Column::Id)
            .all(&self.database)
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let mut networks: BTreeMap<Uuid, Vec<IpNet>> = BTreeMap::new();
        for row in institution_network::Entity::find().all(&self.database).await? {
            let network = row.network.parse();
            let network = network.map_err(|_| unreadable("institution_network", "network", row.network))?;
            networks.entry(row.institution).or_default().push(network);
        }
        let includes = plan_includes::Entity::find().all(&self.database).await?;
        rows.into_iter()
            .map(|row| {
                let key = |key: &str| -> Result<PlanKey, BillingError> {
                    key.parse().map_err(|_| unreadable("institution", "plan", key.to_owned()))
                };
                let included = includes.iter().filter(|include| include.plan == row.plan);
                let mut opens: BTreeSet<PlanKey> =
                    included.map(|include| key(&include.included)).collect::<Result<_, _>>()?;
                let plan = key(&row.plan)?;
                opens.insert(plan.clone());
                Ok(Institution {
                    id: InstitutionId(row.id),
                    name: row.name,
                    plan,
                    opens,
                    networks: networks.remove(&row.id).unwrap_or_default(),
                    starts_at: from_millis(row.starts_at),
                    ends_at: row.ends_at.map(from_millis),
                })
            })
            .collect()
    }
}

fn is_too_wide(network: IpNet) -> bool {
    network.prefix_len() < if matches!(network, IpNet::V4(_)) { WIDEST_V4 } else { WIDEST_V6 }
}

impl fmt::Display for InstitutionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for InstitutionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InstitutionId({})", self.0)
    }
}

impl FromStr for InstitutionId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_compared_by_prefix() {
        let institution = Institution {
            id: InstitutionId(Uuid::nil()),
            name: "City library".to_owned(),
            plan: "standard".parse().expect("a plan"),
            opens: BTreeSet::new(),
            networks: ["192.0.2.0/24", "2001:db8:1::/48"].map(|net| net.parse().expect("a network")).to_vec(),
            starts_at: Timestamp::from_second(100).expect("in range"),
            ends_at: Some(Timestamp::from_second(200).expect("in range")),
        };
        for (address, has) in [
            ("192.0.2.255", true),
            ("192.0.3.0", false),
            ("::ffff:192.0.2.7", true),
            ("2001:db8:1:ffff::1", true),
            ("2001:db8:2::1", false),
            ("::1", false),
        ] {
            assert_eq!(institution.has(address.parse().expect("an address")), has, "{address}");
        }
        for (second, counts) in [(99, false), (100, true), (199, true), (200, false)] {
            assert_eq!(institution.counts_at(Timestamp::from_second(second).expect("in range")), counts);
        }
    }

    #[test]
    fn the_whole_internet_is_no_institution() {
        for (network, wide) in
            [("0.0.0.0/0", true), ("::/0", true), ("10.0.0.0/8", false), ("2000::/3", true)]
        {
            assert_eq!(is_too_wide(network.parse().expect("a network")), wide, "{network}");
        }
    }
}
