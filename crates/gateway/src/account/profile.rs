//! `POST /{locale}/account/profile`: name and languages.

use accounts::Languages;
use axum::extract::{RawForm, State};
use axum::response::Response;
use http::StatusCode;
use kernel::Locale;

use super::overview::{self, Notice};
use crate::address;
use crate::app::App;
use crate::extract::{Offered, see_other};
use crate::failure::Failure;
use crate::reader::Reader;

/// Saves both. The languages come as `language` fields in the reader's order; empty ones and
/// repetitions are left out.
pub(crate) async fn save(
    State(app): State<App>,
    Offered(locale, publication): Offered,
    reader: Reader,
    RawForm(form): RawForm,
) -> Result<Response, Failure> {
    let Reader::SignedIn(signed_in) = &reader else {
        return see_other(&address::sign_in(&locale, &address::named(&locale, "account")));
    };
    let mut name = String::new();
    let mut chosen: Vec<Locale> = Vec::new();
    for (field, value) in url::form_urlencoded::parse(&form) {
        match &*field {
            "name" => name = value.trim().to_owned(),
            "language" => {
                // A language that is no longer offered stays in the list of one who has it there.
                let own = |language: &Locale| signed_in.member.languages.iter().any(|own| own == language);
                let known = value.parse::<Locale>().ok();
                let known = known.filter(|known| publication.offered(known).is_some() || own(known));
                chosen.extend(known.filter(|language| !chosen.contains(language)));
            }
            _ => {}
        }
    }
    let problem = |problem| Notice { problem: Some(problem), ..Notice::default() };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if name.chars().count() > 120 || name.chars().any(char::is_control) {
        return overview::page(&app, &publication, &locale, &reader, unprocessable, problem("name")).await;
    }
    let Some(languages) = Languages::new(chosen) else {
        return overview::page(&app, &publication, &locale, &reader, unprocessable, problem("languages"))
            .await;
    };
    app.accounts.update_profile(signed_in.member.id, &name, &languages).await?;
    app.readers.forget(signed_in.session.id);
    see_other(&format!("{}?done=saved", address::named(&locale, "account")))
}
