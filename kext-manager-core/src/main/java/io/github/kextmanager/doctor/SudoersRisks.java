package io.github.kextmanager.doctor;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.Authenticator;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.validation.FoldersAbove;
import io.github.kextmanager.validation.Ownership;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who beside root could change what a rule of sudo lets a user load, and so become root: whoever
 * may write to the bundle, or put another one in its place. Access control lists are not looked at.
 *
 * <p>Immutable; thread-safe if its ownership is.
 */
public final class SudoersRisks {
  private final TargetMac target;
  private final Authenticator authenticator;
  private final FoldersAbove folders;

  /**
   * Looks at the files of a Mac.
   *
   * @param root the folder below which they are
   * @param target the Mac
   * @param ownership who owns them
   */
  public SudoersRisks(Path root, TargetMac target, Ownership ownership) {
    this.target = target;
    this.authenticator = new Authenticator(root, target, ownership);
    this.folders = new FoldersAbove(root, ownership);
  }

  /**
   * Looks at a bundle and at each folder above it.
   *
   * @param bundle the bundle
   * @return what is wrong, each with the path of the file; nothing if root alone can change it
   */
  public List<Ground> of(KextBundle bundle) {
    Stream<Ground> above =
        folders.unsafe(bundle.path()).stream()
            .map(each -> Ground.of(each.folder().toString(), each.because()));
    Stream<Ground> inside =
        authenticator.authenticate(bundle).findings().stream()
            .map(finding -> ground(finding, bundle));
    return Stream.concat(above, inside).toList();
  }

  private Ground ground(Finding finding, KextBundle bundle) {
    return Ground.of(
        finding.value(target.release()).orElseGet(() -> bundle.path().toString()),
        finding.diagnostic().rule() + finding.found().map(", found: %s"::formatted).orElse(""));
  }
}
