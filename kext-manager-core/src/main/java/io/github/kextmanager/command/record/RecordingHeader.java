package io.github.kextmanager.command.record;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is known of a recording as a whole. Nothing is asked of the machine for it.
 *
 * @param tool what recorded, with its version
 * @param java the version of the JVM that recorded, and the system that it believes to run on,
 *     which need not be the one that answered
 * @param started when recording began
 * @param release the release of macOS, where whoever records knows it
 * @param architecture the architecture, where whoever records knows it
 */
public record RecordingHeader(
    String tool,
    String java,
    Instant started,
    Optional<MacOsVersion> release,
    Optional<Architecture> architecture) {

  /**
   * A header for a recording that begins now, in this JVM, of a Mac of which nothing is known.
   *
   * @param tool what records, with its version
   * @return the header
   */
  public static RecordingHeader of(String tool) {
    return new RecordingHeader(
        tool,
        "%s on %s %s, %s"
            .formatted(
                property("java.version"),
                property("os.name"),
                property("os.version"),
                property("os.arch")),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same with a release.
   *
   * @param release the release of macOS
   * @return the header
   */
  public RecordingHeader withRelease(MacOsVersion release) {
    return new RecordingHeader(tool, java, started, Optional.of(release), architecture);
  }

  /**
   * The same with an architecture.
   *
   * @param architecture the architecture of the Mac
   * @return the header
   */
  public RecordingHeader withArchitecture(Architecture architecture) {
    return new RecordingHeader(tool, java, started, release, Optional.of(architecture));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
