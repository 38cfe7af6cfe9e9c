package io.github.kextmanager.command.record;

import io.github.kextmanager.command.Termination.Exited;
import io.github.kextmanager.command.record.RecordedAnswer.Ended;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the recorded commands themselves say of the Mac. */
final class RecordedFacts {
  private static final List<String> SW_VERS = List.of("/usr/bin/sw_vers");
  private static final List<String> SW_VERS_RELEASE =
      List.of("/usr/bin/sw_vers", "-productVersion");
  private static final List<String> UNAME_MACHINE = List.of("/usr/bin/uname", "-m");
  private static final Pattern PRODUCT_VERSION =
      Pattern.compile("^ProductVersion:[ \\t]*(\\S+)", Pattern.MULTILINE);

  private RecordedFacts() {}

  static Optional<MacOsVersion> release(List<RecordedCommand> commands) {
    return Stream.concat(
            said(SW_VERS_RELEASE, commands),
            said(SW_VERS, commands)
                .map(PRODUCT_VERSION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1)))
        .flatMap(text -> parsed(text).stream())
        .findFirst();
  }

  static Optional<Architecture> architecture(List<RecordedCommand> commands) {
    return said(UNAME_MACHINE, commands)
        .filter(text -> !text.isEmpty())
        .map(Architecture::new)
        .findFirst();
  }

  private static Stream<String> said(List<String> argv, List<RecordedCommand> commands) {
    return commands.stream()
        .filter(asked -> asked.command().argv().equals(argv))
        .flatMap(asked -> asked.answer().stream())
        .filter(Ended.class::isInstance)
        .map(Ended.class::cast)
        .filter(ended -> ended.termination().equals(new Exited(0)))
        .map(ended -> ended.stdout().text().strip());
  }

  private static Optional<MacOsVersion> parsed(String text) {
    try {
      return Optional.of(MacOsVersion.parse(text));
    } catch (IllegalArgumentException noRelease) {
      return Optional.empty();
    }
  }
}
