//! Passwords: how they are kept, and how they are compared, at a cost on purpose.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::sync::LazyLock;
use zxcvbn::{Score, zxcvbn};

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

/// Words that everybody here would try.
const HERE: &str = include_str!("../easy/words.txt");

/// Whether a password is easy to guess: it stands in lists of common ones, follows the keys of a keyboard, or is made of
/// the person's own words. A sentence never is.
pub fn is_easy(password: &str, own: &[&str]) -> bool {
    let words = own.iter().flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric()));
    let words: Vec<&str> = own.iter().copied().chain(words).chain(HERE.lines()).collect();
    let easy = |typed: &str| zxcvbn(typed, &words).score() < Score::Four;
    easy(password) || easy(&by_latin_keys(password))
}

/// The keys of a Russian keyboard, and what they give on an English one.
const KEYS: &str = include_str!("../easy/keys.txt");

/// What the same keys give on an English keyboard: the lists and the rows of keys that are known are English.
fn by_latin_keys(password: &str) -> String {
    let (russian, latin) = KEYS.split_once('\n').unwrap_or_default();
    let key = |letter: char| {
        let place = russian.chars().position(|other| other == letter);
        place.and_then(|place| latin.chars().nth(place)).unwrap_or(letter)
    };
    password.to_lowercase().chars().map(key).collect()
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

    #[test]
    fn what_everybody_would_try_is_easy_and_a_sentence_is_not() {
        let own = ["coordinator@customs.example", "Aibek Sadykov"];
        let easy = |password: &str| is_easy(password, &own);
        let tried = [
            "password1234",
            "qwertyuiop12",
            "йцукенгшщзхъ",
            "111111111111",
            "coordinator@customs.example",
            "AibekSadykov1",
            "tamga1540tamga",
        ];
        let slipped: Vec<&str> = tried.into_iter().filter(|password| !easy(password)).collect();
        assert!(slipped.is_empty(), "{slipped:?}");
        for password in
            ["a lake between two mountains", "lake mountain river road", "три горы и озеро", "kV7mourn22pl"]
        {
            assert!(!easy(password), "{password}");
        }
    }
}
