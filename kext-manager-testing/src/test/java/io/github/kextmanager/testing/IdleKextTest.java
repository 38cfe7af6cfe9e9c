package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kernel unloads drivers that nobody uses. */
class IdleKextTest {
  private static final BundleIdentifier DRIVER = BundleIdentifier.of("com.example.Driver");
  private static final BundleIdentifier CLIENT = BundleIdentifier.of("com.example.Client");
  private static final TestKext IDLE =
      TestKext.named("com.example.Driver").compatibleFrom("1.0").unloadsWhenIdle();
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final SimulatedMac mac =
      SimulatedMac.builder(MacOsVersion.parse("10.12.6"))
          .clock(InstantSource.fixed(Instant.EPOCH))
          .build();

  @AfterEach
  void close() {
    mac.close();
  }

  @Test
  void a_minute_after_it_was_loaded() {
    load(IDLE);

    mac.advance(MINUTE);

    assertThat(mac.kernel().find(DRIVER)).isEmpty();
  }

  @Test
  void before_a_tool_looks_next() {
    load(IDLE);

    mac.advance(MINUTE);

    assertThat(new Commands(mac).run("/usr/sbin/kextstat").stdout())
        .doesNotContain("com.example.Driver");
  }

  @Test
  void not_before() {
    load(IDLE);

    mac.advance(MINUTE.minusMillis(1));

    assertThat(mac.kernel().find(DRIVER)).isPresent();
  }

  @Test
  void later_if_something_else_is_loaded_meanwhile() {
    load(IDLE);
    mac.advance(Duration.ofSeconds(40));
    load(TestKext.named("com.example.Client"));
    mac.advance(Duration.ofSeconds(40));

    assertThat(mac.kernel().find(DRIVER)).isPresent();
  }

  @Test
  void not_while_another_kext_needs_it() {
    mac.install(IDLE);
    load(TestKext.named("com.example.Client").needing("com.example.Driver", "1.0"));

    mac.advance(MINUTE);

    assertThat(mac.kernel().find(DRIVER)).isPresent();
  }

  @Test
  void together_with_the_idle_kext_that_needed_it() {
    mac.install(IDLE);
    load(
        TestKext.named("com.example.Client")
            .needing("com.example.Driver", "1.0")
            .unloadsWhenIdle());

    mac.advance(MINUTE);

    assertThat(mac.kernel().find(CLIENT)).isEmpty();
    assertThat(mac.kernel().find(DRIVER)).isEmpty();
  }

  @Test
  void not_while_it_has_instances() {
    load(IDLE);
    mac.openInstance(DRIVER, "com_example_Driver");

    mac.advance(MINUTE);

    assertThat(mac.kernel().find(DRIVER)).isPresent();
  }

  @Test
  void not_if_it_does_not_stop() {
    load(IDLE.stopFails(5));

    mac.advance(MINUTE);

    assertThat(mac.kernel().find(DRIVER)).isPresent();
  }

  @Test
  void and_leaves_the_others_alone() {
    load(TestKext.named("com.example.Client"));

    mac.advance(MINUTE);

    assertThat(mac.kernel().find(CLIENT)).isPresent();
  }

  private void load(TestKext kext) {
    mac.install(kext);
    assertThat(new Commands(mac).run("/sbin/kextload", "-b", kext.identifier().value()).status())
        .isZero();
  }
}
