//! The machine interface over real requests, on both databases.

mod bad_input;
pub(crate) mod bed;
mod capture;
mod compact;
mod corpora;
mod differential;
mod export;
mod lineage;
mod master;
mod negotiation;
mod openapi;
mod problems;
mod queries;
mod quota;
mod receiver;
mod resources;
mod sockets;
mod standard;
mod subscriptions;
mod visibility;
