package io.github.kextmanager.documentation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.dependency.Evaluation;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.validation.OwnerAndMode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that docs/bundles.md shows is this one. */
class CheckOfABuildTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Path SOURCE =
      Path.of("src/test/java/io/github/kextmanager/documentation/CheckOfABuildTest.java");

  @TempDir Path root;

  @Test
  void is_what_the_document_shows() throws IOException {
    List<String> blocks =
        JAVA_BLOCK.matcher(BundlesDocument.read().text()).results().map(m -> m.group(1)).toList();

    assertThat(blocks).hasSize(1);
    assertThat(stripped(Files.readString(SOURCE))).contains(stripped(blocks.get(0)));
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
  }

  @Test
  void tells_what_is_wrong_and_what_to_do() throws IOException {
    Path contents = root.resolve("Library/Extensions/Example.kext/Contents");
    Files.createDirectories(contents);
    Files.writeString(
        contents.resolve("Info.plist"),
        """
        <plist version="1.0"><dict>
        <key>CFBundlePackageType</key> <string>KEXT</string>
        <key>CFBundleIdentifier</key> <string>com.example.driver</string>
        <key>CFBundleVersion</key> <string>1.2.3.4</string>
        </dict></plist>
        """);
    Path broken = root.resolve("Library/Extensions/Broken.kext");
    Files.createDirectories(broken);
    Path said = root.resolve("said");

    try (PrintStream out = new PrintStream(said.toFile(), StandardCharsets.UTF_8)) {
      check(root, out);
    }

    assertThat(said)
        .content()
        .contains("\"/Library/Extensions/Broken.kext\" is no kext: it has no Info.plist file.\n")
        .contains("/Library/Extensions/Example.kext is loadable: false\n")
        .contains("  Info dictionary property value is illegal: CFBundleVersion\n");
  }

  private static void check(Path root, PrintStream out) {
    TargetMac mac = TargetMac.of(MacOsVersion.parse("10.15"), Architecture.X86_64);
    KextRepository kexts =
        KextRepository.open(
            root,
            List.of(Path.of("/System/Library/Extensions"), Path.of("/Library/Extensions")),
            mac,
            (file, onDisk) -> new OwnerAndMode(0, 0, onDisk.mode())); // as the installer will do

    for (OpeningRefusal refusal : kexts.refusals()) {
      out.println(refusal.explanation());
    }
    for (RepositoryKext kext : kexts.kexts()) {
      Evaluation evaluation = kexts.evaluate(kext);
      Evaluation.Checks checks = evaluation.checks();
      boolean isLoadable = checks.isResolved() && checks.isLoadable();
      out.println(kext.path() + " is loadable: " + isLoadable);
      for (Finding finding : evaluation.findings()) {
        out.println(
            "  " + finding.text(mac.release()) + ": " + finding.value(mac.release()).orElse(""));
        out.println("  To do: " + finding.diagnostic().remedy());
      }
    }
  }
}
