//! Settings that staff change on pages: values by name, and redirects.

use serde::Serialize;
use serde::de::DeserializeOwned;

use sea_orm::FromQueryResult;

use super::outbox::Change;
use super::{Store, StoreError, row, rows, run, text};
use crate::model::{Redirect, RedirectTo, Setting, Site};

/// The most steps a chain of redirects may have before it is taken for a loop.
const STEPS: usize = 20;

#[derive(FromQueryResult)]
struct SettingRow {
    value: String,
    version: i64,
}

#[derive(FromQueryResult)]
struct RedirectRow {
    path: String,
    target: String,
    status: i32,
}

impl From<RedirectRow> for Redirect {
    fn from(row: RedirectRow) -> Self {
        let to = match row.status {
            301 => RedirectTo::Moved(row.target),
            302 => RedirectTo::Found(row.target),
            _ => RedirectTo::Gone,
        };
        Self { path: row.path, to }
    }
}

impl Store {
    /// The setting of this name, or its default. One query.
    pub async fn setting<T: DeserializeOwned + Default>(&self, name: &str) -> Result<Setting<T>, StoreError> {
        let sql = "SELECT value, version FROM setting WHERE name = $1";
        let found: Option<SettingRow> = row(&self.db, sql, [name.into()]).await?;
        let Some(found) = found else { return Ok(Setting::default()) };
        Ok(Setting { value: text::json("a setting", &found.value)?, version: found.version })
    }

    /// Changes a setting, if nobody has since version `based_on`
    /// ([`StoreError::SettingsChanged`]). Every page is rendered anew.
    pub async fn save_setting<T: Serialize + Sync>(
        &self,
        name: &str,
        based_on: i64,
        value: &T,
    ) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        let sql = "INSERT INTO setting (name, value, version, changed_at) VALUES ($1, $2, 1, $4) \
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, version = setting.version + 1, \
            changed_at = excluded.changed_at WHERE setting.version = $3";
        let value = text::to_json("a setting", value)?;
        let known: Option<SettingRow> =
            row(writing.db(), "SELECT value, version FROM setting WHERE name = $1", [name.into()]).await?;
        let version = known.map_or(0, |known| known.version);
        let values = [name.into(), value.into(), based_on.into(), writing.millis().into()];
        if version != based_on || run(writing.db(), sql, values).await? == 0 {
            return Err(StoreError::SettingsChanged);
        }
        writing.tell(Change::Site);
        writing.commit().await
    }

    /// Changes the publication's settings, if they still are as they were seen
    /// ([`StoreError::SettingsChanged`]).
    pub async fn revise_site(&self, seen: &Site, site: &Site) -> Result<(), StoreError> {
        self.put_site(site, Some(seen)).await.map(|_| ())
    }

    /// All redirects, by path. One query.
    pub async fn redirects(&self) -> Result<Vec<Redirect>, StoreError> {
        let sql = "SELECT path, target, status FROM redirect ORDER BY path";
        let found: Vec<RedirectRow> = rows(&self.db, sql, []).await?;
        Ok(found.into_iter().map(Redirect::from).collect())
    }

    /// Adds redirects, in place of those with the same path: all of them or none. Refused if an
    /// address would lead to itself ([`StoreError::Loop`]).
    pub async fn add_redirects(&self, redirects: &[Redirect]) -> Result<(), StoreError> {
        let mut writing = self.begin().await?;
        for redirect in redirects {
            let sql = "INSERT INTO redirect (path, target, status, created_at) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (path) DO UPDATE SET target = excluded.target, status = excluded.status";
            let values = [
                redirect.path.as_str().into(),
                redirect.to.target().unwrap_or_default().into(),
                i32::from(redirect.to.status()).into(),
                writing.millis().into(),
            ];
            run(writing.db(), sql, values).await?;
        }
        for redirect in redirects {
            let mut at = redirect.path.clone();
            for step in 0.. {
                let sql = "SELECT path, target, status FROM redirect WHERE path = $1";
                let Some(found): Option<RedirectRow> = row(writing.db(), sql, [at.into()]).await? else {
                    break;
                };
                if step == STEPS || found.target == redirect.path {
                    return Err(StoreError::Loop(redirect.path.clone()));
                }
                at = found.target;
            }
        }
        writing.tell(Change::Site);
        writing.commit().await
    }

    /// Takes a redirect away; whether there was one.
    pub async fn remove_redirect(&self, path: &str) -> Result<bool, StoreError> {
        let mut writing = self.begin().await?;
        let gone = run(writing.db(), "DELETE FROM redirect WHERE path = $1", [path.into()]).await?;
        writing.tell(Change::Site);
        writing.commit().await?;
        Ok(gone > 0)
    }
}
