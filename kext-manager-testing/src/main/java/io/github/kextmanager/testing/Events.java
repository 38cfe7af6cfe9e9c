package io.github.kextmanager.testing;

import io.github.kextmanager.testing.Fault.Difference;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KextCode;
import io.github.kextmanager.testing.kernel.KextImage;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.library.KextLibrary;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What others do to a Mac. */
final class Events {
  private static final String ONE_VERSION = "0.9";
  private static final String ANOTHER_VERSION = "0.8";

  private final Machine machine;

  Events(Machine machine) {
    this.machine = machine;
  }

  void happen(Fault.OfMac event) {
    if (event instanceof Fault.LateApproval approval) {
      machine.consent().approve(approval.kext().value());
    } else {
      loadCopy((Fault.OtherCopyLoaded) event);
    }
  }

  private void loadCopy(Fault.OtherCopyLoaded copy) {
    String identifier = copy.kext().value();
    var catalog =
        new KextCatalog(
            machine.disk(), new KextOpener(machine.disk(), machine.platform()), LogSink.NONE);
    ExtensionFolders.of(machine.platform().release()).forEach(catalog::scan);
    var library = KextLibrary.quiet(catalog, machine.kernel(), machine.platform().architecture());
    catalog
        .best(identifier)
        .flatMap(library::archive)
        .map(archive -> differing(archive, identifier, copy.difference()))
        .ifPresent(archive -> machine.kernel().load(identifier, archive));
  }

  private static List<KextImage> differing(
      List<KextImage> archive, String identifier, Difference difference) {
    return archive.stream()
        .map(image -> image.identifier().equals(identifier) ? copy(image, difference) : image)
        .toList();
  }

  private static KextImage copy(KextImage image, Difference difference) {
    String otherVersion = image.version().equals(ONE_VERSION) ? ANOTHER_VERSION : ONE_VERSION;
    return new KextImage(
        image.identifier(),
        difference == Difference.VERSION ? otherVersion : image.version(),
        difference == Difference.PATH ? image.uuid() : Optional.of(anotherBuild(image)),
        image.architecture(),
        image.kind(),
        image.sizeBytes(),
        image.libraries(),
        KextCode.WELL_BEHAVED);
  }

  private static UUID anotherBuild(KextImage image) {
    String name = "another build of " + image.identifier() + " " + image.version();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
