//! Rows of data: one behaviour a row, one check for all rows of a kind.

mod events;
mod people;
mod quotations;
mod rows;
mod timexes;
