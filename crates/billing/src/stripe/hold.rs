//! Pausing, staying at a discount, leaving: changes of a subscription that runs.

use jiff::Timestamp;
use serde::Serialize;
use stripe_billing::Subscription;
use stripe_billing::subscription::{
    DiscountsDataParam, UpdateSubscription, UpdateSubscriptionCancelAt,
    UpdateSubscriptionCancellationDetails, UpdateSubscriptionCancellationDetailsFeedback,
    UpdateSubscriptionPauseCollection, UpdateSubscriptionPauseCollectionBehavior,
    UpdateSubscriptionProrationBehavior,
};
use stripe_client_core::{RequestBuilder, StripeMethod, StripeRequest};

use super::{Stripe, StripeFailure};
use crate::leaving::Reason;

impl Stripe {
    /// Collects nothing until `resumes_at`: invoices until then are void.
    pub(crate) async fn pause(&self, subscription: &str, resumes_at: Timestamp) -> Result<(), StripeFailure> {
        let pause = UpdateSubscriptionPauseCollection {
            resumes_at: Some(resumes_at.as_second()),
            ..UpdateSubscriptionPauseCollection::new(UpdateSubscriptionPauseCollectionBehavior::Void)
        };
        self.change(&UpdateSubscription::new(subscription).pause_collection(pause)).await?;
        Ok(())
    }

    /// Collects again. `anew` begins a period now, and is refused if it can't be paid.
    pub(crate) async fn end_pause(&self, subscription: &str, anew: bool) -> Result<(), StripeFailure> {
        let request = EndPause {
            subscription,
            pause_collection: "",
            billing_cycle_anchor: anew.then_some("now"),
            proration_behavior: anew.then_some("none"),
            payment_behavior: anew.then_some("error_if_incomplete"),
        };
        self.change(&request).await?;
        Ok(())
    }

    /// Takes a coupon's discount off from now on.
    pub(crate) async fn discount(&self, subscription: &str, coupon: &str) -> Result<(), StripeFailure> {
        let discount = DiscountsDataParam { coupon: Some(coupon.to_owned()), ..DiscountsDataParam::new() };
        self.change(&UpdateSubscription::new(subscription).discounts(vec![discount])).await?;
        Ok(())
    }

    /// Lets a subscription end with its period, and notes why. Harmless to repeat.
    pub(crate) async fn leave(
        &self,
        subscription: &str,
        reason: Option<Reason>,
    ) -> Result<(), StripeFailure> {
        let mut request = UpdateSubscription::new(subscription).cancel_at_period_end(true);
        if let Some(reason) = reason {
            let mut details = UpdateSubscriptionCancellationDetails::new();
            details.feedback = reason.as_str().parse::<UpdateSubscriptionCancellationDetailsFeedback>().ok();
            request = request.cancellation_details(details);
        }
        self.change(&request).await?;
        Ok(())
    }

    /// Lets a subscription end at a moment, the end of one of its periods. Harmless to repeat.
    pub(crate) async fn end_at(&self, subscription: &str, at: Timestamp) -> Result<(), StripeFailure> {
        let request = UpdateSubscription::new(subscription)
            .cancel_at(UpdateSubscriptionCancelAt::Timestamp(at.as_second()))
            .proration_behavior(UpdateSubscriptionProrationBehavior::None);
        self.change(&request).await?;
        Ok(())
    }
}

/// An update whose empty value takes the pause away, which the client's own types can't say.
#[derive(Serialize)]
struct EndPause<'a> {
    #[serde(skip)]
    subscription: &'a str,
    pause_collection: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    billing_cycle_anchor: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proration_behavior: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payment_behavior: Option<&'static str>,
}

impl StripeRequest for EndPause<'_> {
    type Output = Subscription;

    fn build(&self) -> RequestBuilder {
        RequestBuilder::new(StripeMethod::Post, format!("/subscriptions/{}", self.subscription)).form(self)
    }
}
