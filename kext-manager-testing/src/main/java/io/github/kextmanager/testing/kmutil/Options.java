package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import java.util.ArrayList;
import java.util.List;

/** The options that several subcommands share, with the texts of kmutil's help. */
final class Options {
  static final String BUNDLE_PATH = "bundle-path";
  static final String BUNDLE_IDENTIFIER = "bundle-identifier";
  static final String OPTIONAL_IDENTIFIER = "optional-identifier";
  static final String ELIDE_IDENTIFIER = "elide-identifier";
  static final String FILTER = "filter";
  static final String FILTER_ALL = "filter-all";
  static final String REPOSITORY = "repository";
  static final String VARIANT = "variant-suffix";
  static final String BOOT_PATH = "boot-path";
  static final String VOLUME_ROOT = "volume-root";

  static final String NO_AUTHORIZATION = "no-authorization";

  private static final String PREDICATE =
      "Filter results by the given predicate string, which specifies properties in an extension's"
          + " Info.plist.";

  private Options() {}

  static List<Option> common() {
    return List.of(
        Option.one(VARIANT, "The image suffix to use for the kernel variant.").letter('V'),
        Option.one("arch", "The architecture to use for the extension(s)/collection(s) specified.")
            .letter('a'),
        Option.flag(NO_AUTHORIZATION, "Skip approval checks for this action.").letter('z'),
        Option.flag("verbose", "Toggle verbosity.").letter('v'));
  }

  /** Kernel developer kits are needed from 13 on. */
  static List<Option> repositories(MacOsVersion release) {
    List<Option> options = new ArrayList<>();
    options.add(Option.many(REPOSITORY, "Paths to directories containing extensions.").letter('r'));
    options.add(Option.one(VOLUME_ROOT, "The target volume.").letter('R'));
    if (release.isAtLeast(Releases.VENTURA)) {
      options.add(Option.one("build", "(If known) The system build version number"));
      options.add(Option.one("sdk", "The path to the sdk to use."));
      options.add(Option.one("kdk", "The path to the kdk to use."));
    }
    return options;
  }

  static List<Option> bundles() {
    return List.of(
        Option.many(BUNDLE_PATH, "Include the bundle specified at this path in the results.")
            .letter('p'),
        Option.many(BUNDLE_IDENTIFIER, "Search for, and/or include this identifier in the results.")
            .letter('b'));
  }

  static List<Option> filters() {
    return List.of(
        Option.one(FILTER, PREDICATE).letter('f'),
        Option.one(FILTER_ALL, PREDICATE).letter('F'),
        Option.many(
            OPTIONAL_IDENTIFIER,
            "Search for, and/or include this identifier in the results, if possible."),
        Option.many(ELIDE_IDENTIFIER, "Do not include this identifier in the results."));
  }

  static List<Option> collections() {
    return List.of(
        Option.one(BOOT_PATH, "The path to the boot kernel collection.").letter('B'),
        Option.one("system-path", "The path to the system kernel collection.").letter('S'),
        Option.one("auxiliary-path", "The path to the auxiliary kernel collection.").letter('A'),
        Option.flag(
                "allow-missing-collections",
                "Recover gracefully, where applicable, if any collections are missing.")
            .letter('M'),
        Option.flag(
            "no-variant-extension",
            "Don't append the build variant as an extension to the collection path."));
  }
}
