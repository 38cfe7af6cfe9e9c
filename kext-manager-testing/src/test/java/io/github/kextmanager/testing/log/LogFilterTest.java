package io.github.kextmanager.testing.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogFilterTest {
  @Test
  void shows_errors_and_warnings_by_default() {
    assertThat(LogFilter.DEFAULT.passes(LogMessage.error("e"))).isTrue();
    assertThat(LogFilter.DEFAULT.passes(LogMessage.general(LogLevel.WARNING, "w"))).isTrue();
    assertThat(LogFilter.DEFAULT.passes(LogMessage.general(LogLevel.BASIC, "b"))).isFalse();
  }

  @Test
  void shows_the_progress_of_one_kext_only_if_all_kexts_are_asked_for() {
    LogMessage progress = LogMessage.kext(LogLevel.PROGRESS, "p");

    assertThat(new LogFilter(0xff7).passes(progress)).isFalse();
    assertThat(new LogFilter(0xfff).passes(progress)).isTrue();
  }

  @Test
  void shows_errors_about_one_kext_at_any_level_but_silence() {
    LogMessage error = LogMessage.kext(LogLevel.ERROR, "e");

    assertThat(new LogFilter(0xff1).passes(error)).isTrue();
    assertThat(LogFilter.SILENT.passes(error)).isFalse();
  }

  @Test
  void needs_a_flag_for_everything_beyond_the_basics() {
    LogMessage detail = LogMessage.general(LogLevel.DETAIL, "d");

    assertThat(new LogFilter(0x7).passes(detail)).isFalse();
    assertThat(new LogFilter(0x17).passes(detail)).isTrue();
  }
}
