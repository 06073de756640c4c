//! Keys and signatures. The mathematics is `ed25519-dalek`'s; here is only how they are written and asked.

use crate::canonical;
use crate::id::{hex, unhex};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A public key with its explicit algorithm. Written `{"alg":"ed25519","key":"<64 hexadecimal digits>"}`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    /// The algorithm's word. Unknown ones are kept and answered with [`Verdict::CannotCheck`].
    pub alg: String,
    /// The key's bytes in hexadecimal digits.
    pub key: String,
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PublicKey({}…)", self.key.get(..8).unwrap_or(&self.key))
    }
}

/// A signature beside the bytes it signs: `{"alg":"ed25519","key":"…","sig":"<128 hexadecimal digits>"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The algorithm's word.
    pub alg: String,
    /// The public key that made it, in hexadecimal digits.
    pub key: String,
    /// The signature's bytes in hexadecimal digits.
    pub sig: String,
}

/// What a check of a signature found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// These bytes were signed by that key.
    Good,
    /// They were not.
    Bad,
    /// An algorithm that this version does not know: never "good".
    CannotCheck,
}

impl Signature {
    /// The key that is said to have signed.
    pub fn by(&self) -> PublicKey {
        PublicKey { alg: self.alg.clone(), key: self.key.clone() }
    }

    /// Whether the named key signed exactly these bytes (strict Ed25519: no second signature passes for the same).
    pub fn check(&self, bytes: &[u8]) -> Verdict {
        if self.alg != ALGORITHM {
            return Verdict::CannotCheck;
        }
        let key = unhex::<32>(&self.key).and_then(|key| VerifyingKey::from_bytes(&key).ok());
        let sig = unhex::<64>(&self.sig).map(|sig| ed25519_dalek::Signature::from_bytes(&sig));
        match (key, sig) {
            (Some(key), Some(sig)) if key.verify_strict(bytes, &sig).is_ok() => Verdict::Good,
            _ => Verdict::Bad,
        }
    }

    /// Its canonical bytes, as they are kept.
    pub fn bytes(&self) -> Vec<u8> {
        canonical::bytes(self)
    }
}

const ALGORITHM: &str = "ed25519";

/// A secret key, of a node or of a party. Its `Debug` shows only the public half.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// From 32 bytes of chance, or from the file they were kept in.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        SecretKey(SigningKey::from_bytes(&bytes))
    }

    /// The 32 bytes, for the file in which the node keeps them.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        PublicKey { alg: ALGORITHM.into(), key: hex(self.0.verifying_key().as_bytes()) }
    }

    /// Signs exactly these bytes.
    pub fn sign(&self, bytes: &[u8]) -> Signature {
        let PublicKey { alg, key } = self.public();
        Signature { alg, key, sig: hex(&self.0.sign(bytes).to_bytes()) }
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SecretKey of {:?}", self.public())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_changed_letter_fails() {
        let key = SecretKey::from_bytes([3; 32]);
        let signature = key.sign(b"agreed text");
        assert_eq!(signature.check(b"agreed text"), Verdict::Good);
        assert_eq!(signature.check(b"Agreed text"), Verdict::Bad);
        assert_eq!(signature.by(), key.public());
    }

    #[test]
    fn an_unknown_algorithm_cannot_be_checked_and_is_never_good() {
        let mut signature = SecretKey::from_bytes([3; 32]).sign(b"text");
        signature.alg = "ed448".into();
        assert_eq!(signature.check(b"text"), Verdict::CannotCheck);
    }

    #[test]
    fn a_secret_key_does_not_show_itself() {
        let shown = format!("{:?}", SecretKey::from_bytes([3; 32]));
        assert!(!shown.contains(&hex(&[3; 32])));
    }

    #[test]
    fn a_malformed_signature_is_bad_not_a_panic() {
        let signature = Signature { alg: ALGORITHM.into(), key: "zz".into(), sig: "00".into() };
        assert_eq!(signature.check(b"text"), Verdict::Bad);
    }
}
