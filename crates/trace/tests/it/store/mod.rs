//! Each test runs on SQLite, on PostgreSQL where `SEN_TEST_POSTGRES_URL` is set, and on Citus where
//! `SEN_TEST_CITUS_URL` is.

mod append;
mod cast;
mod crash;
pub(crate) mod ground;
mod hops;
mod keys;
mod lists;
mod model;
mod opening;
mod pages;
mod plans;
mod small;

/// Runs tests on all databases: `async fn(&Place)`.
macro_rules! everywhere {
    ($($test:ident)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(&crate::store::ground::Place::sqlite()).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                if let Some(place) = crate::store::ground::Place::server("SEN_TEST_POSTGRES_URL").await {
                    super::$test(&place).await;
                    place.drop().await;
                }
            })+
        }
        mod citus {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                if let Some(place) = crate::store::ground::Place::server("SEN_TEST_CITUS_URL").await {
                    super::$test(&place).await;
                    place.drop().await;
                }
            })+
        }
    };
}
pub(crate) use everywhere;
