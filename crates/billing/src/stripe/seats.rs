//! Changing how many seats a group has.

use jiff::Timestamp;
use kernel::Money;
use stripe_billing::invoice::{
    CreatePreviewInvoice, CreatePreviewInvoiceSubscriptionDetails,
    CreatePreviewInvoiceSubscriptionDetailsItems, CreatePreviewInvoiceSubscriptionDetailsProrationBehavior,
};
use stripe_billing::subscription::{
    UpdateSubscription, UpdateSubscriptionItems, UpdateSubscriptionPaymentBehavior,
    UpdateSubscriptionProrationBehavior,
};

use super::{Stripe, StripeFailure, from_stripe};

impl Stripe {
    /// What another number of seats would cost if it were set at a moment; negative if something
    /// would be credited.
    pub(crate) async fn preview_seats(
        &self,
        subscription: &str,
        seats: u32,
        at: Timestamp,
    ) -> Result<Money, StripeFailure> {
        let item = CreatePreviewInvoiceSubscriptionDetailsItems {
            id: Some(self.item_of(subscription).await?),
            quantity: Some(u64::from(seats)),
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
        from_stripe(preview.total, &preview.currency)
            .ok_or_else(|| StripeFailure::Unreadable(format!("currency {:?}", preview.currency)))
    }

    /// Sets the number of seats, and settles the difference as it stood at a moment. The same again
    /// settles nothing again.
    pub(crate) async fn set_seats(
        &self,
        subscription: &str,
        seats: u32,
        at: Timestamp,
    ) -> Result<(), StripeFailure> {
        let item = UpdateSubscriptionItems {
            id: Some(self.item_of(subscription).await?),
            quantity: Some(u64::from(seats)),
            ..UpdateSubscriptionItems::new()
        };
        let request = UpdateSubscription::new(subscription)
            .items([item])
            .proration_behavior(UpdateSubscriptionProrationBehavior::AlwaysInvoice)
            .proration_date(at.as_second())
            // What can't be paid isn't changed.
            .payment_behavior(UpdateSubscriptionPaymentBehavior::ErrorIfIncomplete);
        let key = format!("gazette-seats-{subscription}-{seats}-{}", at.as_second());
        self.write(&request, &key).await?;
        Ok(())
    }
}
