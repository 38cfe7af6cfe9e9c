package io.github.kextmanager.testing.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacPathsTest {
  @TempDir Path temporary;
  private Path folder;
  private MacPaths paths;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("a m\u00e4c"));
    paths = new MacPaths(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Library/Extensions/W.kext",
        "-b",
        "com.example.Widget",
        "W.kext",
        "/",
        "",
        "-d=/a"
      })
  void what_leads_nowhere_into_the_folder_stays_as_it_is(String word) {
    assertThat(paths.argument(word, temporary)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "MAC/Library/Extensions/W.kext, /Library/Extensions/W.kext",
    "MAC/Library/, /Library/",
    "MAC/none/such, /none/such",
    "MAC, /",
    "MAC/, /",
    "--bundle-path=MAC/Library, --bundle-path=/Library",
    "MACs/Library, MACs/Library",
    "x=MAC/Library, x=MAC/Library",
  })
  void what_leads_into_the_folder_is_called_as_on_the_mac(String word, String onTheMac) {
    assertThat(paths.argument(word.replace("MAC", folder.toString()), temporary))
        .isEqualTo(onTheMac.replace("MAC", folder.toString()));
  }

  @Test
  void a_link_to_the_folder_is_the_folder() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

    assertThat(paths.argument(link + "/Library", temporary)).isEqualTo("/Library");
  }

  @Test
  void a_relative_path_into_the_folder_is_called_as_on_the_mac() {
    assertThat(paths.argument("a m\u00e4c/Library/W.kext", temporary)).isEqualTo("/Library/W.kext");
    assertThat(paths.argument("./a m\u00e4c/Library", temporary)).isEqualTo("/Library");
  }

  @Test
  void in_the_folder_a_relative_path_stays_one() {
    assertThat(paths.argument("Extensions/W.kext", folder.resolve("Library")))
        .isEqualTo("Extensions/W.kext");
  }

  @Test
  void a_working_directory_in_the_folder_is_one_of_the_mac() {
    assertThat(paths.workingDirectory(folder.resolve("Library"))).isEqualTo(Path.of("/Library"));
  }

  @Test
  void a_working_directory_outside_keeps_its_name() {
    assertThat(paths.workingDirectory(Path.of("/tmp"))).isEqualTo(Path.of("/tmp"));
  }
}
