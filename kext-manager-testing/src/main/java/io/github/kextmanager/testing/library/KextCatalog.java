package io.github.kextmanager.testing.library;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.disk.VersionNumber;
import io.github.kextmanager.testing.log.LogMessage;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.policy.ExcludeList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kexts that a process has opened so far. Of those with one identifier the highest version
 * comes first, and of equal versions the one that was opened last.
 */
public final class KextCatalog {
  private static final Comparator<KextOnDisk> HIGHEST_FIRST =
      Comparator.comparing(
              (KextOnDisk kext) -> kext.version().map(VersionNumber::value).orElse(-1L))
          .reversed();

  private final Disk disk;
  private final KextOpener opener;
  private final LogSink log;
  private final Map<Path, KextOnDisk> opened = new LinkedHashMap<>();
  private final Map<String, List<KextOnDisk>> byIdentifier = new HashMap<>();

  /**
   * An empty catalogue.
   *
   * @param disk where the bundles lie
   * @param opener opens them
   * @param log takes what the opening of bundles has to say
   */
  public KextCatalog(Disk disk, KextOpener opener, LogSink log) {
    this.disk = disk;
    this.opener = opener;
    this.log = log;
  }

  /**
   * Opens every kext of a folder, and their plug-ins.
   *
   * @param folder an absolute path of the Mac; a missing one is passed over
   */
  public void scan(Path folder) {
    opener
        .scanned(folder)
        .ifPresentOrElse(
            kexts ->
                kexts.stream().filter(kext -> !opened.containsKey(kext.path())).forEach(this::add),
            () -> scanAnew(folder));
  }

  private void scanAnew(Path folder) {
    int before = opened.size();
    List<Path> tried = new ArrayList<>();
    List<KextOnDisk> found = new ArrayList<>();
    for (Path entry : disk.list(folder)) {
      openEntry(entry, tried, found)
          .ifPresent(
              kext -> plugIns(kext.path()).forEach(plugIn -> openEntry(plugIn, tried, found)));
    }
    boolean silent = tried.size() == found.size();
    if (silent && opened.size() - before == found.size()) {
      opener.keepScan(folder, found);
    }
  }

  private Optional<KextOnDisk> openEntry(Path entry, List<Path> tried, List<KextOnDisk> found) {
    if (KextOpener.isKextName(entry)) {
      tried.add(entry);
    }
    Optional<KextOnDisk> kext = openWithName(entry, String.valueOf(entry.getFileName()));
    kext.ifPresent(found::add);
    return kext;
  }

  /**
   * Opens every kext of a folder that somebody named.
   *
   * @param folder an absolute path of the Mac; a missing one leaves a line
   */
  public void scanNamed(Path folder) {
    if (!disk.isFolder(folder)) {
      log.log(LogMessage.error("%s - no such file or directory.".formatted(folder)));
    }
    scan(folder);
  }

  /**
   * Opens a kext that somebody named, and its plug-ins.
   *
   * @param bundle an absolute path of the Mac
   * @return the kext, or empty if it is none
   */
  public Optional<KextOnDisk> open(Path bundle) {
    return open(bundle, bundle.toString());
  }

  /**
   * Opens a kext that somebody named, and its plug-ins.
   *
   * @param bundle an absolute path of the Mac
   * @param word how it was named
   * @return the kext, or empty if it is none
   */
  public Optional<KextOnDisk> open(Path bundle, String word) {
    Optional<KextOnDisk> kext = openWithName(bundle, word);
    kext.ifPresent(container -> scanPlugIns(container.path()));
    return kext;
  }

  /**
   * A kext that was opened before.
   *
   * @param bundle an absolute path of the Mac
   * @return the kext, or empty if it was not
   */
  public Optional<KextOnDisk> find(Path bundle) {
    return Optional.ofNullable(opened.get(opener.identityOf(bundle)));
  }

  /**
   * All kexts with an identifier.
   *
   * @param identifier the identifier
   * @return the best first
   */
  public List<KextOnDisk> all(String identifier) {
    return List.copyOf(byIdentifier.getOrDefault(identifier, List.of()));
  }

  /**
   * The best kext with an identifier.
   *
   * @param identifier the identifier
   * @return the highest version, opened last
   */
  public Optional<KextOnDisk> best(String identifier) {
    return byIdentifier.getOrDefault(identifier, List.of()).stream().findFirst();
  }

  /**
   * What Apple lets nobody load, as the kext that says so has it.
   *
   * @return the list; empty if that kext was not opened
   */
  public ExcludeList excludeList() {
    return best(ExcludeList.IDENTIFIER).map(ExcludeList::of).orElse(ExcludeList.EMPTY);
  }

  /**
   * Everything that was opened.
   *
   * @return the kexts in the order in which they were
   */
  public List<KextOnDisk> opened() {
    return List.copyOf(opened.values());
  }

  private Optional<KextOnDisk> openWithName(Path path, String shownAs) {
    Optional<KextOnDisk> known = find(path);
    if (known.isPresent()) {
      return known;
    }
    Optional<KextOnDisk> kext = opener.open(path, shownAs, log);
    kext.ifPresent(this::add);
    return kext;
  }

  private void add(KextOnDisk kext) {
    opened.put(kext.path(), kext);
    List<KextOnDisk> same =
        byIdentifier.computeIfAbsent(kext.identifier(), any -> new ArrayList<>());
    same.add(0, kext);
    same.sort(HIGHEST_FIRST);
  }

  private void scanPlugIns(Path container) {
    for (Path entry : plugIns(container)) {
      openWithName(entry, String.valueOf(entry.getFileName()));
    }
  }

  private List<Path> plugIns(Path container) {
    Path standard = container.resolve("Contents/PlugIns");
    return disk.list(disk.isFolder(standard) ? standard : container.resolve("PlugIns"));
  }
}
