//! What of this could have let a member read a story at a moment.

use jiff::Timestamp;
use kernel::{ArticleId, MemberId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter};

use super::institutions::Institution;
use super::meter::LedgerEntry;
use crate::billing::Billing;
use crate::entity::gift_link;
use crate::error::BillingError;

/// What was recorded besides what a member holds. Only the ledger is about the member: who opened a
/// gift link or read from an institution's network isn't kept.
#[derive(Clone, Debug)]
pub struct Courtesies {
    /// The story on the member's ledger, the newest first.
    pub meter: Vec<LedgerEntry>,
    /// How many gift links to the story worked at that moment.
    pub gift_links: u64,
    /// Institutions that counted at that moment.
    pub institutions: Vec<Institution>,
}

impl Courtesies {
    /// Whether the story counted on the member's meter at that moment, and so was open.
    #[must_use]
    pub fn metered(&self, at: Timestamp) -> bool {
        self.meter.iter().any(|entry| entry.counts_at(at))
    }
}

impl LedgerEntry {
    /// Whether it counted at that moment, and so opened its story.
    #[must_use]
    pub fn counts_at(&self, at: Timestamp) -> bool {
        self.read_at <= at
            && at < self.ends_at
            && self.given_back.is_none_or(|(given_back, _)| at < given_back)
    }
}

impl Billing {
    /// What could have let a member read a story at a moment, besides what they held. Five queries.
    pub async fn courtesies(
        &self,
        member: MemberId,
        article: ArticleId,
        at: Timestamp,
    ) -> Result<Courtesies, BillingError> {
        let mut meter = self.ledger(member).await?;
        meter.retain(|entry| entry.article == article && entry.read_at <= at);
        let not_revoked = Condition::any()
            .add(gift_link::Column::RevokedAt.is_null())
            .add(gift_link::Column::RevokedAt.gt(at.as_millisecond()));
        let gift_links = gift_link::Entity::find()
            .filter(gift_link::Column::ArticleId.eq(article.as_uuid()))
            .filter(gift_link::Column::CreatedAt.lte(at.as_millisecond()))
            .filter(gift_link::Column::ExpiresAt.gt(at.as_millisecond()))
            .filter(not_revoked)
            .count(&self.database)
            .await?;
        let mut institutions = self.institutions().await?;
        institutions.retain(|institution| institution.counts_at(at));
        Ok(Courtesies { meter, gift_links, institutions })
    }
}
