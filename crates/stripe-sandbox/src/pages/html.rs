//! What all pages share: escaping, the frame, the choice of a card.

use std::fmt::{self, Write as _};

use axum::{body::Body, response::Response};
use http::{HeaderValue, StatusCode, header};

use crate::{
    error::{Answer, Refusal},
    form::Params,
    objects::Billing,
    world::{TEST_CARDS, World, by_number},
};

/// Adds to a text.
pub(super) fn add(html: &mut String, more: fmt::Arguments) {
    // Writing to a string can't fail.
    let _ = html.write_fmt(more);
}

/// Text made harmless in elements and quoted attributes.
pub(super) fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut safe, letter| {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
        safe
    })
}

const STYLE: &str = "
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 42rem; margin: 0 auto; padding: 1rem; }
.test { background: #fde68a; color: #422006; padding: .25rem .75rem; border-radius: .25rem; }
[role=alert] { border-left: .3rem solid #b91c1c; padding: .5rem 1rem; }
[role=status] { border-left: .3rem solid #15803d; padding: .5rem 1rem; }
fieldset { border: 1px solid; border-radius: .5rem; margin: 1rem 0; }
label { display: block; padding: .35rem 0; }
input[type=email], input[type=text], select { font: inherit; width: 100%; padding: .5rem; box-sizing: border-box; }
button { font: inherit; padding: .6rem 1.2rem; margin: .25rem .5rem .25rem 0; cursor: pointer; min-height: 2.75rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .35rem .5rem .35rem 0; }
td.amount, th.amount { text-align: end; }
";

/// A whole page. The body is HTML already.
pub(super) fn page(status: StatusCode, world: &World, title: &str, body: &str) -> Response {
    let (business, title) = (escape(&world.settings.business_name), escape(title));
    let html = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><title>{title} – {business}</title><style>{STYLE}</style></head>\
         <body><header><p><strong>{business}</strong> <span class=\"test\">Sandbox: no real money</span></p></header>\
         <main><h1>{title}</h1>{body}</main></body></html>"
    );
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A page that says what went wrong.
pub(super) fn problem(world: &World, refusal: &Refusal) -> Response {
    page(refusal.status(), world, "This doesn't work", &alert(refusal.message()))
}

pub(super) fn alert(message: &str) -> String {
    format!("<p role=\"alert\">{}</p>", escape(message))
}

/// On to another address, with GET.
pub(super) fn see_other(address: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    match HeaderValue::from_str(address) {
        Ok(value) => {
            response.headers_mut().insert(header::LOCATION, value);
        }
        Err(_) => *response.status_mut() = StatusCode::BAD_REQUEST,
    }
    response
}

/// The choice of a test card.
pub(super) fn card_choice(legend: &str) -> String {
    let mut choices = String::new();
    for (index, card) in TEST_CARDS.iter().enumerate() {
        let checked = if index == 0 { " checked" } else { "" };
        let digits =
            card.number.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
        add(
            &mut choices,
            format_args!(
                "<label><input type=\"radio\" name=\"card\" value=\"{}\"{checked}> {digits} – {}</label>",
                card.number,
                escape(card.label)
            ),
        );
    }
    format!(
        "<fieldset><legend>{}</legend>{choices}\
         <label>Expiry (MM/YY; empty is four years from now) \
         <input type=\"text\" name=\"expiry\" inputmode=\"numeric\" autocomplete=\"cc-exp\" pattern=\"(0[1-9]|1[0-2])/[0-9]{{2}}\">\
         </label></fieldset>",
        escape(legend)
    )
}

/// The card that was chosen, made into a payment method; `None` when none was.
pub(super) fn chosen_card(
    world: &mut World,
    params: &mut Params,
    email: Option<String>,
) -> Answer<Option<String>> {
    let Some(number) = params.text("card")? else { return Ok(None) };
    let card = by_number(&number).ok_or_else(|| Refusal::invalid("card", "Choose one of the test cards."))?;
    let expiry = match params.text("expiry")? {
        None => None,
        Some(text) => {
            Some(expiry(&text).ok_or_else(|| Refusal::invalid("expiry", "Write the expiry as MM/YY."))?)
        }
    };
    Ok(Some(world.add_card(card, expiry, Billing { email, ..Billing::default() })))
}

/// Year and month of `MM/YY`.
fn expiry(text: &str) -> Option<(i64, i64)> {
    let (month, year) = text.split_once('/')?;
    let (month, year): (i64, i64) = (month.trim().parse().ok()?, year.trim().parse().ok()?);
    ((1..=12).contains(&month) && (0..100).contains(&year)).then_some((2000 + year, month))
}

#[cfg(test)]
mod tests {
    use super::{escape, expiry};

    #[test]
    fn text_from_outside_stays_text() {
        assert_eq!(escape("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
    }

    #[test]
    fn expiries_are_months() {
        assert_eq!(expiry("02/27"), Some((2027, 2)));
        assert_eq!(expiry("13/27"), None);
        assert_eq!(expiry("0227"), None);
    }
}
