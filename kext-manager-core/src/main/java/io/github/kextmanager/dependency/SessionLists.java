package io.github.kextmanager.dependency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** The kexts on the way whose libraries were never looked for, as often as there are ways. */
  List<RepositoryKext> unknown(RepositoryKext root) {
    return unknown(root, new HashMap<>());
  }

  private List<RepositoryKext> unknown(
      RepositoryKext kext, Map<RepositoryKext, List<RepositoryKext>> known) {
    if (!isKnown(kext)) {
      return List.of(kext);
    }
    if (!known.containsKey(kext)) {
      // In a ring nothing more is found the second time; Apple's library goes round for ever.
      known.put(kext, List.of());
      List<RepositoryKext> unknown = new ArrayList<>();
      step(kext).libraries().forEachRemaining(each -> unknown.addAll(unknown(each, known)));
      known.put(kext, unknown);
    }
    return Objects.requireNonNull(known.get(kext));
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
