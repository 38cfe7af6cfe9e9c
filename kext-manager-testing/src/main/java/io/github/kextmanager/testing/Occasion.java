package io.github.kextmanager.testing;

import io.github.kextmanager.model.ToolName;
import java.time.Instant;
import java.util.Optional;

/**
 * When a planned fault strikes.
 *
 * @since 0.1.0
 */
public sealed interface Occasion {

  /**
   * A run of a program, itself or through sudo.
   *
   * @param tool the program; any if empty
   * @param verb the first argument of the program, such as the {@code load} of {@code kmutil load};
   *     any if empty
   * @param turn which of such runs, counted from now
   */
  record Run(Optional<ToolName> tool, Optional<String> verb, Turn turn) implements Occasion {
    /**
     * Checks the verb.
     *
     * @throws IllegalArgumentException if there is a verb without a program, or it is no word of
     *     letters and dashes
     */
    public Run {
      if (verb.isPresent() && (tool.isEmpty() || !verb.get().matches("[a-z-]+"))) {
        throw new IllegalArgumentException(
            "\"%s\" is no first argument of a program.".formatted(verb.get()));
      }
    }
  }

  /**
   * A request to the kernel while a command runs, whoever makes it.
   *
   * @param request what is asked
   * @param turn which of such requests, counted from now
   */
  record ToKernel(KernelRequest request, Turn turn) implements Occasion {}

  /**
   * A request to kextd.
   *
   * @param turn which one, counted from now
   */
  record ToKextd(Turn turn) implements Occasion {}

  /**
   * After some commands, before the next one.
   *
   * @param commands after how many, counted from now
   */
  record AfterCommands(int commands) implements Occasion {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public AfterCommands {
      if (commands < 0) {
        throw new IllegalArgumentException("There are no " + commands + " commands.");
      }
    }
  }

  /**
   * Before the first command that begins at a time or later.
   *
   * @param time the time, by the clock of the Mac
   */
  record AtTime(Instant time) implements Occasion {}

  /** Which of several. */
  sealed interface Turn {
    /**
     * One of them.
     *
     * @param number 1 for the next
     */
    record Nth(int number) implements Turn {
      /**
       * Checks the number.
       *
       * @throws IllegalArgumentException if it is less than 1
       */
      public Nth {
        if (number < 1) {
          throw new IllegalArgumentException("One counts from 1, not from " + number + ".");
        }
      }
    }

    /** Each of them. */
    record Every() implements Turn {}
  }
}
