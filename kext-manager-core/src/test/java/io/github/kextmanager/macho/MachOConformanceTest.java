package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.conformance.RepositoryCase;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Apple's kext library says of executables that stand where it looks for them. */
class MachOConformanceTest {
  record Case(String id, Cpu kernel, MachO file, JsonObject answer) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Case> cases() {
    return Stream.of("executable", "executable-i386", "i386", "basic")
        .flatMap(RepositoryCase::ofCategory)
        .flatMap(
            repository ->
                repository.answers().stream()
                    .filter(answer -> !answer.died())
                    .flatMap(answer -> answer.kexts().stream())
                    .flatMap(kext -> executable(repository, kext)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void says_what_apples_library_says(Case given) {
    Optional<FatEntry> best = given.file().bestFor(given.kernel());

    assertThat(given.file().architectureNames()).isEqualTo(architectures(given));
    assertThat(best.isPresent())
        .isEqualTo(given.answer().get("supportsArchitecture").getAsBoolean());
    assertThat(best.flatMap(MachOConformanceTest::uuid)).isEqualTo(uuid(given));
    if (best.isPresent() && !isExempt(given)) {
      assertThat(best.filter(MachOConformanceTest::isKext).isPresent())
          .isEqualTo(!given.answer().get("diagnostics").toString().contains("no kmod_info symbol"));
    }
  }

  private static boolean isExempt(Case given) {
    return given.answer().get("isInterface").getAsBoolean()
        || given.answer().get("isKernelComponent").getAsBoolean();
  }

  private static boolean isKext(FatEntry entry) {
    return entry.content() instanceof SliceContent.Code code
        && code.slice().kmodInfo().isInSection();
  }

  private static Optional<UUID> uuid(FatEntry entry) {
    return entry.content() instanceof SliceContent.Code code
        ? code.slice().uuid()
        : Optional.empty();
  }

  private static Optional<UUID> uuid(Case given) {
    JsonElement uuid = given.answer().get("uuid");
    if (uuid == null || uuid.isJsonNull()) {
      return Optional.empty();
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(HexFormat.of().parseHex(uuid.getAsJsonObject().get("$data").getAsString()));
    return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
  }

  private static List<String> architectures(Case given) {
    JsonElement names = given.answer().get("architectures");
    return names.isJsonNull()
        ? List.of()
        : StreamSupport.stream(names.getAsJsonArray().spliterator(), false)
            .map(JsonElement::getAsString)
            .toList();
  }

  /** The executable of a kext whose executable is the only file in its MacOS folder. */
  private static Stream<Case> executable(RepositoryCase repository, JsonObject kext) {
    if (!kext.has("path") || !kext.get("declaresExecutable").getAsBoolean()) {
      return Stream.empty();
    }
    String folder = kext.get("path").getAsString() + "/Contents/MacOS/";
    List<RepositoryCase.Entry> files =
        repository.wholeTree().stream()
            .filter(entry -> entry.path().startsWith(folder) && entry.type().equals("file"))
            .toList();
    String kernel =
        repository.json().getAsJsonObject("arguments").get("architecture").getAsString();
    return files.size() == 1
        ? Stream.of(
            new Case(
                repository.id(), Code.cpu(kernel), MachOReader.read(files.get(0).contents()), kext))
        : Stream.empty();
  }
}
