//! What the portal shows.

use super::html::{add, card_choice, escape};
use crate::{
    calendar, money,
    objects::{Invoice, InvoiceStatus, PortalSession, Price, Status, Subscription},
    world::World,
};

/// The portal of a customer, or the part that the session was opened for.
pub(super) fn body(world: &World, session: &PortalSession, notice: &str) -> String {
    let flow = session.flow.as_ref().map(|(kind, _)| *kind);
    let mut parts = notice.to_owned();
    let of_customer = world.subscriptions.iter().rev().filter(|of| of.customer == session.customer);
    let mut any = false;
    for subscription in of_customer {
        any = true;
        if flow != Some("payment_method_update") {
            parts.push_str(&subscription_part(world, subscription, flow));
        }
    }
    if !any {
        parts.push_str("<p>There is no subscription.</p>");
    }
    if matches!(flow, None | Some("payment_method_update")) {
        parts.push_str(&card_part(world, session));
    }
    if flow.is_none() {
        parts.push_str(&invoices_part(world, session));
    }
    if let Some(url) = &session.return_url {
        let business = escape(&world.settings.business_name);
        add(&mut parts, format_args!("<p><a href=\"{}\">Return to {business}</a></p>", escape(url)));
    }
    parts
}

fn subscription_part(world: &World, subscription: &Subscription, flow: Option<&str>) -> String {
    let price = subscription.items.first().and_then(|item| world.prices.get(&item.price));
    let product = price.and_then(|price| world.products.get(&price.product));
    let name = product.map_or("Subscription", |product| product.name.as_str());
    let cost = price.map(Price::display).unwrap_or_default();
    let until = calendar::display(subscription.period.end);
    let leaves = subscription.cancel_at_period_end || subscription.cancel_at.is_some();
    let state = match (subscription.status, leaves) {
        (Status::Canceled | Status::IncompleteExpired, _) => "has ended".to_owned(),
        (_, true) => format!("is cancelled and ends on {until}"),
        (status, false) => format!("is {}; next charge on {until}", status.name().replace('_', " ")),
    };
    let mut html = format!("<section><h2>{}</h2><p>{} – {state}.</p>", escape(name), escape(&cost));
    if !subscription.status.is_over() {
        if flow != Some("subscription_update") {
            let (action, word) =
                if leaves { ("resume", "Don't cancel") } else { ("cancel", "Cancel subscription") };
            add(
                &mut html,
                format_args!(
                    "<form method=\"post\"><input type=\"hidden\" name=\"subscription\" value=\"{}\">\
                 <button name=\"action\" value=\"{action}\">{word}</button></form>",
                    subscription.id
                ),
            );
        }
        if flow != Some("subscription_cancel") {
            html.push_str(&plans(world, subscription));
        }
    }
    html.push_str("</section>");
    html
}

/// Other active recurring prices in the same currency.
fn plans(world: &World, subscription: &Subscription) -> String {
    let now = subscription.items.first().map(|item| item.price.as_str());
    let mut options = String::new();
    for price in world.prices.iter().filter(|price| {
        price.active
            && price.recurring.is_some()
            && price.currency == subscription.currency
            && Some(price.id.as_str()) != now
    }) {
        let name = world.products.get(&price.product).map_or("", |product| product.name.as_str());
        let text = escape(&format!("{name}: {}", price.display()));
        add(&mut options, format_args!("<option value=\"{}\">{text}</option>", price.id));
    }
    if options.is_empty() {
        return String::new();
    }
    format!(
        "<form method=\"post\"><input type=\"hidden\" name=\"subscription\" value=\"{}\">\
         <label>Another plan <select name=\"price\">{options}</select></label>\
         <button name=\"action\" value=\"change_plan\">Change plan</button></form>",
        subscription.id
    )
}

fn card_part(world: &World, session: &PortalSession) -> String {
    let customer = world.customers.get(&session.customer);
    let of_subscription = world
        .subscriptions
        .iter()
        .rev()
        .filter(|of| of.customer == session.customer && !of.status.is_over())
        .find_map(|of| of.default_payment_method.as_ref());
    let method =
        of_subscription.or_else(|| customer.and_then(|customer| customer.default_payment_method.as_ref()));
    let card = method.and_then(|id| world.payment_methods.get(id)).map(|method| method.card.display());
    format!(
        "<section><h2>Card</h2><p>{}</p><form method=\"post\">{}\
         <button name=\"action\" value=\"update_card\">Save card</button></form></section>",
        escape(card.as_deref().unwrap_or("None yet.")),
        card_choice("New test card")
    )
}

fn invoices_part(world: &World, session: &PortalSession) -> String {
    let mut rows = String::new();
    let shown =
        |invoice: &&Invoice| invoice.customer == session.customer && invoice.status != InvoiceStatus::Draft;
    for invoice in world.invoices.iter().rev().filter(shown) {
        let pay = if invoice.status == InvoiceStatus::Open {
            format!(
                "<form method=\"post\"><input type=\"hidden\" name=\"invoice\" value=\"{}\">\
                 <button name=\"action\" value=\"pay\">Pay now</button></form>",
                invoice.id
            )
        } else {
            String::new()
        };
        add(
            &mut rows,
            format_args!(
                "<tr><td><a href=\"/i/{}\">{}</a></td><td>{}</td><td>{}{pay}</td><td class=\"amount\">{}</td></tr>",
                invoice.id,
                escape(invoice.number.as_deref().unwrap_or_default()),
                calendar::display(invoice.created),
                invoice.status.name(),
                money::display(invoice.amount_due(), &invoice.currency)
            ),
        );
    }
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "<section><h2>Invoices</h2><table><thead><tr><th>Number</th><th>Date</th><th>State</th>\
         <th class=\"amount\">Amount</th></tr></thead><tbody>{rows}</tbody></table></section>"
    )
}
