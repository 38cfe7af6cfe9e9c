package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a signed file is noticed, and nothing that happens to it does harm. */
class TamperingTest {
  private static final byte[] SIGNED =
      SignatureBlob.create()
          .hashes(HashType.SHA_1, HashType.SHA_256)
          .requirements()
          .entitlements("<plist/>")
          .sign(() -> Code.x86().padding(1000));

  @Test
  void every_changed_byte_of_the_code_is_found() {
    int limit = (int) CodeSignatureReaderTest.read(SIGNED).best().codeLimit();

    for (int i = 0; i < limit; i++) {
      byte[] changed = SIGNED.clone();
      changed[i] ^= 0x10;
      assertThat(isIntact(changed)).as("byte %d changed", i).isFalse();
    }
  }

  @Test
  void the_page_that_changed_is_named() {
    byte[] changed = SIGNED.clone();
    changed[3 << SignatureBlob.PAGE_BITS] ^= 1;

    assertThat(CodeSignatureReaderTest.read(changed).best().pages())
        .isInstanceOfSatisfying(
            PageCheck.Mismatch.class, pages -> assertThat(pages.first()).containsExactly(3));
  }

  @Test
  void a_file_cut_off_anywhere_is_not_intact() {
    for (int length = 0; length < SIGNED.length; length++) {
      byte[] cut = Arrays.copyOf(SIGNED, length);
      assertThat(isIntact(cut)).as("cut to %d bytes", length).isFalse();
    }
  }

  @Test
  void a_fat_file_cut_off_anywhere_is_answered() {
    byte[] fat = FatFile.wide().slice("x86_64", SIGNED).slice("arm64", Code.arm()).build();
    for (int length = 0; length < fat.length; length++) {
      assertThat(CodeSignatureReader.read(Arrays.copyOf(fat, length), SealedFiles.none()))
          .isNotNull();
    }
  }

  @Test
  void random_damage_is_answered() {
    var random = new Random(20090828);
    byte[] fat = FatFile.narrow().slice("x86_64", SIGNED).slice("ppc", Code.ppc()).build();
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = fat.clone();
      for (int j = random.nextInt(6); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(CodeSignatureReader.read(damaged, SealedFiles.none())).isNotNull();
    }
  }

  private static boolean isIntact(byte[] bytes) {
    SignedMachO signed = CodeSignatureReader.read(bytes, SealedFiles.none());
    return !signed.slices().isEmpty()
        && signed.slices().stream()
            .allMatch(
                slice ->
                    slice.signature() instanceof Signature.Read read
                        && read.content().matchesFile());
  }
}
