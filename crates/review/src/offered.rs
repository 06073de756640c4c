//! Which acts are offered to somebody: on a record, and by his role. Pages, the API and the table of who may what ask here;
//! each answer comes from the same constants as the act's own rule, which has the last word.

use crate::actor::{Actor, Role};
use crate::adopt::Adopt;
use crate::adoption::Adoption;
use crate::clear::Clear;
use crate::clearance_list::{ClearanceList, ClearedAct};
use crate::cleared;
use crate::mark::Mark;
use crate::noun::Noun;
use crate::recommendation::{Recommendation, TextStanding};
use crate::share::{Erase, SHARERS, Share, Withdraw};
use crate::write::Write;
use ledger::content::AnyBody;
use ledger::view::{Seen, View};

/// An act, as it is offered.
pub trait Offered {
    /// Whether somebody in that role can do it at all, to whatever it is his to do it to.
    fn is_open_to(role: Role) -> bool;

    /// Whether it is offered to the actor on that record, which he sees.
    fn is_offered(view: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool;
}

/// To write is to say the record anew; who may begin one follows from the role.
impl<B: Noun> Offered for Write<B> {
    fn is_open_to(role: Role) -> bool {
        match role {
            Role::Contributor => B::DRAFTED_BY_AGENCIES,
            Role::Translator => true,
            role => B::WRITERS.contains(&role),
        }
    }

    fn is_offered(_: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool {
        let given = |texts: &Vec<_>| texts.contains(&seen.record);
        // An agency's people write for their agency's eyes what they may read; a translator what he was given.
        let theirs = actor.role != Role::Translator || actor.reader.texts.as_ref().is_some_and(given);
        seen.kind.as_str() == B::KIND
            && seen.owner.id == actor.owner
            && theirs
            && <Self as Offered>::is_open_to(actor.role)
    }
}

impl Offered for Adopt {
    fn is_open_to(role: Role) -> bool {
        Adoption::WRITERS.contains(&role)
    }

    fn is_offered(view: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool {
        let text = view.find::<Recommendation>(seen.record);
        let clean = text.is_some_and(|text| text.body.standing == Some(TextStanding::Clean));
        seen.owner.id == actor.owner
            && clean
            && Adoption::of(view, seen.record).is_none()
            && <Self as Offered>::is_open_to(actor.role)
    }
}

impl Offered for Share {
    fn is_open_to(role: Role) -> bool {
        SHARERS.contains(&role)
    }

    fn is_offered(view: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool {
        Share::is_open(actor, seen.owner.id, seen.kind.as_str())
            && !cleared::is_kept_inside(view, seen.record, seen.kind.as_str())
    }
}

impl Offered for Withdraw {
    fn is_open_to(role: Role) -> bool {
        SHARERS.contains(&role)
    }

    fn is_offered(view: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool {
        <Self as Offered>::is_open_to(actor.role)
            && seen.owner.id == actor.owner
            && !Withdraw::from_whom(view, seen.record).is_empty()
    }
}

impl Offered for Erase {
    fn is_open_to(role: Role) -> bool {
        SHARERS.contains(&role)
    }

    fn is_offered(_: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool {
        <Self as Offered>::is_open_to(actor.role) && seen.owner.id == actor.owner
    }
}

impl Offered for Clear {
    fn is_open_to(role: Role) -> bool {
        Clear::BEGIN.contains(&role)
    }

    fn is_offered(view: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool {
        let asked = || ClearanceList::asked(view, actor.owner, ClearedAct::Share, seen.kind.as_str());
        <Self as Offered>::is_open_to(actor.role)
            && Share::is_open(actor, seen.owner.id, seen.kind.as_str())
            && asked().is_some()
    }
}

impl Offered for Mark {
    fn is_open_to(role: Role) -> bool {
        Mark::MARKERS.contains(&role)
    }

    fn is_offered(view: &View<'_>, actor: &Actor, seen: &Seen<dyn AnyBody>) -> bool {
        Mark::is_open(view, actor, seen.record)
    }
}
