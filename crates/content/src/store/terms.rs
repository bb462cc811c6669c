//! Sections, tags and authors.

use std::collections::HashMap;

use kernel::{Locale, TermId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::outbox::{Change, record};
use super::{Store, StoreError, fresh_uuid, locale};
use crate::entity::{term, term_name};
use crate::model::{Term, TermKind, TermName};

/// A term as editors set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermDraft {
    /// What it is.
    pub kind: TermKind,
    /// The editors' name for it; unique among its kind.
    pub key: String,
    /// Its place among its kind.
    pub position: i32,
    /// Its names.
    pub names: Vec<TermName>,
}

impl Store {
    /// All terms of a kind, in order. Two queries.
    pub async fn terms(&self, kind: TermKind) -> Result<Vec<Term>, StoreError> {
        let rows = term::Entity::find()
            .filter(term::Column::Kind.eq(kind.as_str()))
            .order_by_asc(term::Column::Position)
            .order_by_asc(term::Column::Key)
            .all(&self.db)
            .await?;
        with_names(&self.db, rows, term_name::Column::Kind.eq(kind.as_str())).await
    }

    /// The term with this address, in all its languages. Two or three queries.
    pub async fn term_by_slug(&self, kind: TermKind, locale: &Locale, slug: &str) -> Result<Option<Term>, StoreError> {
        use term_name::Column as C;
        let name = term_name::Entity::find()
            .filter(C::Kind.eq(kind.as_str()))
            .filter(C::Locale.eq(locale.as_str()))
            .filter(C::Slug.eq(slug))
            .one(&self.db)
            .await?;
        let Some(name) = name else { return Ok(None) };
        let rows = term::Entity::find_by_id(name.term_id).all(&self.db).await?;
        Ok(with_names(&self.db, rows, C::TermId.eq(name.term_id)).await?.pop())
    }

    /// Creates or changes terms, found by kind and key; unchanged ones write nothing. Gives how many
    /// changed. One transaction.
    pub async fn save_terms(&self, drafts: &[TermDraft]) -> Result<usize, StoreError> {
        let transaction = self.begin().await?;
        let changed = self.save_terms_in(&transaction, drafts).await?;
        if changed > 0 {
            self.commit(transaction).await?;
        }
        Ok(changed)
    }

    /// The same within a transaction.
    pub(crate) async fn save_terms_in(&self, db: &impl ConnectionTrait, drafts: &[TermDraft]) -> Result<usize, StoreError> {
        let now = self.now_millis();
        let all = term::Entity::find().all(db).await?;
        let known = with_names(db, all, term_name::Column::Locale.is_not_null()).await?;
        let mut changed = 0;
        for draft in drafts {
            let old = known.iter().find(|term| term.kind == draft.kind && term.key == draft.key);
            if old.is_some_and(|old| same(old, draft)) {
                continue;
            }
            let id = old.map_or_else(|| fresh_uuid(now), |old| old.id.as_uuid());
            write(db, id, old.is_some(), draft).await?;
            changed += 1;
        }
        if changed > 0 {
            record(db, now, Change::Term).await?;
        }
        Ok(changed)
    }
}

fn same(old: &Term, draft: &TermDraft) -> bool {
    let sorted = |names: &[TermName]| {
        let mut names = names.to_vec();
        names.sort_by(|a, b| a.locale.cmp(&b.locale));
        names
    };
    old.position == draft.position && sorted(&old.names) == sorted(&draft.names)
}

async fn write(db: &impl ConnectionTrait, id: Uuid, exists: bool, draft: &TermDraft) -> Result<(), StoreError> {
    let row = term::ActiveModel {
        id: Set(id),
        kind: Set(draft.kind.as_str().to_owned()),
        key: Set(draft.key.clone()),
        position: Set(draft.position),
    };
    if exists {
        term::Entity::update(row).exec(db).await?;
        term_name::Entity::delete_many().filter(term_name::Column::TermId.eq(id)).exec(db).await?;
    } else {
        term::Entity::insert(row).exec_without_returning(db).await?;
    }
    for name in &draft.names {
        let taken = term_name::Entity::find()
            .filter(term_name::Column::Kind.eq(draft.kind.as_str()))
            .filter(term_name::Column::Locale.eq(name.locale.as_str()))
            .filter(term_name::Column::Slug.eq(name.slug.as_str()))
            .one(db)
            .await?;
        if taken.is_some() {
            return Err(StoreError::TermSlugTaken {
                kind: draft.kind.as_str(),
                key: draft.key.clone(),
                locale: name.locale.clone(),
                slug: name.slug.clone(),
            });
        }
        let row = term_name::ActiveModel {
            term_id: Set(id),
            kind: Set(draft.kind.as_str().to_owned()),
            locale: Set(name.locale.to_string()),
            name: Set(name.name.clone()),
            slug: Set(name.slug.clone()),
            description: Set(name.description.clone()),
        };
        term_name::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

async fn with_names(
    db: &impl ConnectionTrait,
    rows: Vec<term::Model>,
    which: sea_orm::sea_query::SimpleExpr,
) -> Result<Vec<Term>, StoreError> {
    let mut names: HashMap<Uuid, Vec<TermName>> = HashMap::new();
    for name in term_name::Entity::find().filter(which).order_by_asc(term_name::Column::Locale).all(db).await? {
        names.entry(name.term_id).or_default().push(TermName {
            locale: locale(&name.locale)?,
            name: name.name,
            slug: name.slug,
            description: name.description,
        });
    }
    rows.into_iter()
        .map(|row| {
            Ok(Term {
                id: TermId::from(row.id),
                kind: TermKind::parse(&row.kind).ok_or_else(|| StoreError::Broken(row.kind.clone()))?,
                key: row.key,
                position: row.position,
                names: names.remove(&row.id).unwrap_or_default(),
            })
        })
        .collect()
}
