//! Accounts, and the ids by which parties' records know them.

use super::{People, kept};
use crate::store::StoreError;
use ledger::id::PersonId;
use ledger::time::Stamp;
use rusqlite::{OptionalExtension, Row, params};

/// An account of this installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// A random id, known nowhere else.
    pub id: String,
    /// What the person signs in with.
    pub login: String,
    /// What the person is called.
    pub name: String,
    /// The password's hash, as a PHC string.
    pub password: String,
    /// The secret of the second step, if there is one.
    pub totp: Option<Vec<u8>>,
    /// The last step of the second secret that was used.
    pub totp_step: i64,
    /// Whether the person runs this installation.
    pub operator: bool,
    /// Since when.
    pub created: Stamp,
    /// Since when nobody signs in with it any more.
    pub disabled: Option<Stamp>,
}

const COLUMNS: &str = "id, login, name, password, totp, totp_step, operator, created, disabled";

fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        id: row.get(0)?,
        login: row.get(1)?,
        name: row.get(2)?,
        password: row.get(3)?,
        totp: row.get(4)?,
        totp_step: row.get(5)?,
        operator: row.get(6)?,
        created: Stamp::from_millis(row.get(7)?),
        disabled: row.get::<_, Option<i64>>(8)?.map(Stamp::from_millis),
    })
}

impl People {
    /// Adds an account.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if the login is taken.
    pub fn add_account(&self, account: &Account) -> Result<(), StoreError> {
        let added = self.connection().execute(
            "insert into account (id, login, name, password, operator, created) values (?1, ?2, ?3, ?4, ?5, ?6)
             on conflict do nothing",
            params![
                account.id,
                account.login,
                account.name,
                account.password,
                account.operator,
                account.created.millis()
            ],
        )?;
        match added {
            0 => Err(StoreError::Exists { path: account.login.clone() }),
            _ => Ok(()),
        }
    }

    /// The account that signs in with that, whatever the case of its letters.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn account_of_login(&self, login: &str) -> Result<Option<Account>, StoreError> {
        let query = format!("select {COLUMNS} from account where login = ?1");
        Ok(self.connection().prepare_cached(&query)?.query_row([login], read).optional()?)
    }

    /// The account of that id.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn account(&self, id: &str) -> Result<Option<Account>, StoreError> {
        let query = format!("select {COLUMNS} from account where id = ?1");
        Ok(self.connection().prepare_cached(&query)?.query_row([id], read).optional()?)
    }

    /// All accounts, by login: for the operator.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let connection = self.connection();
        let mut statement =
            connection.prepare_cached(&format!("select {COLUMNS} from account order by login"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Replaces the password's hash.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_password(&self, account: &str, password: &str) -> Result<(), StoreError> {
        self.connection()
            .execute("update account set password = ?2 where id = ?1", params![account, password])?;
        Ok(())
    }

    /// Sets the second step, with the step of its first code and its recovery codes.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_totp(
        &self,
        account: &str,
        secret: &[u8],
        step: i64,
        recovery: &[String],
    ) -> Result<(), StoreError> {
        self.whole(|connection| {
            connection.execute(
                "update account set totp = ?2, totp_step = ?3 where id = ?1",
                params![account, secret, step],
            )?;
            connection.execute("delete from recovery where account = ?1", [account])?;
            for code in recovery {
                connection.execute(
                    "insert into recovery (hash, account) values (?1, ?2)",
                    params![kept(code).as_bytes(), account],
                )?;
            }
            Ok(())
        })
    }

    /// Removes the second step, with its recovery codes.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end_totp(&self, account: &str) -> Result<(), StoreError> {
        self.whole(|connection| {
            connection.execute("update account set totp = null, totp_step = 0 where id = ?1", [account])?;
            connection.execute("delete from recovery where account = ?1", [account])?;
            Ok(())
        })
    }

    /// Marks a step of the second secret as used; false if it or a later one was used before.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn use_step(&self, account: &str, step: i64) -> Result<bool, StoreError> {
        let used = self.connection().execute(
            "update account set totp_step = ?2 where id = ?1 and totp_step < ?2",
            params![account, step],
        )?;
        Ok(used == 1)
    }

    /// Uses a recovery code up; false if there is no such code.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn use_recovery(&self, account: &str, code: &str) -> Result<bool, StoreError> {
        let used = self.connection().execute(
            "delete from recovery where account = ?1 and hash = ?2",
            params![account, kept(code).as_bytes()],
        )?;
        Ok(used == 1)
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn recovery_left(&self, account: &str) -> Result<u32, StoreError> {
        let count = "select count(*) from recovery where account = ?1";
        Ok(self.connection().query_row(count, [account], |row| row.get(0))?)
    }

    /// Lets an account sign in no more, or again; all its sessions, devices, tokens and links end.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_disabled(&self, account: &str, since: Option<Stamp>) -> Result<(), StoreError> {
        self.whole(|connection| {
            connection.execute(
                "update account set disabled = ?2 where id = ?1",
                params![account, since.map(Stamp::millis)],
            )?;
            for table in ["session", "device", "token", "renewal"] {
                connection.execute(&format!("delete from {table} where account = ?1"), [account])?;
            }
            Ok(())
        })
    }

    /// Deletes an account with all that hangs on it. The ids by which parties' records know the person stay in those
    /// records, and lead to nobody.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn delete_account(&self, account: &str) -> Result<(), StoreError> {
        self.whole(|connection| {
            connection.execute("update invitation set invited_by = null where invited_by = ?1", [account])?;
            connection.execute(
                "delete from invitation where person in (select id from person where account = ?1)",
                [account],
            )?;
            connection.execute("delete from account where id = ?1", [account])?;
            Ok(())
        })
    }

    /// Remembers that a party's records know this account by that id.
    ///
    /// # Errors
    /// If the id is another account's.
    pub fn bind_person(&self, person: PersonId, account: &str) -> Result<(), StoreError> {
        self.connection().execute(
            "insert into person (id, account) values (?1, ?2)",
            params![person.to_string(), account],
        )?;
        Ok(())
    }

    /// The ids by which parties' records know an account.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn persons_of(&self, account: &str) -> Result<Vec<PersonId>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("select id from person where account = ?1")?;
        let rows = statement.query_map([account], |row| row.get::<_, String>(0))?;
        let mut persons = Vec::new();
        for row in rows {
            persons.extend(row?.parse::<PersonId>().ok());
        }
        Ok(persons)
    }

    /// The account behind an id that a party's records use, for that party's own coordinators.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn account_of_person(&self, person: PersonId) -> Result<Option<Account>, StoreError> {
        let query = format!(
            "select {} from account join person on person.account = account.id where person.id = ?1",
            COLUMNS.split(", ").map(|column| format!("account.{column}")).collect::<Vec<_>>().join(", ")
        );
        Ok(self.connection().prepare_cached(&query)?.query_row([person.to_string()], read).optional()?)
    }
}
