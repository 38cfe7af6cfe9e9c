package io.github.kextmanager.command.record;

import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads the first block of a recording. */
final class HeaderReader {
  private HeaderReader() {}

  static RecordingHeader read(RecordingLines lines) {
    lines.require("a recording begins with \"%s\"".formatted(Syntax.FIRST_LINE));
    if (!lines.is(Syntax.FIRST_LINE)) {
      throw lines.broken(
          lines.line().startsWith(Syntax.ANY_FIRST_LINE)
              ? "this library reads version 1 of the format"
              : "a recording begins with \"%s\"".formatted(Syntax.FIRST_LINE));
    }
    lines.require("the header has a tool");
    String tool = lines.requireField(Syntax.TOOL);
    lines.require("the header has a version of Java");
    String java = lines.requireField(Syntax.JAVA);
    lines.require("the header has a start");
    Instant started = lines.parsed(lines.requireField(Syntax.STARTED), HeaderReader::instant);
    lines.require("a header ends with \"end\"");
    Optional<MacOsVersion> release = Optional.empty();
    if (lines.isField(Syntax.RELEASE)) {
      release = Optional.of(lines.parsed(lines.field(Syntax.RELEASE), MacOsVersion::parse));
      lines.require("a header ends with \"end\"");
    }
    Optional<Architecture> architecture = Optional.empty();
    if (lines.isField(Syntax.ARCHITECTURE)) {
      architecture = Optional.of(new Architecture(lines.field(Syntax.ARCHITECTURE)));
      lines.require("a header ends with \"end\"");
    }
    if (!lines.is(Syntax.END)) {
      throw lines.broken("a header ends with \"end\"");
    }
    return new RecordingHeader(tool, java, started, release, architecture);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a time is in UTC and in the form 2026-11-22T16:04:49Z", e);
    }
  }
}
