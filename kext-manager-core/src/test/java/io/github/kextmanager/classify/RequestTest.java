package io.github.kextmanager.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.ToolName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
  @ParameterizedTest
  @CsvSource({
    "KEXTLOAD,   /sbin/kextload /a.kext,                          LOAD",
    "KEXTLOAD,   /sbin/kextload -help,                            OTHER",
    "KEXTUNLOAD, /usr/bin/sudo -n -- /sbin/kextunload -b a.b,     UNLOAD",
    "KEXTUTIL,   /usr/bin/kextutil /a.kext,                       LOAD",
    "KEXTUTIL,   /usr/bin/kextutil -n /a.kext,                    TEST",
    "KEXTUTIL,   /usr/bin/kextutil -nt /a.kext,                   TEST",
    "KEXTUTIL,   /usr/bin/kextutil -no-load /a.kext,              TEST",
    "KEXTUTIL,   /usr/bin/kextutil -kernel /k /a.kext,            LOAD",
    "KEXTUTIL,   /usr/bin/kextutil -no-caches /a.kext,            LOAD",
    "KEXTUTIL,   /usr/bin/kextutil -interactive /a.kext,          LOAD",
    "KMUTIL,     /usr/bin/kmutil load -p /a.kext,                 LOAD",
    "KMUTIL,     /usr/bin/sudo -n -- /usr/bin/kmutil unload -b a, UNLOAD",
    "KMUTIL,     /usr/bin/kmutil showloaded,                      OTHER",
    "KMUTIL,     /usr/bin/kmutil,                                 OTHER",
    "KEXTSTAT,   /usr/sbin/kextstat,                              OTHER",
  })
  void is_told_by_the_words_of_the_command(ToolName tool, String argv, Request request) {
    assertThat(Request.of(tool, List.of(argv.split(" ", -1)))).isEqualTo(request);
  }

  @Test
  void without_the_words_it_is_what_the_tool_is_mostly_asked_for() {
    assertThat(Request.usualOf(Optional.of(ToolName.KMUTIL))).isEqualTo(Request.LOAD);
    assertThat(Request.usualOf(Optional.of(ToolName.KEXTUNLOAD))).isEqualTo(Request.UNLOAD);
    assertThat(Request.usualOf(Optional.empty())).isEqualTo(Request.OTHER);
  }
}
