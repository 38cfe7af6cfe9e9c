package io.github.kextmanager.validation;

import java.util.List;

/**
 * What a Mac makes of a kext by itself, apart from the owners of its files and from what it needs.
 *
 * @param isValid whether macOS takes it for valid. A kext with failures can be valid, and one
 *     without can be invalid
 * @param isLoadableInSafeBoot whether a safe boot loads it, as far as it alone decides
 * @param executable the file with its code
 * @param findings what is wrong, in the order in which macOS comes across it
 * @param firstLook what of that is found as soon as the kext is opened
 */
public record Validation(
    boolean isValid,
    boolean isLoadableInSafeBoot,
    KextExecutable executable,
    List<Finding> findings,
    FirstLook firstLook) {
  /** Takes an unmodifiable copy of the list. */
  public Validation {
    findings = List.copyOf(findings);
  }
}
