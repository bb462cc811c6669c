//! What Stripe would charge: for the next period as things are, or for a change that isn't made yet.

use jiff::Timestamp;
use kernel::Money;
use stripe_billing::Invoice;
use stripe_billing::invoice::{
    CreatePreviewInvoice, CreatePreviewInvoiceSubscriptionDetails,
    CreatePreviewInvoiceSubscriptionDetailsItems, CreatePreviewInvoiceSubscriptionDetailsProrationBehavior,
};

use super::{Stripe, StripeFailure, from_stripe};

/// What a change of price would come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    /// To pay at once.
    pub(crate) due: Money,
    /// What is left over for later invoices.
    pub(crate) credit: Money,
}

impl Stripe {
    /// What the next period of a subscription will cost, discounts, credit and tax among it; `None`
    /// if there will be none.
    pub(crate) async fn next_charge(&self, subscription: &str) -> Result<Option<Money>, StripeFailure> {
        match self.change(&CreatePreviewInvoice::new().subscription(subscription)).await {
            Ok(preview) => due(&preview).map(Some),
            Err(StripeFailure::Refused { code, .. }) if code == "invoice_upcoming_none" => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// What moving a subscription to another price would come to if it were done at `at`.
    pub(crate) async fn preview_change(
        &self,
        subscription: &str,
        price: &str,
        at: Timestamp,
    ) -> Result<Settled, StripeFailure> {
        let item = CreatePreviewInvoiceSubscriptionDetailsItems {
            id: Some(self.item_of(subscription).await?),
            price: Some(price.to_owned()),
            ..CreatePreviewInvoiceSubscriptionDetailsItems::new()
        };
        let details = CreatePreviewInvoiceSubscriptionDetails {
            items: Some(vec![item]),
            proration_behavior: Some(CreatePreviewInvoiceSubscriptionDetailsProrationBehavior::AlwaysInvoice),
            proration_date: Some(at.as_second()),
            ..CreatePreviewInvoiceSubscriptionDetails::new()
        };
        let request = CreatePreviewInvoice::new().subscription(subscription).subscription_details(details);
        let preview = self.change(&request).await?;
        let due = due(&preview)?;
        let total = from_stripe(preview.total, &preview.currency).map_or(0, |total| total.minor);
        Ok(Settled { due, credit: Money::new((-total).max(0), due.currency) })
    }
}

fn due(preview: &Invoice) -> Result<Money, StripeFailure> {
    from_stripe(preview.amount_due, &preview.currency)
        .ok_or_else(|| StripeFailure::Unreadable(format!("currency {:?}", preview.currency)))
}
