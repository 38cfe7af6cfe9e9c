package io.github.kextmanager.dependency;

import io.github.kextmanager.bundle.FileUrl;
import io.github.kextmanager.plist.DictionaryOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who needs a kext (IOKitUser, OSKext.c, {@code OSKextCopyDependents}). The libraries of all kexts
 * are looked for first, in the order of a dictionary of URLs; then each kext is asked, and asks its
 * own libraries, where whatever failed is looked for again.
 */
final class SessionDependents {
  private final List<RepositoryKext> kexts;
  private final LibrarySession session;
  private final SessionQuestions questions;

  SessionDependents(
      List<RepositoryKext> kexts, LibrarySession session, SessionQuestions questions) {
    this.kexts = kexts;
    this.session = session;
    this.questions = questions;
  }

  List<RepositoryKext> of(RepositoryKext library) {
    inOrderOfUrls().forEach(questions::resolve);
    Map<RepositoryKext, Boolean> known = new HashMap<>();
    return kexts.stream().filter(kext -> needs(kext, library, new HashSet<>(), known)).toList();
  }

  private List<RepositoryKext> inOrderOfUrls() {
    Map<String, RepositoryKext> byUrl = new LinkedHashMap<>();
    kexts.forEach(kext -> byUrl.put(FileUrl.ofFolder(kext.path()), kext));
    return DictionaryOrder.ofGrown(byUrl.keySet()).stream()
        .map(url -> Objects.requireNonNull(byUrl.get(url)))
        .toList();
  }

  /** A kext that has all its libraries logs nothing, so nobody notices that it is asked once. */
  private boolean needs(
      RepositoryKext kext,
      RepositoryKext library,
      Set<RepositoryKext> path,
      Map<RepositoryKext, Boolean> known) {
    Boolean answer = known.get(kext);
    if (answer != null) {
      return answer;
    }
    questions.resolve(kext);
    boolean needs = false;
    if (path.add(kext)) {
      for (RepositoryKext each : session.state(kext).libraries().orElse(List.of())) {
        if (each.equals(library) || needs(each, library, path, known)) {
          needs = true;
          break;
        }
      }
      path.remove(kext);
    }
    if (session.hasAllLibraries(kext)) {
      known.put(kext, needs);
    }
    return needs;
  }
}
