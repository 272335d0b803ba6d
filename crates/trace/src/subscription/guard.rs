//! Where results may be sent: nowhere inside, so that nobody reaches through Sen what only Sen can reach (OWASP ASVS
//! 5.0, 1.3.6). Names are looked up once, and the connection goes to what was found then.

use std::io::{Error, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Longest destination.
const MAX_DESTINATION: usize = 2_000;

/// Whether a text is an address that results may be sent to: of HTTPS, without a login. Where private networks are
/// allowed, plain HTTP is too.
pub(super) fn is_destination(text: &str, allows_private: bool) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let is_web = url.scheme() == "https" || (allows_private && url.scheme() == "http");
    let is_plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    let is_outside = allows_private || literal(&url).is_none_or(is_outside);
    text.len() <= MAX_DESTINATION && is_web && is_plain && is_outside && url.has_host()
}

fn literal(url: &Url) -> Option<IpAddr> {
    let host = url.host_str()?;
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host).parse().ok()
}

/// Looks names up and gives outside addresses only.
pub(super) struct OutsideOnly;

impl Resolve for OutsideOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let outside: Vec<SocketAddr> = found.filter(|address| is_outside(address.ip())).collect();
            if outside.is_empty() {
                return Err(Error::new(ErrorKind::PermissionDenied, "the name leads inside").into());
            }
            Ok(Box::new(outside.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is one of the open internet.
fn is_outside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_outside_v4(ip),
        IpAddr::V6(ip) => is_outside_v6(ip),
    }
}

// IANA's special-purpose registry (RFC 6890), by what is not global.
fn is_outside_v4(ip: Ipv4Addr) -> bool {
    let [first, second, third, _] = ip.octets();
    let is_special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || ip.is_broadcast()
        || first == 0
        || first >= 224
        || (first == 100 && second & 0xC0 == 64)
        || (first == 192 && second == 0 && third == 0)
        || (first == 198 && second & 0xFE == 18);
    !is_special
}

// Only what is handed out (2000::/3), without tunnels and translations into IPv4, and without examples.
fn is_outside_v6(ip: Ipv6Addr) -> bool {
    if let Some(ip) = ip.to_ipv4_mapped() {
        return is_outside_v4(ip);
    }
    let [first, second, ..] = ip.segments();
    let is_tunnel = first == 0x2002 || (first == 0x2001 && second < 0x200);
    let is_example = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
    first & 0xE000 == 0x2000 && !is_tunnel && !is_example
}

#[cfg(test)]
mod tests {
    use super::{is_destination, is_outside};

    #[test]
    fn what_only_this_machine_can_reach_is_no_destination() {
        let inside = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "192.0.0.8",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
        ];
        for ip in inside {
            assert!(!is_outside(ip.parse().unwrap()), "{ip}");
        }
        for ip in ["1.1.1.1", "203.162.0.1", "2001:4860:4860::8888", "::ffff:1.1.1.1"] {
            assert!(is_outside(ip.parse().unwrap()), "{ip}");
        }
    }

    #[test]
    fn a_destination_is_of_https_and_names_no_inside_address() {
        for (text, holds) in [
            ("https://client.example.com/hook?x=1", true),
            ("http://client.example.com/hook", false),
            ("https://127.0.0.1/hook", false),
            ("https://2130706433/hook", false),
            ("https://0x7f.1/hook", false),
            ("https://[::1]/hook", false),
            ("https://user:secret@client.example.com/", false),
            ("https://client.example.com/#part", false),
            ("ftp://client.example.com/", false),
            ("client.example.com", false),
            ("", false),
        ] {
            assert_eq!(is_destination(text, false), holds, "{text}");
        }
        assert!(is_destination("http://127.0.0.1:9000/hook", true));
        assert!(!is_destination("file:///etc/passwd", true));
    }
}
