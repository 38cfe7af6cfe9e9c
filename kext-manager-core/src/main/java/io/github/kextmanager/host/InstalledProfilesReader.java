package io.github.kextmanager.host;

import io.github.kextmanager.host.InstalledProfiles.Installed;
import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code profiles -C -o stdout-xml} prints: a dictionary that has the profiles under
 * {@code _computerlevel}, each with its payloads under {@code ProfileItems}, each of which has what
 * it sets under {@code PayloadContent} (as in the tests of fleet's {@code orbit/pkg/profiles}, and
 * as Chef, Sal, osquery and munkireport read it). Profiles for finding faults may print lines of
 * their own around it (puppetlabs' and others' facts strip them).
 */
final class InstalledProfilesReader {
  private static final String NONE = "There are no configuration profiles installed";
  private static final String START = "<?xml";
  private static final String END = "</plist>";
  private static final String MDM = "com.apple.mdm";

  private InstalledProfilesReader() {}

  /**
   * The profiles.
   *
   * @throws UnreadableProfileException if it is no such list
   */
  static InstalledProfiles read(String printed) {
    int start = printed.indexOf(START);
    int end = printed.lastIndexOf(END);
    if (start < 0 && printed.strip().startsWith(NONE)) {
      return new InstalledProfiles(0, Setting.DISABLED, List.of(), List.of());
    }
    if (start < 0 || end < start) {
      throw new UnreadableProfileException("There is no whole property list in it.");
    }
    if (!(plist(printed.substring(start, end + END.length())) instanceof PlistDict all)) {
      throw new UnreadableProfileException("It is no dictionary.");
    }
    return profiles(list(all, "_computerlevel"));
  }

  private static PlistValue plist(String text) {
    try {
      return PlistReader.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadablePlistException unreadable) {
      throw new UnreadableProfileException(unreadable);
    }
  }

  private static InstalledProfiles profiles(List<PlistDict> profiles) {
    List<Installed> kexts = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    boolean isManaged = false;
    for (PlistDict profile : profiles) {
      for (PlistDict item : list(profile, "ProfileItems")) {
        String type = text(item, "PayloadType");
        isManaged |= type.equals(MDM);
        if (type.equals(KextProfile.PAYLOAD_TYPE)) {
          read(text(profile, "ProfileIdentifier"), item, kexts, unreadable);
        }
      }
    }
    return new InstalledProfiles(
        profiles.size(), isManaged ? Setting.ENABLED : Setting.DISABLED, kexts, unreadable);
  }

  private static void read(
      String profile, PlistDict item, List<Installed> kexts, List<String> unreadable) {
    try {
      PlistDict content =
          item.get("PayloadContent", PlistDict.class)
              .orElseThrow(() -> new UnreadableProfileException("It has no PayloadContent."));
      kexts.add(
          new Installed(profile, text(item, "PayloadUUID"), KextProfileReader.payload(content)));
    } catch (UnreadableProfileException bad) {
      unreadable.add(
          "The payload about kexts of profile %s: %s".formatted(profile, bad.getMessage()));
    }
  }

  private static List<PlistDict> list(PlistDict from, String key) {
    PlistValue value = from.get(key).orElse(new PlistArray(List.of()));
    if (!(value instanceof PlistArray array)
        || !array.values().stream().allMatch(PlistDict.class::isInstance)) {
      throw new UnreadableProfileException("%s is no list of dictionaries.".formatted(key));
    }
    return array.values().stream().map(PlistDict.class::cast).toList();
  }

  private static String text(PlistDict from, String key) {
    return from.get(key, PlistString.class).map(PlistString::value).orElse("");
  }
}
