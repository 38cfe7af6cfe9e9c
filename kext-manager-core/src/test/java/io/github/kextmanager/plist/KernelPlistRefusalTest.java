package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What IOCFUnserialize refuses, in which line, and why. */
@Timeout(60)
class KernelPlistRefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`<dict>\r\n</dict>`                    | 1 | a carriage return stands outside of a tag",
        "`<dict>\n\f</dict>`                    | 2 | the byte 0c stands outside of a tag",
        "`\uFEFF<dict/>`                        | 1 | the byte ef stands outside of a tag",
        "`{ a = b; }`                           | 1 | '{' stands outside of a tag",
        "`<dict>\n</dict`                       | 2 | the end stands in <dict> where '=' should",
        "`<dict>`                               | 1 | the end of the file stands where it may not",
        "`<dict>\n<key>a</key>\n</dict>`        | 3 | </dict> stands where it may not",
        "`<dict><true/></dict>`                 | 1 | a value stands where it may not",
        "`<dict><key>a</key><key>b</key></dict>`| 1 | a <key> stands where it may not",
        "`<array></dict>`                       | 1 | </dict> stands where it may not",
        "`<real>1</real>`                       | 1 | the kernel's parser does not know <real>",
        "`<date>2001-01-01T00:00:00Z</date>`    | 1 | the kernel's parser does not know <date>",
        "`<Dict/>`                              | 1 | the kernel's parser does not know <Dict>",
        "`<true />`                             | 1 | '/' stands in <true> where '=' should",
        "`<true></true>`                        | 1 | <true> is written otherwise than <true/>",
        "`<dict ></dict>`                       | 1 | '>' stands in <dict> where '=' should",
        "`<dict a='b'/>`                        | 1 | ''' stands in <dict> where '\"' should",
        "`<dict\na=\"b\"/>`                     | 1 | a line end stands in <dict> where '=' should",
        "`<dict x:a=\"b\"/>`                    | 1 | ':' stands in <dict> where '=' should",
        "`<dict IDX=\"1\"/>`                    | 1 | the attribute IDX does not go with <dict>",
        "`<dict IDREF=\"1\">`                   | 1 | the attribute IDREF does not go with <dict>",
        "`<key/>`                               | 1 | <key/> is not accepted, though <key></key> is",
        "`<string>a<b/></string>`               | 1 | <string> holds another tag",
        "`<string>\n<!--\n--></string>`         | 3 | <string> holds another tag",
        "`<string><![CDATA[a]]></string>`       | 1 | the kernel's parser knows no CDATA sections",
        "`<string>a&quot;</string>`             | 1 | '&' does not begin one of &lt; &gt; &amp;, and others are not known",
        "`<string>a &#65;</string>`             | 1 | '&' does not begin one of &lt; &gt; &amp;, and others are not known",
        "`<string>a & b</string>`               | 1 | '&' does not begin one of &lt; &gt; &amp;, and others are not known",
        "`<string>a&amp</string>`               | 1 | '&' does not begin one of &lt; &gt; &amp;, and others are not known",
        "`<string>a\n`                          | 2 | it ends inside an element",
        "`<integer>+5</integer>`                | 1 | '+' stands where </integer> should",
        "`<integer> 5</integer>`                | 1 | a blank stands where </integer> should",
        "`<integer>5\n</integer>`               | 1 | a line end stands where </integer> should",
        "`<integer>0X1F</integer>`              | 1 | 'X' stands where </integer> should",
        "`<integer>1.5</integer>`               | 1 | '.' stands where </integer> should",
        "`<integer>-0x10</integer>`             | 1 | <integer> cannot hold \"-0x10\"",
        "`<integer>5x</integer>`                | 1 | <integer> cannot hold \"5x\"",
        "`<!-- a -- b -->`                      | 1 | \"--\" stands inside a comment",
        "`<!-- a`                               | 1 | it ends inside '<!--'",
        "`<? a`                                 | 1 | it ends inside '<?'",
        "`<!DOCTYPE\n\n`                        | 3 | it ends inside '<!'",
        "`<!1>`                                 | 1 | '1' follows '<!'",
        "`<1>`                                  | 1 | '1' follows '<'",
        "`<!DOCTYPE plist [<!ENTITY a \"x\">]><dict/>` | 1 | ']' stands outside of a tag"
      })
  void names_the_line_that_apple_names_and_says_why(String document, int line, String reason) {
    assertThat(KernelPlistReader.read(document.getBytes(UTF_8)))
        .isEqualTo(
            new KernelPlist.Refused(
                "IOCFUnserialize: syntax error near line " + line, line, reason));
  }

  @Test
  void an_empty_file_ends_unexpectedly() {
    assertThat(read("\n\n<!-- nothing -->"))
        .isEqualTo(
            new KernelPlist.Refused(
                "IOCFUnserialize: unexpected end of buffer near line 3",
                3,
                "there is no element in it"));
  }

  @Test
  void a_nul_ends_the_file() {
    assertThat(reason("<string>a\0</string>")).isEqualTo("it ends inside an element");
    assertThat(reason("<dict>\0</dict>")).isEqualTo("the end of the file stands where it may not");
  }

  @Test
  void what_is_referred_to_must_have_ended() {
    assertThat(read("<array ID=\"1\"><array IDREF=\"1\"/></array>"))
        .isEqualTo(
            new KernelPlist.Refused(
                "IOCFUnserialize: forward reference detected near line 1",
                1,
                "IDREF=\"1\" refers to nothing that has ended"));
  }

  @Test
  void a_boolean_cannot_be_referred_to() {
    assertThat(reason("<array><true ID=\"1\"/><true IDREF=\"1\"/></array>"))
        .isEqualTo("IDREF=\"1\" refers to nothing that has ended");
  }

  @Test
  void names_and_values_of_31_characters_are_too_long() {
    assertThat(reason("<" + "a".repeat(31) + "/>"))
        .isEqualTo("the name of an element has 31 characters or more");
    assertThat(reason("<dict " + "a".repeat(31) + "=\"\"/>"))
        .isEqualTo("the name of an attribute has 31 characters or more");
    assertThat(reason("<dict a=\"" + "a".repeat(31) + "\"/>"))
        .isEqualTo("the value of an attribute has 31 characters or more");
    assertThat(read("<dict " + "a".repeat(30) + "=\"" + "b".repeat(30) + "\"/>"))
        .isInstanceOf(KernelPlist.Accepted.class);
  }

  @Test
  void attributes_are_31_at_most() {
    assertThat(read("<dict" + " a=\"\"".repeat(31) + "/>"))
        .isInstanceOf(KernelPlist.Accepted.class);
    assertThat(reason("<dict" + " a=\"\"".repeat(32) + "/>"))
        .isEqualTo("<dict> has more than 31 attributes");
  }

  @Test
  void other_encodings_and_binary_files_are_refused_in_the_first_line() {
    assertThat(KernelPlistReader.read("\uFEFF<dict/>".getBytes(UTF_16LE)))
        .isInstanceOf(KernelPlist.Refused.class);
    assertThat(reason("bplist00")).isEqualTo("'b' stands outside of a tag");
  }

  @Test
  void values_may_be_nested_128_deep_and_not_129() {
    assertThat(read("<array>".repeat(128) + "</array>".repeat(128)))
        .isInstanceOf(KernelPlist.Accepted.class);
    assertThat(reason("<array>".repeat(2_000_000)))
        .isEqualTo("values are nested more than 128 deep");
  }

  @Test
  void references_cannot_multiply_beyond_a_million_values() {
    var laughs = new StringBuilder("<array><array ID=\"0\"/>");
    for (int i = 1; i < 100; i++) {
      laughs.append("<array ID=\"%d\">".formatted(i));
      laughs.append("<array IDREF=\"%d\"/>".formatted(i - 1).repeat(2));
      laughs.append("</array>");
    }
    assertThat(reason(laughs + "</array>")).isEqualTo("it holds more than 1048576 values");
  }

  @Test
  void references_cannot_nest_deeper_than_128() {
    var deep = new StringBuilder("<array><array ID=\"0\"/>");
    for (int i = 1; i < 200; i++) {
      deep.append("<array ID=\"%d\"><array IDREF=\"%d\"/></array>".formatted(i, i - 1));
    }
    assertThat(reason(deep + "</array>")).isEqualTo("values are nested more than 128 deep");
  }

  @Test
  void a_file_of_more_than_16_mib_is_refused() {
    assertThat(reason(" ".repeat(PlistReader.MAXIMUM_BYTES + 1)))
        .isEqualTo("it has more than 16777216 bytes");
  }

  private static String reason(String document) {
    return ((KernelPlist.Refused) read(document)).reason();
  }

  private static KernelPlist read(String document) {
    return KernelPlistReader.read(document.getBytes(UTF_8));
  }
}
