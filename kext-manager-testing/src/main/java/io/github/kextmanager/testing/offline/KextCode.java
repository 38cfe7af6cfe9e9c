package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.BundleLayout;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.MachOReader;
import io.github.kextmanager.testing.disk.Disk;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file with the code of a bundle, where CoreFoundation looks for it (CFBundle_Executable.c,
 * {@code _CFBundleCopyExecutableURLInDirectory}): by the name that the bundle declares, or else by
 * the name of the bundle itself.
 */
final class KextCode {
  private final RootedFiles files;

  KextCode(Disk disk) {
    this.files = new RootedFiles(disk.root());
  }

  /** Its path as seen on the Mac, links kept; empty if there is no such file. */
  Optional<Path> file(KextBundle bundle) {
    try {
      Path name = Path.of(bundle.executable().orElseGet(() -> stem(bundle)));
      return name.isAbsolute()
          ? Optional.empty()
          : folders(bundle.layout()).stream()
              .map(folder -> folder.resolve(name))
              .filter(file -> real(bundle, file).isPresent())
              .map(bundle.location()::resolve)
              .findFirst();
    } catch (InvalidPathException impossibleName) {
      return Optional.empty();
    }
  }

  /** The file as the one that is opened, without links. */
  Optional<Path> opened(KextBundle bundle) {
    return file(bundle)
        .flatMap(file -> real(bundle, bundle.location().relativize(file)))
        .map(files::here);
  }

  /** What it holds, whatever that is; empty if there is no such file. */
  Optional<MachO> read(KextBundle bundle) {
    return opened(bundle).map(MachOReader::read);
  }

  private Optional<Path> real(KextBundle bundle, Path file) {
    try {
      return Optional.of(files.find(bundle.path(), file).path());
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private static List<Path> folders(BundleLayout layout) {
    Path top = Path.of("");
    Path support = layout.supportFolder();
    List<Path> folders = new ArrayList<>();
    if (layout != BundleLayout.SUPPORT_FILES) {
      folders.add(support.resolve("MacOS"));
    }
    folders.add(support);
    if (!support.equals(top)) {
      folders.add(top);
    }
    return folders;
  }

  private static String stem(KextBundle bundle) {
    String name = String.valueOf(bundle.location().getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
