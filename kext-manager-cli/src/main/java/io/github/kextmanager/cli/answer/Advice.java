package io.github.kextmanager.cli.answer;

import io.github.kextmanager.verdict.Reason;
import java.util.Optional;

/** What to do about a refusal, where one thing helps in nearly every case. */
final class Advice {
  private Advice() {}

  static Optional<String> on(Reason reason) {
    return switch (reason) {
      case NOT_PRIVILEGED, SUDO_PASSWORD_REQUIRED, SUDO_DENIED ->
          Optional.of("Run kextm as root, or let sudo allow the tool without a password.");
      case NOT_FOUND -> Optional.of("A bundle can be named by its path, such as ./Widget.kext.");
      case IN_USE -> Optional.of("End the programs that use it, and detach the hardware.");
      case MISSING_DEPENDENCY ->
          Optional.of(
              "If it is missing, say where it is with --dependency BUNDLE or --repository FOLDER;"
                  + " kextm doctor says what is wrong with it.");
      case BAD_OWNERSHIP ->
          Optional.of("All in the bundle must belong to root:wheel and be writable by root alone.");
      case INVALID_LOCATION -> Optional.of("Put it into /Library/Extensions.");
      case DISK_ACCESS_DENIED ->
          Optional.of("Give Full Disk Access to the program that runs kextm.");
      case TIMEOUT -> Optional.of("Look again, or try once more.");
      default -> Optional.empty();
    };
  }
}
