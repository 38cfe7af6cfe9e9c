package io.github.kextmanager.model;

/** How a Mac was started, as far as it decides which kexts may load. */
public enum BootMode {
  /** As usual. */
  NORMAL,
  /** A safe boot: only kexts that say when they are required ({@code OSBundleRequired}) load. */
  SAFE
}
