package io.github.kextmanager.panic;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The panic reports on the disk of a Mac: {@code *.panic} and {@code panic-*.ips}, in {@code
 * /Library/Logs/DiagnosticReports}, where old ones lie in {@code Retired}, and those of a T2 chip
 * in {@code ProxiedDevice-Bridge}.
 */
public final class PanicReports {
  private static final Path FOLDER = Path.of("/Library/Logs/DiagnosticReports");
  private static final List<Path> FOLDERS =
      List.of(FOLDER, FOLDER.resolve("Retired"), FOLDER.resolve("ProxiedDevice-Bridge"));
  private static final int MOST = 50;

  private final Path root;

  /**
   * The reports of a Mac.
   *
   * @param root the folder below which its files are
   */
  public PanicReports(Path root) {
    this.root = root;
  }

  /**
   * A report as it lies on the disk.
   *
   * @param path where it lies, as seen on the Mac
   * @param writtenAt when the file was last changed; the epoch if that could not be learnt
   * @param report what it says; empty if it is no report, or could not be read
   * @param problem why there is no report, or only a part of one, for people: with the path, and
   *     the line in which it was cut short
   */
  public record OnDisk(
      Path path, Instant writtenAt, Optional<PanicReport> report, Optional<String> problem) {
    static OnDisk unreadable(Path path, Instant writtenAt, String problem) {
      return new OnDisk(path, writtenAt, Optional.empty(), Optional.of(problem));
    }
  }

  /**
   * What was found.
   *
   * @param reports the newest first, fifty at most
   * @param problems why there may be more: a folder that could not be read, more reports than fifty
   */
  public record Search(List<OnDisk> reports, List<String> problems) {
    /** Takes unmodifiable copies of the lists. */
    public Search {
      reports = List.copyOf(reports);
      problems = List.copyOf(problems);
    }
  }

  private record Candidate(Path seen, Instant writtenAt, Optional<String> problem) {}

  /**
   * Reads the reports, each on its own: one that cannot be read spoils no other. Links are not
   * followed; of a file over 16 MiB the beginning is read.
   *
   * @return what was found
   */
  public Search read() {
    List<Candidate> candidates = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    FOLDERS.forEach(folder -> list(folder, candidates, problems));
    candidates.sort(Comparator.comparing(Candidate::writtenAt).reversed());
    if (candidates.size() > MOST) {
      problems.add("Of %d reports the %d newest were read.".formatted(candidates.size(), MOST));
    }
    return new Search(candidates.stream().limit(MOST).map(this::read).toList(), problems);
  }

  private void list(Path folder, List<Candidate> candidates, List<String> problems) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(here(folder))) {
      for (Path file : files) {
        Path seen = folder.resolve(file.getFileName().toString());
        if (isNamedAsReport(file.getFileName().toString())) {
          candidates.add(candidate(file, seen));
        }
      }
    } catch (NoSuchFileException none) {
      // A Mac that never panicked need not have the folder.
    } catch (IOException | DirectoryIteratorException failed) {
      problems.add("%s could not be read: %s".formatted(folder, failed));
    }
  }

  private static boolean isNamedAsReport(String name) {
    return name.endsWith(".panic") || (name.startsWith("panic-") && name.endsWith(".ips"));
  }

  private static Candidate candidate(Path file, Path seen) {
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Candidate(
          seen,
          attributes.lastModifiedTime().toInstant(),
          attributes.isRegularFile()
              ? Optional.empty()
              : Optional.of("%s is no regular file, and was not opened.".formatted(seen)));
    } catch (IOException failed) {
      return new Candidate(seen, Instant.EPOCH, Optional.of(unreadable(seen, failed)));
    }
  }

  private OnDisk read(Candidate candidate) {
    Path seen = candidate.seen();
    if (candidate.problem().isPresent()) {
      return OnDisk.unreadable(seen, candidate.writtenAt(), candidate.problem().get());
    }
    try {
      ReportFile file = ReportFile.read(here(seen));
      Optional<PanicReport> report = new PanicReportReader().read(file.text());
      return new OnDisk(seen, candidate.writtenAt(), report, problem(seen, file, report));
    } catch (IOException failed) {
      return OnDisk.unreadable(seen, candidate.writtenAt(), unreadable(seen, failed));
    }
  }

  /** What a report that ends too early would have said is not known. */
  private static Optional<String> problem(
      Path seen, ReportFile file, Optional<PanicReport> report) {
    if (report.isPresent()) {
      return report
          .filter(known -> known.kernel() == PanicReport.Kernel.MACOS)
          .filter(known -> known.extent() == PanicReport.Extent.CUT_SHORT)
          .map(cut -> "%s was cut short, in line %d.".formatted(seen, file.lines()));
    }
    return Optional.of(
        file.isCutJson()
            ? "%s was cut short, in line %d, and holds no kernel panic up to there."
                .formatted(seen, file.lines())
            : "%s holds no kernel panic%s.".formatted(seen, file.where()));
  }

  private static String unreadable(Path seen, IOException failed) {
    return "%s could not be read: %s".formatted(seen, failed);
  }

  private Path here(Path seen) {
    return root.resolve(Path.of("/").relativize(seen).toString());
  }
}
