package io.github.kextmanager.bundle;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * The property list of a bundle, turned into what a {@link KextBundle} says. A value of the wrong
 * kind under a key that is looked at makes the bundle unreadable: to macOS such a kext is invalid.
 *
 * @param bundle the path of the bundle
 * @param properties the root of its property list
 * @param kernelRefusal why the kernel's parser refuses it, if it does
 */
record InfoPlist(Path bundle, PlistDict properties, Optional<String> kernelRefusal) {
  /** The names that a key can end in: never {@code x86_64h} or {@code arm64e}. */
  private static final List<Architecture> ARCHITECTURES =
      List.of(
          Architecture.PPC,
          Architecture.I386,
          Architecture.X86_64,
          new Architecture("arm"),
          Architecture.ARM64);

  KextBundle toBundle() {
    required("CFBundlePackageType");
    return new KextBundle(
        bundle,
        BundleIdentifier.reported(required("CFBundleIdentifier")),
        new ReportedVersion(required("CFBundleVersion")),
        perArchitecture(
            "OSBundleCompatibleVersion", (key, value) -> new ReportedVersion(text(key, value))),
        optional("CFBundleExecutable"),
        perArchitecture(
            "OSBundleSharedExecutableIdentifier",
            (key, value) -> BundleIdentifier.reported(text(key, value))),
        perArchitecture("OSBundleLibraries", this::libraries),
        perArchitecture("OSBundleRequired", (key, value) -> new BootRequirement(text(key, value))),
        perArchitecture("IOKitPersonalities", this::personalities),
        kernelRefusal);
  }

  private <T> PerArchitecture<T> perArchitecture(
      String key, BiFunction<String, PlistValue, T> reading) {
    Map<Architecture, T> specific = new HashMap<>();
    for (Architecture architecture : ARCHITECTURES) {
      String itsKey = key + "_" + architecture;
      properties
          .get(itsKey)
          .ifPresent(value -> specific.put(architecture, reading.apply(itsKey, value)));
    }
    return new PerArchitecture<>(
        properties.get(key).map(value -> reading.apply(key, value)), specific);
  }

  private Map<BundleIdentifier, ReportedVersion> libraries(String key, PlistValue value) {
    Map<BundleIdentifier, ReportedVersion> versions = new TreeMap<>();
    dictionary(key, value)
        .entries()
        .forEach(
            (identifier, version) -> {
              if (!(version instanceof PlistString text)) {
                throw bad(
                    "the version of %s in %s is of the kind %s, not a string"
                        .formatted(identifier, key, version.kind()));
              }
              versions.put(
                  BundleIdentifier.reported(identifier), new ReportedVersion(text.value()));
            });
    return Collections.unmodifiableMap(versions);
  }

  private Set<String> personalities(String key, PlistValue value) {
    return Collections.unmodifiableSet(new TreeSet<>(dictionary(key, value).entries().keySet()));
  }

  private String required(String key) {
    return optional(key)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> bad("its Info.plist has no " + key));
  }

  private Optional<String> optional(String key) {
    return properties.get(key).map(value -> text(key, value));
  }

  private String text(String key, PlistValue value) {
    if (value instanceof PlistString text) {
      return text.value();
    }
    throw bad("%s is of the kind %s, not a string".formatted(key, value.kind()));
  }

  private PlistDict dictionary(String key, PlistValue value) {
    if (value instanceof PlistDict dictionary) {
      return dictionary;
    }
    throw bad("%s is of the kind %s, not a dictionary".formatted(key, value.kind()));
  }

  private UnreadableBundleException bad(String what) {
    return UnreadableBundleException.noKext(bundle, what);
  }
}
