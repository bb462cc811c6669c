//! The page of one member.

use accounts::{Role, Session};
use axum::response::Response;
use billing::rule::explain;
use billing::{Given, Purchase, RefundReason};
use http::StatusCode;
use jiff::Timestamp;
use kernel::{Money, PlanKey};
use mail::{Letter, LetterState};

use super::find;
use crate::admin::fields::{Fields, plain};
use crate::admin::payments::failed_view;
use crate::admin::{Staff, page_with, plan_names};
use crate::app::App;
use crate::failure::Failure;
use crate::subscribe::offer;
use crate::view::build;
use crate::view::desk::Choice;
use crate::view::members::{
    ChargeView, GivenView, LetterView, MemberView, NewGrantView, OwnPaymentView, OwnSaleView, SessionLine,
};

/// Mails that are shown.
const LETTERS: u64 = 20;

/// What the page says of what was asked for: with which status, what was typed, what is done, and what
/// is wrong.
pub(super) struct Said {
    pub(super) status: StatusCode,
    pub(super) fields: Fields,
    pub(super) done: Option<&'static str>,
    pub(super) problem: Option<&'static str>,
}

impl Default for Said {
    fn default() -> Self {
        Self { status: StatusCode::OK, fields: Fields::default(), done: None, problem: None }
    }
}

/// The page with what it says.
pub(super) async fn page(app: &App, staff: &Staff, id: &str, said: Said) -> Result<Response, Failure> {
    let Said { status, fields, done, problem } = said;
    let member = find(app, id).await?;
    let names = plan_names(app, &staff.publication, &staff.locale).await?;
    let name = |key: &PlanKey| names.get(key.as_str()).cloned().unwrap_or_else(|| key.to_string());
    let now = app.clock.now();
    let prices = app.billing.prices().await?;
    let policy = app.billing.policy();
    let purchases = app.billing.purchases(member.id).await?;
    let sales = purchases.iter().map(|purchase| {
        let facts = &purchase.facts;
        let price = prices.iter().find(|price| Some(price.id) == purchase.price);
        let (open, why) = explain(facts, &policy, now);
        let live = facts.status.is_live() && facts.is_ours();
        let plan = facts.plan.as_ref().map(name).unwrap_or_default();
        let ending = facts.cancel_at.is_some();
        OwnSaleView {
            id: purchase.id.clone(),
            plan,
            offer: price.map(offer::offer),
            status: facts.status.as_str(),
            why: why.as_str(),
            open,
            since: build::rfc3339(facts.started_at),
            ends_at: facts.ended_at.or(facts.cancel_at).map(build::rfc3339),
            over: facts.ended_at.is_some(),
            resumes_at: facts.resumes_at.filter(|_| live).map(build::rfc3339),
            can_end: live && !ending,
            can_end_now: live,
            can_keep: live && ending,
            can_pause: purchase.may_pause(),
            can_end_pause: live && facts.collection_paused,
            can_change: live && open && !ending && purchase.price.is_some() && facts.bought.is_plan(),
        }
    });
    let sales: Vec<_> = sales.collect();
    // What was paid is the owners' to see.
    let shows_money = staff.role == Role::Owner;
    let (payments, failed) = if shows_money {
        (app.billing.invoices(member.id).await?, app.billing.failed_payments_of(member.id).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let payments = payments.into_iter().map(|invoice| OwnPaymentView {
        number: invoice.number.unwrap_or_default(),
        refunded: (invoice.refunded > 0).then(|| Money::new(invoice.refunded, invoice.total.currency)),
        total: invoice.total,
        status: invoice.status,
        url: invoice.url,
        at: build::rfc3339(invoice.created_at),
    });
    let charges = if shows_money { charges(&purchases, &name, &fields, problem) } else { Vec::new() };
    let sessions = app.accounts.sessions(member.id).await?.into_iter().map(session_line);
    let letters = app.mail.letters_to(&member.email, LETTERS).await?.into_iter().map(letter_view);
    let languages =
        member.languages.iter().map(|language| build::language(language, &staff.locale, String::new()).name);
    let grants = app.billing.grants_with_revoked(member.id).await?;
    let chosen = fields.get("plan");
    let mut plans: Vec<Choice> = names
        .iter()
        .map(|(key, name)| Choice { word: key.clone(), name: name.clone(), chosen: key == chosen })
        .collect();
    plans.sort_by(|a, b| a.name.cmp(&b.name));
    let view = MemberView {
        id: id.to_owned(),
        email: member.email.to_string(),
        name: member.name.clone(),
        since: build::rfc3339(member.created_at),
        role: member.role.map(Role::as_str),
        languages: languages.collect(),
        sales,
        shows_money,
        payments: payments.collect(),
        failed: failed.into_iter().map(failed_view).collect(),
        charges,
        refund_reasons: refund_reasons(fields.get("reason")),
        sessions: sessions.collect(),
        letters: letters.collect(),
        confirm: fields.get("confirm").to_owned(),
        grants: grants.iter().map(|given| given_view(given, now, &name)).collect(),
        new: NewGrantView {
            plans,
            from: fields.get("from").to_owned(),
            until: fields.get("until").to_owned(),
            reason: fields.get("reason").to_owned(),
        },
        done,
        problem,
    };
    let path = format!("/admin/members/{id}");
    page_with(app, staff, status, &path, "title-admin-members", "admin/member.html", "member", view)
}

fn given_view(given: &Given, now: Timestamp, name: &impl Fn(&PlanKey) -> String) -> GivenView {
    let grant = &given.grant;
    let state = if given.revoked_at.is_some() {
        "revoked"
    } else if given.counts_at(now) {
        "running"
    } else if grant.starts_at > now {
        "to-come"
    } else {
        "over"
    };
    GivenView {
        id: grant.id.to_string(),
        plan: name(&grant.plan),
        from: build::rfc3339(grant.starts_at),
        until: grant.ends_at.map(build::rfc3339),
        reason: grant.reason.clone(),
        state,
        can_end: matches!(state, "running" | "to-come"),
    }
}

/// What a member has paid and can be given back, the last first.
fn charges(
    purchases: &[Purchase],
    name: &impl Fn(&PlanKey) -> String,
    fields: &Fields,
    problem: Option<&'static str>,
) -> Vec<ChargeView> {
    let paid = purchases.iter().flat_map(|purchase| {
        purchase.facts.payments.iter().map(move |payment| (purchase.facts.plan.as_ref(), payment))
    });
    let mut paid: Vec<_> = paid.filter(|(_, payment)| payment.amount > 0).collect();
    paid.sort_by_key(|(_, payment)| std::cmp::Reverse(payment.paid_at));
    let view = |(plan, payment): (Option<&PlanKey>, &billing::facts::Payment)| {
        let (left, refused) =
            (payment.refundable(), problem.is_some() && fields.get("charge") == payment.charge);
        ChargeView {
            charge: payment.charge.clone(),
            plan: plan.map(name).unwrap_or_default(),
            paid_at: build::rfc3339(payment.paid_at),
            amount: Money::new(payment.amount, payment.currency),
            refunded: (payment.refunded > 0).then(|| Money::new(payment.refunded, payment.currency)),
            left,
            shown: payment.refunded,
            typed: if refused { fields.get("amount").to_owned() } else { plain(left) },
            problem: refused,
        }
    };
    paid.into_iter().map(view).collect()
}

fn refund_reasons(chosen: &str) -> Vec<Choice> {
    let choice = |reason: &RefundReason| Choice {
        word: reason.as_str().to_owned(),
        name: String::new(),
        chosen: chosen == reason.as_str(),
    };
    RefundReason::ALL.iter().map(choice).collect()
}

fn session_line(session: Session) -> SessionLine {
    SessionLine {
        id: session.id.to_string(),
        device: session.device,
        since: build::rfc3339(session.created_at),
        seen: build::rfc3339(session.last_seen_at),
    }
}

fn letter_view(letter: Letter) -> LetterView {
    let (at, state) = match letter.state {
        LetterState::Sent(at) => (at, "sent"),
        LetterState::Waiting => (letter.queued_at, "waiting"),
        LetterState::Failed => (letter.queued_at, "failed"),
    };
    LetterView { subject: letter.subject, at: build::rfc3339(at), state }
}
