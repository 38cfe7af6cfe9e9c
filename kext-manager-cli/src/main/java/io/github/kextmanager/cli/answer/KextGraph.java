package io.github.kextmanager.cli.answer;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which kext needs which.
 *
 * @param nodes the kexts, in their own order
 * @param edges the needs, in the order of those who have them
 */
public record KextGraph(List<Node> nodes, List<Edge> edges) {
  /** A kext: on disk its path tells it from others, in the kernel its place in the table. */
  record Node(String id, String identifier, String version, Optional<String> path) {}

  /** One kext needs another. */
  record Edge(String from, String to) {}

  /** What is on disk. */
  public static KextGraph of(KextRepository repository) {
    List<Node> nodes = new ArrayList<>();
    Map<String, List<Edge>> byUser = new HashMap<>();
    for (RepositoryKext kext : repository.kexts()) {
      String id = kext.path().toString();
      nodes.add(new Node(id, kext.identifier().value(), kext.version().printed(), Optional.of(id)));
      for (RepositoryKext user : repository.directDependents(kext)) {
        String from = user.path().toString();
        byUser.computeIfAbsent(from, unused -> new ArrayList<>()).add(new Edge(from, id));
      }
    }
    List<Edge> edges = new ArrayList<>();
    nodes.forEach(node -> edges.addAll(byUser.getOrDefault(node.id(), List.of())));
    return new KextGraph(nodes, edges);
  }

  /** What is loaded. */
  public static KextGraph of(KextSnapshot snapshot) {
    List<Node> nodes = new ArrayList<>();
    Map<LoadTag, String> ids = new HashMap<>();
    for (LoadedKext kext : snapshot.kexts()) {
      String id = kext.tag().map(LoadTag::toString).orElse("row" + (nodes.size() + 1));
      kext.tag().ifPresent(tag -> ids.put(tag, id));
      nodes.add(new Node(id, kext.identifier().value(), kext.version().text(), Optional.empty()));
    }
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (Optional<LoadTag> tag : snapshot.kexts().get(i).linkedAgainst().orElse(List.of())) {
        Optional<String> to = tag.map(ids::get);
        if (to.isPresent()) {
          edges.add(new Edge(nodes.get(i).id(), to.get()));
        }
      }
    }
    return new KextGraph(nodes, edges);
  }

  /** The kexts of an identifier. */
  public List<String> idsOf(BundleIdentifier identifier) {
    List<String> ids = new ArrayList<>();
    for (Node node : nodes) {
      if (node.identifier().equals(identifier.value())) {
        ids.add(node.id());
      }
    }
    return ids;
  }

  /** Some kexts, and all that they need, directly or by way of others. */
  public KextGraph from(List<String> ids) {
    Map<String, List<String>> needs = new HashMap<>();
    edges.forEach(
        edge -> needs.computeIfAbsent(edge.from(), unused -> new ArrayList<>()).add(edge.to()));
    Set<String> reached = new LinkedHashSet<>(ids);
    Deque<String> next = new ArrayDeque<>(ids);
    while (!next.isEmpty()) {
      for (String need : needs.getOrDefault(next.remove(), List.of())) {
        if (reached.add(need)) {
          next.add(need);
        }
      }
    }
    return new KextGraph(
        nodes.stream().filter(node -> reached.contains(node.id())).toList(),
        edges.stream().filter(edge -> reached.contains(edge.from())).toList());
  }
}
