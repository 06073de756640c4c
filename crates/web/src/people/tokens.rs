//! Tokens on the page of one's account: those one has made, and the form of a new one.

use crate::furniture::form::{Errors, Field, sure};
use crate::furniture::frame::Frame;
use crate::furniture::provenance;
use desk::people::Standing;
use desk::sign_in::Token;
use desk::token::LONGEST_DAYS;
use ledger::time::Stamp;
use maud::{Markup, html};
use words::Message;

/// A token, and the mandate under which it reads or acts while that stands.
pub struct TokenLine {
    /// The token.
    pub token: Token,
    /// Its mandate; nothing once that has ended: then the token opens nothing.
    pub standing: Option<Standing>,
}

/// What was typed of a new token.
#[derive(Debug, Default)]
pub struct TokenTyped {
    /// What it is for.
    pub name: String,
    /// For how many days.
    pub days: String,
    /// Whether it may act.
    pub may_act: bool,
    /// The only acts it may do.
    pub acts: String,
}

/// What the page of an account shows of tokens.
pub struct Tokens {
    /// Those one has made.
    pub lines: Vec<TokenLine>,
    /// The moment at which they stand or have run out.
    pub now: Stamp,
    /// Whether one can be made: under the mandate under which one acts.
    pub acts: bool,
    /// What was typed of one that could not be made.
    pub typed: TokenTyped,
}

impl Tokens {
    /// The tokens, and the form of a new one.
    pub fn section(&self, frame: &Frame, errors: &Errors) -> Markup {
        html! {
            section aria-labelledby="tokens" {
                h2.h2 #tokens { (frame.say("people-tokens")) }
                p { (frame.say("people-tokens-what")) " " a href="/api" { (frame.say("people-tokens-how")) } }
                @if !self.lines.is_empty() { ul.list { @for line in &self.lines { (token(frame, line, self.now)) } } }
                @if self.acts { (form(frame, &self.typed, errors)) }
            }
        }
    }
}

fn form(frame: &Frame, typed: &TokenTyped, errors: &Errors) -> Markup {
    let TokenTyped { name, days, may_act, acts } = typed;
    let days = if days.is_empty() { "30" } else { days };
    let line = |name, label: &str, kind, value| {
        let label = frame.say(label);
        Field { name, label, hint: None, kind, value, autocomplete: "off", required: true }
            .draw(frame, errors)
    };
    let only = Field {
        name: "acts",
        label: frame.say("people-token-only"),
        hint: Some(frame.say("people-token-only-hint")),
        kind: "text",
        value: acts,
        autocomplete: "off",
        required: false,
    };
    html! {
        form.narrow method="post" action="/account/tokens" {
            (line("token-name", "people-token-name", "text", name))
            (line("days", "people-token-days", "number", days))
            p.opt { input #may-act type="checkbox" name="may-act" value="yes" checked[*may_act]; label for="may-act" { (frame.say("people-token-may-act")) } }
            (only.draw(frame, errors))
            p.btns { button.btn type="submit" { (frame.say("people-token-make")) } }
        }
    }
}

fn token(frame: &Frame, line: &TokenLine, now: Stamp) -> Markup {
    let TokenLine { token, standing } = line;
    let may = if token.may_act { "people-token-acts" } else { "people-token-reads" };
    let until = if token.until > now { "people-token-until" } else { "people-token-ran-out" };
    html! {
        li {
            b { (token.name) } " "
            p.prov {
                @if let Some(standing) = standing {
                    (provenance::owner(frame, standing.owner.id))
                    span { (frame.say(&format!("audience-role-{}", standing.role.word()))) }
                } @else { span { (frame.say("people-token-mandate-ended")) } }
                span { (frame.say(may)) }
                @if !token.acts.is_empty() { span { (frame.tell(Message::new("people-token-only-these").with("acts", token.acts.join(", ")))) } }
                span { (frame.tell(Message::new(until).with("date", frame.moment(token.until)))) }
                @match token.used {
                    Some(used) => span { (frame.tell(Message::new("people-token-used").with("date", frame.moment(used)))) },
                    None => span { (frame.say("people-token-unused")) },
                }
                @if token.revoked.is_some() { span { (frame.say("people-token-revoked")) } }
            }
            @if token.stands(now) {
                form method="post" action="/account/tokens/revoke" {
                    input type="hidden" name="token" value=(token.id);
                    (sure(frame, "revoke", "people-token-revoke", "people-token-revoke-sure"))
                }
            }
        }
    }
}

/// The days that were typed: whole, from one to [`LONGEST_DAYS`].
pub fn days(typed: &str) -> Option<i64> {
    typed.parse().ok().filter(|days| (1..=LONGEST_DAYS).contains(days))
}

/// The words of acts that were typed, with spaces or commas between; `Err`: the first that is no act.
///
/// # Errors
/// The first word that is none.
pub fn acts(typed: &str) -> Result<Vec<String>, String> {
    let words =
        typed.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| !word.is_empty());
    words
        .map(|word| match review::act::WORDS.contains(&word) {
            true => Ok(word.to_owned()),
            false => Err(review::check::shortened(word)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_acts_that_there_are_narrow_a_token() {
        assert_eq!(
            acts("question, reply  share"),
            Ok(vec!["question".into(), "reply".into(), "share".into()])
        );
        assert_eq!(acts(" "), Ok(Vec::new()));
        assert_eq!(acts("question abolish"), Err("abolish".into()));
    }

    #[test]
    fn a_token_lives_from_a_day_to_a_year() {
        assert_eq!((days("1"), days("366")), (Some(1), Some(366)));
        assert_eq!((days("0"), days("367"), days("soon"), days("")), (None, None, None, None));
    }
}
