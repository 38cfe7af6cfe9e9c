package io.github.kextmanager.verdict;

import io.github.kextmanager.model.BundleIdentifier;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kext that a remedy is for, as far as it is known.
 *
 * @param path where its bundle lies, absolute
 * @param identifier its identifier
 */
public record NamedKext(Optional<String> path, Optional<BundleIdentifier> identifier) {
  /** No kext is known. */
  public static final NamedKext UNKNOWN = new NamedKext(Optional.empty(), Optional.empty());

  private static final String FOLDER = "/Library/Extensions/";
  private static final String INSTALLED = FOLDER + "NAME.kext";
  private static final Pattern BY_PATH = Pattern.compile(Pattern.quote(INSTALLED) + "|KEXT");
  private static final String STAGED = "/private/var/db/KernelExtensionManagement/";
  private static final String STAGED_BEFORE_11 = "/Library/StagedExtensions/";

  /**
   * The kext that a verdict is about: the one to blame, or else the first that is named.
   *
   * @param verdict the verdict
   * @return the kext; a copy that macOS has staged is no path
   */
  public static NamedKext of(Verdict verdict) {
    Optional<String> path =
        verdict.culprit().isPresent()
            ? Optional.empty()
            : verdict.paths().stream().filter(NamedKext::isBundleOfOthers).findFirst();
    return new NamedKext(
        path, verdict.culprit().or(() -> verdict.identifiers().stream().findFirst()));
  }

  private static boolean isBundleOfOthers(String path) {
    return path.startsWith("/")
        && path.endsWith(".kext")
        && !path.startsWith(STAGED)
        && !path.startsWith(STAGED_BEFORE_11)
        && path.chars().noneMatch(Character::isISOControl);
  }

  /**
   * Puts it into a command, so that a shell takes each name for one word.
   *
   * @param command a command with {@code KEXT} for the path of the bundle, {@code NAME} for its
   *     name below /Library/Extensions, or {@code ID} for the identifier
   * @return the command; what is not known is left as it was
   */
  public String putInto(String command) {
    String byPath = path.map(known -> putInto(command, known)).orElse(command);
    return identifier
        .map(BundleIdentifier::value)
        .filter(value -> value.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
        .map(value -> byPath.replaceFirst(" -b ID$", " -b " + value))
        .orElse(byPath);
  }

  /** All at once: a path may itself have KEXT in it. */
  private static String putInto(String command, String path) {
    return BY_PATH
        .matcher(command)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    quoted(found.group().equals(INSTALLED) ? installed(path) : path)));
  }

  private static String installed(String path) {
    String bundle = path.replaceFirst("/+$", "");
    return FOLDER + bundle.substring(bundle.lastIndexOf('/') + 1);
  }

  /** Text from a paste is nobody's command: a shell must see nothing in it. */
  private static String quoted(String path) {
    boolean plain = path.matches("[A-Za-z0-9/._+-]+");
    return plain ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
