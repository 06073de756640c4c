//! Where to go: every pattern of the router, filled with what the exercise has, and the pages of its records.

use super::House;
use super::kept::All;
use ledger::id::RecordId;
use review::part::PartWord;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use web::furniture::about;

/// Whether everything is looked at, or some records of each kind: `TAMGA_WHOLE=1`.
pub fn whole() -> bool {
    std::env::var_os("TAMGA_WHOLE").is_some()
}

/// How many records of each kind are looked at unless all are.
const OF_EACH: usize = 6;

/// The prefix below which the exercise lies.
pub const EXERCISE: &str = "/exercise";

/// The patterns of the exercise's pages.
pub fn patterns() -> Vec<String> {
    let routes = web::routes();
    routes.listed().iter().filter(|pattern| pattern.starts_with(EXERCISE)).cloned().collect()
}

/// The patterns of everything that is no page of a world.
pub fn doors() -> Vec<String> {
    let routes = web::routes();
    let pages = patterns();
    let is_page = |pattern: &&String| {
        let once_more = format!("{EXERCISE}{}", pattern.trim_end_matches('/'));
        pattern.starts_with(EXERCISE) || pages.contains(&once_more)
    };
    routes.listed().iter().filter(|pattern| !is_page(pattern)).cloned().collect()
}

/// The names of a pattern's parameters.
pub fn parameters(pattern: &str) -> Vec<&str> {
    pattern.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect()
}

/// Whether a parameter is filled with the id of a record.
pub fn is_record(parameter: &str) -> bool {
    ["record", "recommendation"].contains(&parameter)
}

/// A pattern with its parameters filled.
pub fn filled(pattern: &str, values: &BTreeMap<&str, String>) -> String {
    let part = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => values[name].clone(),
        None => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<String>>().join("/")
}

impl House {
    /// What fills a pattern that names no record: words of series, rounds, States, items, parts.
    ///
    /// # Panics
    /// At a parameter that nobody said how to fill: say it here.
    pub fn words_for(&self, pattern: &str) -> Vec<BTreeMap<&'static str, String>> {
        let mut all: Vec<BTreeMap<&'static str, String>> = vec![BTreeMap::new()];
        for parameter in parameters(pattern) {
            let (name, values): (&'static str, Vec<String>) = match parameter {
                "series" => ("series", Vec::new()),
                "round" => ("round", Vec::new()),
                "label" => ("label", ["XBR", "XAL", "XFE"].map(str::to_owned).to_vec()),
                "item" => ("item", self.items()),
                "kind" => ("kind", vec!["review.question".to_owned()]),
                "act" => ("act", vec!["share".to_owned()]),
                "part" => ("part", PartWord::ALL.iter().map(|part| part.word().to_owned()).collect()),
                other if is_record(other) => continue,
                other => panic!("{pattern}: say in bench/targets.rs what fills {{{other}}}"),
            };
            all = match name {
                "series" => self
                    .rounds()
                    .into_iter()
                    .map(|(series, _)| BTreeMap::from([("series", series)]))
                    .collect(),
                "round" => (self.rounds().into_iter())
                    .map(|(series, round)| BTreeMap::from([("series", series), ("round", round)]))
                    .collect(),
                _ => (all.iter())
                    .flat_map(|before| values.iter().map(|value| with(before, name, value)))
                    .collect(),
            };
        }
        all
    }

    /// The words of series and rounds.
    pub fn rounds(&self) -> BTreeSet<(String, String)> {
        let word = |record: &Value| {
            let of = |act: &&Value| act["record"] == *record && act["body"]["slug"].is_string();
            self.acts.iter().find(of).map(|act| act["body"]["slug"].as_str().unwrap().to_owned())
        };
        let rounds = self.acts.iter().filter(|act| act["act"] == "round");
        rounds.filter_map(|act| Some((word(&act["body"]["series"])?, word(&act["record"])?))).collect()
    }

    /// Items at which answers are hidden, and one at which none is.
    fn items(&self) -> Vec<String> {
        let hidden = |act: &&Value| {
            act["act"] == "answer" && act.get("audience").is_none_or(|who| who.get("agencies").is_some())
        };
        let items = self.acts.iter().filter(hidden).filter_map(|act| act["body"]["item"].as_str());
        let some: BTreeSet<&str> = items.collect();
        let most = if whole() { usize::MAX } else { 5 };
        some.into_iter().chain(["OP1.cwc"]).take(most).map(str::to_owned).collect()
    }

    /// Some records of each kind, those that not everybody reads first; or all.
    pub fn some_records(&self, all: &All) -> Vec<RecordId> {
        let mut of_kind: BTreeMap<&str, BTreeMap<(bool, RecordId), ()>> = BTreeMap::new();
        let everybody = super::kept::Eyes::default();
        for version in &all.versions {
            let open = version.is_open_to(&everybody);
            of_kind.entry(&version.kind).or_default().insert((open, version.record), ());
        }
        let most = if whole() { usize::MAX } else { OF_EACH };
        let some = |records: BTreeMap<(bool, RecordId), ()>| -> Vec<RecordId> {
            let hidden = records.keys().filter(|(open, _)| !open).take(most);
            let public = records.keys().filter(|(open, _)| *open).take(most / 3);
            hidden.chain(public).map(|(_, record)| *record).collect()
        };
        of_kind.into_values().flat_map(some).collect()
    }

    /// Every address to look at: all patterns filled, the pages of records, their facts and histories, and past days.
    pub fn targets(&self, all: &All) -> Vec<String> {
        let records = self.some_records(all);
        let mut targets: BTreeSet<String> = BTreeSet::new();
        for pattern in patterns() {
            if parameters(&pattern).iter().any(|parameter| is_record(parameter)) {
                continue;
            }
            for words in self.words_for(&pattern) {
                let address = filled(&pattern, &words);
                if parameters(&pattern).is_empty() || parameters(&pattern).len() == 2 {
                    targets.insert(format!("{address}?as_of=2026-10-10"));
                    targets.insert(format!("{address}?as_of=highfield-2023"));
                    targets.insert(format!("{address}?format=csv"));
                }
                targets.insert(address);
            }
        }
        targets.extend(review::act::KINDS.0.iter().map(|kind| listed("kind", kind.kind)));
        targets.extend(self.owners().into_iter().map(|owner| listed("owner", &owner.to_string())));
        targets.extend(
            ["lake", "plan", "%D0%BE%D0%B7%D0%B5%D1%80%D0%BE"]
                .map(|word| format!("{EXERCISE}/api/search?q={word}&limit=200")),
        );
        for record in &records {
            targets.insert(listed("about", &record.to_string()));
            targets.insert(format!("{EXERCISE}/records/{record}"));
            targets.insert(format!("{EXERCISE}/records/{record}/history"));
        }
        for owner in self.owners() {
            self.site.desk.view(&self.scope_of(owner), |view| {
                let own =
                    |record: &&RecordId| view.whose(**record).is_some_and(|(whose, _)| whose.id == owner);
                for address in records.iter().filter(own).filter_map(|record| about::address(view, *record)) {
                    targets.insert(format!("{EXERCISE}{}", address.split('#').next().unwrap_or_default()));
                }
            });
        }
        let kinds: BTreeMap<&str, RecordId> =
            all.versions.iter().map(|version| (version.kind.as_str(), version.record)).collect();
        for pattern in patterns() {
            let named: Vec<&str> = parameters(&pattern).into_iter().filter(|name| is_record(name)).collect();
            let Some(name) = named.first() else { continue };
            for record in kinds.values() {
                targets.insert(pattern.replace(&format!("{{{name}}}"), &record.to_string()));
            }
        }
        targets.into_iter().collect()
    }
}

/// A list of the API.
fn listed(by: &str, value: &str) -> String {
    format!("{EXERCISE}/api/records?{by}={value}&limit=200")
}

fn with(
    before: &BTreeMap<&'static str, String>,
    name: &'static str,
    value: &str,
) -> BTreeMap<&'static str, String> {
    let mut more = before.clone();
    more.insert(name, value.to_owned());
    more
}
