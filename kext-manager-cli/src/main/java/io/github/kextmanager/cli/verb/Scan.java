package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.KextVerdict;
import io.github.kextmanager.cli.grammar.GlobalOptions;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.Volume;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The kexts that the words of a command name, and those among which their libraries are looked for.
 *
 * @param volume the files
 * @param bundles the bundles that are named, as seen on the Mac; none if all that is opened is
 *     meant
 * @param repository all that was opened: folders first, then the bundles that are named
 * @param isComplete whether every folder that is named could be listed
 */
record Scan(Volume volume, List<Path> bundles, KextRepository repository, boolean isComplete) {

  /** With every object a path. */
  static Scan of(Words words, TargetMac mac, Console console) {
    return of(words, words.objects(), mac, console);
  }

  /** With these words as the paths of bundles. */
  static Scan of(Words words, List<String> named, TargetMac mac, Console console) {
    GlobalOptions options = words.options();
    Volume volume = Volume.of(options);
    List<Path> bundles = new ArrayList<>();
    named.forEach(word -> bundles.add(bundle(word, volume)));
    List<Path> folders = ScanWords.folders(words, volume, mac.release(), options.format(), console);
    boolean isComplete = ScanWords.named(words) <= folders.size();
    List<Path> opened = new ArrayList<>(folders);
    opened.addAll(bundles);
    return new Scan(volume, bundles, KextRepository.open(volume.root(), opened, mac), isComplete);
  }

  private static Path bundle(String word, Volume volume) {
    Path path = volume.path(word);
    if (!path.toString().endsWith(".kext") && !path.toString().endsWith(".dext")) {
      throw new UsageException(
          "A bundle ends in .kext or .dext, and a folder of bundles is named with --scan: \""
              + word
              + "\".");
    }
    return path;
  }

  /** The kexts that are meant. */
  List<RepositoryKext> kexts() {
    if (bundles.isEmpty()) {
      return repository.kexts();
    }
    List<RepositoryKext> kexts = new ArrayList<>();
    bundles.forEach(bundle -> kexts.addAll(at(bundle)));
    return kexts;
  }

  /** The kext at a path, if it was opened. */
  List<RepositoryKext> at(Path bundle) {
    RootedFiles files = new RootedFiles(volume.root());
    Path real;
    try {
      real = files.real(bundle);
    } catch (IOException e) {
      return List.of();
    }
    return repository.kexts().stream()
        .filter(kext -> kext.path().equals(bundle) || kext.path().equals(real))
        .limit(1)
        .toList();
  }

  /** What was to be opened among what is meant, and is no kext. */
  List<OpeningRefusal> refusals() {
    if (bundles.isEmpty()) {
      return repository.refusals();
    }
    List<OpeningRefusal> refusals = new ArrayList<>();
    for (Path bundle : bundles) {
      if (at(bundle).isEmpty()) {
        refusals.add(refusal(bundle));
      }
    }
    return refusals;
  }

  private OpeningRefusal refusal(Path bundle) {
    return repository.refusals().stream()
        .filter(refusal -> refusal.path().equals(bundle))
        .findFirst()
        .orElseGet(() -> new OpeningRefusal(bundle, List.of(), "It was not opened as a kext."));
  }

  /** What a refusal amounts to. */
  KextVerdict verdict(OpeningRefusal refusal) {
    try {
      new RootedFiles(volume.root()).real(refusal.path());
      return KextVerdict.NO_KEXT;
    } catch (NoSuchFileException e) {
      return bundles.contains(refusal.path()) ? KextVerdict.MISSING : KextVerdict.NO_KEXT;
    } catch (IOException e) {
      return KextVerdict.NO_KEXT;
    }
  }
}
