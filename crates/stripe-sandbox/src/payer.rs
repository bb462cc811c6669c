//! The payer's hands: what tests do without the hosted pages, and what banks do.

use crate::{
    error::Refusal,
    objects::{Billing, CheckoutSession, DisputeStatus},
    sandbox::{Sandbox, SandboxError},
    world::{Attempt, CheckoutOutcome, Confirmation, Payer, World, by_number, by_token},
};

/// What a payer's bank decides about a dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The newsroom gets its money back.
    Won,
    /// It doesn't.
    Lost,
}

/// What a payer answers when the bank asks for confirmation (3-D Secure).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authentication {
    /// Yes, it is me.
    Passed,
    /// No, or too late.
    Failed,
}

/// What came of paying a checkout session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checkout {
    /// Paid; the payer goes to this address.
    Complete {
        /// The session's `success_url`, filled in.
        success_url: String,
    },
    /// The card was declined with this decline code, or code where there is none.
    Declined(String),
    /// The bank asks; see [`Sandbox::answer_checkout`].
    Asks,
}

impl From<Authentication> for Confirmation {
    fn from(answer: Authentication) -> Self {
        match answer {
            Authentication::Passed => Self::Given,
            Authentication::Failed => Self::Refused,
        }
    }
}

impl Sandbox {
    /// Pays a checkout session as its page does: with a test card's number or token (`pm_card_visa`), and with an
    /// e-mail where the session has none.
    pub fn pay_checkout(
        &self,
        session: &str,
        card: &str,
        email: Option<&str>,
    ) -> Result<Checkout, SandboxError> {
        let email = email.map(str::to_owned);
        self.act(|world| {
            let card = by_number(card).or_else(|| by_token(card));
            let card = card.ok_or_else(|| Refusal::invalid("card", "The sandbox takes test cards only."))?;
            let method = world.add_card(card, None, Billing { email: email.clone(), ..Billing::default() });
            let outcome = world.pay_session(session, Payer { email, payment_method: Some(method) })?;
            Ok(checkout(world, session, outcome))
        })
    }

    /// The payer answers the bank for a checkout session.
    pub fn answer_checkout(&self, session: &str, answer: Authentication) -> Result<Checkout, SandboxError> {
        self.act(|world| {
            let outcome = world.answer_session(session, answer.into())?;
            Ok(checkout(world, session, outcome))
        })
    }

    /// The payer disputes a paid charge; gives the dispute's id.
    pub fn open_dispute(&self, charge: &str, reason: &str) -> Result<String, SandboxError> {
        self.act(|world| world.open_dispute(charge, reason))
    }

    /// The payer's bank decides about a dispute.
    pub fn close_dispute(&self, dispute: &str, verdict: Verdict) -> Result<(), SandboxError> {
        let status = match verdict {
            Verdict::Won => DisputeStatus::Won,
            Verdict::Lost => DisputeStatus::Lost,
        };
        self.act(|world| world.close_dispute(dispute, status))
    }

    /// The payer answers the bank for a payment intent that requires action; tells whether it is now paid.
    pub fn authenticate(&self, payment_intent: &str, answer: Authentication) -> Result<bool, SandboxError> {
        self.act(|world| world.confirm_action(payment_intent, answer.into()))
            .map(|outcome| outcome == Attempt::Paid)
    }
}

fn checkout(world: &World, session: &str, outcome: CheckoutOutcome) -> Checkout {
    match outcome {
        CheckoutOutcome::Complete => Checkout::Complete {
            success_url: world
                .checkout_sessions
                .get(session)
                .map(CheckoutSession::filled_success_url)
                .unwrap_or_default(),
        },
        CheckoutOutcome::Declined(error) => {
            Checkout::Declined(error.decline_code.unwrap_or(error.code).to_owned())
        }
        CheckoutOutcome::Ask => Checkout::Asks,
    }
}
