package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The files of a Mac are in memory until somebody asks for them, and nobody can tell. */
class FilesInMemoryTest {
  private static final String ID = "com.example.driver.Widget";
  private static final BundleIdentifier WIDGET = BundleIdentifier.of(ID);
  private static final TestKext KEXT = TestKext.named(ID);
  private static final String INFO = "Library/Extensions/Widget.kext/Contents/Info.plist";

  private final SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.12.6")).build();

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void a_bundle_that_is_written_over_is_seen_anew() {
    mac.install(KEXT.version("1.0"));
    load();
    new Commands(mac).run("/sbin/kextunload", "-b", ID);

    mac.install(KEXT.version("2.0"));

    assertThat(load()).isZero();
    assertThat(version()).isEqualTo("2.0");
  }

  @Test
  void a_bundle_that_comes_later_is_found() {
    assertThat(load()).isEqualTo(71);

    mac.install(KEXT);

    assertThat(load()).isZero();
  }

  @Test
  void everything_is_there_when_somebody_looks() {
    mac.install(KEXT);
    load();

    assertThat(mac.root().resolve(INFO)).isRegularFile();
    assertThat(mac.root().resolve("System/Library/Extensions/System.kext/PlugIns")).isDirectory();
  }

  @Test
  void what_somebody_else_changes_is_seen() throws IOException {
    mac.install(KEXT.version("1.0"));
    load();
    new Commands(mac).run("/sbin/kextunload", "-b", ID);

    Path info = mac.root().resolve(INFO);
    Files.writeString(info, Files.readString(info).replace(">1.0<", ">9.0<"));

    assertThat(load()).isEqualTo(71);
  }

  @Test
  void a_kext_goes_on_being_loaded_when_the_files_are_written() {
    mac.install(KEXT.version("1.0"));
    load();
    mac.root();

    assertThat(version()).isEqualTo("1.0");
    assertThat(load()).isZero();
  }

  private int load() {
    return new Commands(mac).run("/sbin/kextload", "-b", ID).status();
  }

  private String version() {
    return mac.kernel().find(WIDGET).orElseThrow().version().text();
  }
}
