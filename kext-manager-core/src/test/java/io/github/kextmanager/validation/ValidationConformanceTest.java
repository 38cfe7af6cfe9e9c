package io.github.kextmanager.validation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.conformance.RepositoryTree;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.plist.PlistArray;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistData;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistInteger;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees of kexts, and what the libraries of three releases said of each kext in them. */
class ValidationConformanceTest {
  private static final Map<String, String> RELEASES =
      Map.of(
          "IOKitUser-755.24.1", "10.8",
          "IOKitUser-1445.71.1", "10.13",
          "IOKitUser-1726.140.1", "10.15");

  /** What is found only when libraries are looked for. */
  private static final Set<Diagnostic> OF_RESOLUTION =
      Set.of(
          Diagnostic.NO_KERNEL_LIBRARIES,
          Diagnostic.NO_KPI_LIBRARIES,
          Diagnostic.DEPENDENCY_NOT_IN_EARLY_BOOT,
          Diagnostic.DEPENDENCIES_NOT_IN_SAFE_BOOT);

  @TempDir Path root;

  static Stream<Named<RepositoryCase>> repositories() {
    return RepositoryCase.all().map(repository -> Named.of(repository.id(), repository));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("repositories")
  void says_what_apples_libraries_say(RepositoryCase repository) throws IOException {
    RepositoryTree tree = new RepositoryTree(root, repository).write();
    SoftAssertions softly = new SoftAssertions();

    for (RepositoryCase.Answer answer : repository.answers()) {
      if (!answer.died()) {
        for (String source : answer.sources()) {
          TargetMac target = target(repository, Objects.requireNonNull(RELEASES.get(source)));
          new Comparison(tree, target, answer, softly).compare();
        }
      }
    }

    softly.assertAll();
  }

  private static TargetMac target(RepositoryCase repository, String release) {
    JsonObject arguments = repository.json().getAsJsonObject("arguments");
    boolean isSafe = arguments.get("simulatedSafeBoot").getAsBoolean();
    return new TargetMac(
        MacOsVersion.parse(release),
        new Architecture(arguments.get("architecture").getAsString()),
        isSafe ? BootMode.SAFE : BootMode.NORMAL);
  }

  /** One answer against ours. */
  private record Comparison(
      RepositoryTree tree, TargetMac target, RepositoryCase.Answer answer, SoftAssertions softly) {

    void compare() {
      Opening opening = open();
      Set<String> own =
          tree.repository().tree().stream().map(RepositoryCase.Entry::path).collect(toSet());
      Map<String, KextBundle> opened =
          opening.bundles().stream()
              .filter(bundle -> own.contains(bundle.location().toString()))
              .collect(toMap(bundle -> bundle.location().toString(), bundle -> bundle));
      softly
          .assertThat(opened.keySet())
          .as("opened in %s", target.release())
          .containsExactlyInAnyOrderElementsOf(answer.opened());
      softly.assertThat(messages(opening)).isEqualTo(answer.scanMessages());
      for (JsonObject kext : answer.kexts()) {
        if (kext.has("path") && opened.containsKey(kext.get("path").getAsString())) {
          compare(opened.get(kext.get("path").getAsString()), kext, opening);
        }
      }
    }

    private Opening open() {
      BundleOpener opener = new BundleOpener(tree.root(), target);
      List<Opening> openings = new ArrayList<>();
      JsonObject arguments = tree.repository().json().getAsJsonObject("arguments");
      arguments
          .getAsJsonArray("scanFolders")
          .forEach(folder -> openings.add(opener.openFolder(Path.of(folder.getAsString()))));
      return Opening.inOrder(openings);
    }

    private static String messages(Opening opening) {
      return opening.refusals().stream()
          .flatMap(refusal -> refusal.messages().stream())
          .map(message -> message + "\n")
          .reduce("", String::concat);
    }

    private void compare(KextBundle bundle, JsonObject apple, Opening opening) {
      Validator validator = new Validator(tree.root(), target);
      Validation validation = validator.validate(bundle);
      Authentication authentication =
          new Authenticator(tree.root(), target, tree.ownership()).authenticate(bundle);
      Map<String, JsonElement> ours = members(bundle, validation);
      ours.put("authenticate", new JsonPrimitive(authentication.isAuthentic()));
      ours.put("personalities", personalities(bundle));
      ours.keySet().removeIf(member -> died(apple.get(member)));
      ours.forEach(
          (member, value) ->
              softly
                  .assertThat(comparable(member, value))
                  .as("%s of %s in %s", member, bundle.location(), target.release())
                  .isEqualTo(comparable(member, apple.get(member))));

      List<Finding> findings = new ArrayList<>(validation.findings());
      findings.addAll(authentication.findings());
      findings.addAll(
          validator.personalityTargets(bundle, identifier -> find(identifier, opening)));
      softly
          .assertThat(ours(findings))
          .as("diagnostics of %s in %s", bundle.location(), target.release())
          .isEqualTo(apples(apple.getAsJsonObject("diagnostics")));
    }

    private static boolean died(JsonElement value) {
      return value.isJsonObject() && value.getAsJsonObject().has("processDied");
    }

    private PersonalityTarget find(BundleIdentifier identifier, Opening opening) {
      List<KextBundle> found =
          opening.bundles().stream()
              .filter(bundle -> bundle.identifier().equals(identifier))
              .toList();
      if (found.isEmpty()) {
        return PersonalityTarget.NOT_FOUND;
      }
      return found.get(0).on(target).declaresExecutable()
          ? PersonalityTarget.LOADABLE
          : PersonalityTarget.WITHOUT_CODE;
    }

    private Map<String, JsonElement> members(KextBundle bundle, Validation validation) {
      KextFacts facts = bundle.on(target);
      KextExecutable code = validation.executable();
      Map<String, JsonElement> members = new TreeMap<>();
      members.put("identifier", new JsonPrimitive(bundle.identifier().value()));
      members.put("version", new JsonPrimitive(facts.version().printed()));
      members.put("compatibleVersion", new JsonPrimitive(facts.compatibleVersion().printed()));
      members.put("isLibrary", new JsonPrimitive(facts.isLibrary()));
      members.put("isKernelComponent", new JsonPrimitive(facts.isKernelComponent()));
      members.put("isInterface", new JsonPrimitive(facts.isInterface()));
      members.put("declaresExecutable", new JsonPrimitive(facts.declaresExecutable()));
      members.put("hasLogOrDebugFlags", new JsonPrimitive(facts.hasLogOrDebugFlags()));
      members.put("isPlugin", new JsonPrimitive(bundle.isPlugIn()));
      members.put(
          "container",
          bundle
              .container()
              .<JsonElement>map(path -> new JsonPrimitive(path.toString()))
              .orElse(JsonNull.INSTANCE));
      members.put("isLoadableInSafeBoot", new JsonPrimitive(validation.isLoadableInSafeBoot()));
      members.put("supportsArchitecture", new JsonPrimitive(code.supportsArchitecture()));
      members.put(
          "architectures",
          code.architectures()
              .<JsonElement>map(
                  all -> array(all.stream().map(a -> new JsonPrimitive(a.name())).toList()))
              .orElse(JsonNull.INSTANCE));
      members.put(
          "uuid",
          code.uuid()
              .<JsonElement>map(uuid -> data(uuid.toString().replace("-", "")))
              .orElse(JsonNull.INSTANCE));
      members.put("isValidAfterOpen", new JsonPrimitive(validation.isValid()));
      members.put("validate", new JsonPrimitive(validation.isValid()));
      return members;
    }

    private JsonElement personalities(KextBundle bundle) {
      return array(
          new PersonalitiesAsSent(tree.root(), target)
              .of(bundle).stream().map(Comparison::json).toList());
    }

    /** The elements of an array have no order that can be relied on. */
    private static Object comparable(String member, JsonElement value) {
      return member.equals("personalities") && value.isJsonArray()
          ? new HashSet<>(JsonParser.parseString(value.toString()).getAsJsonArray().asList())
          : value;
    }

    private Map<String, Map<String, Set<String>>> ours(List<Finding> findings) {
      Map<String, Map<String, Set<String>>> all = new TreeMap<>();
      new DiagnosticsPrinter(target.release())
          .byCategory(findings)
          .forEach(
              (category, texts) ->
                  all.put(
                      category.title(),
                      texts.entrySet().stream()
                          .collect(toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())))));
      return all;
    }

    private Map<String, Map<String, Set<String>>> apples(JsonObject diagnostics) {
      Set<String> others =
          OF_RESOLUTION.stream()
              .map(diagnostic -> diagnostic.text(target.release()))
              .collect(toSet());
      Map<String, Map<String, Set<String>>> all = new TreeMap<>();
      diagnostics
          .entrySet()
          .forEach(
              category -> {
                Map<String, Set<String>> texts = new TreeMap<>();
                category.getValue().getAsJsonObject().entrySet().stream()
                    .filter(text -> !others.contains(text.getKey()))
                    .forEach(text -> texts.put(text.getKey(), values(text.getValue())));
                if (!category.getKey().startsWith("Dependency") && !texts.isEmpty()) {
                  all.put(category.getKey(), texts);
                }
              });
      return all;
    }

    private static Set<String> values(JsonElement value) {
      Set<String> values = new HashSet<>();
      if (value.isJsonArray()) {
        value.getAsJsonArray().forEach(element -> values.add(element.getAsString()));
      }
      return values;
    }

    private static JsonElement json(PlistValue value) {
      if (value instanceof PlistDict dict) {
        JsonObject object = new JsonObject();
        dict.entries().forEach((key, element) -> object.add(key, json(element)));
        return object;
      }
      if (value instanceof PlistArray list) {
        return array(list.values().stream().map(Comparison::json).toList());
      }
      if (value instanceof PlistBoolean flag) {
        return new JsonPrimitive(flag.value());
      }
      if (value instanceof PlistInteger number) {
        return new JsonPrimitive(number.value());
      }
      if (value instanceof PlistData data) {
        return data(java.util.HexFormat.of().formatHex(data.bytes()));
      }
      return new JsonPrimitive(((PlistString) value).value());
    }

    private static JsonObject data(String hex) {
      JsonObject data = new JsonObject();
      data.addProperty("$data", hex);
      return data;
    }

    private static JsonArray array(List<? extends JsonElement> elements) {
      JsonArray array = new JsonArray();
      elements.forEach(array::add);
      return array;
    }
  }
}
