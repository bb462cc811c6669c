//! What is known of stored pictures.

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel};

use super::{Store, StoreError, Writing, places, rows, run, text};
use crate::entity::{media, revision};
use crate::markdown::{self, Picture};
use crate::media::Prepared;

/// A body names a stored picture so: the prefix and its hash.
const ADDRESS: &str = "/media/";

#[derive(FromQueryResult)]
struct PictureRow {
    asked: String,
    hash: String,
    width: i32,
    height: i32,
}

/// The stored pictures that some bodies use, by the hash that is written there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pictures(HashMap<String, Picture>);

impl Pictures {
    /// How a body names a stored picture.
    pub(crate) fn address(hash: &str) -> String {
        format!("{ADDRESS}{hash}")
    }

    /// Reads what the bodies use. One query, or none if they use none.
    pub(crate) async fn used_in<'a>(
        db: &impl ConnectionTrait,
        bodies: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, StoreError> {
        let mut hashes: Vec<String> = bodies.into_iter().flat_map(Self::named_in).collect();
        hashes.sort_unstable();
        hashes.dedup();
        if hashes.is_empty() {
            return Ok(Self::default());
        }
        // A picture that was replaced shows what has taken its place.
        let sql = format!(
            "SELECT m.hash AS asked, n.hash, n.width, n.height FROM media m \
             JOIN media n ON n.hash = coalesce(m.replaced_by, m.hash) WHERE m.hash IN ({})",
            places(1, hashes.len())
        );
        let found: Vec<PictureRow> = rows(db, sql, hashes.into_iter().map(Into::into)).await?;
        let picture = |row: PictureRow| {
            let (width, height) = (text::count(row.width), text::count(row.height));
            (row.asked, Picture { hash: row.hash, width, height })
        };
        Ok(Self(found.into_iter().map(picture).collect()))
    }

    /// The hashes of the stored pictures that a body names, each once.
    pub(crate) fn named_in(body: &str) -> Vec<String> {
        let addresses = markdown::pictures(body).into_iter();
        let mut hashes: Vec<_> =
            addresses.filter_map(|address| address.strip_prefix(ADDRESS).map(str::to_owned)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes
    }

    /// The picture at an address in a body.
    pub(crate) fn at(&self, address: &str) -> Option<Picture> {
        self.0.get(address.strip_prefix(ADDRESS)?).cloned()
    }
}

impl FromIterator<Picture> for Pictures {
    fn from_iter<T: IntoIterator<Item = Picture>>(pictures: T) -> Self {
        Self(pictures.into_iter().map(|picture| (picture.hash.clone(), picture)).collect())
    }
}

impl Store {
    /// Makes a picture known, so that articles can use it: as their cover by its hash, and in
    /// bodies as `/media/{hash}`. Put it into the [`MediaStore`](crate::media::MediaStore) first.
    /// A picture that is known keeps its credit, unless a new one is given.
    pub async fn save_media(&self, picture: &Prepared, credit: &str) -> Result<(), StoreError> {
        let writing = self.begin().await?;
        write(&writing, vec![row(picture, credit, writing.millis())]).await?;
        writing.commit().await
    }
}

/// The row of a picture.
pub(crate) fn row(picture: &Prepared, credit: &str, now: i64) -> media::Model {
    media::Model {
        hash: picture.hash.clone(),
        mime: picture.mime.to_owned(),
        width: text::size(picture.width),
        height: text::size(picture.height),
        bytes: i64::try_from(picture.bytes.len()).unwrap_or(i64::MAX),
        credit: credit.to_owned(),
        created_at: now,
        name: String::new(),
        focus_x: 50,
        focus_y: 50,
        replaced_by: None,
        variants_due: false,
        version: 1,
    }
}

/// Remembers which pictures the bodies of new revisions show.
pub(crate) async fn note_uses(writing: &Writing, revisions: &[revision::Model]) -> Result<(), StoreError> {
    for revision in revisions {
        for hash in Pictures::named_in(&revision.body) {
            let sql = "INSERT INTO media_use (hash, translation_id, version) VALUES ($1, $2, $3)";
            run(writing.db(), sql, [hash.into(), revision.translation_id.into(), revision.version.into()])
                .await?;
        }
    }
    Ok(())
}

/// Writes the rows of pictures; those that are known get the new credit, if there is one.
pub(crate) async fn write(writing: &Writing, rows: Vec<media::Model>) -> Result<(), StoreError> {
    let (credited, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| !row.credit.is_empty());
    let known = || OnConflict::column(media::Column::Hash);
    let kinds = [
        // What was replaced and comes back is itself again.
        (credited, known().update_columns([media::Column::Credit, media::Column::ReplacedBy]).to_owned()),
        (others, known().update_column(media::Column::ReplacedBy).to_owned()),
    ];
    for (rows, on_conflict) in kinds {
        if !rows.is_empty() {
            let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
            let insert = media::Entity::insert_many::<media::ActiveModel, _>(rows).on_conflict(on_conflict);
            insert.exec_without_returning(writing.db()).await?;
        }
    }
    Ok(())
}
