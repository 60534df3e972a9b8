// What linked data is read against, with no host asked: the terms that our exports may use, as their vocabularies define them.
// A term that is not here is not known, so that a slip of the pen does not pass for a word of schema.org.

const id = (iri) => ({ "@id": iri, "@type": "@id" });
const typed = (iri, type) => ({ "@id": iri, "@type": type });

/** Of the context at https://schema.org. */
export const newsTerms = {
  schema: "https://schema.org/",
  ...Object.fromEntries(["NewsArticle", "Quotation", "Event", "Person", "Organization", "Place", "headline", "inLanguage", "text", "creator",
    "isPartOf", "name", "jobTitle", "affiliation", "location", "subjectOf"].map((term) => [term, `schema:${term}`])),
  url: id("schema:url"),
  eventStatus: id("schema:eventStatus"),
  datePublished: typed("schema:datePublished", "schema:Date"),
  startDate: typed("schema:startDate", "schema:Date"),
};

/** Of the context at http://www.w3.org/ns/anno.jsonld. */
export const annotationTerms = {
  oa: "http://www.w3.org/ns/oa#",
  as: "http://www.w3.org/ns/activitystreams#",
  dc: "http://purl.org/dc/elements/1.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  foaf: "http://xmlns.com/foaf/0.1/",
  id: "@id",
  type: "@type",
  Annotation: "oa:Annotation",
  AnnotationCollection: "as:OrderedCollection",
  AnnotationPage: "as:OrderedCollectionPage",
  Software: "as:Application",
  TextualBody: "oa:TextualBody",
  TextPositionSelector: "oa:TextPositionSelector",
  TextQuoteSelector: "oa:TextQuoteSelector",
  commenting: "oa:commenting",
  describing: "oa:describing",
  tagging: "oa:tagging",
  body: id("oa:hasBody"),
  target: id("oa:hasTarget"),
  source: id("oa:hasSource"),
  selector: id("oa:hasSelector"),
  scope: id("oa:hasScope"),
  motivation: typed("oa:motivatedBy", "@vocab"),
  purpose: typed("oa:hasPurpose", "@vocab"),
  exact: "oa:exact",
  prefix: "oa:prefix",
  suffix: "oa:suffix",
  start: typed("oa:start", "xsd:nonNegativeInteger"),
  end: typed("oa:end", "xsd:nonNegativeInteger"),
  value: "rdf:value",
  format: "dc:format",
  label: "rdfs:label",
  name: "foaf:name",
  generator: id("as:generator"),
  first: id("as:first"),
  items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
  partOf: id("as:partOf"),
  startIndex: typed("as:startIndex", "xsd:nonNegativeInteger"),
  total: typed("as:totalItems", "xsd:nonNegativeInteger"),
};
