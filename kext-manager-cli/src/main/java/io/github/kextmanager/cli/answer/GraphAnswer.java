package io.github.kextmanager.cli.answer;

import io.github.kextmanager.cli.answer.KextGraph.Edge;
import io.github.kextmanager.cli.answer.KextGraph.Node;
import java.util.HashMap;
import java.util.Map;

/** The languages in which a graph is drawn. */
public enum GraphAnswer {
  /** Graphviz. */
  DOT {
    @Override
    public void print(KextGraph graph, Console console) {
      console.print("digraph kexts {");
      console.print("  rankdir=LR;");
      console.print("  node [shape=box];");
      for (Node node : graph.nodes()) {
        String label = dot(node.identifier()) + "\\n" + dot(node.version());
        console.print("  \"" + dot(node.id()) + "\" [label=\"" + label + "\"];");
      }
      for (Edge edge : graph.edges()) {
        console.print("  \"" + dot(edge.from()) + "\" -> \"" + dot(edge.to()) + "\";");
      }
      console.print("}");
    }
  },
  /** Mermaid, which many places show that show Markdown. */
  MERMAID {
    @Override
    public void print(KextGraph graph, Console console) {
      Map<String, String> names = new HashMap<>();
      console.print("flowchart LR");
      for (Node node : graph.nodes()) {
        String name = "k" + names.size();
        names.put(node.id(), name);
        String label = entities(node.identifier()) + "<br/>" + entities(node.version());
        console.print("  " + name + "[\"" + label + "\"]");
      }
      for (Edge edge : graph.edges()) {
        console.print("  " + names.get(edge.from()) + " --> " + names.get(edge.to()));
      }
    }
  },
  /** For scripts. */
  JSON {
    @Override
    public void print(KextGraph graph, Console console) {
      console
          .json()
          .objects(
              "nodes",
              graph.nodes(),
              (json, node) ->
                  json.text("id", node.id())
                      .text("identifier", node.identifier())
                      .text("version", node.version())
                      .text("path", node.path()))
          .objects(
              "edges",
              graph.edges(),
              (json, edge) -> json.text("from", edge.from()).text("to", edge.to()))
          .end();
    }
  };

  /** Draws it. */
  public abstract void print(KextGraph graph, Console console);

  /** A quotation mark would end a text of Graphviz, and a backslash begins an escape. */
  private static String dot(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Anything but letters, digits and a few signs could be read as part of a drawing. */
  private static String entities(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " ._-()".indexOf(c) >= 0) {
                safe.appendCodePoint(c);
              } else {
                safe.append('#').append(c).append(';');
              }
            });
    return safe.toString();
  }
}
