//! `/v1/prices`.

use serde_json::Value;

use super::{GET, POST, Route, currency, retrieve};
use crate::{
    calendar::{Interval, Unit},
    error::{Answer, Refusal},
    form::{Metadata, Params, Patch},
    http::Call,
    money,
    objects::{Price, Product, TaxBehavior},
    paging::page,
    world::World,
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/prices", create),
    (GET, "/v1/prices", list),
    (GET, "/v1/prices/{id}", retrieve::<Price>),
    (POST, "/v1/prices/{id}", update),
];

const TAX: &[&str] = &["inclusive", "exclusive", "unspecified"];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let id = add(world, call.params, None)?;
    Ok(world.show::<Price>(&id))
}

/// Adds a price from its parameters, of this product or of the one they name; gives its id.
pub(super) fn add(world: &mut World, mut params: Params, product: Option<String>) -> Answer<String> {
    let currency = currency(&mut params, "currency")?.ok_or_else(|| Refusal::missing_param("currency"))?;
    let unit_amount = unit_amount(&mut params, &currency)?;
    let (recurring, trial_period_days) = recurring(&mut params)?;
    let tax_behavior = tax_behavior(&mut params)?.unwrap_or(TaxBehavior::Unspecified);
    let active = params.flag("active")?.unwrap_or(true);
    let nickname = params.text("nickname")?;
    let lookup_key = params.text("lookup_key")?;
    let transfers_key = params.flag("transfer_lookup_key")?.unwrap_or(false);
    params.choice("billing_scheme", &["per_unit"])?;
    let mut metadata = Metadata::new();
    params.metadata(&mut metadata)?;
    let product = match product {
        Some(product) => product,
        None => product_of(world, &mut params)?,
    };
    params.finish()?;
    take_lookup_key(world, lookup_key.as_deref(), None, transfers_key)?;
    let id = world.ids.next("price");
    let created = world.now();
    world.insert(Price {
        id: id.clone(),
        created,
        active,
        product,
        currency,
        unit_amount,
        recurring,
        trial_period_days,
        tax_behavior,
        nickname,
        lookup_key,
        metadata,
    });
    world.tell::<Price>(&id, "price.created");
    Ok(id)
}

fn product_of(world: &mut World, params: &mut Params) -> Answer<String> {
    match (params.text("product")?, params.map("product_data")?) {
        (Some(id), None) => Ok(world.living::<Product>(&id, "product")?.id),
        (None, Some(data)) => super::products::add(world, data),
        (Some(_), Some(_)) => {
            Err(Refusal::request("You may only specify one of these parameters: product, product_data."))
        }
        (None, None) => Err(Refusal::missing_param("product")),
    }
}

fn unit_amount(params: &mut Params, currency: &str) -> Answer<i64> {
    let whole = params.int("unit_amount")?;
    let amount = match (whole, params.text("unit_amount_decimal")?) {
        (Some(amount), _) => amount,
        (None, Some(decimal)) => decimal.parse().map_err(|_| {
            Refusal::invalid("unit_amount_decimal", "The sandbox takes whole minor units only.")
        })?,
        (None, None) => return Err(Refusal::missing_param("unit_amount")),
    };
    if money::is_chargeable(amount, currency) {
        return Ok(amount);
    }
    Err(Refusal::invalid(
        "unit_amount",
        "Invalid amount: it must be 0 to 99999999, and in a three-decimal currency it must end in 0.",
    ))
}

fn recurring(params: &mut Params) -> Answer<(Option<Interval>, Option<i64>)> {
    let Some(mut part) = params.map("recurring")? else { return Ok((None, None)) };
    let unit = part.choice("interval", Unit::NAMES)?.and_then(Unit::parse);
    let unit = unit.ok_or_else(|| Refusal::missing_param("recurring[interval]"))?;
    // Stripe bills at least every three years.
    let most = match unit {
        Unit::Day => 1_095,
        Unit::Week => 156,
        Unit::Month => 36,
        Unit::Year => 3,
    };
    let count = part.int_within("interval_count", 1, most)?.unwrap_or(1);
    let trial = part.int_within("trial_period_days", 1, 730)?;
    part.choice("usage_type", &["licensed"])?;
    part.finish()?;
    Ok((Some(Interval { unit, count }), trial))
}

fn tax_behavior(params: &mut Params) -> Answer<Option<TaxBehavior>> {
    Ok(params.choice("tax_behavior", TAX)?.map(|name| match name {
        "inclusive" => TaxBehavior::Inclusive,
        "exclusive" => TaxBehavior::Exclusive,
        _ => TaxBehavior::Unspecified,
    }))
}

/// A lookup key is one price's; it moves only when told to.
fn take_lookup_key(world: &mut World, key: Option<&str>, taker: Option<&str>, transfers: bool) -> Answer<()> {
    let Some(key) = key else { return Ok(()) };
    let holder = world
        .prices
        .iter()
        .find(|price| price.lookup_key.as_deref() == Some(key))
        .map(|price| price.id.clone());
    match holder.filter(|holder| Some(holder.as_str()) != taker) {
        None => Ok(()),
        Some(holder) if transfers => {
            world.update::<Price>(&holder, "price.updated", |price| price.lookup_key = None);
            Ok(())
        }
        Some(holder) => Err(Refusal::invalid(
            "lookup_key",
            format!(
                "A price (`{holder}`) already uses that lookup key. Pass transfer_lookup_key to move it."
            ),
        )),
    }
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut price: Price = world.get(call.id(), "id")?;
    let mut params = call.params;
    price.active = params.flag("active")?.unwrap_or(price.active);
    params.patch("nickname")?.apply(&mut price.nickname);
    let key = params.patch("lookup_key")?;
    let transfers = params.flag("transfer_lookup_key")?.unwrap_or(false);
    if let Some(behavior) = tax_behavior(&mut params)? {
        if price.tax_behavior != TaxBehavior::Unspecified && price.tax_behavior != behavior {
            return Err(Refusal::invalid(
                "tax_behavior",
                "A price's tax_behavior can't be changed once it is set.",
            ));
        }
        price.tax_behavior = behavior;
    }
    params.metadata(&mut price.metadata)?;
    params.finish()?;
    if let Patch::Set(key) = &key {
        take_lookup_key(world, Some(key), Some(&price.id), transfers)?;
    }
    key.apply(&mut price.lookup_key);
    let id = price.id.clone();
    world.update::<Price>(&id, "price.updated", |old| *old = price);
    Ok(world.show::<Price>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (active, product) = (params.flag("active")?, params.text("product")?);
    let (currency, keys) = (currency(&mut params, "currency")?, params.texts("lookup_keys")?);
    let kind = params.choice("type", &["one_time", "recurring"])?;
    let interval = match params.map("recurring")? {
        None => None,
        Some(mut part) => {
            let interval = part.choice("interval", Unit::NAMES)?.and_then(Unit::parse);
            part.ignore(&["usage_type"]);
            part.finish()?;
            interval
        }
    };
    page(world, params, "/v1/prices", |price: &Price| {
        active.is_none_or(|active| price.active == active)
            && product.as_ref().is_none_or(|product| price.product == *product)
            && currency.as_ref().is_none_or(|currency| price.currency == *currency)
            && keys
                .as_ref()
                .is_none_or(|keys| price.lookup_key.as_ref().is_some_and(|key| keys.contains(key)))
            && kind.is_none_or(|kind| (kind == "recurring") == price.recurring.is_some())
            && interval.is_none_or(|unit| price.recurring.is_some_and(|of| of.unit == unit))
    })
}
