//! The network of actors: who is named together, as graphs that Gephi, networkx and igraph read. Plain data and its two forms; `cli/actors` counts it.

pub(crate) mod gexf;
pub(crate) mod graphml;

use std::collections::BTreeMap;

use crate::model::date::PartialDate;

/// Actors and who is named together with whom.
#[derive(Debug, Default)]
pub(crate) struct ActorNetwork {
    /// The actors.
    pub(crate) nodes: Vec<ActorNode>,
    /// Pairs of them, each once.
    pub(crate) edges: Vec<ActorEdge>,
}

/// An actor of a network.
#[derive(Debug)]
pub(crate) struct ActorNode {
    /// Its identifier.
    pub(crate) id: String,
    /// The name shown.
    pub(crate) name: String,
    /// Its kind.
    pub(crate) kind: &'static str,
    /// Mentions in all articles.
    pub(crate) mentions: usize,
    /// Articles that name it.
    pub(crate) articles: usize,
    /// Articles that name it, by the month of publication, where that is sure.
    pub(crate) months: BTreeMap<PartialDate, usize>,
}

/// Two actors that are named together.
#[derive(Debug)]
pub(crate) struct ActorEdge {
    /// The place of the one among the nodes, and of the other.
    pub(crate) between: [usize; 2],
    /// How heavy it is: the count that was asked for.
    pub(crate) weight: usize,
    /// Articles that name both.
    pub(crate) articles: usize,
    /// Sentences that name both.
    pub(crate) sentences: usize,
    /// The weight by month of publication, where that is sure.
    pub(crate) months: BTreeMap<PartialDate, usize>,
}

impl ActorNetwork {
    /// The identifier of the node at `at`.
    fn id(&self, at: usize) -> &str {
        self.nodes.get(at).map_or("", |node| &node.id)
    }
}
