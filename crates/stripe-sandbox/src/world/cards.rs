//! Stripe's test cards (docs "testing"), and what each does when it is charged.

use crate::{
    calendar,
    objects::{Behaviour, PaymentError, PaymentMethod},
};

/// A card that people and tests can pay with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TestCard {
    pub(crate) number: &'static str,
    /// `pm_card_…`, as used in calls.
    pub(crate) token: &'static str,
    pub(crate) brand: &'static str,
    pub(crate) behaviour: Behaviour,
    /// For the checkout page.
    pub(crate) label: &'static str,
}

const fn card(
    number: &'static str,
    token: &'static str,
    brand: &'static str,
    behaviour: Behaviour,
    label: &'static str,
) -> TestCard {
    TestCard { number, token, brand, behaviour, label }
}

/// The cards the sandbox knows. The last two are its own; the others are Stripe's.
pub(crate) const TEST_CARDS: &[TestCard] = &[
    card("4242424242424242", "pm_card_visa", "visa", Behaviour::Pays, "Pays"),
    card("5555555555554444", "pm_card_mastercard", "mastercard", Behaviour::Pays, "Pays (Mastercard)"),
    card("378282246310005", "pm_card_amex", "amex", Behaviour::Pays, "Pays (American Express)"),
    card(
        "4000000000000002",
        "pm_card_visa_chargeDeclined",
        "visa",
        Behaviour::Declines("generic_decline"),
        "Is declined",
    ),
    card(
        "4000000000009995",
        "pm_card_visa_chargeDeclinedInsufficientFunds",
        "visa",
        Behaviour::Declines("insufficient_funds"),
        "Is declined: insufficient funds",
    ),
    card(
        "4000000000009987",
        "pm_card_visa_chargeDeclinedLostCard",
        "visa",
        Behaviour::Declines("lost_card"),
        "Is declined: lost card",
    ),
    card(
        "4000000000000069",
        "pm_card_chargeDeclinedExpiredCard",
        "visa",
        Behaviour::Declines("expired_card"),
        "Is declined: expired",
    ),
    card(
        "4000000000000127",
        "pm_card_chargeDeclinedIncorrectCvc",
        "visa",
        Behaviour::Declines("incorrect_cvc"),
        "Is declined: wrong CVC",
    ),
    card(
        "4000000000000119",
        "pm_card_chargeDeclinedProcessingError",
        "visa",
        Behaviour::Declines("processing_error"),
        "Is declined: processing error",
    ),
    card(
        "4000002760003184",
        "pm_card_authenticationRequired",
        "visa",
        Behaviour::AsksEachTime,
        "Requires authentication each time",
    ),
    card(
        "4000002500003155",
        "pm_card_authenticationRequiredOnSetup",
        "visa",
        Behaviour::AsksOnce,
        "Requires authentication once",
    ),
    card(
        "4000000000000341",
        "pm_card_chargeCustomerFail",
        "visa",
        Behaviour::DeclinesCharges,
        "Can be saved, and every charge fails",
    ),
    card(
        "4000000000000259",
        "pm_card_createDispute",
        "visa",
        Behaviour::Disputes,
        "Pays, and the payer disputes it",
    ),
    card(
        "4000000000004202",
        "pm_card_sandboxLaterChargesFail",
        "visa",
        Behaviour::DeclinesLaterCharges,
        "Pays once, and later charges fail",
    ),
    card(
        "4000000000004210",
        "pm_card_sandboxExpiresSoon",
        "visa",
        Behaviour::Pays,
        "Pays, and expires next month",
    ),
];

/// The card of the sandbox that expires at the end of next month.
pub(crate) const EXPIRES_SOON: &str = "4000000000004210";

pub(crate) fn by_number(number: &str) -> Option<&'static TestCard> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    TEST_CARDS.iter().find(|card| card.number == digits)
}

/// By `pm_card_visa`, or by the older `tok_visa`.
pub(crate) fn by_token(token: &str) -> Option<&'static TestCard> {
    let name = match token {
        "pm_card_chargeDeclined" => "pm_card_visa_chargeDeclined",
        "pm_card_threeDSecure2Required" => "pm_card_authenticationRequired",
        "pm_card_chargeDeclinedInsufficientFunds" => "pm_card_visa_chargeDeclinedInsufficientFunds",
        other => other,
    };
    let tail = name.strip_prefix("pm_card_").or_else(|| name.strip_prefix("tok_"))?;
    TEST_CARDS.iter().find(|card| card.token.strip_prefix("pm_card_") == Some(tail))
}

impl TestCard {
    /// Year and month in which it expires, unless the payer enters another.
    pub(crate) fn expiry(&self, now: i64) -> (i64, i64) {
        let (year, month) = calendar::year_month(now);
        if self.number == EXPIRES_SOON {
            if month == 12 { (year + 1, 1) } else { (year, month + 1) }
        } else {
            (year + 4, month)
        }
    }
}

/// What the bank says to a charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Pay,
    Ask,
    Decline(PaymentError),
}

/// The bank's decision, from the card alone.
pub(super) fn decide(method: &PaymentMethod, now: i64, confirmed: bool) -> Decision {
    if method.card.expires() <= now {
        return Decision::Decline(decline("expired_card"));
    }
    match method.card.behaviour {
        Behaviour::Declines(code) => Decision::Decline(decline(code)),
        Behaviour::DeclinesCharges => Decision::Decline(decline("generic_decline")),
        Behaviour::DeclinesLaterCharges if method.paid > 0 => Decision::Decline(decline("generic_decline")),
        Behaviour::AsksEachTime if !confirmed => Decision::Ask,
        Behaviour::AsksOnce if !confirmed && !method.confirmed => Decision::Ask,
        _ => Decision::Pay,
    }
}

/// Stripe's code, decline code and words for a refusal.
pub(super) fn decline(reason: &'static str) -> PaymentError {
    let (code, decline_code, message) = match reason {
        "insufficient_funds" => ("card_declined", Some(reason), "Your card has insufficient funds."),
        "lost_card" => ("card_declined", Some(reason), "Your card was declined."),
        "expired_card" => ("expired_card", Some(reason), "Your card has expired."),
        "incorrect_cvc" => ("incorrect_cvc", Some(reason), "Your card's security code is incorrect."),
        "processing_error" => (
            "processing_error",
            Some(reason),
            "An error occurred while processing your card. Try again in a little bit.",
        ),
        "authentication_required" => (
            "authentication_required",
            Some(reason),
            "Your card was declined. This transaction requires authentication.",
        ),
        "authentication_failure" => (
            "payment_intent_authentication_failure",
            None,
            "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
        ),
        "missing" => ("payment_intent_payment_attempt_failed", None, "There is no card to charge."),
        _ => ("card_declined", Some("generic_decline"), "Your card was declined."),
    };
    PaymentError { code, decline_code, message }
}

#[cfg(test)]
mod tests {
    use super::{TEST_CARDS, by_number, by_token};

    #[test]
    fn every_card_is_found_by_number_and_token() {
        for card in TEST_CARDS {
            assert_eq!(by_number(card.number).map(|found| found.token), Some(card.token));
            assert_eq!(by_token(card.token).map(|found| found.number), Some(card.number));
        }
        assert_eq!(by_number("4242 4242 4242 4242").map(|card| card.token), Some("pm_card_visa"));
        assert_eq!(by_token("tok_visa").map(|card| card.token), Some("pm_card_visa"));
        assert!(by_number("4111111111111111").is_none());
    }
}
