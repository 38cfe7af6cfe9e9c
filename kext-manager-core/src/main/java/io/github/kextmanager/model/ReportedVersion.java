package io.github.kextmanager.model;

import java.util.Objects;
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
  /** Refuses null. */
  public ReportedVersion {
    Objects.requireNonNull(text, "text");
  }

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

  /**
   * Whether the kernel takes this version, which it reported, for that of a bundle: equal as
   * numbers where both are versions ({@code 1} and {@code 1.0.0} are), else the same text
   * (IOKitUser, OSKext.c).
   *
   * @param onDisk the version in the bundle's property list
   * @param grammar the grammar of the release
   * @return true if they are the same
   */
  public boolean isThatOf(ReportedVersion onDisk, VersionGrammar grammar) {
    Optional<KextVersion> mine = grammar.fromTool(text);
    Optional<KextVersion> theirs = grammar.fromPropertyList(onDisk.text());
    boolean bothAreVersions = mine.isPresent() && theirs.isPresent();
    return bothAreVersions ? mine.equals(theirs) : text.equals(onDisk.text());
  }

  /** Returns the text as found. */
  @Override
  public String toString() {
    return text;
  }
}
