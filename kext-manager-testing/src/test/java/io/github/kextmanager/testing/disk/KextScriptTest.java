package io.github.kextmanager.testing.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.KextCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KextScriptTest {
  @Test
  void reads_what_it_writes() {
    var script =
        new KextScript(
            new KextCode(
                5,
                -6,
                Map.of("com_example_Widget", 2),
                KextCode.Termination.REFUSES,
                KextCode.Idle.UNLOADS),
            Hardware.PRESENT);

    assertThat(KextScript.parse(script.toFile())).isEqualTo(script);
  }

  @Test
  void takes_what_is_not_said_as_plain() {
    assertThat(KextScript.parse(new byte[0])).isEqualTo(KextScript.PLAIN);
  }
}
