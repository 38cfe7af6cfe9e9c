package io.github.kextmanager.testing.replay;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.record.RecordedCommand;
import io.github.kextmanager.command.record.Recording;
import io.github.kextmanager.command.record.RecordingEnd;
import java.util.List;

/** One command after the other. A surprise leaves the recording where it was. */
final class AnswersInOrder implements Answers {
  private final Recording recording;
  private int next;

  AnswersInOrder(Recording recording) {
    this.recording = recording;
  }

  @Override
  public RecordedCommand to(CommandLine command) throws SurpriseException {
    if (next == recording.commands().size()) {
      throw new SurpriseException(
          "The recording %s holds nothing more%s, but this was asked:\n  %s"
              .formatted(
                  recording.name(),
                  recording.end() == RecordingEnd.CLOSED ? "" : " (it was not closed)",
                  Words.line(command.argv())));
    }
    RecordedCommand expected = recording.commands().get(next);
    if (!expected.command().argv().equals(command.argv())) {
      throw new SurpriseException(
          "This is not the command recorded next.\n  recorded: %s\n  asked:    %s\n  %s"
              .formatted(
                  place(expected),
                  Words.line(command.argv()),
                  Words.difference(expected.command().argv(), command.argv())));
    }
    next++;
    return answered(expected);
  }

  private RecordedCommand answered(RecordedCommand expected) throws SurpriseException {
    if (expected.answer().isEmpty()) {
      throw new SurpriseException(Words.unanswered(place(expected)));
    }
    return expected;
  }

  @Override
  public List<RecordedCommand> unasked() {
    return recording.commands().subList(next, recording.commands().size());
  }

  @Override
  public List<RecordedCommand> owed() {
    return unasked();
  }

  @Override
  public String place(RecordedCommand recorded) {
    return Words.place(recording, recorded);
  }
}
