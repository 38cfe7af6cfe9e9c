package io.github.kextmanager.testing;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.verdict.OsReturn;
import java.time.Duration;

/**
 * Something that goes wrong on a simulated Mac, beyond what its programs have to say themselves. It
 * is planned with {@link SimulatedMac#faults}, and strikes once.
 *
 * <p>Plain data: equal by value, and with a text of its own ({@link PlannedFault#toString}).
 *
 * @since 0.1.0
 */
public sealed interface Fault {

  /** What happens to one run of a program, whatever it is. */
  sealed interface OfCommand extends Fault {}

  /** What the kernel does with one request, or with the first such request of one run. */
  sealed interface OfKernel extends Fault {}

  /** What kextd does with one request, or while one run lasts; up to macOS 10.15. */
  sealed interface OfKextd extends Fault {}

  /** What somebody else does to the Mac meanwhile. */
  sealed interface OfMac extends Fault {}

  /** Whether the command has done its work when the fault strikes. */
  enum Work {
    /** Nothing was done. */
    UNDONE,
    /** Everything was done; only the answer is lost. */
    DONE
  }

  /** The streams that a program writes to. */
  enum Stream {
    /** Standard output. */
    STDOUT,
    /** Standard error. */
    STDERR
  }

  /** How a copy of a kext differs from the bundle on the disk. */
  enum Difference {
    /** It has another version. */
    VERSION,
    /** It has the same version and another UUID. */
    UUID,
    /** It is the same, and came from another place, which the kernel does not tell. */
    PATH
  }

  /**
   * The command runs into its deadline and is killed. Nobody really waits, but the clock of the Mac
   * goes on by the deadline.
   *
   * @param work whether it has done its work by then
   */
  record Hang(Work work) implements OfCommand {}

  /**
   * The command takes its time before it begins. If that is as long as its deadline it is killed
   * before it has begun. Nobody really waits, but the clock of the Mac goes on.
   *
   * @param time how long it takes
   */
  record Slow(Duration time) implements OfCommand {
    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Slow {
      if (time.isNegative()) {
        throw new IllegalArgumentException("A command cannot take a negative time: " + time);
      }
    }
  }

  /**
   * The command is ended by a signal, and says nothing.
   *
   * @param signal the number of the signal
   * @param work whether it has done its work by then
   */
  record Killed(int signal, Work work) implements OfCommand {
    /**
     * Checks the signal.
     *
     * @throws IllegalArgumentException if there is no such signal
     */
    public Killed {
      if (signal < 1 || signal > 31) {
        throw new IllegalArgumentException("A signal is 1 to 31, not " + signal + ".");
      }
    }

    /**
     * A command that is ended before it has done anything.
     *
     * @param signal the number of the signal
     */
    public Killed(int signal) {
      this(signal, Work.UNDONE);
    }
  }

  /**
   * The command does nothing, says nothing and ends by itself.
   *
   * @param status its exit status; 0 claims success
   */
  record SilentExit(int status) implements OfCommand {
    /**
     * Checks the status.
     *
     * @throws IllegalArgumentException if there is no such status
     */
    public SilentExit {
      if (status < 0 || status > 255) {
        throw new IllegalArgumentException("An exit status is 0 to 255, not " + status + ".");
      }
    }
  }

  /**
   * The command does its work, and goes on to write to one stream more than anybody keeps.
   *
   * @param stream the stream
   */
  record Flood(Stream stream) implements OfCommand {}

  /**
   * The command does its work, but only the beginning of its standard output arrives.
   *
   * @param bytes how much arrives
   */
  record TruncatedOutput(int bytes) implements OfCommand {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public TruncatedOutput {
      if (bytes < 0) {
        throw new IllegalArgumentException("An output cannot have " + bytes + " bytes.");
      }
    }
  }

  /**
   * The command does its work, but one byte of each stream is not UTF-8.
   *
   * @param position the number of the byte from 0, or of the last one if there are fewer
   */
  record WrongEncoding(int position) implements OfCommand {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public WrongEncoding {
      if (position < 0) {
        throw new IllegalArgumentException("There is no byte number " + position + ".");
      }
    }
  }

  /** The command writes to standard output what belongs to standard error. */
  record MergedStreams() implements OfCommand {}

  /** The program is not there: it cannot be started, and sudo does not find it. */
  record ToolMissing() implements OfCommand {}

  /**
   * The disk of the Mac is full while the command runs: nothing can be copied to it. Files that a
   * test installs find room.
   */
  record DiskFull() implements OfCommand {}

  /**
   * The command loses the rights of root while it runs.
   *
   * @param after after how many requests to the kernel or to a daemon
   */
  record PermissionLost(int after) implements OfCommand {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public PermissionLost {
      if (after < 0) {
        throw new IllegalArgumentException("There are no " + after + " requests.");
      }
    }
  }

  /** sudo wants a password this time. A command that does not go through sudo is not touched. */
  record SudoAsks() implements OfCommand {}

  /**
   * sudo waits for something, such as the directory of users, until the deadline; the program
   * behind it is not run. A command that does not go through sudo is not touched.
   */
  record SudoHangs() implements OfCommand {}

  /**
   * The kernel answers a request with a code, and does nothing. Of one run it is the first request
   * to load, unload or terminate, or of a program that only looks the request for what is loaded.
   *
   * @param code the code; 0 claims success
   */
  record KernelAnswers(OsReturn code) implements OfKernel {}

  /**
   * The kernel does not terminate a class or the services of a kext that it is asked to terminate.
   *
   * @param code what it answers
   */
  record TerminationRefused(OsReturn code) implements OfKernel {}

  /**
   * The code of a kext panics while it is started: the Mac restarts, everything that was running is
   * gone, and a report lies on its disk.
   *
   * @param message what the code says
   */
  record Panic(String message) implements OfKernel {
    /**
     * Checks the message.
     *
     * @throws IllegalArgumentException if it is blank or has more than one line
     */
    public Panic {
      if (message.isBlank() || message.indexOf('\n') >= 0) {
        throw new IllegalArgumentException(
            "A panic has a message of one line, not \"%s\".".formatted(message));
      }
    }
  }

  /** kextd does not run: from 10.7 on kextload does without it, before it cannot. */
  record KextdAbsent() implements OfKextd {}

  /**
   * kextd answers a request with a code, and does nothing.
   *
   * @param code the code; 0 claims success
   */
  record KextdAnswers(OsReturn code) implements OfKextd {}

  /**
   * Somebody else loads another copy of a kext. If it is loaded, or is nowhere on the disk, nothing
   * happens.
   *
   * @param kext the kext
   * @param difference how the copy differs
   */
  record OtherCopyLoaded(BundleIdentifier kext, Difference difference) implements OfMac {}

  /**
   * The person at the Mac, or MDM, allows a kext.
   *
   * @param kext the kext
   */
  record LateApproval(BundleIdentifier kext) implements OfMac {}
}
