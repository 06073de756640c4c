//! Stories of what another installation brings: a pouch is opened without a rule, so nobody is believed to have said what
//! somebody else wrote in his name.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::hills::{Hills, Who, id, modalities, recommendation, submission, text};
use ledger::content::Body;
use ledger::owner::OwnerSort;
use review::adoption::Adoption;
use review::closing::Closing;
use review::conclusion::Conclusion;
use review::delegation::Delegation;
use review::follow_up::{Followed, conclusions, last_reports, reports};
use review::modalities::Modalities;
use review::progress::Progress;
use review::recommendation::Recommendation;
use review::reply::Reply;
use review::submission::Submission;
use review::thread::{QuestionState, Thread};
use serde_json::{Value, json};

const ROUND: &str = "@round/hill-2026";

/// A world with a public recommendation and a question to Aldmark, and Corvia, which is hosted elsewhere.
fn begin() -> Hills {
    let mut hills = Hills::begin();
    hills.publish(Who::Round, "recommendation", "@rec/1", recommendation("a"));
    let question = json!({"round": ROUND, "to": "@party/xal", "words": text("Which penalty?")});
    hills.tell(Who::Brenmor, "question", "@question/1", question);
    hills.found(Who::Corvia, OwnerSort::Party);
    let party = json!({"label": "XCO", "sort": "state", "name": text("Corvia"), "sources": []});
    hills.publish(Who::Corvia, "party", "@party/xco", party);
    hills
}

fn bring<B: Body>(hills: &mut Hills, handle: &str, body: Value) {
    let corvia = hills.actor(Who::Corvia);
    hills.desk.bring::<B>(&corvia, handle, body);
}

fn report(by: &str) -> Value {
    json!({"on": "@rec/1", "by": by, "number": 7, "word": "carried_out", "words": text("All done")})
}

#[test]
fn nobody_reports_in_the_name_of_another_state() {
    let mut hills = begin();
    bring::<Progress>(&mut hills, "@progress/false", report("@party/xbr"));
    let view = hills.view(Who::Brenmor);
    assert!(reports(&view, id("@rec/1")).is_empty());
    assert!(last_reports(&view, id("@rec/1")).is_empty());
    bring::<Progress>(&mut hills, "@progress/own", report("@party/xco"));
    assert_eq!(reports(&hills.view(Who::Brenmor), id("@rec/1")).len(), 1, "its own counts");
}

#[test]
fn nobody_concludes_in_the_name_of_the_round() {
    let mut hills = begin();
    let body =
        json!({"round": ROUND, "recommendation": "@rec/1", "verdict": "carried_out", "words": text("Done")});
    bring::<Conclusion>(&mut hills, "@conclusion/false", body);
    assert!(conclusions(&hills.desk.public(), id("@rec/1")).is_empty());
}

#[test]
fn nobody_adopts_in_the_name_of_the_round_nor_a_text_of_another_round() {
    let mut hills = begin();
    let text = json!({
        "round": ROUND, "words": text("Act"), "addressees": ["@party/xal"], "themes": [], "sources": [],
    });
    let adoption = |round: &str| {
        json!({
            "round": round, "recommendation": "@rec/1", "content": ledger::id::Hash::of(b"x"), "number": 1,
            "symbol": "HIL26/REC.1", "day": "2026-05-01", "how": "session", "adopters": ["@party/xal"], "text": text,
        })
    };
    bring::<Adoption>(&mut hills, "@adoption/false", adoption(ROUND));
    hills.convene(Who::Next, "hill-2029", "HIL29");
    let next = hills.actor(Who::Next);
    hills.desk.bring::<Adoption>(&next, "@adoption/of-another", adoption("@round/hill-2029"));
    let view = hills.desk.public();
    assert!(Adoption::of(&view, id("@rec/1")).is_none());
    assert!(Adoption::of_round(&view, id(ROUND)).is_empty());
    assert!(matches!(Followed::find(&view, id("@rec/1")), Some(Followed::Text(_))));
}

#[test]
fn nobody_drafts_in_the_name_of_the_round() {
    let mut hills = begin();
    bring::<Recommendation>(&mut hills, "@rec/false", recommendation("b"));
    let view = hills.desk.public();
    let texts: Vec<_> = Followed::of_round(&view, id(ROUND)).iter().map(Followed::record).collect();
    assert_eq!(texts, [id("@rec/1")]);
    assert!(Followed::find(&view, id("@rec/false")).is_none());
}

#[test]
fn nobody_replies_or_closes_in_the_name_of_who_was_asked() {
    let mut hills = begin();
    let reply = json!({"question": "@question/1", "words": text("No penalty")});
    bring::<Reply>(&mut hills, "@reply/false", reply.clone());
    bring::<Closing>(&mut hills, "@closing/false", json!({"question": "@question/1", "how": "withdrawn"}));
    let view = hills.view(Who::Brenmor);
    assert_eq!(QuestionState::of(&view, id("@question/1")), QuestionState::Open);
    let thread = Thread::of(&view, id("@question/1")).unwrap();
    assert_eq!((thread.replies.len(), thread.closings.len()), (0, 0));
    hills.tell(Who::Aldmark, "reply", "@reply/1", reply);
    let view = hills.view(Who::Brenmor);
    assert_eq!(QuestionState::of(&view, id("@question/1")), QuestionState::Replied);
    assert_eq!(Thread::of(&view, id("@question/1")).unwrap().replies.len(), 1);
}

#[test]
fn only_who_asked_withdraws_his_question() {
    let mut hills = begin();
    let closing = json!({"question": "@question/1", "how": "withdrawn"});
    let aldmark = hills.actor(Who::Aldmark);
    hills.desk.bring::<Closing>(&aldmark, "@closing/false", closing);
    assert_eq!(QuestionState::of(&hills.view(Who::Brenmor), id("@question/1")), QuestionState::Open);
}

#[test]
fn nobody_submits_or_sets_modalities_in_the_name_of_others() {
    let mut hills = Hills::begin();
    hills.found(Who::Corvia, OwnerSort::Party);
    bring::<Submission>(&mut hills, "@submission/false", submission("xal"));
    bring::<Modalities>(&mut hills, "@modalities/false", modalities());
    let view = hills.desk.public();
    assert!(Submission::of(&view, id(ROUND), id("@party/xal")).is_none());
    assert_eq!(Modalities::of_round(&view, id(ROUND)).unwrap().record, id("@modalities/hill-2026"));
    hills.tell(Who::Aldmark, "submission", "@submission/xal", submission("xal"));
}

#[test]
fn nobody_seats_himself_in_a_round() {
    let mut hills = begin();
    let seat = json!({"round": ROUND, "party": "@party/xco", "capacity": "participant", "sources": []});
    let by_editor = hills.refused(Who::Editor, "delegation", "@delegation/new", seat.clone());
    assert_eq!(by_editor, ("refusal-not-yours", "body/round".into()));
    bring::<Delegation>(&mut hills, "@delegation/false", seat);
    hills.tell(Who::Aldmark, "submission", "@submission/xal", submission("xal"));
    assert!(!hills.sees(Who::Corvia, "@submission/xal"));
}
