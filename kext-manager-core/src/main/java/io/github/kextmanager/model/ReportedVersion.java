package io.github.kextmanager.model;

import java.util.Optional;

/**
 * A version as a tool printed it or a property list holds it: any text, perhaps not a version at
 * all.
 *
 * <p>kextstat prints {@code CFBundleVersion} raw, whatever it is (kext_tools, kextstat_main.c), so
 * a snapshot must be able to hold it. A {@link VersionGrammar} reads it.
 *
 * @param text the text as found
 */
public record ReportedVersion(String text) {
  /**
   * This version as a tool or the kernel would read it. A property list is read more strictly:
   * {@link VersionGrammar#fromPropertyList}.
   *
   * @param grammar the grammar of the release that it comes from
   * @return the version, or empty if the text is none
   */
  public Optional<KextVersion> in(VersionGrammar grammar) {
    return grammar.fromTool(text);
  }

  /** Returns the text as found. */
  @Override
  public String toString() {
    return text;
  }
}
