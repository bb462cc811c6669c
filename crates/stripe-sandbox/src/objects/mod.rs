//! Stripe's objects: what the sandbox remembers of each, and the JSON it shows.
//!
//! A file an object. The structs hold only what can differ; fields that never do are written in the JSON.

use std::fmt::Debug;

use serde_json::{Value, json};

use crate::world::{Table, World};

mod account;
mod billing_portal;
mod charge;
mod checkout_session;
mod coupon;
mod customer;
mod dispute;
mod event;
mod invoice;
mod invoice_item;
mod line;
mod payment_intent;
mod payment_method;
mod price;
mod product;
mod refund;
mod subscription;

pub(crate) use account::account;
pub(crate) use billing_portal::PortalSession;
pub(crate) use charge::{Charge, ChargeStatus};
pub(crate) use checkout_session::{
    Awaiting, CheckoutItem, CheckoutMode, CheckoutSession, CheckoutStatus, PaymentStatus, Trial,
};
pub(crate) use coupon::{Coupon, Discount, Duration, Off, PromotionCode};
pub(crate) use customer::{Address, Customer};
pub(crate) use dispute::{Dispute, DisputeStatus};
pub(crate) use event::{Event, previous_attributes};
pub(crate) use invoice::{Invoice, InvoicePayment, InvoiceStatus, Transitions};
pub(crate) use invoice_item::InvoiceItem;
pub(crate) use line::{Line, LineParent, LineTax};
pub(crate) use payment_intent::{IntentStatus, PaymentError, PaymentIntent};
pub(crate) use payment_method::{Behaviour, Billing, Card, PaymentMethod};
pub(crate) use price::{Price, TaxBehavior};
pub(crate) use product::Product;
pub(crate) use refund::Refund;
pub(crate) use subscription::{
    Cancellation, Collection, Item, MissingPaymentMethod, Pause, PauseBehavior, Period, Status, Subscription,
};

/// An object with an id that can be fetched and listed.
pub(crate) trait Object: Clone + Debug {
    /// As Stripe names it in "No such …".
    const KIND: &'static str;

    fn id(&self) -> &str;
    /// Unix seconds.
    fn created(&self) -> i64;
    /// The object as Stripe shows it now.
    fn json(&self, world: &World) -> Value;
    fn table(world: &World) -> &Table<Self>;
    fn table_mut(world: &mut World) -> &mut Table<Self>;

    /// Deleted objects are remembered and not listed.
    fn is_deleted(&self) -> bool {
        false
    }
}

/// Implements the parts of [`Object`] that are the same for all.
macro_rules! object {
    ($type:ty, $kind:literal, $table:ident) => {
        const KIND: &'static str = $kind;

        fn id(&self) -> &str {
            &self.id
        }

        fn created(&self) -> i64 {
            self.created
        }

        fn table(world: &crate::world::World) -> &crate::world::Table<$type> {
            &world.$table
        }

        fn table_mut(world: &mut crate::world::World) -> &mut crate::world::Table<$type> {
            &mut world.$table
        }
    };
}
pub(crate) use object;

/// Stripe's list object.
pub(crate) fn list(url: &str, data: Vec<Value>, has_more: bool) -> Value {
    let mut list = json!({ "object": "list", "url": url, "has_more": has_more });
    list["data"] = Value::Array(data);
    list
}

/// What is left of a deleted object.
pub(crate) fn deleted(object: &str, id: &str) -> Value {
    json!({ "id": id, "object": object, "deleted": true })
}
