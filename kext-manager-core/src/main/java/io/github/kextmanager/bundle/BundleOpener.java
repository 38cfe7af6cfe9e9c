package io.github.kextmanager.bundle;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Opens kexts as Apple's library does in a release (IOKitUser, OSKext.c, OSKextCreate and
 * OSKextCreateKextsFromURL): what it takes for a kext is opened whatever is wrong in it; what it
 * does not is refused with the message that it logs.
 *
 * <p>In the releases whose library was not run, the rules are those of the releases before and
 * after. kmutil (11 and later) is not known to be the same.
 *
 * <p>Immutable and thread-safe. One call to {@link #open} depends on no other, so candidates may be
 * opened on several threads and put together again with {@link Opening#inOrder}.
 */
public final class BundleOpener {
  /** The order in which the tools were seen to list a folder. */
  private static final Comparator<String> BY_NAME =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

  private final RootedFiles files;
  private final MacOsVersion release;

  /**
   * An opener.
   *
   * @param root the folder below which the files of the Mac are; {@code /} on a Mac
   * @param target the Mac
   */
  public BundleOpener(Path root, TargetMac target) {
    this.files = new RootedFiles(root);
    this.release = target.release();
  }

  /**
   * Opens what is in a folder. A folder that is missing holds nothing.
   *
   * @param folder an absolute path as seen on the Mac
   * @return the kexts directly in it, and the plug-ins directly in those
   */
  public Opening openFolder(Path folder) {
    try {
      return Opening.inOrder(candidatesIn(folder).stream().map(this::open).toList());
    } catch (UnreadableBundleException failure) {
      return refused(new OpeningRefusal(folder, List.of(), String.valueOf(failure.getMessage())));
    }
  }

  /**
   * What is in a folder with the name of a kext, by name without case.
   *
   * @param folder an absolute path as seen on the Mac
   * @return the candidates; none if the folder is missing
   * @throws UnreadableBundleException if it cannot be listed
   */
  public List<BundleCandidate> candidatesIn(Path folder) {
    return namesIn(folder).stream()
        .map(name -> new BundleCandidate(folder.resolve(name), name))
        .toList();
  }

  /**
   * A bundle that is opened because somebody named it, and not because it is in a folder.
   *
   * @param bundle an absolute path as seen on the Mac
   * @return the candidate
   */
  public BundleCandidate named(Path bundle) {
    return new BundleCandidate(bundle, bundle.toString());
  }

  /**
   * Opens a candidate and the plug-ins directly in it.
   *
   * @param candidate what may be a kext
   * @return the kexts, or why there are none
   */
  public Opening open(BundleCandidate candidate) {
    return new CandidateOpening(candidate, files, release).withPlugIns(this);
  }

  /**
   * Opens a candidate without its plug-ins.
   *
   * @param candidate what may be a kext
   * @return the kext, or why there is none
   */
  public Opening openAlone(BundleCandidate candidate) {
    return new CandidateOpening(candidate, files, release).alone();
  }

  static Opening refused(OpeningRefusal refusal) {
    return new Opening(List.of(), List.of(refusal));
  }

  private List<String> namesIn(Path folder) {
    List<String> names = new ArrayList<>();
    try {
      Path here = files.here(files.real(folder));
      try (DirectoryStream<Path> entries =
          Files.newDirectoryStream(here, entry -> BundleName.isOpenedIn(release, entry))) {
        entries.forEach(entry -> names.add(entry.getFileName().toString()));
      } catch (DirectoryIteratorException failure) {
        throw failure.getCause();
      }
    } catch (NoSuchFileException missing) {
      return List.of();
    } catch (IOException failure) {
      throw UnreadableBundleException.unreachable(folder, failure);
    }
    names.sort(BY_NAME);
    return names;
  }
}
