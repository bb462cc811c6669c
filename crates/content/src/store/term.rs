//! Sections, tags and authors.

use std::collections::HashMap;

use kernel::{Locale, TermId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::outbox::Change;
use super::{Store, StoreError, Writing, text};
use crate::entity::{term, term_name};
use crate::model::{Changed, Term, TermDraft, TermKind, TermName};

impl Store {
    /// Makes or changes the term with this kind and key, names included.
    pub async fn save_term(&self, draft: TermDraft) -> Result<TermId, StoreError> {
        let kind = draft.kind;
        let key = draft.key.clone();
        self.save_terms(&[draft]).await?;
        let saved = term::Entity::find()
            .filter(term::Column::Kind.eq(kind.as_str()))
            .filter(term::Column::Key.eq(&*key));
        let saved = saved.one(&self.db).await?;
        saved.map(|row| row.id.into()).ok_or(StoreError::NoTerm { kind, key })
    }

    /// Makes or changes several terms together: all of them or none. Names can change hands between
    /// them. Terms that aren't named stay. What was done with each, in their order.
    pub async fn save_terms(&self, drafts: &[TermDraft]) -> Result<Vec<Changed>, StoreError> {
        let mut writing = self.begin().await?;
        let known = load(writing.db(), None).await?;
        let known: HashMap<(TermKind, &str), &Term> =
            known.iter().map(|term| ((term.kind, term.key.as_str()), term)).collect();
        let changes = drafts.iter().map(|draft| {
            let before = known.get(&(draft.kind, draft.key.as_str())).copied();
            (draft, before, difference(before, draft))
        });
        let changes: Vec<_> = changes.collect();
        // All names that change go before the first new one comes: slugs are unique.
        let renamed: Vec<Uuid> = changes
            .iter()
            .filter(|(_, _, changed)| *changed == Changed::Updated)
            .filter_map(|(_, before, _)| before.map(|term| term.id.as_uuid()))
            .collect();
        if !renamed.is_empty() {
            let old = term_name::Entity::delete_many().filter(term_name::Column::TermId.is_in(renamed));
            old.exec(writing.db()).await?;
        }
        for (draft, before, changed) in &changes {
            if *changed != Changed::Nothing {
                write(&writing, draft, *before).await?;
            }
        }
        let outcome: Vec<Changed> = changes.iter().map(|(_, _, changed)| *changed).collect();
        if outcome.iter().any(|changed| *changed != Changed::Nothing) {
            writing.tell(Change::Term);
            writing.commit().await?;
        }
        Ok(outcome)
    }

    /// All terms of a kind, by position. Two queries.
    pub async fn terms(&self, kind: TermKind) -> Result<Vec<Term>, StoreError> {
        load(&self.db, Some(kind)).await
    }

    /// Terms of all kinds, by position. Two queries.
    pub async fn all_terms(&self) -> Result<Vec<Term>, StoreError> {
        load(&self.db, None).await
    }

    /// The term that has this address. Three queries.
    pub async fn term_by_slug(
        &self,
        kind: TermKind,
        locale: &Locale,
        slug: &str,
    ) -> Result<Option<Term>, StoreError> {
        let named = term_name::Entity::find()
            .filter(term_name::Column::Kind.eq(kind.as_str()))
            .filter(term_name::Column::Locale.eq(locale.as_str()))
            .filter(term_name::Column::Slug.eq(slug));
        let Some(named) = named.one(&self.db).await? else { return Ok(None) };
        let rows = term::Entity::find_by_id(named.term_id).all(&self.db).await?;
        Ok(with_names(&self.db, rows).await?.pop())
    }
}

fn difference(before: Option<&Term>, draft: &TermDraft) -> Changed {
    let Some(before) = before else { return Changed::Created };
    let sorted = |names: &[TermName]| {
        let mut names = names.to_vec();
        names.sort_by(|a, b| a.locale.cmp(&b.locale));
        names
    };
    let same = before.position == draft.position && sorted(&before.names) == sorted(&draft.names);
    if same { Changed::Nothing } else { Changed::Updated }
}

pub(super) async fn write(
    writing: &Writing,
    draft: &TermDraft,
    before: Option<&Term>,
) -> Result<(), StoreError> {
    let id = before.map_or_else(|| TermId::new(writing.now), |term| term.id).as_uuid();
    let row = term::Model {
        id,
        kind: draft.kind.as_str().to_owned(),
        key: draft.key.clone(),
        position: draft.position,
    };
    match before {
        None => {
            let insert = term::Entity::insert(row.into_active_model()).exec_without_returning(writing.db());
            insert.await.map_err(StoreError::from_write)?;
        }
        Some(_) => {
            term::Entity::update(row.into_active_model().reset_all()).exec(writing.db()).await?;
        }
    }
    let names = draft.names.iter().map(|name| {
        let row = term_name::Model {
            term_id: id,
            kind: draft.kind.as_str().to_owned(),
            locale: name.locale.to_string(),
            name: name.name.clone(),
            slug: name.slug.clone(),
            description: name.description.clone(),
        };
        row.into_active_model()
    });
    if !draft.names.is_empty() {
        let insert = term_name::Entity::insert_many(names).exec_without_returning(writing.db());
        insert.await.map_err(StoreError::from_write)?;
    }
    Ok(())
}

/// Terms of a kind, or of all kinds.
pub(super) async fn load(db: &impl ConnectionTrait, kind: Option<TermKind>) -> Result<Vec<Term>, StoreError> {
    let mut query = term::Entity::find().order_by_asc(term::Column::Position).order_by_asc(term::Column::Key);
    if let Some(kind) = kind {
        query = query.filter(term::Column::Kind.eq(kind.as_str()));
    }
    let rows = query.all(db).await?;
    with_names(db, rows).await
}

pub(super) async fn with_names(
    db: &impl ConnectionTrait,
    rows: Vec<term::Model>,
) -> Result<Vec<Term>, StoreError> {
    let mut query = term_name::Entity::find().order_by_asc(term_name::Column::Locale);
    if let [only] = rows.as_slice() {
        query = query.filter(term_name::Column::TermId.eq(only.id));
    }
    let mut names: HashMap<Uuid, Vec<TermName>> = HashMap::new();
    for name in query.all(db).await? {
        let locale = text::locale(&name.locale)?;
        let named = TermName { locale, name: name.name, slug: name.slug, description: name.description };
        names.entry(name.term_id).or_default().push(named);
    }
    let term = |row: term::Model| {
        let names = names.remove(&row.id).unwrap_or_default();
        Ok(Term {
            id: row.id.into(),
            kind: text::term_kind(&row.kind)?,
            key: row.key,
            position: row.position,
            names,
        })
    };
    rows.into_iter().map(term).collect()
}
