//! The date in an article's address: weak evidence, for where there is no other.

use crate::calendar::Edtf;
use crate::gather::Gather;

/// The day, or else the month, that an address has among its parts: `…/2024/06/06/slug`, `…/2024/jun/06`, `…-2024-06-06`.
#[must_use]
pub(crate) fn date_in_address(url: &str) -> Option<Edtf> {
    let path = url.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).gather();
    let all = || parts.iter().enumerate().filter(|(_, part)| part.len() == 4 && part.starts_with(['1', '2']));
    let date = |at: usize, count: usize| {
        let rest = parts.get(at..at + count)?;
        let is_number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_month =
            |part: &&str| is_number(part) || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_lowercase());
        let (month, day) = (rest.get(1)?, rest.get(2));
        if !is_month(month) || !day.iter().all(|day| is_number(day)) {
            return None;
        }
        let text = match (month.len(), day) {
            (3, day) => {
                let (first, others) = month.split_at_checked(1)?;
                format!("{} {}{others} {}", day?, first.to_ascii_uppercase(), rest.first()?)
            }
            (_, Some(day)) => format!("{}-{month:0>2}-{day:0>2}", rest.first()?),
            (_, None) => format!("{}-{month:0>2}", rest.first()?),
        };
        super::dated::publication_date(&text)
    };
    all().find_map(|(at, _)| date(at, 3)).or_else(|| all().find_map(|(at, _)| date(at, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_days_and_months_in_several_forms() {
        let date = |url: &str| date_in_address(url).map(|date| date.to_string());
        for (url, found) in [
            ("https://post.example/2024/06/06/bridge-opens", "2024-06-06"),
            ("https://post.example/world/2024/jun/06/bridge-opens", "2024-06-06"),
            ("https://post.example/bridge-opens-2024-6-6.html", "2024-06-06"),
            ("https://post.example/2024/06/bridge-opens", "2024-06"),
        ] {
            assert_eq!(date(url).as_deref(), Some(found), "{url}");
        }
        for url in [
            "https://post.example/bridge-opens-in-2024",
            "https://post.example/article-1129383",
            "https://post.example/2024/99/99/x",
            "https://post.example/what-2023-has-in-store",
        ] {
            assert_eq!(date(url), None, "{url}");
        }
    }
}
