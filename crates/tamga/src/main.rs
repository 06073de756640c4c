//! Tamga: the working tool of voluntary peer reviews. This binary contains commands and no rule.

mod config;
mod failure;
mod installation;
mod archive;
mod exercise;
mod exercise_people;
mod clockwork;
mod commands;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = config::Cli::parse();
    match commands::run(cli) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
