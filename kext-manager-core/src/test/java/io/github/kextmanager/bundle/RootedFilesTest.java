package io.github.kextmanager.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootedFilesTest {
  @TempDir Path outside;

  private DiskFixture disk;
  private RootedFiles files;

  @BeforeEach
  void make_a_disk() throws IOException {
    disk = new DiskFixture(Files.createDirectory(outside.resolve("root")));
    files = new RootedFiles(disk.root());
  }

  @Test
  void a_path_without_links_is_itself() throws IOException {
    disk.folder("/a/b");

    assertThat(files.real(Path.of("/a/b"))).isEqualTo(Path.of("/a/b"));
    assertThat(files.real(Path.of("/"))).isEqualTo(Path.of("/"));
  }

  @Test
  void an_absolute_target_begins_at_the_root() throws IOException {
    disk.folder("/private/tmp/x").link("/tmp", "/private/tmp");

    assertThat(files.real(Path.of("/tmp/x"))).isEqualTo(Path.of("/private/tmp/x"));
  }

  @Test
  void a_relative_target_begins_where_the_link_is() throws IOException {
    disk.folder("/a/c/x").link("/a/b", "c").link("/d", "a/./b//x");

    assertThat(files.real(Path.of("/a/b/x"))).isEqualTo(Path.of("/a/c/x"));
    assertThat(files.real(Path.of("/d"))).isEqualTo(Path.of("/a/c/x"));
  }

  @Test
  void what_lies_above_is_above_the_folder_that_a_link_leads_to() throws IOException {
    disk.folder("/far/away").folder("/far/x").link("/near", "/far/away").link("/l", "near/../x");

    assertThat(files.real(Path.of("/l"))).isEqualTo(Path.of("/far/x"));
  }

  @Test
  void no_link_leads_out_of_the_root() throws IOException {
    Files.createDirectory(outside.resolve("secret"));
    disk.folder("/secret").link("/up", "../../../../secret").link("/abs", outside + "/secret");

    assertThat(files.real(Path.of("/up"))).isEqualTo(Path.of("/secret"));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> files.real(Path.of("/abs")));
  }

  @Test
  void the_root_itself_may_be_a_link() throws IOException {
    disk.folder("/a");
    Path link = Files.createSymbolicLink(outside.resolve("link"), disk.root());

    assertThat(new RootedFiles(link).real(Path.of("/a"))).isEqualTo(Path.of("/a"));
  }

  @Test
  void loops_end() {
    disk.link("/a", "b").link("/b", "a").link("/c", "c/c");

    assertThatExceptionOfType(FileSystemLoopException.class)
        .isThrownBy(() -> files.real(Path.of("/a")));
    assertThatExceptionOfType(FileSystemLoopException.class)
        .isThrownBy(() -> files.real(Path.of("/c")));
  }

  @Test
  void follows_32_links_as_macos_does_and_not_33() throws IOException {
    disk.folder("/l0");
    for (int i = 1; i <= 33; i++) {
      disk.link("/l" + i, "l" + (i - 1));
    }

    assertThat(files.real(Path.of("/l32"))).isEqualTo(Path.of("/l0"));
    assertThatExceptionOfType(FileSystemLoopException.class)
        .isThrownBy(() -> files.real(Path.of("/l33")));
  }

  @Test
  void what_is_missing_is_named_as_seen_on_the_mac() {
    disk.link("/a", "/gone/b");

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> files.real(Path.of("/a/x")))
        .withMessage("/gone");
  }

  @Test
  void a_file_is_no_folder_on_the_way() {
    disk.file("/a", "");

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> files.real(Path.of("/a/b")));
  }
}
