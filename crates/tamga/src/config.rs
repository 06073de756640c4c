//! The command line. Its help is written to be learned from.

use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use words::Language;

/// The working tool of voluntary peer reviews of UN Security Council resolution 1540 (2004).
///
/// To look around: `tamga demo`, then open the address it names in a browser.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Stable: scripts may rely on them.
const EXIT_CODES: &str = "Exit codes:
  0  done
  1  verify found something that does not fit, an act was refused, or there is no such page
  2  the command line is not right
  3  the data folder cannot be used: absent, foreign, damaged, not writable, or too large for the memory allowed
  4  the address cannot be listened at";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start with the public archive of the real reviews held since 2013
    ///
    /// Makes an installation in the data folder if there is none, records the archive in it, and serves it. The second
    /// start finds everything there and records only what is new.
    Demo {
        /// Where it keeps its data
        #[arg(long, env = "TAMGA_DATA", default_value = "tamga-demo", value_name = "DIR")]
        data: PathBuf,
        #[command(flatten)]
        serving: Serving,
        /// Keep the security log, as serve does: a line of JSON on standard error for each sign-in, refusal and fault
        #[arg(long)]
        log: bool,
    },
    /// Serve an installation over HTTP
    ///
    /// On standard error it keeps a security log: a line of JSON for each sign-in, deed with accounts, refusal and fault.
    /// It names accounts by their ids, and nothing that was typed.
    ///
    /// A file map.geojson in the data folder, with outlines whose properties name the States, is drawn on the page of
    /// States.
    Serve {
        #[command(flatten)]
        data: Folder,
        #[command(flatten)]
        serving: Serving,
    },
    /// Make a new, empty installation: its database, its key, an editor of public facts, and a link for its operator
    ///
    /// The link stands for fourteen days and works once: open it in a browser once `tamga serve` runs. Without it nobody
    /// can sign in. Where a link was lost, `init` on the same folder makes another one, as long as there is no account.
    Init {
        #[command(flatten)]
        data: Folder,
    },
    /// Make a link for an operator who cannot come in: it sets a new password, once, within three days
    ///
    /// A second step stays, unless --second-step asks for the other link. The operator is told of it on his account's
    /// page. Where nobody runs this installation any more, the link invites a new operator. For everybody else, the
    /// coordinators and the operator make such links in the browser.
    OperatorLink {
        /// Which operator, where there are several
        login: Option<String>,
        /// Take away a second step that was lost; the password stays, and is asked for
        #[arg(long)]
        second_step: bool,
        #[command(flatten)]
        data: Folder,
    },
    /// Check every entry, every lane, the journal, its checkpoints and every file, and name what does not fit
    ///
    /// Writes nothing. Works on a copy too: give it the folder with tamga.db, tamga.db.sha256, files and keys/node.
    Verify {
        #[command(flatten)]
        data: Folder,
        /// The node's public key, for a copy without keys: 64 hexadecimal digits
        #[arg(long, value_name = "HEX")]
        node: Option<String>,
    },
    /// Perform the acts of a file as the editor of public facts
    ///
    /// The file is JSON: {"tamga":"acts/1","acts":[…]}; archive/ has examples. Acts recorded before are passed over,
    /// so that the same file can be given again. Anything that is not public needs a person, and so a browser.
    Act {
        /// The file of acts, or - for standard input
        file: PathBuf,
        #[command(flatten)]
        data: Folder,
    },
    /// Print what the public may read at an address, as JSON
    ///
    /// The addresses are those of the pages: tamga view /series/central-asia --as-of 2017-12-31
    View {
        /// The address, beginning with a slash
        address: String,
        /// A past day, month or year, or the word of a round
        #[arg(long, value_name = "DAY")]
        as_of: Option<String>,
        #[command(flatten)]
        data: Folder,
    },
}

/// Where an installation keeps its data.
#[derive(Debug, Args)]
pub struct Folder {
    /// Where the installation keeps its data
    #[arg(long, env = "TAMGA_DATA", default_value = "tamga-data", value_name = "DIR")]
    pub data: PathBuf,
}

/// How an installation is served.
#[derive(Debug, Args)]
pub struct Serving {
    /// Where to listen; only this machine can reach the default
    #[arg(long, env = "TAMGA_LISTEN", default_value = "127.0.0.1:1540", value_name = "ADDR:PORT")]
    pub listen: SocketAddr,
    /// What the installation is called on its pages
    #[arg(long, env = "TAMGA_NAME", default_value = "Tamga", value_name = "NAME")]
    pub name: String,
    /// Under which address browsers reach it, such as https://review.example.org: links for invitations begin with it.
    /// Without it links are made only for browsers on this machine. One with https implies --https
    #[arg(long, env = "TAMGA_ADDRESS", value_name = "URL", value_parser = origin)]
    pub address: Option<String>,
    /// Browsers reach it by https only (through a proxy): cookies travel by nothing else
    #[arg(long, env = "TAMGA_HTTPS")]
    pub https: bool,
    /// Whoever coordinates, organizes, chairs or operates must have a second step; without one he reaches his account only
    #[arg(long, env = "TAMGA_SECOND_STEP")]
    pub second_step: bool,
    /// How much memory the ledger may take, in megabytes; at four fifths nothing new is recorded
    #[arg(long, env = "TAMGA_MEMORY", default_value_t = 2048, value_name = "MB")]
    pub memory: usize,
}

/// An address that is only a scheme and a host, with a port if need be: links are put together from it.
fn origin(given: &str) -> Result<String, String> {
    let wrong = || Language::English.say_key("cli-origin").to_string();
    let address = given.trim_end_matches('/');
    let host =
        ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme)).ok_or_else(wrong)?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-.:[]".contains(letter);
    (!host.is_empty() && host.chars().all(plain)).then(|| address.to_ascii_lowercase()).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_scheme_and_host_and_nothing_else() {
        let plain = ["https://review.example.org", "http://10.0.0.5:1540", "https://[::1]:8443"];
        assert!(plain.iter().all(|address| origin(address).as_deref() == Ok(address)));
        assert_eq!(origin("https://Review.Example.org/"), Ok("https://review.example.org".into()));
        for wrong in
            ["review.example.org", "https://", "https://a/b", "https://user@a", "ftp://a", "https://a?b"]
        {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
