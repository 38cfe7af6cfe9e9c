package io.github.kextmanager.testing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.MacOsVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which versions an entry of the exclude list covers. */
class ExcludeListTest {
  private static final MacOsVersion CATALINA = MacOsVersion.parse("10.15.7");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2.3 | 1.2.3 | true",
        "1.2.3 | 1.2.4 | false",
        "LE 7.5.1 | 7.5.1 | true",
        "LE 7.5.1 | 7.5.2 | false",
        "LE 7.5.1 | 1.0 | true",
        "LT 2.0 | 1.9.9 | true",
        "LT 2.0 | 2.0 | false",
        "1.0 thru 1.9 | 1.0 | true",
        "1.0 thru 1.9 | 1.9 | true",
        "1.0 thru 1.9 | 1.9.1 | false",
        "1.0 thru 1.9 | 0.9 | false",
        "LE 1.0, 2.0, 3.0 thru 3.5 | 3.2 | true",
        "LE 1.0, 2.0, 3.0 thru 3.5 | 2.0 | true",
        "LE 1.0, 2.0, 3.0 thru 3.5 | 2.1 | false",
        "L E 1 . 0 | 0.5 | true",
        "2.0, LE 1.0 | 0.5 | false",
        "nonsense | 1.0 | false",
        "LE 1.0 | no version | false"
      })
  void covers_versions(String expression, String version, boolean covered) {
    var list = new ExcludeList(Map.of("com.example.Old", expression));

    assertThat(list.excludes("com.example.Old", version, CATALINA)).isEqualTo(covered);
  }

  @Test
  void says_nothing_about_others() {
    var list = new ExcludeList(Map.of("com.example.Old", "LE 9"));

    assertThat(list.excludes("com.example.Other", "1.0", CATALINA)).isFalse();
  }

  @Test
  void was_not_there_before_10_9() {
    var list = new ExcludeList(Map.of("com.example.Old", "LE 9"));

    assertThat(list.excludes("com.example.Old", "1.0", MacOsVersion.parse("10.8.5"))).isFalse();
  }
}
