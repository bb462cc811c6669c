//! Payment intents and the charges that try to fulfil them.

use super::{
    World,
    cards::{Decision, decide, decline},
};
use crate::{
    error::{Answer, Refusal},
    form::Metadata,
    objects::{
        Behaviour, Charge, ChargeStatus, IntentStatus, InvoicePayment, InvoiceStatus, PaymentError,
        PaymentIntent, PaymentMethod,
    },
};

/// A payment wanted.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewIntent {
    pub(crate) amount: i64,
    pub(crate) currency: String,
    pub(crate) customer: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) invoice: Option<String>,
    pub(crate) metadata: Metadata,
    pub(crate) payment_method: Option<String>,
    pub(crate) receipt_email: Option<String>,
    pub(crate) return_url: Option<String>,
    pub(crate) setup_future_usage: Option<&'static str>,
}

/// May the payer be asked to confirm, is the payer away, or has the payer confirmed already?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asking {
    May,
    MayNot,
    Confirmed,
}

/// How a try ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attempt {
    Paid,
    Declined,
    NeedsAction,
}

/// What the payer answers when the bank asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Confirmation {
    Given,
    Refused,
}

impl World {
    pub(crate) fn create_intent(&mut self, new: NewIntent) -> String {
        let id = self.ids.next("pi");
        let secret = format!("{id}_secret_{}", self.ids.letters("secret", 25));
        let status = if new.payment_method.is_some() {
            IntentStatus::RequiresConfirmation
        } else {
            IntentStatus::RequiresPaymentMethod
        };
        self.insert(PaymentIntent {
            id: id.clone(),
            created: self.now,
            amount: new.amount,
            currency: new.currency,
            customer: new.customer,
            description: new.description,
            status,
            client_secret: secret,
            payment_method: new.payment_method,
            latest_charge: None,
            last_error: None,
            invoice: new.invoice,
            return_url: new.return_url,
            canceled_at: None,
            cancellation_reason: None,
            receipt_email: new.receipt_email,
            setup_future_usage: new.setup_future_usage,
            metadata: new.metadata,
        });
        self.tell::<PaymentIntent>(&id, "payment_intent.created");
        id
    }

    /// Charges a card for an intent.
    pub(crate) fn charge(&mut self, intent_id: &str, method_id: &str, asking: Asking) -> Attempt {
        let confirmed = asking == Asking::Confirmed;
        let Some(method) = self.payment_methods.get(method_id).cloned() else {
            return self.fail_without_card(intent_id);
        };
        self.edit::<PaymentIntent>(intent_id, |intent| intent.payment_method = Some(method.id.clone()));
        match decide(&method, self.now, confirmed) {
            Decision::Ask if asking == Asking::May => {
                self.edit::<PaymentIntent>(intent_id, |intent| {
                    intent.status = IntentStatus::RequiresAction;
                    intent.last_error = None;
                });
                self.tell::<PaymentIntent>(intent_id, "payment_intent.requires_action");
                Attempt::NeedsAction
            }
            Decision::Ask => self.declined(intent_id, &method, decline("authentication_required")),
            Decision::Decline(error) => self.declined(intent_id, &method, error),
            Decision::Pay => self.paid(intent_id, &method, confirmed),
        }
    }

    fn paid(&mut self, intent_id: &str, method: &PaymentMethod, confirmed: bool) -> Attempt {
        let charge = self.add_charge(intent_id, method, ChargeStatus::Succeeded, confirmed);
        self.edit::<PaymentMethod>(&method.id, |method| {
            method.paid += 1;
            method.confirmed |= confirmed;
        });
        self.tell::<Charge>(&charge, "charge.succeeded");
        self.edit::<PaymentIntent>(intent_id, |intent| {
            intent.status = IntentStatus::Succeeded;
            intent.last_error = None;
        });
        self.tell::<PaymentIntent>(intent_id, "payment_intent.succeeded");
        if method.card.behaviour == Behaviour::Disputes {
            // The charge exists and is paid, which is all that a dispute needs.
            let _ = self.open_dispute(&charge, "fraudulent");
        }
        Attempt::Paid
    }

    fn declined(&mut self, intent_id: &str, method: &PaymentMethod, error: PaymentError) -> Attempt {
        let charge = self.add_charge(intent_id, method, ChargeStatus::Failed(error.clone()), false);
        self.tell::<Charge>(&charge, "charge.failed");
        self.edit::<PaymentIntent>(intent_id, |intent| {
            intent.status = IntentStatus::RequiresPaymentMethod;
            intent.last_error = Some(error);
        });
        self.tell::<PaymentIntent>(intent_id, "payment_intent.payment_failed");
        self.edit::<PaymentIntent>(intent_id, |intent| intent.payment_method = None);
        Attempt::Declined
    }

    fn fail_without_card(&mut self, intent_id: &str) -> Attempt {
        self.edit::<PaymentIntent>(intent_id, |intent| {
            intent.status = IntentStatus::RequiresPaymentMethod;
            intent.last_error = Some(decline("missing"));
        });
        self.tell::<PaymentIntent>(intent_id, "payment_intent.payment_failed");
        Attempt::Declined
    }

    fn add_charge(
        &mut self,
        intent_id: &str,
        method: &PaymentMethod,
        status: ChargeStatus,
        authenticated: bool,
    ) -> String {
        let id = self.ids.next("ch");
        let transaction = (status == ChargeStatus::Succeeded).then(|| self.ids.next("txn"));
        if let Some(intent) = self.payment_intents.get(intent_id).cloned() {
            self.insert(Charge {
                id: id.clone(),
                created: self.now,
                amount: intent.amount,
                amount_refunded: 0,
                currency: intent.currency,
                customer: intent.customer,
                description: intent.description,
                status,
                disputed: false,
                authenticated,
                payment_intent: intent.id.clone(),
                payment_method: method.id.clone(),
                card: method.card.clone(),
                billing: method.billing.clone(),
                balance_transaction: transaction,
                metadata: intent.metadata,
            });
            self.edit::<PaymentIntent>(intent_id, |intent| intent.latest_charge = Some(id.clone()));
        }
        id
    }

    /// The payer answers the bank's question; an invoice and its subscription follow.
    pub(crate) fn confirm_action(&mut self, intent_id: &str, answer: Confirmation) -> Answer<Attempt> {
        let intent: PaymentIntent = self.get(intent_id, "id")?;
        if intent.status != IntentStatus::RequiresAction {
            return Err(Refusal::request(format!(
                "This PaymentIntent's status is {}, and only one that requires_action can be authenticated.",
                intent.status.name()
            ))
            .code("payment_intent_unexpected_state"));
        }
        let method = intent.payment_method.clone().unwrap_or_default();
        let outcome = match answer {
            Confirmation::Given => self.charge(intent_id, &method, Asking::Confirmed),
            Confirmation::Refused => {
                self.edit::<PaymentIntent>(intent_id, |intent| {
                    intent.status = IntentStatus::RequiresPaymentMethod;
                    intent.last_error = Some(decline("authentication_failure"));
                });
                self.tell::<PaymentIntent>(intent_id, "payment_intent.payment_failed");
                Attempt::Declined
            }
        };
        if let Some(invoice) = intent.invoice {
            self.after_attempt(&invoice, outcome, super::Try::ByHand);
        }
        Ok(outcome)
    }

    /// Confirms an intent with a card, as the payer's browser or an off-session call does.
    pub(crate) fn confirm_intent(&mut self, id: &str, method: &str, asking: Asking) -> Answer<Attempt> {
        let intent: PaymentIntent = self.get(id, "id")?;
        if !matches!(intent.status, IntentStatus::RequiresPaymentMethod | IntentStatus::RequiresConfirmation)
        {
            return Err(Refusal::request(format!(
                "You cannot confirm this PaymentIntent because it has a status of {}.",
                intent.status.name()
            ))
            .code("payment_intent_unexpected_state"));
        }
        let outcome = self.charge(id, method, asking);
        if let Some(invoice) = &intent.invoice {
            self.after_attempt(invoice, outcome, super::Try::ByHand);
        }
        if outcome == Attempt::Declined { Err(self.refusal_of(id)) } else { Ok(outcome) }
    }

    pub(crate) fn cancel_intent(&mut self, id: &str, reason: Option<&'static str>) -> Answer<()> {
        let intent: PaymentIntent = self.get(id, "id")?;
        if matches!(intent.status, IntentStatus::Succeeded | IntentStatus::Canceled) {
            return Err(Refusal::request(format!(
                "You cannot cancel this PaymentIntent because it has a status of {}.",
                intent.status.name()
            ))
            .code("payment_intent_unexpected_state"));
        }
        let now = self.now;
        self.edit::<PaymentIntent>(id, |intent| {
            intent.status = IntentStatus::Canceled;
            intent.canceled_at = Some(now);
            intent.cancellation_reason = reason;
        });
        self.tell::<PaymentIntent>(id, "payment_intent.canceled");
        let payments: Vec<String> = self
            .invoice_payments
            .iter()
            .filter(|payment| payment.payment_intent == id && payment.paid_at.is_none())
            .map(|payment| payment.id.clone())
            .collect();
        for payment in payments {
            self.edit::<InvoicePayment>(&payment, |payment| payment.canceled_at = Some(now));
        }
        Ok(())
    }

    /// The 402 that tells of the intent's last failure.
    pub(crate) fn refusal_of(&self, intent_id: &str) -> Refusal {
        let Some(intent) = self.payment_intents.get(intent_id) else {
            return Refusal::card("card_declined", Some("generic_decline"), "Your card was declined.");
        };
        let error = intent.last_error.clone().unwrap_or_else(|| decline("generic_decline"));
        let refusal = Refusal::card(error.code, error.decline_code, error.message)
            .with("payment_intent", self.show::<PaymentIntent>(intent_id));
        match &intent.latest_charge {
            Some(charge) => refusal.with("charge", serde_json::json!(charge)),
            None => refusal,
        }
    }

    /// Whether an invoice waits for its money.
    pub(crate) fn is_open(&self, invoice: &str) -> bool {
        self.invoices.get(invoice).is_some_and(|invoice| invoice.status == InvoiceStatus::Open)
    }
}

/// The 402 of a card that can't even be saved.
pub(crate) fn refuses_saving(method: &PaymentMethod) -> Option<Refusal> {
    let Behaviour::Declines(reason) = method.card.behaviour else { return None };
    let error = decline(reason);
    Some(Refusal::card(error.code, error.decline_code, error.message))
}
