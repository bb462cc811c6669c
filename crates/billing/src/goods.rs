//! What purchases other than plans for oneself entitle to.

use jiff::Timestamp;
use kernel::{ArticleId, MemberId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde::Serialize;

use crate::billing::Billing;
use crate::entity::{seat_span, story_entitlement};
use crate::error::BillingError;
use crate::facts::{Bought, Facts};
use crate::rule;

/// A story that a member has bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoughtStory {
    /// The story.
    pub article: ArticleId,
    /// When.
    pub bought_at: Timestamp,
}

impl Billing {
    /// Writes what a purchase that is no plan for its buyer entitles to, and to whom.
    pub(crate) async fn entitle_others(
        &self,
        db: &impl ConnectionTrait,
        now: Timestamp,
        purchase: &str,
        facts: &Facts,
        member: Option<MemberId>,
    ) -> Result<(), BillingError> {
        let story = story_entitlement::Column::Purchase.eq(purchase);
        story_entitlement::Entity::delete_many().filter(story).exec(db).await?;
        seat_span::Entity::delete_many().filter(seat_span::Column::Purchase.eq(purchase)).exec(db).await?;
        match (facts.bought, member) {
            (Bought::Plan, _) | (Bought::Story(_), None) => Ok(()),
            (Bought::Story(article), Some(member)) => {
                self.entitle_to_story(db, now, purchase, facts, article, member).await
            }
            (Bought::Gift(gift), _) => self.settle_gift(db, purchase, facts, gift).await,
            (Bought::Seats(seats), owner) => self.settle_group(db, now, purchase, facts, seats, owner).await,
        }
    }

    async fn entitle_to_story(
        &self,
        db: &impl ConnectionTrait,
        now: Timestamp,
        purchase: &str,
        facts: &Facts,
        article: ArticleId,
        member: MemberId,
    ) -> Result<(), BillingError> {
        for span in rule::access(facts, &self.policy) {
            let row = story_entitlement::ActiveModel {
                id: Set(kernel::id::v7(now)),
                purchase: Set(purchase.to_owned()),
                member_id: Set(member.as_uuid()),
                article_id: Set(article.as_uuid()),
                starts_at: Set(span.from.as_millisecond()),
                ends_at: Set((span.until < Timestamp::MAX).then(|| span.until.as_millisecond())),
            };
            story_entitlement::Entity::insert(row).exec_without_returning(db).await?;
        }
        Ok(())
    }

    /// The stories a member has bought and may read, the last bought first. One query.
    pub async fn bought_stories(&self, member: MemberId) -> Result<Vec<BoughtStory>, BillingError> {
        let now = self.now().as_millisecond();
        let lasts = Condition::any()
            .add(story_entitlement::Column::EndsAt.is_null())
            .add(story_entitlement::Column::EndsAt.gt(now));
        let rows = story_entitlement::Entity::find()
            .filter(story_entitlement::Column::MemberId.eq(member.as_uuid()))
            .filter(story_entitlement::Column::StartsAt.lte(now))
            .filter(lasts)
            .order_by_desc(story_entitlement::Column::StartsAt)
            .all(&self.database)
            .await?;
        let mut stories: Vec<BoughtStory> = Vec::new();
        for row in rows {
            let article = row.article_id.into();
            if stories.iter().all(|story| story.article != article) {
                stories.push(BoughtStory { article, bought_at: kernel::time::from_millis(row.starts_at) });
            }
        }
        Ok(stories)
    }

    /// Whether a member has bought a story and may read it. One query.
    pub async fn has_story(&self, member: MemberId, article: ArticleId) -> Result<bool, BillingError> {
        Ok(self.bought_stories(member).await?.iter().any(|story| story.article == article))
    }
}
