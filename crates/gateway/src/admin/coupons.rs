//! `/admin/coupons`: what makes subscriptions cheaper, and the codes for it.

use std::collections::BTreeSet;

use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use billing::{BillingError, Coupon, Lasts, NewCoupon, Off};
use http::StatusCode;
use jiff::civil::Date;
use kernel::{Currency, Money, PlanKey};
use serde_json::json;

use super::fields::{Fields, decimal};
use super::{Done, Staff, page_with, plan_names};
use crate::app::App;
use crate::extract::see_other;
use crate::failure::Failure;
use crate::view::build;
use crate::view::desk::{CodeView, CouponView, CouponsView, IncludeView, NewCouponView};

const PATH: &str = "/admin/coupons";
/// Longest name: Stripe's.
const LONGEST_NAME: usize = 40;

/// `GET`
pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let done = done.of(&["made", "ended"]);
    page(&app, &staff, StatusCode::OK, &Fields::default(), done, None).await
}

/// `POST`: makes a coupon and its code.
pub(crate) async fn create(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let problem = match asked(&staff, &fields) {
        Err(problem) => problem,
        Ok(new) => match app.billing.create_coupon(&new).await {
            Ok(()) => {
                let detail = json!({ "plans": new.plans, "code": new.code.map(|code| code.to_string()) });
                let id = new.id.simple().to_string();
                staff.record(&app, "coupon-created", &id, &detail).await?;
                return see_other(&format!("{PATH}?done=made"));
            }
            Err(BillingError::CodeExists(_)) => "code-exists",
            Err(BillingError::NoSuchPlan(_)) => "plans",
            Err(BillingError::NoStripe) => "no-stripe",
            Err(BillingError::Stripe(error)) => {
                tracing::error!(%error, "a coupon couldn't be made");
                "failed"
            }
            Err(error) => return Err(error.into()),
        },
    };
    let status = if problem == "failed" { StatusCode::BAD_GATEWAY } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(&app, &staff, status, &fields, None, Some(problem)).await
}

/// `POST …/end`: lets nobody use a code, or a coupon, any more.
pub(crate) async fn end(
    State(app): State<App>,
    staff: Staff,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (code, coupon) = (fields.get("code"), fields.get("coupon"));
    let ended = match (code, coupon) {
        ("", "") => return Err(Failure::BadRequest),
        (code, "") => app.billing.end_code(code).await,
        (_, coupon) => app.billing.end_coupon(coupon).await,
    };
    match ended {
        Ok(()) => {
            let subject = if coupon.is_empty() { code } else { coupon };
            staff.record(&app, "coupon-ended", subject, &json!({})).await?;
            see_other(&format!("{PATH}?done=ended"))
        }
        Err(BillingError::Stripe(error)) => {
            tracing::error!(%error, "a coupon couldn't be ended");
            page(&app, &staff, StatusCode::BAD_GATEWAY, &Fields::default(), None, Some("failed")).await
        }
        Err(BillingError::NoStripe) => Err(Failure::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// The coupon as the form says it.
fn asked(staff: &Staff, fields: &Fields) -> Result<NewCoupon, &'static str> {
    let name = fields.get("name");
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err("coupon-name");
    }
    let value = decimal(fields.get("value"));
    let off = match fields.get("unit") {
        "" => Off::Percent(value.parse().map_err(|_| "percent")?),
        currency => {
            let currency: Currency = currency.parse().map_err(|_| "currency")?;
            let amount = Money::parse(&value, currency).map_err(|_| "amount")?;
            if amount.minor == 0 {
                return Err("amount");
            }
            Off::Amount(amount)
        }
    };
    let lasts = match fields.get("lasts") {
        "forever" => Lasts::Forever,
        "months" => {
            let months = fields.number("months").ok().flatten();
            Lasts::Months(months.filter(|months| (1..=120).contains(months)).ok_or("months")?)
        }
        _ => Lasts::Once,
    };
    let plans: Result<BTreeSet<PlanKey>, _> = fields.all("plan").map(str::parse).collect();
    let most = fields.number("most").map_err(|()| "most")?;
    let until = match fields.get("until") {
        "" => None,
        text => {
            let day: Date = text.parse().map_err(|_| "until")?;
            // Its last day is the one that was named.
            let end = day.tomorrow().map_err(|_| "until")?.at(0, 0, 0, 0);
            let zone = &staff.publication.site.time_zone;
            Some(zone.to_timestamp(end).map_err(|_| "until")?)
        }
    };
    let code = match fields.get("code") {
        "" => None,
        text => Some(text.parse().map_err(|_| "code")?),
    };
    Ok(NewCoupon {
        id: fields.get("id").parse().map_err(|_| "failed")?,
        name: name.to_owned(),
        off,
        lasts,
        plans: plans.map_err(|_| "plans")?,
        most: match most {
            Some(0) => return Err("most"),
            most => most,
        },
        until,
        code,
    })
}

async fn page(
    app: &App,
    staff: &Staff,
    status: StatusCode,
    fields: &Fields,
    done: Option<&'static str>,
    problem: Option<&'static str>,
) -> Result<Response, Failure> {
    let (coupons, unreachable) = match app.billing.coupons().await {
        Ok(coupons) => (coupons, false),
        Err(BillingError::NoStripe) => (Vec::new(), false),
        Err(BillingError::Stripe(error)) => {
            tracing::error!(%error, "coupons can't be listed");
            (Vec::new(), true)
        }
        Err(error) => return Err(error.into()),
    };
    let names = plan_names(app, &staff.publication, &staff.locale).await?;
    let name = |key: &PlanKey| names.get(key.as_str()).cloned().unwrap_or_else(|| key.to_string());
    let kept = app.billing.kept_plans().await?;
    let view = CouponsView {
        coupons: coupons.iter().map(|coupon| coupon_view(coupon, &name)).collect(),
        new: NewCouponView {
            // The same form sent twice makes one coupon.
            id: fields
                .get("id")
                .parse::<uuid::Uuid>()
                .unwrap_or_else(|_| kernel::id::v7(app.clock.now()))
                .to_string(),
            name: fields.get("name").to_owned(),
            value: fields.get("value").to_owned(),
            unit: fields.get("unit").to_owned(),
            lasts: fields.get("lasts").to_owned(),
            months: fields.get("months").to_owned(),
            most: fields.get("most").to_owned(),
            until: fields.get("until").to_owned(),
            code: fields.get("code").to_owned(),
        },
        currencies: {
            let prices = kept.iter().flat_map(|kept| &kept.prices);
            let codes: BTreeSet<&str> = prices.map(|kept| kept.price.amount.currency.code()).collect();
            codes.into_iter().map(str::to_owned).collect()
        },
        plans: kept
            .iter()
            .filter(|kept| kept.product.is_some())
            .map(|kept| IncludeView {
                name: name(&kept.plan.key),
                included: fields.all("plan").any(|plan| plan == kept.plan.key.as_str()),
                key: kept.plan.key.to_string(),
            })
            .collect(),
        sells: app.billing.sells(),
        unreachable,
        done,
        problem,
    };
    page_with(app, staff, status, PATH, "title-admin-coupons", "admin/coupons.html", "coupons", view)
}

fn coupon_view(coupon: &Coupon, name: &impl Fn(&PlanKey) -> String) -> CouponView {
    let (percent, amount) = match coupon.off {
        Some(Off::Percent(percent)) => (Some(percent.to_string()), None),
        Some(Off::Amount(amount)) => (None, Some(amount)),
        None => (None, None),
    };
    let (lasts, months) = match coupon.lasts {
        Lasts::Once => ("once", 0),
        Lasts::Months(months) => ("months", months),
        Lasts::Forever => ("forever", 0),
    };
    CouponView {
        id: coupon.id.clone(),
        name: coupon.name.clone(),
        percent,
        amount,
        lasts,
        months,
        plans: coupon.plans.iter().map(name).collect(),
        used: coupon.used,
        most: coupon.most,
        until: coupon.until.map(build::rfc3339),
        valid: coupon.valid,
        codes: coupon
            .codes
            .iter()
            .map(|code| CodeView {
                id: code.id.clone(),
                code: code.code.clone(),
                used: code.used,
                active: code.active,
            })
            .collect(),
    }
}
