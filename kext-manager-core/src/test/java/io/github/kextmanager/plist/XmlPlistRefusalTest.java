package io.github.kextmanager.plist;

import static io.github.kextmanager.plist.XmlPlists.refusal;
import static io.github.kextmanager.plist.XmlPlists.refusalOfRoot;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is skipped: what does not belong in a property list is refused with its place. */
class XmlPlistRefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<foo/>                                   | Line 4, column 7: <foo> is not an element of a"
            + " property list.",
        "<array><Dict/></array>                   | Line 4, column 15: <Dict> is not an element of"
            + " a property list.",
        "<array><x:dict xmlns:x='y'/></array>     | Line 4, column 29: <x:dict> is not an element"
            + " of a property list.",
        "<dict><true/></dict>                     | Line 4, column 14: <true> stands where a <key>"
            + " should.",
        "<dict><key>a</key></dict>                | Line 4, column 26: the key \"a\" has no value.",
        "<dict><key>a</key><key>b</key></dict>    | Line 4, column 24: a <key> stands where a value"
            + " should.",
        "<dict>text</dict>                        | Line 4, column 13: \"text\" stands where a tag"
            + " should.",
        "<array><string>a<b/></string></array>    | Line 4, column 21: <b> stands inside <string>.",
        "<true>x</true>                           | Line 4, column 10: \"x\" stands where a tag"
            + " should.",
        "<true><false/></true>                    | Line 4, column 15: <true> is not empty.",
        "<true/><true/>                           | Line 4, column 15: a property list has one"
            + " root, and <true> is a second.",
        "`  `                                     | Line 5, column 9: the property list is empty.",
        "<integer/>                               | Line 4, column 11: <integer> cannot hold \"\".",
        "<integer>1.5</integer>                   | Line 4, column 10: <integer> cannot hold"
            + " \"1.5\".",
        "<integer>0x</integer>                    | Line 4, column 10: <integer> cannot hold"
            + " \"0x\".",
        "<real>0x1p3</real>                       | Line 4, column 7: <real> cannot hold"
            + " \"0x1p3\".",
        "<date>2011-02-30T00:00:00Z</date>        | Line 4, column 7: <date> cannot hold"
            + " \"2011-02-30T00:00:00Z\".",
        "<date>yesterday</date>                   | Line 4, column 7: <date> cannot hold"
            + " \"yesterday\".",
        "<string>&nbsp;</string>                  | Line 4, column 15: the entity &nbsp; is not one"
            + " of XML's own."
      })
  void says_where_and_what(String root, String refusal) {
    assertThat(refusalOfRoot(root)).isEqualTo(refusal);
  }

  @Test
  void refuses_data_that_is_no_base_64() {
    assertThat(refusalOfRoot("<data>A*==</data>"))
        .startsWith("Line 4, column 7: <data> holds no base 64: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "text",
        "<dict>",
        "<dict></array>",
        "<dict/>text",
        "<string>a\u0001b</string>",
        "<string>a & b</string>",
        "<!DOCTYPE plist [\u0013]><true/>",
        "{ CFBundleIdentifier = \"com.example\"; }",
        "{\"CFBundleIdentifier\": \"com.example\"}"
      })
  void refuses_what_is_no_xml_and_says_where(String document) {
    assertThat(refusal(document.getBytes(UTF_8)))
        .matches("Line \\d+, column \\d+: .+")
        .doesNotContain("\n");
  }

  @Test
  void shows_how_a_text_begins_that_is_no_property_list() {
    assertThat(refusal("Dear administrator, I have".getBytes(UTF_8)))
        .isEqualTo(
            "Line 1, column 1: a property list begins with < or bplist, and this begins with"
                + " \"Dear\".");
  }

  @Test
  void names_the_bytes_that_are_no_text() {
    byte[] latin = "<dict>\n<key>é</key></dict>".getBytes(ISO_8859_1);

    assertThat(refusal(latin)).isEqualTo("Line 2, column 6: the bytes e9 are no text in UTF-8.");
  }

  @Test
  void refuses_an_encoding_that_is_unknown_or_not_the_one_declared() {
    assertThat(refusal("<?xml version='1.0' encoding='no-such'?><true/>".getBytes(UTF_8)))
        .isEqualTo(
            "Line 1, column 1: the file declares the encoding \"no-such\", which is not known.");
    assertThat(refusal("<?xml version='1.0' encoding='UTF-16'?><true/>".getBytes(UTF_8)))
        .isEqualTo(
            "Line 1, column 1: the file declares the encoding UTF-16 and is not written in it.");
  }

  @Test
  void cuts_a_long_text_in_a_message() {
    assertThat(refusalOfRoot("<integer>" + "x".repeat(10_000) + "</integer>"))
        .isEqualTo("Line 4, column 10: <integer> cannot hold \"%s...\".".formatted("x".repeat(40)));
  }

  @Test
  void carries_the_place_as_a_value_too() {
    var exception =
        catchThrowableOfType(
            UnreadablePlistException.class, () -> PlistReader.read(XmlPlists.withRoot("<foo/>")));

    assertThat(exception.position()).contains(new PlistPosition.InText(4, 7));
  }
}
