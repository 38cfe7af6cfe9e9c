package io.github.kextmanager.validation;

import java.util.ArrayList;
import java.util.List;

/** What is found while a kext is judged. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();
  private boolean isValid = true;

  /** The same so far, to which other things can be added. */
  Findings copy() {
    Findings copy = new Findings();
    copy.found.addAll(found);
    copy.isValid = isValid;
    return copy;
  }

  /** Notes something that leaves the kext valid. */
  void note(Finding finding) {
    found.add(finding);
  }

  /** Notes something that makes the kext invalid. */
  void fail(Finding finding) {
    found.add(finding);
    isValid = false;
  }

  /** Whether the kext is valid so far. */
  boolean isValid() {
    return isValid;
  }

  List<Finding> list() {
    return found;
  }
}
