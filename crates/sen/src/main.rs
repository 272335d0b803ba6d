//! The program.

mod command;
mod demo;
mod house;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
