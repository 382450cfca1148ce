//! Telling texts apart quickly.

/// 16 hexadecimal digits that tell a text from others: a hash in the manner of FNV-1a, but eight bytes at a
/// time. Against accidents, not against people.
pub fn fingerprint(text: &str) -> String {
    let step = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x100_0000_01b3).rotate_left(23);
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| step(hash, u64::from_le_bytes(*word)));
    let hash = rest.iter().fold(hash, |hash, byte| step(hash, u64::from(*byte)));
    format!("{:016x}", step(hash, text.len() as u64))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn texts_that_differ_little_have_different_fingerprints() {
        let texts = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "abcdefgh",
            "abcdefgi",
            "bbcdefgh",
            "abcdefghi",
            "abcdefgha\0",
            "abcdefgha",
        ];
        let prints: std::collections::BTreeSet<_> = texts.into_iter().map(fingerprint).collect();
        assert_eq!(prints.len(), texts.len());
        // Each bit counts, wherever it stands.
        let long = "x".repeat(1000);
        for at in 0..1000 {
            let mut other = long.clone().into_bytes();
            other[at] = b'y';
            assert_ne!(fingerprint(&String::from_utf8(other).unwrap()), fingerprint(&long), "{at}");
        }
    }
}
