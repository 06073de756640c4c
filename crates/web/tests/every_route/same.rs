//! What is hidden changes no byte: pages before and after it was written are the same, counts and orders with them.

use super::bench::House;
use super::bench::ask::As;
use super::bench::visitors::Visitor;
use ledger::id::{Hash, OwnerId};
use std::collections::BTreeMap;

/// What each address answered, in each form.
type Seen = BTreeMap<(String, String, As), Hash>;

async fn seen(visitors: &[&Visitor], targets: &[String]) -> Seen {
    let mut seen = Seen::new();
    // The read log changes by what others read, and is meant to: web/tests/reads.rs.
    let others = targets.iter().filter(|target| !target.starts_with("/exercise/reads"));
    let targets: Vec<&String> = others.collect();
    for visitor in visitors {
        for target in &targets {
            for form in [As::Page, As::Json] {
                let answer = visitor.browser.get(target, form).await;
                let all = format!("{}{:?}{}", answer.status, answer.headers, without_acts(&answer.text));
                seen.insert((visitor.name.clone(), (*target).clone(), form), Hash::of(all.as_bytes()));
            }
        }
    }
    seen
}

/// The text without the ids of acts that its forms bring along: chance draws them anew for each page.
fn without_acts(text: &str) -> String {
    const BEFORE: &str = "name=\"act\" value=\"";
    let mut pieces = text.split(BEFORE);
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(BEFORE);
        kept.push_str(piece.split_once('"').map_or("", |(_, rest)| rest));
    }
    kept
}

fn differing(before: &Seen, after: &Seen) -> Vec<(String, String, As)> {
    before.iter().filter(|(place, hash)| after[*place] != **hash).map(|(place, _)| place.clone()).collect()
}

#[tokio::test]
async fn what_is_drafted_for_one_agency_changes_no_byte_of_what_another_or_a_reader_or_a_translator_reads() {
    let house = House::new();
    let visitors = house.visitors().await;
    let targets: Vec<String> = house.targets(&house.all()).into_iter().step_by(3).collect();
    let first = visitors.iter().find(|visitor| visitor.name == "xbr contributor1").unwrap();
    let others = ["xbr contributor2", "xbr reader", "xbr translator"];
    let others: Vec<&Visitor> =
        visitors.iter().filter(|visitor| others.contains(&visitor.name.as_str())).collect();
    let (before, of_first) = (seen(&others, &targets).await, seen(&[first], &targets).await);
    let planted = house.plant_for(first.eyes.owner.unwrap(), first.eyes.agencies[0]);
    assert!(planted.count > 50, "{}", planted.count);
    assert_eq!(differing(&before, &seen(&others, &targets).await), [], "the agency's drafts are noticed");
    assert!(differing(&of_first, &seen(&[first], &targets).await).len() > 20, "the agency itself sees them");
}

#[tokio::test]
async fn what_others_draft_and_share_among_themselves_changes_no_byte_of_what_one_reads() {
    let house = House::new();
    let visitors = house.visitors().await;
    let targets: Vec<String> = house.targets(&house.all()).into_iter().step_by(2).collect();
    let named = |names: &[&str]| -> Vec<&Visitor> {
        visitors.iter().filter(|visitor| names.contains(&visitor.name.as_str())).collect()
    };
    let first = named(&["stranger", "xal coordinator", "xrf coordinator"]);
    let second = named(&["xbr contributor2", "xbr translator", "lak26 organizer"]);
    assert_eq!((first.len(), second.len()), (3, 3));
    let theirs: Vec<OwnerId> = first.iter().filter_map(|visitor| visitor.eyes.owner).collect();

    let before = seen(&first, &targets).await;
    let planted = house.plant(|owner| !theirs.contains(&owner));
    assert!(planted.count > 500, "{}", planted.count);
    assert_eq!(differing(&before, &seen(&first, &targets).await), [], "what the others drafted is noticed");

    let before = seen(&second, &targets).await;
    let planted = house.plant(|owner| theirs.contains(&owner));
    assert!(planted.count > 100, "{}", planted.count);
    assert_eq!(differing(&before, &seen(&second, &targets).await), [], "what the first drafted is noticed");
}
