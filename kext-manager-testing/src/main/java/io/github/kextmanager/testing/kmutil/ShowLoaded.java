package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.daemon.KmError;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.KextstatTable;
import io.github.kextmanager.testing.program.KextstatTable.AddressWidth;
import io.github.kextmanager.testing.program.KextstatTable.Column;
import io.github.kextmanager.testing.program.KextstatTable.Missing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@code kmutil showloaded}: the table of kextstat, with a pair of brackets in every row. */
record ShowLoaded(Platform platform, Disk disk, Supplier<? extends KernelRequests> kernel)
    implements Subcommand {

  @Override
  public String name() {
    return "showloaded";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Show the loaded state of the extensions on the system, according to the options provided.",
        Options.common(),
        Options.bundles(),
        Options.filters(),
        List.of(
            Option.flag("show-mach-headers", "Show the Mach-O headers of the loaded extensions."),
            Option.one("show", "Restrict output to a specific load state."),
            Option.one(
                "collection", "Restrict the load information to a particular collection kind."),
            Option.flag("sort", "Sort by load address of each extension, instead of by load tag."),
            Option.flag("list-only", "Print the list only, omitting the column headers."),
            Option.flag("arch-info", "Include the architecture info in output."),
            Option.flag("no-kernel-components", "Omit kernel components from output."),
            Option.flag("show-kernel", "Show kernel information in output.")));
  }

  @Override
  public int run(Given given, Invocation invocation) throws ArgumentException {
    KextScope scope = KextScope.of(given);
    Answers.noteVariant(given, invocation);
    List<KextInfo> kexts = new ArrayList<>(kernel.get().loadedKexts());
    Set<String> named = new HashSet<>(given.all(Options.OPTIONAL_IDENTIFIER));
    Optional<KmError> missing = addNamed(given, invocation, kexts, named);
    if (missing.isPresent()) {
      return Answers.print(missing, release(), invocation);
    }
    List<String> elided = given.all(Options.ELIDE_IDENTIFIER);
    Predicate<KextInfo> filter = filter(given, invocation);
    kexts.removeIf(kext -> !named.isEmpty() && !isNamed(kext, named));
    kexts.removeIf(kext -> isNamed(kext, Set.copyOf(elided)) || !filter.test(kext));
    kexts.removeIf(kext -> given.has("no-kernel-components") && kext.kernelResource());
    kexts.removeIf(kext -> !scope.includes(kext));
    kexts.sort(given.has("sort") ? KextstatTable.BY_ADDRESS : KextstatTable.BY_TAG);
    print(kexts, given, invocation);
    return 0;
  }

  private MacOsVersion release() {
    return platform.release();
  }

  /** That it is an error if one is not loaded is in kmutil(8); the text is ours. */
  private Optional<KmError> addNamed(
      Given given, Invocation invocation, List<KextInfo> kexts, Set<String> named) {
    List<String> identifiers = new ArrayList<>(given.all(Options.BUNDLE_IDENTIFIER));
    for (Path bundle : Answers.paths(given.all(Options.BUNDLE_PATH), invocation)) {
      Optional<KextOnDisk> kext = Bundles.open(bundle, disk, platform);
      if (kext.isEmpty()) {
        return Optional.of(KmError.noBundle(bundle));
      }
      identifiers.add(kext.get().identifier());
    }
    named.addAll(identifiers);
    return identifiers.stream()
        .filter(id -> kexts.stream().noneMatch(kext -> isNamed(kext, Set.of(id))))
        .findFirst()
        .map(KmError::noExtension);
  }

  private Predicate<KextInfo> filter(Given given, Invocation invocation) throws ArgumentException {
    if (!given.has(Options.FILTER) && !given.has(Options.FILTER_ALL)) {
      return kext -> true;
    }
    String option = given.has(Options.FILTER_ALL) ? Options.FILTER_ALL : Options.FILTER;
    Predicate<KextOnDisk> ofBundle = KextFilter.of(given, option);
    Set<String> passing = new HashSet<>();
    KextSelection.of(new Given(Map.of(), List.of()), invocation, disk, platform).kexts().stream()
        .filter(ofBundle)
        .forEach(kext -> passing.add(kext.identifier()));
    return kext -> isNamed(kext, passing);
  }

  private void print(List<KextInfo> kexts, Given given, Invocation invocation) {
    Set<Column> columns = EnumSet.of(Column.UUID);
    if (given.has("arch-info")) {
      columns.add(Column.ARCHITECTURE);
    }
    var table = new KextstatTable(AddressWidth.BITS_64, columns, Missing.AS_KMUTIL);
    if (!given.has("list-only")) {
      invocation.stdout().println(table.header());
    }
    boolean hidden = release().isAtLeast(Releases.TAHOE) && !invocation.isRoot();
    kexts.stream()
        .map(kext -> hidden ? kext.withoutAddress() : kext)
        .forEach(kext -> invocation.stdout().println(table.row(kext)));
  }

  private static boolean isNamed(KextInfo kext, Set<String> identifiers) {
    return kext.identifier().filter(identifiers::contains).isPresent();
  }
}
