package io.github.kextmanager.dependency;

/**
 * Whether a kext can have all the libraries that it needs. The answer does not change however often
 * it is asked for, and its parts are worked out when they are asked for.
 *
 * <p>Where it differs from what Apple's library answers, which an {@link Evaluation} repeats:
 *
 * <ul>
 *   <li>A kext that would need two copies of one identifier is unresolved each time; Apple's
 *       library says so at the first question only.
 *   <li>A library that cannot be resolved counts on every way that leads to it.
 *   <li>An invalid part of the kernel is invalid; Apple's library does not look when it is asked
 *       about it directly.
 * </ul>
 */
public sealed interface Resolution permits Resolved, Unresolved {
  /**
   * The kext that was asked about.
   *
   * @return the kext
   */
  RepositoryKext kext();
}
