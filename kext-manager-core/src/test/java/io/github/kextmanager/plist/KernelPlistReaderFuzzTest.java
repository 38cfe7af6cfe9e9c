package io.github.kextmanager.plist;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class KernelPlistReaderFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void any_bytes_are_accepted_or_refused(byte[] bytes) {
    KernelPlist plist = KernelPlistReader.read(bytes);

    if (plist instanceof KernelPlist.Refused refused) {
      assertThat(refused.line()).isPositive();
      assertThat(refused.reason()).isNotEmpty();
    }
  }
}
