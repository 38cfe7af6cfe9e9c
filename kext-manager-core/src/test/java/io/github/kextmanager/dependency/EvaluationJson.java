package io.github.kextmanager.dependency;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.validation.DiagnosticsPrinter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An evaluation in the shape of the vectors. */
final class EvaluationJson {
  private final JsonObject json = new JsonObject();

  private EvaluationJson() {}

  static JsonObject of(Evaluation evaluation, List<PlistDict> personalities, MacOsVersion release) {
    var members = new EvaluationJson();
    members.kext(evaluation.kext());
    members.checks(evaluation.checks());
    members.json.add("personalities", PlistJson.of(personalities));
    members.dependencies(evaluation);
    members.diagnostics(evaluation, release);
    return members.json;
  }

  private void kext(RepositoryKext kext) {
    json.addProperty("path", kext.path().toString());
    json.addProperty("identifier", kext.identifier().value());
    json.addProperty("version", kext.version().printed());
    json.addProperty("compatibleVersion", kext.compatibleVersion().printed());
    json.addProperty("isLibrary", kext.isLibrary());
    json.addProperty("isKernelComponent", kext.isKernelComponent());
    json.addProperty("isInterface", kext.facts().isInterface());
    json.addProperty("declaresExecutable", kext.facts().declaresExecutable());
    json.addProperty("hasLogOrDebugFlags", kext.facts().hasLogOrDebugFlags());
    json.addProperty("isPlugin", kext.bundle().isPlugIn());
    json.addProperty("isLoadableInSafeBoot", kext.validation().isLoadableInSafeBoot());
    json.addProperty("supportsArchitecture", kext.executable().supportsArchitecture());
    json.add(
        "architectures", kext.executable().architectures().map(all -> texts(all)).orElse(null));
    json.add("container", text(kext.bundle().container().map(Object::toString)));
    json.add("uuid", kext.executable().uuid().map(EvaluationJson::data).orElse(null));
  }

  private void checks(Evaluation.Checks checks) {
    json.addProperty("isValidAfterOpen", checks.isValidAfterOpen());
    json.addProperty("validate", checks.isValid());
    json.addProperty("authenticate", checks.isAuthentic());
    json.addProperty("resolveDependencies", checks.isResolved());
    json.addProperty("validateDependencies", checks.librariesAreValid());
    json.addProperty("authenticateDependencies", checks.librariesAreAuthentic());
    json.addProperty("loadable", checks.isLoadable());
    checks
        .librariesAreLoadableInSafeBoot()
        .ifPresent(answer -> json.addProperty("dependenciesAreLoadableInSafeBoot", answer));
  }

  private void dependencies(Evaluation evaluation) {
    json.addProperty("logMessages", lines(evaluation.messages()));
    json.add("declaredDependencies", paths(evaluation.libraries()));
    json.add("loadList", paths(evaluation.loadList().orElse(null)));
    json.add("loadListPartial", paths(evaluation.partialLoadList().orElse(null)));
    json.add("linkDependencies", paths(evaluation.linkLibraries()));
    json.addProperty("dependencyGraphText", evaluation.graphText());
    json.add("allDependencies", paths(evaluation.allLibraries().orElse(null)));
  }

  private void diagnostics(Evaluation evaluation, MacOsVersion release) {
    JsonObject categories = new JsonObject();
    new DiagnosticsPrinter(release)
        .byCategory(evaluation.findings())
        .forEach(
            (category, texts) -> {
              JsonObject beneath = new JsonObject();
              texts.forEach(
                  (text, values) ->
                      beneath.add(
                          text, values.isEmpty() ? new JsonPrimitive(true) : texts(values)));
              categories.add(category.title(), beneath);
            });
    json.add("diagnostics", categories);
    json.addProperty("diagnosticsText", evaluation.diagnosticsText());
  }

  static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static JsonElement paths(@Nullable List<RepositoryKext> kexts) {
    return kexts == null
        ? JsonNull.INSTANCE
        : texts(kexts.stream().map(kext -> kext.path().toString()).toList());
  }

  private static JsonElement data(UUID uuid) {
    JsonObject data = new JsonObject();
    data.addProperty("$data", uuid.toString().replace("-", ""));
    return data;
  }

  private static JsonElement text(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  private static JsonArray texts(Collection<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }
}
