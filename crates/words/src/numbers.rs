//! Numbers as people read them.

/// What stands between thousands in every language: a narrow space at which no line breaks.
const GROUP: char = '\u{202f}';

/// A whole number with its thousands grouped: 1 912. Years are not numbers in this sense.
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    if value < 0 {
        grouped.push('\u{2212}');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(GROUP);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_by_a_narrow_space() {
        assert_eq!(number(0), "0");
        assert_eq!(number(193), "193");
        assert_eq!(number(1912), "1\u{202f}912");
        assert_eq!(number(1_000_000), "1\u{202f}000\u{202f}000");
        assert_eq!(number(-1540), "\u{2212}1\u{202f}540");
        assert_eq!(
            number(i64::MIN),
            "\u{2212}9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808"
        );
    }
}
