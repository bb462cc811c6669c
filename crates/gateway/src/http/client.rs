//! Where a request came from, for limits and the audit trail; never stored as it is.

use std::net::{IpAddr, SocketAddr};

use http::HeaderMap;
use http::header::USER_AGENT;

/// What a browser calls itself; empty if it doesn't.
pub(crate) fn user_agent(headers: &HeaderMap) -> &str {
    headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default()
}

/// Addresses of reverse proxies whose `X-Forwarded-For` is believed. From anyone else the header
/// is an invention of the client and is ignored.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<IpAddr>);

/// The address a request came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClientAddress(pub(crate) IpAddr);

impl TrustedProxies {
    /// Trusts these addresses.
    #[must_use]
    pub fn new(addresses: Vec<IpAddr>) -> Self {
        Self(addresses)
    }

    /// The nearest address that isn't one of the proxies.
    pub(crate) fn client(&self, peer: SocketAddr, headers: &HeaderMap) -> ClientAddress {
        let peer = peer.ip().to_canonical();
        if !self.0.contains(&peer) {
            return ClientAddress(peer);
        }
        let hops: Vec<IpAddr> = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|hops| hops.split(','))
            .filter_map(|hop| hop.trim().parse().ok())
            .collect();
        ClientAddress(hops.into_iter().rev().find(|hop| !self.0.contains(hop)).unwrap_or(peer))
    }
}

impl ClientAddress {
    /// The bytes of the network that counts as one client: four of IPv4, eight of IPv6.
    pub(crate) fn network_bytes(self, bytes: &mut [u8; 8]) -> &[u8] {
        match self.0 {
            IpAddr::V4(address) => {
                bytes[..4].copy_from_slice(&address.octets());
                &bytes[..4]
            }
            IpAddr::V6(address) => {
                bytes.copy_from_slice(&address.octets()[..8]);
                bytes
            }
        }
    }

    /// The network that counts as one client: the IPv4 address, or the IPv6 /64.
    pub(crate) fn network(self) -> String {
        match self.0 {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &[&str], peer: &str, forwarded: &'static str) -> String {
        let trusted = trusted.iter().map(|ip| ip.parse().expect("an address")).collect();
        let headers =
            [(http::HeaderName::from_static("x-forwarded-for"), http::HeaderValue::from_static(forwarded))];
        let peer = SocketAddr::new(peer.parse().expect("an address"), 1);
        TrustedProxies::new(trusted).client(peer, &headers.into_iter().collect()).0.to_string()
    }

    #[test]
    fn only_proxies_we_know_are_believed() {
        assert_eq!(client(&[], "9.9.9.9", "1.1.1.1"), "9.9.9.9");
        assert_eq!(client(&["10.0.0.1"], "10.0.0.1", "1.1.1.1"), "1.1.1.1");
        assert_eq!(client(&["10.0.0.1"], "10.0.0.1", "6.6.6.6, 1.1.1.1"), "1.1.1.1", "the nearest hop");
        assert_eq!(client(&["10.0.0.1", "10.0.0.2"], "10.0.0.1", "1.1.1.1, 10.0.0.2"), "1.1.1.1");
        assert_eq!(client(&["10.0.0.1"], "10.0.0.1", "nonsense"), "10.0.0.1");
    }
}
