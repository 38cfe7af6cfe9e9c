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
    if (inside.isEmpty()) {
      var text = new PanicText(file);
      return report(Generation.TEXT, text, extent(text.goesOnAfterList()));
    }
    if (inside.get().isWhole()) {
      var text = new PanicText(inside.get().value() + "\n");
      return report(Generation.JSON, text, extent(text.hasList()));
    }
    var text = new PanicText(inside.get().value());
    return report(Generation.JSON, text, extent(text.goesOnAfterList()));
  }

  private static Extent extent(boolean reachesEnd) {
    return reachesEnd ? Extent.WHOLE : Extent.CUT_SHORT;
  }

  private static Optional<PanicReport> report(
      Generation generation, PanicText text, Extent extent) {
    return text.message()
        .map(
            message ->
                new PanicReport(
                    generation,
                    text.kernel(),
                    message,
                    text.at(),
                    text.build(),
                    text.bootSession(),
                    text.backtrace(),
                    text.lastStarted(),
                    text.lastStopped(),
                    text.loaded(),
                    extent));
  }
}
