use crate::json::{At, Misfit, Take};

/// An origin as browsers write it: `https://portal.example.go.id`, `http://10.0.0.5:8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transparent))]
pub struct Origin(
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(
            length(max = 300),
            regex(pattern = r"^https?://([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?$")
        )
    )]
    String,
);

/// What is said where something else stands.
const EXPECTED: &str = "an origin such as https://portal.example.go.id, without a path, in small letters";

impl Origin {
    /// Exactly what a browser calls an origin; what it would write otherwise could never match.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, place) = text.split_once("://").filter(|_| text.len() <= 300)?;
        let usual_port = match scheme {
            "https" => "443",
            "http" => "80",
            _ => return None,
        };
        // The last colon outside the brackets of an IPv6 address parts host and port.
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => (host, Some(port)),
            _ => (place, None),
        };
        if let Some(port) = port {
            let written = port.parse::<u16>().ok().filter(|number| *number > 0)?.to_string();
            if port != written || port == usual_port {
                return None;
            }
        }
        let is_name = |host: &str| {
            let letter = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'-' | b'.');
            !host.is_empty() && host.bytes().all(letter) && !host.starts_with('.') && !host.contains("..")
        };
        let is_address = |host: &str| {
            let inside = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
            // The browser writes the shortest form, and so does Rust.
            inside.is_some_and(|inside| {
                inside.parse::<std::net::Ipv6Addr>().is_ok_and(|address| address.to_string() == inside)
            })
        };
        (is_name(host) || is_address(host)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Take for Origin {
    fn take(json: serde_json::Value, at: &At) -> Result<Self, Misfit> {
        json.as_str().and_then(Self::parse).ok_or_else(|| at.misfit(EXPECTED))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_browsers_write_is_an_origin() {
        for origin in [
            "https://portal.example.go.id",
            "http://127.0.0.1:4430",
            "http://localhost",
            "https://[2001:db8::1]:8443",
            "https://xn--bandung-n2a.id",
        ] {
            assert_eq!(Origin::parse(origin).as_ref().map(Origin::as_str), Some(origin));
        }
        for other in [
            "",
            "*",
            "null",
            "https://*",
            "https://*.example.id",
            "https://portal.example.id/",
            "https://portal.example.id/takar",
            "https://portal.example.id?x",
            "https://Portal.example.id",
            "https://portal.example.id:443",
            "http://portal.example.id:80",
            "http://portal.example.id:080",
            "http://portal.example.id:0",
            "http://portal.example.id:65536",
            "http://portal.example.id:",
            "https://user@portal.example.id",
            "https://",
            "https://.id",
            "https://a..id",
            "https://[::1",
            "https://[0:0:0:0:0:0:0:1]",
            "file:///",
            "ftp://a.id",
            "https://portal .id",
            "https://pörtal.id",
        ] {
            assert_eq!(Origin::parse(other), None, "{other}");
        }
    }
}
