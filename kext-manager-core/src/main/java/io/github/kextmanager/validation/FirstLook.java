package io.github.kextmanager.validation;

import java.util.List;

/**
 * What is found of a kext as soon as it is opened, from its property list alone (IOKitUser,
 * OSKext.c, {@code __OSKextProcessInfoDictionary}). Of a kext that is not valid already then,
 * nothing else is found unless somebody asks for its validation.
 *
 * @param isValid whether it may still be valid
 * @param findings what is wrong, in the order in which macOS comes across it
 */
public record FirstLook(boolean isValid, List<Finding> findings) {
  /** Takes an unmodifiable copy of the list. */
  public FirstLook {
    findings = List.copyOf(findings);
  }
}
