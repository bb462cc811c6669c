//! Checkout: what paying, failing and closing the page do.

use super::{
    Asking, Attempt, Confirmation, DiscountRef, NewIntent, NewItem, NewSubscription, World,
    cards::{Decision, decide, decline},
};
use crate::{
    calendar::DAY,
    error::{Answer, Refusal},
    form::Metadata,
    objects::{
        Awaiting, CheckoutMode, CheckoutSession, CheckoutStatus, Customer, PaymentError, PaymentIntent,
        PaymentMethod, PaymentStatus, Trial,
    },
};

/// What the payer entered.
#[derive(Debug, Clone)]
pub(crate) struct Payer {
    pub(crate) email: Option<String>,
    /// `None` only where nothing is to be paid and no card is asked for.
    pub(crate) payment_method: Option<String>,
}

/// What the page does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CheckoutOutcome {
    Complete,
    Declined(PaymentError),
    /// The bank wants a word.
    Ask,
}

impl World {
    /// Enters a session that is made already.
    pub(crate) fn open_session(&mut self, session: CheckoutSession) {
        let (id, expires_at) = (session.id.clone(), session.expires_at);
        self.insert(session);
        self.plan(expires_at, super::agenda::Task::ExpireSession(id));
    }

    pub(crate) fn expire_session(&mut self, id: &str) {
        self.edit::<CheckoutSession>(id, |session| {
            session.status = CheckoutStatus::Expired;
            session.awaiting = None;
        });
        self.tell::<CheckoutSession>(id, "checkout.session.expired");
    }

    /// The session, if it can still be paid.
    fn open(&self, id: &str) -> Answer<CheckoutSession> {
        let session: CheckoutSession = self.get(id, "id")?;
        if session.status == CheckoutStatus::Open {
            return Ok(session);
        }
        Err(Refusal::request(format!("This checkout is {}.", session.status.name())))
    }

    /// The payer pays.
    pub(crate) fn pay_session(&mut self, id: &str, payer: Payer) -> Answer<CheckoutOutcome> {
        let session = self.open(id)?;
        let known = session.customer.is_some() || session.customer_email.is_some();
        if !known && payer.email.is_none() {
            return Err(Refusal::invalid("email", "Enter an e-mail address."));
        }
        if payer.payment_method.is_none() && !(session.card_if_required && session.total(self) == 0) {
            return Err(Refusal::missing_param("payment_method"));
        }
        let Some(method) = payer.payment_method.clone() else {
            return self.complete(&session, &payer, Asking::May);
        };
        let card: PaymentMethod = self.get(&method, "payment_method")?;
        match self.first_look(&session, &card) {
            Decision::Decline(error) => {
                self.tell_decline(&session, &method);
                Ok(CheckoutOutcome::Declined(error))
            }
            Decision::Ask => {
                let awaiting = Awaiting { payment_method: method, email: payer.email };
                self.edit::<CheckoutSession>(id, |session| session.awaiting = Some(awaiting));
                Ok(CheckoutOutcome::Ask)
            }
            Decision::Pay => self.complete(&session, &payer, Asking::May),
        }
    }

    /// The payer answered the bank's question.
    pub(crate) fn answer_session(&mut self, id: &str, answer: Confirmation) -> Answer<CheckoutOutcome> {
        let session = self.open(id)?;
        let Some(awaiting) = session.awaiting.clone() else {
            return Err(Refusal::request("This checkout doesn't wait for a confirmation."));
        };
        self.edit::<CheckoutSession>(id, |session| session.awaiting = None);
        if answer == Confirmation::Refused {
            return Ok(CheckoutOutcome::Declined(decline("authentication_failure")));
        }
        let payer = Payer { email: awaiting.email, payment_method: Some(awaiting.payment_method) };
        self.complete(&session, &payer, Asking::Confirmed)
    }

    /// What the bank will say, before anything is made; a card that is only saved is charged nothing.
    fn first_look(&self, session: &CheckoutSession, card: &PaymentMethod) -> Decision {
        match (decide(card, self.now, false), session.total(self)) {
            (Decision::Decline(error), 0) => {
                super::refuses_saving(card).map_or(Decision::Pay, |_| Decision::Decline(error))
            }
            (decision, _) => decision,
        }
    }

    /// A decline leaves a payment intent and a charge behind, and nothing else.
    fn tell_decline(&mut self, session: &CheckoutSession, method: &str) {
        let amount = session.total(self);
        if amount == 0 {
            return;
        }
        let intent = session.payment_intent.clone().unwrap_or_else(|| {
            self.create_intent(NewIntent {
                amount,
                currency: session.currency.clone(),
                customer: session.customer.clone(),
                metadata: session.made_metadata.clone(),
                ..NewIntent::default()
            })
        });
        if session.mode == CheckoutMode::Payment {
            self.edit::<CheckoutSession>(&session.id, |session| {
                session.payment_intent = Some(intent.clone());
            });
        }
        self.charge(&intent, method, Asking::May);
    }

    /// Makes what was paid for; when something is refused on the way, nothing was made.
    fn complete(
        &mut self,
        session: &CheckoutSession,
        payer: &Payer,
        asking: Asking,
    ) -> Answer<CheckoutOutcome> {
        let saved = self.clone();
        self.make(session, payer, asking).inspect_err(|_| *self = saved)?;
        self.tell::<CheckoutSession>(&session.id, "checkout.session.completed");
        Ok(CheckoutOutcome::Complete)
    }

    fn make(&mut self, session: &CheckoutSession, payer: &Payer, asking: Asking) -> Answer<()> {
        let customer = self.payer(session, payer)?;
        if let Some(method) = &payer.payment_method {
            if asking == Asking::Confirmed {
                self.edit::<PaymentMethod>(method, |method| method.confirmed = true);
            }
            if let Some(customer) = customer.as_ref().filter(|_| saves_card(session)) {
                self.attach(method, customer)?;
            }
        }
        let paid = match session.mode {
            CheckoutMode::Subscription => {
                self.make_subscription(session, payer, customer.as_deref(), asking)?
            }
            CheckoutMode::Payment => self.make_payment(session, payer, customer.clone(), asking),
        };
        let total = session.total(self);
        self.edit::<CheckoutSession>(&session.id, |session| {
            session.status = CheckoutStatus::Complete;
            session.payment_status = match (paid, total) {
                (_, 0) => PaymentStatus::NotRequired,
                (Attempt::Paid, _) => PaymentStatus::Paid,
                _ => PaymentStatus::Unpaid,
            };
            session.customer = customer;
            session.email = payer.email.clone().or_else(|| session.customer_email.clone());
        });
        Ok(())
    }

    /// The customer who pays: the session's, or a new one where one is needed.
    fn payer(&mut self, session: &CheckoutSession, payer: &Payer) -> Answer<Option<String>> {
        if let Some(id) = &session.customer {
            self.living::<Customer>(id, "customer")?;
            return Ok(Some(id.clone()));
        }
        let wanted = session.mode == CheckoutMode::Subscription || session.always_creates_customer;
        let email = session.customer_email.clone().or_else(|| payer.email.clone());
        Ok(wanted.then(|| self.add_customer(email)))
    }

    fn make_subscription(
        &mut self,
        session: &CheckoutSession,
        payer: &Payer,
        customer: Option<&str>,
        asking: Asking,
    ) -> Answer<Attempt> {
        let (recurring, once): (Vec<_>, Vec<_>) = session
            .items
            .iter()
            .map(|item| NewItem {
                price: item.price.clone(),
                quantity: item.quantity,
                metadata: Metadata::new(),
            })
            .partition(|item| self.prices.get(&item.price).is_some_and(|price| price.recurring.is_some()));
        let discount = session.discount.clone().map(|(coupon, code)| match code {
            Some(code) => DiscountRef::PromotionCode(code),
            None => DiscountRef::Coupon(coupon),
        });
        let new = NewSubscription {
            once,
            trial_end: session.trial_end.map(|trial| match trial {
                Trial::Days(days) => self.now + days * DAY,
                Trial::Until(end) => end,
            }),
            default_payment_method: payer.payment_method.clone(),
            description: session.made_description.clone(),
            discounts: discount.into_iter().collect(),
            metadata: session.made_metadata.clone(),
            missing_payment_method: session.missing_payment_method,
            automatic_tax: session.automatic_tax,
            ..NewSubscription::of(customer.unwrap_or_default(), recurring)
        };
        let id = self.subscribe_by_checkout(new, payer.payment_method.as_deref(), asking)?;
        let invoice =
            self.subscriptions.get(&id).and_then(|subscription| subscription.latest_invoice.clone());
        let open = invoice.as_ref().is_some_and(|invoice| self.is_open(invoice));
        self.edit::<CheckoutSession>(&session.id, |session| {
            session.invoice = invoice;
            session.subscription = Some(id);
        });
        Ok(if open { Attempt::Declined } else { Attempt::Paid })
    }

    fn make_payment(
        &mut self,
        session: &CheckoutSession,
        payer: &Payer,
        customer: Option<String>,
        asking: Asking,
    ) -> Attempt {
        let amount = session.total(self);
        let discount = customer.as_ref().and_then(|customer| self.redeem_of(session, customer));
        if amount == 0 {
            if let Some(customer) = customer.filter(|_| session.makes_invoice) {
                self.invoice_once(session, &customer, discount);
            }
            return Attempt::Paid;
        }
        let intent = session.payment_intent.clone().unwrap_or_else(|| {
            self.create_intent(NewIntent {
                amount,
                currency: session.currency.clone(),
                customer: customer.clone(),
                description: session.made_description.clone(),
                metadata: session.made_metadata.clone(),
                setup_future_usage: session.setup_future_usage,
                ..NewIntent::default()
            })
        });
        self.edit::<PaymentIntent>(&intent, |intent| intent.customer.clone_from(&customer));
        self.edit::<CheckoutSession>(&session.id, |session| session.payment_intent = Some(intent.clone()));
        let attempt = self.charge(&intent, payer.payment_method.as_deref().unwrap_or_default(), asking);
        if let Some(customer) = customer.filter(|_| session.makes_invoice && attempt == Attempt::Paid) {
            self.invoice_once(session, &customer, discount);
        }
        attempt
    }
}

/// A subscription keeps its card; a payment only when told to.
fn saves_card(session: &CheckoutSession) -> bool {
    session.mode == CheckoutMode::Subscription || session.setup_future_usage.is_some()
}
