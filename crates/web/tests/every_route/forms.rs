//! The forms that one person finds on his pages, sent by everybody else: they do nothing to him and tell nothing of him.

use super::bench::House;
use super::bench::ask::Answer;
use super::bench::crawl::ids;
use super::bench::kept::All;
use super::bench::plant::Planted;
use super::bench::targets::{doors, is_record, parameters, patterns};
use super::bench::visitors::Visitor;
use ledger::id::{OwnerId, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// A form of a page: where it goes, and what it would send.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    fn body(&self) -> String {
        let encoded = |value: &str| web::entry::encoded(value);
        let pair = |(name, value): &(String, String)| format!("{}={}", encoded(name), encoded(value));
        self.fields.iter().map(pair).collect::<Vec<String>>().join("&")
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next().map(|value| value.replace("&quot;", "\"").replace("&amp;", "&"))
}

fn tags<'f>(form: &'f str, kind: &str) -> Vec<&'f str> {
    form.split(kind).skip(1).map(|tag| tag.split('>').next().unwrap_or_default()).collect()
}

/// The forms of a page, one for each of their buttons.
fn forms(page: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for form in page.split("<form").skip(1).filter(|form| form.contains("method=\"post\"")) {
        let form = form.split("</form>").next().unwrap_or_default();
        let Some(action) = attribute(form, "action") else { continue };
        let named = |tag: &&str| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()));
        let fields: Vec<(String, String)> = tags(form, "<input").iter().filter_map(named).collect();
        let buttons: Vec<(String, String)> = tags(form, "<button").iter().filter_map(named).collect();
        for button in &buttons {
            found.push(Form {
                action: action.clone(),
                fields: [fields.clone(), vec![button.clone()]].concat(),
            });
        }
        if buttons.is_empty() {
            found.push(Form { action, fields });
        }
    }
    found
}

/// The addresses to which the choices of a page lead: each radio button of its asking forms, with the rest as it stands.
fn choices(page: &str) -> BTreeSet<String> {
    let asking = page
        .split("<form")
        .skip(1)
        .filter(|form| form.contains("method=\"get\"") && form.contains("\"radio\""));
    let mut found = BTreeSet::new();
    for form in asking.map(|form| form.split("</form>").next().unwrap_or_default()) {
        let (action, inputs) = (attribute(form, "action"), tags(form, "<input"));
        let pair = |tag: &str| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default()));
        let hidden: Vec<(String, String)> =
            inputs.iter().filter(|tag| tag.contains("\"hidden\"")).filter_map(|tag| pair(tag)).collect();
        for choice in inputs.iter().filter(|tag| tag.contains("\"radio\"")).filter_map(|tag| pair(tag)) {
            let chosen = Form { action: String::new(), fields: [hidden.clone(), vec![choice]].concat() };
            found.extend(action.as_ref().map(|action| format!("{action}?{}", chosen.body())));
        }
    }
    found
}

/// The forms on a visitor's pages: those of his own doors and, for some records that he may write, of every page that has
/// a record in its address.
async fn forms_of(house: &House, visitor: &Visitor) -> BTreeSet<Form> {
    let mut found = BTreeSet::new();
    let own = |version: &&super::bench::kept::Kept| visitor.eyes.owner == Some(version.owner);
    let all = house.all();
    let records: BTreeMap<&str, RecordId> =
        all.versions.iter().filter(own).map(|version| (version.kind.as_str(), version.record)).collect();
    let mut pages: Vec<String> = doors().into_iter().filter(|door| !door.contains('{')).collect();
    pages.extend(patterns().into_iter().filter(|pattern| parameters(pattern).is_empty()));
    for pattern in patterns() {
        let Some(name) = parameters(&pattern).into_iter().find(|name| is_record(name)) else { continue };
        pages.extend(
            records
                .values()
                .take(12)
                .map(|record| pattern.replace(&format!("{{{name}}}"), &record.to_string())),
        );
    }
    for page in pages {
        let answer = visitor.browser.page(&page).await;
        found.extend(forms(&answer.text));
        for further in choices(&answer.text) {
            found.extend(forms(&visitor.browser.page(&further).await.text));
        }
    }
    found
}

/// Everything of an owner that could have been changed: what is kept, and the accounts and sessions of its people.
fn state_of(house: &House, owner: OwnerId, login: &str) -> String {
    let all: All = house.all();
    let own = all.versions.iter().filter(|version| version.owner == owner);
    let kept: Vec<String> =
        own.map(|version| format!("{}{:?}{}", version.record, version.audience, version.body)).collect();
    let people = house.people().people();
    let account = people.account_of_login(login).unwrap().unwrap();
    let persons = people.persons_of(&account.id).unwrap();
    let sessions: Vec<String> =
        people.sessions(&account.id).unwrap().into_iter().map(|session| session.id).collect();
    let tokens = people.tokens(&account.id).unwrap();
    let invitations = people.invitations_for(&persons).unwrap();
    format!("{kept:?}{account:?}{sessions:?}{tokens:?}{invitations:?}")
}

fn absent(form: &Form) -> Form {
    let other = RecordId::from_chance([0xcd; 16]).to_string();
    let replaced =
        |value: &String| ids(value).into_iter().fold(value.clone(), |value, id| value.replace(id, &other));
    let fields = form.fields.iter().map(|(name, value)| (name.clone(), replaced(value))).collect();
    Form { action: replaced(&form.action), fields }
}

/// Whether an address is one of a pattern's: what stands in braces may be anything.
fn fits(address: &str, pattern: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let alike = |(part, wanted): (&str, &str)| part == wanted || wanted.starts_with('{');
    path.split('/').count() == pattern.split('/').count()
        && path.split('/').zip(pattern.split('/')).all(alike)
}

#[tokio::test]
async fn the_forms_of_one_party_sent_by_anybody_else_change_nothing_of_it_and_hidden_answers_as_absent() {
    let house = House::new();
    let visitors = house.visitors().await;
    let victim = visitors.iter().find(|visitor| visitor.name == "xbr coordinator").unwrap();
    let (owner, login) = (victim.eyes.owner.unwrap(), "xbr-coordinator");
    // The exercise has a clearance of one State only.
    house.clearances(&|whose| whose == owner, &mut Planted::default());
    house.handling(&|whose| whose == owner, &mut Planted::default());
    let theirs = forms_of(&house, victim).await;
    for pattern in patterns().iter().filter(|pattern| !parameters(pattern).is_empty()) {
        let posted = victim.browser.methods(&pattern.replace(['{', '}'], "0")).await.contains("POST");
        let met = theirs.iter().any(|form| fits(&form.action, pattern));
        assert!(
            !posted || met,
            "no form was met that is sent to {pattern}: lead the test there. {theirs:#?}"
        );
    }
    assert!(theirs.len() > 8, "too few forms: {theirs:#?}");
    let with_ids: Vec<&Form> = theirs.iter().filter(|form| **form != absent(form)).collect();
    assert!(with_ids.len() > 3, "too few forms that name something: {theirs:#?}");
    let all = house.all();
    let before = state_of(&house, owner, login);
    for other in visitors.iter().filter(|visitor| visitor.label != "xbr") {
        for form in theirs.iter().filter(|form| form.action != "/sign-out") {
            let answer = other.browser.post(&form.action, &form.body()).await;
            assert!(!answer.status.is_server_error(), "{} with {form:?}", other.name);
            let leaked = all.hidden_in(&answer.text, &other.eyes);
            assert!(leaked.is_empty(), "{} with {form:?}: {leaked:?}", other.name);
            // Whose markings are said anew follows from who sends it, whatever ids stand in it: the second time they are there.
            let says_his_own = form.action == "/exercise/markings";
            if with_ids.contains(&form) && answer.status != 200 && !says_his_own {
                let nothing = other.browser.post(&absent(form).action, &absent(form).body()).await;
                assert_eq!(
                    plain(&answer, form),
                    plain(&nothing, &absent(form)),
                    "{} with {form:?}",
                    other.name
                );
            }
        }
        let after = state_of(&house, owner, login);
        assert!(before == after, "{} changed something of another party", other.name);
    }
}

/// An answer without the ids that were sent and the secrets that no two answers share.
fn plain(answer: &Answer, form: &Form) -> (u16, String) {
    let all = form.fields.iter().map(|(_, value)| value).chain([&form.action]);
    let sent: BTreeSet<&str> = all.flat_map(|value| ids(value)).collect();
    let text = sent.into_iter().fold(answer.text.clone(), |text, id| text.replace(id, "·"));
    (answer.status.as_u16(), text)
}
