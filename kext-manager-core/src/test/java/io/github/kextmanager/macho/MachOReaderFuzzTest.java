package io.github.kextmanager.macho;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class MachOReaderFuzzTest {
  private static final SealedFiles FILES =
      SealedFiles.none().withInfoPlist(new byte[1]).withCodeResources(new byte[2]);

  @FuzzTest(maxDuration = "60s")
  void any_bytes_are_answered(byte[] bytes) {
    SignedMachO signed = CodeSignatureReader.read(bytes, FILES);

    assertThat(signed.file()).isEqualTo(MachOReader.read(bytes));
    assertThat(signed.file().architectureNames()).hasSizeLessThanOrEqualTo(MachO.MAXIMUM_SLICES);
    assertThat(signed.file().bestFor(Code.cpu("i686"))).isNotNull();
    assertThat(signed.toString()).isNotEmpty();
  }
}
