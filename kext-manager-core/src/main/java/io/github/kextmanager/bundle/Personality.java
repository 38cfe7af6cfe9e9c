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
}
