package io.github.kextmanager.dependency;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.RepositoryCase;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.plist.KernelPlist;
import io.github.kextmanager.plist.KernelPlistReader;
import io.github.kextmanager.plist.PlistDict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Apple's own library resolved, and what it did not. */
class ResolverConformanceTest {
  private static final String INFO_PLIST = "/Info.plist";

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("answers")
  void resolves_what_apple_resolves(
      String id, TargetMac mac, RepositoryCase repository, RepositoryCase.Answer answer) {
    Map<String, VectorKext> kexts = kexts(repository, answer, mac);
    KextRepository ours = KextRepository.of(List.copyOf(kexts.values()), mac);
    for (JsonObject apple : answer.kexts()) {
      VectorKext kext = requireNonNull(kexts.get(apple.get("path").getAsString()));
      Resolution resolution = ours.resolve(kext);
      // Apple's library does not look at an invalid part of the kernel that it is asked about.
      if (!kext.isKernelComponent()) {
        assertThat(resolution instanceof Resolved)
            .as("%s", kext)
            .isEqualTo(apple.get("resolveDependencies").getAsBoolean());
      }
      if (resolution instanceof Resolved resolved) {
        assertLoads(resolved, apple, ours);
      }
    }
    assertFinds(ours, answer.result());
  }

  private static void assertLoads(Resolved resolved, JsonObject apple, KextRepository ours) {
    assertThat(resolved.loadOrder())
        .extracting(kext -> kext.path().toString())
        .containsExactlyInAnyOrderElementsOf(texts(apple.get("loadList")));
    assertThat(resolved.libraries())
        .extracting(kext -> kext.path().toString())
        .containsExactlyInAnyOrderElementsOf(texts(apple.get("declaredDependencies")));
    assertThat(resolved.linkLibraries())
        .extracting(kext -> kext.path().toString())
        .containsExactlyInAnyOrderElementsOf(texts(apple.get("linkDependencies")));
    Set<RepositoryKext> loaded = new HashSet<>();
    for (RepositoryKext kext : resolved.loadOrder()) {
      assertThat(loaded).containsAll(Repositories.resolved(ours, kext).libraries());
      loaded.add(kext);
    }
  }

  private static void assertFinds(KextRepository ours, JsonObject result) {
    for (var entry : result.getAsJsonObject("byIdentifier").entrySet()) {
      assertThat(ours.all(BundleIdentifier.reported(entry.getKey())))
          .extracting(kext -> kext.path().toString())
          .containsExactlyElementsOf(texts(entry.getValue().getAsJsonObject().get("all")));
    }
  }

  /** All kexts by their paths, in the order in which they are opened. */
  private static Map<String, VectorKext> kexts(
      RepositoryCase repository, RepositoryCase.Answer answer, TargetMac mac) {
    Map<String, JsonObject> judged = new HashMap<>();
    answer.kexts().forEach(json -> judged.put(json.get("path").getAsString(), json));
    Map<String, VectorKext> kexts = new HashMap<>();
    for (RepositoryCase.Entry entry : repository.wholeTree()) {
      if (entry.path().endsWith(INFO_PLIST) && entry.type().equals("file")) {
        String bundle = bundle(entry.path());
        boolean isUsual = bundle.startsWith("/System/Library/Extensions/System.kext");
        if (judged.containsKey(bundle) || isUsual) {
          kexts.put(bundle, kext(bundle, entry, Optional.ofNullable(judged.get(bundle)), mac));
        }
      }
    }
    List<String> order = new ArrayList<>(kexts.keySet());
    List<String> folders = texts(repository.json().getAsJsonObject("arguments").get("scanFolders"));
    order.sort(
        Comparator.comparing(
                (String path) -> folders.indexOf(String.valueOf(Path.of(path).getParent())))
            .thenComparing(String.CASE_INSENSITIVE_ORDER));
    Map<String, VectorKext> ordered = new LinkedHashMap<>();
    order.forEach(path -> ordered.put(path, requireNonNull(kexts.get(path))));
    return ordered;
  }

  private static String bundle(String infoPlist) {
    return infoPlist
        .substring(0, infoPlist.length() - INFO_PLIST.length())
        .replaceAll("/(Contents|Resources|Support Files)$", "");
  }

  private static VectorKext kext(
      String bundle, RepositoryCase.Entry entry, Optional<JsonObject> judged, TargetMac mac) {
    var accepted = (KernelPlist.Accepted) KernelPlistReader.read(entry.contents());
    return new VectorKext(Path.of(bundle), (PlistDict) accepted.root(), judged, mac);
  }

  private static List<String> texts(JsonElement array) {
    List<String> texts = new ArrayList<>();
    array.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
    return texts;
  }

  static Stream<Arguments> answers() {
    return Stream.of(
            "basic",
            "dependencies",
            "i386",
            "multiple-versions",
            "no-kernel",
            "plugins",
            "random",
            "required")
        .flatMap(RepositoryCase::ofCategory)
        .flatMap(
            repository ->
                repository.answers().stream()
                    .filter(answer -> !answer.died())
                    .flatMap(
                        answer ->
                            answer.sources().stream()
                                .map(source -> arguments(repository, answer, source))));
  }

  private static Arguments arguments(
      RepositoryCase repository, RepositoryCase.Answer answer, String source) {
    MacOsVersion release =
        switch (source) {
          case "IOKitUser-755.24.1" -> new MacOsVersion(10, 8, 0);
          case "IOKitUser-1445.71.1" -> new MacOsVersion(10, 13, 0);
          default -> new MacOsVersion(10, 15, 0);
        };
    String architecture =
        repository.json().getAsJsonObject("arguments").get("architecture").getAsString();
    return Arguments.of(
        repository.id(), TargetMac.of(release, new Architecture(architecture)), repository, answer);
  }
}
