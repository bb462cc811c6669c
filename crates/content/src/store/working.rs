//! Working copies: what somebody is writing and hasn't saved. One for each member, story and language;
//! keeping it makes no revision.

use kernel::time::from_millis;
use kernel::{ArticleId, Locale, MemberId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{Store, StoreError, text};
use crate::entity::working_copy;
use crate::model::{Typed, WorkingCopy};

impl Store {
    /// Keeps what is typed, in place of what was kept before; when.
    pub async fn keep_working_copy(
        &self,
        article: ArticleId,
        locale: &Locale,
        member: MemberId,
        based_on: i64,
        typed: &Typed,
    ) -> Result<jiff::Timestamp, StoreError> {
        use working_copy::Column;
        let now = self.clock.now();
        let row = working_copy::Model {
            article_id: article.as_uuid(),
            locale: locale.to_string(),
            member_id: member.as_uuid(),
            based_on,
            draft: text::to_json("a working copy", typed)?,
            saved_at: now.as_millisecond(),
        };
        let replace = OnConflict::columns([Column::ArticleId, Column::Locale, Column::MemberId])
            .update_columns([Column::BasedOn, Column::Draft, Column::SavedAt])
            .to_owned();
        let insert = working_copy::Entity::insert(row.into_active_model()).on_conflict(replace);
        insert.exec_without_returning(&self.db).await?;
        Ok(now)
    }

    /// What a member has typed and not saved. One query.
    pub async fn working_copy(
        &self,
        article: ArticleId,
        locale: &Locale,
        member: MemberId,
    ) -> Result<Option<WorkingCopy>, StoreError> {
        let key = (article.as_uuid(), locale.to_string(), member.as_uuid());
        let found = working_copy::Entity::find_by_id(key).one(&self.db).await?;
        let copy = |row: working_copy::Model| {
            Ok(WorkingCopy {
                based_on: row.based_on,
                typed: text::json("a working copy", &row.draft)?,
                saved_at: from_millis(row.saved_at),
            })
        };
        found.map(copy).transpose()
    }

    /// Throws away what a member has typed: it is saved, or not wanted.
    pub async fn drop_working_copy(
        &self,
        article: ArticleId,
        locale: &Locale,
        member: MemberId,
    ) -> Result<(), StoreError> {
        let own = working_copy::Entity::delete_many()
            .filter(working_copy::Column::ArticleId.eq(article.as_uuid()))
            .filter(working_copy::Column::Locale.eq(locale.as_str()))
            .filter(working_copy::Column::MemberId.eq(member.as_uuid()));
        own.exec(&self.db).await?;
        Ok(())
    }
}
