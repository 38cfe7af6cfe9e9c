package io.github.kextmanager.bundle;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One look through folders of kexts. What cannot be read is written down, and the look goes on. */
final class ExtensionScan {
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(
              (Path path) -> path.getFileName().toString(), String::compareToIgnoreCase)
          .thenComparing(Path::compareTo);

  private final RootedFiles files;
  private final List<KextBundle> bundles = new ArrayList<>();
  private final List<UnreadableBundleException> unreadable = new ArrayList<>();

  ExtensionScan(RootedFiles files) {
    this.files = files;
  }

  ExtensionFolders.Scan result() {
    return new ExtensionFolders.Scan(bundles, unreadable);
  }

  /** The kexts of a folder, each followed by its plug-ins; those have none of their own. */
  void folder(Path folder) {
    for (Path kext : kextsIn(folder)) {
      bundle(kext)
          .flatMap(this::plugIns)
          .map(this::kextsIn)
          .orElse(List.of())
          .forEach(this::bundle);
    }
  }

  /** Reads a bundle, and returns where it really is even if it cannot be read. */
  private Optional<Path> bundle(Path found) {
    Path real;
    try {
      real = files.real(found);
      if (!Files.isDirectory(files.here(real))) {
        unreadable.add(UnreadableBundleException.notAFolder(found));
        return Optional.empty();
      }
    } catch (IOException failure) {
      unreadable.add(UnreadableBundleException.unreachable(found, failure));
      return Optional.empty();
    }
    try {
      bundles.add(new StrictReading(real, files).read());
    } catch (UnreadableBundleException failure) {
      unreadable.add(failure);
    }
    return Optional.of(real);
  }

  private Optional<Path> plugIns(Path bundle) {
    try {
      return BundleLayout.of(bundle, files).layout().plugIns(bundle, files);
    } catch (IOException failure) {
      unreadable.add(UnreadableBundleException.unreachable(bundle, failure));
      return Optional.empty();
    }
  }

  private List<Path> kextsIn(Path folder) {
    List<Path> kexts = new ArrayList<>();
    try {
      Path real = files.real(folder);
      try (DirectoryStream<Path> entries =
          Files.newDirectoryStream(files.here(real), BundleName::isKext)) {
        entries.forEach(entry -> kexts.add(real.resolve(entry.getFileName())));
      } catch (DirectoryIteratorException failure) {
        throw failure.getCause();
      }
    } catch (NoSuchFileException missing) {
      return List.of();
    } catch (IOException failure) {
      unreadable.add(UnreadableBundleException.unreachable(folder, failure));
    }
    kexts.sort(BY_NAME);
    return kexts;
  }
}
