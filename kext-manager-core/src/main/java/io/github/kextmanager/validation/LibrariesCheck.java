package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.bundle.Property;
import io.github.kextmanager.bundle.PropertyType;
import io.github.kextmanager.model.KextVersion;
import java.util.Map;
import java.util.Optional;

/**
 * The rules for {@code OSBundleLibraries} by itself (IOKitUser, OSKext.c). Whether the libraries
 * are there is another question.
 */
final class LibrariesCheck {
  private static final KeyPath PATH = KeyPath.of(KextKey.LIBRARIES);
  private static final String KERNEL = "com.apple.kernel";
  private static final String KPI = "com.apple.kpi.";
  private static final KextVersion TIGER_KERNEL = KextVersion.of(6, 0, 0);

  private final KextOnMac kext;
  private final KextFacts facts;
  private final Property<Map<String, Property<String>>> property;
  private final Findings findings;

  LibrariesCheck(KextOnMac kext, Findings findings) {
    this.kext = kext;
    this.facts = kext.facts();
    this.property = kext.get(KextKey.LIBRARIES);
    this.findings = findings;
  }

  void check() {
    if (facts.isKernelComponent()) {
      if (!property.isAbsent()) {
        findings.fail(Finding.of(Diagnostic.FORBIDDEN_PROPERTY, PATH.place()));
      }
      return;
    }
    Demand demand = facts.declaresExecutable() ? Demand.NOT_EMPTY : Demand.NONE;
    Optional<Map<String, Property<String>>> libraries =
        new PropertyCheck(findings)
            .check(property, KextKey.LIBRARIES.type(), demand, PATH)
            .filter(all -> !all.isEmpty());
    if (libraries.isEmpty()) {
      if (facts.declaresExecutable()) {
        findings.fail(Finding.of(Diagnostic.MISSING_PROPERTY, PATH.place()));
      }
      return;
    }
    libraries.get().forEach(this::version);
    if (!facts.declaresExecutable() && !facts.isLibrary() && kext.has(Since.LION)) {
      findings.note(Finding.of(Diagnostic.LIBRARIES_WITHOUT_CODE));
    }
    if (names(KERNEL) && names(KPI)) {
      findings.note(Finding.of(Diagnostic.MIXED_KERNEL_LIBRARIES));
    }
  }

  /** Whether it asks for a library of the kernel that is older than that of 10.2. */
  boolean wantsOldKernel() {
    return facts.libraries().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(KERNEL) || entry.getKey().startsWith(KPI))
        .flatMap(entry -> entry.getValue().asOptional().stream())
        .flatMap(version -> kext.target().versions().fromPropertyList(version).stream())
        .anyMatch(version -> version.compareTo(TIGER_KERNEL) < 0);
  }

  private void version(String library, Property<String> version) {
    KeyPath path = PATH.below(library);
    new PropertyCheck(findings)
        .check(version, PropertyType.TEXT, Demand.NOT_EMPTY, path)
        .filter(text -> kext.target().versions().fromPropertyList(text).isEmpty())
        .ifPresent(
            text ->
                findings.fail(Finding.of(Diagnostic.ILLEGAL_VALUE, path.place()).withFound(text)));
  }

  private boolean names(String prefix) {
    return facts.libraries().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }
}
