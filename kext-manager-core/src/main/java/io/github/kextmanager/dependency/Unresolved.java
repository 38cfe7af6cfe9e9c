package io.github.kextmanager.dependency;

import com.google.common.collect.Sets;
import com.google.common.graph.SuccessorsFunction;
import com.google.common.graph.Traverser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A kext that cannot be loaded with all its libraries. */
public final class Unresolved implements Resolution {
  private final RepositoryKext kext;
  private final List<Problem> own;
  private final LibraryGraph graph;
  private final GraphSearch search;

  /**
   * A kext that cannot be loaded.
   *
   * @param own what is wrong with it as the kext asked about, apart from the graph
   */
  Unresolved(RepositoryKext kext, List<Problem> own, LibraryGraph graph, GraphSearch search) {
    this.kext = kext;
    this.own = own;
    this.graph = graph;
    this.search = search;
  }

  @Override
  public RepositoryKext kext() {
    return kext;
  }

  /**
   * Everything that is wrong: with the kext itself, and with its libraries, direct and indirect.
   *
   * @return at least one problem; those of the kext first, then those of its libraries depth first
   */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(own);
    Set<GraphVerdict> seen = Sets.newIdentityHashSet();
    SuccessorsFunction<RepositoryKext> unsound =
        each ->
            graph.successors(each).stream()
                .filter(library -> !search.verdict(library).isSound())
                .toList();
    for (RepositoryKext each : Traverser.forGraph(unsound).depthFirstPreOrder(kext)) {
      problems.addAll(graph.links(each).problems());
      GraphVerdict verdict = search.verdict(each);
      if (seen.add(verdict)) {
        verdict.cycle().ifPresent(cycle -> problems.add(new CircularDependency(cycle)));
      }
    }
    return List.copyOf(problems);
  }

  /**
   * The rings among its libraries that make it unloadable.
   *
   * @return the rings, perhaps none
   */
  public List<Cycle> cycles() {
    return problems().stream()
        .filter(CircularDependency.class::isInstance)
        .map(problem -> ((CircularDependency) problem).cycle())
        .toList();
  }
}
