package io.github.kextmanager.testing.daemon;

import io.github.kextmanager.verdict.OsReturn;

/** Whoever loads kexts on request. */
@FunctionalInterface
public interface KextLoader {
  /**
   * Loads a kext.
   *
   * @param request which, and for whom
   * @return what came of it
   */
  OsReturn load(KextLoadRequest request);
}
