package io.github.kextmanager.lifecycle;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Loaded kexts and looks for the tests of this package. */
final class Kexts {
  static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.driver.Widget");

  private Kexts() {}

  static LoadedKext widget(String version, OptionalInt references) {
    return kext(7, WIDGET, version, references);
  }

  static LoadedKext userOf(int... tags) {
    LoadedKext user = kext(8, BundleIdentifier.of("com.example.User"), "1.0", OptionalInt.of(0));
    return new LoadedKext(
        user.tag(),
        user.references(),
        user.address(),
        user.sizeBytes(),
        user.wiredBytes(),
        user.architecture(),
        user.identifier(),
        user.version(),
        user.uuid(),
        Optional.of(IntStream.of(tags).mapToObj(tag -> Optional.of(new LoadTag(tag))).toList()));
  }

  static KextSnapshot look(LoadedKext... kexts) {
    return new KextSnapshot(Instant.EPOCH, Arrays.asList(kexts));
  }

  private static LoadedKext kext(
      int tag, BundleIdentifier identifier, String version, OptionalInt references) {
    return new LoadedKext(
        Optional.of(new LoadTag(tag)),
        references,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        identifier,
        new ReportedVersion(version),
        Optional.empty(),
        Optional.of(List.of()));
  }
}
