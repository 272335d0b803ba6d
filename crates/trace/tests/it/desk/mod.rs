//! The pages over real requests, on both databases.

mod bed;
mod events;
mod home;
mod jobs;
mod queries;
