package io.github.kextmanager.testing;

import static io.github.kextmanager.testing.FaultForm.form;
import static io.github.kextmanager.testing.FaultForm.word;
import static io.github.kextmanager.testing.FaultForm.workWord;

import io.github.kextmanager.testing.Fault.Difference;
import io.github.kextmanager.testing.Fault.Stream;
import java.util.List;
import java.util.stream.Collectors;

/** Faults as words: {@code killed 9 done}, {@code kernel-answers 0xdc008018}. */
final class FaultText {
  static final List<FaultForm<?>> FORMS =
      List.of(
          form(Fault.Hang.class, "hang [done]")
              .reads(words -> new Fault.Hang(words.work()))
              .writes(fault -> workWord(fault.work())),
          form(Fault.Slow.class, "slow PT20S")
              .reads(words -> new Fault.Slow(words.duration()))
              .writes(fault -> fault.time().toString()),
          form(Fault.Killed.class, "killed 9 [done]")
              .reads(words -> new Fault.Killed(words.number(), words.work()))
              .writes(fault -> fault.signal() + " " + workWord(fault.work())),
          form(Fault.SilentExit.class, "exit 1")
              .reads(words -> new Fault.SilentExit(words.number()))
              .writes(fault -> "" + fault.status()),
          form(Fault.Flood.class, "flood stdout|stderr")
              .reads(words -> new Fault.Flood(words.oneOf(Stream.values())))
              .writes(fault -> word(fault.stream())),
          form(Fault.TruncatedOutput.class, "cut 300")
              .reads(words -> new Fault.TruncatedOutput(words.number()))
              .writes(fault -> "" + fault.bytes()),
          form(Fault.WrongEncoding.class, "bad-byte 300")
              .reads(words -> new Fault.WrongEncoding(words.number()))
              .writes(fault -> "" + fault.position()),
          form(Fault.MergedStreams.class, "merged-streams")
              .reads(words -> new Fault.MergedStreams())
              .writes(fault -> ""),
          form(Fault.ToolMissing.class, "missing")
              .reads(words -> new Fault.ToolMissing())
              .writes(fault -> ""),
          form(Fault.DiskFull.class, "disk-full")
              .reads(words -> new Fault.DiskFull())
              .writes(fault -> ""),
          form(Fault.PermissionLost.class, "permission-lost 1")
              .reads(words -> new Fault.PermissionLost(words.number()))
              .writes(fault -> "" + fault.after()),
          form(Fault.SudoAsks.class, "sudo-asks")
              .reads(words -> new Fault.SudoAsks())
              .writes(fault -> ""),
          form(Fault.SudoHangs.class, "sudo-hangs")
              .reads(words -> new Fault.SudoHangs())
              .writes(fault -> ""),
          form(Fault.KernelAnswers.class, "kernel-answers 0xdc008018")
              .reads(words -> new Fault.KernelAnswers(words.code()))
              .writes(fault -> fault.code().toString()),
          form(Fault.TerminationRefused.class, "termination-refused 0xe00002c7")
              .reads(words -> new Fault.TerminationRefused(words.code()))
              .writes(fault -> fault.code().toString()),
          form(Fault.Panic.class, "panic MESSAGE")
              .reads(words -> new Fault.Panic(words.rest()))
              .writes(Fault.Panic::message),
          form(Fault.KextdAbsent.class, "kextd-absent")
              .reads(words -> new Fault.KextdAbsent())
              .writes(fault -> ""),
          form(Fault.KextdAnswers.class, "kextd-answers 0xdc008019")
              .reads(words -> new Fault.KextdAnswers(words.code()))
              .writes(fault -> fault.code().toString()),
          form(Fault.OtherCopyLoaded.class, "other-copy IDENTIFIER version|uuid|path")
              .reads(
                  words ->
                      new Fault.OtherCopyLoaded(
                          words.identifier(), words.oneOf(Difference.values())))
              .writes(fault -> fault.kext() + " " + word(fault.difference())),
          form(Fault.LateApproval.class, "approval IDENTIFIER")
              .reads(words -> new Fault.LateApproval(words.identifier()))
              .writes(fault -> fault.kext().value()));

  private FaultText() {}

  static Fault parse(String text) {
    var words = new FaultWords(text);
    String name = words.next();
    return FORMS.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name))
        .read(words);
  }

  static String of(Fault fault) {
    return FORMS.stream()
        .flatMap(form -> form.write(fault).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Without a text: " + fault.getClass()));
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "\"%s\" is no fault. There are: %s."
            .formatted(
                name, FORMS.stream().map(FaultForm::pattern).collect(Collectors.joining(", "))));
  }
}
