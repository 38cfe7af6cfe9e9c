package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.Property;

/**
 * What kexts and driver extensions may say of when they are required (IOKitUser, OSKext.c, from
 * 10.15). No vector of Apple's code shows these rules.
 *
 * @param isDriverExtension which of the two it is
 * @param findings where to note what is found
 */
record DriverKitRequirementCheck(boolean isDriverExtension, Findings findings) {
  private static final String DRIVER_KIT = "DriverKit";

  void check(Property<String> identifier, String required) {
    if (!isDriverExtension) {
      if (required.equals(DRIVER_KIT)) {
        fail(Diagnostic.KEXT_DRIVERKIT_REQUIRED, required);
      }
      return;
    }
    boolean isApples =
        identifier.asOptional().filter(text -> text.startsWith("com.apple.")).isPresent();
    if (!isApples) {
      fail(Diagnostic.DRIVER_THIRD_PARTY_REQUIRED, required);
    } else if (!required.equals(DRIVER_KIT) && !required.equals("Safe Boot")) {
      fail(Diagnostic.DRIVER_REQUIRED_VALUE, required);
    }
  }

  private void fail(Diagnostic diagnostic, String found) {
    findings.fail(Finding.of(diagnostic).withFound(found));
  }
}
