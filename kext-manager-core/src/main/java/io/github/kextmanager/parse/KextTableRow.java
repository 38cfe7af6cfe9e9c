package io.github.kextmanager.parse;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One row of a table, its fields as they were printed.
 *
 * <p>The tools print {@code ??} and {@code ????} for what the kernel did not tell; here such a
 * field is empty. So is one that somebody cut off or shortened: nothing is made up.
 *
 * @param line the number of the physical line on which the row begins, counted from 1
 * @param index the load tag; kextstat prints one above 2^31 as a negative number
 * @param references how many others refer to the kext
 * @param address where it is loaded, such as {@code 0xffffff7f80a42000} or {@code 0}
 * @param size its size, such as {@code 0x9c80} or {@code 0}
 * @param wired how much of it is wired, likewise
 * @param architecture its architecture, which is printed on request only
 * @param identifier its bundle identifier, perhaps empty; {@code ????} if it had none
 * @param version its version, perhaps empty; {@code ????} if it had none
 * @param uuid its UUID; empty also for the words {@code no UUID}
 * @param linkedAgainst the load tags in angle brackets, in the order printed, empty elements for
 *     {@code ??}. The whole is empty where there were no brackets, and where the closing one is
 *     missing, for then nobody knows what else is
 */
public record KextTableRow(
    int line,
    OptionalInt index,
    OptionalInt references,
    Optional<String> address,
    Optional<String> size,
    Optional<String> wired,
    Optional<String> architecture,
    String identifier,
    String version,
    Optional<UUID> uuid,
    Optional<List<OptionalInt>> linkedAgainst) {

  /** Takes an unmodifiable copy of the list. */
  public KextTableRow {
    linkedAgainst = linkedAgainst.map(List::copyOf);
  }

  /**
   * The kext of this row.
   *
   * @return the kext, its numbers read and unsigned where the kernel's are
   */
  public LoadedKext toLoadedKext() {
    return new LoadedKext(
        tag(index),
        references,
        number(address),
        number(size),
        number(wired),
        architecture.map(Architecture::new),
        BundleIdentifier.reported(identifier),
        new ReportedVersion(version),
        uuid,
        linkedAgainst.map(tags -> tags.stream().map(KextTableRow::tag).toList()));
  }

  private static Optional<LoadTag> tag(OptionalInt index) {
    return index.isPresent() ? Optional.of(new LoadTag(index.getAsInt())) : Optional.empty();
  }

  private static OptionalLong number(Optional<String> printed) {
    return printed.isPresent()
        ? OptionalLong.of(PrintedAddress.value(printed.get()))
        : OptionalLong.empty();
  }
}
