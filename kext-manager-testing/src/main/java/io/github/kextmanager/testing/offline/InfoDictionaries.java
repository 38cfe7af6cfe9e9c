package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.macho.Cpu;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.validation.PersonalitiesAsSent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The property lists of kexts, each read once. */
final class InfoDictionaries {
  private final KextBundleReader reader;
  private final PersonalitiesAsSent personalities;
  private final String family;
  private final Map<KextBundle, PlistDict> read = new HashMap<>();

  InfoDictionaries(Path root, TargetMac mac) {
    this.reader = new KextBundleReader(root);
    this.personalities = new PersonalitiesAsSent(root, mac);
    this.family =
        Cpu.named(mac.architecture().name())
            .map(cpu -> new CpuType(cpu.type(), OptionalInt.empty()).columnText())
            .orElse(mac.architecture().name());
  }

  /**
   * What stands under a key at the top: of one that begins with {@code OS} or {@code IO}, that for
   * the architecture first (IOKitUser, OSKext.c, OSKextGetValueForInfoDictionaryKey).
   */
  Optional<PlistValue> value(RepositoryKext kext, String key) {
    PlistDict dictionary = of(kext.bundle());
    boolean canBeForArchitecture = key.startsWith("OS") || key.startsWith("IO");
    return canBeForArchitecture
        ? dictionary.get(key + "_" + family).or(() -> dictionary.get(key))
        : dictionary.get(key);
  }

  /** Its personalities, each with the identifier that it is sent with. */
  List<PlistDict> personalities(RepositoryKext kext) {
    try {
      return personalities.of(kext.bundle());
    } catch (UnreadableBundleException itIsGone) {
      return List.of();
    }
  }

  private PlistDict of(KextBundle bundle) {
    return read.computeIfAbsent(bundle, this::readOnce);
  }

  private PlistDict readOnce(KextBundle bundle) {
    try {
      return reader.infoPlist(bundle);
    } catch (UnreadableBundleException itIsGone) {
      return new PlistDict(Map.of());
    }
  }
}
