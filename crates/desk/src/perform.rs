//! Performing an act: the rule on the view of now, then stamp, sign, hand in, feed, wait for the disk, answer.

use crate::desk::{Desk, Line};
use ledger::audience::Audience;
use ledger::draft::{Draft, Own, Signing, sign_own};
use ledger::entry::Batch;
use ledger::examine::Barred;
use ledger::gate::From;
use ledger::id::{ActId, Hash, Kind, RecordId};
use ledger::order::frozen;
use ledger::register::{Accepted, Register};
use ledger::time::Stamp;
use ledger::view::{AsOf, Listing, View};
use review::act::{Act, Deed};
use review::actor::Actor;
use review::refusal::Refusal;
use store::{Outcome, StoreError, Ticket};

/// What became of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// It is on disk.
    Now {
        /// What was written, in order.
        written: Vec<Written>,
    },
    /// It was done before; nothing was written.
    Before,
}

/// A version that an act wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The record.
    pub record: RecordId,
    /// What sort of record.
    pub kind: Kind,
    /// For whom.
    pub audience: Audience,
    /// The version's hash.
    pub version: Hash,
    /// The content's hash; nothing where a lane was withdrawn.
    pub content: Option<Hash>,
}

impl Written {
    fn of(own: &Own) -> Self {
        let header = own.header();
        Written {
            record: header.record,
            kind: header.kind.clone(),
            audience: header.audience.clone(),
            version: own.hash(),
            content: header.content,
        }
    }
}

/// Why an act was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PerformError {
    /// The rule refuses, with its reason.
    #[error("refused: {}", .0.key)]
    Refused(Refusal),
    /// The store cannot write.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl PerformError {
    /// What to tell whoever acts: the rule's refusal, or in what way the store did not take it.
    pub fn refusal(&self) -> Refusal {
        match self {
            PerformError::Refused(refusal) => refusal.clone(),
            PerformError::Store(StoreError::Barred { barred: Barred::OtherRecord, .. }) => {
                Refusal::new("refusal-id-taken").at("record")
            }
            PerformError::Store(StoreError::Barred { barred: Barred::Bytes { .. }, .. }) => {
                Refusal::new("refusal-not-kept").at("body")
            }
            PerformError::Store(_) => Refusal::new("refusal-not-written"),
        }
    }
}

/// A rule: from what is seen to what shall be written, or to a refusal.
pub(crate) type Rule<'a> = dyn Fn(&View<'_>) -> Result<Vec<Draft>, Refusal> + 'a;

/// How often an act is decided again when another process wrote in between.
const TRIES: usize = 8;

/// An act that was handed in and waits for the disk.
pub struct Waiting {
    ticket: Ticket,
    written: Vec<Written>,
    reaches: u64,
    generation: u64,
    /// Nothing was written; the store was only asked whether it has done the act.
    asked: bool,
}

impl Desk {
    /// Performs an act and answers once it is on disk.
    ///
    /// # Errors
    /// The rule's refusal, or what is wrong with the store.
    pub fn perform(&self, actor: &Actor, act: Act) -> Result<Done, PerformError> {
        match act.deed {
            Deed::Erase(_) => self.perform_erasing(actor, act),
            _ => self.perform_rule(actor, act.id, &|view| act.deed.clone().perform(view, actor)),
        }
    }

    /// The same for a rule that is no act of the list: what an order makes of one.
    pub(crate) fn perform_rule(
        &self,
        actor: &Actor,
        act: ActId,
        rule: &Rule<'_>,
    ) -> Result<Done, PerformError> {
        for _ in 0..TRIES {
            let waiting = self.hand_in_rule(actor, act, rule)?;
            if let Some(done) = self.wait(waiting)? {
                return Ok(done);
            }
        }
        Err(PerformError::Store(StoreError::Unwritable { detail: "other writers are faster".into() }))
    }

    /// Decides an act and hands it in, without waiting for the disk: the next act already sees it, no reader does. No file
    /// goes with what it erases.
    ///
    /// # Errors
    /// The rule's refusal.
    pub fn hand_in(&self, actor: &Actor, act: Act) -> Result<Waiting, PerformError> {
        let Act { id, deed } = act;
        self.hand_in_rule(actor, id, &|view| deed.clone().perform(view, actor))
    }

    /// What an act wrote when it was done, as far as its actor's own records hold it: for whoever lost the answer.
    pub fn written_by(&self, actor: &Actor, act: ActId) -> Vec<Written> {
        let own = Listing { owner: Some(actor.owner), ..Listing::default() };
        self.look_as(actor, |view| {
            let mut found = Vec::new();
            for seen in view.listed(&own) {
                let by_it = view.history(seen.record).into_iter().filter(|past| past.facts.act == act);
                found.extend(by_it.map(|past| Written {
                    record: seen.record,
                    kind: seen.kind.clone(),
                    audience: (*past.facts.audience).clone(),
                    version: past.facts.hash,
                    content: past.facts.content,
                }));
            }
            found
        })
    }

    fn hand_in_rule(&self, actor: &Actor, act: ActId, rule: &Rule<'_>) -> Result<Waiting, PerformError> {
        let mut line = self.stand_in_line();
        let register = self.register();
        if register.knows_act(act) {
            // Asked of the store, in turn: what is not on disk yet was not done yet.
            let batch = Batch { act, seen: Stamp::EPOCH, entries: Vec::new() };
            let ticket = self.store.submit(None, From::Here, batch);
            let generation = line.generation;
            return Ok(Waiting { ticket, written: Vec::new(), reaches: 0, generation, asked: true });
        }
        if self.is_full(&register) {
            return Err(PerformError::Refused(Refusal::new("refusal-memory-budget")));
        }
        let view = self.seen_by(actor, &register);
        let drafts = rule(&view).map_err(PerformError::Refused)?;
        Ok(self.write(&mut line, &register, actor, act, drafts))
    }

    /// What an actor decides on: his own world only, so that the exercise and the rest never speak of each other.
    fn seen_by<'r>(&self, actor: &Actor, register: &'r Register) -> View<'r> {
        View::until(register, actor.reader.clone(), AsOf::Now, register.head()).of(actor.origin.world())
    }

    fn write(
        &self,
        line: &mut Line,
        register: &Register,
        actor: &Actor,
        act: ActId,
        drafts: Vec<Draft>,
    ) -> Waiting {
        let now = frozen(self.clock.now(), register.last_seen());
        let after = register.last_stamp(actor.owner);
        let signing = Signing {
            owner: actor.owner,
            origin: actor.origin,
            by: &actor.by,
            act,
            now,
            after,
            node: &self.node,
        };
        let own = sign_own(drafts, &signing, &mut *line.chance, &|record, audience| {
            register.lane_head(record, audience)
        });
        let written = own.iter().map(Written::of).collect();
        let head = register.head();
        // Whoever is in line alone sees what is fed, until it is on disk.
        for (n, own) in (head + 1..).zip(&own) {
            register.feed(Accepted::own(n, now, own, register.kinds()));
        }
        let ticket = self.store.submit_own(head, act, now, own);
        Waiting { ticket, written, reaches: register.head(), generation: line.generation, asked: false }
    }

    /// Waits for the disk. `None`: another process wrote in between, or a repeated act had failed the first time;
    /// it must be decided again.
    ///
    /// # Errors
    /// What is wrong with the store; nothing of the act was written then.
    pub fn wait(&self, waiting: Waiting) -> Result<Option<Done>, PerformError> {
        let Waiting { ticket, written, reaches, generation, asked } = waiting;
        match ticket.wait() {
            Ok(Outcome::Appended { .. }) if asked => {
                // The store does not know the act: what the register took in too early never came to the disk.
                self.rebuild(generation)?;
                Ok(None)
            }
            Ok(Outcome::Appended { .. }) => {
                self.publish(reaches);
                Ok(Some(Done::Now { written }))
            }
            Ok(Outcome::AlreadyDone) => Ok(Some(Done::Before)),
            Ok(Outcome::Stale { .. }) => {
                self.rebuild(generation)?;
                Ok(None)
            }
            Err(error) => {
                self.rebuild(generation)?;
                Err(PerformError::Store(error))
            }
        }
    }
}
