package io.github.kextmanager.dependency;

/** Whether a kext on disk is the one of its identifier that the kernel holds. */
public enum LoadedState {
  /** None of its identifier is loaded, as far as is known. */
  NOT_LOADED,
  /** It is loaded: identifier, version and UUID are the same. */
  LOADED,
  /** One of its identifier and another version is loaded. */
  OTHER_VERSION,
  /** One of its identifier and version is loaded, but its executable has another UUID. */
  OTHER_UUID
}
