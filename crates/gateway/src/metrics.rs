//! What is counted, for Prometheus.

use std::time::Instant;

use http::StatusCode;

/// How a request was answered.
#[derive(Clone, Copy)]
pub(crate) enum Path {
    /// From memory, without routing.
    Memory,
    /// By a handler.
    Routed,
}

/// Counts an answer and its time.
pub(crate) fn answered(status: StatusCode, path: Path, started: Instant) {
    let class = match status.as_u16() / 100 {
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        5 => "5xx",
        _ => "1xx",
    };
    let path = match path {
        Path::Memory => "memory",
        Path::Routed => "routed",
    };
    metrics::counter!("gazette_http_requests_total", "status" => class, "path" => path).increment(1);
    metrics::histogram!("gazette_http_request_seconds", "path" => path)
        .record(started.elapsed().as_secs_f64());
}
