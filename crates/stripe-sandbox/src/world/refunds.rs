//! Money back.

use super::World;
use crate::{
    error::{Answer, Refusal},
    form::Metadata,
    money,
    objects::{Charge, PaymentIntent, Refund},
};

impl World {
    /// The paid charge behind a charge's or a payment intent's id.
    pub(crate) fn charge_of(&self, charge: Option<&str>, intent: Option<&str>) -> Answer<Charge> {
        match (charge, intent) {
            (Some(charge), _) => self.get(charge, "charge"),
            (None, Some(intent)) => {
                let intent: PaymentIntent = self.get(intent, "payment_intent")?;
                let Some(charge) = intent.latest_charge else {
                    return Err(Refusal::invalid(
                        "payment_intent",
                        "This PaymentIntent does not have a successful charge to refund.",
                    ));
                };
                self.get(&charge, "charge")
            }
            (None, None) => Err(Refusal::missing_param("charge")),
        }
    }

    /// Refunds all that is left of a charge, or a part of it.
    pub(crate) fn refund(
        &mut self,
        charge: &Charge,
        amount: Option<i64>,
        reason: Option<&'static str>,
        metadata: Metadata,
    ) -> Answer<String> {
        let left = charge.refundable();
        if !charge.is_paid() {
            return Err(Refusal::invalid("charge", format!("Charge {} has not been paid.", charge.id)));
        }
        if left == 0 {
            return Err(Refusal::request(format!("Charge {} has already been refunded.", charge.id))
                .code("charge_already_refunded"));
        }
        if charge.disputed {
            return Err(Refusal::request(format!(
                "Charge {} has been charged back; cannot issue a refund.",
                charge.id
            ))
            .code("charge_disputed"));
        }
        let amount = amount.unwrap_or(left);
        if amount > left || amount <= 0 {
            return Err(Refusal::invalid(
                "amount",
                format!(
                    "Refund amount ({}) is greater than unrefunded amount on charge ({}), or not positive.",
                    money::display(amount, &charge.currency),
                    money::display(left, &charge.currency)
                ),
            ));
        }
        let id = self.ids.next("re");
        let balance_transaction = self.ids.next("txn");
        self.insert(Refund {
            id: id.clone(),
            created: self.now,
            amount,
            charge: charge.id.clone(),
            currency: charge.currency.clone(),
            balance_transaction,
            metadata,
            payment_intent: charge.payment_intent.clone(),
            reason,
        });
        self.update::<Charge>(&charge.id, "charge.refunded", |charge| charge.amount_refunded += amount);
        self.tell::<Refund>(&id, "refund.created");
        Ok(id)
    }
}
