//! Files out of a form.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use content::media::{MediaError, Prepared};
use http::StatusCode;
use kernel::Locale;

use crate::app::App;
use crate::failure::Failure;
use crate::framing::{text, text_with};
use crate::i18n::Argument;

/// Letters of a file's name that are kept.
const NAME: usize = 120;

/// A file, and what became of it.
pub(super) struct Received {
    pub(super) name: String,
    pub(super) outcome: Result<Prepared, Refusal>,
}

/// A file that isn't taken: a key of the interface's texts, and the limit it broke.
pub(super) struct Refusal {
    key: &'static str,
    limit: Option<i64>,
}

impl Refusal {
    /// What is wrong with it, in words.
    pub(super) fn told(&self, app: &App, locale: &Locale) -> String {
        match self.limit {
            Some(limit) => text_with(app, locale, self.key, &[("limit", Argument::Number(limit))]),
            None => text(app, locale, self.key),
        }
    }
}

/// Takes in the files that a form has in its fields `file`, one after the other: no more than one is
/// in memory. A field in which none was chosen is left out.
pub(super) async fn files(app: &App, mut form: Multipart) -> Result<Vec<Received>, Failure> {
    let mut received = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        if field.name() != Some("file") {
            continue;
        }
        let name = name_of(field.file_name().unwrap_or_default());
        let Some(bytes) = read(field, app.picture_limits.bytes).await? else {
            received.push(Received { name, outcome: Err(too_large(app)) });
            continue;
        };
        if bytes.is_empty() && name.is_empty() {
            continue;
        }
        let outcome = match app.media.take_in(bytes, app.picture_limits).await {
            Ok(picture) => {
                app.content.save_upload(&picture, &name).await?;
                Ok(picture)
            }
            Err(error) => Err(refusal(app, error)?),
        };
        received.push(Received { name, outcome });
    }
    Ok(received)
}

/// The bytes of a field; `None` if there are more than `most`. They are read to their end, so that
/// the next file is found.
async fn read(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Failure> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        bytes = bytes.filter(|bytes| bytes.len() + chunk.len() <= most);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(bytes)
}

fn broken(error: &MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failure::TooLarge } else { Failure::BadRequest }
}

/// Why a file isn't taken, if that is its own fault.
fn refusal(app: &App, error: MediaError) -> Result<Refusal, Failure> {
    let plain = |key| Refusal { key, limit: None };
    Ok(match error {
        MediaError::TooLarge { .. } => too_large(app),
        MediaError::TooManyPixels { .. } => Refusal {
            key: "media-refused-pixels",
            limit: i64::try_from(app.picture_limits.pixels / 1_000_000).ok(),
        },
        MediaError::Animated => plain("media-refused-animated"),
        MediaError::Vector => plain("media-refused-vector"),
        MediaError::Unreadable(_) => plain("media-refused-unreadable"),
        error => return Err(error.into()),
    })
}

fn too_large(app: &App) -> Refusal {
    let mib = app.picture_limits.bytes / (1024 * 1024);
    Refusal { key: "media-refused-large", limit: i64::try_from(mib).ok() }
}

/// The last part of what a browser calls a file, without what can't be read.
fn name_of(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(NAME).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_last_part() {
        for (sent, name) in [
            ("harbour.jpg", "harbour.jpg"),
            ("C:\\photos\\harbour.jpg", "harbour.jpg"),
            ("../../etc/passwd", "passwd"),
            ("a\u{0}\nb.png ", "ab.png"),
            ("", ""),
        ] {
            assert_eq!(name_of(sent), name, "{sent:?}");
        }
        assert_eq!(name_of(&"x".repeat(500)).len(), NAME);
    }
}
