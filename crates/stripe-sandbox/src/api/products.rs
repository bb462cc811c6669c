//! `/v1/products`.

use serde_json::Value;

use super::{DELETE, GET, POST, Route, retrieve};
use crate::{
    error::{Answer, Refusal},
    form::{Metadata, Params},
    http::Call,
    objects::{Product, deleted},
    paging::page,
    world::World,
};

pub(super) const ROUTES: &[Route] = &[
    (POST, "/v1/products", create),
    (GET, "/v1/products", list),
    (GET, "/v1/products/{id}", retrieve::<Product>),
    (POST, "/v1/products/{id}", update),
    (DELETE, "/v1/products/{id}", delete),
];

/// Parameters that change nothing here.
const WITHOUT_EFFECT: &[&str] = &["package_dimensions", "shippable", "tax_details", "type"];

fn create(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let price = params.map("default_price_data")?;
    let id = add(world, params)?;
    if let Some(price) = price {
        let price = super::prices::add(world, price, Some(id.clone()))?;
        world.update::<Product>(&id, "product.updated", |product| product.default_price = Some(price));
    }
    Ok(world.show::<Product>(&id))
}

/// Adds a product from its parameters and gives its id.
pub(super) fn add(world: &mut World, mut params: Params) -> Answer<String> {
    let own_id = params.text("id")?;
    if let Some(id) = own_id.as_ref().filter(|id| world.products.get(id).is_some()) {
        return Err(
            Refusal::invalid("id", format!("Product already exists: {id}")).code("resource_already_exists")
        );
    }
    let mut product = Product {
        id: String::new(),
        created: world.now(),
        updated: world.now(),
        deleted: false,
        active: true,
        name: params.required("name")?,
        description: None,
        default_price: None,
        images: Vec::new(),
        marketing_features: Vec::new(),
        metadata: Metadata::new(),
        statement_descriptor: None,
        tax_code: None,
        unit_label: None,
        url: None,
    };
    read(&mut product, &mut params)?;
    params.finish()?;
    product.id = own_id.unwrap_or_else(|| world.ids.next("prod"));
    let id = product.id.clone();
    world.insert(product);
    world.tell::<Product>(&id, "product.created");
    Ok(id)
}

fn read(product: &mut Product, params: &mut Params) -> Answer<()> {
    product.active = params.flag("active")?.unwrap_or(product.active);
    if let Some(name) = params.text("name")? {
        product.name = name;
    }
    params.patch("description")?.apply(&mut product.description);
    params.patch("statement_descriptor")?.apply(&mut product.statement_descriptor);
    params.patch("tax_code")?.apply(&mut product.tax_code);
    params.patch("unit_label")?.apply(&mut product.unit_label);
    params.patch("url")?.apply(&mut product.url);
    if let Some(images) = params.texts("images")? {
        product.images = images;
    }
    if let Some(features) = params.parts("marketing_features")? {
        product.marketing_features =
            features.into_iter().map(|mut feature| feature.required("name")).collect::<Answer<_>>()?;
    }
    params.metadata(&mut product.metadata)?;
    params.ignore(WITHOUT_EFFECT);
    Ok(())
}

fn update(world: &mut World, call: Call) -> Answer<Value> {
    let mut product: Product = world.living(call.id(), "id")?;
    let mut params = call.params;
    read(&mut product, &mut params)?;
    if let Some(price) = params.text("default_price")? {
        let price: crate::objects::Price = world.get(&price, "default_price")?;
        product.default_price = Some(price.id);
    }
    params.finish()?;
    product.updated = world.now();
    let id = product.id.clone();
    world.update::<Product>(&id, "product.updated", |old| *old = product);
    Ok(world.show::<Product>(&id))
}

fn list(world: &mut World, call: Call) -> Answer<Value> {
    let mut params = call.params;
    let (active, ids) = (params.flag("active")?, params.texts("ids")?);
    page(world, params, "/v1/products", |product: &Product| {
        active.is_none_or(|active| product.active == active)
            && ids.as_ref().is_none_or(|ids| ids.contains(&product.id))
    })
}

fn delete(world: &mut World, call: Call) -> Answer<Value> {
    let product: Product = world.living(call.id(), "id")?;
    call.params.finish()?;
    if world.prices.iter().any(|price| price.product == product.id) {
        return Err(Refusal::request(
            "This product cannot be deleted because it has one or more user-created prices.",
        ));
    }
    world.tell::<Product>(&product.id, "product.deleted");
    world.edit::<Product>(&product.id, |product| product.deleted = true);
    Ok(deleted("product", &product.id))
}
