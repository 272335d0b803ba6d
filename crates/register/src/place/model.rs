//! Kinds of place and their names.

use ground::{Lang, words_enum};

words_enum! {
    /// What a place is. The district level (district, town, provincial city) ended on 1 July 2025.
    PlaceKind {
        /// The country.
        Country = "country",
        /// Tỉnh.
        Province = "province",
        /// Thành phố trực thuộc trung ương.
        CentralCity = "central-city",
        /// Huyện.
        District = "district",
        /// Thị xã.
        Town = "town",
        /// Thành phố thuộc tỉnh.
        ProvincialCity = "provincial-city",
        /// Phường.
        Ward = "ward",
        /// Xã.
        Commune = "commune",
        /// Thị trấn.
        Township = "township",
        /// Đặc khu.
        SpecialZone = "special-zone",
    }
}

/// The level of government a place stands on, the highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The country.
    Country,
    /// Provinces and centrally run cities.
    Province,
    /// The level between, until 1 July 2025.
    District,
    /// Wards, communes, townships, special zones.
    Commune,
}

impl PlaceKind {
    /// The level it stands on.
    pub fn level(self) -> Level {
        match self {
            Self::Country => Level::Country,
            Self::Province | Self::CentralCity => Level::Province,
            Self::District | Self::Town | Self::ProvincialCity => Level::District,
            Self::Ward | Self::Commune | Self::Township | Self::SpecialZone => Level::Commune,
        }
    }

    /// The kinds of one level.
    pub fn of_level(level: Level) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |kind| kind.level() == level)
    }

    /// The official word that stands before the name in Vietnamese; it is part of the name, as in the lists of units.
    pub fn title(self) -> &'static str {
        match self {
            Self::Country => "nước",
            Self::Province => "tỉnh",
            Self::CentralCity | Self::ProvincialCity => "thành phố",
            Self::District => "huyện",
            Self::Town => "thị xã",
            Self::Ward => "phường",
            Self::Commune => "xã",
            Self::Township => "thị trấn",
            Self::SpecialZone => "đặc khu",
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Province => "province",
            Self::CentralCity | Self::ProvincialCity => "city",
            Self::District => "district",
            Self::Town => "town",
            Self::Ward => "ward",
            Self::Commune => "commune",
            Self::Township => "township",
            Self::SpecialZone => "special zone",
        }
    }

    /// A name with its kind: "phường Sa Đéc", "Sa Đéc ward". The country's name stands alone.
    pub fn named(self, name: &str, lang: Lang) -> String {
        match (self, lang) {
            (Self::Country, _) => name.to_owned(),
            (_, Lang::Vi) => format!("{} {name}", self.title()),
            (_, Lang::En) => format!("{name} {}", self.english()),
        }
    }

    /// The kind by its official word in a list of units: "Phường", "Thị trấn"; a city is told apart by its level.
    pub fn of_title(title: &str, level: Level) -> Option<Self> {
        let title = title.trim().to_lowercase();
        Self::of_level(level).find(|kind| kind.title() == title)
    }

    /// Splits "Phường Sa Đéc" into its kind and its name.
    pub fn split(titled: &str, level: Level) -> Option<(Self, &str)> {
        let titled = titled.trim();
        Self::of_level(level).find_map(|kind| {
            let (at, _) = titled.char_indices().nth(kind.title().chars().count())?;
            let (title, name) = titled.split_at(at);
            let name = name.strip_prefix(' ')?.trim();
            (title.to_lowercase() == kind.title() && !name.is_empty()).then_some((kind, name))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, PlaceKind};

    #[test]
    fn a_titled_name_is_split_at_its_level() {
        assert_eq!(PlaceKind::split("Phường 1", Level::Commune), Some((PlaceKind::Ward, "1")));
        assert_eq!(
            PlaceKind::split("Thị trấn Cái Bè", Level::Commune),
            Some((PlaceKind::Township, "Cái Bè"))
        );
        let city = |level| PlaceKind::split("Thành phố Sa Đéc", level).map(|(kind, _)| kind);
        assert_eq!(city(Level::District), Some(PlaceKind::ProvincialCity));
        assert_eq!(city(Level::Province), Some(PlaceKind::CentralCity));
        assert_eq!(PlaceKind::split("Sa Đéc", Level::Commune), None);
    }
}
