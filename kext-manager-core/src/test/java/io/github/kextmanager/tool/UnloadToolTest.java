package io.github.kextmanager.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.model.BundleIdentifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnloadToolTest {
  private static final Duration DEADLINE = Duration.ofSeconds(7);
  private static final List<BundleIdentifier> TWO =
      List.of(BundleIdentifier.of("com.example.Plug"), BundleIdentifier.of("com.example.Base"));

  @Test
  void kextunload_takes_identifiers_in_the_order_in_which_they_go() {
    assertThat(new Kextunload().command(TWO, DEADLINE).argv())
        .containsExactly("/sbin/kextunload", "-b", "com.example.Plug", "-b", "com.example.Base");
  }

  @Test
  void kmutil_takes_identifiers_in_the_order_in_which_they_go() {
    assertThat(new KmutilUnload().command(TWO, DEADLINE).argv())
        .containsExactly(
            "/usr/bin/kmutil", "unload", "-b", "com.example.Plug", "-b", "com.example.Base");
  }

  @Test
  void neither_lets_a_reported_identifier_become_an_option() {
    List<BundleIdentifier> option = List.of(BundleIdentifier.reported("--all"));

    assertThatThrownBy(() -> new Kextunload().command(option, DEADLINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--all");
    assertThatThrownBy(() -> new KmutilUnload().command(option, DEADLINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--all");
  }
}
