package io.github.kextmanager.panic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a panic report says of kexts.
 *
 * @param generation how the report was written
 * @param kernel whose kernel panicked
 * @param message the first line of the panic, with its number
 * @param at when it panicked, which kernels of Apple silicon say; the file is written with the next
 *     start
 * @param build the build of macOS, such as {@code 24F74}
 * @param bootSession the boot session that ended, which reports name from macOS 11 on
 * @param backtrace the kexts in the backtrace, in the order in which the kernel lists them
 * @param lastStarted the kext that was started last
 * @param lastStopped the kext that was stopped last
 * @param loaded the loaded kexts that the kernel listed: those of others first, newest first; none
 *     where it skipped the list, as one of macOS 26 did
 * @param extent whether the report is there to its end
 */
public record PanicReport(
    Generation generation,
    Kernel kernel,
    PanicLine message,
    Optional<Instant> at,
    Optional<String> build,
    Optional<UUID> bootSession,
    List<BacktraceKext> backtrace,
    Optional<LastKext> lastStarted,
    Optional<LastKext> lastStopped,
    List<PanicKext> loaded,
    Extent extent) {
  /** Takes unmodifiable copies of the lists. */
  public PanicReport {
    backtrace = List.copyOf(backtrace);
    loaded = List.copyOf(loaded);
  }

  /** How a report was written. */
  public enum Generation {
    /** As plain text. */
    TEXT,
    /** As JSON with the text in it. */
    JSON
  }

  /** Whose kernel panicked. */
  public enum Kernel {
    /** That of the Mac. */
    MACOS,
    /** That of its T2 chip, with kexts of its own; it panics too when macOS does. */
    BRIDGE_OS
  }

  /** Whether a report is there to its end. */
  public enum Extent {
    /** It reaches past the list of loaded kexts, which the kernel prints last. */
    WHOLE,
    /** It ends before or in that list: what it does not name may have been there all the same. */
    CUT_SHORT
  }

  /**
   * A line of the text of the panic.
   *
   * @param number its number, from 1
   * @param text the line without its end
   */
  public record PanicLine(int number, String text) {}
}
