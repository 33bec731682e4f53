//! Powers, logarithms and decimals of floats in little code.
//!
//! The functions of the standard library are right to the last bit by tables that weigh 9 KB in a page, and its printing
//! of floats weighs as much. These are right to some fifteen digits, and the same bits come out on every machine.

use std::f64::consts::{LN_2, LOG2_E, SQRT_2};

/// Terms of the series of `exp2`, whose argument is at most a half.
const EXP_TERMS: i32 = 15;
/// Terms of the series of `log2`, whose argument is at most 0.172.
const LOG_TERMS: i32 = 12;
/// Bits of a float's fraction.
const FRACTION_BITS: u32 = 52;
/// What is added to a float's exponent.
const EXPONENT_BIAS: i64 = 1023;

/// Two to a power; exact for whole ones.
pub(crate) fn exp2(x: f64) -> f64 {
    let whole = x.clamp(-1022.0, 1023.0).round();
    let rest = (x - whole) * LN_2;
    let series = (1..=EXP_TERMS).rev().fold(1.0, |sum, term| 1.0 + sum * rest / f64::from(term));
    series * f64::from_bits(((whole as i64 + EXPONENT_BIAS) as u64) << FRACTION_BITS)
}

/// The power of two that gives a positive number; exact for powers of two.
pub(crate) fn log2(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut exponent = (bits >> FRACTION_BITS) as i64 - EXPONENT_BIAS;
    let mut fraction = f64::from_bits(bits & ((1 << FRACTION_BITS) - 1) | (EXPONENT_BIAS as u64) << FRACTION_BITS);
    if fraction > SQRT_2 {
        fraction /= 2.0;
        exponent += 1;
    }
    // ln f = 2 artanh((f - 1) / (f + 1))
    let ratio = (fraction - 1.0) / (fraction + 1.0);
    let series = (0..LOG_TERMS).rev().fold(0.0, |sum, term| 1.0 / f64::from(2 * term + 1) + sum * ratio * ratio);
    exponent as f64 + 2.0 * ratio * series * LOG2_E
}

/// The base of natural logarithms to a power.
pub(crate) fn exp(x: f64) -> f64 {
    exp2(x * LOG2_E)
}

/// The natural logarithm of a positive number.
pub(crate) fn ln(x: f64) -> f64 {
    log2(x) * LN_2
}

/// A positive number to a power.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    exp2(exponent * log2(base))
}

/// The hyperbolic sine and cosine.
pub(crate) fn sinh_cosh(x: f64) -> (f64, f64) {
    let (up, down) = (exp(x), exp(-x));
    ((up - down) / 2.0, (up + down) / 2.0)
}

/// The number, or the limit that it passes; the upper one where they cross.
///
/// The standard library's `clamp` prints the limits when they cross, and printing a float is what weighs.
pub(crate) fn clamped(x: f64, least: f64, most: f64) -> f64 {
    x.max(least).min(most)
}

/// A number to six decimals, without zeros at its end; `None` for one that is too large to be exact.
pub(crate) fn decimal(x: f64) -> Option<String> {
    const PER_UNIT: u64 = 1_000_000;
    let millionths = (x.abs() * PER_UNIT as f64).round();
    if millionths.is_nan() || millionths > 9e15 {
        return None;
    }
    let millionths = millionths as u64;
    let sign = if x < 0.0 && millionths > 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:06}", millionths / PER_UNIT, millionths % PER_UNIT);
    Some(text.trim_end_matches('0').trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(ours: f64, theirs: f64) -> bool {
        (ours - theirs).abs() <= 1e-13 * theirs.abs().max(1.0)
    }

    proptest! {
        #[test]
        fn powers_and_logarithms_are_those_of_the_standard_library(x in -60.0..60.0_f64, y in 1e-9..1e9_f64) {
            prop_assert!(near(exp2(x), x.exp2()), "2^{x}: {} {}", exp2(x), x.exp2());
            prop_assert!(near(exp(x), x.exp()), "e^{x}: {} {}", exp(x), x.exp());
            prop_assert!(near(log2(y), y.log2()), "log2 {y}: {} {}", log2(y), y.log2());
            prop_assert!(near(ln(y), y.ln()));
            prop_assert!(near(power(y, x / 60.0), y.powf(x / 60.0)));
            let (sinh, cosh) = sinh_cosh(x);
            prop_assert!(near(sinh, x.sinh()) && near(cosh, x.cosh()));
        }
    }

    #[test]
    fn whole_powers_of_two_are_exact() {
        for whole in [-1022, -40, -1, 0, 1, 12, 1023] {
            assert_eq!(exp2(f64::from(whole)), 2_f64.powi(whole));
            assert_eq!(log2(2_f64.powi(whole)), f64::from(whole));
        }
    }

    #[test]
    fn decimals_are_written_as_they_are_said() {
        for (number, text) in [(1.5, "1.5"), (-0.25, "-0.25"), (3.0, "3"), (0.1, "0.1"), (20.0, "20"), (-1e-9, "0")] {
            assert_eq!(decimal(number).as_deref(), Some(text));
        }
        assert_eq!((decimal(1e20), decimal(f64::NAN)), (None, None));
    }

    #[test]
    fn limits_hold_and_the_upper_one_wins() {
        assert_eq!((clamped(5.0, 0.0, 3.0), clamped(-1.0, 0.0, 3.0), clamped(1.0, 4.0, 3.0)), (3.0, 0.0, 3.0));
    }
}
