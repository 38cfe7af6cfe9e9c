package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.BundleLayout;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.RootedFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the file with the code of a kext, as CoreFoundation does: in {@code MacOS} of the folder
 * that the layout says, in that folder, at the top of the bundle. With the layout {@code Support
 * Files} it does not look into {@code MacOS}.
 *
 * @param files the files of the Mac
 */
record ExecutableFile(RootedFiles files) {
  private static final Path TOP = Path.of("");

  /**
   * Finds the file.
   *
   * @param bundle the kext
   * @param name its {@code CFBundleExecutable}; it may hold slashes
   * @return the file, all links followed; empty if there is none, or none that can be reached
   */
  Optional<RootedFiles.Found> find(KextBundle bundle, String name) {
    Path relative;
    try {
      relative = Path.of(name);
    } catch (InvalidPathException invalid) {
      return Optional.empty();
    }
    return relative.isAbsolute()
        ? Optional.empty()
        : folders(bundle.layout()).stream()
            .flatMap(folder -> find(bundle.path(), folder.resolve(relative)).stream())
            .findFirst();
  }

  private static List<Path> folders(BundleLayout layout) {
    Path support = layout.supportFolder();
    List<Path> folders = new ArrayList<>();
    if (layout != BundleLayout.SUPPORT_FILES) {
      folders.add(support.resolve("MacOS"));
    }
    folders.add(support);
    if (!support.equals(TOP)) {
      folders.add(TOP);
    }
    return folders;
  }

  private Optional<RootedFiles.Found> find(Path bundle, Path relative) {
    try {
      return Optional.of(files.find(bundle, relative));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }
}
