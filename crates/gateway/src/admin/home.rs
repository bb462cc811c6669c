//! `/admin`: where the newsroom's work begins.

use axum::extract::State;
use axum::response::Response;

use super::{Staff, numbers, page};
use crate::app::App;
use crate::failure::Failure;
use crate::view::admin::HomeView;

pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let view = HomeView { role: staff.role.as_str(), figures: numbers::of_the_week(&app, &staff).await? };
    page(&app, &staff, "/admin", "title-admin", "admin/home.html", "home", view)
}
