package io.github.kextmanager.cli.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be read: a file, or standard input.
 *
 * @param name the word on the command line, {@code -} for standard input
 */
public record Source(String name) {
  private static final String STANDARD_INPUT = "-";

  /** The sources of some words; standard input if there are none. */
  public static List<Source> of(List<String> words) {
    if (words.isEmpty()) {
      return List.of(new Source(STANDARD_INPUT));
    }
    List<Source> sources = new ArrayList<>();
    words.forEach(word -> sources.add(new Source(word)));
    return sources;
  }

  /**
   * Opens it as text, UTF-8 with what is none of it replaced. Closing the reader leaves standard
   * input open.
   *
   * @throws IOException if it cannot be opened
   */
  public Reader open(Console console) throws IOException {
    InputStream stream =
        name.equals(STANDARD_INPUT) ? keptOpen(console.in()) : Files.newInputStream(path());
    return new InputStreamReader(stream, UTF_8);
  }

  private static InputStream keptOpen(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] bytes, int start, int length) throws IOException {
        return in.read(bytes, start, length);
      }

      @Override
      public void close() {}
    };
  }

  private Path path() throws IOException {
    if (name.isEmpty()) {
      throw new NoSuchFileException(name);
    }
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new IOException("it is a folder");
      }
      if (isNamedPipe(path)) {
        throw new IOException("it is a named pipe, which may never end; give it as standard input");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IOException("no file can have this name: " + e.getReason(), e);
    }
  }

  /** Not one of a shell, such as /dev/fd/63: that is open already. */
  private static boolean isNamedPipe(Path path) throws IOException {
    return Files.exists(path)
        && Files.readAttributes(path, BasicFileAttributes.class).isOther()
        && !path.toAbsolutePath().startsWith("/dev")
        && !path.toAbsolutePath().startsWith("/proc");
  }

  /** All of it, as bytes. */
  public byte[] bytes() throws IOException {
    return Files.readAllBytes(path());
  }

  /**
   * Answers that it cannot be read: as an object in its place, or on standard error.
   *
   * @return the exit status for that
   */
  public ExitStatus unreadable(Console console, IOException why, Format format) {
    String reason = reason(why);
    if (format == Format.JSON) {
      console.json().text("file", name).text("error", reason).end();
    }
    console.complain("kextm: " + name + ": " + reason);
    return ExitStatus.NO_INPUT;
  }

  /** What to throw where there is no answer without this source. */
  public UnreadableFileException failure(IOException why) {
    return new UnreadableFileException(name + ": " + reason(why), why);
  }

  private static String reason(IOException why) {
    if (why instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (why instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (why instanceof FileSystemLoopException) {
      return "there are too many symbolic links on the way";
    }
    if (why instanceof NotDirectoryException) {
      return "it is no folder";
    }
    String message = why.getMessage();
    if ("Bad file descriptor".equals(message)) {
      return "it is closed";
    }
    return message == null ? why.getClass().getSimpleName() : message;
  }
}
