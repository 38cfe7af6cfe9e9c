package io.github.kextmanager.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilePayloadsTest {
  private static final String SECRET = "s3cr3t";

  private static String items(String... items) {
    return "<dict><key>ProfileItems</key>\n<array>" + String.join("\n", items) + "</array></dict>";
  }

  private static String item(String type, String content) {
    return "<dict>\n<key>PayloadContent</key>\n%s\n<key>PayloadType</key>\n<string>%s</string></dict>"
        .formatted(content, type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dict><key>Password</key><string>s3cr3t</string></dict>",
        "<dict><key>a</key><dict/><key>b</key><dict><key>c</key><string>s3cr3t</string></dict></dict>",
        "<array><dict><key>EnrollSecret</key><string>s3cr3t</string></dict></array>"
      })
  void leaves_out_what_other_payloads_set(String content) {
    assertThat(ProfilePayloads.withoutOthers(items(item("com.apple.wifi.managed", content))))
        .isEqualTo(items(item("com.apple.wifi.managed", "<dict/>")));
  }

  @Test
  void keeps_what_is_about_kexts() {
    String kexts =
        item(
            "com.apple.syspolicy.kernel-extension-policy",
            "<dict><key>AllowUserOverrides</key><true/></dict>");
    String other = item("com.example", "<dict><key>k</key><string>" + SECRET + "</string></dict>");

    assertThat(ProfilePayloads.withoutOthers(items(other, kexts, other)))
        .contains(kexts)
        .doesNotContain(SECRET);
  }

  @Test
  void leaves_out_all_to_the_end_of_what_was_cut() {
    String whole =
        items(item("com.example", "<dict><key>k</key><string>" + SECRET + "</string></dict>"));

    for (int length = 0; length < whole.indexOf("</string></dict>"); length++) {
      assertThat(ProfilePayloads.withoutOthers(whole.substring(0, length))).doesNotContain("s3c");
    }
  }

  @Test
  void passes_over_any_other_text() {
    String text = "<key>PayloadContent</key><dict><key>k</key></dict>";

    assertThat(ProfilePayloads.withoutOthers(text)).isEqualTo(text);
  }
}
