package io.github.kextmanager.plist;

import static io.github.kextmanager.plist.XmlPlists.read;
import static io.github.kextmanager.plist.XmlPlists.readRoot;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPlistReaderTest {
  @Test
  void reads_every_kind_of_value() {
    assertThat(
            readRoot(
                """
                <dict>
                  <key>string</key> <string>a &lt;b&gt; &amp; &quot;c&apos; &#65;&#x42;</string>
                  <key>integer</key> <integer>-7</integer>
                  <key>real</key> <real>1.5e3</real>
                  <key>yes</key> <true/>
                  <key>no</key> <false></false>
                  <key>date</key> <date>2011-12-03T10:15:30Z</date>
                  <key>data</key> <data>
                    AAEC
                    /w==
                  </data>
                  <key>array</key> <array><string>x</string><array/></array>
                </dict>
                """))
        .isEqualTo(
            new PlistDict(
                Map.of(
                    "string", new PlistString("a <b> & \"c' AB"),
                    "integer", PlistInteger.of(-7),
                    "real", new PlistReal(1500),
                    "yes", new PlistBoolean(true),
                    "no", new PlistBoolean(false),
                    "date", new PlistDate(Instant.parse("2011-12-03T10:15:30Z")),
                    "data", new PlistData(new byte[] {0, 1, 2, -1}),
                    "array",
                        new PlistArray(List.of(new PlistString("x"), new PlistArray(List.of()))))));
  }

  @Test
  void keeps_the_order_of_a_dictionary() {
    var dict =
        (PlistDict)
            readRoot("<dict><key>z</key><true/><key>a</key><true/><key>m</key><true/></dict>");

    assertThat(dict.entries().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void of_a_key_that_occurs_twice_the_last_value_counts() {
    assertThat(readRoot("<dict><key>a</key><true/><key>a</key><false/></dict>"))
        .isEqualTo(new PlistDict(Map.of("a", new PlistBoolean(false))));
  }

  @Test
  void keeps_white_space_inside_strings_and_keys() {
    assertThat(readRoot("<dict><key> a </key><string>\n b\t</string></dict>"))
        .isEqualTo(new PlistDict(Map.of(" a ", new PlistString("\n b\t"))));
  }

  @Test
  void reads_sections_of_character_data_and_past_comments() {
    assertThat(
            readRoot("<!-- a --><array><?x y?><string>a<!-- b --><![CDATA[<&]]>c</string></array>"))
        .isEqualTo(new PlistArray(List.of(new PlistString("a<&c"))));
  }

  @Test
  void needs_neither_a_declaration_nor_the_element_plist() {
    assertThat(read("<dict><key>a</key><string/></dict>"))
        .isEqualTo(new PlistDict(Map.of("a", new PlistString(""))));
  }

  @Test
  void ignores_attributes() {
    assertThat(readRoot("<dict ID='0'><key>a</key><integer size=\"32\">1</integer></dict>"))
        .isEqualTo(new PlistDict(Map.of("a", PlistInteger.of(1))));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "+5, 5",
    "' 5\n', 5",
    "007, 7",
    "0x1F, 31",
    "-0x10, -16",
    "9223372036854775808, 9223372036854775808",
    "-170141183460469231731687303715884105728, -170141183460469231731687303715884105728"
  })
  void reads_an_integer(String text, BigInteger value) {
    assertThat(readRoot("<integer>" + text + "</integer>")).isEqualTo(new PlistInteger(value));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-.5, -0.5",
    "1.e2, 100",
    "+1E-2, 0.01",
    "nan, NaN",
    "+infinity, Infinity",
    "-INF, -Infinity"
  })
  void reads_a_real(String text, double value) {
    assertThat(readRoot("<real>" + text + "</real>")).isEqualTo(new PlistReal(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "utf-8", "ISO-8859-1", "windows-1252", "US-ASCII"})
  void reads_the_encoding_that_is_declared(String encoding) throws Exception {
    String text = encoding.equals("US-ASCII") ? "e" : "é";
    String document =
        "<?xml version='1.0' encoding='" + encoding + "'?><string>" + text + "</string>";

    assertThat(PlistReader.read(document.getBytes(encoding))).isEqualTo(new PlistString(text));
  }

  @Test
  void knows_utf_16_by_its_first_bytes() {
    String document = "<?xml version='1.0' encoding='UTF-16'?><string>é\uD83D\uDE00</string>";
    var expected = new PlistString("é\uD83D\uDE00");

    assertThat(PlistReader.read(document.getBytes(UTF_16BE))).isEqualTo(expected);
    assertThat(PlistReader.read(document.getBytes(UTF_16LE))).isEqualTo(expected);
    assertThat(PlistReader.read(("\uFEFF" + document).getBytes(UTF_16LE))).isEqualTo(expected);
  }

  @Test
  void reads_past_a_byte_order_mark() {
    assertThat(read("\uFEFF<string>é</string>")).isEqualTo(new PlistString("é"));
  }

  @Test
  void a_byte_order_mark_counts_for_more_than_the_declaration() {
    byte[] bytes =
        "\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><string>é</string>".getBytes(UTF_8);

    assertThat(bytes).isNotEqualTo(new String(bytes, ISO_8859_1).getBytes(UTF_8));
    assertThat(PlistReader.read(bytes)).isEqualTo(new PlistString("é"));
  }
}
