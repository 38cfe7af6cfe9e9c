package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.TargetMac;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Kexts that are named by paths or by identifiers.
 *
 * @param scan all that was opened
 */
record NamedKexts(Scan scan) {
  static NamedKexts of(Words words, TargetMac mac, Console console) {
    List<String> paths = new ArrayList<>();
    for (String word : words.objects()) {
      KextWord kext = new KextWord(word);
      if (kext.isPath()) {
        paths.add(word);
      } else {
        kext.identifier();
      }
    }
    return new NamedKexts(Scan.of(words, paths, mac, console));
  }

  boolean isComplete() {
    return scan.isComplete();
  }

  /** The kext that a word stands for, if it was opened. */
  List<RepositoryKext> find(String word) {
    KextWord kext = new KextWord(word);
    return kext.isPath()
        ? scan.at(scan.volume().path(word))
        : scan.repository().find(kext.identifier()).stream().toList();
  }

  /** Why there is none. */
  String why(String word) {
    if (new KextWord(word).isPath()) {
      Path path = scan.volume().path(word);
      for (OpeningRefusal refusal : scan.repository().refusals()) {
        if (refusal.path().equals(path)) {
          return refusal.explanation();
        }
      }
    }
    return "there is no such kext in the folders";
  }
}
