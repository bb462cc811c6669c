//! Changing what a customer has.

use jiff::Timestamp;
use kernel::Locale;
use stripe_billing::BillingPortalSessionLocale;
use stripe_billing::billing_portal_session::CreateBillingPortalSession;
use stripe_billing::subscription::{
    CancelSubscription, RetrieveSubscription, UpdateSubscription, UpdateSubscriptionItems,
    UpdateSubscriptionPaymentBehavior, UpdateSubscriptionProrationBehavior,
};
use stripe_core::customer::DeleteCustomer;
use stripe_core::refund::{CreateRefund, CreateRefundReason};

use super::{Stripe, StripeFailure};
use crate::refunds::RefundReason;

impl Stripe {
    /// The address of Stripe's page where a customer changes their card and sees their invoices.
    /// It works for a few minutes, for whoever has it.
    pub(crate) async fn portal(
        &self,
        customer: &str,
        locale: &Locale,
        return_url: &str,
    ) -> Result<String, StripeFailure> {
        let mut request = CreateBillingPortalSession::new().customer(customer).return_url(return_url);
        let language = [locale.as_str(), locale.language()].into_iter().find_map(|tag| match tag.parse() {
            Ok(BillingPortalSessionLocale::Unknown(_)) | Err(_) => None,
            Ok(language) => Some(language),
        });
        if let Some(language) = language {
            request = request.locale(language);
        }
        Ok(self.change(&request).await?.url)
    }

    /// Lets a subscription end with its period, or go on after all. Harmless to repeat.
    pub(crate) async fn set_ending(&self, subscription: &str, ending: bool) -> Result<(), StripeFailure> {
        self.change(&UpdateSubscription::new(subscription).cancel_at_period_end(ending)).await?;
        Ok(())
    }

    /// Ends a subscription now, without giving anything back.
    pub(crate) async fn end_now(&self, subscription: &str) -> Result<(), StripeFailure> {
        match self.change(&CancelSubscription::new(subscription).prorate(false)).await {
            Ok(_) => Ok(()),
            // It ended before.
            Err(failure) if failure.is_missing() => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Deletes a customer, which ends what they subscribe to. Harmless to repeat.
    pub(crate) async fn delete_customer(&self, customer: &str) -> Result<(), StripeFailure> {
        match self.change(&DeleteCustomer::new(customer)).await {
            Ok(_) => Ok(()),
            // It was deleted before.
            Err(failure) if failure.is_missing() => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Moves a subscription to another price, and settles the difference as it was at `at`, which
    /// was shown.
    pub(crate) async fn change_price(
        &self,
        subscription: &str,
        price: &str,
        at: Timestamp,
    ) -> Result<(), StripeFailure> {
        let item = UpdateSubscriptionItems {
            id: Some(self.item_of(subscription).await?),
            price: Some(price.to_owned()),
            ..UpdateSubscriptionItems::new()
        };
        let request = UpdateSubscription::new(subscription)
            .items([item])
            .proration_behavior(UpdateSubscriptionProrationBehavior::AlwaysInvoice)
            .proration_date(at.as_second())
            // What can't be paid isn't changed.
            .payment_behavior(UpdateSubscriptionPaymentBehavior::ErrorIfIncomplete);
        self.change(&request).await?;
        Ok(())
    }

    /// Gives a payment back, or a part of it in Stripe's units. The same `key` gives it back once.
    pub(crate) async fn refund(
        &self,
        charge: &str,
        units: Option<i64>,
        key: &str,
    ) -> Result<(), StripeFailure> {
        let mut request = CreateRefund::new().charge(charge);
        if let Some(units) = units {
            request = request.amount(units);
        }
        self.write(&request, key).await?;
        Ok(())
    }

    /// Gives a part of a payment back, in Stripe's units, and says why. The same `key` gives it back
    /// once.
    pub(crate) async fn refund_because(
        &self,
        charge: &str,
        units: i64,
        reason: RefundReason,
        key: &str,
    ) -> Result<(), StripeFailure> {
        let reason = match reason {
            RefundReason::Requested => CreateRefundReason::RequestedByCustomer,
            RefundReason::Duplicate => CreateRefundReason::Duplicate,
            RefundReason::Fraudulent => CreateRefundReason::Fraudulent,
        };
        self.write(&CreateRefund::new().charge(charge).amount(units).reason(reason), key).await?;
        Ok(())
    }

    pub(super) async fn item_of(&self, subscription: &str) -> Result<String, StripeFailure> {
        let subscription = self.read(&RetrieveSubscription::new(subscription)).await?;
        let item = subscription.items.data.first();
        item.map(|item| item.id.to_string())
            .ok_or_else(|| StripeFailure::Unreadable("a subscription without an item".to_owned()))
    }
}
