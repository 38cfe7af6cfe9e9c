package io.github.kextmanager.plist;

import static io.github.kextmanager.plist.XmlPlists.read;
import static io.github.kextmanager.plist.XmlPlists.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML that was made to do harm. */
@Timeout(60)
class PlistAttackTest {
  @TempDir Path folder;

  @Test
  void an_external_entity_is_refused_and_its_file_not_read() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "TOP SECRET");

    assertThat(
            refusal(
                """
                <!DOCTYPE plist [<!ENTITY x SYSTEM "%s">]>
                <string>&x;</string>"""
                    .formatted(secret.toUri())
                    .getBytes(UTF_8)))
        .isEqualTo("Line 2, column 12: the entity &x; is not one of XML's own.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE plist SYSTEM '%s'><string>a</string>",
        "<!DOCTYPE plist [<!ENTITY %% x SYSTEM '%s'> %%x;]><string>a</string>",
        "<!DOCTYPE plist [<!ENTITY x SYSTEM '%s'>]><string>a</string>",
        "<?xml-stylesheet href='%s'?><string>a</string>"
      })
  void nothing_is_fetched_from_the_network(String document) throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:%d/x.dtd".formatted(server.getLocalPort());

      assertThat(read(document.formatted(address))).isEqualTo(new PlistString("a"));

      server.setSoTimeout(50);
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
    }
  }

  @Test
  void entities_that_multiply_are_not_expanded() {
    var laughs = new StringBuilder("<!DOCTYPE plist [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
    }
    laughs.append("]>\n<string>&a29;</string>");

    assertThat(refusal(laughs.toString().getBytes(UTF_8)))
        .isEqualTo("Line 2, column 14: the entity &a29; is not one of XML's own.");
  }

  @Test
  void an_entity_in_an_attribute_is_not_expanded_either() {
    assertThat(refusal("<!DOCTYPE plist [<!ENTITY a 'x'>]><dict b='&a;'/>".getBytes(UTF_8)))
        .startsWith("Line 1, column ");
  }

  @Test
  void values_may_be_nested_128_deep_and_not_129() {
    assertThat(read("<array>".repeat(128) + "</array>".repeat(128)).kind()).isEqualTo("array");
    assertThat(refusal(("<array>".repeat(129) + "</array>".repeat(129)).getBytes(UTF_8)))
        .isEqualTo("Line 1, column 904: values are nested more than 128 deep.");
  }

  @Test
  void endless_nesting_ends() {
    assertThat(refusal("<array>".repeat(2_000_000).getBytes(UTF_8)))
        .endsWith("values are nested more than 128 deep.");
    assertThat(refusal("<dict><key>a</key>".repeat(900_000).getBytes(UTF_8)))
        .endsWith("values are nested more than 128 deep.");
  }

  @Test
  void unknown_elements_are_not_followed_into_their_depth() {
    assertThat(refusal("<plist>".repeat(2_000_000).getBytes(UTF_8)))
        .endsWith("<plist> is not an element of a property list.");
  }

  @Test
  void a_huge_string_is_read() {
    String text = "x&amp;".repeat(2_000_000);

    assertThat(read("<string>" + text + "</string>"))
        .isEqualTo(new PlistString("x&".repeat(2_000_000)));
  }

  @Test
  void a_million_values_are_read_and_no_more() {
    int most = PlistReader.MAXIMUM_VALUES - 1;

    assertThat(read("<array>" + "<true/>".repeat(most) + "</array>").kind()).isEqualTo("array");
    assertThat(refusal(("<array>" + "<true/>".repeat(most + 1) + "</array>").getBytes(UTF_8)))
        .endsWith("the property list holds more than 1048576 values.");
  }

  @Test
  void a_file_of_more_than_16_mib_is_refused_before_it_is_looked_at() {
    assertThat(refusal(new byte[PlistReader.MAXIMUM_BYTES + 1]))
        .isEqualTo("A property list has at most 16777216 bytes.");
  }

  @Test
  void many_attributes_and_long_names_end_in_a_message() {
    String attributes = "a%d='' ".repeat(50_000);

    assertThat(refusal(("<" + "x".repeat(5_000_000) + "/>").getBytes(UTF_8)))
        .matches("(?s)Line 1, column \\d+: .+");
    assertThat(refusal(("<true " + attributes + "/>").getBytes(UTF_8)))
        .matches("(?s)Line 1, column \\d+: .+");
  }

  @Test
  void nothing_is_written_to_standard_error() {
    PrintStream before = System.err;
    var written = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(written, true, UTF_8));
      refusal(new byte[] {'<', 'a', '>', (byte) 0xff});
      refusal("<dict>".getBytes(UTF_8));
      refusal("bplist00".getBytes(UTF_8));
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(UTF_8)).isEmpty();
  }
}
