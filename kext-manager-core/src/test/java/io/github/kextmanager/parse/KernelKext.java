package io.github.kextmanager.parse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What the pretended kernel of a conformance vector says of one kext, and the row it must become.
 */
record KernelKext(JsonObject info, JsonObject run) {
  private static final long NO_TAG = 0xffffffffL;

  /** NXArchInfo names by CPU type and subtype; the subtype is missing where any will do. */
  private static final Map<String, String> ARCHITECTURES =
      Map.of(
          "16777223/3", "x86_64",
          "16777223/8", "x86_64h",
          "16777223/51", "0x01000007/0x33",
          "16777223/", "x86_64",
          "16777228/0", "arm64",
          "18/0", "ppc",
          "7/3", "i386",
          "16962/23", "0x00004242/0x17");

  /** The row, with 0 for its line. */
  KextTableRow row() {
    return new KextTableRow(
        0,
        tag(info.get("OSBundleLoadTag")),
        tag(info.get("OSBundleRetainCount")),
        address(),
        size("OSBundleLoadSize"),
        size("OSBundleWiredSize"),
        architecture(),
        text("CFBundleIdentifier").orElse("????"),
        text("CFBundleVersion").orElse("????"),
        uuid(),
        linkedAgainst());
  }

  private static OptionalInt tag(JsonElement value) {
    return number(value)
        .filter(tag -> (tag.longValue() & NO_TAG) != NO_TAG)
        .map(tag -> OptionalInt.of(tag.intValue()))
        .orElse(OptionalInt.empty());
  }

  private Optional<String> address() {
    return text("OSBundleLoadAddress")
        .map(address -> Long.parseUnsignedLong(address.substring(2), 16))
        .filter(address -> address != -1)
        .map(address -> hexadecimal(isWide() ? address : address & 0xffffffffL));
  }

  private boolean isWide() {
    return run.get("kernelArchitecture").getAsString().contains("64");
  }

  private Optional<String> size(String key) {
    return number(info.get(key))
        .filter(size -> size.bitLength() < 32 || info.get(key).isJsonPrimitive())
        .map(size -> size.longValue() & 0xffffffffL)
        .filter(size -> size != 0xffffffffL)
        .map(KernelKext::hexadecimal);
  }

  private Optional<String> architecture() {
    boolean asked = run.get("argv").toString().matches(".*\"(-a|--arch)\".*");
    if (!asked || run.get("era").getAsString().matches("10\\.[69]")) {
      return Optional.empty();
    }
    return number(info.get("OSBundleCPUType"))
        .map(
            type ->
                type + "/" + number(info.get("OSBundleCPUSubtype")).map(String::valueOf).orElse(""))
        .map(ARCHITECTURES::get);
  }

  private Optional<UUID> uuid() {
    if (!run.get("era").getAsString().equals("10.11-10.15") || !info.has("OSBundleUUID")) {
      return Optional.empty();
    }
    JsonElement value = info.get("OSBundleUUID");
    String bytes =
        (value.isJsonObject() ? value.getAsJsonObject().get("$data") : value).getAsString();
    return Optional.of(
        UUID.fromString(bytes.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
  }

  private Optional<List<OptionalInt>> linkedAgainst() {
    return Optional.ofNullable(info.get("OSBundleDependencies"))
        .map(JsonElement::getAsJsonArray)
        .filter(tags -> !tags.isEmpty())
        .map(
            tags ->
                StreamSupport.stream(tags.spliterator(), false)
                    .map(KernelKext::tag)
                    .sorted(Comparator.comparingLong(KernelKext::sortKey).reversed())
                    .toList());
  }

  /** A tag that is not told is -1. */
  private static long sortKey(OptionalInt tag) {
    return tag.orElse(-1);
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(info.get(key)).map(JsonElement::getAsString);
  }

  private static Optional<BigInteger> number(JsonElement value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value.isJsonObject()) {
      String digits = value.getAsJsonObject().get("$integer").getAsString();
      return Optional.of(new BigInteger(digits.substring(2), 16));
    }
    return value.getAsJsonPrimitive().isNumber()
        ? Optional.of(value.getAsBigInteger())
        : Optional.empty();
  }

  private static String hexadecimal(long value) {
    return value == 0 ? "0" : "0x" + Long.toHexString(value);
  }
}
