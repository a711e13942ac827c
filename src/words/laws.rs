//! Laws as people tell them, in words.

use super::page;
use crate::base::Distribution;
use crate::said::say;

/// A law told by percentiles or as weighted variants; of any other nothing is said here.
pub fn told(law: &Distribution) -> String {
    match law {
        Distribution::Percentiles(all) => {
            let each = all.iter().map(|p| p.told());
            let each: Vec<String> = each
                .map(|(percent, value)| {
                    say! {
                        en: format!("P{percent} {}", page::figure(value)),
                        vi: format!("P{} bằng {}", page::figure(percent), page::figure(value)),
                    }
                })
                .collect();
            say! {
                en: format!("by percentiles: {}", each.join(", ")),
                vi: format!("theo bách phân vị: {}", each.join("; ")),
            }
        }
        Distribution::Variants(all) => {
            let percent = |weight: f64| (weight * 1e4).round() / 1e2;
            let each: Vec<String> = all
                .iter()
                .map(|(weight, part)| say! {
                    en: format!("{}% {}", percent(*weight), page::law(&part.law())),
                    vi: format!("{}% ({})", page::figure(percent(*weight)), page::law(&part.law())),
                })
                .collect();
            say! {
                en: format!("variants: {}", each.join("; ")),
                vi: format!("các biến thể: {}", each.join("; ")),
            }
        }
        _ => String::new(),
    }
}
