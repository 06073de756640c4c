//! Chance, handed in: nothing in this crate or in `review` draws lots by itself.

/// A source of random bytes. The desk hands in the operating system's; tests hand in a seeded one.
pub trait Chance {
    /// Fills the whole slice.
    fn fill(&mut self, bytes: &mut [u8]);

    /// Sixteen bytes, as ids and salts need them.
    fn sixteen(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }
}
