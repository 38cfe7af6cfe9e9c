package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IOCFUnserialize accepts, and what it makes of it. */
class KernelPlistReaderTest {
  private static final PlistDict A_TRUE = new PlistDict(Map.of("a", new PlistBoolean(true)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dict><key>a</key><true/></dict>",
        "<plist><dict><key>a</key><true/></dict></plist>",
        "<plist version=\"1.0\"><dict><key>a</key><true/></dict>",
        "<plist/></plist><dict><plist><key>a</key></plist><true/></dict>",
        "<?xml version='1.0' encoding='no-such'?><dict><key>a</key><true/></dict>",
        "<!-- first --><?xml?><!DOCTYPE plist><dict><key>a</key><true/></dict>",
        "<!-A is no comment ><dict><key>a</key><true/></dict>",
        "<dict>\n\t<key>a</key> <!-- between - them --> <?and this?> <true/>\n</dict>",
        "<dict><key>a</key><true/></dict></dict>",
        "<dict><key>a</key><true/></dict> text & more",
        "<dict><key>a</key><true/></dict><array/>",
        "<dict foo=\"bar\" x-y=\"\" =\"\"><key baz = \"&\">a</key><true a=\"'\"/></dict>",
        "<dict ID=\"0\"><key>a</key><true/></dict>",
        "<dict><key>a</key><false/><key>a</key><true/></dict>",
        "<dict></key>a</key><true/></dict>"
      })
  void accepts_more_than_xml(String document) {
    assertThat(read(document)).isEqualTo(A_TRUE);
  }

  @Test
  void reads_every_kind_it_knows() {
    assertThat(
            read(
                """
                <dict>
                  <key></key>      <string> a &lt;b&gt; &amp; > </string>
                  <key>empty</key> <array><string/><dict/><array/><data/><integer/></array>
                  <key>no</key>    <false/>
                  <key>data</key>  <data>AAEC /w==</data>
                  <key>set</key>   <set><integer>1</integer><integer>1</integer></set>
                </dict>"""))
        .isEqualTo(
            new PlistDict(
                Map.of(
                    "", new PlistString(" a <b> & > "),
                    "empty",
                        new PlistArray(
                            List.of(
                                new PlistString(""),
                                new PlistDict(Map.of()),
                                new PlistArray(List.of()),
                                new PlistData(new byte[0]),
                                PlistInteger.of(0))),
                    "no", new PlistBoolean(false),
                    "data", new PlistData(new byte[] {0, 1, 2, -1}),
                    "set", new PlistArray(List.of(PlistInteger.of(1))))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "7, 7",
    "-7, -7",
    "-, 0",
    "010, 10",
    "0-5, -5",
    "0x1f, 31",
    "0x, 0",
    "18446744073709551615, -1",
    "18446744073709551621, 5",
    "9223372036854775808, -9223372036854775808",
    "0x10000000000000001, 1"
  })
  void integers_wrap_at_64_bits(String text, long value) {
    assertThat(read("<integer>" + text + "</integer>")).isEqualTo(PlistInteger.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "32, -1",
    "8, -1",
    "33, 4294967295",
    "0x40, 4294967295",
    "040, -1",
    "x, -1",
    "-1, -1"
  })
  void a_size_of_32_or_less_wraps_at_32_bits(String size, long value) {
    assertThat(read("<integer size=\"%s\">4294967295</integer>".formatted(size)))
        .isEqualTo(PlistInteger.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "AAEC, 000102",
    "' A\nA\rE\tC ', 000102",
    "A*A-E_C, 000102",
    "AAE=, 0001",
    "AA==, 00",
    "AAECA, 000102",
    "====, 00",
    "'', ''"
  })
  void base_64_is_read_without_complaints(String text, String hex) {
    assertThat(((PlistData) read("<data>" + text + "</data>")).bytes())
        .isEqualTo(java.util.HexFormat.of().parseHex(hex));
  }

  @Test
  void strings_keep_their_white_space() {
    assertThat(read("<string>\r\n a\r</string>")).isEqualTo(new PlistString("\r\n a\r"));
  }

  @Test
  void a_string_that_is_not_utf_8_is_mac_os_roman() {
    assertThat(read("<string>é€</string>")).isEqualTo(new PlistString("é€"));
    assertThat(accepted("<string>caf\u008e</string>".getBytes(ISO_8859_1)))
        .isEqualTo(new PlistString("café"));
  }

  @Test
  void mac_os_roman_is_what_the_jdk_takes_for_it() {
    byte[] upper = new byte[128];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (byte) (0x80 + i);
    }
    byte[] document =
        ("<string>" + new String(upper, ISO_8859_1) + "</string>").getBytes(ISO_8859_1);

    assertThat(accepted(document))
        .isEqualTo(new PlistString(new String(upper, Charset.forName("x-MacRoman"))));
  }

  @Test
  void a_reference_is_what_it_refers_to() {
    assertThat(
            read(
                "<array><string ID=\"1\">a</string><string IDREF=\"0x1\"/><key IDREF=\"1\"/></array>"))
        .isEqualTo(
            new PlistArray(
                List.of(new PlistString("a"), new PlistString("a"), new PlistString("a"))));
  }

  @Test
  void a_nul_in_an_attribute_ends_nothing() {
    assertThat(read("<array a=\"\0\"/>")).isEqualTo(new PlistArray(List.of()));
  }

  private static PlistValue read(String document) {
    return accepted(document.getBytes(UTF_8));
  }

  private static PlistValue accepted(byte[] document) {
    assertThat(KernelPlistReader.read(document)).isInstanceOf(KernelPlist.Accepted.class);
    return ((KernelPlist.Accepted) KernelPlistReader.read(document)).root();
  }
}
