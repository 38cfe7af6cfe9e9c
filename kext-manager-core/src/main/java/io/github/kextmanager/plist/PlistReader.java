package io.github.kextmanager.plist;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads property lists, XML and binary.
 *
 * <p>A file cannot make it open another file or reach the network. It may have 16 MiB and about a
 * million values, nested 128 deep; no entity is expanded but the five of XML and numbered
 * characters; what a binary file refers to twice counts twice. The Info.plist files of real kexts
 * reach 312 kB, 7,550 values and a depth of 8.
 *
 * <p>An element that is not of a property list, a text where none may be, a value without a key, or
 * a number that is none is refused with its place: nothing is skipped. Attributes are ignored, and
 * of a key that occurs twice the last value counts, as Apple's own parsers have it.
 *
 * <p>What the kernel's parser, and so kextload, makes of an Info.plist is another matter: it
 * accepts less, and some things more.
 */
public final class PlistReader {
  /** 16 MiB. */
  public static final int MAXIMUM_BYTES = 16 << 20;

  /** The depth of a value in arrays and dictionaries; the root has depth 1. */
  public static final int MAXIMUM_DEPTH = 128;

  /** 1,048,576 values, keys included. */
  public static final int MAXIMUM_VALUES = 1 << 20;

  private static final byte[] BINARY_MAGIC = "bplist".getBytes(US_ASCII);

  private PlistReader() {}

  /**
   * Reads a property list.
   *
   * @param bytes the whole of it
   * @return its root
   * @throws UnreadablePlistException if it is none; the message begins with the place in it
   */
  public static PlistValue read(byte[] bytes) {
    if (bytes.length > MAXIMUM_BYTES) {
      throw new UnreadablePlistException(
          "A property list has at most %d bytes.".formatted(MAXIMUM_BYTES));
    }
    return startsWith(bytes, BINARY_MAGIC)
        ? BinaryPlistReader.read(bytes)
        : XmlPlistReader.read(bytes);
  }

  /**
   * Reads a property list from a file.
   *
   * @param file the file
   * @return its root
   * @throws UnreadablePlistException if it cannot be read or is none; the message begins with the
   *     path
   */
  public static PlistValue read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream.readNBytes(MAXIMUM_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw new UnreadablePlistException(file + ": there is no such file.");
    } catch (IOException e) {
      throw new UnreadablePlistException(
          "%s: cannot be read (%s).".formatted(file, e.getMessage()));
    } catch (UnreadablePlistException e) {
      throw e.in(file);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    return bytes.length >= beginning.length
        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
  }
}
