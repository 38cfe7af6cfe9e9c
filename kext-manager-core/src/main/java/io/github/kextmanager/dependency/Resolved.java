package io.github.kextmanager.dependency;

import com.google.common.collect.ImmutableList;
import com.google.common.graph.Traverser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A kext that can have all its libraries. Ownership and safe boot are not looked at. */
public final class Resolved implements Resolution {
  private final RepositoryKext kext;
  private final LibraryGraph graph;
  private final KernelLink kernel;
  private final LoadedKexts loaded;

  Resolved(RepositoryKext kext, LibraryGraph graph, KernelLink kernel, LoadedKexts loaded) {
    this.kext = kext;
    this.graph = graph;
    this.kernel = kernel;
    this.loaded = loaded;
  }

  @Override
  public RepositoryKext kext() {
    return kext;
  }

  /**
   * The kexts chosen for its {@code OSBundleLibraries}.
   *
   * @return the libraries, in the order in which they are {@linkplain RepositoryKext#libraries
   *     asked for}
   */
  public List<RepositoryKext> libraries() {
    return graph.successors(kext);
  }

  /**
   * The libraries of its libraries, and so on, as far as it does not ask for them itself.
   *
   * @return the kexts in load order
   */
  public List<RepositoryKext> indirectLibraries() {
    Set<RepositoryKext> indirect = new LinkedHashSet<>(loadOrder());
    libraries().forEach(indirect::remove);
    indirect.remove(kext);
    return List.copyOf(indirect);
  }

  /**
   * The kexts whose symbols it can use: its libraries, with the libraries of those that have no
   * code in their place. Not all that must be loaded.
   *
   * @return the kexts that it is linked against, in link order
   */
  public List<RepositoryKext> linkLibraries() {
    return new LinkLibraries(
            graph::successors, other -> kernel.bleedsThrough(graph.links(other).styles()))
        .of(kext);
  }

  /**
   * Everything that must be loaded, each kext after all that it needs; itself last.
   *
   * @return the kexts in load order
   */
  public List<RepositoryKext> loadOrder() {
    return ImmutableList.copyOf(Traverser.forGraph(graph).depthFirstPostOrder(kext));
  }

  /**
   * What is still to be loaded, as far as is known of the kernel.
   *
   * @return the kexts of the load order that are not loaded
   */
  public List<RepositoryKext> toLoad() {
    return loadOrder().stream().filter(each -> loaded.state(each) != LoadedState.LOADED).toList();
  }
}
