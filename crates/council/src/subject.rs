//! Keys of other rooms' records that a case is about.
use ground::id;
id! {
    /// An application.
    ApplicationId
}
id! {
    /// A product.
    ProductId
}
