package io.github.kextmanager.cli.answer;

import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.dependency.Evaluation;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.validation.DiagnosticCategory;
import io.github.kextmanager.validation.DiagnosticsPrinter;
import io.github.kextmanager.validation.KextExecutable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The members of what Apple's library answers about a kext. */
final class EvaluationJson {
  private final DiagnosticsPrinter printer;

  EvaluationJson(MacOsVersion release) {
    this.printer = new DiagnosticsPrinter(release);
  }

  void write(Evaluation evaluation, List<PlistDict> personalities, Json json) {
    kext(evaluation.kext(), json);
    checks(evaluation.checks(), json);
    json.text("logMessages", lines(evaluation.messages()));
    paths("declaredDependencies", Optional.of(evaluation.libraries()), json);
    paths("loadList", evaluation.loadList(), json);
    paths("loadListPartial", evaluation.partialLoadList(), json);
    paths("linkDependencies", Optional.of(evaluation.linkLibraries()), json);
    paths("allDependencies", evaluation.allLibraries(), json);
    json.plists("personalities", personalities);
    json.object("diagnostics", Optional.of(evaluation), this::diagnostics);
    json.text("diagnosticsText", evaluation.diagnosticsText());
    json.text("dependencyGraphText", evaluation.graphText());
  }

  private static void kext(RepositoryKext kext, Json json) {
    KextFacts facts = kext.facts();
    KextExecutable executable = kext.executable();
    json.text("path", kext.path().toString())
        .text("identifier", kext.identifier().value())
        .text("version", kext.version().printed())
        .text("compatibleVersion", kext.compatibleVersion().printed())
        .truth("isLibrary", kext.isLibrary())
        .truth("isKernelComponent", facts.isKernelComponent())
        .truth("isInterface", facts.isInterface())
        .truth("declaresExecutable", facts.declaresExecutable())
        .truth("hasLogOrDebugFlags", facts.hasLogOrDebugFlags())
        .truth("isPlugin", kext.bundle().isPlugIn())
        .truth("isLoadableInSafeBoot", kext.validation().isLoadableInSafeBoot())
        .truth("supportsArchitecture", executable.supportsArchitecture());
    architectures(executable, json);
    json.text("container", kext.bundle().container().map(Object::toString));
    uuid(executable, json);
  }

  /** What there is code for, and what tells it from other builds. */
  static void executable(KextExecutable executable, Json json) {
    architectures(executable, json);
    uuid(executable, json);
  }

  private static void uuid(KextExecutable executable, Json json) {
    json.data("uuid", executable.uuid().map(EvaluationJson::digits));
  }

  /** Whatever the executable holds code for; none is known of what is no executable. */
  private static void architectures(KextExecutable executable, Json json) {
    if (executable.architectures().isEmpty()) {
      json.unknown("architectures");
      return;
    }
    List<String> names = new ArrayList<>();
    for (Architecture architecture : executable.architectures().get()) {
      names.add(architecture.name());
    }
    json.texts("architectures", names);
  }

  private static void checks(Evaluation.Checks checks, Json json) {
    json.truth("isValidAfterOpen", checks.isValidAfterOpen())
        .truth("validate", checks.isValid())
        .truth("authenticate", checks.isAuthentic())
        .truth("resolveDependencies", checks.isResolved())
        .truth("validateDependencies", checks.librariesAreValid())
        .truth("authenticateDependencies", checks.librariesAreAuthentic())
        .truth("loadable", checks.isLoadable());
    if (checks.librariesAreLoadableInSafeBoot().isPresent()) {
      json.truth(
          "dependenciesAreLoadableInSafeBoot", checks.librariesAreLoadableInSafeBoot().get());
    }
  }

  private void diagnostics(Json json, Evaluation evaluation) {
    Map<DiagnosticCategory, Map<String, Set<String>>> categories =
        printer.byCategory(evaluation.findings());
    categories.forEach(
        (category, texts) ->
            json.object(category.title(), Optional.of(texts), EvaluationJson::values));
  }

  private static void values(Json json, Map<String, Set<String>> texts) {
    texts.forEach(
        (text, values) -> {
          if (values.isEmpty()) {
            json.truth(text, true);
          } else {
            json.texts(text, values);
          }
        });
  }

  static void paths(String name, Optional<? extends Collection<RepositoryKext>> kexts, Json json) {
    if (kexts.isEmpty()) {
      json.unknown(name);
      return;
    }
    List<String> paths = new ArrayList<>();
    for (RepositoryKext kext : kexts.get()) {
      paths.add(kext.path().toString());
    }
    json.texts(name, paths);
  }

  static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static String digits(UUID uuid) {
    return uuid.toString().replace("-", "");
  }
}
