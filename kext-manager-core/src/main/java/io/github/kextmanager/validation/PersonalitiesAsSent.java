package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.plist.DictionaryOrder;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The personalities of kexts as they are sent to the I/O Kit (IOKitUser, OSKext.c,
 * OSKextCopyPersonalitiesArray).
 *
 * <p>Immutable and thread-safe.
 */
public final class PersonalitiesAsSent {
  private static final String IDENTIFIER = "CFBundleIdentifier";
  private static final String PUBLISHER = "IOPersonalityPublisher";

  private final KextBundleReader reader;
  private final TargetMac target;

  /**
   * The personalities of the kexts of a Mac.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   * @param target the Mac
   */
  public PersonalitiesAsSent(Path root, TargetMac target) {
    this.reader = new KextBundleReader(root);
    this.target = target;
  }

  /**
   * The personalities of a kext. Its Info.plist is read again.
   *
   * @param bundle the kext
   * @return each of them: with the identifier of the kext if it has none, and with the kext as its
   *     publisher if it names another
   * @throws io.github.kextmanager.bundle.UnreadableBundleException if it can no longer be read
   */
  public List<PlistDict> of(KextBundle bundle) {
    String identifier = bundle.identifier().value();
    PlistDict root = reader.infoPlist(bundle);
    String key = "IOKitPersonalities";
    return root
        .get(key + "_" + target.architecture().generic())
        .or(() -> root.get(key))
        .filter(PlistDict.class::isInstance)
        .map(PlistDict.class::cast)
        .map(PersonalitiesAsSent::personalities)
        .orElse(List.of())
        .stream()
        .map(personality -> sent(personality, identifier))
        .toList();
  }

  private static List<PlistDict> personalities(PlistDict named) {
    return DictionaryOrder.ofWhole(named.entries().keySet()).stream()
        .flatMap(name -> named.get(name, PlistDict.class).stream())
        .toList();
  }

  private static PlistDict sent(PlistDict personality, String identifier) {
    Map<String, PlistValue> entries = new LinkedHashMap<>(personality.entries());
    PlistValue named = entries.putIfAbsent(IDENTIFIER, new PlistString(identifier));
    if (named != null && !named.equals(new PlistString(identifier))) {
      entries.put(PUBLISHER, new PlistString(identifier));
    }
    return new PlistDict(entries);
  }
}
