//! `GraphML`, for igraph, networkx and Cytoscape. It has no time: the counts by month stand in one attribute, `2020-05:3 2020-06:1`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::export::network::ActorNetwork;
use crate::export::xml::escaped;
use crate::model::date::PartialDate;

/// The keys: for what, the name, the type.
const KEYS: [(&str, &str, &str); 9] = [
    ("node", "name", "string"),
    ("node", "kind", "string"),
    ("node", "mentions", "int"),
    ("node", "articles", "int"),
    ("node", "months", "string"),
    ("edge", "weight", "int"),
    ("edge", "articles", "int"),
    ("edge", "sentences", "int"),
    ("edge", "months", "string"),
];

/// The network.
pub(crate) fn write(network: &ActorNetwork) -> String {
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (of, name, kind) in KEYS {
        let _ = writeln!(out, "  <key id=\"{of}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
    }
    out += "  <graph id=\"actors\" edgedefault=\"undirected\">\n";
    for node in &network.nodes {
        let _ = writeln!(out, "    <node id=\"{}\">", escaped(&node.id));
        let (mentions, articles) = (node.mentions.to_string(), node.articles.to_string());
        let values = [&node.name, node.kind, &mentions, &articles, &months(&node.months)];
        data(&mut out, "node", values);
        out += "    </node>\n";
    }
    for edge in &network.edges {
        let [source, target] = edge.between.map(|at| escaped(network.id(at)));
        let _ = writeln!(out, "    <edge source=\"{source}\" target=\"{target}\">");
        let counts = [edge.weight, edge.articles, edge.sentences].map(|count| count.to_string());
        let [weight, articles, sentences] = &counts;
        data(&mut out, "edge", [weight, articles, sentences, &months(&edge.months)]);
        out += "    </edge>\n";
    }
    out + "  </graph>\n</graphml>\n"
}

/// The values of a node or an edge, in the order of its keys.
fn data<const VALUES: usize>(out: &mut String, of: &str, values: [&str; VALUES]) {
    let keys = KEYS.iter().filter(|(known, ..)| *known == of);
    for ((_, name, _), value) in keys.zip(values).filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(out, "      <data key=\"{of}_{name}\">{}</data>", escaped(value));
    }
}

fn months(months: &BTreeMap<PartialDate, usize>) -> String {
    months.iter().map(|(month, count)| format!("{month}:{count}")).collect::<Vec<_>>().join(" ")
}
