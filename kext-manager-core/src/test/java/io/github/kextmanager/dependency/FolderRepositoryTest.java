package io.github.kextmanager.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
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

  private KextRepository open(Path... folders) {
    return KextRepository.open(
        root,
        List.of(folders),
        Repositories.CATALINA,
        (seen, onDisk) -> new OwnerAndMode(0, 0, 0755));
  }

  private void kext(String path, String identifier) throws IOException {
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
        </dict>
        </plist>
        """
            .formatted(identifier));
  }
}
