//! Lengths of time in words: "P2Y6M" is "2 years 6 months".

/// A length in words.
pub fn words(value: &str) -> Option<String> {
    let parts = parts(value)?.into_iter().map(|part| match part.amount {
        None => format!("some {}", part.unit.1),
        Some("1") => format!("1 {}", part.unit.0),
        Some(amount) => format!("{amount} {}", part.unit.1),
    });
    Some(parts.collect::<Vec<_>>().join(" "))
}

/// A time that comes again after each such length.
pub fn every(value: &str) -> Option<String> {
    match parts(value)?.as_slice() {
        [Part { amount: Some("1"), unit }] => Some(format!("every {}", unit.0)),
        [Part { amount: None, unit }] => Some(format!("every few {}", unit.1)),
        _ => Some(format!("every {}", words(value)?)),
    }
}

/// An amount, where it is said, and its unit: one and many.
struct Part<'a> {
    amount: Option<&'a str>,
    unit: (&'static str, &'static str),
}

fn parts(value: &str) -> Option<Vec<Part<'_>>> {
    let mut rest = value.strip_prefix('P')?;
    let mut is_clock = false;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        if let Some(clock) = rest.strip_prefix('T').filter(|_| !is_clock) {
            is_clock = true;
            rest = clock;
        }
        let (amount, after) = rest.split_at_checked(rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == 'X'))?)?;
        let (code, after) = after.split_at_checked(after.find(|c: char| !c.is_ascii_uppercase() || c == 'T').unwrap_or(after.len()))?;
        let amount = match amount {
            "X" | "XX" => None,
            _ => Some(amount).filter(|amount| amount.starts_with(|c: char| c.is_ascii_digit()) && !amount.contains('X')).map(Some)?,
        };
        parts.push(Part { amount, unit: unit(code, is_clock)? });
        rest = after;
    }
    (!parts.is_empty()).then_some(parts)
}

fn unit(code: &str, is_clock: bool) -> Option<(&'static str, &'static str)> {
    Some(match (code, is_clock) {
        ("CE", false) => ("century", "centuries"),
        ("DE", false) => ("decade", "decades"),
        ("Y", false) => ("year", "years"),
        ("Q", false) => ("quarter", "quarters"),
        ("M", false) => ("month", "months"),
        ("W", false) => ("week", "weeks"),
        ("D", false) => ("day", "days"),
        ("H", true) => ("hour", "hours"),
        ("M", true) => ("minute", "minutes"),
        ("S", true) => ("second", "seconds"),
        _ => return None,
    })
}
