//! `/admin/search/synonyms`: words that find what others mean, by language.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use http::StatusCode;
use search::CurationError;
use serde::Deserialize;
use serde_json::json;

use super::fields::Fields;
use super::search::{chosen, locales, query};
use super::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::desk::{SynonymView, SynonymsView};

const PATH: &str = "/admin/search/synonyms";

#[derive(Deserialize)]
pub(crate) struct Asked {
    locale: Option<String>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<Asked>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["saved", "removed"]);
    page(&app, &staff, asked.locale.as_deref(), StatusCode::OK, &Fields::default(), done, None).await
}

/// `POST`: what a word means; nothing takes it away.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let locale = chosen(&staff, Some(fields.get("locale")));
    let word = fields.get("word");
    let all: Vec<&str> = fields.all("means").flat_map(|means| means.split(['\n', ',', '،'])).collect();
    let means: Vec<&str> = all.into_iter().map(str::trim).filter(|means| !means.is_empty()).collect();
    let removing = !fields.get("remove").is_empty();
    let problem = if means.is_empty() && !removing {
        "means"
    } else {
        let means = if removing { Vec::new() } else { means };
        match taught(&app, &locale, word, &means, !fields.get("both").is_empty()).await {
            Ok(()) => {
                let (action, done) =
                    if removing { ("synonym-removed", "removed") } else { ("synonym-saved", "saved") };
                let detail = json!({ "locale": locale, "means": means });
                staff.record(&app, action, word, &detail).await?;
                let language = query("locale", locale.as_str());
                return see_other(&format!("{PATH}?{language}&done={done}"));
            }
            Err(CurationError::NoQuery(_)) => "word",
            Err(CurationError::TooMany) => "many",
            Err(error) => return Err(error.into()),
        }
    };
    page(&app, &staff, Some(locale.as_str()), StatusCode::UNPROCESSABLE_ENTITY, &fields, None, Some(problem))
        .await
}

/// Teaches it, and if wanted each of the words the others.
async fn taught(
    app: &App,
    locale: &kernel::Locale,
    word: &str,
    means: &[&str],
    both: bool,
) -> Result<(), CurationError> {
    app.curation.set_synonyms(locale, word, means).await?;
    if both {
        for own in means {
            let others: Vec<&str> =
                means.iter().copied().filter(|other| other != own).chain([word]).collect();
            app.curation.set_synonyms(locale, own, &others).await?;
        }
    }
    Ok(())
}

async fn page(
    app: &App,
    staff: &Staff,
    locale: Option<&str>,
    status: StatusCode,
    fields: &Fields,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let locale = chosen(staff, locale);
    let synonyms = app.curation.synonyms(&locale).await?;
    let view = SynonymsView {
        locales: locales(staff, &locale),
        synonyms: synonyms
            .into_iter()
            .map(|synonym| SynonymView { word: synonym.word, means: synonym.means })
            .collect(),
        locale,
        word: fields.get("word").to_owned(),
        means: fields.get("means").to_owned(),
        done,
        problem,
    };
    page_with(app, staff, status, PATH, "title-admin-synonyms", "admin/synonyms.html", "synonyms", view)
}
