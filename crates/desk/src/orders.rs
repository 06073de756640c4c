//! Carrying out orders: what a person ordered for an hour is performed once that hour has come, in that person's name.

use crate::desk::Desk;
use crate::perform::{Done, PerformError};
use ledger::audience::Audience;
use ledger::canonical;
use ledger::draft::Draft;
use ledger::id::{ActId, Hash, RecordId};
use ledger::order::{Carried, Due, due};
use review::act::Act;
use review::actor::Actor;
use review::refusal::Refusal;
use serde::Serialize;

impl Desk {
    /// Carries out every order that is due by the journal's clock. Each is one act, named after the order, so that a
    /// crash in between, or two instances, do nothing twice. Says how many were carried out.
    ///
    /// # Errors
    /// What is wrong with the store. A refusal of the ordered act is recorded with the order, and is no error.
    pub fn carry_out_orders(&self) -> Result<usize, PerformError> {
        let mut carried = 0;
        for owner in self.register().owners() {
            let Some(actor) = self.acting_for(&owner) else { continue };
            for order in self.look_as(&actor, |view| due(view, self.now())) {
                carried += usize::from(self.carry_out(&actor, order)?);
            }
        }
        Ok(carried)
    }

    fn carry_out(&self, actor: &Actor, order: Due) -> Result<bool, PerformError> {
        let act = named_after(&order, "act");
        let actor = Actor { by: order.by.clone(), ..actor.clone() };
        let done = self.perform_rule(&actor, act, &|view| {
            let ordered = Act::read(order.order.act.clone()).and_then(|act| act.deed.perform(view, &actor));
            let performed = ordered.is_ok();
            let mut drafts: Vec<Draft> = ordered.unwrap_or_default();
            drafts.push(self.note(&order, performed));
            Ok::<_, Refusal>(drafts)
        })?;
        Ok(done != Done::Before)
    }

    /// That the order was carried out, with both times.
    fn note(&self, order: &Due, performed: bool) -> Draft {
        let record = RecordId::from_chance(*named_after(order, "carried").as_bytes());
        let (due, done) = (order.order.due.at, self.now());
        let carried = Carried { order: order.record, content: order.content, due, done, performed };
        Draft::new(record, Audience::Own, None, carried)
    }
}

/// An id that follows from the order and nothing else.
fn named_after(order: &Due, what: &'static str) -> ActId {
    #[derive(Serialize)]
    struct Named<'a> {
        tamga: &'static str,
        what: &'a str,
        order: RecordId,
        content: Hash,
    }
    let name = Named { tamga: "order-act/1", what, order: order.record, content: order.content };
    let hash = Hash::of(&canonical::bytes(&name));
    let mut bits = [0; 16];
    bits.copy_from_slice(&hash.as_bytes()[..16]);
    ActId::from_chance(bits)
}
