//! Places with dates, producers, products
