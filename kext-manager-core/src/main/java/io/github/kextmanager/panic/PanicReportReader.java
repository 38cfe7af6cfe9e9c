package io.github.kextmanager.panic;

import io.github.kextmanager.panic.JsonStrings.Found;
import io.github.kextmanager.panic.PanicReport.Extent;
import io.github.kextmanager.panic.PanicReport.Generation;
import java.util.Optional;

/**
 * Reads panic reports of both generations, whole or cut short. Pure; never throws, whatever it is
 * given.
 *
 * <p>On a Mac with a T2 chip the report is that of the chip, with the panic of macOS as one of its
 * members ({@code macOSPanicString}); elsewhere it is the {@code panicString}.
 */
public final class PanicReportReader {
  /** Creates a reader. */
  public PanicReportReader() {}

  /**
   * Reads a report.
   *
   * @param file the contents of the file
   * @return what it says, or empty if no kernel panic is in it
   */
  public Optional<PanicReport> read(String file) {
    var json = new JsonStrings(file);
    Optional<Found> inside =
        json.find("macOSPanicString")
            .filter(found -> new PanicText(found.value()).message().isPresent())
            .or(() -> json.find("panicString"));
    return inside.isPresent()
        ? report(Generation.JSON, new PanicText(inside.get().value()), inside.get().isWhole())
        : report(Generation.TEXT, new PanicText(file), file.endsWith("\n"));
  }

  private static Optional<PanicReport> report(
      Generation generation, PanicText text, boolean isWhole) {
    boolean reachesEnd = text.goesOnAfterList() || (text.hasList() && isWhole);
    return text.message()
        .map(
            message ->
                new PanicReport(
                    generation,
                    message,
                    text.build(),
                    text.bootSession(),
                    text.backtrace(),
                    text.lastStarted(),
                    text.lastStopped(),
                    text.loaded(),
                    reachesEnd ? Extent.WHOLE : Extent.CUT_SHORT));
  }
}
