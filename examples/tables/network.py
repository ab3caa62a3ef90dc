#!/usr/bin/env python3
"""Reads a network of `liseuse actors --format gexf|graphml` with networkx, and validates GEXF by its schema where one is given.

    pip install networkx lxml
    liseuse actors --format gexf press/ > actors.gexf
    python3 examples/tables/network.py actors.gexf [--schema gexf.xsd]
"""
import sys

import networkx


def main(path, schema=None):
    graph = networkx.read_graphml(path) if path.endswith(".graphml") else networkx.read_gexf(path)
    assert not graph.is_directed() and networkx.number_of_selfloops(graph) == 0
    assert all(data["weight"] > 0 for _, _, data in graph.edges(data=True))
    assert all(data["kind"] for _, data in graph.nodes(data=True))
    strongest = max(graph.edges(data=True), key=lambda edge: edge[2]["weight"])
    print(f"{graph.number_of_nodes()} actors, {graph.number_of_edges()} pairs; most together: {strongest[0]}, {strongest[1]}")
    if schema:
        from lxml import etree

        etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(path))
        print("valid by", schema)


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(sys.argv[1])
    elif len(sys.argv) == 4 and sys.argv[2] == "--schema":
        main(sys.argv[1], sys.argv[3])
    else:
        sys.exit(__doc__)
