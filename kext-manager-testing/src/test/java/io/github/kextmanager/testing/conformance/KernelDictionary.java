package io.github.kextmanager.testing.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.kernel.KextInfo;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What a kernel of the vectors tells of one kext, as a tool reads it with {@code CFNumberGetValue}:
 * a value of another type counts as missing, and so does a 64-bit number that does not fit 32 bits.
 */
final class KernelDictionary {
  private KernelDictionary() {}

  static KextInfo info(JsonObject info) {
    return new KextInfo(
        text(info, "CFBundleIdentifier"),
        text(info, "CFBundleVersion"),
        number(info.get("OSBundleLoadTag")),
        number(info.get("OSBundleRetainCount")),
        address(info),
        number(info.get("OSBundleLoadSize")),
        number(info.get("OSBundleWiredSize")),
        architecture(info),
        uuid(info),
        dependencies(info),
        Optional.ofNullable(info.get("OSKernelResource"))
            .map(JsonElement::getAsBoolean)
            .orElse(false));
  }

  private static Optional<String> text(JsonObject info, String key) {
    return Optional.ofNullable(info.get(key))
        .filter(value -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
        .map(JsonElement::getAsString);
  }

  private static OptionalInt number(JsonElement value) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value.isJsonObject()) {
      var wide =
          new BigInteger(value.getAsJsonObject().get("$integer").getAsString().substring(2), 16);
      return wide.bitLength() < 32 ? OptionalInt.of(wide.intValue()) : OptionalInt.empty();
    }
    return value.getAsJsonPrimitive().isNumber()
        ? OptionalInt.of(value.getAsBigInteger().intValue())
        : OptionalInt.empty();
  }

  private static OptionalLong address(JsonObject info) {
    return text(info, "OSBundleLoadAddress")
        .map(hex -> OptionalLong.of(Long.parseUnsignedLong(hex.substring(2), 16)))
        .orElse(OptionalLong.empty());
  }

  private static Optional<String> architecture(JsonObject info) {
    OptionalInt type = number(info.get("OSBundleCPUType"));
    return type.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CpuType(type.getAsInt(), number(info.get("OSBundleCPUSubtype"))).columnText());
  }

  private static Optional<UUID> uuid(JsonObject info) {
    return Optional.ofNullable(info.get("OSBundleUUID"))
        .map(value -> value.isJsonObject() ? value.getAsJsonObject().get("$data") : value)
        .map(
            hex ->
                UUID.fromString(
                    hex.getAsString()
                        .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
  }

  private static List<OptionalInt> dependencies(JsonObject info) {
    return Optional.ofNullable(info.get("OSBundleDependencies"))
        .filter(JsonElement::isJsonArray)
        .map(
            tags ->
                StreamSupport.stream(tags.getAsJsonArray().spliterator(), false)
                    .map(KernelDictionary::number)
                    .toList())
        .orElse(List.of());
  }
}
