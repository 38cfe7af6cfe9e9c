package io.github.kextmanager.cli.answer;

import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Ground;
import io.github.kextmanager.doctor.KextVersions;
import io.github.kextmanager.doctor.KextVersions.Copy;
import io.github.kextmanager.doctor.Obstacle;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A diagnosis for people: the conclusion, what is wrong, then who must do what. */
public final class DiagnosisText {
  private static final String INDENT = "  ";

  private final Diagnosis diagnosis;
  private final Console console;

  private DiagnosisText(Diagnosis diagnosis, Console console) {
    this.diagnosis = diagnosis;
    this.console = console;
  }

  /** Prints a diagnosis. */
  public static void print(Diagnosis diagnosis, MacOsVersion release, Console console) {
    new DiagnosisText(diagnosis, console).print(release);
  }

  private void print(MacOsVersion release) {
    console.print("%s: %s".formatted(name(), conclusion()));
    if (console.loudness() == Loudness.QUIET) {
      return;
    }
    boolean isWhole = console.loudness() == Loudness.VERBOSE;
    diagnosis.checks().stream()
        .filter(check -> isWhole || check.result().compareTo(Check.Result.WARNED) <= 0)
        .forEach(this::print);
    if (!isWhole) {
      printNotKnown();
      long passed = diagnosis.checks().stream().filter(DiagnosisText::isPassed).count();
      if (passed > 0) {
        console.print(INDENT + "as it should be: %d (--verbose lists them)".formatted(passed));
      }
    }
    printVersions(diagnosis.versions());
    RemedyText.print(diagnosis.remedies(), release, console);
    diagnosis.obstacles().stream().skip(1).forEach(this::printFurther);
  }

  private void printFurther(Obstacle obstacle) {
    RemedyText.printAlso(obstacle.meaning(), obstacle.reason(), obstacle.remedies(), console);
  }

  private String name() {
    String identifier = diagnosis.identifier().map(BundleIdentifier::value).orElse("");
    String path = diagnosis.bundle().map(Object::toString).orElse("");
    return identifier.isEmpty() || path.isEmpty()
        ? identifier + path
        : "%s (%s)".formatted(identifier, path);
  }

  private String conclusion() {
    return switch (diagnosis.standing()) {
      case LOADED ->
          diagnosis.remedies().isEmpty()
              ? "It is loaded."
              : "It is loaded, but as it lies on the disk it would not be loaded again.";
      case STOPPED ->
          diagnosis.obstacles().stream()
              .findFirst()
              .map(obstacle -> "%s (%s)".formatted(meaning(obstacle), obstacle.reason()))
              .orElse("It would not be loaded.");
      case NOTHING_KNOWN_AGAINST_IT -> "Nothing that is known stands against loading it.";
    };
  }

  private static String meaning(Obstacle obstacle) {
    return obstacle.topic() == Topic.PRESENT
        ? obstacle.meaning()
        : "It would not be loaded. " + obstacle.meaning();
  }

  private static boolean isPassed(Check check) {
    return check.result() == Check.Result.PASSED;
  }

  /** What is not known for the same reason stands on one line. */
  private void printNotKnown() {
    Map<String, List<String>> topics = new LinkedHashMap<>();
    diagnosis.checks().stream()
        .filter(check -> check.result() == Check.Result.NOT_KNOWN)
        .forEach(
            check ->
                topics
                    .computeIfAbsent(check.said(), any -> new ArrayList<>())
                    .add(check.topic().words()));
    topics.forEach(
        (because, words) ->
            console.print(
                INDENT + "not known: %s: %s".formatted(String.join(", ", words), because)));
  }

  private void print(Check check) {
    String result = check.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    console.print(INDENT + "%s: %s: %s".formatted(result, check.topic().words(), check.said()));
    for (Ground ground : check.grounds()) {
      String line = ground.line().isPresent() ? ":" + ground.line().getAsInt() : "";
      console.print(INDENT.repeat(3) + "%s%s: %s".formatted(ground.from(), line, ground.text()));
    }
  }

  private void printVersions(KextVersions versions) {
    if (!versions.copies().isEmpty()) {
      console.print(
          INDENT
              + versions.copies().stream()
                  .map(DiagnosisText::shown)
                  .collect(Collectors.joining("; ", "versions: ", "")));
    }
    versions
        .stale()
        .forEach(
            stale ->
                console.print(
                    INDENT
                        + "out of date: %s. %s".formatted(shown(stale.copy()), stale.because())));
  }

  private static String shown(Copy copy) {
    String place = copy.place().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String uuid = copy.uuid().map(" %s"::formatted).orElse("");
    String path = copy.path().map(" in %s"::formatted).orElse("");
    return place + " " + copy.version() + uuid + path;
  }
}
