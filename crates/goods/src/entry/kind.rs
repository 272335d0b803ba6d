//! What can happen to goods, as people say it.

use ground::words_enum;

words_enum! {
    /// What happened.
    EntryKind {
        /// Mua vào: goods come from a supplier.
        Buy = "buy",
        /// Thu hoạch: goods begin here.
        Harvest = "harvest",
        /// Chế biến: some lots become another.
        Process = "process",
        /// Đóng gói: a lot is put into packages for sale.
        Pack = "pack",
        /// Xuất hàng: goods leave for a buyer.
        Ship = "ship",
        /// Nhận hàng: goods that somebody logged before arrive.
        Receive = "receive",
        /// Bán lẻ: goods go to whoever eats them.
        Sell = "sell",
        /// Tiêu hủy: goods are no more.
        Destroy = "destroy",
    }
}

words_enum! {
    /// What a lot is in an entry.
    Side {
        /// It goes in: used up.
        In = "in",
        /// It comes out: made.
        Out = "out",
        /// It is what the entry is about.
        Of = "of",
    }
}

impl EntryKind {
    /// Whether lots become others.
    pub const fn makes(self) -> bool {
        matches!(self, Self::Process | Self::Pack)
    }

    /// Whether the lot begins with it.
    pub const fn begins(self) -> bool {
        matches!(self, Self::Buy | Self::Harvest)
    }

    /// Whether somebody stands on the other side.
    pub const fn has_partner(self) -> bool {
        matches!(self, Self::Buy | Self::Ship | Self::Receive | Self::Sell)
    }

    /// Whether goods leave the producer's hands.
    pub const fn leaves(self) -> bool {
        matches!(self, Self::Ship | Self::Sell | Self::Destroy)
    }
}
