package io.github.kextmanager.testing.assertj;

import io.github.kextmanager.command.Termination;
import io.github.kextmanager.lifecycle.ChangeReport;
import io.github.kextmanager.lifecycle.CommandRecord;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.ReportedVersion;
import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.verdict.Category;
import io.github.kextmanager.verdict.Evidence;
import io.github.kextmanager.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Values to make assertions about. */
final class Values {
  static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");

  static final BundleIdentifier PLUG = BundleIdentifier.of("com.example.Plug");
  static final BundleIdentifier NONE = BundleIdentifier.of("com.example.None");
  static final MacOsVersion CATALINA = MacOsVersion.parse("10.15.7");

  private Values() {}

  static LoadedKext kext(int tag, String identifier, String version, Integer... linkedAgainst) {
    return new LoadedKext(
        Optional.of(new LoadTag(tag)),
        OptionalInt.of(0),
        OptionalLong.of(0xffffff7f80000000L),
        OptionalLong.of(0x4000),
        OptionalLong.of(0x4000),
        Optional.<Architecture>empty(),
        BundleIdentifier.of(identifier),
        new ReportedVersion(version),
        Optional.empty(),
        Optional.of(Stream.of(linkedAgainst).map(each -> Optional.of(new LoadTag(each))).toList()));
  }

  static Verdict verdict(Category category) {
    return Verdict.of(
        category, List.of(new Evidence(Evidence.Source.STDERR, 3, "what the tool said")));
  }

  static ChangeReport report(Category category) {
    return new ChangeReport(
        verdict(category),
        new SnapshotDifference(List.of(), List.of(), List.of()),
        List.of(
            new CommandRecord(
                Instant.EPOCH,
                List.of("/sbin/kextload", "-b", WIDGET.value()),
                CommandRecord.Access.ROOT,
                Optional.of(new Termination.Exited(27)),
                false,
                Duration.ZERO)));
  }
}
