//! A body that is compressed once per coding, at first need, and then only sent.

use std::io::Write;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode};
use http_body_util::Full;

use super::{Encoding, secure};

/// Bytes of one content type, with their codings and strong validators. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Encoded(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    content_type: &'static str,
    hash: String,
    identity: Bytes,
    brotli: OnceLock<Bytes>,
    zstd: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

/// Who may keep an answer, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Freshness {
    /// The address carries the content's hash: everyone, for good.
    Immutable,
    /// A visitor's page: shared caches keep it for a minute and show a stale one while they fetch
    /// anew; browsers ask each time (a reader may have signed in meanwhile).
    Shared,
    /// A page for somebody signed in: only their browser, which asks each time.
    Private,
    /// Never kept: account pages, forms, errors.
    Never,
}

impl Freshness {
    pub(crate) fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Shared => "public, max-age=0, s-maxage=60, stale-while-revalidate=600",
            Self::Private => "private, no-cache",
            Self::Never => "no-store",
        })
    }

    /// What the answer depends on besides the address. Where there is a choice by cookie, the
    /// answer without cookie says so too, or a shared cache would give it to members.
    fn vary(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Immutable => "accept-encoding",
            Self::Shared | Self::Private | Self::Never => "accept-encoding, cookie",
        })
    }
}

impl Encoded {
    /// Wraps a body.
    pub(crate) fn new(identity: impl Into<Bytes>, content_type: &'static str) -> Self {
        let identity = identity.into();
        let mut hash = kernel::hash::content_hash(&identity);
        hash.truncate(20);
        Self(Arc::new(Inner {
            content_type,
            hash,
            identity,
            brotli: OnceLock::new(),
            zstd: OnceLock::new(),
            gzip: OnceLock::new(),
        }))
    }

    /// A page of HTML.
    pub(crate) fn html(html: String) -> Self {
        Self::new(html, "text/html; charset=utf-8")
    }

    /// Memory it takes, in bytes, if all codings are in use.
    pub(crate) fn weight(&self) -> u32 {
        u32::try_from(self.0.identity.len() + self.0.identity.len() / 2 + 512).unwrap_or(u32::MAX)
    }

    /// The body in a coding; identity where that isn't smaller.
    fn body(&self, encoding: Encoding) -> (Bytes, Encoding) {
        let inner = &*self.0;
        let make = |cell: &OnceLock<Bytes>, compress: fn(&[u8]) -> std::io::Result<Vec<u8>>| {
            cell.get_or_init(|| {
                compress(&inner.identity)
                    .map(Bytes::from)
                    .ok()
                    .filter(|small| small.len() < inner.identity.len())
                    .unwrap_or_else(|| inner.identity.clone())
            })
            .clone()
        };
        let body = match encoding {
            _ if !self.is_compressible() => return (inner.identity.clone(), Encoding::Identity),
            Encoding::Identity => inner.identity.clone(),
            Encoding::Brotli => make(&inner.brotli, brotli),
            Encoding::Zstd => make(&inner.zstd, zstd),
            Encoding::Gzip => make(&inner.gzip, gzip),
        };
        if body.len() == inner.identity.len() { (body, Encoding::Identity) } else { (body, encoding) }
    }

    fn is_compressible(&self) -> bool {
        let kind = self.0.content_type;
        self.0.identity.len() > 256
            && (kind.starts_with("text/")
                || kind.ends_with("+xml")
                || kind.contains("json")
                || kind.contains("xml"))
    }

    /// The answer to a GET or HEAD: the body, or 304 where the client has it already (RFC 9110,
    /// section 13.1.2).
    pub(crate) fn answer(
        &self,
        method: &Method,
        headers: &HeaderMap,
        freshness: Freshness,
    ) -> Response<Full<Bytes>> {
        self.answer_with(StatusCode::OK, method, headers, freshness)
    }

    /// [`Self::answer`] with another status; only 200 can become 304.
    pub(crate) fn answer_with(
        &self,
        status: StatusCode,
        method: &Method,
        headers: &HeaderMap,
        freshness: Freshness,
    ) -> Response<Full<Bytes>> {
        let (body, encoding) = self.body(Encoding::of(headers));
        let etag = self.etag(encoding);
        let unchanged = status == StatusCode::OK && freshness != Freshness::Never && matches(headers, &etag);
        let length = body.len();
        let mut response = Response::new(if unchanged || method == Method::HEAD {
            Full::default()
        } else {
            Full::new(body)
        });
        *response.status_mut() = if unchanged { StatusCode::NOT_MODIFIED } else { status };
        let out = response.headers_mut();
        secure(out);
        if freshness != Freshness::Never {
            out.insert(ETAG, etag);
        }
        out.insert(CACHE_CONTROL, freshness.header());
        out.insert(VARY, freshness.vary());
        if !unchanged {
            out.insert(CONTENT_TYPE, HeaderValue::from_static(self.0.content_type));
            if let Some(name) = encoding.name() {
                out.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
            }
            if method == Method::HEAD {
                out.insert(CONTENT_LENGTH, HeaderValue::from(length));
            }
        }
        response
    }

    /// Strong, and so different for each coding.
    fn etag(&self, encoding: Encoding) -> HeaderValue {
        let tag = format!(
            "\"{}{}\"",
            self.0.hash,
            encoding.name().map_or(String::new(), |name| format!("-{name}"))
        );
        // Hex digits and a known name.
        HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
    }
}

/// Whether `If-None-Match` names the tag; weak comparison, as the RFC asks.
fn matches(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    let names = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    names.flat_map(|names| names.split(',')).any(|name| {
        let name = name.trim();
        name == "*" || name.strip_prefix("W/").unwrap_or(name).as_bytes() == etag.as_bytes()
    })
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // Quality 5 is where Brotli beats gzip 9 in size at a tenth of quality 11's time.
    let mut out = Vec::with_capacity(bytes.len() / 3);
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 5, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(out)
}

fn zstd(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    zstd::bulk::compress(bytes, 6)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer =
        flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::new(6));
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use http::header::ACCEPT_ENCODING;
    use http_body_util::BodyExt;

    use super::*;

    fn page() -> Encoded {
        Encoded::html("<p>Gazette, Gazette, Gazette.</p>".repeat(100))
    }

    fn headers(pairs: &[(http::HeaderName, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_str(value).expect("a header")))
            .collect()
    }

    #[tokio::test]
    async fn every_coding_unpacks_to_the_same_page() {
        use std::io::Read;
        let page = page();
        for name in ["br", "zstd", "gzip"] {
            let response = page.answer(&Method::GET, &headers(&[(ACCEPT_ENCODING, name)]), Freshness::Shared);
            assert_eq!(response.headers()[CONTENT_ENCODING], name);
            let packed = response.into_body().collect().await.expect("a body").to_bytes();
            assert!(packed.len() < page.0.identity.len() / 4, "{name}");
            let mut unpacked = Vec::new();
            match name {
                "br" => brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut unpacked).map(drop),
                "zstd" => zstd::bulk::decompress(&packed, 1 << 20).map(|bytes| unpacked = bytes),
                _ => flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).map(drop),
            }
            .expect(name);
            assert_eq!(unpacked, page.0.identity, "{name}");
        }
    }

    #[test]
    fn a_known_page_is_not_sent_again() {
        let page = page();
        let first = page.answer(&Method::GET, &headers(&[(ACCEPT_ENCODING, "br")]), Freshness::Private);
        let tag = first.headers()[ETAG].to_str().expect("text").to_owned();
        let again = |accept: &str, tag: &str| {
            page.answer(
                &Method::GET,
                &headers(&[(ACCEPT_ENCODING, accept), (IF_NONE_MATCH, tag)]),
                Freshness::Private,
            )
            .status()
        };
        assert_eq!(again("br", &tag), StatusCode::NOT_MODIFIED);
        assert_eq!(again("br", &format!("\"x\", W/{tag}")), StatusCode::NOT_MODIFIED);
        assert_eq!(again("gzip", &tag), StatusCode::OK, "another coding is another representation");
        assert_eq!(again("br", "\"x\""), StatusCode::OK);
    }

    #[test]
    fn what_must_not_be_kept_says_so() {
        let answer = page().answer(&Method::GET, &HeaderMap::new(), Freshness::Never);
        assert_eq!(answer.headers()[CACHE_CONTROL], "no-store");
        assert!(!answer.headers().contains_key(ETAG));
    }
}
