//! `POST /admin/stories/{article}/launch`: whether a story waits for some languages, to be published in
//! all of them at once.

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use content::{Launched, StoreError, Story};
use kernel::Locale;
use serde_json::json;

use super::{Asked, Scope, closed, facts, story_address, text_address};
use crate::admin::Staff;
use crate::admin::fields::Fields;
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::writing::LaunchView;

/// `POST`
pub(crate) async fn wait_for(
    State(app): State<App>,
    staff: Staff,
    Asked { story }: Asked,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    if !Scope::of(&staff, &story).publishes() {
        return closed(&app, &staff, &story);
    }
    let offered = staff.publication.site.locales.iter().map(|offered| offered.locale.clone());
    let together = fields.get("launch") == "together";
    let chosen: Vec<Locale> =
        offered.filter(|locale| together && fields.all("wait").any(|tag| tag == locale.as_str())).collect();
    let launched = match app.content.wait_for(story.article, &chosen).await {
        // With what is left to wait for, all would be published now.
        Err(StoreError::MachineMade(_)) => return facts::refused(&app, &staff, &story, "machine").await,
        launched => launched?,
    };
    let before: Vec<&Locale> = story.launch.iter().map(|waiting| &waiting.locale).collect();
    let detail = json!({ "before": before, "after": chosen });
    staff.record(&app, "launch-set", &story.article.to_string(), &detail).await?;
    let done = match launched {
        Launched::Waits(_) => "waits",
        Launched::Published(texts) => {
            record_launch(&app, &staff, &story, &texts).await?;
            "launched"
        }
    };
    see_other(&format!("{}?done={done}", story_address(story.article)))
}

/// Notes that several texts were published at once.
pub(super) async fn record_launch(
    app: &App,
    staff: &Staff,
    story: &Story,
    texts: &[kernel::TranslationId],
) -> Result<(), Failure> {
    staff.record(app, "story-launched", &story.article.to_string(), &json!({ "texts": texts })).await
}

/// The languages of the site, and whether the story waits for them.
pub(super) fn waiting(staff: &Staff, story: &Story) -> Vec<LaunchView> {
    let offered = staff.publication.site.locales.iter().map(|offered| &offered.locale);
    offered
        .map(|locale| {
            let own = story.launch.iter().find(|waiting| waiting.locale == *locale);
            LaunchView {
                language: build::language(locale, &staff.locale, text_address(story.article, locale)),
                chosen: own.is_some(),
                ready: own.map(|waiting| waiting.ready_at.is_some()),
            }
        })
        .collect()
}
