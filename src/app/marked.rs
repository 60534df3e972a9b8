//! The text of a Markdown file, as its reader sees it: marks of emphasis, links and lists are gone, paragraphs stay.

use crate::app::arrival::Arrival;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// Quotations and lists within each other count to this depth: the parser goes through all that are open at every line.
const DEEPEST: usize = 64;

/// The article of a Markdown file, with the day of publication where its front matter gives one.
pub fn read(markdown: &str) -> Arrival {
    let mut reader = Reader::default();
    let markdown = shallow(markdown);
    for event in Parser::new_ext(&markdown, Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_STRIKETHROUGH) {
        reader.take(event);
    }
    reader.end_block();
    let field = |name: &str| reader.front.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'));
    let published = field("date").and_then(|date| date.trim().trim_matches(['"', '\'']).get(..10)?.parse().ok());
    let title = field("title").map(|title| title.trim().trim_matches(['"', '\'']).to_owned());
    if let Some(title) = title.filter(|title| !title.is_empty() && !reader.has_heading) {
        reader.blocks.insert(0, title);
    }
    Arrival { text: reader.blocks.join("\n\n").into(), published, address: None }
}

#[derive(Default)]
struct Reader {
    /// The blocks that have ended: paragraphs, headings, items of lists.
    blocks: Vec<String>,
    /// The block that goes on.
    block: String,
    /// What stands between the marks of front matter.
    front: String,
    in_front: bool,
    /// Within how many images the reader is: their words are for those who do not see them.
    images: usize,
    has_heading: bool,
}

impl Reader {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.in_front = true,
            Event::End(TagEnd::MetadataBlock(_)) => self.in_front = false,
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Start(Tag::Heading { .. }) => {
                self.has_heading = true;
                self.end_block();
            }
            Event::Text(text) if self.in_front => self.front.push_str(&text),
            Event::Text(text) | Event::Code(text) if self.images == 0 => self.block.push_str(&text),
            Event::SoftBreak => self.block.push(' '),
            Event::HardBreak => self.block.push('\n'),
            Event::Start(tag) if is_block(&tag) => self.end_block(),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::BlockQuote(_)) => {
                self.end_block()
            }
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let block = block.trim();
        if !block.is_empty() {
            self.blocks.push(block.to_owned());
        }
    }
}

/// `markdown` without the marks of quotations and lists that are deeper than counts.
fn shallow(markdown: &str) -> Cow<'_, str> {
    if markdown.lines().all(|line| marks(line, DEEPEST) == marks(line, usize::MAX)) {
        return Cow::Borrowed(markdown);
    }
    let line = |line: &str| [&line[..marks(line, DEEPEST)], &line[marks(line, usize::MAX)..]].concat();
    Cow::Owned(markdown.split_inclusive('\n').map(line).collect())
}

/// Where the marks of quotations and lists end at the beginning of a line, or the first `most` of them.
fn marks(line: &str, most: usize) -> usize {
    let mut end = 0;
    for _ in 0..most {
        let rest = &line[end..];
        let start = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let mark = &rest[start..];
        let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
        let length = match mark.as_bytes().get(digits) {
            Some(b'>') if digits == 0 => 1,
            Some(b'-' | b'+' | b'*') if digits == 0 && mark[1..].starts_with([' ', '\t']) => 2,
            Some(b'.' | b')') if digits > 0 && mark[digits + 1..].starts_with([' ', '\t']) => digits + 2,
            _ => break,
        };
        end += start + length;
    }
    end
}

fn is_block(tag: &Tag) -> bool {
    matches!(tag, Tag::Paragraph | Tag::Item | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::List(_))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_words_stay_and_the_marks_go() {
        let markdown = "# Ferry returns\n\n*By Ada Brill*, **March 3, 2021**\n\nThe pier [reopened](https://x.example/a)\non Tuesday. ![A ferry](f.png)\n\n\
            > \"We are *glad*,\" she said.\n\n- A mast fell.\n- Nobody was hurt. <script>alert(1)</script>\n\n1 \\* 2\n";
        let expected = "Ferry returns\n\nBy Ada Brill, March 3, 2021\n\nThe pier reopened on Tuesday.\n\n\"We are glad,\" she said.\n\nA mast fell.\n\nNobody was hurt. alert(1)\n\n1 * 2";
        assert_eq!(&*read(markdown).text, expected);
    }

    #[test]
    fn depth_changes_no_words() {
        let deep = "> - 1. ".repeat(400) + "Rain fell.\n\n> 1 - 2 is less.\n";
        assert_eq!(&*read(&deep).text, "Rain fell.\n\n1 - 2 is less.");
    }

    #[test]
    fn front_matter_tells_the_day_and_the_title() {
        let arrival = read("---\ntitle: \"Ferry returns\"\ndate: 2021-03-03T08:00:00Z\n---\n\nThe pier reopened.\n");
        assert_eq!((&*arrival.text, arrival.published), ("Ferry returns\n\nThe pier reopened.", "2021-03-03".parse().ok()));
        assert_eq!(&*read("").text, "");
    }
}
