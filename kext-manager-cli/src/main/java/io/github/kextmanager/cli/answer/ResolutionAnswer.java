package io.github.kextmanager.cli.answer;

import io.github.kextmanager.dependency.InvalidKext;
import io.github.kextmanager.dependency.Problem;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.dependency.Resolution;
import io.github.kextmanager.dependency.Resolved;
import io.github.kextmanager.dependency.Unresolved;
import java.util.Collection;
import java.util.List;

/** What a kext needs, or why it cannot have it. */
public final class ResolutionAnswer {
  private ResolutionAnswer() {}

  /** Says it. */
  public static ExitStatus answer(Resolution resolution, Format format, Console console) {
    List<Problem> problems =
        resolution instanceof Unresolved unresolved ? unresolved.problems() : List.of();
    if (format == Format.JSON) {
      write(resolution, problems, console.json());
    } else {
      print(resolution, problems, console);
    }
    if (resolution instanceof Resolved) {
      return ExitStatus.DONE;
    }
    return problems.stream().anyMatch(InvalidKext.class::isInstance)
        ? ExitStatus.INVALID
        : ExitStatus.MISSING_DEPENDENCY;
  }

  /** Says that there is no such kext. */
  public static void missing(String word, String why, Format format, Console console) {
    if (format == Format.JSON) {
      console.json().text("file", word).text("error", why).end();
    }
    console.complain("kextm: " + word + ": " + why);
  }

  /** The status that counts: nothing there, invalid, a library missing. */
  public static ExitStatus worse(ExitStatus one, ExitStatus other) {
    for (ExitStatus each :
        List.of(ExitStatus.NO_INPUT, ExitStatus.INVALID, ExitStatus.MISSING_DEPENDENCY)) {
      if (one == each || other == each) {
        return each;
      }
    }
    return one;
  }

  private static void write(Resolution resolution, List<Problem> problems, Json json) {
    members(json, resolution.kext());
    json.truth("isResolved", resolution instanceof Resolved);
    if (resolution instanceof Resolved resolved) {
      list("libraries", resolved.libraries(), json);
      list("linkLibraries", resolved.linkLibraries(), json);
      list("loadOrder", resolved.loadOrder(), json);
    } else {
      json.unknown("libraries").unknown("linkLibraries").unknown("loadOrder");
    }
    json.objects(
            "problems",
            problems,
            (each, problem) ->
                each.text("path", problem.kext().path().toString())
                    .text("message", problem.message()))
        .end();
  }

  private static void list(String name, Collection<RepositoryKext> kexts, Json json) {
    json.objects(name, kexts, ResolutionAnswer::members);
  }

  private static void members(Json json, RepositoryKext kext) {
    json.text("path", kext.path().toString())
        .text("identifier", kext.identifier().value())
        .text("version", kext.version().printed());
  }

  private static void print(Resolution resolution, List<Problem> problems, Console console) {
    if (resolution instanceof Resolved resolved) {
      int place = 1;
      for (RepositoryKext kext : resolved.loadOrder()) {
        console.print("%3d  %s".formatted(place++, line(kext)));
      }
      return;
    }
    console.print(line(resolution.kext()) + ": cannot have all that it needs");
    problems.forEach(problem -> console.print("  " + problem.message()));
  }

  private static String line(RepositoryKext kext) {
    return kext.identifier() + " " + kext.version().printed() + " (" + kext.path() + ")";
  }
}
