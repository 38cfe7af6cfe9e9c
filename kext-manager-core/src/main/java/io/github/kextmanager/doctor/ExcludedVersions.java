package io.github.kextmanager.doctor;

import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.model.VersionGrammar;
import java.util.Optional;

/**
 * The versions that an entry of Apple's exclude list names, as OSKextIsInExcludeList reads them
 * (IOKitUser, OSKext.c): items with commas between them; {@code LT} or {@code LE} before the first
 * one; ranges with {@code thru}.
 *
 * @param expression the text of the entry
 * @param grammar how the release reads versions
 */
record ExcludedVersions(String expression, VersionGrammar grammar) {
  private static final String RANGE = "thru";

  boolean contain(PackedVersion version) {
    String text = expression.replaceAll("\\s", "");
    boolean below = text.startsWith("LT");
    boolean upTo = text.startsWith("LE");
    String[] items = (below || upTo ? text.substring(2) : text).split(",", -1);
    for (int i = 0; i < items.length; i++) {
      boolean covers =
          (i == 0 && (below || upTo))
              ? isUpTo(items[i], version, below ? 0 : 1)
              : isItem(items[i], version);
      if (covers) {
        return true;
      }
    }
    return false;
  }

  private boolean isItem(String item, PackedVersion version) {
    int range = item.indexOf(RANGE);
    String first = range < 0 ? item : item.substring(0, range);
    String last = range < 0 ? item : item.substring(range + RANGE.length());
    return isUpTo(last, version, 1)
        && packed(first).filter(start -> start <= version.value()).isPresent();
  }

  private boolean isUpTo(String limit, PackedVersion version, int more) {
    return packed(limit).filter(end -> version.value() < end + more).isPresent();
  }

  private Optional<Long> packed(String text) {
    return grammar.fromPropertyList(text).map(each -> grammar.pack(each).value());
  }
}
