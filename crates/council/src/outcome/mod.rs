//! What the ballots of a case come to. Computed from marks each time it is asked, and only over rounds that are closed:
//! this is the one door through which marks leave the ballots.

mod count;
mod outlier;
mod ruling;
pub(crate) mod words;

pub use count::{Agreed, Counted, RoundCount, count, differing};
pub use outlier::{Outlier, outliers};
pub use ruling::ruling;
