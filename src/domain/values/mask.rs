//! The one way in which numbers of persons are hidden on screens, lists and sheets.

/// A resident ID or other document number as `994***********9185`: three in front, four behind, so that neither
/// the place nor the day of birth is told.
pub fn mask_id(id: &str) -> String {
    mask(id, 3, 4)
}

/// A phone number as `138****5678`.
pub fn mask_phone(phone: &str) -> String {
    mask(phone, 3, 4)
}

/// A short number shows no more than its last place or two: never all of it.
fn mask(text: &str, front: usize, back: usize) -> String {
    let count = text.chars().count();
    let (front, back) = if count > front + back { (front, back) } else { (0, count / 3) };
    text.chars().enumerate().map(|(i, c)| if i < front || i >= count - back { c } else { '*' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_never_shown() {
        assert_eq!(mask_id("994149196408199185"), "994***********9185");
        assert_eq!(mask_phone("13812345678"), "138****5678");
        assert_eq!(mask_phone("12345"), "****5");
        assert_eq!(mask_id(""), "");
    }
}
