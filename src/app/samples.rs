//! Articles of our own writing, compiled in, for who wants to see before they paste.

/// One sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What its button says.
    pub name: &'static str,
    /// What it is about, in a few words.
    pub about: &'static str,
    /// The article.
    pub text: &'static str,
}

/// The samples in the order of their buttons.
pub const SAMPLES: [Sample; 3] = [
    Sample { name: "Diplomacy", about: "an envoy and a river treaty", text: include_str!("../../static/samples/diplomacy.txt") },
    Sample { name: "Disaster", about: "a hillside gives way", text: include_str!("../../static/samples/disaster.txt") },
    Sample { name: "Business", about: "a mill is to close", text: include_str!("../../static/samples/business.txt") },
];
