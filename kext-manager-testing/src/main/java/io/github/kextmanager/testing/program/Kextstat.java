package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.program.KextstatTable.AddressWidth;
import io.github.kextmanager.testing.program.KextstatTable.Column;
import io.github.kextmanager.testing.program.KextstatTable.WithoutLibraries;
import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /usr/sbin/kextstat} from 10.6 to 10.15 (kext_tools, kextstat_main.c). */
public final class Kextstat implements Program {
  private static final Comparator<KextInfo> BY_TAG =
      Comparator.comparing(
          KextInfo::tag,
          Comparator.comparingInt((OptionalInt tag) -> tag.isPresent() ? 1 : 0)
              .thenComparing(tag -> tag.orElse(0), Integer::compareUnsigned));
  private static final Comparator<KextInfo> BY_ADDRESS =
      Comparator.comparingInt((KextInfo kext) -> kext.address().isPresent() ? 1 : 0)
          .thenComparing(kext -> kext.address().orElse(0), Long::compareUnsigned);

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
    var request = new Request();
    var options =
        new GetoptLongOnly(
            invocation.name(),
            invocation.arguments(),
            era.isAtLeast(KextstatEra.YOSEMITE) ? "b:hkla" : "b:hkl",
            longOptions(),
            invocation.stderr());
    for (char option = options.next(); option != GetoptLongOnly.END; option = options.next()) {
      switch (option) {
        case 'b' -> request.identifiers.add(options.value().orElseThrow());
        case 'k' -> request.flags.add(Flag.NO_KERNEL);
        case 'l' -> request.flags.add(Flag.LIST_ONLY);
        case 'a' -> request.flags.add(Flag.ARCHITECTURE);
        case 's' -> request.flags.add(Flag.SORT);
        case 'h' -> {
          usage(invocation);
          return ExitStatus.OK;
        }
        default -> {
          // The real one goes on after a complaint, as if the word were not there.
        }
      }
    }
    if (!options.operands().isEmpty()) {
      invocation
          .stderr()
          .println("Extra arguments starting at %s....".formatted(options.operands().get(0)));
      briefUsage(invocation);
      briefUsage(invocation);
      return ExitStatus.USAGE;
    }
    print(request, invocation.stdout());
    return ExitStatus.OK;
  }

  private enum Flag {
    NO_KERNEL,
    LIST_ONLY,
    ARCHITECTURE,
    SORT
  }

  private static final class Request {
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final Set<String> identifiers = new LinkedHashSet<>();

    boolean wants(KextInfo kext) {
      boolean named = kext.identifier().filter(identifiers::contains).isPresent();
      if (!identifiers.isEmpty() && !named) {
        return false;
      }
      boolean hidden = flags.contains(Flag.NO_KERNEL) && kext.kernelResource();
      return !hidden || named || kext.identifier().isEmpty();
    }
  }

  private void print(Request request, OutputStreamText stdout) {
    KextstatTable table = table(request);
    if (!request.flags.contains(Flag.LIST_ONLY)) {
      stdout.println(table.header());
    }
    List<KextInfo> kexts = new ArrayList<>(kernel.get().loadedKexts());
    kexts.removeIf(kext -> !request.wants(kext));
    if (era.isAtLeast(KextstatEra.LION)) {
      kexts.removeIf(kext -> kext.tag().equals(OptionalInt.of(0)));
      kexts.sort(request.flags.contains(Flag.SORT) ? BY_ADDRESS : BY_TAG);
    }
    kexts.forEach(kext -> stdout.println(table.row(kext)));
  }

  private KextstatTable table(Request request) {
    Set<Column> columns = EnumSet.noneOf(Column.class);
    if (era.isAtLeast(KextstatEra.EL_CAPITAN)) {
      columns.add(Column.UUID);
    }
    if (request.flags.contains(Flag.ARCHITECTURE)) {
      columns.add(Column.ARCHITECTURE);
    }
    return new KextstatTable(
        platform.architecture().is64Bit() ? AddressWidth.BITS_64 : AddressWidth.BITS_32,
        columns,
        WithoutLibraries.NOTHING);
  }

  private List<LongOption> longOptions() {
    List<LongOption> options = new ArrayList<>();
    options.add(new LongOption("no-kernel", Value.NONE, 'k'));
    options.add(new LongOption("list-only", Value.NONE, 'l'));
    options.add(new LongOption("bundle-id", Value.REQUIRED, 'b'));
    options.add(new LongOption("help", Value.NONE, 'h'));
    if (era.isAtLeast(KextstatEra.YOSEMITE)) {
      options.add(new LongOption("arch", Value.NONE, 'a'));
    }
    if (era.isAtLeast(KextstatEra.EL_CAPITAN)) {
      options.add(new LongOption("sort", Value.NONE, 's'));
    }
    return options;
  }

  private void usageLine(Invocation invocation) {
    String architecture = era.isAtLeast(KextstatEra.YOSEMITE) ? "[-a] " : "";
    invocation
        .stderr()
        .println(
            "usage: %s %s[-k] [-l] [-b bundle_id] ..."
                .formatted(invocation.program(), architecture));
  }

  private void briefUsage(Invocation invocation) {
    usageLine(invocation);
    invocation.stderr().println("");
    invocation
        .stderr()
        .println("Use %s -help (-h) for a list of options.".formatted(invocation.program()));
  }

  private void usage(Invocation invocation) {
    usageLine(invocation);
    invocation
        .stderr()
        .print(
            """
            -no-kernel (-k): show only loadable kexts (omit kernel components).
            -list-only (-l): print the list only, omitting the header.
            -bundle-id (-b) <bundle_id>: print info for kexts named by identifier.
            """);
    if (era.isAtLeast(KextstatEra.YOSEMITE)) {
      invocation.stderr().println("-arch (-a): Include architecture info in output.");
    }
    if (era.isAtLeast(KextstatEra.EL_CAPITAN)) {
      invocation.stderr().println("-sort (-s): Sort by load address.");
    }
  }
}
