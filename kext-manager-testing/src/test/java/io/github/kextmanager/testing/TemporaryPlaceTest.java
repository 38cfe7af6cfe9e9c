package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the files of a simulated Mac are. */
class TemporaryPlaceTest {
  private static final Path USUAL = Path.of("/tmp");

  @TempDir Path memory;
  private Path made = Path.of("/nothing");

  @AfterEach
  void delete() throws IOException {
    Files.deleteIfExists(made);
  }

  private Path make(Path memory, Path temporary) throws IOException {
    return make(memory, temporary, 1);
  }

  private Path make(Path memory, Path temporary, long room) throws IOException {
    made = new TemporaryPlace(memory, temporary, room).makeFolder("place-");
    return made;
  }

  @Test
  void is_in_memory_where_there_is_room() throws IOException {
    assertThat(make(memory, USUAL)).hasParent(memory.toRealPath());
  }

  @Test
  void is_the_usual_one_where_memory_is_short() throws IOException {
    assertThat(make(memory, USUAL, Long.MAX_VALUE)).hasParent(USUAL.toRealPath());
  }

  @Test
  void is_the_usual_one_where_there_is_no_such_file_system() throws IOException {
    assertThat(make(memory.resolve("none"), USUAL)).hasParent(USUAL.toRealPath());
  }

  @Test
  void is_the_usual_one_where_no_folder_can_be_made_in_memory() throws IOException {
    assertThat(make(Path.of("/proc"), USUAL)).hasParent(USUAL.toRealPath());
  }

  @Test
  void is_the_one_that_somebody_named(@TempDir Path named) throws IOException {
    assertThat(make(memory, named)).hasParent(named.toRealPath());
  }
}
