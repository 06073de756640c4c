//! Stories of follow-up: what became of a recommendation, for whom, as of when, and across rounds.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::PaperDesk;
use ledger::id::RecordId;
use ledger::owner::{Origin, OwnerSort};
use ledger::view::{AsOf, View};
use review::actor::Actor;
use review::descent::Descent;
use review::follow_up::{Course, Followed, conclusions, last_reports, reports};
use review::recommendation::HowFar;
use review::shorthand::record_of;
use serde_json::{Value, json};

/// Two States and two rounds of a region that does not exist.
struct Region {
    desk: PaperDesk,
    editor: Actor,
    states: Vec<Actor>,
    rounds: Vec<Actor>,
}

impl Region {
    fn new() -> Self {
        let mut desk = PaperDesk::new();
        let editor = desk.found_editor(Origin::Exercise);
        let states = (0..2).map(|_| desk.found(OwnerSort::Party, Origin::Exercise)).collect();
        let rounds = (0..2).map(|_| desk.found(OwnerSort::Round, Origin::Exercise)).collect();
        let mut region = Region { desk, editor, states, rounds };
        region.editor(json!({"act": "theme", "record": "@theme/x", "stated_at": "2018-01-01",
            "audience": "public", "body": {"label": "borders", "name": {"en": "Borders"}}}));
        region.editor(json!({"act": "series", "record": "@series/x", "stated_at": "2018-01-01",
            "audience": "public", "body": {"slug": "x", "title": {"en": "X"}, "about": {"en": "X."}, "sources": []}}));
        for (place, label) in ["XAA", "XBB"].into_iter().enumerate() {
            let body = json!({"label": label, "sort": "state", "name": {"en": label}, "sources": []});
            region.state(
                place,
                json!({"act": "party", "record": format!("@party/{place}"),
                "stated_at": "2018-01-01", "audience": "public", "body": body}),
            );
        }
        for (place, (slug, day)) in [("one", "2019-06-01"), ("two", "2021-06-01")].into_iter().enumerate() {
            let body = json!({"series": "@series/x", "slug": slug, "symbol": format!("RX{place}"),
                "title": {"en": slug}, "summary": {"en": "A round."}, "standing": "held",
                "dates": [{"from": day, "sources": []}], "initiators": [], "hosts": [], "organizers": [],
                "donors": [], "themes": [], "steps": [], "notes": [], "sources": []});
            region.round(
                place,
                json!({"act": "round", "record": format!("@round/{place}"),
                "stated_at": day, "audience": "public", "body": body}),
            );
        }
        region
    }

    fn act(&mut self, actor: &Actor, mut act: Value) {
        let number = self.desk.versions();
        act["id"] = json!(format!("@act/{number}"));
        let told = act.to_string();
        self.desk.perform(actor, act).unwrap_or_else(|refusal| panic!("{refusal:?}: {told}"));
    }

    fn editor(&mut self, act: Value) {
        self.act(&self.editor.clone(), act);
    }

    fn state(&mut self, place: usize, act: Value) {
        self.act(&self.states[place].clone(), act);
    }

    fn round(&mut self, place: usize, act: Value) {
        self.act(&self.rounds[place].clone(), act);
    }

    /// A draft of a round for both States.
    fn draft(&mut self, round: usize, record: &str, day: &str) {
        let readers = json!({"named": ["@party/0", "@party/1"]});
        let mut act = text(round, record, day, readers);
        act["body"]["symbol"] = json!(format!("RX{round}/D.1"));
        act["body"]["standing"] = json!("tabled");
        self.round(round, act);
    }

    /// The final text is shown to all, and adopted.
    fn adopt(&mut self, round: usize, record: &str, day: &str) {
        let mut act = text(round, record, day, json!("public"));
        act["base"] = json!("newest");
        self.round(round, act);
        self.round(
            round,
            json!({"act": "adopt", "record": format!("{record}/adoption"), "recommendation": record,
            "day": day, "how": "session", "adopters": ["@party/0", "@party/1"], "audience": "public",
            "stated_at": day}),
        );
    }

    fn report(&mut self, state: usize, number: u32, word: &str, day: &str, audience: &str) {
        let body = json!({"on": "@rec/1", "by": format!("@party/{state}"), "number": number, "word": word,
            "words": {"en": "As reported."}});
        self.state(
            state,
            json!({"act": "progress", "record": format!("@progress/{state}/{number}"),
            "stated_at": day, "audience": audience, "body": body}),
        );
    }

    fn conclude(&mut self, verdict: &str, about: Option<usize>, day: &str) {
        let mut body = json!({"round": "@round/1", "recommendation": "@rec/1", "verdict": verdict,
            "words": {"en": "Concluded."}});
        if let Some(about) = about {
            body["about"] = json!(format!("@party/{about}"));
        }
        let record = format!("@conclusion/{}", self.desk.versions());
        self.round(
            1,
            json!({"act": "conclusion", "record": record, "stated_at": day, "audience": "public",
            "body": body}),
        );
    }

    fn lineage(&mut self, later: &str, earlier: &str, relation: &str) {
        let body = json!({"later": later, "earlier": earlier, "relation": relation});
        let record = format!("@lineage/{}", self.desk.versions());
        self.round(
            1,
            json!({"act": "lineage", "record": record, "stated_at": "2021-06-01",
            "audience": "public", "body": body}),
        );
    }

    fn seen_by(&self, state: usize) -> View<'_> {
        self.desk.view(self.states[state].reader.clone(), AsOf::Now)
    }
}

fn text(round: usize, record: &str, day: &str, audience: Value) -> Value {
    let body = json!({"round": format!("@round/{round}"), "title": {"en": "Name contact points"},
        "words": {"en": "Name contact points."}, "addressees": ["@party/0", "@party/1"], "themes": ["@theme/x"],
        "sources": []});
    json!({"act": "recommendation", "record": record, "stated_at": day, "audience": audience, "body": body})
}

fn course(view: &View<'_>, record: &str) -> Course {
    let record = record_of(record);
    Followed::find(view, record).unwrap().course(&conclusions(view, record))
}

#[test]
fn the_public_reads_what_was_adopted_and_never_the_draft() {
    let mut region = Region::new();
    region.draft(0, "@rec/1", "2019-05-01");
    let record = record_of("@rec/1");
    assert!(Followed::find(&region.desk.public(), record).is_none(), "nobody learns that a draft exists");
    assert_eq!(course(&region.seen_by(1), "@rec/1"), Course::Draft);
    region.adopt(0, "@rec/1", "2019-06-02");
    let view = region.desk.public();
    let followed = Followed::find(&view, record).unwrap();
    assert_eq!(followed.symbol(), Some("RX0/REC.1"));
    assert_eq!(followed.text().title.as_ref().unwrap().for_reader("en").1, "Name contact points");
    assert_eq!(course(&view, "@rec/1"), Course::Open);
    let of_round: Vec<RecordId> =
        Followed::of_round(&view, record_of("@round/0")).iter().map(Followed::record).collect();
    assert_eq!(of_round, [record]);
    let before = region
        .desk
        .view(region.states[0].reader.clone(), AsOf::Instant("2019-05-31T00:00:00.000Z".parse().unwrap()));
    assert!(Followed::find(&before, record).unwrap().is_draft(), "as of a day before, it was a draft");
}

#[test]
fn the_newest_report_that_the_reader_may_see_counts_for_each_addressee() {
    let mut region = Region::new();
    region.draft(0, "@rec/1", "2019-05-01");
    region.adopt(0, "@rec/1", "2019-06-02");
    region.report(0, 1, "under_way", "2020-02-01", "public");
    region.report(0, 2, "carried_out", "2021-02-01", "own");
    region.report(1, 1, "partly", "2020-06-01", "public");
    let words = |view: &View<'_>| -> Vec<HowFar> {
        let last = last_reports(view, record_of("@rec/1"));
        [0, 1].map(|place| last[&record_of(&format!("@party/{place}"))].body.word).to_vec()
    };
    assert_eq!(words(&region.desk.public()), [HowFar::UnderWay, HowFar::Partly]);
    assert_eq!(words(&region.seen_by(0)), [HowFar::CarriedOut, HowFar::Partly], "its own draft is its own");
    assert_eq!(reports(&region.seen_by(0), record_of("@rec/1")).len(), 3);
    let then = region.desk.public_on("2020-03-01");
    assert_eq!(reports(&then, record_of("@rec/1")).len(), 1, "as of that day");
}

#[test]
fn it_is_concluded_when_the_last_word_on_every_addressee_says_so() {
    let mut region = Region::new();
    region.draft(0, "@rec/1", "2019-05-01");
    region.adopt(0, "@rec/1", "2019-06-02");
    region.conclude("carried_out", Some(0), "2021-06-01");
    assert_eq!(course(&region.desk.public(), "@rec/1"), Course::Open);
    region.conclude("overtaken", Some(1), "2021-06-02");
    assert_eq!(course(&region.desk.public(), "@rec/1"), Course::Concluded);
    region.conclude("open", None, "2023-06-02");
    assert_eq!(course(&region.desk.public(), "@rec/1"), Course::Open, "a later round opened it again");
}

#[test]
fn a_family_goes_both_ways_and_leaves_out_what_the_reader_may_not_see() {
    let mut region = Region::new();
    region.draft(0, "@rec/1", "2019-05-01");
    region.adopt(0, "@rec/1", "2019-06-02");
    region.draft(1, "@rec/2", "2021-05-20");
    let practice = json!({"party": "@party/0", "topic": {"en": "OP 3 (c)"}, "title": {"en": "One call"},
        "practice": {"en": "One call a year."}});
    region.state(
        0,
        json!({"act": "practice", "record": "@practice/1", "stated_at": "2022-01-01",
        "audience": "public", "body": practice}),
    );
    region.lineage("@rec/2", "@rec/1", "follows_from");
    region.lineage("@practice/1", "@rec/1", "inspired_by");
    let members = |view: &View<'_>, of: &str| -> Vec<(RecordId, usize)> {
        let family = Descent::of(view, record_of(of)).unwrap();
        assert_eq!(family.links.len() + 1, family.members.len());
        family.members.iter().map(|member| (member.record, member.column)).collect()
    };
    let (one, two, practice) = (record_of("@rec/1"), record_of("@rec/2"), record_of("@practice/1"));
    assert_eq!(members(&region.seen_by(1), "@rec/2"), [(one, 0), (two, 1), (practice, 2)]);
    assert_eq!(members(&region.desk.public(), "@rec/1"), [(one, 0), (practice, 1)]);
    region.adopt(1, "@rec/2", "2021-06-02");
    assert_eq!(members(&region.desk.public(), "@rec/1"), [(one, 0), (two, 1), (practice, 2)]);
}
