//! `/admin/plans/{key}`: what a plan says, includes and costs.

use std::collections::BTreeSet;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use billing::{BillingError, Every, KeptPlan, NotTerms, Plan, PlanText, PriceId, Tax, Terms};
use http::StatusCode;
use kernel::{Currency, Locale, Money, PlanKey};
use serde_json::json;

use super::fields::{Fields, decimal};
use super::{Done, Staff, page_with, plan_names};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::subscribe::offer;
use crate::view::build;
use crate::view::desk::{EditedPlanView, IncludeView, KeptPriceView, NewPriceView, PlanTextView};

/// Longest name and other texts, in characters.
const LONGEST_NAME: usize = 80;
const LONGEST_TEXT: usize = 500;
/// Most benefits in one language.
const MOST_BENEFITS: usize = 12;

/// What was typed, if something of it was refused.
#[derive(Default)]
struct Typed {
    texts: Option<Fields>,
    price: Fields,
    problem: Option<&'static str>,
}

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Path(key): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["created", "saved", "offered", "stopped"]);
    page(&app, &staff, &key, StatusCode::OK, done, Typed::default()).await
}

/// `POST`: what it says, in each language, and what it includes.
pub(crate) async fn save(
    State(app): State<App>,
    staff: Staff,
    Path(key): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kept = find(&app, &key).await?;
    let problem = match said(&staff, &kept.plan, &fields) {
        Err(problem) => problem,
        Ok(plan) => match app.billing.save_plan(&plan).await {
            Ok(()) => {
                let detail = json!({
                    "includes": plan.includes,
                    "locales": plan.texts.iter().map(|text| &text.locale).collect::<Vec<_>>(),
                });
                staff.record(&app, "plan-saved", &key, &detail).await?;
                return see_other(&address(&key, "saved"));
            }
            Err(BillingError::Nameless) => "name",
            Err(BillingError::NoSuchPlan(_)) => "includes",
            Err(error) => return Err(error.into()),
        },
    };
    let typed = Typed { texts: Some(fields), problem: Some(problem), ..Typed::default() };
    page(&app, &staff, &key, StatusCode::UNPROCESSABLE_ENTITY, None, typed).await
}

/// `POST …/prices`: offers it at a price, in place of the one that readers would have to choose
/// between.
pub(crate) async fn offer_at(
    State(app): State<App>,
    staff: Staff,
    Path(key): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kept = find(&app, &key).await?;
    let problem = match terms(&fields) {
        Err(problem) => problem,
        Ok(terms) => match app.billing.offer(&kept.plan.key, &terms).await {
            Ok((price, replaced)) => {
                let detail = json!({ "price": price, "terms": terms, "replaced": replaced });
                staff.record(&app, "price-offered", &key, &detail).await?;
                return see_other(&address(&key, "offered"));
            }
            Err(BillingError::Terms(problem)) => word(problem),
            Err(error) => return Err(error.into()),
        },
    };
    let typed = Typed { price: fields, problem: Some(problem), ..Typed::default() };
    page(&app, &staff, &key, StatusCode::UNPROCESSABLE_ENTITY, None, typed).await
}

/// `POST …/stop`: lets nobody buy it at a price any more, or at all.
pub(crate) async fn stop(
    State(app): State<App>,
    staff: Staff,
    Path(key): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kept = find(&app, &key).await?;
    let detail = match fields.get("price") {
        "" => {
            app.billing.stop_offering_plan(&kept.plan.key).await?;
            json!({ "price": "all" })
        }
        price => {
            let price: PriceId = price.parse().map_err(|_| Failure::NotFound)?;
            match app.billing.stop_offering(&kept.plan.key, price).await {
                Ok(()) => json!({ "price": price }),
                Err(BillingError::NoSuchPrice) => return Err(Failure::NotFound),
                Err(error) => return Err(error.into()),
            }
        }
    };
    staff.record(&app, "price-stopped", &key, &detail).await?;
    see_other(&address(&key, "stopped"))
}

/// The plan as the form says it.
fn said(staff: &Staff, before: &Plan, fields: &Fields) -> Result<Plan, &'static str> {
    let mut texts = Vec::new();
    for locale in locales(staff, before) {
        let field = |name: &str| fields.get(&format!("{name}-{locale}")).to_owned();
        let (name, description) = (field("name"), field("description"));
        let benefits = field("benefits");
        let benefits: Vec<String> =
            benefits.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if name.is_empty() && description.is_empty() && benefits.is_empty() {
            continue;
        }
        let long = |text: &String| text.chars().count() > LONGEST_TEXT;
        if name.is_empty() {
            return Err("name");
        }
        let too_long = name.chars().count() > LONGEST_NAME || long(&description);
        if too_long || benefits.len() > MOST_BENEFITS || benefits.iter().any(long) {
            return Err("long");
        }
        texts.push(PlanText { locale, name, description, benefits });
    }
    let includes: Result<BTreeSet<PlanKey>, _> = fields.all("includes").map(str::parse).collect();
    let includes = includes.map_err(|_| "includes")?;
    Ok(Plan { key: before.key.clone(), texts, includes })
}

/// The languages a plan is described in: the site's, and those it has a text in besides.
fn locales(staff: &Staff, plan: &Plan) -> Vec<Locale> {
    let mut locales: Vec<Locale> =
        staff.publication.site.locales.iter().map(|offered| offered.locale.clone()).collect();
    for text in &plan.texts {
        if !locales.contains(&text.locale) {
            locales.push(text.locale.clone());
        }
    }
    locales
}

/// The terms as the form says them.
fn terms(fields: &Fields) -> Result<Terms, &'static str> {
    let currency: Currency = fields.get("currency").parse().map_err(|_| "currency")?;
    let amount = Money::parse(&decimal(fields.get("amount")), currency).map_err(|_| "amount")?;
    let every = match fields.get("every") {
        "month" => Every::Month,
        "year" => Every::Year,
        _ => Every::Pass { days: fields.number("days").ok().flatten().ok_or("days")? },
    };
    let trial_days = fields.number("trial").map_err(|()| "trial")?.unwrap_or(0);
    let tax = if fields.get("tax") == "exclusive" { Tax::Exclusive } else { Tax::Inclusive };
    Ok(Terms { amount, every, trial_days, tax })
}

fn word(problem: NotTerms) -> &'static str {
    match problem {
        NotTerms::Amount => "amount",
        NotTerms::Days => "days",
        NotTerms::Trial | NotTerms::TrialOfAPass => "trial",
    }
}

async fn find(app: &App, key: &str) -> Result<KeptPlan, Failure> {
    let plans = app.billing.kept_plans().await?;
    plans.into_iter().find(|kept| kept.plan.key.as_str() == key).ok_or(Failure::NotFound)
}

fn address(key: &str, done: &str) -> String {
    format!("/admin/plans/{key}?done={done}")
}

async fn page(
    app: &App,
    staff: &Staff,
    key: &str,
    status: StatusCode,
    done: Option<&'static str>,
    typed: Typed,
) -> Result<Response, Failure> {
    let kept = find(app, key).await?;
    let plan = &kept.plan;
    let names = plan_names(app, &staff.publication, &staff.locale).await?;
    let name = |key: &str| names.get(key).cloned().unwrap_or_else(|| key.to_owned());
    let texts = locales(staff, plan).into_iter().map(|locale| {
        let text = plan.text(&locale);
        let typed = |field: &str| {
            let name = format!("{field}-{locale}");
            typed.texts.as_ref().map(|fields| fields.get(&name).to_owned())
        };
        let stored = |of: fn(&PlanText) -> String| text.map(of).unwrap_or_default();
        PlanTextView {
            name: typed("name").unwrap_or_else(|| stored(|text| text.name.clone())),
            description: typed("description").unwrap_or_else(|| stored(|text| text.description.clone())),
            benefits: typed("benefits").unwrap_or_else(|| stored(|text| text.benefits.join("\n"))),
            language: build::language(&locale, &staff.locale, String::new()),
        }
    });
    let texts: Vec<_> = texts.collect();
    let others = app.billing.plans().await?;
    let included = |other: &PlanKey| match &typed.texts {
        Some(fields) => fields.all("includes").any(|key| key == other.as_str()),
        None => plan.includes.contains(other),
    };
    let other = others.iter().filter(|other| other.key != plan.key);
    let price = &typed.price;
    let or = |name: &str, default: &str| match price.get(name) {
        "" => default.to_owned(),
        text => text.to_owned(),
    };
    let codes: Vec<&str> = kept.prices.iter().map(|kept| kept.price.amount.currency.code()).collect();
    let often = |code: &&&str| codes.iter().filter(|other| **other == **code).count();
    // What most of its prices are in is what the next probably is in.
    let currency = codes.iter().max_by_key(often).copied().unwrap_or("EUR");
    let view = EditedPlanView {
        key: key.to_owned(),
        name: name(key),
        from_file: kept.from_file,
        texts,
        others: other
            .map(|other| IncludeView {
                name: name(other.key.as_str()),
                included: included(&other.key),
                key: other.key.to_string(),
            })
            .collect(),
        prices: kept
            .prices
            .iter()
            .map(|kept| KeptPriceView {
                offer: offer::offer(&kept.price),
                offered: kept.price.offered,
                pushed: kept.stripe.is_some(),
                payers: kept.payers,
            })
            .collect(),
        new: NewPriceView {
            amount: price.get("amount").to_owned(),
            currency: or("currency", currency),
            every: or("every", "month"),
            days: price.get("days").to_owned(),
            trial: price.get("trial").to_owned(),
            tax: or("tax", "inclusive"),
        },
        sells: app.billing.sells(),
        stripe_problem: app.billing.catalog_problem().await?,
        done,
        problem: typed.problem,
    };
    let path = format!("/admin/plans/{key}");
    page_with(app, staff, status, &path, "title-admin-plans", "admin/plan.html", "plan", view)
}
