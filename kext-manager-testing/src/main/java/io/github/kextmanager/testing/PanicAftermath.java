package io.github.kextmanager.testing;

import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.panic.Panic;
import io.github.kextmanager.testing.panic.PanicReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens after a panic: the Mac starts again as it was started, and writes the report. */
final class PanicAftermath {
  private static final Duration RESTART = Duration.ofSeconds(40);

  private final Machine machine;

  PanicAftermath(Machine machine) {
    this.machine = machine;
  }

  void follow(KernelPanicException cause) {
    var panic =
        new Panic(
            machine.platform(),
            machine.build(),
            DarwinVersion.of(machine.platform().release()),
            machine.boot().session(),
            machine.boot().startedAt(),
            machine.clock().instant(),
            machine.kernel().loadedKexts(),
            libraries(),
            Optional.empty(),
            cause.process(),
            String.valueOf(cause.getMessage()));
    machine.clock().advance(RESTART);
    machine.restart(machine.start());
    PanicReport report = PanicReport.of(panic);
    machine.disk().write(report.file(), report.text().getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> libraries() {
    var catalog =
        new KextCatalog(
            machine.disk(), new KextOpener(machine.disk(), machine.platform()), LogSink.NONE);
    ExtensionFolders.of(machine.platform().release()).forEach(catalog::scan);
    return catalog.opened().stream()
        .filter(kext -> kext.compatibleVersion().isPresent())
        .map(KextOnDisk::identifier)
        .collect(Collectors.toSet());
  }
}
