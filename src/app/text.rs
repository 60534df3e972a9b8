//! An article's text as many parts of the page hold it.

use std::ops::Deref;
use std::rc::Rc;

/// A shared text. The page asks after every step of the reader whether its parts have changed, so the same text is equal to
/// itself at a glance: `Rc<str>` would compare all its bytes each time.
#[derive(Clone, Debug, Default, Eq)]
pub struct Text(Rc<str>);

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<T: Into<Rc<str>>> From<T> for Text {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn equal_texts_are_equal_wherever_they_are_kept() {
        let text = Text::from("A 🙂");
        assert_eq!((text.clone(), Text::from("A 🙂".to_owned())), (text.clone(), text.clone()));
        assert_ne!(text, Text::from("A"));
    }
}
