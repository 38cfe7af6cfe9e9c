package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.model.BundleIdentifier;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The copies of a kext that macOS has made for itself: below {@code /Library/StagedExtensions} from
 * 10.13 (kext_tools, staging.m), and from 11 also in a folder of the kernel manager, whose names
 * begin with the identifier.
 */
final class StagedCopies {
  private static final Path COPIES = Path.of("/Library/StagedExtensions");
  private static final Path OF_KERNEL_MANAGER =
      Path.of("/private/var/db/KernelExtensionManagement/Staging");

  private final MacSeen mac;
  private final KextBundleReader reader;

  StagedCopies(MacSeen mac) {
    this.mac = mac;
    this.reader = new KextBundleReader(mac.root());
  }

  /** The copies, or why they cannot be listed. */
  HostFact<List<KextBundle>> of(BundleIdentifier identifier, List<Path> originals) {
    String asked = mac.hasCollections() ? OF_KERNEL_MANAGER.toString() : COPIES.toString();
    if (!mac.isThere()) {
      return new HostFact.NotKnown<>("That needs the Mac.", asked);
    }
    List<Path> places = new ArrayList<>();
    originals.forEach(path -> places.add(COPIES.resolve(Path.of("/").relativize(path))));
    if (mac.hasCollections()) {
      try {
        places.addAll(ofKernelManager(identifier));
      } catch (IOException failed) {
        return new HostFact.NotKnown<>("The folder cannot be listed: " + failed, asked);
      }
    }
    List<KextBundle> copies = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(here(place), LinkOption.NOFOLLOW_LINKS)) {
        try {
          copies.add(reader.read(place));
        } catch (UnreadableBundleException unreadable) {
          return new HostFact.NotKnown<>(String.valueOf(unreadable.getMessage()), asked);
        }
      }
    }
    return new HostFact.Known<>(
        copies.stream().filter(copy -> copy.identifier().equals(identifier)).toList(), asked);
  }

  private List<Path> ofKernelManager(BundleIdentifier identifier) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : entries(OF_KERNEL_MANAGER)) {
      if (folder.getFileName().toString().startsWith(identifier.value() + ".")) {
        entries(folder).stream()
            .filter(entry -> entry.toString().endsWith(".kext"))
            .forEach(found::add);
      }
    }
    return found;
  }

  private List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(here(folder))) {
      stream.forEach(entry -> entries.add(folder.resolve(entry.getFileName().toString())));
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    entries.sort(null);
    return entries;
  }

  private Path here(Path seen) {
    return mac.root().resolve(Path.of("/").relativize(seen).toString());
  }
}
