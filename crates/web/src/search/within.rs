//! A question that names a State: what it asks beside the name can be looked for in what concerns that State. A law
//! says nowhere whose it is, so that words alone do not find “law Kyrgyzstan”.

use crate::entry::encoded;
use crate::furniture::frame::Frame;
use desk::fold::{Folding, words};
use ledger::text::Text;
use ledger::view::View;
use maud::{Markup, html};
use review::party::Party;
use serde::Serialize;
use words::Message;

/// The most words of a question in which a name is looked for.
const MOST_WORDS: usize = 12;

/// The State or organization that a question names, and what else it asks.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Within {
    label: String,
    name: Text,
    rest: String,
}

impl Within {
    /// What the view shows of it; nothing where no name or nothing but a name is asked.
    pub fn of(view: &View<'_>, question: &str) -> Option<Self> {
        let typed: Vec<&str> = words(question).map(|(_, word)| word).collect();
        if !(2..=MOST_WORDS).contains(&typed.len()) {
            return None;
        }
        let folding = Folding::default();
        view.all::<Party>().find_map(|party| {
            let names = party.body.name.wordings.values().map(|wording| wording.words.as_str());
            let named =
                names.chain([party.body.label.as_str()]).find_map(|name| places(&folding, &typed, name))?;
            let rest = typed.iter().enumerate().filter(|(place, _)| !named.contains(place));
            let rest: Vec<&str> = rest.map(|(_, word)| *word).collect();
            (!rest.is_empty()).then(|| Within {
                label: party.body.label.clone(),
                name: party.body.name.clone(),
                rest: rest.join(" "),
            })
        })
    }

    /// The way there.
    pub fn draw(&self, frame: &Frame) -> Markup {
        let address = format!("/search?q={}&state={}", encoded(&self.rest), encoded(&self.label));
        let said = Message::new("search-within")
            .with("words", self.rest.as_str())
            .with("party", frame.words(&self.name));
        html! { p { a href=(frame.link(&address)) { (frame.tell(said)) } } }
    }
}

/// Where the words of a name stand among those that were typed, if all of them do.
fn places(folding: &Folding, typed: &[&str], name: &str) -> Option<Vec<usize>> {
    let stands = |word: &str| typed.iter().position(|one| folding.fits(&folding.seek(one, 1), word));
    let places: Option<Vec<usize>> = words(name).map(|(_, word)| stands(word)).collect();
    places.filter(|places| !places.is_empty())
}
