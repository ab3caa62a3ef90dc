//! GEXF 1.2, the exchange format of Gephi: counts as attributes, those of each month as dynamic attributes with the first and the last day.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::export::network::{ActorEdge, ActorNetwork, ActorNode};
use crate::export::xml::escaped;
use crate::model::date::PartialDate;

/// The head, up to the nodes. Attributes are numbered for nodes and edges apart, as the schema has it.
const HEAD: &str = r#"  <graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
    <attributes class="node" mode="static">
      <attribute id="kind" title="kind" type="string"/>
      <attribute id="mentions" title="mentions" type="integer"/>
      <attribute id="articles" title="articles" type="integer"/>
    </attributes>
    <attributes class="node" mode="dynamic">
      <attribute id="month" title="articles of the month" type="integer"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="articles" title="articles" type="integer"/>
      <attribute id="sentences" title="sentences" type="integer"/>
    </attributes>
    <attributes class="edge" mode="dynamic">
      <attribute id="month" title="weight of the month" type="integer"/>
    </attributes>
"#;

/// The network of the archive called `title`.
pub(crate) fn write(network: &ActorNetwork, title: &str) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out += "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n";
    let _ = writeln!(
        out,
        "  <meta>\n    <creator>liseuse {}</creator>\n    <description>Actors named together in {}</description>\n  </meta>",
        env!("CARGO_PKG_VERSION"),
        escaped(title)
    );
    out += HEAD;
    out += "    <nodes>\n";
    network.nodes.iter().for_each(|one| node(&mut out, one));
    out += "    </nodes>\n    <edges>\n";
    network.edges.iter().enumerate().for_each(|(at, one)| edge(&mut out, network, (at, one)));
    out + "    </edges>\n  </graph>\n</gexf>\n"
}

fn node(out: &mut String, node: &ActorNode) {
    let _ = writeln!(out, "      <node id=\"{}\" label=\"{}\">\n        <attvalues>", escaped(&node.id), escaped(&node.name));
    value(out, "kind", node.kind);
    value(out, "mentions", &node.mentions.to_string());
    value(out, "articles", &node.articles.to_string());
    months(out, &node.months);
    *out += "        </attvalues>\n      </node>\n";
}

fn edge(out: &mut String, network: &ActorNetwork, (at, edge): (usize, &ActorEdge)) {
    let [source, target] = edge.between.map(|at| escaped(network.id(at)));
    let _ = writeln!(out, "      <edge id=\"{at}\" source=\"{source}\" target=\"{target}\" weight=\"{}\">", edge.weight);
    *out += "        <attvalues>\n";
    value(out, "articles", &edge.articles.to_string());
    value(out, "sentences", &edge.sentences.to_string());
    months(out, &edge.months);
    *out += "        </attvalues>\n      </edge>\n";
}

fn value(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "          <attvalue for=\"{name}\" value=\"{value}\"/>");
}

fn months(out: &mut String, months: &BTreeMap<PartialDate, usize>) {
    for (month, count) in months {
        let days = month.interval();
        let _ =
            writeln!(out, "          <attvalue for=\"month\" value=\"{count}\" start=\"{}\" end=\"{}\"/>", days.first, days.last);
    }
}
