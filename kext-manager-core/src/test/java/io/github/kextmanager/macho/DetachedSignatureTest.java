package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedSignatureTest {
  private static final byte[] INFO = "<plist><dict/></plist>".getBytes(UTF_8);
  private static final byte[] RESOURCES = "<plist/>".getBytes(UTF_8);

  @TempDir Path folder;

  @BeforeEach
  void sign() throws IOException {
    SignatureBlob blob =
        SignatureBlob.create()
            .requirements()
            .covering(SpecialSlot.INFO_PLIST, INFO)
            .covering(SpecialSlot.CODE_RESOURCES, RESOURCES);
    write("CodeDirectory", blob.directory(INFO, HashType.SHA_1));
    write("CodeRequirements-1", blob.directory(INFO, HashType.SHA_256));
    write("CodeRequirements", SignatureBlob.blob(0xfade0c01, new byte[4]));
    write("CodeResources", RESOURCES);
  }

  @Test
  void of_a_bundle_without_executable_is_read_from_its_files() {
    CodeSignature signature = read(SealedFiles.none().withInfoPlist(INFO));

    assertThat(signature.identifier()).isEqualTo("com.example.driver");
    assertThat(signature.hashes()).containsExactly(HashType.SHA_1, HashType.SHA_256);
    assertThat(signature.best().slots()).doesNotContainValue(SlotCheck.MISMATCH);
    assertThat(signature.matchesFile()).isTrue();
  }

  @Test
  void finds_an_info_plist_that_was_changed() {
    CodeSignature signature = read(SealedFiles.none().withInfoPlist(new byte[INFO.length]));

    assertThat(signature.best().pages()).isInstanceOf(PageCheck.Mismatch.class);
  }

  @Test
  void finds_resources_that_were_changed() throws IOException {
    write("CodeResources", "<dict/>".getBytes(UTF_8));

    assertThat(read(SealedFiles.none().withInfoPlist(INFO)).matchesFile()).isFalse();
  }

  @Test
  void compares_nothing_without_the_info_plist() {
    assertThat(read(SealedFiles.none()).best().pages()).isInstanceOf(PageCheck.NotCompared.class);
  }

  @Test
  void brings_its_certificates_without_a_header() throws IOException {
    Identity root = Identity.root("Root");
    write("CodeSignature", Cms.signedBy(root, root));

    assertThat(read(SealedFiles.none()).certificates()).isInstanceOf(Certificates.Read.class);
  }

  @Test
  void is_missing_where_there_are_no_files() {
    assertThat(CodeSignatureReader.readDetached(folder.resolve("none"), SealedFiles.none()))
        .isEqualTo(new Signature.Unsigned());
  }

  @Test
  void is_not_read_through_a_link() throws IOException {
    Files.move(folder.resolve("CodeDirectory"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("CodeDirectory"), folder.resolve("elsewhere"));

    assertThat(read(SealedFiles.none()).flaws())
        .singleElement()
        .extracting(Flaw::explanation)
        .asString()
        .contains("is a symbolic link");
  }

  private CodeSignature read(SealedFiles files) {
    return ((Signature.Read) CodeSignatureReader.readDetached(folder, files)).content();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }
}
