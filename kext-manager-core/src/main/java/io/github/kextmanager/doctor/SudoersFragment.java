package io.github.kextmanager.doctor;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.LoadTool;
import io.github.kextmanager.tool.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The least that a user must be allowed by sudo, so that this library can load and unload certain
 * kexts for that user without a password: exactly those command lines, with all their arguments,
 * for one release (sudoers(5)).
 *
 * <p>Whoever may write to the bundle of such a kext can run any code in the kernel, and becomes
 * root by that: {@link SudoersRisks} says whether somebody else than root may.
 */
public final class SudoersFragment {
  private static final Duration ANY_DEADLINE = Duration.ofSeconds(1);

  private final Toolset tools;

  /**
   * Rules for a Mac.
   *
   * @param release its release, which decides about the tools
   * @throws io.github.kextmanager.model.KextException if it is before 10.6
   */
  public SudoersFragment(MacOsVersion release) {
    this.tools = Toolset.of(release);
  }

  /**
   * A kext that the user is to load and unload.
   *
   * @param identifier its identifier
   * @param bundle where it lies, as seen on the Mac
   */
  public record Grant(BundleIdentifier identifier, Path bundle) {}

  /**
   * The rules, for a file of their own in {@code /etc/sudoers.d}.
   *
   * @param user the name of the user, or {@code #} and its number; with {@code %} before it a group
   * @param grants the kexts; each can be loaded and unloaded by itself
   * @return the text, to be checked with {@code visudo -c} before it is put there
   * @throws IllegalArgumentException if a name or a path cannot stand in a rule without meaning
   *     more than itself: {@code ALL}, a path with a space
   */
  public String text(String user, List<Grant> grants) {
    String allowed = SudoersWords.user(user);
    return grants.stream()
        .flatMap(this::commands)
        .distinct()
        .map(command -> "%s ALL=(root) NOPASSWD: %s\n".formatted(allowed, command))
        .collect(Collectors.joining());
  }

  /** The command line by which a bundle is loaded, as it stands in a rule. */
  String load(Path bundle) {
    return words(
        tools
            .load()
            .command(
                new LoadTool.Arguments(List.of(), List.of(bundle), List.of(), List.of()),
                ANY_DEADLINE));
  }

  private Stream<String> commands(Grant grant) {
    List<BundleIdentifier> identifier = List.of(grant.identifier());
    Stream<String> byIdentifier =
        Stream.of(
                tools
                    .load()
                    .command(
                        new LoadTool.Arguments(identifier, List.of(), List.of(), List.of()),
                        ANY_DEADLINE),
                tools.unload().command(identifier, ANY_DEADLINE))
            .map(SudoersFragment::words);
    return Stream.concat(Stream.of(load(grant.bundle())), byIdentifier);
  }

  /** The path of the program is one of ours, and plain. */
  private static String words(CommandLine command) {
    List<String> argv = command.argv();
    return argv.get(0)
        + argv.stream()
            .skip(1)
            .map(word -> " " + SudoersWords.argument(word))
            .collect(Collectors.joining());
  }
}
