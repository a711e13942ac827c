//! Laws as people tell them, in words.

use super::page;
use crate::base::Distribution;

/// A law told by percentiles or as weighted variants; of any other nothing is said here.
pub fn told(law: &Distribution) -> String {
    match law {
        Distribution::Percentiles(all) => {
            let each = all.iter().map(|p| p.told());
            let each: Vec<String> = each
                .map(|(percent, value)| format!("P{percent} {}", page::figure(value)))
                .collect();
            format!("by percentiles: {}", each.join(", "))
        }
        Distribution::Variants(all) => {
            let percent = |weight: f64| (weight * 1e4).round() / 1e2;
            let each: Vec<String> = all
                .iter()
                .map(|(weight, part)| format!("{}% {}", percent(*weight), page::law(&part.law())))
                .collect();
            format!("variants: {}", each.join("; "))
        }
        _ => String::new(),
    }
}
