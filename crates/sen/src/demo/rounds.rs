//! Councils.
use super::Plan;
use super::play::Play;
use super::written::Province;
pub(super) struct Act<'a>(pub(super) std::marker::PhantomData<&'a ()>);
pub(super) fn plan<'a>(_: &'a Province, _: &mut Plan<'a>) -> anyhow::Result<()> {
    Ok(())
}
pub(super) async fn play(_: &mut Play<'_>, _: &Act<'_>) -> anyhow::Result<String> {
    Ok(String::new())
}
