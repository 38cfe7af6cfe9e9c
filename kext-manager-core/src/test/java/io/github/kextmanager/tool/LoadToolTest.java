package io.github.kextmanager.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadToolTest {
  private static final Duration DEADLINE = Duration.ofSeconds(7);
  private static final LoadTool.Arguments EVERYTHING =
      new LoadTool.Arguments(
          List.of(BundleIdentifier.of("com.example.A"), BundleIdentifier.of("com.example.B")),
          List.of(Path.of("/Library/Extensions/C.kext"), Path.of("/tmp/with blank/D.kext")),
          List.of(Path.of("/opt/E.kext")),
          List.of(Path.of("/opt/libs")));

  @Test
  void kextload_takes_identifiers_then_libraries_then_paths() {
    assertThat(new Kextload().command(EVERYTHING, DEADLINE).argv())
        .containsExactly(
            "/sbin/kextload",
            "-b",
            "com.example.A",
            "-b",
            "com.example.B",
            "-d",
            "/opt/E.kext",
            "-r",
            "/opt/libs",
            "--",
            "/Library/Extensions/C.kext",
            "/tmp/with blank/D.kext");
  }

  @Test
  void kextload_ends_its_options_only_where_paths_follow() {
    var one = new LoadTool.Arguments(identifiers("com.example.A"), List.of(), List.of(), List.of());

    assertThat(new Kextload().command(one, DEADLINE).arguments())
        .containsExactly("-b", "com.example.A");
  }

  @Test
  void kmutil_takes_a_library_as_one_more_target() {
    assertThat(new KmutilLoad().command(EVERYTHING, DEADLINE).argv())
        .containsExactly(
            "/usr/bin/kmutil",
            "load",
            "-b",
            "com.example.A",
            "-b",
            "com.example.B",
            "-p",
            "/Library/Extensions/C.kext",
            "-p",
            "/tmp/with blank/D.kext",
            "-p",
            "/opt/E.kext",
            "-r",
            "/opt/libs");
  }

  @Test
  void both_keep_the_deadline() {
    assertThat(new Kextload().command(EVERYTHING, DEADLINE).timeout()).isEqualTo(DEADLINE);
    assertThat(new KmutilLoad().command(EVERYTHING, DEADLINE).timeout()).isEqualTo(DEADLINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-h", "a b", "a\u0000b", "a\nb", "com.exämple", "a/b"})
  void neither_lets_a_reported_identifier_become_an_option_or_two(String text) {
    var arguments =
        new LoadTool.Arguments(
            List.of(BundleIdentifier.reported(text)), List.of(), List.of(), List.of());

    assertThatThrownBy(() -> new Kextload().command(arguments, DEADLINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KmutilLoad().command(arguments, DEADLINE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A.kext", "-A.kext", "/Library/../tmp/A.kext", "/tmp/./A.kext", "/tmp/A\n.kext"})
  void neither_takes_a_path_that_is_not_absolute_normal_and_one_line(String path) {
    var arguments = new LoadTool.Arguments(List.of(), List.of(Path.of(path)), List.of(), List.of());

    assertThatThrownBy(() -> new Kextload().command(arguments, DEADLINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KmutilLoad().command(arguments, DEADLINE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<BundleIdentifier> identifiers(String text) {
    return List.of(BundleIdentifier.of(text));
  }
}
