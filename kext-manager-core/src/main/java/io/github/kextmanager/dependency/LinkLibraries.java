package io.github.kextmanager.dependency;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The kexts whose symbols a kext can use (IOKitUser, OSKext.c, {@code
 * __OSKextAddLinkDependencies}): its libraries that have an executable. In place of one that has
 * none come that one's own libraries, and so on. 32-bit code that names no KPI, and whatever it
 * reaches this way, also links against the libraries of its libraries.
 */
final class LinkLibraries {
  private final Function<RepositoryKext, ? extends Collection<RepositoryKext>> libraries;
  private final Predicate<RepositoryKext> bleedsThrough;

  LinkLibraries(
      Function<RepositoryKext, ? extends Collection<RepositoryKext>> libraries,
      Predicate<RepositoryKext> bleedsThrough) {
    this.libraries = libraries;
    this.bleedsThrough = bleedsThrough;
  }

  /** A kext whose libraries are being looked at; {@code library} is the one that led to it. */
  private record Step(RepositoryKext kext, boolean bleeds, Iterator<RepositoryKext> rest) {}

  private record Visit(RepositoryKext kext, boolean bleeds) {}

  List<RepositoryKext> of(RepositoryKext kext) {
    Set<RepositoryKext> found = new LinkedHashSet<>();
    Set<Visit> visited = new HashSet<>();
    Deque<Step> path = new ArrayDeque<>();
    path.push(step(kext, false));
    while (!path.isEmpty()) {
      Step step = path.getFirst();
      if (!step.rest().hasNext()) {
        path.pop();
        if (!path.isEmpty() && step.kext().facts().declaresExecutable()) {
          found.add(step.kext());
        }
        continue;
      }
      RepositoryKext library = step.rest().next();
      boolean isEntered = step.bleeds() || !library.facts().declaresExecutable();
      if (isEntered && visited.add(new Visit(library, step.bleeds()))) {
        path.push(step(library, step.bleeds()));
      } else if (library.facts().declaresExecutable()) {
        found.add(library);
      }
    }
    return List.copyOf(found);
  }

  private Step step(RepositoryKext kext, boolean bledInto) {
    if (kext.isKernelComponent()) {
      return new Step(kext, false, List.<RepositoryKext>of().iterator());
    }
    return new Step(kext, bledInto || bleedsThrough.test(kext), libraries.apply(kext).iterator());
  }
}
