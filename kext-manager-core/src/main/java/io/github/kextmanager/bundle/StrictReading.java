package io.github.kextmanager.bundle;

import io.github.kextmanager.bundle.UnreadableBundleException.Fault;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistValue;
import io.github.kextmanager.plist.UnreadablePlistException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a bundle that is to be given to a tool: it must say what it is, and nothing that decides
 * about it may be of the wrong kind. To macOS such a kext is invalid.
 */
final class StrictReading {
  private static final List<KextKey<String>> NECESSARY =
      List.of(KextKey.PACKAGE_TYPE, KextKey.IDENTIFIER, KextKey.VERSION);

  private static final Set<KextKey<?>> DECIDING =
      Set.of(
          KextKey.PACKAGE_TYPE,
          KextKey.IDENTIFIER,
          KextKey.VERSION,
          KextKey.COMPATIBLE_VERSION,
          KextKey.EXECUTABLE,
          KextKey.SHARED_EXECUTABLE,
          KextKey.LIBRARIES,
          KextKey.REQUIRED,
          KextKey.PERSONALITIES);

  private final Path bundle;
  private final RootedFiles files;

  /**
   * The reading of a bundle.
   *
   * @param bundle the path of the bundle, without links
   * @param files the files of the Mac
   */
  StrictReading(Path bundle, RootedFiles files) {
    this.bundle = bundle;
    this.files = files;
  }

  /**
   * Reads it as the kernel's own parser does, or else as everybody else does: kmutil is not known
   * to use that parser.
   *
   * @throws UnreadableBundleException if its property list cannot be read or is not that of a kext
   */
  KextBundle read() {
    InfoPlist plist = new InfoPlistFile(bundle, files).read();
    KextProperties properties = KextProperties.of(root(plist));
    new TreeMap<>(properties.all()).forEach(this::require);
    NECESSARY.forEach(key -> requireText(properties, key));
    return new KextBundle(
        bundle, bundle, bundle.toString(), plist.layout(), properties, refusal(plist));
  }

  /**
   * Reads its property list alone, whatever is in it.
   *
   * @throws UnreadableBundleException if it cannot be read or is no dictionary
   */
  PlistDict properties() {
    return root(new InfoPlistFile(bundle, files).read());
  }

  private PlistDict root(InfoPlist plist) {
    if (plist instanceof InfoPlist.Accepted accepted) {
      return accepted.root();
    }
    if (plist instanceof InfoPlist.Refused refused) {
      return asOthersDo(refused);
    }
    var unusable = (InfoPlist.Unusable) plist;
    if (unusable.failure().isPresent()) {
      throw UnreadableBundleException.unreachable(bundle, unusable.failure().get());
    }
    throw bad(unusable.explanation());
  }

  private static Optional<String> refusal(InfoPlist plist) {
    return plist instanceof InfoPlist.Refused refused
        ? Optional.of(refused.refusal().message() + ": " + refused.refusal().reason())
        : Optional.empty();
  }

  private PlistDict asOthersDo(InfoPlist.Refused refused) {
    PlistValue root;
    try {
      root = refused.ordinaryReading().get();
    } catch (UnreadablePlistException unreadable) {
      throw new UnreadableBundleException(
          bundle,
          Fault.BAD_PROPERTY_LIST,
          "The Info.plist of \"%s\" cannot be read. %s".formatted(bundle, unreadable.getMessage()),
          unreadable);
    }
    if (root instanceof PlistDict dictionary) {
      return dictionary;
    }
    throw bad("its Info.plist is of the kind %s, not a dictionary".formatted(root.kind()));
  }

  private void requireText(KextProperties properties, KextKey<String> key) {
    if (properties.get(key).asOptional().filter(text -> !text.isEmpty()).isEmpty()) {
      throw bad("its Info.plist has no " + key);
    }
  }

  private void require(String name, Property<?> property) {
    KextKey<?> key = KextProperties.keyOf(name);
    if (key == null || !DECIDING.contains(key)) {
      return;
    }
    if (property instanceof Property.Mistyped<?> mistyped) {
      String expected = key.type() == PropertyType.TEXT ? "string" : "dictionary";
      throw bad("%s is of the kind %s, not a %s".formatted(name, mistyped.kind(), expected));
    }
    if (key == KextKey.LIBRARIES
        && ((Property.Present<?>) property).value() instanceof Map<?, ?> libraries) {
      libraries.forEach((library, version) -> requireVersion(name, library, version));
    }
  }

  private void requireVersion(String key, Object library, Object version) {
    if (version instanceof Property.Mistyped<?> mistyped) {
      throw bad(
          "the version of %s in %s is of the kind %s, not a string"
              .formatted(library, key, mistyped.kind()));
    }
  }

  private UnreadableBundleException bad(String what) {
    return UnreadableBundleException.noKext(bundle, what);
  }
}
