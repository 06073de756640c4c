//! Readers by name.

use super::frame::Frame;
use super::phrase::Phrase;
use ledger::id::OwnerId;
use ledger::owner::OwnerSort;
use words::Message;

/// Readers in a row: States and organizations in the order of the page's language, then the people of rounds.
pub fn names(frame: &Frame, readers: &[OwnerId]) -> Phrase {
    let of = |sort: OwnerSort| {
        readers.iter().filter_map(move |reader| frame.owners.get(reader).filter(|known| known.sort == sort))
    };
    let parties = of(OwnerSort::Party).map(|known| frame.words(&known.name).to_owned()).collect();
    let rounds: Vec<String> = of(OwnerSort::Round).map(|known| frame.words(&known.name).to_owned()).collect();
    let in_order = frame.in_order(rounds.clone(), String::clone);
    let people = Message::new("releases-people-of-rounds")
        .with("count", rounds.len())
        .with("rounds", &*frame.list(&in_order));
    let people = (!rounds.is_empty()).then(|| frame.tell(people).into());
    let all: Vec<String> = frame.in_order(parties, String::clone).into_iter().chain(people).collect();
    frame.list(&all)
}
