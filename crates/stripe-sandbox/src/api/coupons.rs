//! `/v1/coupons`.

use serde_json::Value;

use super::{DELETE, GET, POST, Route, currency, retrieve};
use crate::{
    error::{Answer, Refusal},
    form::{Metadata, Params},
    http::Call,
    objects::{Coupon, Duration, Off, Product, deleted},
    paging::page,
    world::World,
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/coupons", create),
    (GET, "/v1/coupons", list),
    (GET, "/v1/coupons/{id}", retrieve::<Coupon>),
    (POST, "/v1/coupons/{id}", update),
    (DELETE, "/v1/coupons/{id}", delete),
];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let own_id = params.text("id")?;
    if let Some(id) = own_id.as_ref().filter(|id| world.coupons.get(id).is_some_and(|coupon| !coupon.deleted))
    {
        return Err(Refusal::invalid("id", "Coupon already exists.")
            .code("resource_already_exists")
            .with("id", id.clone().into()));
    }
    let off = off(&mut params)?;
    let months = params.int_from("duration_in_months", 1)?;
    let duration = match (params.choice("duration", &["once", "repeating", "forever"])?, months) {
        (Some("repeating"), Some(months)) => Duration::Months(months),
        (Some("repeating"), None) => return Err(Refusal::missing_param("duration_in_months")),
        (Some("forever"), _) => Duration::Forever,
        _ => Duration::Once,
    };
    let (max_redemptions, redeem_by) = (params.int_from("max_redemptions", 1)?, params.int("redeem_by")?);
    let name = params.text("name")?;
    let mut products = Vec::new();
    if let Some(mut part) = params.map("applies_to")? {
        products = part.texts("products")?.unwrap_or_default();
        part.finish()?;
        for product in &products {
            world.living::<Product>(product, "applies_to[products][0]")?;
        }
    }
    let mut metadata = Metadata::new();
    params.metadata(&mut metadata)?;
    params.finish()?;
    let id = own_id.unwrap_or_else(|| world.ids.letters("coupon", 11)[..8].to_owned());
    let created = world.now();
    world.insert(Coupon {
        id: id.clone(),
        created,
        deleted: false,
        off,
        duration,
        max_redemptions,
        metadata,
        name,
        products,
        redeem_by,
        times_redeemed: 0,
    });
    world.tell::<Coupon>(&id, "coupon.created");
    Ok(world.show::<Coupon>(&id))
}

fn off(params: &mut Params) -> Answer<Off> {
    let amount = params.int_from("amount_off", 1)?;
    let currency = currency(params, "currency")?;
    match (params.text("percent_off")?, amount) {
        (Some(percent), None) => Ok(Off::Percent(hundredths(&percent)?)),
        (None, Some(amount)) => {
            Ok(Off::Amount(amount, currency.ok_or_else(|| Refusal::missing_param("currency"))?))
        }
        _ => Err(Refusal::request("You must pass either amount_off or percent_off.")),
    }
}

/// Reads `25.5` as 2550 without going through a float.
fn hundredths(percent: &str) -> Answer<i64> {
    let invalid = || {
        Refusal::invalid("percent_off", format!("Invalid percent: {percent}; 0.01 to 100 with two decimals."))
    };
    let (whole, rest) = percent.split_once('.').unwrap_or((percent, ""));
    let rest = rest.trim_end_matches('0');
    if rest.len() > 2 || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(invalid());
    }
    let whole: i64 = whole.parse().map_err(|_| invalid())?;
    let rest: i64 = format!("{rest:0<2}").parse().map_err(|_| invalid())?;
    let hundredths = whole.saturating_mul(100).saturating_add(rest);
    if (1..=10_000).contains(&hundredths) { Ok(hundredths) } else { Err(invalid()) }
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut coupon: Coupon = world.living(call.id(), "id")?;
    let mut params = call.params;
    params.patch("name")?.apply(&mut coupon.name);
    params.metadata(&mut coupon.metadata)?;
    params.finish()?;
    let id = coupon.id.clone();
    world.update::<Coupon>(&id, "coupon.updated", |old| *old = coupon);
    Ok(world.show::<Coupon>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    page(world, call.params, "/v1/coupons", |_: &Coupon| true)
}

fn delete(world: &mut World, call: Call) -> Answer<Value> {
    let coupon: Coupon = world.living(call.id(), "id")?;
    call.params.finish()?;
    world.tell::<Coupon>(&coupon.id, "coupon.deleted");
    world.edit::<Coupon>(&coupon.id, |coupon| coupon.deleted = true);
    Ok(deleted("coupon", &coupon.id))
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn percentages_are_exact() {
        assert_eq!(hundredths("25.5"), Ok(2550));
        assert_eq!(hundredths("100"), Ok(10_000));
        assert_eq!(hundredths("0.01"), Ok(1));
        assert_eq!(hundredths("33.330"), Ok(3333));
        for wrong in ["0", "100.01", "-1", "1.234", "x", "1.-2"] {
            assert!(hundredths(wrong).is_err(), "{wrong}");
        }
    }
}
