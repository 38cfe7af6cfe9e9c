package io.github.kextmanager.testing.codesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.kernel.CpuType;
import io.github.kextmanager.testing.program.ProgramRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesignTest {
  @TempDir private Path root;

  @Test
  void says_that_code_is_not_signed() {
    new Disk(() -> root).write(Path.of("/tmp/Widget.kext/Contents/Info.plist"), new byte[0]);

    assertThat(run("-dv", "tmp/Widget.kext"))
        .isEqualTo(new ProgramRun(1, "", "tmp/Widget.kext: code object is not signed at all\n"));
  }

  @Test
  void says_that_nothing_is_there() {
    assertThat(run("-d", "/tmp/Gadget.kext").stderr())
        .isEqualTo("/tmp/Gadget.kext: No such file or directory\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-d", "-x /tmp", "--nonsense /tmp", "/tmp", "-d --entitlements"})
  void explains_itself_to_words_that_make_no_command(String words) {
    ProgramRun answer = run(words.split(" "));

    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.stderr()).contains("Usage: codesign -s identity");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0x0(none)",
    "0x10000, 0x10000(runtime)",
    "0x20002, '0x20002(adhoc,linker-signed)'",
    "0x40002, '0x40002(adhoc,???)'"
  })
  void names_the_flags(String flags, String text) {
    assertThat(FlagNames.text(Integer.decode(flags))).isEqualTo(text);
  }

  private ProgramRun run(String... words) {
    return ProgramRun.of(new Codesign(new Disk(() -> root), CpuType.X86_64), words);
  }
}
