package io.github.kextmanager.doctor;

import io.github.kextmanager.model.ReportedVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The versions of one kext: on the disk, in macOS's own protected copies, in the collection, and
 * loaded.
 *
 * @param copies every one that is known
 * @param notKnown the places that could not be looked into
 * @param stale those that are out of date
 */
public record KextVersions(List<Copy> copies, List<Unseen> notKnown, List<Stale> stale) {
  /** Takes unmodifiable copies of the lists. */
  public KextVersions {
    copies = List.copyOf(copies);
    notKnown = List.copyOf(notKnown);
    stale = List.copyOf(stale);
  }

  /** Where a kext can be. */
  public enum Place {
    /** In the folders for extensions, or where it was named. */
    ON_DISK,
    /** In macOS's own protected copies. */
    STAGED,
    /** In the collection with which the kernel was started. */
    IN_COLLECTION,
    /** In the kernel. */
    LOADED
  }

  /**
   * A kext in one place.
   *
   * @param place where it is
   * @param version its version
   * @param uuid the UUID of its code, if that is known
   * @param path the bundle, if it is one
   */
  public record Copy(
      Place place, ReportedVersion version, Optional<UUID> uuid, Optional<Path> path) {}

  /**
   * A place that could not be looked into.
   *
   * @param place the place
   * @param because why, as a sentence
   */
  public record Unseen(Place place, String because) {}

  /**
   * A copy that is out of date.
   *
   * @param copy the copy
   * @param because why, as a sentence
   */
  public record Stale(Copy copy, String because) {}
}
