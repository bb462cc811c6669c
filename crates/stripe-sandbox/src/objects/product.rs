//! `product`: what is sold.

use serde_json::{Value, json};

use super::{Object, object};
use crate::{form::Metadata, world::World};

#[derive(Debug, Clone)]
pub(crate) struct Product {
    pub(crate) id: String,
    pub(crate) created: i64,
    pub(crate) updated: i64,
    pub(crate) deleted: bool,
    pub(crate) active: bool,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) default_price: Option<String>,
    pub(crate) images: Vec<String>,
    pub(crate) marketing_features: Vec<String>,
    pub(crate) metadata: Metadata,
    pub(crate) statement_descriptor: Option<String>,
    pub(crate) tax_code: Option<String>,
    pub(crate) unit_label: Option<String>,
    pub(crate) url: Option<String>,
}

impl Object for Product {
    object!(Product, "product", products);

    fn is_deleted(&self) -> bool {
        self.deleted
    }

    fn json(&self, _: &World) -> Value {
        let features: Vec<Value> =
            self.marketing_features.iter().map(|name| json!({ "name": name })).collect();
        json!({
            "id": self.id,
            "object": "product",
            "active": self.active,
            "created": self.created,
            "default_price": self.default_price,
            "description": self.description,
            "images": self.images,
            "livemode": false,
            "marketing_features": features,
            "metadata": self.metadata,
            "name": self.name,
            "package_dimensions": null,
            "shippable": null,
            "statement_descriptor": self.statement_descriptor,
            "tax_code": self.tax_code,
            "type": "service",
            "unit_label": self.unit_label,
            "updated": self.updated,
            "url": self.url,
        })
    }
}
