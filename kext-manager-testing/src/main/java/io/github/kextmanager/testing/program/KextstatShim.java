package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.program.KextstatArguments.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * {@code /usr/sbin/kextstat} from macOS 11 on: kmutil, unless the environment asks for the old code
 * (kext_tools-692, kextstat_main.c).
 */
public final class KextstatShim implements Program {
  private final Program legacy;
  private final Shim shim;

  /**
   * The program.
   *
   * @param platform the release and the processor
   * @param kernel the kernel of this start of the Mac
   * @param kmutil what it runs
   */
  public KextstatShim(
      Platform platform, Supplier<? extends KernelRequests> kernel, Program kmutil) {
    this.legacy = new Kextstat(platform, kernel);
    this.shim = new Shim(kmutil);
  }

  @Override
  public int run(Invocation invocation) {
    if ("1".equals(invocation.environment().get("KEXTSTAT_LEGACY_MODE"))) {
      return legacy.run(invocation);
    }
    var arguments = new KextstatArguments(KextstatEra.EL_CAPITAN, invocation);
    OptionalInt ended = arguments.read();
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    List<String> words = new ArrayList<>(List.of("showloaded"));
    addIf(arguments.has(Flag.NO_KERNEL), "--no-kernel-components", words);
    addIf(arguments.has(Flag.LIST_ONLY), "--list-only", words);
    addIf(arguments.has(Flag.ARCHITECTURE), "--arch-info", words);
    addIf(arguments.has(Flag.SORT), "--sort", words);
    arguments.identifiers().forEach(id -> words.addAll(List.of("--bundle-identifier", id)));
    return shim.execute(words, invocation, new ToolLog(invocation.stderr()));
  }

  private static void addIf(boolean wanted, String word, List<String> words) {
    if (wanted) {
      words.add(word);
    }
  }
}
