use std::cmp::Ordering;
use std::fmt;

use crate::instrument::Value;

/// An exact value: a fraction of whole numbers, in units (not hundredths).
///
/// Indices are compared and summed as such; rounding happens only where one is shown.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    numerator: u64,
    denominator: u64,
}

impl Exact {
    /// The mean of a sum of `hundredths × weight` over `weight`. A weight of 0 counts as 1.
    pub(crate) fn weighted(sum: u64, weight: u64) -> Self {
        Self { numerator: sum, denominator: weight.max(1) * 100 }
    }

    /// The least sum of `hundredths × weight` over `weight` that is not below this.
    pub(crate) fn least_sum(self, weight: u32) -> u64 {
        let sum = u128::from(self.numerator) * 100 * u128::from(weight.max(1));
        u64::try_from(sum.div_ceil(u128::from(self.denominator))).unwrap_or(u64::MAX)
    }

    /// A weight as a percentage of the total weight.
    pub fn share(weight: u32, total: u32) -> Self {
        Self { numerator: u64::from(weight) * 100, denominator: u64::from(total.max(1)) }
    }

    /// A hundred times as much: what value × percentage gives, before it is divided by 100.
    pub fn times_hundred(self) -> Self {
        Self { numerator: self.numerator * 100, denominator: self.denominator }
    }

    /// `numerator / denominator` in lowest terms.
    pub fn fraction(self) -> (u64, u64) {
        let divisor = gcd(self.numerator, self.denominator).max(1);
        (self.numerator / divisor, self.denominator / divisor)
    }

    /// Rounded half up to hundredths: the only rounding there is, for display.
    ///
    /// No regulation states it; all 32 published results that lie exactly on a half agree with it.
    pub fn rounded(self) -> Value {
        let hundredths = self.scaled(100);
        Value::hundredths(u16::try_from(hundredths).unwrap_or(u16::MAX))
    }

    /// The decimal form: at least `places` decimals, more while they are exact (at most 8), rounded
    /// half up where it never ends.
    pub fn decimal(self, places: u8) -> String {
        let ends = (places..=8).find(|places| self.ends_within(*places));
        let places = u32::from(ends.unwrap_or(places));
        let scaled = self.scaled(10u64.pow(places));
        let unit = 10u64.pow(places);
        if places == 0 {
            return scaled.to_string();
        }
        format!("{}.{:0width$}", scaled / unit, scaled % unit, width = places as usize)
    }

    /// Whether its decimal form ends within so many decimals.
    pub fn ends_within(self, places: u8) -> bool {
        let (numerator, denominator) = self.fraction();
        let scale = 10u128.pow(u32::from(places));
        (u128::from(numerator) * scale).is_multiple_of(u128::from(denominator))
    }

    /// The distance to a value, or `None` when it is reached.
    pub fn short_of(self, target: Value) -> Option<Exact> {
        let target = u64::from(target.as_hundredths()) * self.denominator;
        let here = self.numerator * 100;
        (here < target).then(|| Exact { numerator: target - here, denominator: self.denominator * 100 })
    }

    /// How far apart two values are.
    pub fn distance(self, other: Self) -> Self {
        self.with(other, u128::abs_diff)
    }

    /// Their sum.
    pub fn plus(self, other: Self) -> Self {
        self.with(other, |left, right| left + right)
    }

    /// Both over one denominator, in lowest terms, so that long sums stay small.
    fn with(self, other: Self, of: fn(u128, u128) -> u128) -> Self {
        let (left, right) = (self.fraction(), other.fraction());
        let denominator = u128::from(left.1 / gcd(left.1, right.1).max(1)) * u128::from(right.1);
        let scaled = |(numerator, own): (u64, u64)| u128::from(numerator) * (denominator / u128::from(own));
        let narrow = |number: u128| u64::try_from(number).unwrap_or(u64::MAX);
        Self { numerator: narrow(of(scaled(left), scaled(right))), denominator: narrow(denominator) }
    }

    /// Where it lies between two values: 0.0 to 1.0, for drawing only.
    pub fn position(self, min: Value, max: Value) -> f64 {
        let here = self.numerator as f64 / self.denominator as f64 * 100.0;
        let (min, max) = (f64::from(min.as_hundredths()), f64::from(max.as_hundredths()));
        ((here - min) / (max - min)).clamp(0.0, 1.0)
    }

    fn scaled(self, unit: u64) -> u64 {
        let (numerator, denominator) = (u128::from(self.numerator), u128::from(self.denominator));
        let rounded = (numerator * u128::from(unit) * 2 + denominator) / (denominator * 2);
        u64::try_from(rounded).unwrap_or(u64::MAX)
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

impl From<Value> for Exact {
    fn from(value: Value) -> Self {
        Self { numerator: u64::from(value.as_hundredths()), denominator: 100 }
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.numerator) * u128::from(other.denominator);
        left.cmp(&(u128::from(other.numerator) * u128::from(self.denominator)))
    }
}

impl fmt::Display for Exact {
    /// With four decimals or as many as it has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.decimal(4))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_up_and_never_twice() {
        let exact = |sum, weight| Exact::weighted(sum, weight);
        assert_eq!(exact(340_500, 1000).rounded().to_string(), "3.41"); // 3.405
        assert_eq!(exact(340_499, 1000).rounded().to_string(), "3.40"); // 3.40499
        assert_eq!(exact(300, 1).decimal(4), "3.0000");
        assert_eq!(exact(700, 3).decimal(4), "2.3333");
        assert_eq!(exact(800, 3).decimal(4), "2.6667");
        assert_eq!(exact(700, 3).fraction(), (7, 3));
        assert_eq!(exact(34_985, 100).decimal(2), "3.4985");
    }

    #[test]
    fn the_gap_to_a_target_is_exact() {
        let index = Exact::weighted(263_900, 1000);
        assert_eq!(index.short_of(Value::whole(3)).unwrap().to_string(), "0.3610");
        assert_eq!(index.short_of(Value::hundredths(263)), None);
        assert_eq!(Exact::weighted(300, 1).short_of(Value::whole(3)), None);
    }
}
