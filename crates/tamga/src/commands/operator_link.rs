//! `operator-link`: for an operator who forgot the password or lost the second step.

use super::tell;
use crate::failure::{Failure, REFUSED};
use crate::installation;
use desk::renewal::Maker;
use desk::sign_in::{Account, Renews, SignIn};
use std::path::Path;
use std::process::ExitCode;
use store::StoreError;
use web::furniture::form::refused;
use words::Message;

/// Makes the link, and prints it.
pub fn make(data: &Path, login: Option<&str>, second_step: bool) -> Result<ExitCode, Failure> {
    let path = installation::database(data);
    if !path.exists() {
        return Err(StoreError::Absent { path: path.display().to_string() }.into());
    }
    let people = installation::people(data)?;
    let Some(operator) = operator(&people, login)? else {
        let secret = people.invite(people.person(), true, "", None)?;
        tell(Message::new("cli-operator-link").with("address", address(&secret)));
        return Ok(ExitCode::SUCCESS);
    };
    let (what, key) = match second_step {
        true => (Renews::SecondStep, "cli-operator-link-second-step"),
        false => (Renews::Password, "cli-operator-link-password"),
    };
    let made = people.make_renewal(&operator, what, Maker::Machine);
    let secret = made.map_err(|refusal| Failure::new(REFUSED, refused(&refusal)))?;
    tell(Message::new(key).with("login", operator.login).with("address", address(&secret)));
    Ok(ExitCode::SUCCESS)
}

fn address(secret: &str) -> String {
    format!("/invitations/{secret}")
}

/// The operator of that login, or the only one; nothing where nobody is.
fn operator(people: &SignIn, login: Option<&str>) -> Result<Option<Account>, Failure> {
    let all = people.people().accounts()?;
    let mut operators: Vec<Account> =
        all.into_iter().filter(|account| account.operator && account.disabled.is_none()).collect();
    let logins = operators.iter().map(|account| account.login.as_str()).collect::<Vec<_>>().join(", ");
    let which = || Failure::new(REFUSED, Message::new("cli-operator-which").with("logins", logins.clone()));
    if operators.is_empty() {
        return Ok(None);
    }
    match login {
        Some(login) => {
            let asked = login.to_lowercase();
            let found = operators.into_iter().find(|account| account.login.to_lowercase() == asked);
            found.map(Some).ok_or_else(which)
        }
        None if operators.len() == 1 => Ok(operators.pop()),
        None => Err(which()),
    }
}
