package io.github.kextmanager.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.kextmanager.bundle.DiskFixture;
import io.github.kextmanager.bundle.KextBundleReader;
import io.github.kextmanager.macho.Code;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.HashType;
import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignatureBlob;
import io.github.kextmanager.macho.SlotCheck;
import io.github.kextmanager.macho.SpecialSlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureReaderTest {
  private static final String FOO = "/Library/Extensions/Foo.kext";
  private static final String EXECUTABLE = FOO + "/Contents/MacOS/Foo";
  private static final String RESOURCES = FOO + "/Contents/_CodeSignature/CodeResources";
  private static final Map<String, String> WITH_CODE =
      Map.of("CFBundleExecutable", "<string>Foo</string>");

  @TempDir Path outside;

  private Path root;
  private DiskFixture disk;

  @BeforeEach
  void make_a_disk() throws IOException {
    root = Files.createDirectory(outside.resolve("root"));
    disk = new DiskFixture(root).kext(FOO, WITH_CODE).file(RESOURCES, "<plist/>");
  }

  @Test
  void compares_the_code_and_both_files_of_the_bundle() throws IOException {
    write(EXECUTABLE, signed());

    CodeSignature signature = content();

    assertThat(signature.identifier()).isEqualTo("com.example.driver");
    assertThat(signature.best().slots())
        .containsEntry(SpecialSlot.INFO_PLIST, SlotCheck.MATCH)
        .containsEntry(SpecialSlot.CODE_RESOURCES, SlotCheck.MATCH);
    assertThat(signature.matchesBundle()).isTrue();
  }

  @Test
  void finds_an_info_plist_that_was_changed_after_signing() throws IOException {
    write(EXECUTABLE, signed());
    disk.file(FOO + "/Contents/Info.plist", info().replace("1.2.3", "1.2.4"));

    assertThat(content().best().slots()).containsEntry(SpecialSlot.INFO_PLIST, SlotCheck.MISMATCH);
  }

  @Test
  void does_not_take_a_bundle_for_whole_that_lost_a_covered_file() throws IOException {
    write(EXECUTABLE, signed());
    Files.delete(disk.here(RESOURCES));

    assertThat(content().matchesBundle()).isFalse();
    assertThat(((KextSignature.Embedded) read()).notGiven())
        .containsEntry(
            SpecialSlot.CODE_RESOURCES, "Contents/_CodeSignature/CodeResources is missing.");
  }

  @Test
  void reads_nothing_that_a_link_shows_outside_of_the_root() throws IOException {
    write(EXECUTABLE, signed());
    Files.move(disk.here(RESOURCES), outside.resolve("CodeResources"));
    Files.createSymbolicLink(disk.here(RESOURCES), outside.resolve("CodeResources"));

    assertThat(content().best().slots())
        .containsEntry(SpecialSlot.CODE_RESOURCES, SlotCheck.NOT_GIVEN);
  }

  @Test
  void does_not_read_a_folder_in_the_place_of_a_file() throws IOException {
    write(EXECUTABLE, signed());
    Files.delete(disk.here(RESOURCES));
    disk.folder(RESOURCES);

    assertThat(((KextSignature.Embedded) read()).notGiven().get(SpecialSlot.CODE_RESOURCES))
        .endsWith("is not a file.");
  }

  @Test
  void tells_code_without_signature() throws IOException {
    write(EXECUTABLE, Code.x86().build());

    assertThat(signature()).isEqualTo(new Signature.Unsigned());
  }

  @Test
  void tells_an_executable_that_is_no_code() {
    disk.file(EXECUTABLE, "#!/bin/sh\n");

    assertThat(read())
        .asInstanceOf(type(KextSignature.Embedded.class))
        .extracting(embedded -> embedded.code().file())
        .isInstanceOf(MachO.NotMachO.class);
  }

  @Test
  void knows_nothing_of_an_executable_that_is_not_there() {
    assertThat(read())
        .isEqualTo(new KextSignature.NoExecutable("There is no executable \"Foo\" in the bundle."));
  }

  @Test
  void reads_the_signature_of_a_bundle_without_code_from_its_folder() throws IOException {
    disk.kext(FOO);
    byte[] info = info().getBytes(UTF_8);
    write(
        FOO + "/Contents/_CodeSignature/CodeDirectory",
        SignatureBlob.create()
            .covering(SpecialSlot.INFO_PLIST, info)
            .covering(SpecialSlot.CODE_RESOURCES, "<plist/>".getBytes(UTF_8))
            .directory(info, HashType.SHA_256));

    assertThat(content().matchesBundle()).isTrue();
  }

  @Test
  void tells_a_bundle_without_code_and_signature() throws IOException {
    disk.kext(FOO);
    Files.delete(disk.here(RESOURCES));
    Files.delete(disk.here(RESOURCES).getParent());

    assertThat(signature()).isEqualTo(new Signature.Unsigned());
  }

  @Test
  void does_not_take_a_file_in_the_place_of_the_folder_for_unsigned() throws IOException {
    disk.kext(FOO);
    Files.delete(disk.here(RESOURCES));
    Files.delete(disk.here(RESOURCES).getParent());
    disk.file(FOO + "/Contents/_CodeSignature", "");

    assertThat(signature()).isInstanceOf(Signature.Unusable.class);
  }

  private byte[] signed() throws IOException {
    return SignatureBlob.create()
        .covering(SpecialSlot.INFO_PLIST, info().getBytes(UTF_8))
        .covering(SpecialSlot.CODE_RESOURCES, "<plist/>".getBytes(UTF_8))
        .sign(Code::x86);
  }

  private String info() throws IOException {
    return Files.readString(disk.here(FOO + "/Contents/Info.plist"));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Files.createDirectories(disk.here(path).getParent());
    Files.write(disk.here(path), bytes);
  }

  private CodeSignature content() {
    return ((Signature.Read) signature()).content();
  }

  private Signature signature() {
    return read() instanceof KextSignature.Embedded embedded
        ? embedded.code().slices().get(0).signature()
        : ((KextSignature.Detached) read()).signature();
  }

  private KextSignature read() {
    return new SignatureReader(root).read(new KextBundleReader(root).read(Path.of(FOO)));
  }
}
