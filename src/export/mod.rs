//! One file per format; the wire records live here and nowhere else.

pub mod json;
