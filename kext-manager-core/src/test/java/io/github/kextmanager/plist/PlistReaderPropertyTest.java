package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSDictionary;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlistReaderPropertyTest {
  private static final int COUNT = 100;

  @Test
  void what_was_written_as_xml_comes_out_as_a_second_reading_has_it() throws Exception {
    for (int seed = 0; seed < COUNT; seed++) {
      byte[] xml = RandomPlist.of(seed).toXMLPropertyList().getBytes(UTF_8);

      assertThat(PlistReader.read(xml)).as("seed %d", seed).isEqualTo(SecondReading.read(xml));
    }
  }

  @Test
  void what_was_written_as_binary_comes_out_as_a_second_reading_has_it() throws Exception {
    for (int seed = 0; seed < COUNT; seed++) {
      byte[] binary = BinaryPropertyListWriter.writeToArray(RandomPlist.of(seed));

      assertThat(PlistReader.read(binary))
          .as("seed %d", seed)
          .isEqualTo(SecondReading.read(binary));
    }
  }

  @Test
  void a_damaged_file_is_read_or_refused_and_nothing_else() throws Exception {
    for (int seed = 0; seed < COUNT; seed++) {
      NSDictionary plist = RandomPlist.of(seed);
      readOrRefuse(damaged(plist.toXMLPropertyList().getBytes(UTF_8), seed));
      readOrRefuse(damaged(BinaryPropertyListWriter.writeToArray(plist), seed));
    }
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      PlistReader.read(bytes);
    } catch (UnreadablePlistException e) {
      assertThat(e).hasMessageMatching("(?s)[A-Z].+\\.");
    }
  }

  private static byte[] damaged(byte[] bytes, int seed) {
    var random = new Random(seed);
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }
}
