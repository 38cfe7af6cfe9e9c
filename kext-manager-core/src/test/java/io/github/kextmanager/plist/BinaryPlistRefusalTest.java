package io.github.kextmanager.plist;

import static io.github.kextmanager.plist.XmlPlists.refusal;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every number in a binary file is a claim; these are lies. */
@Timeout(60)
class BinaryPlistRefusalTest {
  private final BinaryPlistFixture one = new BinaryPlistFixture().object(0x09);

  @Test
  void refuses_what_is_cut_short() {
    byte[] whole = one.build();
    for (int length = 6; length < whole.length; length++) {
      assertThat(refusal(Arrays.copyOf(whole, length))).as("%d bytes", length).isNotEmpty();
    }
  }

  @Test
  void refuses_another_version() {
    assertThat(refusal("bplist15".getBytes(US_ASCII)))
        .isEqualTo("Byte 6: of binary property lists only version 0 is known.");
  }

  @Test
  void refuses_a_trailer_that_lies() {
    assertThat(refusal(one.buildWithTrailer(8, 1_000_000)))
        .isEqualTo("Byte 11: the trailer claims a table of offsets at byte 1000000.");
    assertThat(refusal(one.buildWithTrailer(8, -1)))
        .isEqualTo("Byte 11: the trailer claims a table of offsets at byte -1.");
    assertThat(refusal(one.buildWithTrailer(24, Long.MAX_VALUE)))
        .isEqualTo(
            "Byte 11: the trailer claims 9223372036854775807 objects, and the table has room for fewer.");
    assertThat(refusal(one.buildWithTrailer(24, 0)))
        .isEqualTo("Byte 11: the trailer claims 0 objects, and the table has room for fewer.");
    assertThat(refusal(one.buildWithTrailer(16, 1)))
        .isEqualTo("Byte 11: the trailer claims object 1 of 1 as its root.");
    assertThat(refusal(one.buildWithTrailer(32, 0x0900)))
        .isEqualTo("Byte 11: the trailer claims offsets of 9 and references of 0 bytes.");
  }

  @Test
  void refuses_an_offset_that_leads_out_of_the_objects() {
    byte[] bytes = one.build();
    bytes[9] = (byte) 0xFF;
    assertThat(refusal(bytes)).isEqualTo("Byte 9: object 0 cannot be at byte 65288.");

    bytes[9] = 0;
    bytes[10] = 0;
    assertThat(refusal(bytes)).isEqualTo("Byte 9: object 0 cannot be at byte 0.");
  }

  @Test
  void refuses_a_size_that_is_not_there() {
    assertThat(refusalOfObject(0x55, 'a'))
        .isEqualTo("Byte 8: an object claims 5 bytes, and 1 are left.");
    assertThat(refusalOfObject(0x1F))
        .isEqualTo("Byte 8: an object claims 32768 bytes, and 0 are left.");
    assertThat(refusalOfObject(0x4F, 0x13, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF))
        .isEqualTo("Byte 8: an object claims a size of 9223372036854775807.");
    assertThat(refusalOfObject(0x4F, 0x13, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF))
        .isEqualTo("Byte 8: an object claims a size of -1.");
    assertThat(refusalOfObject(0xDF, 0x10, 30, 0, 0))
        .isEqualTo("Byte 8: an object claims 120 bytes, and 2 are left.");
  }

  @Test
  void refuses_a_count_that_is_no_integer() {
    assertThat(refusalOfObject(0x4F))
        .isEqualTo("Byte 8: an object claims a count, and none follows.");
    assertThat(refusalOfObject(0x4F, 0x4F, 0x4F, 0x4F, 0x4F))
        .isEqualTo("Byte 8: an object claims a count, and none follows.");
  }

  @Test
  void refuses_a_reference_to_nothing() {
    assertThat(refusalOfObject(0xA1, 0x12, 0x34))
        .isEqualTo("Byte 8: refers to object 4660, and there are 1.");
  }

  @Test
  void refuses_kinds_that_have_no_place_in_a_property_list() {
    assertThat(refusalOfObject(0x00))
        .isEqualTo("Byte 8: an object of type 0x00 has no place here.");
    assertThat(refusalOfObject(0x80, 0))
        .isEqualTo("Byte 8: an object of type 0x80 has no place here.");
    assertThat(refusalOfObject(0xC0))
        .isEqualTo("Byte 8: an object of type 0xc0 has no place here.");
  }

  @Test
  void refuses_scalars_that_are_none() {
    assertThat(refusalOfObject(0x20, 0)).isEqualTo("Byte 8: no real has 1 bytes.");
    assertThat(refusalOfObject(0x33, 0x7F, 0xF8, 0, 0, 0, 0, 0, 0))
        .isEqualTo("Byte 8: NaN seconds after 2001 is no date.");
    assertThat(refusalOfObject(0x33, 0x7F, 0xE0, 0, 0, 0, 0, 0, 0))
        .endsWith(" seconds after 2001 is no date.");
    assertThat(refusalOfObject(0x51, 0xE9)).isEqualTo("Byte 8: an ASCII string holds the byte e9.");
  }

  @Test
  void refuses_a_key_that_is_no_string() {
    assertThat(refusal(new BinaryPlistFixture().container(0xD1, 1, 1).object(0x09).build()))
        .isEqualTo("Byte 8: the key of entry 1 is a boolean.");
  }

  @Test
  void refuses_an_object_that_holds_itself() {
    assertThat(refusal(new BinaryPlistFixture().container(0xA1, 0).build()))
        .isEqualTo("Byte 8: object 0 holds itself.");
    assertThat(
            refusal(
                new BinaryPlistFixture()
                    .container(0xD1, 1, 2)
                    .object(0x51, 'a')
                    .container(0xA1, 0)
                    .build()))
        .isEqualTo("Byte 8: object 0 holds itself.");
  }

  @Test
  void refuses_nesting_of_more_than_128() {
    var deep = new BinaryPlistFixture();
    for (int i = 0; i < 10_000; i++) {
      deep.container(0xA1, i + 1);
    }
    assertThat(refusal(deep.object(0x09).build()))
        .endsWith("values are nested more than 128 deep.");
  }

  @Test
  void refuses_a_small_file_that_unfolds_into_too_many_values() {
    var laughs = new BinaryPlistFixture();
    for (int i = 0; i < 100; i++) {
      laughs.container(0xA2, i + 1, i + 1);
    }
    assertThat(refusal(laughs.object(0x09).build()))
        .endsWith("the property list holds more than 1048576 values.");
  }

  @Test
  void refuses_a_file_that_unfolds_into_too_many_bytes() {
    byte[] text = new byte[5 + 60_000];
    Arrays.fill(text, (byte) 'a');
    text[0] = 0x5F;
    text[1] = 0x11;
    text[2] = (byte) (60_000 >> 8);
    text[3] = (byte) 60_000;
    int[] references = new int[14];
    Arrays.fill(references, 2);
    int[] more = new int[14];
    Arrays.fill(more, 1);
    int[] most = new int[14];
    Arrays.fill(most, 0);

    assertThat(
            refusal(
                new BinaryPlistFixture()
                    .container(0xAE, references)
                    .container(0xAE, most)
                    .object(text)
                    .container(0xAE, more)
                    .root(3)
                    .build()))
        .endsWith("the property list unfolds into more than 16777216 bytes.");
  }

  private static String refusalOfObject(int... object) {
    return refusal(new BinaryPlistFixture().object(object).build());
  }
}
