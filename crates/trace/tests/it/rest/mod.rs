//! The machine interface over real requests, on both databases.

mod bed;
mod capture;
mod corpora;
mod differential;
mod lineage;
mod negotiation;
mod openapi;
mod problems;
mod queries;
mod receiver;
mod sockets;
mod subscriptions;
