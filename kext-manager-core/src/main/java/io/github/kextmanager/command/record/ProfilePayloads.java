package io.github.kextmanager.command.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What installed profiles set, in the property list that {@code profiles -o stdout-xml} prints:
 * passwords of networks and secrets of any kind may stand there under any name. Kept is what is
 * about kexts; of other payloads their type and identity are left.
 */
final class ProfilePayloads {
  private static final String ITEMS = "<key>ProfileItems</key>";
  private static final String KEPT = "com.apple.syspolicy.kernel-extension-policy";
  private static final String NOTHING = "<dict/>";

  private static final Pattern CONTENT = Pattern.compile("<key>PayloadContent</key>\\s*(?=<)");
  private static final Pattern TAG = Pattern.compile("<(/?)(?:dict|array)(/?)>");
  private static final Pattern TYPE =
      Pattern.compile("<key>PayloadType</key>\\s*<string>([^<]*)</string>");

  private ProfilePayloads() {}

  /** The text with nothing in the place of each content that is not about kexts. */
  static String withoutOthers(String text) {
    if (!text.contains(ITEMS)) {
      return text;
    }
    var kept = new StringBuilder();
    Matcher content = CONTENT.matcher(text);
    int at = 0;
    while (content.find(at)) {
      int end = end(text, content.end());
      kept.append(text, at, content.end());
      kept.append(isAboutKexts(text, end) ? text.substring(content.end(), end) : NOTHING);
      at = end;
    }
    return kept.append(text, at, text.length()).toString();
  }

  /** Where the value ends that begins there; where all ends if its end is missing. */
  private static int end(String text, int start) {
    Matcher tag = TAG.matcher(text);
    int depth = 0;
    int at = start;
    while (tag.find(at)) {
      depth += change(tag);
      at = tag.end();
      if (depth <= 0) {
        return at;
      }
    }
    return text.length();
  }

  private static int change(Matcher tag) {
    if (!tag.group(2).isEmpty()) {
      return 0;
    }
    return tag.group(1).isEmpty() ? 1 : -1;
  }

  /** The type stands behind the content: the keys are in the order of their names. */
  private static boolean isAboutKexts(String text, int end) {
    Matcher type = TYPE.matcher(text);
    return type.find(end) && type.group(1).equals(KEPT);
  }
}
