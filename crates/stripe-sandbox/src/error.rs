//! Stripe's errors: one type, one body (`{"error": {…}}`), one status.

use http::StatusCode;
use serde_json::{Map, Value, json};

/// What a call answers: a value, or Stripe's refusal.
pub(crate) type Answer<T> = Result<T, Refusal>;

/// A call that Stripe would refuse, with everything its error body says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refusal(Box<Details>);

#[derive(Debug, Clone, PartialEq)]
struct Details {
    status: StatusCode,
    kind: &'static str,
    code: Option<String>,
    decline_code: Option<String>,
    param: Option<String>,
    message: String,
    /// Objects that belong to the failure: `payment_intent`, `payment_method`, `charge`.
    more: Map<String, Value>,
}

impl Refusal {
    fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Self {
        Self(Box::new(Details {
            status,
            kind,
            code: None,
            decline_code: None,
            param: None,
            message: message.into(),
            more: Map::new(),
        }))
    }

    /// 400: a parameter is wrong.
    pub(crate) fn invalid(param: impl Into<String>, message: impl Into<String>) -> Self {
        Self::request(message).param(param)
    }

    /// 400: the request as a whole can't be done.
    pub(crate) fn request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request_error", message)
    }

    /// 400: a parameter that must be there is not.
    pub(crate) fn missing_param(param: &str) -> Self {
        Self::invalid(param, format!("Missing required param: {param}.")).code("parameter_missing")
    }

    /// 400: parameters that the call doesn't have.
    pub(crate) fn unknown_params(params: &[String]) -> Self {
        let first = params.first().cloned().unwrap_or_default();
        let label = if params.len() == 1 { "parameter" } else { "parameters" };
        Self::invalid(first, format!("Received unknown {label}: {}", params.join(", ")))
            .code("parameter_unknown")
    }

    /// 404, or 400 when the id came as a parameter of another object's call.
    pub(crate) fn missing(kind: &str, id: &str, param: &str) -> Self {
        let status = if param == "id" { StatusCode::NOT_FOUND } else { StatusCode::BAD_REQUEST };
        Self::new(status, "invalid_request_error", format!("No such {kind}: '{id}'"))
            .code("resource_missing")
            .param(param)
    }

    pub(crate) fn no_such_address(method: &str, path: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "invalid_request_error",
            format!(
                "Unrecognized request URL ({method}: {path}). The sandbox has only the part of Stripe that it documents."
            ),
        )
    }

    /// 401.
    pub(crate) fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "invalid_request_error", message)
    }

    /// 402: the card refused.
    pub(crate) fn card(code: &str, decline_code: Option<&str>, message: impl Into<String>) -> Self {
        let mut refusal = Self::new(StatusCode::PAYMENT_REQUIRED, "card_error", message).code(code);
        refusal.0.decline_code = decline_code.map(str::to_owned);
        refusal
    }

    /// 400: the key was used with other parameters.
    pub(crate) fn idempotency(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "idempotency_error", message)
    }

    /// 429.
    pub(crate) fn rate_limited() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "invalid_request_error",
            "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
        )
        .code("rate_limit")
    }

    /// 500.
    pub(crate) fn server_error() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "api_error",
            "An unknown error occurred (the sandbox was told to fail this call).",
        )
    }

    pub(crate) fn code(mut self, code: impl Into<String>) -> Self {
        self.0.code = Some(code.into());
        self
    }

    pub(crate) fn param(mut self, param: impl Into<String>) -> Self {
        self.0.param = Some(param.into());
        self
    }

    /// Adds an object that belongs to the failure.
    pub(crate) fn with(mut self, key: &str, object: Value) -> Self {
        self.0.more.insert(key.to_owned(), object);
        self
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.0.status
    }

    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }

    /// Stripe's error body.
    pub(crate) fn body(&self) -> Value {
        let details = &self.0;
        let mut error = details.more.clone();
        error.insert("type".to_owned(), json!(details.kind));
        error.insert("message".to_owned(), json!(details.message));
        let texts =
            [("code", &details.code), ("decline_code", &details.decline_code), ("param", &details.param)];
        for (key, text) in texts {
            if let Some(text) = text {
                error.insert(key.to_owned(), json!(text));
            }
        }
        if let Some(code) = &details.code {
            error.insert(
                "doc_url".to_owned(),
                json!(format!("https://stripe.com/docs/error-codes/{code}").replace('_', "-")),
            );
        }
        json!({ "error": error })
    }
}
