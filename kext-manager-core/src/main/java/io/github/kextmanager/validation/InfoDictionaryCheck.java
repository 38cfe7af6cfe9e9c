package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for the keys at the top of an Info.plist, in Apple's order (IOKitUser, OSKext.c,
 * __OSKextProcessInfoDictionary).
 */
final class InfoDictionaryCheck {
  private static final Set<String> REQUIRED_VALUES =
      Set.of("Root", "Local-Root", "Network-Root", "Safe Boot", "Console");

  private final KextOnMac kext;
  private final KextFacts facts;
  private final Findings findings;
  private final boolean knowsDrivers;

  InfoDictionaryCheck(KextOnMac kext, Findings findings) {
    this.kext = kext;
    this.facts = kext.facts();
    this.findings = findings;
    this.knowsDrivers = kext.has(Since.CATALINA);
  }

  /**
   * Checks them.
   *
   * @return whether a safe boot may load the kext
   */
  boolean check() {
    packageType();
    identifier();
    version();
    compatibleVersion();
    executables();
    flags();
    if (facts.isDriverExtension()) {
      new DriverExtensionCheck(kext, findings).check();
    }
    boolean isLoadableInSafeBoot = required();
    rest();
    return isLoadableInSafeBoot;
  }

  private void packageType() {
    Optional<String> type = check(KextKey.PACKAGE_TYPE, Demand.NECESSARY);
    boolean isKnown =
        type.isEmpty() || type.get().equals("KEXT") || (knowsDrivers && type.get().equals("DEXT"));
    if (!isKnown) {
      findings.note(illegal(KextKey.PACKAGE_TYPE, type.get()));
    }
  }

  private void identifier() {
    check(KextKey.IDENTIFIER, Demand.NECESSARY)
        .filter(text -> text.length() > BundleIdentifier.MAXIMUM_LENGTH)
        .ifPresent(text -> findings.fail(Finding.of(Diagnostic.TOO_LONG).withFound(text)));
  }

  private void version() {
    Optional<String> version = check(KextKey.VERSION, Demand.NONE);
    if (kext.get(KextKey.VERSION).isAbsent()) {
      findings.fail(Finding.of(Diagnostic.MISSING_PROPERTY, place(KextKey.VERSION)));
    } else if (version.isPresent() && version.get().length() > KextFacts.LONGEST_VERSION) {
      findings.fail(Finding.of(Diagnostic.TOO_LONG).withFound(version.get()));
    } else if (version.isPresent() && facts.version().value() < 0) {
      findings.fail(illegal(KextKey.VERSION, version.get()));
    }
  }

  /** Of a compatible version that is none, Apple's library says nothing. */
  private void compatibleVersion() {
    Optional<String> compatible = check(KextKey.COMPATIBLE_VERSION, Demand.NONE);
    if (compatible.isEmpty()) {
      return;
    }
    if (facts.compatibleVersion().value() < 0) {
      findings.fail(
          Finding.of(Diagnostic.COMPATIBLE_VERSION_ILLEGAL, place(KextKey.COMPATIBLE_VERSION))
              .withFound(compatible.get()));
    } else if (facts.compatibleVersion().value() > facts.version().value()) {
      findings.fail(
          Finding.of(Diagnostic.COMPATIBLE_VERSION_TOO_HIGH)
              .withFound(facts.compatibleVersion().printed()));
    }
  }

  private void executables() {
    Optional<String> own = check(KextKey.EXECUTABLE, Demand.NOT_EMPTY);
    boolean isOfKext =
        kext.get(KextKey.PACKAGE_TYPE).asOptional().filter("KEXT"::equals).isPresent();
    if (own.isPresent() && knowsDrivers && !isOfKext && !facts.isDriverExtension()) {
      findings.fail(
          Finding.of(Diagnostic.EXECUTABLE_OF_NO_KEXT, place(KextKey.EXECUTABLE))
              .withFound(own.get()));
    }
    Optional<String> shared = check(KextKey.SHARED_EXECUTABLE, Demand.NOT_EMPTY);
    if (own.isPresent() && shared.isPresent()) {
      findings.note(
          Finding.of(
              facts.isDriverExtension()
                  ? Diagnostic.DRIVER_EXECUTABLE_TWICE
                  : Diagnostic.TWO_EXECUTABLES));
    }
  }

  private void flags() {
    Optional<Boolean> isInterface = check(KextKey.IS_INTERFACE, Demand.NONE);
    check(KextKey.IS_KERNEL_RESOURCE, Demand.NONE);
    if (facts.isKernelComponent() && isInterface.filter(flag -> !flag).isPresent()) {
      findings.note(Finding.of(Diagnostic.KERNEL_COMPONENT_NO_INTERFACE));
    }
  }

  /** Any text will do for a safe boot; from 10.15 the kext must also be valid so far. */
  private boolean required() {
    Optional<String> required = check(KextKey.REQUIRED, Demand.NONE);
    required
        .filter(value -> !isKnownRequirement(value))
        .ifPresent(value -> findings.note(illegal(KextKey.REQUIRED, value)));
    if (required.isPresent() && knowsDrivers) {
      new DriverKitRequirementCheck(facts.isDriverExtension(), findings)
          .check(kext.get(KextKey.IDENTIFIER), required.get());
    }
    boolean isSaid = required.filter(value -> !value.isEmpty()).isPresent();
    if (!isSaid && kext.target().boot() == BootMode.SAFE) {
      findings.note(Finding.of(Diagnostic.NOT_IN_SAFE_BOOT));
    }
    return isSaid && (!knowsDrivers || findings.isValid());
  }

  private boolean isKnownRequirement(String value) {
    return REQUIRED_VALUES.contains(value) || (knowsDrivers && value.equals("DriverKit"));
  }

  private void rest() {
    check(KextKey.ENABLE_LOGGING, Demand.NONE);
    if (!kext.get(KextKey.DEBUG_LEVEL).isAbsent()) {
      findings.note(Finding.of(Diagnostic.DEPRECATED_PROPERTY, place(KextKey.DEBUG_LEVEL)));
    }
  }

  /** The one key that is looked at only in a validation. */
  void allowUserLoad() {
    check(KextKey.ALLOW_USER_LOAD, Demand.NONE);
  }

  private <T> Optional<T> check(KextKey<T> key, Demand demand) {
    return new PropertyCheck(findings).check(kext.get(key), key.type(), demand, KeyPath.of(key));
  }

  private static Finding illegal(KextKey<?> key, String value) {
    return Finding.of(Diagnostic.ILLEGAL_VALUE, place(key)).withFound(value);
  }

  private static FindingPlace place(KextKey<?> key) {
    return KeyPath.of(key).place();
  }
}
