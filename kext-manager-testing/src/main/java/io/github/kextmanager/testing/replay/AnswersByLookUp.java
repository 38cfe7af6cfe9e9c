package io.github.kextmanager.testing.replay;

import static java.util.Comparator.comparingInt;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.record.RecordedCommand;
import io.github.kextmanager.command.record.Recording;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Any command at any time; its answers in the order recorded, the last one again and again. */
final class AnswersByLookUp implements Answers {
  private final Recording recording;
  private final Map<List<String>, Deque<RecordedCommand>> answers = new HashMap<>();
  private final Set<RecordedCommand> unasked;

  AnswersByLookUp(Recording recording) {
    this.recording = recording;
    this.unasked = new LinkedHashSet<>(recording.commands());
    for (RecordedCommand recorded : recording.commands()) {
      answers.computeIfAbsent(recorded.command().argv(), argv -> new ArrayDeque<>()).add(recorded);
    }
  }

  @Override
  public RecordedCommand to(CommandLine command) throws SurpriseException {
    Deque<RecordedCommand> recorded = answers.get(command.argv());
    if (recorded == null) {
      throw new SurpriseException(notHeld(command.argv()));
    }
    RecordedCommand answer = recorded.size() > 1 ? recorded.remove() : recorded.element();
    unasked.remove(answer);
    if (answer.answer().isEmpty()) {
      throw new SurpriseException(Words.unanswered(place(answer)));
    }
    return answer;
  }

  private String notHeld(List<String> argv) {
    return "The recording %s does not hold this:\n  %s%s"
        .formatted(
            recording.name(),
            Words.line(argv),
            recording.commands().stream()
                .max(comparingInt(recorded -> Words.inCommon(recorded.command().argv(), argv)))
                .filter(nearest -> Words.inCommon(nearest.command().argv(), argv) > 0)
                .map(
                    nearest ->
                        "\nThe nearest that it holds:\n  %s\n  %s"
                            .formatted(
                                place(nearest), Words.difference(nearest.command().argv(), argv)))
                .orElse(""));
  }

  @Override
  public List<RecordedCommand> unasked() {
    return List.copyOf(unasked);
  }

  @Override
  public List<RecordedCommand> owed() {
    return List.of();
  }

  @Override
  public String place(RecordedCommand recorded) {
    return Words.place(recording, recorded);
  }
}
