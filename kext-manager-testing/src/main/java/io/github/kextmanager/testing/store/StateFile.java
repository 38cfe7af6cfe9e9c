package io.github.kextmanager.testing.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A value in a file that is replaced as a whole: whoever reads finds the old value or the new one,
 * also after {@code kill -9} or a loss of power in the middle of it.
 *
 * <p>The file is JSON: the number of the format, then the value, whose records are objects. A value
 * of another format, an older or newer one, is refused.
 *
 * @param <T> the type of the value, a record
 */
public final class StateFile<T extends Record> {
  private static final String FORMAT = "format";
  private static final String STATE = "state";

  private final Path folder;
  private final Path file;
  private final Class<T> type;
  private final int format;

  /**
   * A value in a file that need not be there yet.
   *
   * @param folder the folder that it is in
   * @param name its name
   * @param type the type of the value
   * @param format the number of the form in which this program knows the value
   */
  public StateFile(Path folder, String name, Class<T> type, int format) {
    this.folder = folder;
    this.file = folder.resolve(name);
    this.type = type;
    this.format = format;
  }

  /**
   * Whether there is a value.
   *
   * @return true if the file is there
   */
  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /**
   * The value.
   *
   * @return what was written last
   * @throws StateException if there is none, or none that this program can read
   */
  public T read() {
    String text = text();
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      return read(json);
    } catch (MalformedStateException | IllegalStateException | NumberFormatException e) {
      throw broken(String.valueOf(e.getMessage()), e);
    } catch (EOFException e) {
      throw broken("it ends in the middle", e);
    } catch (MalformedJsonException e) {
      throw broken("it is no JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StateException(file + " cannot be read: " + IoProblem.describe(e), e);
    }
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new StateException(file + " is not there.", e);
    } catch (IOException e) {
      throw new StateException(file + " cannot be read: " + IoProblem.describe(e), e);
    }
  }

  private T read(JsonReader json) throws IOException {
    json.beginObject();
    requireName(json, FORMAT);
    int found = json.nextInt();
    if (found != format) {
      throw new StateException(
          "%s is of format %d, and this program reads format %d: it was written by a%s version of kext-manager."
              .formatted(file, found, format, found > format ? " newer" : "n older"));
    }
    requireName(json, STATE);
    T value = type.cast(new Shapes().of(type).read(json));
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedStateException(json, "something stands behind the end");
    }
    return value;
  }

  private static void requireName(JsonReader json, String name) throws IOException {
    if (!json.hasNext() || !json.nextName().equals(name)) {
      throw new MalformedStateException(json, "\"" + name + "\" is missing");
    }
  }

  private StateException broken(String problem, Throwable cause) {
    return new StateException(file + " is broken: " + problem, cause);
  }

  /**
   * Whether a value is the one that is there. It is compared as it would be written: the equality
   * of nested records is linked at run time, which takes longer than all the rest of a short
   * process.
   *
   * @param value the value
   * @return true if to write it would change nothing
   * @throws StateException if there is none
   */
  public boolean holds(T value) {
    return text(value).equals(text());
  }

  private String text(T value) {
    StringBuilder json = new StringBuilder("{\"" + FORMAT + "\":" + format + ",\"" + STATE + "\":");
    new Shapes().of(type).write(value, json);
    return json.append("}\n").toString();
  }

  /**
   * Puts a value in the place of the one that is there. Only one process at a time may.
   *
   * @param value the value
   * @throws StateException if the file cannot be written; it is as it was then
   */
  public void write(T value) {
    ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text(value));
    // What a process left here that was killed is of no use to anybody.
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      try (FileChannel channel =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      // Whoever may look into the folder may read it, whatever the umask of the last writer.
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
    } catch (IOException e) {
      throw new StateException(
          "%s cannot be written: %s".formatted(file, IoProblem.describe(e)), e);
    }
  }

  /** Without this the new name of the file may be lost with the power. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
