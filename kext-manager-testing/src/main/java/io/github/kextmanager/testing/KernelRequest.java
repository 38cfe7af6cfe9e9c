package io.github.kextmanager.testing;

/**
 * What programs and daemons ask the kernel of a simulated Mac.
 *
 * @since 0.1.0
 */
public enum KernelRequest {
  /** What is loaded. */
  LOADED_KEXTS,
  /** To load a kext. */
  LOAD,
  /** To unload a kext. */
  UNLOAD,
  /** To terminate the instances of a class. */
  TERMINATE_CLASS,
  /** To terminate the services of a kext, which stays loaded. */
  TERMINATE_SERVICES
}
