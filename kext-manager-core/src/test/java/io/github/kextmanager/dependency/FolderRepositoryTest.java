package io.github.kextmanager.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.validation.Diagnostic;
import io.github.kextmanager.validation.Finding;
import io.github.kextmanager.validation.KextExecutable;
import io.github.kextmanager.validation.OwnerAndMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRepositoryTest {
  private static final Path SYSTEM = Path.of("/System/Library/Extensions");
  private static final Path LOCAL = Path.of("/Library/Extensions");

  @TempDir Path root;

  @Test
  void opens_folders_as_given_and_their_kexts_by_name_without_case() throws IOException {
    kext("Library/Extensions/b", "b");
    kext("Library/Extensions/A", "a");
    kext("Library/Extensions/C", "c");
    kext("System/Library/Extensions/z", "z");

    assertThat(open(SYSTEM, LOCAL).kexts())
        .extracting(kext -> kext.identifier().value())
        .containsExactly("z", "a", "b", "c");
  }

  @Test
  void takes_the_copy_in_the_folder_opened_last() throws IOException {
    kext("Library/Extensions/a", "a");
    kext("System/Library/Extensions/a", "a");
    BundleIdentifier a = BundleIdentifier.of("a");

    assertThat(open(SYSTEM, LOCAL).find(a).orElseThrow().path()).hasParentRaw(LOCAL);
    assertThat(open(LOCAL, SYSTEM).find(a).orElseThrow().path()).hasParentRaw(SYSTEM);
  }

  @Test
  void finds_nothing_in_a_folder_that_is_missing() {
    assertThat(open(Path.of("/nowhere")).kexts()).isEmpty();
  }

  @Test
  void says_what_is_no_kext() throws IOException {
    Files.createDirectories(root.resolve("Library/Extensions/a.kext"));

    assertThat(open(LOCAL).refusals())
        .flatExtracting(refusal -> refusal.messages())
        .containsExactly("/Library/Extensions/a.kext has no Info.plist file.");
  }

  @Test
  void answers_for_all_kexts_in_the_order_in_which_they_were_opened() throws IOException {
    for (int i = 10; i < 60; i++) {
      kext("Library/Extensions/k" + i, "k" + i);
    }
    KextRepository repository = open(LOCAL);

    assertThat(repository.evaluateAll()).extracting(Evaluation::kext).isEqualTo(repository.kexts());
    assertThat(repository.evaluateAll()).allMatch(each -> each.checks().isLoadable());
  }

  @Test
  void a_kext_that_uses_the_executable_of_one_that_is_not_there_is_invalid() throws IOException {
    sharing("a", "nowhere");

    RepositoryKext kext = open(LOCAL).find(BundleIdentifier.of("a")).orElseThrow();

    assertThat(kext.isValid()).isFalse();
    assertThat(kext.validation().findings())
        .extracting(Finding::diagnostic)
        .containsExactly(Diagnostic.SHARED_EXECUTABLE_NOT_FOUND);
  }

  @Test
  void the_executable_of_another_kext_counts_as_its_own() throws IOException {
    sharing("a", "b");
    kext("Library/Extensions/b", "b", "<key>CFBundleExecutable</key><string>b</string>");
    Files.writeString(root.resolve("Library/Extensions/b.kext/Contents/b"), "no code");

    RepositoryKext kext = open(LOCAL).find(BundleIdentifier.of("a")).orElseThrow();

    assertThat(kext.executable().status()).isEqualTo(KextExecutable.Status.NOT_MACH_O);
  }

  @Test
  void kexts_that_use_the_executables_of_each_other_have_none() throws IOException {
    sharing("a", "b");
    sharing("b", "a");

    assertThat(open(LOCAL).kexts())
        .extracting(kext -> kext.executable().status())
        .containsOnly(KextExecutable.Status.NOT_FOUND);
  }

  private void sharing(String identifier, String owner) throws IOException {
    kext(
        "Library/Extensions/" + identifier,
        identifier,
        """
        <key>OSBundleSharedExecutableIdentifier</key><string>%s</string>
        <key>OSBundleLibraries</key><dict><key>x</key><string>1</string></dict>
        """
            .formatted(owner));
  }

  private KextRepository open(Path... folders) {
    return KextRepository.open(
        root,
        List.of(folders),
        Repositories.CATALINA,
        (seen, onDisk) -> new OwnerAndMode(0, 0, 0755));
  }

  private void kext(String path, String identifier) throws IOException {
    kext(path, identifier, "");
  }

  private void kext(String path, String identifier, String more) throws IOException {
    Path contents = root.resolve(path + ".kext/Contents");
    Files.createDirectories(contents);
    Files.writeString(
        contents.resolve("Info.plist"),
        """
        <plist version="1.0">
        <dict>
          <key>CFBundlePackageType</key><string>KEXT</string>
          <key>CFBundleIdentifier</key><string>%s</string>
          <key>CFBundleVersion</key><string>1.0</string>
          %s
        </dict>
        </plist>
        """
            .formatted(identifier, more));
  }
}
