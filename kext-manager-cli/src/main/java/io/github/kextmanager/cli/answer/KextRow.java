package io.github.kextmanager.cli.answer;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.parse.KextTableRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A row of a table of loaded kexts, as the tools print it.
 *
 * @param index the load tag
 * @param references how many others refer to it
 * @param address where it is loaded, as text
 * @param size its size, as text
 * @param wired how much of it is wired, as text
 * @param architecture its architecture
 * @param identifier its identifier
 * @param version its version
 * @param uuid its UUID, in capitals
 * @param linkedAgainst the load tags in its angle brackets
 */
public record KextRow(
    OptionalInt index,
    OptionalInt references,
    Optional<String> address,
    Optional<String> size,
    Optional<String> wired,
    Optional<String> architecture,
    String identifier,
    String version,
    Optional<String> uuid,
    Optional<List<OptionalInt>> linkedAgainst) {

  /** The row of a kext. */
  public static KextRow of(LoadedKext kext) {
    return new KextRow(
        tag(kext.tag()),
        kext.references(),
        number(kext.address()),
        number(kext.sizeBytes()),
        number(kext.wiredBytes()),
        kext.architecture().map(Architecture::name),
        kext.identifier().value(),
        kext.version().text(),
        kext.uuid().map(uuid -> uuid.toString().toUpperCase(Locale.ROOT)),
        kext.linkedAgainst().map(tags -> tags.stream().map(KextRow::tag).toList()));
  }

  /** The row that was read from a text. */
  public static KextRow of(KextTableRow row) {
    return new KextRow(
        row.index(),
        row.references(),
        row.address(),
        row.size(),
        row.wired(),
        row.architecture(),
        row.identifier(),
        row.version(),
        row.uuid().map(uuid -> uuid.toString().toUpperCase(Locale.ROOT)),
        row.linkedAgainst());
  }

  /** Its members of a JSON object. */
  public void writeTo(Json json) {
    json.number("index", index)
        .number("references", references)
        .text("address", address)
        .text("size", size)
        .text("wired", wired)
        .text("architecture", architecture)
        .text("identifier", identifier)
        .text("version", version)
        .text("uuid", uuid)
        .numbers("linkedAgainst", linkedAgainst);
  }

  private static OptionalInt tag(Optional<LoadTag> tag) {
    return tag.isPresent() ? OptionalInt.of(tag.get().value()) : OptionalInt.empty();
  }

  /** As {@code printf} does by {@code %#llx}. */
  private static Optional<String> number(OptionalLong number) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    long value = number.getAsLong();
    return Optional.of(value == 0 ? "0" : "0x" + Long.toHexString(value));
  }
}
