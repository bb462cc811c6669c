//! Random histories of a reader, with messages doubled, shuffled and lost: after each step they
//! read what a plain model of Stripe's own objects says they should.
//!
//! Runs until 5,000 messages were delivered, or as many as `GAZETTE_TEST_DELIVERIES` says
//! (`just nightly`: 100,000). The seed is another each time and is printed; `GAZETTE_TEST_SEED`
//! repeats one.

#[expect(dead_code, reason = "each test binary uses a part")]
mod support;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use billing::{BillingError, Buyer, Next, Order, StripeFailure};
use proptest::prelude::*;
use proptest::test_runner::{Config as Cases, RngAlgorithm, TestRng, TestRunner};
use reqwest::Method;
use stripe_sandbox::{Config, Drop, FinalState, Switches, Verdict};
use support::World;
use support::truth::Api;
use test_db::TestDb;

const EMAIL: &str = "reader@example.org";

/// What is the same throughout a history.
#[derive(Clone, Copy, Debug)]
struct Setting {
    final_state: FinalState,
    /// Messages are never fetched later; instead everything is compared.
    forgetful: bool,
}

#[derive(Clone, Debug)]
enum Step {
    /// Signed in, or from a browser of its own with the same address.
    Buy {
        cents: i64,
        card: &'static str,
        signed_in: bool,
        off: Option<&'static str>,
    },
    /// By a call that leaves the first payment open.
    Incomplete,
    Days(u64),
    End,
    Resume,
    Pause(bool),
    Change(i64),
    NewCard(&'static str),
    Refund {
        whole: bool,
    },
    Dispute,
    Verdict(bool),
    DeleteCustomer,
    Messages {
        duplicate: u32,
        reorder: bool,
        lost: u8,
    },
}

const GOOD: &str = "pm_card_visa";
const FAILS_LATER: &str = "pm_card_sandboxLaterChargesFail";
const FAILS: &str = "pm_card_chargeCustomerFail";

fn setting() -> impl Strategy<Value = Setting> {
    let ends = prop::sample::select(vec![FinalState::Canceled, FinalState::Unpaid, FinalState::PastDue]);
    (ends, prop::bool::weighted(0.3)).prop_map(|(final_state, forgetful)| Setting { final_state, forgetful })
}

fn step() -> impl Strategy<Value = Step> {
    // Subscriptions with and without a trial, the better plan, a pass.
    let cents = || prop::sample::select(vec![490, 4_900, 990, 9_900, 250]);
    let renewed = || prop::sample::select(vec![490, 4_900, 990, 9_900]);
    let buy = (
        cents(),
        prop::sample::select(vec![GOOD, GOOD, FAILS_LATER]),
        prop::bool::weighted(0.7),
        prop::sample::select(vec![None, None, None, Some("50"), Some("100")]),
    );
    prop_oneof![
        4 => buy.prop_map(|(cents, card, signed_in, off)| Step::Buy { cents, card, signed_in, off }),
        1 => Just(Step::Incomplete),
        6 => (1u64..40).prop_map(Step::Days),
        2 => Just(Step::End),
        1 => Just(Step::Resume),
        1 => any::<bool>().prop_map(Step::Pause),
        2 => renewed().prop_map(Step::Change),
        2 => prop::sample::select(vec![GOOD, FAILS]).prop_map(Step::NewCard),
        1 => any::<bool>().prop_map(|whole| Step::Refund { whole }),
        1 => Just(Step::Dispute),
        1 => any::<bool>().prop_map(Step::Verdict),
        1 => prop::bool::weighted(0.4).prop_map(|delete| if delete { Step::DeleteCustomer } else { Step::Days(1) }),
        2 => (0u32..3, any::<bool>(), prop::sample::select(vec![0u8, 0, 30, 100]))
            .prop_map(|(duplicate, reorder, lost)| Step::Messages { duplicate, reorder, lost }),
    ]
}

/// A history as it goes.
struct Life {
    world: World,
    api: Api,
    member: kernel::MemberId,
    /// All that were ever seen.
    customers: BTreeSet<String>,
    dispute: Option<String>,
    browsers: u32,
    codes: u32,
}

/// One history; gives the number of messages that were delivered.
async fn live(setting: Setting, steps: &[Step]) -> Result<usize, TestCaseError> {
    let config = Config { final_state: setting.final_state, ..Config::default() };
    let world = World::with_config(TestDb::sqlite().await, &config).await;
    let (api, member) = (world.api(), world.proved(EMAIL).await);
    let mut life =
        Life { world, api, member, customers: BTreeSet::new(), dispute: None, browsers: 0, codes: 0 };
    for step in steps {
        life.act(step).await?;
        let world = &life.world;
        world.settle().await;
        // What was lost is found by asking; what was heard late changes nothing.
        if setting.forgetful {
            let reconciled = world.billing.reconcile(&|_| {}).await.expect("reconciled");
            prop_assert_eq!(reconciled.failed, 0);
        } else {
            world.billing.catch_up().await.expect("asked");
        }
        world.settle().await;
        let now = world.clock.now().as_second();
        // Those deleted since are listed no more; a pass that one of them paid for still holds.
        life.customers.extend(world.customers_at_stripe(&life.api).await);
        let mut expected = '-';
        for customer in &life.customers {
            expected = expected.max(life.api.should_read(customer, now).await);
        }
        let found = world.reads(member).await;
        prop_assert_eq!(found, expected, "after {:?}: {:#?}", step, world.billing.purchases(member).await);
    }
    // Looking at everything afresh finds nothing to repair, and nothing waits for staff.
    let reconciled = life.world.billing.reconcile(&|_| {}).await.expect("reconciled");
    prop_assert_eq!((reconciled.repaired, reconciled.failed), (0, 0));
    prop_assert_eq!(life.world.billing.given_up().await.expect("read"), vec![]);
    Ok(life.world.sandbox.deliveries().len())
}

/// Stripe may refuse a change, and says so; nothing else may go wrong.
fn allowed(outcome: Result<(), BillingError>) -> Result<(), TestCaseError> {
    match outcome {
        Ok(()) | Err(BillingError::Stripe(StripeFailure::Refused { status: 400 | 402, .. })) => Ok(()),
        Err(other) => Err(TestCaseError::fail(other.to_string())),
    }
}

impl Life {
    async fn act(&mut self, step: &Step) -> Result<(), TestCaseError> {
        let purchases = self.world.billing.purchases(self.member).await.expect("read");
        let live = purchases.iter().find(|purchase| purchase.facts.status.is_live());
        let payment = purchases.iter().flat_map(|purchase| &purchase.facts.payments).last();
        let (world, api, member) = (&self.world, &self.api, self.member);
        match step {
            Step::Buy { cents, card, signed_in, off } => self.buy(*cents, card, *signed_in, *off).await?,
            Step::Incomplete => self.begin_by_call().await,
            Step::Days(days) => world.sandbox.advance(Duration::from_hours(24 * days)).await,
            Step::End | Step::Resume => {
                if let Some(live) = live {
                    let ending = matches!(step, Step::End);
                    allowed(world.billing.set_ending(member, &live.id, ending).await)?;
                }
            }
            Step::Pause(pause) => {
                if let Some(live) = live {
                    let path = format!("/v1/subscriptions/{}", live.id);
                    let form = if *pause {
                        ("pause_collection[behavior]", "void")
                    } else {
                        ("pause_collection", "")
                    };
                    api.call(Method::POST, &path, &[form]).await;
                }
            }
            Step::Change(cents) => {
                if let Some(live) = live {
                    let price = world.price(*cents).await;
                    allowed(world.billing.change_price(member, &live.id, price, world.clock.now()).await)?;
                }
            }
            Step::NewCard(card) => {
                if let Some(live) = live {
                    let path = format!("/v1/payment_methods/{card}/attach");
                    let method = api.call(Method::POST, &path, &[("customer", &live.customer)]).await;
                    let id = method["id"].as_str().unwrap_or_default();
                    let path = format!("/v1/subscriptions/{}", live.id);
                    api.call(Method::POST, &path, &[("default_payment_method", id)]).await;
                }
            }
            Step::Refund { whole } => {
                if let Some(payment) = payment {
                    let mut form = vec![("charge", payment.charge.as_str())];
                    if !whole {
                        form.push(("amount", "100"));
                    }
                    api.call(Method::POST, "/v1/refunds", &form).await;
                }
            }
            Step::Dispute => {
                if let Some(payment) = payment
                    && let Ok(id) = world.sandbox.open_dispute(&payment.charge, "fraudulent")
                {
                    self.dispute = Some(id);
                }
            }
            Step::Verdict(won) => {
                if let Some(id) = self.dispute.take() {
                    let verdict = if *won { Verdict::Won } else { Verdict::Lost };
                    world.sandbox.close_dispute(&id, verdict).expect("it was open");
                }
            }
            Step::DeleteCustomer => {
                if let Some(live) = live {
                    api.call(Method::DELETE, &format!("/v1/customers/{}", live.customer), &[]).await;
                }
            }
            Step::Messages { duplicate, reorder, lost } => world.sandbox.set_switches(Switches {
                duplicate: *duplicate,
                reorder: *reorder,
                drop: if *lost == 0 { Drop::Nothing } else { Drop::Percent(*lost) },
                ..Switches::default()
            }),
        }
        Ok(())
    }

    async fn buy(
        &mut self,
        cents: i64,
        card: &str,
        signed_in: bool,
        off: Option<&str>,
    ) -> Result<(), TestCaseError> {
        let buyer = if signed_in {
            World::buyer(self.member, EMAIL)
        } else {
            self.browsers += 1;
            Buyer::Visitor(format!("browser {}", self.browsers))
        };
        let order: Order = World::order(buyer, self.world.price(cents).await);
        let next = self.world.billing.buy(&order).await;
        let Next::Pay(url) = next.map_err(|error| TestCaseError::fail(error.to_string()))? else {
            return Ok(());
        };
        let session = url.rsplit('/').next().expect("an id");
        if let Some(percent) = off {
            self.codes += 1;
            let coupon = [("percent_off", percent), ("duration", "once")];
            let coupon = self.api.call(Method::POST, "/v1/coupons", &coupon).await;
            let (coupon, code) = (coupon["id"].as_str().expect("an id"), format!("CODE{}", self.codes));
            let form = [("promotion[type]", "coupon"), ("promotion[coupon]", coupon), ("code", &*code)];
            self.api.call(Method::POST, "/v1/promotion_codes", &form).await;
            let form = [("action", "apply"), ("promotion_code", &*code)];
            self.api.page(&format!("/c/pay/{session}"), &form).await;
        }
        let email = (!signed_in).then_some(EMAIL);
        self.world.sandbox.pay_checkout(session, card, email).expect("it can be paid");
        Ok(())
    }

    /// A subscription by call whose first payment nobody makes; after a day it expires.
    async fn begin_by_call(&self) {
        let Some(customer) = self.world.customers_at_stripe(&self.api).await.into_iter().next() else {
            return;
        };
        let prices = self.api.list("/v1/prices?limit=100").await;
        let fits = |price: &&serde_json::Value| {
            price["unit_amount"] == 490
                && price["currency"] == "eur"
                && price["recurring"]["interval"] == "month"
        };
        let price = prices.iter().find(fits).expect("a price")["id"].as_str().expect("an id").to_owned();
        let form = [
            ("customer", customer.as_str()),
            ("items[0][price]", &price),
            ("payment_behavior", "default_incomplete"),
        ];
        self.api.call(Method::POST, "/v1/subscriptions", &form).await;
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

#[test]
fn whatever_happens_members_read_what_they_paid_for() {
    let wanted = number("GAZETTE_TEST_DELIVERIES").unwrap_or(5_000);
    let seed = number("GAZETTE_TEST_SEED").unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("GAZETTE_TEST_SEED={seed}");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let (delivered, histories) = (Cell::new(0_u64), Cell::new(0_u64));
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    for round in 0_u64.. {
        if delivered.get() >= wanted {
            break;
        }
        bytes[8..16].copy_from_slice(&round.to_le_bytes());
        let cases = Cases { cases: 16, failure_persistence: None, max_shrink_iters: 64, ..Cases::default() };
        let mut runner = TestRunner::new_with_rng(cases, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
        let history = (setting(), prop::collection::vec(step(), 4..16));
        let outcome = runner.run(&history, |(setting, steps)| {
            let messages = runtime.block_on(live(setting, &steps))?;
            delivered.set(delivered.get() + messages as u64);
            histories.set(histories.get() + 1);
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("GAZETTE_TEST_SEED={seed}, round {round}: {error}");
        }
    }
    println!("{} histories, {} messages delivered", histories.get(), delivered.get());
}
