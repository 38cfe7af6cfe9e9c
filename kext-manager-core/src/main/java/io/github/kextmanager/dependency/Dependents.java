package io.github.kextmanager.dependency;

import com.google.common.collect.ImmutableList;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.ImmutableGraph;
import com.google.common.graph.Traverser;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The graph of libraries the other way round: who needs a kext. */
final class Dependents {
  private final Comparator<RepositoryKext> openingOrder;
  private final ImmutableGraph<RepositoryKext> needs;

  Dependents(LibraryGraph graph, Collection<RepositoryKext> kexts) {
    this.openingOrder = Comparator.comparingInt(graph::number);
    ImmutableGraph.Builder<RepositoryKext> edges =
        GraphBuilder.directed().allowsSelfLoops(true).immutable();
    kexts.forEach(edges::addNode);
    for (RepositoryKext kext : kexts) {
      graph.successors(kext).forEach(library -> edges.putEdge(kext, library));
    }
    this.needs = edges.build();
  }

  List<RepositoryKext> direct(RepositoryKext kext) {
    return needs.predecessors(kext).stream().sorted(openingOrder).toList();
  }

  List<RepositoryKext> all(RepositoryKext kext) {
    return ImmutableList.copyOf(Traverser.forGraph(this::direct).breadthFirst(kext)).stream()
        .filter(each -> !each.equals(kext))
        .sorted(openingOrder)
        .toList();
  }

  /** The kexts and all that need them, each before whatever it needs. */
  List<RepositoryKext> unloadOrder(Collection<RepositoryKext> kexts) {
    return ImmutableList.copyOf(
        Traverser.forGraph(this::direct)
            .depthFirstPostOrder(kexts.stream().sorted(openingOrder).toList()));
  }
}
