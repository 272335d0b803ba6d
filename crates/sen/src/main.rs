//! The program.

mod command;
mod home;
mod house;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
