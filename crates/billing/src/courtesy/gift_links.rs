//! Links by which subscribers let anyone read one story.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};
use kernel::time::from_millis;
use kernel::{ArticleId, MemberId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use uuid::Uuid;

use super::meter::lock;
use super::month::Month;
use crate::billing::Billing;
use crate::entity::{courtesy_month, gift_link};
use crate::error::BillingError;

/// How long a link opens its story.
pub const GIFT_LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);

/// One gift link. It opens nothing by itself: the address carries it under the server's key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct GiftLinkId(Uuid);

/// A link that lets anyone read one story, in all its languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GiftLink {
    /// Its id.
    pub id: GiftLinkId,
    /// The story.
    pub article: ArticleId,
    /// When it was made.
    pub created_at: Timestamp,
    /// First moment at which it no longer opens anything.
    pub expires_at: Timestamp,
    /// When its maker took it back.
    pub revoked_at: Option<Timestamp>,
    /// Browsers it was opened in.
    pub uses: u32,
}

/// What came of wanting to make a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// The link: a new one, or the one the member has for this story already.
    Link(GiftLink),
    /// The month's links are used up.
    UsedUp,
}

impl Billing {
    /// Makes a link to a story for a member, who must be entitled to it by a plan: that is for the
    /// caller to know. Links that were taken back count too, so at most `limit` are made a month.
    pub async fn give(
        &self,
        member: MemberId,
        article: ArticleId,
        limit: u16,
        month: Month,
    ) -> Result<Given, BillingError> {
        let now = self.now();
        let transaction = transaction::begin(&self.database).await?;
        let used = lock(&transaction, member, month).await?;
        let known = gift_link::Entity::find()
            .filter(gift_link::Column::MemberId.eq(member.as_uuid()))
            .filter(gift_link::Column::ArticleId.eq(article.as_uuid()))
            .filter(gift_link::Column::RevokedAt.is_null())
            .filter(gift_link::Column::ExpiresAt.gt(now.as_millisecond()))
            .one(&transaction)
            .await?;
        if let Some(known) = known {
            return Ok(Given::Link(known.into()));
        }
        if used.gift_links >= i32::from(limit) {
            return Ok(Given::UsedUp);
        }
        let row = gift_link::Model {
            id: kernel::id::v7(now),
            member_id: member.as_uuid(),
            article_id: article.as_uuid(),
            created_at: now.as_millisecond(),
            expires_at: now.saturating_add(GIFT_LIFETIME).unwrap_or(now).as_millisecond(),
            revoked_at: None,
            uses: 0,
        };
        let active = gift_link::ActiveModel {
            id: Set(row.id),
            member_id: Set(row.member_id),
            article_id: Set(row.article_id),
            created_at: Set(row.created_at),
            expires_at: Set(row.expires_at),
            revoked_at: Set(None),
            uses: Set(0),
        };
        gift_link::Entity::insert(active).exec_without_returning(&transaction).await?;
        let gift_links = courtesy_month::Column::GiftLinks;
        courtesy_month::Entity::update_many()
            .col_expr(gift_links, Expr::col(gift_links).add(1))
            .filter(courtesy_month::Column::MemberId.eq(member.as_uuid()))
            .filter(courtesy_month::Column::Month.eq(month.number()))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(Given::Link(row.into()))
    }

    /// How many links a member has made in a month. One query.
    pub async fn gift_links_made(&self, member: MemberId, month: Month) -> Result<u16, BillingError> {
        let used = courtesy_month::Entity::find_by_id((member.as_uuid(), month.number()));
        let made = used.one(&self.database).await?.map_or(0, |used| used.gift_links);
        Ok(u16::try_from(made).unwrap_or(u16::MAX))
    }

    /// These links, as far as they are known. One query.
    pub async fn gift_links_by_id(&self, ids: &[GiftLinkId]) -> Result<Vec<GiftLink>, BillingError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let wanted = gift_link::Column::Id.is_in(ids.iter().map(|id| id.0));
        let rows = gift_link::Entity::find().filter(wanted).all(&self.database).await?;
        Ok(rows.into_iter().map(GiftLink::from).collect())
    }

    /// A member's links, the newest first. One query.
    pub async fn gift_links(&self, member: MemberId) -> Result<Vec<GiftLink>, BillingError> {
        let rows = gift_link::Entity::find()
            .filter(gift_link::Column::MemberId.eq(member.as_uuid()))
            .order_by_desc(gift_link::Column::CreatedAt)
            .order_by_desc(gift_link::Column::Id)
            .all(&self.database)
            .await?;
        Ok(rows.into_iter().map(GiftLink::from).collect())
    }

    /// Notes that a link was opened in another browser.
    pub async fn note_gift_use(&self, link: GiftLinkId) -> Result<(), BillingError> {
        gift_link::Entity::update_many()
            .col_expr(gift_link::Column::Uses, Expr::col(gift_link::Column::Uses).add(1))
            .filter(gift_link::Column::Id.eq(link.0))
            .filter(gift_link::Column::Uses.lt(i32::MAX))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// Takes a member's link back, at once and for all who have opened it. Says whether there was
    /// one to take back.
    pub async fn revoke_gift_link(&self, member: MemberId, link: GiftLinkId) -> Result<bool, BillingError> {
        let revoked = gift_link::Entity::update_many()
            .col_expr(gift_link::Column::RevokedAt, Expr::value(self.now().as_millisecond()))
            .filter(gift_link::Column::Id.eq(link.0))
            .filter(gift_link::Column::MemberId.eq(member.as_uuid()))
            .filter(gift_link::Column::RevokedAt.is_null())
            .exec(&self.database)
            .await?;
        Ok(revoked.rows_affected > 0)
    }
}

impl GiftLink {
    /// Whether it opens its story at `now`.
    #[must_use]
    pub fn opens_at(&self, now: Timestamp) -> bool {
        self.created_at <= now && now < self.expires_at && self.revoked_at.is_none_or(|revoked| now < revoked)
    }
}

impl GiftLinkId {
    /// The id as the database keeps it.
    #[must_use]
    pub const fn as_uuid(self) -> Uuid {
        self.0
    }
}

impl From<Uuid> for GiftLinkId {
    fn from(id: Uuid) -> Self {
        Self(id)
    }
}

impl From<gift_link::Model> for GiftLink {
    fn from(row: gift_link::Model) -> Self {
        Self {
            id: GiftLinkId(row.id),
            article: row.article_id.into(),
            created_at: from_millis(row.created_at),
            expires_at: from_millis(row.expires_at),
            revoked_at: row.revoked_at.map(from_millis),
            uses: u32::try_from(row.uses).unwrap_or(0),
        }
    }
}

impl fmt::Display for GiftLinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for GiftLinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GiftLinkId({})", self.0)
    }
}

impl FromStr for GiftLinkId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}
