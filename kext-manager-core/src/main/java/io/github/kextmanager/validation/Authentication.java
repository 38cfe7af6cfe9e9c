package io.github.kextmanager.validation;

import java.util.List;

/**
 * Whether the files of a kext belong to those who may change it. Signatures are another matter.
 *
 * @param isAuthentic whether they do
 * @param findings what is wrong, in the order in which macOS comes across it
 * @param messages what Apple's library logs meanwhile
 */
public record Authentication(boolean isAuthentic, List<Finding> findings, List<String> messages) {
  /** Takes unmodifiable copies of the lists. */
  public Authentication {
    findings = List.copyOf(findings);
    messages = List.copyOf(messages);
  }
}
