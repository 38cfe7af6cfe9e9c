package io.github.kextmanager.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.conformance.ConformanceVectors;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.parse.KextTableReader;
import io.github.kextmanager.testing.SimulatedMac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table, read by the library and held by a simulated Mac, is printed as it was. */
class RoundTripTest {
  @Test
  void of_every_whole_table_that_the_newest_kextstat_printed() {
    List<String> tables =
        ConformanceVectors.read("kextstat/cases.jsonl").stream()
            .filter(RoundTripTest::isWholeTable)
            .map(run -> run.get("stdout").getAsString())
            .toList();

    assertThat(tables)
        .hasSizeGreaterThan(10)
        .allSatisfy(table -> assertThat(printedAgain(table, "10.15.7")).isEqualTo(table));
  }

  @ParameterizedTest
  @CsvSource({"kextstat-10.11.5-whole, 10.15.7", "kextstat-10.14.5-whole-160, 10.15.7"})
  void of_a_table_that_somebody_published(String name, String release) throws IOException {
    Optional<Path> reference =
        Optional.ofNullable(System.getenv("KEXT_REFERENCE"))
            .map(folder -> Path.of(folder, "corpus", name + ".out"));
    assumeTrue(reference.filter(Files::exists).isPresent(), "KEXT_REFERENCE names no corpus");

    String table = Files.readString(reference.orElseThrow());

    assertThat(printedAgain(table, release)).isEqualTo(table);
  }

  private static boolean isWholeTable(JsonObject run) {
    return run.get("era").getAsString().equals("10.11-10.15")
        && run.get("kernelArchitecture").getAsString().equals("x86_64")
        && run.getAsJsonArray("argv").isEmpty()
        && run.get("exitCode").getAsInt() == 0
        && !run.has("tieOrderUnspecified");
  }

  private static String printedAgain(String table, String release) {
    var snapshot = KextTableReader.strict().read(table).toSnapshot(Instant.EPOCH);
    try (SimulatedMac mac = SimulatedMac.from(snapshot, MacOsVersion.parse(release)).build()) {
      return mac.run(CommandLine.of(Path.of("/usr/sbin/kextstat"))).stdout().text();
    }
  }
}
