package io.github.kextmanager.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlistReaderTest {
  @TempDir Path folder;

  @Test
  void reads_a_file() throws Exception {
    Path file = Files.writeString(folder.resolve("Info.plist"), "<true/>");

    assertThat(PlistReader.read(file)).isEqualTo(new PlistBoolean(true));
  }

  @Test
  void a_refusal_of_a_file_begins_with_its_path_and_keeps_the_place() throws Exception {
    Path file = Files.writeString(folder.resolve("Info.plist"), "<foo/>");

    assertThatExceptionOfType(UnreadablePlistException.class)
        .isThrownBy(() -> PlistReader.read(file))
        .withMessage(file + ": Line 1, column 7: <foo> is not an element of a property list.")
        .extracting(UnreadablePlistException::position)
        .isEqualTo(java.util.Optional.of(new PlistPosition.InText(1, 7)));
  }

  @Test
  void a_file_that_is_missing_or_a_folder_is_refused_by_its_path() {
    Path missing = folder.resolve("Info.plist");

    assertThatExceptionOfType(UnreadablePlistException.class)
        .isThrownBy(() -> PlistReader.read(missing))
        .withMessage(missing + ": there is no such file.");
    assertThatExceptionOfType(UnreadablePlistException.class)
        .isThrownBy(() -> PlistReader.read(folder))
        .withMessageStartingWith(folder + ": cannot be read (");
  }

  @Test
  void a_file_of_more_than_16_mib_is_refused_without_reading_it_all() throws Exception {
    Path file = folder.resolve("Info.plist");
    try (var sparse =
        Files.newByteChannel(
            file,
            java.util.Set.of(
                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE))) {
      sparse.position(100L << 30).write(java.nio.ByteBuffer.allocate(1));
    }

    assertThatExceptionOfType(UnreadablePlistException.class)
        .isThrownBy(() -> PlistReader.read(file))
        .withMessage(file + ": A property list has at most 16777216 bytes.");
  }
}
