//! Texts that take less room in a storage that counts characters.
//!
//! DEFLATE (RFC 1950, with its check sum), and 15 bits of the result in each character: the characters
//! from U+0020 on are none that a storage or UTF-8 could change. A draft takes about a tenth of its
//! length in this way.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use crate::exchange::problem::LIMIT_BYTES;

const BITS: u32 = 15;
const FIRST: u32 = 0x20;
/// As good as 9 for JSON, and several times as fast.
const EFFORT: u8 = 5;

/// A shorter form of a text, if there is one.
pub(super) fn pack(text: &str) -> Option<String> {
    let bytes = compress_to_vec_zlib(text.as_bytes(), EFFORT);
    let mut packed = String::with_capacity(bytes.len() * 8 / 5);
    let (mut held, mut count) = (0_u32, 0);
    let mut length = 0;
    let mut put = |bits: u32| {
        packed.extend(char::from_u32(FIRST + bits));
        length += 1;
    };
    for byte in bytes {
        held = held << 8 | u32::from(byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            put(held >> count);
            held &= (1 << count) - 1;
        }
    }
    if count > 0 {
        put(held << (BITS - count));
    }
    (length < text.encode_utf16().count()).then_some(packed)
}

/// The text again; nothing if it is damaged, or longer than any draft.
pub(super) fn unpack(packed: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(packed.len() * 2 / 3);
    let (mut held, mut count) = (0_u32, 0);
    for letter in packed.chars() {
        let bits = u32::from(letter).checked_sub(FIRST).filter(|bits| bits >> BITS == 0)?;
        held = held << BITS | bits;
        count += BITS;
        while count >= 8 {
            count -= 8;
            bytes.push((held >> count) as u8);
            held &= (1 << count) - 1;
        }
    }
    let text = decompress_to_vec_zlib_with_limit(&bytes, LIMIT_BYTES as usize).ok()?;
    String::from_utf8(text).ok()
}
