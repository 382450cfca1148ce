//! A colour of the host as the page's accent, in which every text stays readable.

use std::fmt;

/// A colour without transparency: red, green and blue of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

const BLACK: Colour = Colour([0; 3]);
const WHITE: Colour = Colour([255; 3]);

impl Colour {
    /// Reads `#0b57b0` or `#05b`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|c| c.is_ascii_hexdigit()))?;
        let byte =
            |at: usize, length: usize| u8::from_str_radix(&digits[at * length..(at + 1) * length], 16).ok();
        let (length, times) = match digits.len() {
            6 => (2, 1),
            3 => (1, 17),
            _ => return None,
        };
        Some(Self([byte(0, length)? * times, byte(1, length)? * times, byte(2, length)? * times]))
    }

    /// So many parts of a hundred of another colour, the rest of this one.
    fn mixed(self, other: Self, percent: u32) -> Self {
        let part = |at: usize| {
            let (a, b) = (u32::from(self.0[at]), u32::from(other.0[at]));
            u8::try_from((a * (100 - percent) + b * percent + 50) / 100).unwrap_or(u8::MAX)
        };
        Self([part(0), part(1), part(2)])
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(self) -> f64 {
        let part = |at: usize| {
            let share = f64::from(self.0[at]) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
    }

    /// The contrast ratio of WCAG 2.2, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// What the page is drawn on in one colour scheme: `style/tokens.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// `--paper`, `--ground` and `--raised`: on all of them stand links and buttons.
    pub under: [Colour; 3],
    /// `--warn-wash` and `--bad-wash`: links stand on them.
    pub notes: [Colour; 2],
    /// `--ink`, `--ink-soft`, `--good`, `--warn` and `--bad`: they stand on the accent's wash.
    pub inks: [Colour; 5],
    /// `--level-4`: filled steps and bars lie on the accent's wash.
    pub level: Colour,
    /// Towards which colour an accent is mixed that cannot be read.
    towards: Colour,
    /// Parts of a hundred of the accent in its wash.
    wash: u32,
}

/// The light scheme and the dark one.
pub const GROUNDS: [Grounds; 2] = [
    Grounds {
        under: [Colour([0xff; 3]), Colour([0xf4, 0xf6, 0xf8]), Colour([0xff; 3])],
        notes: [Colour([0xfd, 0xf3, 0xde]), Colour([0xfd, 0xec, 0xea])],
        inks: [
            Colour([0x1c, 0x21, 0x28]),
            Colour([0x4f, 0x59, 0x66]),
            Colour([0x1b, 0x6b, 0x2f]),
            Colour([0x7d, 0x51, 0x00]),
            Colour([0xb3, 0x26, 0x1e]),
        ],
        level: Colour([0x2b, 0x6d, 0xbb]),
        towards: BLACK,
        wash: 9,
    },
    Grounds {
        under: [Colour([0x14, 0x17, 0x1c]), Colour([0x0e, 0x11, 0x15]), Colour([0x1a, 0x1e, 0x25])],
        notes: [Colour([0x2e, 0x24, 0x10]), Colour([0x33, 0x17, 0x15])],
        inks: [
            Colour([0xe8, 0xec, 0xf1]),
            Colour([0xa9, 0xb4, 0xc1]),
            Colour([0x6f, 0xcf, 0x87]),
            Colour([0xf0, 0xb8, 0x49]),
            Colour([0xff, 0x9a, 0x92]),
        ],
        level: Colour([0x74, 0xac, 0xef]),
        towards: WHITE,
        wash: 12,
    },
];

/// The tokens of one colour scheme that an accent gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Links, outlines, and what buttons are filled with.
    pub accent: Colour,
    /// What is written on that.
    pub ink: Colour,
    /// A ground with a breath of it.
    pub wash: Colour,
}

/// An accent for both schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    pub light: Shades,
    pub dark: Shades,
}

/// WCAG 2.2, 1.4.3: text.
const ENOUGH: f64 = 4.5;

/// WCAG 2.2, 1.4.11: marks.
const ENOUGH_TO_SEE: f64 = 3.0;

impl Accent {
    /// The nearest shades of a colour in which everything can be read. Its hue stays, as far as the colour has one;
    /// yellow becomes olive on white, navy becomes light blue on black.
    pub fn of(colour: Colour) -> Self {
        let [light, dark] = GROUNDS.map(|grounds| grounds.shades(colour));
        Self { light, dark }
    }

    /// As a style sheet that takes the place of the page's own tokens.
    pub fn css(&self) -> String {
        let tokens = |Shades { accent, ink, wash }: Shades| {
            format!(":root{{--accent:{accent};--accent-ink:{ink};--accent-wash:{wash}}}")
        };
        let (light, dark) = (tokens(self.light), tokens(self.dark));
        format!("{light}@media (prefers-color-scheme: dark){{{dark}}}")
    }
}

impl Grounds {
    fn shades(self, colour: Colour) -> Shades {
        let made = |percent| {
            let accent = colour.mixed(self.towards, percent);
            let ink = if accent.contrast(WHITE) >= ENOUGH { WHITE } else { BLACK };
            Shades { accent, ink, wash: self.under[0].mixed(accent, self.wash) }
        };
        // At a hundred it is black on white, or white on black.
        (0..100).map(made).find(|shades| self.holds(*shades)).unwrap_or_else(|| made(100))
    }

    /// Whether all that is written in, on and around an accent can be read.
    pub fn holds(self, Shades { accent, ink, wash }: Shades) -> bool {
        let mut grounds = self.under.iter().chain(&self.notes);
        let under = grounds.all(|ground| accent.contrast(*ground) >= ENOUGH);
        let on_wash = self.inks.iter().chain([&accent]).all(|ink| ink.contrast(wash) >= ENOUGH);
        under && on_wash && self.level.contrast(wash) >= ENOUGH_TO_SEE && ink.contrast(accent) >= ENOUGH
    }
}
