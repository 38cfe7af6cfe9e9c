package io.github.kextmanager.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnchangedFileTest {
  @TempDir Path folder;

  @Test
  void reads_what_was_looked_at() throws IOException {
    assertThat(looked("text").bytes(10)).asString().isEqualTo("text");
  }

  @Test
  void refuses_a_file_that_was_replaced_since() throws IOException {
    UnchangedFile looked = looked("text");
    Files.writeString(folder.resolve("other"), "text");
    Files.move(
        folder.resolve("other"), Files.createDirectories(folder.resolve("new")).resolve("f"));
    Files.delete(looked.here());
    Files.move(folder.resolve("new/f"), looked.here());

    assertThatThrownBy(() -> looked.bytes(10)).hasMessage("it changed while it was read");
  }

  @Test
  void does_not_follow_a_link_that_has_taken_its_place() throws IOException {
    UnchangedFile looked = looked("text");
    Path secret = Files.writeString(folder.resolve("secret"), "text");
    Files.delete(looked.here());
    Files.createSymbolicLink(looked.here(), secret);

    assertThatThrownBy(() -> looked.bytes(10)).isInstanceOf(IOException.class);
  }

  private UnchangedFile looked(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("Info.plist"), text);
    return new UnchangedFile(file, Files.readAttributes(file, BasicFileAttributes.class));
  }
}
