package io.github.kextmanager.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** Loaded kexts of which only what matters to a test is given. */
final class LoadedKextFixture {
  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private LoadedKextFixture() {}

  static LoadedKext kext(int tag, String identifier, int... linkedAgainst) {
    return kext(Optional.of(new LoadTag(tag)), identifier, "1.0", Optional.empty(), linkedAgainst);
  }

  static LoadedKext kext(
      Optional<LoadTag> tag,
      String identifier,
      String version,
      Optional<UUID> uuid,
      int... linkedAgainst) {
    return new LoadedKext(
        tag,
        OptionalInt.of(0),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        BundleIdentifier.reported(identifier),
        new ReportedVersion(version),
        uuid,
        Optional.of(
            Arrays.stream(linkedAgainst).mapToObj(LoadTag::new).map(Optional::of).toList()));
  }

  static KextSnapshot snapshot(LoadedKext... kexts) {
    return new KextSnapshot(NOON, List.of(kexts));
  }
}
