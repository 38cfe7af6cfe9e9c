package io.github.kextmanager.command.exec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandNotStartedException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeEncodingTest {
  private static final String HALF_A_CHARACTER = "\uD83D";
  private static final CommandLine KEXTLOAD = CommandLine.of(Path.of("/sbin/kextload"), "a.kext");

  @Test
  void accepts_what_arrives_as_it_is() {
    assertThatCode(() -> NativeEncoding.requireExact(KEXTLOAD)).doesNotThrowAnyException();
  }

  @Test
  void refuses_an_argument_that_would_arrive_as_another() {
    assertRefused(
        CommandLine.of(Path.of("/sbin/kextload"), HALF_A_CHARACTER + ".kext"),
        "the argument \"?.kext\" cannot be written in the encoding of this JVM, UTF-8");
  }

  @Test
  void refuses_a_variable_that_would_arrive_as_another() {
    assertRefused(
        KEXTLOAD.withEnvironment(Map.of("NAME", HALF_A_CHARACTER)),
        "the environment variable \"?\" cannot be written");
  }

  private static void assertRefused(CommandLine command, String reason) {
    assertThatExceptionOfType(CommandNotStartedException.class)
        .isThrownBy(() -> NativeEncoding.requireExact(command))
        .withMessageContaining(reason.replace("?", HALF_A_CHARACTER));
  }
}
