package io.github.kextmanager.testing.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file of a Mac lies that stands on the disk of another machine. */
class FileLookUpTest {
  @TempDir Path temporary;
  private Path root;
  private Path beside;

  @BeforeEach
  void make() throws IOException {
    root = Files.createDirectories(temporary.toRealPath().resolve("mac"));
    beside = Files.createDirectories(temporary.toRealPath().resolve("beside"));
  }

  @Test
  void what_is_hidden_is_not_found() throws IOException {
    Path file = Files.writeString(beside.resolve("file"), "");

    assertThat(real(HostFiles.HIDDEN, file)).isEqualTo(inside(file));
  }

  @Test
  void who_copies_finds_beside_the_mac_what_the_mac_has_not() throws IOException {
    Path file = Files.writeString(beside.resolve("file"), "");

    assertThat(real(HostFiles.FOR_COPYING, file)).isEqualTo(file);
    assertThat(real(HostFiles.FOR_COPYING, beside.resolve("new"))).isEqualTo(beside.resolve("new"));
  }

  @Test
  void who_copies_finds_the_macs_own_first() throws IOException {
    Path file = Files.writeString(beside.resolve("file"), "");
    Files.createDirectories(inside(beside));
    Files.writeString(inside(file), "");

    assertThat(real(HostFiles.FOR_COPYING, file)).isEqualTo(inside(file));
    assertThat(real(HostFiles.FOR_COPYING, beside.resolve("new")))
        .isEqualTo(inside(beside.resolve("new")));
  }

  @Test
  void where_the_mac_is_shown_the_machine_comes_first() throws IOException {
    Path file = Files.writeString(beside.resolve("file"), "");
    Files.createDirectories(inside(beside));
    Files.writeString(inside(file), "");
    Files.createDirectories(inside(beside.resolve("folder")));

    assertThat(real(HostFiles.SHOWN, file)).isEqualTo(file);
    assertThat(real(HostFiles.SHOWN, beside.resolve("new"))).isEqualTo(beside.resolve("new"));
    assertThat(real(HostFiles.SHOWN, beside.resolve("folder/new")))
        .isEqualTo(inside(beside.resolve("folder/new")));
  }

  @Test
  void nobody_copies_to_a_library_of_the_machine() {
    Path bundle = Path.of("/Library/Extensions/Widget.kext");

    assertThat(real(HostFiles.FOR_COPYING, bundle)).isEqualTo(inside(bundle));
  }

  private Path real(HostFiles host, Path path) {
    return new FileLookUp(() -> root, host).real(path);
  }

  private Path inside(Path path) {
    return root.resolve(path.toString().substring(1));
  }
}
