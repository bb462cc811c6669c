//! `/v1/promotion_codes`.

use serde_json::Value;

use super::{GET, POST, Route, currency, retrieve};
use crate::{
    error::{Answer, Refusal},
    form::{Metadata, Params},
    http::Call,
    objects::{Coupon, Customer, PromotionCode},
    paging::page,
    world::World,
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/promotion_codes", create),
    (GET, "/v1/promotion_codes", list),
    (GET, "/v1/promotion_codes/{id}", retrieve::<PromotionCode>),
    (POST, "/v1/promotion_codes/{id}", update),
];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let coupon = coupon(&mut params)?;
    let coupon: Coupon = world.living(&coupon, "promotion[coupon]")?;
    let customer = params.text("customer")?;
    if let Some(id) = &customer {
        world.living::<Customer>(id, "customer")?;
    }
    let own_code = params.text("code")?;
    let active = params.flag("active")?.unwrap_or(true);
    let (expires_at, max_redemptions) = (params.int("expires_at")?, params.int_from("max_redemptions", 1)?);
    let mut metadata = Metadata::new();
    params.metadata(&mut metadata)?;
    let mut first_time_transaction = false;
    let mut minimum = None;
    if let Some(mut part) = params.map("restrictions")? {
        first_time_transaction = part.flag("first_time_transaction")?.unwrap_or(false);
        minimum = match (part.int("minimum_amount")?, currency(&mut part, "minimum_amount_currency")?) {
            (Some(amount), Some(currency)) => Some((amount, currency)),
            (None, None) => None,
            _ => return Err(Refusal::missing_param("restrictions[minimum_amount_currency]")),
        };
        part.finish()?;
    }
    params.finish()?;
    let code = own_code.unwrap_or_else(|| world.ids.letters("promotion_code", 11)[..8].to_uppercase());
    if find(world, &code).is_some_and(|other| other.is_active(world)) {
        return Err(Refusal::invalid(
            "code",
            format!("An active promotion code with `code: {code}` already exists."),
        )
        .code("resource_already_exists"));
    }
    let id = world.ids.next("promo");
    let created = world.now();
    world.insert(PromotionCode {
        id: id.clone(),
        created,
        active,
        code,
        coupon: coupon.id,
        customer,
        expires_at,
        first_time_transaction,
        max_redemptions,
        metadata,
        minimum,
        times_redeemed: 0,
    });
    world.tell::<PromotionCode>(&id, "promotion_code.created");
    Ok(world.show::<PromotionCode>(&id))
}

/// `promotion[coupon]`, or `coupon` as before 2025-09.
fn coupon(params: &mut Params) -> Answer<String> {
    match params.map("promotion")? {
        None => params.required("coupon").map_err(|_| Refusal::missing_param("promotion[coupon]")),
        Some(mut part) => {
            part.choice("type", &["coupon"])?;
            let coupon = part.required("coupon")?;
            part.finish()?;
            Ok(coupon)
        }
    }
}

/// The newest code with this word, whatever its case.
pub(super) fn find<'a>(world: &'a World, code: &str) -> Option<&'a PromotionCode> {
    world.promotion_codes.iter().rev().find(|of| of.code.eq_ignore_ascii_case(code))
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut code: PromotionCode = world.get(call.id(), "id")?;
    let mut params = call.params;
    code.active = params.flag("active")?.unwrap_or(code.active);
    params.metadata(&mut code.metadata)?;
    params.finish()?;
    let id = code.id.clone();
    world.update::<PromotionCode>(&id, "promotion_code.updated", |old| *old = code);
    Ok(world.show::<PromotionCode>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (active, code) = (params.flag("active")?, params.text("code")?);
    let (coupon, customer) = (params.text("coupon")?, params.text("customer")?);
    page(world, params, "/v1/promotion_codes", |of: &PromotionCode| {
        active.is_none_or(|active| of.is_active(world) == active)
            && code.as_ref().is_none_or(|code| of.code.eq_ignore_ascii_case(code))
            && coupon.as_ref().is_none_or(|coupon| of.coupon == *coupon)
            && (customer.is_none() || of.customer == customer)
    })
}
