package io.github.kextmanager.model;

/**
 * A version as a tool printed it or a property list holds it: any text, perhaps not a version at
 * all.
 *
 * <p>kextstat prints {@code CFBundleVersion} raw, whatever it is (kext_tools, kextstat_main.c), so
 * a snapshot must be able to hold it. A version grammar reads it.
 *
 * @param text the text as found
 */
public record ReportedVersion(String text) {
  /** Returns the text as found. */
  @Override
  public String toString() {
    return text;
  }
}
