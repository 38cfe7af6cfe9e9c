package io.github.kextmanager.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.kextmanager.command.Termination.Exited;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people pasted of sudo, where the reference material is at hand. */
class SudoCorpusTest {
  @TestFactory
  Stream<DynamicTest> recognises_what_people_pasted() throws IOException {
    String reference = System.getenv("KEXT_REFERENCE");
    assumeTrue(reference != null, "KEXT_REFERENCE does not name the reference material");
    try (Stream<Path> files = Files.list(Path.of(reference, "corpus"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("sudo-.*\\.json"))
          .filter(file -> isRunOfSudo(json(file)))
          .sorted()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList()
          .stream();
    }
  }

  private static boolean isRunOfSudo(JsonObject expectation) {
    JsonElement exit = expectation.get("exit_code");
    return expectation.get("tool").getAsString().equals("sudo") && !exit.isJsonNull();
  }

  private static void check(Path expectation) throws IOException {
    Path pasted = Path.of(expectation.toString().replaceFirst("json$", "out"));
    String category = json(expectation).getAsJsonObject("expect").get("category").getAsString();

    assertThat(SudoRefusal.in(refused(Files.readString(pasted))).map(SudoCorpusTest::category))
        .isEqualTo(Optional.of(category));
  }

  private static String category(SudoRefusal refusal) {
    return switch (refusal.kind()) {
      case PASSWORD_REQUIRED, TERMINAL_REQUIRED -> "SUDO_PASSWORD_REQUIRED";
      case NOT_ALLOWED -> "SUDO_DENIED";
      case COMMAND_NOT_FOUND, MISCONFIGURED, OTHER -> refusal.kind().name();
    };
  }

  private static CommandResult refused(String stderr) {
    return new CommandResult(
        new Privilege.Sudo().applyTo(CommandLine.of(Path.of("/sbin/kextload"))),
        new Exited(1),
        CapturedOutput.EMPTY,
        CapturedOutput.of(stderr),
        Duration.ofMillis(5));
  }

  private static JsonObject json(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
