package io.github.kextmanager.testing.program;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.KextstatTable.AddressWidth;
import io.github.kextmanager.testing.program.KextstatTable.Column;
import io.github.kextmanager.testing.program.KextstatTable.Missing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code kmutil showloaded}: the table of kextstat, with a pair of brackets in every row. */
final class KmutilShowloaded implements Program {
  private static final KmutilOptions OPTIONS =
      KmutilOptions.common()
          .value("-b", "--bundle-identifier")
          .value("--optional-identifier", "--optional-identifier")
          .flag("--list-only", "--list-only")
          .flag("--sort", "--sort")
          .flag("--arch-info", "--arch-info")
          .flag("--no-kernel-components", "--no-kernel-components");

  private final MacOsVersion release;
  private final Supplier<? extends KernelRequests> kernel;

  KmutilShowloaded(MacOsVersion release, Supplier<? extends KernelRequests> kernel) {
    this.release = release;
    this.kernel = kernel;
  }

  @Override
  public int run(Invocation invocation) {
    return OPTIONS
        .read(invocation.arguments(), invocation.stderr())
        .map(given -> show(given, invocation))
        .orElse(ExitStatus.USAGE);
  }

  private int show(KmutilOptions.Given given, Invocation invocation) {
    if (given.values("--variant-suffix").isEmpty()) {
      invocation.stderr().println("No variant specified, falling back to release");
    }
    List<KextInfo> kexts = new ArrayList<>(kernel.get().loadedKexts());
    Optional<String> unknown = unknown(given.values("--bundle-identifier"), kexts);
    if (unknown.isPresent()) {
      // That it is an error is in kmutil(8); the text is ours.
      invocation
          .stderr()
          .println(
              "Could not find: Extension with identifier '%s' not found".formatted(unknown.get()));
      return ExitStatus.OS_ERROR;
    }
    kexts.removeIf(kext -> !isWanted(kext, given));
    kexts.sort(given.has("--sort") ? KextstatTable.BY_ADDRESS : KextstatTable.BY_TAG);
    KextstatTable table = table(given);
    if (!given.has("--list-only")) {
      invocation.stdout().println(table.header());
    }
    boolean hidden = release.isAtLeast(Releases.TAHOE) && !invocation.isRoot();
    kexts.stream()
        .map(kext -> hidden ? kext.withoutAddress() : kext)
        .forEach(kext -> invocation.stdout().println(table.row(kext)));
    return ExitStatus.OK;
  }

  private static Optional<String> unknown(List<String> identifiers, List<KextInfo> kexts) {
    return identifiers.stream()
        .filter(id -> kexts.stream().noneMatch(kext -> isNamed(kext, List.of(id))))
        .findFirst();
  }

  private static boolean isWanted(KextInfo kext, KmutilOptions.Given given) {
    List<String> named = new ArrayList<>(given.values("--bundle-identifier"));
    named.addAll(given.values("--optional-identifier"));
    boolean hidden = given.has("--no-kernel-components") && kext.kernelResource();
    return isNamed(kext, named) || (named.isEmpty() && !hidden);
  }

  private static boolean isNamed(KextInfo kext, List<String> identifiers) {
    return kext.identifier().filter(identifiers::contains).isPresent();
  }

  private static KextstatTable table(KmutilOptions.Given given) {
    Set<Column> columns = EnumSet.of(Column.UUID);
    if (given.has("--arch-info")) {
      columns.add(Column.ARCHITECTURE);
    }
    return new KextstatTable(AddressWidth.BITS_64, columns, Missing.AS_KMUTIL);
  }
}
