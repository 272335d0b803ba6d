//! The program.

mod command;
mod house;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
