package io.github.kextmanager.bundle;

import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistValue;
import java.math.BigInteger;

/**
 * What decides whether a personality is right: the keys that Apple's library looks at. Drivers put
 * much else into a personality; {@link KextBundleReader#infoPlist} reads all of it.
 *
 * @param ioClass {@code IOClass}: the class that drives
 * @param providerClass {@code IOProviderClass}: the class of what is driven
 * @param identifier {@code CFBundleIdentifier}: the kext with the class; by itself the kext that
 *     the personality stands in
 * @param kernelIdentifier {@code CFBundleIdentifierKernel}: for a driver extension, the kext that
 *     is loaded into the kernel
 * @param matchCategory {@code IOMatchCategory}
 * @param debug {@code IOKitDebug}
 * @param probeScore {@code IOProbeScore}
 */
public record Personality(
    Property<String> ioClass,
    Property<String> providerClass,
    Property<String> identifier,
    Property<String> kernelIdentifier,
    Property<String> matchCategory,
    Property<BigInteger> debug,
    Property<BigInteger> probeScore) {
  private static final Property<BigInteger> NO_DEBUGGING = new Property.Present<>(BigInteger.ZERO);

  static Property<Personality> read(PlistValue value) {
    if (!(value instanceof PlistDict dict)) {
      return new Property.Mistyped<>(value.kind(), "");
    }
    return new Property.Present<>(
        new Personality(
            property(dict, "IOClass", PropertyType.TEXT),
            property(dict, "IOProviderClass", PropertyType.TEXT),
            property(dict, "CFBundleIdentifier", PropertyType.TEXT),
            property(dict, "CFBundleIdentifierKernel", PropertyType.TEXT),
            property(dict, "IOMatchCategory", PropertyType.TEXT),
            property(dict, "IOKitDebug", PropertyType.NUMBER),
            property(dict, "IOProbeScore", PropertyType.NUMBER)));
  }

  private static <T> Property<T> property(PlistDict dict, String key, PropertyType<T> type) {
    return dict.get(key).map(type::read).orElseGet(Property::absent);
  }

  /**
   * Whether nobody has anything to say about it: it names its own kext, and all that is looked at
   * is as it should be.
   *
   * @param identifier the identifier of its kext
   * @param isDriver whether that is a driver extension
   */
  boolean isOrdinary(Property<String> identifier, boolean isDriver) {
    return isText(ioClass)
        && isText(providerClass)
        && isText(this.identifier)
        && this.identifier.equals(identifier)
        && (!isDriver || isText(kernelIdentifier))
        && (debug.isAbsent() || debug.equals(NO_DEBUGGING))
        && !(probeScore instanceof Property.Mistyped<?>)
        && (matchCategory.isAbsent() || matchCategory.equals(ioClass));
  }

  /** Whether it asks for debugging. */
  boolean isDebugged() {
    return debug instanceof Property.Present<BigInteger> flags && flags.value().signum() != 0;
  }

  private static boolean isText(Property<String> property) {
    return property instanceof Property.Present<String> text && !text.value().isEmpty();
  }
}
