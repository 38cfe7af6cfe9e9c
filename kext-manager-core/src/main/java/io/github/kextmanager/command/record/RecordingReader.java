package io.github.kextmanager.command.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads recordings.
 *
 * <p>A recording that breaks off within its last block, because the machine stopped, is read up to
 * there. Any other text that breaks a rule is refused with the line and the rule; nothing is
 * skipped but blank lines and comments ({@code # ...}) between blocks.
 */
public final class RecordingReader {
  /** 64 MiB. */
  public static final int MAXIMUM_BYTES = 64 << 20;

  private static final Pattern BLOCK = Pattern.compile("\\[(\\d{1,9})\\] (asked|answered)");

  private final RecordingLines lines;
  private final TreeMap<Integer, RecordedCommand> commands = new TreeMap<>();

  private RecordingReader(RecordingLines lines) {
    this.lines = lines;
  }

  /**
   * Reads a recording from a file.
   *
   * @param file the file
   * @return the recording, named by the path
   * @throws RecordingException if the file cannot be read
   * @throws UnreadableRecordingException if it holds no recording
   */
  public static Recording read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      // Of what is not ASCII, the reader says so itself.
      return read(file.toString(), new String(stream.readNBytes(MAXIMUM_BYTES + 1), ISO_8859_1));
    } catch (NoSuchFileException e) {
      throw new RecordingException(
          "Cannot read the recording %s: there is no such file.".formatted(file), e);
    } catch (IOException e) {
      throw new RecordingException(
          "Cannot read the recording %s: the operating system said \"%s\"."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Reads a recording.
   *
   * @param name what it is called in messages
   * @param text the whole of it
   * @return the recording
   * @throws UnreadableRecordingException if it is none
   */
  public static Recording read(String name, String text) {
    if (text.length() > MAXIMUM_BYTES) {
      throw new UnreadableRecordingException(
          name, 1, "", "a recording has at most %d bytes".formatted(MAXIMUM_BYTES));
    }
    TornEnd torn = TornEnd.of(name, text);
    var lines = new RecordingLines(name, torn.whole());
    RecordingHeader header = HeaderReader.read(lines);
    List<RecordedCommand> commands = new RecordingReader(lines).commands();
    return new Recording(name, header, commands, torn.end());
  }

  private List<RecordedCommand> commands() {
    boolean closed = false;
    while (lines.next()) {
      if (lines.isIgnored()) {
        continue;
      }
      if (closed) {
        throw lines.broken("after \"closed\" stand comments only");
      }
      closed = lines.is(Syntax.CLOSED);
      if (!closed) {
        block();
      }
    }
    return new ArrayList<>(commands.values());
  }

  private void block() {
    Matcher matcher = BLOCK.matcher(lines.line());
    if (!matcher.matches()) {
      throw lines.broken("a block begins with its number and \"asked\" or \"answered\"");
    }
    int number = Integer.parseInt(matcher.group(1));
    if (matcher.group(2).equals(Syntax.ASKED)) {
      if (!commands.isEmpty() && number <= commands.lastKey()) {
        throw lines.broken("the numbers of commands ascend");
      }
      commands.put(number, AskedReader.read(number, lines));
    } else {
      answer(number);
    }
  }

  private void answer(int number) {
    RecordedCommand asked = commands.get(number);
    if (asked == null || asked.answer().isPresent()) {
      throw lines.broken("an answer has the number of a command asked before and not yet answered");
    }
    commands.put(
        number,
        new RecordedCommand(
            number,
            asked.line(),
            asked.at(),
            asked.command(),
            Optional.of(AnsweredReader.read(lines))));
  }
}
