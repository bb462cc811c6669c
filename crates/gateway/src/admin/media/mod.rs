//! `/admin/media`: the library of pictures.

pub(crate) mod picture;
mod receive;
pub(crate) mod upload;

use axum::extract::{Query, State};
use axum::response::Response;
use content::{PictureEntry, PictureFilter, PictureKind};
use http::StatusCode;
use serde::Deserialize;

use super::paging::{ROWS, more, pager};
use super::{Done, Staff, page_with};
use crate::address;
use crate::app::App;
use crate::extract::PageNumber;
use crate::failure::Failure;
use crate::view::desk::Choice;
use crate::view::media::{LibraryPicture, LibraryView, RefusedFile};

const PATH: &str = "/admin/media";

/// Which pictures are asked for, as the address says it.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    used: String,
    #[serde(default)]
    kind: String,
}

impl Asked {
    fn filter(&self) -> PictureFilter {
        PictureFilter {
            text: self.q.trim().chars().take(100).collect(),
            used: match self.used.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            kind: match self.kind.as_str() {
                "photograph" => Some(PictureKind::Photograph),
                "transparent" => Some(PictureKind::Transparent),
                _ => None,
            },
        }
    }

    fn address(&self, page: u64) -> String {
        let pairs =
            [("q", &*self.q), ("used", &*self.used), ("kind", &*self.kind), ("page", &page.to_string())];
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()))
            .finish();
        format!("{PATH}?{query}")
    }
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PageNumber(number): PageNumber,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let told = Told { done: done.of(&["uploaded", "deleted"]), ..Told::default() };
    page(&app, &staff, &asked, number, StatusCode::OK, told).await
}

/// What has become of something that was sent.
#[derive(Default)]
struct Told {
    done: Option<&'static str>,
    problem: Option<&'static str>,
    refused: Vec<RefusedFile>,
    taken: usize,
}

async fn page(
    app: &App,
    staff: &Staff,
    asked: &Asked,
    number: u64,
    status: StatusCode,
    told: Told,
) -> Result<Response, Failure> {
    let filter = asked.filter();
    let mut pictures = app.content.pictures(&filter, (number - 1) * ROWS, ROWS + 1).await?;
    let more = more(&mut pictures);
    let choices = |words: [&str; 3], chosen: &str| {
        let choice =
            |word: &str| Choice { word: word.to_owned(), name: String::new(), chosen: word == chosen };
        words.map(choice).to_vec()
    };
    let view = LibraryView {
        narrowed: filter != PictureFilter::default(),
        text: filter.text,
        used: choices(["", "yes", "no"], &asked.used),
        kinds: choices(["", "photograph", "transparent"], &asked.kind),
        pictures: pictures.iter().map(listed).collect(),
        pager: pager(number, more, |page| asked.address(page)),
        refused: told.refused,
        taken: told.taken,
        most_mib: app.picture_limits.bytes / (1024 * 1024),
        most_megapixels: app.picture_limits.pixels / 1_000_000,
        done: told.done,
        problem: told.problem,
    };
    page_with(app, staff, status, PATH, "title-admin-media", "admin/media-library.html", "library", view)
}

fn listed(picture: &PictureEntry) -> LibraryPicture {
    LibraryPicture {
        href: at(&picture.hash),
        src: address::media_cut(&picture.hash, "square.jpg", picture.focus),
        name: name(picture),
        width: picture.width,
        height: picture.height,
        used: picture.used,
    }
}

/// What a picture is called: by its file, or else by the beginning of its hash.
fn name(picture: &PictureEntry) -> String {
    if picture.name.is_empty() { picture.hash.chars().take(12).collect() } else { picture.name.clone() }
}

/// The page of a picture.
fn at(hash: &str) -> String {
    format!("{PATH}/{hash}")
}
