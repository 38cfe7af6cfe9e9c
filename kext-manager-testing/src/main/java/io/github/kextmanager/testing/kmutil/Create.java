package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code kmutil create}, as far as it refuses: a simulated Mac builds no collections, and says so
 * where a real one would begin to.
 */
record Create(MacOsVersion release, String build) implements Subcommand {
  private static final int COLLECTION_ERROR = 31;
  private static final String NEW = "new";
  private static final Set<String> KINDS = Set.of("boot", "sys", "aux");

  @Override
  public String name() {
    return "create";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Create one or more new artifacts based on the arguments provided.",
        Options.common(),
        Options.repositories(release),
        Options.filters(),
        Options.bundles(),
        own(),
        Options.collections());
  }

  private List<Option> own() {
    List<Option> options =
        new ArrayList<>(
            List.of(
                Option.flag(
                        "no-system-collection",
                        "If building an auxiliary collection, don't look for or generate a system"
                            + " collection.")
                    .letter('L'),
                Option.one("strip", "The strip mode to use when creating new collections.")
                    .letter('s'),
                Option.many(NEW, "Which types of artifact to build.").letter('n'),
                Option.one("kernel", "The path to the kernel to use.").letter('k'),
                Option.flag(
                        "explicit-only",
                        "Only consider the bundle identifiers and paths explicitly specified, along"
                            + " with their dependencies.")
                    .letter('x'),
                Option.flag("compress", "Compress the collection using LZFSE."),
                Option.flag("img4-encode", "Encode the collection in an img4 payload.")));
    if (release.isAtLeast(Releases.VENTURA)) {
      options.add(
          Option.flag(
                  "update-all",
                  "Rebuild all collections on a target volume, if the target is writable.")
              .letter('u'));
      options.add(
          Option.flag(
              "force", "Force a collection rebuild even if none of the contents has changed."));
      options.add(
          Option.flag(
              "allow-missing-kdk",
              "Force a collection rebuild even if a KDK matching the volume's build is not"
                  + " found."));
    }
    return options;
  }

  @Override
  public int run(Given given, Invocation invocation) throws ArgumentException {
    Optional<String> unknown =
        given.all(NEW).stream().filter(kind -> !KINDS.contains(kind)).findFirst();
    if (unknown.isPresent()) {
      throw new ArgumentException(
          "The value '%s' is invalid for '--%s <%s>'".formatted(unknown.get(), NEW, NEW));
    }
    return Answers.print(Optional.of(problem(given, invocation)), release, invocation);
  }

  private KmError problem(Given given, Invocation invocation) {
    boolean auxiliaryAlone = given.all(NEW).equals(List.of("aux"));
    return Answers.refusal(invocation)
        .or(
            () ->
                auxiliaryAlone && !given.has(Options.BOOT_PATH)
                    ? Optional.of(
                        new KmError(
                            COLLECTION_ERROR, "Cannot build pageableKC/auxKC without baseKC"))
                    : Optional.empty())
        .or(() -> auxiliaryAlone ? Optional.empty() : new DeveloperKit(release, build).missing())
        .orElseGet(
            () -> Answers.other("Unsupported Error: a simulated Mac builds no kernel collections"));
  }
}
