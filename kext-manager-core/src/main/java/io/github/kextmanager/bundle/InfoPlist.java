package io.github.kextmanager.bundle;

import io.github.kextmanager.bundle.UnreadableBundleException.Fault;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The property list of a bundle, turned into what a {@link KextBundle} says. */
record InfoPlist(Path bundle, RootedFiles files) {
  /** Where CFBundle looks for it, in this order (CoreFoundation, CFBundle_InfoPlist.c). */
  private static final List<String> PLACES =
      List.of(
          "Contents/Info.plist", "Resources/Info.plist", "Support Files/Info.plist", "Info.plist");

  private static final String LIBRARIES = "OSBundleLibraries";

  KextBundle toBundle() {
    PlistDict properties = read();
    required("CFBundlePackageType", properties);
    return new KextBundle(
        bundle,
        BundleIdentifier.reported(required("CFBundleIdentifier", properties)),
        new ReportedVersion(required("CFBundleVersion", properties)),
        text("OSBundleCompatibleVersion", properties).map(ReportedVersion::new),
        text("CFBundleExecutable", properties),
        text("OSBundleSharedExecutableIdentifier", properties).map(BundleIdentifier::reported),
        libraries(properties));
  }

  private PlistDict read() {
    Path file = files.here(place());
    try {
      PlistValue root = PlistReader.read(file);
      if (root instanceof PlistDict properties) {
        return properties;
      }
      throw bad("its property list is a %s, not a dictionary".formatted(root.kind()));
    } catch (UnreadablePlistException unreadable) {
      throw new UnreadableBundleException(
          bundle,
          Fault.BAD_PROPERTY_LIST,
          "\"%s\" cannot be read: %s".formatted(bundle, unreadable.getMessage()),
          unreadable);
    }
  }

  private Path place() {
    for (String place : PLACES) {
      try {
        Path real = files.real(bundle.resolve(place));
        if (Files.isRegularFile(files.here(real))) {
          return real;
        }
      } catch (NoSuchFileException missing) {
        // The next place may have one.
      } catch (IOException failure) {
        throw new UnreadableBundleException(
            bundle,
            Fault.NOT_READABLE,
            "\"%s\" cannot be looked into: %s.".formatted(bundle, failure.getMessage()),
            failure);
      }
    }
    throw bad("it has no Info.plist file");
  }

  private Libraries libraries(PlistDict properties) {
    Map<Architecture, Map<BundleIdentifier, ReportedVersion>> specific = new HashMap<>();
    for (Architecture architecture :
        List.of(Architecture.PPC, Architecture.I386, Architecture.X86_64, Architecture.ARM64)) {
      String key = LIBRARIES + "_" + architecture;
      properties.get(key).ifPresent(value -> specific.put(architecture, versions(key, value)));
    }
    return new Libraries(
        properties.get(LIBRARIES).map(value -> versions(LIBRARIES, value)).orElse(Map.of()),
        specific);
  }

  private Map<BundleIdentifier, ReportedVersion> versions(String key, PlistValue value) {
    if (!(value instanceof PlistDict libraries)) {
      throw bad("%s is a %s, not a dictionary".formatted(key, value.kind()));
    }
    Map<BundleIdentifier, ReportedVersion> versions = new HashMap<>();
    libraries
        .entries()
        .forEach(
            (identifier, version) -> {
              if (!(version instanceof PlistString text)) {
                throw bad(
                    "the version of %s in %s is a %s, not a string"
                        .formatted(identifier, key, version.kind()));
              }
              versions.put(
                  BundleIdentifier.reported(identifier), new ReportedVersion(text.value()));
            });
    return versions;
  }

  private String required(String key, PlistDict properties) {
    return text(key, properties)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> bad("its property list has no " + key));
  }

  private Optional<String> text(String key, PlistDict properties) {
    Optional<PlistValue> value = properties.get(key);
    if (value.isPresent() && !(value.get() instanceof PlistString)) {
      throw bad("%s is a %s, not a string".formatted(key, value.get().kind()));
    }
    return value.map(PlistString.class::cast).map(PlistString::value);
  }

  private UnreadableBundleException bad(String what) {
    return new UnreadableBundleException(
        bundle, Fault.BAD_PROPERTY_LIST, "\"%s\" is no kext: %s.".formatted(bundle, what));
  }
}
