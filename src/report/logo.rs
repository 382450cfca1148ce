use crate::exchange::base64;

/// Longest logo, in bytes of its file: it stands beside the drafts in a storage of some 5 MB.
pub const LOGO_LIMIT: u64 = 200_000;

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLogo {
    TooLarge,
    /// Neither PNG nor JPEG nor SVG, whatever its name says.
    OtherFormat,
}

/// A picture as an address that holds it. As the source of an `img` nothing in it can run or load anything.
///
/// # Errors
/// Why it is not taken.
pub fn logo(bytes: &[u8]) -> Result<String, NoLogo> {
    if bytes.len() as u64 > LOGO_LIMIT {
        return Err(NoLogo::TooLarge);
    }
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpeg",
        _ if is_svg(bytes) => "svg+xml",
        _ => return Err(NoLogo::OtherFormat),
    };
    Ok(format!("data:image/{kind};base64,{}", base64(bytes)))
}

/// Whether an address is one that [`logo`] makes: what the storage holds may be anybody's.
pub(super) fn is_logo(address: &str) -> bool {
    let kinds = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/svg+xml;base64,"];
    kinds.iter().any(|kind| {
        let rest = address.strip_prefix(kind);
        rest.is_some_and(|rest| {
            rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
        })
    })
}

fn is_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("<svg") || (text.starts_with("<?xml") || text.starts_with("<!")) && text.contains("<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_known_by_what_it_holds() {
        let png = logo(b"\x89PNG\r\n\x1a\nrest").unwrap();
        assert!(png.starts_with("data:image/png;base64,iVBORw0KGgpyZXN0"), "{png}");
        assert!(logo(b"\xff\xd8\xff\xe0").unwrap().starts_with("data:image/jpeg;"));
        assert!(logo(b"<?xml version=\"1.0\"?><svg/>").unwrap().starts_with("data:image/svg+xml;"));
        assert_eq!(logo(b"GIF89a"), Err(NoLogo::OtherFormat));
        assert_eq!(logo(b"<html><body></body></html>"), Err(NoLogo::OtherFormat));
        assert_eq!(logo(b""), Err(NoLogo::OtherFormat));
        assert_eq!(logo(&vec![0x89; 200_001]), Err(NoLogo::TooLarge));
        assert!(is_logo(&png));
        assert!(!is_logo("https://a.id/logo.png") && !is_logo("data:image/png;base64,\" onload=\""));
        assert!(!is_logo("data:text/html;base64,AAAA"));
    }
}
