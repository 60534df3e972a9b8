//! Invented names, as many as a test wants.

/// A name for each number: "Tbabababa", "Tdebababa", …
pub fn invented(mut i: usize) -> String {
    let syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"];
    let mut name = String::from("T");
    for _ in 0..4 {
        name += syllables[i % syllables.len()];
        i /= syllables.len();
    }
    name
}
