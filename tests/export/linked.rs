//! Linked data and annotations.

use super::*;

#[test]
fn linked_data_names_people_offices_and_known_dates() {
    for (text, analysis) in texts() {
        let graph = json(Format::JsonLd, &text, &analysis);
        assert_eq!(graph["@context"][0], "https://schema.org");
        let nodes = list(&graph["@graph"]);
        assert!(nodes.iter().all(|node| node["@id"].is_string()));
        let of = |kind: &str| nodes.iter().filter(|node| node["@type"] == kind).collect::<Vec<_>>();
        let [article] = of("NewsArticle")[..] else { panic!("expected one article in {graph}") };
        assert_eq!(article["datePublished"].as_str(), analysis.published.date.map(|date| date.to_string()).as_deref());
        assert!(!string(&article["headline"]).is_empty());
        let (quotations, events) = (of("Quotation"), of("Event"));
        assert_eq!((quotations.len(), events.len()), (analysis.quotations.len(), rows(&analysis).len()));
        assert_eq!(nodes.len(), 1 + quotations.len() + events.len());
        for (node, quotation) in quotations.iter().zip(&analysis.quotations) {
            assert_eq!(node["isPartOf"]["@id"], article["@id"]);
            assert!(quotation.contents.iter().all(|span| string(&node["text"]).contains(span.of(&text))));
            let Some(entity) = quotation.speaker.map(|who| &analysis.entities[who]) else {
                assert_eq!(node["creator"], Value::Null);
                continue;
            };
            assert_eq!(node["creator"]["name"], entity.name.of(&text));
            if node["creator"]["@type"] == "Person" {
                assert_eq!(node["creator"]["jobTitle"].as_str(), entity.role.map(|role| role.of(&text)));
                assert_eq!(node["creator"]["affiliation"]["name"].as_str(), entity.organization.map(|body| body.of(&text)));
            }
        }
        for node in events {
            assert!(!string(&node["name"]).is_empty() && !string(&node["saywhen:why"]).is_empty());
            let doubt = node["saywhen:edtf"].as_str().is_none_or(|edtf| edtf.contains(['?', '~', '%', '/', 'X']));
            let untold = ["denied", "possible"].contains(&string(&node["saywhen:status"])) || node["saywhen:basis"] == "publication";
            assert!(node["startDate"].is_null() || !(doubt || untold), "{node}");
        }
    }
}

#[test]
fn linked_data_says_the_date_that_is_known() {
    let text = "The council will meet in Carrick on March 18, 2024.";
    let graph = json(Format::JsonLd, text, &analyze(text, &saywhen::Options::default()));
    let event = list(&graph["@graph"]).iter().find(|node| node["@type"] == "Event").expect("there is an event");
    assert_eq!(event["startDate"], "2024-03-18");
    assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(event["location"]["name"], "Carrick");
}

#[test]
fn annotations_select_the_words_by_place_and_by_quote() {
    for (text, analysis) in texts() {
        let collection = json(Format::Annotations, &text, &analysis);
        assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(collection["type"], "AnnotationCollection");
        assert_eq!(collection["first"]["type"], "AnnotationPage");
        assert_eq!(collection["first"]["partOf"], collection["id"]);
        let items = list(&collection["first"]["items"]);
        assert_eq!(number(&collection["total"]), items.len());
        assert_eq!(items.len(), analysis.timexes.len() + analysis.quotations.len() + analysis.events.len());
        for item in items {
            assert_eq!(item["type"], "Annotation");
            assert!(string(&item["id"]).starts_with("urn:saywhen:"));
            let purposes: Vec<&str> = list(&item["body"]).iter().map(|body| string(&body["purpose"])).collect();
            assert!(purposes.contains(&"tagging") && purposes.contains(&"describing"), "{item}");
            assert!(list(&item["body"]).iter().all(|body| body["type"] == "TextualBody" && !string(&body["value"]).is_empty()));
            assert!(!list(&item["target"]).is_empty());
            list(&item["target"]).iter().for_each(|target| check_target(&text, target));
        }
    }
}

pub fn check_target(text: &str, target: &Value) {
    assert!(target["source"].is_string());
    let [place, words] = list(&target["selector"]) else { panic!("expected two selectors in {target}") };
    assert_eq!((&place["type"], &words["type"]), (&Value::from("TextPositionSelector"), &Value::from("TextQuoteSelector")));
    let (start, end) = (number(&place["start"]), number(&place["end"]));
    assert_eq!(string(&words["exact"]), points(text, start, end));
    assert_eq!(string(&words["prefix"]), points(text, start.saturating_sub(32), start));
    assert_eq!(string(&words["suffix"]), points(text, end, end + 32));
}
