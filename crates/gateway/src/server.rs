//! Accepting connections: HTTP/1.1, limits on slow clients, graceful shutdown.
//!
//! A request first meets the fast path: a page that is in memory for this reader is answered at
//! once, without routing. Everything else goes through the router.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use http::{Method, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::app::App;
use crate::http::RequestId;
use crate::reader::{Reader, Readers};
use crate::{metrics, router, serve_page};

/// How long a client may take to send its request's head.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// How long requests under way may take after shutdown was asked for.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(20);

/// Serves until cancelled, then finishes the requests under way.
pub async fn serve(app: App, listener: TcpListener, cancel: CancellationToken) -> std::io::Result<()> {
    let router = router::router(app.clone());
    let graceful = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = cancel.cancelled() => break,
        };
        match accepted {
            Ok((stream, peer)) => connection(&app, &router, &graceful, stream, peer),
            Err(error) => {
                // Out of file descriptors, say: give the others time to finish.
                tracing::warn!(%error, "can't accept a connection");
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(SHUTDOWN_TIMEOUT, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were still under way at shutdown");
    }
    Ok(())
}

fn connection(app: &App, router: &Router, graceful: &GracefulShutdown, stream: TcpStream, peer: SocketAddr) {
    // Answers are written whole; waiting to fill packets would only delay them.
    let _ = stream.set_nodelay(true);
    let (app, router) = (app.clone(), router.clone());
    let service = service_fn(move |request| {
        let (app, router) = (app.clone(), router.clone());
        async move { Ok::<_, Infallible>(answer(&app, router, request, peer).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .serve_connection(TokioIo::new(stream), service);
    let watched = graceful.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = watched.await {
            tracing::debug!(%error, "connection ended");
        }
    });
}

async fn answer(app: &App, router: Router, request: Request<Incoming>, peer: SocketAddr) -> Response {
    let started = std::time::Instant::now();
    let (mut parts, body) = request.into_parts();
    let id = RequestId::next();
    if let Some(mut response) = from_memory(app, &parts) {
        id.put(response.headers_mut());
        metrics::answered(response.status(), metrics::Path::Memory, started);
        return response;
    }
    parts.extensions.insert(id);
    parts.extensions.insert(app.settings.trusted_proxies.client(peer, &parts.headers));
    let span = tracing::info_span!("request", %id, method = %parts.method, path = parts.uri.path());
    let request = Request::from_parts(parts, Body::new(body));
    let response = tracing::Instrument::instrument(router.oneshot(request), span).await;
    let response = response.unwrap_or_else(|never| match never {});
    metrics::answered(response.status(), metrics::Path::Routed, started);
    response
}

/// The page at this address for this reader, if both are in memory. Addresses with a query go
/// through the router, which knows which queries matter.
fn from_memory(app: &App, request: &http::request::Parts) -> Option<Response> {
    let read = matches!(request.method, Method::GET | Method::HEAD) && request.uri.query().is_none();
    if !read {
        return None;
    }
    let reader = match Readers::token(&app.settings, &request.headers) {
        None => Reader::Visitor,
        Some(token) => Reader::SignedIn(app.readers.remembered(token)?),
    };
    serve_page::from_memory(app, &reader, request, request.uri.path())
}
