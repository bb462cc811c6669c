//! The terms of articles, as pages show them.

use std::collections::HashMap;

use kernel::Locale;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::{StoreError, places, rows, text};
use crate::model::{TermKind, TermLink};

/// Which terms are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    All,
    /// For lists, which show no tags.
    NoTags,
}

/// Terms of some articles with all their names.
pub(super) struct TermsOf(HashMap<Uuid, Vec<Named>>);

#[derive(FromQueryResult)]
struct Row {
    article_id: Uuid,
    key: String,
    kind: String,
    locale: String,
    name: String,
    slug: String,
}

/// A term with its names, in no order.
struct Named {
    key: String,
    kind: TermKind,
    names: Vec<(Locale, String, String)>,
}

/// The terms that a page shows.
#[derive(Default)]
pub(super) struct Terms {
    pub(super) section: Option<TermLink>,
    pub(super) tags: Vec<TermLink>,
    pub(super) authors: Vec<TermLink>,
}

impl TermsOf {
    /// Reads the terms of some articles. One query.
    pub(super) async fn load(
        db: &impl ConnectionTrait,
        articles: &[Uuid],
        wanted: Wanted,
    ) -> Result<Self, StoreError> {
        let mut of: HashMap<Uuid, Vec<Named>> = HashMap::new();
        if articles.is_empty() {
            return Ok(Self(of));
        }
        let tags = match wanted {
            Wanted::All => "",
            Wanted::NoTags => "AND t.kind <> 'tag' ",
        };
        let sql = format!(
            "SELECT l.article_id, t.key, t.kind, n.locale, n.name, n.slug FROM article_term l \
             JOIN term t ON t.id = l.term_id JOIN term_name n ON n.term_id = t.id \
             WHERE l.article_id IN ({}) {tags}ORDER BY l.article_id, l.kind, l.position",
            places(1, articles.len())
        );
        let found: Vec<Row> = rows(db, sql, articles.iter().map(|id| (*id).into())).await?;
        for row in found {
            let terms = of.entry(row.article_id).or_default();
            let kind = text::term_kind(&row.kind)?;
            let name = (text::locale(&row.locale)?, row.name, row.slug);
            match terms.last_mut() {
                Some(last) if last.kind == kind && last.key == row.key => last.names.push(name),
                _ => terms.push(Named { key: row.key, kind, names: vec![name] }),
            }
        }
        Ok(Self(of))
    }

    /// The terms of one of them, in a page's language or else in the source's or any other.
    pub(super) fn of(&self, article: Uuid, locale: &Locale, source: &Locale) -> Terms {
        let mut terms = Terms::default();
        for named in self.0.get(&article).into_iter().flatten() {
            let Some(link) = named.link(locale, source) else { continue };
            match named.kind {
                TermKind::Section => terms.section = Some(link),
                TermKind::Tag => terms.tags.push(link),
                TermKind::Author => terms.authors.push(link),
            }
        }
        terms
    }
}

impl Named {
    fn link(&self, page: &Locale, source: &Locale) -> Option<TermLink> {
        let in_language = |wanted: &Locale| self.names.iter().find(|(locale, ..)| locale == wanted);
        let any = || self.names.iter().min_by(|a, b| a.0.cmp(&b.0));
        let (locale, name, slug) = in_language(page).or_else(|| in_language(source)).or_else(any)?;
        Some(TermLink {
            key: self.key.clone(),
            kind: self.kind,
            name: name.clone(),
            slug: (locale == page).then(|| slug.clone()),
            locale: locale.clone(),
        })
    }
}
