package io.github.kextmanager.dependency;

import com.google.common.graph.SuccessorsFunction;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which kext has which libraries. Each kext's are looked for once, when they are first asked for.
 *
 * <p>Thread-safe.
 */
final class LibraryGraph implements SuccessorsFunction<RepositoryKext> {
  private final List<RepositoryKext> kexts;
  private final IdentityHashMap<RepositoryKext, Integer> numbers = new IdentityHashMap<>();
  private final AtomicReferenceArray<KextLinks> links;
  private final LibraryChooser chooser;
  private final KernelLink kernel;

  /**
   * A graph.
   *
   * @param kexts its kexts, in the order in which they were opened
   * @param chooser chooses their libraries
   * @param kernel the rules for the kernel's libraries
   */
  LibraryGraph(List<RepositoryKext> kexts, LibraryChooser chooser, KernelLink kernel) {
    this.kexts = kexts;
    this.links = new AtomicReferenceArray<>(kexts.size());
    this.chooser = chooser;
    this.kernel = kernel;
    for (int i = 0; i < kexts.size(); i++) {
      numbers.put(kexts.get(i), i);
    }
  }

  List<RepositoryKext> kexts() {
    return kexts;
  }

  RepositoryKext kext(int number) {
    return kexts.get(number);
  }

  /** The place of a kext in the order in which they were opened, from 0. */
  int number(RepositoryKext kext) {
    Integer number = numbers.get(kext);
    if (number == null) {
      throw new IllegalArgumentException(
          "%s (%s) is not of this repository.".formatted(kext.identifier(), kext.path()));
    }
    return number;
  }

  KextLinks links(RepositoryKext kext) {
    int number = number(kext);
    KextLinks known = links.get(number);
    if (known != null) {
      return known;
    }
    KextLinks found = look(kext);
    links.set(number, found);
    return found;
  }

  @Override
  public List<RepositoryKext> successors(RepositoryKext kext) {
    return links(kext).libraries();
  }

  private KextLinks look(RepositoryKext kext) {
    if (!kext.isValid()) {
      return KextLinks.invalid(kext);
    }
    if (kext.isKernelComponent()) {
      return KextLinks.NONE;
    }
    DirectLibraries direct = chooser.choose(kext);
    List<RepositoryKext> libraries = new ArrayList<>(direct.found());
    List<Problem> problems = new ArrayList<>(direct.problems());
    if (kernel.isRefusedComponents(kext, direct.styles())) {
      problems.add(new KernelLinkProblem.KernelComponents(kext));
    }
    if (kernel.needsCompatibility(kext, direct.styles())) {
      kernel
          .compatibility()
          .ifPresentOrElse(
              libraries::add, () -> problems.add(new KernelLinkProblem.CompatibilityMissing(kext)));
    }
    if (kernel.isRefusedPrivate(kext, direct.styles())) {
      problems.add(new KernelLinkProblem.PrivateKpi(kext));
    }
    return new KextLinks(libraries, problems, direct.styles());
  }
}
