package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.answer.Source;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.Volume;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words that say where kexts are looked for. */
final class ScanWords {
  private static final String SCAN = "--scan";

  private ScanWords() {}

  static VerbSpec addTo(VerbSpec spec) {
    return spec.several(
        SCAN,
        "FOLDER",
        "Folders to open the kexts of, in this order. Default: those in which the release looks by"
            + " itself. Paths are absolute, as seen below --root.");
  }

  /** The folders; one that is named and not there is answered for, and left out. */
  static List<Path> folders(
      Words words, Volume volume, MacOsVersion release, Format format, Console console) {
    if (!words.has(SCAN)) {
      return ExtensionFolders.of(release);
    }
    RootedFiles files = new RootedFiles(volume.root());
    List<Path> folders = new ArrayList<>();
    for (String word : words.values(SCAN)) {
      Path folder = volume.path(word);
      try {
        requireFolder(folder, files);
        folders.add(folder);
      } catch (IOException e) {
        new Source(folder.toString()).unreadable(console, e, format);
      }
    }
    return folders;
  }

  private static void requireFolder(Path folder, RootedFiles files) throws IOException {
    if (!Files.isDirectory(files.here(files.real(folder)))) {
      throw new NotDirectoryException(folder.toString());
    }
  }

  /** How many folders are named. */
  static int named(Words words) {
    return words.values(SCAN).size();
  }
}
