//! `/admin/settings/paywall`: where the wall stands, and what is given away in front of it.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::courtesy::Rules;
use content::{Site, StoreError};
use http::StatusCode;
use serde_json::{Value, json};

use super::{Wrong, mark};
use crate::admin::fields::Fields;
use crate::admin::{Done, Staff, page_with};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::settings::PaywallView;

const PATH: &str = "/admin/settings/paywall";
/// The longest teaser, in paragraphs; the most generous meter, in stories; the most gift links.
const MOST: [u32; 3] = [50, 30, 1000];

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let (site, rules) = (app.content.site().await?, app.billing.courtesy_rules().await?);
    page(&app, &staff, &site, rules, None, done.of(&["saved"]), None)
}

/// `POST`. Another length of teasers renders all that is published anew.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (site, rules) = (app.content.site().await?, app.billing.courtesy_rules().await?);
    let wrong = match read(&fields) {
        _ if fields.get("seen") != mark(&(&site, rules)) => Wrong::late(),
        Err(wrong) => wrong,
        Ok((teaser_paragraphs, new)) => {
            let after = Site { teaser_paragraphs, ..site.clone() };
            match app.content.revise_site(&site, &after).await {
                Ok(()) => {
                    app.billing.set_courtesy_rules(new).await?;
                    let detail = json!({ "before": told(&site, rules), "after": told(&after, new) });
                    staff.record(&app, "paywall-changed", "site", &detail).await?;
                    app.publications.forget();
                    return see_other(&format!("{PATH}?done=saved"));
                }
                Err(StoreError::SettingsChanged) => Wrong::late(),
                Err(error) => return Err(error.into()),
            }
        }
    };
    page(&app, &staff, &site, rules, Some(&fields), None, Some(wrong))
}

fn told(site: &Site, rules: Rules) -> Value {
    json!({
        "teaser_paragraphs": site.teaser_paragraphs,
        "meter_visitors": rules.meter_visitors,
        "meter_members": rules.meter_members,
        "gift_links": rules.gift_links,
    })
}

fn read(fields: &Fields) -> Result<(u32, Rules), Wrong> {
    let [teaser, meter, links] = MOST;
    let number = |name: &'static str, least: u32, most: u32| {
        let number = fields.number(name).ok().flatten().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| Wrong::new(name, name))
    };
    let small = |name, most| number(name, 0, most).map(|number| u16::try_from(number).unwrap_or(u16::MAX));
    let rules = Rules {
        meter_visitors: small("visitors", meter)?,
        meter_members: small("members", meter)?,
        gift_links: small("links", links)?,
    };
    Ok((number("teaser", 1, teaser)?, rules))
}

fn page(
    app: &App,
    staff: &Staff,
    site: &Site,
    rules: Rules,
    typed: Option<&Fields>,
    done: Option<&'static str>,
    wrong: Option<Wrong>,
) -> Result<Response, Failure> {
    let text =
        |name: &str, kept: u32| typed.map_or_else(|| kept.to_string(), |typed| typed.get(name).to_owned());
    let status = wrong.as_ref().map_or(StatusCode::OK, Wrong::status);
    let view = PaywallView {
        seen: mark(&(site, rules)),
        teaser: text("teaser", site.teaser_paragraphs),
        visitors: text("visitors", rules.meter_visitors.into()),
        members: text("members", rules.meter_members.into()),
        links: text("links", rules.gift_links.into()),
        done,
        wrong: wrong.map(Into::into),
    };
    page_with(
        app,
        staff,
        status,
        PATH,
        "title-admin-paywall",
        "admin/settings-paywall.html",
        "settings",
        view,
    )
}
