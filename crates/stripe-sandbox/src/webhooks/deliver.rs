//! Sending one delivery over plain HTTP.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, header};
use http_body_util::Full;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use url::Url;

use super::Outcome;

/// Posts a body; anything but an answer in time is a failure.
pub(crate) async fn post(url: &str, signature: Option<String>, body: String, timeout: Duration) -> Outcome {
    match tokio::time::timeout(timeout, send(url, signature, body)).await {
        Ok(Ok(status)) => Outcome::Answered(status),
        Ok(Err(reason)) => Outcome::Failed(reason),
        Err(_) => Outcome::Failed(format!("no answer within {} s", timeout.as_secs())),
    }
}

async fn send(url: &str, signature: Option<String>, body: String) -> Result<u16, String> {
    let url = Url::parse(url).map_err(|error| error.to_string())?;
    let host = url.host_str().ok_or("the address has no host")?.to_owned();
    let port = url.port_or_known_default().unwrap_or(80);
    let stream =
        TcpStream::connect((host.trim_matches(['[', ']']), port)).await.map_err(|error| error.to_string())?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|error| error.to_string())?;
    let driver = tokio::spawn(connection);
    let path = match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let mut request = Request::post(path)
        .header(header::HOST, format!("{host}:{port}"))
        .header(header::USER_AGENT, "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8");
    if let Some(signature) = signature {
        request = request.header("stripe-signature", signature);
    }
    let request = request.body(Full::new(Bytes::from(body))).map_err(|error| error.to_string())?;
    let answer = sender.send_request(request).await.map_err(|error| error.to_string());
    driver.abort();
    answer.map(|answer| answer.status().as_u16())
}
