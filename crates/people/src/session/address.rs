//! Where a request comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;

/// Most characters kept of what a browser calls itself.
const AGENT_MOST: usize = 200;

/// Where a request comes from, as far as is known.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The address; of IPv6 the network of 64 bits, which is what one party holds.
    pub address: Option<String>,
    /// What the browser calls itself.
    pub agent: String,
}

impl<S: Sync> FromRequestParts<S> for Origin {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let agent = parts.headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let forwarded = forwarded.and_then(|value| value.to_str().ok());
        Ok(Self {
            address: peer.map(|peer| party(client(peer, forwarded))),
            agent: agent.chars().take(AGENT_MOST).collect(),
        })
    }
}

// A proxy on this machine says whom it stands for in the last entry; a stranger's header counts for nothing.
fn client(peer: IpAddr, forwarded: Option<&str>) -> IpAddr {
    let said = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|last| last.trim().parse().ok());
    match said {
        Some(said) if peer.is_loopback() => said,
        _ => peer,
    }
}

fn party(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{client, party};

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        let (here, there) = ("127.0.0.1".parse().unwrap(), "203.0.113.9".parse().unwrap());
        assert_eq!(client(here, Some("1.2.3.4, 203.0.113.7")).to_string(), "203.0.113.7");
        assert_eq!(client(there, Some("1.2.3.4")), there);
        assert_eq!(client(here, Some("nonsense")), here);
    }

    #[test]
    fn a_party_of_ipv6_is_its_network() {
        assert_eq!(party("2001:db8:1:2:3:4:5:6".parse().unwrap()), "2001:db8:1:2::/64");
        assert_eq!(party("::ffff:203.0.113.9".parse().unwrap()), "203.0.113.9");
    }
}
