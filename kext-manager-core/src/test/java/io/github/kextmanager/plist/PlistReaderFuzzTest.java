package io.github.kextmanager.plist;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PlistReaderFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void any_bytes_are_read_or_refused(byte[] bytes) {
    try {
      assertThat(PlistReader.read(bytes)).isNotNull();
    } catch (UnreadablePlistException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
