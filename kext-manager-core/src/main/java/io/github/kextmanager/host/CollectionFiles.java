package io.github.kextmanager.host;

import io.github.kextmanager.host.HostFact.Known;
import io.github.kextmanager.host.HostFact.NotKnown;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kernel collections on the disk of a Mac (kmutil(8)), from macOS 11 on. */
final class CollectionFiles {
  private static final List<Path> FOLDERS =
      List.of(Path.of("/System/Library/KernelCollections"), Path.of("/Library/KernelCollections"));

  private CollectionFiles() {}

  static HostFact<List<Path>> below(Path root) {
    List<Path> found = new ArrayList<>();
    String asked = String.join(", ", FOLDERS.stream().map(Path::toString).toList());
    for (Path folder : FOLDERS) {
      Path below = root.resolve(folder.toString().substring(1));
      try (DirectoryStream<Path> files = Files.newDirectoryStream(below, "*.kc")) {
        files.forEach(file -> found.add(folder.resolve(file.getFileName().toString())));
      } catch (NoSuchFileException none) {
        // A Mac without kexts of others has no folder for their collection.
      } catch (IOException | DirectoryIteratorException failed) {
        return new NotKnown<>("%s could not be read: %s".formatted(folder, failed), asked);
      }
    }
    found.sort(null);
    return new Known<>(List.copyOf(found), asked);
  }
}
