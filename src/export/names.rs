//! What values are called: the record's names for tables, and words for readers.

use crate::event::{Basis, Status};
use crate::mention::Category;
use crate::quote::QuotationKind;
use crate::timex::PublishedBasis;

/// The record's name of a status; readers know the word as well.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Ongoing => "ongoing",
        Status::Planned => "planned",
        Status::Possible => "possible",
        Status::Denied => "denied",
        Status::Recurring => "recurring",
    }
}

/// The record's name of a basis.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Explicit => "explicit",
        Basis::Context => "context",
        Basis::Publication => "publication",
        Basis::None => "none",
    }
}

/// The record's name of a form of quotation.
pub fn form(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Mixed => "mixed",
    }
}

/// The record's name of a category.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::Government => "government",
        Category::Legislature => "legislature",
        Category::Judiciary => "judiciary",
        Category::Military => "military",
        Category::Police => "police",
        Category::Agency => "agency",
        Category::International => "international",
        Category::Diplomacy => "diplomacy",
        Category::Party => "party",
        Category::Company => "company",
        Category::Ngo => "ngo",
        Category::Expert => "expert",
        Category::Media => "media",
        Category::Sport => "sport",
        Category::Citizen => "citizen",
        Category::Other => "other",
    }
}

/// How the day of publication is known, for readers.
pub fn published_basis(basis: PublishedBasis) -> &'static str {
    match basis {
        PublishedBasis::Given => "as given",
        PublishedBasis::Dateline => "from the dateline",
        PublishedBasis::Byline => "from the byline",
        PublishedBasis::Caption => "from a caption",
        PublishedBasis::Text => "from the text",
        PublishedBasis::None => "not stated in the text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: impl serde::Serialize, name: &str) {
        assert_eq!(serde_json::to_value(value).unwrap(), name);
    }

    #[test]
    fn names_are_those_of_the_record() {
        use Status::{Denied, Happened, Ongoing, Planned, Possible, Recurring};
        [Happened, Ongoing, Planned, Possible, Denied, Recurring].into_iter().for_each(|value| check(value, status(value)));
        [Basis::Explicit, Basis::Context, Basis::Publication, Basis::None].into_iter().for_each(|value| check(value, basis(value)));
        [QuotationKind::Direct, QuotationKind::Indirect, QuotationKind::Mixed].into_iter().for_each(|value| check(value, form(value)));
        use Category::{Agency, Citizen, Company, Diplomacy, Expert, Government, International, Judiciary};
        use Category::{Legislature, Media, Military, Ngo, Other, Party, Police, Sport};
        [Agency, Citizen, Company, Diplomacy, Expert, Government, International, Judiciary]
            .into_iter()
            .for_each(|value| check(value, category(value)));
        [Legislature, Media, Military, Ngo, Other, Party, Police, Sport].into_iter().for_each(|value| check(value, category(value)));
    }
}
