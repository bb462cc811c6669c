//! How much the publisher lets people read who have no plan.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::billing::Billing;
use crate::entity::courtesy;
use crate::error::BillingError;

/// Stories of the most generous meter.
const MOST_STORIES: u16 = 30;
/// Links of the most generous month.
const MOST_LINKS: u16 = 1_000;

/// How much is given away in a month; the default is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Paid stories for each visitor, up to 30; 0 is no meter.
    pub meter_visitors: u16,
    /// Paid stories for each member who has no plan, up to 30; 0 is no meter.
    pub meter_members: u16,
    /// Gift links that each subscriber may make, up to 1,000; 0 is none.
    pub gift_links: u16,
}

impl Billing {
    /// What is in force. One query.
    pub async fn courtesy_rules(&self) -> Result<Rules, BillingError> {
        let row = courtesy::Entity::find_by_id(1).one(&self.database).await?;
        // The schema allows nothing that doesn't fit.
        let number = |number: i32| u16::try_from(number).unwrap_or(0);
        Ok(row.map_or_else(Rules::default, |row| Rules {
            meter_visitors: number(row.meter_visitors),
            meter_members: number(row.meter_members),
            gift_links: number(row.gift_links),
        }))
    }

    /// Puts other rules in force, on every node within seconds. What was counted stays counted.
    pub async fn set_courtesy_rules(&self, rules: Rules) -> Result<(), BillingError> {
        if rules.meter_visitors.max(rules.meter_members) > MOST_STORIES || rules.gift_links > MOST_LINKS {
            return Err(BillingError::TooGenerous);
        }
        let row = courtesy::ActiveModel {
            id: Set(1),
            meter_visitors: Set(rules.meter_visitors.into()),
            meter_members: Set(rules.meter_members.into()),
            gift_links: Set(rules.gift_links.into()),
            changed_at: Set(self.now().as_millisecond()),
        };
        let other = OnConflict::column(courtesy::Column::Id)
            .update_columns([
                courtesy::Column::MeterVisitors,
                courtesy::Column::MeterMembers,
                courtesy::Column::GiftLinks,
                courtesy::Column::ChangedAt,
            ])
            .to_owned();
        courtesy::Entity::insert(row).on_conflict(other).exec_without_returning(&self.database).await?;
        Ok(())
    }
}
