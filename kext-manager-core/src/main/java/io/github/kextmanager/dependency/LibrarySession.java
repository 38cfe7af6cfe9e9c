package io.github.kextmanager.dependency;

import static io.github.kextmanager.validation.DiagnosticCategory.DEPENDENCY_RESOLUTION_FAILURES;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.validation.Authentication;
import io.github.kextmanager.validation.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Apple's library knows, has found and has logged in one process, from its start on
 * (IOKitUser, OSKext.c). Its answers depend on what was asked before.
 *
 * <p>What it finds is kept for all kexts, or for one only, the subject.
 */
final class LibrarySession {
  private final MacOsVersion release;
  private final Optional<RepositoryKext> subject;
  private final Map<RepositoryKext, SessionKext> kexts = new HashMap<>();
  private final Map<RepositoryKext, Set<RepositoryKext>> users = new HashMap<>();
  private final Set<RepositoryKext> authentic = new HashSet<>();
  private final Set<RepositoryKext> validated = new HashSet<>();
  private final Map<RepositoryKext, Set<Finding>> findings = new HashMap<>();
  private final List<LibraryMessage> messages = new ArrayList<>();

  private LibrarySession(MacOsVersion release, Optional<RepositoryKext> subject) {
    this.release = release;
    this.subject = subject;
  }

  LibrarySession(MacOsVersion release, RepositoryKext subject) {
    this(release, Optional.of(subject));
  }

  /** One that keeps what it finds for every kext. */
  static LibrarySession ofAll(MacOsVersion release) {
    return new LibrarySession(release, Optional.empty());
  }

  MacOsVersion release() {
    return release;
  }

  SessionKext state(RepositoryKext kext) {
    return kexts.computeIfAbsent(kext, unused -> new SessionKext());
  }

  boolean hasAllLibraries(RepositoryKext kext) {
    return kext.isKernelComponent() || state(kext).hasAllLibraries();
  }

  void log(String line) {
    messages.add(new LibraryMessage(LibraryMessage.Level.ERROR, line));
  }

  void warn(String line) {
    messages.add(new LibraryMessage(LibraryMessage.Level.WARNING, line));
  }

  /** Everything logged so far; a line each. */
  List<String> messages() {
    return messages.stream().map(LibraryMessage::text).toList();
  }

  /** What was logged since this was last asked for. */
  List<LibraryMessage> takeMessages() {
    List<LibraryMessage> taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }

  void find(RepositoryKext kext, Finding finding) {
    if (subject.isEmpty() || kext.equals(subject.get())) {
      found(kext).add(finding);
    }
  }

  /** The same finding of several kexts. */
  void find(Set<RepositoryKext> those, Finding finding) {
    if (subject.isEmpty()) {
      those.forEach(kext -> find(kext, finding));
    } else if (those.contains(subject.get())) {
      find(subject.get(), finding);
    }
  }

  List<Finding> findings(RepositoryKext kext) {
    return List.copyOf(found(kext));
  }

  private Set<Finding> found(RepositoryKext kext) {
    return findings.computeIfAbsent(
        kext, unused -> new LinkedHashSet<>(kext.validation().firstLook().findings()));
  }

  /** Whether a kext was validated, whatever came of it. */
  boolean wasValidated(RepositoryKext kext) {
    return validated.contains(kext);
  }

  /** Validates a kext, by itself. */
  boolean validate(RepositoryKext kext) {
    validated.add(kext);
    kext.validation().findings().forEach(finding -> find(kext, finding));
    return kext.isValid();
  }

  /** Whether a kext is valid; nobody looks twice, nor at one that failed the first look. */
  boolean isValid(RepositoryKext kext) {
    return kext.validation().firstLook().isValid()
        && (wasValidated(kext) ? kext.isValid() : validate(kext));
  }

  /** What is authentic is remembered; what is not is looked at again each time. */
  boolean isAuthentic(RepositoryKext kext) {
    return authentic.contains(kext) || authenticate(kext);
  }

  boolean authenticate(RepositoryKext kext) {
    Authentication authentication = kext.authentication();
    authentication.messages().forEach(this::log);
    authentication.findings().forEach(finding -> find(kext, finding));
    if (authentication.isAuthentic()) {
      authentic.add(kext);
    }
    return authentication.isAuthentic();
  }

  void libraries(RepositoryKext kext, List<RepositoryKext> libraries, KernelLibraryStyles styles) {
    state(kext).libraries(libraries, styles);
    libraries.forEach(
        library -> users.computeIfAbsent(library, unused -> new LinkedHashSet<>()).add(kext));
  }

  /** Forgets the libraries of a kext, and that whatever needs it had all of its own. */
  void forgetLibraries(RepositoryKext kext) {
    found(kext)
        .removeIf(
            finding -> finding.diagnostic().category(release) == DEPENDENCY_RESOLUTION_FAILURES);
    if (state(kext).libraries().isEmpty()) {
      return;
    }
    state(kext).forget();
    Deque<RepositoryKext> changed = new ArrayDeque<>(List.of(kext));
    while (!changed.isEmpty()) {
      RepositoryKext library = changed.remove();
      for (RepositoryKext user : users.getOrDefault(library, Collections.emptySet())) {
        SessionKext state = state(user);
        if (state.hasAllLibraries() && state.libraries().orElseThrow().contains(library)) {
          state.hasAllLibraries(false);
          changed.add(user);
        }
      }
    }
  }
}
