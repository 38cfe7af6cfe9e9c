package io.github.kextmanager.testing.kmutil;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.kmutil.arguments.ArgumentException;
import io.github.kextmanager.testing.kmutil.arguments.Command;
import io.github.kextmanager.testing.kmutil.arguments.Given;
import io.github.kextmanager.testing.kmutil.arguments.Option;
import io.github.kextmanager.testing.program.Invocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * {@code kmutil inspect}, in a form of our own: the kexts that the kernel holds, as there are no
 * collections on the disk of a simulated Mac.
 */
record Inspect(Platform platform, Disk disk, Supplier<? extends KernelRequests> kernel)
    implements Subcommand {
  private static final String KERNEL_UUID = "show-kernel-uuid";
  private static final String KERNEL_UUID_ONLY = "show-kernel-uuid-only";

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public Command command() {
    return Command.of(
        "kmutil " + name(),
        "Inspect & display a kext collection's contents according to the options provided.",
        Options.common(),
        List.of(
            Option.flag("show-mach-header", "Print the mach header(s) in the collection(s)."),
            Option.flag(
                "show-fileset-entries",
                "Print the fileset entries of the mach header(s) in the collection(s)."),
            Option.flag(
                "show-kext-load-addresses",
                "Print the load addresses of each kext in the collection(s)."),
            Option.flag("show-kext-uuids", "Print the UUIDs of each kext in the collection(s)."),
            Option.flag(KERNEL_UUID, "Print the UUID of the kernel in the collection."),
            Option.flag(
                KERNEL_UUID_ONLY,
                "Print the UUID of the kernel in the collection, and suppress default kext"
                    + " information."),
            Option.flag(
                "no-header", "Don't show the header describing the collection the data came from."),
            Option.flag(
                "show-prelink-info", "Dump the __PRELINK_INFO section(s) of the collection(s)."),
            Option.flag("show-collection-metadata", "Print the metadata of the collection(s)."),
            Option.flag("show-mach-boot-properties", "Print derived Mach-O boot properties"),
            Option.flag("json", "Print the section layout of the collection(s) as JSON.")),
        Options.bundles(),
        Options.filters(),
        Options.collections());
  }

  @Override
  public int run(Given given, Invocation invocation) throws ArgumentException {
    Answers.noteVariant(given, invocation);
    KextSelection selection = KextSelection.of(given, invocation, disk, platform);
    if (selection.error().isPresent()) {
      return Answers.print(selection.error(), platform.release(), invocation);
    }
    List<KextInfo> loaded = List.copyOf(kernel.get().loadedKexts());
    if (given.has(KERNEL_UUID) || given.has(KERNEL_UUID_ONLY)) {
      kernelUuid(loaded).ifPresent(uuid -> invocation.stdout().println(text(uuid)));
    }
    if (!given.has(KERNEL_UUID_ONLY)) {
      loaded.stream()
          .filter(kext -> isSelected(kext, selection))
          .forEach(kext -> invocation.stdout().println(line(kext)));
    }
    return 0;
  }

  private static boolean isSelected(KextInfo kext, KextSelection selection) {
    return selection.kexts().stream()
        .anyMatch(each -> kext.identifier().filter(each.identifier()::equals).isPresent());
  }

  /** The parts of the kernel have its UUID. */
  private static Optional<UUID> kernelUuid(List<KextInfo> loaded) {
    return loaded.stream()
        .filter(KextInfo::kernelResource)
        .flatMap(kext -> kext.uuid().stream())
        .findFirst();
  }

  private static String line(KextInfo kext) {
    return "%s (%s) %s"
        .formatted(
            kext.identifier().orElse(""),
            kext.version().orElse(""),
            kext.uuid().map(Inspect::text).orElse(""))
        .trim();
  }

  private static String text(UUID uuid) {
    return uuid.toString().toUpperCase(Locale.ROOT);
  }
}
