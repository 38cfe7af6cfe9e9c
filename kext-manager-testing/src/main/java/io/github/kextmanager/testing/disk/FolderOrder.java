package io.github.kextmanager.testing.disk;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/** The order in which the entries of a folder are met. */
final class FolderOrder {
  /** Case-insensitive, as on the volume of a Mac; by case where only that differs. */
  static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path path) -> name(path).toLowerCase(Locale.ROOT))
          .thenComparing(FolderOrder::name);

  private FolderOrder() {}

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
