package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.BundleLayout;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One walk through the files of a bundle (IOKitUser, OSKext.c,
 * __OSKextBasicFilesystemAuthenticationRecursive).
 *
 * <p>A link is judged by what it leads to, and a folder that it leads to is walked through as well;
 * no folder twice, and no more than {@value #MAXIMUM_FILES} files.
 */
final class OwnershipWalk {
  /** Real kexts have some thousands. */
  private static final int MAXIMUM_FILES = 200_000;

  private static final String FINDER_NOTES = ".DS_Store";

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(
              (Path path) -> path.getFileName().toString(), String::compareToIgnoreCase)
          .thenComparing(Path::compareTo);

  private final KextBundle bundle;
  private final RootedFiles files;
  private final Ownership ownership;
  private final boolean linksStayInside;
  private final Findings findings = new Findings();
  private final List<String> messages = new ArrayList<>();
  private final Set<Path> walked = new HashSet<>();
  private int looked;

  OwnershipWalk(KextBundle bundle, RootedFiles files, TargetMac target, Ownership ownership) {
    this.bundle = bundle;
    this.files = files;
    this.ownership = ownership;
    this.linksStayInside = Since.LINKS_STAY_INSIDE.holdsIn(target.release());
  }

  /**
   * A file on the walk.
   *
   * @param seen its path from the bundle on, as the bundle is known to the release
   * @param real the same with all links followed but one that it may be itself
   * @param shortName how the tools name it
   */
  private record Step(Path seen, Path real, String shortName) {
    FindingPlace place() {
      return new FindingPlace.File(seen, shortName);
    }

    Step child(Path folder, Path name) {
      return new Step(seen.resolve(name), folder.resolve(name), name.toString());
    }
  }

  Authentication result() {
    Step start = new Step(bundle.location(), bundle.path(), bundle.shown());
    try {
      walk(new Step(start.seen(), unfollowed(bundle), start.shortName()));
    } catch (IOException failure) {
      fail(Diagnostic.AUTHENTICATION_STAT_FAILURE, start, reason(failure));
    }
    if (looked > MAXIMUM_FILES) {
      fail(
          Diagnostic.AUTHENTICATION_STAT_FAILURE,
          start,
          "more than %d files; the rest was not looked at".formatted(MAXIMUM_FILES));
    }
    return new Authentication(findings.isValid(), findings.list(), messages);
  }

  /** The place where the bundle is known, which before 10.14.5 may be a link to it. */
  private Path unfollowed(KextBundle bundle) throws IOException {
    Path location = bundle.location();
    return location.equals(bundle.path()) || location.getParent() == null
        ? bundle.path()
        : files.real(location.getParent()).resolve(location.getFileName());
  }

  /** Whether a folder is that of the plug-ins, each of which is checked as a kext of its own. */
  private boolean isPlugIns(Step step) throws IOException {
    return BundleLayout.canHoldPlugIns(step.seen().getFileName())
        && bundle
            .layout()
            .plugIns(bundle.path(), files)
            .map(folder -> bundle.location().resolve(bundle.path().relativize(folder)))
            .filter(step.seen()::equals)
            .isPresent();
  }

  private void walk(Step step) {
    if (++looked > MAXIMUM_FILES) {
      return;
    }
    try {
      FileStatus status = FileStatus.of(files.here(step.real()));
      Path real = step.real();
      if (status.isLink()) {
        real = followed(step);
        status = FileStatus.of(files.here(real));
      }
      OwnerAndMode owner = ownership.of(real, status.owner());
      if (!owner.isSafe()) {
        fail(Diagnostic.WRONG_OWNER_OR_MODE, step, owner.toString());
      }
      if (status.isFolder() && !isPlugIns(step) && walked.add(real)) {
        children(step, real);
      }
    } catch (NoSuchFileException missing) {
      missing(step);
    } catch (IOException failure) {
      fail(Diagnostic.AUTHENTICATION_STAT_FAILURE, step, reason(failure));
    }
  }

  /** Where a link leads. From 11.2 on that must be in the bundle. */
  private Path followed(Step step) throws IOException {
    findings.note(Finding.of(Diagnostic.LINK_IN_BUNDLE, step.place()));
    Path real = files.real(step.real());
    if (linksStayInside && !real.startsWith(bundle.path())) {
      findings.fail(
          Finding.of(Diagnostic.LINK_OUT_OF_BUNDLE, step.place())
              .withNote("Symlink points outside of bundle.")
              .withFound(real.toString()));
      messages.add(
          "Kext contains symlink at %s which points outside of its bundle at %s; rejecting."
              .formatted(step.seen(), bundle.shown()));
    }
    return real;
  }

  private void missing(Step step) {
    if (linksStayInside) {
      findings.fail(
          Finding.of(Diagnostic.LINK_OUT_OF_BUNDLE, step.place())
              .withNote("No such file or directory"));
    } else {
      findings.fail(Finding.of(Diagnostic.AUTHENTICATION_FILE_NOT_FOUND, step.place()));
    }
  }

  /** A folder that cannot be listed passes, and only a message tells of it. */
  private void children(Step step, Path real) {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(files.here(real))) {
      for (Path entry : entries) {
        names.add(entry.getFileName());
        if (names.size() > MAXIMUM_FILES) {
          break;
        }
      }
    } catch (IOException | DirectoryIteratorException unlisted) {
      messages.add("Can't read file %s.".formatted(step.shortName()));
      return;
    }
    names.sort(BY_NAME);
    for (Path name : names) {
      if (!name.toString().equals(FINDER_NOTES)) {
        walk(step.child(real, name));
      }
    }
  }

  private void fail(Diagnostic diagnostic, Step step, String found) {
    findings.fail(Finding.of(diagnostic, step.place()).withFound(found));
  }

  private static String reason(IOException failure) {
    if (failure instanceof FileSystemLoopException) {
      return "too many symbolic links";
    }
    return failure instanceof AccessDeniedException
        ? "permission denied"
        : failure.getClass().getSimpleName();
  }
}
