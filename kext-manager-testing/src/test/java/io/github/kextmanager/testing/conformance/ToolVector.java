package io.github.kextmanager.testing.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextOnDisk;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** One run of kextload or kextunload: what was asked, of what Mac. */
record ToolVector(JsonObject run) {
  List<String> arguments() {
    return ToolVectors.strings(run, "argv");
  }

  int uid() {
    return run.get("uid").getAsInt();
  }

  boolean isSafeBoot() {
    return run.get("safeBoot").getAsBoolean();
  }

  Optional<OsReturn> kextdAnswer() {
    return answer("kextdAnswers");
  }

  /** A name for a failing run that says what is special about it. */
  String name() {
    return "%s, uid %s, kernel %s, kextd %s, terminate %s, safe boot %s, loaded %s"
        .formatted(
            run.get("argv"),
            run.get("uid"),
            run.get("kernelAnswers"),
            run.get("kextdAnswers"),
            run.get("terminateAnswers"),
            run.get("safeBoot"),
            run.get("loadedVariant"));
  }

  ToolRun result(String kextToolsTag) {
    return run.getAsJsonArray("results").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(result -> result.getAsJsonArray("sources").toString().contains(kextToolsTag))
        .map(ToolRun::of)
        .findFirst()
        .orElseThrow();
  }

  PretendedKernel kernel(Disk disk, Platform platform) {
    var catalog = new KextCatalog(disk, new KextOpener(disk, platform), LogSink.NONE);
    ExtensionFolders.of(platform.release()).forEach(catalog::scan);
    List<KextInfo> loaded =
        ToolVectors.strings(run, "loadedKexts").stream()
            .flatMap(identifier -> catalog.best(identifier).stream())
            .map(kext -> loaded(kext, platform))
            .toList();
    return new PretendedKernel(
        Optional.of(loaded),
        answer("kernelAnswers").orElse(KernelReturn.SUCCESS),
        answer("terminateAnswers").orElse(KernelReturn.SUCCESS));
  }

  private KextInfo loaded(KextOnDisk kext, Platform platform) {
    String variant = run.has("loadedVariant") ? run.get("loadedVariant").getAsString() : "same";
    Optional<UUID> uuid = kext.uuid(platform.architecture());
    return new KextInfo(
        Optional.of(kext.identifier()),
        Optional.of(
            variant.equals("other-version") && !kext.isKernelComponent()
                ? "0.9"
                : kext.versionText()),
        OptionalInt.of(1),
        OptionalInt.of(0),
        OptionalLong.of(0),
        OptionalInt.of(0),
        OptionalInt.of(0),
        Optional.empty(),
        // The stub of the kernel told no UUID of its own parts.
        kext.isKernelComponent()
            ? Optional.empty()
            : variant.equals("other-uuid") ? Optional.of(new UUID(0, 0)) : uuid,
        List.of(),
        kext.isKernelComponent());
  }

  private Optional<OsReturn> answer(String name) {
    JsonElement answer = run.get(name);
    if (answer == null || answer.isJsonNull()) {
      return Optional.empty();
    }
    String code =
        answer.isJsonObject()
            ? answer.getAsJsonObject().get("code").getAsString()
            : answer.getAsString();
    return Optional.of(new OsReturn(Integer.parseUnsignedInt(code.substring(2), 16)));
  }
}
