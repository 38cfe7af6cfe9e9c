package io.github.kextmanager.cli.answer;

import io.github.kextmanager.dependency.KextRepository;
import java.nio.file.Path;
import java.util.List;

/** The ways in which a check is answered. */
public final class CheckReports {
  private CheckReports() {}

  /** The one of a format. */
  public static CheckReport of(
      Format format, KextRepository repository, Path root, List<VersionQuery> queries) {
    return format == Format.JSON
        ? new CheckJson(repository, root, queries)
        : new CheckText(repository);
  }
}
