package io.github.kextmanager.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Info.plist files of real kexts, from the folder that {@code KEXT_REFERENCE} names. */
class RealInfoPlistsTest {
  private static final Optional<Path> PLISTS =
      Optional.ofNullable(System.getenv("KEXT_REFERENCE"))
          .map(folder -> Path.of(folder, "plists"))
          .filter(Files::isDirectory);

  @TestFactory
  Stream<DynamicTest> come_out_as_a_second_reading_has_them() throws IOException {
    if (PLISTS.isEmpty()) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "no plists", () -> abort("KEXT_REFERENCE names no folder with plists")));
    }
    try (Stream<Path> files = Files.list(PLISTS.get())) {
      List<Path> plists =
          files.filter(file -> file.toString().endsWith(".plist")).sorted().toList();
      assertThat(plists).hasSizeGreaterThanOrEqualTo(58);
      return plists.stream()
          .map(file -> DynamicTest.dynamicTest("" + file.getFileName(), () -> compare(file)));
    }
  }

  private static void compare(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    PlistValue plist = PlistReader.read(file);

    assertThat(plist).isInstanceOf(PlistDict.class).isEqualTo(SecondReading.read(bytes));
    assertThat(KernelPlistReader.read(bytes)).isEqualTo(new KernelPlist.Accepted(plist));
  }
}
