package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.MachErrorText;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.program.KextstatArguments.Flag;
import io.github.kextmanager.testing.program.KextstatTable.AddressWidth;
import io.github.kextmanager.testing.program.KextstatTable.Column;
import io.github.kextmanager.testing.program.KextstatTable.Missing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code /usr/sbin/kextstat} from 10.6 to 10.15, and later in its legacy mode (kext_tools,
 * kextstat_main.c).
 */
public final class Kextstat implements Program {
  private final Platform platform;
  private final KextstatEra era;
  private final Supplier<? extends KernelRequests> kernel;

  /**
   * The program of a release.
   *
   * @param platform the release, and the processor that decides how wide an address is
   * @param kernel the kernel of this start of the Mac
   */
  public Kextstat(Platform platform, Supplier<? extends KernelRequests> kernel) {
    this.platform = platform;
    this.era = KextstatEra.of(platform.release());
    this.kernel = kernel;
  }

  @Override
  public int run(Invocation invocation) {
    var arguments = new KextstatArguments(era, invocation);
    OptionalInt ended = arguments.read();
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    List<KextInfo> kexts;
    try {
      kexts = new ArrayList<>(kernel.get().loadedKexts());
    } catch (KernelRefusalException e) {
      if (era.isAtLeast(KextstatEra.LION)) {
        invocation
            .stderr()
            .println(
                "Failed to read loaded kext info from kernel - %s."
                    .formatted(MachErrorText.of(e.result())));
      }
      invocation.stderr().println("Couldn't get list of loaded kexts from kernel.");
      return ExitStatus.OS_ERROR;
    }
    print(kexts, arguments, invocation.stdout());
    return ExitStatus.OK;
  }

  private void print(List<KextInfo> kexts, KextstatArguments arguments, OutputStreamText stdout) {
    KextstatTable table = table(arguments);
    if (!arguments.has(Flag.LIST_ONLY)) {
      stdout.println(table.header());
    }
    kexts.removeIf(kext -> !isWanted(kext, arguments));
    if (era.isAtLeast(KextstatEra.LION)) {
      kexts.removeIf(kext -> kext.tag().equals(OptionalInt.of(0)));
      kexts.sort(arguments.has(Flag.SORT) ? KextstatTable.BY_ADDRESS : KextstatTable.BY_TAG);
    }
    kexts.forEach(kext -> stdout.println(table.row(kext)));
  }

  private static boolean isWanted(KextInfo kext, KextstatArguments arguments) {
    boolean named = kext.identifier().filter(arguments.identifiers()::contains).isPresent();
    if (!arguments.identifiers().isEmpty() && !named) {
      return false;
    }
    boolean hidden = arguments.has(Flag.NO_KERNEL) && kext.kernelResource();
    return !hidden || named || kext.identifier().isEmpty();
  }

  private KextstatTable table(KextstatArguments arguments) {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    if (era.isAtLeast(KextstatEra.EL_CAPITAN)) {
      columns.add(Column.UUID);
    }
    if (arguments.has(Flag.ARCHITECTURE)) {
      columns.add(Column.ARCHITECTURE);
    }
    return new KextstatTable(
        platform.architecture().is64Bit() ? AddressWidth.BITS_64 : AddressWidth.BITS_32,
        columns,
        Missing.AS_KEXTSTAT);
  }
}
