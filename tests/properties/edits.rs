//! Edits of every kind about whatever was found.

use saywhen::Analysis;
use saywhen::event::Status;
use saywhen::item::Item;
use saywhen::mention::Category;
use saywhen::review::{Addition, Edit, Subject, Verdict};

/// How many kinds of edits there are.
pub const KINDS: usize = 14;

/// An edit of one of these kinds about findings of `analysis`; `None` where it has no such findings.
pub fn edit(text: &str, analysis: &Analysis, (kind, one, other): (usize, usize, usize)) -> Option<Edit> {
    let pick = |count: usize, number: usize| (count > 0).then(|| number % count);
    let of = |item| Subject::of(text, analysis, item);
    let event = || Some(Item::Event(pick(analysis.events.len(), one)?));
    let entity = |number| Some(Item::Entity(pick(analysis.entities.len(), number)?));
    let quotation = || Some(Item::Quotation(pick(analysis.quotations.len(), one)?));
    let timex = || Some(Item::Timex(pick(analysis.timexes.len(), one)?));
    let item = [event(), entity(one), quotation(), timex()][other % 4];
    Some(match kind {
        0 => Edit::Judge { of: of(item?)?, verdict: [None, Some(Verdict::Right), Some(Verdict::Wrong)][one % 3] },
        1 => Edit::Date { of: of(timex()?)?, value: Some(["2015-12-11", "soon", "1999"][other % 3].to_owned()) },
        2 => Edit::Date { of: of(event()?)?, value: Some("2015-12-11/2016".to_owned()).filter(|_| other % 2 == 0) },
        3 => Edit::Speaker { of: of(quotation()?)?, speaker: entity(other).and_then(of) },
        4 => Edit::Merge { of: of(entity(one)?)?, into: of(entity(other)?)? },
        5 => Edit::Split { of: of(entity(one)?)?, words: of(entity(other)?)?.words },
        6 => Edit::Add { words: of(event()?)?.words, addition: Addition::Quotation { speaker: entity(other).and_then(of) } },
        7 => Edit::Add { words: of(item?)?.words, addition: Addition::Entity },
        8 => Edit::Anchor { of: of(timex()?)?, from: pick(analysis.timexes.len(), other).and_then(|i| of(Item::Timex(i))) },
        9 => {
            let value = [None, Some("2015-12-11/2016"), Some("2016/2015"), Some("spring")][other % 4].map(str::to_owned);
            Edit::Add { words: of(item?)?.words, addition: Addition::Event { value, status: Status::Planned } }
        }
        10 => Edit::Add { words: of(item?)?.words, addition: Addition::Timex { value: ["2015-Q4", "XXXX"][other % 2].to_owned() } },
        11 => Edit::Note { of: of(item?)?, note: ["", "Ask “her”.\n"][one % 2].to_owned() },
        12 => {
            let [name, role, organization] =
                [["Ada Brill", "", ""], ["", "mayor", ""], [" ", "", "the Pier Board"]][other % 3].map(str::to_owned);
            Edit::Name { of: of(entity(one)?)?, name, role, organization, category: Category::Government }
        }
        _ => Edit::Status { of: of(event()?)?, status: Status::Denied },
    })
}
