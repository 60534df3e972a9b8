//! Markup made harmless before it is parsed.
//!
//! A parser that runs nothing still checks inline handlers and styles against the page's
//! Content-Security-Policy, and reports them as errors. So they are renamed first. To rename exactly those, a tag is
//! read as the HTML Standard's tokenizer reads it, and what a parser reads in one way here and in another there, such as the contents
//! of comments and scripts, is not handed on.

/// Elements whose contents are no article, and are taken for text up to their end tag; `style` is renamed besides.
const UNREAD: [&str; 5] = ["script", "style", "iframe", "noembed", "noframes"];

/// Elements whose contents are text up to their end tag, in which references such as `&lt;` count.
const TEXT: [&str; 2] = ["title", "textarea"];

/// Old elements whose contents are text in which nothing counts, the second one to the end of the page: handed on as `pre`.
const PLAIN: [&str; 2] = ["xmp", "plaintext"];

/// `html` with its handlers (`onclick`), inline styles and style elements renamed to what means nothing, and without what its comments and
/// scripts hold.
///
/// What can be read stays as it is.
pub fn inert(html: &str) -> String {
    let mut reader = Reader { rest: html, out: String::with_capacity(html.len() + html.len() / 16), drawn: false, endless: Vec::new() };
    while let Some(open) = reader.rest.find('<') {
        reader.keep(open);
        reader.markup();
    }
    reader.keep(reader.rest.len());
    reader.out
}

struct Reader<'h> {
    rest: &'h str,
    out: String,
    /// Whether there was a drawing or a formula: within them an element may end with its own tag.
    drawn: bool,
    /// Elements of which no end tag is left, so that none is looked for again.
    endless: Vec<&'static str>,
}

impl<'h> Reader<'h> {
    /// Hands on the next `length` bytes as they are.
    fn keep(&mut self, length: usize) {
        let kept = self.skip(length);
        self.out.push_str(kept);
    }

    /// Leaves out the next `length` bytes.
    fn skip(&mut self, length: usize) -> &'h str {
        let (head, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        head
    }

    /// Leaves out a comment, but for its marks: what stands on both sides of it must not meet.
    fn comment(&mut self, length: usize) {
        self.skip(length);
        self.out.push_str("<!---->");
    }

    /// Reads what the `<` begins that stands here.
    fn markup(&mut self) {
        let mut next = self.rest.bytes().skip(1);
        match (next.next(), next.next()) {
            (Some(b'!'), _) if starts(&self.rest[2..], "doctype") => self.keep(length_to(self.rest, ">")),
            (Some(b'!'), _) if self.rest[2..].starts_with("--") => self.comment(comment(self.rest)),
            (Some(b'/'), Some(letter)) if letter.is_ascii_alphabetic() => {
                self.keep(2 + name(&self.rest[2..]));
                self.attributes();
            }
            (Some(b'/'), None) => self.keep(2),
            (Some(b'!' | b'?' | b'/'), _) => self.comment(length_to(self.rest, ">")),
            (Some(letter), _) if letter.is_ascii_alphabetic() => self.element(),
            _ => self.keep(1),
        }
    }

    /// Reads a tag that begins an element, and with it the text that only its end tag ends.
    fn element(&mut self) {
        self.keep(1);
        let name = self.skip(name(self.rest));
        let known = UNREAD.iter().chain(&TEXT).chain(&PLAIN).find(|known| name.eq_ignore_ascii_case(known));
        self.drawn |= ["svg", "math"].iter().any(|drawn| name.eq_ignore_ascii_case(drawn));
        let written = match known {
            Some(&"style") => "template",
            Some(known) if PLAIN.contains(known) => "pre",
            _ => name,
        };
        self.out.push_str(written);
        self.attributes();
        if let Some(known) = known
            && self.contents(known)
        {
            self.keep(2);
            self.skip(known.len());
            self.out.push_str(written);
            self.attributes();
        }
    }

    /// Reads attributes up to the end of the tag.
    fn attributes(&mut self) {
        loop {
            self.keep(self.rest.bytes().take_while(|c| is_space(*c) || *c == b'/').count());
            match self.rest.bytes().next() {
                None => return,
                Some(b'>') => return self.keep(1),
                Some(_) => self.attribute(),
            }
        }
    }

    fn attribute(&mut self) {
        if starts(self.rest, "on") || starts(self.rest, "style") {
            self.out.push_str("data-");
        }
        // A name may begin with the sign that ends it.
        let name = self.rest.bytes().skip(1).take_while(|c| !is_space(*c) && !matches!(c, b'/' | b'>' | b'=')).count();
        self.keep(1 + name);
        let space = spaces(self.rest);
        if self.rest.as_bytes().get(space) != Some(&b'=') {
            return;
        }
        self.keep(space + 1);
        self.keep(spaces(self.rest));
        match self.rest.bytes().next() {
            Some(b'"') => self.keep(1 + length_to(&self.rest[1..], "\"")),
            Some(b'\'') => self.keep(1 + length_to(&self.rest[1..], "'")),
            _ => self.keep(self.rest.bytes().take_while(|c| !is_space(*c) && *c != b'>').count()),
        }
    }

    /// Reads the contents of an element that only its own end tag ends, and tells whether that stands here now.
    fn contents(&mut self, name: &'static str) -> bool {
        let end = self.end(name);
        if end.is_none() && self.drawn && self.out.ends_with("/>") {
            return false;
        }
        let contents = self.skip(end.unwrap_or(self.rest.len()));
        if TEXT.contains(&name) {
            self.out.push_str(&contents.replace('<', "&lt;"));
        } else if PLAIN.contains(&name) {
            self.out.push_str(&contents.replace('&', "&amp;").replace('<', "&lt;"));
        }
        end.is_some()
    }

    /// How far it is to the end tag of `name`; `None` where it has none.
    fn end(&mut self, name: &'static str) -> Option<usize> {
        if name == "plaintext" || self.endless.contains(&name) {
            return None;
        }
        let end = if name == "script" { script(self.rest) } else { marks(self.rest).find(|at| is_tag(&self.rest[*at..], "</", name)) };
        if end.is_none() {
            self.endless.push(name);
        }
        end
    }
}

/// Where tags begin or end.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['<', '>']).map(|(at, _)| at)
}

/// Whether `text` begins with a tag of this name.
fn is_tag(text: &str, mark: &str, name: &str) -> bool {
    text.strip_prefix(mark)
        .is_some_and(|rest| starts(rest, name) && rest[name.len()..].starts_with([' ', '\t', '\n', '\x0c', '\r', '/', '>']))
}

/// How far it is to the end of a script: within what looks like a comment, a script may begin and end.
fn script(text: &str) -> Option<usize> {
    let (mut hidden, mut nested) = (false, false);
    for at in marks(text) {
        let here = &text[at..];
        if here.starts_with("<!--") {
            hidden = true;
        } else if here.starts_with('>') && text[..at].ends_with("--") {
            (hidden, nested) = (false, false);
        } else if is_tag(here, "<", "script") {
            nested |= hidden;
        } else if is_tag(here, "</", "script") {
            if !nested {
                return Some(at);
            }
            nested = false;
        }
    }
    None
}

/// How long a comment is, with its marks. The mark of its beginning may be that of its end as well.
fn comment(text: &str) -> usize {
    let is_end = |at: &usize| text[2..*at].ends_with("--") || text.get(4..*at).is_some_and(|inside| inside.ends_with("--!"));
    text.match_indices('>').map(|(at, _)| at).find(is_end).map_or(text.len(), |at| at + 1)
}

/// How long the name of an element is.
fn name(text: &str) -> usize {
    text.bytes().take_while(|c| !is_space(*c) && !matches!(c, b'/' | b'>')).count()
}

/// The length of `text` up to `mark` and with it; all of it where there is none.
fn length_to(text: &str, mark: &str) -> usize {
    text.find(mark).map_or(text.len(), |at| at + mark.len())
}

fn spaces(text: &str) -> usize {
    text.bytes().take_while(|c| is_space(*c)).count()
}

/// Whether `text` begins with `name`, in letters of any case.
fn starts(text: &str, name: &str) -> bool {
    text.as_bytes().get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
}

/// What the HTML Standard takes for space within a tag.
fn is_space(c: u8) -> bool {
    matches!(c, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn handlers_and_styles_are_renamed_and_text_is_kept() {
        let rows = [
            ("<p onclick=\"go()\">On onward.</p>", "<p data-onclick=\"go()\">On onward.</p>"),
            ("<p class='a' STYLE='color:red'>x</p>", "<p class='a' data-STYLE='color:red'>x</p>"),
            ("<img/onload=b src=a/onload=b>", "<img/data-onload=b src=a/onload=b>"),
            ("<p title=\"go on style\">a</p>", "<p title=\"go on style\">a</p>"),
            ("1 < 2 and 3 > 2 on", "1 < 2 and 3 > 2 on"),
            ("<p", "<p"),
            ("“<é onx>”", "“<é onx>”"),
            ("<!DOCTYPE html><p>a", "<!DOCTYPE html><p>a"),
            // A mark within a name or a bare value does not begin a quotation.
            ("<p a\"b onclick=c>", "<p a\"b data-onclick=c>"),
            ("<p a=b\"c onclick=d é='e' style>", "<p a=b\"c data-onclick=d é='e' data-style>"),
            ("<p =\" onclick=a>", "<p =\" data-onclick=a>"),
        ];
        for (html, expected) in rows {
            assert_eq!(inert(html), expected);
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_handed_on() {
        let rows = [
            ("<style>p{}</style><b>a < b</b>", "<template></template><b>a < b</b>"),
            ("a<!-- <p a=\" --><p onclick=b>", "a<!----><p data-onclick=b>"),
            ("<<!-- -->p onclick=b>", "<<!---->p onclick=b>"),
            ("a<!-->b<!--->c<!---->d<!-- e --!>f<!--!> g", "a<!---->b<!---->c<!---->d<!---->f<!---->"),
            ("<script>if (a<b) \"</script><p onclick=c>", "<script></script><p data-onclick=c>"),
            ("<title>a <b c=\"</title><p onclick=d>", "<title>a &lt;b c=\"</title><p data-onclick=d>"),
            ("<xmp>&amp;<b></xmp>", "<pre>&amp;amp;&lt;b></pre>"),
            ("<title>a</titles>b", "<title>a&lt;/titles>b"),
            ("<svg><title/><p>a", "<svg><title/><p>a"),
            ("<script><!-- <script></script> --></script>a", "<script></script>a"),
            ("<?xml a?>b</é>c</", "<!---->b<!---->c</"),
        ];
        for (html, expected) in rows {
            assert_eq!(inert(html), expected);
        }
    }
}
