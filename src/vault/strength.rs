//! How long a passphrase would hold out.

use super::secret::Secret;

/// What guessing costs, from what people use and from words and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Under eight characters: it is not taken.
    Short,
    /// Guessed in a day by one computer that has the files.
    Weak,
    Fair,
    Strong,
}

impl Strength {
    pub fn of(secret: &Secret) -> Self {
        if secret.is_short() {
            return Self::Short;
        }
        // Each guess takes a computer some tenths of a second: ten million a day for a hundred of them.
        match zxcvbn::zxcvbn(secret.expose(), &[]).guesses_log10() {
            ..7.0 => Self::Weak,
            7.0..10.0 => Self::Fair,
            _ => Self::Strong,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_uses_is_weak_and_what_nobody_guesses_is_strong() {
        let of = |text: &str| Strength::of(&Secret::typed(text));
        assert_eq!(of("1234567"), Strength::Short);
        assert_eq!(of("12345678"), Strength::Weak);
        assert_eq!(of("password"), Strength::Weak);
        assert!(of("三条河边有七棵老柳树") >= Strength::Fair);
        assert_eq!(of("seven willows by 3 rivers"), Strength::Strong);
    }
}
