package io.github.kextmanager.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersAboveTest {
  private static final OwnerAndMode ROOTS = new OwnerAndMode(0, 0, 0755);
  private static final Path FOLDER = Path.of("/Library/Extensions");

  @TempDir Path root;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectories(root.resolve("Library/Extensions"));
  }

  private FoldersAbove owned(Map<Path, OwnerAndMode> owners) {
    return new FoldersAbove(root, (seen, onDisk) -> owners.getOrDefault(seen, ROOTS));
  }

  private static FoldersAbove.Unsafe only(FoldersAbove folders) {
    assertThat(folders.unsafe(FOLDER.resolve("Widget.kext"))).hasSize(1);
    return folders.unsafe(FOLDER.resolve("Widget.kext")).get(0);
  }

  @Test
  void finds_nothing_where_all_belongs_to_root() {
    assertThat(owned(Map.of()).unsafe(FOLDER.resolve("Widget.kext"))).isEmpty();
  }

  @Test
  void finds_a_folder_of_somebody_else() {
    var unsafe = only(owned(Map.of(Path.of("/Library"), new OwnerAndMode(501, 0, 0755))));

    assertThat(unsafe.folder()).isEqualTo(Path.of("/Library"));
    assertThat(unsafe.because()).contains("user 501");
  }

  @Test
  void finds_a_folder_that_a_group_may_write() {
    var unsafe = only(owned(Map.of(FOLDER, new OwnerAndMode(0, 80, 0775))));

    assertThat(unsafe.because()).contains("0:80 mode 0775");
  }

  @Test
  void lets_be_a_sticky_top_of_the_disk_above_a_folder_that_is_always_there() {
    assertThat(
            owned(Map.of(Path.of("/"), new OwnerAndMode(0, 80, 01775)))
                .unsafe(FOLDER.resolve("Widget.kext")))
        .isEmpty();
  }

  @Test
  void finds_a_sticky_folder_in_which_the_name_can_be_taken_once_it_is_free() {
    var unsafe = only(owned(Map.of(FOLDER, new OwnerAndMode(0, 0, 01777))));

    assertThat(unsafe.because()).contains("once Widget.kext is gone");
  }

  @Test
  void finds_a_sticky_folder_farther_up() {
    var unsafe = only(owned(Map.of(Path.of("/Library"), new OwnerAndMode(0, 0, 01777))));

    assertThat(unsafe.because()).contains("once Extensions is gone");
  }

  @Test
  void names_a_folder_that_cannot_be_looked_at() {
    var unsafe =
        new FoldersAbove(root, (seen, onDisk) -> ROOTS).unsafe(Path.of("/Nowhere/Widget.kext"));

    assertThat(unsafe).hasSize(1);
    assertThat(unsafe.get(0).because()).contains("could not be looked at");
  }
}
