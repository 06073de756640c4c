//! Stories: acts in, versions out, no database. What the archive tells as of three days, what is refused and on which
//! field, and who sees a draft.
#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails the test")]

mod bench;

use bench::{PaperDesk, archive, archived};
use ledger::audience::{Audience, Reader};
use ledger::content::Erasure;
use ledger::id::{Hash, RecordId};
use ledger::owner::Origin;
use ledger::view::{AsOf, Said, Seen, View};
use review::actor::Actor;
use review::delegation::{Capacity, Delegation};
use review::party::Party;
use review::recommendation::{HowFar, Recommendation};
use review::round::{Round, Standing};
use review::series::Series;
use review::shorthand::record_of;
use serde_json::{Value, json};
use std::sync::OnceLock;

/// The desk with the archive, made once: the stories below only look at it.
fn told() -> &'static (PaperDesk, Actor) {
    static TOLD: OnceLock<(PaperDesk, Actor)> = OnceLock::new();
    TOLD.get_or_init(PaperDesk::with_the_archive)
}

fn issyk_kul(view: &View<'_>) -> Seen<Round> {
    let series = Series::at(view, "central-asia").unwrap();
    Round::at(view, series.record, "issyk-kul-2018").unwrap()
}

/// The labels of the States that took part, sorted.
fn states(view: &View<'_>, round: RecordId) -> Vec<String> {
    let participants = view.about::<Delegation>(round);
    let participants = participants.filter(|seen| seen.body.capacity == Capacity::Participant);
    let label = |seen: Seen<Delegation>| view.find::<Party>(seen.body.party).unwrap().body.label.clone();
    let mut labels: Vec<String> = participants.map(label).collect();
    labels.sort();
    labels
}

#[test]
fn the_whole_archive_is_accepted() {
    let (desk, _) = told();
    let acts = archive().count();
    assert!(acts > 300, "{acts}");
    assert_eq!(desk.versions(), acts + 1, "one version an act, and the mandate of the editor");
}

#[test]
fn at_the_end_of_2017_the_issyk_kul_round_is_only_proposed() {
    let view = told().0.public_on("2017-12-31");
    let round = issyk_kul(&view);
    assert_eq!(round.body.standing, Standing::Proposed);
    assert_eq!(states(&view, round.record), Vec::<String>::new());
}

#[test]
fn on_its_last_day_the_issyk_kul_round_was_held_with_six_states() {
    let view = told().0.public_on("2018-06-30");
    let round = issyk_kul(&view);
    assert_eq!(round.body.standing, Standing::Held);
    assert_eq!(states(&view, round.record), ["BLR", "KAZ", "KGZ", "TJK", "TKM", "UZB"]);
}

#[test]
fn today_the_issyk_kul_round_is_closed_and_all_its_past_is_on_record() {
    let view = told().0.public();
    let round = issyk_kul(&view);
    assert_eq!(round.body.standing, Standing::Closed);
    assert_eq!(view.history(round.record).len(), 4);
}

#[test]
fn the_dushanbe_recommendation_was_carried_out_from_the_issyk_kul_round_on() {
    let desk = &told().0;
    let record = record_of("@recommendation/dushanbe-2017/a");
    let became = |view: View<'_>| view.find::<Recommendation>(record).unwrap().body.became.clone();
    assert_eq!(became(desk.public_on("2018-06-29")), None);
    let carried_out = became(desk.public_on("2018-06-30")).unwrap();
    assert_eq!(carried_out.word, HowFar::CarriedOut);
    assert_eq!(carried_out.by, Some(record_of("@round/issyk-kul-2018")));
}

#[test]
fn belarus_is_no_delegation_at_istanbul() {
    let view = told().0.public();
    let took_part = states(&view, record_of("@round/istanbul-2022"));
    assert_eq!(took_part, ["KAZ", "KGZ", "MNG", "TJK", "TKM", "UZB"]);
}

/// The key and the field with which an act of the archive is refused once it was changed.
fn refused(id: &str, change: impl FnOnce(&mut Value)) -> (&'static str, Option<String>) {
    let (desk, editor) = told();
    refused_for(desk, editor, id, change)
}

fn refused_for(
    desk: &PaperDesk,
    actor: &Actor,
    id: &str,
    change: impl FnOnce(&mut Value),
) -> (&'static str, Option<String>) {
    let mut act = archived(id);
    change(&mut act);
    let refusal = desk.decide(actor, act).map(|_| ()).unwrap_err();
    (refusal.key, refusal.field)
}

fn at(key: &'static str, field: &str) -> (&'static str, Option<String>) {
    (key, Some(field.to_owned()))
}

/// Makes of an act about a round one about a round that does not exist yet, under an address and a symbol of its own.
fn anew(act: &mut Value) {
    act["record"] = "@round/new".into();
    act["body"]["slug"] = "new".into();
    act["body"]["symbol"] = "NEW99".into();
}

const BRAZIL: &str = "@act/round/brazil-2024/1";

#[test]
fn a_new_round_is_decided_on_what_is_there() {
    let (desk, editor) = told();
    let mut act = archived(BRAZIL);
    anew(&mut act);
    assert!(desk.decide(editor, act).is_ok());
}

#[test]
fn an_address_is_free_in_its_series_and_a_symbol_everywhere() {
    let taken = refused(BRAZIL, |act| {
        anew(act);
        act["body"]["slug"] = "mexico-2023".into();
    });
    assert_eq!(taken, at("refusal-slug-taken", "body/slug"));
    let taken = refused(BRAZIL, |act| {
        anew(act);
        act["body"]["symbol"] = "ISK18".into();
    });
    assert_eq!(taken, at("refusal-symbol-taken", "body/symbol"));
}

#[test]
fn every_fact_names_a_source_that_is_there() {
    let sources = |sources: Value| {
        refused(BRAZIL, |act| {
            anew(act);
            act["body"]["sources"] = sources;
        })
    };
    assert_eq!(sources(json!(["@source/nowhere"])), at("refusal-record-unknown", "body/sources"));
    assert_eq!(sources(json!(["@party/kgz"])), at("refusal-record-unknown", "body/sources"));
    assert_eq!(sources(json!([])), at("refusal-source-missing", "body/sources"));
    let twice = ["@source/osce-officers-article-2024"; 2];
    assert_eq!(sources(json!(twice)), at("refusal-listed-twice", "body/sources"));
}

#[test]
fn dates_run_forwards() {
    let backwards = refused(BRAZIL, |act| {
        anew(act);
        let sources = act["body"]["sources"].clone();
        act["body"]["dates"] = json!([{"from": "2018-06-30", "to": "2018-06-28", "sources": sources}]);
    });
    assert_eq!(backwards, at("refusal-dates-order", "body/dates"));
}

/// An edit of the Issyk-Kul round, which has four versions.
fn edit(act: &mut Value, base: Value) {
    act["base"] = base;
    act["stated_at"] = "2024".into();
    act["body"]["title"] = json!({"en": "Another title", "ru": "Другое название"});
}

const ISSYK_KUL: &str = "@act/round/issyk-kul-2018/4";

#[test]
fn an_edit_names_what_it_edits() {
    let (desk, editor) = told();
    let history = desk.public().history(record_of("@round/issyk-kul-2018"));
    let content = |index: usize| json!(history[index].facts.content.unwrap().to_string());
    let mut newest = archived(ISSYK_KUL);
    edit(&mut newest, content(3));
    assert!(desk.decide(editor, newest).is_ok());

    let old = refused(ISSYK_KUL, |act| edit(act, content(0)));
    assert_eq!(old, at("refusal-base-stale", "base"));
    let without = refused(ISSYK_KUL, |act| {
        edit(act, "newest".into());
        act.as_object_mut().unwrap().remove("base");
    });
    assert_eq!(without, at("refusal-base-stale", "base"));
    let of_nothing = refused(BRAZIL, |act| {
        anew(act);
        act["base"] = "newest".into();
    });
    assert_eq!(of_nothing, at("refusal-base-stale", "base"));
    let unchanged = refused(ISSYK_KUL, |act| act["base"] = "newest".into());
    assert_eq!(unchanged, at("refusal-unchanged", "body"));
}

#[test]
fn what_is_known_never_runs_back_in_time() {
    let back = refused(ISSYK_KUL, |act| {
        edit(act, "newest".into());
        act["stated_at"] = "2016".into();
    });
    assert_eq!(back, at("refusal-stated-at-back", "stated_at"));
}

#[test]
fn only_its_owner_writes_a_record_and_a_real_one_states_no_past() {
    let (mut desk, _) = PaperDesk::with_the_archive();
    let other = desk.found_editor(Origin::Reconstruction);
    let anothers = refused_for(&desk, &other, ISSYK_KUL, |act| edit(act, "newest".into()));
    assert_eq!(anothers, at("refusal-not-owner", "record"));
    let real = desk.found_editor(Origin::Real);
    let past = refused_for(&desk, &real, BRAZIL, anew);
    assert_eq!(past, at("refusal-stated-at-not-allowed", "stated_at"));
}

#[test]
fn a_record_keeps_its_kind() {
    let other = refused(BRAZIL, |act| act["record"] = "@party/kgz".into());
    assert_eq!(other, at("refusal-record-of-other-kind", "record"));
}

#[test]
fn names_keep_their_form_and_their_measure() {
    let party = |change: fn(&mut Value)| {
        refused("@act/party/kgz/1", |act| {
            act["record"] = "@party/new".into();
            act["body"]["label"] = "NEW".into();
            change(&mut act["body"]);
        })
    };
    let label = party(|body| body["label"] = "new".into());
    assert_eq!(label, at("refusal-label-malformed", "body/label"));
    let letter = party(|body| body["label"] = "K".into());
    assert_eq!(letter, at("refusal-party-label", "body/label"));
    let taken = party(|body| body["label"] = "TJK".into());
    assert_eq!(taken, at("refusal-label-taken", "body/label"));
    let long = party(|body| body["name"] = json!({"en": "x".repeat(201)}));
    assert_eq!(long, at("refusal-text-too-long", "body/name"));
    let empty = party(|body| body["name"] = json!({"en": " "}));
    assert_eq!(empty, at("refusal-text-empty", "body/name"));
    let without_original = party(|body| {
        let of = Hash::of(b"lost").to_string();
        let russian = json!({"words": "Новая сторона", "of": of, "state": "translation"});
        body["name"] = json!({"original": "en", "in": {"ru": russian}});
    });
    assert_eq!(without_original, at("refusal-language-missing", "body/name"));
}

/// A desk with one public source, and a draft of a party that names it.
struct Drafting {
    desk: PaperDesk,
    editor: Actor,
}

const SOURCE: &str = "@source/osce-officers-article-2024";

impl Drafting {
    fn begin() -> Self {
        let mut desk = PaperDesk::new();
        let editor = desk.found_editor(Origin::Reconstruction);
        let mut source = archived("@act/source/osce-officers-article-2024/1");
        source["record"] = SOURCE.into();
        desk.perform(&editor, source).unwrap();
        let mut drafting = Drafting { desk, editor };
        drafting.draft("Draft", None);
        drafting
    }

    fn party() -> RecordId {
        record_of("@party/draft")
    }

    fn draft(&mut self, name: &str, base: Option<&str>) -> Hash {
        let body =
            json!({"label": "DRAFT", "sort": "organization", "name": {"en": name}, "sources": [SOURCE]});
        let id = format!("@act/{}", name.to_lowercase());
        let mut act =
            json!({"act": "party", "id": id, "record": "@party/draft", "audience": "own", "body": body});
        if let Some(base) = base {
            act["base"] = base.into();
        }
        self.desk.perform(&self.editor, act).unwrap();
        self.own().find::<Party>(Self::party()).unwrap().facts.content.unwrap()
    }

    fn act(&mut self, word: &str, fields: Value) -> Result<Vec<Hash>, (&'static str, Option<String>)> {
        let mut act = json!({"act": word, "id": format!("@act/{word}"), "record": "@party/draft"});
        act.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.desk.perform(&self.editor, act).map_err(|refusal| (refusal.key, refusal.field))
    }

    fn own(&self) -> View<'_> {
        self.desk.view(self.editor.reader.clone(), AsOf::Now)
    }

    fn share(&mut self) -> Hash {
        let content = self.own().find::<Party>(Self::party()).unwrap().facts.content.unwrap();
        self.act("share", json!({"content": content.to_string(), "with": "public"})).unwrap();
        content
    }
}

/// What a view gives away of the draft, by whatever door.
fn traces(view: &View<'_>) -> Vec<&'static str> {
    let (party, source) = (Drafting::party(), record_of(SOURCE));
    let doors = [
        ("find", view.find::<Party>(party).is_some()),
        ("find any", view.find_any(party).is_some()),
        ("whose", view.whose(party).is_some()),
        ("history", !view.history(party).is_empty()),
        ("all", view.all::<Party>().next().is_some()),
        ("about", view.about::<Party>(source).next().is_some()),
        ("speaking of", !view.speaking_of(source).is_empty()),
        ("versions", view.versions().any(|(record, _)| record == party)),
        (
            "shown at",
            (0..9).filter_map(|position| view.shown_at(position)).any(|(record, _)| record == party),
        ),
    ];
    doors.into_iter().filter(|(_, open)| *open).map(|(door, _)| door).collect()
}

#[test]
fn a_draft_leaves_no_trace_for_others() {
    let mut drafting = Drafting::begin();
    assert_eq!(traces(&drafting.own()).len(), 9, "its editor sees it through every door");
    assert_eq!(traces(&drafting.desk.public()), Vec::<&str>::new());
    let other = drafting.desk.found_editor(Origin::Reconstruction);
    let others = drafting.desk.view(other.reader.clone(), AsOf::Now);
    assert_eq!(traces(&others), Vec::<&str>::new());
    let stranger = drafting.desk.view(Reader::coordinator_of(Hash::of(b"nobody")), AsOf::Now);
    assert_eq!(traces(&stranger), Vec::<&str>::new());
}

#[test]
fn sharing_shows_exactly_that_content_while_drafting_goes_on() {
    let mut drafting = Drafting::begin();
    let shared = drafting.share();
    drafting.draft("Second", Some("newest"));
    let public = drafting.desk.public();
    assert_eq!(traces(&public).len(), 9);
    let seen = public.find::<Party>(Drafting::party()).unwrap();
    assert_eq!(seen.facts.content, Some(shared));
    assert_eq!(seen.body.name.for_reader("en").1, "Draft");
    assert_eq!(public.history(Drafting::party()).len(), 1, "no number tells of other lanes");
    let own = drafting.own().find::<Party>(Drafting::party()).unwrap();
    assert_eq!(own.body.name.for_reader("en").1, "Second");
}

#[test]
fn what_is_shared_is_in_the_history_is_new_to_its_readers_and_names_them_well() {
    let mut drafting = Drafting::begin();
    let content = drafting.share().to_string();
    let public = json!("public");
    let again = drafting.act("share", json!({"content": content, "with": public}));
    assert_eq!(again, Err(at("refusal-shared-already", "with")));
    let unknown = Hash::of(b"another").to_string();
    let another = drafting.act("share", json!({"content": unknown, "with": public}));
    assert_eq!(another, Err(at("refusal-content-unknown", "content")));
    let nobody = drafting.act("share", json!({"content": content, "with": {"agencies": []}}));
    assert_eq!(nobody, Err(at("refusal-audience-malformed", "with")));
}

#[test]
fn nobody_shares_withdraws_or_erases_what_is_anothers() {
    let mut drafting = Drafting::begin();
    let content = drafting.share().to_string();
    let owner = drafting.editor.clone();
    drafting.editor = drafting.desk.found_editor(Origin::Reconstruction);
    let unknown = Err(at("refusal-record-unknown", "record"));
    assert_eq!(drafting.act("share", json!({"content": content, "with": "own"})), unknown);
    assert_eq!(drafting.act("withdraw", json!({"from": {"type": "public"}})), unknown);
    let erase = json!({"content": content, "ground": "spill", "erasures": ["@erasure/1"]});
    assert_eq!(drafting.act("erase", erase), unknown);
    drafting.editor = owner;
    assert!(drafting.act("withdraw", json!({"from": {"type": "public"}})).is_ok());
}

#[test]
fn what_is_withdrawn_is_seen_no_more_but_that_it_was_stays_on_record() {
    let mut drafting = Drafting::begin();
    drafting.share();
    let from = json!({"from": {"type": "public"}});
    drafting.act("withdraw", from.clone()).unwrap();
    let public = drafting.desk.public();
    assert!(public.find::<Party>(Drafting::party()).is_none());
    assert_eq!(public.all::<Party>().count(), 0);
    let history = public.history(Drafting::party());
    assert!(matches!(history[1].said, Said::Withdrawn) && history.len() == 2);
    assert!(drafting.own().find::<Party>(Drafting::party()).is_some(), "the draft goes on");
    let again = drafting.act("withdraw", from);
    assert_eq!(again, Err(at("refusal-not-shared", "from")));
}

#[test]
fn an_erasure_destroys_the_content_in_every_lane_and_tells_no_reader_of_the_others() {
    let mut drafting = Drafting::begin();
    let content = drafting.share().to_string();
    let erase = |ids: Value| json!({"content": content, "ground": "personal_data", "erasures": ids});
    let too_few = drafting.act("erase", erase(json!(["@erasure/1"])));
    assert_eq!(too_few, Err(at("refusal-erasure-ids", "erasures")));
    let written = drafting.act("erase", erase(json!(["@erasure/1", "@erasure/2"]))).unwrap();
    assert_eq!(written.len(), 2, "one for each lane");

    let (own, public) = (drafting.own(), drafting.desk.public());
    for (view, versions) in [(&own, 2), (&public, 1)] {
        let history = view.history(Drafting::party());
        assert_eq!(history.len(), versions, "the hashes stay");
        assert!(history.iter().all(|past| matches!(past.said, Said::Erased)));
        assert!(view.find::<Party>(Drafting::party()).is_none());
        assert_eq!(
            view.about::<Erasure>(Drafting::party()).count(),
            versions,
            "each lane has its own erasure"
        );
    }
    let audience = public.about::<Erasure>(Drafting::party()).next().unwrap().facts.audience;
    assert_eq!(*audience, Audience::Public);
}
