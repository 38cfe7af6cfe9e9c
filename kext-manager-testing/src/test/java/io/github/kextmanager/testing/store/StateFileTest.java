package io.github.kextmanager.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {
  private static final int FORMAT = 3;

  @TempDir Path folder;
  private Path file;
  private StateFile<Sample> state;

  @BeforeEach
  void name() {
    file = folder.resolve("state.json");
    state = new StateFile<>(folder, "state.json", Sample.class, FORMAT);
  }

  @Test
  void reads_what_was_written() {
    state.write(Sample.FULL);

    assertThat(state.read()).isEqualTo(Sample.FULL);
  }

  @Test
  void reads_a_value_in_which_everything_is_absent() {
    state.write(Sample.EMPTY);

    assertThat(state.read()).isEqualTo(Sample.EMPTY);
  }

  @Test
  void reads_any_text_and_number_that_was_written() {
    var random = new Random(20261128);
    for (int i = 0; i < 300; i++) {
      int[] characters = random.ints(random.nextInt(20), 0, 0xd800).toArray();
      Sample sample = Sample.of(new String(characters, 0, characters.length), random.nextInt());
      state.write(sample);

      assertThat(state.read()).isEqualTo(sample);
    }
  }

  @Test
  void a_value_takes_the_place_of_the_one_before() {
    state.write(Sample.FULL);
    state.write(Sample.EMPTY);

    assertThat(state.read()).isEqualTo(Sample.EMPTY);
    assertThat(folder).isDirectoryContaining("glob:**/state.json").isNotEmptyDirectory();
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void what_a_killed_process_has_left_half_written_counts_for_nothing() throws IOException {
    state.write(Sample.FULL);
    Files.writeString(folder.resolve("state.json.new"), "{\"format\":3,\"sta");

    assertThat(state.read()).isEqualTo(Sample.FULL);
    state.write(Sample.EMPTY);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void every_beginning_of_a_file_is_called_broken() throws IOException {
    state.write(Sample.FULL);
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length() - 2; length++) {
      Files.writeString(file, whole.substring(0, length));

      assertThatThrownBy(state::read)
          .as("%d characters", length)
          .isInstanceOf(StateException.class)
          .hasMessageStartingWith(file + " is broken: ");
    }
  }

  @Test
  void says_that_there_is_none() {
    assertThat(state.exists()).isFalse();
    assertThatThrownBy(state::read)
        .isInstanceOf(StateException.class)
        .hasMessage(file + " is not there.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\":3 | \"format\":4 | is of format 4, and this program reads format 3: it was written by a newer version",
        "\"format\":3 | \"format\":2 | is of format 2, and this program reads format 3: it was written by an older version",
        "\"format\":3 | \"shape\":3 | is broken: at $.shape: \"format\" is missing",
        "\"number\":-1 | \"number\":\"1\" | is broken: at $.state.number: expected NUMBER, found STRING",
        "\"number\":-1 | \"number\":1.5 | is broken: at $.state.number: \"1.5\"",
        "\"number\":-1 | \"digit\":-1 | is broken: at $.state.digit: expected \"number\", found \"digit\"",
        "\"RED\" | \"BLUE\" | there is no Colour BLUE",
        "\"Dog\" | \"Wolf\" | there is no Animal \"Wolf\"",
        "\"Rex\" | \"\" | no Dog: java.lang.IllegalArgumentException: a dog has a name",
      })
  void says_what_is_wrong_and_where(String good, String bad, String message) throws IOException {
    Sample sample = good.contains("RED") ? Sample.EMPTY : Sample.FULL;
    state.write(sample);
    Files.writeString(file, Files.readString(file).replace(good, bad));

    assertThatThrownBy(state::read)
        .isInstanceOf(StateException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void says_that_something_is_missing_at_the_end() throws IOException {
    state.write(Sample.EMPTY);
    Files.writeString(file, Files.readString(file).replaceAll(",\"duration\":\"[^\"]*\"", ""));

    assertThatThrownBy(state::read).hasMessageContaining("\"duration\" is missing");
  }

  @Test
  void says_that_the_folder_is_gone_and_changes_nothing() throws IOException {
    Files.delete(folder);

    assertThatThrownBy(() -> state.write(Sample.EMPTY))
        .isInstanceOf(StateException.class)
        .hasMessage(file + " cannot be written: no such file or folder");
    Files.createDirectory(folder);
  }
}
