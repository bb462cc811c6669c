//! Disputes, which a payer's bank opens and closes.

use super::World;
use crate::{
    calendar::DAY,
    error::{Answer, Refusal},
    form::Metadata,
    objects::{Charge, Dispute, DisputeStatus},
};

impl World {
    /// The payer disputes a charge: the money is taken back for the time being.
    pub(crate) fn open_dispute(&mut self, charge_id: &str, reason: &str) -> Answer<String> {
        let charge: Charge = self.get(charge_id, "charge")?;
        if !charge.is_paid() || charge.disputed {
            return Err(Refusal::invalid("charge", "Only a paid charge without a dispute can be disputed."));
        }
        let id = self.ids.next("dp");
        self.insert(Dispute {
            id: id.clone(),
            created: self.now,
            amount: charge.refundable(),
            brand: charge.card.brand,
            charge: charge_id.to_owned(),
            currency: charge.currency,
            due_by: self.now + 7 * DAY,
            explanation: None,
            metadata: Metadata::new(),
            payment_intent: charge.payment_intent,
            reason: reason.to_owned(),
            status: DisputeStatus::NeedsResponse,
        });
        self.edit::<Charge>(charge_id, |charge| charge.disputed = true);
        self.tell::<Dispute>(&id, "charge.dispute.created");
        self.tell::<Dispute>(&id, "charge.dispute.funds_withdrawn");
        Ok(id)
    }

    /// The newsroom answers; the bank looks at it.
    pub(crate) fn answer_dispute(
        &mut self,
        id: &str,
        explanation: Option<String>,
        submit: bool,
    ) -> Answer<()> {
        let dispute: Dispute = self.get(id, "id")?;
        if dispute.status != DisputeStatus::NeedsResponse {
            return Err(Refusal::request("This dispute is no longer open to evidence."));
        }
        self.update::<Dispute>(id, "charge.dispute.updated", |dispute| {
            dispute.explanation = explanation.or(dispute.explanation.take());
            if submit {
                dispute.status = DisputeStatus::UnderReview;
            }
        });
        Ok(())
    }

    /// The bank decides: won gives the money back, lost keeps it.
    pub(crate) fn close_dispute(&mut self, id: &str, verdict: DisputeStatus) -> Answer<()> {
        let dispute: Dispute = self.get(id, "id")?;
        if matches!(dispute.status, DisputeStatus::Won | DisputeStatus::Lost) {
            return Err(Refusal::request(format!("This dispute is already {}.", dispute.status.name())));
        }
        let before = self.show::<Dispute>(id);
        self.edit::<Dispute>(id, |dispute| dispute.status = verdict);
        if verdict == DisputeStatus::Won {
            self.tell::<Dispute>(id, "charge.dispute.funds_reinstated");
        }
        self.tell_change::<Dispute>(id, "charge.dispute.closed", &before);
        Ok(())
    }
}
