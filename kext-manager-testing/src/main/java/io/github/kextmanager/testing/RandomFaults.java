package io.github.kextmanager.testing;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Fault.Stream;
import io.github.kextmanager.testing.Fault.Work;
import io.github.kextmanager.testing.Occasion.Run;
import io.github.kextmanager.testing.Occasion.Turn.Nth;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.verdict.OsReturn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Faults by chance; the same for the same seed and release. */
final class RandomFaults {
  private static final int COMMANDS = 100;
  private static final int ONE_IN = 5;
  private static final int TIMEOUT = 0xdc008019;

  private final long seed;
  private final List<Fault> kinds;

  RandomFaults(long seed, MacOsVersion release) {
    this.seed = seed;
    this.kinds = new ArrayList<>(EVERYWHERE);
    if (!release.isAtLeast(Releases.BIG_SUR)) {
      kinds.add(new Fault.KextdAnswers(new OsReturn(TIMEOUT)));
      if (release.isAtLeast(Releases.LION)) {
        kinds.add(new Fault.KextdAbsent());
      }
    }
  }

  private static final List<Fault> EVERYWHERE =
      List.of(
          new Fault.Hang(Work.UNDONE),
          new Fault.Hang(Work.DONE),
          new Fault.Slow(Duration.ofSeconds(5)),
          new Fault.Slow(Duration.ofHours(1)),
          new Fault.Killed(9),
          new Fault.Killed(15, Work.DONE),
          new Fault.SilentExit(0),
          new Fault.SilentExit(1),
          new Fault.Flood(Stream.STDOUT),
          new Fault.Flood(Stream.STDERR),
          new Fault.TruncatedOutput(0),
          new Fault.TruncatedOutput(500),
          new Fault.WrongEncoding(200),
          new Fault.MergedStreams(),
          new Fault.ToolMissing(),
          new Fault.DiskFull(),
          new Fault.PermissionLost(0),
          new Fault.SudoAsks(),
          new Fault.SudoHangs(),
          new Fault.KernelAnswers(KernelReturn.ERROR),
          new Fault.KernelAnswers(KernelReturn.SUCCESS),
          new Fault.TerminationRefused(KernelReturn.IO_UNSUPPORTED),
          new Fault.Panic("a panic by chance"));

  List<PlannedFault> plans() {
    var random = new Random(seed);
    List<PlannedFault> plans = new ArrayList<>();
    for (int command = 1; command <= COMMANDS; command++) {
      if (random.nextInt(ONE_IN) == 0) {
        Fault fault = kinds.get(random.nextInt(kinds.size()));
        plans.add(
            new PlannedFault(new Run(Optional.empty(), Optional.empty(), new Nth(command)), fault));
      }
    }
    return plans;
  }
}
