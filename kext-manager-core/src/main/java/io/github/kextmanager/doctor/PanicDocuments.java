package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.panic.PanicReport;
import io.github.kextmanager.panic.PanicReports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest reports of panics in which kexts of others stood, after a list of all that were found.
 * Their names on the disk hold that of the machine, and are not in it.
 */
final class PanicDocuments {
  private static final int MOST = 5;
  private static final int MOST_BYTES = 1 << 20;

  private final MacSeen mac;

  PanicDocuments(MacSeen mac) {
    this.mac = mac;
  }

  List<Document> all() {
    HostFact<PanicReports.Search> search = mac.panics();
    StringBuilder list =
        new StringBuilder("Kernel panics were looked for in %s.\n".formatted(search.asked()));
    List<Document> quoted = new ArrayList<>();
    if (search instanceof HostFact.NotKnown<?> unknown) {
      list.append("That could not be done: %s\n".formatted(unknown.because()));
    }
    List<PanicReports.OnDisk> reports =
        search.value().map(PanicReports.Search::reports).orElse(List.of());
    if (search.value().isPresent() && reports.isEmpty()) {
      list.append("There is no report of a panic.\n");
    }
    for (PanicReports.OnDisk report : reports) {
      Optional<Document> quote =
          quoted.size() < MOST && report.report().filter(PanicDocuments::concernsOthers).isPresent()
              ? Optional.of(
                  new Document("panics/%d.txt".formatted(quoted.size() + 1), read(report.path())))
              : Optional.empty();
      quote.ifPresent(quoted::add);
      list.append(
          "%s: %s\n".formatted(report.writtenAt(), quote.map(Document::name).orElse(why(report))));
      report
          .problem()
          .filter(cut -> report.report().isPresent())
          .ifPresent(cut -> list.append("  %s\n".formatted(cut)));
    }
    List<Document> documents = new ArrayList<>();
    documents.add(new Document("panics.txt", list.toString()));
    documents.addAll(quoted);
    return documents;
  }

  private static String why(PanicReports.OnDisk report) {
    if (report.report().isEmpty()) {
      return report.problem().orElse("It could not be read.");
    }
    return concernsOthers(report.report().get())
        ? "left out: %d newer ones are here".formatted(MOST)
        : "left out: no kext of others stood in it";
  }

  private static boolean concernsOthers(PanicReport report) {
    return report.backtrace().stream()
            .anyMatch(kext -> !KextsOfOthers.isOfApple(kext.kext().identifier()))
        || report
            .lastStarted()
            .filter(kext -> !KextsOfOthers.isOfApple(kext.kext().identifier()))
            .isPresent();
  }

  private String read(Path seen) {
    Path file = new RootedFiles(mac.root()).here(seen);
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      return "It could not be read: %s%n".formatted(failed);
    }
  }
}
