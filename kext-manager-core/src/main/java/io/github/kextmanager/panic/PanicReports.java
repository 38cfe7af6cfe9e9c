package io.github.kextmanager.panic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The panic reports on the disk of a Mac: {@code *.panic}, and {@code panic-full-*.ips}, in {@code
 * /Library/Logs/DiagnosticReports}.
 */
public final class PanicReports {
  private static final String FOLDER = "Library/Logs/DiagnosticReports";
  private static final int MOST = 50;
  private static final int MOST_BYTES = 16 << 20;

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
   * @param writtenAt when the file was last changed
   * @param report what it says; empty if it is no report, or could not be read
   * @param problem why there is no report, for people
   */
  public record OnDisk(
      Path path, Instant writtenAt, Optional<PanicReport> report, Optional<String> problem) {}

  /**
   * What was found.
   *
   * @param reports the newest first, fifty at most
   * @param problem why the folder could not be read, if it could not
   */
  public record Search(List<OnDisk> reports, Optional<String> problem) {
    /** Takes an unmodifiable copy of the list. */
    public Search {
      reports = List.copyOf(reports);
    }
  }

  /**
   * Reads the reports. Links are not followed; of a file over 16 MiB the beginning is read.
   *
   * @return what was found
   */
  public Search read() {
    record Candidate(Path path, FileTime time) {}
    List<Candidate> candidates = new ArrayList<>();
    Path folder = root.resolve(FOLDER);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> isNamedAsReport(file.getFileName().toString()))) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          candidates.add(new Candidate(file, Files.getLastModifiedTime(file)));
        }
      }
    } catch (NoSuchFileException nothingEver) {
      return new Search(List.of(), Optional.empty());
    } catch (IOException failed) {
      return new Search(
          List.of(), Optional.of("/%s could not be read: %s".formatted(FOLDER, failed)));
    }
    List<OnDisk> reports =
        candidates.stream()
            .sorted(Comparator.comparing(Candidate::time).reversed())
            .limit(MOST)
            .map(candidate -> read(candidate.path(), candidate.time().toInstant()))
            .toList();
    return new Search(reports, Optional.empty());
  }

  private static boolean isNamedAsReport(String name) {
    return name.endsWith(".panic") || (name.startsWith("panic-full-") && name.endsWith(".ips"));
  }

  private OnDisk read(Path file, Instant writtenAt) {
    Path seen = Path.of("/").resolve(root.relativize(file).toString());
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String text = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      Optional<PanicReport> report = new PanicReportReader().read(text);
      Optional<String> problem =
          report.isPresent()
              ? Optional.empty()
              : Optional.of("%s holds no kernel panic.".formatted(seen));
      return new OnDisk(seen, writtenAt, report, problem);
    } catch (IOException failed) {
      return new OnDisk(
          seen,
          writtenAt,
          Optional.empty(),
          Optional.of("%s could not be read: %s".formatted(seen, failed)));
    }
  }
}
