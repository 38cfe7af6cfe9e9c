package io.github.kextmanager.doctor;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.tool.LoadTool;
import io.github.kextmanager.tool.Toolset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The least that a user must be allowed by sudo, so that this library can load and unload certain
 * kexts for that user without a password: exactly those command lines, with all their arguments,
 * for one release (sudoers(5)).
 *
 * <p>Whoever may write to the bundle of such a kext can run any code in the kernel, and becomes
 * root by that: the bundles must belong to root.
 */
public final class SudoersFragment {
  /** What can stand in a rule without being taken for anything else: no wildcard, no escape. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/-]+");

  private static final Pattern USER = Pattern.compile("%?[a-z_][a-z0-9_-]{0,31}");
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
   * @param user the user, or with {@code %} before it a group
   * @param grants the kexts; each can be loaded and unloaded by itself
   * @return the text, to be checked with {@code visudo -c} before it is put there
   * @throws IllegalArgumentException if a name cannot stand in a rule, where it might mean more
   *     than itself
   */
  public String text(String user, List<Grant> grants) {
    if (!USER.matcher(user).matches()) {
      throw new IllegalArgumentException(
          "A user of a sudoers rule is a name of lower-case letters, digits, - and _, with % before"
              + " a group, not \"%s\".".formatted(user));
    }
    return grants.stream()
        .flatMap(this::commands)
        .distinct()
        .map(command -> "%s ALL=(root) NOPASSWD: %s\n".formatted(user, command))
        .collect(Collectors.joining());
  }

  private Stream<String> commands(Grant grant) {
    List<BundleIdentifier> identifier = List.of(grant.identifier());
    return Stream.of(
            tools
                .load()
                .command(
                    new LoadTool.Arguments(
                        List.of(), List.of(grant.bundle()), List.of(), List.of()),
                    ANY_DEADLINE),
            tools
                .load()
                .command(
                    new LoadTool.Arguments(identifier, List.of(), List.of(), List.of()),
                    ANY_DEADLINE),
            tools.unload().command(identifier, ANY_DEADLINE))
        .map(SudoersFragment::words);
  }

  private static String words(CommandLine command) {
    for (String word : command.argv()) {
      if (!PLAIN.matcher(word).matches()) {
        throw new IllegalArgumentException(
            ("A rule of sudo names paths of letters, digits, dots, dashes, slashes and underscores"
                    + " alone, since other characters have a meaning there: \"%s\".")
                .formatted(word));
      }
    }
    return String.join(" ", command.argv());
  }
}
