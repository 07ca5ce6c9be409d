//! Numbers written with Chinese digits: 二〇二五年三月, 十二, 四口人.

/// The text with its Chinese numbers in ASCII digits. A run of digits is read digit by digit; one with 十 as
/// a number below a hundred.
pub fn fold_chinese_digits(text: &str) -> String {
    let mut out = String::new();
    let mut run: Vec<u32> = Vec::new();
    for c in text.chars().map(Some).chain([None]) {
        if let Some(place) = c.and_then(digit) {
            run.push(place);
        } else {
            out.push_str(&number(&run));
            run.clear();
            out.extend(c);
        }
    }
    out
}

const TEN: u32 = 10;

fn digit(c: char) -> Option<u32> {
    let digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let at = digits.iter().position(|known| *known == c);
    at.or(if c == '零' { Some(0) } else { None }).and_then(|at| u32::try_from(at).ok())
}

fn number(run: &[u32]) -> String {
    match run {
        [] => String::new(),
        [TEN, ones] if *ones < TEN => (TEN + ones).to_string(),
        [tens, TEN] if *tens < TEN => (tens * TEN).to_string(),
        [tens, TEN, ones] if *tens < TEN && *ones < TEN => (tens * TEN + ones).to_string(),
        run => run.iter().map(ToString::to_string).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_tens_are_read() {
        for (text, folded) in [
            ("二〇二五年三月", "2025年3月"),
            ("二零二五年十二月三十一日", "2025年12月31日"),
            ("四口人", "4口人"),
            ("十", "10"),
            ("二十三", "23"),
            ("2025-03", "2025-03"),
            ("", ""),
        ] {
            assert_eq!(fold_chinese_digits(text), folded, "{text}");
        }
    }
}
