package io.github.kextmanager.dependency;

import com.google.common.base.Suppliers;
import com.google.common.collect.Sets;
import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.KextVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.Authenticator;
import io.github.kextmanager.validation.Ownership;
import io.github.kextmanager.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The kexts of some folders, for one Mac: which there are, what they need, and in what order they
 * load and unload.
 *
 * <p>Everything is in the order in which the kexts were opened, or follows from it: folder by
 * folder as given, inside a folder by name without case. What a kext asks for is in the order of
 * {@link RepositoryKext#libraries}. Nothing else matters.
 *
 * <p>Immutable to its users, and thread-safe. What was worked out for one question is kept for the
 * next.
 */
public final class KextRepository {
  private final List<RepositoryKext> kexts;
  private final List<OpeningRefusal> refusals;
  private final TargetMac mac;
  private final LoadedKexts loaded;
  private final KextIndex index;
  private final LibraryChooser chooser;
  private final KernelLink kernel;
  private final LibraryGraph graph;
  private final GraphSearch search;
  private final Validator validator;
  private final Evaluator evaluator;
  private final Supplier<Dependents> dependents;

  private KextRepository(
      List<RepositoryKext> kexts,
      List<OpeningRefusal> refusals,
      TargetMac mac,
      LoadedKexts loaded,
      Validator validator) {
    this.kexts = kexts;
    this.refusals = refusals;
    this.mac = mac;
    this.loaded = loaded;
    this.index = new KextIndex(kexts);
    this.kernel = new KernelLink(index, mac.architecture());
    this.chooser = new LibraryChooser(index, loaded, mac.release());
    this.graph = new LibraryGraph(kexts, chooser, kernel);
    this.search = new GraphSearch(graph, index);
    this.evaluator = new Evaluator(mac, index, chooser, kernel, validator);
    this.validator = validator;
    this.dependents = Suppliers.memoize(() -> new Dependents(graph, kexts));
  }

  /**
   * Opens the kexts of folders, with the plug-ins directly inside of them.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   * @param folders absolute paths as seen on the Mac, in the order in which they are to be opened.
   *     A folder that is missing holds nothing; a path that ends in {@code .kext} is itself the
   *     bundle to open
   * @param mac the Mac for which the kexts are judged
   * @return the repository
   */
  public static KextRepository open(Path root, List<Path> folders, TargetMac mac) {
    return open(root, folders, mac, Ownership.ofFileSystem());
  }

  /**
   * Opens the kexts of folders, when the file system here does not tell who owns the files there.
   *
   * @param root the folder below which the files of the Mac are
   * @param folders absolute paths as seen on the Mac, in the order in which they are to be opened;
   *     bundles, too
   * @param mac the Mac for which the kexts are judged
   * @param ownership who owns the files
   * @return the repository
   */
  public static KextRepository open(
      Path root, List<Path> folders, TargetMac mac, Ownership ownership) {
    return of(OpenedFolders.open(new BundleOpener(root, mac), folders), root, mac, ownership);
  }

  /**
   * The kexts that somebody has opened already, in an order of their own.
   *
   * @param opening the kexts, and what turned out to be none
   * @param root the folder below which their files are
   * @param mac the Mac for which they were opened, and are judged
   * @param ownership who owns the files
   * @return the repository
   */
  public static KextRepository of(Opening opening, Path root, TargetMac mac, Ownership ownership) {
    List<RepositoryKext> kexts = new ArrayList<>();
    Supplier<KextIndex> index = Suppliers.memoize(() -> new KextIndex(kexts));
    var validator =
        new Validator(root, mac)
            .among(owner -> index.get().latest(owner).map(RepositoryKext::bundle));
    var authenticator = new Authenticator(root, mac, ownership);
    opening.bundles().parallelStream()
        .<RepositoryKext>map(bundle -> new OpenedKext(bundle, mac, validator, authenticator))
        .forEachOrdered(kexts::add);
    return new KextRepository(
        List.copyOf(kexts),
        opening.refusals(),
        mac,
        LoadedKexts.unknown(mac.versions()),
        validator);
  }

  /** A repository of kexts that are in no folder. */
  static KextRepository of(List<? extends RepositoryKext> kexts, TargetMac mac) {
    return new KextRepository(
        List.copyOf(kexts),
        List.of(),
        mac,
        LoadedKexts.unknown(mac.versions()),
        new Validator(Path.of("/"), mac));
  }

  /**
   * The same kexts, with what the kernel holds taken into account: of the kexts of one identifier
   * the one that is loaded is chosen, and no other even if it does not fit.
   *
   * @param snapshot what the kernel holds
   * @return another repository
   */
  public KextRepository withLoaded(KextSnapshot snapshot) {
    return new KextRepository(
        kexts, refusals, mac, LoadedKexts.of(snapshot, mac.versions()), validator);
  }

  /**
   * The Mac for which the kexts are judged.
   *
   * @return the Mac
   */
  public TargetMac mac() {
    return mac;
  }

  /**
   * All kexts.
   *
   * @return the kexts in the order in which they were opened
   */
  public List<RepositoryKext> kexts() {
    return kexts;
  }

  /**
   * What is in the folders with the name of a kext and is none.
   *
   * @return why, in the order in which it was come across
   */
  public List<OpeningRefusal> refusals() {
    return refusals;
  }

  /**
   * The identifiers of all kexts.
   *
   * @return the identifiers, in the order in which they first occur
   */
  public Set<BundleIdentifier> identifiers() {
    return index.identifiers();
  }

  /**
   * The kexts of an identifier.
   *
   * @param identifier the identifier
   * @return the kexts, the highest version first; of equal versions the one opened last
   */
  public List<RepositoryKext> all(BundleIdentifier identifier) {
    return index.all(identifier);
  }

  /**
   * The kext that an identifier alone stands for.
   *
   * @param identifier the identifier
   * @return the highest version; of equal versions the one opened last
   */
  public Optional<RepositoryKext> find(BundleIdentifier identifier) {
    return index.latest(identifier);
  }

  /**
   * The kext that would be linked against.
   *
   * @param identifier the identifier
   * @param wanted the version wanted
   * @return the highest version that can stand in for it
   * @throws IllegalArgumentException if the release cannot hold such a version
   */
  public Optional<RepositoryKext> compatible(BundleIdentifier identifier, KextVersion wanted) {
    return index.compatible(identifier, mac.versions().pack(wanted));
  }

  /**
   * The kext of a version, whether it is a library or not.
   *
   * @param identifier the identifier
   * @param version the version
   * @return the kext opened last that has it
   * @throws IllegalArgumentException if the release cannot hold such a version
   */
  public Optional<RepositoryKext> exact(BundleIdentifier identifier, KextVersion version) {
    return index.exact(identifier, mac.versions().pack(version));
  }

  /**
   * Whether the kernel holds a kext.
   *
   * @param kext a kext of this repository
   * @return {@link LoadedState#NOT_LOADED} also if nothing is known of the kernel
   */
  public LoadedState loadedState(RepositoryKext kext) {
    return loaded.state(kext);
  }

  /**
   * Looks for all that a kext needs.
   *
   * @param kext a kext of this repository
   * @return whether it can be had, and what it is; or all that is wrong
   * @throws IllegalArgumentException if the kext is not of this repository
   */
  public Resolution resolve(RepositoryKext kext) {
    List<Problem> own = new ArrayList<>();
    LoadedState state = loaded.state(kext);
    if (state == LoadedState.OTHER_VERSION || state == LoadedState.OTHER_UUID) {
      own.add(new AnotherCopyLoaded(kext, loaded.find(kext.identifier()).orElseThrow(), state));
    }
    GraphVerdict verdict = search.verdict(kext);
    for (List<RepositoryKext> copies : verdict.rivals().clashes()) {
      own.add(new SeveralCopies(kext, copies.get(0).identifier(), copies));
    }
    return own.isEmpty() && verdict.isSound()
        ? new Resolved(kext, graph, kernel, loaded)
        : new Unresolved(kext, own, graph, search);
  }

  /**
   * Looks for all that any kext needs.
   *
   * @return a resolution for each kext, in the order in which they were opened
   */
  public List<Resolution> resolveAll() {
    return kexts.stream().map(this::resolve).toList();
  }

  /**
   * The rings of kexts that need each other.
   *
   * @return one ring for each set of kexts that all need each other
   */
  public List<Cycle> cycles() {
    Set<GraphVerdict> seen = Sets.newIdentityHashSet();
    return kexts.stream()
        .map(search::verdict)
        .filter(seen::add)
        .flatMap(verdict -> verdict.cycle().stream())
        .toList();
  }

  /**
   * The kexts that got a kext as one of their libraries.
   *
   * @param kext a kext of this repository
   * @return its direct dependents, in the order in which they were opened
   */
  public List<RepositoryKext> directDependents(RepositoryKext kext) {
    graph.number(kext);
    return dependents.get().direct(kext);
  }

  /**
   * The kexts that need a kext, directly or by way of others.
   *
   * @param kext a kext of this repository
   * @return its dependents, in the order in which they were opened
   */
  public List<RepositoryKext> dependents(RepositoryKext kext) {
    graph.number(kext);
    return dependents.get().all(kext);
  }

  /**
   * The order in which kexts can be unloaded. The kernel refuses to unload what another loaded kext
   * links against, so whatever needs one of them comes before it.
   *
   * @param kexts kexts of this repository
   * @return the kexts and all that need them, each before whatever it needs
   */
  public List<RepositoryKext> unloadOrder(Collection<? extends RepositoryKext> kexts) {
    kexts.forEach(graph::number);
    return dependents.get().unloadOrder(List.copyOf(kexts));
  }

  /**
   * Asks about a kext what Apple's library can be asked.
   *
   * @param kext a kext of this repository
   * @return what that would answer
   * @throws IllegalArgumentException if the kext is not of this repository
   */
  public Evaluation evaluate(RepositoryKext kext) {
    graph.number(kext);
    return evaluator.evaluate(kext);
  }

  /**
   * Asks about every kext, on all cores.
   *
   * @return the answers, in the order in which the kexts were opened
   */
  public List<Evaluation> evaluateAll() {
    return kexts.parallelStream().map(evaluator::evaluate).toList();
  }

  /**
   * Asks about kexts in an order of the caller's, as a tool does that has opened them all.
   *
   * @param log takes what Apple's library would log, in the order in which it would
   * @return a process that was asked nothing yet
   */
  public LibraryProcess process(Consumer<LibraryMessage> log) {
    return new LibraryProcess(kexts, mac, index, chooser, kernel, validator, log);
  }
}
