//! Passwords: how they are kept, and how they are compared, at a cost on purpose.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::sync::LazyLock;

/// The fewest characters of a password. There are no riddles beside it; long passphrases are welcome.
pub const SHORTEST: usize = 12;

/// The most characters of a password.
pub const LONGEST: usize = 256;

/// How many passwords are examined at once: each takes memory and time on purpose.
const AT_ONCE: usize = 2;

/// Where passwords are examined.
pub struct Passwords {
    /// Places for those whose password is being examined.
    places: (flume::Sender<()>, flume::Receiver<()>),
}

impl Default for Passwords {
    fn default() -> Self {
        Passwords { places: flume::bounded(AT_ONCE) }
    }
}

impl Passwords {
    /// How a password is kept: Argon2id, as a PHC string.
    pub fn hashed(&self, password: &str) -> String {
        self.in_place(|| hash_of(password))
    }

    /// Whether a password is the one that is kept as that hash; without a hash the same time passes.
    pub fn fits(&self, hash: Option<&str>, password: &str) -> bool {
        let parsed = PasswordHash::new(hash.unwrap_or(&NOBODY));
        let compare = |hash: PasswordHash| {
            self.in_place(|| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        };
        let measure = password.chars().count() <= LONGEST;
        measure && parsed.is_ok_and(compare) && hash.is_some()
    }

    fn in_place<T>(&self, examine: impl FnOnce() -> T) -> T {
        // The receiver lives as long as this.
        let _ = self.places.0.send(());
        let examined = examine();
        let _ = self.places.1.recv();
        examined
    }
}

/// The hash of a password that nobody has: where there is no account, the same time passes.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_of(&"-".repeat(SHORTEST)));

fn hash_of(password: &str) -> String {
    // Invariant: default parameters are valid, and the system gives random bytes.
    Argon2::default().hash_password(password.as_bytes()).expect("a password is hashed").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_kept_as_argon2id_with_nineteen_megabytes_and_salt_of_its_own() {
        let passwords = Passwords::default();
        let [one, other] = [(); 2].map(|()| passwords.hashed("a lake between two mountains"));
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        assert_ne!(one, other, "the salt");
        assert!(passwords.fits(Some(&one), "a lake between two mountains"));
        assert!(!passwords.fits(Some(&one), "A lake between two mountains"));
        assert!(!passwords.fits(None, &"-".repeat(SHORTEST)), "nobody's password opens nothing");
    }
}
