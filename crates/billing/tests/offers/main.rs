//! Stories sold alone, gifts and groups: over HTTP against the sandbox, in its time, on both
//! databases.

mod gifts;
mod groups;
mod stories;
#[expect(dead_code, reason = "each test file uses a part")]
#[path = "../support/mod.rs"]
mod support;

use billing::{Buyer, NextStep, Offer, OfferOrder, Thing};
use kernel::access::decide;
use kernel::{Access, ArticleId, MemberId};
use reqwest::Method;
use support::World;
use support::truth::Api;

impl World {
    pub(crate) fn offer_order(buyer: Buyer, offer: &Offer, thing: Thing) -> OfferOrder {
        OfferOrder {
            buyer,
            thing,
            offer: offer.id,
            locale: "de".parse().expect("a tag"),
            return_to: "/de/eine-geschichte".to_owned(),
            done_url: "https://news.example/de/subscribe/paid?checkout=".to_owned(),
            cancel_url: "https://news.example/de/subscribe/story".to_owned(),
        }
    }

    /// The id of the checkout an order leads to.
    pub(crate) async fn ordered(&self, order: &OfferOrder) -> String {
        match self.billing.order(order).await.expect("a checkout") {
            NextStep::Pay(url) => url.rsplit('/').next().expect("an id").to_owned(),
            other => panic!("expected a page to pay on, not {other:?}"),
        }
    }

    /// Whether the member may read a story with this rule now.
    pub(crate) async fn opens(&self, member: MemberId, article: ArticleId, rule: &str) -> bool {
        let session = self.accounts.open_session(member, "").await.expect("a session");
        let signed_in =
            self.accounts.session(session.token.as_str()).await.expect("read").expect("signed in");
        let rule: Access = rule.parse().expect("a rule");
        decide(article, &rule, &signed_in.standing.reach(self.clock.now())).is_ok()
    }

    /// Gives a charge back, whole or in part.
    pub(crate) async fn refund(&self, charge: &str, cents: Option<&str>) {
        let api = Api::new(&self.stripe_address);
        let mut form = vec![("charge", charge)];
        form.extend(cents.map(|cents| ("amount", cents)));
        let refund = api.call(Method::POST, "/v1/refunds", &form).await;
        assert_eq!(refund["object"], "refund", "{refund}");
        self.settle().await;
    }
}
