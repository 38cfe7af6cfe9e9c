package io.github.kextmanager.cli.mac;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.PastedTable;
import io.github.kextmanager.cli.answer.Source;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table that {@code --simulate-from} names. */
final class HeldTable {
  private static final String KERNEL = "com.apple.kpi.bsd";
  private static final Pattern DARWIN = Pattern.compile("(\\d{1,2})\\..*");
  private static final int BIG_SUR = 20;
  private static final int TAHOE = 25;

  private HeldTable() {}

  static KextSnapshot read(Path table, Console console) {
    Source source = new Source(table.toString());
    try {
      KextSnapshot held = PastedTable.read(source, console).toSnapshot(Instant.EPOCH);
      if (held.kexts().isEmpty()) {
        throw new UsageException(
            "--simulate-from: " + table + " holds no row of a table of kexts.");
      }
      return held;
    } catch (IOException e) {
      throw source.failure(e);
    }
  }

  /** The release whose kernel has the version of {@code com.apple.kpi.bsd}. */
  static MacOsVersion release(KextSnapshot held) {
    Matcher matcher = DARWIN.matcher(darwin(held));
    if (!matcher.matches()) {
      throw new UsageException(
          "--simulate-from: the table does not show the version of "
              + KERNEL
              + ", which tells the release of macOS. Name it with --simulate RELEASE.");
    }
    return release(Integer.parseInt(matcher.group(1)));
  }

  private static String darwin(KextSnapshot held) {
    for (LoadedKext kext : held.kexts()) {
      if (kext.identifier().value().equals(KERNEL)) {
        return kext.version().text();
      }
    }
    return "";
  }

  /** Darwin 15 is 10.11; Darwin 20 is 11, 24 is 15, and 25, the next year, 26. */
  private static MacOsVersion release(int darwin) {
    if (darwin < BIG_SUR) {
      return new MacOsVersion(10, darwin - 4, 0);
    }
    return new MacOsVersion(darwin < TAHOE ? darwin - 9 : darwin + 1, 0, 0);
  }
}
