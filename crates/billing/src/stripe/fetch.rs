//! How things stand at Stripe this moment.

use std::collections::HashMap;

use jiff::Timestamp;
use kernel::{ArticleId, Money};
use stripe_billing::invoice::ListInvoice;
use stripe_billing::subscription::{ListSubscription, ListSubscriptionStatus};
use stripe_billing::{Invoice, InvoiceStatus, Subscription, SubscriptionStatus};
use stripe_checkout::checkout_session::{ListCheckoutSession, RetrieveCheckoutSession};
use stripe_checkout::{CheckoutSession, CheckoutSessionMode, CheckoutSessionPaymentStatus};
use stripe_client_core::StripeRequest;
use stripe_core::charge::{ListCharge, RetrieveCharge};
use stripe_core::customer::{ListCustomer, RetrieveCustomer, RetrieveCustomerReturned};
use stripe_core::dispute::ListDispute;
use stripe_core::event::ListEvent;
use stripe_core::{Charge, DisputeStatus};
use stripe_shared::InvoiceLineItem;
use stripe_shared::{Discount as StripeDiscount, PaymentMethod};
use stripe_types::{AsCursorOpt, Expandable, List, Object, RangeBoundsTs, RangeQueryTs};

use super::envelope::Envelope;
use super::{Stripe, StripeFailure, from_stripe};
use crate::detail::{Card, Discount};
use crate::facts::{Bought, Dispute, DisputeStanding, Facts, Payment, Period, Status};
use crate::ids::GiftId;

/// Objects a page of a list; Stripe's most.
const PAGE: i64 = 100;

/// All that Stripe has about one customer that matters to us.
#[derive(Debug)]
pub(crate) struct Customer {
    pub(crate) id: String,
    /// Whether it was deleted there: what it had is over, and it can't buy again.
    pub(crate) deleted: bool,
    /// None where Stripe has none, or has it no longer.
    pub(crate) email: Option<String>,
    pub(crate) created_at: Timestamp,
    pub(crate) purchases: Vec<Found>,
    pub(crate) invoices: Vec<FoundInvoice>,
    pub(crate) failures: Vec<FoundFailure>,
}

/// A purchase; its plan isn't known here.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) id: String,
    /// What was bought.
    pub(crate) item: Item,
    pub(crate) facts: Facts,
    /// How it is paid.
    pub(crate) card: Option<Card>,
    pub(crate) discount: Option<Discount>,
}

/// What was bought, in Stripe's words or in ours.
#[derive(Debug)]
pub(crate) enum Item {
    /// The lines of a subscription.
    Stripe(Vec<Line>),
    /// Our own price, written into the checkout that sold it.
    Ours(String),
    /// A story, written into the checkout that sold it.
    Story(ArticleId),
    /// A gift, written into the checkout that paid it.
    Gift(GiftId),
}

/// A line of a subscription.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) price: String,
    pub(crate) product: String,
    pub(crate) quantity: u32,
}

/// An invoice.
#[derive(Debug)]
pub(crate) struct FoundInvoice {
    pub(crate) id: String,
    pub(crate) purchase: Option<String>,
    pub(crate) number: Option<String>,
    pub(crate) status: String,
    pub(crate) total: Money,
    pub(crate) refunded: i64,
    pub(crate) url: Option<String>,
    pub(crate) created_at: Timestamp,
}

/// A payment that failed.
#[derive(Debug)]
pub(crate) struct FoundFailure {
    pub(crate) charge: String,
    pub(crate) invoice: Option<String>,
    pub(crate) amount: Money,
    pub(crate) at: Timestamp,
    pub(crate) code: String,
    pub(crate) message: String,
}

/// A checkout.
#[derive(Debug)]
pub(crate) struct FoundCheckout {
    pub(crate) state: CheckoutState,
    pub(crate) customer: Option<String>,
}

/// How far a checkout has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckoutState {
    Open,
    Complete,
    Expired,
}

impl Stripe {
    /// All about a customer; `None` if Stripe knows none by this id. Four lists, and one for each
    /// disputed charge.
    pub(crate) async fn customer(&self, id: &str) -> Result<Option<Customer>, StripeFailure> {
        let Some(contact) = Box::pin(self.contact(id)).await? else { return Ok(None) };
        let Contact { deleted, .. } = contact;
        let lists =
            tokio::try_join!(self.charges(id), self.invoices(id), self.subscriptions(id), self.sales(id));
        let ((charges, failed), invoices, subscriptions, sales) = match lists {
            Ok(lists) => lists,
            Err(failure) if deleted && failure.is_missing() => Default::default(),
            Err(failure) => return Err(failure),
        };
        let mut purchases: Vec<Found> = subscriptions
            .iter()
            .filter_map(|subscription| found_subscription(subscription, &invoices, &charges))
            .collect();
        let without = |found: &Found| found.card.is_none() && found.facts.status.is_live();
        if contact.has_card && purchases.iter().any(without) {
            let card = self.own_card(id).await?;
            purchases
                .iter_mut()
                .filter(|found| without(found))
                .for_each(|found| found.card.clone_from(&card));
        }
        purchases.extend(sales.iter().filter_map(|session| found_sale(session, &invoices, &charges)));
        let failures = failed.iter().filter_map(|charge| found_failure(charge, &invoices)).collect();
        let invoices = invoices.iter().filter_map(|invoice| found_invoice(invoice, &charges)).collect();
        let Contact { email, created_at, .. } = contact;
        Ok(Some(Customer { id: id.to_owned(), deleted, email, created_at, purchases, invoices, failures }))
    }

    /// What is known of a customer themselves.
    async fn contact(&self, id: &str) -> Result<Option<Contact>, StripeFailure> {
        match self.read(&RetrieveCustomer::new(id)).await {
            Ok(RetrieveCustomerReturned::Customer(customer)) => {
                let settings = customer.invoice_settings.as_ref();
                let has_card = settings.is_some_and(|settings| settings.default_payment_method.is_some());
                Ok(Some(Contact {
                    deleted: false,
                    email: customer.email,
                    created_at: moment(customer.created),
                    has_card,
                }))
            }
            Ok(RetrieveCustomerReturned::DeletedCustomer(_)) => {
                let created_at = Timestamp::UNIX_EPOCH;
                Ok(Some(Contact { deleted: true, email: None, created_at, has_card: false }))
            }
            Err(failure) if failure.is_missing() => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// The card of a customer that is charged where a subscription names no other. Of a deleted
    /// customer this is refused: what isn't there can't be expanded.
    async fn own_card(&self, id: &str) -> Result<Option<Card>, StripeFailure> {
        let expand = vec!["invoice_settings.default_payment_method".to_owned()];
        match self.read(&RetrieveCustomer::new(id).expand(expand)).await? {
            RetrieveCustomerReturned::Customer(customer) => {
                let settings = customer.invoice_settings.as_ref();
                let method = settings.and_then(|settings| settings.default_payment_method.as_ref());
                Ok(method.and_then(found_card))
            }
            RetrieveCustomerReturned::DeletedCustomer(_) => Ok(None),
        }
    }

    /// The customer a charge belongs to.
    pub(crate) async fn customer_of_charge(&self, charge: &str) -> Result<Option<String>, StripeFailure> {
        match self.read(&RetrieveCharge::new(charge)).await {
            Ok(charge) => Ok(charge.customer.as_ref().map(id_of)),
            Err(failure) if failure.is_missing() => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// How a checkout stands; `None` if Stripe knows none by this id.
    pub(crate) async fn checkout(&self, session: &str) -> Result<Option<FoundCheckout>, StripeFailure> {
        let session = match self.read(&RetrieveCheckoutSession::new(session)).await {
            Ok(session) => session,
            Err(failure) if failure.is_missing() => return Ok(None),
            Err(failure) => return Err(failure),
        };
        let state = match session.status.as_ref().map(stripe_checkout::CheckoutSessionStatus::as_str) {
            Some("complete") => CheckoutState::Complete,
            Some("expired") => CheckoutState::Expired,
            _ => CheckoutState::Open,
        };
        Ok(Some(FoundCheckout { state, customer: session.customer.as_ref().map(id_of) }))
    }

    /// Ids of the customers after `after`, a page at a time; empty at the end.
    pub(crate) async fn customers_after(&self, after: Option<&str>) -> Result<Vec<String>, StripeFailure> {
        let mut request = ListCustomer::new().limit(PAGE);
        if let Some(after) = after {
            request = request.starting_after(after);
        }
        Ok(self.read(&request).await?.data.into_iter().map(|customer| customer.id.to_string()).collect())
    }

    /// Events since a moment, newest first, a page at a time; empty at the end.
    pub(crate) async fn events_since(
        &self,
        from: Timestamp,
        after: Option<&str>,
    ) -> Result<Vec<Envelope>, StripeFailure> {
        let since =
            RangeQueryTs::Bounds(RangeBoundsTs { gte: Some(from.as_second()), ..RangeBoundsTs::default() });
        let mut request = ListEvent::new().created(since).limit(PAGE);
        if let Some(after) = after {
            request = request.starting_after(after);
        }
        let events = self.read(&request).await?.data.into_iter().map(|event| {
            let object = miniserde::json::to_string(&event.data.object);
            let object = serde_json::from_str(&object)
                .map_err(|error| StripeFailure::Unreadable(format!("event {}: {error}", event.id)))?;
            Ok(Envelope::new(
                event.id.to_string(),
                event.type_.as_str().to_owned(),
                event.created,
                event.livemode,
                event.account,
                event.api_version,
                object,
            ))
        });
        events.collect()
    }

    async fn subscriptions(&self, customer: &str) -> Result<Vec<Subscription>, StripeFailure> {
        let expand = ["data.default_payment_method", "data.discounts.source.coupon"].map(str::to_owned);
        let request = ListSubscription::new()
            .customer(customer)
            .status(ListSubscriptionStatus::All)
            .expand(expand.to_vec())
            .limit(PAGE);
        self.all(|after| after.map_or(request.clone(), |after| request.clone().starting_after(after))).await
    }

    async fn invoices(&self, customer: &str) -> Result<Vec<Invoice>, StripeFailure> {
        let expand = vec!["data.payments".to_owned()];
        let request = ListInvoice::new().customer(customer).expand(expand).limit(PAGE);
        self.all(|after| after.map_or(request.clone(), |after| request.clone().starting_after(after))).await
    }

    async fn sales(&self, customer: &str) -> Result<Vec<CheckoutSession>, StripeFailure> {
        let request = ListCheckoutSession::new().customer(customer).limit(PAGE);
        let sessions = self
            .all(|after| after.map_or(request.clone(), |after| request.clone().starting_after(after)))
            .await?;
        let sold = |session: &CheckoutSession| {
            let complete = session.status.as_ref().is_some_and(|status| status.as_str() == "complete");
            let settled = match session.payment_status {
                CheckoutSessionPaymentStatus::Paid => true,
                // A promotion code took the whole price off.
                CheckoutSessionPaymentStatus::NoPaymentRequired => complete,
                _ => false,
            };
            session.mode == CheckoutSessionMode::Payment && settled
        };
        Ok(sessions.into_iter().filter(sold).collect())
    }

    /// Successful charges by the payment intent that made them, with their disputes; and those that
    /// failed.
    async fn charges(&self, customer: &str) -> Result<(HashMap<String, Paid>, Vec<Charge>), StripeFailure> {
        let expand = vec!["data.refunds".to_owned()];
        let request = ListCharge::new().customer(customer).expand(expand).limit(PAGE);
        let charges = self
            .all(|after| after.map_or(request.clone(), |after| request.clone().starting_after(after)))
            .await?;
        let mut paid = HashMap::new();
        let (succeeded, failed): (Vec<_>, Vec<_>) = charges.into_iter().partition(|charge| charge.paid);
        for charge in succeeded {
            let Some(intent) = charge.payment_intent.as_ref().map(id_of) else { continue };
            let dispute = if charge.disputed { self.dispute(charge.id.as_str()).await? } else { None };
            paid.insert(intent, Paid { charge, dispute });
        }
        Ok((paid, failed))
    }

    async fn dispute(&self, charge: &str) -> Result<Option<Dispute>, StripeFailure> {
        let disputes = self.read(&ListDispute::new().charge(charge).limit(PAGE)).await?;
        let disputes = disputes.data.into_iter().filter_map(|dispute| {
            let standing = match dispute.status {
                DisputeStatus::Won => DisputeStanding::Won,
                DisputeStatus::Lost => DisputeStanding::Lost,
                // Nothing has been taken back, and may never be.
                DisputeStatus::WarningClosed
                | DisputeStatus::WarningNeedsResponse
                | DisputeStatus::WarningUnderReview
                | DisputeStatus::Prevented => return None,
                _ => DisputeStanding::Open,
            };
            Some(Dispute { at: moment(dispute.created), standing })
        });
        // The worst counts: a charge can be disputed again.
        Ok(disputes.min_by_key(|dispute| dispute.standing == DisputeStanding::Won))
    }

    /// All pages of a list; `page` asks for the one after an id.
    pub(super) async fn all<R, T>(
        &self,
        page: impl Fn(Option<&str>) -> R + Send,
    ) -> Result<Vec<T>, StripeFailure>
    where
        R: StripeRequest<Output = List<T>>,
        T: Object,
        List<T>: miniserde::Deserialize,
    {
        let mut found: Vec<T> = Vec::new();
        loop {
            let request = page(found.last().and_then(|last| last.id().as_cursor_opt()));
            let next = self.read(&request).await?;
            let more = next.has_more && !next.data.is_empty();
            found.extend(next.data);
            if !more {
                return Ok(found);
            }
        }
    }
}

/// A customer's address, none once deleted; when they became one; whether a card is charged where a
/// subscription names no other.
struct Contact {
    deleted: bool,
    email: Option<String>,
    created_at: Timestamp,
    has_card: bool,
}

/// A successful charge.
struct Paid {
    charge: Charge,
    dispute: Option<Dispute>,
}

impl Paid {
    fn payment(&self, covers: Period, difference: bool) -> Option<Payment> {
        let charge = &self.charge;
        let amount = from_stripe(charge.amount, &charge.currency)?;
        let last_refund = charge
            .refunds
            .as_ref()
            .and_then(|refunds| refunds.data.iter().map(|refund| refund.created).max());
        let refunded_at = (charge.amount_refunded > 0).then(|| last_refund.map_or(charge.created, |at| at));
        Some(Payment {
            charge: charge.id.to_string(),
            paid_at: moment(charge.created),
            covers,
            amount: amount.minor,
            currency: amount.currency,
            refunded: from_stripe(charge.amount_refunded, &charge.currency)?.minor,
            refunded_at: refunded_at.map(moment),
            dispute: self.dispute,
            difference,
        })
    }
}

fn found_subscription(
    subscription: &Subscription,
    invoices: &[Invoice],
    charges: &HashMap<String, Paid>,
) -> Option<Found> {
    let item = subscription.items.data.first()?;
    let id = subscription.id.to_string();
    let own: Vec<&Invoice> =
        invoices.iter().filter(|invoice| subscription_of(invoice).as_deref() == Some(&id)).collect();
    let unpaid = own.iter().filter(|invoice| invoice.status == Some(InvoiceStatus::Open));
    let mut payments: Vec<Payment> = own
        .iter()
        .flat_map(|invoice| {
            let (covers, difference) = covered(invoice);
            charges_of(invoice, charges).filter_map(move |paid| paid.payment(covers, difference))
        })
        .collect();
    payments.sort_by_key(|payment| payment.paid_at);
    let period = Period { from: moment(item.current_period_start), until: moment(item.current_period_end) };
    let at_period_end = subscription.cancel_at_period_end.then_some(period.until);
    let facts = Facts {
        plan: None,
        bought: Bought::Plan,
        status: status(&subscription.status)?,
        started_at: moment(subscription.start_date),
        period,
        trial_ends_at: subscription.trial_end.map(moment),
        cancel_at: subscription.cancel_at.map(moment).or(at_period_end),
        ended_at: subscription.ended_at.map(moment),
        unpaid_since: unpaid.map(|invoice| moment(invoice.created)).min(),
        collection_paused: subscription.pause_collection.is_some(),
        resumes_at: subscription.pause_collection.as_ref().and_then(|pause| pause.resumes_at).map(moment),
        payments,
    };
    let lines = subscription.items.data.iter().map(|item| Line {
        price: item.price.id.to_string(),
        product: id_of(&item.price.product),
        quantity: item.quantity.and_then(|quantity| u32::try_from(quantity).ok()).unwrap_or(1),
    });
    let card = subscription.default_payment_method.as_ref().and_then(found_card);
    let discount = subscription.discounts.iter().find_map(found_discount);
    Some(Found { id, item: Item::Stripe(lines.collect()), facts, card, discount })
}

fn found_card(method: &Expandable<PaymentMethod>) -> Option<Card> {
    let card = method.as_object()?.card.as_ref()?;
    Some(Card {
        brand: card.display_brand.clone().unwrap_or_else(|| card.brand.clone()),
        last4: card.last4.clone(),
        month: i8::try_from(card.exp_month).ok()?,
        year: i16::try_from(card.exp_year).ok()?,
    })
}

fn found_discount(discount: &Expandable<StripeDiscount>) -> Option<Discount> {
    let discount = discount.as_object()?;
    let coupon = discount.source.coupon.as_ref()?.as_object()?;
    Some(Discount {
        name: coupon.name.clone().unwrap_or_default(),
        off: super::promotion::off(coupon)?,
        until: discount.end.map(moment),
    })
}

/// What was bought once: the checkout that sold it says what it was. Its period is filled in from
/// that.
fn found_sale(
    session: &CheckoutSession,
    invoices: &[Invoice],
    charges: &HashMap<String, Paid>,
) -> Option<Found> {
    let item = sold(session.metadata.as_ref()?)?;
    let (from, paid) = if let Some(intent) = session.payment_intent.as_ref().map(id_of) {
        let paid = charges.get(&intent)?;
        (moment(paid.charge.created), Some(paid))
    } else {
        // It cost nothing. Its invoice says when; a session can have been open for a day before.
        let invoice = session.invoice.as_ref().and_then(|invoice| invoice.id().clone());
        let same = |found: &&Invoice| invoice.is_some() && found.id == invoice;
        let paid_at = invoices.iter().find(same).and_then(|invoice| invoice.status_transitions.paid_at);
        (moment(paid_at.unwrap_or(session.created)), None)
    };
    let period = Period { from, until: from };
    let facts = Facts {
        plan: None,
        bought: Bought::Plan,
        status: Status::Once,
        started_at: from,
        period,
        trial_ends_at: None,
        cancel_at: None,
        ended_at: None,
        unpaid_since: None,
        collection_paused: false,
        resumes_at: None,
        payments: paid.and_then(|paid| paid.payment(period, false)).into_iter().collect(),
    };
    Some(Found { id: session.id.to_string(), item, facts, card: None, discount: None })
}

fn sold(metadata: &HashMap<String, String>) -> Option<Item> {
    let named = |key: &str| metadata.get(key);
    named(super::checkout::PRICE)
        .map(|price| Item::Ours(price.clone()))
        .or_else(|| named(super::offers::STORY)?.parse().ok().map(Item::Story))
        .or_else(|| named(super::offers::GIFT)?.parse().ok().map(Item::Gift))
}

fn found_invoice(invoice: &Invoice, charges: &HashMap<String, Paid>) -> Option<FoundInvoice> {
    if invoice.status == Some(InvoiceStatus::Draft) {
        return None;
    }
    let currency = &invoice.currency;
    let refunded: i64 = charges_of(invoice, charges).map(|paid| paid.charge.amount_refunded).sum();
    Some(FoundInvoice {
        id: invoice.id.as_ref()?.to_string(),
        purchase: subscription_of(invoice),
        number: invoice.number.clone(),
        status: invoice.status.as_ref().map_or_else(String::new, |status| status.as_str().to_owned()),
        total: from_stripe(invoice.total, currency)?,
        refunded: from_stripe(refunded, currency)?.minor,
        url: invoice.hosted_invoice_url.clone(),
        created_at: moment(invoice.created),
    })
}

fn found_failure(charge: &Charge, invoices: &[Invoice]) -> Option<FoundFailure> {
    // Pending ones have no reason yet.
    let reason = charge.failure_code.clone().or_else(|| charge.failure_message.clone())?;
    let intent = charge.payment_intent.as_ref().map(id_of);
    let invoice = invoices.iter().find(|invoice| intents_of(invoice).any(|of| Some(of) == intent));
    Some(FoundFailure {
        charge: charge.id.to_string(),
        invoice: invoice.and_then(|invoice| Some(invoice.id.as_ref()?.to_string())),
        amount: from_stripe(charge.amount, &charge.currency)?,
        at: moment(charge.created),
        code: charge.failure_code.clone().unwrap_or_default(),
        message: charge.failure_message.clone().unwrap_or(reason),
    })
}

fn subscription_of(invoice: &Invoice) -> Option<String> {
    let parent = invoice.parent.as_ref()?.subscription_details.as_ref()?;
    Some(id_of(&parent.subscription))
}

fn charges_of<'a>(
    invoice: &'a Invoice,
    charges: &'a HashMap<String, Paid>,
) -> impl Iterator<Item = &'a Paid> {
    intents_of(invoice).filter_map(|intent| charges.get(&intent))
}

/// The payment intents that were to pay an invoice.
fn intents_of(invoice: &Invoice) -> impl Iterator<Item = String> + '_ {
    let payments = invoice.payments.iter().flat_map(|payments| &payments.data);
    payments.filter_map(|payment| payment.payment.payment_intent.as_ref().map(id_of))
}

/// What an invoice pays for: the time of its charges, not of its credits; and whether these are
/// only differences after a change of plan. Where a period is charged too, it is that one.
fn covered(invoice: &Invoice) -> (Period, bool) {
    let charged = || invoice.lines.data.iter().filter(|line| line.amount > 0);
    let whole = || charged().filter(|line| !is_proration(line));
    let difference = charged().next().is_some() && whole().next().is_none();
    let lines: Vec<&InvoiceLineItem> = if difference { charged().collect() } else { whole().collect() };
    let from = lines.iter().map(|line| line.period.start).min();
    let until = lines.iter().map(|line| line.period.end).max();
    let period = Period {
        from: moment(from.unwrap_or(invoice.period_start)),
        until: moment(until.unwrap_or(invoice.period_end)),
    };
    (period, difference)
}

fn is_proration(line: &InvoiceLineItem) -> bool {
    let Some(parent) = &line.parent else { return false };
    let of_item = parent.invoice_item_details.as_ref().is_some_and(|details| details.proration);
    of_item || parent.subscription_item_details.as_ref().is_some_and(|details| details.proration)
}

fn status(status: &SubscriptionStatus) -> Option<Status> {
    Some(match status {
        SubscriptionStatus::Active => Status::Active,
        SubscriptionStatus::Canceled => Status::Canceled,
        SubscriptionStatus::Incomplete => Status::Incomplete,
        SubscriptionStatus::IncompleteExpired => Status::IncompleteExpired,
        SubscriptionStatus::PastDue => Status::PastDue,
        SubscriptionStatus::Paused => Status::Paused,
        SubscriptionStatus::Trialing => Status::Trialing,
        SubscriptionStatus::Unpaid => Status::Unpaid,
        // A state that this release has no rule for opens nothing.
        SubscriptionStatus::Unknown(word) => {
            tracing::error!(word, "a subscription is in a state that this release doesn't know");
            return None;
        }
        _ => return None,
    })
}

fn id_of<T: Object<Id: Clone + ToString>>(object: &Expandable<T>) -> String {
    object.id().to_string()
}

fn moment(seconds: stripe_types::Timestamp) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
}
