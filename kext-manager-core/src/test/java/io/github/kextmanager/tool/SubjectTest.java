package io.github.kextmanager.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  private final Subject widget =
      new Subject(
          BundleIdentifier.of("com.example.Widget"),
          Optional.of(Path.of("/Library/Extensions/Widget.kext")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.example.Widget failed to load - (libkern/kext) not found; check the logs.",
        "Successfully unloaded com.example.Widget.",
        "(kernel) Kext com.example.Widget did not stop (return code 0x5).",
        "/Library/Extensions/Widget.kext failed to load - (libkern/kext) link error.",
        "Can't load Widget.kext - validation problems.",
        "com.example.Widget",
      })
  void is_named_by_identifier_path_or_bare_name(String line) {
    assertThat(widget.isNamedIn(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com.example.WidgetPlus failed to load",
        "com.example.Widget.plug failed to load",
        "com.example.Widget-2 failed to load",
        "org.com.example.Widget failed to load",
        "Can't load SuperWidget.kext - validation problems.",
      })
  void is_not_named_by_a_longer_name(String line) {
    assertThat(widget.isNamedIn(line)).isFalse();
  }
}
