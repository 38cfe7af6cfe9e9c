package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.plist.DictionaryOrder;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The kexts that kextutil is to deal with: those named by path, then those named by identifier
 * (kext_tools, kextutil_main.c: {@code createKextsToProcess}).
 *
 * @param kexts the kexts, each once
 * @param areComplete whether every one of them was found
 */
record KextutilTargets(List<RepositoryKext> kexts, boolean areComplete) {

  /**
   * Looks for them.
   *
   * @param identity the path by which a kext named by a word is known
   */
  static KextutilTargets find(
      KextRepository repository,
      KextutilArguments arguments,
      Function<String, Path> identity,
      ToolLog log) {
    Set<RepositoryKext> kexts = new LinkedHashSet<>();
    boolean areComplete = true;
    Optional<RepositoryKext> current = Optional.empty();
    for (String word : arguments.kexts()) {
      Path path = identity.apply(word);
      current = repository.kexts().stream().filter(kext -> kext.path().equals(path)).findFirst();
      current.ifPresent(kexts::add);
      areComplete &= current.isPresent();
    }
    for (String identifier : identifiers(arguments)) {
      BundleIdentifier wanted = BundleIdentifier.reported(identifier);
      // Once one was found, the real one forgets to look for the next.
      Optional<RepositoryKext> before = current;
      current =
          kexts.stream()
              .filter(kext -> kext.identifier().equals(wanted))
              .findFirst()
              .or(() -> before)
              .or(() -> repository.find(wanted));
      current.ifPresent(kexts::add);
      if (current.isEmpty()) {
        log.error("Can't find extension with identifier %s.".formatted(identifier));
        areComplete = false;
      }
    }
    return new KextutilTargets(List.copyOf(kexts), areComplete);
  }

  private static Set<String> identifiers(KextutilArguments arguments) {
    Set<String> identifiers = new LinkedHashSet<>(arguments.identifiers());
    identifiers.addAll(DictionaryOrder.ofGrown(new ArrayList<>(arguments.addresses().keySet())));
    return identifiers;
  }
}
