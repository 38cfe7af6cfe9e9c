package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.RepositoryKext;
import java.nio.file.Path;
import java.util.Optional;

/** The paths that kextfind prints (kext_tools, kextfind_commands.c). */
final class KextPaths {
  /** What is logged where a path inside of a kext is to be printed as a name. */
  static final String NO_NAMES = "Invalid argument to copyAdjustedPathForURL().";

  private static final Path INFO_PLIST = Path.of("Info.plist");

  private final PathStyle style;
  private final KextCode code;

  KextPaths(PathStyle style, KextCode code) {
    this.style = style;
    this.code = code;
  }

  /** The path of a kext. */
  String of(RepositoryKext kext) {
    return of(kext, style);
  }

  /** The name of a kext. */
  String name(RepositoryKext kext) {
    return of(kext, PathStyle.NAME);
  }

  private static String of(RepositoryKext kext, PathStyle style) {
    return switch (style) {
      case FULL -> kext.path().toString();
      case RELATIVE -> relative(kext, kext.path());
      case NAME -> String.valueOf(kext.path().getFileName());
    };
  }

  /** A path seen from the folder that holds the kext, or the kext that it is a plug-in of. */
  private static String relative(RepositoryKext kext, Path path) {
    Path whole = kext.bundle().container().orElse(kext.path());
    Path folder = whole.getParent();
    return folder == null ? path.toString() : folder.relativize(path).toString();
  }

  /** The path of its property list. */
  String infoPlist(RepositoryKext kext) {
    return inside(
        kext, kext.path().resolve(kext.bundle().layout().supportFolder()).resolve(INFO_PLIST));
  }

  /** The path of its code; empty if there is no such file. */
  Optional<String> executable(RepositoryKext kext) {
    return code.file(kext.bundle()).map(file -> inside(kext, file));
  }

  /** Whether a path inside of a kext cannot be printed as was asked for. */
  boolean isOfNamesOnly() {
    return style == PathStyle.NAME;
  }

  private String inside(RepositoryKext kext, Path path) {
    return style == PathStyle.FULL ? path.toString() : relative(kext, path);
  }
}
