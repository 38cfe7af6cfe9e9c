package io.github.kextmanager.dependency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out for each kext whether its libraries, and theirs, can be had: Tarjan's search for
 * strongly connected components, with a stack of its own instead of recursion. What was found for
 * one question stays for the next, so that no edge is ever followed twice.
 *
 * <p>Thread-safe.
 */
final class GraphSearch {
  private final LibraryGraph graph;
  private final KextIndex index;
  private final int[] entered;
  private final int[] lowest;
  private final @Nullable GraphVerdict[] verdicts;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int count;
  private long edgesFollowed;

  GraphSearch(LibraryGraph graph, KextIndex index) {
    this.graph = graph;
    this.index = index;
    this.entered = new int[graph.kexts().size()];
    this.lowest = new int[graph.kexts().size()];
    this.verdicts = new GraphVerdict[graph.kexts().size()];
  }

  /** A kext that the search is in, and its libraries that are still to be looked at. */
  private record Step(int number, Iterator<RepositoryKext> libraries) {}

  synchronized GraphVerdict verdict(RepositoryKext kext) {
    int number = graph.number(kext);
    if (verdicts[number] == null) {
      search(number);
    }
    return known(number);
  }

  /** How often the search went from a kext to a library of it. */
  synchronized long edgesFollowed() {
    return edgesFollowed;
  }

  private RepositoryKext kext(int number) {
    return graph.kexts().get(number);
  }

  private GraphVerdict known(int number) {
    GraphVerdict verdict = verdicts[number];
    if (verdict == null) {
      throw new IllegalStateException("The search has not left " + kext(number).path());
    }
    return verdict;
  }

  private void search(int start) {
    Deque<Step> path = new ArrayDeque<>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      Step step = path.getFirst();
      if (step.libraries().hasNext()) {
        edgesFollowed++;
        int library = graph.number(step.libraries().next());
        if (entered[library] == 0) {
          path.push(enter(library));
        } else if (verdicts[library] == null) {
          lowest[step.number()] = Math.min(lowest[step.number()], entered[library]);
        }
        continue;
      }
      path.pop();
      if (!path.isEmpty()) {
        int user = path.getFirst().number();
        lowest[user] = Math.min(lowest[user], lowest[step.number()]);
      }
      if (lowest[step.number()] == entered[step.number()]) {
        close(component(step.number()));
      }
    }
  }

  private Step enter(int number) {
    count++;
    entered[number] = count;
    lowest[number] = count;
    open.push(number);
    return new Step(number, graph.successors(kext(number)).iterator());
  }

  /** Takes a component, of which a kext was entered first, off the stack. */
  private List<RepositoryKext> component(int first) {
    List<RepositoryKext> component = new ArrayList<>();
    int number;
    do {
      number = open.pop();
      component.add(kext(number));
    } while (number != first);
    return component;
  }

  private void close(List<RepositoryKext> component) {
    Optional<Cycle> cycle = new RingFinder(graph).in(component);
    boolean isSound = cycle.isEmpty();
    List<Rivals> sets = new ArrayList<>();
    BitSet rivals = new BitSet();
    for (RepositoryKext kext : component) {
      isSound &= graph.links(kext).problems().isEmpty();
      if (index.all(kext.identifier()).size() > 1) {
        rivals.set(graph.number(kext));
      }
      for (RepositoryKext library : graph.successors(kext)) {
        GraphVerdict verdict = verdicts[graph.number(library)];
        if (verdict != null) {
          isSound &= verdict.isSound();
          sets.add(verdict.rivals());
        }
      }
    }
    var verdict = new GraphVerdict(isSound, cycle, Rivals.union(sets, rivals, graph.kexts()));
    component.forEach(kext -> verdicts[graph.number(kext)] = verdict);
  }
}
