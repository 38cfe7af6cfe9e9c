package io.github.kextmanager.dependency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Load lists of what a session has found so far (IOKitUser, OSKext.c). */
final class SessionLists {
  private final LibrarySession session;

  SessionLists(LibrarySession session) {
    this.session = session;
  }

  private record Step(RepositoryKext kext, Iterator<RepositoryKext> libraries) {}

  /**
   * A kext and all that it needs, as far as it was found; each after what it needs itself.
   *
   * @return the list; none if the libraries of one of them were never looked for, or if they go
   *     round in a ring, where Apple's library does not come to an end
   */
  Optional<List<RepositoryKext>> loadList(RepositoryKext root) {
    Set<RepositoryKext> list = new LinkedHashSet<>();
    Set<RepositoryKext> onPath = new HashSet<>();
    Deque<Step> path = new ArrayDeque<>();
    if (!isKnown(root)) {
      return Optional.empty();
    }
    path.push(step(root));
    onPath.add(root);
    while (!path.isEmpty()) {
      Step step = path.getFirst();
      if (!step.libraries().hasNext()) {
        path.pop();
        onPath.remove(step.kext());
        list.add(step.kext());
        continue;
      }
      RepositoryKext library = step.libraries().next();
      if (list.contains(library)) {
        continue;
      }
      if (!onPath.add(library) || !isKnown(library)) {
        return Optional.empty();
      }
      path.push(step(library));
    }
    return Optional.of(List.copyOf(list));
  }

  private boolean isKnown(RepositoryKext kext) {
    return kext.isKernelComponent() || session.state(kext).libraries().isPresent();
  }

  private Step step(RepositoryKext kext) {
    return new Step(
        kext,
        kext.isKernelComponent()
            ? List.<RepositoryKext>of().iterator()
            : session.state(kext).libraries().orElseThrow().iterator());
  }
}
