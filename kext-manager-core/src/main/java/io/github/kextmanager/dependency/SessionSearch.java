package io.github.kextmanager.dependency;

import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of Apple's search for all that a kext needs (IOKitUser, OSKext.c, {@code
 * __OSKextResolveDependencies}), with a stack of its own instead of recursion.
 *
 * <p>A kext that was looked at once in a run counts as resolved, even if it could not be.
 */
final class SessionSearch {
  private final LibrarySession session;
  private final LibraryChooser chooser;
  private final KernelLink kernel;
  private final ProblemLines lines;
  private final Set<RepositoryKext> lookedAt = new HashSet<>();
  private final Set<RepositoryKext> onPath = new HashSet<>();
  private final Deque<Step> path = new ArrayDeque<>();

  SessionSearch(LibrarySession session, LibraryChooser chooser, KernelLink kernel) {
    this.session = session;
    this.chooser = chooser;
    this.kernel = kernel;
    this.lines = new ProblemLines(session.release());
  }

  /** A kext on the way from the one that was asked about. */
  private static final class Step {
    private final RepositoryKext kext;
    private final DirectLibraries direct;
    private final Iterator<RepositoryKext> libraries;
    private boolean isBroken;

    Step(RepositoryKext kext, DirectLibraries direct) {
      this.kext = kext;
      this.direct = direct;
      this.libraries = List.copyOf(direct.found()).iterator();
      this.isBroken = !direct.problems().isEmpty();
    }
  }

  boolean resolves(RepositoryKext root) {
    Optional<Boolean> answer = enter(root, root);
    while (!path.isEmpty()) {
      Step step = path.getFirst();
      if (step.libraries.hasNext()) {
        RepositoryKext library = step.libraries.next();
        if (enter(library, root).filter(resolved -> !resolved).isPresent()) {
          blame(library);
        }
        continue;
      }
      boolean isResolved = leave(step);
      path.pop();
      onPath.remove(step.kext);
      answer = Optional.of(isResolved);
      if (!path.isEmpty() && !isResolved) {
        blame(step.kext);
      }
    }
    return answer.orElseThrow();
  }

  /** Begins with a kext; the answer, if that is all there is to do. */
  private Optional<Boolean> enter(RepositoryKext kext, RepositoryKext root) {
    if (!session.isValid(kext)) {
      session.log(kext.shownPath() + " is invalid; can't resolve dependencies.");
      lookedAt.add(kext);
      return Optional.of(false);
    }
    if (lookedAt.contains(kext)) {
      return Optional.of(true);
    }
    if (onPath.contains(kext)) {
      Finding circular = Finding.named(Diagnostic.CIRCULAR, kext.identifier().value());
      session.find(root, circular);
      session.find(kext, circular);
      lookedAt.add(kext);
      return Optional.of(false);
    }
    session.forgetLibraries(kext);
    if (kext.isKernelComponent()) {
      session.libraries(kext, List.of(), KernelLibraryStyles.NONE);
      lookedAt.add(kext);
      return Optional.of(true);
    }
    DirectLibraries direct = chooser.choose(kext);
    direct
        .problems()
        .forEach(
            problem -> {
              lines.line(problem).ifPresent(session::log);
              session.find(kext, lines.finding(problem));
            });
    session.libraries(kext, direct.found(), direct.styles());
    onPath.add(kext);
    path.push(new Step(kext, direct));
    return Optional.empty();
  }

  /** A library that cannot be had is put down to every kext on the way to it. */
  private void blame(RepositoryKext library) {
    path.getFirst().isBroken = true;
    Finding indirect = Finding.named(Diagnostic.INDIRECT_DEPENDENCY, library.identifier().value());
    session.find(onPath, indirect);
  }

  private boolean leave(Step step) {
    boolean isResolved = mayLinkKernel(step) && !step.isBroken;
    if (isResolved) {
      session.state(step.kext).hasAllLibraries(true);
    }
    lookedAt.add(step.kext);
    return isResolved;
  }

  private boolean mayLinkKernel(Step step) {
    RepositoryKext kext = step.kext;
    KernelLibraryStyles styles = step.direct.styles();
    if (kernel.isRefusedComponents(kext, styles)) {
      session.find(kext, Finding.of(Diagnostic.KERNEL_COMPONENTS_IN_64_BIT));
      return false;
    }
    if (kernel.linksNothing(kext, styles)) {
      session.find(kext, Finding.of(Diagnostic.NO_KPI_LIBRARIES));
    }
    if (kernel.needsCompatibility(kext, styles) && !addCompatibility(kext, step.direct)) {
      return false;
    }
    if (kernel.mixesStyles(styles)) {
      session.find(kext, Finding.of(Diagnostic.MIXED_KERNEL_LIBRARIES));
    }
    if (kernel.isRefusedPrivate(kext, styles)) {
      session.log(kext.shownPath() + " has an Apple prefix but no copyright.");
      session.find(kext, Finding.of(Diagnostic.PRIVATE_KPI));
      return false;
    }
    return true;
  }

  private boolean addCompatibility(RepositoryKext kext, DirectLibraries direct) {
    String identifier = KernelLink.COMPATIBILITY.value();
    session.warn(
        "%s does not declare a kernel dependency; using %s."
            .formatted(kext.shownPath(), identifier));
    Optional<RepositoryKext> library = kernel.compatibility();
    if (library.isEmpty()) {
      session.log(kext.shownPath() + " - " + lines.notFound(identifier));
      return false;
    }
    List<RepositoryKext> libraries = new ArrayList<>(direct.found());
    libraries.add(library.get());
    session.libraries(kext, libraries, direct.styles());
    session.find(kext, Finding.of(Diagnostic.NO_KERNEL_LIBRARIES));
    return true;
  }
}
