//! How an installation begins: its own key, and the editor who compiles public facts.

use crate::world::Clock;
use ledger::audience::Audience;
use ledger::chance::Chance;
use ledger::draft::{Draft, Signing, sign};
use ledger::entry::{Batch, Entry};
use ledger::gate::From;
use ledger::id::{ActId, OwnerId, PersonId, RecordId};
use ledger::key::SecretKey;
use ledger::owner::{Origin, OwnerSort, found};
use ledger::version::By;
use review::actor::Role;
use review::mandate::Mandate;
use store::keys::Keys;
use store::{Store, StoreError};

/// A new secret key.
pub fn new_key(chance: &mut dyn Chance) -> SecretKey {
    let mut bytes = [0; 32];
    chance.fill(&mut bytes);
    SecretKey::from_bytes(bytes)
}

/// Founds the editor who compiles public facts.
///
/// # Errors
/// As [`owner`].
pub fn editor(
    store: &dyn Store,
    keys: &Keys,
    node: &SecretKey,
    origin: Origin,
    clock: &dyn Clock,
    chance: &mut dyn Chance,
) -> Result<OwnerId, StoreError> {
    owner(store, keys, node, (OwnerSort::Editor, origin), clock, chance)
}

/// Founds an owner: genesis, hosting by this node, and the mandate of its first person. The root key stays with this
/// node, beside its own: until it brings a key of its own, the owner is held in trust.
///
/// # Errors
/// If the store or the folder of keys cannot be written.
pub fn owner(
    store: &dyn Store,
    keys: &Keys,
    node: &SecretKey,
    (sort, origin): (OwnerSort, Origin),
    clock: &dyn Clock,
    chance: &mut dyn Chance,
) -> Result<OwnerId, StoreError> {
    let root = new_key(chance);
    let now = clock.now();
    let founding = found(sort, origin, &root, true, chance.sixteen(), node.public(), now);
    let owner = founding.genesis.owner();
    keys.keep_root(owner, &root)?;
    let mandate = RecordId::from_chance(chance.sixteen());
    let person = PersonId::from_chance(chance.sixteen());
    let by = By { person, role: Role::first_of(sort).word().into(), mandate };
    let body = Mandate {
        person,
        role: by.role.clone(),
        agencies: Vec::new(),
        texts: Vec::new(),
        note_verbale: None,
        from: now,
        until: None,
    };
    let act = ActId::from_chance(chance.sixteen());
    let signing = Signing { owner, origin, by: &by, act, now, after: None, node };
    let draft = Draft::new(mandate, Audience::Own, None, body);
    let mut entries = Entry::founding(&founding).to_vec();
    entries.extend(sign(vec![draft], &signing, chance, &|_, _| None));
    store.append(None, From::Here, Batch { act, seen: now, entries })?;
    Ok(owner)
}
