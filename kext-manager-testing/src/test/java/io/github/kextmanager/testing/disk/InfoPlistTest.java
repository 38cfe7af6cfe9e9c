package io.github.kextmanager.testing.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the kext library of a Mac reads and refuses, which is not what a property list library does.
 */
class InfoPlistTest {
  @Test
  void reads_what_is_written_here() throws InfoPlistSyntaxException {
    byte[] file =
        InfoPlistText.bytes(
            Map.of("Name", "A & B <C>", "Flag", true, "Libraries", Map.of("com.example", "1.0")));

    InfoPlist info = InfoPlist.parse(file, "x86_64");

    assertThat(info.string("Name")).contains("A & B <C>");
    assertThat(info.isTrue("Flag")).isTrue();
    assertThat(info.dictionary("Libraries")).contains(Map.of("com.example", "1.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dict><key>Name</key><string>x</string></dict>",
        "<plist><dict><key>Name</key><string>x</string></dict>",
        "<!-- c --><dict><key>Name</key><!-- c --><string>x</string></dict> anything",
        "<dict ID=\"0\"><key>Name</key><string foo=\"bar\">x</string></dict>",
        "<dict><key>Name</key><string>y</string><key>Name</key><string>x</string></dict>",
        "<dict>\n\t<key>Name</key>\n\t<string>x</string>\n</dict>"
      })
  void accepts(String text) throws InfoPlistSyntaxException {
    assertThat(InfoPlist.parse(text.getBytes(UTF_8), "x86_64").string("Name")).contains("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bplist00",
        "\ufeff<dict></dict>",
        "text <dict></dict>",
        "<dict>\r\n</dict>",
        "<dict><key>Name</key></dict>",
        "<dict><string>x</string></dict>",
        "<dict><key/><string>x</string></dict>",
        "<dict><key>Name</key><true /></dict>",
        "<dict><key>Name</key><real>1.0</real></dict>",
        "<dict><key>Name</key><date>2020-01-01T00:00:00Z</date></dict>",
        "<dict><key>Name</key><string>&quot;</string></dict>",
        "<dict><key>Name</key><string><![CDATA[x]]></string></dict>",
        "<dict><key>Name</key><integer>+5</integer></dict>",
        "<!DOCTYPE plist [<!ENTITY a \"b\">]><dict></dict>"
      })
  void refuses(String text) {
    assertThatThrownBy(() -> InfoPlist.parse(text.getBytes(UTF_8), "x86_64"))
        .isInstanceOf(InfoPlistSyntaxException.class)
        .hasMessage("IOCFUnserialize: syntax error near line 1");
  }

  @Test
  void names_the_line() {
    assertThatThrownBy(() -> InfoPlist.parse("<dict>\n\n<bad/>".getBytes(UTF_8), "x86_64"))
        .hasMessage("IOCFUnserialize: syntax error near line 3");
  }

  @Test
  void tells_the_end_of_the_file_from_a_slip() {
    assertThatThrownBy(() -> InfoPlist.parse("".getBytes(UTF_8), "x86_64"))
        .hasMessage("IOCFUnserialize: unexpected end of buffer near line 1");
  }

  @Test
  void refuses_a_root_that_is_no_dictionary() {
    assertThatThrownBy(() -> InfoPlist.parse("<string>x</string>".getBytes(UTF_8), "x86_64"))
        .hasMessage("(unknown error)");
  }

  @Test
  void refuses_what_is_nested_without_end() {
    String deep = "<array>".repeat(100_000);

    assertThatThrownBy(() -> InfoPlist.parse(deep.getBytes(UTF_8), "x86_64"))
        .isInstanceOf(InfoPlistSyntaxException.class);
  }

  @Test
  void prefers_the_value_for_the_architecture_of_keys_that_may_have_one()
      throws InfoPlistSyntaxException {
    InfoPlist info =
        InfoPlist.parse(
            InfoPlistText.bytes(
                Map.of(
                    "OSBundleRequired", "Root",
                    "OSBundleRequired_x86_64", "Console",
                    "CFBundleName", "any",
                    "CFBundleName_x86_64", "special")),
            "x86_64");

    assertThat(info.string("OSBundleRequired")).contains("Console");
    assertThat(info.string("CFBundleName")).contains("any");
  }
}
