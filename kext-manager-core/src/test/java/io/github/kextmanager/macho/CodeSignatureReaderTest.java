package io.github.kextmanager.macho;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.macho.SignedMachO.SliceSignature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeSignatureReaderTest {
  private static final byte[] INFO = "<plist/>".getBytes(UTF_8);

  @Test
  void reads_who_the_code_says_it_is() {
    CodeSignature signature =
        read(
            SignatureBlob.create()
                .team("ABCDE12345")
                .flags(0x1_0000)
                .requirements()
                .entitlements("<plist><dict/></plist>")
                .sign(Code::x86));

    assertThat(signature.identifier()).isEqualTo("com.example.driver");
    assertThat(signature.teamIdentifier()).contains("ABCDE12345");
    assertThat(signature.best().flags()).containsExactly(SignatureFlag.RUNTIME);
    assertThat(signature.entitlements()).contains("<plist><dict/></plist>");
    assertThat(signature.flaws()).isEmpty();
    assertThat(signature.matchesFile()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void compares_every_page_with_every_kind_of_hash(HashType hash) {
    CodeSignature signature = read(SignatureBlob.create().hashes(hash).sign(Code::i386));

    assertThat(signature.best().hash()).isEqualTo(hash);
    assertThat(signature.best().pages()).isInstanceOf(PageCheck.Match.class);
    assertThat(signature.best().cdHash()).hasSize(40);
  }

  @Test
  void goes_by_the_strongest_of_several_code_directories() {
    CodeSignature signature =
        read(SignatureBlob.create().hashes(HashType.SHA_1, HashType.SHA_256).sign(Code::ppc));

    assertThat(signature.hashes()).containsExactly(HashType.SHA_1, HashType.SHA_256);
    assertThat(signature.best().hash()).isEqualTo(HashType.SHA_256);
  }

  @Test
  void names_the_code_by_the_hash_of_its_directory() {
    SignatureBlob blob = SignatureBlob.create();
    byte[] file = blob.sign(Code::x86);
    CodeDirectory directory = read(file).best();
    byte[] code = Arrays.copyOf(file, (int) directory.codeLimit());

    assertThat(directory.cdHash())
        .isEqualTo(
            HexFormat.of()
                .formatHex(HashType.SHA_256_TRUNCATED.of(blob.directory(code, HashType.SHA_256))));
  }

  @Test
  void tells_that_nobody_signed() {
    assertThat(read(SignatureBlob.create().flags(SignatureBlob.ADHOC).sign(Code::x86)).isAdHoc())
        .isTrue();
    assertThat(read(SignatureBlob.create().cms(new byte[0]).sign(Code::x86)).isAdHoc()).isTrue();
  }

  @Test
  void tells_unsigned_code() {
    SignedMachO signed = CodeSignatureReader.read(Code.x86().build(), SealedFiles.none());

    assertThat(signed.slices())
        .extracting(SliceSignature::signature)
        .containsExactly(new Signature.Unsigned());
  }

  @Test
  void reads_the_signature_of_each_slice() {
    byte[] fat =
        FatFile.narrow()
            .slice("x86_64", SignatureBlob.create().sign(Code::x86))
            .slice("arm64", Code.arm())
            .build();

    assertThat(CodeSignatureReader.read(fat, SealedFiles.none()).slices())
        .extracting(slice -> slice.signature().getClass().getSimpleName())
        .containsExactly("Read", "Unsigned");
  }

  @Test
  void does_not_hash_slices_that_overlap() {
    byte[] signed = SignatureBlob.create().sign(Code::x86);
    byte[] fat =
        FatFile.narrow()
            .slice("x86_64", signed)
            .lyingSlice("arm64", signed, -signed.length / 64 * 64 - 64, 0)
            .build();

    assertThat(CodeSignatureReader.read(fat, SealedFiles.none()).slices())
        .hasSize(2)
        .extracting(SliceSignature::signature)
        .allMatch(Signature.Unusable.class::isInstance);
  }

  @Test
  void compares_the_files_of_the_bundle_that_it_is_given() {
    byte[] file = SignatureBlob.create().covering(SpecialSlot.INFO_PLIST, INFO).sign(Code::x86);

    assertThat(slot(file, SealedFiles.none())).isEqualTo(SlotCheck.NOT_GIVEN);
    assertThat(slot(file, SealedFiles.none().withInfoPlist(INFO))).isEqualTo(SlotCheck.MATCH);
    assertThat(slot(file, SealedFiles.none().withInfoPlist(new byte[1])))
        .isEqualTo(SlotCheck.MISMATCH);
    assertThat(slot(SignatureBlob.create().sign(Code::x86), SealedFiles.none().withInfoPlist(INFO)))
        .isEqualTo(SlotCheck.NOT_COVERED);
  }

  @Test
  void finds_entitlements_that_were_changed_or_removed() {
    byte[] file = SignatureBlob.create().entitlements("<plist>a</plist>").sign(Code::x86);
    byte[] changed = file.clone();
    changed[new String(file, ISO_8859_1).indexOf(">a<") + 1] = 'b';
    byte[] removed = file.clone();
    int signature = (int) read(file).best().codeLimit();
    removed[signature + 12 + 8 + 3] = 99;

    assertThat(read(changed).best().slots())
        .containsEntry(SpecialSlot.ENTITLEMENTS, SlotCheck.MISMATCH);
    assertThat(read(removed).best().slots())
        .containsEntry(SpecialSlot.ENTITLEMENTS, SlotCheck.MISSING);
    assertThat(read(removed).matchesFile()).isFalse();
  }

  @Test
  void tells_code_that_no_hash_covers() {
    byte[] longer = Der.join(SignatureBlob.create().sign(Code::x86), new byte[16]);

    assertThat(read(longer).flaws())
        .extracting(Flaw::kind)
        .containsExactly(Flaw.Kind.CODE_NOT_COVERED);
    assertThat(read(longer).matchesFile()).isFalse();
  }

  @Test
  void takes_code_whose_signature_was_cut_off_for_damaged_not_for_unsigned() {
    byte[] file = SignatureBlob.create().sign(Code::x86);

    assertThat(signature(Arrays.copyOf(file, file.length - 1)))
        .isInstanceOf(Signature.Unusable.class);
  }

  @Test
  void does_not_read_a_part_that_lies_over_another() {
    byte[] file = SignatureBlob.create().requirements().sign(Code::x86);
    int index = (int) read(file).best().codeLimit() + 12;
    file[index + 8 + 7] = file[index + 7];
    file[index + 8 + 6] = file[index + 6];

    assertThat(read(file).flaws())
        .singleElement()
        .extracting(Flaw::explanation)
        .asString()
        .contains("lies over another part");
  }

  private static SlotCheck slot(byte[] file, SealedFiles files) {
    SliceSignature slice = CodeSignatureReader.read(file, files).slices().get(0);
    return Objects.requireNonNull(
        ((Signature.Read) slice.signature()).content().best().slots().get(SpecialSlot.INFO_PLIST));
  }

  static Signature signature(byte[] file) {
    return CodeSignatureReader.read(file, SealedFiles.none()).slices().get(0).signature();
  }

  static CodeSignature read(byte[] file) {
    return ((Signature.Read) signature(file)).content();
  }
}
