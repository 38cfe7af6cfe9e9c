package io.github.kextmanager.testing.policy;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.VersionNumber;
import io.github.kextmanager.testing.kernel.Releases;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kexts that Apple lets nobody load, from 10.9 on ({@code OSKextExcludeList} of the kext {@code
 * com.apple.driver.KextExcludeList}; IOKitUser, OSKext.c: {@code OSKextIsInExcludeList}).
 *
 * @param versions which versions, by bundle identifier
 */
public record ExcludeList(Map<String, String> versions) {
  /** The kext that holds it. */
  public static final String IDENTIFIER = "com.apple.driver.KextExcludeList";

  /** Where the list is in its property list. */
  public static final String KEY = "OSKextExcludeList";

  /** Nothing is excluded. */
  public static final ExcludeList EMPTY = new ExcludeList(Map.of());

  private static final String LESS_THAN = "LT";
  private static final String AT_MOST = "LE";
  private static final String RANGE = "thru";

  /** Takes an unmodifiable copy of the map, in the order of the names. */
  public ExcludeList {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /**
   * The list of a bundle.
   *
   * @param holder the kext that holds it; any other holds nothing
   * @return its entries that are texts
   */
  public static ExcludeList of(KextOnDisk holder) {
    Map<String, String> entries = new TreeMap<>();
    if (holder.identifier().equals(IDENTIFIER)) {
      holder
          .info()
          .dictionary(KEY)
          .ifPresent(
              all ->
                  all.forEach(
                      (identifier, text) -> {
                        if (text instanceof String versions) {
                          entries.put(identifier, versions);
                        }
                      }));
    }
    return new ExcludeList(entries);
  }

  /**
   * Whether a version of a kext is excluded.
   *
   * @param identifier its bundle identifier
   * @param version its version
   * @param release the release whose rules count
   * @return true from 10.9 on, if its entry covers the version
   */
  public boolean excludes(String identifier, String version, MacOsVersion release) {
    String expression = versions.get(identifier);
    Optional<VersionNumber> wanted = VersionNumber.ofProperty(version, release);
    return expression != null
        && wanted.isPresent()
        && release.isAtLeast(Releases.MAVERICKS)
        && covers(expression.replaceAll("\\s", ""), wanted.get(), release);
  }

  /** {@code LT} and {@code LE} are understood only before everything else. */
  private static boolean covers(String expression, VersionNumber version, MacOsVersion release) {
    boolean less = expression.startsWith(LESS_THAN);
    String rest = less || expression.startsWith(AT_MOST) ? expression.substring(2) : expression;
    boolean first = rest.length() < expression.length();
    for (String item : rest.split(",", -1)) {
      if (first ? isUpTo(item, version, less ? 0 : 1, release) : isItem(item, version, release)) {
        return true;
      }
      first = false;
    }
    return false;
  }

  /** Whether the version is less than {@code limit} plus {@code more}, in the smallest steps. */
  private static boolean isUpTo(
      String limit, VersionNumber version, int more, MacOsVersion release) {
    return VersionNumber.ofProperty(limit, release)
        .filter(end -> version.value() < end.value() + more)
        .isPresent();
  }

  private static boolean isItem(String item, VersionNumber version, MacOsVersion release) {
    int range = item.indexOf(RANGE);
    String from = range < 0 ? item : item.substring(0, range);
    String to = range < 0 ? item : item.substring(range + RANGE.length());
    return isUpTo(to, version, 1, release)
        && VersionNumber.ofProperty(from, release)
            .filter(start -> start.compareTo(version) <= 0)
            .isPresent();
  }
}
