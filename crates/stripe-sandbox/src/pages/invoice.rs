//! The hosted invoice: what was asked, its state, and a way to pay it.

use axum::{
    body::Body,
    extract::{Path, State},
    response::Response,
};
use http::{HeaderValue, StatusCode, header};

use super::html::{add, alert, card_choice, chosen_card, escape, page, problem, see_other};
use crate::{
    calendar,
    error::Answer,
    form::Params,
    money,
    objects::{Charge, IntentStatus, Invoice, InvoiceStatus},
    sandbox::Sandbox,
    world::World,
};

pub(super) async fn show(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Response {
    let mut core = sandbox.core();
    core.catch_up();
    view(&core.world, &id, StatusCode::OK, "")
}

pub(super) async fn pay(State(sandbox): State<Sandbox>, Path(id): Path<String>, body: String) -> Response {
    let mut outcome = Ok(());
    let done = sandbox.act(|world| {
        outcome = pay_with(world, &id, &body);
        Ok(())
    });
    debug_assert!(done.is_ok(), "the closure never fails");
    let core = sandbox.core();
    match (outcome, question(&core.world, &id)) {
        (_, Some(address)) => see_other(&address),
        (Ok(()), None) => see_other(&format!("/i/{id}")),
        (Err(refusal), None) => view(&core.world, &id, refusal.status(), &alert(refusal.message())),
    }
}

fn pay_with(world: &mut World, id: &str, body: &str) -> Answer<()> {
    let invoice: Invoice = world.get(id, "id")?;
    let method = chosen_card(world, &mut Params::parse(body)?, invoice.customer_email)?;
    world.pay_invoice(id, method)
}

/// Where the bank asks about this invoice, if it does.
fn question(world: &World, id: &str) -> Option<String> {
    let intent = world.invoices.get(id)?.payment_intent.as_ref()?;
    let asks = world.payment_intents.get(intent)?.status == IntentStatus::RequiresAction;
    asks.then(|| format!("/authenticate/{intent}"))
}

fn view(world: &World, id: &str, status: StatusCode, notice: &str) -> Response {
    let invoice: Invoice = match world.get(id, "id") {
        Ok(invoice) => invoice,
        Err(refusal) => return problem(world, &refusal),
    };
    let mut rows = String::new();
    for line in &invoice.lines {
        let amount = money::display(line.amount, &invoice.currency);
        add(
            &mut rows,
            format_args!("<tr><td>{}</td><td class=\"amount\">{amount}</td></tr>", escape(&line.description)),
        );
    }
    let off: i64 = invoice.discounted().iter().map(|(_, off)| off).sum();
    for (name, amount) in [("Discount", -off), ("Tax", invoice.tax()), ("Balance", invoice.starting_balance)]
    {
        if amount != 0 {
            let amount = money::display(amount, &invoice.currency);
            add(&mut rows, format_args!("<tr><td>{name}</td><td class=\"amount\">{amount}</td></tr>"));
        }
    }
    let due = money::display(invoice.amount_due(), &invoice.currency);
    let form = if invoice.status == InvoiceStatus::Open {
        format!("<form method=\"post\">{}<button>Pay {due}</button></form>", card_choice("Test card"))
    } else {
        String::new()
    };
    let body = format!(
        "{notice}<p>State: <strong>{}</strong></p>\
         <table><thead><tr><th>What</th><th class=\"amount\">Amount</th></tr></thead><tbody>{rows}</tbody>\
         <tfoot><tr><th>Due</th><th class=\"amount\">{due}</th></tr></tfoot></table>{form}",
        invoice.status.name()
    );
    let title = format!("Invoice {}", invoice.number.as_deref().unwrap_or("(draft)"));
    page(status, world, &title, &body)
}

/// One line of text on one page, which is a whole PDF.
pub(super) async fn pdf(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Response {
    let core = sandbox.core();
    let invoice: Invoice = match core.world.get(&id, "id") {
        Ok(invoice) => invoice,
        Err(refusal) => return problem(&core.world, &refusal),
    };
    let text = format!(
        "Invoice {}: {} ({})",
        invoice.number.as_deref().unwrap_or("draft"),
        money::display(invoice.amount_due(), &invoice.currency),
        invoice.status.name()
    );
    let mut response = Response::new(Body::from(small_pdf(&text)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    response
}

fn small_pdf(text: &str) -> String {
    let safe: String = text.chars().filter(|letter| letter.is_ascii() && !"()\\".contains(*letter)).collect();
    let stream = format!("BT /F1 12 Tf 50 780 Td ({safe}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (index, object) in objects.iter().enumerate() {
        add(&mut places, format_args!("{:010} 00000 n \n", file.len()));
        add(&mut file, format_args!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = file.len();
    add(
        &mut file,
        format_args!(
            "xref\n0 6\n0000000000 65535 f \n{places}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        ),
    );
    file
}

pub(super) async fn receipt(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Response {
    let core = sandbox.core();
    let charge: Charge = match core.world.get(&id, "id") {
        Ok(charge) => charge,
        Err(refusal) => return problem(&core.world, &refusal),
    };
    let body = format!(
        "<p>{} on {} with {}. Refunded: {}.</p>",
        money::display(charge.amount, &charge.currency),
        calendar::display(charge.created),
        escape(&charge.card.display()),
        money::display(charge.amount_refunded, &charge.currency)
    );
    page(StatusCode::OK, &core.world, "Receipt", &body)
}
