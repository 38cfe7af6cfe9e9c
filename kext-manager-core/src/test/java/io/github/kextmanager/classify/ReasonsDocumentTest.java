package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What docs/reasons.md says is what the library says. */
class ReasonsDocumentTest {
  @Test
  void is_up_to_date() throws IOException {
    if (Boolean.getBoolean("kextmanager.write")) {
      Files.writeString(ReasonsDocument.FILE, ReasonsDocument.text());
    }

    assertThat(Files.readString(ReasonsDocument.FILE))
        .as("docs/reasons.md; write it again with -Dkextmanager.write=true")
        .isEqualTo(ReasonsDocument.text());
  }
}
